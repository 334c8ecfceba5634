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
    """Return the program and its session, shown with this logbook; the session's `look` paints what is shown."""
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
    program.show(path)
    program.window.resize(1280, 800)
    while program.desk is None or program.desk.session is None or program.desk.session.screen is None:
        app.processEvents()
    return program, program.desk.session
