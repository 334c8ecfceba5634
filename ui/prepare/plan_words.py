"""ui: what each part of the plan holds in a few words, or what it is for while it is empty. Makes no widget."""

from __future__ import annotations

from collections.abc import Sequence

from core.meeting import Meeting
from core.negotiation import Negotiation
from core.phrases import gap
from core.plan import PlanPoint, PointKind
from core.side import Side
from core.verdict import Flag
from core.words import Words
from ui.prepare.points import AGENDA, ARGUMENTS, MOVES, QUESTIONS, TACTICS, minutes_of
from ui.sheets.cells import worth_words
from ui.sheets.prepared import Prepared

# a section that holds one list is called as it
OPENING, LADDER, PACKAGES, INFORMATION, MEETINGS = "opening", "ladder", "packages", "information", "meetings"
LEAVING = "leaving"
SECTIONS = (
    *(OPENING, LADDER, PACKAGES),
    *(QUESTIONS, ARGUMENTS, TACTICS, INFORMATION),
    *(MEETINGS, AGENDA, MOVES, LEAVING),
)


def section_name(say: Words, key: str) -> str:
    """Return the name of a part of the plan."""
    return {
        OPENING: say("Opening"),
        LADDER: say("Concession ladder"),
        PACKAGES: say("Packages"),
        QUESTIONS: say("Questions"),
        ARGUMENTS: say("Arguments"),
        TACTICS: say("Tactics"),
        INFORMATION: say("Information"),
        MEETINGS: say("Meetings"),
        AGENDA: say("Agenda and roles"),
        MOVES: say("Before the meeting"),
        LEAVING: say("Pause and walk-away"),
    }[key]


def summary(key: str, prepared: Prepared, say: Words) -> tuple[str, Flag | None]:
    """Return what a part of the plan holds, and its flag; of an empty one what it is for."""
    negotiation = prepared.negotiation
    match key:
        case "opening":
            return _opening(prepared, say)
        case "ladder":
            return _ladder(prepared, say)
        case "packages":
            return _packages(prepared, say)
        case "meetings":
            return _meetings(prepared, say), None
        case "leaving":
            texts = [each for each in (negotiation.pause_rule, negotiation.walk_away) if each]
            return (" · ".join(texts) if texts else say("when we break off, and the words with which we leave")), None
        case "agenda":
            return _agenda(negotiation, say), None
    return _points(key, negotiation, say), None


# inside


def _opening(prepared: Prepared, say: Words) -> tuple[str, Flag | None]:
    terms = prepared.rung_terms("opening")
    if not terms:
        return say("what we offer first, and why it is credible"), None
    value = worth_words(say, prepared.ladder.values["opening"])
    if prepared.negotiation.opening_reason:
        reason = prepared.negotiation.opening_reason
        return say("worth {value} of 100. {reason}", value=value, reason=reason), None
    return say("worth {value} of 100, not said yet why it is credible", value=value), None


def _ladder(prepared: Prepared, say: Words) -> tuple[str, Flag | None]:
    ladder = prepared.concession_ladder
    if not ladder.steps:
        return say("what we give step by step, each for something"), None
    words = say.plural("{n} step", "{n} steps", len(ladder.steps))
    if ladder.cost is not None:
        cost = gap(ladder.cost, ladder.money, prepared.negotiation.currency)
        words = say("{steps} for {cost}", steps=words, cost=say.message(cost))
    if ladder.end is not None and ladder.end.is_exact:
        words = say("{steps}, down to {value}", steps=words, value=say.points(ladder.end.low))
    return words, None if ladder.flag is Flag.FINE else ladder.flag


def _packages(prepared: Prepared, say: Words) -> tuple[str, Flag | None]:
    found = prepared.side_by_side.packages
    if not found:
        return say("several packages, to learn which they prefer"), None
    words = say.plural("{n} package", "{n} packages", len(found))
    shared = sum(1 for each in found if each.candidate.is_shared)
    if shared:
        words = say("{packages}, {n} on the table", packages=words, n=shared)
    return words, packages_flag(prepared)


def packages_flag(prepared: Prepared) -> Flag | None:
    """Return what calls for a look at the packages: to act on what lies on the table, to check what is only thought of.

    What they thought up may well be worse for us than walking away.
    """
    ours = [each for each in prepared.side_by_side.packages if each.candidate.by is not Side.THEM]
    if any(each.flag is Flag.ACT and each.candidate.is_shared for each in ours):
        return Flag.ACT
    return Flag.CHECK if any(each.flag is not Flag.FINE for each in ours) else None


def _meetings(prepared: Prepared, say: Words) -> str:
    meetings = prepared.negotiation.meetings
    coming = [each for each in meetings if each.started_at is None and each.planned_at is not None]
    coming = [each for each in coming if each.planned_at is not None and each.planned_at >= prepared.now]
    if coming:
        return _next(min(coming, key=lambda each: each.planned_at or prepared.now), say)
    held = sum(1 for each in meetings if each.started_at is not None)
    if held:
        return say.plural("{n} held, none planned", "{n} held, none planned", held)
    return say("when, where, how and with whom")


def _next(meeting: Meeting, say: Words) -> str:
    if meeting.planned_at is None:
        return ""
    words = say("next {day}, {time}", day=say.weekday(meeting.planned_at), time=say.clock(meeting.planned_at))
    return f"{words}, {meeting.place}" if meeting.place else words


def _agenda(negotiation: Negotiation, say: Words) -> str:
    entries, roles = _of(negotiation, PointKind.AGENDA), _of(negotiation, PointKind.ROLE)
    minutes = minutes_of(negotiation)
    parts = []
    if entries:
        parts.append(say.plural("{n} entry", "{n} entries", len(entries)))
    if minutes:
        parts.append(say.plural("{n} minute", "{n} minutes", minutes))
    parts += [each.who or each.text for each in roles]
    return ", ".join(parts) if parts else say("what is spoken of for how long, and who does what")


def _points(key: str, negotiation: Negotiation, say: Words) -> str:
    match key:
        case "questions":
            asked = _of(negotiation, PointKind.QUESTION, PointKind.TEST)
            if not asked:
                return say("what we want to learn, and what they answered")
            words = say.plural("{n} question", "{n} questions", len(asked))
            answered = sum(1 for each in asked if each.reply.strip())
            return say("{questions}, {n} answered", questions=words, n=answered) if answered else words
        case "arguments":
            found = _of(negotiation, PointKind.ARGUMENT)
            if not found:
                return say("what speaks for us, and what they may reply")
            return say.plural("{n} argument", "{n} arguments", len(found))
        case "tactics":
            return _tactics(_of(negotiation, PointKind.TACTIC), say)
        case "information":
            kept, told = _of(negotiation, PointKind.PROTECT), _of(negotiation, PointKind.SHARE)
            if not kept and not told:
                return say("what they must not learn, and what may be told freely")
            return say("{kept} to protect, {told} to share", kept=len(kept), told=len(told))
        case "moves":
            found = _of(negotiation, PointKind.MOVE)
            if not found:
                return say("what has to be done before we sit down")
            return say("{done} of {all} done", done=sum(1 for each in found if each.is_done), all=len(found))
    return ""


def _tactics(found: Sequence[PlanPoint], say: Words) -> str:
    theirs = sum(1 for each in found if each.side is not Side.US)
    ours = len(found) - theirs
    if theirs and ours:
        return say("{theirs} of theirs expected, {ours} of ours", theirs=theirs, ours=ours)
    if theirs:
        return say("{theirs} of theirs expected", theirs=theirs)
    return say("{ours} of ours", ours=ours) if ours else say("what they may try and what answers it, and what we try")


def _of(negotiation: Negotiation, *kinds: PointKind) -> list[PlanPoint]:
    return [each for each in negotiation.plan_points if each.kind in kinds]
