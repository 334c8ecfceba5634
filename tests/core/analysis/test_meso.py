"""tests: equal packages, and what their choice tells of what they prefer."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest

from core.analysis.frontier import frontier
from core.analysis.meso import Meso, meso, preference_update
from core.estimate import Subject
from core.message import Message
from core.term import Package
from tests.benchmarks.two_parties import two_parties
from tests.core.analysis.cases import (
    estimate,
    golden,
    known_case,
    option_estimates,
    option_issue,
    random_case,
)
from tests.core.cases import changed, issue, negotiation, terms


def assert_equal_packages(found: Meso) -> None:
    assert len({each.package for each in found.packages}) == len(found.packages)
    for each in found.packages:
        assert abs(each.ours - found.target) <= found.tolerance
        assert 0 <= each.differs <= 1
    assert list(found.packages) == sorted(found.packages, key=lambda each: -each.theirs)
    assert (found.note is None) == (len(found.packages) == 3)


@pytest.mark.parametrize(("issues", "options"), [(8, 6), (10, 10), (20, 20)])
def test_many_packages_always_hold_three_equal_ones(issues: int, options: int) -> None:
    case = known_case(two_parties(issues, options))
    front = frontier(case)
    target = front.points[len(front.points) // 2].ours
    found = meso(case, target, Fraction(1, 100 * issues), front)
    assert len(found.packages) == 3
    assert_equal_packages(found)
    assert all(each.differs > Fraction(1, 10) for each in found.packages)
    best = front.best_for_them(target - found.tolerance)
    assert best is not None
    assert found.packages[0].theirs == best.theirs
    # searched without the frontier the first is worth the same
    assert meso(case, target, found.tolerance).packages[0].theirs == best.theirs


def test_many_values_of_few_issues_hold_three_too_and_long_decimals_as_well() -> None:
    random = Random("meso wide")
    issues, estimates = [], []
    for issue_id in range(1, 5):
        ours, theirs = (sorted(Decimal(random.randrange(10**9)).scaleb(-9) for _ in range(101)) for _ in range(2))
        issues.append(option_issue(issue_id, random.randint(1, 99), ours[::-1]))
        estimates += option_estimates(issue_id, random.randint(1, 99), theirs)
    case = known_case(negotiation(*issues, estimates=tuple(estimates)))
    for target in (Fraction(1, 5), Fraction(1, 2), Fraction(4, 5)):
        found = meso(case, target)
        assert len(found.packages) == 3
        assert_equal_packages(found)


@pytest.mark.parametrize("target", [Fraction(2, 5), Fraction(1, 2), Fraction(3, 5)])
def test_one_issue_that_outweighs_all_others_leaves_three_too(target: Fraction) -> None:
    issues, estimates = [], []
    for issue_id, (steps, weight) in enumerate(((9, 80), (13, 6), (3, 5), (13, 9)), start=1):
        issues.append(issue(issue_id, f"Issue {issue_id}", 0, steps, weight, step=1))
        estimates += [
            estimate(issue_id, Subject.WEIGHT, 1),
            estimate(issue_id, Subject.BEST, steps),
            estimate(issue_id, Subject.WORST, 0),
        ]
    found = meso(known_case(negotiation(*issues, estimates=tuple(estimates))), target)
    assert len(found.packages) == 3
    assert_equal_packages(found)


def test_issues_that_would_make_a_million_efficient_parts_are_searched_on_the_grid() -> None:
    issues, estimates = [], []
    for issue_id in range(1, 37):
        issues.append(option_issue(issue_id, 2**issue_id, (1, 0)))
        estimates += option_estimates(issue_id, 2**issue_id, (0, 1))
    found = meso(known_case(negotiation(*issues, estimates=tuple(estimates))), Fraction(1, 2))
    assert found.packages
    assert_equal_packages(found)


@pytest.mark.parametrize("kind", ["plain", "ties", "careless", "steps", "long"])
def test_few_packages_are_all_looked_at(kind: str) -> None:
    random = Random(f"meso {kind}")
    for _ in range(20):
        case = known_case(random_case(random, kind))
        front = frontier(case)
        assert_equal_packages(meso(case, front.points[0].ours, Fraction(1, 20), front))
        assert_equal_packages(meso(case, Fraction(1, 2), Fraction(1, 20)))


def test_the_first_is_the_best_for_them_and_the_others_give_way_elsewhere() -> None:
    case = known_case(golden())
    found = meso(case, Fraction("0.60"), Fraction("0.05"), frontier(case))
    assert len(found.packages) == 3
    assert_equal_packages(found)
    assert found.packages[0].theirs == max(
        point.theirs for point in frontier(case).points if point.ours >= Fraction("0.55")
    )


def test_packages_keep_our_limits() -> None:
    limited = changed(golden(), 2, limit="o1")
    found = meso(known_case(limited), Fraction("0.60"), Fraction("0.10"))
    assert found.packages
    assert all(term.value == "o1" for each in found.packages for term in each.package if term.issue_id == 2)


def test_fewer_than_three_are_said() -> None:
    found = meso(known_case(golden()), Fraction(1), Fraction(1, 100))
    assert len(found.packages) == 1
    assert found.note is not None
    assert found.note.code == "analysis.meso_few"
    assert meso(known_case(golden()), Fraction(2)).packages == ()


# -- the choice ------------------------------------------------------------------------------------------------------

PACKAGES: tuple[Package, ...] = (
    terms({1: "o1", 2: "o3", 3: "o1"}),
    terms({1: "o3", 2: "o1", 3: "o1"}),
    terms({1: "o2", 2: "o2", 3: "o1"}),
)


def test_weights_rise_where_the_choice_gives_more_than_the_mean_of_the_others() -> None:
    shifts = preference_update(golden(), PACKAGES, 0)
    assert not isinstance(shifts, Message)
    # they chose the long term: 50 x 1.1 of 30 + 55 + 20
    assert [(each.issue_id, each.raised) for each in shifts] == [(1, False), (2, True), (3, False)]
    assert [each.before for each in shifts] == [Fraction(30, 100), Fraction(50, 100), Fraction(20, 100)]
    assert [each.after for each in shifts] == [Fraction(30, 105), Fraction(55, 105), Fraction(20, 105)]
    assert shifts[1].estimate.likely == Decimal("55.0")
    assert shifts[0].estimate in golden().estimates


def test_a_range_moves_as_a_whole() -> None:
    base = golden()
    ranged = estimate(2, Subject.WEIGHT, 50, low=40, high=70)
    found = replace(base, estimates=(*(e for e in base.estimates if e != estimate(2, Subject.WEIGHT, 50)), ranged))
    shifts = preference_update(found, PACKAGES, 0)
    assert not isinstance(shifts, Message)
    changed_one = next(each.estimate for each in shifts if each.raised)
    assert (changed_one.low, changed_one.likely, changed_one.high) == (Decimal(44), Decimal(55), Decimal(77))


def test_putting_the_estimates_in_place_gives_the_shares_that_were_shown() -> None:
    base = golden()
    shifts = preference_update(base, PACKAGES, 1)
    assert not isinstance(shifts, Message)
    rest = tuple(each for each in base.estimates if each.subject is not Subject.WEIGHT)
    after = known_case(replace(base, estimates=(*rest, *(each.estimate for each in shifts))))
    assert after.theirs.shares == {each.issue_id: each.after for each in shifts}


def test_without_estimates_it_says_what_to_estimate() -> None:
    assert isinstance(preference_update(replace(golden(), estimates=()), PACKAGES, 0), Message)
