"""db: what all tables share - names of constraints, kinds of columns, and how a reference behaves on deletion."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from core.alternative import Form, Unsaid
from core.counterpart import Influence
from core.debrief import Outcome
from core.estimate import Subject
from core.issue import Option, Point, ScaleKind
from core.line import Verb
from core.meeting import Channel
from core.need import NeedKind
from core.negotiation import Depth, Mode, Status, Weighting, Willingness
from core.note import Topic
from core.plan import PointKind
from core.side import Basis, Side
from core.strategy import Match, Question
from core.style import Style
from core.verdict import Given
from db.columns import Choice, Day, Exact, GivenVerdict, Moment, Names, Options, Points, Words, YesNo

CHOICES: tuple[type[StrEnum], ...] = (
    Basis, Channel, Depth, Form, Influence, Match, Mode, NeedKind, Outcome, PointKind, Question, ScaleKind, Side,
    Status, Style, Subject, Topic, Unsaid, Verb, Weighting, Willingness,
)  # fmt: skip

NAMES = {
    "pk": "pk_%(table_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
}

# Ids are never used twice (the journal names them), and a column holds only what its type says.
TABLE = {"sqlite_autoincrement": True, "sqlite_strict": True}


class Row(DeclarativeBase):
    """A row of one table. Columns are named as the fields of the record that they keep."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {  # noqa: RUF012 - what SQLAlchemy reads once
        str: Words(),
        bool: YesNo(),
        Decimal: Exact(),
        date: Day(),
        datetime: Moment(),
        tuple[Point, ...]: Points(),
        tuple[Option, ...]: Options(),
        tuple[str, ...]: Names(),
        Given: GivenVerdict(),
        **{each: Choice(each) for each in CHOICES},
    }
    __table_args__: Any = TABLE

    id: Mapped[int] = mapped_column(primary_key=True, sort_order=-1)


def part_of(target: str) -> ForeignKey:
    """Return a reference to what a row belongs to: it is deleted with it."""
    return _reference(target, detach=False)


def points_to(target: str) -> ForeignKey:
    """Return a reference to something that the row can do without: it is emptied when that is deleted."""
    return _reference(target, detach=True)


def _reference(target: str, *, detach: bool) -> ForeignKey:
    # Checked at commit: undo and import may put rows back in any order.
    return ForeignKey(target, deferrable=True, initially="DEFERRED", info={"detach": detach})
