"""core: the negotiation, one matter with one supplier, loaded whole so that every rule is a pure function of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from operator import attrgetter

from core.alternative import Alternative, Following
from core.attachment import Attachment
from core.candidate import Candidate
from core.commitment import Commitment
from core.concession import Concession
from core.cost import ClaimedCost
from core.debrief import Debrief
from core.estimate import Estimate
from core.issue import Issue
from core.line import Line, Verb
from core.meeting import Meeting
from core.need import CommonGoal, Need
from core.plan import PlannedConcession, PlanPoint
from core.side import Basis, Side
from core.strategy import Answer, Position, Question
from core.table import Table


class Mode(StrEnum):
    """Win-win or win-lose."""

    INTEGRATIVE = "integrative"
    DISTRIBUTIVE = "distributive"


class Status(StrEnum):
    """Where a negotiation stands, from preparation to debrief."""

    PREPARING = "preparing"
    TALKING = "talking"
    AGREED = "agreed"
    NO_DEAL = "no_deal"

    @property
    def is_open(self) -> bool:
        """Tell whether the matter is still being negotiated."""
        return self in (Status.PREPARING, Status.TALKING)


class Weighting(StrEnum):
    """How weights are given: any numbers, ranks (1 = first), or what each range is worth in money."""

    DIRECT = "direct"
    RANKING = "ranking"
    MONEY = "money"


class Depth(StrEnum):
    """How far a preparation goes: two minutes, what matters most, or everything."""

    SUDDEN = "sudden"
    PRIORITY = "priority"
    FULL = "full"


class Willingness(StrEnum):
    """Whether they want win-win, as far as it is known."""

    WILLING = "willing"
    UNSURE = "unsure"
    UNWILLING = "unwilling"


# No `slots`: `cached_property` keeps its result in the instance's dictionary.
@dataclass(frozen=True, kw_only=True)
class Negotiation:
    """One matter, whole. `annual_rate` is per cent a year (8 = 8 %); parts are in the order they are shown.

    `willingness`, `is_lasting` (we stay with them) and `has_time` are facts for the mode adviser. `opening_reason` is
    why our opening is credible, `pause_rule` when we break off, `walk_away` the words with which we leave.
    `claimed_increase` is per cent. `cheat_seed` is what the codes of the cheat card are drawn by.
    """

    id: int = 0
    supplier_id: int
    supplier_name: str = ""
    title: str
    matter: str = ""
    mode: Mode = Mode.INTEGRATIVE
    status: Status = Status.PREPARING
    currency: str = "EUR"
    weighting: Weighting = Weighting.DIRECT
    annual_rate: Decimal | None = None
    days_per_month: Decimal = Decimal(30)
    lead: str = ""
    approver: str = ""
    approver_role: str = ""
    depth: Depth = Depth.FULL
    willingness: Willingness | None = None
    willingness_basis: Basis | None = None
    is_lasting: bool | None = None
    has_time: bool | None = None
    opening_reason: str = ""
    pause_rule: str = ""
    walk_away: str = ""
    claimed_increase: Decimal | None = None
    cheat_seed: int | None = None
    prefilled: tuple[str, ...] = ()
    created_at: datetime | None = None
    issues: tuple[Issue, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    answers: tuple[Answer, ...] = ()
    positions: tuple[Position, ...] = ()
    estimates: tuple[Estimate, ...] = ()
    needs: tuple[Need, ...] = ()
    common_goals: tuple[CommonGoal, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    followings: tuple[Following, ...] = ()
    plan_points: tuple[PlanPoint, ...] = ()
    planned_concessions: tuple[PlannedConcession, ...] = ()
    claimed_costs: tuple[ClaimedCost, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    lines: tuple[Line, ...] = ()
    concessions: tuple[Concession, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    debrief: Debrief | None = None

    @cached_property
    def issue_by_id(self) -> dict[int, Issue]:
        """Return the issues by id."""
        return {issue.id: issue for issue in self.issues}

    @cached_property
    def offers(self) -> tuple[Line, ...]:
        """Return the lines that put terms on the table, in the order they were said."""
        return tuple(line for line in self.lines if line.verb is Verb.OFFER)

    @cached_property
    def spoken(self) -> tuple[Line, ...]:
        """Return the lines in the order they were said; those of one moment in the order they were logged."""
        return tuple(sorted(self.lines, key=attrgetter("at")))

    @cached_property
    def table(self) -> Table:
        """Return the table with everything on it that was said, to ask; what more is said lies on one `grown` of it."""
        return Table(self.spoken)

    @cached_property
    def unread(self) -> tuple[Line, ...]:
        """Return the lines still to be cleared up."""
        return tuple(line for line in self.lines if line.verb is Verb.UNREAD)

    @property
    def open_meeting(self) -> Meeting | None:
        """Return the meeting that lines are being logged in, None outside a meeting."""
        return next((meeting for meeting in self.meetings if meeting.is_open), None)

    @property
    def round_number(self) -> int:
        """Return the number of the current round, 1 before the first."""
        return max((each.number for meeting in self.meetings for each in meeting.rounds), default=1)

    def follow(self, before: Negotiation) -> None:
        """Take over what was worked out of the talk in the state before this one, where the talk only went on."""
        known = len(before.lines)
        if not known or "table" not in vars(before) or self.lines[:known] != before.lines:
            return
        more = sorted(self.lines[known:], key=attrgetter("at"))
        if all(line.at >= before.spoken[-1].at for line in more):
            vars(self)["spoken"] = (*before.spoken, *more)
            vars(self)["table"] = before.table.grown(more)

    def answer(self, side: Side, question: Question) -> str:
        """Return a side's answer to a strategy question, empty where there is none."""
        found = (each.text for each in self.answers if each.side is side and each.question is question)
        return next(found, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class NegotiationRow:
    """A negotiation as a list shows it."""

    id: int
    title: str
    supplier_id: int
    supplier_name: str
    mode: Mode
    status: Status
    currency: str
    rounds: int
    lines: int
    changed_at: datetime | None
    next_meeting_at: datetime | None
