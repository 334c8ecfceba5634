"""tests: ui/analyse/view.py - six views by key and word, their charts as tables and copies, the record untouched."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.analyse.conftest import Open
from tests.ui.desk import ALT, CTRL, Driver
from ui.analyse.dance_page import DancePage
from ui.analyse.frontier_page import FrontierPage
from ui.analyse.range_page import RangePage
from ui.analyse.view import CONCESSIONS, DANCE, FRONTIER, PACKAGES, RANGE, VIEWS, WHAT_IF, AnalyseView
from ui.meet.view import MeetView
from ui.navigation import NEGOTIATION, Place
from ui.negotiation.view import NegotiationScreen

WITH_CHART = (RANGE, DANCE, PACKAGES, FRONTIER)


def title(view: AnalyseView) -> str:
    chart = view.page.chart
    assert chart is not None
    return chart.view.accessibleName()


def test_keys_go_through_all_views_and_back(analyse: Open, empty: Driver) -> None:
    view = analyse()
    view.go_view(RANGE)
    seen = [view.view]
    for _ in range(len(VIEWS)):
        empty.press(Qt.Key.Key_PageDown, CTRL)
        seen.append(view.view)
    assert tuple(seen) == (*VIEWS, WHAT_IF)
    empty.press(Qt.Key.Key_PageUp, CTRL)
    assert view.view == CONCESSIONS
    assert view.bar.current == CONCESSIONS
    assert empty.place.spot == CONCESSIONS


def test_it_stands_between_meet_and_debrief(analyse: Open, empty: Driver) -> None:
    analyse()
    empty.press(Qt.Key.Key_2, ALT)
    assert isinstance(empty.screen(NegotiationScreen).tab, MeetView)
    empty.press(Qt.Key.Key_3, ALT)
    assert isinstance(empty.screen(NegotiationScreen).tab, AnalyseView)
    empty.press(Qt.Key.Key_5, ALT)
    assert empty.place.part == "documents"


def test_the_titles_are_findings_with_their_figures(analyse: Open) -> None:
    view = analyse()
    found = {}
    for key in WITH_CHART:
        view.go_view(key)
        found[key] = title(view).replace("\u00a0", " ")
    assert found[RANGE].startswith("There is room: a deal that suits both is worth 47.8 to ")
    assert found[DANCE] == (
        "They moved 29.5 points toward us in 4 steps, we moved 26.5 points toward them in 3 steps; "
        "34.0 points are still open."
    )
    assert found[PACKAGES] == "Their offer is worth 8.3 points (3,320.74 EUR) less than the BATNA, Frutas Ebro."
    assert found[FRONTIER].startswith("Their standing offer is worth 39.5 to us and about ")


def test_a_change_of_the_record_changes_the_findings(analyse: Open, empty: Driver) -> None:
    view = analyse(PACKAGES)
    before = title(view)
    alternative = view.presenter.negotiation.alternatives[0]
    view.changes_made.emit(empty.logbook.alternatives.delete(alternative.id))
    assert title(view) != before
    view.go_view(DANCE)
    assert "BATNA 47.8" not in str(view.page.chart.view.canvas.scene)  # type: ignore[union-attr]


@pytest.mark.parametrize("key", WITH_CHART)
def test_t_shows_the_table_and_the_arrows_walk_the_points(analyse: Open, empty: Driver, key: str) -> None:
    view = analyse()
    view.go_view(key)
    chart = view.page.chart
    assert chart is not None
    canvas = chart.view.canvas
    assert QApplication.focusWidget() is canvas
    assert canvas.stop >= 0, "the point where one begins has the ring"
    empty.press(Qt.Key.Key_Home)
    first = canvas.accessibleDescription()
    empty.press(Qt.Key.Key_Right)
    assert canvas.stop == 1
    assert canvas.accessibleDescription() not in ("", first)
    empty.press(Qt.Key.Key_T)
    assert chart.view.shows_table
    assert chart.view.table.model.rowCount() > 1
    empty.press(Qt.Key.Key_T)
    assert not chart.view.shows_table


def test_the_ring_and_the_chosen_package_go_together(analyse: Open, empty: Driver) -> None:
    view = analyse()
    view.go_view(FRONTIER)
    page = view.page
    assert isinstance(page, FrontierPage)
    assert page.chart.view.canvas.accessibleDescription().startswith("Their standing offer: ")
    page.packages.go_to("ours")
    assert page.chart.view.canvas.accessibleDescription().startswith("Our standing offer: ")
    view.go_view(PACKAGES)
    chart = view.page.chart
    assert chart is not None
    assert chart.view.canvas.accessibleDescription().startswith("Their standing offer: 39.5 points")


def test_a_chart_is_copied_as_picture_and_as_table(analyse: Open, empty: Driver) -> None:
    view = analyse()
    view.go_view(PACKAGES)
    clipboard = QGuiApplication.clipboard()
    empty.press(Qt.Key.Key_C, CTRL)
    assert not clipboard.image().isNull()
    head, first, *_ = clipboard.text().split("\n")
    assert head.split("\t")[:3] == ["Package", "Worth to us", "Against BATNA"]
    assert first.split("\t")[0] == "Opening"
    chart = view.page.chart
    assert chart is not None
    chart.copy_table()
    assert clipboard.mimeData().hasText()
    assert not clipboard.mimeData().hasImage()
    chart.open_menu(QPoint(10, 10))
    (menu,) = [each for each in chart.findChildren(QMenu) if each.isVisible()]
    words = [action.text() for action in menu.actions()]
    assert words == ["Show as table", "Copy as picture and table", "Copy as picture", "Copy as table"]
    menu.actions()[2].trigger()
    assert clipboard.mimeData().hasImage()
    menu.close()


def test_the_dance_is_about_the_issue_chosen(analyse: Open) -> None:
    view = analyse()
    view.go_view(DANCE)
    page = view.page
    subject = page.subject  # type: ignore[attr-defined]
    assert subject.isVisible()
    words = [subject.itemText(at) for at in range(subject.count())]
    assert words == ["Package value", "Price, EUR/can", "Payment, days", "Lead time, weeks", "Shelf life, months"]
    QTest.keyClick(subject, Qt.Key.Key_Down)
    assert title(view).replace("\u00a0", " ") == (
        "They came down 0.06 in 5 offers, we went up 0.04; 0.08 EUR/can is still open."
    )
    view.go_view(RANGE)
    assert not subject.isVisible()


def test_without_estimates_the_frontier_says_what_to_enter_and_goes_there(analyse: Open, empty: Driver) -> None:
    view = analyse(theirs=False)
    view.go_view(FRONTIER)
    texts = empty.texts(view.page)
    assert "The frontier needs estimates of their side. Enter them in Prepare, step “Their side”." in texts
    assert not view.table.isEnabled()
    empty.press(Qt.Key.Key_Space)
    assert (empty.place.part, empty.place.spot) == ("prepare", "theirs")


@pytest.mark.parametrize(
    "what",
    [{"lines": 0}, {"lines": 1}, {"batna": False}, {"money": False}, {"theirs": False, "batna": False, "money": False}],
)
def test_every_view_stands_with_little_to_show(analyse: Open, what: dict[str, object]) -> None:
    view = analyse(**what)
    for key in VIEWS:
        view.go_view(key)
        if view.page.chart is not None and key != FRONTIER:
            assert title(view)


def test_an_empty_negotiation_says_what_is_missing(empty: Driver) -> None:
    supplier = empty.logbook.suppliers.add(name="Ribera").made
    case = empty.logbook.negotiations.add(supplier_id=supplier, title="Nothing yet").made
    empty.go(Place(NEGOTIATION, case, "analyse"))
    view = empty.screen(NegotiationScreen).tab
    assert isinstance(view, AnalyseView)
    assert view.view == RANGE
    for key in VIEWS:
        view.go_view(key)
    view.go_view(RANGE)
    assert title(view) == "No issue yet. Enter the issues in Prepare."


def test_the_pane_beside_hides_and_comes_back(analyse: Open, empty: Driver) -> None:
    view = analyse()
    view.go_view(PACKAGES)
    pane = view.side_pane()
    assert pane is not None
    assert pane.isVisible()
    empty.run("side_pane")
    assert not pane.isVisible()
    empty.run("side_pane")
    assert pane.isVisible()


def test_without_an_issue_it_says_what_it_is_for_and_leads_there(empty: Driver) -> None:
    supplier = empty.logbook.suppliers.add(name="Bodega Norte").made
    case = empty.logbook.negotiations.add(supplier_id=supplier, title="Olive oil").made
    empty.go(Place(NEGOTIATION, case, "analyse"))
    view = empty.screen(NegotiationScreen).tab
    assert isinstance(view, AnalyseView)
    assert "Nothing to analyse yet" in empty.texts(view)
    assert not view.bar.isVisible()
    view.focus_first()
    assert view.prepare.hasFocus()
    empty.press(Qt.Key.Key_Space)
    assert (empty.place.part, empty.place.spot) == ("prepare", "issues")
    empty.session.take(empty.logbook.issues.add(case, name="Price"))
    empty.go(Place(NEGOTIATION, case, "analyse"))
    assert "Nothing to analyse yet" not in empty.texts(view)
    assert view.bar.isVisible()


def test_what_is_missing_in_a_view_is_one_button_away(analyse: Open, empty: Driver) -> None:
    view = analyse(DANCE, theirs=False, lines=0)
    page = view.page
    assert isinstance(page, DancePage)
    page.meet.click()
    assert empty.place.part == "meet"
    empty.go(Place(NEGOTIATION, view.negotiation_id, "analyse", RANGE))
    page = view.page
    assert isinstance(page, RangePage)
    page.enter.click()
    assert (empty.place.part, empty.place.spot) == ("prepare", "theirs")
    empty.go(Place(NEGOTIATION, view.negotiation_id, "analyse", FRONTIER))
    assert not view.page.panes_row.is_shown(1), "what has nothing to show takes no room"


def test_a_talk_in_full_swing_asks_for_nothing(analyse: Open) -> None:
    view = analyse(RANGE)
    ranged, danced = view.pages[RANGE], view.pages[DANCE]
    assert isinstance(ranged, RangePage)
    assert isinstance(danced, DancePage)
    view.go_view(DANCE)
    assert ranged.enter.isHidden()
    assert danced.meet.isHidden()


def test_keys_walk_on_through_views_that_have_nothing_to_show_yet(analyse: Open, empty: Driver) -> None:
    view = analyse(RANGE, theirs=False, batna=False, lines=0)
    view.focus_first()
    seen = [view.view]
    for _ in range(len(VIEWS) - 1):
        empty.press(Qt.Key.Key_PageDown, CTRL)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert view.isAncestorOf(focus)
        seen.append(view.view)
    assert tuple(seen) == VIEWS


def test_tab_comes_to_the_issue_of_the_dance_between_its_view_and_the_verbs(analyse: Open, empty: Driver) -> None:
    view = analyse()
    for key in (DANCE, RANGE, DANCE):
        view.go_view(key)
    view.bar.setFocus(Qt.FocusReason.TabFocusReason)
    walked = []
    for _ in range(3):
        empty.press(Qt.Key.Key_Tab)
        walked.append(QApplication.focusWidget())
    page = view.page
    assert isinstance(page, DancePage)
    assert walked == [page.subject, view.table, view.copy]
