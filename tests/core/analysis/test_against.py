"""tests: how a package differs from another one, issue by issue."""

from __future__ import annotations

from fractions import Fraction

from core.analysis.against import against
from core.value import Valuation, by_issue
from tests.core.cases import four_issues, terms


def test_the_largest_difference_comes_first_with_its_sign_and_equal_terms_are_none() -> None:
    found = against(
        Valuation(four_issues()),
        by_issue(terms({1: 106, 2: 60, 4: 24})),
        by_issue(terms({1: 104, 2: 30, 3: 8, 4: 24})),
    )
    assert [(each.issue_id, each.share) for each in found] == [(2, Fraction(3, 23)), (1, Fraction(-1, 10))]


def test_of_a_range_the_end_that_we_like_least_counts() -> None:
    (found,) = against(Valuation(four_issues()), by_issue(terms({1: (104, 106)})), by_issue(terms({1: 104})))
    assert found.share == Fraction(-1, 10)
