"""tests: the verbs of the file menu on real files."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from db.logbook import Logbook
from tests.ui.desk import Driver
from ui.logbook_files import LogbookFiles
from ui.widgets.button import Button


def files(driver: Driver) -> LogbookFiles:
    assert driver.program.desk is not None
    return driver.program.desk.files


def test_a_new_logbook_is_made_and_opened(cases: Driver, tmp_path: Path) -> None:
    path = tmp_path / "new" / "mine.logroll"
    cases.answers.paths = [path]
    cases.run("new_logbook")
    cases.wait_for_jobs()
    assert cases.logbook.path == path.resolve()
    assert cases.logbook.negotiations.rows() == ()
    assert cases.window.windowTitle() == "mine.logroll - Logroll"
    assert cases.program.store.settings.last_logbook == str(path.resolve())


def test_turning_away_leaves_everything_as_it_is(cases: Driver) -> None:
    path = cases.logbook.path
    for command in ("new_logbook", "open_logbook", "import_json", "export_json"):
        cases.run(command)
    cases.wait_for_jobs()
    assert cases.logbook.path == path
    assert len(cases.answers.asked) == 4


def test_export_and_import_bring_everything_back(cases: Driver, tmp_path: Path) -> None:
    cases.answers.paths = [tmp_path / "all.json"]
    cases.run("export_json")
    cases.wait_for_jobs()
    assert str(tmp_path / "all.json") in cases.answers.told[-1]
    before = cases.logbook.negotiations.load(1)
    cases.answers.paths = [tmp_path / "all.json", tmp_path / "again.logroll"]
    cases.run("import_json")
    cases.wait_for_jobs()
    assert cases.logbook.path == (tmp_path / "again.logroll").resolve()
    assert cases.logbook.negotiations.load(1) == before
    cases.answers.paths = [tmp_path / "again.json"]
    cases.run("export_json")
    cases.wait_for_jobs()
    assert (tmp_path / "again.json").read_bytes() == (tmp_path / "all.json").read_bytes()


@pytest.mark.parametrize("content", [b"", b"no logbook at all", b"SQLite format 3\0" + b"\0" * 200])
def test_a_file_that_is_no_logbook_is_told_and_not_changed(cases: Driver, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "odd.logroll"
    path.write_bytes(content)
    before = cases.logbook.negotiations.rows()
    files(cases).open(path)
    cases.wait_for_jobs()
    assert len(cases.answers.troubles) == 1
    assert path.read_bytes() == content
    assert cases.logbook.negotiations.rows() == before, "the logbook that was open stays open"
    assert str(path) not in cases.program.store.settings.recent


def test_a_logbook_that_is_open_elsewhere_is_offered_for_reading(
    cases: Driver, tmp_path: Path, sample_path: Path
) -> None:
    path = Path(shutil.copy(sample_path, tmp_path / "elsewhere.logroll"))
    with Logbook.open(path):
        cases.answers.keys = ["read"]
        files(cases).open(path)
        cases.wait_for_jobs()
        cases.wait(lambda: cases.program.desk is not None and cases.program.desk.session is not None)
        assert cases.logbook.is_read_only
        assert "reading only" in cases.window.notices.words


def test_an_import_that_is_none_is_told(cases: Driver, tmp_path: Path) -> None:
    source = tmp_path / "odd.json"
    source.write_bytes(b"\xff\xfe not json")
    files(cases).import_from(source, tmp_path / "never.logroll")
    cases.wait_for_jobs()
    assert len(cases.answers.troubles) == 1
    assert not (tmp_path / "never.logroll").exists()


def test_closing_shows_the_ways_to_go_on(cases: Driver) -> None:
    cases.run("close_logbook")
    assert {"No logbook is open", "cases.logroll"} <= cases.texts(cases.window)
    assert not cases.window.commands.action("undo").isEnabled()
    cases.press(Qt.Key.Key_Return)
    cases.wait_for_jobs()
    assert cases.session.logbook.path.name == "cases.logroll", "Enter goes on with the logbook opened last"
    cases.run("close_logbook")
    cases.run("open_sample")
    cases.wait_for_jobs()
    assert cases.session.is_sample
    assert [action.text() for action in cases.window.recent_menu.actions()] == ["sample.logroll", "cases.logroll"]


def test_a_file_asked_for_at_the_start_that_is_none_leads_to_the_welcome(
    launch: Callable[[Path | None], Driver], tmp_path: Path
) -> None:
    path = tmp_path / "odd.logroll"
    path.write_bytes(b"no logbook at all")
    driver = launch(path)
    driver.wait(lambda: bool(driver.answers.troubles))
    assert "No logbook is open" in driver.texts(driver.window)
    focus = QApplication.focusWidget()
    assert isinstance(focus, Button)
    assert focus.label == "New logbook"
