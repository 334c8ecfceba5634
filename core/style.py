"""core: the five styles of dealing with a conflict (Thomas and Kilmann 1974), as they were observed."""

from __future__ import annotations

from enum import StrEnum


class Style(StrEnum):
    """How a side tends to deal."""

    COMPETING = "competing"
    COLLABORATING = "collaborating"
    COMPROMISING = "compromising"
    AVOIDING = "avoiding"
    ACCOMMODATING = "accommodating"
