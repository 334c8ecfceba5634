"""core: numbers, ranges, steps and days in the tokens of a meeting line (rules 2, 7, 8 and 11)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from core.days import Parts, split_day
from core.number import Marks, digits_of, thousands_in
from core.shorthand.lexicon import Lexicon
from core.shorthand.tokens import Token, fold
from core.shorthand.units import Unit

_SIGNS = "+\\-\u2013\u2212"
_NUMBER = r"[0-9](?:[0-9]|[.,'\u2019\u00a0\u202f\u2009](?=[0-9]))*|\.[0-9]+"
_END = rf"([{_SIGNS}]?)([^\s\d.,=;{_SIGNS}]*)({_NUMBER})([^\s\d.,;=+][^\s.,;=+]*)?"
_AMOUNT = re.compile(rf"{_END}(?:\.\.{_END})?")
_MARKS = re.compile(r"[.,]")
_HEAD, _TAIL = re.compile(rf"[{_SIGNS}]?[1-9][0-9]{{0,2}}"), re.compile(r"0[0-9]{2}(?![0-9])")
_LONGEST_DAY = 3  # tokens


@dataclass(frozen=True, slots=True)
class Figure:
    """One number with what is glued to it or follows it: "k", a unit."""

    number: Decimal
    in_thousands: bool = False
    unit: Unit | None = None

    @property
    def is_bare(self) -> bool:
        """Tell whether nothing stands behind the number."""
        return self.unit is None and not self.in_thousands


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as typed, or two with `..` between; `step` is +1 or -1 where a sign makes it a step, else 0.

    `start`, `end` is where the number stands in the line, `unit_start`, `unit_end` where its unit does (0, 0: none).
    """

    low: Figure
    high: Figure | None
    step: int
    start: int
    end: int
    unit_start: int = 0
    unit_end: int = 0

    @property
    def said_end(self) -> int:
        """Return where the number with its unit ends."""
        return max(self.end, self.unit_end)


@dataclass(frozen=True, slots=True)
class Days:
    """A day as typed, or two with `..` between."""

    first: Parts
    last: Parts | None
    start: int
    end: int


def days_at(token: Token, marks: Marks) -> Days | None:
    """Return the day, or the range of days, that a token is; None where it is none."""
    if token.quoted:
        return None
    start = token.end - len(token.text)
    whole = split_day(token.text, marks.date_order)
    if whole is not None:
        return Days(whole, None, start, token.end)
    for found in re.finditer(r"(?=\.\.)", token.text):
        first = split_day(token.text[: found.start()], marks.date_order)
        last = split_day(token.text[found.start() + 2 :], marks.date_order)
        if first is not None and last is not None:
            return Days(first, last, start, token.end)
    return None


def named_day_at(tokens: Sequence[Token], at: int, marks: Marks) -> tuple[Days, int] | None:
    """Return the day written with the name of its month at this place, and the tokens that it takes: 14 Dec 2026."""
    for length in range(min(_LONGEST_DAY, len(tokens) - at), 1, -1):
        piece = tokens[at : at + length]
        if any(token.quoted or (place and (token.apart or token.equals)) for place, token in enumerate(piece)):
            continue
        found = split_day(" ".join(token.text for token in piece), marks.date_order, marks.months)
        if found is not None:
            return Days(found, None, piece[0].end - len(piece[0].text), piece[-1].end), length
    return None


def is_tail(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether digits are the end of a number that is parted by a blank, and no number themselves: 150 000."""
    before = tokens[at - 1] if at else None
    is_parted = before is not None and _HEAD.fullmatch(before.text) is not None and not tokens[at].apart
    return is_parted and _TAIL.match(tokens[at].text) is not None and not tokens[at].equals


def amounts_at(tokens: Sequence[Token], at: int, lexicon: Lexicon, marks: Marks) -> list[tuple[list[Amount], int]]:
    """Return every way to read numbers at this place, each with the tokens that it takes; none where there is none.

    One token may hold two numbers, where a mark between digits can only be a separator ("1.48,30d").
    """
    token = tokens[at]
    found = None if token.quoted else _AMOUNT.fullmatch(token.text)
    if found is None or is_tail(tokens, at):
        return []
    following, taken = _following(tokens, at + 1, lexicon, after_thousands=_is_thousands(found[8] or found[4], lexicon))
    readings: list[tuple[list[Amount], int]] = []
    for pieces in _pieces(found, token, lexicon, marks, carries=following is not None):
        last = pieces[-1]
        end = last.high or last.low
        if following is not None and end.unit is None and (end.is_bare or not following.counts_thousands):
            in_thousands = end.in_thousands or following.in_thousands
            side = Figure(end.number, in_thousands, following.unit)
            place = (tokens[at + 1].start, tokens[at + taken].end)
            unit_start = last.unit_start or place[0]
            last = replace(last, unit_start=unit_start, unit_end=place[1])
            last = replace(last, high=side) if last.high is not None else replace(last, low=side)
            readings.append(([*pieces[:-1], last], 1 + taken))
        else:
            readings.append((pieces, 1))
    return readings


@dataclass(frozen=True, slots=True)
class _Following:
    in_thousands: bool
    unit: Unit | None

    @property
    def counts_thousands(self) -> bool:
        """Tell whether a "k" would be there twice behind a number that has one: "120k k cans"."""
        return self.in_thousands or (self.unit is not None and thousands_in(self.unit.word))


def _following(
    tokens: Sequence[Token], at: int, lexicon: Lexicon, *, after_thousands: bool
) -> tuple[_Following | None, int]:
    """Read the unit in the next tokens: "days", "k", "k cans" (rule 6: it is then no alias)."""
    found = lexicon.unit_at(tokens, at)
    if found is not None:
        return _Following(in_thousands=False, unit=found[0]), found[1]
    if after_thousands or at >= len(tokens) or tokens[at].apart or tokens[at].quoted or tokens[at].equals:
        return None, 0
    if tokens[at].folded not in lexicon.words.thousands:
        return None, 0
    found = lexicon.unit_at(tokens, at + 1)
    return _Following(in_thousands=True, unit=found[0] if found else None), 1 + (found[1] if found else 0)


def _is_thousands(suffix: str | None, lexicon: Lexicon) -> bool:
    return suffix is not None and fold(suffix) in lexicon.words.thousands


def _suffixes(suffix: str | None, before: str, lexicon: Lexicon) -> list[tuple[bool, Unit | None]]:
    """Return every way to read what is glued to a number: a unit, "k", or "k" with a unit; none where no way is.

    What a currency before it is counted by stands behind it: the unit of "€1.48/can" is "€/can".
    """
    if before and suffix and suffix.startswith("/"):
        whole = lexicon.unit(before + suffix)
        return [] if whole is None else [(False, whole)]
    if before:
        money = lexicon.unit(before)
        if money is None or not money.currency:
            return []
        return [(False, money)] if not suffix else [(True, money)] if _is_thousands(suffix, lexicon) else []
    if not suffix:
        return [(False, None)]
    found: list[tuple[bool, Unit | None]] = []
    unit = lexicon.unit(suffix)
    if unit is not None:
        found.append((False, unit))
    if _is_thousands(suffix, lexicon):
        found.append((True, None))
    elif unit is None and suffix[0] in "kK":
        rest = lexicon.unit(suffix[1:])
        if rest is not None:
            found.append((True, rest))
    return found


def _pieces(found: re.Match[str], token: Token, lexicon: Lexicon, marks: Marks, *, carries: bool) -> list[list[Amount]]:
    """Return the numbers of one token, in every way; `carries` tells that a unit follows in the next token."""
    sign, before, digits, suffix, high_sign, high_before, high_digits, high_suffix = found.groups()
    is_range = high_digits is not None
    if is_range and (digits.startswith(".") or high_digits.startswith(".")):
        return []
    if is_range and not token.equals and (sign or high_sign):
        return []
    offset = token.end - len(token.text)
    last = 7 if is_range else 3
    last_suffixes = _suffixes(high_suffix if is_range else suffix, (high_before if is_range else before) or "", lexicon)
    first_suffixes = _suffixes(suffix, before or "", lexicon) if is_range else []
    whole = digits_of(found[last], marks)
    unit_place = (offset + found.start(last + 1), offset + found.end(last + 1)) if found[last + 1] else (0, 0)

    def amount(number: Decimal, end: int, way: tuple[bool, Unit | None], place: tuple[int, int]) -> list[Amount]:
        side = Figure(_signed(number, high_sign if is_range else sign, token), *way)
        start, step = offset + found.start(1), 0
        if not is_range:
            if sign and not token.equals:
                step = -1 if sign != "+" else 1
                side = replace(side, number=number)
            return [Amount(side, None, step, start, end, *place)]
        first = digits_of(digits, marks)
        if first is None:
            return []
        low = _signed(first, sign, token)
        return [Amount(Figure(low, *other), side, 0, start, end, *place) for other in first_suffixes]

    ways: list[list[Amount]] = []
    if whole is not None:
        for way in last_suffixes:
            ways += [[each] for each in amount(whole, offset + found.end(last), way, unit_place)]
        return ways
    for mark in _separators(found[last], marks):
        left, right = digits_of(found[last][: mark.start()], marks), digits_of(found[last][mark.end() :], marks)
        if left is None or right is None:
            continue
        split = offset + found.start(last) + mark.start()
        # what stands before the digits belongs to the first number, what stands behind them to the second
        for way in _suffixes(found[last + 1], "", lexicon):
            if way[1] is None and not way[0] and not carries:
                continue
            second = Amount(Figure(right, *way), None, 0, split + 1, offset + found.end(last), *unit_place)
            firsts = [
                each
                for own in _suffixes(None, found[last - 1] or "", lexicon)
                for each in amount(left, split, own, (0, 0))
            ]
            ways += [[first, second] for first in firsts]
    return ways


def _separators(digits: str, marks: Marks) -> list[re.Match[str]]:
    """Return the marks that may part two numbers where no single number can be read (rule 2).

    Taken from the left, the first number is as long as it can be; taken by rank, the region's decimal mark stays one
    where there is just one. Where the two disagree, both are readings ("1.48,30d" under a decimal comma).
    """
    able = [
        mark
        for mark in _MARKS.finditer(digits)
        if digits_of(digits[: mark.start()], marks) is not None and digits_of(digits[mark.end() :], marks) is not None
    ]
    by_rank = digits.count(marks.decimal) == 1
    return [mark for mark in reversed(able) if mark is able[-1] or not (by_rank and mark[0] == marks.decimal)]


def _signed(number: Decimal, sign: str | None, token: Token) -> Decimal:
    return number.copy_negate() if token.equals and sign and sign != "+" and number else number
