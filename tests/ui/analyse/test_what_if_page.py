"""tests: ui/analyse/what_if_page.py - typed and slid, shown side by side, never written."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.analyse.conftest import Open, keys
from tests.ui.desk import Driver
from ui.analyse.view import DANCE, WHAT_IF
from ui.analyse.what_if import RESERVATION
from ui.analyse.what_if_page import WhatIfPage


def page_of(analyse: Open, **what: object) -> WhatIfPage:
    view = analyse(**what)
    view.go_view(WHAT_IF)
    assert isinstance(view.page, WhatIfPage)
    return view.page


def effects(page: WhatIfPage) -> dict[str, tuple[str, str]]:
    rows = page.effects.model.rows
    return {row.cells["name"].text: (row.cells["before"].text, row.cells["after"].text) for row in rows}


def test_another_weight_shows_its_effect_and_the_record_stays(analyse: Open, empty: Driver) -> None:
    page = page_of(analyse, money=False)
    before = page.presenter.negotiation
    price = before.issues[0]
    page.issues.go_to(price.id, "supposed_weight")
    keys("10")
    empty.press(Qt.Key.Key_Return)
    was, now = effects(page)["Their standing offer"]
    assert was == "39.5"
    assert now != was
    assert "As supposed, their offer is " in {text[:28] for text in empty.texts(page)}
    assert empty.logbook.negotiations.load(before.id) == before
    page.reset.click()
    was, now = effects(page)["Their standing offer"]
    assert was == now


def test_another_limit_and_chance(analyse: Open, empty: Driver) -> None:
    page = page_of(analyse)
    price = page.presenter.negotiation.issues[0]
    page.issues.go_to(price.id, "supposed_limit")
    keys("1.45")
    empty.press(Qt.Key.Key_Return)
    assert effects(page)["past a limit"] == ("none", "Price")
    page.chances.setFocus()
    page.chances.go_to(page.presenter.negotiation.alternatives[0].id, "supposed_chance")
    keys("50")
    empty.press(Qt.Key.Key_Return)
    was, now = effects(page)["BATNA"]
    assert was == "Frutas Ebro, 47.8"
    assert now != was


def test_what_counts_to_them_is_typed_and_the_balanced_package_moves(analyse: Open, empty: Driver) -> None:
    page = page_of(analyse)
    before = page.presenter.negotiation
    page.theirs.setFocus()
    page.theirs.go_to(before.issues[0].id, "supposed_estimate")
    keys("5")
    empty.press(Qt.Key.Key_Return)
    was, now = effects(page)["Balanced package (Nash)"]
    assert was != now
    assert any(text.startswith("As supposed, the balanced package is worth ") for text in empty.texts(page))
    page.theirs.go_to(RESERVATION, "supposed_estimate")
    keys("100")
    empty.press(Qt.Key.Key_Return)
    assert effects(page)["Balanced package (Nash)"] == (was, "none")
    assert empty.logbook.negotiations.load(before.id) == before


def test_what_cannot_be_read_is_kept_and_its_reason_said(analyse: Open, empty: Driver) -> None:
    page = page_of(analyse, money=False)
    price = page.presenter.negotiation.issues[0]
    page.issues.go_to(price.id, "supposed_weight")
    keys("much")
    empty.press(Qt.Key.Key_Return)
    index = page.issues.model.find(price.id, "supposed_weight")
    assert page.issues.model.cell(index.row(), index.column()).text == "much"
    assert page.issues.strip.isVisible()
    assert not page.supposing.is_supposing


def test_the_slider_moves_the_weight_of_the_issue_chosen(analyse: Open) -> None:
    page = page_of(analyse, money=False)
    price = page.presenter.negotiation.issues[0]
    page.issues.go_to(price.id, "supposed_weight")
    assert page.slider.value() == 50, "half of twice the largest weight"
    assert page.slider.accessibleName() == "Weight of Price"
    QTest.keyClick(page.slider, Qt.Key.Key_Right)
    assert page.supposing.supposed.weights == {price.id: 51}
    QTest.keyClick(page.slider, Qt.Key.Key_Home)
    assert page.supposing.supposed.weights == {price.id: 0}


def test_what_is_supposed_stays_while_one_looks_elsewhere_and_ends_with_the_negotiation(
    analyse: Open, empty: Driver
) -> None:
    view = analyse(money=False)
    view.go_view(WHAT_IF)
    page = view.page
    assert isinstance(page, WhatIfPage)
    page.slider.setValue(80)
    view.go_view(DANCE)
    view.go_view(WHAT_IF)
    assert page.supposing.is_supposing
    analyse(money=False)
    view.go_view(WHAT_IF)
    assert not page.supposing.is_supposing
