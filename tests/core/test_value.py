"""tests: what terms and packages are worth, inside the range and past it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.issue import Issue, Option, Point, ScaleKind
from core.message import Message
from core.negotiation import Negotiation
from core.term import Package, Value
from core.value import Valuation, by_issue, compare, direction, is_outside, passes_limit, scale_of
from core.verdict import Interval
from tests.core.cases import MOMENT, changed, figure, four_issues, issue, negotiation, terms

PRICE = issue(1, "Price", 100, 110)
BENT = issue(1, "Price", 100, 110, points=(Point(at=Decimal(104), value=Decimal("0.9")),))
IDEAL = issue(1, "Volume", 60, 100, ideal=90)
CLOSING = issue(1, "Closing", date(2026, 12, 1), date(2026, 12, 31), kind=ScaleKind.DATE)
FREIGHT = issue(
    1,
    "Freight",
    kind=ScaleKind.OPTIONS,
    options=(Option("free", Decimal("0.9")), Option("shared", Decimal("0.4")), Option("ours", Decimal("0.1"))),
)


def issue_value(subject: Issue, value: Value) -> Fraction | None:
    """Return v of a value, None where the issue cannot value it."""
    scale = scale_of(subject)
    return None if isinstance(scale, Message) else scale.value(value)


def issue_span(subject: Issue) -> tuple[Fraction, Fraction] | None:
    """Return the least and the greatest value of an unsaid issue, None where it has no scale."""
    scale = scale_of(subject)
    return None if isinstance(scale, Message) else scale.span


def is_better(subject: Issue, one: Value, other: Value) -> bool:
    """Tell whether `one` is better for us than `other`."""
    return compare(subject, one, other) == 1


def package_value(case: Negotiation, package: Package) -> Interval | Message | None:
    """Return what a package is worth, or why it cannot be valued."""
    valuation = Valuation(case)
    return valuation.package(by_issue(package)) or valuation.obstacle


def value_at_baselines(case: Negotiation, package: Package) -> Fraction | None:
    """Return what a package is worth with unsaid issues at their baselines, None where one has no baseline."""
    return Valuation(case).at_baselines(by_issue(package))


def worth(subject: Issue, value: object) -> Fraction:
    found = issue_value(subject, figure(value))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("subject", "value", "expected"),
    [
        (PRICE, 100, "1"),
        (PRICE, 110, "0"),
        (PRICE, 103, "0.7"),
        (PRICE, 130, "-2"),
        (PRICE, 95, "1.5"),
        (BENT, 104, "0.9"),
        (BENT, 107, "0.45"),
        (BENT, 116, "-0.9"),
        (BENT, 96, "1.1"),
        (IDEAL, 90, "1"),
        (IDEAL, 60, "0"),
        (IDEAL, 100, "0"),
        (IDEAL, 75, "0.5"),
        (IDEAL, 30, "-1"),
        (IDEAL, 110, "-1"),
        (CLOSING, date(2026, 12, 16), "0.5"),
        (CLOSING, date(2027, 1, 30), "-1"),
        (FREIGHT, "shared", "0.4"),
    ],
)
def test_values_are_linear_bent_ideal_or_of_a_table_and_continued_past_the_ends(
    subject: Issue, value: object, expected: str
) -> None:
    assert worth(subject, value) == Fraction(expected)


def test_an_unsaid_issue_spans_what_its_range_may_be_worth() -> None:
    assert issue_span(PRICE) == (Fraction(0), Fraction(1))
    assert issue_span(IDEAL) == (Fraction(0), Fraction(1))
    assert issue_span(FREIGHT) == (Fraction("0.1"), Fraction("0.9"))
    over = issue(1, "Price", 100, 110, points=(Point(at=Decimal(105), value=Decimal("1.2")),))
    assert issue_span(over) == (Fraction(0), Fraction("1.2"))
    assert issue_span(issue(1, "Price", 100)) is None


def test_a_point_past_the_ends_is_left_out_and_one_at_an_end_replaces_it() -> None:
    points = (Point(at=Decimal(120), value=Decimal(1)), Point(at=Decimal(110), value=Decimal("0.2")))
    subject = issue(1, "Price", 100, 110, points=points)
    assert worth(subject, 110) == Fraction("0.2")
    assert worth(subject, 120) == Fraction("-0.6")


@pytest.mark.parametrize(
    "subject",
    [
        issue(1, "No end", 100),
        issue(1, "Same ends", 100, 100),
        issue(1, "No options", kind=ScaleKind.OPTIONS),
        issue(1, "Days of numbers", 1, 2, kind=ScaleKind.DATE),
        issue(1, "Ideal outside", 1, 2, ideal=3),
    ],
)
def test_what_has_no_scale_has_no_value(subject: Issue) -> None:
    assert issue_value(subject, Decimal(1)) is None
    assert isinstance(package_value(negotiation(subject), terms({1: 1})), Message)


def test_values_of_another_kind_are_not_valued_and_never_an_error() -> None:
    assert issue_value(PRICE, "free") is None
    assert issue_value(PRICE, date(2026, 1, 1)) is None
    assert issue_value(FREIGHT, Decimal(1)) is None
    assert issue_value(FREIGHT, "lost option") is None
    assert not is_outside(PRICE, date(2026, 1, 1))
    assert compare(PRICE, "free", Decimal(1)) is None


def test_outside_is_past_an_end_not_at_it() -> None:
    assert not is_outside(PRICE, Decimal(110))
    assert is_outside(PRICE, Decimal("110.01"))
    assert is_outside(PRICE, Decimal(99))
    assert is_outside(CLOSING, date(2027, 1, 1))
    assert not is_outside(FREIGHT, "anything")
    assert not is_outside(issue(1, "Price", 100), Decimal(5))


def test_better_means_more_value() -> None:
    assert is_better(PRICE, Decimal(101), Decimal(102))
    assert is_better(IDEAL, Decimal(85), Decimal(99))
    assert not is_better(IDEAL, Decimal(75), Decimal(95))
    assert is_better(FREIGHT, "free", "ours")
    assert compare(IDEAL, Decimal(75), Decimal(95)) == 0


def test_on_a_level_stretch_the_direction_tells() -> None:
    level = issue(1, "Price", 100, 110, points=tuple(Point(at=Decimal(at), value=Decimal("0.5")) for at in (103, 106)))
    assert worth(level, 104) == worth(level, 105)
    assert is_better(level, Decimal(104), Decimal(105))


def test_with_equal_ends_the_ladder_tells_the_direction() -> None:
    assert direction(issue(1, "Price", 100, 100, fair=101, limit=104)) == -1
    assert direction(issue(1, "Price", 100, opening=120)) == -1
    assert direction(issue(1, "Price", limit=104)) == 0
    assert is_better(issue(1, "Warranty", fair=24, limit=12), Decimal(20), Decimal(18))


GOLDEN: list[tuple[dict[int, Any], Fraction]] = [
    ({1: 104, 2: 30, 3: 8, 4: 24}, Fraction(671, 1380)),
    ({1: 105, 2: 60, 3: 5, 4: 24}, Fraction(2, 3)),
    ({1: 102, 2: 14, 3: 10, 4: 12}, Fraction(2, 5)),
    ({1: 130, 2: 60, 3: 4, 4: 36}, Fraction(-1, 2)),
    ({1: 95, 2: 30, 3: 8, 4: 24}, Fraction(671, 1380) + Fraction("0.45")),
]


@pytest.mark.parametrize(("package", "expected"), GOLDEN)
def test_golden_packages(package: dict[int, Any], expected: Fraction) -> None:
    assert package_value(four_issues(), terms(package)) == Interval(expected, expected)


def test_golden_partial_offers() -> None:
    assert package_value(four_issues(), terms({1: 106})) == Interval(Fraction("0.2"), Fraction("0.7"))
    assert package_value(four_issues(), terms({1: 108, 3: 10})) == Interval(Fraction("0.1"), Fraction("0.4"))


def test_a_range_of_terms_is_an_interval_with_its_bends() -> None:
    assert package_value(negotiation(issue(1, "V", 60, 100, 1, ideal=90)), terms({1: (80, 95)})) == Interval(
        Fraction(1, 2), Fraction(1)
    )


def test_the_figure_at_the_baselines_needs_every_baseline() -> None:
    case = changed(changed(four_issues(), 2, baseline=Decimal(14)), 3, baseline=Decimal(10))
    assert value_at_baselines(case, terms({1: 106})) is None
    case = changed(case, 4, baseline=Decimal(12))
    assert value_at_baselines(case, terms({1: 106})) == Fraction(1, 5)


def test_an_issue_that_counts_nothing_needs_no_scale() -> None:
    case = negotiation(issue(1, "Price", 100, 110, 1), issue(2, "Later", weight=0))
    assert package_value(case, terms({1: 105})) == Interval(Fraction(1, 2), Fraction(1, 2))


def test_a_withdrawn_term_is_unsaid() -> None:
    package = tuple(replace(term, withdrawn_at=MOMENT) for term in terms({1: 106}))
    assert package_value(four_issues(), package) == Interval(Fraction(0), Fraction(1))


scales = st.one_of(
    st.builds(
        lambda best, gap, parts: issue(
            1,
            "Issue",
            best,
            best + gap,
            1,
            points=tuple(
                Point(at=Decimal(best) + Decimal(gap) * part / 10, value=(1 - Decimal(part) / 10) ** 2)
                for part in parts
            ),
        ),
        st.integers(-50, 50),
        st.integers(-40, 40).filter(bool),
        st.lists(st.integers(1, 9), max_size=3, unique=True),
    ),
    st.builds(lambda best, gap: issue(1, "Issue", best, best + gap, 1), st.integers(-9, 9), st.integers(1, 9)),
)
places = st.decimals(min_value=-100, max_value=100, places=2, allow_nan=False)


@given(scales, places, places)
def test_a_better_term_never_lowers_the_value(subject: Issue, one: Decimal, other: Decimal) -> None:
    case = negotiation(subject, issue(2, "Rest", 1, 0, 3))
    better, worse = (one, other) if is_better(subject, one, other) else (other, one)
    found = [package_value(case, terms({1: value, 2: "0.5"})) for value in (better, worse)]
    assert isinstance(found[0], Interval)
    assert isinstance(found[1], Interval)
    assert found[0].low >= found[1].low


@given(
    st.dictionaries(st.integers(1, 4), st.integers(0, 100), max_size=3),
    st.tuples(*[st.integers(0, 100)] * 4),
)
def test_partial_intervals_contain_every_completion_within_the_ranges(
    said: dict[int, int], rest: tuple[int, ...]
) -> None:
    case = four_issues()

    def at(issue_id: int, along: int) -> Value:
        subject = case.issue_by_id[issue_id]
        assert isinstance(subject.best, Decimal)
        assert isinstance(subject.worst, Decimal)
        return subject.worst + (subject.best - subject.worst) * along / 100

    partial = {issue_id: at(issue_id, along) for issue_id, along in said.items()}
    whole = {issue_id: at(issue_id, along) for issue_id, along in enumerate(rest, start=1)} | partial
    interval, figure_of_whole = package_value(case, terms(partial)), package_value(case, terms(whole))
    assert isinstance(interval, Interval)
    assert isinstance(figure_of_whole, Interval)
    assert interval.low <= figure_of_whole.low <= interval.high


def test_a_change_is_worth_what_the_changed_package_is() -> None:
    valuation = Valuation(four_issues())
    stated = {term.issue_id: term for term in terms({1: 106, 3: 9})}
    changes = {term.issue_id: term for term in terms({1: 104, 2: 50})}
    before = valuation.package(stated)
    assert before is not None
    assert valuation.changed(before, stated, changes) == valuation.package({**stated, **changes})


def test_a_term_passes_a_limit_with_either_end() -> None:
    limited = issue(1, "Price", 100, 110, limit=106)
    (fair, past), (inside,), (half,) = terms({1: 106, 2: 107}), terms({1: (104, 106)}), terms({1: (104, 107)})
    assert [passes_limit(limited, each) for each in (fair, past, inside, half)] == [False, True, False, True]
    assert not passes_limit(PRICE, past)
