"""ui: notes that name a style, each read from one line and written back as it; no Qt."""

from __future__ import annotations

from datetime import date
from typing import Any

from core.errors import BadInput
from core.naming import basis_word, style_word
from core.note import Note, Topic
from core.side import Basis
from core.style import Style
from core.words import Words
from ui.typed import NOTE_SIGN, read_basis, read_day, split_note, split_pieces


def read_style(text: str, say: Words, today: date) -> dict[str, Any]:
    """Read "competing, observed, 12 Nov 2026 # Asked for a number three times".

    Only the style is needed: without a basis it was observed, without a day today, and what was seen is the style
    itself. Raises BadInput for another word or a day that cannot be read.
    """
    body, seen = split_note(text)
    first, *others = split_pieces(body)
    words = {each: style_word(say, each).casefold() for each in Style}
    begun = first.strip().casefold()
    found = [each for each, word in words.items() if len(begun) >= 3 and word.startswith(begun)]
    if len(found) != 1:
        raise BadInput("style.unreadable", styles=", ".join(style_word(say, each) for each in Style))
    fields: dict[str, Any] = {"style": found[0], "basis": Basis.OBSERVED, "on": today, "topic": Topic.STYLE}
    for piece in others:
        basis = read_basis(piece, say)
        if basis is not None:
            fields["basis"] = basis
        else:
            fields["on"] = read_day(piece, say, today, past=True) or today
    return fields | {"text": seen or style_word(say, found[0]).capitalize()}


def style_line(note: Note, say: Words) -> str:
    """Write a note that names a style as the line that reads as it."""
    style = "" if note.style is None else style_word(say, note.style)
    return f"{style}, {basis_word(say, note.basis)}, {say.day(note.on)}{NOTE_SIGN}{note.text}"


def style_example(say: Words) -> str:
    """Return a line that shows how one is written."""
    return f"{style_word(say, Style.COMPETING)}{NOTE_SIGN}{say('named a figure before anybody sat down')}"
