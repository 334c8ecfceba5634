"""tests: talks at random - offers, agreements, refusals, parkings, some withdrawn - for the properties of the table."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from hypothesis import strategies as st

from core.line import Line, Verb
from core.side import Side
from core.term import Package, Term
from tests.core.cases import DAY, MOMENT, line

ISSUES = (1, 2, 3)
LONGEST = 12
_VERBS = (Verb.OFFER, Verb.OFFER, Verb.OFFER, Verb.AGREE, Verb.REFUSE, Verb.PARK, Verb.NEW_ISSUE, Verb.NOTE)


@st.composite
def _packages(draw: st.DrawFn) -> Package:
    found = []
    for issue_id in draw(st.lists(st.sampled_from(ISSUES), max_size=3, unique=True)):
        after = draw(st.one_of(st.none(), st.integers(0, 2 * LONGEST)))
        gone = None if after is None else MOMENT + timedelta(minutes=after)
        found.append(Term(issue_id=issue_id, value=Decimal(draw(st.integers(1, 9))), withdrawn_at=gone))
    return tuple(found)


@st.composite
def talks(draw: st.DrawFn) -> tuple[Line, ...]:
    """Draw a talk in the order it was logged; a line may have been said before the one above it."""
    found = []
    for line_id in range(1, draw(st.integers(0, LONGEST)) + 1):
        verb = draw(st.sampled_from(_VERBS))
        made = line(line_id, draw(st.sampled_from([*Side, None])), verb=verb)
        if verb in (Verb.OFFER, Verb.AGREE):
            made = replace(made, terms=draw(_packages()))
        if verb is Verb.OFFER:
            made = replace(
                made,
                in_return=draw(st.one_of(st.just(()), _packages())),
                conditions=draw(st.one_of(st.just(()), _packages())),
                valid_until=draw(st.sampled_from([None, None, DAY])),
            )
        if verb in (Verb.REFUSE, Verb.PARK, Verb.NEW_ISSUE):
            made = replace(made, issues=tuple(draw(st.lists(st.sampled_from(ISSUES), max_size=2, unique=True))))
        if draw(st.integers(0, 9)) == 0:
            made = replace(made, at=MOMENT + timedelta(minutes=draw(st.integers(0, LONGEST))))
        found.append(made)
    return tuple(found)
