"""core: payment terms, what paying earlier or later is worth at an annual rate (DOMAIN, section 4)."""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction

_DAYS_A_YEAR = 365
_PRECISION = 50  # a root is irrational; so many digits are worked with, far past every figure that is shown


def shift(days_from: int, days_to: int, annual_rate: Decimal) -> Decimal:
    """Return the share of the nominal price that moving payment between two days is worth.

    Days count from the invoice, negative is before it; `annual_rate` is per cent a year (8 = 8 %). The share is
    (1 + r)^(-from / 365) - (1 + r)^(-to / 365), above 0 where payment moves to a later day. Raises ValueError for
    a rate of -100 % or less.
    """
    context = _context()
    return context.subtract(_discount(days_from, annual_rate), _discount(days_to, annual_rate))


def prepaid_range_worth(nominal: Decimal, days: int, annual_rate: Decimal) -> Decimal:
    """Return what paying the whole price at once costs against paying it after `days`, in the price's currency.

    This is what the range of an issue "prepaid share, 0 to 100 %" is worth in money; round it where it is shown.
    """
    return _context().multiply(nominal, shift(0, days, annual_rate))


def early_payment_rate(discount: Decimal, discount_days: int, net_days: int) -> Decimal:
    """Return the yearly rate, as a share of 1, that is paid by not taking a discount for early payment.

    `discount` is in per cent: 2/10 net 30 is (2, 10, 30). The rate is (1 + d / (1 - d))^(365 / days won) - 1.
    Raises ValueError unless the discount lies between 0 and 100 % and the net days after the discount's.
    """
    if not 0 <= discount < 100:
        raise ValueError(f"no discount: {discount} %")
    if net_days <= discount_days:
        raise ValueError(f"no days won: {discount_days} to {net_days}")
    context = _context()
    share = Fraction(discount) / 100
    growth = _decimal(context, 1 + share / (1 - share))
    power = _decimal(context, Fraction(_DAYS_A_YEAR, net_days - discount_days))
    return context.subtract(context.power(growth, power), Decimal(1))


def _discount(days: int, annual_rate: Decimal) -> Decimal:
    growth = 1 + Fraction(annual_rate) / 100
    if growth <= 0:
        raise ValueError(f"no rate to discount with: {annual_rate} %")
    context = _context()
    return context.power(_decimal(context, growth), _decimal(context, Fraction(-days, _DAYS_A_YEAR)))


def _decimal(context: Context, number: Fraction) -> Decimal:
    return context.divide(Decimal(number.numerator), Decimal(number.denominator))


def _context() -> Context:
    return Context(prec=_PRECISION)
