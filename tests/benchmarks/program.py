"""tests: the whole program with a logbook open, for benchmarks that press its keys or go to its places."""

# A floor must not load what only the product needs.
# ruff: noqa: PLC0415

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

MOMENT = datetime(2026, 11, 23, 9, tzinfo=UTC)


def shown(
    path: Path | None,
    clock: Callable[[], datetime] = lambda: MOMENT,
    size: tuple[int, int] = (1280, 800),
    **settings: Any,
) -> Any:
    """Return the program in a home of its own, its window shown in this size with a logbook open to be written to."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from ui import garbage
    from ui.app import Program
    from ui.crash_file import CrashFile
    from ui.settings_store import SettingsStore

    app: Any = QApplication([])
    folder = Path(tempfile.mkdtemp())
    store = SettingsStore(folder / "settings.json")
    store.change(**settings)
    program: Any = Program(app, store, CrashFile(version="0", folder=folder), clock)
    program.show(path)
    program.window.resize(*size)
    while program.desk is None or program.tools.jobs.running:
        app.processEvents()
    if path is not None:
        if program.desk.session is None:
            raise RuntimeError("the logbook could not be opened: another benchmark holds it")
        while program.desk.session.screen is None:
            app.processEvents()
        garbage.settle()  # as it is shortly after the start
    return program


def opened(path: Path) -> tuple[Any, Any]:
    """Return the program and its session, shown with this logbook, which it opens for reading."""
    from PySide6.QtWidgets import QApplication

    program = shown(None)
    desk = program.desk
    desk.files.open(path, write=False)
    while desk.session is None or desk.session.screen is None or desk.session.logbook.path != path:
        QApplication.processEvents()
    return program, desk.session


def end(program: Any) -> None:
    """Close the program as its user does, so that nothing of it is left for the end of the process."""
    from PySide6.QtWidgets import QApplication

    program.window.close()
    program.end()
    program.crashes.close()
    QApplication.processEvents()
