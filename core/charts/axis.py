"""core: the axis of a chart - where its lines stand, at round figures and never more than six."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

MOST_TICKS = 6


@dataclass(frozen=True, slots=True)
class Tick:
    """One line of an axis: its value for the picture and what stands at its end."""

    value: float
    words: str


def round_ticks(low: Fraction, high: Fraction, most: int = MOST_TICKS) -> tuple[Fraction, ...]:
    """Return at most `most` round figures between two ends, exact: multiples of 1, 2 or 5 times a power of ten."""
    if high <= low:
        return (low,)
    step = Fraction(1)
    while (high - low) / step > most:
        step *= 10
    while (high - low) / step <= most:
        step /= 10
    for factor in (1, 2, 5, 10, 20):
        size = step * factor
        first = -(-low // size)
        last = high // size
        if last - first + 1 <= most:
            return tuple(size * count for count in range(int(first), int(last) + 1))
    return ()


def padded(values: Iterable[float], spare: float = 0.08, alone: float = 0.0) -> tuple[float, float]:
    """Return the ends of an axis that holds all values with some room; 0 to 1 where there are none.

    One value alone has `alone` on either side, or the share `spare` of itself where that is 0.
    """
    found = list(values)
    if not found:
        return 0.0, 1.0
    low, high = min(found), max(found)
    room = (high - low) * spare or alone or abs(high) * spare or 1.0
    return low - room, high + room
