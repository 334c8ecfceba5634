"""db: the tables of the other side - supplier, counterpart, note."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy.orm import Mapped, mapped_column

from core.note import Topic
from core.side import Basis
from db.schema.base import Row, part_of, points_to


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
