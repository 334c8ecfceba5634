"""tests: core/reports/case.py - a negotiation as documents speak of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from core.issue import ScaleKind
from core.reports.case import Case
from core.side import Side
from core.term import Term
from core.told import inline, short
from core.verdict import Interval
from core.words import Words
from tests.core.reports import cases
from tests.core.reports.cases import D


@pytest.fixture
def case() -> Case:
    return Case(cases.closed(), Words(), cases.MADE_AT.date())


def test_the_lead_issue_is_the_unit_price_then_the_weightiest(case: Case) -> None:
    assert case.lead is not None
    assert case.lead.name == "Price"
    without = tuple(replace(issue, reference_quantity=None, weight=D(issue.id)) for issue in case.negotiation.issues)
    lead = Case(replace(case.negotiation, issues=without), Words(), case.day).lead
    assert lead is not None
    assert lead.name == "Volume"


def test_first_said_is_what_a_side_opened_with(case: Case) -> None:
    assert case.first_said(Side.THEM)[1].value == D("1.50")
    assert case.first_said(Side.US)[1].value == D("1.36")
    assert case.first_said(Side.US)[2].value == D(2), "planned, never said"


def test_the_signed_deal_goes_before_what_the_log_agreed(case: Case) -> None:
    assert case.deal[1].value == D("1.40")
    debrief = case.negotiation.debrief
    assert debrief is not None
    signed = replace(case.negotiation, debrief=replace(debrief, deal=cases.terms(price=D("1.39"))))
    assert Case(signed, Words(), case.day).deal == {1: Term(issue_id=1, value=D("1.39"))}


def test_an_interval_shows_both_ends_a_figure_one(case: Case) -> None:
    assert case.points(Interval(Fraction(1, 2), Fraction(1, 2))) == "50.0"
    assert case.points(Interval(Fraction(1, 5), Fraction(7, 10))) == "20.0 to 70.0"
    assert case.points(None) == "–"
    assert case.against(Interval(Fraction(1, 5), Fraction(7, 10)), Interval(Fraction(1, 2), Fraction(1, 2))) == (
        "–30.0 to +20.0"
    )


def test_limits_are_worded_by_the_direction_of_the_issue(case: Case) -> None:
    price, lead_time, cover, payment, *_ = case.negotiation.issues
    assert case.no_worse_than(price, D("1.45")) == "price at no more than 1.45\u00a0USD/can"
    assert case.no_worse_than(payment, D(14)) == "payment at no less than 14\u00a0days"
    assert case.no_worse_than(cover, "shared") == "recall cover no worse than shared"
    dated = replace(lead_time, name="Closing", kind=ScaleKind.DATE, best=date(2027, 1, 1), worst=date(2027, 3, 1))
    assert case.no_worse_than(dated, date(2027, 2, 1)) == "closing no later than 1 Feb 2027"


def test_gaps_are_exact(case: Case) -> None:
    price = case.negotiation.issues[0]
    long = "1.000000000000000000000000000000000001"
    assert case.apart(price, D(long), D(1)) == "0.000000000000000000000000000000000001"
    assert case.apart(price, date(2027, 1, 1), date(2027, 1, 31)) == "30 days"
    assert case.apart(price, "full", "none") == ""


def test_amounts_have_their_currency_and_no_idle_cents(case: Case) -> None:
    assert case.amount(Fraction(6000)) == "6,000\u00a0USD"
    assert case.amount(Fraction(12345, 100)) == "123.45\u00a0USD"


@pytest.mark.parametrize(
    ("name", "said"),
    [("Price", "price"), ("VAT rate", "VAT rate"), ("X", "X"), ("Lead time", "lead time"), ("", ""), ("5 %", "5 %")],
)
def test_names_inside_a_sentence(name: str, said: str) -> None:
    assert inline(name) == said


def test_a_very_long_name_is_cut_in_a_sentence_and_a_unit_stays_with_its_figure() -> None:
    assert short("word " * 40).endswith("…")
    assert len(short("word " * 40)) <= 44
    assert short("1.45\u00a0USD") == "1.45\u00a0USD"
