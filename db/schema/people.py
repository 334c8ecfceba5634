"""db: the tables of the other side - supplier with contracts, spend and cost parts, counterpart, note."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from core.counterpart import Influence
from core.note import Topic
from core.side import Basis
from core.style import Style
from db.schema.base import TABLE, Row, part_of, points_to


class Supplier(Row):
    """A company that we buy from."""

    __tablename__ = "supplier"

    name: Mapped[str]
    category: Mapped[str] = mapped_column(default="")
    city: Mapped[str] = mapped_column(default="")
    country: Mapped[str] = mapped_column(default="")
    our_share_of_their_sales: Mapped[Decimal | None]
    our_share_basis: Mapped[Basis | None]
    their_share_of_our_supply: Mapped[Decimal | None]
    their_share_basis: Mapped[Basis | None]
    contract_end: Mapped[date | None]
    profit_impact: Mapped[int | None]
    supply_risk: Mapped[int | None]
    attraction: Mapped[int | None]
    attraction_basis: Mapped[Basis | None]
    background: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime | None]


class Counterpart(Row):
    """A person at a supplier."""

    __tablename__ = "counterpart"

    supplier_id: Mapped[int] = mapped_column(part_of("supplier.id"), index=True)
    name: Mapped[str]
    role: Mapped[str] = mapped_column(default="")
    authority: Mapped[str] = mapped_column(default="")
    authority_basis: Mapped[Basis | None]
    authority_on: Mapped[date | None]
    influence: Mapped[Influence | None]
    email: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime | None]


class Note(Row):
    """One thing known about a company or a person."""

    __tablename__ = "note"

    supplier_id: Mapped[int] = mapped_column(part_of("supplier.id"), index=True)
    counterpart_id: Mapped[int | None] = mapped_column(part_of("counterpart.id"), index=True)
    topic: Mapped[Topic]
    basis: Mapped[Basis]
    text: Mapped[str]
    on: Mapped[date]
    meeting_id: Mapped[int | None] = mapped_column(points_to("meeting.id"), index=True)
    source: Mapped[str] = mapped_column(default="")
    style: Mapped[Style | None]
    is_about_us: Mapped[bool] = mapped_column(default=False)


class Contract(Row):
    """A contract with a supplier."""

    __tablename__ = "contract"

    supplier_id: Mapped[int] = mapped_column(part_of("supplier.id"), index=True)
    place: Mapped[int] = mapped_column(default=0)
    title: Mapped[str]
    starts: Mapped[date | None]
    ends: Mapped[date | None]
    notice_days: Mapped[int | None]
    note: Mapped[str] = mapped_column(default="")


class Spend(Row):
    """What was spent with a supplier in one year."""

    __tablename__ = "spend"
    __table_args__ = (Index("uq_spend_year", "supplier_id", "year", "currency", unique=True), TABLE)

    supplier_id: Mapped[int] = mapped_column(part_of("supplier.id"))
    year: Mapped[int]
    amount: Mapped[Decimal]
    currency: Mapped[str]


class CostPart(Row):
    """One part of a supplier's cost price, as known on a day."""

    __tablename__ = "cost_part"

    supplier_id: Mapped[int] = mapped_column(part_of("supplier.id"), index=True)
    place: Mapped[int] = mapped_column(default=0)
    on: Mapped[date]
    name: Mapped[str]
    share: Mapped[Decimal]
    basis: Mapped[Basis] = mapped_column(default=Basis.GUESS)
    source: Mapped[str] = mapped_column(default="")
