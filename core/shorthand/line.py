"""core: the frame of a meeting line - who, verb, when, how long, by what - taken off the words in between."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time

from core.days import nearest, split_day
from core.line import Verb
from core.meeting import Channel
from core.message import Message, message
from core.shorthand.context import Context
from core.shorthand.due import LONGEST, led_day
from core.shorthand.statement import Role, Span
from core.shorthand.tokens import Cut, Token, fold
from core.shorthand.vocabulary import Clause, Vocabulary
from core.side import Side

# The rest of these is words: only "@" is taken out of it, since "send it by mail" is what was promised.
FREE = frozenset({Verb.PROMISE, Verb.SANCTION, Verb.TACTIC})
_CLOCK = re.compile(r"@([0-9]{1,2}):([0-9]{2})")


@dataclass(slots=True)
class Frame:
    """What stands around the terms: `body` are the tokens left, `spans` the marks of what was taken off."""

    side: Side | None = None
    verb: Verb | None = None
    body: list[Token] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    at: datetime | None = None
    valid_until: date | None = None
    channel: Channel | None = None
    is_final: bool = False
    note: str = ""
    trouble: Message | None = None


def frame_of(text: str, parts: Cut, context: Context) -> Frame:
    """Take who (first token), verb (right after it), and the clauses of rule 8 off a line."""
    words = context.lexicon.words
    frame = Frame(note=parts.note)
    tokens = list(parts.tokens)
    if parts.note_at >= 0:
        frame.spans.append(Span(parts.note_at, len(text), Role.NOTE))
    tokens = _who(tokens, frame, words)
    if frame.verb is None and tokens and tokens[0].blank_after and not tokens[0].quoted and not tokens[0].equals:
        frame.verb = words.verbs.get(tokens[0].folded)
        if frame.verb is not None:
            frame.spans.append(Span(tokens[0].start, tokens[0].end, Role.VERB))
            tokens = tokens[1:]
    frame.body = _clauses(tokens, frame, context)
    if frame.verb in (None, Verb.GUESS):
        _final(frame)
    return frame


def _who(tokens: list[Token], frame: Frame, words: Vocabulary) -> list[Token]:
    if not tokens or tokens[0].quoted or tokens[0].equals or _is_glued(tokens):
        return tokens
    first = tokens[0]
    frame.side = words.who.get(first.folded)
    if frame.side is not None:
        frame.spans.append(Span(first.start, first.end, Role.WHO))
        return tokens[1:]
    if first.text.startswith("!") and first.blank_after:
        frame.side = words.who.get(fold(first.text[1:]))
        if frame.side is not None:
            frame.verb = Verb.PROMISE
            frame.spans += [
                Span(first.start, first.start + 1, Role.VERB),
                Span(first.start + 1, first.end, Role.WHO),
            ]
            return tokens[1:]
    return tokens


def _is_glued(tokens: list[Token]) -> bool:
    """Tell whether an equals sign is glued to the first token: it would name an issue, not a speaker."""
    return len(tokens) > 1 and tokens[1].equals and tokens[1].start == tokens[0].end


def _clauses(tokens: list[Token], frame: Frame, context: Context) -> list[Token]:
    """Take `@...`, `until ...` and `by ...` off; what they cannot take stays where it is."""
    times = _moment(tokens, frame, context)
    words = context.lexicon.words
    body: list[Token] = []
    at, apart = 0, False
    while at < len(tokens):
        token = tokens[at]
        apart = apart or token.apart
        if at in times:
            at, apart = at + 1, True
            continue
        taken = 0
        if frame.verb not in FREE and not token.quoted and not token.equals:
            end = min((each for each in times if each > at), default=len(tokens))
            match words.clauses.get(token.folded):
                case Clause.UNTIL:
                    taken = _held(token, tokens[at + 1 : end], frame, context)
                case Clause.BY:
                    taken = _sent(token, tokens[at + 1 : end], frame, words)
        if taken:
            frame.spans.append(Span(token.start, tokens[at + taken].end, Role.WORD))
        else:
            body.append(token if token.apart is apart else replace(token, apart=apart))
        # no term and no name reaches across what is taken off
        apart = taken > 0
        at += taken + 1
    return body


def _moment(tokens: list[Token], frame: Frame, context: Context) -> set[int]:
    """Read when it was said, and return the places of the tokens that say so.

    Day and time of day go together, a day alone is its start, today's date alone is now.
    """
    now = context.now
    days: list[date] = []
    clocks: list[time] = []
    places = {place for place, token in enumerate(tokens) if _said_at(token, context, days, clocks)}
    frame.spans += [Span(tokens[place].start, tokens[place].end, Role.WORD) for place in sorted(places)]
    if len(days) > 1 or len(clocks) > 1:
        frame.trouble = message("line.clause_twice", word="@")
    elif places:
        day = days[0] if days else now.date()
        said = datetime.combine(day, clocks[0] if clocks else time(), tzinfo=now.tzinfo)
        frame.at = now if not clocks and day == now.date() else said
        if frame.at > now:
            frame.trouble, frame.at = message("line.not_yet"), None
    return places


def _said_at(token: Token, context: Context, days: list[date], clocks: list[time]) -> bool:
    if token.quoted or not token.text.startswith("@"):
        return False
    clock = _CLOCK.fullmatch(token.text)
    if clock is not None and int(clock[1]) < 24 and int(clock[2]) < 60:
        clocks.append(time(int(clock[1]), int(clock[2])))
        return True
    parts = split_day(token.text[1:], context.marks.date_order)
    day = None if parts is None else nearest(parts, context.now.date(), past=True)
    if day is None:
        return False
    days.append(day)
    return True


def _held(word: Token, following: list[Token], frame: Frame, context: Context) -> int:
    """Take the day behind "until", the next such day from the one on which it was said; return its tokens."""
    said = (frame.at or context.now).date()
    marks, is_german = context.marks, context.language.startswith("de")
    for length in range(min(LONGEST, len(following)), 0, -1):
        piece = following[:length]
        if any(token.quoted or token.equals or token.apart for token in piece):
            continue
        text = " ".join(token.text for token in piece)
        day = led_day(text, said, marks, is_german=is_german)
        if day is not None:
            if frame.valid_until is not None:
                frame.trouble = message("line.clause_twice", word=word.text)
            frame.valid_until = day
            return length
    return 0


def _sent(word: Token, following: list[Token], frame: Frame, words: Vocabulary) -> int:
    """Take the channel behind "by"; return its tokens."""
    if not following or following[0].quoted or following[0].equals:
        return 0
    channel = words.channels.get(following[0].folded)
    if channel is None:
        return 0
    if frame.channel is not None:
        frame.trouble = message("line.clause_twice", word=word.text)
    frame.channel = channel
    return 1


def _final(frame: Frame) -> None:
    if not frame.body or frame.body[-1].quoted or not frame.body[-1].text.endswith("!!"):
        return
    last = frame.body.pop()
    frame.is_final = True
    frame.spans.append(Span(last.end - 2, last.end, Role.WORD))
    if last.text != "!!":
        frame.body.append(replace(last, text=last.text[:-2], end=last.end - 2))
