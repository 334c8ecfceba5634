"""core: units behind a number, and how a number in one unit becomes one in the issue's (rule 11)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from core.currency import head_of_unit, named_currency
from core.issue import Issue, ScaleKind
from core.number import thousands_in
from core.shorthand.tokens import fold
from core.shorthand.vocabulary import MONTH_OR_MORE, TimeUnit, Vocabulary
from core.words import rounded

# What is written for one unit; these are units where an issue is measured in one of them, and else mere words.
_SAME = (
    ("h", "hr", "hrs", "hour", "hours", "std", "stunde", "stunden"),
    ("min", "mins", "minute", "minutes"),
    ("pc", "pcs", "piece", "pieces", "stk", "stück"),
    ("kg", "kilo", "kilos"),
    ("t", "tonne", "tonnes", "tonnen"),
)
_PLACES = 6  # a conversion that has no finite decimal form is rounded half up to so many


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as typed: a time, per cent, a currency, or a word that some issue is measured in."""

    word: str
    time: TimeUnit | None = None
    per_cent: bool = False
    currency: str = ""


@dataclass(frozen=True, slots=True)
class IssueUnit:
    """What an issue is measured in; `words` are all ways to type it, folded."""

    words: frozenset[str]
    time: TimeUnit | None
    per_cent: bool
    currency: str
    in_thousands: bool


@dataclass(frozen=True, slots=True)
class Converted:
    """A number in the issue's unit; `changed` tells that a unit was converted, `asked` that the rules want it asked.

    `rounded` tells that the conversion has no finite decimal form: 30 days are 4.285714 weeks.
    """

    number: Decimal
    changed: bool = False
    asked: bool = False
    rounded: bool = False


def unit_of(issue: Issue, words: Vocabulary, currency: str) -> IssueUnit:
    """Work out what an issue is measured in. A unit price counts in the negotiation's currency in any case."""
    text = " ".join(fold(issue.unit).split())
    bare = text.removeprefix("k ") if thousands_in(text) else text
    plain = {form for word in (text, bare) for form in (word, *_forms(word))} - {"", "k"}
    variants = plain | {word for same in _SAME if plain & set(same) for word in same}
    money = head_of_unit(issue.unit) or (currency if issue.is_unit_price else "")
    if money and money != currency and named_currency(issue.unit.split("/")[0].strip(), currency) == currency:
        money = currency
    time = words.times.get(bare.rstrip("."))
    if issue.kind is ScaleKind.DATE:
        time = time or TimeUnit.DAY
    per_cent = text.startswith("%") or text.split("/")[0].strip() in words.per_cents
    return IssueUnit(frozenset(variants), time, per_cent, money, thousands_in(text))


def _forms(word: str) -> tuple[str, ...]:
    """Return the singular or plural beside a word: "can" and "cans" are one unit."""
    if len(word) < 3 or not word.isalpha():
        return ()
    return (word[:-1],) if word.endswith("s") else (f"{word}s",)


def known_unit(word: str, words: Vocabulary, currency: str, issue_words: frozenset[str]) -> Unit | None:
    """Return the unit that a word names, None for a word that is none. Currency codes are told by their case."""
    folded = fold(word)
    head, slash, per = word.partition("/")
    if slash and folded not in issue_words and (head_money := named_currency(head, currency)):
        folded = fold(f"{head_money}/{per}")  # a sign in the place of its code
    time = words.times.get(folded)
    per_cent = folded in words.per_cents
    money = named_currency(word, currency) or ""
    if time is None and not per_cent and not money and folded not in issue_words:
        return None
    return Unit(folded, time, per_cent, money)


def convert(
    number: Decimal, unit: Unit | None, own: IssueUnit, days_per_month: Decimal, *, in_thousands: bool
) -> tuple[Converted, ...]:
    """Return the number in the issue's own unit, in every way that the rules allow; none where the units differ.

    `in_thousands` tells that a "k" stood behind the number: it is a factor of 1,000 unless the issue counts in
    thousands itself. An "m" on an issue that is no time is asked: a million or a thousand.
    """
    factor = Decimal(1000 if in_thousands and not own.in_thousands else 1)
    if unit is None:
        return (Converted(_times(number, Fraction(factor))),)
    if unit.word in own.words:
        plain = own.in_thousands and not in_thousands and not unit.word.startswith("k ")
        return (Converted(_times(number, Fraction(factor) / (1000 if plain else 1)), changed=plain),)
    if unit.time is not None and own.time is not None:
        if unit.time is own.time:
            return (Converted(_times(number, Fraction(factor))),)
        days = _days(days_per_month)
        ratio = days[unit.time] / days[own.time]
        value = _times(number, ratio * Fraction(factor))
        is_rounded = Fraction(value) != Fraction(number) * ratio * Fraction(factor)
        return (Converted(value, changed=True, rounded=is_rounded),)
    if unit.word == MONTH_OR_MORE and own.time is None and not in_thousands:
        return tuple(
            Converted(_times(number, Fraction(size, 1000 if own.in_thousands else 1)), changed=True, asked=True)
            for size in (1_000_000, 1000)
        )
    if (unit.per_cent and own.per_cent) or (unit.currency and unit.currency == own.currency):
        return (Converted(_times(number, Fraction(factor))),)
    return ()


def exact(value: Fraction) -> Decimal:
    """Return a fraction as a decimal: exactly where it is finite, else rounded half up to six places."""
    try:
        return rounded(value)
    except ValueError:
        return rounded(value, _PLACES)


def _times(number: Decimal, factor: Fraction) -> Decimal:
    return number if factor == 1 else exact(Fraction(number) * factor)


def _days(days_per_month: Decimal) -> Mapping[TimeUnit, Fraction]:
    month = Fraction(days_per_month)
    return {
        TimeUnit.DAY: Fraction(1),
        TimeUnit.WEEK: Fraction(7),
        TimeUnit.MONTH: month,
        TimeUnit.YEAR: month * 12,
    }
