"""tests: the cover takes keys, focus and windows away, keeps what is typed, and brings back everything as it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from db.logbook import Logbook
from tests.ui.conftest import standing_clock
from tests.ui.cover.door_keys import cover_key, escape_twice, press
from tests.ui.desk import CTRL, SHIFT, Driver
from ui.command_palette import CommandPalette
from ui.cover.cover import Cover
from ui.cover.notes_area import NotesArea
from ui.drafts import AGENDA_PAGE, QUICK_NOTE
from ui.meet.view import MeetView
from ui.navigation import NEGOTIATION, PEOPLE, SUPPLIERS, Place
from ui.notes.section import NotesSection
from ui.notice_bar import Tone
from ui.overlay import Overlay
from ui.prompts import Answer, FileKind
from ui.quick_note import QuickNote
from ui.window_prompts import WindowPrompts

Start = Callable[[Path | None], Driver]


def cover(driver: Driver) -> Cover:
    assert driver.program.desk is not None
    return driver.program.desk.guard.cover


def notes(driver: Driver) -> NotesArea:
    return cover(driver).page.notes


def meeting(driver: Driver, negotiation: int = 1) -> int:
    """Start a meeting of a negotiation; return it."""
    changes = driver.logbook.meetings.start(negotiation)
    driver.session.take(changes)
    return changes.made


def notes_of(driver: Driver, negotiation: int, meeting_id: int) -> str:
    meetings = driver.logbook.negotiations.load(negotiation).meetings
    return next(each.notes for each in meetings if each.id == meeting_id)


def test_its_keys_cover_and_bring_back(cases: Driver) -> None:
    for keys in (cover_key, escape_twice):
        keys()
        assert cases.window.is_covered
        assert cover(cases).page.isVisible()
        assert not cases.window.frame.isVisible()
        keys()
        assert not cases.window.is_covered
        assert cases.window.frame.isVisible()
        assert not cover(cases).page.isVisible()


def test_the_command_covers_too_and_bears_a_name_that_tells_nothing(cases: Driver) -> None:
    assert "cover" not in cases.window.commands.action("cover").text().lower()
    cases.run("cover")
    assert cases.window.is_covered
    cases.run("cover")
    assert not cases.window.is_covered


def test_it_is_there_before_any_logbook_is_open(launch: Callable[[Path | None], Driver], tmp_path: Path) -> None:
    driver = launch(tmp_path / "gone.logroll")
    driver.wait(lambda: driver.program.desk is not None)
    driver.wait_for_jobs()
    cover_key()
    assert driver.window.is_covered
    assert driver.window.windowTitle() == "Notes"


def test_title_follows_cover_and_logbook(cases: Driver) -> None:
    meeting(cases)
    assert "cases.logroll" in cases.window.windowTitle()
    cases.go(Place(NEGOTIATION, 1, "meet"))
    cover_key()
    assert cases.window.windowTitle() == "Meeting agenda"
    cases.window.set_heading("other.logroll")
    assert cases.window.windowTitle() == "Meeting agenda"
    cover_key()
    assert cases.window.windowTitle() == "other.logroll - Logroll"


def test_no_other_command_works_while_covered(cases: Driver) -> None:
    commands = cases.window.commands
    before = {shortcut.key for shortcut, _action in commands.offered()}
    cover_key()
    assert {shortcut.key for shortcut, _action in commands.offered()} == {"cover"}
    place = cases.place
    none, alt = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
    for key, held in (
        (Qt.Key.Key_K, CTRL), (Qt.Key.Key_F, CTRL), (Qt.Key.Key_N, CTRL | SHIFT), (Qt.Key.Key_F10, none),
        (Qt.Key.Key_3, CTRL), (Qt.Key.Key_1, alt), (Qt.Key.Key_Left, alt), (Qt.Key.Key_F1, none), (Qt.Key.Key_F8, none),
    ):  # fmt: skip
        # by the way of the window system, where Qt looks for shortcuts
        QTest.keyClick(cases.window.windowHandle(), key, held)
    assert not cases.window.frame.findChildren(Overlay)
    assert QApplication.activePopupWidget() is None
    assert cases.place == place
    assert QApplication.focusWidget() is notes(cases)
    commands.set_enabled(["undo"], enabled=True)
    assert not commands.action("undo").isEnabled()
    cover_key()
    assert {shortcut.key for shortcut, _action in commands.offered()} == before | {"undo"}


def test_focus_and_a_half_typed_line_are_as_before(cases: Driver) -> None:
    cases.go(Place(NEGOTIATION, 1, "meet"))
    view = cases.window.findChildren(MeetView)[0]
    view.focus_first()
    before = QApplication.focusWidget()
    cases.write("t 1.4")
    cover_key()
    assert QApplication.focusWidget() is notes(cases)
    cases.write("not for the log")
    cover_key()
    assert QApplication.focusWidget() is before
    cases.write("8")
    assert view.entry.line.text() == "t 1.48"


def test_a_field_that_is_being_edited_is_not_committed(cases: Driver) -> None:
    cases.go(Place(SUPPLIERS, 1))
    journal = cases.logbook.journal
    before = journal.undo_label
    field = next(each for each in cases.window.findChildren(QLineEdit) if each.accessibleName() == "City")
    field.setFocus()
    field.selectAll()
    cases.write("Pam")
    cover_key()
    assert journal.undo_label == before
    cover_key()
    assert QApplication.focusWidget() is field
    cases.write("plona")
    cases.press(Qt.Key.Key_Tab)
    assert cases.logbook.suppliers.load(1).city == "Pamplona"


def test_a_note_that_is_edited_in_its_row_stays_open(cases: Driver) -> None:
    cases.go(Place(PEOPLE, 1))
    section = next(each for each in cases.window.findChildren(NotesSection) if each.isVisible())
    note = cases.logbook.notes.of_counterpart(1)[0]
    section.edit(note.id, "text")
    cases.write(" and more")
    cover_key()
    cover_key()
    cases.write(" still")
    assert cases.logbook.notes.of_counterpart(1)[0].text == note.text
    cases.press(Qt.Key.Key_Return)
    assert cases.logbook.notes.of_counterpart(1)[0].text == f"{note.text} and more still"


def test_an_open_panel_comes_back_with_its_text(cases: Driver) -> None:
    cases.run("palette")
    cases.write("del")
    cover_key()
    assert not cases.has_panel
    cover_key()
    assert cases.panel(CommandPalette).field.text() == "del"
    assert QApplication.focusWidget() is cases.panel(CommandPalette).field


def test_the_first_escape_closes_a_panel_as_ever(cases: Driver) -> None:
    cases.run("palette")
    press(Qt.Key.Key_Escape, 1_000)
    assert not cases.has_panel
    assert not cases.window.is_covered
    press(Qt.Key.Key_Escape, 1_300)
    assert cases.window.is_covered


def test_a_dialog_goes_and_comes_back_with_what_was_typed(cases: Driver) -> None:
    prompts = WindowPrompts(cases.program.theme, cases.program.tools.say, cases.window)
    prompts.choose_file("Choose", [FileKind("Logbook", "logroll")], lambda _path: None)
    dialog = cases.window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    cases.wait(dialog.isActiveWindow)
    line = dialog.findChildren(QLineEdit)[0]
    QTest.keyClicks(line, "offers")
    cover_key()
    assert not dialog.isVisible()
    cases.wait(cases.window.isActiveWindow)
    cover_key()
    assert dialog.isVisible()
    assert line.text() == "offers"
    assert dialog.isModal()
    dialog.reject()


def test_a_question_that_came_meanwhile_has_the_focus_afterwards(cases: Driver) -> None:
    cover_key()
    prompts = WindowPrompts(cases.program.theme, cases.program.tools.say, cases.window)
    told: list[str] = []
    prompts.ask("Open it?", [Answer("no", "No"), Answer("yes", "Yes", primary=True)], told.append)
    assert QApplication.focusWidget() is notes(cases)
    cover_key()
    cases.press(Qt.Key.Key_Space)
    assert told == ["yes"]


def test_peek_ends(cases: Driver) -> None:
    meeting(cases)
    cases.go(Place(NEGOTIATION, 1, "meet"))
    view = cases.window.findChildren(MeetView)[0]
    QTest.keyPress(cases.window.windowHandle(), Qt.Key.Key_F8)
    assert view.peek.pane.isVisible()
    cover_key()
    cover_key()
    assert view.isVisible()
    assert not view.peek.pane.isVisible()


# what is written on it


def test_what_is_written_goes_to_the_notes_of_the_meeting(cases: Driver) -> None:
    held = meeting(cases)
    cases.logbook.meetings.add_notes(held, "Before.")
    cases.go(Place(NEGOTIATION, 1, "meet"))
    cover_key()
    cases.write("certificates to quality dept.")
    press(Qt.Key.Key_Return, 1)
    cases.write("ask for the plan")
    cover_key()
    assert notes_of(cases, 1, held) == "Before.\ncertificates to quality dept.\nask for the plan"
    assert cases.window.notices.words == ""
    cover_key()
    assert notes(cases).toPlainText() == ""
    cover_key()
    assert notes_of(cases, 1, held).count("ask") == 1


def test_without_a_meeting_it_waits_in_the_quick_note(cases: Driver) -> None:
    cases.go(Place(PEOPLE, 2))
    for text in ("concern the line is late", "and the new one too"):
        cover_key()
        cases.write(text)
        cover_key()
    assert "quick note" in cases.window.notices.words
    cases.press(Qt.Key.Key_N, CTRL | SHIFT)
    assert cases.panel(QuickNote).line.text() == "concern the line is late; and the new one too"
    cases.press(Qt.Key.Key_Return)
    assert cases.logbook.notes.of_counterpart(2)[0].text == "the line is late; and the new one too"
    assert cases.logbook.drafts.read(QUICK_NOTE) == ""


def test_it_is_kept_while_it_is_written_outside_the_journal(cases: Driver) -> None:
    before = cases.logbook.journal.undo_label
    cover_key()
    cases.write("half a thou")
    cases.wait(lambda: cases.logbook.drafts.read(AGENDA_PAGE) == "half a thou")
    assert cases.logbook.journal.undo_label == before


def test_who_writes_without_a_pause_is_kept_up_with(cases: Driver) -> None:
    cover_key()
    waiting = cover(cases)._keep
    cases.write("a")
    cases.qtbot.wait(50)
    left = waiting.remainingTime()
    cases.write("b")
    assert 0 < waiting.remainingTime() <= left


@pytest.mark.parametrize("held", [True, False])
def test_what_a_crash_left_is_found_again(start: Start, sample_path: Path, held: bool) -> None:
    with Logbook.open(sample_path, clock=standing_clock) as book:
        made = book.meetings.start(1).made if held else 0
        book.drafts.keep(AGENDA_PAGE, "business half a thought")
    driver = start(sample_path)
    assert driver.logbook.drafts.read(AGENDA_PAGE) == ""
    if held:
        assert notes_of(driver, 1, made) == "business half a thought"
    else:
        assert driver.logbook.drafts.read(QUICK_NOTE) == "business half a thought"
        assert "quick note" in driver.window.notices.words


def test_closing_the_window_while_covered_keeps_what_is_written(start: Start, sample_path: Path) -> None:
    driver = start(sample_path)
    held = meeting(driver)
    driver.go(Place(NEGOTIATION, 1, "meet"))
    cover_key()
    driver.write("the last word")
    driver.window.close()
    assert not driver.window.isVisible()
    assert not driver.window.frame.isVisible()
    with Logbook.open(sample_path, clock=standing_clock) as book:
        assert next(each.notes for each in book.negotiations.load(1).meetings if each.id == held) == "the last word"


def test_what_cannot_be_kept_can_be_copied(cases: Driver) -> None:
    cases.run("close_logbook")
    cover_key()
    cases.write("nowhere to go")
    cover_key()
    assert "could not be kept" in cases.window.notices.words
    assert cases.window.notices.tone is Tone.TROUBLE
    cases.window.notices._action.click()
    assert QGuiApplication.clipboard().text() == "nowhere to go"


def test_the_note_waits_for_a_writing_job(cases: Driver) -> None:
    held = meeting(cases)
    cases.go(Place(NEGOTIATION, 1, "meet"))
    cover_key()
    cases.write("after the import")
    release: list[bool] = []

    def work(progress: object) -> None:
        while not release:
            pass

    cases.program.tools.jobs.start("Import", work, lambda _result: None, lambda _error: None, writes=True)
    cover_key()
    assert notes_of(cases, 1, held) == ""
    release.append(True)
    cases.wait_for_jobs()
    assert notes_of(cases, 1, held) == "after the import"


def test_it_is_built_for_the_size_of_the_program(cases: Driver) -> None:
    first = cover(cases).page
    cases.run("larger")
    cover_key()
    assert cover(cases).page is not first
    assert cases.texts(cover(cases).page) >= {"Notes"}
