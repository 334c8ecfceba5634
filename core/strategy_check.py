"""core: the strategy check - what a preparation still lacks or gets wrong, in order of worth, each with its place.

The rules themselves stand where they are used (ladder, BATNA, weights, mode); here they are put in one order and
given the place where they are mended. The questions are those of the article's strategy sheet (DOMAIN, A1 to A4).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction

from core.batna import Worth
from core.flags import days_left
from core.issue import RUNGS, Issue
from core.ladder import Check, Ladder, issue_checks, ladder
from core.message import Datum, Message, Points, message
from core.mode import Around, advise
from core.negotiation import Mode, Negotiation, Weighting
from core.phrases import quantity
from core.side import Side
from core.strategy import Position, Question
from core.term import Term
from core.value import Valuation, compare
from core.verdict import Flag

OLD_DAYS = 365  # evidence older than this is worth a fresh look

# figures that are not entered yet; without any weight that is told of all of them at once
_NO_WEIGHT = ("cell.no_weight", "cell.no_rank", "cell.no_money_worth")
_GAPS = (*_NO_WEIGHT, "cell.no_end", "cell.no_step", "cell.no_options")
_LADDER = ("baseline", *RUNGS, "limit")


class Part(StrEnum):
    """The parts of a preparation that a place can lie in, in the order in which they are prepared."""

    GOAL = "goal"
    ISSUES = "issues"
    NEEDS = "needs"
    COMMON = "common"
    ALTERNATIVES = "alternatives"
    THEIRS = "theirs"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a preparation: the part, the record in it (0 or "0:0" for a new one), and its field."""

    part: Part
    record: int | str = 0
    field: str = ""


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing to do: its name in a few words, the sentence that says what and why, and where it is done.

    `flag` is None for what is merely not entered yet.
    """

    flag: Flag | None
    title: Message
    message: Message
    spot: Spot


def strategy_check(negotiation: Negotiation, around: Around, now: datetime) -> tuple[Advice, ...]:
    """Return everything to be done about a preparation, what is worth most first: faults, then checks, then gaps."""
    checking = _Checking(negotiation, around, now)
    found = list(checking.everything())
    order = {Flag.ACT: 0, Flag.CHECK: 1, Flag.FINE: 2, None: 2}
    return tuple(sorted(found, key=lambda each: order[each.flag]))


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
            yield _advice(None, "no_issues", Spot(Part.ISSUES, 0, "name"))
        valuation = Valuation(self.negotiation)
        found = ladder(self.negotiation, self.today)
        yield from self._ladder(found)
        yield from self._cells(has_weights=bool(valuation.shares))
        yield from self._weights(valuation)
        yield from self._limits(valuation, found)
        yield from self._batna(found)
        yield from self._gaps_of_issues(valuation)
        yield from self._nothing_to_trade()
        yield from self._interests()
        yield from self._mode()
        yield from self._their_side()
        if not self.negotiation.answer(Side.US, Question.GOAL).strip():
            yield _advice(None, "no_goal", Spot(Part.GOAL, 0, "us-goal"))

    # the ladder and the grid

    def _ladder(self, found: Ladder) -> Iterator[Advice]:
        """Tell the order of the rungs; a rung past its limit is told at its cell."""
        for fault in found.faults:
            rung = fault.code.removeprefix("ladder.").partition("_below_")[0]
            if rung in RUNGS:
                spot = Spot(Part.ISSUES, self._first_with(rung), rung)
                yield Advice(Flag.ACT, message(f"todo.{fault.code}"), fault, spot)

    def _cells(self, *, has_weights: bool) -> Iterator[Advice]:
        """Tell what is wrong with a cell one by one, and figures that are missing together, at the first of them."""
        gaps: list[tuple[Issue, Check]] = []
        for issue in self.negotiation.issues:
            for check in issue_checks(issue, self.negotiation):
                if check.message.code not in _GAPS:
                    yield _of_cell(issue, check)
                elif has_weights or check.message.code not in _NO_WEIGHT:
                    gaps.append((issue, check))
        if gaps:
            first = _of_cell(*gaps[0])
            title = message("todo.gaps", n=len(gaps)) if len(gaps) > 1 else first.title
            yield Advice(first.flag, title, first.message, first.spot)

    def _weights(self, valuation: Valuation) -> Iterator[Advice]:
        issues = self.negotiation.issues
        field = "money_worth" if self.negotiation.weighting is Weighting.MONEY else "weight"
        if issues and not valuation.shares and valuation.obstacle is not None:
            why = message("verdict.cannot_judge", why=valuation.obstacle)
            yield Advice(Flag.CHECK, message("todo.weights"), why, Spot(Part.ISSUES, issues[0].id, field))
        for issue in issues:
            if valuation.shares and getattr(issue, field) == 0:
                yield _advice(Flag.CHECK, "weight_zero", Spot(Part.ISSUES, issue.id, field), issue=issue.name)

    def _limits(self, valuation: Valuation, found: Ladder) -> Iterator[Advice]:
        """Hold each limit against the BATNA, which must keep it, and which a deal at it must be able to beat."""
        batna = found.batna
        if batna is None:
            return
        for issue in self.negotiation.issues:
            if issue.limit is None:
                continue
            spot = Spot(Part.ISSUES, issue.id, "limit")
            term = batna.stated.get(issue.id)
            scale = valuation.scales[issue.id]
            if term is not None and compare(issue, term.value, issue.limit, scale) == -1:
                yield _advice(
                    Flag.CHECK,
                    "batna_past_limit",
                    spot,
                    issue=issue.name,
                    value=quantity(issue, term.value),
                    limit=quantity(issue, issue.limit),
                    alternative=batna.alternative.name,
                )
            short = _shortfall_at_limit(valuation, issue, batna)
            if short is not None:
                yield _advice(
                    Flag.CHECK,
                    "limit_below_batna",
                    spot,
                    issue=issue.name,
                    limit=quantity(issue, issue.limit),
                    points=Points(short),
                    alternative=batna.alternative.name,
                )

    def _gaps_of_issues(self, valuation: Valuation) -> Iterator[Advice]:
        issues = self.negotiation.issues
        if not issues:
            return
        heaviest = max(issues, key=lambda issue: valuation.shares.get(issue.id, Fraction(0)))
        for field in ("minimum", "fair", "limit", "opening"):
            if not any(getattr(issue, field) is not None for issue in issues):
                yield _advice(None, f"no_{field}", Spot(Part.ISSUES, heaviest.id, field))

    def _nothing_to_trade(self) -> Iterator[Advice]:
        if len(self.negotiation.issues) == 1 and self.negotiation.mode is Mode.INTEGRATIVE:
            yield _advice(Flag.CHECK, "one_issue", Spot(Part.ISSUES, 0, "name"))

    # the alternatives

    def _batna(self, found: Ladder) -> Iterator[Advice]:
        batna, alternatives = found.batna, self.negotiation.alternatives
        if batna is None:
            newest = max(alternatives, key=lambda each: each.valid_until or date.max, default=None)
            spot = Spot(Part.ALTERNATIVES, newest.id, "valid_until") if newest else Spot(Part.ALTERNATIVES, 0, "name")
            why = message("batna.none_valid", day=self.today) if newest else message("batna.none")
            flag = Flag.CHECK if self.negotiation.issues else None
            yield Advice(flag, message("todo.no_batna"), why, spot)
            return
        alternative = batna.alternative
        name = alternative.name
        days = days_left(batna, self.today)
        if days is not None:
            spot = Spot(Part.ALTERNATIVES, alternative.id, "valid_until")
            yield _advice(Flag.CHECK, "batna_ends", spot, alternative=name, day=alternative.valid_until or self.today)
        if batna.reason is not None and not found.obstacle:
            spot = Spot(Part.ALTERNATIVES, alternative.id, "name")
            yield _advice(Flag.CHECK, "batna_unvalued", spot, alternative=name, why=batna.reason)
        if batna.is_between_readings:
            spot = Spot(Part.ALTERNATIVES, alternative.id, "probability")
            yield _advice(Flag.CHECK, "batna_chance", spot, alternative=name)
        yield from self._proof(batna)

    def _proof(self, batna: Worth) -> Iterator[Advice]:
        alternative = batna.alternative
        if alternative.no_deal:
            return
        has_file = any(each.alternative_id == alternative.id for each in self.negotiation.attachments)
        if not alternative.evidence.strip() and not has_file:
            spot = Spot(Part.ALTERNATIVES, alternative.id, "evidence")
            yield _advice(Flag.CHECK, "batna_unproven", spot, alternative=alternative.name)
        elif is_old(alternative.evidence_on, self.today):
            spot = Spot(Part.ALTERNATIVES, alternative.id, "evidence_on")
            day = alternative.evidence_on or self.today
            yield _advice(Flag.CHECK, "batna_old", spot, alternative=alternative.name, day=day)

    # both sides

    def _interests(self) -> Iterator[Advice]:
        positions = self.negotiation.positions
        for side in Side:
            bare = [each for each in positions if each.side is side and _has_no_interest(each)]
            for each in bare:
                spot = Spot(Part.NEEDS, self._row_of(each), f"{side.value}-interest")
                yield _advice(Flag.CHECK, f"position_{side.value}", spot, position=_short(each.position))
            if not bare and not any(each.side is side and each.interest.strip() for each in positions):
                yield _advice(None, f"no_interest_{side.value}", Spot(Part.NEEDS, "0:0", f"{side.value}-interest"))

    def _mode(self) -> Iterator[Advice]:
        """Tell a mode that the records speak against; with one issue alone that is told as nothing to integrate."""
        if len(self.negotiation.issues) < 2:
            return
        advice = advise(self.negotiation, self.around, self.now)
        if advice.mode is not None and advice.mode is not self.negotiation.mode:
            why = advice.reasons_for(advice.mode)[0]
            yield _advice(Flag.CHECK, f"mode_{advice.mode.value}", Spot(Part.GOAL, 0, "mode"), why=why)

    def _their_side(self) -> Iterator[Advice]:
        issues = self.negotiation.issues
        if issues and not self.negotiation.estimates:
            yield _advice(None, "no_estimate", Spot(Part.THEIRS, 0, "likely"))

    # places

    def _first_with(self, rung: str) -> int:
        stated = (issue.id for issue in self.negotiation.issues if getattr(issue, rung) is not None)
        return next(stated, self.negotiation.issues[0].id)

    def _row_of(self, position: Position) -> str:
        """Return the row of a position: its issue, 0 for the whole matter, and which one of its side it is there."""
        same = [
            each
            for each in self.negotiation.positions
            if each.side is position.side and each.issue_id == position.issue_id
        ]
        return f"{position.issue_id or 0}:{same.index(position)}"


def is_old(evidence_on: date | None, on: date) -> bool:
    """Tell whether evidence of a day is too old to rest on."""
    return evidence_on is not None and (on - evidence_on).days > OLD_DAYS


def _advice(flag: Flag | None, name: str, spot: Spot, **data: Datum) -> Advice:
    return Advice(flag, message(f"todo.{name}", **data), message(f"strategy.{name}", **data), spot)


def _of_cell(issue: Issue, check: Check) -> Advice:
    """Tell the check of a cell; a missing figure is a gap, a figure that cannot be right a fault."""
    what = "ladder" if check.field in _LADDER else "figure"
    if check.message.code == "cell.limit_wrong_side":
        what = "limit"
    said = message("strategy.cell", issue=issue.name, what=check.message)
    title = message(f"todo.cell_{what}", issue=_short(issue.name))
    return Advice(check.flag, title, said, Spot(Part.ISSUES, issue.id, check.field))


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


def _has_no_interest(position: Position) -> bool:
    return bool(position.position.strip()) and not position.interest.strip()


def _short(text: str, most: int = 60) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
