"""core: the analysis, everything that the mathematics says of one negotiation at one moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from core.analysis.bargaining import Solutions, feasible_count, solutions
from core.analysis.bridges import Prompt, bridges
from core.analysis.case import Case, case_of
from core.analysis.distance import Distance, distance, offer_distances
from core.analysis.frontier import Frontier, band, frontier
from core.analysis.hull import Hull, hull
from core.analysis.ledger import Ledger, ledger
from core.analysis.meso import TOLERANCE, Meso, meso
from core.analysis.moves import Turn, turns
from core.analysis.party import missing_estimates
from core.analysis.robustness import Robustness, robustness
from core.analysis.room import Room, room
from core.analysis.shrinking import Projection, projections
from core.analysis.signs import Signal, signs
from core.analysis.trades import Pair, Rate, Trade, pairs, rates, trades
from core.analysis.zopa import IssueZone, PackageZone, issue_zones, package_zone
from core.judge import rung_value
from core.ladder import Ladder, ladder
from core.message import Message, message
from core.negotiation import Negotiation
from core.side import Side
from core.standing import standing
from core.term import Term
from core.value import Valuation, by_issue
from core.verdict import Interval


@dataclass(frozen=True, kw_only=True)
class TwoParties:
    """What needs both sides: the frontier and what stands on it. `bands` are their values' bands, point by point.

    `offers` tells how far each offer lies from the frontier, by line id.
    """

    case: Case
    frontier: Frontier
    bands: tuple[Interval, ...]
    feasible: int | None
    solutions: Solutions
    zone: PackageZone
    hull: Hull
    rates: tuple[Rate, ...]
    pairs: tuple[Pair, ...]
    meso: Meso
    offers: Mapping[int, Distance | Message]


@dataclass(frozen=True, kw_only=True)
class OnTable:
    """One package that stands or was signed: how far from the frontier, how robust as a breach, what to trade from it.

    `distance` and `trades` are the message that says what is open, where it leaves issues open or their side is not
    estimated.
    """

    terms: Mapping[int, Term]
    distance: Distance | Message
    robustness: Robustness | Message
    trades: tuple[Trade, ...] | Message


@dataclass(frozen=True, kw_only=True)
class Analysis:
    """Everything that can be said at a moment. `missing` names what keeps `two_parties` from being computed.

    `standing` are both sides' standing offers, `deal` the signed one; None where there is none.
    """

    negotiation: Negotiation
    now: datetime
    missing: tuple[Message, ...]
    ladder: Ladder
    issue_zones: Mapping[int, IssueZone | Message]
    two_parties: TwoParties | None
    standing: Mapping[Side, OnTable]
    deal: OnTable | None
    turns: tuple[Turn, ...] | Message
    ledger: Ledger
    projections: tuple[Projection, ...]
    room: Room | Message
    bridges: tuple[Prompt, ...]
    signs: tuple[Signal, ...]


def analyse(
    negotiation: Negotiation, now: datetime, target: Fraction | None = None, tolerance: Fraction = TOLERANCE
) -> Analysis:
    """Return the whole analysis of a negotiation at a moment.

    The equal packages are worth `target` to us; without one what the fair deal is worth, where that is one figure,
    else what the Nash solution is worth, else the middle of the frontier.
    """
    on = now.date()
    case = case_of(negotiation, on)
    both = None if isinstance(case, Message) else _two_parties(case, target, tolerance)
    tables = {side: standing(negotiation, side, at=now) for side in Side}
    return Analysis(
        negotiation=negotiation,
        now=now,
        missing=_missing(negotiation, case),
        ladder=ladder(negotiation, on),
        issue_zones=issue_zones(negotiation),
        two_parties=both,
        standing={side: _on_table(negotiation, now, both, terms) for side, terms in tables.items() if terms},
        deal=None
        if negotiation.debrief is None or not negotiation.debrief.deal
        else _on_table(negotiation, now, both, by_issue(negotiation.debrief.deal)),
        turns=turns(negotiation),
        ledger=ledger(negotiation),
        projections=projections(negotiation),
        room=room(negotiation, now),
        bridges=bridges(negotiation),
        signs=signs(negotiation),
    )


def _missing(negotiation: Negotiation, case: Case | Message) -> tuple[Message, ...]:
    """Return what keeps the two parties from being compared: what blinds us first, else all estimates that lack."""
    if not isinstance(case, Message):
        return ()
    obstacle = Valuation(negotiation).obstacle
    if obstacle is not None:
        return (message("verdict.cannot_judge", why=obstacle),)
    return missing_estimates(negotiation) or (case,)


def _two_parties(case: Case, target: Fraction | None, tolerance: Fraction) -> TwoParties:
    front = frontier(case)
    solved = solutions(case, front)
    if target is None:
        fair = rung_value(Valuation(case.negotiation), "fair")
        if fair is not None and fair.is_exact:
            target = fair.low
        else:
            middle = front.points[len(front.points) // 2]
            target = (solved.nash[0] if solved.nash else middle).ours
    return TwoParties(
        case=case,
        frontier=front,
        bands=band(case, front),
        feasible=feasible_count(case),
        solutions=solved,
        zone=package_zone(case, front),
        hull=hull(case),
        rates=rates(case),
        pairs=pairs(case),
        meso=meso(case, target, tolerance, front),
        offers=offer_distances(case, front),
    )


def _on_table(negotiation: Negotiation, now: datetime, both: TwoParties | None, terms: Mapping[int, Term]) -> OnTable:
    if both is None:
        unknown = message("analysis.their_side_unknown")
        found: tuple[Distance | Message, tuple[Trade, ...] | Message] = unknown, unknown
    else:
        values = {issue_id: term.value for issue_id, term in terms.items() if term.upto is None}
        found = distance(both.case, both.frontier, terms.values()), trades(both.case, values)
    return OnTable(
        terms=terms,
        distance=found[0],
        trades=found[1],
        robustness=robustness(negotiation, terms, now.date()),
    )


def findings(found: Analysis) -> tuple[Message, ...]:
    """Return what a reader should know first, in words: zones, what is on the table, who gave, what is missing."""
    said: list[Message] = []
    both = found.two_parties
    said += found.ladder.faults
    if both is not None:
        said.append(both.zone.message)
        if both.frontier.note is not None:
            said.append(both.frontier.note)
        said += both.case.notes
        if both.meso.note is not None:
            said.append(both.meso.note)
    for issue in found.negotiation.issues:
        zone = found.issue_zones.get(issue.id)
        if isinstance(zone, IssueZone):
            said.append(zone.message)
        elif zone is not None and issue.limit is not None:
            said.append(zone)
    said.append(found.ledger.message)
    said.append(found.room if isinstance(found.room, Message) else found.room.message)
    said += [each.message for each in found.projections]
    said += [each.message for each in found.signs]
    said += found.missing
    return tuple(said)
