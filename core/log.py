"""core: the log, what a line that was read becomes - the record with both its verdicts and all that follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from fractions import Fraction

from core.commitment import Commitment
from core.concession import Concession
from core.concessions import propose
from core.errors import BadInput
from core.exact import as_decimal
from core.issue import Issue
from core.judge import judge_line
from core.line import Line, Verb
from core.message import Message, message
from core.negotiation import Negotiation, Weighting
from core.shorthand.aloud import spoken
from core.shorthand.statement import NewIssue, Reading, Statement
from core.side import Side
from core.sitting import meeting_at, planned_on, round_at
from core.steps import step_of
from core.verdict import Given, Light, Verdict
from core.weights import money_per_share, with_new_issue

_TO_OURSELVES = (Verb.NOTE, Verb.GUESS)


@dataclass(frozen=True, slots=True)
class Opening:
    """The meeting that a line begins: the one planned for the day by its id, else a new one."""

    meeting_id: int | None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Everything that logging one line adds, in one transaction.

    `line` holds both verdicts as given now. `issue` is the one that a new-issue line adds, `weights` the new weights
    of the others by id; `line.issues` and the `to_line_id` of concessions are filled in with the ids that the
    logbook gives. `said` and `stands` are the verdicts in full, for showing. While `needs_reason` is set the line
    must not be logged: it passes our own limit, and no reason is given.

    `shared` are the candidates that the line puts on the table as a whole, by id, `unshared` those that a corrected
    line put there and that no line names any more.

    `opens` is the meeting that begins with the line: then the line is the first one of it.

    A correction may also change what followed from the line before: records that carry an id take the place of those,
    and `dropped` are those that follow no longer.
    """

    line: Line
    concessions: tuple[Concession, ...] = ()
    commitment: Commitment | None = None
    dropped: tuple[Concession | Commitment, ...] = ()
    shared: tuple[int, ...] = ()
    unshared: tuple[int, ...] = ()
    opens: Opening | None = None
    issue: Issue | None = None
    weights: Mapping[int, Decimal] = field(default_factory=dict)
    said: Verdict | None = None
    stands: Verdict | None = None
    needs_reason: Message | None = None


def compose(
    negotiation: Negotiation,
    reading: Reading,
    at: datetime,
    logged_at: datetime,
    reason: str = "",
    *,
    with_repairs: bool = True,
) -> Entry:
    """Return what a reading becomes when it is logged, by the statement that Enter takes.

    `at` is when it was said unless the line says so itself. `reason` is why an own line passes our limit; it is kept
    as the line's exception, and dropped where nothing is passed. Nothing of the repairs is kept with the line: who
    does not show them does without. Raises BadInput for a new issue whose name is taken or whose weight would leave
    nothing to the others.
    """
    line = line_of(negotiation, reading, at, logged_at)
    return entry_of(negotiation, line, reading.statement, reason, with_repairs=with_repairs)


def entry_of(
    negotiation: Negotiation, line: Line, statement: Statement, reason: str, *, with_repairs: bool = True
) -> Entry:
    """Return what follows from a line that says this, a new one or one of the log in its own place."""
    issue, weights = _added(negotiation, statement)
    verdicts = judge_line(negotiation, line, with_repairs=with_repairs)
    if verdicts is None:
        return Entry(line=line, commitment=_promised(line), issue=issue, weights=weights)
    said, stands = verdicts
    passes = line.side is Side.US and said.limit is Light.ACT
    line = replace(line, said=Given.of(said), stands=Given.of(stands), exception=reason.strip() if passes else "")
    unexplained = passes and not line.exception
    return Entry(
        line=line,
        concessions=propose(negotiation, line, statement.in_return_words),
        shared=_shared(negotiation, statement),
        said=said,
        stands=stands,
        needs_reason=message("limit.needs_reason", why=said.limit_reason) if unexplained else None,
    )


def opening(negotiation: Negotiation, line: Line, now: datetime) -> Opening | None:
    """Return the meeting that a line begins: something said now, face to face, while none is being held.

    What came by mail or telephone, what was said earlier, and what we note or guess for ourselves begins none.
    """
    if line.meeting_id is not None or line.channel is not None or line.at != now or line.verb in _TO_OURSELVES:
        return None
    planned = planned_on(negotiation, now)
    return Opening(None if planned is None else planned.id, now)


def line_of(negotiation: Negotiation, reading: Reading, at: datetime, logged_at: datetime) -> Line:
    """Return the record of a reading, in the meeting and round of its time."""
    statement = reading.statement
    said_at = statement.at or at
    meeting = meeting_at(negotiation, said_at)
    return Line(
        negotiation_id=negotiation.id,
        meeting_id=None if meeting is None else meeting.id,
        round_number=round_at(negotiation, meeting, said_at),
        at=said_at,
        logged_at=logged_at,
        side=statement.side,
        verb=statement.verb,
        text=reading.text,
        terms=statement.terms,
        conditions=statement.conditions,
        condition_words=statement.condition_words,
        in_return=statement.in_return,
        issues=statement.issues,
        rest=statement.rest,
        tactic=statement.tactic,
        note=statement.note,
        channel=statement.channel or (None if meeting is None else meeting.channel),
        valid_until=statement.valid_until,
        is_final=statement.is_final,
    )


def _shared(negotiation: Negotiation, statement: Statement) -> tuple[int, ...]:
    if statement.verb is not Verb.OFFER or not statement.package:
        return ()
    named = (each for each in negotiation.candidates if each.label == statement.package)
    return tuple(each.id for each in named if not each.is_shared)


def _promised(line: Line) -> Commitment | None:
    if line.verb is not Verb.PROMISE or line.side is None:
        return None
    # what reads as a note of ours stays in the line: a commitment is shown to both sides
    text = spoken(line.verb, line.rest)
    if not text:
        return None
    return Commitment(negotiation_id=line.negotiation_id, side=line.side, text=text, due=line.valid_until)


def _added(negotiation: Negotiation, statement: Statement) -> tuple[Issue | None, dict[int, Decimal]]:
    """Return the issue that a statement adds and the weights that the others have from then on."""
    said = statement.new_issue
    if statement.verb is not Verb.NEW_ISSUE or said is None:
        return None, {}
    if any(issue.name.casefold() == said.name.casefold() for issue in negotiation.issues):
        raise BadInput("issue.name_taken", issue=said.name)
    issue = Issue(
        negotiation_id=negotiation.id,
        place=max((each.place for each in negotiation.issues), default=0) + 1,
        name=said.name,
        kind=said.kind,
        unit=said.unit,
        best=said.best,
        worst=said.worst,
        weight=said.weight,
        money_worth=said.money_worth,
        added_in_talk=True,
    )
    issue = replace(issue, step=as_decimal(step_of(issue, said.best)))
    if negotiation.weighting is Weighting.MONEY:
        return replace(issue, weight=None, money_worth=_in_money(negotiation, said)), {}
    weight, others = with_new_issue(negotiation, issue, said.share)
    return replace(issue, weight=weight), others


def _in_money(negotiation: Negotiation, said: NewIssue) -> Decimal | None:
    """Return what a new issue's range is worth where weights are money, so that it takes the share it was given.

    A plain number is money there, as the other weights are. M = w / (1 - w) of what the scale was worth, to the
    cent where it has no end.
    """
    scale = money_per_share(negotiation)
    if said.share is None or scale is None:
        return said.weight if said.money_worth is None else said.money_worth
    if not 0 <= said.share < 1:
        raise BadInput("weights.share_too_large", issue=said.name)
    return as_decimal(scale * Fraction(said.share) / (1 - Fraction(said.share)), places=2)
