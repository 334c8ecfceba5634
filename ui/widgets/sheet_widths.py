"""ui: how the columns of a sheet share the room that there is - pure figures, no widget."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_GIVES = 3  # a column that stretches gives up to a third of its width


def shared_widths(least: Sequence[int], parts: Sequence[int], room: int, words: Sequence[int] = ()) -> list[int]:
    """Return the widths of columns in pixels: their least ones, and what is left by their parts of it.

    Where they do not fit, those with a part give way a little, since names can be wrapped or are told in full by their
    tool tips; none below the width of its `words`. Where that is not enough either the sheet is scrolled, and nothing
    is cut.
    """
    parts = _some(parts)
    widths = list(least)
    spare = room - sum(widths)
    given = _given(widths, parts, words)
    if spare < 0 and spare + sum(given) >= 0:
        spare += sum(given)
        widths = [width - less for width, less in zip(widths, given, strict=True)]
    if spare > 0:
        more = [spare * part // sum(parts) for part in parts]
        more[parts.index(max(parts))] += spare - sum(more)
        widths = [width + part for width, part in zip(widths, more, strict=True)]
    return widths


@dataclass(frozen=True, slots=True)
class Fitting:
    """The least widths of columns, what room they need without scrolling, and which of them fold for that."""

    least: list[int]
    needed: int
    folded: frozenset[int] = frozenset()


def fitting(least: Sequence[int], parts: Sequence[int], words: Sequence[int], room: int) -> Fitting:
    """Return the least widths of columns for a room; 0 asks for the least room in which they fit.

    Those without a part fold to the width of their words, but only where everything fits by it: else they are
    scrolled, and stand in one line each.
    """
    whole = Fitting(list(least), least_width(least, parts, words))
    foldable = frozenset(
        at
        for at, (width, part, word) in enumerate(zip(least, _some(parts), words, strict=True))
        if not part and 0 < word < width
    )
    if whole.needed <= room or not foldable:
        return whole
    folded = [words[at] if at in foldable else width for at, width in enumerate(least)]
    needed = least_width(folded, parts, words)
    return whole if 0 < room < needed else Fitting(folded, needed, foldable)


def least_width(least: Sequence[int], parts: Sequence[int], words: Sequence[int] = ()) -> int:
    """Return the least room in pixels in which columns fit without scrolling."""
    return sum(least) - sum(_given(least, _some(parts), words))


def _given(least: Sequence[int], parts: Sequence[int], words: Sequence[int]) -> list[int]:
    """Return how much each column gives way at most."""
    kept = words or [0] * len(least)
    return [
        max(0, min(width // _GIVES, width - word)) if part else 0
        for width, part, word in zip(least, parts, kept, strict=True)
    ]


def _some(parts: Sequence[int]) -> list[int]:
    """Return parts of which at least one is not 0: the first column stretches where no other does."""
    return list(parts) if any(parts) or not parts else [1, *parts[1:]]
