"""The guide of the entry line: every example says what it is there to say, in any region."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from core.line import Verb
from core.shorthand import Status
from core.words import Words
from ui.meet.line_guide import RULES, Guide

NOW = datetime(2026, 11, 24, 7, 5, tzinfo=UTC)  # a Tuesday

# What each example is read as, written by hand, rule by rule.
READ: tuple[dict[str, str], ...] = (
    {
        "t 1.48": "They offer Price 1.48 EUR/can",
        "t 30": "Asked: They offer Payment 30 days or Warranty 30 months",
        "t 1.48 by friday": "They offer Price 1.48 EUR/can by friday, kept as typed",
        "t price 14.80": "They offer Price 14.80 EUR/can. Typo? 14.80 is far outside 1.35 to 1.55.",
        "t price 1o2": "\u201c1o2\u201d is no number that can be read. A range is typed 3..4, a negative value =-2.",
    },
    {
        "t 1.48 30d": "They offer Price 1.48 EUR/can, Payment 30 days",
        "t 1.48;30d": "They offer Price 1.48 EUR/can, Payment 30 days",
        "t price 1.48, pay 30": "They offer Price 1.48 EUR/can, Payment 30 days",
    },
    {
        "t 1.48": "They offer Price 1.48 EUR/can",
        "we 1.40": "We offer Price 1.40 EUR/can",
        "1.47": "They offer Price 1.47 EUR/can",
    },
    {
        "w ok price": "We agree Price 1.50 EUR/can",
        "w no price": "We refuse Price",
        "t park lead": "They park Lead time",
        "t ? lead": "They ask Lead time",
        "t ! send drawings fri": "They promise: send drawings due Fri 27 Nov",
        "t ~ 1.42": "Guess about them Price 1.42 EUR/can",
        "t x 2": "Their tactic 2",
        "t z stop delivery": "They threaten: stop delivery",
    },
    {
        "ok price": "We agree Price 1.50 EUR/can",
        "w ok": "Asked: We agree Price 1.50 EUR/can or Payment 30 days, Price 1.50 EUR/can",
        "t inco DAP": "They offer Incoterm DAP",
        "t inco=EXW": "They offer Incoterm EXW",
    },
    {
        "t price 1.48 pay 30": "They offer Price 1.48 EUR/can, Payment 30 days",
        "t 1.48 price 30 pay": "They offer Price 1.48 EUR/can, Payment 30 days",
        "t 150": "They offer Volume 150 k cans",
    },
    {
        "t -0.02": "They offer Price 1.48 EUR/can (-0.02)",
        "t price -2%": "They offer Price 1.47 EUR/can (-2%)",
        "w up +5%": "We offer Upfront 10 % (+5%)",
        "t idx =-2": "They offer Index \u20132",
    },
    {
        "t 1.45..1.48": "They offer Price 1.45 to 1.48 EUR/can",
        "t 1.48 !!": "They offer Price 1.48 EUR/can final",
        "w pkg B": "We offer Package B, Price 1.45 EUR/can, Payment 60 days",
        "t 1.48 @9:02": "They offer Price 1.48 EUR/can said 24 Nov 2026, 09:02",
        "t 1.48 until 30.6.": "They offer Price 1.48 EUR/can until 30 Jun 2027",
        "t 1.48 by mail": "They offer Price 1.48 EUR/can by mail",
    },
    {
        "w 1.40 if 120k vol": "We offer Price 1.40 EUR/can if Volume 120 k cans",
        "w 1.45 for pay 60": "We offer Price 1.45 EUR/can for Payment 60 days",
        'w 1.40 if "board agrees"': "We offer Price 1.40 EUR/can if \u201cboard agrees\u201d",
    },
    {
        "# boss called twice": "Note: boss called twice",
        "t 1.48 # smiled": "They offer Price 1.48 EUR/can Note: smiled",
        "w + deposit % 100..0 10%": "New issue deposit 100 best, 0 % worst weight 10 %",
    },
    {
        "t pay 6w": "They offer Payment 42 days (6w)",
        "t vol 120k": "They offer Volume 120 k cans",
        "t vol 2m": "Asked: They offer Volume 2,000 k cans (2m) or Volume 2 k cans (2m)",
    },
    {},
)


@pytest.fixture
def guide() -> Guide:
    return Guide(Words("en", "en_GB"), NOW)


def test_there_are_twelve_rules_and_every_example_is_checked() -> None:
    assert [rule.examples for rule in RULES] == [tuple(read) for read in READ]
    assert len(RULES) == 12


@pytest.mark.parametrize(
    ("example", "words"),
    [pytest.param(*each, id=f"{number} {each[0]}") for number, read in enumerate(READ, 1) for each in read.items()],
)
def test_an_example_is_read_as_the_guide_tells(guide: Guide, example: str, words: str) -> None:
    told = guide.told(example)
    assert (told.line, told.words.replace("\u00a0", " ")) == (example, words)


def test_every_verb_that_can_be_typed_and_every_kind_of_reading_is_shown(guide: Guide) -> None:
    readings = [guide.read(example) for rule in RULES for example in rule.examples]
    verbs = {choice.verb for reading in readings for choice in reading.choices}
    assert verbs == set(Verb) - {Verb.ROUND, Verb.UNREAD}
    assert {reading.status for reading in readings} == set(Status)


@pytest.mark.parametrize("region", ["de_DE", "fr_FR", "de_CH", "pl_PL"])
def test_examples_are_typed_as_the_region_writes_numbers_and_say_the_same(guide: Guide, region: str) -> None:
    say = Words("en", region)
    there = Guide(say, NOW)
    for example in (example for rule in RULES for example in rule.examples):
        reading = there.read(example)
        assert reading.status is guide.read(example).status, example
        values = [term.value for choice in reading.choices for term in choice.terms]
        assert values == [term.value for choice in guide.read(example).choices for term in choice.terms], example
    assert there.told("t 1.48").words.endswith(say.quantity(Decimal("1.48"), "EUR/can"))


def test_the_guide_says_what_its_examples_are_read_against(guide: Guide) -> None:
    assert "1.50" in guide.setting
    assert "1.40" in guide.setting
