"""ui: the core's flags as the levels that the painted parts know."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from core.verdict import Flag
from core.words import Words
from ui.widgets.flag import Level

if TYPE_CHECKING:
    from core.flags import Raised

LEVELS = {Flag.ACT: Level.ACT, Flag.CHECK: Level.CHECK, Flag.FINE: Level.FINE}


def shown(say: Words, raised: Sequence[Raised]) -> list[tuple[Level, str]]:
    """Return flags with their reasons in words."""
    return [(LEVELS[each.flag], say.message(each.reason)) for each in raised]
