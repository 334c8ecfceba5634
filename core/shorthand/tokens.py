"""core: a meeting line cut into tokens, each with its place in the text (rule 2)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_OPENING = {'"': '"', "\u201c": "\u201d", "\u201e": "\u201c", "\u00ab": "\u00bb"}
_GROUPING_SPACES = "\u00a0\u202f\u2009"
_DIGIT = re.compile("[0-9]")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the line: `text` without quotes and without a leading equals sign, `folded` for comparing.

    `apart` tells that a `;` or a comma stands before it, `equals` that it followed an equals sign, `blank_after`
    that a blank or the end follows.
    """

    text: str
    start: int
    end: int
    apart: bool = False
    quoted: bool = False
    equals: bool = False
    blank_after: bool = True

    @property
    def folded(self) -> str:
        """Return the text as it is compared: normalised, in small letters."""
        return fold(self.text)

    @property
    def has_number(self) -> bool:
        """Tell whether any character is a digit or numeral of any script."""
        return any(letter.isnumeric() for letter in self.text)


@dataclass(frozen=True, slots=True)
class Cut:
    """A line cut into tokens; `note` is what stands behind ` # `, `note_at` where it starts (-1: there is none)."""

    tokens: tuple[Token, ...]
    note: str = ""
    note_at: int = -1


def fold(text: str) -> str:
    """Return a text as names and words are compared."""
    return unicodedata.normalize("NFC", text).casefold()


def cut(text: str, *, spaces_group: bool = False) -> Cut:
    """Cut a line at blanks, at `;`, and at a comma that is not glued between digits.

    Quoted words are one token. A `#` with a blank on both sides starts the note. `issue=value` is cut before the
    equals sign. With `spaces_group`, a no-break space between digits is part of the number.
    """
    tokens: list[Token] = []
    apart, at = False, 0
    while at < len(text):
        if _is_break(text, at, spaces_group=spaces_group):
            apart = apart or text[at] in ";,"
            at += 1
            continue
        quote_end = _quote_end(text, at)
        if quote_end > 0:
            blank = _blank_at(text, quote_end)
            tokens.append(Token(text[at + 1 : quote_end - 1], at, quote_end, apart, quoted=True, blank_after=blank))
            apart, at = False, quote_end
            continue
        end = at
        while end < len(text) and not _is_break(text, end, spaces_group=spaces_group):
            end += 1
        word = text[at:end]
        if word == "#" and _blank_at(text, end):
            return Cut(tuple(tokens), text[end:].strip(), at)
        tokens += _parted(word, at, apart=apart, blank=_blank_at(text, end))
        apart, at = False, end
    return Cut(tuple(tokens))


def _parted(word: str, at: int, *, apart: bool, blank: bool) -> list[Token]:
    """Cut one word before its first equals sign."""
    name, equals, value = word.partition("=")
    if not equals or not value:
        return [Token(word, at, at + len(word), apart, blank_after=blank)]
    second = Token(value, at + len(name), at + len(word), apart and not name, equals=True, blank_after=blank)
    if not name:
        return [second]
    return [Token(name, at, at + len(name), apart, blank_after=False), second]


def _blank_at(text: str, at: int) -> bool:
    return at >= len(text) or text[at].isspace()


def _is_break(text: str, at: int, *, spaces_group: bool) -> bool:
    letter = text[at]
    if letter == ";":
        return True
    between_digits = 0 < at < len(text) - 1 and bool(_DIGIT.match(text[at - 1]) and _DIGIT.match(text[at + 1]))
    if letter == ",":
        # a comma right before a digit, with a blank before it, has no rule: the token stays unreadable
        sloppy = at + 1 < len(text) and bool(_DIGIT.match(text[at + 1])) and (at == 0 or text[at - 1].isspace())
        return not between_digits and not sloppy
    if letter in _GROUPING_SPACES and spaces_group and between_digits:
        return False
    return letter.isspace()


def _quote_end(text: str, at: int) -> int:
    """Return where a quotation that opens at `at` ends, 0 where none opens or nothing closes it."""
    closing = _OPENING.get(text[at])
    if closing is None:
        return 0
    end = text.find(closing, at + 1)
    if end < 0 or not text[at + 1 : end].strip():
        return 0
    return end + 1
