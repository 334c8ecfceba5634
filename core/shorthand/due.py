"""core: the day that a promise is due, read from its own words and never taken out of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from core.days import nearest, split_day

# A word that says that a day follows: the day may then stand anywhere, else it is the last thing said.
_LEADS = frozenset({"by", "until", "till", "on", "before", "bis", "zum", "am"})

# Counted from Monday, as `date.weekday` does; named in full or by what people write for it.
_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            ("mon", "monday", "mo", "montag"),
            ("tue", "tues", "tuesday", "di", "dienstag"),
            ("wed", "weds", "wednesday", "mi", "mittwoch"),
            ("thu", "thur", "thurs", "thursday", "do", "donnerstag"),
            ("fri", "friday", "fr", "freitag"),
            ("sat", "saturday", "sa", "samstag", "sonnabend"),
            ("sun", "sunday", "so", "sonntag"),
        )
    )
    for name in names
}
# Short words that mean something else in a sentence are days only behind one that leads to a day.
_LED_ONLY = frozenset({"mo", "di", "mi", "do", "fr", "sa", "so"})
_AHEAD = {"today": 0, "heute": 0, "tomorrow": 1}

_WORD = re.compile(r"\S+")
LONGEST = 3  # words that a day takes: 27 November 2026


def due_day(text: str, today: date, order: str, months: tuple[tuple[str, int], ...] = ()) -> date | None:
    """Return the day that the words of a promise name, None where they name none or several different ones.

    A weekday is the next one after `today`; a date without a year the next one from `today`. A day counts behind a
    word such as "by" or "until", or as the last words of the text.
    """
    words = [found.group() for found in _WORD.finditer(text)]
    found = set(_named(words, today, order, months))
    return found.pop() if len(found) == 1 else None


def led_day(text: str, today: date, order: str, months: tuple[tuple[str, int], ...], *, is_german: bool) -> date | None:
    """Return the day that the words behind "until" name, all of them; None where they name none.

    Short words that mean something else in English ("so", "do") are days where `is_german` tells that German is read.
    """
    word = text.rstrip(",;!?")
    if word.casefold().rstrip(".") in _LED_ONLY and not is_german:
        return None
    return _day(word, today, order, months, is_led=True)


def _named(words: list[str], today: date, order: str, months: tuple[tuple[str, int], ...]) -> Iterator[date]:
    at = 0
    while at < len(words):
        is_led = at > 0 and words[at - 1].casefold() in _LEADS
        taken = 1
        for count in range(min(LONGEST, len(words) - at), 0, -1):
            if not is_led and at + count < len(words):
                continue
            day = _day(" ".join(words[at : at + count]).rstrip(",;!?"), today, order, months, is_led=is_led)
            if day is not None:
                yield day
                taken = count
                break
        at += taken


def _day(text: str, today: date, order: str, months: tuple[tuple[str, int], ...], *, is_led: bool) -> date | None:
    word = text.casefold().rstrip(".")
    if word in _AHEAD:
        return today + timedelta(days=_AHEAD[word])
    if word in _WEEKDAYS and (is_led or word not in _LED_ONLY):
        return today + timedelta(days=(_WEEKDAYS[word] - today.weekday() - 1) % 7 + 1)
    if "/" in text and text.count("/") < 2 and not is_led:
        return None  # a share or a choice rather than a day: 3/4
    parts = split_day(text, order, months)
    return None if parts is None else nearest(parts, today)
