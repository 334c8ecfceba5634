"""tests: verdicts, their flags, and how they are kept."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from core.judge import judge
from core.message import message
from core.side import Side
from core.verdict import Flag, Given, Interval, Light, Verdict, breach
from tests.core.cases import DAY, four_issues, terms

NOTHING = message("limit.none")
UNTOLD = Given.of(judge(four_issues(), terms({1: 102}), Side.THEM, DAY)).to_json().replace('"code"', '"kode"')


def lit(**lights: Light) -> Verdict:
    shown: dict[str, Any] = {
        "limit": Light.NONE,
        "batna": Light.CLEAR,
        "minimum": Light.NONE,
        "term": Light.CLEAR,
        **lights,
    }
    return Verdict(
        value=None,
        at_baselines=None,
        limit_reason=NOTHING,
        batna_reason=NOTHING,
        minimum_reason=NOTHING,
        term_reason=NOTHING,
        **shown,
    )


def test_a_breach_is_certain_possible_or_clear_by_its_ends() -> None:
    batna = Interval(Fraction(2), Fraction(3))
    assert breach(Interval(Fraction(0), Fraction(1)), batna) is Light.CERTAIN
    assert breach(Interval(Fraction(0), Fraction(2)), batna) is Light.POSSIBLE
    assert breach(Interval(Fraction(2), Fraction(5)), batna) is Light.POSSIBLE
    assert breach(Interval(Fraction(3), Fraction(5)), batna) is Light.CLEAR


@pytest.mark.parametrize(
    ("lights", "flag"),
    [
        ({}, Flag.FINE),
        ({"limit": Light.ACT}, Flag.ACT),
        ({"batna": Light.CERTAIN}, Flag.ACT),
        ({"minimum": Light.CERTAIN}, Flag.ACT),
        ({"batna": Light.POSSIBLE}, Flag.CHECK),
        ({"batna": Light.NONE}, Flag.CHECK),
        ({"batna": Light.CANNOT_JUDGE}, Flag.CHECK),
        ({"minimum": Light.POSSIBLE}, Flag.CHECK),
        ({"limit": Light.CANNOT_JUDGE}, Flag.CHECK),
        ({"term": Light.ACT}, Flag.FINE),
    ],
)
def test_the_flag_sums_the_lights_up(lights: dict[str, Light], flag: Flag) -> None:
    assert lit(**lights).flag is flag
    assert lit(**lights).is_breach is (lights.get("batna") is Light.CERTAIN)


@pytest.mark.parametrize("values", [{1: 102, 2: 14, 3: 10, 4: 12}, {1: 106}, {}])
def test_a_given_verdict_survives_being_stored_exactly(values: dict[int, Any]) -> None:
    verdict = judge(four_issues(), terms(values), Side.THEM, DAY)
    given = Given.of(verdict)
    lights = (verdict.limit_reason, verdict.batna_reason, verdict.minimum_reason, verdict.term_reason)
    assert Given.from_json(given.to_json()).reasons == (*lights, *verdict.term_reasons)
    assert Given.from_json(given.to_json()) == given
    assert given.to_json() == Given.from_json(given.to_json()).to_json()


def test_a_verdict_without_a_value_is_stored_without_one() -> None:
    given = Given.of(lit(batna=Light.CANNOT_JUDGE))
    assert Given.from_json(given.to_json()).value is None


@pytest.mark.parametrize(
    "text", ["", "[]", "null", "{}", '{"value": null}', '{"value": ["1/0", "1"], "limit": "act"}', "7", UNTOLD]
)
def test_anything_else_is_no_stored_verdict(text: str) -> None:
    with pytest.raises(ValueError):
        Given.from_json(text)
