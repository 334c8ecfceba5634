"""tests: what the strategy check says of the talk itself, each with its sentence and its place."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from core.advice import Advice, Criterion, Part, Spot
from core.candidate import Candidate
from core.counterpart import Counterpart
from core.estimate import Subject
from core.meeting import Meeting
from core.mode import Around
from core.negotiation import Mode, Negotiation
from core.plan import PlannedConcession, PointKind
from core.side import Side
from core.talk_check import interest_pairs, talk_check
from core.words import Words
from tests.core.cases import MOMENT, PEOPLE, four_issues, whole

SAY = Words()


def checked(subject: Negotiation, around: Around = PEOPLE) -> dict[str, Advice]:
    """Return the advice by the name of what is to be done."""
    return {each.title.code.removeprefix("todo."): each for each in talk_check(subject, around, MOMENT)}


def test_a_talk_that_is_prepared_lacks_nothing() -> None:
    assert checked(whole()) == {}


def test_facts_that_are_open_are_asked_for_one_after_the_other() -> None:
    found = checked(replace(whole(), has_time=None, willingness=None))["mode_facts"]
    assert found.spot == Spot(Part.GOAL, 0, "has_time")
    assert found.share == Fraction(2, 3)


def test_needs_of_each_side_are_asked_for() -> None:
    theirs_only = replace(whole(), needs=whole().needs[1:])
    assert checked(theirs_only)["no_needs_us"].spot == Spot(Part.NEEDS, "us:0", "text")
    assert "no_needs_them" not in checked(theirs_only)


def test_an_interest_of_both_sides_without_a_mark_is_told_at_theirs() -> None:
    positions = tuple(replace(each, match=None) for each in whole().positions)
    subject = replace(whole(), positions=positions)
    assert [(ours.id, theirs.id) for ours, theirs in interest_pairs(subject)] == [(1, 2)]
    assert checked(subject)["no_match"].spot == Spot(Part.NEEDS, "1:0", "them-match")
    assert interest_pairs(replace(subject, positions=positions[:1])) == []


def test_a_goal_that_only_one_side_needs_is_no_common_one_yet() -> None:
    ours, theirs = whole().needs
    for needs, name, field in (
        ((ours,), "goal_of_us", "them-goal"),
        ((theirs,), "goal_of_them", "us-goal"),
        ((), "goal_unlinked", "us-goal"),
    ):
        found = checked(replace(whole(), needs=needs))[name]
        assert found.spot == Spot(Part.COMMON, 1, field)
        assert "“a line that runs until March”" in SAY.message(found.message)


def test_one_package_is_half_of_several() -> None:
    single = (Candidate(id=1, negotiation_id=1, label="A"),)
    assert checked(replace(whole(), candidates=single))["few_packages"].share == Fraction(1, 2)
    assert checked(replace(whole(), candidates=()))["few_packages"].share == 1


def test_their_figures_and_what_counts_to_them_are_both_wanted() -> None:
    limit, weight = whole().estimates
    assert (limit.subject, weight.subject) == (Subject.LIMIT, Subject.WEIGHT)
    weighed = checked(replace(whole(), estimates=(limit,)))["no_their_weight"]
    assert weighed.spot == Spot(Part.THEIRS, "1:weight:", "likely")
    limited = checked(replace(whole(), estimates=(weight,)))["no_their_limit"]
    assert limited.spot == Spot(Part.THEIRS, "1:limit:", "likely")
    assert set(checked(replace(whole(), estimates=()))) == {"no_estimate"}


def people(**authority: str) -> Around:
    rows = (
        Counterpart(id=number, supplier_id=1, name=name, authority=text)
        for number, (name, text) in enumerate(authority.items(), start=1)
    )
    return Around(people=tuple(rows))


def test_whom_we_meet_and_what_they_may_decide_is_asked_for_in_their_file() -> None:
    assert checked(whole(), Around())["nobody"].spot == Spot(Part.THEIRS, "person:0", "name")
    assert checked(whole(), people(Elena="", Rosa=""))["no_authority"].spot == Spot(
        Part.THEIRS, "person:1", "authority"
    )
    # one who decides is enough, as long as nobody knows whom we meet
    assert "no_authority" not in checked(whole(), people(Elena="", Rosa="up to 3 %"))
    meeting = Meeting(negotiation_id=1, planned_at=MOMENT, people=(1,))
    found = checked(replace(whole(), meetings=(meeting,)), people(Elena="", Rosa="up to 3 %"))["no_authority"]
    assert SAY.message(found.title) == "Authority of Elena"


def test_a_step_that_is_given_for_nothing_is_told() -> None:
    step = PlannedConcession(id=4, negotiation_id=1, issue_id=2)
    found = checked(replace(whole(), planned_concessions=(step,)))["given_for_nothing"]
    assert found.spot == Spot(Part.PLAN, "concession:4", "in_return")
    assert SAY.message(found.message).startswith("Payment: a step is given for nothing.")
    asked = replace(step, in_return="a longer contract")
    assert checked(replace(whole(), planned_concessions=(asked,))) == {}


def test_a_test_of_win_win_is_only_asked_for_where_win_win_is_wanted() -> None:
    points = tuple(each for each in whole().plan_points if each.kind is not PointKind.TEST)
    subject = replace(whole(), plan_points=points)
    assert checked(subject)["no_test"].criteria == (Criterion.TEST,)
    assert "no_test" not in checked(replace(subject, mode=Mode.DISTRIBUTIVE))


def test_an_empty_talk_is_asked_for_everything_once() -> None:
    found = list(talk_check(four_issues(), Around(), MOMENT))
    spots = [each.spot for each in found]
    assert len(set(spots)) == len(spots)
    assert all(each.flag is None for each in found)
    assert {each.spot.field for each in found} >= {f"{side.value}-interest" for side in Side}
