"""core: the tactics that either side uses - the common list by its numbers, with the user's own words laid over it.

The list lies as data in `resources/tactics`, one file a language; where each tactic is described stands in the English
one. Logbooks hold the numbers, so a number never changes its meaning.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from core.line import Line, Verb
from core.resources import resource_path
from core.tactic import OwnTactic

FALLBACK = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tactic:
    """A tactic: its number and name, the sign by which it is known, and what answers it, the first answer first.

    `source` is where it is described, empty for one of the user's own. `is_fair` tells that it can be played with open
    cards, so that it may be suggested to us. `is_own` tells that the words are the user's.
    """

    number: int
    name: str
    sign: str = ""
    counters: tuple[str, ...] = ()
    source: str = ""
    is_fair: bool = False
    is_own: bool = False

    @property
    def counter(self) -> str:
        """Return the answer to give first, empty where none is known."""
        return next(iter(self.counters), "")

    @property
    def is_common(self) -> bool:
        """Tell whether the tactic belongs to the common list."""
        return bool(self.source)


def tactics(language: str, own: Sequence[OwnTactic] = ()) -> tuple[Tactic, ...]:
    """Return the whole list by number, in a language or else in English, with the user's own words laid over it.

    One of the user's own with a number of the common list changes that one's name and, where it has one, its answer;
    any other number is a tactic added. An answer on several lines is several answers.
    """
    found = {each.number: each for each in _common(language)}
    for each in own:
        base = found.get(each.number, Tactic(number=each.number, name=each.name))
        counters = tuple(line.strip() for line in each.counter.splitlines() if line.strip())
        found[each.number] = replace(base, name=each.name, counters=counters or base.counters, is_own=True)
    return tuple(found[number] for number in sorted(found))


def by_number(found: Sequence[Tactic]) -> dict[int, Tactic]:
    """Return the tactics of a list, each under its number."""
    return {each.number: each for each in found}


def tactic_number(line: Line) -> int | None:
    """Return the number of the tactic that a line logs, None for any other line.

    Lines of before the number had a field of its own hold it at the beginning of their words.
    """
    return number_of(line.tactic, line.rest) if line.verb is Verb.TACTIC else None


def number_of(tactic: int | None, rest: str) -> int | None:
    """Return the number of a tactic that was logged, from its field or else from the beginning of its words."""
    if tactic is not None:
        return tactic
    first = rest.split(maxsplit=1)[:1]
    return int(first[0]) if first and first[0].isdecimal() else None


@lru_cache
def _common(language: str) -> tuple[Tactic, ...]:
    facts = _read(FALLBACK)
    path = resource_path("tactics", f"{language}.toml")
    # the file may be missing: a language without a list reads the English one
    words = {each["number"]: each for each in _read(language)["tactics"]} if path.exists() else {}
    return tuple(_tactic(each, words.get(each["number"], each), facts["sources"]) for each in facts["tactics"])


def _tactic(facts: Mapping[str, Any], words: Mapping[str, Any], sources: Mapping[str, str]) -> Tactic:
    return Tactic(
        number=facts["number"],
        name=words["name"],
        sign=words["sign"],
        counters=tuple(words["counters"]),
        source=sources[facts["source"]],
        is_fair=facts.get("is_fair", False),
    )


def _read(language: str) -> dict[str, Any]:
    return tomllib.loads(resource_path("tactics", f"{language}.toml").read_text(encoding="utf-8"))
