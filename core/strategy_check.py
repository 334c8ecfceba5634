"""core: the strategy check - what a preparation still lacks or gets wrong, in order of worth, each with its place.

The rules themselves stand where they are used (ladder, BATNA, weights, mode); here they are put in one order and
given the place where they are mended. The questions are those of the article's strategy sheet (DOMAIN, A1 to A4).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from fractions import Fraction

from core.advice import ASKED, Advice, Criterion, Part, Spot, told
from core.batna import Worth
from core.flags import days_left
from core.following import all_moved
from core.issue import RUNGS, Issue
from core.ladder import Check, Ladder, issue_checks, ladder
from core.message import Points, message
from core.mode import Around
from core.negotiation import Mode, Negotiation, Weighting
from core.phrases import quantity, short
from core.proof import is_old, is_proven
from core.talk_check import talk_check
from core.term import Term, term_field
from core.value import Valuation, compare
from core.verdict import Flag

# figures that are not entered yet; without any weight that is told of all of them at once
_NO_WEIGHT = ("cell.no_weight", "cell.no_rank", "cell.no_money_worth")
_GAPS = (*_NO_WEIGHT, "cell.no_end", "cell.no_step", "cell.no_options")
_LADDER = ("baseline", *RUNGS, "limit")
_OF_RUNG = {
    "limit": Criterion.LIMIT,
    "minimum": Criterion.MINIMUM,
    "fair": Criterion.FAIR,
    "best_outcome": Criterion.BEST,
    "opening": Criterion.OPENING,
}
_OF_ISSUES = (Criterion.ISSUE, Criterion.TRADE, Criterion.FIGURES, Criterion.WEIGHTS)
_OF_BATNA = (Criterion.BATNA, Criterion.PROOF, Criterion.HOLDS)


def strategy_check(negotiation: Negotiation, around: Around, now: datetime) -> tuple[Advice, ...]:
    """Return what is to be done about a preparation: faults, then checks, then gaps, each in the order of the parts.

    What the negotiation's depth does not ask for is left out, unless it is a fault.
    """
    checking = _Checking(negotiation, around, now)
    found = [*checking.everything(), *talk_check(negotiation, around, now)]
    asked = ASKED[negotiation.depth]
    wanted = [each for each in found if each.flag is Flag.ACT or not asked.isdisjoint(each.criteria)]
    order = {Flag.ACT: 0, Flag.CHECK: 1, Flag.FINE: 2, None: 2}
    return tuple(sorted(wanted, key=lambda each: order[each.flag]))


@dataclass(frozen=True)
class _Checking:
    """One look at a negotiation; its methods yield advice, what is worth most first."""

    negotiation: Negotiation
    around: Around
    now: datetime

    @property
    def today(self) -> date:
        """Return the day of the check."""
        return self.now.date()

    def everything(self) -> Iterator[Advice]:
        if not self.negotiation.issues:
            yield told(None, "no_issues", Spot(Part.ISSUES, 0, "name"), _OF_ISSUES)
        valuation = Valuation(self.negotiation)
        found = ladder(self.negotiation, self.today)
        yield from self._ladder(found)
        yield from self._cells(has_weights=bool(valuation.shares))
        yield from self._weights(valuation)
        yield from self._limits(valuation, found)
        yield from self._rungs(valuation)
        yield from self._nothing_to_trade()
        yield from self._batna(valuation, found)
        yield from self._followed()

    # the ladder and the grid

    def _ladder(self, found: Ladder) -> Iterator[Advice]:
        """Tell the order of the rungs; a rung past its limit is told at its cell."""
        for fault in found.faults:
            rung = fault.code.removeprefix("ladder.").partition("_below_")[0]
            if rung in RUNGS:
                spot = Spot(Part.ISSUES, self._first_with(rung), rung)
                yield Advice(Flag.ACT, message(f"todo.{fault.code}"), fault, spot, (_OF_RUNG[rung],))

    def _cells(self, *, has_weights: bool) -> Iterator[Advice]:
        """Tell what is wrong with a cell one by one, and figures that are missing together, at the first of them."""
        gaps: list[tuple[Issue, Check]] = []
        for issue in self.negotiation.issues:
            for check in issue_checks(issue, self.negotiation):
                if check.message.code not in _GAPS:
                    yield self._of_cell(issue, check)
                elif has_weights or check.message.code not in _NO_WEIGHT:
                    gaps.append((issue, check))
        if gaps:
            first = self._of_cell(*gaps[0])
            title = message("todo.gaps", n=len(gaps)) if len(gaps) > 1 else first.title
            share = Fraction(len({issue.id for issue, _ in gaps}), len(self.negotiation.issues))
            yield replace(first, title=title, criteria=(Criterion.FIGURES,), share=share)

    def _weights(self, valuation: Valuation) -> Iterator[Advice]:
        issues = self.negotiation.issues
        field = "money_worth" if self.negotiation.weighting is Weighting.MONEY else "weight"
        if issues and not valuation.shares and valuation.obstacle is not None:
            why = message("verdict.cannot_judge", why=valuation.obstacle)
            spot = Spot(Part.ISSUES, issues[0].id, field)
            yield Advice(Flag.CHECK, message("todo.weights"), why, spot, (Criterion.WEIGHTS,))
        for issue in issues:
            if valuation.shares and getattr(issue, field) == 0:
                spot, share = Spot(Part.ISSUES, issue.id, field), Fraction(1, len(issues))
                yield told(Flag.CHECK, "weight_zero", spot, (Criterion.WEIGHTS,), share, issue=issue.name)

    def _limits(self, valuation: Valuation, found: Ladder) -> Iterator[Advice]:
        """Hold each limit against the BATNA, which must keep it, and which a deal at it must be able to beat."""
        batna = found.batna
        if batna is None:
            return
        limited = [(issue, issue.limit) for issue in self.negotiation.issues if issue.limit is not None]
        for issue, limit in limited:
            spot, share = Spot(Part.ISSUES, issue.id, "limit"), Fraction(1, len(limited))
            term = batna.stated.get(issue.id)
            scale = valuation.scales[issue.id]
            if term is not None and compare(issue, term.value, limit, scale) == -1:
                yield told(
                    Flag.CHECK,
                    "batna_past_limit",
                    spot,
                    (Criterion.LIMIT,),
                    share,
                    issue=issue.name,
                    value=quantity(issue, term.value),
                    limit=quantity(issue, limit),
                    alternative=batna.alternative.name,
                )
            short = _shortfall_at_limit(valuation, issue, batna)
            if short is not None:
                yield told(
                    Flag.CHECK,
                    "limit_below_batna",
                    spot,
                    (Criterion.LIMIT,),
                    share,
                    issue=issue.name,
                    limit=quantity(issue, limit),
                    points=Points(short),
                    alternative=batna.alternative.name,
                )

    def _rungs(self, valuation: Valuation) -> Iterator[Advice]:
        """Tell the rungs, and the limit, that no issue states; the heaviest issue is where to begin."""
        issues = self.negotiation.issues
        heaviest = max(issues, key=lambda issue: valuation.shares.get(issue.id, Fraction(0)), default=None)
        for field, criterion in _OF_RUNG.items():
            if not any(getattr(issue, field) is not None for issue in issues):
                spot = Spot(Part.ISSUES, heaviest.id if heaviest is not None else 0, field)
                yield told(None, f"no_{field}", spot, (criterion,))

    def _nothing_to_trade(self) -> Iterator[Advice]:
        if len(self.negotiation.issues) == 1 and self.negotiation.mode is Mode.INTEGRATIVE:
            yield told(Flag.CHECK, "one_issue", Spot(Part.ISSUES, 0, "name"), (Criterion.TRADE,))

    # the alternatives

    def _batna(self, valuation: Valuation, found: Ladder) -> Iterator[Advice]:
        batna, alternatives = found.batna, self.negotiation.alternatives
        if batna is None:
            newest = max(alternatives, key=lambda each: each.valid_until or date.max, default=None)
            spot = Spot(Part.ALTERNATIVES, newest.id, "valid_until") if newest else Spot(Part.ALTERNATIVES, 0, "name")
            why = message("batna.none_valid", day=self.today) if newest else message("batna.none")
            flag = Flag.CHECK if self.negotiation.issues else None
            yield Advice(flag, message("todo.no_batna"), why, spot, _OF_BATNA)
            return
        alternative = batna.alternative
        name = alternative.name
        days = days_left(batna, self.today)
        if days is not None:
            spot = Spot(Part.ALTERNATIVES, alternative.id, "valid_until")
            day = alternative.valid_until or self.today
            yield told(Flag.CHECK, "batna_ends", spot, (Criterion.HOLDS,), alternative=name, day=day)
        if batna.reason is not None and not found.obstacle:
            spot = Spot(Part.ALTERNATIVES, alternative.id, "name")
            half = Fraction(1, 2)
            yield told(Flag.CHECK, "batna_unvalued", spot, (Criterion.BATNA,), half, alternative=name, why=batna.reason)
        if batna.is_between_readings:
            spot = Spot(Part.ALTERNATIVES, alternative.id, "probability")
            yield told(Flag.CHECK, "batna_chance", spot, (Criterion.BATNA,), Fraction(1, 4), alternative=name)
        yield from self._open_terms(valuation, batna)
        yield from self._proof(batna)

    def _open_terms(self, valuation: Valuation, batna: Worth) -> Iterator[Advice]:
        """Tell on what the BATNA says nothing: an offer that differs there cannot be held against it."""
        if not batna.open:
            return
        name, issues = batna.alternative.name, self.negotiation.issue_by_id
        heaviest = max(batna.open, key=lambda each: valuation.shares[each])
        spot = Spot(Part.ALTERNATIVES, batna.alternative.id, term_field(heaviest))
        share = sum((valuation.shares[each] for each in batna.open), Fraction(0)) / 2
        if len(batna.open) == len(valuation.spans):
            yield told(Flag.CHECK, "batna_bare", spot, (Criterion.BATNA,), share, alternative=name)
        else:
            issue = issues[heaviest].name
            yield told(None, "batna_open", spot, (Criterion.BATNA,), share, alternative=name, issue=issue)

    def _followed(self) -> Iterator[Advice]:
        """Tell offers that alternatives follow and that changed since they were copied."""
        names = {each.id: each.name for each in self.negotiation.alternatives}
        for alternative_id, moved in all_moved(self.negotiation, self.around.followed, self.now).items():
            title = message("todo.offer_changed", alternative=short(names[alternative_id]))
            spot = Spot(Part.ALTERNATIVES, alternative_id, "name")
            yield Advice(Flag.CHECK, title, moved.message, spot, (Criterion.HOLDS,))

    def _proof(self, batna: Worth) -> Iterator[Advice]:
        alternative = batna.alternative
        if alternative.no_deal:
            return
        if not is_proven(self.negotiation, alternative):
            spot = Spot(Part.ALTERNATIVES, alternative.id, "evidence")
            yield told(Flag.CHECK, "batna_unproven", spot, (Criterion.PROOF,), alternative=alternative.name)
        elif is_old(alternative.evidence_on, self.today):
            spot = Spot(Part.ALTERNATIVES, alternative.id, "evidence_on")
            day, half = alternative.evidence_on or self.today, Fraction(1, 2)
            yield told(Flag.CHECK, "batna_old", spot, (Criterion.PROOF,), half, alternative=alternative.name, day=day)

    # places

    def _first_with(self, rung: str) -> int:
        stated = (issue.id for issue in self.negotiation.issues if getattr(issue, rung) is not None)
        return next(stated, self.negotiation.issues[0].id)

    def _of_cell(self, issue: Issue, check: Check) -> Advice:
        """Tell the check of a cell; a missing figure is a gap, a figure that cannot be right a fault."""
        what = "ladder" if check.field in _LADDER else "figure"
        if check.message.code == "cell.limit_wrong_side":
            what = "limit"
        said = message("strategy.cell", issue=issue.name, what=check.message)
        title = message(f"todo.cell_{what}", issue=short(issue.name))
        spot = Spot(Part.ISSUES, issue.id, check.field)
        criterion = _OF_RUNG.get(check.field, Criterion.FIGURES)
        return Advice(check.flag, title, said, spot, (criterion,), Fraction(1, len(self.negotiation.issues)))


def _shortfall_at_limit(valuation: Valuation, issue: Issue, batna: Worth) -> Fraction | None:
    """Return by how much a deal at a limit stays below the BATNA even with everything else at its best."""
    if valuation.obstacle is not None or batna.value is None or issue.id not in valuation.spans or issue.limit is None:
        return None
    part = valuation.part(Term(issue_id=issue.id, value=issue.limit))
    if part is None:
        return None
    rest = sum((span.high for issue_id, span in valuation.spans.items() if issue_id != issue.id), Fraction(0))
    short = batna.value.low - (part.high + rest)
    return short if short > 0 else None
