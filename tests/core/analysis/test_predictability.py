"""tests: predictability by the golden rows, and which tactics count toward a person."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.analysis.predictability import own_tactics, predictability, vary
from core.line import Verb
from core.meeting import Meeting
from core.message import message
from core.side import Basis, Side
from core.tactics import tactics
from tests.core.cases import line, negotiation
from tests.core.turns import turns_of


@pytest.mark.parametrize(
    ("used", "entropy", "hit_rate"),
    [("AAAAAAAA", "0", "1.00"), ("ABABABAB", "0.5", "0.86"), ("ABCDBACD", "1.0", "0.14")],
)
def test_the_golden_rows(used: str, entropy: str, hit_rate: str) -> None:
    found = predictability(used, 4)
    assert found is not None
    assert abs(found.entropy - Decimal(entropy)) < Decimal("1e-40")
    assert round(float(found.hit_rate), 2) == float(hit_rate)
    assert found.grounds.bases == (Basis.SAID,)


def test_nothing_is_said_below_five_uses() -> None:
    assert predictability("ABAB", 4) is None
    assert predictability("ABABA", 4) is not None


def test_the_guesser_prefers_successors_then_what_is_frequent_then_what_was_seen_first() -> None:
    def expected(used: str) -> object:
        found = predictability(used, 4)
        assert found is not None
        return found.next_guess

    assert expected("AABCCC") == "C"  # C was followed by C
    assert expected("AABCB") == "C"  # B was followed by C
    assert expected("AABBC") == "A"  # nothing followed C; A and B are as frequent, A came first


def test_a_list_must_hold_what_was_used() -> None:
    with pytest.raises(ValueError, match="3 tactics used of 2"):
        predictability("ABCAB", 2)


@given(st.lists(st.integers(0, 5), min_size=5, max_size=30))
def test_both_measures_stay_between_nothing_and_certainty(used: list[int]) -> None:
    found = predictability(used, 6)
    assert found is not None
    assert 0 <= found.hit_rate <= 1
    assert 0 <= found.entropy <= 1 + Decimal("1e-40")
    assert (found.entropy == 0) == (len(set(used)) == 1)
    if found.entropy == 0:
        assert found.hit_rate == Fraction(1)


def test_only_our_tactics_in_meetings_with_the_person_count_in_the_order_of_time() -> None:
    meetings = (Meeting(id=1, negotiation_id=1, people=(7,)), Meeting(id=2, negotiation_id=1, people=(8,)))

    def logged(number: int, side: Side, meeting_id: int, tactic: str) -> object:
        return line(number, side, verb=Verb.TACTIC, rest=tactic, meeting_id=meeting_id)

    lines = (
        logged(3, Side.US, 1, "2 deadline"),
        logged(1, Side.US, 1, "4"),
        logged(2, Side.THEM, 1, "9"),
        logged(4, Side.US, 2, "5"),
        line(5, Side.US, {1: 1}, meeting_id=1),
    )
    found = negotiation(meetings=meetings, lines=lines)
    assert own_tactics(turns_of([found], 7)) == (4, 2)
    assert own_tactics(turns_of([found], 8)) == (5,)
    assert own_tactics(turns_of([found], 9)) == ()


def test_a_variation_is_neither_the_last_one_nor_the_expected_one() -> None:
    known = tactics("en")
    assert vary((), known) is None
    anchored = vary((1,), known)
    assert anchored is not None
    assert anchored.number == 4  # the next of the list that can be played with open cards
    assert anchored.reason == message("vary.never", guess=message("vary.last", name="Anchoring"))
    regular = vary((1, 4, 1, 4, 1, 4, 1), known)
    assert regular is not None
    assert regular.number == 19
    assert regular.reason == message("vary.never", guess=message("vary.expected", name="Silence"))


def test_what_was_used_longest_ago_comes_back_once_all_were_used() -> None:
    fair = [each.number for each in tactics("en") if each.is_fair]
    found = vary(fair, tactics("en"))
    assert found is not None
    assert found.number == fair[1]  # after the last the guesser expects the first again
    assert found.reason.code == "vary.again"


@given(st.lists(st.sampled_from([1, 2, 3, 4, 19, 24, 99]), min_size=1, max_size=30))
def test_a_variation_never_needs_a_pretence_that_was_not_used_yet(used: list[int]) -> None:
    found = vary(used, tactics("en"))
    assert found is not None
    assert found.number != used[-1]
    fair = {each.number for each in tactics("en") if each.is_fair}
    assert found.number in fair | set(used)
