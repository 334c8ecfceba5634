"""tests: core/make_up.py - what pays for a concession from our target package; checked by working it out again."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from core.analysis.compensation import Compensation
from core.make_up import made_up, target_package
from core.message import Message
from core.negotiation import Negotiation
from core.side import Side
from core.value import Valuation, by_issue
from tests.core.cases import DAY, four_issues, terms

TARGET = {1: Decimal(104), 2: Decimal(30), 3: Decimal(6), 4: Decimal(24)}


def matter() -> Negotiation:
    """Return the golden issues with a target on each; warranty has only a baseline."""
    found = four_issues()
    issues = [replace(each, fair=TARGET[each.id]) for each in found.issues[:3]]
    return replace(found, issues=(*issues, replace(found.issues[3], baseline=TARGET[4])))


def test_the_target_package_falls_back_on_baselines() -> None:
    found = matter()
    assert target_package(found) == TARGET
    assert target_package(replace(found, issues=(replace(found.issues[0], fair=None),))) == {}


def test_days_of_payment_make_up_for_a_price() -> None:
    found = matter()
    result = made_up(found, found.issues[0], Decimal(105), DAY)
    assert isinstance(result, Compensation)
    assert result.giver is Side.US
    # 1 of a range of 10 at a weight of .5 is .05; a day of payment is worth .2 / 46: 11.5 days
    least = {each.issue_id: each.least.end for each in result.payments if each.least is not None}
    assert least[2] == Decimal(42)
    # a quarter of six weeks, in whole weeks
    assert least[3] == Decimal(4)


def test_what_is_no_concession_or_has_no_target_is_told() -> None:
    found = matter()
    better = made_up(found, found.issues[0], Decimal(103), DAY)
    assert isinstance(better, Message)
    assert better.code == "compensation.no_concession"
    bare = replace(found, issues=(replace(found.issues[0], fair=None), *found.issues[1:]))
    missing = made_up(bare, bare.issues[0], Decimal(105), DAY)
    assert isinstance(missing, Message)
    assert missing.code == "compensation.not_stated"
    unweighed = replace(found, issues=tuple(replace(each, weight=None) for each in found.issues))
    assert isinstance(made_up(unweighed, unweighed.issues[0], Decimal(105), DAY), Message)


@given(st.decimals(min_value=Decimal("104.01"), max_value=Decimal(110), places=2))
def test_every_payment_makes_us_whole_and_a_step_less_does_not(price: Decimal) -> None:
    found = matter()
    valuation = Valuation(found)
    before = valuation.package(by_issue(terms(dict(TARGET))))
    result = made_up(found, found.issues[0], price, DAY)
    assert isinstance(result, Compensation)
    assert before is not None
    for payment in result.payments:
        if payment.least is None:
            continue
        changed = {**TARGET, 1: price, payment.issue_id: payment.least.end}
        after = valuation.package(by_issue(terms(changed)))
        assert after is not None
        assert after.low >= before.low
