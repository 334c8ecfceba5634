"""core: part 5 of the prep - opening, deal breakers, when to walk away, what to ask, when we meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.line import Verb
from core.naming import channel_word
from core.reports.case import short
from core.reports.document import (
    Bullets,
    Column,
    Columns,
    Part,
    Quotation,
    Row,
    Section,
    Table,
)
from core.reports.ranges import limit_estimate
from core.reports.vocabulary import has_why
from core.side import Basis, Side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.counterpart import Counterpart
    from core.reports.case import Case
    from core.reports.document import Block


def plan(case: Case, people: Sequence[Counterpart]) -> Part:
    """Return part 5: opening, deal breakers, when to walk away, what to ask, when we meet."""
    say = case.say
    blocks: list[Block] = []
    opening = [case.words(issue, issue.opening) for issue in case.ordered if issue.opening is not None]
    openings = [issue for issue in case.ordered if issue.opening is not None]
    if opening:
        said = [f"{issue.name} {words}" for issue, words in zip(openings, opening, strict=True)]
        blocks.append(Section(say("We open with"), (Quotation(case.listed(said[:8])),)))
    blocks.append(
        Columns(
            (Section(say("Questions to ask"), (Bullets(_to_ask(case), numbered=True),)),),
            (Section(say("Deal breakers and walk-away"), (Bullets(_breakers(case)),)),),
        )
    )
    meetings = _meetings(case, people)
    if meetings is not None:
        blocks.append(meetings)
    value = case.batna_value
    if value is None:
        title = say("When to walk away is not settled yet")
    else:
        title = say("Walk away from any package below {points} points", points=case.points(value))
    return Part(say("5 · Plan"), title, "", tuple(blocks))


def _to_ask(case: Case) -> tuple[str, ...]:
    """Return what to ask, by rule: why they ask what they ask, what they could accept, who decides."""
    say = case.say
    unexplained = [issue for issue in case.ordered if not has_why(case, issue, Side.THEM)]
    found = [say("{issue}: what do you need, and why?", issue=issue.name) for issue in unexplained[:5]]
    if len(case.ordered) > 1:
        found.append(say("Which of these terms matters most to you, and why?"))
    guessed = [
        issue
        for issue in case.ordered
        if (estimate := limit_estimate(case, issue)) is not None and estimate.basis is Basis.GUESS
    ]
    found += [say("{issue}: what would have to change for you to move?", issue=issue.name) for issue in guessed[:3]]
    asked = [line.text for line in case.lines if line.verb is Verb.ASK]
    found += [say("Asked before: {words}", words=text) for text in asked[-3:]]
    return tuple(found)


def _breakers(case: Case) -> tuple[str, ...]:
    say = case.say
    limited = [issue for issue in case.ordered if issue.limit is not None]
    found = [
        say("{issue} worse than “{value}”", issue=short(issue.name), value=case.words(issue, issue.limit))
        if isinstance(issue.limit, str)
        else say("{issue} past {value}", issue=short(issue.name), value=case.words(issue, issue.limit))
        for issue in limited[:8]
        if issue.limit is not None
    ]
    if len(limited) > 8:
        found.append(say.plural("{n} more limit in part 3.", "{n} more limits in part 3.", len(limited) - 8))
    if not limited:
        found.append(say("No limit is set yet."))
    if case.batna is not None and case.batna_value is not None:
        walk_away = say(
            "Any package below {points} points: thank them, ask for a pause, then go to {name}.",
            points=case.points(case.batna_value),
            name=short(case.batna.alternative.name),
        )
        found.append(walk_away)
    else:
        found.append(say("No BATNA yet: agree on nothing in the room, ask for time."))
    return tuple(found)


def _meetings(case: Case, people: Sequence[Counterpart]) -> Section | None:
    say = case.say
    found = case.negotiation.meetings
    if not found:
        return None
    names = {each.id: each.name for each in people}
    columns = (
        Column(say("When"), lines=2),
        Column(say("How")),
        Column(say("Where"), lines=2),
        Column(say("For them"), lines=3, grow=2),
        Column(say("Rounds"), figures=True),
    )
    rows = []
    for each in found:
        when = each.started_at or each.planned_at
        for_them = case.listed([names[person] for person in each.people if person in names])
        rounds = str(len(each.rounds)) if each.rounds else ""
        rows.append(
            Row(
                (
                    "" if when is None else say.moment(when),
                    channel_word(say, each.channel),
                    each.place,
                    for_them,
                    rounds,
                )
            )
        )
    title = say.plural("{n} meeting, planned or held", "{n} meetings, planned or held", len(rows))
    return Section(title, (Table(columns, tuple(rows)),))
