"""core: the day that a promise is due, read from its own words, which then do without it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from core.days import nearest, split_day
from core.number import Marks

# A word that says that a day follows: the day may then stand anywhere, else it is the last thing said.
_LEADS = frozenset({"by", "until", "till", "on", "before", "bis", "zum", "am"})
# Words between the one that leads and the day, and those that may stand before the one that leads.
_BETWEEN = frozenset({"the", "next", "this", "coming", "nächsten", "kommenden", "diesen", "den", "dem"})
_BEFORE = frozenset({"due", "spätestens", "bis"})  # spätestens am, bis zum
_NO = frozenset({"no", "not"})
_NOT = frozenset({"not", "nicht"})  # what is not to come before a day is not due on it

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
# So many days or weeks ahead, which may be the last thing said: in 2 weeks, within three days.
_COUNTED = re.compile(r"(?:in|within)\s+(\S+)\s+(days?|tag|tagen?|weeks?|wochen?)")
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "einem": 1, "einer": 1, "zwei": 2, "drei": 3, "vier": 4}

# Words that tie a day to what is promised: the invoice of 4.12. is not due then, nor is Mr Sun a day.
_TIES = frozenset({"of", "from", "dated", "since", "vom", "von", "seit", "mr", "mrs", "ms", "dr", "herr", "frau"})

_WORD = re.compile(r"\S+")
LONGEST = 3  # words that a day takes: 27 November 2026


def due_of(text: str, today: date, marks: Marks) -> tuple[date | None, str]:
    """Return the day that the words of a promise name, None where they name none or several, and the other words.

    A weekday is the next one after `today`; a date without a year the next one from `today`; "in 2 weeks" is counted
    from `today`. A day counts behind a word such as "by" or "until", or as the last words of the text unless they
    belong to what is promised ("of 4.12."). Where it opens or closes the words it is taken out of them, with the words
    that lead to it; in their midst, named twice, or where nothing would be left, they stay as typed.
    """
    found = list(_named(list(_WORD.finditer(text)), today, marks))
    if len({day for day, _, _ in found}) != 1:
        return None, text
    day, start, end = found[0]
    before, after = text[:start].strip(" ,;"), text[end:].strip(" .,;")
    if len(found) > 1 or (before and after):
        return day, text
    return day, text[:start].rstrip(" ,;") or text[end:].strip(" ,;") or text


def led_day(text: str, today: date, marks: Marks, *, is_german: bool) -> date | None:
    """Return the day that the words behind "until" name, all of them; None where they name none.

    Short words that mean something else in English ("so", "do") are days where `is_german` tells that German is read.
    """
    word = text.rstrip(",;!?")
    if word.casefold().rstrip(".") in _LED_ONLY and not is_german:
        return None
    return _day(word, today, marks, is_led=True)


def _named(words: list[re.Match[str]], today: date, marks: Marks) -> Iterator[tuple[date, int, int]]:
    """Yield each day that is named, with where its words begin and end, those that lead to it among them."""
    at = 0
    while at < len(words):
        before = _folded(words, at - 1)
        first, is_led = _lead_at(words, at, marks)
        taken = 1
        if _folded(words, first - 1) in _NOT | marks.day_words.denials:
            at += 1
            continue
        for count in range(min(LONGEST, len(words) - at), 0, -1):
            if not is_led and (at + count < len(words) or before in _TIES):
                continue
            said = " ".join(each.group() for each in words[at : at + count])
            day = _day(said.rstrip(",;!?"), today, marks, is_led=is_led)
            if day is not None:
                yield day, words[first].start(), words[at + count - 1].end()
                taken = count
                break
        at += taken


def _lead_at(words: list[re.Match[str]], at: int, marks: Marks) -> tuple[int, bool]:
    """Return where the words begin that lead to a day at this place, and whether they say that one follows."""
    known = marks.day_words
    is_led = _folded(words, at - 1) in _LEADS | known.leads
    while _folded(words, at - 1) in _BETWEEN | known.between:
        at -= 1
    if (_folded(words, at - 2), _folded(words, at - 1)) == ("later", "than") and _folded(words, at - 3) in _NO:
        return at - 3, is_led
    is_foreign = _folded(words, at - 1) in known.leads
    if is_foreign or _folded(words, at - 1) in _LEADS:
        at -= 1
        while _folded(words, at - 1) in _BEFORE:
            at -= 1
    return at, is_led or is_foreign


def _folded(words: list[re.Match[str]], at: int) -> str:
    return words[at].group().casefold().replace("\u2019", "'") if at >= 0 else ""


def _day(text: str, today: date, marks: Marks, *, is_led: bool) -> date | None:
    word = text.casefold().rstrip(".")
    if word in _AHEAD:
        return today + timedelta(days=_AHEAD[word])
    if counted := _COUNTED.fullmatch(word):
        count = int(counted[1]) if re.fullmatch("[0-9]{1,2}", counted[1]) else _COUNTS.get(counted[1])
        each = 7 if counted[2].startswith("w") else 1
        return None if count is None else today + timedelta(days=count * each)
    weekday = _WEEKDAYS.get(word) if is_led or word not in _LED_ONLY else None
    weekday = dict(marks.day_words.weekdays).get(word) if weekday is None else weekday
    if weekday is not None:
        return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    if "/" in text and text.count("/") < 2 and not is_led:
        return None  # a share or a choice rather than a day: 3/4
    # a full stop may end the sentence, or belong to the day: 27.11.
    order, months = marks.date_order, marks.months
    parts = split_day(text, order, months) or split_day(text.rstrip("."), order, months)
    return None if parts is None else nearest(parts, today)
