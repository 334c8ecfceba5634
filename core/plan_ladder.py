"""core: the concession ladder judged - what each planned step costs us and brings them, and what speaks against it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from core.analysis.grounds import OWN, Grounds
from core.analysis.party import Party, their_party
from core.exact import place_of
from core.issue import Issue
from core.judge import Judge, rung_value
from core.ladder import Check
from core.message import Message, message
from core.negotiation import Negotiation
from core.outcome import deal_of
from core.phrases import gap, quantity
from core.plan import PlannedConcession
from core.side import Side
from core.standing import standing
from core.term import Term, Value
from core.value import Valuation, compare, kind_of
from core.verdict import Flag, Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedStep:
    """One step of the ladder: where it begins and may end, what it is worth to both sides, and what is wrong with it.

    `start` is the step's own beginning, else where the step before it on the issue ends, else our opening; `floor`
    its own, else the issue's limit. `cost` is what we give, `gain` what we get by what is asked in return, shares of
    1 above 0; `gain` is counted from `holds`, what holds on that issue without it: their standing term unless it is
    agreed, else the baseline. `theirs` is what the step likely brings them, `their_cost` what the return likely costs
    them, shares of their scale. `after` is the package that is then planned: our opening with all steps so far and
    their returns. None where a figure cannot be told.
    """

    step: PlannedConcession
    issue: Issue
    start: Value | None
    floor: Value | None
    cost: Fraction | None
    theirs: Fraction | None
    holds: Value | None
    gain: Fraction | None
    their_cost: Fraction | None
    after: Interval | None
    checks: tuple[Check, ...]

    @property
    def flag(self) -> Flag:
        """Return the worst flag of the step, fine where nothing speaks against it."""
        flags = {each.flag for each in self.checks}
        return next((flag for flag in (Flag.ACT, Flag.CHECK) if flag in flags), Flag.FINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedLadder:
    """All steps in their order; `opening` is what our opening is worth, `money` the whole scale in money.

    `minimum` is what the minimum acceptable deal is worth, `grounds` what `theirs` rests on.
    """

    steps: tuple[PlannedStep, ...]
    opening: Interval | None
    minimum: Interval | None
    money: Fraction | None
    grounds: Grounds

    @property
    def cost(self) -> Fraction | None:
        """Return what all steps cost us together, None where one cannot be told."""
        costs = [each.cost for each in self.steps if each.cost is not None]
        return sum(costs, Fraction(0)) if self.steps and len(costs) == len(self.steps) else None

    @property
    def end(self) -> Interval | None:
        """Return what the package is worth after the last step."""
        return self.steps[-1].after if self.steps else None

    @property
    def flag(self) -> Flag:
        """Return the worst flag of all steps."""
        flags = {each.flag for each in self.steps}
        return next((flag for flag in (Flag.ACT, Flag.CHECK) if flag in flags), Flag.FINE)


def planned_ladder(negotiation: Negotiation, now: datetime) -> PlannedLadder:
    """Return the ladder as it stands at a moment, each step with its worth and its checks.

    A step should give for something, shrink (shrinking steps make the receiver believe that the limit is near, DOI
    10.1016/j.obhdp.2021.05.003), and pass neither its floor nor our limit; what is planned in all should not fall
    below the minimum acceptable deal or the BATNA. Worth in value (Raiffa 1982), theirs by the likely estimates.
    """
    return _Walk(negotiation, now).ladder()


class _Walk:
    """One walk down the ladder, which remembers where each issue has come to."""

    def __init__(self, negotiation: Negotiation, now: datetime) -> None:
        judge = Judge(negotiation)
        theirs = their_party(negotiation)
        self.negotiation = negotiation
        self.valuation: Valuation = judge.valuation
        self.theirs: Party | None = None if isinstance(theirs, Message) else theirs
        self.minimum = judge.minimum
        self.batna = judge.batna(now.date())
        self._standing = standing(negotiation, Side.THEM, at=now)
        self._settled = deal_of(negotiation).keys()
        stated = {
            issue.id: Term(issue_id=issue.id, value=issue.opening)
            for issue in negotiation.issues
            if issue.opening is not None
        }
        self._package = self.valuation.filled(stated)
        self._reached: dict[int, Value] = {}
        self._sizes: dict[int, Fraction] = {}
        self._told: set[str] = set()

    def ladder(self) -> PlannedLadder:
        opening = rung_value(self.valuation, "opening")
        known = self.negotiation.issue_by_id
        return PlannedLadder(
            steps=tuple(
                self._step(each, known[each.issue_id])
                for each in self.negotiation.planned_concessions
                if each.issue_id in known
            ),
            opening=opening,
            minimum=self.minimum,
            money=self.valuation.money,
            grounds=OWN if self.theirs is None else self.theirs.grounds,
        )

    def _step(self, step: PlannedConcession, issue: Issue) -> PlannedStep:
        start = step.from_value
        if start is None:
            start = self._reached.get(issue.id, issue.opening)
        end, back = step.to_value, self.negotiation.issue_by_id.get(step.return_issue_id or 0)
        holds = None if back is None else self._holds(back)
        found = self._given(step, issue, start) + self._asked(step, issue, back, holds)
        if end is not None:
            self._package[issue.id] = Term(issue_id=issue.id, value=end)
        if back is not None and step.return_value is not None:
            self._package[back.id] = Term(issue_id=back.id, value=step.return_value)
        after = None if self.valuation.obstacle is not None else self.valuation.package(self._package)
        found += list(self._below(after))
        judged = PlannedStep(
            step=step,
            issue=issue,
            start=start,
            floor=issue.limit if step.floor is None else step.floor,
            cost=self._ours(issue, end, start),
            theirs=self._likely(issue, start, end),
            holds=holds,
            gain=None if back is None else self._ours(back, holds, step.return_value),
            their_cost=None if back is None else self._likely(back, step.return_value, holds),
            after=after,
            checks=tuple(found),
        )
        if end is not None:
            self._reached[issue.id] = end
        return judged

    # what it is worth

    def _holds(self, issue: Issue) -> Value | None:
        # what was agreed came of what was asked: it says nothing of what would have held without it
        term = None if issue.id in self._settled else self._standing.get(issue.id)
        return issue.baseline if term is None or term.upto is not None else term.value

    def _ours(self, issue: Issue, one: Value | None, other: Value | None) -> Fraction | None:
        """Return by how much `other` is worth more to us than `one`."""
        if one is None or other is None:
            return None
        low, high = (self.valuation.part(Term(issue_id=issue.id, value=each)) for each in (one, other))
        return None if low is None or high is None else high.low - low.low

    def _likely(self, issue: Issue, one: Value | None, other: Value | None) -> Fraction | None:
        """Return by how much `other` is likely worth more to them than `one`."""
        if self.theirs is None or one is None or other is None:
            return None
        low, high = self.theirs.part(issue.id, one), self.theirs.part(issue.id, other)
        return None if low is None or high is None else high - low

    def _size(self, issue: Issue, start: Value, end: Value) -> Fraction | None:
        """Return how large a step is: in value where the issue has a scale, else by the distance."""
        scale = self.valuation.scales[issue.id]
        if not isinstance(scale, Message):
            above, below = scale.value(start), scale.value(end)
            return None if above is None or below is None else above - below
        if isinstance(start, str) or isinstance(end, str):
            return None
        return abs(place_of(start) - place_of(end))

    # what speaks against it

    def _given(self, step: PlannedConcession, issue: Issue, start: Value | None) -> list[Check]:
        scale = self.valuation.scales[issue.id]
        found = [
            Check(name, Flag.ACT, message("planned.other_kind", issue=issue.name))
            for name in ("from_value", "to_value", "floor")
            if (value := getattr(step, name)) is not None and kind_of(value) is not issue.kind
        ]
        if start is None:
            found.append(Check("from_value", Flag.CHECK, message("planned.no_start", issue=issue.name)))
        before = self._reached.get(issue.id)
        if before is not None and step.from_value is not None and step.from_value != before:
            differs = message("planned.start_differs", value=quantity(issue, before))
            found.append(Check("from_value", Flag.CHECK, differs))
        floor, limit, end = step.floor, issue.limit, step.to_value
        if floor is not None and limit is not None and compare(issue, floor, limit, scale) == -1:
            past = message("planned.floor_past_limit", limit=quantity(issue, limit))
            found.append(Check("floor", Flag.ACT, past))
        if end is None:
            return [*found, Check("to_value", Flag.CHECK, message("planned.no_end"))]
        if limit is not None and compare(issue, end, limit, scale) == -1:
            found.append(Check("to_value", Flag.ACT, message("planned.past_limit", limit=quantity(issue, limit))))
        elif floor is not None and compare(issue, end, floor, scale) == -1:
            found.append(Check("to_value", Flag.ACT, message("planned.past_floor", floor=quantity(issue, floor))))
        if start is not None:
            found += self._shrinks(issue, start, end)
        return found

    def _shrinks(self, issue: Issue, start: Value, end: Value) -> Iterator[Check]:
        order = compare(issue, end, start, self.valuation.scales[issue.id])
        if order is not None and order >= 0:
            words = message("planned.no_step", end=quantity(issue, end), start=quantity(issue, start))
            yield Check("to_value", Flag.CHECK, words)
            return
        size, before = self._size(issue, start, end), self._sizes.get(issue.id)
        if size is not None and before is not None and size >= before:
            yield Check("to_value", Flag.CHECK, message("planned.not_shrinking", issue=issue.name))
        if size is not None:
            self._sizes[issue.id] = size

    def _asked(self, step: PlannedConcession, issue: Issue, back: Issue | None, holds: Value | None) -> list[Check]:
        value, words = step.return_value, step.in_return.strip()
        if back is None:
            return [] if words else [Check("return_issue_id", Flag.CHECK, message("planned.nothing_back"))]
        if back.id == issue.id:
            return [Check("return_issue_id", Flag.CHECK, message("planned.return_same_issue", issue=issue.name))]
        if value is None:
            if words:
                return []
            return [Check("return_value", Flag.CHECK, message("planned.no_return_value", issue=back.name))]
        scale = self.valuation.scales[back.id]
        if kind_of(value) is not back.kind:
            return [Check("return_value", Flag.ACT, message("planned.other_kind", issue=back.name))]
        if back.limit is not None and compare(back, value, back.limit, scale) == -1:
            past = message("planned.return_past_limit", limit=quantity(back, back.limit))
            return [Check("return_value", Flag.ACT, past)]
        order = None if holds is None else compare(back, value, holds, scale)
        if holds is not None and order is not None and order <= 0:
            no_better = message("planned.return_no_better", value=quantity(back, value), holds=quantity(back, holds))
            return [Check("return_value", Flag.CHECK, no_better)]
        return []

    def _below(self, after: Interval | None) -> Iterator[Check]:
        """Tell once where the package that is planned falls below the BATNA, and below the minimum."""
        if after is None:
            return
        money, currency = self.valuation.money, self.negotiation.currency
        batna = None if self.batna is None else self.batna.value
        if self.batna is not None and batna is not None and after.high < batna.low:
            if "batna" not in self._told:
                self._told |= {"batna", "minimum"}
                size = gap(batna.low - after.high, money, currency)
                name = self.batna.alternative.name
                yield Check("to_value", Flag.ACT, message("planned.below_batna", gap=size, alternative=name))
        elif self.minimum is not None and after.high < self.minimum.low and "minimum" not in self._told:
            self._told.add("minimum")
            size = gap(self.minimum.low - after.high, money, currency)
            yield Check("to_value", Flag.CHECK, message("planned.below_minimum", gap=size))
