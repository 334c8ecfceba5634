"""tests: the frame of a negotiation - tabs by key, the way, undo that goes to its place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from db.logbook import Logbook
from tests.ui.desk import ALT, Driver
from ui.documents.view import DocumentsView
from ui.navigation import NEGOTIATION, NEGOTIATIONS, Place
from ui.negotiation.view import NegotiationScreen


def test_alt_and_a_digit_choose_a_tab(cases: Driver) -> None:
    cases.go(Place(NEGOTIATION, 1))
    screen = cases.screen(NegotiationScreen)
    keys = list(screen.parts)
    for number in range(len(keys), 0, -1):
        cases.press(Qt.Key(Qt.Key.Key_0 + number), ALT)
        assert cases.place.part == screen.part == keys[number - 1]


def test_the_tab_shown_last_is_shown_again(cases: Driver) -> None:
    cases.go(Place(NEGOTIATION, 1, "documents"))
    cases.go(Place(NEGOTIATIONS))
    cases.go(Place(NEGOTIATION, 2, "prepare"))
    cases.go(Place(NEGOTIATION, 1))
    assert cases.place.part == "documents"


def test_the_rail_is_narrow_inside_and_marks_the_negotiations(cases: Driver) -> None:
    cases.go(Place(NEGOTIATIONS))
    assert not cases.window.rail.narrow
    cases.go(Place(NEGOTIATION, 1, "documents"))
    assert cases.window.rail.narrow
    assert cases.window.rail.current == NEGOTIATIONS


def test_the_header_names_what_is_open_and_its_flags(cases: Driver) -> None:
    cases.go(Place(NEGOTIATION, 4, "prepare"))
    texts = cases.texts(cases.screen(NegotiationScreen).header)
    assert "Delva Foods" in texts
    assert any(text.startswith("act ") for text in texts)


def test_undo_goes_to_the_tab_where_the_change_is_seen(cases: Driver) -> None:
    issue = cases.logbook.negotiations.load(1).issues[0]
    cases.session.take(cases.logbook.issues.change(issue.id, name="Cost of a can"))
    cases.go(Place(NEGOTIATIONS))
    assert "Cost of a can" in cases.window.commands.action("undo").text()
    cases.run("undo")
    assert (cases.place.name, cases.place.record, cases.place.part) == (NEGOTIATION, 1, "prepare")
    assert cases.logbook.negotiations.load(1).issues[0].name == issue.name
    cases.run("redo")
    assert cases.logbook.negotiations.load(1).issues[0].name == "Cost of a can"


def test_deleting_the_negotiation_shown_leads_to_the_list(cases: Driver) -> None:
    cases.go(Place(NEGOTIATION, 1, "documents"))
    cases.session.take(cases.logbook.negotiations.delete(1))
    assert cases.place.name == NEGOTIATIONS
    cases.run("back")
    assert cases.place.record != 1


def test_a_change_is_told_as_saved_in_the_header(cases: Driver) -> None:
    cases.go(Place(NEGOTIATION, 1, "documents"))
    cases.session.take(cases.logbook.negotiations.change(1, title="Tomatoes"))
    texts = cases.texts(cases.screen(NegotiationScreen).header)
    assert "Saved 09:18" in texts
    assert any("Tomatoes" in text for text in texts)


def test_f6_walks_the_panes(cases: Driver) -> None:
    cases.go(Place(NEGOTIATION, 1, "documents"))
    tab = cases.screen(NegotiationScreen).tab
    assert isinstance(tab, DocumentsView)
    seen = set()
    for _ in range(4):
        cases.press(Qt.Key.Key_F6)
        focus = cases.window.focusWidget()
        seen.add(cases.window.rail.isAncestorOf(focus))
    assert seen == {True, False}


def test_a_screen_of_a_logbook_that_was_closed_hears_nothing_of_the_window_any_more(
    cases: Driver, tmp_path: Path
) -> None:
    cases.go(Place(NEGOTIATION, 1))
    another = Logbook.create(tmp_path / "another.logroll")
    another.close()
    assert cases.program.desk is not None
    cases.program.desk.files.open(tmp_path / "another.logroll")
    cases.wait_for_jobs()
    cases.wait(lambda: cases.logbook.path.name == "another.logroll")
    # a slot of a screen that is gone would be a bug, and be told as one
    for on in (True, False):
        cases.window.commands.action("back").setEnabled(on)
        cases.window.commands.action("forward").setEnabled(on)
