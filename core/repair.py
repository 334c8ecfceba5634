"""core: the repair, the least that has to change in our favour before an offer is no breach any more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from core.issue import Issue
from core.message import Message, message
from core.phrases import joined, quantity, said
from core.steps import best_value, good_end, least_value, share_of_range, to_limit
from core.term import Term
from core.their_side import their_shares, their_value
from core.value import Scale, Valuation
from core.verdict import Interval, Light, Repair, breach


@dataclass(frozen=True)
class Workshop:
    """What an offer that acts is repaired with: its terms, the limits it passes, and what it must be worth.

    Every change is a whole number of the issue's steps from the stated term in our favour and stays inside the
    range; where the last step would leave the range, its end is taken.
    """

    valuation: Valuation
    stated: Mapping[int, Term]
    value: Interval | None
    past_limit: tuple[int, ...]
    batna: Interval | None
    minimum: Interval | None

    def repairs(self) -> tuple[Repair, ...] | Message:
        """Return the repairs in the order of the issues, the cheapest marked, or why there is none."""
        if any(change is None for change in self._to_limits.values()):
            return message("repair.none")
        forced = self._forced
        if self._deficit <= 0:
            found = [forced]
        else:
            found = self._alone() or self._together()
        if not found:
            return message("repair.none")
        moved = {issue_id for changes in found for issue_id in changes}
        losses = [self._loss(changes, moved) for changes in found]
        cheapest = losses.index(min(losses))
        return tuple(
            self._repair(changes, loss, cheapest=place == cheapest)
            for place, (changes, loss) in enumerate(zip(found, losses, strict=True))
        )

    @cached_property
    def _issues(self) -> dict[int, Issue]:
        return self.valuation.negotiation.issue_by_id

    @cached_property
    def _to_limits(self) -> dict[int, Term | None]:
        """Return the terms that no longer pass their limits: each on its own issue, before anything else."""
        return {
            issue_id: to_limit(self._issues[issue_id], self.valuation.scales[issue_id], self.stated[issue_id])
            for issue_id in self.past_limit
        }

    @cached_property
    def _forced(self) -> dict[int, Term]:
        return {issue_id: term for issue_id, term in self._to_limits.items() if term is not None}

    @cached_property
    def _base(self) -> dict[int, Term]:
        return {**self.stated, **self._forced}

    @cached_property
    def _floor(self) -> Fraction | None:
        floors = [each.low for each in (self.batna, self.minimum) if each is not None]
        return max(floors, default=None)

    @cached_property
    def _deficit(self) -> Fraction:
        """Return what the upper end still lacks once the limits are kept; 0 where there is nothing to reach."""
        value = self._after(self._forced)
        return Fraction(0) if value is None or self._floor is None else self._floor - value.high

    def _after(self, changes: Mapping[int, Term]) -> Interval | None:
        return None if self.value is None else self.valuation.changed(self.value, self.stated, changes)

    @cached_property
    def _movable(self) -> dict[int, tuple[Scale, Term, Interval]]:
        """Return the stated issues that count, in their order, each with its scale, its term and what it adds."""
        found = {}
        for issue_id in self.valuation.spans:
            scale, term = self.valuation.scales[issue_id], self._base.get(issue_id)
            part = None if term is None else self.valuation.part(term)
            if term is not None and part is not None and not isinstance(scale, Message):
                found[issue_id] = (scale, term, part)
        return found

    def _alone(self) -> list[dict[int, Term]]:
        found = []
        for issue_id in self._movable:
            changed = self._least(issue_id, self._deficit)
            if changed is not None:
                found.append({**self._forced, issue_id: changed})
        return found

    def _least(self, issue_id: int, gain: Fraction) -> Term | None:
        """Return the least change of one issue that adds `gain` to the package's upper end."""
        scale, term, part = self._movable[issue_id]
        need = (part.high + gain) / self.valuation.shares[issue_id]
        value = least_value(self._issues[issue_id], scale, good_end(scale, term), need)
        return None if value is None else Term(issue_id=issue_id, value=value)

    def _together(self) -> list[dict[int, Term]]:
        """Return the fewest issues that do it together, the cheapest first: all but the last go to their best."""
        full: dict[int, Term] = {}
        gains: dict[int, Fraction] = {}
        for issue_id, (scale, term, now) in self._movable.items():
            value = best_value(self._issues[issue_id], scale, term)
            best = None if value is None else Term(issue_id=issue_id, value=value)
            part = None if best is None else self.valuation.part(best)
            if best is not None and part is not None and part.high > now.high:
                full[issue_id], gains[issue_id] = best, part.high - now.high
        ordered = sorted(gains, key=lambda issue_id: self._loss({issue_id: full[issue_id]}, gains))
        chosen = _fewest(ordered, gains, self._deficit)
        if not chosen:
            return []
        *whole, last = chosen
        rest = self._deficit - sum((gains[issue_id] for issue_id in whole), Fraction(0))
        least = self._least(last, rest) or full[last]
        return [{**self._forced, **{each: full[each] for each in whole}, last: least}]

    def _loss(self, changes: Mapping[int, Term], compared: Iterable[int]) -> Fraction:
        """Return what changes cost the other side by our estimate, else the share of the ranges that they move.

        The estimate is taken only where it covers all issues `compared`, so that one measure orders them all.
        """
        shares = their_shares(self.valuation.negotiation, {*compared, *changes})
        total = Fraction(0)
        for issue_id, term in changes.items():
            issue, scale = self._issues[issue_id], self.valuation.scales[issue_id]
            old = self.stated[issue_id]
            before = old.value if isinstance(scale, Message) else good_end(scale, old)
            if shares is None:
                total += share_of_range(scale, before, term.value)
                continue
            theirs = [their_value(self.valuation.negotiation, issue, value) for value in (before, term.value)]
            if theirs[0] is not None and theirs[1] is not None:
                total += shares[issue_id] * (theirs[0] - theirs[1])
        return total

    def _repair(self, changes: dict[int, Term], loss: Fraction, *, cheapest: bool) -> Repair:
        package = {**self.stated, **changes}
        value = self._after(changes)
        lights = [
            Light.CANNOT_JUDGE if value is None else Light.NONE if each is None else breach(value, each)
            for each in (self.batna, self.minimum)
        ]
        ordered = {issue_id: changes[issue_id] for issue_id in self._issues if issue_id in changes}
        return Repair(
            terms=tuple(ordered.values()),
            reason=self._reason(ordered, package, value, doubtful=Light.POSSIBLE in lights),
            loss=loss,
            lifts_to=lights[0],
            cheapest=cheapest,
        )

    def _reason(
        self, changes: Mapping[int, Term], package: Mapping[int, Term], value: Interval | None, *, doubtful: bool
    ) -> Message:
        steps = [
            message(
                "repair.change",
                issue=self._issues[issue_id].name,
                old=said(self._issues[issue_id], self.stated[issue_id]),
                new=said(self._issues[issue_id], term),
            )
            for issue_id, term in changes.items()
        ]
        what = joined("list.and", steps)
        if not doubtful:
            if changes.keys() <= set(self.past_limit) and not self._was_breach:
                return message("repair.keeps_limit", change=what)
            return message("repair.clears" if len(steps) == 1 else "repair.clear_together", change=what)
        needs = [] if value is None or self._floor is None else self._needs(package, value.high - self._floor)
        if needs:
            return message("repair.may_clear_if", change=what, needs=joined("list.and", needs))
        return message("repair.may_clear", change=what)

    @cached_property
    def _was_breach(self) -> bool:
        return self.value is not None and self._floor is not None and self.value.high < self._floor

    def _needs(self, package: Mapping[int, Term], slack: Fraction) -> list[Message]:
        """Return what each unsaid term must at least be, the others at their best."""
        found = []
        for issue_id in self.valuation.unsaid(package):
            issue, scale = self._issues[issue_id], self.valuation.scales[issue_id]
            if isinstance(scale, Message):
                continue
            low, high = scale.span
            need = high - slack / self.valuation.shares[issue_id]
            if need <= low:
                continue
            value = least_value(issue, scale, "" if issue.worst is None else issue.worst, need)
            if value is not None:
                found.append(message(_need_code(issue, scale), issue=issue.name, value=quantity(issue, value)))
        return found


def _need_code(issue: Issue, scale: Scale) -> str:
    if scale.table or issue.ideal is not None:
        return "need.or_better"
    return "need.at_least" if scale.sign > 0 else "need.at_most"


def _fewest(ordered: list[int], gains: Mapping[int, Fraction], deficit: Fraction) -> list[int]:
    """Return the fewest issues whose gains reach the deficit, the earliest in the order given; none if nothing does."""
    count, reached = 0, Fraction(0)
    for gain in sorted(gains.values(), reverse=True):
        if reached >= deficit:
            break
        count, reached = count + 1, reached + gain
    if reached < deficit:
        return []
    chosen: list[int] = []
    missing = deficit
    for place, issue_id in enumerate(ordered):
        left = count - len(chosen)
        if left == 0:
            break
        after = sorted((gains[each] for each in ordered[place + 1 :]), reverse=True)[: left - 1]
        if gains[issue_id] + sum(after, Fraction(0)) >= missing:
            chosen.append(issue_id)
            missing -= gains[issue_id]
    return chosen
