"""core: how names and words are compared - without case, accents and width; or as they are typed, but for case."""

from __future__ import annotations

import unicodedata


def fold(text: str | None) -> str:
    """Return a text as names are compared, found and sorted."""
    if text is None or text.isascii():
        return (text or "").lower()
    plain = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()


def key_of(text: str) -> str:
    """Return what texts that mean the same name have in common: letters and accents, whatever case and blanks."""
    return " ".join(text.split()).casefold()
