"""db: one writer - a lock that ends with its process, and a small file beside it that says who holds it."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from core.errors import InUse, LogrollError, ReadOnly

LOCK = ".lock"
HOLDER = ".holder"


class WriterLock:
    """The right to write a logbook, held until `release` or the end of the process, however it ends."""

    def __init__(self, path: Path, program: str, clock: Callable[[], datetime]) -> None:
        """Take the right to write `path`; raise InUse with who holds it, ReadOnly where nothing can be written."""
        self._lock_file = path.with_name(path.name + LOCK)
        self._holder_file = path.with_name(path.name + HOLDER)
        self._lock = FileLock(self._lock_file, timeout=0, thread_local=False)
        try:
            self._lock.acquire()
        except Timeout:
            raise _in_use(self._holder_file) from None
        except OSError as error:
            raise ReadOnly("logbook.read_only", path=str(path)) from error
        try:
            self._say_who(program, clock())
        except OSError as error:
            self.release()
            raise ReadOnly("logbook.read_only", path=str(path)) from error

    def release(self) -> None:
        """Give the right back and remove both files; once is enough, twice does no harm."""
        if not self._lock.is_locked:
            return
        with suppress(OSError):
            self._holder_file.unlink()
        # While it is still held: who waits on the removed file notices that and takes a new one.
        # Windows keeps an open file, so it is tried again afterwards.
        with suppress(OSError):
            self._lock_file.unlink()
        removed = not self._lock_file.exists()
        self._lock.release()
        if not removed:
            with suppress(OSError):
                self._lock_file.unlink()

    def _say_who(self, program: str, now: datetime) -> None:
        holder = {"program": program, "pid": os.getpid(), "host": socket.gethostname(), "since": now.isoformat()}
        self._holder_file.write_text(json.dumps(holder), encoding="utf-8")


def _in_use(holder_file: Path) -> LogrollError:
    # The holder may be writing these lines just now, or have been ended before it could.
    try:
        holder = json.loads(holder_file.read_text(encoding="utf-8"))
        return InUse(
            "logbook.in_use",
            program=str(holder["program"]),
            pid=str(int(holder["pid"])),
            host=str(holder["host"]),
            since=datetime.fromisoformat(holder["since"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return InUse("logbook.in_use_unknown")
