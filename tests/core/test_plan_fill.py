"""tests: core/plan_fill.py - what sets equal packages apart, what to ask, and an agenda by weight."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from core.analysis.meso import meso
from core.analysis.predictability import Variation
from core.encounters import Encounters
from core.gaps import About, Gap
from core.message import Message, message
from core.negotiation import Negotiation
from core.plan_fill import MOST_SLOTS, MOST_TACTICS, agenda_by_weight, given_by, questions_to_ask, tactics_to_plan
from core.side import Basis, Side
from core.strategy import Position
from core.tactics_seen import TacticSeen
from core.words import Words
from tests.core.analysis.cases import golden, known_case
from tests.core.cases import DAY, four_issues, issue, negotiation

SAY = Words()


def test_equal_packages_are_told_apart_by_what_they_give_them() -> None:
    case = known_case(golden())
    found = meso(case, Fraction(6, 10))
    apart = given_by(case, found)
    assert len(apart) == len(found.packages) > 1
    for at, issues in enumerate(apart):
        worths = [
            {term.issue_id: case.theirs.part(term.issue_id, term.value) or Fraction(0) for term in each.package}
            for each in found.packages
        ]
        own = worths.pop(at)
        more = [own[each] - sum(other[each] for other in worths) / len(worths) for each in issues]
        assert all(each > 0 for each in more)
        assert all(one >= other for one, other in pairwise(more))


def position(position_id: int, side: Side, issue_id: int | None, text: str = "", interest: str = "") -> Position:
    basis = Basis.SAID if side is Side.THEM else None
    return Position(
        id=position_id, negotiation_id=1, side=side, issue_id=issue_id, position=text, interest=interest, basis=basis
    )


def test_gaps_are_asked_first_then_what_interests_could_be_served_by() -> None:
    found = replace(
        four_issues(),
        positions=(
            position(1, Side.US, 1, interest="a price that holds"),
            position(2, Side.THEM, 1, interest="cash before Christmas"),
            position(3, Side.US, 2, interest="pay when goods are sold"),
            position(4, Side.THEM, None, text="No more than two varieties"),
            position(5, Side.THEM, None, interest="a second order"),
        ),
    )
    gaps = (
        Gap(About.AUTHORITY, message("ask.authority"), message("ask.why.unknown")),
        Gap(About.DEPENDENCE, message("ask.their_share"), message("ask.why.unknown")),
        Gap(About.POSITION, message("ask.position", text="No more than two varieties"), message("ask.why.no_why")),
    )
    assert [SAY.message(each) for each in questions_to_ask(found, gaps)] == [
        "What may you decide alone, and who decides above that?",
        "You ask for “No more than two varieties”. What is that good for?",
        "On Price you are after “cash before Christmas”. What else would give you that?",
        "What makes Payment matter to you?",
        "What could we do together about “a second order”?",
    ]


def test_no_question_tells_them_an_interest_of_ours() -> None:
    ours = (position(1, Side.US, 1, interest="SECRET"), position(2, Side.US, None, interest="SECRET"))
    theirs = (position(3, Side.THEM, 1, interest="cash"), position(4, Side.THEM, None, interest="quiet"))
    found = replace(four_issues(), positions=(*ours, *theirs))
    assert questions_to_ask(found, ())
    assert not any("SECRET" in SAY.message(each) for each in questions_to_ask(found, ()))


def test_tactics_used_most_often_are_expected_and_ours_are_varied() -> None:
    def seen(number: int, times: int) -> TacticSeen:
        return TacticSeen(number=number, times=times, last=DAY)

    why = message("vary.never", guess=message("vary.last", name="Silence"))
    one = Encounters(seen=(seen(3, 2), seen(5, 1)), variation=Variation(7, why))
    other = Encounters(seen=(seen(5, 4), seen(3, 1)))
    assert tactics_to_plan((one, other)) == ((Side.THEM, 5), (Side.THEM, 3), (Side.US, 7))
    many_seen = Encounters(seen=tuple(seen(number, 1) for number in range(1, 20)))
    assert len(tactics_to_plan((many_seen,))) == MOST_TACTICS
    assert tactics_to_plan(()) == ()


def test_an_agenda_gives_time_by_weight_between_needs_and_close() -> None:
    found = agenda_by_weight(four_issues())
    assert [(each.minutes, each.issue_id) for each in found] == [
        (10, None),
        (20, 1),
        (10, 2),
        (10, 3),
        (5, 4),
        (5, None),
    ]
    first, last = found[0].words, found[-1].words
    assert isinstance(first, Message)
    assert isinstance(last, Message)
    assert (SAY.message(first), SAY.message(last)) == (
        "What each side needs from this deal",
        "What is agreed, what is open, who does what",
    )


def many(weights: list[int]) -> Negotiation:
    return negotiation(*(issue(at, f"Issue {at}", 0, 1, weight) for at, weight in enumerate(weights, 1)))


@given(st.lists(st.integers(0, 100), max_size=12), st.integers(1, 40).map(lambda each: 5 * each))
def test_an_agenda_takes_the_minutes_there_are_or_five_for_each_entry(weights: list[int], minutes: int) -> None:
    found = agenda_by_weight(many(weights), minutes)
    least = 15 + 5 * (min(len(weights), MOST_SLOTS) + (len(weights) > MOST_SLOTS))
    if weights:
        assert sum(each.minutes for each in found) == max(minutes, least)


@given(st.lists(st.integers(0, 100), max_size=12))
def test_no_issue_that_counts_more_gets_less_time(weights: list[int]) -> None:
    found = agenda_by_weight(many(weights))
    named = [each for each in found if each.issue_id is not None]
    assert len(named) == min(len(weights), MOST_SLOTS)
    assert all(each.minutes >= 5 and each.minutes % 5 == 0 for each in found)
    counted = {at: Decimal(weight) for at, weight in enumerate(weights, 1)}
    for one, other in pairwise(named):
        assert one.issue_id is not None
        assert other.issue_id is not None
        assert counted[one.issue_id] >= counted[other.issue_id]
        assert one.minutes >= other.minutes
    rest = [each for each in found if each.words is not None and each.words.code == "agenda.other_issues"]
    assert len(rest) == (len(weights) > MOST_SLOTS)
