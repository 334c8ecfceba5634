"""core: days from text - as ISO 8601 writes them, with points, with slashes in the region's order, with month names."""

from __future__ import annotations

import re
from datetime import date

ENGLISH_MONTHS: tuple[tuple[str, int], ...] = tuple(
    (name, number)
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sep", "sept"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
)

# (year, month, day); no year where none was typed
Parts = tuple[int | None, int, int]

_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_POINTS = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4}|[0-9]{2})?")
_SLASHES = re.compile(r"([0-9]{1,4})/([0-9]{1,2})(?:/([0-9]{4}|[0-9]{1,2}))?")
_DASHES = re.compile(r"([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})")
_NAME = r"([^\W\d]+)\.?"
_NAMED = re.compile(
    rf"(?:([0-9]{{1,2}})\.?\s+(?:de\s+)?{_NAME}|{_NAME}\s+([0-9]{{1,2}})),?(?:\s+(?:de\s+)?([0-9]{{4}}))?"
)
_SPAN = 8  # years to look for a 29 February


def split_day(text: str, order: str, months: tuple[tuple[str, int], ...] = ()) -> Parts | None:
    """Return year, month and day of a typed day, None where it is none. Points always mean day before month."""
    if found := _ISO.fullmatch(text):
        return _real(int(found[1]), int(found[2]), int(found[3]))
    if found := _POINTS.fullmatch(text) or _DASHES.fullmatch(text):
        return _real(_year(found[3]), int(found[2]), int(found[1]))
    if found := _SLASHES.fullmatch(text):
        return _slashes(found[1], found[2], found[3], order)
    if months and (found := _NAMED.fullmatch(text)):
        name, day = (found[2], found[1]) if found[1] else (found[3], found[4])
        number = dict(months).get(name.casefold())
        return None if number is None else _real(_year(found[5]), number, int(day))
    return None


def nearest(parts: Parts, today: date, *, past: bool = False) -> date | None:
    """Return the day meant: without a year the next one from `today`, or with `past` the last one up to it."""
    year, month, day = parts
    if year is not None:
        return date(year, month, day)
    for distance in range(_SPAN + 1):
        found = in_year(parts, today.year + (-distance if past else distance))
        if found is not None and (found <= today if past else found >= today):
            return found
    return None


def in_year(parts: Parts, year: int) -> date | None:
    """Return the day in the year typed, else in `year`; None where that year has no such day."""
    try:
        return date(parts[0] or year, parts[1], parts[2])
    except ValueError:
        return None


def parse_day(
    text: str, order: str, months: tuple[tuple[str, int], ...], today: date, *, past: bool = False
) -> date | None:
    """Return the day that a text names, without a year as `nearest` takes it; None where it names none."""
    parts = split_day(text.strip(), order, months)
    return None if parts is None else nearest(parts, today, past=past)


def _slashes(first: str, second: str, third: str | None, order: str) -> Parts | None:
    if len(first) == 4:
        return _real(int(first), int(second), int(third)) if third and len(third) <= 2 else None
    if len(first) > 2 or (third is not None and len(third) == 1):
        return None
    month_first = order.index("m") < order.index("d")
    month, day = (first, second) if month_first else (second, first)
    return _real(_year(third), int(month), int(day))


def _year(text: str | None) -> int | None:
    if text is None:
        return None
    return int(text) if len(text) == 4 else 2000 + int(text)


def _real(year: int | None, month: int, day: int) -> Parts | None:
    try:
        date(2000 if year is None else year, month, day)  # 2000 was a leap year
    except ValueError:
        return None
    return year, month, day
