"""core: the cheat card - a plan in neutral codes for a meeting without a laptop, and the key that reads it.

Issues are K1, K2 ... in a drawn order, the columns p, q and r hold target, opening and limit in a drawn order, and a
price is shifted by a key number. All of it follows from one seed: the same seed draws the same card, a new card has a
new one. Whoever picks the card up reads an agenda; it is no cipher and protects from a glance only.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_FLOOR, Decimal
from enum import StrEnum
from random import Random

from core.issue import RUNGS, Issue, ScaleKind
from core.negotiation import Negotiation
from core.term import Value

COLUMNS = ("p", "q", "r")
LEAST_KEY, MOST_KEY = 3, 19
SEEDS = 1_000_000
_FIGURES = ("best", "worst", "ideal", *RUNGS, "limit", "baseline")
_LETTERS = "ABCDEFGHIJ"
_WORDS = "GSTUVWXYZ"


class Rung(StrEnum):
    """What a column of the card holds."""

    TARGET = "fair"
    OPENING = "opening"
    LIMIT = "limit"


@dataclass(frozen=True, slots=True)
class Code:
    """How the values of one issue are written: (value - `base`) x 10^`power` + `shift`; options have letters.

    A day is written as the number of days after `day`.
    """

    name: str
    issue: Issue
    base: Decimal = Decimal(0)
    power: int = 0
    shift: int = 0
    day: date | None = None

    def write(self, value: Value | None) -> str:
        """Return a value in code; empty for none and for an option that the issue does not have."""
        match value:
            case None:
                return ""
            case str():
                labels = [option.label for option in self.issue.options]
                return _LETTERS[labels.index(value)] if value in labels[: len(_LETTERS)] else ""
            case date():
                return "" if self.day is None else str((value - self.day).days)
        return f"{_plain((value - self.base).scaleb(self.power) + self.shift)}"

    def read(self, text: str) -> Value | None:
        """Return the value that a code stands for; None where it stands for none."""
        if self.issue.kind is ScaleKind.OPTIONS:
            at = _LETTERS.find(text.upper()) if len(text) == 1 else -1
            return self.issue.options[at].label if 0 <= at < len(self.issue.options) else None
        if not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text):
            return None
        number = Decimal(text)
        if self.issue.kind is ScaleKind.DATE:
            is_whole = number == number.to_integral_value()
            return self.day + timedelta(days=int(number)) if self.day is not None and is_whole else None
        return (number - self.shift).scaleb(-self.power) + self.base

    @property
    def letters(self) -> tuple[tuple[str, str], ...]:
        """Return each option with its letter."""
        return tuple(zip(_LETTERS, (option.label for option in self.issue.options), strict=False))


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the concession ladder in code: if they give `get`, we give `give`."""

    get: str
    give: str


@dataclass(frozen=True, slots=True)
class CheatCard:
    """A whole card with its key: codes in drawn order, columns, steps, and the letters that stand for words."""

    seed: int
    codes: tuple[Code, ...]
    columns: tuple[tuple[str, Rung], ...]
    steps: tuple[Step, ...]
    words: tuple[tuple[str, str], ...]

    def cell(self, code: Code, rung: Rung) -> str:
        """Return what stands in a column of an issue."""
        return code.write(getattr(code.issue, rung.value))


def cheat_card(negotiation: Negotiation, seed: int) -> CheatCard:
    """Draw the card of a negotiation; the issues that have no scale for figures stay out."""
    chance = Random(seed)  # noqa: S311 - an order to be drawn, no secret
    issues = [issue for issue in negotiation.issues if _can_be_coded(issue)]
    chance.shuffle(issues)
    key = chance.randint(LEAST_KEY, MOST_KEY)
    numbers = list(range(1, len(issues) + 1))
    chance.shuffle(numbers)
    by_id = {issue.id: _code(f"K{number}", issue, key) for number, issue in zip(numbers, issues, strict=True)}
    rungs = list(Rung)
    chance.shuffle(rungs)
    steps, words = _steps(negotiation, by_id)
    return CheatCard(
        seed=seed,
        codes=tuple(by_id[issue.id] for issue in issues),
        columns=tuple(zip(COLUMNS, rungs, strict=True)),
        steps=steps,
        words=words,
    )


def decode(text: str, card: CheatCard, decimal_mark: str = ".") -> str:
    """Return a line noted with the card's codes as one that the meeting line reads: "K4 52" as "price 1.45".

    What is no code of the card stays as it is.
    """
    known = {code.name.casefold(): code for code in card.codes}

    def plain(found: re.Match[str]) -> str:
        code = known.get(found[1].casefold())
        value = None if code is None else code.read(found[2])
        if code is None or value is None:
            return found[0]
        name = code.issue.alias or code.issue.name
        if isinstance(value, str):
            return f"{name}={value}"
        if isinstance(value, date):
            return f"{name} {value.isoformat()}"
        # a sign glued to a number would be a step
        return f"{name}{'=' if value < 0 else ' '}{_plain(value).replace('.', decimal_mark)}"

    return re.sub(r"(?i)\b(K[0-9]{1,2})[ =]+(-?[0-9]+(?:\.[0-9]+)?|[A-Ja-j])\b", plain, text)


def _can_be_coded(issue: Issue) -> bool:
    if issue.kind is ScaleKind.OPTIONS:
        return 0 < len(issue.options) <= len(_LETTERS)
    return bool(_values(issue))


def _values(issue: Issue) -> list[Decimal | date]:
    found = (getattr(issue, name) for name in _FIGURES)
    return [value for value in found if isinstance(value, (Decimal, date))]


def _code(name: str, issue: Issue, key: int) -> Code:
    if issue.kind is ScaleKind.OPTIONS:
        return Code(name, issue)
    values = _values(issue)
    days = [value for value in values if isinstance(value, date)]
    if days:
        return Code(name, issue, day=min(days))
    numbers = [value for value in values if isinstance(value, Decimal)]
    decimals = max(max(0, -int(number.normalize().as_tuple().exponent)) for number in numbers)
    is_price = issue.is_unit_price or issue.money_worth is not None
    if decimals:
        return Code(name, issue, base=_base(numbers) if is_price else Decimal(0), power=decimals, shift=key * is_price)
    zeros = min((_zeros(number) for number in numbers if number), default=0)
    return Code(name, issue, power=-zeros if zeros > 2 else 0, shift=key * is_price)


def _base(numbers: list[Decimal]) -> Decimal:
    """Return the round number below all of them that leaves small figures."""
    spread = max(numbers) - min(numbers)
    unit = Decimal(1)
    while unit < spread:
        unit *= 10
    return (min(numbers) / unit).to_integral_value(ROUND_FLOOR) * unit


def _zeros(number: Decimal) -> int:
    return max(0, int(number.normalize().as_tuple().exponent))


def _steps(negotiation: Negotiation, codes: Mapping[int, Code]) -> tuple[tuple[Step, ...], tuple[tuple[str, str], ...]]:
    steps: list[Step] = []
    words: list[tuple[str, str]] = []
    for planned in negotiation.planned_concessions:
        code = codes.get(planned.issue_id)
        if code is None or planned.to_value is None:
            continue
        parts = []
        other = codes.get(planned.return_issue_id or 0)
        if other is not None and planned.return_value is not None:
            parts.append(f"{other.name} {other.write(planned.return_value)}")
        if planned.in_return.strip() and len(words) < len(_WORDS):
            words.append((_WORDS[len(words)], planned.in_return.strip()))
            parts.append(words[-1][0])
        steps.append(Step(", ".join(parts), f"{code.name} {code.write(planned.to_value)}"))
    return tuple(steps), tuple(words)


def _plain(number: Decimal) -> str:
    """Write a number without an exponent and without zeros that say nothing."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
