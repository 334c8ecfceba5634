"""tests: any text as a meeting line is read by the rules or kept unread - never dropped, guessed or an exception."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.line import Verb
from core.number import Marks
from core.shorthand import Context, Reading, Role, Status, read, told, words_of
from core.words import Words
from tests.core.shorthand.lines_table import COMMA_LINES, GERMAN_LINES, LINES
from tests.core.shorthand.rules import broken
from tests.core.shorthand.table import NEGOTIATION, context
from tests.core.shorthand.written import Writer, plain

SAY = Words("en", "en_GB")
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
REGIONS = (("en_GB", "en"), ("de_DE", "de"), ("fr_FR", "fr"))
CHANGED, WRITTEN = 12_000, 5_000  # lines for each region: 51,000 in all
# The same lines in every run, but for a search.
FIRST_SEED = random.randrange(10**6) if os.environ.get("HYPOTHESIS_PROFILE") == "search" else 0


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


@pytest.mark.parametrize(("region", "language"), REGIONS)
def test_twelve_thousand_changed_lines_are_read_by_the_rules_or_kept(region: str, language: str) -> None:
    marks = Marks.of(Words("en", region))
    seated = context(marks=marks, language=language)
    nobody = context(
        marks=marks, language=language, last_speaker=None, last_issue=None, last_issues=(), standing={}, conditional=()
    )
    statuses: set[Status] = set()
    for place, line in enumerate(lines(seed=FIRST_SEED + REGIONS.index((region, language)), count=CHANGED)):
        table = nobody if place % 5 == 0 else seated
        reading = read(line, table)
        statuses.add(reading.status)
        check(reading, line, table)
    assert statuses == set(Status)


@pytest.mark.parametrize(("region", "language"), [*REGIONS, ("de_CH", "de")])
def test_five_thousand_lines_written_by_the_rules_are_read_as_they_were_meant(region: str, language: str) -> None:
    marks = Marks.of(Words("en", region))
    table = context(marks=marks, language=language)
    writer = Writer(FIRST_SEED + 3, marks, language)
    for _ in range(WRITTEN):
        written = writer.line()
        reading = read(written.text, table)
        assert reading.status is Status.READ, written
        assert plain(reading.statement) == plain(written.meant), written.text


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
    numbers_are_marked(reading, line)
    for number, choice in enumerate(reading.choices):
        assert not broken(reading, number, table), (line, choice)
        assert told(words_of(choice, NEGOTIATION, SAY)), line
    if reading.status is Status.READ:
        assert all(span.role is not Role.UNREAD for span in reading.spans), line


def numbers_are_marked(reading: Reading, line: str) -> None:
    """Check that no digit or numeral of any script is outside of what each reading takes, or of the unread text."""
    assert reading.marks, line
    for spans in reading.marks:
        covered = {at for span in spans for at in range(span.start, span.end)}
        assert all(at in covered for at, letter in enumerate(line) if letter.isnumeric()), (line, spans)
