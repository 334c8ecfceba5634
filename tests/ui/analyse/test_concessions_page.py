"""tests: ui/analyse/concessions_page.py - the ledger is completed, cleared of what is none, and undone."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.analyse.conftest import Open, keys
from tests.ui.desk import CTRL, Driver
from ui.analyse.concessions_page import ConcessionsPage
from ui.analyse.view import CONCESSIONS


def page_of(analyse: Open) -> ConcessionsPage:
    view = analyse()
    view.go_view(CONCESSIONS)
    assert isinstance(view.page, ConcessionsPage)
    return view.page


def test_what_it_was_given_for_is_typed_and_undone(analyse: Open, empty: Driver) -> None:
    page = page_of(analyse)
    first = page.presenter.negotiation.concessions[0]
    keys("larger volume")
    empty.press(Qt.Key.Key_Return)
    assert page.presenter.negotiation.concessions[0].in_return_for == "larger volume"
    assert page.presenter.negotiation.concessions[0].confirmed
    page.sheet.go_to(first.id, "in_return")
    empty.press(Qt.Key.Key_Z, CTRL)
    assert page.presenter.negotiation.concessions[0].in_return_for == ""


def test_what_is_no_concession_goes_and_may_come_back(analyse: Open, empty: Driver) -> None:
    page = page_of(analyse)
    count = len(page.presenter.negotiation.concessions)
    page.sheet.rows_delete_wanted.emit([page.presenter.negotiation.concessions[0].id])
    assert len(page.presenter.negotiation.concessions) == count - 1
    assert len(empty.answers.undoable) == 1


def test_balance_and_what_may_still_be_given_stand_beside(analyse: Open, empty: Driver) -> None:
    page = page_of(analyse)
    texts = {text.replace("\u00a0", " ") for text in empty.texts(page)}
    assert "We gave 16.5 points, they gave 29.5, by our scale." in texts
    assert "We may still give 10,287.96 EUR (25.7 points) before the minimum and the BATNA." in texts
    assert "What may still be given" in texts


def test_a_logbook_that_may_only_be_read_is_not_edited(analyse: Open, empty: Driver) -> None:
    page = page_of(analyse)
    page.set_editing(allowed=False)
    page.sheet.rows_delete_wanted.emit([page.presenter.negotiation.concessions[0].id])
    keys("larger volume")
    empty.press(Qt.Key.Key_Return)
    assert page.presenter.negotiation.concessions[0].in_return_for == ""
    assert not empty.answers.undoable


def test_what_the_line_named_is_offered_and_kept_by_enter(analyse: Open, empty: Driver) -> None:
    page = page_of(analyse)
    named = next(each for each in page.presenter.found.ledger.rows() if each.suggested)
    assert named.suggested.replace("\u00a0", " ") == "Shelf life 24 months"
    page.sheet.go_to(named.id, "in_return")
    empty.press(Qt.Key.Key_F2)
    empty.press(Qt.Key.Key_Return)
    kept = next(each for each in page.presenter.negotiation.concessions if each.id == named.id)
    assert kept.in_return_for == named.suggested
    assert not any(each.suggested for each in page.presenter.found.ledger.rows())


def test_what_may_still_be_given_stands_clear_of_its_title_at_twice_the_size(analyse: Open, empty: Driver) -> None:
    page = page_of(analyse)
    page.tools.theme.set_factor(2.0)
    fresh = ConcessionsPage(page.tools, page.presenter, page)
    box = fresh._room.parentWidget()
    assert box is not None
    layout = box.layout()
    assert layout is not None
    assert layout.spacing() == page.tools.theme.space(8) == 16
    page.tools.theme.set_factor(1.0)
