"""tests: the reader of the meeting line, row by row of the tables written by hand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from core.issue import Option
from core.shorthand import Status, read
from core.words import Words
from tests.core.shorthand.hurry_table import HURRIED, HURRIED_GERMAN
from tests.core.shorthand.lines_table import COMMA_LINES, GERMAN_LINES, LINES, Row
from tests.core.shorthand.table import COMMA, INCOTERM, ISSUES, LEAD, PAY, context, number, shown
from tests.core.shorthand.test_any_line import check

HASTY = [pytest.param(each, id=f"{of} {each[0]!r}"[:70]) for of in HURRIED for each in HURRIED[of]]
ENGLISH = [pytest.param(each, id=f"{rule.split(':')[0]} {each[0]!r}"[:70]) for rule in LINES for each in LINES[rule]]


@pytest.mark.parametrize("expected", ENGLISH)
def test_line_is_read_as_the_rules_say(expected: Row) -> None:
    line, status, choices = expected
    assert shown(read(line, context())) == (status, choices)


@pytest.mark.parametrize("expected", HASTY)
def test_line_typed_in_a_hurry_is_read_as_the_rules_say_and_no_number_is_lost(expected: Row) -> None:
    line, status, choices = expected
    reading = read(line, context())
    assert shown(reading) == (status, choices)
    check(reading, line, context())


@pytest.mark.parametrize("expected", HURRIED_GERMAN, ids=lambda row: row[0])
def test_line_typed_in_a_hurry_in_german_is_read_likewise(expected: Row) -> None:
    line, status, choices = expected
    table = context(marks=COMMA, language="de_DE")
    reading = read(line, table)
    assert shown(reading) == (status, choices)
    check(reading, line, table)


@pytest.mark.parametrize("expected", COMMA_LINES, ids=lambda row: row[0])
def test_line_is_read_under_a_decimal_comma(expected: Row) -> None:
    line, status, choices = expected
    assert shown(read(line, context(marks=COMMA))) == (status, choices)


@pytest.mark.parametrize("expected", GERMAN_LINES, ids=lambda row: row[0])
def test_line_is_read_in_the_windows_language(expected: Row) -> None:
    line, status, choices = expected
    assert shown(read(line, context(marks=COMMA, language="de_DE"))) == (status, choices)


def test_two_issues_in_one_unit_are_asked_and_a_name_in_another_script_is_known() -> None:
    delivery = number(10, "Delivery", "del", "days", "5", "60")
    greek = number(11, "\u03a4\u03b9\u03bc\u03ae", "", "EUR", "1", "2")
    german = number(12, "Pr\u00e4mie", "", "EUR", "100", "900")
    table = context(issues=(*context().issues, delivery, greek, german))
    for line, read_as in (
        ("t 30d", [(PAY, "30"), (10, "30")]),
        ("t 30d del 45d pay", [(10, "30"), (PAY, "45")]),
        ("t \u03c4\u03b9\u03bc\u03ae 1.5", [(11, "1.5")]),
        ("t pra\u0308mie 500", [(12, "500")]),
    ):
        found = [each for choice in read(line, table).choices for each in choice.terms]
        assert [(each.issue_id, str(each.value)) for each in found] == read_as


@pytest.mark.parametrize("typed", ["délai 6 w", "delai 6 w", "DELAI 6 w", "dél 6 w", "del 6 w"])
def test_accents_of_a_name_may_be_left_out(typed: str) -> None:
    lead = replace(ISSUES[LEAD - 1], name="Délai", alias="")
    reading = read(f"t {typed}", context(issues=(*ISSUES[: LEAD - 1], lead, *ISSUES[LEAD:])))
    assert shown(reading) == ("read", ("they offer lead 6",))


def test_accents_of_an_option_may_be_left_out() -> None:
    terms = replace(ISSUES[INCOTERM - 1], options=(Option("départ usine", Decimal(0)), Option("rendu", Decimal(1))))
    reading = read("t inco depart usine", context(issues=(terms,)))
    assert [term.value for term in reading.choices[0].terms] == ["départ usine"]


def test_a_number_parted_by_a_blank_is_told_how_to_be_typed() -> None:
    reading = read("t vol 120 000 cans", context())
    assert reading.status is Status.UNREAD
    assert reading.message is not None
    assert Words().message(reading.message) == "“120 000” would be two numbers. Type it without the blank: 120000."


@pytest.mark.parametrize(
    ("unit", "typed"),
    [("hours", "4h"), ("hours", "4 hrs"), ("h", "4 hours"), ("pcs", "4 pieces"), ("Stück", "4 pcs"), ("t", "4 tonnes")],
)
def test_a_unit_may_be_written_in_another_usual_way(unit: str, typed: str) -> None:
    issue = number(LEAD, "Response", "res", unit, "2", "10")
    assert shown(read(f"t res {typed}", context(issues=(issue,)))) == ("read", ("they offer lead 4",))


def test_a_short_word_is_no_unit_where_nothing_is_measured_so() -> None:
    assert read("t lead 4h", context()).status is Status.UNREAD
