"""tests: what stands on the table at a moment, and what is agreed, parked or new."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from core.line import Line, Verb
from core.negotiation import Negotiation
from core.side import Side
from core.standing import IssueState, Stage, agreed, issue_states, spoken, standing
from core.term import Package, Value
from tests.core.cases import DAY, MOMENT, four_issues, issue, line, negotiation
from tests.core.talks import LONGEST, talks

US, THEM = Side.US, Side.THEM


def talk(*lines: Line) -> Negotiation:
    return four_issues(lines=lines)


def table(subject: Negotiation, side: Side = THEM, **asked: Any) -> dict[int, Value]:
    return {issue_id: term.value for issue_id, term in standing(subject, side, **asked).items()}


def withdrawn(found: Line, *issue_ids: int, after: int) -> Line:
    at = MOMENT + timedelta(minutes=after)
    marked = (replace(term, withdrawn_at=at) if term.issue_id in issue_ids else term for term in found.terms)
    return replace(found, terms=tuple(marked))


def test_the_last_stated_term_of_a_side_stands() -> None:
    subject = talk(line(1, THEM, {1: 108, 2: 14}), line(2, US, {1: 100}), line(3, THEM, {1: 106}))
    assert table(subject) == {1: Decimal(106), 2: Decimal(14)}
    assert table(subject, US) == {1: Decimal(100)}


def test_nothing_stands_before_anything_is_said() -> None:
    assert table(talk()) == {}
    assert agreed(talk()) == {}


def test_a_conditional_offer_stands_only_once_it_is_agreed() -> None:
    offer = line(2, THEM, {1: 102}, conditions={2: 14})
    words = line(3, THEM, {3: 5}, condition_words="board agrees")
    subject = talk(line(1, THEM, {1: 108}), offer, words)
    assert table(subject) == {1: Decimal(108)}
    settled = line(4, US, {1: 102, 2: 14}, verb=Verb.AGREE)
    subject = talk(line(1, THEM, {1: 108}), offer, settled)
    assert table(subject) == table(subject, US) == {1: Decimal(102), 2: Decimal(14)}


def test_what_is_taken_as_given_stands_with_the_offer() -> None:
    assert table(talk(line(1, THEM, {1: 104}, in_return={2: 30}))) == {1: Decimal(104), 2: Decimal(30)}


def test_the_agreed_term_comes_first_for_both_sides() -> None:
    subject = talk(
        line(1, THEM, {1: 106}), line(2, US, {1: 106}, verb=Verb.AGREE), line(3, THEM, {1: 108}), line(4, US, {1: 101})
    )
    assert table(subject) == table(subject, US) == {1: Decimal(106)}
    assert agreed(subject)[1].value == Decimal(106)


def test_refusing_or_parking_opens_what_was_agreed() -> None:
    for verb in (Verb.REFUSE, Verb.PARK):
        subject = talk(
            line(1, THEM, {1: 106}),
            line(2, US, {1: 106}, verb=Verb.AGREE),
            line(3, THEM, {1: 108}),
            line(4, THEM, verb=verb, issues=(1,)),
        )
        assert agreed(subject) == {}
        assert table(subject) == {1: Decimal(108)}


def test_a_withdrawn_term_gives_way_to_the_one_before_it() -> None:
    subject = talk(line(1, THEM, {1: 108}), withdrawn(line(2, THEM, {1: 104, 2: 30}), 1, after=3))
    assert table(subject, at=MOMENT + timedelta(minutes=3)) == {1: Decimal(108), 2: Decimal(30)}


def test_a_term_stood_until_it_was_withdrawn() -> None:
    subject = talk(withdrawn(line(1, THEM, {1: 104}), 1, after=5))
    found = standing(subject, THEM, at=MOMENT + timedelta(minutes=4))
    assert found[1].value == Decimal(104)
    assert found[1].withdrawn_at is None
    assert table(subject, at=MOMENT + timedelta(minutes=5)) == {}


def test_a_withdrawal_after_the_last_line_counts_unless_an_earlier_moment_is_asked_for() -> None:
    subject = talk(line(1, THEM, {1: 108}), withdrawn(line(2, THEM, {1: 104}), 1, after=90))
    assert table(subject) == {1: Decimal(108)}
    subject = talk(line(1, THEM, {1: 106}), withdrawn(line(2, US, {1: 106}, verb=Verb.AGREE), 1, after=90))
    assert agreed(subject) == {}


def test_a_withdrawn_agreement_is_none() -> None:
    subject = talk(line(1, THEM, {1: 106}), withdrawn(line(2, US, {1: 106}, verb=Verb.AGREE), 1, after=3))
    assert agreed(subject, at=MOMENT + timedelta(minutes=3)) == {}
    assert table(subject, US, at=MOMENT + timedelta(minutes=3)) == {}


def test_a_term_past_its_date_gives_way_and_its_last_day_counts() -> None:
    subject = talk(line(1, THEM, {1: 108}), line(2, THEM, {1: 104}, valid_until=DAY + timedelta(days=1)))
    assert table(subject, at=MOMENT + timedelta(days=1, hours=3)) == {1: Decimal(104)}
    assert table(subject, at=MOMENT + timedelta(days=2)) == {1: Decimal(108)}


def test_before_a_line_only_what_was_said_earlier_stands() -> None:
    subject = talk(line(1, THEM, {1: 108}), line(2, THEM, {1: 106}), line(3, THEM, {1: 104}))
    assert table(subject, before=subject.lines[1]) == {1: Decimal(108)}
    new = line(0, THEM, {2: 30}, at=MOMENT + timedelta(minutes=2, seconds=30))
    assert table(subject, before=new) == {1: Decimal(106)}


def test_lines_of_one_moment_keep_the_order_they_were_logged_in() -> None:
    subject = talk(line(1, THEM, {1: 108}, at=MOMENT), line(2, THEM, {1: 106}, at=MOMENT))
    assert table(subject) == {1: Decimal(106)}
    assert table(subject, before=line(0, THEM, at=MOMENT)) == {1: Decimal(106)}


def test_a_line_said_earlier_than_it_was_logged_takes_its_place() -> None:
    late = line(3, THEM, {1: 109}, at=MOMENT)
    subject = talk(line(1, THEM, {1: 108}), line(2, THEM, {1: 106}), late)
    assert [each.id for each in spoken(subject)] == [3, 1, 2]
    assert table(subject) == {1: Decimal(106)}


def test_guesses_and_questions_put_nothing_on_the_table() -> None:
    subject = talk(line(1, THEM, {1: 90}, verb=Verb.GUESS), line(2, THEM, verb=Verb.ASK, issues=(1,)))
    assert table(subject) == {}


def test_an_issue_is_open_agreed_parked_or_new() -> None:
    subject = replace(
        talk(
            line(1, THEM, {1: 106}),
            line(2, US, {1: 106}, verb=Verb.AGREE),
            line(3, US, verb=Verb.PARK, issues=(2,)),
            line(4, US, verb=Verb.NEW_ISSUE, issues=(5,)),
        ),
        issues=(*four_issues().issues, issue(5, "Prepaid", 0, 100, added_in_talk=True)),
    )
    states = issue_states(subject)
    stages = [states[each].stage for each in (1, 2, 3, 5)]
    assert stages == [Stage.AGREED, Stage.PARKED, Stage.OPEN, Stage.NEW]
    assert states[1].since == MOMENT + timedelta(minutes=2)
    assert (states[1].line_id, states[3].since) == (2, None)
    before = issue_states(subject, at=MOMENT + timedelta(minutes=1))
    assert before[1].stage is Stage.OPEN


def test_an_offer_opens_what_was_parked_or_new_and_leaves_what_is_agreed() -> None:
    subject = replace(
        talk(
            line(1, US, {1: 106}, verb=Verb.AGREE),
            line(2, US, verb=Verb.PARK, issues=(2,)),
            line(3, THEM, {1: 105, 2: 40, 5: 100}),
        ),
        issues=(*four_issues().issues, issue(5, "Prepaid", 0, 100, added_in_talk=True)),
    )
    assert [issue_states(subject)[each].stage for each in (1, 2, 5)] == [Stage.AGREED, Stage.OPEN, Stage.OPEN]


def test_an_offer_that_was_withdrawn_gives_way_to_the_next_one_as_the_one_that_opened() -> None:
    subject = talk(
        line(1, US, verb=Verb.PARK, issues=(1,)),
        withdrawn(line(2, THEM, {1: 106}), 1, after=5),
        line(3, THEM, {1: 105}),
        line(4, THEM, {1: 104}),
    )
    assert [issue_states(subject, MOMENT + timedelta(minutes=at))[1].line_id for at in (1, 4, 5)] == [1, 2, 3]


def test_refusing_opens_only_what_was_agreed() -> None:
    subject = talk(
        line(1, US, {1: 106}, verb=Verb.AGREE),
        line(2, US, verb=Verb.PARK, issues=(2,)),
        line(3, THEM, verb=Verb.REFUSE, issues=(1, 2, 77)),
    )
    assert [issue_states(subject)[each].stage for each in (1, 2)] == [Stage.OPEN, Stage.PARKED]


def test_an_issue_that_was_deleted_is_passed_over() -> None:
    assert issue_states(negotiation(lines=(line(1, US, {9: 1}, verb=Verb.AGREE),))) == {}


def read_line_by_line(subject: Negotiation, at: datetime) -> dict[int, IssueState]:
    """Return the stages as one comes to them who reads every line that was said."""
    found = {each.id: IssueState(Stage.NEW if each.added_in_talk else Stage.OPEN) for each in subject.issues}

    def turn(issue_id: int, stage: Stage, only_from: tuple[Stage, ...] = tuple(Stage)) -> None:
        if issue_id in found and found[issue_id].stage in only_from:
            found[issue_id] = IssueState(stage, said.at, said.id)

    def holding(package: Package) -> list[int]:
        return [term.issue_id for term in package if term.withdrawn_at is None or term.withdrawn_at > at]

    for said in sorted((each for each in subject.lines if each.at <= at), key=lambda each: each.at):
        match said.verb:
            case Verb.AGREE:
                for issue_id in holding(said.terms):
                    turn(issue_id, Stage.AGREED)
            case Verb.OFFER:
                for issue_id in holding((*said.terms, *said.in_return, *said.conditions)):
                    turn(issue_id, Stage.OPEN, (Stage.PARKED, Stage.NEW))
            case Verb.REFUSE:
                for issue_id in said.issues:
                    turn(issue_id, Stage.OPEN, (Stage.AGREED,))
            case Verb.PARK | Verb.NEW_ISSUE:
                for issue_id in said.issues:
                    turn(issue_id, Stage.PARKED if said.verb is Verb.PARK else Stage.NEW)
    return found


@given(talks(), st.integers(0, 2 * LONGEST))
def test_stages_are_those_of_one_who_reads_every_line(lines: tuple[Line, ...], minutes: int) -> None:
    issues = (*four_issues().issues[:2], issue(3, "Prepaid", 0, 100, added_in_talk=True))
    subject = negotiation(*issues, lines=lines)
    at = MOMENT + timedelta(minutes=minutes)
    assert issue_states(subject, at) == read_line_by_line(subject, at)
