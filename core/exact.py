"""core: exact arithmetic on what was entered - decimals, days and fractions without any rounding unasked for."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction

# Far more digits than any result has, and few enough to be read at once.
_FRACTION = re.compile(r"(-?[0-9]{1,4000})(?:/([0-9]{1,4000}))?")
_MOST_DIGITS = 400


def is_finite_decimal(number: Fraction) -> bool:
    """Tell whether a fraction can be written as a decimal with an end."""
    rest = number.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest == 1


def as_decimal(number: Fraction | int, places: int | None = None) -> Decimal:
    """Write a fraction as a decimal, exactly; raise ValueError where it has no end.

    With `places` given, a fraction without an end is rounded half up to so many; the others stay exact.
    """
    exact = Fraction(number)
    rest, twos, fives = exact.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest == 1:
        digits = max(twos, fives)
        return built(int(exact * 10**digits), digits)
    if places is None:
        raise ValueError(f"{number} has no finite decimal form")
    whole = (abs(exact) * 10**places * 2 + 1) // 2
    return built(-int(whole) if exact < 0 else int(whole), places)


def built(whole: int, places: int) -> Decimal:
    """Return whole / 10**places with exactly these places, free of the context's precision."""
    return Decimal((int(whole < 0), tuple(int(digit) for digit in str(abs(whole))), -places))


def places_of(number: Decimal) -> int:
    """Return how many places a decimal was written with: 2 for 1.50, 0 for a whole number."""
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def read_fraction(text: str) -> Fraction:
    """Read a fraction as `str` writes it, 3/4 or -2; raise ValueError for anything else, powers of ten included."""
    found = _FRACTION.fullmatch(text)
    if found is None:
        raise ValueError("not a stored fraction")
    return Fraction(int(found[1]), int(found[2] or 1))


def read_decimal(text: str) -> Decimal:
    """Read a decimal that was stored; raise ValueError for what is none, or is larger than anybody can mean."""
    try:
        number = Decimal(text)
    except ArithmeticError as error:
        raise ValueError("not a stored number") from error
    if not number.is_finite() or abs(number.adjusted()) > _MOST_DIGITS or len(text) > 2 * _MOST_DIGITS:
        raise ValueError("not a number that can be stored")
    return number


def apart(one: Decimal, other: Decimal) -> Decimal:
    """Return how far two decimals lie apart, exactly, with the places of the longer one: 1.50 and 1.40 are 0.10."""
    places = max(places_of(one), places_of(other))
    return built(int(abs(Fraction(one) - Fraction(other)) * 10**places), places)


def place_of(value: Decimal | date) -> Fraction:
    """Return where a number or a day lies on its line; a day by its ordinal."""
    return Fraction(value.toordinal()) if isinstance(value, date) else Fraction(value)
