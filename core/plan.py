"""core: the plan of a talk - its points, one kind a list, and the concession ladder, each step given for something."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from core.side import Side
from core.term import Value


class PointKind(StrEnum):
    """What a point of the plan is.

    QUESTION and TEST are asked, `reply` is what they answered; a TEST finds out whether they want win-win. An
    ARGUMENT has the `reply` that is expected, a TACTIC (of `side`, by its number) the counter. PROTECT and SHARE are
    information, a ROLE is whose (`who`), an AGENDA entry may have an issue and `minutes`, a MOVE is made before the
    meeting.
    """

    QUESTION = "question"
    TEST = "test"
    ARGUMENT = "argument"
    TACTIC = "tactic"
    PROTECT = "protect"
    SHARE = "share"
    ROLE = "role"
    AGENDA = "agenda"
    MOVE = "move"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPoint:
    """One point of the plan. `meeting_id` binds it to one meeting; `is_done` marks it as asked, used or made."""

    id: int = 0
    negotiation_id: int
    place: int = 0
    kind: PointKind
    text: str = ""
    reply: str = ""
    who: str = ""
    side: Side | None = None
    tactic: int | None = None
    issue_id: int | None = None
    meeting_id: int | None = None
    minutes: int | None = None
    is_done: bool = False
    prefilled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedConcession:
    """One step of the concession ladder: what may be given, how far at most, and what for.

    The step goes from `from_value` to `to_value` on its issue and never past `floor`. In return comes a value on
    another issue, or what `in_return` says in words.
    """

    id: int = 0
    negotiation_id: int
    place: int = 0
    issue_id: int
    from_value: Value | None = None
    to_value: Value | None = None
    floor: Value | None = None
    return_issue_id: int | None = None
    return_value: Value | None = None
    in_return: str = ""
    prefilled: tuple[str, ...] = ()
