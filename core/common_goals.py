"""core: common goals - which needs of both parties may lead to the same goal; it suggests and decides nothing.

After the article that the product was asked for from (DOMAIN, A4): both parties' needs are outlined first, and what
they have in common is what a solution for both is made of.
"""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from core.need import Need
from core.negotiation import Negotiation
from core.resources import resource_path
from core.side import Side

MOST = 6  # suggestions, those with most in common first
_SHORTEST = 4  # letters that a word needs to mean something
_ENDING = 3  # letters at the end of a word that change with its form
FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class Shared:
    """A need of ours and one of theirs that may lead to the same goal, and the words that they share as we say them."""

    ours: Need
    theirs: Need
    words: tuple[str, ...]

    @property
    def is_of_one_kind(self) -> bool:
        """Tell whether both are hopes, or both concerns."""
        return self.ours.kind is self.theirs.kind


def suggestions(negotiation: Negotiation, language: str) -> tuple[Shared, ...]:
    """Return pairs of needs that share words and lead to no common goal yet, what they share most first.

    Among pairs that share as much, two hopes, or two concerns, come before one of each. Words are compared without
    their endings; those that every sentence has count nothing.
    """
    ours, theirs = ([each for each in negotiation.needs if each.side is side and each.goal_id is None] for side in Side)
    found = [
        Shared(one, other, words)
        for one in ours
        for other in theirs
        if (words := tuple(_shared(one.text, other.text, language)))
    ]
    found.sort(key=lambda each: (-len(each.words), not each.is_of_one_kind))
    return tuple(found[:MOST])


def _shared(text: str, other: str, language: str) -> Iterator[str]:
    there = [word.casefold() for word in _words(other, language)]
    seen: set[str] = set()
    for word in _words(text, language):
        folded = word.casefold()
        if folded not in seen and any(_are_forms(folded, each) for each in there):
            seen.add(folded)
            yield word


def _are_forms(one: str, other: str) -> bool:
    """Tell whether two words are the same but for their endings: delivery and deliveries, line and lines."""
    stem = max(_SHORTEST, min(len(one), len(other)) - _ENDING)
    return one == other or (one[:stem] == other[:stem] and abs(len(one) - len(other)) <= _ENDING)


def _words(text: str, language: str) -> list[str]:
    """Return the words of a text that mean something."""
    normal = unicodedata.normalize("NFC", text)
    clean = "".join(letter if letter.isalnum() else " " for letter in normal)
    common = _common(language)
    return [word for word in clean.split() if len(word) >= _SHORTEST and word.casefold() not in common]


@lru_cache
def _common(language: str) -> frozenset[str]:
    path = resource_path("common_words", f"{language}.toml")
    if not path.exists():
        path = resource_path("common_words", f"{FALLBACK}.toml")
    return frozenset(tomllib.loads(path.read_text(encoding="utf-8"))["words"])
