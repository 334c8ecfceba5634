"""db: chance that is the same on every machine, and texts composed by it from the phrases of a language."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from core.resources import resource_path

LANGUAGES = ("en", "de", "pl", "el", "ar", "zh")

_LETTERS = "ABCDEFGHKLMNPRSTVWXZ"
Each = TypeVar("Each")


class Chance:
    """Draws from a seed. Only `random()` is used: of all that the module draws, Python promises to keep that alone."""

    def __init__(self, *seed: object) -> None:
        """Take what the draws depend on."""
        self._random = random.Random("/".join(str(each) for each in seed)).random  # noqa: S311 - no secret

    def happens(self, share: float) -> bool:
        """Return True in this share of all cases."""
        return self._random() < share

    def whole(self, low: int, high: int) -> int:
        """Return a whole number, both ends included."""
        return low + int(self._random() * (high - low + 1))

    def one(self, of: Sequence[Each]) -> Each:
        """Return one of these."""
        return of[int(self._random() * len(of))]

    def several(self, of: Sequence[Each], count: int) -> list[Each]:
        """Return so many different ones, in the order drawn."""
        rest = list(of)
        return [rest.pop(int(self._random() * len(rest))) for _ in range(min(count, len(rest)))]

    def shares(self, total: int, weights: Sequence[float]) -> list[int]:
        """Divide a whole number among as many as there are weights, so that the parts add up to it exactly."""
        whole = sum(weights)
        parts, given, passed = [], 0, 0.0
        for weight in weights:
            passed += weight
            upto = round(total * passed / whole) if whole else 0
            parts.append(upto - given)
            given = upto
        return parts

    def weight(self) -> float:
        """Return how much more or less than the others one of many gets."""
        return 0.4 + 1.2 * self._random()


@dataclass(frozen=True, slots=True)
class About:
    """What a text is about: the goods in question, other goods of the same supplier, and the day it is written."""

    thing: str
    other: str
    on: date


class Voice:
    """The phrases of one language; every text is composed anew from them."""

    def __init__(self, language: str) -> None:
        """Read the phrases."""
        self.language = language
        text = resource_path("generator", f"{language}.toml").read_text(encoding="utf-8")
        self._phrases: Mapping[str, Any] = tomllib.loads(text)

    @cached_property
    def country(self) -> str:
        """Return the country of this voice's suppliers."""
        return str(self._phrases["country"])

    @property
    def names(self) -> list[str]:
        """Return the names of all lists of phrases."""
        return sorted(name for name, found in self._phrases.items() if name not in ("country", "issues") and found)

    def parts(self, name: str) -> list[str]:
        """Return the parts of a name; one without any has the empty one."""
        found = self._phrases[name]
        return sorted(found) if isinstance(found, dict) else [""]

    def of(self, name: str, part: str = "") -> Sequence[str]:
        """Return the phrases of a name, or of one of its parts, as they stand."""
        found: Sequence[str] = self._phrases[name][part] if part else self._phrases[name]
        return found

    def issue(self, key: str) -> str:
        """Return what an issue is called."""
        return str(self._phrases["issues"][key])

    @property
    def trades(self) -> int:
        """Return how many trades suppliers are of; firms, categories and goods are listed by them."""
        return len(self.of("forms"))

    def goods(self, trade: int) -> Sequence[str]:
        """Return the goods of a trade."""
        return self.of("things")[trade :: self.trades]

    def say(self, chance: Chance, about: About, name: str, part: str = "") -> str:
        """Return one of the phrases with its slots filled; a year is one before it is written, or the next one."""
        filled = {
            "thing": about.thing,
            "other": about.other,
            "code": f"{chance.one(_LETTERS)}{chance.one(_LETTERS)}-{chance.whole(1_000, 99_999)}",
            "number": str(chance.whole(12, 980)),
            "percent": str(chance.whole(2, 18)),
            "share": str(chance.whole(55, 98)),
            "month": chance.one(self.of("months")),
            "year": str(about.on.year - chance.whole(1, 4)),
            "next": str(about.on.year + 1),
            "town": chance.one(self.of("towns")),
            "person": chance.one(self.of("family")),
        }
        text = chance.one(self.of(name, part)).format_map(filled)
        return text[:1].upper() + text[1:]

    def person(self, chance: Chance) -> str:
        """Return the name of a person, in the order of this language."""
        given, family = chance.one(self.of("given")), chance.one(self.of("family"))
        return f"{family}{given}" if self.language == "zh" else f"{given} {family}"

    def firm(self, chance: Chance, trade: int) -> str:
        """Return the name of a firm of a trade; two may be named alike."""
        return f"{chance.one(self.of('firms'))} {self.of('forms')[trade]}"
