"""core: what of a line may be read by who sits opposite - nothing that we note, guess or see through."""

from __future__ import annotations

import re

from core.line import UNSPOKEN, Verb
from core.shorthand.tokens import fold
from core.shorthand.vocabulary import TABLES

_WHO = frozenset(word for each in TABLES.values() for word in each.who)
_QUIET = frozenset(word for each in TABLES.values() for word, verb in each.verbs.items() if verb in UNSPOKEN)
_NOTE, _GUESS = "#", "~"
_NOTE_BEHIND = re.compile(r"(?:^|(?<=\s))#")
_EDGES = re.compile(r"^\W+|[\W\d]+$")
_MORE = "\u2026"


def spoken(verb: Verb, text: str) -> str:
    """Return what of a line as typed is not ours alone; empty where all of it is.

    What stands behind a `#` that begins a word is a note. Of a line kept as typed nobody knows what it says: there any
    `#` may begin a note, and a sign or word of a guess, a tactic or a sanction in any language, glued or not, may have
    been meant so.
    """
    if verb in UNSPOKEN:
        return ""
    shown = text.partition(_NOTE)[0] if verb is Verb.UNREAD else _NOTE_BEHIND.split(text, maxsplit=1)[0]
    words = [word for word in shown.split() if not word.startswith("@")]
    led = bool(words) and bool({fold(words[0]), _bare(words[0])} & _WHO)
    if verb is Verb.UNREAD and (_GUESS in shown or any(_bare(word) in _QUIET for word in words[: 1 + led])):
        return ""
    if shown == text:
        return text
    return " ".join(shown.split()) if len(words) > led else ""


def _bare(word: str) -> str:
    """Return a word without the signs around it and the number behind it: z of "z:", x of "x2"."""
    return fold(_EDGES.sub("", word))


def aloud(verb: Verb, text: str) -> str:
    """Return a line as it may be read by anybody: what is left out of it behind is shown by three dots."""
    said = spoken(verb, text)
    return said if said in ("", text) else f"{said} {_MORE}"
