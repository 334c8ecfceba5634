"""core: what is said in the talk, for the prep - questions, arguments, tactics and answers, what is told or kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.line import Verb
from core.plan import PlanPoint, PointKind
from core.reports.document import Bullets, Column, Paragraph, Row, Section, Span
from core.reports.ranges import limit_estimate
from core.reports.vocabulary import has_why, said_table
from core.side import Basis, Side
from core.tactics import by_number, tactic_number, tactics

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.line import Line
    from core.negotiation import Negotiation
    from core.reports.case import Case
    from core.reports.document import Block, Text
    from core.tactic import OwnTactic

_MOST_ASKED = 12


def of_kind(case: Case, *kinds: PointKind) -> tuple[PlanPoint, ...]:
    """Return the points of the plan of these kinds, in their order."""
    return tuple(each for each in case.negotiation.plan_points if each.kind in kinds)


def questions(case: Case) -> Section:
    """Return what to ask: what is planned, with the answers that there are; else what the rules find to be unknown."""
    say = case.say
    planned = of_kind(case, PointKind.QUESTION, PointKind.TEST)
    if not planned:
        return Section(say("Questions to ask"), (Bullets(_by_rule(case), numbered=True),))
    points: list[Text] = [
        (Span(each.text), Span(f" – {each.reply}", muted=True)) if each.reply.strip() else each.text
        for each in planned[:_MOST_ASKED]
    ]
    more = len(planned) - _MOST_ASKED
    if more > 0:
        points.append(say.plural("{n} more question.", "{n} more questions.", more))
    return Section(say("Questions to ask"), (Bullets(tuple(points), numbered=True),))


def arguments(case: Case) -> Section | None:
    """Return what speaks for us and what they may reply, None without any."""
    say = case.say
    found = of_kind(case, PointKind.ARGUMENT)
    if not found:
        return None
    columns = (
        Column(say("We say"), lines=5, grow=3),
        Column(say("On"), muted=True, lines=2),
        Column(say("They may reply"), lines=5, grow=3),
    )
    rows = tuple(Row((each.text, _issue(case, each), each.reply)) for each in found)
    title = say.plural("{n} argument, and what they may reply", "{n} arguments, and what they may reply", len(rows))
    return Section(title, (said_table(columns, rows),))


def tactics_and_counters(case: Case, history: Sequence[Negotiation], own: Sequence[OwnTactic]) -> Section | None:
    """Return the tactics that are expected with our answers, then those that we plan; None without any."""
    say = case.say
    found = of_kind(case, PointKind.TACTIC)
    if not found:
        return None
    known = by_number(tactics(say.language, own))
    columns = (
        Column(say("Who")),
        Column(say("Tactic"), bold=True, lines=3, grow=2),
        Column(say("Seen"), muted=True, lines=2, grow=1),
        Column(say("What we do"), lines=5, grow=4),
    )
    rows = []
    for each in sorted(found, key=lambda point: point.side is Side.US):
        listed = known.get(each.tactic or 0)
        name = each.text or ("" if listed is None else listed.name)
        who = say("we") if each.side is Side.US else say("they")
        seen = "" if each.side is Side.US else _seen(case, each.tactic, history)
        rows.append(Row((who, name, seen, each.reply)))
    return Section(say("Tactics to expect, and what we do"), (said_table(columns, rows),))


def information(case: Case) -> Section | None:
    """Return what may be told and what must not, None where nothing is planned."""
    say = case.say
    told, kept = of_kind(case, PointKind.SHARE), of_kind(case, PointKind.PROTECT)
    if not told and not kept:
        return None
    blocks: list[Block] = []
    if told:
        words = case.listed([each.text for each in told])
        blocks.append(Paragraph((Span(say("Share freely: "), bold=True), Span(f"{words}."))))
    if kept:
        blocks.append(Paragraph((Span(say("Protect:"), bold=True),)))
        blocks.append(Bullets(tuple(_kept(case, each) for each in kept)))
    return Section(say("Share and protect"), tuple(blocks))


# inside


def _kept(case: Case, point: PlanPoint) -> Text:
    if not point.reply.strip():
        return point.text
    return (Span(point.text), Span(" " + case.say("If they ask: “{words}”", words=point.reply), muted=True))


def _issue(case: Case, point: PlanPoint) -> str:
    issue = case.negotiation.issue_by_id.get(point.issue_id or 0)
    return "" if issue is None else issue.name


def _seen(case: Case, number: int | None, history: Sequence[Negotiation]) -> str:
    """Return how often they used a tactic in all the negotiations that are known, and when last."""
    days = [
        line.at.date()
        for negotiation in (case.negotiation, *history)
        for line in negotiation.lines
        if number is not None and line.side is Side.THEM and tactic_number(line) == number
    ]
    if not days:
        return ""
    last = case.say.month(max(days))
    return case.say.plural("{n} time, {month}", "{n} times, last {month}", len(days), month=last)


def _by_rule(case: Case) -> tuple[str, ...]:
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
    asked = [words for line in case.lines if line.verb is Verb.ASK and (words := _asked(case, line))]
    return (*found, *dict.fromkeys(asked[-3:]))


def _asked(case: Case, line: Line) -> str:
    """Return what somebody asked in the talk, in words; what was typed as a sentence stands as it is."""
    known = case.negotiation.issue_by_id
    named = case.listed([known[each].name for each in line.issues if each in known])
    words = named or line.rest or line.note
    if not words:
        return ""
    if line.side is Side.THEM:
        return case.say("They asked about {words}: have the answer ready.", words=words)
    return case.say("Asked before: {words}", words=words)
