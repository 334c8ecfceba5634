"""ui: reads a day as people write it, in the order of the region."""

from __future__ import annotations

import re
from datetime import date, timedelta

from babel import Locale
from babel.dates import get_date_format, get_month_names

from core.errors import BadInput


def read_day(text: str, locale: Locale, today: date) -> date | None:
    """Read a day: 2026-11-30, 30.11.2026, 30/11, 30 Nov 2026, or +14 for days from today; None for an empty text.

    A day without a year is the next one from today on. Raises BadInput for what is no day.
    """
    text = text.strip()
    if not text:
        return None
    if match := re.fullmatch(r"\+\s*(\d{1,4})", text):
        return today + timedelta(days=int(match[1]))
    parts = _parts(text, locale)
    if parts is None:
        raise BadInput("day.unread", text=text)
    try:
        return _build(*parts, today)
    except (ValueError, OverflowError):
        raise BadInput("day.unread", text=text) from None


def _parts(text: str, locale: Locale) -> tuple[int, int, int | None] | None:
    """Return day, month and year as they were written."""
    if match := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text):
        return int(match[3]), int(match[2]), int(match[1])
    if match := re.fullmatch(r"(\d{1,2})[./\- ]\s*(\d{1,2})(?:[./\- ]\s*(\d{4}|\d{2})?)?", text):
        one, two = int(match[1]), int(match[2])
        day, month = (two, one) if _month_first(locale) else (one, two)
        return day, month, _year(match[3])
    if match := re.fullmatch(r"(\d{1,2})\.?\s+([^\W\d]+)\.?,?(?:\s+(\d{4}|\d{2}))?", text):
        month_named = _month(match[2], locale)
        return None if month_named is None else (int(match[1]), month_named, _year(match[3]))
    if match := re.fullmatch(r"([^\W\d]+)\.?\s+(\d{1,2}),?(?:\s+(\d{4}|\d{2}))?", text):
        month_named = _month(match[1], locale)
        return None if month_named is None else (int(match[2]), month_named, _year(match[3]))
    return None


def _build(day: int, month: int, year: int | None, today: date) -> date:
    if year is not None:
        return date(year, month, day)
    for candidate in range(today.year, today.year + 9):
        try:
            found = date(candidate, month, day)
        except ValueError:
            continue  # 29 February waits for its year
        if found >= today:
            return found
    raise ValueError("no such day")


def _year(text: str | None) -> int | None:
    if text is None:
        return None
    return int(text) + 2000 if len(text) == 2 else int(text)


def _month(word: str, locale: Locale) -> int | None:
    word = word.casefold()
    found = set()
    for language in (locale, Locale("en")):
        for context in ("format", "stand-alone"):
            for number, name in get_month_names("wide", context, language).items():
                if len(word) >= 3 and name.casefold().startswith(word):
                    found.add(number)
        if found:
            break
    return found.pop() if len(found) == 1 else None


def _month_first(locale: Locale) -> bool:
    pattern = get_date_format("short", locale).pattern
    return pattern.find("M") < pattern.find("d") and not pattern.startswith("y")
