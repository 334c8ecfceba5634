"""tests: core/reports/saving.py - hard saving and cost avoidance by the baseline."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from core.reports.case import Case
from core.reports.saving import avoided_costs, hard_savings, total
from core.words import Words
from tests.core.reports import cases
from tests.core.reports.cases import D


def of(negotiation: object) -> Case:
    return Case(negotiation, Words(), cases.MADE_AT.date())  # type: ignore[arg-type]


def test_a_saving_counts_from_the_baseline_not_from_the_quotation() -> None:
    case = of(cases.closed())
    assert total(hard_savings(case)) == 6000
    assert total(avoided_costs(case)) == 4000


def test_a_price_basis_divides_the_quantity() -> None:
    closed = cases.closed()
    per_thousand = replace(closed.issues[0], price_basis=D(1000))
    case = of(replace(closed, issues=(per_thousand, *closed.issues[1:])))
    assert total(hard_savings(case)) == 6


def test_a_quotation_below_the_baseline_avoids_nothing() -> None:
    closed = cases.closed()
    case = of(replace(closed, issues=(replace(closed.issues[0], baseline=D("1.60")), *closed.issues[1:])))
    assert avoided_costs(case) == ()


def test_money_is_exact() -> None:
    closed = cases.closed()
    odd = replace(closed.issues[0], reference_quantity=D("0.1"), price_basis=D(3))
    case = of(replace(closed, issues=(odd, *closed.issues[1:])))
    assert total(hard_savings(case)) == Fraction(6, 100) * Fraction(1, 30)


def test_no_baseline_no_agreed_price_no_quantity_no_saving() -> None:
    closed = cases.closed()
    for issue in (
        replace(closed.issues[0], baseline=None),
        replace(closed.issues[0], reference_quantity=None),
        replace(closed.issues[0], id=99),
    ):
        assert hard_savings(of(replace(closed, issues=(issue, *closed.issues[1:])))) == ()
