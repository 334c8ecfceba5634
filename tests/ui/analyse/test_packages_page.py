"""tests: ui/analyse/packages_page.py - candidates typed beside what is on the table, by what they bring both sides."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from core.side import Side
from core.words import NO_BREAK
from tests.ui.analyse.conftest import Open, keys
from tests.ui.desk import Driver
from ui.analyse.packages_page import PackagesPage
from ui.analyse.view import AnalyseView

Key = Qt.Key


def page_of(view: AnalyseView) -> PackagesPage:
    page = view.page
    assert isinstance(page, PackagesPage)
    return page


def names(page: PackagesPage) -> list[str]:
    return [row.name for row in page.presenter.found.packages.rows]


def test_a_package_is_typed_and_stands_among_the_others_at_once(analyse: Open, empty: Driver) -> None:
    page = page_of(analyse("packages"))
    before = names(page)
    page.candidates.go_to_new()
    keys("Cash first")
    empty.press(Key.Key_Tab)
    empty.press(Key.Key_Tab)
    keys("1.38")
    empty.press(Key.Key_Tab)
    keys("14")
    empty.press(Key.Key_Return)
    (made,) = page.presenter.negotiation.candidates
    assert (made.label, made.name, made.by) == ("A", "Cash first", Side.US)
    assert [term.value for term in made.terms] == [Decimal("1.38"), Decimal(14)]
    assert set(names(page)) - set(before) == {"A Cash first"}
    (row,) = [each for each in page.presenter.found.packages.rows if each.name == "A Cash first"]
    assert row.theirs
    assert row.told.replace(NO_BREAK, " ").endswith(f"about {row.theirs} to them, fine".replace(NO_BREAK, " "))


def test_the_package_chosen_in_the_list_is_taken_apart_with_what_it_brings_both(analyse: Open, empty: Driver) -> None:
    page = page_of(analyse("packages"))
    page.equal.click()
    first, second, *_ = page.presenter.negotiation.candidates
    page.candidates.setFocus()
    page.candidates.go_to(second.id, "name")
    assert any(each.startswith(f"{second.label} {second.name}") for each in empty.texts(page.side))
    assert any(each.startswith("It likely brings them ") for each in empty.texts(page.side))
    page.candidates.go_to(first.id, "name")
    assert any(each.startswith(f"{first.label} {first.name}") for each in empty.texts(page.side))


def test_three_equal_packages_are_worth_as_much_as_the_fair_deal_and_go_by_one_undo(
    analyse: Open, empty: Driver
) -> None:
    page = page_of(analyse("packages"))
    page.equal.click()
    compared = page.presenter.prepared.side_by_side
    assert len(compared.packages) == 3
    assert compared.target is not None
    for each in compared.packages:
        assert each.ours is not None
        assert abs(each.ours.low - compared.target.low) <= Decimal("0.01")
    empty.run("undo")
    assert page.presenter.negotiation.candidates == ()
    assert page.candidates.sheet.model.body_rows == 0


def test_without_estimates_the_list_says_what_to_estimate(analyse: Open, empty: Driver) -> None:
    page = page_of(analyse("packages", theirs=False))
    page.equal.click()
    assert page.presenter.negotiation.candidates == ()
    assert empty.answers.told[0].startswith("Estimate how much Price counts to them.")
    assert not page.presenter.found.packages.has_theirs


def test_deleting_a_package_offers_to_take_it_back(analyse: Open, empty: Driver) -> None:
    page = page_of(analyse("packages"))
    page.equal.click()
    page.candidates.setFocus()
    page.candidates.go_to(page.presenter.negotiation.candidates[0].id, "name")
    empty.press(Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert len(page.presenter.negotiation.candidates) == 2
    assert len(empty.answers.undoable) == 1
    empty.run("undo")
    QApplication.processEvents()
    assert len(page.presenter.negotiation.candidates) == 3


def test_what_cannot_be_read_stays_as_typed(analyse: Open, empty: Driver) -> None:
    page = page_of(analyse("packages"))
    page.equal.click()
    first = page.presenter.negotiation.candidates[0]
    price = page.presenter.negotiation.issues[0]
    page.candidates.setFocus()
    page.candidates.go_to(first.id, f"issue-{price.id}")
    keys("cheap")
    empty.press(Key.Key_Return)
    page.candidates.go_to(first.id, f"issue-{price.id}")
    model = page.candidates.sheet.model
    place = model.find(first.id, f"issue-{price.id}")
    assert model.cell(place.row(), place.column()).text == "cheap"
    assert page.candidates.sheet.strip.text
    assert page.presenter.negotiation.candidates[0].terms == first.terms


def test_undo_takes_back_what_was_typed_last_and_not_what_was_kept_before_it(analyse: Open, empty: Driver) -> None:
    page = page_of(analyse("packages"))
    page.equal.click()
    first, price = page.presenter.negotiation.candidates[0], page.presenter.negotiation.issues[0]
    page.candidates.setFocus()
    page.candidates.go_to(first.id, f"issue-{price.id}")
    keys("cheap")
    empty.press(Key.Key_Return)
    page.candidates.go_to(first.id, "note")
    keys("Only for cash")
    empty.press(Key.Key_Return)
    empty.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert page.presenter.negotiation.candidates[0].note == ""
    model = page.candidates.sheet.model
    place = model.find(first.id, f"issue-{price.id}")
    assert model.cell(place.row(), place.column()).text == "cheap"


def test_what_a_package_is_for_is_noted_beside_it_and_said_when_it_is_chosen(analyse: Open, empty: Driver) -> None:
    page = page_of(analyse("packages"))
    page.equal.click()
    first, *_ = page.presenter.negotiation.candidates
    page.candidates.setFocus()
    page.candidates.go_to(first.id, "note")
    keys("Only if they ask for cash")
    empty.press(Key.Key_Return)
    noted = {each.id: each.note for each in page.presenter.negotiation.candidates}
    assert noted[first.id] == "Only if they ask for cash"
    page.candidates.go_to(first.id, "name")
    assert any("Only if they ask for cash" in each for each in empty.texts(page.side))
    empty.run("undo")
    assert page.presenter.negotiation.candidates[0].note == ""
