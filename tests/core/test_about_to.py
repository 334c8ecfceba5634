"""tests: what a line that is still being typed would change."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from core.about_to import AboutTo, about_to
from core.judge import Judge
from core.line import Verb
from core.negotiation import Negotiation
from core.shorthand.statement import Statement
from core.side import Side
from core.value import by_issue
from tests.core.analysis.test_price_increase import known
from tests.core.cases import changed, four_issues, issue, negotiation, terms

US, THEM = Side.US, Side.THEM


def typed(subject: Negotiation, side: Side | None, values: dict[int, Any], **fields: Any) -> AboutTo | None:
    stood = {US: by_issue(terms({1: 102, 2: 60})), THEM: by_issue(terms({1: 108}))}
    verb = fields.pop("verb", Verb.OFFER)
    return about_to(Judge(subject), Statement(side=side, verb=verb, terms=terms(values), **fields), stood)


def seen(found: AboutTo | None) -> AboutTo:
    assert found is not None
    return found


def test_a_step_toward_them_costs_us_what_it_is_worth_and_gives_them_their_part() -> None:
    found = seen(typed(known(), US, {1: 104}))
    (change,) = found.changes
    assert change.before == by_issue(terms({1: 102}))[1]
    assert (change.share, change.theirs) == (Fraction(-1, 10), Fraction(2, 25))
    assert found.cost == Fraction(1, 10)


def test_a_condition_counts_as_met() -> None:
    found = seen(typed(four_issues(), US, {1: 104}, conditions=terms({2: 60})))
    assert [each.share for each in found.changes] == [Fraction(-1, 10), 0]
    traded = seen(typed(four_issues(), THEM, {1: 106}, conditions=terms({1: 104})))
    assert traded.share == Fraction(1, 5)
    assert traded.cost == 0


def test_a_first_term_has_nothing_to_be_held_against() -> None:
    found = seen(typed(four_issues(), THEM, {2: 30}))
    assert found.changes[0].before is None
    assert found.changes[0].share is found.share is None
    assert found.cost == 0


def test_of_a_range_the_end_that_we_like_least_counts() -> None:
    assert seen(typed(four_issues(), US, {1: (102, 104)})).share == Fraction(-1, 10)


def test_agreeing_gives_what_lies_between() -> None:
    assert seen(typed(four_issues(), US, {1: 108}, verb=Verb.AGREE)).share == Fraction(-3, 10)


def test_limits_that_are_passed_or_kept_are_told() -> None:
    limited = changed(four_issues(), 1, limit=terms({1: 105})[0].value)
    assert seen(typed(limited, US, {1: 106})).past_limit == (1,)
    assert seen(typed(limited, US, {1: (104, 106)})).past_limit == (1,)
    kept = seen(typed(limited, US, {1: 104}))
    assert (kept.past_limit, kept.limited) == ((), True)
    assert not seen(typed(limited, US, {2: 50})).limited


def test_what_puts_no_terms_on_the_table_is_about_to_change_nothing() -> None:
    assert typed(four_issues(), None, {1: 104}) is None
    assert typed(four_issues(), THEM, {1: 104}, verb=Verb.GUESS) is None
    assert typed(four_issues(), US, {}, verb=Verb.ASK) is None
    assert typed(four_issues(), US, {9: 104}) is None


def test_without_weights_the_change_is_told_without_a_value() -> None:
    found = seen(typed(negotiation(issue(1, "Price", 100, 110)), US, {1: 104}))
    assert found.changes[0].share is found.share is None
    assert found.cost == 0
