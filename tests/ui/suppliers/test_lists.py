"""tests: contracts, spend and costs are written by keys, told by flags, and taken back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from core.errors import BadInput
from core.side import Basis
from tests.ui.conftest import NOW
from tests.ui.desk import CTRL, Driver
from ui.dossier import SUMMARY
from ui.line_list import Begun
from ui.navigation import SUPPLIERS, Place
from ui.suppliers.view import COMPANY, COSTS, SuppliersScreen

TODAY = NOW.date()
SELLER = 3  # of whom no contract, spend or costs are on file
OTHER = 2


def opened(cases: Driver, tab: str) -> SuppliersScreen:
    cases.go(Place(SUPPLIERS, SELLER))
    screen = cases.screen(SuppliersScreen)
    screen.tabs.setFocus()
    while screen.tabs.current != tab:
        cases.press(Qt.Key.Key_Right)
    return screen


def test_a_contract_is_written_on_one_line_changed_and_deleted(cases: Driver) -> None:
    screen = opened(cases, COMPANY)
    screen.contracts.focus_line()
    cases.write("Frame, until 31 Dec 2027, notice 90 days # price list annexed")
    cases.press(Qt.Key.Key_Return)
    (made,) = cases.logbook.contracts.of_supplier(SELLER)
    found = made.title, made.ends, made.notice_days, made.note
    assert found == ("Frame", date(2027, 12, 31), 90, "price list annexed")
    screen.contracts.table.go_to(made.id)
    screen.contracts.table.setFocus()
    cases.press(Qt.Key.Key_F2)
    assert screen.contracts.field is not None
    assert screen.contracts.field.text() == "Frame, until 31 Dec 2027, notice 90 days # price list annexed"
    screen.contracts.field.setText("Frame, until 30 Jun 2027")
    cases.press(Qt.Key.Key_Return)
    assert cases.logbook.contracts.of_supplier(SELLER)[0].ends == date(2027, 6, 30)
    screen.contracts.table.setFocus()
    cases.press(Qt.Key.Key_Delete)
    assert cases.logbook.contracts.of_supplier(SELLER) == ()
    cases.press(Qt.Key.Key_Z, CTRL)
    assert cases.logbook.contracts.of_supplier(SELLER)[0].notice_days is None


def test_a_line_that_cannot_be_read_stays_with_the_reason(cases: Driver) -> None:
    screen = opened(cases, COMPANY)
    screen.contracts.focus_line()
    cases.write("Frame, until whenever")
    cases.press(Qt.Key.Key_Return)
    assert cases.logbook.contracts.of_supplier(SELLER) == ()
    assert not screen.contracts.problem.isHidden()
    assert any("“whenever” is no day" in text for text in cases.texts(screen.contracts))
    assert screen.contracts.table.add_text() == "Frame, until whenever"


def test_a_year_of_spend_that_is_there_is_changed_not_doubled(cases: Driver) -> None:
    screen = opened(cases, COSTS)
    for line in ("2025: 100.00 USD", "2025: 120.00 USD"):
        screen.spend.focus_line()
        cases.write(line)
        cases.press(Qt.Key.Key_Return)
    assert [each.amount for each in cases.logbook.spends.of_supplier(SELLER)] == [Decimal("120.00")]


def test_a_new_breakdown_is_the_copy_of_the_last_one_as_of_today(cases: Driver) -> None:
    screen = opened(cases, COSTS)
    for line in ("Tomatoes 45 %, said, 1 Mar 2026 # their letter", "Tin 30 %"):
        screen.costs.focus_line()
        cases.write(line)
        cases.press(Qt.Key.Key_Return)
    first, second = cases.logbook.cost_parts.of_supplier(SELLER)
    assert (first.basis, first.on, second.basis, second.on) == (
        Basis.SAID, date(2026, 3, 1), Basis.GUESS, date(2026, 3, 1),
    )  # fmt: skip
    screen.costs.renew.setFocus()
    cases.press(Qt.Key.Key_Space)
    found = cases.logbook.cost_parts.of_supplier(SELLER)
    assert [(each.name, each.on) for each in found[2:]] == [("Tomatoes", TODAY), ("Tin", TODAY)]
    head = screen.costs.table.model.rows[0].cells
    assert [head[key].text for key in ("name", "share", "source")] == ["As of 24 Nov 2026", "75\xa0%", "25 % missing"]
    cases.press(Qt.Key.Key_Z, CTRL)
    assert len(cases.logbook.cost_parts.of_supplier(SELLER)) == 2


def test_the_marks_place_the_supplier_and_say_what_that_means(cases: Driver) -> None:
    screen = opened(cases, COMPANY)
    for key, mark in (("profit_impact", "5"), ("supply_risk", "4")):
        field = screen.portfolio.form.fields[key]
        field.setFocus()
        field.show_value(mark)
        screen.portfolio.form.edited.emit(key, mark)
    supplier = cases.logbook.suppliers.load(SELLER)
    assert (supplier.profit_impact, supplier.supply_risk) == (5, 4)
    assert screen.portfolio.advice.text().startswith("Strategic: ")


def test_an_undone_contract_is_shown_where_it_stands(cases: Driver) -> None:
    screen = opened(cases, COMPANY)
    screen.contracts.focus_line()
    cases.write("Frame")
    cases.press(Qt.Key.Key_Return)
    screen.show_tab(SUMMARY)
    cases.run("undo")
    assert screen.tabs.current == COMPANY


def test_the_sum_of_a_breakdown_is_neither_changed_nor_deleted(cases: Driver) -> None:
    screen = opened(cases, COSTS)
    screen.costs.focus_line()
    cases.write("Steel: 45 %")
    cases.press(Qt.Key.Key_Return)
    screen.costs.table.go_to(f"sum/{TODAY.isoformat()}")
    assert screen.costs.table.current() == f"sum/{TODAY.isoformat()}"
    screen.costs.table.setFocus()
    for key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Delete):
        cases.press(key)
    assert screen.costs.field is None
    assert len(cases.logbook.cost_parts.of_supplier(SELLER)) == 1


def test_the_line_of_a_year_does_not_write_over_another_year(cases: Driver) -> None:
    screen = opened(cases, COSTS)
    years = [
        cases.logbook.spends.add(SELLER, year=year, amount=Decimal(year), currency="EUR").made for year in (2024, 2025)
    ]
    with pytest.raises(BadInput):
        screen.spend.write(years[0], "2025: 7 EUR")
    assert {each.year: each.amount for each in cases.logbook.spends.of_supplier(SELLER)} == {
        2024: Decimal(2024), 2025: Decimal(2025)
    }  # fmt: skip


def test_a_line_refused_in_one_file_mends_nothing_in_another(cases: Driver) -> None:
    screen = opened(cases, COSTS)
    year = cases.logbook.spends.add(SELLER, year=2024, amount=Decimal(5), currency="EUR").made
    screen.spend.edit(year)
    cases.press(Qt.Key.Key_A, CTRL)
    cases.write("rubbish")
    cases.press(Qt.Key.Key_Return)
    assert screen.spend.begun == Begun("rubbish", year)
    cases.go(Place(SUPPLIERS, OTHER))
    assert screen.spend.begun == Begun()
    before = cases.logbook.spends.of_supplier(OTHER)
    screen.spend.focus_line()
    cases.write("2019: 77000 EUR")
    cases.press(Qt.Key.Key_Return)
    assert cases.logbook.spends.of_supplier(SELLER)[0].year == 2024
    assert len(cases.logbook.spends.of_supplier(OTHER)) == len(before) + 1
    cases.go(Place(SUPPLIERS, SELLER))
    assert screen.spend.begun == Begun("rubbish", year)
    screen.spend.focus_line()
    cases.press(Qt.Key.Key_A, CTRL)
    cases.write("2024: 6 EUR")
    cases.press(Qt.Key.Key_Return)
    assert [each.amount for each in cases.logbook.spends.of_supplier(SELLER)] == [Decimal(6)]
