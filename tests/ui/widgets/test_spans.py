"""tests: ui/widgets/spans.py - one text with marked places, laid out, cut and painted."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QImage, QPainter

from ui.theme import Theme
from ui.widgets.spans import Mark, Places, Span, SpannedText


def painted(text: SpannedText) -> QImage:
    image = QImage(200, 40, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    text.paint(painter, 0, 4)
    painter.end()
    return image


def test_places_count_signs_outside_the_first_plane_twice() -> None:
    places = Places("a😀b")
    assert [places.to_qt(at) for at in range(4)] == [0, 1, 3, 4]
    assert [places.from_qt(at) for at in range(5)] == [0, 1, 1, 2, 3]
    assert (places.to_qt(-1), places.to_qt(99)) == (0, 4)


def test_a_text_that_fits_is_not_cut(theme: Theme) -> None:
    text = SpannedText(theme, "Price 1.48", theme.font(), width=200)
    assert (text.is_cut, text.shown) == (False, "Price 1.48")


@pytest.mark.parametrize("width", [1, 10, 40, 80])
def test_a_text_that_does_not_fit_ends_in_an_ellipsis_within_its_width(theme: Theme, width: int) -> None:
    text = SpannedText(theme, "A long sentence about prices 😀 and days", theme.font(), width=width)
    assert text.is_cut
    assert text.shown.endswith("…")
    assert text.natural_width <= max(width, SpannedText(theme, "…", theme.font()).natural_width)


def test_bold_places_make_a_line_wider(theme: Theme) -> None:
    plain = SpannedText(theme, "Price 1.48", theme.font())
    bold = SpannedText(theme, "Price 1.48", theme.font(), [Span(0, 10, Mark.BOLD)])
    assert bold.natural_width > plain.natural_width


def test_wrapped_text_grows_by_lines(theme: Theme) -> None:
    text = SpannedText(theme, "one two three four five six", theme.font(), width=60, wrap=True, line_height=20)
    assert text.lines > 2
    assert text.height == text.lines * 20
    assert SpannedText(theme, "one\ntwo", theme.font(), width=500, wrap=True).lines == 2


def test_an_unread_place_has_dots_under_it(theme: Theme) -> None:
    plain = painted(SpannedText(theme, "t prise 1.48", theme.font()))
    dotted = painted(SpannedText(theme, "t prise 1.48", theme.font(), [Span(2, 5)]))
    lower = [
        (x, y) for y in range(15, 40) for x in range(200) if plain.pixel(x, y) != dotted.pixel(x, y)
    ]  # fmt: skip
    columns = sorted({x for x, _ in lower})
    assert len(columns) > 8
    assert len({y for _, y in lower}) == 2, "dots are 2 px high"
    assert len(columns) < columns[-1] - columns[0], "with gaps between them"


def test_a_figure_is_shown_whole_or_not_at_all(theme: Theme) -> None:
    text = "Payment 30 to 1,250,000.50 days"
    font = theme.font("body")
    for width in range(20, 260):
        shown = SpannedText(theme, text, font, width=width).shown
        for figure in re.findall(r"[0-9][0-9.,]*", shown):
            assert figure in ("30", "1,250,000.50"), (width, shown)
        assert not re.search(r"[0-9]\u2026", shown), shown
