"""ui: reads what is typed into the fields of a form - days and shares - by the region's marks."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal

from core.days import parse_day
from core.errors import BadInput
from core.naming import basis_word
from core.number import Marks, parse_number
from core.side import Basis
from core.words import NO_BREAK, Words

NOTE_SIGN = " # "
_PIECES = re.compile(r",\s+")
_SHOWN = 40  # characters of an unreadable text that its sentence repeats


def read_day(text: str, say: Words, today: date, *, past: bool = False) -> date | None:
    """Read a day in any form that the region shows or ISO 8601 writes, or +14 for days from today; None for nothing.

    A day without a year is the next one from today on, or with `past` the last one up to today. Raises
    BadInput for what is no day.
    """
    text = text.strip()
    if not text:
        return None
    if ahead := re.fullmatch(r"\+\s*([0-9]{1,4})", text):
        return today + timedelta(days=int(ahead[1]))
    marks = Marks.of(say)
    found = parse_day(text, marks.date_order, marks.months, today, past=past)
    if found is None:
        raise BadInput("day.unreadable", text=text[:_SHOWN], example=date(today.year + 1, 3, 14))
    return found


def read_percent(text: str, say: Words) -> Decimal | None:
    """Read "12", "12 %" or "12,5" as per cent; None for nothing. Raises BadInput outside 0 to 100."""
    bare = text.replace(NO_BREAK, " ").strip()
    if not bare:
        return None
    number = parse_number(bare, Marks.of(say), "%")
    if not 0 <= number <= 100:
        raise BadInput("percent.outside", number=number)
    return number


def split_note(text: str) -> tuple[str, str]:
    """Return what stands before the sign of a note, a # with a blank on either side, and the note."""
    body, _, note = f" {text.strip()}".partition(NOTE_SIGN)
    return body.strip(), note.strip()


def split_pieces(body: str) -> tuple[str, ...]:
    """Return the pieces of a line, parted by a comma with a blank behind it, as no number has it."""
    return tuple(_PIECES.split(body.strip()))


def read_basis(word: str, say: Words) -> Basis | None:
    """Return what a word says that a piece of knowledge rests on; None where it says nothing of the kind."""
    words = {basis_word(say, each).casefold(): each for each in Basis}
    return words.get(word.strip().casefold())


def show_percent(number: Decimal | None, say: Words) -> str:
    """Write a share in per cent, empty where it is not known."""
    return "" if number is None else f"{say.number(number)}{NO_BREAK}%"
