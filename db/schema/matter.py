"""db: the tables of preparation - negotiation, issue, alternative, strategy, estimate, attachment."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from core.alternative import Form, Unsaid
from core.estimate import Subject
from core.issue import Option, Point, ScaleKind
from core.negotiation import Depth, Mode, Status, Weighting, Willingness
from core.side import Basis, Side
from core.strategy import Match, Question
from db.columns import Stated, StatedValue
from db.schema.base import TABLE, Row, part_of, points_to


class Negotiation(Row):
    """One matter with one supplier."""

    __tablename__ = "negotiation"

    supplier_id: Mapped[int] = mapped_column(part_of("supplier.id"), index=True)
    title: Mapped[str]
    matter: Mapped[str] = mapped_column(default="")
    mode: Mapped[Mode] = mapped_column(default=Mode.INTEGRATIVE)
    status: Mapped[Status] = mapped_column(default=Status.PREPARING)
    currency: Mapped[str] = mapped_column(default="EUR")
    weighting: Mapped[Weighting] = mapped_column(default=Weighting.DIRECT)
    annual_rate: Mapped[Decimal | None]
    days_per_month: Mapped[Decimal] = mapped_column(default=Decimal(30))
    lead: Mapped[str] = mapped_column(default="")
    approver: Mapped[str] = mapped_column(default="")
    approver_role: Mapped[str] = mapped_column(default="")
    depth: Mapped[Depth] = mapped_column(default=Depth.FULL)
    willingness: Mapped[Willingness | None]
    willingness_basis: Mapped[Basis | None]
    is_lasting: Mapped[bool | None]
    has_time: Mapped[bool | None]
    opening_reason: Mapped[str] = mapped_column(default="")
    pause_rule: Mapped[str] = mapped_column(default="")
    walk_away: Mapped[str] = mapped_column(default="")
    claimed_increase: Mapped[Decimal | None]
    cheat_seed: Mapped[int | None]
    prefilled: Mapped[tuple[str, ...]] = mapped_column(default=())
    created_at: Mapped[datetime | None]


class Issue(Row):
    """One negotiable variable."""

    __tablename__ = "issue"

    negotiation_id: Mapped[int] = mapped_column(part_of("negotiation.id"), index=True)
    place: Mapped[int] = mapped_column(default=0)
    name: Mapped[str]
    alias: Mapped[str] = mapped_column(default="")
    kind: Mapped[ScaleKind] = mapped_column(default=ScaleKind.NUMERIC)
    unit: Mapped[str] = mapped_column(default="")
    best: Mapped[Stated | None] = mapped_column(StatedValue)
    worst: Mapped[Stated | None] = mapped_column(StatedValue)
    step: Mapped[Decimal | None]
    ideal: Mapped[Stated | None] = mapped_column(StatedValue)
    points: Mapped[tuple[Point, ...]] = mapped_column(default=())
    options: Mapped[tuple[Option, ...]] = mapped_column(default=())
    weight: Mapped[Decimal | None]
    money_worth: Mapped[Decimal | None]
    reference_quantity: Mapped[Decimal | None]
    price_basis: Mapped[Decimal] = mapped_column(default=Decimal(1))
    is_volume: Mapped[bool] = mapped_column(default=False)
    baseline: Mapped[Stated | None] = mapped_column(StatedValue)
    opening: Mapped[Stated | None] = mapped_column(StatedValue)
    best_outcome: Mapped[Stated | None] = mapped_column(StatedValue)
    fair: Mapped[Stated | None] = mapped_column(StatedValue)
    minimum: Mapped[Stated | None] = mapped_column(StatedValue)
    limit: Mapped[Stated | None] = mapped_column(StatedValue)
    added_in_talk: Mapped[bool] = mapped_column(default=False)
    prefilled: Mapped[tuple[str, ...]] = mapped_column(default=())


class Alternative(Row):
    """What we can do instead; its terms lie in `term`."""

    __tablename__ = "alternative"

    negotiation_id: Mapped[int] = mapped_column(part_of("negotiation.id"), index=True)
    place: Mapped[int] = mapped_column(default=0)
    name: Mapped[str]
    form: Mapped[Form] = mapped_column(default=Form.PACKAGE)
    no_deal: Mapped[bool] = mapped_column(default=False)
    unsaid: Mapped[Unsaid] = mapped_column(default=Unsaid.BASELINE)
    total: Mapped[Decimal | None]
    points: Mapped[Decimal | None]
    switching_cost: Mapped[Decimal] = mapped_column(default=Decimal(0))
    probability: Mapped[Decimal] = mapped_column(default=Decimal(1))
    valid_until: Mapped[date | None]
    evidence: Mapped[str] = mapped_column(default="")
    evidence_on: Mapped[date | None]
    improve: Mapped[str] = mapped_column(default="")
    prefilled: Mapped[tuple[str, ...]] = mapped_column(default=())


class Answer(Row):
    """One side's answer to one strategy question."""

    __tablename__ = "answer"
    __table_args__ = (Index("uq_answer_question", "negotiation_id", "side", "question", unique=True), TABLE)

    negotiation_id: Mapped[int] = mapped_column(part_of("negotiation.id"))
    side: Mapped[Side]
    question: Mapped[Question]
    text: Mapped[str]
    basis: Mapped[Basis | None]
    prefilled: Mapped[tuple[str, ...]] = mapped_column(default=())


class Position(Row):
    """What a side says it wants, why, and the interest behind it."""

    __tablename__ = "position"

    negotiation_id: Mapped[int] = mapped_column(part_of("negotiation.id"), index=True)
    place: Mapped[int] = mapped_column(default=0)
    side: Mapped[Side]
    issue_id: Mapped[int | None] = mapped_column(part_of("issue.id"), index=True)
    position: Mapped[str] = mapped_column(default="")
    why: Mapped[str] = mapped_column(default="")
    interest: Mapped[str] = mapped_column(default="")
    basis: Mapped[Basis | None]
    match: Mapped[Match | None]
    prefilled: Mapped[tuple[str, ...]] = mapped_column(default=())


class Estimate(Row):
    """What we believe of their side."""

    __tablename__ = "estimate"

    negotiation_id: Mapped[int] = mapped_column(part_of("negotiation.id"), index=True)
    issue_id: Mapped[int | None] = mapped_column(part_of("issue.id"), index=True)
    subject: Mapped[Subject]
    option: Mapped[str] = mapped_column(default="")
    low: Mapped[Stated | None] = mapped_column(StatedValue)
    likely: Mapped[Stated] = mapped_column(StatedValue)
    high: Mapped[Stated | None] = mapped_column(StatedValue)
    basis: Mapped[Basis] = mapped_column(default=Basis.GUESS)
    source: Mapped[str] = mapped_column(default="")
    on: Mapped[date | None]
    turned_out: Mapped[Stated | None] = mapped_column(StatedValue)
    turned_out_on: Mapped[date | None]
    prefilled: Mapped[tuple[str, ...]] = mapped_column(default=())


class Attachment(Row):
    """A file kept as evidence; its bytes lie in `content`, once for all files that are equal."""

    __tablename__ = "attachment"

    negotiation_id: Mapped[int] = mapped_column(part_of("negotiation.id"), index=True)
    alternative_id: Mapped[int] = mapped_column(part_of("alternative.id"), index=True)
    name: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[str] = mapped_column(points_to("content.sha256"), index=True)
    added_at: Mapped[datetime]


class Content(Row):
    """The bytes of a file. Outside the journal, which names them by their digest: they stay for undo and trash."""

    __tablename__ = "content"
    __table_args__ = (Index("uq_content_sha256", "sha256", unique=True), TABLE)

    sha256: Mapped[str]
    data: Mapped[bytes] = mapped_column(LargeBinary)
