"""ui: the program with a window - puts the parts together, paints, and only then opens a logbook."""

from __future__ import annotations

import logging
import signal
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal
from PySide6.QtWidgets import QApplication

from core.words import Words
from core.zone import now
from ui import garbage
from ui.crash_file import CrashFile
from ui.jobs import Jobs
from ui.locale_choice import words_for
from ui.main_window import MainWindow
from ui.settings_store import SCALES, SettingsStore
from ui.style import dress
from ui.theme import Density, Scheme, Theme

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.prompts import Prompts
    from ui.tools import Tools

_log = logging.getLogger(__name__)

_STARTED_MS = 3_000  # by then whatever was opened is shown


def run(file: Path | None, crashes: CrashFile) -> int:
    """Show the window, with `file` or else the last logbook, until it is closed; return the exit code."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Logroll")
    app.setDesktopFileName("logroll")
    program = Program(app, SettingsStore(), crashes, now)
    program.window.painted.connect(lambda: _heed_the_system(program.window))
    program.show(file)
    QTimer.singleShot(_STARTED_MS, garbage.settle)
    code = app.exec()
    signal.set_wakeup_fd(-1)
    program.end()
    return code


class Program(QObject):
    """Own what lives as long as the program: theme, words, jobs, window, settings.

    `tools` and `desk` are there after the first paint, which needs nothing that asks or knows a logbook.
    """

    tools: Tools

    bug_met = Signal(str)

    def __init__(
        self,
        app: QApplication,
        store: SettingsStore,
        crashes: CrashFile,
        clock: Callable[[], datetime],
        prompts_on: Callable[[Theme, Words, MainWindow], Prompts] | None = None,
    ) -> None:
        """Dress the application and build the empty window; nothing is shown yet. `prompts_on` is for tests."""
        super().__init__()
        settings = store.settings
        self.store = store
        self.crashes = crashes
        self.desk: Desk | None = None
        self._file: Path | None = None
        self.theme = Theme(
            Scheme(settings.scheme),
            settings.scale,
            Density.COMPACT if settings.compact else Density.NORMAL,
            self,
        )
        dress(app, self.theme)
        self.say = words_for(settings.region)
        self.jobs = Jobs(self)
        self.window = MainWindow(self.theme, self.say, self.jobs)
        self._clock = clock
        self._prompts_on = prompts_on
        # a bug may be met in any thread; it is told in this one
        self.bug_met.connect(self._on_bug)
        crashes.listener = self.bug_met.emit
        self._bind()
        self.window.painted.connect(self._on_painted)
        self.window.closing.connect(self._on_closing)

    def show(self, file: Path | None) -> None:
        """Show the window; what it shows is loaded once it has been painted."""
        self._file = file
        self.window.restore_geometry_text(self.store.settings.geometry)
        self.window.show()

    def end(self) -> None:
        """Let go of the logbook and the worker; the window is closed."""
        if self.desk is not None:
            self.desk.end()
        self.jobs.stop_all()
        self.crashes.listener = None

    def _bind(self) -> None:
        commands = self.window.commands
        commands.bind("quit", self.window.close)
        commands.bind("larger", lambda: self._scale(1))
        commands.bind("smaller", lambda: self._scale(-1))
        commands.bind("normal_size", lambda: self._scale(0))

    def _scale(self, step: int) -> None:
        at = SCALES.index(1.0)
        if step:
            at = min(max(SCALES.index(self.store.settings.scale) + step, 0), len(SCALES) - 1)
        self.store.change(scale=SCALES[at])
        self.theme.set_factor(SCALES[at])

    def _on_painted(self) -> None:
        # not above, and in this order: what the window needs first
        from ui.desk import Desk  # noqa: PLC0415
        from ui.tools import Tools  # noqa: PLC0415
        from ui.window_prompts import WindowPrompts  # noqa: PLC0415

        prompts = (self._prompts_on or WindowPrompts)(self.theme, self.say, self.window)
        self.tools = Tools(self.theme, self.say, prompts, self.jobs, self._clock, lambda: self.store.settings)
        self.desk = Desk(self.tools, self.store, self.window, self.crashes)
        self.desk.begin(self._file)

    def _on_closing(self) -> None:
        self.store.change(geometry=self.window.geometry_text())
        if self.desk is not None:
            self.desk.close_logbook()

    def _on_bug(self, _report: str) -> None:
        from ui.notice_bar import Tone  # noqa: PLC0415 - seldom needed, and not for the first paint

        say = self.say
        self.window.notices.show_notice(
            say("That was a bug in Logroll, not your doing. What was saved is safe. The report is in {file}.",
                file=str(self.crashes.path)),
            Tone.BUG,
        )  # fmt: skip


def _heed_the_system(window: MainWindow) -> None:
    """Close the window, as the user would, when the system or a terminal asks the program to stop.

    Python runs a signal's handler only between two of its own steps, and there are none while Qt waits: the byte
    that Python writes for each signal wakes Qt.
    """
    import socket  # noqa: PLC0415 - not before the first paint, and there is nothing to save until then

    reader, writer = socket.socketpair()
    for end in (reader, writer):
        end.setblocking(False)
    signal.set_wakeup_fd(writer.fileno())
    notifier = QSocketNotifier(reader.fileno(), QSocketNotifier.Type.Read, window)

    def woken() -> None:
        reader.recv(64)
        window.close()

    def let_go() -> None:
        reader.close()
        writer.close()

    notifier.activated.connect(woken)
    notifier.destroyed.connect(let_go)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: None)
