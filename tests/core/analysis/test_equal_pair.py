"""tests: two packages worth the same to us, to be put on the table together."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from core.analysis.equal_pair import EqualPair, equal_pair
from core.analysis.meso import TOLERANCE
from core.candidate import Candidate
from core.judge import Judge
from core.message import Message
from core.negotiation import Negotiation
from core.side import Basis, Side
from core.value import by_issue, compare
from tests.core.analysis.test_price_increase import known
from tests.core.cases import DAY, changed, four_issues, issue, negotiation, terms, with_rungs

OURS = {1: 102, 2: 60, 3: 5, 4: 36}
THEIRS = {1: 108, 2: 30, 3: 8, 4: 18}


def pair(
    subject: Negotiation,
    ours: dict[int, Any] | None = None,
    theirs: dict[int, Any] | None = None,
    settled: dict[int, Any] | None = None,
) -> EqualPair | Message:
    agreed = by_issue(terms(settled or {}))
    stood = {Side.US: {**by_issue(terms(ours or {})), **agreed}, Side.THEM: {**by_issue(terms(theirs or {})), **agreed}}
    return equal_pair(Judge(subject), stood, agreed, DAY)


def found(subject: Negotiation, *values: dict[int, Any]) -> EqualPair:
    made = pair(subject, *values)
    assert isinstance(made, EqualPair), made
    return made


def candidate(number: int, label: str, values: dict[int, Any], **fields: Any) -> Candidate:
    return Candidate(id=number, negotiation_id=1, label=label, terms=terms(values), **fields)


def test_both_are_worth_our_target_and_differ() -> None:
    subject = with_rungs(known(), fair=(103, 45, 6, 24))
    fair = Judge(subject).valuation.package(by_issue(terms({1: 103, 2: 45, 3: 6, 4: 24})))
    made = found(subject, OURS, THEIRS)
    assert fair is not None
    assert all(abs(each.value - fair.low) <= TOLERANCE for each in made.packages)
    assert len(made.differing) >= 2
    assert made.supposed == ()
    assert made.grounds.weakest is Basis.GUESS
    assert made.above_batna == min(each.value for each in made.packages) - Fraction(671, 1380)


def test_an_offer_of_ours_below_the_target_is_not_taken_back() -> None:
    subject = with_rungs(known(), fair=(101, 60, 4, 36))
    given_away = Judge(subject).valuation.package(by_issue(terms(OURS)))
    made = found(subject, OURS, THEIRS)
    assert given_away is not None
    assert all(abs(each.value - given_away.low) <= TOLERANCE for each in made.packages)


def test_each_tells_on_which_issues_it_gives_them_more() -> None:
    made = found(with_rungs(known(), fair=(103, 45, 6, 24)), OURS, THEIRS)
    one, other = ({term.issue_id: term.value for term in each.terms} for each in made.packages)
    subject = known()
    for mine, yours, package in ((one, other, made.packages[0]), (other, one, made.packages[1])):
        assert package.tells
        for issue_id in package.tells:
            assert compare(subject.issue_by_id[issue_id], mine[issue_id], yours[issue_id]) == -1
    assert not set(made.packages[0].tells) & set(made.packages[1].tells)


def test_where_their_side_is_not_estimated_it_is_supposed_and_said() -> None:
    assert found(four_issues(), OURS, THEIRS).supposed == (1, 2, 3, 4)
    partly = known()
    partly = replace(partly, estimates=tuple(each for each in partly.estimates if each.issue_id != 3))
    assert found(partly, OURS, THEIRS).supposed == (3,)


def test_packages_that_were_prepared_are_taken_until_both_lie_on_the_table() -> None:
    first, second = {1: 101, 2: 30, 3: 6, 4: 24}, {1: 103, 2: 53, 3: 6, 4: 24}
    subject = replace(
        known(), candidates=(candidate(1, "A", {1: 110}), candidate(2, "C", first), candidate(3, "D", second))
    )
    made = found(subject, OURS, THEIRS)
    assert [each.label for each in made.packages] == ["C", "D"]
    assert made.differing == (1, 2)
    one_said = replace(subject, candidates=(*subject.candidates[:2], replace(subject.candidates[2], is_shared=True)))
    assert [(each.label, each.is_shared) for each in found(one_said, OURS, THEIRS).packages] == [
        ("C", False), ("D", True),
    ]  # fmt: skip
    both_said = replace(subject, candidates=tuple(replace(each, is_shared=True) for each in subject.candidates))
    assert [each.label for each in found(both_said, OURS, THEIRS).packages] == ["", ""]


def test_what_was_prepared_and_does_not_fit_any_more_is_left() -> None:
    first, second = {1: 101, 2: 30, 3: 6, 4: 24}, {1: 103, 2: 53, 3: 6, 4: 24}
    subject = replace(known(), candidates=(candidate(2, "C", first), candidate(3, "D", second)))
    settled = found(subject, OURS, THEIRS, {2: 45})
    assert [each.label for each in settled.packages] == ["", ""]
    theirs = replace(subject, candidates=tuple(replace(each, by=Side.THEM) for each in subject.candidates))
    assert found(theirs, OURS, THEIRS).packages[0].label == ""
    limited = changed(subject, 1, limit=Decimal(102))
    assert found(limited, OURS, THEIRS).packages[0].label == ""


def test_with_one_open_issue_or_without_values_there_are_none() -> None:
    one = pair(known(), OURS, THEIRS, {2: 45, 3: 6, 4: 24})
    assert isinstance(one, Message)
    assert one.code == "equal.too_few_issues"
    unweighed = pair(negotiation(issue(1, "Price", 100, 110), issue(2, "Payment", 60, 14)))
    assert isinstance(unweighed, Message)
    assert unweighed.code == "weights.none_direct"


def test_before_anything_is_said_they_are_worth_the_target_too() -> None:
    made = found(with_rungs(known(), fair=(103, 45, 6, 24)))
    assert all(abs(each.value - made.packages[0].value) <= 2 * TOLERANCE for each in made.packages)


@given(
    st.fixed_dictionaries({1: st.integers(100, 104), 2: st.integers(40, 60), 3: st.integers(4, 6)}),
    st.fixed_dictionaries({1: st.integers(105, 110), 2: st.integers(14, 39), 3: st.integers(7, 10)}),
    st.sampled_from([{}, {4: 24}, {2: 45}]),
    st.booleans(),
)
def test_what_is_agreed_stays_and_limits_the_floor_and_their_own_demands_are_kept(
    ours: dict[int, int], theirs: dict[int, int], settled: dict[int, int], estimated: bool
) -> None:
    base = known() if estimated else four_issues()
    subject = with_rungs(base, limit=(108, 20, 9, 14), fair=(103, 45, 6, 24), minimum=(104, 40, 7, 24))
    made = pair(subject, ours, theirs, settled)
    if isinstance(made, Message):
        return
    judge = Judge(subject)
    batna = judge.batna(DAY)
    assert batna is not None
    assert batna.value is not None
    assert judge.minimum is not None
    assert abs(made.packages[0].value - made.packages[1].value) <= 6 * TOLERANCE
    asked = {**by_issue(terms(theirs)), **by_issue(terms(settled))}
    for package in made.packages:
        value = judge.valuation.package(by_issue(package.terms))
        assert value is not None
        assert value.low == value.high == package.value
        assert package.value >= max(batna.value.high, judge.minimum.high)
        assert {term.issue_id for term in package.terms} == {1, 2, 3, 4}
        for term in package.terms:
            own = subject.issue_by_id[term.issue_id]
            assert own.limit is not None
            assert compare(own, term.value, own.limit) != -1 or term.issue_id in settled
            assert term.issue_id not in settled or term.value == asked[term.issue_id].value
            assert term.issue_id not in asked or compare(own, term.value, asked[term.issue_id].value) != -1
