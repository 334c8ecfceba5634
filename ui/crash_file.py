"""ui: where bugs go - a file on this computer that the user can read - and who is told; loads nothing of Qt itself."""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType

import platformdirs

_APPLICATION = "logroll"
_LARGEST = 256 * 1024
_KEPT = 64 * 1024
_log = logging.getLogger(__name__)


class CrashFile:
    """Write every bug to the crash file, and tell the one who listens.

    It stays on this computer: whoever wants help with a bug reads it first and sends it on, or not.
    """

    def __init__(self, folder: Path | None = None, version: str = "") -> None:
        """Take the folder, by default the user's own for logs, and the program's version for the head of a report."""
        self.folder = folder or platformdirs.user_log_path(_APPLICATION, appauthor=False)
        self.path = self.folder / "crash.txt"
        self.version = version
        self.listener: Callable[[str], None] | None = None
        self._stream = None
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            _shorten(self.path)
            self._stream = self.path.open("a", encoding="utf-8", errors="backslashreplace")

    def install(self) -> None:
        """Catch what nobody caught, in every thread, and the crashes of the interpreter itself; begin the log."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        if self._stream is not None:
            faulthandler.enable(self._stream)
        with suppress(OSError):
            handler = _Log(self.folder / "logroll.log", encoding="utf-8", delay=True)
            handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
            logging.getLogger().addHandler(handler)
            logging.getLogger().setLevel(logging.INFO)

    def install_qt(self) -> None:
        """Send Qt's own messages to the log; call it before the first window part is loaded."""
        # here and not above: the command line has no Qt
        from PySide6.QtCore import QtMsgType, qInstallMessageHandler  # noqa: PLC0415

        levels = {
            QtMsgType.QtDebugMsg: logging.DEBUG,
            QtMsgType.QtInfoMsg: logging.INFO,
            QtMsgType.QtWarningMsg: logging.WARNING,
            QtMsgType.QtCriticalMsg: logging.ERROR,
            QtMsgType.QtFatalMsg: logging.CRITICAL,
        }
        qt_log = logging.getLogger("qt")

        def on_message(kind: QtMsgType, _context: object, text: str) -> None:
            qt_log.log(levels.get(kind, logging.WARNING), "%s", text)

        qInstallMessageHandler(on_message)

    def write(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
        """Add a report to the file and return it; a file that cannot be written costs nothing but the report."""
        import platform  # noqa: PLC0415 - not before the first paint

        head = (
            f"---- {datetime.now().astimezone().isoformat(timespec='seconds')}\n"
            f"Logroll {self.version}, Python {platform.python_version()}, {platform.platform()}\n"
        )
        report = head + "".join(traceback.format_exception(kind, error, trace))
        if self._stream is not None:
            with suppress(OSError, ValueError):
                self._stream.write(report + "\n")
                self._stream.flush()
        return report

    def close(self) -> None:
        """Let go of the file; for tests, a program that ends lets go of it by itself."""
        if self._stream is not None:
            faulthandler.disable()
            self._stream.close()
            self._stream = None

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        report = self.write(kind, error, trace)
        _log.error("a bug: %s", kind.__name__)
        if self.listener is not None:
            self.listener(report)
        elif sys.stderr is not None:
            sys.stderr.write(f"Logroll met a bug. The report is in {self.path}\n")

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_type is not SystemExit:
            error = args.exc_value or args.exc_type()
            self._on_exception(args.exc_type, error, args.exc_traceback)


class _Log(logging.FileHandler):
    """A log of which the end is kept; the standard library's own loads network modules before the first paint."""

    def emit(self, record: logging.LogRecord) -> None:
        super().emit(record)
        if self.stream is not None and self.stream.tell() > _LARGEST:
            self.close()
            _shorten(Path(self.baseFilename))


def _shorten(path: Path) -> None:
    """Keep only the end of a file that has grown large."""
    if path.exists() and path.stat().st_size > _LARGEST:
        path.write_bytes(path.read_bytes()[-_KEPT:])
