"""tests: which steps are concessions, and what they are worth."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from core.concessions import propose, worth
from core.estimate import Estimate, Subject
from core.line import Line
from core.negotiation import Negotiation
from core.side import Side
from core.term import Value
from tests.core.cases import MOMENT, canned_food, four_issues, line, terms

US, THEM = Side.US, Side.THEM


def steps(subject: Negotiation, new: Line) -> list[tuple[int, Value, Value]]:
    return [(each.issue_id, each.from_value, each.to_value) for each in propose(subject, new)]


def after(*lines: Line, **fields: Any) -> Negotiation:
    return four_issues(lines=lines, **fields)


def test_a_step_that_costs_its_maker_is_a_concession() -> None:
    subject = after(line(1, THEM, {1: 108, 2: 14}), line(2, US, {1: 100, 3: 4}))
    assert steps(subject, line(3, THEM, {1: 106, 2: 14})) == [(1, Decimal(108), Decimal(106))]
    assert steps(subject, line(3, US, {1: 101, 3: 5})) == [
        (1, Decimal(100), Decimal(101)),
        (3, Decimal(4), Decimal(5)),
    ]


def test_asking_for_more_or_speaking_of_something_new_is_none() -> None:
    subject = after(line(1, THEM, {1: 106}), line(2, US, {1: 101}))
    assert steps(subject, line(3, THEM, {1: 107, 4: 24})) == []
    assert steps(subject, line(3, US, {1: 100})) == []


def test_the_lines_and_what_it_was_for_are_kept() -> None:
    subject = after(line(1, THEM, {1: 108}), line(2, THEM, {3: 8}))
    (found,) = propose(subject, line(5, THEM, {1: 106}), "volume")
    assert (found.from_line_id, found.to_line_id, found.side) == (1, 5, THEM)
    assert (found.in_return_for, found.confirmed) == ("volume", False)


def test_their_step_is_measured_by_our_estimate_of_them() -> None:
    likes_late = (
        Estimate(negotiation_id=1, issue_id=3, subject=Subject.BEST, likely=Decimal(4)),
        Estimate(negotiation_id=1, issue_id=3, subject=Subject.WORST, likely=Decimal(12)),
    )
    said = line(1, THEM, {3: 8})
    assert steps(after(said), line(2, THEM, {3: 6})) == [(3, Decimal(8), Decimal(6))]
    # a step that suits them as well is none of theirs
    assert steps(after(said, estimates=likes_late), line(2, THEM, {3: 6})) == []
    assert steps(after(said, estimates=likes_late), line(2, THEM, {3: 9})) == [(3, Decimal(8), Decimal(9))]


def test_what_is_conditional_is_not_given_and_not_counted_from() -> None:
    subject = after(line(1, THEM, {1: 108}), line(2, THEM, {1: 102}, conditions={2: 14}))
    assert steps(subject, line(3, THEM, {1: 101}, conditions={2: 14})) == []
    assert steps(subject, line(3, THEM, {1: 106})) == [(1, Decimal(108), Decimal(106))]


def test_a_withdrawn_term_is_not_counted_from() -> None:
    gone = line(2, THEM, {1: 104})
    gone = replace(gone, terms=tuple(replace(term, withdrawn_at=MOMENT) for term in gone.terms))
    subject = after(line(1, THEM, {1: 108}), gone)
    assert steps(subject, line(3, THEM, {1: 106})) == [(1, Decimal(108), Decimal(106))]


def test_of_a_range_the_end_its_speaker_likes_best_counts() -> None:
    subject = after(line(1, THEM, {1: (104, 108)}))
    assert steps(subject, line(2, THEM, {1: (103, 106)})) == [(1, Decimal(108), Decimal(106))]
    assert steps(subject, line(2, THEM, {1: (100, 108)})) == []


def test_a_concession_is_worth_points_and_money() -> None:
    case = canned_food(lines=(line(1, THEM, {1: "1.60"}),))
    (theirs,) = propose(case, line(2, THEM, {1: "1.55"}))
    found = worth(case, theirs)
    assert found.money == 5000
    assert found.share == Fraction(5000) / Fraction("20882.78")
    ours = replace(theirs, side=US, from_value=Decimal("1.40"), to_value=Decimal("1.45"))
    assert worth(case, ours).money == -5000
    unknown = replace(theirs, issue_id=77)
    assert worth(case, unknown).share is None


def test_terms_of_issues_that_are_gone_are_passed_over() -> None:
    subject = after(line(1, THEM, {77: 5}))
    assert propose(subject, line(2, THEM, {77: 4})) == ()
    assert terms({77: 4})[0].issue_id == 77
