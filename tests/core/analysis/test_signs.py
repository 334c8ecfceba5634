"""tests: signs of a distributive turn."""

from __future__ import annotations

from core.analysis.signs import Sign, shifts, signs
from core.line import Verb
from core.side import Side
from core.words import Words
from tests.core.analysis.test_moves import talk
from tests.core.analysis.test_price_increase import known
from tests.core.cases import line


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
        assert say.message(way.way) != way.way.code
        assert say.message(way.risk) != way.risk.code
