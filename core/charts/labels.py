"""core: where the words of a chart go, so that none lies on another and none leaves the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.charts.scene import Measure

ELLIPSIS = "…"


def spread(
    centres: Sequence[float], widths: Sequence[float], low: float, high: float, gap: float = 3.0
) -> tuple[float, ...]:
    """Move labels of the given widths sideways until they are `gap` apart and lie between `low` and `high`.

    The order of the centres is kept, ties in the order given; each label moves as little as the others allow. Where
    they do not fit together at all, the gaps shrink and then the labels overlap evenly rather than leave the picture.
    """
    if not centres:
        return ()
    order = sorted(range(len(centres)), key=lambda at: centres[at])
    total = sum(widths)
    room = high - low
    if len(centres) > 1:
        gap = min(gap, (room - total) / (len(centres) - 1))
    # Blocks of touching labels: (first, last, left edge); a block that runs into its neighbour joins it.
    blocks: list[tuple[list[int], float]] = []
    for at in order:
        members, left = [at], _clamped(centres[at] - widths[at] / 2, widths[at], low, high)
        while blocks and blocks[-1][1] + _length(blocks[-1][0], widths, gap) + gap > left:
            members = [*blocks.pop()[0], *members]
            left = _clamped(_wished(members, centres, widths, gap), _length(members, widths, gap), low, high)
        blocks.append((members, left))
    placed = [0.0] * len(centres)
    for members, start in blocks:
        left = start
        for at in members:
            placed[at] = left + widths[at] / 2
            left += widths[at] + gap
    return tuple(placed)


def cut(text: str, width: float, size: float, measure: Measure, *, bold: bool = False) -> str:
    """Return the text, or as much of it as fits into `width` with an ellipsis behind."""
    if measure(text, size, bold) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(text[:middle].rstrip() + ELLIPSIS, size, bold) <= width:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + ELLIPSIS


def two_lines(text: str, width: float, size: float, measure: Measure, *, bold: bool = False) -> tuple[str, ...]:
    """Break a name at a blank into at most two lines; what does not fit is cut with an ellipsis."""
    if measure(text, size, bold) <= width:
        return (text,)
    words = text.split(" ")
    first = ""
    taken = 0
    for word in words:
        candidate = f"{first} {word}" if first else word
        if measure(candidate, size, bold) > width:
            break
        first = candidate
        taken += 1
    if not taken:
        return (cut(text, width, size, measure, bold=bold),)
    rest = " ".join(words[taken:])
    return (first, cut(rest, width, size, measure, bold=bold))


def _length(members: Sequence[int], widths: Sequence[float], gap: float) -> float:
    return sum(widths[at] for at in members) + gap * (len(members) - 1)


def _wished(members: Sequence[int], centres: Sequence[float], widths: Sequence[float], gap: float) -> float:
    """Return the left edge at which the members of a block lie, on average, where they wish to."""
    offset = 0.0
    lefts = []
    for at in members:
        lefts.append(centres[at] - widths[at] / 2 - offset)
        offset += widths[at] + gap
    return sum(lefts) / len(lefts)


def _clamped(left: float, length: float, low: float, high: float) -> float:
    return max(low, min(left, high - length))
