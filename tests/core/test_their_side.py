"""tests: what a term is worth to them by our estimates, and without any."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from core.estimate import Estimate, Subject
from core.issue import Issue, Option, ScaleKind
from core.their_side import their_change, their_shares, their_value
from tests.core.cases import issue, negotiation

PRICE = issue(1, "Price", 100, 110)
FREIGHT = issue(2, "Freight", kind=ScaleKind.OPTIONS, options=(Option("a", Decimal(1)), Option("b", Decimal(0))))


def estimate(subject: Subject, likely: object, of: Issue = PRICE, option: str = "") -> Estimate:
    return Estimate(negotiation_id=1, issue_id=of.id, subject=subject, likely=Decimal(str(likely)), option=option)


def test_without_an_estimate_their_value_mirrors_ours() -> None:
    case = negotiation(PRICE, FREIGHT)
    assert their_value(case, PRICE, Decimal(108)) == Fraction("0.8")
    assert their_value(case, FREIGHT, "b") == 1


def test_estimated_ends_and_options_come_first() -> None:
    case = negotiation(
        PRICE,
        FREIGHT,
        estimates=(
            estimate(Subject.BEST, 120),
            estimate(Subject.WORST, 100),
            estimate(Subject.OPTION, "0.3", FREIGHT, "a"),
        ),
    )
    assert their_value(case, PRICE, Decimal(105)) == Fraction(1, 4)
    assert their_value(case, FREIGHT, "a") == Fraction("0.3")


def test_without_any_value_the_direction_tells() -> None:
    bare = issue(1, "Price", fair=100, limit=110)
    case = negotiation(bare)
    low, high = their_value(case, bare, Decimal(104)), their_value(case, bare, Decimal(105))
    assert low is not None
    assert high is not None
    assert low < high
    unknown = issue(1, "Price")
    assert their_value(negotiation(unknown), unknown, Decimal(1)) is None


def test_their_shares_need_an_estimate_for_every_issue_named() -> None:
    case = negotiation(PRICE, FREIGHT, estimates=(estimate(Subject.WEIGHT, 30), estimate(Subject.WEIGHT, 10, FREIGHT)))
    assert their_shares(case, (1, 2)) == {1: Fraction(3, 4), 2: Fraction(1, 4)}
    assert their_shares(case, (1, 3)) is None
    assert their_shares(negotiation(PRICE), (1,)) is None


def test_a_change_counts_by_the_weight_that_they_were_estimated_to_give_the_issue() -> None:
    case = negotiation(PRICE, FREIGHT, estimates=(estimate(Subject.WEIGHT, 30), estimate(Subject.WEIGHT, 10, FREIGHT)))
    assert their_change(case, PRICE, Decimal(104), Decimal(106)) == Fraction(3, 4) * Fraction(1, 5)
    assert their_change(case, FREIGHT, "b", "a") == -Fraction(1, 4)
    assert their_change(negotiation(PRICE), PRICE, Decimal(104), Decimal(106)) is None
