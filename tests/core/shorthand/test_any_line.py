"""tests: any text as a meeting line is read by the rules or kept unread - never dropped, guessed or an exception."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.line import Verb
from core.number import Marks
from core.shorthand import Context, Reading, Role, Statement, Status, read
from core.side import Side
from tests.core.shorthand.lines_table import COMMA_LINES, GERMAN_LINES, LINES
from tests.core.shorthand.table import COMMA, CONDITIONAL, POINT, SPACE, STANDING, context

KNOWN = [line for rows in LINES.values() for line, _, _ in rows]
KNOWN += [line for line, _, _ in (*COMMA_LINES, *GERMAN_LINES)]
FRAGMENTS = [
    *("t", "w", "they", "we", "<", ">", "ok", "no", "park", "?", "!", "~", "x", "z", "+", "!t", "!!", "!", "@10:02"),
    *("if", "for", "until", "by", "mail", "phone", "pkg B", "@14.3.", "until 30.6.", "by mail", "# note 7", "#"),
    *("price", "pay", "lead time", "lead", "shelf", "vol", "inco", "DAP", "free house", "closing", "up", "idx"),
    *("1.48", "1,48", "1.480", "1,480,000", "30", "30d", "6w", "2m", "2y", "120k", "k cans", "-2%", "+0.02", "=-2"),
    *("1.45..1.48", "4..6w", "..", "14.3.", "2027-01-15", "31/12", "\u20ac1.48", "USD", "EUR", "%", "50%", "\u00bd"),
    *('"board agrees"', '"', "'", "\u201cso\u201d", ";", ",", ", ", "=", "\u00a0", "\u202f", "\u0663", "\U0001f600"),
    *(
        "best price",
        "freight",
        "net",
        "\u05e9\u05dc\u05d5\u05dd",
        "1e999999",
        "NaN",
        "inf",
        "0",
        "9" * 32,
        "\x00",
        "\n",
    ),
]
LETTERS = "0123456789.,;:+-=%!?~#@\"' kdwmytxzEUR\u20ac\u2013\u00a0\u202f<>/()"
TABLES = [
    pytest.param(POINT, "en", id="decimal point"),
    pytest.param(COMMA, "de", id="decimal comma"),
    pytest.param(SPACE, "fr", id="decimal comma, spaces"),
]


def lines(seed: int, count: int) -> Iterator[str]:
    """Make lines out of fragments, of known lines changed a little, and of mere letters."""
    chance = random.Random(seed)
    for _ in range(count):
        kind = chance.random()
        if kind < 0.45:
            yield chance.choice(("", " ")).join(
                chance.choice(FRAGMENTS) + chance.choice((" ", " ", " ", "")) for _ in range(chance.randint(1, 9))
            )
        elif kind < 0.9:
            line = list(chance.choice(KNOWN))
            for _ in range(chance.randint(0, 3)):
                at = chance.randint(0, len(line))
                change = chance.randint(0, 3)
                if change == 0:
                    line.insert(at, chance.choice(LETTERS))
                elif change == 1 and at < len(line):
                    del line[at]
                elif change == 2:
                    line.insert(at, f" {chance.choice(FRAGMENTS)} ")
                elif at < len(line):
                    line[at] = chance.choice(LETTERS)
            yield "".join(line)
        else:
            yield "".join(chance.choice(LETTERS) for _ in range(chance.randint(0, 40)))


@pytest.mark.parametrize(("marks", "language"), TABLES)
def test_ten_thousand_lines_are_read_by_the_rules_or_kept(marks: Marks, language: str) -> None:
    seated = context(marks=marks, language=language)
    nobody = context(
        marks=marks, language=language, last_speaker=None, last_issue=None, last_issues=(), standing={}, conditional=()
    )
    statuses: set[Status] = set()
    for place, line in enumerate(lines(seed=len(language + marks.group) * 7 + ord(language[0]), count=4000)):
        table = nobody if place % 5 == 0 else seated
        reading = read(line, table)
        statuses.add(reading.status)
        check(reading, line, table)
    assert statuses == set(Status)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_kept_whole(line: str) -> None:
    table = context()
    reading = read(line, table)
    check(reading, line, table)
    assert reading == read(line, table)


@pytest.mark.parametrize(
    "line",
    ["1.48,30d " * 400, "lead time " * 1200, '"' * 5000, "1" * 10_000, "1.," * 3000, "if 1 for " * 600, "=" * 9000],
    ids=lambda line: line[:10],
)
def test_endless_line_is_kept(line: str) -> None:
    assert read(line, context()).status is Status.UNREAD


def check(reading: Reading, line: str, table: Context) -> None:
    """Check all that holds for every line whatever."""
    assert reading.text == line
    assert reading.kept.verb is Verb.UNREAD
    expected = {Status.READ: {1}, Status.LEFTOVER: {1}, Status.UNREAD: {0}, Status.ASK: set(range(1, 10))}
    assert len(reading.choices) in expected[reading.status], line
    assert (reading.message is None) <= (reading.status is Status.READ), line
    assert len({repr(choice) for choice in reading.choices}) == len(reading.choices), line
    marks_stand_in_order(reading, line)
    for choice in reading.choices:
        choice_is_allowed(choice, line, table)
        numbers_are_found_again(choice, line)
    if reading.status is Status.READ:
        assert all(span.role is not Role.UNREAD for span in reading.spans), line


def marks_stand_in_order(reading: Reading, line: str) -> None:
    """Check that spans lie in the text one behind the other, and that no digit is outside of them."""
    covered: set[int] = set()
    end = 0
    for span in reading.spans:
        assert end <= span.start < span.end <= len(line), line
        end = span.end
        covered |= set(range(span.start, span.end))
    assert all(at in covered for at, letter in enumerate(line) if letter.isnumeric()), (line, reading.spans)


def choice_is_allowed(choice: Statement, line: str, table: Context) -> None:
    """Check what no reading may break."""
    stated = [term.issue_id for term in (*choice.terms, *choice.conditions, *choice.in_return)]
    assert len(stated) == len(set(stated)), line
    assert set(stated) <= {issue.id for issue in table.issues}, line
    assert choice.at is None or choice.at <= table.now, line
    if choice.verb in (Verb.OFFER, Verb.GUESS):
        assert choice.terms or choice.verb is Verb.GUESS, line
        assert not any(letter.isnumeric() for letter in choice.rest), line
    if choice.verb is Verb.AGREE and choice.side is not None:
        other = choice.side.other
        stood = {(term.issue_id, term.value) for term in STANDING[other].values()}
        stood |= {
            (term.issue_id, term.value)
            for offer in CONDITIONAL
            if offer.side is other
            for term in (*offer.terms, *offer.conditions)
        }
        assert {(term.issue_id, term.value) for term in choice.terms} <= stood, line
        assert choice.terms, line
    if choice.verb not in (Verb.NOTE, Verb.NEW_ISSUE):
        assert isinstance(choice.side, Side), line


def numbers_are_found_again(choice: Statement, line: str) -> None:
    """Check that the digits of every number typed are those of something in the reading."""
    known = set()
    for text in texts_of(choice):
        known |= {significant(run) for run in re.findall(r"[0-9][0-9.,']*", text)}
        known |= {significant(run) for run in re.findall(r"[0-9]+", text)}
    for run in re.findall(r"[0-9]+(?:[.,'\u2019\u00a0\u202f\u2009]+[0-9]+)*", line):
        assert is_known(run, known), (line, run, choice)


def is_known(run: str, known: set[str]) -> bool:
    if significant(run) in known:
        return True
    parts = [(run[: mark.start()], run[mark.end() :]) for mark in re.finditer(r"[^0-9]+", run)]
    return any(significant(first) in known and is_known(rest, known) for first, rest in parts)


def significant(run: str) -> str:
    return re.sub(r"[^0-9]", "", run).strip("0")


def texts_of(choice: Statement) -> Iterator[str]:
    for term in (*choice.terms, *choice.conditions, *choice.in_return):
        yield from (str(term.value), str(term.upto), term.as_said)
    yield from (choice.condition_words, choice.in_return_words, choice.rest, choice.note, choice.package)
    for day in (choice.at, choice.valid_until):
        if day is not None:
            yield from (str(day), f"{day:%y}", f"{day:%H %M}")
    if choice.new_issue is not None:
        new = choice.new_issue
        yield from (new.name, new.unit)
        yield from (str(each) for each in (new.best, new.worst, new.weight, new.share, new.money_worth))
