"""core: the ladder and the issue grid, checked - what each rung is worth, and which cells cannot be right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from core.batna import Worth, ranked
from core.issue import RUNGS, Issue, ScaleKind
from core.judge import rung_value
from core.message import Message, message
from core.negotiation import Negotiation, Weighting
from core.phrases import gap, quantity
from core.term import Value
from core.value import Scale, Valuation, compare, is_outside, scale_of
from core.verdict import Flag, Interval


@dataclass(frozen=True, slots=True)
class Check:
    """What is to be said of one cell of the grid: the record's field, how much it matters, and the sentence."""

    field: str
    flag: Flag
    message: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """What the rungs of the strategy sheet are worth, highest rung first, and where their order does not hold.

    `values` has None for a rung that no issue states, and for all where nothing can be valued: `obstacle` says why.
    `faults` hold what is certainly out of order; `past_limit` names the issues whose rungs pass their limits.
    """

    values: dict[str, Interval | None]
    batna: Worth | None
    obstacle: Message | None
    faults: tuple[Message, ...]
    past_limit: tuple[int, ...] = ()


def ladder(negotiation: Negotiation, on: date) -> Ladder:
    """Return the ladder as it stands on a day: opening >= best >= fair >= minimum >= BATNA, each within the limits.

    In value: an issue that does not state a rung takes its baseline there, and spans its range without one. Two
    intervals are out of order only where they do not meet.
    """
    valuation = Valuation(negotiation)
    values = {rung: rung_value(valuation, rung) for rung in RUNGS}
    batna = next(iter(ranked(valuation, on)), None)
    faults = []
    stated = [(rung, value) for rung, value in values.items() if value is not None]
    for place, (rung, value) in enumerate(stated[1:], start=1):
        above, higher = stated[place - 1]
        if higher.high < value.low:
            size = gap(value.low - higher.high, valuation.money, negotiation.currency)
            faults.append(message(f"ladder.{above}_below_{rung}", gap=size))
    if stated and batna is not None and batna.value is not None and stated[-1][1].high < batna.value.low:
        size = gap(batna.value.low - stated[-1][1].high, valuation.money, negotiation.currency)
        faults.append(message(f"ladder.{stated[-1][0]}_below_batna", gap=size, alternative=batna.alternative.name))
    past = tuple(issue.id for issue in negotiation.issues if any(_rungs_past_limit(issue, valuation.scales[issue.id])))
    faults += [message("ladder.past_limit", issue=negotiation.issue_by_id[issue_id].name) for issue_id in past]
    return Ladder(values=values, batna=batna, obstacle=valuation.obstacle, faults=tuple(faults), past_limit=past)


def issue_checks(issue: Issue, negotiation: Negotiation) -> tuple[Check, ...]:
    """Return what is to be said of an issue's cells, in the order of its fields."""
    return (*_scale_checks(issue), *_weight_checks(issue, negotiation), *_rung_checks(issue))


def _scale_checks(issue: Issue) -> Iterator[Check]:
    if issue.kind is ScaleKind.OPTIONS:
        yield from _option_checks(issue)
        return
    if issue.best is None or issue.worst is None:
        field = "best" if issue.best is None else "worst"
        yield Check(field, Flag.CHECK, message("cell.no_end"))
    elif issue.best == issue.worst:
        yield Check("worst", Flag.ACT, message("cell.same_ends"))
    if issue.step is None:
        yield Check("step", Flag.CHECK, message("cell.no_step"))
    elif issue.step <= 0:
        yield Check("step", Flag.ACT, message("cell.step_not_positive"))
    if issue.ideal is not None and is_outside(issue, issue.ideal):
        yield Check("ideal", Flag.ACT, message("cell.ideal_outside"))
    if any(is_outside(issue, point.at) for point in issue.points):
        yield Check("points", Flag.CHECK, message("cell.point_outside"))


def _option_checks(issue: Issue) -> Iterator[Check]:
    labels = [option.label for option in issue.options]
    if not labels:
        yield Check("options", Flag.CHECK, message("cell.no_options"))
    if len(set(labels)) < len(labels):
        yield Check("options", Flag.ACT, message("cell.option_twice"))
    if any(not 0 <= option.value <= 1 for option in issue.options):
        yield Check("options", Flag.ACT, message("cell.option_value"))


def _weight_checks(issue: Issue, negotiation: Negotiation) -> Iterator[Check]:
    if negotiation.weighting is Weighting.MONEY:
        if issue.money_worth is None and not issue.is_unit_price:
            yield Check("money_worth", Flag.CHECK, message("cell.no_money_worth"))
    elif issue.weight is None:
        ranking = negotiation.weighting is Weighting.RANKING
        yield Check("weight", Flag.CHECK, message("cell.no_rank" if ranking else "cell.no_weight"))
    elif negotiation.weighting is Weighting.RANKING and issue.weight <= 0:
        yield Check("weight", Flag.ACT, message("cell.rank_not_positive"))
    elif issue.weight < 0:
        yield Check("weight", Flag.ACT, message("cell.weight_negative"))
    if issue.money_worth is not None and issue.money_worth < 0:
        yield Check("money_worth", Flag.ACT, message("cell.money_negative"))
    if issue.reference_quantity is not None and issue.reference_quantity <= 0:
        yield Check("reference_quantity", Flag.ACT, message("cell.quantity_not_positive"))
    if issue.price_basis <= 0:
        yield Check("price_basis", Flag.ACT, message("cell.basis_not_positive"))


def _rung_checks(issue: Issue) -> Iterator[Check]:
    scale = scale_of(issue)
    for field in ("baseline", *RUNGS, "limit"):
        value: Value | None = getattr(issue, field)
        if value is None:
            continue
        if not _fits(issue, value):
            yield Check(field, Flag.ACT, message("cell.other_kind"))
        elif is_outside(issue, value):
            yield Check(field, Flag.CHECK, message("cell.outside"))
    limit = issue.limit
    if limit is None or not _fits(issue, limit):
        return
    for rung in _rungs_past_limit(issue, scale):
        if rung == "fair":
            yield Check("limit", Flag.ACT, message("cell.limit_wrong_side", limit=quantity(issue, limit)))
        else:
            yield Check(rung, Flag.ACT, message("cell.past_limit", limit=quantity(issue, limit)))


def _rungs_past_limit(issue: Issue, scale: Scale | Message | None) -> Iterator[str]:
    if issue.limit is None:
        return
    for rung in RUNGS:
        value: Value | None = getattr(issue, rung)
        if value is not None and compare(issue, value, issue.limit, scale) == -1:
            yield rung


def _fits(issue: Issue, value: Value) -> bool:
    match issue.kind:
        case ScaleKind.OPTIONS:
            return any(option.label == value for option in issue.options)
        case ScaleKind.DATE:
            return isinstance(value, date)
        case ScaleKind.NUMERIC:
            return isinstance(value, Decimal)
