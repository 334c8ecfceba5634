"""core: what `analyse --json` answers, the whole analysis of a negotiation as plain values.

Values of packages are shares of 1, each as a number with 12 places beside the exact fraction; a package is an object
of values by the name of their issue. `resources/schema/answers.json` describes every key.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from core.analysis.analysis import Analysis, OnTable, TwoParties, findings
from core.analysis.bargaining import Solutions
from core.analysis.distance import Distance
from core.analysis.frontier import Point
from core.analysis.grounds import Grounds
from core.analysis.ledger import Entry
from core.analysis.meso import Offered
from core.analysis.move import Move
from core.analysis.moves import Turn
from core.analysis.party import Party
from core.analysis.robustness import Robustness
from core.analysis.room import Room
from core.analysis.shrinking import Projection
from core.analysis.trades import Pair, Rate, Trade
from core.analysis.zopa import IssueZone, PackageZone
from core.batna import Worth
from core.concessions import StepWorth
from core.exchange.answers import verdicts_answer
from core.exchange.plain import (
    Plain,
    plain_cents,
    plain_figure,
    plain_interval,
    plain_message,
    plain_share,
    plain_value,
)
from core.message import Message
from core.negotiation import Negotiation
from core.side import Side
from core.term import Term
from core.verdict import Interval, Verdict
from core.words import Words


def analysis_answer(
    found: Analysis, verdicts: Mapping[int, tuple[Verdict, Verdict]], ranked: tuple[Worth, ...], say: Words
) -> Plain:
    """Describe the analysis of a negotiation beside the verdicts on its offers."""
    return {**verdicts_answer(found.negotiation, verdicts, ranked, say), **_Writer(found.negotiation, say).whole(found)}


class _Writer:
    """Writes the parts of one analysis."""

    def __init__(self, negotiation: Negotiation, say: Words) -> None:
        self._say = say
        names = [issue.name for issue in negotiation.issues]
        self._names = {
            issue.id: issue.name if names.count(issue.name) == 1 else f"{issue.name} #{issue.id}"
            for issue in negotiation.issues
        }

    def whole(self, found: Analysis) -> Plain:
        both = found.two_parties
        return {
            "answer": "analyse",
            "at": found.now.isoformat(),
            "findings": [self._message(each) for each in findings(found)],
            "missing": [self._message(each) for each in found.missing],
            "ladder_faults": [self._message(each) for each in found.ladder.faults],
            "parties": None if both is None else self._parties(both),
            "zopa": {
                "issues": [self._issue_zone(issue_id, zone) for issue_id, zone in found.issue_zones.items()],
                "package": None if both is None else self._package_zone(both.zone),
            },
            "frontier": None if both is None else self._frontier(both),
            "solutions": None if both is None else self._solutions(both.solutions),
            "trades": None if both is None else self._trades(both),
            "meso": None
            if both is None
            else {
                "target": plain_share(both.meso.target),
                "tolerance": plain_share(both.meso.tolerance),
                "packages": [self._offered(each) for each in both.meso.packages],
                "note": self._optional(both.meso.note),
            },
            "standing": {side.value: self._on_table(found.standing.get(side)) for side in Side},
            "deal": self._on_table(found.deal),
            "distances": None
            if both is None
            else [{"line": line_id, **self._distance(each)} for line_id, each in both.offers.items()],
            "concessions": self._concessions(found),
            "bridges": [
                {
                    "issue": None if each.issue_id is None else self._names.get(each.issue_id),
                    "prompt": self._message(each.message),
                    "rests_on": _bases(each.grounds),
                }
                for each in found.bridges
            ],
            "signs": [
                {
                    "sign": each.sign.value,
                    "side": each.side.value,
                    "lines": [line.id for line in each.lines],
                    "message": self._message(each.message),
                }
                for each in found.signs
            ],
        }

    # -- two parties -------------------------------------------------------------------------------------------------

    def _parties(self, both: TwoParties) -> Plain:
        case = both.case
        return {
            "us": self._party(case.ours),
            "them": self._party(case.theirs),
            "packages": str(case.packages),
            "feasible": None if both.feasible is None else str(both.feasible),
            "notes": [self._message(each) for each in case.notes],
        }

    def _party(self, party: Party) -> Plain:
        return {
            "shares": {self._names[issue_id]: plain_share(share) for issue_id, share in party.shares.items()},
            "reservation": plain_interval(party.reservation),
            "disagreement": plain_share(party.disagreement),
            "rests_on": _bases(party.grounds),
        }

    def _frontier(self, both: TwoParties) -> Plain:
        front = both.frontier
        bands: list[Interval | None] = list(both.bands) if front.grounds.is_ranged else [None] * len(front.points)
        return {
            "exact": front.is_exact,
            "note": self._optional(front.note),
            "error": plain_share(front.error),
            "points": [
                {**self._point(point), "their_band": plain_interval(ends)}
                for point, ends in zip(front.points, bands, strict=True)
            ],
            "hull": [
                {**self._pair(point.ours, point.theirs), "package": self._package(point.package)}
                for point in both.hull.points
            ],
            "rests_on": _bases(front.grounds),
        }

    def _solutions(self, found: Solutions) -> Plain:
        return {
            "disagreement": self._pair(*found.disagreement),
            "zone": found.has_zone,
            "best_gains": None if found.best_gains is None else self._pair(*found.best_gains),
            "nash": [self._point(each) for each in found.nash],
            "kalai_smorodinsky": [self._point(each) for each in found.kalai_smorodinsky],
            "welfare": [self._point(each) for each in found.welfare],
            "rests_on": _bases(found.grounds),
        }

    def _trades(self, both: TwoParties) -> Plain:
        return {
            "issues": [self._rate(each) for each in both.rates],
            "pairs": [self._trade_pair(each) for each in both.pairs],
            "order": [
                {
                    "issue": self._names[step.issue_id],
                    "from": plain_value(step.start.value),
                    "to": plain_value(step.end.value),
                    "our_cost": plain_share(step.our_cost),
                    "their_gain": plain_share(step.their_gain),
                    "rate": plain_share(step.rate),
                }
                for step in both.hull.steps
            ],
        }

    def _rate(self, rate: Rate) -> Plain:
        return {
            "issue": self._names[rate.issue_id],
            "our_cost": plain_share(rate.our_cost),
            "their_gain": plain_share(rate.their_gain),
            "rate": plain_share(rate.rate),
        }

    def _trade_pair(self, pair: Pair) -> Plain:
        return {
            "give": self._names[pair.give.issue_id],
            "take": self._names[pair.take.issue_id],
            "gain": plain_share(pair.gain),
        }

    def _offered(self, offered: Offered) -> Plain:
        return {
            **self._pair(offered.ours, offered.theirs),
            "package": self._package(offered.package),
            "differs": plain_share(offered.differs),
        }

    def _point(self, point: Point) -> Plain:
        return {**self._pair(point.ours, point.theirs), "package": self._package(point.package)}

    # -- zones -------------------------------------------------------------------------------------------------------

    def _issue_zone(self, issue_id: int, zone: IssueZone | Message) -> Plain:
        if isinstance(zone, Message):
            return {"issue": self._names[issue_id], "overlap": None, "message": self._message(zone)}
        return {
            "issue": self._names[issue_id],
            "overlap": zone.overlap.value,
            "ours": plain_value(zone.ours),
            "theirs": plain_value(zone.theirs),
            "size": plain_share(zone.size),
            "sizes": plain_interval(zone.sizes),
            "low": None if zone.low is None else plain_value(zone.low),
            "high": None if zone.high is None else plain_value(zone.high),
            "options": list(zone.options),
            "message": self._message(zone.message),
            "rests_on": _bases(zone.grounds),
        }

    def _package_zone(self, zone: PackageZone) -> Plain:
        return {
            "overlap": zone.overlap.value,
            "our_range": plain_interval(zone.our_range),
            "their_range": plain_interval(zone.their_range),
            "our_gap": plain_share(zone.our_gap),
            "their_gap": plain_share(zone.their_gap),
            "message": self._message(zone.message),
            "rests_on": _bases(zone.grounds),
        }

    # -- the table ---------------------------------------------------------------------------------------------------

    def _on_table(self, found: OnTable | None) -> Plain | None:
        if found is None:
            return None
        return {
            "package": self._package(found.terms.values()),
            "distance": self._distance(found.distance),
            "robustness": self._robustness(found.robustness),
            "trades": self._message(found.trades)
            if isinstance(found.trades, Message)
            else [self._trade(each) for each in found.trades],
        }

    def _distance(self, found: Distance | Message) -> Plain:
        if isinstance(found, Message):
            return {"message": self._message(found)}
        return {
            **self._pair(found.ours, found.theirs),
            "their_band": plain_interval(found.their_band),
            "efficient": found.is_efficient,
            "our_room": plain_share(found.our_room),
            "their_room": plain_share(found.their_room),
            "better": len(found.better),
            "fairest": None if found.fairest is None else self._point(found.fairest),
            "past_limit": [self._names[issue_id] for issue_id in found.past_limit],
            "rests_on": _bases(found.grounds),
        }

    def _robustness(self, found: Robustness | Message) -> Plain:
        if isinstance(found, Message):
            return {"message": self._message(found)}
        return {
            "share": plain_share(found.share),
            "held": found.held,
            "draws": found.draws,
            "message": self._message(found.message),
        }

    def _trade(self, trade: Trade) -> Plain:
        return {
            "give": self._move(trade.give),
            "take": self._move(trade.take),
            "our_net": plain_share(trade.our_net),
            "their_net": plain_share(trade.their_net),
            "rate": plain_share(trade.rate),
        }

    def _move(self, move: Move) -> Plain:
        return {
            "issue": self._names[move.issue_id],
            "from": plain_value(move.start),
            "to": plain_value(move.end),
            "ours": plain_share(move.ours),
            "theirs": plain_share(move.theirs),
        }

    # -- concessions -------------------------------------------------------------------------------------------------

    def _concessions(self, found: Analysis) -> Plain:
        ledger = found.ledger
        return {
            "entries": [self._entry(each) for each in ledger.entries],
            "given": _worth(ledger.given),
            "received": _worth(ledger.received),
            "ratio": plain_share(ledger.ratio),
            "next": None if ledger.next_side is None else ledger.next_side.value,
            "moves": self._message(found.turns)
            if isinstance(found.turns, Message)
            else [self._turn(each) for each in found.turns],
            "shrinking": [self._projection(each) for each in found.projections],
            "room": self._room(found.room),
            "rests_on": _bases(ledger.grounds),
        }

    def _entry(self, entry: Entry) -> Plain:
        made = entry.concession
        return {
            "side": made.side.value,
            "issue": self._names.get(made.issue_id),
            "from": plain_value(made.from_value),
            "to": plain_value(made.to_value),
            "worth": _worth(entry.worth),
            "theirs": plain_share(entry.theirs),
            "in_return_for": made.in_return_for,
            "answered": entry.answered.value,
        }

    def _turn(self, turn: Turn) -> Plain:
        return {
            "line": turn.line.id,
            "side": turn.side.value,
            "ours": plain_share(turn.ours),
            "theirs": plain_share(turn.theirs),
            "class": None if turn.kind is None else turn.kind.value,
        }

    def _projection(self, found: Projection) -> Plain:
        return {
            "side": found.side.value,
            "issue": self._names[found.issue_id],
            "values": [plain_value(value) for value in found.values],
            "limit": plain_value(found.limit),
            "message": self._message(found.message),
        }

    def _room(self, found: Room | Message) -> Plain:
        if isinstance(found, Message):
            return {"message": self._message(found)}
        return {
            "points": plain_share(found.points),
            "money": None if found.money is None else plain_cents(found.money),
            "furthest": [self._move(each) for each in found.furthest],
            "message": self._message(found.message),
        }

    # -- parts -------------------------------------------------------------------------------------------------------

    def _package(self, package: Iterable[Term]) -> Plain:
        return {self._names[term.issue_id]: _said(term) for term in package if term.issue_id in self._names}

    def _pair(self, ours: Fraction, theirs: Fraction) -> Plain:
        return {"ours": plain_share(ours), "theirs": plain_share(theirs)}

    def _message(self, found: Message) -> Plain:
        return plain_message(found, self._say)

    def _optional(self, found: Message | None) -> Plain | None:
        return None if found is None else self._message(found)


def _said(term: Term) -> str:
    return plain_value(term.value) if term.upto is None else f"{plain_value(term.value)}..{plain_value(term.upto)}"


def _worth(worth: StepWorth) -> Plain | None:
    if worth.share is None:
        return None
    return {
        "value": plain_figure(worth.share),
        "exact": str(worth.share),
        "money": None if worth.money is None else plain_cents(worth.money),
    }


def _bases(grounds: Grounds) -> list[str]:
    return [basis.value for basis in grounds.bases]
