"""core: spans, how figures that are open are said - a term, a package value, a gap, an estimate with its band."""

from __future__ import annotations

from fractions import Fraction

from core.issue import Issue, ScaleKind
from core.term import Term, Value
from core.verdict import Interval
from core.words import EN_DASH, Words


def unit_of(issue: Issue) -> str:
    """Return an issue's unit; options and days have none."""
    return issue.unit if issue.kind is ScaleKind.NUMERIC else ""


def value_words(say: Words, issue: Issue, value: Value, *, unit: bool = True) -> str:
    """Return a value of an issue in words, with its unit unless told."""
    return say.quantity(value, unit_of(issue) if unit else "")


def term_words(say: Words, issue: Issue, term: Term, *, unit: bool = True) -> str:
    """Return what a term states, of a range both ends with the unit once."""
    last = value_words(say, issue, term.value if term.upto is None else term.upto, unit=unit)
    return last if term.upto is None else both_ends(say, value_words(say, issue, term.value, unit=False), last)


def both_ends(say: Words, low: str, high: str) -> str:
    """Return both ends of what is open; one where they read the same."""
    return low if low == high else say("{low} to {high}", low=low, high=high)


def points(say: Words, value: Interval | None) -> str:
    """Return a package value in points, both ends where terms are open; an en dash where there is none."""
    return EN_DASH if value is None else both_ends(say, say.points(value.low), say.points(value.high))


def signed_points(say: Words, gap: Interval | None) -> str:
    """Return how far a value lies above (+) or below another in points, both ends where either is open."""
    return EN_DASH if gap is None else both_ends(say, say.signed(gap.low * 100, 1), say.signed(gap.high * 100, 1))


def banded(say: Words, likely: Fraction, band: Interval | None) -> str:
    """Return what is likely in whole points, with the band of what it may be where there is one."""
    words = say.number(likely * 100, 0)
    if band is None or band.is_exact:
        return words
    low, high = (say.number(end * 100, 0) for end in (band.low, band.high))
    return say("{likely} ({low} to {high})", likely=words, low=low, high=high)
