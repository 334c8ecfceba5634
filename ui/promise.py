"""ui: a commitment on one line - side, owner in brackets, a colon, what, and the day; no Qt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from core.commitment import Commitment
from core.errors import BadInput
from core.number import Marks
from core.shorthand.due import due_of
from core.shorthand.vocabulary import TABLES
from core.side import Side
from core.words import Words
from ui.typed import read_day

_LONGEST_WHO = 12
_ANY_DAY = date(2026, 1, 1)  # whether words name a day does not hang on the day on which they are read
_OWNER = re.compile(r"([^\s:()]{1,12})\s*\(([^()]*)\)\s*:")


@dataclass(frozen=True, slots=True)
class Promise:
    """What was read of the line; `due` is None where no day was named, `owner` empty where nobody was."""

    side: Side
    text: str
    due: date | None
    owner: str = ""


def read_promise(text: str, say: Words, today: date, *, side: Side | None = None) -> Promise:
    """Read "they (Elena): certificates, 27 Nov"; the side may be one of the words of the meeting line ("t", "<", "we").

    What stands behind the last comma is the day where it reads as one; else the words may name it, as in a meeting
    line ("certificates by Friday"), unless a comma closes them. `side` counts where the line does not say who. Raises
    BadInput where nobody says who, or what was promised.
    """
    bare, owner = _without_owner(text.strip())
    speaker, rest = _who(bare, say)
    if speaker is None:
        owner, rest = "", text.strip()  # the brackets belong to the words
    speaker = speaker or side
    if speaker is None:
        raise BadInput("commitment.no_side")
    words, due = _without_day(rest, say, today)
    words = words.strip()
    if not words:
        raise BadInput("name_missing.commitment")
    return Promise(speaker, words, due, owner)


def promise_line(commitment: Commitment, say: Words, owner: str = "") -> str:
    """Write a commitment, with the name of its owner, as the line that reads as it."""
    who = say("they") if commitment.side is Side.THEM else say("we")
    name = " ".join(owner.replace("(", " ").replace(")", " ").split())
    who = f"{who} ({name})" if name else who
    text = " ".join(commitment.text.split())
    # an empty last part keeps a text that names a day from being read as due then
    is_bare = "," not in text and due_of(text, _ANY_DAY, Marks.of(say))[0] is None
    due = f", {say.day(commitment.due)}" if commitment.due is not None else "" if is_bare else ","
    return f"{who}: {text}{due}"


def promise_example(say: Words, *, owner: bool = False) -> str:
    """Return a line that shows how a promise is written, with its `owner` where the person is not known already."""
    day = date(2026, 11, 30)
    if owner:
        return say("{who} (Elena Marchetti): certificates, {day}", who=say("they"), day=day)
    return say("{who}: certificates, {day}", who=say("they"), day=day)


def _without_day(text: str, say: Words, today: date) -> tuple[str, date | None]:
    before, comma, after = text.rpartition(",")
    if comma and not after.strip():
        return before, None
    try:
        due = read_day(after, say, today) if comma else None
    except BadInput:
        due = None
    if due is not None:
        return before, due
    due, words = due_of(text, today, Marks.of(say))
    return words, due


def _without_owner(text: str) -> tuple[str, str]:
    """Return a line without the brackets between its side and its colon, and what stands in them."""
    found = _OWNER.match(text)
    return (text, "") if found is None else (f"{found[1]}:{text[found.end() :]}", found[2].strip())


def _who(text: str, say: Words) -> tuple[Side | None, str]:
    head, colon, tail = text.partition(":")
    if colon and len(head) <= _LONGEST_WHO:
        side = _side(head.strip(), say)
        if side is not None:
            return side, tail.strip()
    first, _, rest = text.partition(" ")
    side = _side(first.strip(), say)
    return (side, rest.strip()) if side is not None else (None, text)


def _side(word: str, say: Words) -> Side | None:
    folded = word.casefold()
    if folded in (say("they").casefold(), say("we").casefold()):
        return Side.THEM if folded == say("they").casefold() else Side.US
    tables = [TABLES[language] for language in dict.fromkeys(("en", say.language)) if language in TABLES]
    return next((table.who[folded] for table in tables if folded in table.who), None)
