"""tests: pairs of both parties' needs that may lead to the same goal."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.common_goals import MOST, suggestions
from core.need import Need, NeedKind
from core.negotiation import Negotiation
from core.side import Side
from tests.core.cases import negotiation

HOPE, CONCERN = NeedKind.HOPE, NeedKind.CONCERN


def with_needs(*needs: tuple[Side, str, NeedKind]) -> Negotiation:
    made = (
        Need(id=at, negotiation_id=1, place=at, side=side, text=text, kind=kind)
        for at, (side, text, kind) in enumerate(needs, start=1)
    )
    return replace(negotiation(), needs=tuple(made))


def shared(*texts: str, language: str = "en") -> list[tuple[str, ...]]:
    """Return the words that the first, ours, shares with each of the others, theirs."""
    ours, *theirs = texts
    needs = ((Side.US, ours, HOPE), *((Side.THEM, each, HOPE) for each in theirs))
    return [each.words for each in suggestions(with_needs(*needs), language)]


def test_what_shares_a_word_but_for_its_ending_is_suggested() -> None:
    assert shared("Certain deliveries until March", "One delivery a week until Easter") == [("deliveries",)]
    assert shared("A line that runs", "Lines full until spring") == [("line",)]
    assert shared("Cash before December", "A longer contract") == []


def test_words_that_every_sentence_has_suggest_nothing() -> None:
    assert shared("That we have more time", "They want more of this until then") == []
    assert shared("Wir brauchen mehr von allem", "Sie wollen mehr", language="de") == []
    # a language without a list of its own leaves out the English ones
    assert shared("more trade", "more trade", language="pl") == [("trade",)]


def test_what_shares_most_comes_first_and_among_equals_two_of_one_kind() -> None:
    subject = with_needs(
        (Side.US, "a stable price for sweetcorn", CONCERN),
        (Side.THEM, "sweetcorn sold early", HOPE),
        (Side.THEM, "sweetcorn left over", CONCERN),
        (Side.THEM, "a stable price of sweetcorn", HOPE),
    )
    assert [each.theirs.id for each in suggestions(subject, "en")] == [4, 3, 2]


def test_needs_that_lead_to_a_goal_already_are_left_out() -> None:
    subject = with_needs((Side.US, "supply", HOPE), (Side.THEM, "supply", HOPE))
    assert len(suggestions(subject, "en")) == 1
    linked = replace(subject, needs=(replace(subject.needs[0], goal_id=1), subject.needs[1]))
    assert suggestions(linked, "en") == ()


@pytest.mark.parametrize("language", ["en", "de"])
def test_there_are_never_too_many(language: str) -> None:
    needs = [(side, f"supply {number}", HOPE) for side in Side for number in range(5)]
    assert len(suggestions(with_needs(*needs), language)) == MOST


_NEEDS = st.lists(st.tuples(st.sampled_from(Side), st.text(max_size=20), st.sampled_from(NeedKind)), max_size=8)


@given(_NEEDS)
def test_each_pair_has_one_of_each_side_and_a_word_of_ours(needs: list[tuple[Side, str, NeedKind]]) -> None:
    for each in suggestions(with_needs(*needs), "en"):
        assert (each.ours.side, each.theirs.side) == (Side.US, Side.THEM)
        assert each.words
