"""ui: the columns of a sheet as a presenter describes them. Makes no widget."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GridColumn:
    """One column as a presenter describes it, without Qt; figures stand at the right.

    `lines` is in how many lines a name should stand at most, as far as there is room; 0 for as many as it takes.
    `folded` is the least width in which its words stay whole where there is little room.
    """

    key: str
    title: str
    group: str = ""
    width: int = 56
    is_text: bool = False
    editable: bool = True
    muted: bool = False
    stretch: int = 0
    tip: str = ""
    wrap: bool = False
    mark: bool = False
    lines: int = 0
    folded: int = 0
