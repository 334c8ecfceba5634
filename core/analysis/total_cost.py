"""core: total cost and present value of an offer - tiers, price by year, rebate, freight, stock, switching."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction

from core.analysis.grounds import OWN, Grounds
from core.payment_terms import shift

_DAYS_A_YEAR = 365
_PRECISION = 50


@dataclass(frozen=True, slots=True)
class Tier:
    """A price that holds for the whole year's quantity from a yearly quantity on."""

    from_quantity: Decimal
    price: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """One year: what is bought, and the price per piece, or the tiers that the year's quantity falls into."""

    quantity: Decimal
    price: Decimal | None = None
    tiers: tuple[Tier, ...] = ()

    @property
    def unit_price(self) -> Decimal:
        """Return the price per piece: that of the highest tier reached, else the plain price.

        Raises ValueError where no tier is reached and there is no plain price.
        """
        reached = [tier for tier in self.tiers if tier.from_quantity <= self.quantity]
        if reached:
            return max(reached, key=lambda tier: tier.from_quantity).price
        if self.price is None:
            raise ValueError("no tier is reached and no price is given")
        return self.price


@dataclass(frozen=True, slots=True, kw_only=True)
class CostPlan:
    """What an offer costs over the years; money in the negotiation's currency, rates in per cent (8 = 8 %).

    `rebate` is in per cent of a year's purchases, paid at the end of the year, where they reach `rebate_from`.
    `freight` is per piece, `freight_per_order` for each of `orders_per_year`. Stock covers the lead time: quantity x
    (lead_days + safety_days) / 365 pieces at the unit price are tied up, at `holding_rate` a year. `switching_cost`
    is paid at the start. `payment_days` count from the invoice, below 0 before it; purchases are spread evenly and
    count in the middle of their year.
    """

    years: tuple[Year, ...]
    annual_rate: Decimal = Decimal(0)
    payment_days: int = 0
    rebate: Decimal = Decimal(0)
    rebate_from: Decimal = Decimal(0)
    freight: Decimal = Decimal(0)
    freight_per_order: Decimal = Decimal(0)
    orders_per_year: int = 0
    lead_days: int = 0
    safety_days: int = 0
    holding_rate: Decimal = Decimal(0)
    switching_cost: Decimal = Decimal(0)
    other_yearly: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class YearCost:
    """What one year costs, exactly, in money; `present` is its value today, to 50 digits."""

    unit_price: Decimal
    purchase: Fraction
    rebate: Fraction
    freight: Fraction
    stock: Fraction
    other: Fraction
    present: Decimal

    @property
    def total(self) -> Fraction:
        """Return purchases less rebate, with freight, the cost of stock and what else the year costs."""
        return self.purchase - self.rebate + self.freight + self.stock + self.other


@dataclass(frozen=True, kw_only=True)
class TotalCost:
    """The total cost of an offer in money, exact, its present value, and both per piece (None without a quantity)."""

    years: tuple[YearCost, ...]
    switching: Fraction
    total: Fraction
    present_value: Decimal
    per_piece: Fraction | None
    present_per_piece: Decimal | None
    grounds: Grounds = OWN


def total_cost(plan: CostPlan) -> TotalCost:
    """Return what an offer costs in all, and its present value at the annual rate.

    Present value of a payment t years from now: amount x (1 + r)^(-t). Purchases are paid at year - 1/2 plus the
    payment days, the rebate comes at the end of the year, freight, stock and the rest in its middle, switching now.
    Raises ValueError for a rate of -100 % or less, or a year without a price.
    """
    context = Context(prec=_PRECISION)
    years = []
    for number, year in enumerate(plan.years, start=1):
        years.append(_year(plan, year, number, context))
    switching = Fraction(plan.switching_cost)
    total = sum((year.total for year in years), switching)
    present = _sum(context, [plan.switching_cost, *(year.present for year in years)])
    pieces = sum((Fraction(year.quantity) for year in plan.years), Fraction(0))
    return TotalCost(
        years=tuple(years),
        switching=switching,
        total=total,
        present_value=present,
        per_piece=total / pieces if pieces else None,
        present_per_piece=context.divide(present, _decimal(context, pieces)) if pieces else None,
    )


def _year(plan: CostPlan, year: Year, number: int, context: Context) -> YearCost:
    quantity, price = Fraction(year.quantity), Fraction(year.unit_price)
    purchase = quantity * price
    earned = plan.rebate if purchase >= plan.rebate_from else Decimal(0)
    rebate = purchase * Fraction(earned) / 100
    freight = quantity * Fraction(plan.freight) + plan.orders_per_year * Fraction(plan.freight_per_order)
    days = Fraction(plan.lead_days + plan.safety_days, _DAYS_A_YEAR)
    stock = quantity * days * price * Fraction(plan.holding_rate) / 100
    other = Fraction(plan.other_yearly)
    middle = number * _DAYS_A_YEAR - _DAYS_A_YEAR // 2
    paid = _present(context, purchase, middle + plan.payment_days, plan.annual_rate)
    back = _present(context, rebate, number * _DAYS_A_YEAR, plan.annual_rate)
    rest = _present(context, freight + stock + other, middle, plan.annual_rate)
    return YearCost(
        unit_price=year.unit_price,
        purchase=purchase,
        rebate=rebate,
        freight=freight,
        stock=stock,
        other=other,
        present=_sum(context, [paid, context.minus(back), rest]),
    )


def _present(context: Context, amount: Fraction, days: int, annual_rate: Decimal) -> Decimal:
    # what is due today less what waiting so long is worth
    share = context.subtract(Decimal(1), shift(0, days, annual_rate))
    return context.multiply(_decimal(context, amount), share)


def _decimal(context: Context, number: Fraction) -> Decimal:
    return context.divide(Decimal(number.numerator), Decimal(number.denominator))


def _sum(context: Context, amounts: list[Decimal]) -> Decimal:
    total = Decimal(0)
    for amount in amounts:
        total = context.add(total, amount)
    return total
