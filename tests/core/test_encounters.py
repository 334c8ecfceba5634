"""tests: what meetings with one person tell comes together, and an unknown number breaks nothing."""

from __future__ import annotations

from core.encounters import encounters
from core.line import Line, Verb
from core.meeting import Meeting
from core.side import Side
from core.tactic import OwnTactic
from core.tactics import tactics
from core.turn import Turn
from tests.core.cases import MOMENT, four_issues, line
from tests.core.turns import turns_of

ELENA = 7
KNOWN = tactics("en", [OwnTactic(number=30, name="The empty chair")])


def used(*numbers: int) -> tuple[Line, ...]:
    return tuple(
        line(at, Side.US, verb=Verb.TACTIC, tactic=number, meeting_id=1) for at, number in enumerate(numbers, 1)
    )


def met(*lines: Line) -> tuple[Turn, ...]:
    meetings = (Meeting(id=1, negotiation_id=1, started_at=MOMENT, people=(ELENA,)),)
    return turns_of([four_issues(meetings=meetings, lines=lines)], ELENA)


def test_before_the_first_meeting_there_is_nothing_to_tell() -> None:
    found = encounters((), KNOWN)
    assert (found.seen, found.used) == ((), ())
    assert (found.predictability, found.variation) == (None, None)


def test_below_five_uses_a_variation_is_proposed_but_nothing_is_said_of_being_predictable() -> None:
    found = encounters(met(*used(1, 1)), KNOWN)
    assert found.used == (1, 1)
    assert found.predictability is None
    assert found.variation is not None


def test_regular_tactics_are_foreseen() -> None:
    found = encounters(met(*used(1, 4, 1, 4, 1, 4, 1, 4)), KNOWN)
    assert found.predictability is not None
    assert round(found.predictability.hit_rate * 100) == 86
    assert found.variation is not None
    assert found.variation.number not in {1, 4}


def test_a_number_of_no_list_is_called_by_its_number() -> None:
    found = encounters(met(*used(99, 98, 97, 96, 95)), tactics("en")[:2])
    assert found.predictability is not None
    assert found.tactic(99).name == "99"
    assert encounters((), KNOWN).tactic(30).name == "The empty chair"
