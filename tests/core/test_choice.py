"""tests: core/choice.py - the BATNA explained: why it, by how much, and what would change that, each figure checked."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from core.alternative import Alternative, Form
from core.batna import rank, worth
from core.choice import changes, reasons
from core.message import Message, Quantity, Share
from core.negotiation import Negotiation
from core.term import Term
from core.words import Words
from tests.core.cases import DAY, alternative, four_issues

SAY = Words()
FIRST = alternative(1, "Campania", {1: 104, 2: 30, 3: 8, 4: 24})
SECOND = alternative(2, "Ebro", {1: 105, 2: 30, 3: 8, 4: 24})


def why(*alternatives: Alternative) -> list[str]:
    """Return why the BATNA is it."""
    case = four_issues(alternatives=alternatives)
    return [SAY.message(each).replace("\u00a0", " ") for each in reasons(case, rank(case, DAY))]


def what(*alternatives: Alternative, **fields: Any) -> list[str]:
    """Return what would change it."""
    case = four_issues(alternatives=alternatives, **fields)
    return [SAY.message(each).replace("\u00a0", " ") for each in changes(case, rank(case, DAY), DAY)]


def test_the_first_is_named_with_its_lead() -> None:
    assert why(SECOND, FIRST) == ["Campania is the BATNA, worth 48.6 of 100: 5.0 points more than the next, Ebro."]


def test_the_only_one_is_said_to_be_that() -> None:
    old = replace(SECOND, valid_until=DAY - timedelta(days=1))
    assert why(FIRST, old) == ["Campania is the BATNA, worth 48.6 of 100: no other alternative holds and has a value."]
    assert (why(), what()) == ([], [])
    assert what(FIRST, old) == []


def test_a_tie_goes_to_what_was_entered_first() -> None:
    twin = replace(FIRST, id=2, name="Twin")
    assert why(twin, FIRST)[0].startswith("Campania and Twin are both worth 48.6 of 100; Campania was entered first")


def test_open_terms_of_the_next_are_pointed_out() -> None:
    vague = alternative(2, "Vague", {1: 100})
    found = why(FIRST, vague)
    assert found[0].startswith("Vague is the BATNA, worth at least 50.0 of 100")
    vague = alternative(2, "Vague", {1: 103})
    assert why(FIRST, vague)[-1] == (
        "Vague may be worth up to 85.0: state its open terms, or what no deal is worth, to be sure."
    )


def test_its_end_lets_the_next_one_take_its_place() -> None:
    ends = replace(FIRST, valid_until=DAY)
    assert what(ends, SECOND)[0] == "After 24 Nov 2026 it no longer holds, and Ebro takes its place."
    assert not any("no longer holds" in each for each in what(ends, replace(SECOND, valid_until=DAY)))


def test_the_next_catches_up_with_its_terms_the_heaviest_first() -> None:
    assert what(FIRST, SECOND) == [
        "Ebro catches up with Price at 104.00 EUR instead of 105 EUR.",
        "Ebro catches up with Payment at 42 days instead of 30 days.",
        "Ebro catches up with Lead time at 6 weeks instead of 8 weeks.",
    ]


def test_a_switching_cost_can_be_what_parts_them() -> None:
    dear = replace(FIRST, id=2, name="Ebro", switching_cost=Decimal(10))
    assert "Ebro catches up if switching to it costs 10.0 points less." in what(FIRST, dear)
    cheap = replace(SECOND, switching_cost=Decimal(1))
    assert not any("switching" in each for each in what(FIRST, cheap))


def test_the_chance_below_which_the_next_is_better() -> None:
    nothing = alternative(3, "No deal", no_deal=True, form=Form.POINTS, points=0)
    sure = replace(FIRST, probability=Decimal("0.95"))
    found = what(sure, replace(SECOND, probability=Decimal(1)), nothing)
    # worth .95 x 671/1380 = .4619 against 301/690 = .4362: as much at .4362 / .4862
    assert found[0] == "Below a chance of 89.72 % (now 95 %) Campania is worth less than Ebro."
    assert not any("chance" in each for each in what(sure, SECOND))


def _with(case: Negotiation, found: Message) -> Fraction:
    """Return what the next alternative is worth once it says what a change says."""
    value = found.data["value"]
    assert isinstance(value, Quantity)
    issue = next(each for each in case.issues if each.name == found.data["issue"])
    other = next(each for each in case.alternatives if each.name == found.data["other"])
    kept = tuple(term for term in other.terms if term.issue_id != issue.id)
    changed = replace(other, terms=(*kept, Term(issue_id=issue.id, value=value.value)))
    after = worth(case, changed, DAY).value
    assert after is not None
    return after.low


@given(
    st.integers(100, 110), st.integers(14, 60), st.integers(4, 10), st.integers(0, 30), st.integers(1, 10).map(Decimal)
)
def test_every_term_named_does_let_the_next_catch_up(
    price: int, payment: int, lead: int, cost: int, tenths: Decimal
) -> None:
    other = alternative(2, "Ebro", {1: price, 2: payment, 3: lead, 4: 24}, switching_cost=cost, probability=tenths / 10)
    nothing = alternative(3, "No deal", no_deal=True, form=Form.POINTS, points=-20)
    case = four_issues(alternatives=(FIRST, other, nothing))
    ranking = rank(case, DAY)
    best = ranking[0].value
    assert best is not None
    for found in changes(case, ranking, DAY):
        if found.code == "choice.term":
            assert _with(case, found) >= best.low
        if found.code == "choice.chance":
            share = found.data["share"]
            assert isinstance(share, Share)
            first = replace(ranking[0].alternative, probability=Decimal(1))
            certain, left = worth(case, first, DAY).value, worth(case, nothing, DAY).value
            following = ranking[1].value
            assert certain is not None
            assert left is not None
            assert following is not None
            cost_ = Fraction(ranking[0].alternative.switching_cost) / 100
            assert share.value * (certain.low + cost_) + (1 - share.value) * left.low - cost_ == following.low
