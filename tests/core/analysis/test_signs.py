"""tests: signs of a distributive turn."""

from __future__ import annotations

from dataclasses import replace

from core.analysis.signs import HAGGLED, Sign, shifts, signs
from core.line import Line, Verb
from core.message import message
from core.side import Side
from core.words import Words
from tests.core.analysis.test_moves import talk
from tests.core.analysis.test_price_increase import known
from tests.core.cases import line, terms


def test_sanctions_last_words_repeated_tactics_and_taking_moves_are_signs() -> None:
    found = talk(
        known(),
        line(1, Side.THEM, {1: 106}),
        line(2, Side.THEM, verb=Verb.SANCTION, rest="we stop delivery"),
        line(3, Side.US, verb=Verb.SANCTION, rest="we call your rival"),
        line(4, Side.THEM, verb=Verb.TACTIC, rest="3 deadline"),
        line(5, Side.THEM, verb=Verb.TACTIC, rest="3 deadline"),
        line(6, Side.THEM, verb=Verb.TACTIC, rest="4"),
        line(7, Side.THEM, {1: 108}, is_final=True, text="108 final"),
        line(8, Side.US, {1: 100}),
        line(9, Side.US, {1: 102}, text="w 102"),
        line(10, Side.US, {1: 103}),
    )
    assert [(each.sign, each.side, tuple(one.id for one in each.lines)) for each in signs(found)] == [
        (Sign.SANCTION, Side.THEM, (2,)),
        (Sign.SANCTION, Side.US, (3,)),
        (Sign.FINAL, Side.THEM, (7,)),
        (Sign.TACTIC, Side.THEM, (4, 5)),
        (Sign.HAGGLING, Side.THEM, (1, 7, 8, 9, 10)),
        (Sign.SELFISH, Side.THEM, (7,)),
        (Sign.NO_ANSWER, Side.US, (9,)),
    ]
    assert Words().message(signs(found)[0].message) == "They threatened: “we stop delivery”."


def test_ways_back_name_their_risk_and_only_where_a_sign_was_seen() -> None:
    calm = talk(known(), line(1, Side.THEM, {1: 106}))
    assert signs(calm) == ()
    assert shifts(()) == ()
    stormy = talk(known(), line(1, Side.THEM, verb=Verb.SANCTION, rest="we stop delivery"))
    say = Words()
    for way in shifts(signs(stormy)):
        assert say.message(way.what) != way.what.code
        assert say.message(way.risk) != way.risk.code


def test_haggling_is_both_sides_moving_one_issue_alone_while_another_is_open() -> None:
    bids = [line(number, Side.US if number % 2 else Side.THEM, {1: 100 + number}) for number in range(1, HAGGLED + 1)]

    def haggling(*lines: Line) -> list[tuple[int, ...]]:
        found = signs(talk(known(), *lines))
        return [tuple(one.id for one in each.lines) for each in found if each.sign is Sign.HAGGLING]

    assert haggling(*bids) == [(1, 2, 3, 4)]
    assert haggling(*bids[:-1]) == []
    # a question between is no way out, another issue is
    assert haggling(*bids[:2], line(9, None, verb=Verb.NOTE, at=bids[1].at), *bids[2:]) == [(1, 2, 3, 4)]
    assert haggling(*bids[:2], line(9, Side.US, {2: 30}, at=bids[1].at), *bids[2:]) == []
    assert haggling(*(replace(each, side=Side.US) for each in bids)) == []
    assert haggling(*(replace(each, conditions=terms({2: 60})) for each in bids)) == []
    agreed = line(0, Side.US, {2: 60, 3: 4, 4: 36}, verb=Verb.AGREE)
    assert haggling(agreed, *bids) == []
    assert Words().message(message("sign.haggling", n=4, issue="Price")) == "4 offers in a row moved Price alone."


def test_of_the_ways_back_the_one_that_answers_the_first_sign_comes_first() -> None:
    bids = [line(number, Side.US if number % 2 else Side.THEM, {1: 100 + number}) for number in range(1, HAGGLED + 1)]
    haggled = signs(talk(known(), *bids))
    assert shifts(haggled)[0].what.code == "shift.trade"
    threatened = signs(talk(known(), line(9, Side.THEM, verb=Verb.SANCTION, rest="we stop"), *bids))
    assert shifts(threatened)[0].what.code == "shift.break"
    assert len(shifts(haggled)) == len(shifts(threatened)) == 3


def test_only_the_lines_that_are_asked_for_are_looked_at() -> None:
    found = talk(
        known(),
        line(1, Side.THEM, {1: 106}),
        line(2, Side.THEM, {1: 108}),
        line(3, Side.THEM, {1: 109}),
        line(4, Side.THEM, verb=Verb.SANCTION, rest="we stop"),
    )
    assert [each.lines[0].id for each in signs(found, found.lines[2:])] == [4, 3]
