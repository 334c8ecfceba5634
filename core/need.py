"""core: what each party hopes for or fears, and the common goals that both parties' needs lead to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from core.side import Basis, Side


class NeedKind(StrEnum):
    """Whether a need is a hope or a concern."""

    HOPE = "hope"
    CONCERN = "concern"


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What a party hopes for or fears, and the common goal that it leads to.

    Theirs rest on a basis. `is_shared` marks a need that was said at the table: only such a one may face them.
    `prefilled` names the fields that were filled in for the user and not touched since.
    """

    id: int = 0
    negotiation_id: int
    place: int = 0
    side: Side
    kind: NeedKind = NeedKind.HOPE
    text: str
    basis: Basis | None = None
    counterpart_id: int | None = None
    goal_id: int | None = None
    is_shared: bool = False
    prefilled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CommonGoal:
    """What both parties want; `is_shared` marks one that was spoken of at the table."""

    id: int = 0
    negotiation_id: int
    place: int = 0
    text: str
    is_shared: bool = False
    prefilled: tuple[str, ...] = ()
