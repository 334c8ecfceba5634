"""tests: the values a whole number of steps away."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from core.issue import Issue, Option, Point, ScaleKind
from core.message import Message
from core.steps import best_value, exceeding, least_value, share_of_range, step_of, to_limit
from core.term import Term, Value
from core.value import Scale, scale_of
from tests.core.cases import figure, issue


def scale(subject: Issue) -> Scale:
    found = scale_of(subject)
    assert not isinstance(found, Message)
    return found


def least(subject: Issue, start: object, need: str) -> Value | None:
    return least_value(subject, scale(subject), figure(start), Fraction(need))


def limited(subject: Issue, value: object, upto: object = None) -> tuple[Value, Value | None] | None:
    term = Term(issue_id=1, value=figure(value), upto=None if upto is None else figure(upto))
    found = to_limit(subject, scale_of(subject), term)
    return None if found is None else (found.value, found.upto)


def test_a_dip_in_the_line_is_stepped_over_only_where_it_is_worth_it() -> None:
    points = tuple(Point(Decimal(at), Decimal(worth)) for at, worth in ((4, "0.8"), (6, "0.3")))
    subject = issue(1, "Wavy", 10, 0, step=3, points=points)
    assert least(subject, 0, "0.6") == Decimal(3)
    assert least(subject, 0, "0.75") == Decimal(9)
    # worth 0.79 only right at the bend, or at the end; steps of three reach neither exactly before 9
    assert least(subject, 0, "0.9") == Decimal(10)


def test_past_the_best_end_nothing_is_better_inside_the_range() -> None:
    subject = issue(1, "Price", 100, 110, step=1)
    assert least(subject, 99, "1.5") is None
    assert best_value(subject, scale(subject), Term(issue_id=1, value=Decimal(99))) is None
    assert best_value(subject, scale(subject), Term(issue_id=1, value=Decimal(105))) == Decimal(100)


def test_steps_are_written_with_the_places_of_the_step() -> None:
    subject = issue(1, "Price", "1.40", "1.60", step="0.05")
    assert str(least(subject, "1.60", "0.5")) == "1.50"


def test_the_step_is_the_issues_else_a_day_or_the_last_place() -> None:
    assert step_of(issue(1, "P", 1, 2, step="0.25"), Decimal(1)) == Fraction(1, 4)
    assert step_of(issue(1, "P", "1.40", "1.6"), Decimal(2)) == Fraction(1, 100)
    assert step_of(issue(1, "D", kind=ScaleKind.DATE), date(2026, 1, 1)) == 1
    assert step_of(issue(1, "D", kind=ScaleKind.DATE, step="1.5"), date(2026, 1, 1)) == 2


def test_a_term_is_brought_to_the_limit_and_not_further() -> None:
    subject = issue(1, "Price", 100, 110, step=1, limit="104.5")
    assert limited(subject, 107) == (Decimal(104), None)
    assert limited(subject, 103) == (Decimal(103), None)
    assert limited(subject, 102, 107) == (Decimal(102), Decimal(104))
    assert limited(subject, 107, 102) == (Decimal(102), Decimal(104))
    assert limited(subject, 106, 108) == (Decimal(104), None)


def test_without_two_ends_the_limit_is_reached_by_direction() -> None:
    subject = issue(1, "Price", fair=100, limit=104, step=1)
    assert limited(subject, 107) == (Decimal(104), None)


def test_on_a_level_stretch_the_limit_itself_is_reached() -> None:
    points = tuple(Point(Decimal(at), Decimal("0.5")) for at in (103, 107))
    assert limited(issue(1, "Price", 100, 110, step=1, limit=104, points=points), 106) == (Decimal(104), None)


def test_a_limit_better_than_the_best_end_cannot_be_kept_inside_the_range() -> None:
    assert limited(issue(1, "Price", 100, 110, step=1, limit=99), 105) is None


def test_the_distance_from_a_limit_is_exact_and_options_have_none() -> None:
    assert str(exceeding(issue(1, "P", limit="1.50"), Decimal("1.6"))) == "0.10"
    day = issue(1, "D", kind=ScaleKind.DATE, limit=date(2026, 2, 27))
    assert exceeding(day, date(2026, 3, 1)) == 2
    assert exceeding(issue(1, "F", limit="free"), "ours") is None
    assert exceeding(issue(1, "V", 60, 100, ideal=90, limit=75), Decimal(70)) is None


def test_the_share_of_a_range_is_by_place_or_by_value_of_options() -> None:
    assert share_of_range(scale(issue(1, "P", 100, 110)), Decimal(108), Decimal(103)) == Fraction(1, 2)
    options = tuple(Option(label, Decimal(worth)) for label, worth in (("a", "0.2"), ("b", "0.7"), ("c", "1")))
    table = scale(issue(1, "F", kind=ScaleKind.OPTIONS, options=options))
    assert share_of_range(table, "a", "b") == Fraction(5, 8)
    assert share_of_range(table, "a", "lost") == 0
    assert share_of_range(Message("none"), Decimal(1), Decimal(2)) == 0
