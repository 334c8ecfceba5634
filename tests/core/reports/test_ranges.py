"""tests: core/reports/ranges.py - where both could agree, said and drawn."""

from __future__ import annotations

from dataclasses import replace

from core.estimate import Estimate, Subject
from core.negotiation import Negotiation
from core.reports.case import Case
from core.reports.ranges import overlaps, range_chart
from core.words import Words
from tests.core.reports import cases
from tests.core.reports.cases import D


def of(negotiation: Negotiation) -> Case:
    return Case(negotiation, Words(), cases.MADE_AT.date())


def estimated(issue_id: int, likely: object) -> Negotiation:
    estimate = Estimate(negotiation_id=14, issue_id=issue_id, subject=Subject.LIMIT, likely=likely)  # type: ignore[arg-type]
    return replace(cases.negotiation(), estimates=(estimate,))


def test_the_zone_lies_between_both_limits() -> None:
    case = of(cases.negotiation())
    row = range_chart(case, case.top).rows[0]
    assert row.limit is not None
    assert row.their_limit is not None
    assert row.zone == (row.limit.at, row.their_limit.likely.at)
    assert row.room == "1.38 to 1.45"


def test_no_overlap_is_said_with_the_gap() -> None:
    case = of(estimated(1, D("1.48")))
    chart = range_chart(case, case.top)
    assert chart.rows[0].zone is None
    assert chart.rows[0].room == "no overlap: 0.03 apart"
    assert chart.title == "No overlap on price"
    assert overlaps(case, case.top[0]) is False


def test_equal_limits_leave_one_point() -> None:
    case = of(estimated(3, "shared"))
    row = next(row for row in range_chart(case, case.top).rows if row.name == "Recall cover")
    assert row.room == "shared, nothing else"
    assert row.zone is not None
    assert row.zone[0] == row.zone[1]


def test_without_an_estimate_their_quotation_shows_what_is_sure() -> None:
    case = of(replace(cases.negotiation(), estimates=()))
    rows = {row.name: row for row in range_chart(case, case.top).rows}
    assert rows["Lead time"].room == "2 to 5 (quoted)"
    assert rows["Price"].room == "quoted 0.05 past our limit"


def test_better_for_us_is_right_whichever_way_the_figures_run() -> None:
    case = of(cases.negotiation())
    for row in range_chart(case, case.top).rows:
        assert row.limit is not None
        assert row.opening is not None
        assert row.limit.at < row.opening.at
        assert all(0 <= spot.at <= 1 for spot in (row.limit, row.opening, row.quoted) if spot is not None)


def test_issues_without_a_scale_are_placed_by_their_figures() -> None:
    before = cases.negotiation()
    unscaled = replace(before.issues[0], best=None, worst=None)
    case = of(replace(before, issues=(unscaled,)))
    row = range_chart(case, case.top).rows[0]
    assert row.limit is not None
    assert row.target is not None
    assert row.limit.at < row.target.at


def test_nothing_set_is_said() -> None:
    before = cases.negotiation()
    empty = replace(before.issues[0], limit=None, fair=None, opening=None)
    case = of(replace(before, issues=(empty,)))
    chart = range_chart(case, case.top)
    assert chart.rows[0].room == "our limit is not set"
    assert chart.title == "No limit of ours is set yet, so nobody can tell where there is room"
