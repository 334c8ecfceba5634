"""tests: the panel for notes from paper by real keys - written, read, kept for later, logged."""

from __future__ import annotations

from PySide6.QtCore import Qt

from core.line import Verb
from tests.ui.desk import CTRL, Driver
from ui.drafts import paper_draft
from ui.meet.paper_panel import PaperPanel
from ui.navigation import NEGOTIATION, Place


def opened(cases: Driver) -> PaperPanel:
    cases.go(Place(NEGOTIATION, 4, "prepare"))
    cases.run("paper_notes")
    return cases.panel(PaperPanel)


def test_notes_are_written_and_all_logged_by_one_key(cases: Driver) -> None:
    before = len(cases.logbook.negotiations.load(4).lines)
    panel = opened(cases)
    cases.write("08:10 t asks for an answer by Friday")
    cases.press(Qt.Key.Key_Return)
    cases.write("08:12 # she looked tired")
    panel.read()
    assert [row.cells["time"].text for row in panel.readings.model.rows] == ["08:10", "08:12"]
    cases.press(Qt.Key.Key_Return, CTRL)
    assert not cases.has_panel
    added = cases.logbook.negotiations.load(4).lines[before:]
    assert sorted(line.text for line in added) == ["08:10 t asks for an answer by Friday", "08:12 # she looked tired"]
    assert {line.verb for line in added} == {Verb.UNREAD, Verb.NOTE}
    assert cases.place == Place(NEGOTIATION, 4, "meet")


def test_escape_keeps_what_is_written_for_the_next_time(cases: Driver) -> None:
    opened(cases)
    cases.write("08:10 t one line")
    cases.press(Qt.Key.Key_Escape)
    assert not cases.has_panel
    assert opened(cases).notes.toPlainText() == "08:10 t one line"


def test_a_line_that_is_kept_as_typed_tells_why(cases: Driver) -> None:
    panel = opened(cases)
    cases.write("08:10 t 1o2")
    panel.read()
    (row,) = panel.readings.model.rows
    assert "1o2" in row.tip
    assert "no number that can be read" in row.tip
    cases.press(Qt.Key.Key_Escape)


def test_what_is_written_is_kept_while_it_is_written(cases: Driver) -> None:
    opened(cases)
    cases.write("08:10 t one line")
    draft = paper_draft(4)
    cases.wait(lambda: cases.logbook.drafts.read(draft) == "08:10 t one line")
    cases.press(Qt.Key.Key_Escape)


def test_a_no_break_space_stays_one(cases: Driver) -> None:
    opened(cases)
    cases.write("08:10 t 120\u00a0000 vol")
    cases.press(Qt.Key.Key_Return, CTRL)
    line = max(cases.logbook.negotiations.load(4).lines, key=lambda each: each.id)
    assert line.text == "08:10 t 120\u00a0000 vol"


def test_a_day_without_its_year_is_one_that_was(cases: Driver) -> None:
    panel = opened(cases)
    cases.write("t one line")
    panel.day.setText("22 Nov")
    cases.press(Qt.Key.Key_Return, CTRL)
    assert not cases.has_panel
    line = max(cases.logbook.negotiations.load(4).lines, key=lambda each: each.id)
    assert (line.at.month, line.at.day) == (11, 22)
    assert line.at <= line.logged_at


def test_a_day_to_come_is_told_and_nothing_is_logged(cases: Driver) -> None:
    before = len(cases.logbook.negotiations.load(4).lines)
    panel = opened(cases)
    cases.write("08:10 t one line")
    panel.day.setText("1 Jan 2099")
    cases.press(Qt.Key.Key_Return, CTRL)
    assert cases.has_panel
    assert any("has not come yet" in text for text in cases.texts(panel))
    assert len(cases.logbook.negotiations.load(4).lines) == before
    cases.press(Qt.Key.Key_Escape)


def test_a_day_that_is_none_is_told_and_nothing_is_logged(cases: Driver) -> None:
    before = len(cases.logbook.negotiations.load(4).lines)
    panel = opened(cases)
    cases.write("08:10 t one line")
    panel.day.setText("the day before")
    cases.press(Qt.Key.Key_Return, CTRL)
    assert cases.has_panel
    assert any("the day before" in text for text in cases.texts(panel))
    assert len(cases.logbook.negotiations.load(4).lines) == before
    cases.press(Qt.Key.Key_Escape)


def test_outside_a_negotiation_there_is_nothing_to_note(cases: Driver) -> None:
    cases.press(Qt.Key.Key_2, CTRL)
    assert not cases.window.commands.action("paper_notes").isEnabled()
