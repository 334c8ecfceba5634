"""core: part 3 of the debrief - how we got there: the log by rounds, and the ledger of concessions."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from core.concessions import worth
from core.judge import verdicts
from core.line import Verb
from core.meeting import Channel
from core.naming import channel_word, flag_word
from core.reports.document import Column, Paragraph, Part, Row, Section, Sign, Span, Table
from core.side import Side

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from core.concession import Concession
    from core.counterpart import Counterpart
    from core.line import Line
    from core.reports.case import Case
    from core.reports.document import Block, Cell, Text
    from core.term import Term
    from core.verdict import Verdict


def course(case: Case, people: Sequence[Counterpart]) -> Part:
    """Return part 3."""
    say, negotiation = case.say, case.negotiation
    offers = len(negotiation.offers)
    rounds = len({line.round_number for line in negotiation.offers})
    if not case.lines:
        return Part(say("3 · How we got there"), say("Nothing was logged"))
    text = say.plural("{n} offer", "{n} offers", offers)
    title = say.plural("{offers} in {n} round", "{offers} in {n} rounds", rounds, offers=text)
    names = [person.name for person in people if any(person.id in meeting.people for meeting in negotiation.meetings)]
    remark = []
    if names:
        remark.append(say("For them: {names}.", names=case.listed(names)))
    if negotiation.lead:
        remark.append(say("For us: {name}.", name=negotiation.lead))
    blocks: list[Block] = [_log(case)]
    blocks.append(_ledger(case))
    return Part(say("3 · How we got there"), title, " ".join(remark), tuple(blocks))


def _log(case: Case) -> Section:
    say = case.say
    columns = (
        Column(say("Round"), grow=0),
        Column(say("When"), grow=0),
        Column(say("Who"), grow=0),
        Column(say("What"), lines=5, grow=3),
        Column(say("Value then, points"), figures=True, grow=0, least=52),
        Column(say("Flag"), grow=0),
    )
    now = verdicts(case.negotiation)
    rows, last_round, last_day = [], None, None
    for line in case.lines:
        day = line.at.date()
        when = say.clock(line.at) if day == last_day else say.moment(line.at)
        shown_round = str(line.round_number) if line.round_number != last_round else ""
        group = say("Round {n}", n=line.round_number)
        rows.append(
            Row((shown_round, when, _who(case, line), _what(case, line), *_judged(case, line, now)), group=group)
        )
        last_round, last_day = line.round_number, day
    breaches = sum(1 for line in case.lines if line.stands is not None and line.stands.flag.value == "act")
    title = say.plural("The log: {n} line", "The log: {n} lines", len(rows))
    if breaches:
        called = say.plural("{n} of them called to act", "{n} of them called to act", breaches)
        title = f"{title}, {called}"
    remark = say("Value and flag as they were given then.")
    if any(not isinstance(row.cells[-2], str) for row in rows):
        remark = say("Value and flag as they were given then; in brackets the value as it would be given now.")
    return Section(title, (Table(columns, tuple(rows), remark=remark, small=True),))


def _who(case: Case, line: Line) -> Text:
    if line.side is Side.US:
        return (Span(case.say("we"), bold=True),)
    return case.say("they") if line.side is Side.THEM else ""


def _what(case: Case, line: Line) -> Text:
    """Return what a line says in words; one that was not read stands as it was typed."""
    say = case.say
    if line.verb is Verb.UNREAD:
        return (Span(say("unread: "), muted=True), Span(f"“{line.text}”", italic=True))
    said = _terms(case, line.terms)
    verb = {
        Verb.AGREE: say("agreed"),
        Verb.REFUSE: say("refused"),
        Verb.PARK: say("parked"),
        Verb.ASK: say("asked"),
        Verb.PROMISE: say("promised"),
        Verb.GUESS: say("guess"),
        Verb.TACTIC: say("tactic"),
        Verb.SANCTION: say("sanction"),
        Verb.NEW_ISSUE: say("new issue"),
        Verb.NOTE: say("note"),
        Verb.ROUND: say("round"),
    }.get(line.verb, "")
    named = case.listed(
        [case.negotiation.issue_by_id[each].name for each in line.issues if each in case.negotiation.issue_by_id]
    )
    parts = [part for part in (said or named, line.rest) if part]
    if line.conditions or line.condition_words:
        condition = "; ".join(part for part in (_terms(case, line.conditions), line.condition_words) if part)
        parts.append(say("if {condition}", condition=condition))
    if line.in_return:
        parts.append(say("for {terms}", terms=_terms(case, line.in_return)))
    if line.is_final:
        parts.append(say("said to be final"))
    if line.valid_until is not None:
        is_due = line.verb is Verb.PROMISE
        day = line.valid_until
        parts.append(say("due {day}", day=day) if is_due else say("holds until {day}", day=day))
    if line.channel not in (None, _usual_channel(case, line)):
        parts.append(channel_word(say, line.channel))
    # a line that is nothing but its note says it once
    text = ", ".join(parts) or line.note or line.text
    found = [Span(f"{verb}: " if verb else "", muted=True), Span(text)]
    if line.note and parts:
        found.append(Span(f" ({line.note})", muted=True))
    if line.exception:
        found.append(Span(" " + say("Exception: {reason}", reason=line.exception), italic=True))
    return tuple(found)


def _usual_channel(case: Case, line: Line) -> Channel:
    """Return how the two sides spoke in the line's meeting: only what differs from it is worth saying."""
    meetings = case.negotiation.meetings
    return next((each.channel for each in meetings if each.id == line.meeting_id), Channel.ROOM)


def _terms(case: Case, terms: Sequence[Term]) -> str:
    issues = case.negotiation.issue_by_id
    return ", ".join(
        f"{issues[term.issue_id].name} {case.said(issues[term.issue_id], term)}"
        for term in terms
        if term.issue_id in issues
    )


def _judged(case: Case, line: Line, now: Mapping[int, tuple[Verdict, Verdict]]) -> tuple[Cell, Cell]:
    given = line.stands
    if given is None:
        return "", ""
    then = case.points(given.value)
    pair = now.get(line.id)
    today = then if pair is None else case.points(pair[1].value)
    value: Text = then if today == then else (Span(f"{then} "), Span(f"({today})", muted=True))
    return value, Sign(given.flag, flag_word(case.say, given.flag))


def _ledger(case: Case) -> Section:
    say = case.say
    found = case.negotiation.concessions
    if not found:
        text = say("No step of either side is recorded as a concession.")
        return Section(say("Concession ledger: nothing is entered"), (Paragraph(text),))
    lines = {line.id: line for line in case.lines}
    known = case.negotiation.issue_by_id
    ordered = sorted(
        (each for each in found if each.issue_id in known),
        key=lambda each: lines[each.to_line_id].at if each.to_line_id in lines else case.lines[0].at,
    )
    unit = case.worth_unit
    columns = (
        Column(say("Round"), grow=0),
        Column(say("Time"), grow=0),
        Column(say("Who"), grow=0),
        Column(say("Issue"), lines=2),
        Column(say("From"), figures=True, lines=2),
        Column(say("To"), figures=True, lines=2),
        Column(say("We gave, {unit}", unit=unit), figures=True),
        Column(say("They gave, {unit}", unit=unit), figures=True),
        Column(say("In return for"), lines=3, grow=2),
    )
    rows: list[Row] = []
    gave = {Side.US: Fraction(0), Side.THEM: Fraction(0)}
    last_round = None
    for each in ordered:
        share, line = worth(case.negotiation, each).share, lines.get(each.to_line_id)
        gave[each.side] += abs(share) if share is not None else Fraction(0)
        rows.append(_ledger_row(case, each, line, share, after=last_round))
        last_round = None if line is None else line.round_number
    title = say("Concession ledger")
    if case.valuation.obstacle is None:
        ours, theirs = case.worth(gave[Side.US]), case.worth(gave[Side.THEM])
        rows.append(Row((say("Total"), "", "", "", "", "", ours, theirs, ""), total=True))
        title = say(
            "Concession ledger: they gave {theirs} {unit} of worth to us, we gave {ours} {unit}",
            theirs=theirs,
            ours=ours,
            unit=unit,
        )
    remark = say("Worth on our own scales, also for their steps; what it was worth to them is not known.")
    return Section(title, (Table(columns, tuple(rows), remark=remark, small=True),))


def _ledger_row(case: Case, step: Concession, line: Line | None, share: Fraction | None, *, after: int | None) -> Row:
    """Return the row of a step; its round is named where it is another one than that of the row before."""
    say, issue = case.say, case.negotiation.issue_by_id[step.issue_id]
    number = None if line is None else line.round_number
    who: Text = (Span(say("we"), bold=True),) if step.side is Side.US else say("they")
    figure = "" if share is None else case.worth(abs(share))
    return Row(
        (
            "" if number is None or number == after else str(number),
            "" if line is None else say.clock(line.at),
            who,
            issue.name,
            case.words(issue, step.from_value, unit=False),
            case.words(issue, step.to_value, unit=False),
            figure if step.side is Side.US else "",
            figure if step.side is Side.THEM else "",
            _in_return(case, step.in_return_for, confirmed=step.confirmed),
        ),
        group="" if number is None else say("Round {n}", n=number),
    )


def _in_return(case: Case, words: str, *, confirmed: bool) -> Text:
    if words:
        return words
    return (Span(case.say("nothing") if confirmed else case.say("not entered"), italic=True, muted=not confirmed),)
