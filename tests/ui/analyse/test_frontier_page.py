"""tests: ui/analyse/frontier_page.py - a large frontier is worked out while one goes on."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt

from core.estimate import Subject
from core.negotiation import Weighting
from tests.ui.analyse.conftest import Open
from tests.ui.desk import Driver
from ui.analyse.frontier_page import FrontierPage
from ui.analyse.view import FRONTIER, AnalyseView
from ui.navigation import NEGOTIATION, Place
from ui.negotiation.view import NegotiationScreen


def test_a_large_one_comes_when_it_is_there(empty: Driver) -> None:
    logbook = empty.logbook
    supplier = logbook.suppliers.add(name="Large Ltd").made
    case = logbook.negotiations.add(supplier_id=supplier, title="Large", weighting=Weighting.DIRECT).made
    for number in range(5):
        made = logbook.issues.add(
            case,
            name=f"Issue {number}",
            best=Decimal(0),
            worst=Decimal(100),
            step=Decimal(1),
            weight=Decimal(number + 1),
        ).made
        logbook.estimates.put(case, made, Subject.WEIGHT, likely=Decimal(5 - number))
        logbook.estimates.put(case, made, Subject.BEST, likely=Decimal(100))
        logbook.estimates.put(case, made, Subject.WORST, likely=Decimal(0))
    empty.go(Place(NEGOTIATION, case, "analyse"))
    view = empty.screen(NegotiationScreen).tab
    assert isinstance(view, AnalyseView)
    assert view.presenter.found.is_slow
    view.go_view(FRONTIER)
    assert "The frontier of 5 issues is being worked out." in empty.texts(view.page)
    assert not view.table.isEnabled()
    empty.wait_for_jobs()
    page = view.page
    assert isinstance(page, FrontierPage)
    assert page.chart.has_chart
    assert page.chart.view.accessibleName().startswith("A balanced package is worth ")
    assert view.table.isEnabled()


def test_their_choice_among_equal_packages_moves_what_counts_to_them_in_one_step(analyse: Open, empty: Driver) -> None:
    view = analyse()
    view.go_view(FRONTIER)
    page = view.page
    assert isinstance(page, FrontierPage)
    before = page.presenter.negotiation.estimates
    assert empty.texts(page) >= {"Three equal packages"}
    for key in ("leave", "move"):
        empty.answers.keys.append(key)
        page.equal.view.setFocus()
        page.equal.go_to(0)
        empty.press(Qt.Key.Key_Return)
        assert empty.answers.asked[-1] == "They prefer A. Move what counts to them?"
        assert (page.presenter.negotiation.estimates == before) is (key == "leave")
    moved = [each for each in page.presenter.negotiation.estimates if each.source]
    assert moved
    assert {each.source for each in moved} == {"preferred A of equal packages"}
    assert len(empty.answers.undoable) == 1
    empty.run("undo")
    assert page.presenter.negotiation.estimates == before
    page.set_editing(allowed=False)
    page.equal.row_activated.emit(0)
    assert len(empty.answers.asked) == 2
