"""tests: core/reports/setting.py - lines of text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.reports.document import Span
from core.reports.fonts import Face
from core.reports.setting import (
    Style,
    TextBlock,
    broken,
    cut_to,
    line_width,
    natural_width,
    pieces_of,
)

STYLE = Style(8.6, 11.8)
words = st.text(alphabet="abc 12.,\n", max_size=200)


def text_of(lines: list) -> list[str]:  # type: ignore[type-arg]
    return ["".join(piece.text for piece in line) for line in lines]


@given(words, st.floats(20, 200))
def test_no_line_is_wider_than_asked_and_no_letter_is_lost(text: str, width: float) -> None:
    lines = broken(pieces_of(text, STYLE), width)
    assert all(line_width(line) <= width + 0.02 for line in lines if "".join(p.text for p in line).strip())
    assert "".join("".join(text_of(lines)).split()) == "".join(text.split())


def test_a_word_in_two_manners_is_not_parted() -> None:
    lines = broken(pieces_of((Span("half"), Span("bold", bold=True), Span(" next")), STYLE), 45)
    assert text_of(lines) == ["halfbold", "next"]


def test_a_no_break_space_holds() -> None:
    assert text_of(broken(pieces_of("to USD\u00a01,000", STYLE), 48)) == ["to", "USD\u00a01,000"]


def test_line_feeds_break_lines_and_empty_lines_stay() -> None:
    assert text_of(broken(pieces_of("a\n\nb", STYLE), 100)) == ["a", "", "b"]


def test_a_text_that_is_cut_ends_with_what_was_asked() -> None:
    lines = broken(pieces_of("word " * 60, STYLE), 100)
    kept = cut_to(lines, 2, 100, "… (3)")
    assert len(kept) == 2
    assert text_of(kept)[1].endswith("… (3)")
    assert line_width(kept[1]) <= 100


def test_manners_become_faces() -> None:
    spans = (Span("a", bold=True), Span("b", italic=True), Span("c", muted=True), Span("d", raised=True))
    pieces = pieces_of(spans, STYLE)
    assert [piece.face for piece in pieces] == [Face.BOLD, Face.ITALIC, Face.REGULAR, Face.REGULAR]
    assert pieces[3].rise > 0
    assert pieces[3].size < pieces[0].size


def test_the_natural_width_is_that_of_the_longest_line() -> None:
    assert natural_width(pieces_of("ab\nabcd\na", STYLE)) == natural_width(pieces_of("abcd", STYLE))


def test_a_block_parts_with_two_lines_on_either_side() -> None:
    block = TextBlock(broken(pieces_of("word " * 60, STYLE), 100), 100, STYLE)
    count = len(block.lines)
    first, rest = block.split(100, 11.8 * (count - 1))
    assert (len(first.lines), len(rest.lines)) == (count - 2, 2)
    assert block.split(100, 11.8) == []
    assert block.split(100, 1000) == [block]
