"""core: the price-increase test, how much of a claimed change of price the supplier's own costs justify."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from core.analysis.grid import grid_of
from core.analysis.grounds import OWN, Grounds
from core.analysis.move import Move, move_of
from core.analysis.party import Party, valued_issues
from core.issue import Issue
from core.message import Message, Share, message
from core.negotiation import Negotiation
from core.side import Basis
from core.term import Value
from core.value import compare, scale_of

_FINE = 10_001


@dataclass(frozen=True, slots=True)
class Index:
    """A price index at two moments: when the present price was agreed, and now; any two figures of one series."""

    name: str
    then: Decimal
    now: Decimal
    source: str = ""

    @property
    def change(self) -> Fraction:
        """Return the change as a share of 1: now / then - 1. Raises ZeroDivisionError for a series at 0."""
        return Fraction(self.now) / Fraction(self.then) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class CostLine:
    """One part of the price: its share of the present price, and by how much it has become dearer.

    `share` is a share of 1; `change` is in per cent (6 = dearer by 6 %), taken from `index` where that is given and 0
    without either. `is_margin` marks what is left to the supplier beside his costs.
    """

    name: str
    share: Decimal
    change: Decimal | None = None
    index: Index | None = None
    is_margin: bool = False
    basis: Basis = Basis.GUESS

    @property
    def moved(self) -> Fraction:
        """Return the change as a share of 1."""
        if self.index is not None:
            return self.index.change
        return Fraction(self.change or 0) / 100


@dataclass(frozen=True, slots=True)
class Effect:
    """What one cost line adds to the justified change of price: share times change, shares of 1."""

    line: CostLine
    effect: Fraction


@dataclass(frozen=True)
class PriceTest:
    """What the cost lines justify of a claimed change of price; all figures are shares of the present price.

    `excess` is claimed less justified; `effects` add up to `justified`. A residual margin is what is left of the
    price beside all costs as they are now, as a share of the price then paid: at the present price, at the justified
    and at the claimed one; None unless a line is marked as the margin or the shares leave something over.
    """

    claimed: Fraction
    justified: Fraction
    excess: Fraction
    effects: tuple[Effect, ...]
    unexplained: Fraction
    margin_before: Fraction | None
    margin_now: Fraction | None
    margin_justified: Fraction | None
    margin_claimed: Fraction | None
    message: Message
    warning: Message | None
    grounds: Grounds


def price_test(
    lines: Sequence[CostLine],
    claimed: Decimal,
    granted: Decimal = Decimal(0),
    least_margin: Decimal = Decimal(0),
) -> PriceTest | Message:
    """Return how much of a claimed change is justified: sum of share x change, over rising and falling lines alike.

    `claimed` and `granted` (what we mean to grant) are in per cent of the present price, below 0 for a lower one;
    `least_margin` is the margin, in per cent of the price, below which we fear for the supplier's continuity. The
    warning says so where the residual margin at the granted price falls below it. Residual margin at a price p times
    the present one: (p - sum of cost shares x (1 + change)) / p. What the shares leave over to 1 counts as margin
    where no line is marked as such. Returns a message where there are no lines, a share is below 0, they add up to
    more than 1, or an index stands at 0.
    """
    trouble = _trouble(lines)
    if trouble is not None:
        return trouble
    effects = tuple(Effect(line, Fraction(line.share) * line.moved) for line in lines)
    justified = sum((each.effect for each in effects), Fraction(0))
    stated = Fraction(claimed) / 100
    left_over = 1 - sum((Fraction(line.share) for line in lines), Fraction(0))
    known = left_over > 0 or any(line.is_margin for line in lines)
    costs = sum((Fraction(line.share) * (1 + line.moved) for line in lines if not line.is_margin), Fraction(0))
    before = sum((Fraction(line.share) for line in lines if not line.is_margin), Fraction(0))

    def margin(change: Fraction, cost: Fraction = costs) -> Fraction | None:
        price = 1 + change
        return (price - cost) / price if known and price > 0 else None

    at_granted = margin(Fraction(granted) / 100)
    warning = None
    if at_granted is not None and at_granted < Fraction(least_margin) / 100:
        given = Share(Fraction(granted) / 100)
        warning = (
            message("price.loss", loss=Share(-at_granted), granted=given)
            if at_granted < 0
            else message("price.continuity", margin=Share(at_granted), granted=given)
        )
    return PriceTest(
        claimed=stated,
        justified=justified,
        excess=stated - justified,
        effects=effects,
        unexplained=left_over,
        margin_before=margin(Fraction(0), before),
        margin_now=margin(Fraction(0)),
        margin_justified=margin(justified),
        margin_claimed=margin(stated),
        message=_finding(stated, justified),
        warning=warning,
        grounds=Grounds(others=tuple(dict.fromkeys(line.basis for line in lines))),
    )


@dataclass(frozen=True, slots=True)
class Instead:
    """What one issue could give instead of price.

    `affordable` is the furthest step against us that costs us no more than the claimed price. `pays` is the least step
    by which they likely gain as much as by that price, None where their side is not estimated or no value does it;
    `saves` is what it costs us less than the price, a share of 1.
    """

    issue_id: int
    affordable: Move | None
    pays: Move | None
    saves: Fraction | None


@dataclass(frozen=True)
class CounterProposal:
    """What else could be given instead of a change of price: the price's own move, and the other issues, best first."""

    price: Move
    instead: tuple[Instead, ...]
    grounds: Grounds


def counter_proposal(
    negotiation: Negotiation, ours: Party, theirs: Party | None, now: Mapping[int, Value], price: tuple[int, Value]
) -> CounterProposal | Message:
    """Return what could be given instead of moving the price issue to the claimed value, from the terms as they are.

    `now` are the terms of today, `price` the issue and the claimed value. Only values within our limits and of each
    issue's own step. Issues whose step pays them come first, the one that saves us most first. Returns a message
    where the claimed price is no worse for us, or cannot be valued.
    """
    issue = negotiation.issue_by_id[price[0]]
    if issue.id not in now:
        return message("compensation.not_stated", issue=issue.name)
    claimed = move_of(ours, theirs, issue.id, now[issue.id], price[1])
    if claimed is None or claimed.ours >= 0:
        return message("price.no_claim", issue=issue.name)
    found = [
        _instead(other, ours, theirs, now[other.id], claimed)
        for other in valued_issues(negotiation)
        if other.id != issue.id and other.id in now
    ]
    found = [each for each in found if each.affordable is not None or each.pays is not None]
    found.sort(key=lambda each: (each.saves is None, -(each.saves or 0)))
    return CounterProposal(claimed, tuple(found), OWN if theirs is None else theirs.grounds)


def _instead(issue: Issue, ours: Party, theirs: Party | None, start: Value, claimed: Move) -> Instead:
    scale = scale_of(issue)
    moves = []
    if not isinstance(scale, Message):
        for value in grid_of(issue, scale, _FINE).values:
            if issue.limit is None or compare(issue, value, issue.limit, scale) != -1:
                move = move_of(ours, theirs, issue.id, start, value)
                if move is not None:
                    moves.append(move)
    affordable = min(
        (move for move in moves if claimed.ours <= move.ours < 0), key=lambda move: move.ours, default=None
    )
    pays = None
    if claimed.theirs is not None and claimed.theirs > 0:
        enough = [move for move in moves if move.theirs is not None and move.theirs >= claimed.theirs]
        pays = max(enough, key=lambda move: move.ours, default=None)
    return Instead(issue.id, affordable, pays, None if pays is None else pays.ours - claimed.ours)


def _trouble(lines: Sequence[CostLine]) -> Message | None:
    if not lines:
        return message("price.no_lines")
    for line in lines:
        if line.share < 0:
            return message("price.share_negative", line=line.name)
        if line.index is not None and line.index.then <= 0:
            return message("price.index_zero", line=line.name)
    total = sum((Fraction(line.share) for line in lines), Fraction(0))
    return message("price.shares_over", total=Share(total)) if total > 1 else None


def _finding(claimed: Fraction, justified: Fraction) -> Message:
    figures = {"claimed": Share(claimed), "justified": Share(justified), "excess": Share(abs(claimed - justified))}
    if justified < 0 <= claimed:
        return message("price.fall", **{**figures, "justified": Share(-justified)})
    if claimed > justified:
        return message("price.more_than_justified", **figures)
    if claimed < justified:
        return message("price.less_than_justified", **figures)
    return message("price.as_justified", **figures)
