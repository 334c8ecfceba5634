"""tests: the zone of possible agreement, on each issue and on the package."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from core.analysis.frontier import frontier
from core.analysis.zopa import IssueZone, Overlap, PackageZone, issue_zones, package_zone
from core.estimate import Estimate, Subject
from core.issue import Issue, ScaleKind
from core.message import Message
from core.negotiation import Negotiation
from core.side import Basis
from core.verdict import Interval
from core.words import Words
from tests.core.analysis.cases import estimate, golden, known_case, option_estimates, option_issue, points_alternative
from tests.core.cases import issue, negotiation

PRICE = issue(1, "Price", "1.40", "1.60", 1, step="0.01", unit="EUR", limit="1.48")


def zone(subject: Issue, *estimates: Estimate) -> IssueZone:
    found = issue_zones(negotiation(subject, estimates=estimates))[subject.id]
    assert isinstance(found, IssueZone), found
    return found


def text(found: IssueZone | PackageZone) -> str:
    return Words().message(found.message).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("likely", "low", "high", "overlap", "size", "sizes", "said"),
    [
        ("1.38", "1.36", "1.42", Overlap.CERTAIN, "0.10", ("0.06", "0.12"),
         "Price: both can agree from 1.38 to 1.48 EUR."),
        ("1.45", "1.40", "1.50", Overlap.POSSIBLE, "0.03", ("-0.02", "0.08"),
         "Price: likely from 1.45 to 1.48 EUR, but the limits may also be apart."),
        ("1.50", "1.45", "1.55", Overlap.POSSIBLE, "-0.02", ("-0.07", "0.03"),
         "Price: the limits are likely 0.02 EUR apart, but may meet."),
        ("1.55", "1.50", "1.60", Overlap.NONE, "-0.07", ("-0.12", "-0.02"),
         "Price: no overlap, the limits are 0.07 EUR apart."),
        ("1.40", None, None, Overlap.CERTAIN, "0.08", ("0.08", "0.08"),
         "Price: both can agree from 1.40 to 1.48 EUR."),
        ("1.48", None, None, Overlap.CERTAIN, "0", ("0", "0"), "Price: both can agree on 1.48 EUR alone."),
    ],
)  # fmt: skip
def test_two_limits_overlap_or_are_apart_by_a_figure(
    likely: str, low: str | None, high: str | None, overlap: Overlap, size: str, sizes: tuple[str, str], said: str
) -> None:
    found = zone(PRICE, estimate(1, Subject.LIMIT, likely, low=low, high=high, basis=Basis.OBSERVED))
    assert (found.overlap, found.size) == (overlap, Fraction(size))
    assert found.sizes == Interval(Fraction(sizes[0]), Fraction(sizes[1]))
    assert text(found) == said
    assert found.grounds.bases == (Basis.OBSERVED,)


def test_where_more_is_better_for_us_it_is_the_other_way_round() -> None:
    payment = issue(1, "Payment", 60, 14, 1, unit="days", limit=30)
    assert zone(payment, estimate(1, Subject.LIMIT, 45)).size == 15
    assert zone(payment, estimate(1, Subject.LIMIT, 20)).overlap is Overlap.NONE


def test_days_are_apart_in_days() -> None:
    closing = issue(
        1, "Closing", date(2026, 12, 1), date(2026, 12, 31), 1, kind=ScaleKind.DATE, limit=date(2026, 12, 10)
    )
    found = zone(closing, estimate(1, Subject.LIMIT, date(2026, 12, 15)))
    assert text(found) == "Closing: no overlap, the limits are 5 days apart."


def test_sides_that_want_the_same_always_meet() -> None:
    found = zone(
        PRICE,
        estimate(1, Subject.LIMIT, "1.55"),
        estimate(1, Subject.BEST, "1.30"),
        estimate(1, Subject.WORST, "1.60"),
    )
    assert found.overlap is Overlap.CERTAIN


def test_options_that_suit_both_are_named() -> None:
    freight = replace(option_issue(1, 1, (1, "0.5", 0), "Freight"), limit="o2")
    worths = option_estimates(1, 1, (0, "0.5", 1))
    assert zone(freight, *worths, estimate(1, Subject.LIMIT, "o2")).options == ("o2",)
    assert zone(freight, *worths, estimate(1, Subject.LIMIT, "o3")).overlap is Overlap.NONE
    missing = issue_zones(negotiation(freight, estimates=(estimate(1, Subject.LIMIT, "o2"),)))[1]
    assert isinstance(missing, Message)


@pytest.mark.parametrize(
    ("subject", "estimates", "code"),
    [
        (replace(PRICE, limit=None), (estimate(1, Subject.LIMIT, 1),), "zopa.no_our_limit"),
        (PRICE, (), "zopa.no_their_limit"),
        (replace(PRICE, ideal=Decimal("1.5")), (estimate(1, Subject.LIMIT, 1),), "zopa.no_direction"),
        (PRICE, (estimate(1, Subject.LIMIT, date(2026, 1, 1)),), "zopa.no_direction"),
    ],
)
def test_what_is_missing_is_said(subject: Issue, estimates: Any, code: str) -> None:
    found = issue_zones(negotiation(subject, estimates=estimates))[1]
    assert isinstance(found, Message)
    assert found.code == code


# -- the package -----------------------------------------------------------------------------------------------------


def with_floors(ours: Any, likely: Any, low: Any = None, high: Any = None) -> Negotiation:
    base = golden()
    kept = tuple(each for each in base.estimates if each.subject is not Subject.RESERVATION)
    return replace(
        base,
        alternatives=(points_alternative(ours),),
        estimates=(*kept, estimate(None, Subject.RESERVATION, likely, low=low, high=high)),
    )


def whole(found: Negotiation) -> PackageZone:
    case = known_case(found)
    return package_zone(case, frontier(case))


def test_the_golden_case_has_a_zone_between_both_reservation_values() -> None:
    found = whole(golden())
    assert found.overlap is Overlap.CERTAIN
    assert found.our_range == Interval(Fraction("0.35"), Fraction("0.85"))
    assert found.their_range == Interval(Fraction("0.30"), Fraction("0.77"))
    assert text(found) == "A deal that suits both is worth 35.0 to 85.0 points to us."


def test_without_overlap_it_says_by_how_much() -> None:
    found = whole(with_floors(70, 70))
    assert found.overlap is Overlap.NONE
    assert found.our_range is None
    case = known_case(golden())
    best = max(point.ours for point in frontier(case).points if point.theirs >= Fraction("0.70"))
    assert found.our_gap == Fraction("0.70") - best
    assert "No deal suits both" in text(found)


def test_a_range_of_their_reservation_value_makes_it_possible_only() -> None:
    found = whole(with_floors(60, 55, low=50, high=90))
    assert (found.overlap, found.our_range is not None) == (Overlap.POSSIBLE, True)
    found = whole(with_floors(60, 80, low=50, high=90))
    assert (found.overlap, found.our_range) == (Overlap.POSSIBLE, None)
    assert "likely no deal" in text(found)


def test_a_reservation_value_that_nothing_reaches_is_said() -> None:
    assert whole(with_floors(35, 130)).message.code == "zopa.nothing_suits_them"
    assert whole(with_floors(130, 30)).message.code == "zopa.nothing_suits_us"
