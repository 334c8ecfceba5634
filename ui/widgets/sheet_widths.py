"""ui: how the columns of a sheet share the room that there is - pure figures, no widget."""

from __future__ import annotations

from collections.abc import Sequence

_GIVES = 3  # a column that stretches gives up to a third of its width


def shared_widths(least: Sequence[int], parts: Sequence[int], room: int) -> list[int]:
    """Return the widths of columns in pixels: their least ones, and what is left by their parts of it.

    Where they do not fit, those with a part give way a little, since names can be wrapped or are told in full by their
    tool tips. Where that is not enough either the sheet is scrolled, and nothing is cut.
    """
    parts = _some(parts)
    widths = list(least)
    spare = room - sum(widths)
    given = [width // _GIVES if part else 0 for width, part in zip(widths, parts, strict=True)]
    if spare < 0 and spare + sum(given) >= 0:
        spare += sum(given)
        widths = [width - less for width, less in zip(widths, given, strict=True)]
    if spare > 0:
        more = [spare * part // sum(parts) for part in parts]
        more[parts.index(max(parts))] += spare - sum(more)
        widths = [width + part for width, part in zip(widths, more, strict=True)]
    return widths


def least_width(least: Sequence[int], parts: Sequence[int]) -> int:
    """Return the least room in pixels in which columns fit without scrolling."""
    given = sum(width // _GIVES for width, part in zip(least, _some(parts), strict=True) if part)
    return sum(least) - given


def _some(parts: Sequence[int]) -> list[int]:
    """Return parts of which at least one is not 0: the first column stretches where no other does."""
    return list(parts) if any(parts) or not parts else [1, *parts[1:]]
