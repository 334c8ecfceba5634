"""core: the needs of both sides for the prep - hopes and concerns, and between them the common goals they lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.naming import basis_word
from core.need import NeedKind
from core.reports.document import Column, Row, Section, Span, Table
from core.side import Side
from core.told import short

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.need import Need
    from core.reports.case import Case
    from core.reports.document import Text


def needs(case: Case) -> Section | None:
    """Return what both sides hope for and fear, beside the goals in common; None where nothing is noted."""
    say, negotiation = case.say, case.negotiation
    if not negotiation.needs and not negotiation.common_goals:
        return None
    columns = (
        Column(say("We need"), lines=8, grow=2),
        Column(say("In common"), bold=True, lines=5, grow=2),
        Column(say("They need"), lines=8, grow=2),
    )
    rows = [
        Row((_of(case, Side.US, goal.id), goal.text, _of(case, Side.THEM, goal.id)))
        for goal in negotiation.common_goals
    ]
    ours, theirs = (_of(case, side, None) for side in Side)
    if ours or theirs:
        rows.append(Row((ours, "", theirs)))
    return Section(_title(case), (Table(columns, tuple(rows)),))


def _title(case: Case) -> str:
    say, goals = case.say, case.negotiation.common_goals
    served = [goal for goal in goals if all(_told(case, side, goal.id) for side in Side)]
    if len(served) == 1:
        return say("Both want: {goal}", goal=short(served[0].text))
    if served:
        return say("{n} goals serve what both sides need", n=len(served))
    if goals:
        return say("No common goal is tied to the needs of both sides yet")
    return say("What both sides need; no common goal is found yet")


def _told(case: Case, side: Side, goal_id: int | None) -> Sequence[Need]:
    return [each for each in case.negotiation.needs if each.side is side and each.goal_id == goal_id]


def _of(case: Case, side: Side, goal_id: int | None) -> Text:
    """Return a side's needs that lead to a goal, one on a line; theirs with what they rest on."""
    say = case.say
    spans: list[Span] = []
    for each in _told(case, side, goal_id):
        kind = say("Hope: ") if each.kind is NeedKind.HOPE else say("Concern: ")
        basis = f" ({basis_word(say, each.basis)})" if each.basis is not None else ""
        spans += [Span("\n" if spans else ""), Span(kind, muted=True), Span(each.text), Span(basis, muted=True)]
    return tuple(spans)
