"""ui: what is supposed in the what-if view, and its effect in words; nothing of it reaches the logbook. No widgets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

from core.analysis.robustness import robustness
from core.analysis.what_if import Outlook, Supposed, WhatIf, suppose, what_if
from core.analysis.zopa import PackageZone
from core.exact import as_decimal
from core.findings.frontier import case_seen, is_quick
from core.findings.seen import Seen
from core.issue import Issue
from core.judge import Judge
from core.message import Message, message
from core.negotiation import Negotiation, Weighting
from core.side import Side
from core.standing import standing
from core.term import Value
from core.value import Valuation
from core.verdict import Flag, Interval, Light, Verdict
from core.weights import money_worth
from core.words import EN_DASH, Words
from ui.prepare.reader import Reader


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
class EffectRow:
    """One figure before and after, each with a flag where it has one."""

    name: str
    before: str
    after: str
    before_flag: Flag | None = None
    after_flag: Flag | None = None
    changed: bool = False


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

    def effects(self) -> tuple[EffectRow, ...]:
        """Return the figures before and after: the BATNA, both standing offers and the room."""
        say, found = self.say, self._what_if()
        before, after = found.before, found.after
        rows = [_effect(say("BATNA"), self._batna(before), self._batna(after))]
        for side, name in ((Side.THEM, say("Their standing offer")), (Side.US, say("Our standing offer"))):
            if side in before.offers:
                rows += self._offer_rows(name, before.offers[side], after.offers[side])
        rows.append(_effect(say("Room on package value"), self._zone(before), self._zone(after)))
        return tuple(rows)

    def title(self) -> str:
        """Return the effect on their standing offer in a sentence, else on ours or on the BATNA."""
        say, found = self.say, self._what_if()
        if not self.is_supposing:
            return say("Nothing is supposed yet. Try another weight, limit or chance: the record stays as it is.")
        for side, name in ((Side.THEM, say("their offer")), (Side.US, say("our offer"))):
            if side in found.before.offers:
                before, after = found.before.offers[side], found.after.offers[side]
                return self._compared(name, before, after)
        one, other = self._batna(found.before), self._batna(found.after)
        return say("As supposed, the BATNA is {after} instead of {before}.", before=one, after=other)

    def robust(self) -> str:
        """Return how far the breach of their standing offer depends on the weights; empty where it is none."""
        seen, found = self._seen, self._what_if()
        offered = standing(found.supposed, Side.THEM, at=seen.now)
        verdict = found.after.offers.get(Side.THEM)
        if verdict is None or verdict.batna is not Light.CERTAIN:
            return ""
        told = robustness(found.supposed, offered, seen.day)
        return self.say.message(told if isinstance(told, Message) else told.message)

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
        """Return the outlook before and after; of a case too large to wait for without the room on package value."""
        case = case_seen(self._seen)
        if isinstance(case, Message) or is_quick(case):
            return what_if(self.negotiation, self.supposed, self._seen.now)
        changed = suppose(self.negotiation, self.supposed)
        return WhatIf(supposed=changed, before=self._verdicts(self.negotiation), after=self._verdicts(changed))

    def _verdicts(self, negotiation: Negotiation) -> Outlook:
        judge, now = Judge(negotiation), self._seen.now
        stated = {side: standing(negotiation, side, at=now) for side in Side}
        none = message("weights.no_issues")
        return Outlook(
            batna=judge.batna(now.date()),
            offers={
                side: judge.verdict(terms, side, now.date(), with_repairs=False)
                for side, terms in stated.items()
                if terms
            },
            issue_zones={},
            zone=none,
            solutions=none,
        )

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
            limit="" if issue.limit is None else self._seen.words(issue, issue.limit),
            supposed_limit="" if limit is None else self._seen.words(issue, limit),
        )

    def _batna(self, outlook: Outlook) -> str:
        found = outlook.batna
        if found is None:
            return self.say("none")
        return self.say("{name}, {value}", name=found.alternative.name, value=self._seen.points(found.value))

    def _offer_rows(self, name: str, before: Verdict, after: Verdict) -> list[EffectRow]:
        say, seen = self.say, self._seen
        rows = [
            _effect(
                name, seen.points(before.value), seen.points(after.value),
                before.flag, after.flag,
            )
        ]  # fmt: skip
        rows.append(_effect(say("against the BATNA"), _gap(say, before), _gap(say, after)))
        past, later = self._past(before), self._past(after)
        if past or later:
            none = say("none")
            rows.append(_effect(say("past a limit"), past or none, later or none))
        return rows

    def _past(self, verdict: Verdict) -> str:
        known = self.negotiation.issue_by_id
        return self._seen.listed([known[each].name for each in verdict.past_limit if each in known])

    def _zone(self, outlook: Outlook) -> str:
        say = self.say
        zone = outlook.zone
        if not isinstance(zone, PackageZone):
            return say("not worked out") if outlook.issue_zones == {} else say("their side is not estimated")
        if zone.our_range is None:
            return say("none")
        return self._seen.points(zone.our_range)

    def _compared(self, name: str, before: Verdict, after: Verdict) -> str:
        say = self.say
        first, second = _against(say, before), _against(say, after)
        if first == second and before.flag is after.flag:
            return say("As supposed, {offer} stays as it is: {gap}.", offer=name, gap=first)
        one, other = before.difference, after.difference
        if one is not None and other is not None and one.points.is_exact and other.points.is_exact:
            data = {"offer": name, "after": _size(say, other.points), "before": _size(say, one.points)}
            if one.points.low < 0 and other.points.low < 0:
                return say("As supposed, {offer} is {after} points worse than the BATNA instead of {before}.", **data)
            if one.points.low >= 0 and other.points.low >= 0:
                return say("As supposed, {offer} is {after} points better than the BATNA instead of {before}.", **data)
        return say("As supposed, {offer} is {after} instead of {before}.", offer=name, after=second, before=first)


def _effect(
    name: str, before: str, after: str, before_flag: Flag | None = None, after_flag: Flag | None = None
) -> EffectRow:
    changed = before != after or before_flag is not after_flag
    return EffectRow(name, before, after, before_flag, after_flag, changed)


def _gap(say: Words, verdict: Verdict) -> str:
    if verdict.difference is None:
        return EN_DASH
    points, money = verdict.difference.points, verdict.difference.money
    text = _signed(say, points, 100, 1)
    if money is not None:
        return f"{text} ({_signed(say, money, 1, 2)}\u00a0{verdict.difference.currency})"
    return text


def _size(say: Words, value: Interval) -> str:
    return say.points(abs(value.low))


def _signed(say: Words, value: Interval, factor: int, places: int) -> str:
    low, high = say.signed(value.low * factor, places), say.signed(value.high * factor, places)
    return low if low == high else say("{low} to {high}", low=low, high=high)


def _against(say: Words, verdict: Verdict) -> str:
    if verdict.value is None:
        return say("not to be judged")
    if verdict.difference is None:
        return say("worth {low} points", low=say.points(verdict.value.low))
    points = verdict.difference.points
    if not points.is_exact:
        return say("{gap} points against the BATNA", gap=_signed(say, points, 100, 1))
    if points.low < 0:
        return say("{gap} points worse than the BATNA", gap=say.points(-points.low))
    return say("{gap} points better than the BATNA", gap=say.points(points.low))
