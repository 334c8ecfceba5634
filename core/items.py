"""core: the rules of an item list - its totals, the mean change of its prices, what stands out, the issue's figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal, Inexact
from fractions import Fraction
from statistics import median

from core.currency import head_of_unit
from core.issue import Issue, ScaleKind
from core.item import Item
from core.negotiation import Negotiation
from core.term import Value
from core.words import rounded

PRICES = ("today", "theirs", "ours")
MOST = 5_000  # lines of one list

# Enough digits for the sum of any products of stored figures; whatever is not exact all the same is an error.
_EXACT = Context(prec=400, traps=[Inexact])
_ROUNDING = Context(prec=400)
_NINTH = Decimal("1e-9")
_SPREAD = Decimal("3.5") / Decimal("0.6745")
_LEAST_SPREAD = Decimal("0.02")
_FEW = 5
MONEY_PLACES = 2
_STEP_DIGITS = 5


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of quantity x price over the lines that have both, and how many lines lack one of them."""

    amount: Decimal
    counted: int
    missing: int

    @property
    def is_whole(self) -> bool:
        """Tell whether every line is in it, and there is one."""
        return self.counted > 0 and not self.missing


@dataclass(frozen=True, slots=True)
class Spread:
    """How most of their prices change, as shares of 1: the median change, and how far from it is still usual."""

    middle: Decimal
    reach: Decimal


@dataclass(frozen=True, slots=True)
class Summary:
    """What a list comes to.

    `totals` are by price column; `changes` the mean changes of their and our prices against today's, None where no
    line has both. `outliers` are the ids of the lines whose price of theirs changes unlike the others, `spread` what
    that is measured by, None where there are too few lines. `gaps` are the ids of the lines that lack a quantity, or
    a price in a column in which others have one.
    """

    lines: int
    totals: Mapping[str, Total]
    changes: Mapping[str, Fraction | None]
    outliers: frozenset[int] = frozenset()
    spread: Spread | None = None
    gaps: frozenset[int] = frozenset()


def summary(items: Sequence[Item]) -> Summary:
    """Return what a list comes to; see `total`, `mean_change` and `outliers` for each rule."""
    spread, found = outliers(items)
    amounts = {column: [amount_of(item, column) for item in items] for column in PRICES}
    return Summary(
        lines=len(items),
        totals={column: _total(found_) for column, found_ in amounts.items()},
        changes={column: _mean_change(amounts["today"], amounts[column]) for column in ("theirs", "ours")},
        outliers=found,
        spread=spread,
        gaps=gaps(items),
    )


def gaps(items: Sequence[Item]) -> frozenset[int]:
    """Return the lines that lack a quantity, or a price in a column in which another line has one."""
    needed = ["quantity", *(column for column in PRICES if any(getattr(item, column) is not None for item in items))]
    return frozenset(item.id for item in items if any(getattr(item, name) is None for name in needed))


def total(items: Iterable[Item], column: str) -> Total:
    """Return a price column's total, exactly: the sum of quantity x price over the lines that have both."""
    return _total([amount_of(item, column) for item in items])


def _total(amounts: Sequence[Decimal | None]) -> Total:
    amount, counted = Decimal(0), 0
    for each in amounts:
        if each is not None:
            amount, counted = _EXACT.add(amount, each), counted + 1
    return Total(amount, counted, len(amounts) - counted)


def amount_of(item: Item, column: str) -> Decimal | None:
    """Return quantity x price of one line, exactly; None where one of them is not stated."""
    price: Decimal | None = getattr(item, column)
    return None if price is None or item.quantity is None else _EXACT.multiply(item.quantity, price)


def effect(item: Item, column: str = "theirs") -> Decimal | None:
    """Return what one line comes to more (below 0: less) at a column's price than at today's, in money, exactly."""
    before, after = amount_of(item, "today"), amount_of(item, column)
    return None if before is None or after is None else _EXACT.subtract(after, before)


def change(item: Item, column: str = "theirs") -> Fraction | None:
    """Return by how much a line's price differs from today's, as a share of it; None without a price today."""
    price: Decimal | None = getattr(item, column)
    if price is None or item.today is None or item.today <= 0:
        return None
    return Fraction(price) / Fraction(item.today) - 1


def mean_change(items: Iterable[Item], column: str) -> Fraction | None:
    """Return the mean change of a column's prices against today's, weighted with quantities.

    Sum of quantity x price / sum of quantity x today's price - 1, over the lines that have all three (the price index
    of Laspeyres, 1871, with the quantities held). None where there is no such line, or they cost nothing today.
    """
    known = list(items)
    return _mean_change([amount_of(item, "today") for item in known], [amount_of(item, column) for item in known])


def _mean_change(before: Sequence[Decimal | None], after: Sequence[Decimal | None]) -> Fraction | None:
    old = new = Decimal(0)
    for one, other in zip(before, after, strict=True):
        if one is not None and other is not None:
            old, new = _EXACT.add(old, one), _EXACT.add(new, other)
    return Fraction(new) / Fraction(old) - 1 if old > 0 else None


def outliers(items: Iterable[Item]) -> tuple[Spread | None, frozenset[int]]:
    """Return the spread of the changes of their prices, and the ids of the lines that lie outside of it.

    A line stands out where its change is further from the median change than 3.5 / 0.6745 times the median absolute
    deviation (the modified z-score of Iglewicz and Hoaglin, 1993), and than 2 percentage points, so that prices
    rounded to the cent do not stand out where all others change alike. Each line counts once, whatever its quantity.
    Below five lines nothing stands out. Changes are compared to nine places of a share.
    """
    found = {item.id: moved for item in items if (moved := _compared(item)) is not None}
    if len(found) < _FEW:
        return None, frozenset()
    middle = median(found.values())
    away = {item_id: abs(moved - middle) for item_id, moved in found.items()}
    reach = max(median(away.values()) * _SPREAD, _LEAST_SPREAD)
    return Spread(middle, reach), frozenset(item_id for item_id, far in away.items() if far > reach)


def _compared(item: Item) -> Decimal | None:
    # decimals of so many places are sorted many times faster than fractions
    if item.theirs is None or item.today is None or item.today <= 0:
        return None
    ratio = _ROUNDING.divide(item.theirs, item.today)
    return _ROUNDING.quantize(_ROUNDING.subtract(ratio, 1), _NINTH)


# prices from another list


@dataclass(frozen=True, slots=True)
class Matched:
    """Where texts of another list belong by code: the text for each line, the codes that no line has, those said twice.

    A code that is said twice with different texts is not guessed: its lines get none.
    """

    found: Mapping[int, str]
    unknown: tuple[str, ...]
    ambiguous: tuple[str, ...]


def matched(items: Iterable[Item], texts: Iterable[tuple[str, str]]) -> Matched:
    """Return the lines that pairs of code and text belong to, whatever the case of the code and its blanks.

    Lines of one code all get its text; pairs without a code or a text are left out.
    """
    lines: dict[str, list[int]] = {}
    for item in items:
        if _folded(item.code):
            lines.setdefault(_folded(item.code), []).append(item.id)
    said: dict[str, list[tuple[str, str]]] = {}
    for code, text in texts:
        if _folded(code) and text.strip():
            said.setdefault(_folded(code), []).append((code.strip(), text.strip()))
    found: dict[int, str] = {}
    unknown, ambiguous = [], []
    for key, pairs in said.items():
        if key not in lines:
            unknown.append(pairs[0][0])
        elif len({text for _, text in pairs}) > 1:
            ambiguous.append(pairs[0][0])
        else:
            found |= dict.fromkeys(lines[key], pairs[0][1])
    return Matched(found, tuple(unknown), tuple(ambiguous))


def _folded(code: str) -> str:
    return "".join(code.casefold().split())


# the issue's own figures

FOLLOWING = {"baseline": "today", "fair": "ours", "worst": "theirs"}
_OF_A_TOTAL = {"reference_quantity": Decimal(1), "price_basis": Decimal(1)}


@dataclass(frozen=True, slots=True)
class Kept:
    """A field of the issue that was stated otherwise than the list says, and so stays: its value, and the list's."""

    field: str
    stated: Value
    listed: Value


@dataclass(frozen=True, slots=True)
class Figures:
    """What a list makes of its issue: `taken` are fields to write, `kept` those that the user stated otherwise.

    `open` are fields whose column is not whole, with the number of lines that lack a price or a quantity.
    """

    taken: Mapping[str, Value]
    kept: tuple[Kept, ...]
    open: Mapping[str, int]


def may_be_list(issue: Issue, negotiation: Negotiation) -> bool:
    """Tell whether an issue may consist of items: a number that is, or may become, an amount of money."""
    if issue.kind is not ScaleKind.NUMERIC or issue.is_volume:
        return False
    unit = issue.unit.strip()
    return not unit or issue.is_unit_price or head_of_unit(unit) == negotiation.currency


def figures(
    issue: Issue, currency: str, before: Summary | None, after: Summary, *, overruling: bool = False
) -> Figures:
    """Return what a changed list makes of its issue's figures.

    The baseline is the total at today's prices, the target that of ours, and the worst end their quotation. Each
    follows the list as long as it is empty, was prefilled, or is what the list came to `before`; what the user stated
    otherwise is kept, unless `overruling`. A column in which a line lacks its price, or its quantity, gives no figure.
    The issue's value is a total: its reference quantity and price basis are 1 and its unit is the currency. Without a
    step it takes the power of ten at or below a hundred-thousandth of its total, at least a cent. Totals are rounded
    half up to the cent.
    """
    wanted: dict[str, Value] = {**_OF_A_TOTAL, "unit": currency}
    incomplete = {}
    for field, column in FOLLOWING.items():
        found = after.totals[column]
        if found.is_whole:
            wanted[field] = rounded(found.amount, MONEY_PLACES)
        elif found.counted:
            incomplete[field] = found.missing
    taken: dict[str, Value] = {}
    if issue.step is None and any(total_.counted for total_ in after.totals.values()):
        taken["step"] = _step_of(max(abs(total_.amount) for total_ in after.totals.values()))
    kept = []
    for field, listed in wanted.items():
        stated = getattr(issue, field)
        if stated == listed:
            continue
        if overruling or _follows(issue, field, stated, before):
            taken[field] = listed
        else:
            kept.append(Kept(field, stated, listed))
    return Figures(taken, tuple(kept), incomplete)


def _step_of(amount: Decimal) -> Decimal:
    return max(Decimal(1).scaleb(amount.adjusted() - _STEP_DIGITS), Decimal(1).scaleb(-MONEY_PLACES))


def _follows(issue: Issue, field: str, stated: Value | None, before: Summary | None) -> bool:
    if stated in (None, "") or field in issue.prefilled:
        return True
    if field == "price_basis":
        return issue.reference_quantity is None
    column = FOLLOWING.get(field)
    if column is None or before is None:
        return False
    was = before.totals[column]
    return was.is_whole and stated == rounded(was.amount, MONEY_PLACES)
