"""core: the reader of the meeting line - every line is read by the rules or kept unread, never dropped or guessed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from core.line import Verb
from core.message import Message, message
from core.shorthand.agreeing import NAMING, naming
from core.shorthand.amounts import amounts_at, days_at, is_tail
from core.shorthand.context import Context
from core.shorthand.due import due_of
from core.shorthand.line import FREE, Frame, frame_of
from core.shorthand.new_issue import new_issues
from core.shorthand.offers import Candidate, offers
from core.shorthand.statement import Reading, Role, Span, Statement, Status
from core.shorthand.tokens import cut
from core.side import Side

MOST_CHOICES = 9
_MOST_LOOKED_AT = 120
_SHOWN = 40  # how much of an unreadable number its sentence repeats
_TACTIC = re.compile(r"[0-9]{1,3}")
# Which of several troubles is told: the first code of these that came up, else the first trouble of all.
_FOREMOST = (
    "money.currency",
    "line.no_package",
    "line.package_empty",
    "line.clause_day",
    "line.clause_words",
    "line.no_standing_us",
    "line.no_standing_them",
)


def read(text: str, context: Context) -> Reading:
    """Read one meeting line in all ways that the rules of EXPERIENCE (Meet) allow; never raises.

    A pure function of the line and its context: nothing is logged, nothing remembered.
    """
    spaces_group = bool(context.marks.group) and context.marks.group.isspace()
    frame = frame_of(text, cut(text, spaces_group=spaces_group), context)
    troubles: list[Message] = []
    found = [] if frame.trouble is not None else _candidates(text, frame, context, troubles)
    if not found:
        return _unread(text, frame, context, frame.trouble or _told(troubles, frame, context))
    listed = found[:MOST_CHOICES]
    choices = tuple(each.statement for each in listed)
    first = found[0]
    told: Message | None
    marks = tuple(_in_order((*frame.spans, *each.spans)) for each in listed)
    kept = _kept(frame, context)
    if len(found) > 1 or first.asked:
        status, told = Status.ASK, _asked(found, frame, context)
    elif first.left:
        status, told = Status.LEFTOVER, message("line.leftover", words=choices[0].rest)
    else:
        status, told = Status.READ, next(iter(choices[0].typos), None)
    return Reading(text=text, status=status, kept=kept, choices=choices, marks=marks, message=told)


def _candidates(text: str, frame: Frame, context: Context, troubles: list[Message]) -> list[Candidate]:
    verb = frame.verb
    if verb is None and not frame.body:
        return _note_alone(frame, troubles)
    if verb in NAMING:
        return naming(frame, context, troubles)
    if verb is Verb.NEW_ISSUE:
        return new_issues(text, frame, context, troubles)
    if verb in FREE:
        return _in_words(text, frame, context, troubles)
    found = offers(text, frame, context, troubles)
    if not found and verb is Verb.GUESS and frame.body and not any(token.has_number for token in frame.body):
        return _in_words(text, frame, context, troubles)
    return found


def _note_alone(frame: Frame, troubles: list[Message]) -> list[Candidate]:
    if not frame.note or frame.is_final or frame.valid_until is not None:
        troubles.append(message("line.nothing_said"))
        return []
    statement = Statement(side=frame.side, verb=Verb.NOTE, note=frame.note, at=frame.at, channel=frame.channel)
    return [Candidate(statement, ())]


def _in_words(text: str, frame: Frame, context: Context, troubles: list[Message]) -> list[Candidate]:
    """Read a promise, a sanction, a tactic with its number, or a guess in words."""
    verb, body = frame.verb or Verb.PROMISE, frame.body
    tactic: int | None = None
    if verb is Verb.TACTIC:
        if not body or not _TACTIC.fullmatch(body[0].text) or body[0].equals:
            troubles.append(message("line.tactic_number"))
            return []
        tactic = int(body[0].text)
    if verb is Verb.PROMISE and not body:
        troubles.append(message("line.promise_words"))
        return []
    speaker = frame.side or context.last_speaker
    sides = (speaker,) if speaker is not None else (Side.THEM, Side.US)
    stretches = _stretches(text, frame)
    rest = " ".join(text[start:end] for start, end in stretches)
    spans = tuple(Span(start, end, Role.WORD) for start, end in stretches)
    marks, today = context.marks, (frame.at or context.now).date()
    due: date | None = None
    if verb is Verb.PROMISE:
        due, rest = due_of(rest, today, marks)
    return [
        Candidate(
            Statement(
                side=side,
                verb=verb,
                rest=rest,
                note=frame.note,
                at=frame.at,
                channel=frame.channel,
                valid_until=due or frame.valid_until,
                is_final=frame.is_final,
                tactic=tactic,
            ),
            spans,
        )
        for side in sides
    ]


def _stretches(text: str, frame: Frame) -> list[tuple[int, int]]:
    """Return the stretches of the text that the body covers, as typed, parted only by what was taken off."""
    if not frame.body:
        return []
    first, last = frame.body[0].start, frame.body[-1].end
    taken = sorted((span.start, span.end) for span in frame.spans if first <= span.start < last)
    found: list[tuple[int, int]] = []
    start = first
    for begin, end in [*taken, (last, last)]:
        piece = text[start:begin]
        stripped = piece.strip()
        if stripped:
            at = start + piece.index(stripped)
            found.append((at, at + len(stripped)))
        start = end
    return found


def _asked(found: Sequence[Candidate], frame: Frame, context: Context) -> Message:
    if frame.side is None and context.last_speaker is None and len({each.statement.side for each in found}) > 1:
        return message("line.who")
    if len(found) > MOST_CHOICES:
        return message("line.many_ways")
    return message("line.ways", n=len(found)) if len(found) > 1 else message("line.confirm")


def _unread(text: str, frame: Frame, context: Context, told: Message) -> Reading:
    spans = (*frame.spans, *(Span(token.start, token.end, Role.UNREAD) for token in frame.body))
    return Reading(text=text, status=Status.UNREAD, kept=_kept(frame, context), marks=(_in_order(spans),), message=told)


def _kept(frame: Frame, context: Context) -> Statement:
    return Statement(side=frame.side or context.last_speaker, verb=Verb.UNREAD, at=frame.at, channel=frame.channel)


def _told(troubles: Sequence[Message], frame: Frame, context: Context) -> Message:
    """Return why the line is unread: what a rule said, else the number that is none, else what to type."""
    for at, token in enumerate(frame.body[:_MOST_LOOKED_AT]):
        if is_tail(frame.body, at):
            before = frame.body[at - 1].text
            return message("line.number_parted", text=f"{before} {token.text}", whole=f"{before}{token.text}")
    for code in _FOREMOST:
        for trouble in troubles:
            if trouble.code == code:
                return trouble
    if troubles:
        return troubles[0]
    for at, token in enumerate(frame.body[:_MOST_LOOKED_AT]):
        is_number = days_at(token, context.marks) or amounts_at(frame.body, at, context.lexicon, context.marks)
        if token.has_number and not is_number:
            return message("line.number_unread", text=token.text[:_SHOWN])
    return message("line.unread")


def _in_order(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return the spans from left to right, without overlaps."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda each: (each.start, each.end)):
        if span.end > span.start and (not found or span.start >= found[-1].end):
            found.append(span)
    return tuple(found)
