"""tests: core/outcome.py - the deal against every mark, who moved how far, what it saved."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from core.debrief import Debrief, Outcome
from core.line import Verb
from core.negotiation import Negotiation
from core.outcome import Result, change, deal_of, first_said, lead_issue
from core.side import Side
from core.value import Valuation
from core.verdict import Interval, Light
from tests.core.cases import DAY, MOMENT, canned_food, changed, four_issues, issue, line, negotiation, terms


def talk(**fields: object) -> Negotiation:
    """Return the first case as it was talked through: 1.54 against 1.36, 1.40 with everything prepaid."""
    lines = (
        line(1, Side.THEM, {1: "1.54"}),
        line(2, Side.US, {1: "1.36"}),
        line(3, Side.THEM, {1: "1.40", 2: 100}, conditions={}),
        line(4, Side.US, {1: "1.40", 2: 100}, verb=Verb.AGREE),
    )
    return replace(changed(canned_food(lines=lines), 1, baseline=Decimal("1.46")), **fields)  # type: ignore[arg-type]


def closed(found: Negotiation, values: dict[int, object], outcome: Outcome = Outcome.AGREED) -> Negotiation:
    return replace(found, debrief=Debrief(negotiation_id=1, outcome=outcome, deal=terms(values), closed_at=MOMENT))


def test_the_deal_is_what_the_log_agreed_until_a_debrief_signs_one() -> None:
    found = talk()
    assert {each: term.value for each, term in deal_of(found).items()} == {1: Decimal("1.40"), 2: Decimal(100)}
    signed = closed(found, {1: "1.41"})
    assert {each: term.value for each, term in deal_of(signed).items()} == {1: Decimal("1.41")}


def test_a_deal_that_is_being_prepared_is_judged_before_it_is_signed() -> None:
    result = Result(talk(), DAY, terms({1: "1.50"}))
    assert set(result.deal) == {1}
    assert [each.name for each in result.unsaid] == ["Prepaid"]
    assert result.value is not None
    assert not result.value.is_exact


def test_the_first_case_stands_above_the_batna_and_without_the_switching_cost_below_it() -> None:
    result = Result(talk(), DAY)
    assert result.value == Interval(Fraction(100_000 * 20, 100) / Fraction("20882.78"), result.value.high)  # type: ignore[union-attr]
    above = result.against(result.batna.value)  # type: ignore[union-attr]
    money = result.valuation.money
    assert above is not None
    assert money is not None
    assert above.low * money == Fraction("117.22")
    assert not result.is_breach
    without = Result(replace(talk(), alternatives=canned_food(switching_cost=0).alternatives), DAY)
    assert without.is_breach
    assert without.verdict is not None
    assert without.verdict.batna is Light.CERTAIN


def test_who_moved_is_told_in_money_the_largest_step_first() -> None:
    moves = [(each.side, each.issue.name, each.money, each.from_baseline) for each in Result(talk(), DAY).moves]
    assert moves == [
        (Side.THEM, "Price", 14_000, False),
        (Side.US, "Price", -4_000, False),
        (Side.US, "Prepaid", Fraction("-882.78"), True),
    ]


def test_a_side_that_named_nothing_moves_from_the_baseline_only_where_a_deal_was_made() -> None:
    apart = replace(talk(), lines=talk().lines[:2])
    assert Result(apart, DAY).moves == ()


def test_who_names_something_worse_than_the_baseline_has_moved_by_naming_it() -> None:
    lines = (line(1, Side.THEM, {1: "1.50"}), line(2, Side.US, {1: "1.40", 2: 100}))
    agreed = line(3, Side.THEM, {1: "1.40", 2: 100}, verb=Verb.AGREE)
    moves = [(each.side, each.issue.name, each.money) for each in Result(talk(lines=(*lines, agreed)), DAY).moves]
    assert moves == [(Side.THEM, "Price", 10_000), (Side.US, "Prepaid", Fraction("-882.78"))]


def test_a_step_in_ones_own_favour_gives_nothing() -> None:
    better = closed(talk(), {1: "1.34", 2: 0})
    ours = next(each for each in Result(better, DAY).moves if each.side is Side.US)
    assert ours.money == 2_000
    assert not ours.gives


def test_what_was_opened_with_counts_conditions_too_and_is_not_what_was_planned() -> None:
    found = changed(talk(lines=(line(1, Side.US, {1: "1.36"}, conditions={2: 50}),)), 1, opening=Decimal("1.30"))
    assert {each: term.value for each, term in first_said(found, Side.US).items()} == {
        1: Decimal("1.36"),
        2: Decimal(50),
    }
    assert first_said(found, Side.THEM) == {}


def test_the_other_terms_are_told_apart_from_the_saving() -> None:
    result = Result(talk(), DAY)
    assert [each.total for each in result.savings] == [6_000]
    assert result.other_terms == Fraction("-882.78")
    assert Result(changed(talk(), 2, baseline=None), DAY).other_terms is None
    assert Result(four_issues(), DAY).other_terms is None


def test_a_term_past_the_limit_is_found_also_at_one_end_of_a_range() -> None:
    found = changed(talk(), 1, limit=Decimal("1.45"))
    assert Result(found, DAY).past_limit == ()
    for value in ("1.46", ("1.44", "1.46")):
        assert [each.name for each in Result(found, DAY, terms({1: value})).past_limit] == ["Price"]


def test_without_batna_issues_or_terms_nothing_is_claimed() -> None:
    bare = Result(replace(talk(), alternatives=()), DAY)
    assert bare.batna is None
    assert not bare.is_breach
    empty = Result(negotiation(), DAY)
    assert (empty.value, empty.verdict, empty.moves, empty.savings) == (None, None, (), ())
    assert lead_issue(empty.valuation) is None


def test_a_title_speaks_of_the_unit_price_else_of_what_counts_most() -> None:
    assert lead_issue(Valuation(talk())) == talk().issues[0]
    found = negotiation(issue(1, "Small", 1, 0, 1), issue(2, "Large", 1, 0, 9))
    assert lead_issue(Valuation(found)) == found.issues[1]


@pytest.mark.parametrize(
    ("start", "end", "by"),
    [
        (Decimal("1.46"), Decimal("1.40"), Decimal("-0.06")),
        (Decimal(30), Decimal(30), Decimal(0)),
        (DAY, DAY.replace(day=30), 6),
        ("free", "paid", None),
        (None, Decimal(1), None),
        (Decimal(1), "free", None),
    ],
)
def test_a_change_has_a_sign_and_the_places_of_its_figures(start: object, end: object, by: object) -> None:
    assert change(start, end) == by  # type: ignore[arg-type]
