"""tests: the whole program with a logbook open, for benchmarks that press its keys or go to its places."""

# A floor must not load what only the product needs.
# ruff: noqa: PLC0415

from __future__ import annotations

import os
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

MOMENT = datetime(2026, 11, 23, 9, tzinfo=UTC)


def opened(path: Path) -> tuple[Any, Any]:
    """Return the program and its session, shown with this logbook, which it opens for reading."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from ui.app import Program
    from ui.crash_file import CrashFile
    from ui.settings_store import SettingsStore

    app: Any = QApplication([])
    folder = Path(tempfile.mkdtemp())
    program = Program(
        app, SettingsStore(folder / "settings.json"), CrashFile(version="0", folder=folder), lambda: MOMENT
    )
    program.show(None)
    program.window.resize(1280, 800)
    while program.desk is None or program.tools.jobs.running:
        app.processEvents()
    desk = program.desk
    desk.files.open(path, write=False)
    while desk.session is None or desk.session.screen is None or desk.session.logbook.path != path:
        app.processEvents()
    return program, desk.session


def end(program: Any) -> None:
    """Close the program as its user does, so that nothing of it is left for the end of the process."""
    from PySide6.QtWidgets import QApplication

    program.window.close()
    program.end()
    program.crashes.close()
    QApplication.processEvents()
