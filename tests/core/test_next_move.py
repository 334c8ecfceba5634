"""tests: the next move, everything that only we may see, put together for one moment."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

from core.analysis.equal_pair import EqualPair
from core.analysis.signs import Sign
from core.line import Line, Verb
from core.meeting import Meeting
from core.message import Message
from core.negotiation import Negotiation
from core.next_move import LATELY, NextMove
from core.shorthand.statement import Statement
from core.side import Side
from core.verdict import Light
from tests.core.analysis.test_price_increase import known
from tests.core.cases import MOMENT, four_issues, line, negotiation, terms, with_rungs

US, THEM = Side.US, Side.THEM


def move(base: Negotiation, *lines: Line) -> NextMove:
    return NextMove(replace(base, lines=lines), MOMENT + timedelta(hours=1))


def talk(base: Negotiation) -> NextMove:
    return move(base, line(1, US, {1: 102, 2: 60, 3: 4, 4: 36}), line(2, THEM, {1: 108, 2: 30, 3: 8}))


def test_their_offer_is_judged_with_its_repairs_and_against_the_batna_issue_by_issue() -> None:
    found = talk(four_issues())
    assert found.verdict is not None
    assert found.verdict.batna is Light.CERTAIN
    assert found.verdict.repairs
    assert [(each.issue_id, each.share) for each in found.gaps] == [(1, Fraction(-1, 5))]
    assert found.is_against_batna


def test_without_a_batna_their_offer_is_held_against_our_targets() -> None:
    found = talk(with_rungs(four_issues(alternatives=()), fair=(103, 45, 6, 24)))
    assert not found.is_against_batna
    assert [each.issue_id for each in found.gaps] == [1, 3, 2]


def test_what_clears_a_breach_for_certain_is_more_than_what_may() -> None:
    found = talk(four_issues())
    assert found.verdict is not None
    may = {term.issue_id: term.value for each in found.verdict.repairs for term in each.terms}
    sure = {term.issue_id: term.value for each in found.certain_repairs for term in each.terms}
    assert set(sure) & set(may)
    assert all(sure[each] != may[each] for each in set(sure) & set(may))
    for each in found.certain_repairs:
        after = {**found.stood[THEM], **{term.issue_id: term for term in each.terms}}
        value = found.valuation.package(after)
        assert value is not None
        assert value.low >= Fraction(671, 1380)


def test_an_offer_that_needs_no_repair_is_led_to_our_target() -> None:
    base = with_rungs(four_issues(), fair=(102, 60, 5, 36))
    found = move(base, line(1, THEM, {1: 104, 2: 60, 3: 6, 4: 24}))
    assert found.verdict is not None
    assert found.verdict.repairs == ()
    assert found.to_target
    assert move(base, line(1, THEM, {1: 101, 2: 60, 3: 4, 4: 36})).to_target == ()


def test_asked_in_return_is_what_the_line_does_not_speak_of_and_what_is_not_agreed() -> None:
    found = move(
        known(),
        line(1, US, {1: 102, 2: 60, 3: 4, 4: 36}),
        line(2, THEM, {1: 108, 2: 30, 3: 8, 4: 18}),
        line(3, US, {4: 18}, verb=Verb.AGREE),
    )
    typed = found.about_to(Statement(side=US, verb=Verb.OFFER, terms=terms({1: 103})))
    assert typed is not None
    asked = found.asks(typed)
    assert {before.issue_id for each in asked for before, _ in each.changes} == {2, 3}
    assert all(each.gain >= typed.cost for each in asked)
    # next what gains us most for what it costs them, up to what we said; nothing on what is agreed
    following = [each.changes[0][1] for each in found.asks(None)]
    assert following == list(terms({1: 102, 3: 4, 2: 60}))


def test_before_anything_is_said_nothing_is_wrong_and_nothing_to_ask() -> None:
    found = move(known())
    assert found.verdict is None
    assert found.gaps == ()
    assert found.asks(None) == ()
    assert isinstance(found.pair, EqualPair)
    bare = NextMove(negotiation(), MOMENT)
    assert isinstance(bare.pair, Message)
    assert (bare.rungs.batna, bare.gives.gives, bare.signs, bare.on_little) == (None, (), (), None)


def test_signs_are_those_of_what_was_said_lately_in_the_meeting_that_is_held() -> None:
    threat = line(1, THEM, verb=Verb.SANCTION, rest="we stop delivery", meeting_id=1)
    held = replace(known(), meetings=(Meeting(id=2, negotiation_id=1, started_at=MOMENT),))
    assert [each.sign for each in move(known(), threat).signs] == [Sign.SANCTION]
    assert move(held, threat).signs == ()
    later = [line(number, US, verb=Verb.NOTE) for number in range(2, LATELY + 2)]
    assert move(known(), threat, *later).signs == ()
    assert move(known(), threat, *later[1:]).ways_back


def test_all_that_takes_its_time_can_be_worked_out_ahead_step_by_step() -> None:
    found = talk(known())
    steps = 0
    while found.work_ahead():
        steps += 1
    assert steps == 4
    assert {"verdict", "gives", "signs", "pair"} <= vars(found).keys()
