"""core: what of a line may be read by who sits opposite - nothing that we note, guess or see through."""

from __future__ import annotations

from core.line import UNSPOKEN, Verb
from core.shorthand.tokens import fold
from core.shorthand.vocabulary import TABLES

_WHO = frozenset(word for each in TABLES.values() for word in each.who)
_QUIET = frozenset(word for each in TABLES.values() for word, verb in each.verbs.items() if verb in UNSPOKEN)
_NOTE = "#"
_MORE = "\u2026"


def spoken(verb: Verb, text: str) -> str:
    """Return what of a line as typed is not ours alone; empty where all of it is.

    Of a line kept as typed nobody knows what it says: whatever stands behind a `#`, glued or not, may be a note, and
    a word that begins a guess, a tactic or a sanction in any language may have been meant so.
    """
    if verb in UNSPOKEN:
        return ""
    words = text.split()
    start = 1 if words and fold(words[0]) in _WHO else 0
    first = words[start] if start < len(words) else ""
    if verb is Verb.UNREAD and (fold(first) in _QUIET or first.startswith("~")):
        return ""
    end = next((at for at, word in enumerate(words) if word.startswith(_NOTE)), len(words))
    if end == len(words):
        return text
    return " ".join(words[:end]) if end > start else ""


def aloud(verb: Verb, text: str) -> str:
    """Return a line as it may be read by anybody: what is left out of it behind is shown by three dots."""
    said = spoken(verb, text)
    return said if said in ("", text) else f"{said} {_MORE}"
