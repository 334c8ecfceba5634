"""core: part 5 of the prep - opening, what we give for what, what we ask and say, when to walk away, how we meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.naming import channel_word
from core.plan import PointKind
from core.plan_ladder import planned_ladder
from core.reports.document import (
    Bullets,
    Column,
    Columns,
    Paragraph,
    Part,
    Quotation,
    Row,
    Section,
    Span,
    Table,
)
from core.reports.prep_parts.concessions import concession_ladder, costs
from core.reports.prep_parts.talk import arguments, information, of_kind, questions, tactics_and_counters
from core.reports.risks import next_meeting
from core.reports.vocabulary import said_table
from core.side import Side
from core.told import short

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from core.counterpart import Counterpart
    from core.meeting import Meeting
    from core.negotiation import Negotiation
    from core.plan_ladder import PlannedLadder
    from core.reports.case import Case
    from core.reports.document import Block
    from core.tactic import OwnTactic


def plan(
    case: Case,
    people: Sequence[Counterpart],
    now: datetime,
    *,
    history: Sequence[Negotiation] = (),
    own: Sequence[OwnTactic] = (),
) -> Part:
    """Return part 5: how we open, what we give for what, what we ask and say, when we walk away, how we meet."""
    say, negotiation = case.say, case.negotiation
    ladder = planned_ladder(negotiation, now)
    blocks: list[Block] = []
    opening = _opening(case)
    if opening is not None:
        blocks.append(opening)
    if ladder.steps:
        blocks.append(concession_ladder(case, ladder))
    breakers = Section(say("Deal breakers and walk-away"), _breakers(case))
    blocks.append(Columns((questions(case),), (breakers,)))
    blocks += [each for each in (arguments(case), tactics_and_counters(case, history, own)) if each is not None]
    told, stalls = information(case), _stalls(case)
    if told is not None and stalls is not None:
        blocks.append(Columns((told,), (stalls,)))
    else:
        blocks += [each for each in (told, stalls) if each is not None]
    blocks += [each for each in (_meetings(case, people), _agenda(case), _moves(case)) if each is not None]
    return Part(say("5 · Plan"), _title(case, ladder), _who_and_when(case), tuple(blocks))


def _title(case: Case, ladder: PlannedLadder) -> str:
    say, value, cost = case.say, case.batna_value, costs(case, ladder)
    if cost:
        steps = say.plural("{n} step", "{n} steps", len(ladder.steps))
        bare = sum(1 for each in ladder.steps if any(check.field.startswith("return") for check in each.checks))
        if bare:
            words = say.plural("{n} step brings nothing yet", "{n} steps bring nothing yet", bare)
            return say("Give at most {cost} in {steps}; {bare}", cost=cost, steps=steps, bare=words)
        return say("Give at most {cost} in {steps}, and only for something", cost=cost, steps=steps)
    if value is None:
        return say("When to walk away is not settled yet")
    return say("Walk away from any package below {points} points", points=case.points(value))


def _coming(case: Case) -> Meeting | None:
    at = next_meeting(case)
    return None if at is None else next(each for each in case.negotiation.meetings if each.planned_at == at)


def _who_and_when(case: Case) -> str:
    """Return when and where we meet next, and who does what."""
    say = case.say
    meeting, found = _coming(case), []
    coming = None if meeting is None else meeting.planned_at
    if coming is not None and meeting is not None:
        words = [say.weekday(coming), say.clock(coming), meeting.place, meeting.purpose]
        found.append(f"{', '.join(each for each in words if each)}.")
    roles = [f"{each.who} {each.text}".strip() for each in of_kind(case, PointKind.ROLE)]
    if roles:
        found.append(f"{', '.join(roles)}.")
    return " ".join(found)


def _opening(case: Case) -> Section | None:
    say = case.say
    openings = [(issue, issue.opening) for issue in case.ordered if issue.opening is not None]
    reason = case.negotiation.opening_reason.strip()
    if not openings and not reason:
        return None
    said = [f"{issue.name} {case.words(issue, value)}" for issue, value in openings]
    blocks: list[Block] = [Quotation(case.listed(said[:8]))] if said else []
    if reason:
        blocks.append(Paragraph((Span(say("Credible because: "), bold=True), Span(reason))))
    return Section(say("We open with"), tuple(blocks))


def _stalls(case: Case) -> Section | None:
    """Return what we do when the talk stalls: pause, and put what is on the list of packages on the table."""
    say, rule = case.say, case.negotiation.pause_rule.strip()
    ours = [each.label for each in case.negotiation.candidates if each.by is not Side.THEM]
    found = []
    if rule:
        found.append(say("We pause when {rule}", rule=rule.rstrip(".") + "."))
    if len(ours) > 1:
        labels = case.listed(ours)
        found.append(say("Put packages {labels} on the table together, and ask which is nearest.", labels=labels))
    return Section(say("If the talk stalls"), (Paragraph(" ".join(found)),)) if found else None


def _agenda(case: Case) -> Section | None:
    # of the meeting that comes: another one has an agenda of its own
    say, meeting = case.say, _coming(case)
    bound = (None,) if meeting is None else (None, meeting.id)
    entries = [each for each in of_kind(case, PointKind.AGENDA) if each.meeting_id in bound]
    if not entries:
        return None
    minutes = sum(each.minutes or 0 for each in entries)
    shares = case.valuation.shares
    columns = (
        Column(say("Entry"), lines=2, grow=4),
        Column(say("Minutes"), figures=True),
        Column(say("Weight, %"), figures=True, muted=True),
    )
    rows = []
    for each in entries:
        issue = case.negotiation.issue_by_id.get(each.issue_id or 0)
        name = each.text or ("" if issue is None else issue.name)
        share = "" if issue is None or issue.id not in shares else case.weight(issue)
        rows.append(Row((name, "" if each.minutes is None else say.number(each.minutes), share)))
    title = say.plural("Agenda: {n} minute", "Agenda: {n} minutes", minutes) if minutes else say("Agenda")
    return Section(title, (Table(columns, tuple(rows)),))


def _moves(case: Case) -> Section | None:
    say, found = case.say, of_kind(case, PointKind.MOVE)
    if not found:
        return None
    done = sum(1 for each in found if each.is_done)
    points = tuple(
        (
            Span(each.text),
            Span(f" {each.who}" if each.who else "", muted=True),
            Span(" " + say("done") if each.is_done else "", muted=True, italic=True),
        )
        for each in found
    )
    title = say("Before the meeting: {done} of {all} done", done=done, all=len(found))
    return Section(title, (Bullets(points),))


def _breakers(case: Case) -> tuple[Block, ...]:
    """Return past what there is no deal, and the words with which we leave."""
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
    words = case.negotiation.walk_away.strip()
    return (Bullets(tuple(found)), *((Quotation(words),) if words else ()))


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
        Column(say("What for"), lines=3, grow=2),
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
                    each.purpose,
                    rounds,
                )
            )
        )
    title = say.plural("{n} meeting, planned or held", "{n} meetings, planned or held", len(rows))
    return Section(title, (said_table(columns, rows),))
