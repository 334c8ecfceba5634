"""tests: the program with a window - what the first paint loads, what is opened at the start, where one was."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from db.sample import CASES
from tests.ui.desk import Driver
from ui.navigation import NEGOTIATION, SUPPLIERS, Place
from ui.notice_bar import Tone
from ui.settings_store import SettingsStore
from ui.suppliers.view import SuppliersScreen

ROOT = Path(__file__).resolve().parents[2]
_LATE = ("sqlalchemy", "alembic", "reportlab", "sqlcipher3", "numpy", "PIL", "db", "ui.desk", "ui.suppliers")


def test_the_first_paint_loads_only_what_it_needs() -> None:
    code = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from core.zone import now
from PySide6.QtWidgets import QApplication
from ui.app import Program
from ui.crash_file import CrashFile
from ui.settings_store import SettingsStore
app = QApplication([])
program = Program(app, SettingsStore(), CrashFile(), now)
seen = []
program.window.painted.disconnect()
program.window.painted.connect(lambda: (seen.append([name for name in {_LATE!r} if name in sys.modules]), app.quit()))
program.show(None)
app.exec()
print(seen)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "[[]]", done.stderr


def test_the_first_start_opens_the_sample(start: Callable[[Path | None], Driver]) -> None:
    driver = start(None)
    assert driver.session.is_sample
    assert len(driver.logbook.negotiations.rows()) == len(CASES)
    assert "sample" in driver.window.notices.words


def test_the_next_start_opens_the_last_logbook_at_the_place_where_one_was(
    start: Callable[[Path | None], Driver], sample_path: Path
) -> None:
    first = start(sample_path)
    first.go(Place(SUPPLIERS, 3))
    first.window.close()
    second = start(None)
    assert second.logbook.path == sample_path.resolve()
    assert second.place == Place(SUPPLIERS, 3)
    assert second.screen(SuppliersScreen).record == 3


def test_where_one_is_is_kept_while_one_works(cases: Driver) -> None:
    here = Place(NEGOTIATION, 4, "meet")
    cases.go(here)
    assert cases.program.desk is not None
    store = cases.program.desk.store
    cases.wait(lambda: SettingsStore(store.path).settings.place == here.to_json())


def test_a_remembered_place_that_is_gone_is_no_trouble(
    start: Callable[[Path | None], Driver], sample_path: Path
) -> None:
    SettingsStore().change(place=Place(NEGOTIATION, 999, "meet").to_json())
    driver = start(sample_path)
    assert driver.place.name == "negotiations"


def test_a_last_logbook_that_is_gone_leads_to_the_welcome(
    launch: Callable[[Path | None], Driver], tmp_path: Path
) -> None:
    store = SettingsStore()
    store.put(store.settings.with_logbook(tmp_path / "gone.logroll"))
    driver = launch(None)
    driver.wait(lambda: driver.program.desk is not None and driver.window.screens.count() == 1)
    assert "No logbook is open" in driver.texts(driver.window)


def test_a_bug_is_told_as_a_bug(cases: Driver) -> None:
    listener = cases.program.crashes.listener
    assert listener is not None
    listener("a report")
    cases.wait(lambda: cases.window.notices.tone is Tone.BUG)
    assert "crash.txt" in cases.window.notices.words


def test_size_changes_by_keys_and_is_remembered(cases: Driver) -> None:
    cases.run("larger")
    assert cases.program.theme.factor == SettingsStore().settings.scale == 1.1
    cases.run("smaller")
    cases.run("smaller")
    assert cases.program.theme.factor == 0.9
    cases.run("normal_size")
    assert SettingsStore().settings.scale == 1.0


def test_a_stop_by_the_system_commits_and_closes_as_the_user_would(tmp_path: Path, sample_path: Path) -> None:
    if sys.platform == "win32":
        return  # no signal reaches another process there
    started = subprocess.Popen([sys.executable, str(ROOT / "main.py"), str(sample_path)], stderr=subprocess.PIPE)
    holder = Path(f"{sample_path}.holder")
    while not holder.exists() and started.poll() is None:
        time.sleep(0.05)
    time.sleep(0.3)
    started.send_signal(signal.SIGTERM)
    assert started.wait(timeout=30) == 0
    assert started.stderr is not None
    started.stderr.close()
    assert not holder.exists()
    left = [path.name for path in sample_path.parent.iterdir() if path.name.startswith("cases")]
    assert left == ["cases.logroll"]
