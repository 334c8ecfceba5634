"""tests: a line of the log typed anew in its own place, with all that followed from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from core.candidate import Candidate
from core.commitment import Commitment
from core.concession import Concession
from core.correction import correct
from core.errors import NotAllowed
from core.issue import ScaleKind
from core.line import Line, Verb
from core.log import Entry, compose
from core.meeting import Channel, Meeting, Round
from core.negotiation import Negotiation
from core.shorthand.statement import NewIssue, Reading, Statement, Status
from core.side import Side
from core.verdict import Interval, Light
from core.weights import shares
from core.words import Words
from tests.core.cases import DAY, MOMENT, changed, four_issues, line, terms

US, THEM = Side.US, Side.THEM


def reading(statement: Statement, text: str = "typed anew") -> Reading:
    kept = Statement(side=statement.side, verb=Verb.UNREAD)
    return Reading(text=text, status=Status.READ, kept=kept, choices=(statement,))


def offer(side: Side, values: dict[int, Any], **fields: Any) -> Statement:
    return Statement(side=side, verb=Verb.OFFER, terms=terms(values), **fields)


def anew(subject: Negotiation, line_id: int, statement: Statement, was: Statement | None = None, **more: Any) -> Entry:
    old = next(each for each in subject.lines if each.id == line_id)
    return correct(subject, old, reading(statement), was or Statement(side=old.side, verb=old.verb), **more)


def step(step_id: int, values: tuple[int, int], lines: tuple[int, int], **more: Any) -> Concession:
    return Concession(
        id=step_id,
        negotiation_id=1,
        side=THEM,
        issue_id=1,
        from_line_id=lines[0],
        to_line_id=lines[1],
        from_value=Decimal(values[0]),
        to_value=Decimal(values[1]),
        **more,
    )


THREE = (line(1, THEM, {1: 109}), line(2, THEM, {1: 107}), line(3, THEM, {1: 106}))


def talk(*lines: Line, **more: Any) -> Negotiation:
    return four_issues(lines=lines, **more)


def test_it_keeps_its_place_its_time_and_its_meeting_and_is_judged_against_what_was_said_before() -> None:
    lines = (line(1, THEM, {2: 60, 3: 4, 4: 36}), line(2, THEM, {1: 109}, meeting_id=7, round_number=3, is_key=True))
    subject = talk(*lines, line(3, THEM, {2: 14}), meetings=(Meeting(id=8, negotiation_id=1, started_at=MOMENT),))
    entry = anew(subject, 2, offer(THEM, {1: 106}))
    old = subject.lines[1]
    assert (entry.line.id, entry.line.at, entry.line.logged_at) == (2, old.at, old.logged_at)
    assert (entry.line.meeting_id, entry.line.round_number, entry.line.is_key) == (7, 3, True)
    assert entry.line.text == "typed anew"
    assert entry.stands is not None
    # .5 x (110 - 106) / 10 + .2 + .2 + .1
    assert entry.stands.value == Interval(Fraction(7, 10), Fraction(7, 10))
    assert entry.line.stands is not None
    assert entry.line.stands.batna is Light.CLEAR


def test_another_time_moves_it_to_the_meeting_and_the_table_of_that_time() -> None:
    first = Meeting(
        id=5, negotiation_id=1, started_at=MOMENT - timedelta(hours=3), ended_at=MOMENT - timedelta(hours=2)
    )
    first = replace(first, rounds=(Round(meeting_id=5, number=1, started_at=MOMENT - timedelta(hours=3)),))
    subject = talk(line(1, THEM, {2: 60}), line(2, THEM, {1: 109}, meeting_id=7), meetings=(first,))
    entry = anew(subject, 2, offer(THEM, {1: 106}, at=MOMENT - timedelta(hours=2.5)))
    assert (entry.line.at, entry.line.meeting_id) == (MOMENT - timedelta(hours=2.5), 5)
    assert entry.stands == entry.said


def test_the_channel_of_the_line_stays_unless_another_is_said() -> None:
    subject = talk(line(1, THEM, {1: 109}, channel=Channel.MAIL))
    assert anew(subject, 1, offer(THEM, {1: 108})).line.channel is Channel.MAIL
    assert anew(subject, 1, offer(THEM, {1: 108}, channel=Channel.PHONE)).line.channel is Channel.PHONE


def test_steps_from_it_and_to_it_follow_the_correction_and_keep_what_the_user_added() -> None:
    known = (
        step(11, (109, 107), (1, 2), in_return_for="a call-off order", confirmed=True),
        step(12, (107, 106), (2, 3), in_return_for="thirty days"),
    )
    entry = anew(talk(*THREE, concessions=known), 2, offer(THEM, {1: 108}))
    assert entry.dropped == ()
    assert entry.concessions == (
        replace(known[0], to_value=Decimal(108)),
        replace(known[1], from_value=Decimal(108)),
    )


def test_a_step_that_is_none_any_more_goes_and_one_that_begins_comes() -> None:
    known = (step(11, (109, 107), (1, 2)), step(12, (107, 106), (2, 3)))
    entry = anew(talk(*THREE, concessions=known), 2, offer(THEM, {1: 105}))
    assert entry.dropped == (known[1],)
    assert entry.concessions == (replace(known[0], to_value=Decimal(105)),)
    back = anew(talk(*THREE[:1], line(2, THEM, {1: 110}), THREE[2]), 2, offer(THEM, {1: 108}))
    assert [(each.to_line_id, each.to_value) for each in back.concessions] == [(2, Decimal(108))]


def test_a_step_that_the_user_deleted_does_not_come_back() -> None:
    assert anew(talk(*THREE, concessions=()), 2, offer(THEM, {1: 108})).concessions == ()


def test_a_line_of_the_other_side_takes_its_steps_along() -> None:
    known = (step(11, (109, 107), (1, 2)), step(12, (107, 106), (2, 3)))
    entry = anew(talk(*THREE, concessions=known), 2, offer(US, {1: 107}))
    assert entry.dropped == known[:1]
    assert entry.concessions == (replace(known[1], from_line_id=1, from_value=Decimal(109)),)


def test_a_term_taken_back_stays_taken_back() -> None:
    gone = replace(terms({1: 109})[0], withdrawn_at=MOMENT + timedelta(minutes=5))
    entry = anew(talk(replace(line(1, THEM), terms=(gone,))), 1, offer(THEM, {1: 108, 2: 30}))
    assert [each.withdrawn_at for each in entry.line.terms] == [gone.withdrawn_at, None]


def test_a_promise_changes_its_words_and_its_day_and_keeps_what_was_done_with_it() -> None:
    said = line(1, THEM, verb=Verb.PROMISE, rest="send drawing", valid_until=DAY)
    made = Commitment(id=4, negotiation_id=1, side=THEM, text="send drawing", line_id=1, due=DAY, counterpart_id=3)
    later = Statement(side=THEM, verb=Verb.PROMISE, rest="send drawings", valid_until=DAY + timedelta(days=2))
    entry = anew(talk(said, commitments=(made,)), 1, later)
    assert entry.commitment == replace(made, text="send drawings", due=DAY + timedelta(days=2))
    own_day = replace(made, due=DAY + timedelta(days=9))
    kept = anew(talk(said, commitments=(own_day,)), 1, later).commitment
    assert kept is not None
    assert kept.due == DAY + timedelta(days=9)
    gone = anew(talk(said, commitments=(made,)), 1, Statement(side=THEM, verb=Verb.SANCTION, rest="no drawings"))
    assert (gone.commitment, gone.dropped) == (None, (made,))


def test_an_own_line_past_our_limit_keeps_its_reason_or_needs_one() -> None:
    limited = changed(
        talk(line(1, US, {1: 104}, exception="last pallet"), line(2, US, {1: 101})), 1, limit=Decimal(103)
    )
    assert anew(limited, 1, offer(US, {1: 105})).line.exception == "last pallet"
    assert anew(limited, 1, offer(US, {1: 102})).line.exception == ""
    assert anew(limited, 2, offer(US, {1: 105})).needs_reason is not None
    assert anew(limited, 2, offer(US, {1: 105}), reason="a gift").line.exception == "a gift"


def test_an_unread_line_becomes_what_it_reads_as() -> None:
    unread = replace(line(1, THEM, verb=Verb.UNREAD), text="t 106 or so 7")
    entry = anew(talk(unread), 1, offer(THEM, {1: 106}))
    assert (entry.line.verb, entry.line.text) == (Verb.OFFER, "typed anew")
    assert entry.said is not None


def added(weight: str | None = None, name: str = "Penalty", **more: Any) -> Statement:
    shape: dict[str, Any] = {
        "unit": "%",
        "kind": ScaleKind.NUMERIC,
        "best": Decimal("2.0"),
        "worst": Decimal(0),
        **more,
    }
    if weight is not None:
        shape["weight"] = Decimal(weight)
    return Statement(side=US, verb=Verb.NEW_ISSUE, new_issue=NewIssue(name=name, **shape))


def with_penalty(subject: Negotiation, statement: Statement) -> Negotiation:
    """Log a line that adds an issue as the logbook does."""
    entry = compose(subject, reading(statement), MOMENT, MOMENT)
    assert entry.issue is not None
    issues = tuple(replace(each, weight=entry.weights.get(each.id, each.weight)) for each in subject.issues)
    return replace(
        subject,
        issues=(*issues, replace(entry.issue, id=9, limit=Decimal(1))),
        lines=(replace(entry.line, id=1, issues=(9,)),),
    )


def test_a_line_that_added_an_issue_changes_that_issue_and_no_weight_where_it_says_the_same() -> None:
    subject = with_penalty(four_issues(), added("0.1"))
    entry = anew(subject, 1, added("0.1", name="Late penalty", best=Decimal(3)), was=added("0.1"))
    assert entry.issue is not None
    assert (entry.issue.id, entry.issue.name) == (9, "Late penalty")
    assert (entry.issue.best, entry.issue.limit) == (Decimal(3), Decimal(1))
    assert entry.issue.weight == Decimal("0.1")
    assert entry.weights == {}
    assert entry.line.issues == (9,)


@pytest.mark.parametrize(
    ("first", "second"),
    [("0.1", "0.25"), ("0.3", "0.1"), ("0.1", None)],
)
def test_another_weight_counts_as_if_it_had_been_typed_at_once(first: str, second: str | None) -> None:
    subject = with_penalty(four_issues(), added(first))
    entry = anew(subject, 1, added(second), was=added(first))
    at_once = with_penalty(four_issues(), added(second))
    assert entry.issue is not None
    corrected = tuple(
        replace(each, weight=entry.issue.weight if each.id == 9 else entry.weights.get(each.id, each.weight))
        for each in subject.issues
    )
    assert shares(replace(subject, issues=corrected)) == shares(at_once)


def test_a_line_that_added_an_issue_cannot_become_something_else() -> None:
    with pytest.raises(NotAllowed) as refused:
        anew(with_penalty(four_issues(), added("0.1")), 1, offer(US, {1: 104}))
    assert "Penalty" in Words().message(refused.value.message)


def test_a_package_that_only_the_mistaken_line_named_lies_no_longer_on_the_table() -> None:
    packages = (
        Candidate(id=1, negotiation_id=1, label="A", terms=terms({1: 107})),
        Candidate(id=2, negotiation_id=1, label="B", terms=terms({1: 106}), is_shared=True),
    )
    subject = talk(*THREE, line(4, US, {1: 106}, text="w pkg B"), candidates=packages)

    def unshared(found: Negotiation, text: str, value: int) -> tuple[int, ...]:
        statement = reading(offer(US, {1: value}), text)
        was = Statement(side=US, verb=Verb.OFFER)
        return correct(found, found.lines[3], statement, was).unshared

    assert unshared(subject, "w pkg A", 107) == (2,)
    assert unshared(subject, "w pkg B # as we said", 106) == ()
    by_hand = talk(*THREE, line(4, US, {1: 106}, text="w 106"), candidates=packages)
    assert unshared(by_hand, "w 107", 107) == ()
