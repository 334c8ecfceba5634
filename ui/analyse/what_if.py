"""ui: what is supposed in the what-if view, and its effect in words; nothing of it reaches the logbook. No widgets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

from core.analysis.case import case_of
from core.analysis.grounds import is_range
from core.analysis.party import valued_issues
from core.analysis.what_if import Supposed, WhatIf, suppose, what_if
from core.estimate import Estimate, Subject
from core.exact import as_decimal
from core.findings.frontier import case_seen, is_quick
from core.findings.seen import Seen
from core.findings.what_if import EffectRow, balanced, effects, robust, title
from core.issue import Issue
from core.message import Message
from core.negotiation import Negotiation, Weighting
from core.term import Value
from core.their_side import their_shares
from core.value import Valuation
from core.weights import money_worth
from core.words import Words
from ui.sheets.reader import Reader


@dataclass(frozen=True, slots=True)
class IssueRow:
    """One issue: weight and limit as entered and as supposed, its share before and after; texts."""

    id: int
    name: str
    unit: str
    weight: str
    supposed_weight: str
    share: str
    supposed_share: str
    limit: str
    supposed_limit: str


@dataclass(frozen=True, slots=True)
class ChanceRow:
    """One alternative: how likely it comes off, as entered and as supposed; texts."""

    id: int
    name: str
    chance: str
    supposed: str


@dataclass(frozen=True, slots=True)
class TheirRow:
    """What one issue counts to them, as estimated and as supposed, or their reservation value; texts."""

    id: int | str
    name: str
    weight: str
    supposed_weight: str
    share: str
    supposed_share: str


RESERVATION = "reservation"
"""The id of the row of their reservation value, which belongs to no issue."""


class WhatIfPresenter:
    """Hold what is supposed for the negotiation shown; a change of the record leaves it as it is."""

    def __init__(self, say: Words, clock: Callable[[], datetime]) -> None:
        """Take the words of the region and the clock."""
        self.say = say
        self.supposed = Supposed()
        self._reader = Reader(say, clock)
        self._seen = Seen(Negotiation(supplier_id=0, title=""), say, clock())
        self._found: WhatIf | None = None

    @property
    def negotiation(self) -> Negotiation:
        """Return the record, untouched."""
        return self._seen.negotiation

    @property
    def is_supposing(self) -> bool:
        """Tell whether anything is supposed."""
        return self.supposed != Supposed()

    @property
    def weighs_money(self) -> bool:
        """Tell whether a weight is what the range is worth in money."""
        return self.negotiation.weighting is Weighting.MONEY

    @property
    def weighs_ranks(self) -> bool:
        """Tell whether a weight is a rank."""
        return self.negotiation.weighting is Weighting.RANKING

    def show(self, seen: Seen, *, another: bool) -> None:
        """Take another state of the record, or another negotiation, for which nothing is supposed yet."""
        self._seen = seen
        self._found = None
        if another:
            self.supposed = Supposed()
            return
        issues, others = seen.negotiation.issue_by_id, {each.id for each in seen.negotiation.alternatives}
        self.supposed = replace(
            self.supposed,
            weights={key: value for key, value in self.supposed.weights.items() if key in issues},
            money_worths={key: value for key, value in self.supposed.money_worths.items() if key in issues},
            limits={key: value for key, value in self.supposed.limits.items() if key in issues},
            probabilities={key: value for key, value in self.supposed.probabilities.items() if key in others},
            estimates=tuple(
                each for each in self.supposed.estimates if each.issue_id is None or each.issue_id in issues
            ),
        )

    def reset(self) -> None:
        """Suppose nothing any more."""
        self.supposed = Supposed()
        self._found = None

    # supposing

    def suppose_weight(self, issue_id: int, text: str) -> None:
        """Suppose a weight, or what the range is worth; empty for as entered. Raises NotRead."""
        if self.weighs_money:
            amount = self._reader.money(text, self.negotiation.currency, least=0)
            self._set("money_worths", issue_id, amount)
        else:
            self._set("weights", issue_id, self._reader.number(text, least=1 if self.weighs_ranks else 0))

    def suppose_limit(self, issue_id: int, text: str) -> None:
        """Suppose a limit; empty for as entered. Raises NotRead."""
        issue = self.negotiation.issue_by_id[issue_id]
        self._set("limits", issue_id, self._reader.value(text, issue))

    def suppose_chance(self, alternative_id: int, text: str) -> None:
        """Suppose how likely an alternative comes off, in per cent; empty for as entered. Raises NotRead."""
        self._set("probabilities", alternative_id, self._reader.chance(text))

    def suppose_their_weight(self, issue_id: int, text: str) -> None:
        """Suppose how much an issue counts to them; empty for as estimated. Raises NotRead."""
        self._suppose_estimate(issue_id, Subject.WEIGHT, self._reader.number(text, least=0))

    def suppose_reservation(self, text: str) -> None:
        """Suppose below what value they walk away, in points; empty for as estimated. Raises NotRead."""
        self._suppose_estimate(None, Subject.RESERVATION, self._reader.number(text, least=0))

    def slide(self, issue_id: int, place: int, places: int) -> str:
        """Suppose a weight by the place of a slider, 0 to `places`, and return the text of it."""
        weight = as_decimal(self.highest * place / places, 2)
        self._set("money_worths" if self.weighs_money else "weights", issue_id, weight)
        return self.say.number(weight)

    @property
    def highest(self) -> Fraction:
        """Return the weight at the upper end of a slider: twice the largest that is entered, 1 without any."""
        known = [self._weight(issue) for issue in self.negotiation.issues]
        return 2 * max((each for each in known if each), default=Fraction(1, 2))

    def slider_place(self, issue_id: int, places: int) -> int:
        """Return where an issue's slider stands."""
        issue = self.negotiation.issue_by_id[issue_id]
        supposed = (self.supposed.money_worths if self.weighs_money else self.supposed.weights).get(issue_id)
        weight = Fraction(supposed) if supposed is not None else self._weight(issue) or Fraction(0)
        return min(places, round(weight / self.highest * places))

    # what is shown

    def issue_rows(self) -> tuple[IssueRow, ...]:
        """Return the issues with what is supposed."""
        before = self._seen.valuation.shares
        after = Valuation(self._what_if().supposed).shares
        return tuple(self._issue_row(issue, before, after) for issue in self.negotiation.issues)

    def chance_rows(self) -> tuple[ChanceRow, ...]:
        """Return the alternatives whose chance may be supposed."""
        say = self.say
        return tuple(
            ChanceRow(
                each.id,
                each.name,
                say.share(each.probability),
                "" if each.id not in self.supposed.probabilities else say.share(self.supposed.probabilities[each.id]),
            )
            for each in self.negotiation.alternatives
            if not each.no_deal
        )

    def their_rows(self) -> tuple[TheirRow, ...]:
        """Return what counts to them and their reservation value, as estimated and as supposed."""
        issues = valued_issues(self.negotiation)
        ids = [issue.id for issue in issues]
        before = their_shares(self.negotiation, ids) or {}
        after = their_shares(self._what_if().supposed, ids) or {}
        rows = []
        for issue in issues:
            share, new = (self._share(shares.get(issue.id)) for shares in (before, after))
            entered, tried = self._their(issue.id, Subject.WEIGHT)
            rows.append(TheirRow(issue.id, issue.name, entered, tried, share, new if new != share else ""))
        if rows:
            entered, tried = self._their(None, Subject.RESERVATION)
            rows.append(TheirRow(RESERVATION, self.say("Their reservation value, points"), entered, tried, "", ""))
        return tuple(rows)

    def effects(self) -> tuple[EffectRow, ...]:
        """Return the figures before and after."""
        return effects(self._seen, self._what_if())

    def title(self) -> str:
        """Return the effect in a sentence."""
        return title(self._seen, self._what_if(), self.supposed)

    def balanced(self) -> str:
        """Return the balanced package as supposed in words; empty where there is none."""
        return balanced(self._seen, self._what_if())

    def robust(self) -> str:
        """Return how far the breach of their standing offer depends on the weights; empty where it is none."""
        return robust(self._seen, self._what_if())

    # inside

    def _set(self, field: str, key: int, value: Decimal | Value | None) -> None:
        known: dict[int, Any] = {each: old for each, old in getattr(self.supposed, field).items() if each != key}
        if value is not None:
            known[key] = value
        changed: dict[str, Any] = {field: known}
        self.supposed = replace(self.supposed, **changed)
        self._found = None

    def _what_if(self) -> WhatIf:
        if self._found is None:
            self._found = self._worked_out()
        return self._found

    def _worked_out(self) -> WhatIf:
        """Return the outlook before and after; of a case too large to wait for without what the frontier tells."""
        changed = suppose(self.negotiation, self.supposed)
        cases = (case_seen(self._seen), case_of(changed, self._seen.day))
        is_small = all(isinstance(case, Message) or is_quick(case) for case in cases)
        return what_if(self.negotiation, self.supposed, self._seen.now, with_frontier=is_small)

    def _suppose_estimate(self, issue_id: int | None, subject: Subject, value: Decimal | None) -> None:
        kept = [each for each in self.supposed.estimates if (each.issue_id, each.subject) != (issue_id, subject)]
        if value is not None:
            known = self.negotiation.id
            kept.append(Estimate(negotiation_id=known, issue_id=issue_id, subject=subject, likely=value))
        self.supposed = replace(self.supposed, estimates=tuple(kept))
        self._found = None

    def _their(self, issue_id: int | None, subject: Subject) -> tuple[str, str]:
        """Return an estimate as entered, with its range, and as supposed."""
        entered, tried = (
            next((each for each in known if (each.issue_id, each.subject) == (issue_id, subject)), None)
            for known in (self.negotiation.estimates, self.supposed.estimates)
        )
        return self._estimate(entered), self._estimate(tried)

    def _estimate(self, each: Estimate | None) -> str:
        if each is None:
            return ""
        likely = self.say.quantity(each.likely)
        if not is_range(each):
            return likely
        low, high = (self.say.quantity(each.likely if end is None else end) for end in (each.low, each.high))
        return self.say("{likely} ({low} to {high})", likely=likely, low=low, high=high)

    def _share(self, share: Fraction | None) -> str:
        return "" if share is None else self.say.share(share, 1)

    def _weight(self, issue: Issue) -> Fraction | None:
        if self.weighs_money:
            return money_worth(issue)
        return None if issue.weight is None else Fraction(issue.weight)

    def _issue_row(self, issue: Issue, before: dict[int, Fraction], after: dict[int, Fraction]) -> IssueRow:
        say = self.say
        weight = self._weight(issue)
        weights = self.supposed.money_worths if self.weighs_money else self.supposed.weights
        supposed, limit = weights.get(issue.id), self.supposed.limits.get(issue.id)
        share = "" if issue.id not in before else say.share(before[issue.id], 1)
        new_share = "" if issue.id not in after else say.share(after[issue.id], 1)
        return IssueRow(
            id=issue.id,
            name=issue.name,
            unit=self._seen.unit(issue),
            weight="" if weight is None else say.number(weight, 2 if self.weighs_money else None),
            supposed_weight="" if supposed is None else say.number(supposed),
            share=share,
            supposed_share=new_share if new_share != share else "",
            limit="" if issue.limit is None else self._seen.words(issue, issue.limit, unit=False),
            supposed_limit="" if limit is None else self._seen.words(issue, limit, unit=False),
        )
