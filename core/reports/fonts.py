"""core: the bundled font as documents use it, and what is printed for a character that it does not hold.

No character that a reader would see is ever left out, and none prints as an empty box: a digit of another script prints
as the digit 0 to 9 that it is, a sign with a plain spelling prints so (minus as en dash), everything else prints as its
code point in square brackets, and the document lists these at its end.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from core.resources import resource_path

if TYPE_CHECKING:
    from collections.abc import Iterator


class Face(StrEnum):
    """The faces of the family, by the names under which they are registered."""

    REGULAR = "NotoSans-Regular"
    BOLD = "NotoSans-Bold"
    ITALIC = "NotoSans-Italic"


# Signs that people type and the font lacks, spelt with what it has.
_SPELT = {
    "\u2212": "–",
    "\u2190": "<-",
    "\u2192": "->",
    "\u2194": "<->",
    "\u2248": "~",
    "\u2260": "!=",
    "\u2264": "<=",
    "\u2265": ">=",
    "\u2022": "·",
    "\u3000": " ",
    "\uff0c": ", ",
    "\uff0e": ".",
    "\u2028": "\n",
    "\u2029": "\n",
    "\t": " ",
    "\v": "\n",
    "\f": "\n",
    "\x85": "\n",
}


@lru_cache(maxsize=1)
def coverage() -> dict[Face, frozenset[int]]:
    """Register the faces with ReportLab once, and return the code points that each holds."""
    held = {}
    for face in Face:
        font = TTFont(str(face), str(resource_path("fonts", f"{face}.ttf")))
        pdfmetrics.registerFont(font)
        held[face] = frozenset(font.face.charToGlyph)
    return held


def face_of(*, bold: bool = False, italic: bool = False) -> Face:
    """Return the face for a manner; the family has no bold italic, so bold wins."""
    if bold:
        return Face.BOLD
    return Face.ITALIC if italic else Face.REGULAR


def width_of(text: str, face: Face, size: float) -> float:
    """Return how wide a printable text is, in points."""
    coverage()
    return float(pdfmetrics.stringWidth(text, str(face), size))


def measure(text: str, size: float, bold: bool) -> float:
    """Measure a text for a chart as it will be printed."""
    face = Face.BOLD if bold else Face.REGULAR
    return sum(width_of(run.text, run.face, size) for run in runs(text, face))


@dataclass(frozen=True, slots=True)
class Run:
    """Printable characters in one face."""

    text: str
    face: Face


@dataclass(slots=True)
class Missing:
    """The characters of one document that could not be printed as they are, in the order they were met."""

    found: dict[str, None] = field(default_factory=dict)

    def add(self, character: str) -> None:
        self.found.setdefault(character)

    def __iter__(self) -> Iterator[str]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)


def runs(text: str, face: Face, missing: Missing | None = None) -> tuple[Run, ...]:
    """Split a text into runs that can be printed, a character that `face` lacks in a face that has it.

    Line ends stay as line feeds; control and direction marks, which have no form of their own, are dropped.
    """
    held = coverage()
    own = held[face]
    text = unicodedata.normalize("NFC", text)
    if all(ord(character) in own for character in text) and text.isprintable():
        return (Run(text, face),) if text else ()
    found: list[tuple[str, Face]] = []
    unprintable: list[str] = []

    def close() -> None:
        if unprintable:
            found.append(("[U+" + " ".join(f"{ord(each):04X}" for each in unprintable) + "]", face))
            unprintable.clear()

    for character in text.replace("\r\n", "\n").replace("\r", "\n"):
        shown = _shown(character, own)
        other = next((each for each in Face if ord(character) in held[each]), None)
        if shown is None and other is None:
            unprintable.append(character)
            if missing is not None:
                missing.add(character)
        elif shown is None and other is not None:
            close()
            found.append((character, other))
        elif shown:
            close()
            found.append((shown, face))
    close()
    return _joined(found)


def _shown(character: str, own: frozenset[int]) -> str | None:
    """Return what to print for a character in a face that holds `own`: empty for nothing, None if it cannot."""
    if character == "\n":
        return character
    category = unicodedata.category(character)
    if category == "Cf" or _is_variation_selector(character):
        return ""
    if character in _SPELT:
        return _SPELT[character] if ord(character) not in own or category == "Cc" else character
    if category == "Cc":
        return ""
    if ord(character) in own:
        return character
    digit = unicodedata.digit(character, None)
    return None if digit is None else str(digit)


def _is_variation_selector(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


def named(text: str) -> str:
    """Return a text as a title outside the pages (metadata, outline): one line, nothing that cannot be encoded."""
    flat = "".join(" " if unicodedata.category(character) == "Cc" else character for character in text)
    return flat.encode("utf-8", "replace").decode("utf-8")


def _joined(found: list[tuple[str, Face]]) -> tuple[Run, ...]:
    joined: list[Run] = []
    for text, face in found:
        if joined and joined[-1].face is face:
            joined[-1] = Run(joined[-1].text + text, face)
        else:
            joined.append(Run(text, face))
    return tuple(joined)
