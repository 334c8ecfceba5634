"""ui: a negotiation with everything that Prepare derives from it, each worked out once when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from fractions import Fraction
from functools import cached_property

from core.advice import Advice
from core.batna import Worth, ranked, worth
from core.candidates import SideBySide, side_by_side
from core.feel import Felt, order_to_feel
from core.following import Moved, all_moved
from core.issue import RUNGS, Issue
from core.items import Summary
from core.judge import Judge
from core.ladder import Check, Ladder, issue_checks, ladder
from core.message import Message
from core.mode import Around, ModeAdvice, advise
from core.negotiation import Negotiation, Weighting
from core.plan_ladder import PlannedLadder, planned_ladder
from core.readiness import Readiness, readiness
from core.side import Side
from core.term import Term, Value
from core.value import Valuation
from core.verdict import Flag, Repair, Verdict
from core.weights import money_worth

_MOST_REPAIRS = 2


# No `slots`: `cached_property` keeps its results in the instance's dictionary.
@dataclass(frozen=True)
class Prepared:
    """One negotiation as it stands on a day, with what stands around it; `at` is the moment of that day.

    `lists` are what the item lists of its issues come to, by issue.
    """

    negotiation: Negotiation
    today: date
    around: Around = field(default_factory=Around)
    at: datetime | None = None
    lists: Mapping[int, Summary] = field(default_factory=dict)

    @property
    def now(self) -> datetime:
        """Return the moment, the day's beginning where only the day is known."""
        return self.at or datetime.combine(self.today, time.min, UTC)

    @cached_property
    def readiness(self) -> Readiness:
        """Return how far the preparation is at its depth, and what is missing in order of worth."""
        return readiness(self.negotiation, self.around, self.now)

    @cached_property
    def advice(self) -> tuple[Advice, ...]:
        """Return what is still to be done, what is worth most first."""
        return tuple(each.advice for each in self.readiness.missing)

    @cached_property
    def mode_advice(self) -> ModeAdvice:
        """Return which mode the records speak for."""
        return advise(self.negotiation, self.around, self.now)

    @cached_property
    def valuation(self) -> Valuation:
        """Return scales and shares."""
        return Valuation(self.negotiation)

    @cached_property
    def ladder(self) -> Ladder:
        """Return what the rungs are worth and what is out of order."""
        return ladder(self.negotiation, self.today)

    @cached_property
    def concession_ladder(self) -> PlannedLadder:
        """Return the planned concessions, judged."""
        return planned_ladder(self.negotiation, self.now)

    @cached_property
    def side_by_side(self) -> SideBySide:
        """Return the candidate packages with what they bring both parties."""
        return side_by_side(self.negotiation, self.now)

    @cached_property
    def ranking(self) -> tuple[Worth, ...]:
        """Return the valid alternatives, best first."""
        return ranked(self.valuation, self.today)

    @property
    def batna(self) -> Worth | None:
        """Return the best valid alternative."""
        return next(iter(self.ranking), None)

    @cached_property
    def worths(self) -> dict[int, Worth]:
        """Return what each alternative is worth, those that do not hold any more too."""
        found = {each.alternative.id: each for each in self.ranking}
        for each in self.negotiation.alternatives:
            if each.id not in found:
                found[each.id] = worth(self.negotiation, each, self.today)
        return found

    @cached_property
    def moved(self) -> Mapping[int, Moved]:
        """Return what changed in the offers that alternatives follow, by alternative."""
        return all_moved(self.negotiation, self.around.followed, self.now)

    @cached_property
    def felt(self) -> tuple[Felt, ...]:
        """Return three packages by worth, for the user to say whether the order feels right."""
        return order_to_feel(self.negotiation, self.ranking, self.now)

    @cached_property
    def checks(self) -> dict[int, dict[str, Check]]:
        """Return what is to be said of the issues' cells, what calls to act before what is to be checked."""
        found: dict[int, dict[str, Check]] = {}
        for issue in self.negotiation.issues:
            cells: dict[str, Check] = {}
            for check in issue_checks(issue, self.negotiation):
                if check.field not in cells or (check.flag is Flag.ACT and cells[check.field].flag is not Flag.ACT):
                    cells[check.field] = check
            found[issue.id] = cells
        return found

    @cached_property
    def faulty_rungs(self) -> dict[str, Message]:
        """Return the rungs that are worth less than what stands below them, each with the sentence."""
        found: dict[str, Message] = {}
        for fault in self.ladder.faults:
            rung = fault.code.removeprefix("ladder.").partition("_below_")[0]
            if rung in RUNGS:
                found.setdefault(rung, fault)
        return found

    @cached_property
    def rung_below_batna(self) -> str:
        """Return the rung that is worth less than walking away, empty where none is."""
        found = next((each.code for each in self.ladder.faults if each.code.endswith("_below_batna")), "")
        return found.removeprefix("ladder.").removesuffix("_below_batna")

    @cached_property
    def rung_verdict(self) -> Verdict | None:
        """Judge a deal at the rung that is worth less than walking away, unstated issues at their baselines."""
        if not self.rung_below_batna:
            return None
        terms = self.valuation.filled(self.rung_terms(self.rung_below_batna))
        return Judge(self.negotiation).verdict(terms, Side.US, self.today)

    @property
    def repairs(self) -> tuple[Repair, ...]:
        """Return the repairs of that rung that move one issue, the cheapest first, at most two."""
        if self.rung_verdict is None:
            return ()
        single = [each for each in self.rung_verdict.repairs if len(each.terms) == 1]
        return tuple(sorted(single, key=lambda each: not each.cheapest)[:_MOST_REPAIRS])

    @cached_property
    def batna_terms(self) -> Mapping[int, Value]:
        """Return the BATNA's stated terms where setting that rung to them lifts it to what walking away is worth."""
        batna = self.batna
        if not self.rung_below_batna or batna is None or batna.value is None:
            return {}
        stated = {issue_id: Term(issue_id=issue_id, value=term.value) for issue_id, term in batna.stated.items()}
        package = self.valuation.filled({**self.rung_terms(self.rung_below_batna), **stated})
        value = self.valuation.package(package)
        if not stated or value is None or value.low < batna.value.low:
            return {}
        return {issue_id: term.value for issue_id, term in stated.items()}

    def rung_terms(self, rung: str) -> dict[int, Term]:
        """Return the terms that a rung states."""
        return {
            issue.id: Term(issue_id=issue.id, value=getattr(issue, rung))
            for issue in self.negotiation.issues
            if getattr(issue, rung) is not None
        }

    def share(self, issue: Issue) -> Fraction | None:
        """Return an issue's share of the whole, None where there are none."""
        return self.valuation.shares.get(issue.id)

    def money_of(self, issue: Issue) -> Fraction | None:
        """Return what an issue's whole range is worth in money, None where it is none."""
        return money_worth(issue)

    @property
    def weighs_money(self) -> bool:
        """Tell whether weights are what the ranges are worth in money."""
        return self.negotiation.weighting is Weighting.MONEY
