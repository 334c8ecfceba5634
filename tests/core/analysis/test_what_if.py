"""tests: what-if leaves the record alone and shows both outlooks."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

from core.analysis.bargaining import Solutions
from core.analysis.what_if import Supposed, suppose, what_if
from core.analysis.zopa import IssueZone, PackageZone
from core.estimate import Subject
from core.message import Message
from core.side import Side
from core.verdict import Light
from tests.core.analysis.cases import estimate
from tests.core.analysis.test_price_increase import known
from tests.core.cases import MOMENT, alternative, four_issues, line

NOW = MOMENT + timedelta(hours=1)


def test_other_weights_turn_a_breach_and_the_record_stays() -> None:
    found = four_issues(lines=(line(1, Side.THEM, {1: 102, 2: 14, 3: 10, 4: 12}),))
    tried = what_if(found, Supposed(weights={1: Decimal(5)}), NOW)
    assert tried.before.offers[Side.THEM].batna is Light.CERTAIN
    assert tried.after.offers[Side.THEM].batna is Light.CLEAR
    assert found.issues[0].weight == Decimal("0.5")
    assert tried.supposed.issues[1:] == found.issues[1:]


def test_limits_estimates_and_chances_are_tried_too() -> None:
    base = known()
    tried = what_if(
        base,
        Supposed(
            limits={1: Decimal(105)},
            estimates=(estimate(1, Subject.LIMIT, 107), estimate(1, Subject.WEIGHT, 80)),
            probabilities={1: Decimal("0.5")},
        ),
        NOW,
    )
    assert isinstance(tried.before.issue_zones[1], Message)
    zone = tried.after.issue_zones[1]
    assert isinstance(zone, IssueZone)
    assert zone.size == Fraction(-2)
    assert isinstance(tried.before.solutions, Solutions)
    assert isinstance(tried.after.zone, PackageZone)
    assert tried.after.batna is not None
    assert tried.after.batna.value is not None
    assert tried.after.batna.value.low == Fraction(671, 2760)
    weights = [each for each in tried.supposed.estimates if each.subject is Subject.WEIGHT and each.issue_id == 1]
    assert [each.likely for each in weights] == [Decimal(80)]


def test_without_estimates_the_outlook_says_what_is_missing() -> None:
    tried = what_if(four_issues(), Supposed(limits={1: None}), NOW)
    assert isinstance(tried.after.zone, Message)
    assert tried.after.zone == tried.after.solutions
    assert tried.before == tried.after


def test_nothing_supposed_is_the_same_negotiation() -> None:
    found = four_issues(alternatives=(alternative(1, "A", {1: 104}),))
    assert suppose(found, Supposed()) == found
