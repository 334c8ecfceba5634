"""db: the tables of the talk and its end - meeting, round, pause, line, term, concession, commitment, debrief."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from core.debrief import Outcome
from core.line import Verb
from core.meeting import Channel
from core.side import Side
from core.verdict import Given
from db.columns import Choice, Stated, StatedValue
from db.schema.base import TABLE, Row, part_of, points_to


class Role(StrEnum):
    """What a term is to the line that it stands in; the terms of alternatives and deals are plain terms."""

    TERM = "term"
    CONDITION = "condition"
    IN_RETURN = "in_return"


class Meeting(Row):
    """A sitting."""

    __tablename__ = "meeting"

    negotiation_id: Mapped[int] = mapped_column(part_of("negotiation.id"), index=True)
    planned_at: Mapped[datetime | None]
    started_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    place: Mapped[str] = mapped_column(default="")
    channel: Mapped[Channel] = mapped_column(default=Channel.ROOM)
    purpose: Mapped[str] = mapped_column(default="")
    notes: Mapped[str] = mapped_column(default="")


class MeetingPerson(Row):
    """One of the people in a meeting."""

    __tablename__ = "meeting_person"
    __table_args__ = (Index("uq_meeting_person", "meeting_id", "counterpart_id", unique=True), TABLE)

    negotiation_id: Mapped[int] = mapped_column(part_of("negotiation.id"), index=True)
    meeting_id: Mapped[int] = mapped_column(part_of("meeting.id"))
    counterpart_id: Mapped[int] = mapped_column(part_of("counterpart.id"), index=True)
    place: Mapped[int] = mapped_column(default=0)


class Round(Row):
    """A numbered exchange."""

    __tablename__ = "round"

    negotiation_id: Mapped[int] = mapped_column(part_of("negotiation.id"), index=True)
    meeting_id: Mapped[int] = mapped_column(part_of("meeting.id"), index=True)
    number: Mapped[int]
    started_at: Mapped[datetime]


class Pause(Row):
    """A break within a meeting."""

    __tablename__ = "pause"

    negotiation_id: Mapped[int] = mapped_column(part_of("negotiation.id"), index=True)
    meeting_id: Mapped[int] = mapped_column(part_of("meeting.id"), index=True)
    started_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    minutes: Mapped[int | None]


class Line(Row):
    """One thing said; its terms lie in `term`, the issues of a line without terms in `line_issue`."""

    __tablename__ = "line"

    negotiation_id: Mapped[int] = mapped_column(part_of("negotiation.id"), index=True)
    meeting_id: Mapped[int | None] = mapped_column(points_to("meeting.id"), index=True)
    round_number: Mapped[int] = mapped_column(default=1)
    at: Mapped[datetime]
    logged_at: Mapped[datetime]
    side: Mapped[Side | None]
    verb: Mapped[Verb]
    text: Mapped[str]
    condition_words: Mapped[str] = mapped_column(default="")
    rest: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    channel: Mapped[Channel | None]
    valid_until: Mapped[date | None]
    is_final: Mapped[bool] = mapped_column(default=False)
    tactic: Mapped[int | None]
    is_key: Mapped[bool] = mapped_column(default=False)
    exception: Mapped[str] = mapped_column(default="")
    said: Mapped[Given | None]
    stands: Mapped[Given | None]


class LineIssue(Row):
    """An issue that a line without terms names."""

    __tablename__ = "line_issue"

    negotiation_id: Mapped[int] = mapped_column(part_of("negotiation.id"), index=True)
    line_id: Mapped[int] = mapped_column(part_of("line.id"), index=True)
    issue_id: Mapped[int] = mapped_column(part_of("issue.id"), index=True)
    place: Mapped[int] = mapped_column(default=0)


class Term(Row):
    """What is stated for one issue in a line, an alternative, a deal or a candidate: exactly one of them owns it."""

    __tablename__ = "term"
    __table_args__ = (
        CheckConstraint(
            "(line_id IS NOT NULL) + (alternative_id IS NOT NULL) + (debrief_id IS NOT NULL)"
            " + (candidate_id IS NOT NULL) = 1",
            name="one_owner",
        ),
        TABLE,
    )

    negotiation_id: Mapped[int] = mapped_column(part_of("negotiation.id"), index=True)
    line_id: Mapped[int | None] = mapped_column(part_of("line.id"), index=True)
    alternative_id: Mapped[int | None] = mapped_column(part_of("alternative.id"), index=True)
    debrief_id: Mapped[int | None] = mapped_column(part_of("debrief.id"), index=True)
    candidate_id: Mapped[int | None] = mapped_column(part_of("candidate.id"), index=True)
    role: Mapped[Role] = mapped_column(Choice(Role), default=Role.TERM)
    place: Mapped[int] = mapped_column(default=0)
    issue_id: Mapped[int] = mapped_column(part_of("issue.id"), index=True)
    value: Mapped[Stated] = mapped_column(StatedValue)
    upto: Mapped[Stated | None] = mapped_column(StatedValue)
    as_said: Mapped[str] = mapped_column(default="")
    assumed: Mapped[bool] = mapped_column(default=False)
    withdrawn_at: Mapped[datetime | None]


class Concession(Row):
    """A step of a side on one issue, from one line to another."""

    __tablename__ = "concession"

    negotiation_id: Mapped[int] = mapped_column(part_of("negotiation.id"), index=True)
    side: Mapped[Side]
    issue_id: Mapped[int] = mapped_column(part_of("issue.id"), index=True)
    from_line_id: Mapped[int] = mapped_column(part_of("line.id"), index=True)
    to_line_id: Mapped[int] = mapped_column(part_of("line.id"), index=True)
    from_value: Mapped[Stated] = mapped_column(StatedValue)
    to_value: Mapped[Stated] = mapped_column(StatedValue)
    in_return_for: Mapped[str] = mapped_column(default="")
    confirmed: Mapped[bool] = mapped_column(default=False)


class Commitment(Row):
    """A promise of either side."""

    __tablename__ = "commitment"

    negotiation_id: Mapped[int] = mapped_column(part_of("negotiation.id"), index=True)
    side: Mapped[Side]
    text: Mapped[str]
    counterpart_id: Mapped[int | None] = mapped_column(points_to("counterpart.id"), index=True)
    owner: Mapped[str] = mapped_column(default="")
    line_id: Mapped[int | None] = mapped_column(points_to("line.id"), index=True)
    due: Mapped[date | None]
    done_on: Mapped[date | None]


class Debrief(Row):
    """What a negotiation came to; the terms of the deal lie in `term`."""

    __tablename__ = "debrief"
    __table_args__ = (Index("uq_debrief_negotiation_id", "negotiation_id", unique=True), TABLE)

    negotiation_id: Mapped[int] = mapped_column(part_of("negotiation.id"))
    outcome: Mapped[Outcome]
    recommendation: Mapped[str] = mapped_column(default="")
    our_outtake: Mapped[str] = mapped_column(default="")
    their_outtake: Mapped[str] = mapped_column(default="")
    learning: Mapped[str] = mapped_column(default="")
    relationship: Mapped[int | None]
    closed_at: Mapped[datetime]
