"""tests: what figures, units and days may mean by the rules, reckoned apart from the reader."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from core.issue import Issue, ScaleKind
from core.number import Marks
from core.shorthand import Context, Span
from core.side import Side
from core.term import Term, Value

DAYS = {"d": 1, "day": 1, "days": 1, "w": 7, "wk": 7, "wks": 7, "week": 7, "weeks": 7, "m": 30, "mo": 30} | {
    "month": 30, "months": 30, "y": 360, "yr": 360, "yrs": 360, "year": 360, "years": 360,
}  # fmt: skip
GERMAN_DAYS = {"tag": 1, "tage": 1, "tagen": 1, "woche": 7, "wochen": 7, "monat": 30, "monate": 30, "monaten": 30} | {
    "j": 360, "jahr": 360, "jahre": 360, "jahren": 360,
}  # fmt: skip
MEASURED_IN = {"days": 1, "weeks": 7, "months": 30}
SIGNS = "+-\u2013\u2212"
NUMBER = r"[0-9][0-9.,'\u2019\u00a0\u202f]*[0-9]|[0-9]"
POWERS = {Fraction(1), Fraction(1000), *(Fraction(one, other) for one in (1, 7, 30, 360) for other in (1, 7, 30, 360))}

# What a term states, comparable: the issue, the value, the other end of a range.
Stated: TypeAlias = "tuple[int, Fraction | date | str, Fraction | date | str | None]"


@dataclass(frozen=True)
class Group:
    """One term as the stretches tell it: the issues that its name may mean (none: a bare number), value and unit."""

    named: tuple[int, ...]
    text: str
    unit: str
    is_real: bool  # an equals sign before it: a sign is no step
    span: Span


class Figures:
    """The arithmetic of one table, for the side that speaks."""

    def __init__(self, table: Context, side: Side) -> None:
        self.table = table
        self.side = side
        german = table.language.startswith("de")
        self.days = DAYS | GERMAN_DAYS if german else DAYS
        self.per_cent = {"%", "prozent"} if german else {"%"}
        self.thousands = ("tsd", "k") if german else ("k",)

    def values(self, issue: Issue, group: Group, *, exactly: bool = False) -> set[Stated]:
        if issue.kind is ScaleKind.OPTIONS:
            label = self.option(issue, group.text)
            return set() if label is None else {(issue.id, label, None)}
        is_step = group.text[0] in SIGNS and not group.is_real
        if issue.kind is ScaleKind.DATE:
            return self._dates(issue, group, is_step=is_step)
        if is_step:
            return self._steps(issue, group, exactly=exactly)
        low, dots, high = group.text.partition("..")
        highs = self._amounts(issue, high if dots else low, group.unit, exactly=exactly)
        if not dots:
            return {(issue.id, value, None) for value in highs}
        found = re.fullmatch(r"(.*[0-9])([^0-9]*)", low)
        number, own = found.groups() if found else (low, "")
        # "4..6w": the unit stands for the whole range, or 4 is in the issue's own
        units = (own,) if own else ("", group.unit)
        lows = {each for unit in units for each in self._amounts(issue, number, unit, exactly=exactly)}
        return {(issue.id, one, None if one == other else other) for one in lows for other in highs}

    def _amounts(self, issue: Issue, text: str, unit: str, *, exactly: bool) -> set[Fraction]:
        sign = -1 if text[0] in SIGNS[1:] else 1
        digits = text[1:] if text[0] in SIGNS else text
        number = number_of(digits, self.table.marks)
        if number is None:
            return set()
        able = [sign * number * factor for factor in self._factors(issue, unit)]
        return {_rounded(each) for each in able if _is_finite(each) or not exactly}

    def _factors(self, issue: Issue, unit: str) -> set[Fraction]:
        """Return what a number with this unit is multiplied by to be in the issue's own unit; none: it cannot be."""
        word = " ".join(unit.casefold().split())
        in_thousands = issue.unit.startswith("k ")
        own = issue.unit.removeprefix("k ")
        thousand = next((each for each in self.thousands if word == each or word.startswith(f"{each} ")), None)
        if thousand is None and word.startswith("k") and word[1:] and self._plain_factor(issue, word[1:]) is not None:
            thousand = "k"
        rest = word if thousand is None else word.removeprefix(thousand).strip()
        if word == "m" and own not in MEASURED_IN and issue.kind is ScaleKind.NUMERIC:
            return {Fraction(size, 1000 if in_thousands else 1) for size in (1_000_000, 1000)}
        plain = self._plain_factor(issue, rest)
        if plain is None:
            return set()
        if thousand is not None:
            return {plain * (1 if in_thousands else 1000)}
        return {plain / 1000 if in_thousands and rest else plain}

    def _plain_factor(self, issue: Issue, word: str) -> Fraction | None:
        own = "days" if issue.kind is ScaleKind.DATE else issue.unit.removeprefix("k ")
        if not word:
            return Fraction(1)
        if own in MEASURED_IN:
            days = self.days.get(word)
            return None if days is None else Fraction(days, MEASURED_IN[own])
        # the last two are "1.48\u20ac/can" and "\u20ac1.48/can"
        money = {"eur/can", "eur", "\u20ac", "\u20ac/can", "/can eur"}
        words = {"EUR/can": money, "cans": {"cans", "can"}, "%": self.per_cent, "": set()}
        return Fraction(1) if word in words[own] else None

    def _steps(self, issue: Issue, group: Group, *, exactly: bool) -> set[Stated]:
        own = self.table.standing.get(self.side, {}).get(issue.id)
        if own is None or own.upto is not None or not isinstance(own.value, Decimal) or ".." in group.text:
            return set()
        sign = 1 if group.text[0] == "+" else -1
        number = number_of(group.text[1:], self.table.marks)
        if number is None:
            return set()
        if group.unit.casefold() in self.per_cent and issue.unit != "%":
            return {(issue.id, _rounded(Fraction(own.value) * (1 + sign * number / 100)), None)}
        able = [number * factor for factor in self._factors(issue, group.unit)]
        by = {_rounded(each) for each in able if _is_finite(each) or not exactly}
        return {(issue.id, Fraction(own.value) + sign * each, None) for each in by}

    def _dates(self, issue: Issue, group: Group, *, is_step: bool) -> set[Stated]:
        if is_step:
            own = self.table.standing.get(self.side, {}).get(issue.id)
            number = number_of(group.text[1:], self.table.marks)
            if own is None or not isinstance(own.value, date) or number is None:
                return set()
            steps = {
                (1 if group.text[0] == "+" else -1) * number * factor for factor in self._factors(issue, group.unit)
            }
            return {(issue.id, own.value + timedelta(int(each)), None) for each in steps if each.denominator == 1}
        if group.unit:
            return set()
        alone = {(issue.id, day, None) for day in self.days_typed(group.text, issue)}
        ranges = {
            (issue.id, one, other)
            for found in re.finditer(r"(?=\.\.)", group.text)
            for one in self.days_typed(group.text[: found.start()], issue)
            for other in self.days_typed(group.text[found.start() + 2 :], issue)
            if one != other
        }
        return alone | ranges

    def days_typed(self, text: str, issue: Issue | None, *, past: bool = False, today: date | None = None) -> set[date]:
        """Return the days that a text may mean: of an issue all years that its range holds, else the nearest one."""
        parts = day_parts(text, self.table.marks.date_order) or _named_parts(text, dict(self.table.marks.months))
        if parts is None:
            return set()
        today = today or self.table.now.date()
        year, month, day = parts
        if year is not None:
            return _day(year, month, day)
        around = sorted({found for year in range(today.year - 9, today.year + 10) for found in _day(year, month, day)})
        if issue is not None and isinstance(issue.best, date) and isinstance(issue.worst, date):
            held = {each for each in around if issue.best <= each <= issue.worst}
            if held:
                return held
        near = [each for each in around if (each <= today if past else each >= today)]
        return {near[-1 if past else 0]} if near else set()

    def asks(self, issue: Issue, group: Group) -> bool:
        return len(self._factors(issue, group.unit)) > 1 if issue.kind is ScaleKind.NUMERIC else False

    def option(self, issue: Issue, text: str) -> str | None:
        said = " ".join(text.lstrip("=").strip('"\u201c\u201d\u201e').casefold().split())
        return next((each.label for each in issue.options if each.label.casefold() == said), None)

    def named(self, text: str) -> tuple[int, ...]:
        said = " ".join(text.casefold().split())
        exact = tuple(each.id for each in self.table.issues if said in (each.name.casefold(), each.alias.casefold()))
        if exact or len(said) < 3:
            return exact
        begun = tuple(each.id for each in self.table.issues if each.name.casefold().startswith(said))
        return begun if len(begun) == 1 else ()


def number_of(text: str, marks: Marks) -> Fraction | None:
    """Return the number that digits and marks write by rule 2, letter by letter; None where they write none."""
    if not text or not re.fullmatch(r"[0-9.,'\u2019\u00a0\u202f\u2009 ]+", text) or not text[-1].isdigit():
        return None
    groups = {" ": " \u00a0\u202f\u2009", "\u2019": "'\u2019"}
    group = "" if not marks.group else groups[" "] if marks.group.isspace() else groups.get(marks.group, marks.group)
    other = "," if marks.decimal == "." else "."
    for mark in (marks.decimal, other):
        whole, _, fraction = text.partition(mark) if mark in text else (text, "", "")
        if (mark in text and not fraction.isdigit()) or text.count(mark) > 1:
            continue
        if mark == other and (mark not in text or (other in group and any(each in group for each in whole))):
            continue
        triples = re.split(f"[{re.escape(group)}]", whole) if group else [whole]
        plain = len(triples) == 1
        grouped = (
            not plain and 0 < len(triples[0]) <= 3 and triples[0][0] != "0" and all(len(t) == 3 for t in triples[1:])
        )
        if all(each.isdigit() for each in triples if each or not plain) and (plain or grouped):
            digits = "".join(triples) + fraction
            if digits and len(digits) <= 30:
                return Fraction(int(digits), 10 ** len(fraction))
    if other in group and text.count(other) >= 1:
        triples = text.split(other)
        if (
            0 < len(triples[0]) <= 3
            and triples[0][0] != "0"
            and all(len(each) == 3 and each.isdigit() for each in triples[1:])
        ):
            return Fraction("".join(triples))
    return None


def day_parts(text: str, order: str) -> tuple[int | None, int, int] | None:
    if found := re.fullmatch(r"(\d{4})-(\d\d?)-(\d\d?)", text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := re.fullmatch(r"(\d\d?)[.](\d\d?)[.](\d{4}|\d\d)?", text) or re.fullmatch(
        r"(\d\d?)-(\d\d?)-(\d{4})", text
    ):
        return _century(found[3]), int(found[2]), int(found[1])
    if found := re.fullmatch(r"(\d{4})/(\d\d?)/(\d\d?)", text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := re.fullmatch(r"(\d\d?)/(\d\d?)(?:/(\d{4}|\d\d))?", text):
        day, month = int(found[1]), int(found[2])
        return (
            (_century(found[3]), day, month)
            if order.index("m") < order.index("d")
            else (_century(found[3]), month, day)
        )
    return None


def _named_parts(text: str, months: dict[str, int]) -> tuple[int | None, int, int] | None:
    words = text.casefold().replace(",", " ").replace(".", " ").split()
    named = [word for word in words if word in months]
    numbers = [int(word) for word in words if word.isdigit()]
    if len(named) != 1 or len(named) + len(numbers) != len(words) or len(numbers) not in (1, 2):
        return None
    return numbers[1] if len(numbers) == 2 else None, months[named[0]], numbers[0]


def _century(text: str | None) -> int | None:
    return None if text is None else int(text) if len(text) == 4 else 2000 + int(text)


def _day(year: int, month: int, day: int) -> set[date]:
    try:
        return {date(year, month, day)}
    except ValueError:
        return set()


def key(term: Term) -> Stated:
    upto = None if term.upto is None else plain_value(term.upto)
    return term.issue_id, plain_value(term.value), upto


def plain_value(value: Value | None) -> Fraction | date | str:
    assert value is not None
    return Fraction(value) if isinstance(value, Decimal) else value


def place_of_value(value: Fraction | date | str) -> Fraction:
    assert not isinstance(value, str)
    return Fraction(value.toordinal()) if isinstance(value, date) else value


def _rounded(value: Fraction) -> Fraction:
    """Return a value that has an end as it is, else to six places, half up."""
    if _is_finite(value):
        return value
    return (1 if value > 0 else -1) * Fraction(int(abs(value) * 10**6 * 2 + 1) // 2, 10**6)


def _is_finite(value: Fraction | int) -> bool:
    rest = Fraction(value).denominator
    while rest % 2 == 0:
        rest //= 2
    while rest % 5 == 0:
        rest //= 5
    return rest == 1
