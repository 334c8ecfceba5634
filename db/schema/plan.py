"""db: the tables of the plan - needs, common goals, candidates, items, points, the concession ladder, claimed costs."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from core.need import NeedKind
from core.plan import PointKind
from core.side import Basis, Side
from db.columns import Stated, StatedValue
from db.schema.base import TABLE, Row, part_of, points_to


class CommonGoal(Row):
    """What both parties want."""

    __tablename__ = "common_goal"

    negotiation_id: Mapped[int] = mapped_column(part_of("negotiation.id"), index=True)
    place: Mapped[int] = mapped_column(default=0)
    text: Mapped[str]
    is_shared: Mapped[bool] = mapped_column(default=False)
    prefilled: Mapped[tuple[str, ...]] = mapped_column(default=())


class Need(Row):
    """What a party hopes for or fears."""

    __tablename__ = "need"

    negotiation_id: Mapped[int] = mapped_column(part_of("negotiation.id"), index=True)
    place: Mapped[int] = mapped_column(default=0)
    side: Mapped[Side]
    kind: Mapped[NeedKind] = mapped_column(default=NeedKind.HOPE)
    text: Mapped[str]
    basis: Mapped[Basis | None]
    counterpart_id: Mapped[int | None] = mapped_column(points_to("counterpart.id"), index=True)
    goal_id: Mapped[int | None] = mapped_column(points_to("common_goal.id"), index=True)
    is_shared: Mapped[bool] = mapped_column(default=False)
    prefilled: Mapped[tuple[str, ...]] = mapped_column(default=())


class Candidate(Row):
    """One package among several; its terms lie in `term`."""

    __tablename__ = "candidate"

    negotiation_id: Mapped[int] = mapped_column(part_of("negotiation.id"), index=True)
    place: Mapped[int] = mapped_column(default=0)
    label: Mapped[str]
    name: Mapped[str] = mapped_column(default="")
    by: Mapped[Side | None]
    is_shared: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str] = mapped_column(default="")


class Following(Row):
    """An alternative that follows the standing offer of another negotiation."""

    __tablename__ = "following"
    __table_args__ = (Index("uq_following_alternative_id", "alternative_id", unique=True), TABLE)

    negotiation_id: Mapped[int] = mapped_column(part_of("negotiation.id"), index=True)
    alternative_id: Mapped[int] = mapped_column(part_of("alternative.id"))
    followed_id: Mapped[int] = mapped_column(part_of("negotiation.id"), index=True)
    copied_at: Mapped[datetime]


class Item(Row):
    """One line of the list that a price issue consists of."""

    __tablename__ = "item"

    negotiation_id: Mapped[int] = mapped_column(part_of("negotiation.id"), index=True)
    issue_id: Mapped[int] = mapped_column(part_of("issue.id"), index=True)
    place: Mapped[int] = mapped_column(default=0)
    code: Mapped[str] = mapped_column(default="")
    text: Mapped[str] = mapped_column(default="")
    quantity: Mapped[Decimal | None]
    today: Mapped[Decimal | None]
    theirs: Mapped[Decimal | None]
    ours: Mapped[Decimal | None]


class PlanPoint(Row):
    """One point of the plan."""

    __tablename__ = "plan_point"

    negotiation_id: Mapped[int] = mapped_column(part_of("negotiation.id"), index=True)
    place: Mapped[int] = mapped_column(default=0)
    kind: Mapped[PointKind]
    text: Mapped[str] = mapped_column(default="")
    reply: Mapped[str] = mapped_column(default="")
    who: Mapped[str] = mapped_column(default="")
    side: Mapped[Side | None]
    tactic: Mapped[int | None]
    issue_id: Mapped[int | None] = mapped_column(points_to("issue.id"), index=True)
    meeting_id: Mapped[int | None] = mapped_column(points_to("meeting.id"), index=True)
    minutes: Mapped[int | None]
    is_done: Mapped[bool] = mapped_column(default=False)
    prefilled: Mapped[tuple[str, ...]] = mapped_column(default=())


class PlannedConcession(Row):
    """One step of the concession ladder."""

    __tablename__ = "planned_concession"

    negotiation_id: Mapped[int] = mapped_column(part_of("negotiation.id"), index=True)
    place: Mapped[int] = mapped_column(default=0)
    issue_id: Mapped[int] = mapped_column(part_of("issue.id"), index=True)
    from_value: Mapped[Stated | None] = mapped_column(StatedValue)
    to_value: Mapped[Stated | None] = mapped_column(StatedValue)
    floor: Mapped[Stated | None] = mapped_column(StatedValue)
    return_issue_id: Mapped[int | None] = mapped_column(points_to("issue.id"), index=True)
    return_value: Mapped[Stated | None] = mapped_column(StatedValue)
    in_return: Mapped[str] = mapped_column(default="")
    prefilled: Mapped[tuple[str, ...]] = mapped_column(default=())


class ClaimedCost(Row):
    """One part of the price that an increase is claimed for."""

    __tablename__ = "claimed_cost"

    negotiation_id: Mapped[int] = mapped_column(part_of("negotiation.id"), index=True)
    place: Mapped[int] = mapped_column(default=0)
    name: Mapped[str]
    share: Mapped[Decimal | None]
    change: Mapped[Decimal | None]
    basis: Mapped[Basis | None]
    source: Mapped[str] = mapped_column(default="")
    prefilled: Mapped[tuple[str, ...]] = mapped_column(default=())


class Tactic(Row):
    """A tactic of the user's own, or the user's words for one of the list."""

    __tablename__ = "tactic"
    __table_args__ = (Index("uq_tactic_number", "number", unique=True), TABLE)

    number: Mapped[int]
    name: Mapped[str]
    counter: Mapped[str] = mapped_column(default="")


class Template(Row):
    """A template of the user's own."""

    __tablename__ = "template"
    __table_args__ = (Index("uq_template_name", "name", unique=True), TABLE)

    name: Mapped[str]
    content: Mapped[str]
