"""tests: both parties on one grid, scored in whole numbers."""

from __future__ import annotations

from fractions import Fraction

from core.analysis.case import case_of
from core.message import Message
from tests.core.analysis.cases import golden, known_case
from tests.core.analysis.test_price_increase import known
from tests.core.cases import DAY, changed, four_issues, terms


def test_scores_are_exact_over_a_common_denominator() -> None:
    case = known_case(known())
    for column in case.columns:
        for term, ours, theirs in zip(column.terms, column.ours, column.theirs, strict=True):
            assert Fraction(ours, case.our_scale) == case.ours.part(column.issue.id, term.value)
            assert Fraction(theirs, case.their_scale) == case.theirs.part(column.issue.id, term.value)


def test_a_grid_coarser_than_the_step_is_noted() -> None:
    assert [note.code for note in known_case(known()).notes] == ["analysis.step_widened"]
    assert known_case(golden()).notes == ()


def test_limits_cut_values_off() -> None:
    case = known_case(changed(golden(), 1, limit="o2"))
    inside = case.within_limits()
    assert inside is not None
    assert inside.packages == 18
    assert case.past_limit(terms({1: "o3", 2: "o3", 3: "o1"})) == (1,)


def test_what_is_missing_comes_instead_of_a_case() -> None:
    assert isinstance(case_of(four_issues(), DAY), Message)
    assert isinstance(case_of(changed(known(), 1, best=None), DAY), Message)
