"""core: exact numbers from text in a region's form, and the values of an issue's cells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from babel.dates import get_month_names

from core.currency import head_of_unit, named_currency
from core.day_words import PLAIN, DayWords, day_words
from core.days import ENGLISH_MONTHS, parse_day
from core.errors import BadInput
from core.issue import Issue, ScaleKind
from core.term import Value
from core.words import Words, rounded

MOST_DIGITS = 30
_SHOWN = 40  # how much of a wrong text its sentence repeats
_SPACES = "\u00a0\u202f\u2009 "
_APOSTROPHES = "'\u2019"
_MINUS = "-\u2013\u2212"
_EXAMPLE = Decimal("1234.5")
_AMOUNT = re.compile(r"(?P<before>[^\d\s.,+\-\u2013\u2212]*)\s*.*?\s*(?P<after>[^\d\s.,]*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Marks:
    """How a region writes numbers and days.

    `date_order` is "dmy", "mdy" or "ymd", for days with slashes; `months` are (name, number) pairs in small letters;
    `day_words` is what is said around a day.
    """

    decimal: str = "."
    group: str = ","
    date_order: str = "dmy"
    months: tuple[tuple[str, int], ...] = ENGLISH_MONTHS
    day_words: DayWords = PLAIN

    @classmethod
    def of(cls, say: Words) -> Marks:
        """Take the marks of the region that `say` writes in, so that what is shown can be typed again."""
        decimal = say.decimal_mark if say.decimal_mark in (".", ",") else "."
        group = say.group_mark if say.group_mark != decimal else ""
        pattern = say.locale.date_formats["short"].pattern.lower()
        order = "".join(dict.fromkeys(letter for letter in pattern if letter in "dmy"))
        names = dict(ENGLISH_MONTHS)
        for width in ("wide", "abbreviated"):
            months = get_month_names(width, locale=say.locale)
            names |= {months[number].casefold().strip("."): number for number in range(1, 13)}
        return cls(decimal, group, order if len(order) == 3 else "dmy", tuple(names.items()), day_words(say.locale))

    @property
    def other(self) -> str:
        """Return the mark of point and comma that is not the region's decimal mark."""
        return "," if self.decimal == "." else "."

    @property
    def groups(self) -> str:
        """Return every character that may part thousands: all kinds of space, or both apostrophes, where one may."""
        if self.group and self.group in _SPACES:
            return _SPACES
        return _APOSTROPHES if self.group and self.group in _APOSTROPHES else self.group


@lru_cache(maxsize=32)
def _patterns(marks: Marks) -> tuple[re.Pattern[str], re.Pattern[str]]:
    group = f"[{re.escape(marks.groups)}]" if marks.groups else "(?!)"
    grouped = rf"(?:[1-9][0-9]{{0,2}}(?:{group}[0-9]{{3}})+|[0-9]+)"
    decimal, other = re.escape(marks.decimal), re.escape(marks.other)
    # where the other mark parts thousands, it is a decimal mark only in a number that has no thousands
    whole = "[0-9]+" if marks.other in marks.groups else grouped
    return (
        re.compile(rf"{grouped}(?:{decimal}[0-9]+)?|{decimal}[0-9]+"),
        re.compile(rf"{whole}{other}[0-9]+|{other}[0-9]+"),
    )


def digits_of(text: str, marks: Marks) -> Decimal | None:
    """Return the number that digits and marks write, None where they write none or more than 30 digits.

    The region's decimal mark; thousands parted in full triples; point or comma, whichever is not the decimal mark,
    as a decimal mark where it cannot part thousands ("1,48" is 1.48 where "1,480" is 1480). No sign, no unit.
    """
    usual, unusual = _patterns(marks)
    if usual.fullmatch(text):
        clean = text.translate({ord(mark): None for mark in marks.groups}).replace(marks.decimal, ".")
    elif unusual.fullmatch(text):
        kept = marks.groups.replace(marks.other, "")
        clean = text.translate({ord(mark): None for mark in kept}).replace(marks.other, ".")
    else:
        return None
    return Decimal(clean) if len(clean.replace(".", "")) <= MOST_DIGITS else None


def scaled(number: Decimal, factor: Decimal) -> Decimal:
    """Multiply exactly: decimal arithmetic would round to the context's precision."""
    return number if factor == 1 else rounded(Fraction(number) * Fraction(factor))


def thousands_in(unit: str) -> bool:
    """Tell whether a unit counts thousands itself ("k cans"), so that "120k" is 120 of it."""
    return unit == "k" or unit.startswith("k ")


def parse_number(text: str, marks: Marks, unit: str = "") -> Decimal:
    """Read a number as a cell of the grid takes it: sign, digits, "k" for thousand, the unit if it is `unit`.

    A per-cent sign is taken where the unit is per cent. The number is exact, finite and has at most 30 digits.
    Raises BadInput, whose sentence says what to type.
    """
    stripped = text.strip()
    if not stripped:
        raise BadInput("number.empty", example=_EXAMPLE)
    sign, body = "", stripped
    if body[0] in _MINUS + "+":
        sign, body = ("-" if body[0] in _MINUS else ""), body[1:].lstrip()
    body = _without_unit(body, unit)
    factor = Decimal(1)
    if body[-1:] in ("k", "K") and body[:-1].strip():
        body = body[:-1].rstrip()
        factor = Decimal(1) if thousands_in(unit) else Decimal(1000)
    number = digits_of(body, marks)
    if number is None or number * factor >= Decimal(10) ** MOST_DIGITS:
        clean = re.sub(r"[\s.,'\u2019]", "", body)
        too_long = clean.isascii() and clean.isdigit() and len(clean) > MOST_DIGITS
        code = "number.long" if too_long or number is not None else "number.letters"
        raise BadInput(code, text=stripped[:_SHOWN], example=_EXAMPLE, most=MOST_DIGITS)
    exact = scaled(number, factor)
    return exact.copy_negate() if sign and exact else exact


def parse_money(text: str, currency: str, marks: Marks) -> Decimal:
    """Read an amount in the negotiation's currency, with or without its code or symbol: 1,250.00 EUR.

    Raises BadInput for another currency, and as `parse_number` does.
    """
    return parse_number(_without_currency(text, currency), marks)


def parse_value(text: str, issue: Issue, marks: Marks, now: datetime) -> Value:
    """Read a value of an issue as a cell of the grid takes it: a number, a day or the label of an option.

    Days in the region's form, as shown ("14 Mar 2027") and as ISO 8601; without a year the next such day from `now`.
    Option labels in any case. Raises BadInput, whose sentence says what to type.
    """
    stripped = text.strip()
    match issue.kind:
        case ScaleKind.OPTIONS:
            return _option(stripped, issue)
        case ScaleKind.DATE:
            return _day(stripped, marks, now.date())
        case ScaleKind.NUMERIC:
            own = head_of_unit(issue.unit)
            return parse_number(_without_currency(stripped, own) if own else stripped, marks, issue.unit)


def _day(text: str, marks: Marks, today: date) -> date:
    found = parse_day(text, marks.date_order, marks.months, today)
    if found is None:
        raise BadInput("day.unreadable", text=text[:_SHOWN], example=date(today.year + 1, 3, 14))
    return found


def _option(text: str, issue: Issue) -> str:
    for option in issue.options:
        if option.label.casefold() == text.casefold():
            return option.label
    labels = ", ".join(option.label for option in issue.options)
    raise BadInput("value.no_option", text=text[:_SHOWN], options=labels)


def _without_unit(body: str, unit: str) -> str:
    endings = [unit, unit.removeprefix("k "), *("%" for _ in [0] if unit.startswith("%"))]
    for ending in endings:
        if ending and ending != "k" and body.casefold().endswith(ending.casefold()) and len(body) > len(ending):
            return body[: -len(ending)].rstrip()
    return body


def _without_currency(text: str, own: str) -> str:
    stripped = text.strip()
    found = _AMOUNT.fullmatch(stripped)
    if found is None:
        return stripped
    before, after = found["before"], found["after"]
    for named in (before, after.partition("/")[0]):
        other = named_currency(named, own) if named else None
        if other is not None and other != own:
            raise BadInput("money.currency", other=other, own=own)
    if before and named_currency(before, own) == own:
        stripped = stripped[len(before) :].lstrip()
    if after and "/" not in after and named_currency(after, own) == own:
        stripped = stripped[: -len(after)].rstrip()
    return stripped
