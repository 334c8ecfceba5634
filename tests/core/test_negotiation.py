"""tests: the negotiation as a whole - what a state takes over from the one before is what it would work out itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from core.line import Line, Verb
from core.negotiation import Negotiation
from core.side import Side
from core.standing import agreed, issue_states, standing
from tests.core.cases import MOMENT, four_issues, line
from tests.core.talks import LONGEST, talks

THEM = Side.THEM
LATER = MOMENT + timedelta(minutes=3 * LONGEST)


def worked_out(subject: Negotiation) -> list[object]:
    moments = (MOMENT + timedelta(minutes=LONGEST / 2), LATER)
    found: list[object] = [subject.spoken]
    for at in moments:
        found += [standing(subject, side, at) for side in Side]
        found += [agreed(subject, at), issue_states(subject, at)]
    return found


def followed(before: tuple[Line, ...], after: tuple[Line, ...]) -> Negotiation:
    """Return the second state as it is after the first, of which everything was asked."""
    earlier = four_issues(lines=before)
    worked_out(earlier)
    found = four_issues(lines=after)
    found.follow(earlier)
    return found


@given(talks(), st.integers(0, LONGEST))
def test_a_talk_that_went_on_is_what_it_would_be_if_read_anew(lines: tuple[Line, ...], known: int) -> None:
    assert worked_out(followed(lines[:known], lines)) == worked_out(four_issues(lines=lines))


@given(talks(), talks())
def test_a_talk_that_is_another_one_is_read_anew(before: tuple[Line, ...], after: tuple[Line, ...]) -> None:
    assert worked_out(followed(before, after)) == worked_out(four_issues(lines=after))


def test_a_changed_a_deleted_and_an_earlier_line_are_seen() -> None:
    lines = (line(1, THEM, {1: 108}), line(2, THEM, {1: 106}), line(3, THEM, {2: 30}))
    gone = replace(lines[1], terms=tuple(replace(term, withdrawn_at=MOMENT) for term in lines[1].terms))
    early = line(4, THEM, {1: 90}, at=MOMENT)
    for after in ((lines[0], gone, lines[2]), (lines[0], lines[2]), (*lines, early), (early, *lines), ()):
        assert worked_out(followed(lines, after)) == worked_out(four_issues(lines=after))


def test_the_state_before_stays_as_it_was() -> None:
    earlier = four_issues(lines=(line(1, THEM, {1: 108}),))
    expected = worked_out(earlier)
    said = (line(2, THEM, {1: 104, 2: 30}), line(3, THEM, verb=Verb.PARK, issues=(1,)))
    later = four_issues(lines=(*earlier.lines, *said))
    later.follow(earlier)
    assert worked_out(later) != expected
    assert worked_out(earlier) == expected
