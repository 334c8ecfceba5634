"""tests: which mode the records speak for, with what reasons and warnings, and what is said not to be known."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.estimate import Estimate, Subject
from core.line import Verb
from core.meeting import Meeting
from core.mode import OPENING_QUESTIONS, WAYS_TO_SHIFT, Around, advise, must_shift
from core.negotiation import Mode, Negotiation, Willingness
from core.sentences import SENTENCES
from core.side import Basis, Side
from core.strategy import Position
from core.supplier import Supplier
from tests.core.cases import MOMENT, four_issues, issue, line, negotiation

INTEGRATIVE, DISTRIBUTIVE = Mode.INTEGRATIVE, Mode.DISTRIBUTIVE


def codes(subject: Negotiation, around: Around | None = None) -> set[str]:
    found = advise(subject, around or Around(), MOMENT)
    return {each.message.code for each in found.reasons} | {each.code for each in found.warnings}


def mode(subject: Negotiation, around: Around | None = None) -> Mode | None:
    return advise(subject, around or Around(), MOMENT).mode


def supplier(ours: int | None, theirs: int | None) -> Around:
    shares = [None if each is None else Decimal(each) for each in (ours, theirs)]
    return Around(supplier=Supplier(name="x", our_share_of_their_sales=shares[0], their_share_of_our_supply=shares[1]))


def with_weights(*weights: str) -> Negotiation:
    subject = four_issues()
    estimates = tuple(
        Estimate(negotiation_id=1, issue_id=number, subject=Subject.WEIGHT, likely=Decimal(weight))
        for number, weight in enumerate(weights, 1)
    )
    return replace(subject, estimates=estimates)


def test_several_issues_speak_for_integration() -> None:
    assert mode(four_issues()) is INTEGRATIVE
    assert codes(four_issues()) == {"mode.several_issues"}


def test_one_issue_leaves_nothing_to_integrate_whatever_else_is_known() -> None:
    single = negotiation(issue(1, "Price", 1, 2, 5))
    around = replace(supplier(10, 40), earlier=3, relationship=2)
    assert mode(single, around) is DISTRIBUTIVE
    unweighed = negotiation(issue(1, "Price", 1, 2, 5), issue(2, "Colour", 1, 2, 0))
    assert mode(unweighed) is DISTRIBUTIVE


def test_without_issues_there_is_no_advice() -> None:
    found = advise(negotiation(), replace(supplier(10, 40), earlier=3), MOMENT)
    assert found.mode is None
    assert "mode.unknown_issues" in {each.code for each in found.unknown}


def test_issues_without_weights_are_counted_as_they_are() -> None:
    assert mode(negotiation(issue(1, "Price"), issue(2, "Payment"))) is INTEGRATIVE


def test_an_issue_that_is_nearly_all_leaves_little_to_trade() -> None:
    subject = negotiation(issue(1, "Price", 1, 2, 95), issue(2, "Payment", 1, 2, 5))
    assert mode(subject) is DISTRIBUTIVE
    assert codes(subject) == {"mode.one_weighs"}


def test_other_priorities_of_theirs_speak_for_integration_and_the_same_ones_against() -> None:
    assert "mode.priorities_differ" in codes(with_weights("2", "5", "2", "1"))
    assert "mode.priorities_alike" in codes(with_weights("5", "2", "2", "1"))
    assert mode(with_weights("5", "2", "2", "1")) is None
    unknown = {each.code for each in advise(four_issues(), Around(), MOMENT).unknown}
    assert "mode.unknown_priorities" in unknown


@pytest.mark.parametrize(
    ("ours", "theirs", "code"),
    [(10, 60, "mode.power_theirs"), (70, 5, "mode.mind_power"), (20, 22, "mode.power_alike")],
)
def test_dependence_is_read_both_ways(ours: int, theirs: int, code: str) -> None:
    found = codes(four_issues(), supplier(ours, theirs))
    assert code in found
    assert len([each for each in found if "power" in each]) == 1


def test_dependence_known_one_way_only_is_not_known() -> None:
    found = advise(four_issues(), supplier(70, None), MOMENT)
    assert {"mode.unknown_dependence", "mode.unknown_willingness"} <= {each.code for each in found.unknown}


def test_a_lasting_relationship_speaks_for_integration() -> None:
    assert {"mode.earlier_one", "mode.relation_good"} <= codes(four_issues(), Around(earlier=1, relationship=1))
    assert "mode.mind_relation" in codes(four_issues(), Around(earlier=4, relationship=-1))


def test_a_sanction_of_theirs_speaks_against_one_of_ours_does_not() -> None:
    theirs = replace(four_issues(), lines=(line(1, Side.THEM, verb=Verb.SANCTION),))
    ours = replace(four_issues(), lines=(line(1, Side.US, verb=Verb.SANCTION),))
    assert "mode.sanctions" in codes(theirs)
    assert "mode.sanctions" not in codes(ours)


def test_a_near_meeting_without_their_interests_leaves_no_time() -> None:
    soon = Meeting(negotiation_id=1, planned_at=MOMENT + timedelta(days=1))
    subject = replace(four_issues(), meetings=(soon,))
    assert "mode.no_time" in codes(subject)
    known = Position(negotiation_id=1, side=Side.THEM, interest="cash", basis=Basis.SAID)
    assert "mode.no_time" not in codes(replace(subject, positions=(known,)))
    later = replace(soon, planned_at=MOMENT + timedelta(days=9))
    assert "mode.no_time" not in codes(replace(subject, meetings=(later,)))
    past = replace(soon, planned_at=MOMENT - timedelta(days=1))
    assert "mode.no_time" not in codes(replace(subject, meetings=(past,)))


def test_small_issues_and_guessed_interests_are_minded() -> None:
    subject = negotiation(issue(1, "Price", 1, 2, 60), issue(2, "Payment", 1, 2, 38), issue(3, "Label", 1, 2, 2))
    guess = Position(negotiation_id=1, side=Side.THEM, interest="cash", basis=Basis.GUESS)
    found = advise(replace(subject, positions=(guess,)), Around(), MOMENT)
    small, guesses = found.warnings
    assert (small.code, small.data["issues"], guesses.code) == ("mode.mind_small", "Label", "mode.mind_guesses")


@given(
    weights=st.lists(st.integers(0, 20), max_size=5),
    earlier=st.integers(0, 5),
    relationship=st.none() | st.integers(-2, 2),
    shares=st.tuples(st.none() | st.integers(0, 100), st.none() | st.integers(0, 100)),
)
def test_the_advice_follows_its_reasons_and_every_word_has_a_sentence(
    weights: list[int], earlier: int, relationship: int | None, shares: tuple[int | None, int | None]
) -> None:
    subject = negotiation(*(issue(n, f"I{n}", 1, 2, weight) for n, weight in enumerate(weights, 1)))
    found = advise(subject, replace(supplier(*shares), earlier=earlier, relationship=relationship), MOMENT)
    for each in (*(reason.message for reason in found.reasons), *found.warnings, *found.unknown):
        assert each.code in SENTENCES
    if found.mode is not None:
        assert found.reasons_for(found.mode)


def test_what_the_user_knows_counts_once_each() -> None:
    knows = replace(four_issues(), is_lasting=True, has_time=True, willingness=Willingness.WILLING)
    assert {"mode.lasting", "mode.time", "mode.willing", "mode.mind_willing"} <= codes(knows)
    said = replace(knows, willingness_basis=Basis.SAID)
    assert "mode.mind_willing" not in codes(said)
    against = replace(four_issues(), is_lasting=False, has_time=False)
    assert {"mode.not_lasting", "mode.too_little_time"} <= codes(against)
    assert mode(against) is DISTRIBUTIVE


def test_win_win_takes_both_sides() -> None:
    unwilling = replace(four_issues(), is_lasting=True, has_time=True, willingness=Willingness.UNWILLING)
    assert mode(unwilling) is None
    assert mode(replace(unwilling, willingness=Willingness.UNSURE)) is INTEGRATIVE


def test_what_is_said_of_the_time_goes_before_the_calendar() -> None:
    soon = Meeting(negotiation_id=1, planned_at=MOMENT + timedelta(days=1))
    subject = replace(four_issues(), meetings=(soon,), has_time=True)
    assert "mode.no_time" not in codes(subject)


def test_facts_that_are_said_are_counted_as_known() -> None:
    knows = replace(four_issues(), is_lasting=True, has_time=False, willingness=Willingness.WILLING)
    asked = {each.code for each in advise(knows, Around(), MOMENT).unknown}
    assert asked == {"mode.unknown_priorities", "mode.unknown_dependence"}
    # who dealt with us before stays with us
    assert "mode.unknown_lasting" not in {
        each.code for each in advise(four_issues(), Around(earlier=1), MOMENT).unknown
    }


def test_a_talk_is_shifted_only_where_win_win_is_wanted_and_doubtful() -> None:
    assert not must_shift(four_issues())
    assert must_shift(replace(four_issues(), willingness=Willingness.UNSURE))
    assert must_shift(replace(four_issues(), lines=(line(1, Side.THEM, verb=Verb.SANCTION),)))
    assert not must_shift(replace(four_issues(), mode=DISTRIBUTIVE, willingness=Willingness.UNWILLING))


def test_every_question_and_every_way_to_shift_has_its_sentence_and_its_risk() -> None:
    for each in (*OPENING_QUESTIONS, *(part for way in WAYS_TO_SHIFT for part in (way.what, way.risk))):
        assert each.code in SENTENCES


# each fact alone: beside two issues of equal weight, which speak for integration by themselves, it adds its one reason

EVEN = negotiation(issue(1, "Price", 1, 2, 5), issue(2, "Payment", 1, 2, 5))
SANCTION = line(1, Side.THEM, verb=Verb.SANCTION, rest="stop of deliveries")
SOON = Meeting(id=1, negotiation_id=1, planned_at=MOMENT + timedelta(days=1))
FACTS: tuple[tuple[str, dict[str, Any], Around, Mode], ...] = (
    ("mode.lasting", {"is_lasting": True}, Around(), INTEGRATIVE),
    ("mode.not_lasting", {"is_lasting": False}, Around(), DISTRIBUTIVE),
    ("mode.time", {"has_time": True}, Around(), INTEGRATIVE),
    ("mode.too_little_time", {"has_time": False}, Around(), DISTRIBUTIVE),
    ("mode.willing", {"willingness": Willingness.WILLING}, Around(), INTEGRATIVE),
    ("mode.unwilling", {"willingness": Willingness.UNWILLING}, Around(), DISTRIBUTIVE),
    ("mode.earlier_one", {}, Around(earlier=1), INTEGRATIVE),
    ("mode.earlier_several", {}, Around(earlier=4), INTEGRATIVE),
    ("mode.relation_good", {}, Around(relationship=1), INTEGRATIVE),
    ("mode.power_theirs", {}, supplier(5, 70), INTEGRATIVE),
    ("mode.power_alike", {}, supplier(40, 40), INTEGRATIVE),
    ("mode.sanctions", {"lines": (SANCTION,)}, Around(), DISTRIBUTIVE),
    ("mode.no_time", {"meetings": (SOON,)}, Around(), DISTRIBUTIVE),
)
SILENT: tuple[tuple[dict[str, Any], Around], ...] = (
    ({"willingness": Willingness.UNSURE}, Around()),
    ({}, Around(relationship=0)),
    ({}, Around(relationship=-2)),
    ({}, supplier(70, 5)),
    ({}, supplier(70, None)),
    ({"lines": (replace(SANCTION, side=Side.US),)}, Around()),
    ({"meetings": (replace(SOON, planned_at=MOMENT + timedelta(days=4)),)}, Around()),
    ({"meetings": (replace(SOON, started_at=MOMENT),)}, Around()),
)


@pytest.mark.parametrize(("code", "fields", "around", "speaks_for"), FACTS, ids=[code for code, *_ in FACTS])
def test_each_fact_alone_is_one_reason(code: str, fields: dict[str, Any], around: Around, speaks_for: Mode) -> None:
    before = advise(EVEN, Around(), MOMENT)
    after = advise(replace(EVEN, **fields), around, MOMENT)
    added = [each for each in after.reasons if each not in before.reasons]
    assert [(each.message.code, each.mode) for each in added] == [(code, speaks_for)]
    assert len(after.reasons) == len(before.reasons) + 1
    # one reason against the one of the issues is as many on both sides: no advice
    assert after.mode is (INTEGRATIVE if speaks_for is INTEGRATIVE else None)


@pytest.mark.parametrize(("fields", "around"), SILENT)
def test_what_says_nothing_of_the_mode_is_no_reason(fields: dict[str, Any], around: Around) -> None:
    assert advise(replace(EVEN, **fields), around, MOMENT).reasons == advise(EVEN, Around(), MOMENT).reasons


@given(st.sets(st.sampled_from(range(len(FACTS)))))
def test_any_facts_together_weigh_as_many_as_they_are(chosen: set[int]) -> None:
    fields: dict[str, Any] = {}
    around = Around()
    for at in sorted(chosen):
        _, own, beside, _ = FACTS[at]
        fields |= own
        around = replace(
            around,
            supplier=beside.supplier or around.supplier,
            earlier=beside.earlier or around.earlier,
            relationship=around.relationship if beside.relationship is None else beside.relationship,
        )
    subject = replace(EVEN, **fields)
    found = advise(subject, around, MOMENT)
    balance = sum(1 if each.mode is INTEGRATIVE else -1 for each in found.reasons)
    wanted = None if balance == 0 else INTEGRATIVE if balance > 0 else DISTRIBUTIVE
    if subject.willingness is Willingness.UNWILLING and wanted is INTEGRATIVE:
        wanted = None
    assert found.mode is wanted
    codes_ = [each.message.code for each in found.reasons]
    assert len(codes_) == len(set(codes_)), "a fact counts once"
    assert set(codes_) <= {"mode.several_issues", *(code for code, *_ in FACTS)}
