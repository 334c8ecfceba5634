"""tests: what a line that was read becomes when it is logged."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from core.candidate import Candidate
from core.errors import BadInput
from core.issue import ScaleKind
from core.line import Verb
from core.log import Entry, Opening, compose, opening
from core.meeting import Channel, Meeting, Round
from core.negotiation import Negotiation, Weighting
from core.shorthand.statement import NewIssue, Reading, Statement, Status
from core.side import Side
from core.verdict import Given, Light
from core.weights import shares
from core.words import Words
from tests.core.cases import DAY, MOMENT, canned_food, changed, four_issues, line, terms

US, THEM = Side.US, Side.THEM
LATER = MOMENT + timedelta(minutes=30)


def logged(subject: Negotiation, statement: Statement, reason: str = "", text: str = "typed") -> Entry:
    unread = Statement(side=statement.side, verb=Verb.UNREAD)
    reading = Reading(text=text, status=Status.READ, kept=unread, choices=(statement,))
    return compose(subject, reading, LATER, LATER + timedelta(seconds=1), reason)


def offer(side: Side, values: dict[int, Any], **fields: Any) -> Statement:
    return Statement(side=side, verb=Verb.OFFER, terms=terms(values), **fields)


def new_issue(**fields: Any) -> Statement:
    shape: dict[str, Any] = {"name": "Penalty", "unit": "%", "kind": ScaleKind.NUMERIC, "best": Decimal("2.0")}
    return Statement(side=US, verb=Verb.NEW_ISSUE, new_issue=NewIssue(**{**shape, "worst": Decimal(0), **fields}))


def test_an_offer_becomes_a_line_with_both_verdicts_given() -> None:
    subject = four_issues(lines=(line(1, THEM, {2: 60, 3: 4, 4: 36}),))
    entry = logged(subject, offer(THEM, {1: 106}, note="quick", is_final=True), text="t 106 !! # quick")
    assert entry.said is not None
    assert entry.stands is not None
    assert entry.line.said == Given.of(entry.said)
    assert entry.line.stands == Given.of(entry.stands)
    assert (entry.said.batna, entry.stands.batna) == (Light.POSSIBLE, Light.CLEAR)
    assert (entry.line.text, entry.line.note, entry.line.is_final) == ("t 106 !! # quick", "quick", True)
    assert (entry.line.at, entry.line.logged_at) == (LATER, LATER + timedelta(seconds=1))
    assert entry.needs_reason is None


def test_a_line_that_says_when_it_was_said_keeps_that_and_is_judged_then() -> None:
    subject = four_issues(lines=(line(1, THEM, {2: 60}), line(20, THEM, {2: 14})))
    entry = logged(subject, offer(THEM, {1: 106}, at=MOMENT + timedelta(minutes=10)))
    assert entry.line.at == MOMENT + timedelta(minutes=10)
    early = logged(subject, offer(THEM, {1: 106}))
    assert entry.stands is not None
    assert early.stands is not None
    assert entry.stands.value != early.stands.value


def test_a_line_joins_the_open_meeting_its_round_and_its_channel() -> None:
    meeting = Meeting(
        id=7,
        negotiation_id=1,
        started_at=MOMENT,
        channel=Channel.PHONE,
        rounds=(Round(meeting_id=7, number=3, started_at=MOMENT),),
    )
    entry = logged(four_issues(meetings=(meeting,)), offer(THEM, {1: 106}))
    assert (entry.line.meeting_id, entry.line.round_number, entry.line.channel) == (7, 3, Channel.PHONE)
    by_mail = logged(four_issues(meetings=(meeting,)), offer(THEM, {1: 106}, channel=Channel.MAIL))
    assert by_mail.line.channel is Channel.MAIL
    alone = logged(four_issues(), offer(THEM, {1: 106}))
    assert (alone.line.meeting_id, alone.line.round_number, alone.line.channel) == (None, 1, None)


@pytest.mark.parametrize(
    ("statement", "begins"),
    [
        (offer(THEM, {1: 106}), True),
        (Statement(side=THEM, verb=Verb.UNREAD), True),
        (offer(THEM, {1: 106}, channel=Channel.MAIL), False),
        (offer(THEM, {1: 106}, channel=Channel.PHONE), False),
        (offer(THEM, {1: 106}, at=LATER - timedelta(minutes=5)), False),
        (Statement(side=None, verb=Verb.NOTE, note="boss called"), False),
        (Statement(side=THEM, verb=Verb.GUESS, terms=terms({1: 104})), False),
    ],
)
def test_only_what_is_said_face_to_face_and_now_begins_a_meeting(statement: Statement, begins: bool) -> None:
    free = four_issues()
    assert (opening(free, logged(free, statement).line, LATER) is not None) is begins
    held = four_issues(meetings=(Meeting(id=7, negotiation_id=1, started_at=MOMENT),))
    assert opening(held, logged(held, statement).line, LATER) is None


def test_the_meeting_planned_for_the_day_is_the_one_that_a_line_begins() -> None:
    planned = Meeting(id=8, negotiation_id=1, planned_at=LATER + timedelta(hours=1))
    matter = four_issues(meetings=(planned,))
    assert opening(matter, logged(matter, offer(THEM, {1: 106})).line, LATER) == Opening(8, LATER)


def test_our_own_line_past_our_limit_needs_a_reason_and_is_then_an_exception() -> None:
    subject = changed(four_issues(), 1, limit=Decimal(103))
    asked = logged(subject, offer(US, {1: 104}))
    assert asked.needs_reason is not None
    assert Words().message(asked.needs_reason).replace("\u00a0", " ") == (
        "Price 104 EUR is past your limit 103 EUR by 1 EUR. Give a reason to log it as an exception."
    )
    assert logged(subject, offer(US, {1: 104}), reason="  ").needs_reason is not None
    given = logged(subject, offer(US, {1: 104}), reason="last pallet ")
    assert (given.needs_reason, given.line.exception) == (None, "last pallet")
    agreeing = Statement(side=US, verb=Verb.AGREE, terms=terms({1: 104}))
    assert logged(subject, agreeing).needs_reason is not None


def test_within_the_limit_or_from_them_no_reason_is_asked_or_kept() -> None:
    subject = changed(four_issues(lines=(line(1, US, {1: 104}),)), 1, limit=Decimal(103))
    assert logged(subject, offer(THEM, {1: 104})).needs_reason is None
    entry = logged(subject, offer(US, {2: 30}), reason="none needed")
    assert (entry.needs_reason, entry.line.exception) == (None, "")


def test_an_offer_proposes_its_concessions_with_what_they_were_for() -> None:
    subject = four_issues(lines=(line(1, THEM, {1: 108}),))
    (found,) = logged(subject, offer(THEM, {1: 106}, in_return_words="a longer term")).concessions
    assert (found.from_line_id, found.to_line_id, found.in_return_for) == (1, 0, "a longer term")


def test_a_tactic_keeps_its_number() -> None:
    entry = logged(four_issues(), Statement(side=THEM, verb=Verb.TACTIC, tactic=3, rest="3 deadline"))
    assert (entry.line.tactic, entry.line.rest) == (3, "3 deadline")


def test_a_promise_becomes_a_commitment() -> None:
    promise = Statement(side=THEM, verb=Verb.PROMISE, rest="send drawings", valid_until=DAY + timedelta(days=3))
    entry = logged(four_issues(), promise)
    assert entry.commitment is not None
    assert (entry.commitment.side, entry.commitment.text) == (THEM, "send drawings")
    assert entry.commitment.due == DAY + timedelta(days=3)
    assert entry.line.said is None


def test_a_promise_that_is_all_a_note_of_ours_is_no_commitment() -> None:
    entry = logged(four_issues(), Statement(side=US, verb=Verb.PROMISE, rest="#they are bluffing"))
    assert entry.commitment is None
    assert entry.line.rest == "#they are bluffing"


def test_lines_of_other_verbs_are_kept_without_a_verdict() -> None:
    for statement in (
        Statement(side=None, verb=Verb.NOTE, note="boss called"),
        Statement(side=THEM, verb=Verb.UNREAD),
        Statement(side=US, verb=Verb.ASK, issues=(3,)),
        Statement(side=THEM, verb=Verb.GUESS, terms=terms({1: 104})),
        Statement(side=THEM, verb=Verb.SANCTION, rest="stop delivery"),
    ):
        entry = logged(four_issues(), statement)
        assert (entry.line.verb, entry.line.said, entry.line.stands) == (statement.verb, None, None)
        assert (entry.line.rest, entry.line.issues) == (statement.rest, statement.issues)


def test_an_unread_reading_is_kept_as_typed() -> None:
    unread = Statement(side=THEM, verb=Verb.UNREAD)
    reading = Reading(text="t 1.48 or so?", status=Status.UNREAD, kept=unread)
    entry = compose(four_issues(), reading, LATER, LATER)
    assert (entry.line.verb, entry.line.text) == (Verb.UNREAD, "t 1.48 or so?")


def test_words_left_over_stay_with_the_line() -> None:
    assert logged(four_issues(), offer(THEM, {1: 106}, rest="or so")).line.rest == "or so"


def test_a_new_issue_enters_with_its_weight_and_scales_the_others() -> None:
    entry = logged(four_issues(), new_issue(weight=Decimal("0.1")))
    assert entry.issue is not None
    assert (entry.issue.name, entry.issue.weight, entry.issue.added_in_talk) == ("Penalty", Decimal("0.1"), True)
    assert (entry.issue.step, entry.issue.place) == (Decimal("0.1"), 5)
    assert entry.weights[1] == Decimal("0.45")


def test_a_new_issue_may_be_days_and_may_have_no_weight() -> None:
    entry = logged(
        four_issues(), new_issue(kind=ScaleKind.DATE, unit="", best=date(2026, 12, 1), worst=date(2026, 12, 31))
    )
    assert entry.issue is not None
    assert (entry.issue.kind, entry.issue.step, entry.issue.weight) == (ScaleKind.DATE, Decimal(1), None)
    assert entry.weights == {}


@pytest.mark.parametrize(
    ("given", "worth"),
    [
        ({"money_worth": Decimal(500)}, Decimal(500)),
        ({"weight": Decimal(500)}, Decimal(500)),
        ({"share": Decimal("0.5")}, Decimal("20882.78")),
        ({"share": Decimal("0.3")}, Decimal("8949.76")),
        ({}, None),
    ],
)
def test_where_weights_are_money_a_new_issue_is_given_its_worth(given: dict[str, Any], worth: Decimal | None) -> None:
    entry = logged(canned_food(), new_issue(**given))
    assert entry.issue is not None
    assert (entry.issue.weight, entry.issue.money_worth, dict(entry.weights)) == (None, worth, {})


def test_the_article_s_discovered_issue_enters_the_valuation_at_once() -> None:
    subject = canned_food()
    before = replace(subject, issues=subject.issues[:1])
    entry = logged(
        before, new_issue(name="Prepaid", best=Decimal(0), worst=Decimal(100), money_worth=Decimal("882.78"))
    )
    assert entry.issue is not None
    after = replace(before, issues=(*before.issues, replace(entry.issue, id=2)))
    assert shares(after) == shares(subject)


def test_what_cannot_be_added_is_refused_with_a_sentence() -> None:
    for statement, subject in (
        (new_issue(name="price"), four_issues()),
        (new_issue(weight=Decimal(1)), four_issues()),
        (new_issue(share=Decimal(1)), canned_food()),
    ):
        with pytest.raises(BadInput) as refused:
            logged(subject, statement)
        assert "." in Words().message(refused.value.message)
    assert logged(four_issues(weighting=Weighting.RANKING), new_issue(weight=Decimal(1))).weights == {}


def test_an_offer_that_names_a_package_puts_it_on_the_table() -> None:
    packages = tuple(
        Candidate(id=number, negotiation_id=1, label=label, is_shared=label == "B", terms=terms({1: 104, 2: 30}))
        for number, label in enumerate("AB", start=7)
    )
    subject = replace(four_issues(), candidates=packages)
    assert logged(subject, offer(US, {1: 104, 2: 30}, package="A")).shared == (7,)
    assert logged(subject, offer(THEM, {1: 104, 2: 30}, package="B")).shared == ()
    assert logged(subject, offer(US, {1: 104, 2: 30})).shared == ()
    guess = Statement(side=THEM, verb=Verb.GUESS, terms=terms({1: 104}), package="A")
    assert logged(subject, guess).shared == ()
