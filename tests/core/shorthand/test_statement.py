"""tests: a reading, what Enter logs of it, and what choosing makes of it."""

from __future__ import annotations

import pytest

from core.line import Verb
from core.meeting import Channel
from core.message import message
from core.shorthand import Role, Status, read
from core.side import Side
from tests.core.shorthand.table import context, short


def test_enter_logs_the_one_reading() -> None:
    assert short(read("t 1.48", context()).statement) == "they offer price 1.48"


@pytest.mark.parametrize("line", ["w 7", "w what a day"])
def test_enter_keeps_what_is_asked_or_unread_with_its_speaker(line: str) -> None:
    kept = read(line, context()).statement
    assert (kept.verb, kept.side, kept.terms) == (Verb.UNREAD, Side.US, ())


def test_unread_line_keeps_the_time_it_names() -> None:
    at = read("w about seven @10:02", context()).kept.at
    assert at is not None
    assert f"{at:%H:%M}" == "10:02"


def test_unread_line_keeps_how_it_came() -> None:
    assert read("t 1o2 by mail", context()).kept.channel is Channel.MAIL
    assert read("t 7 by phone", context()).statement.channel is Channel.PHONE


def test_choosing_makes_one_reading() -> None:
    asked = read("w 7", context())
    chosen = asked.chosen(2)
    assert chosen.status is Status.READ
    assert short(chosen.statement) == "we offer up 7"
    assert chosen.text == "w 7"


def test_choosing_a_reading_with_words_left_over_says_so() -> None:
    chosen = read("w 7 maybe", context()).chosen(1)
    assert chosen.status is Status.LEFTOVER
    assert chosen.message == message("line.leftover", words="maybe")


def test_a_reading_chosen_marks_the_line_as_it_takes_it() -> None:
    line = "1,48,30d"
    marked = [[line[span.start : span.end] for span in read(line, context()).chosen(number).spans] for number in (1, 2)]
    assert marked == [["1,48", "30", "d"], ["1", "48,30", "d"]]


@pytest.mark.parametrize("number", [0, 3, -1])
def test_only_listed_readings_can_be_chosen(number: int) -> None:
    with pytest.raises(IndexError):
        read("w 7", context()).chosen(number)


@pytest.mark.parametrize(
    ("line", "marks"),
    [
        ("t 1.48", "t:who 1.48:value"),
        ("they 30d pay, 1.48 EUR net", "they:who 30:value d:unit pay:issue 1.48:value EUR:unit net:unread"),
        ("w ok lead time", "w:who ok:verb lead time:issue"),
        ("1.40 if 120k vol # so", "1.40:value if:word 120:value k:unit vol:issue # so:note"),
        ("t 1.48!! by mail @10:02", "t:who 1.48:value !!:word by mail:word @10:02:word"),
        ("!t call back", "!:verb t:who call back:word"),
        ("t inco=free house", "t:who inco:issue =free house:value"),
        ("1.48,30d", "1.48:value 30:value d:unit"),
        ("t what 3x", "t:who what:unread 3x:unread"),
        ("pkg B", "pkg:word B:value"),
        ("+ deposit fee % 9..0", "+:verb deposit fee:issue %:unit 9..0:value"),
    ],
)
def test_marks_lie_on_the_words_as_typed(line: str, marks: str) -> None:
    spans = read(line, context()).spans
    assert " ".join(f"{line[span.start : span.end]}:{span.role}" for span in spans) == marks
    assert all(isinstance(span.role, Role) for span in spans)
