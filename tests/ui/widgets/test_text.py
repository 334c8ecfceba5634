"""tests: ui/widgets/text.py."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QFontMetricsF
from pytestqt.qtbot import QtBot

from ui.theme import Scheme, Theme
from ui.widgets.text import Run, Text, runs_width, text_width


def test_markup_is_shown_as_it_was_typed(qtbot: QtBot, theme: Theme) -> None:
    label = Text(theme, "<b>A</b> & <img src=file:///etc/passwd>")
    qtbot.addWidget(label)
    assert label.text() == "<b>A</b> & <img src=file:///etc/passwd>"
    assert label.sizeHint().width() >= text_width(theme, label.text(), "body")


def test_a_cut_line_tells_the_whole_in_its_tooltip_and_as_plain_text(qtbot: QtBot, theme: Theme) -> None:
    label = Text(theme, "Shelf price <i>must</i> hold at 24 % margin")
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()
    label.resize(61, 20)
    assert "&lt;i&gt;must&lt;/i&gt;" in label.toolTip()
    label.resize(600, 20)
    assert label.toolTip() == ""


def test_wrapped_text_grows_by_whole_lines(qtbot: QtBot, theme: Theme) -> None:
    label = Text(theme, "A deal at your minimum is worth less than walking away. " * 4, wrap=True)
    qtbot.addWidget(label)
    assert label.heightForWidth(2000) == 20
    assert label.heightForWidth(200) % 20 == 0
    assert label.heightForWidth(200) > label.heightForWidth(400)


def test_one_very_long_word_is_broken_and_not_lost(qtbot: QtBot, theme: Theme) -> None:
    label = Text(theme, "x" * 500, wrap=True)
    qtbot.addWidget(label)
    assert label.heightForWidth(100) > 100


def test_the_text_is_drawn_in_the_colour_of_its_role_and_follows_the_scheme(qtbot: QtBot, theme: Theme) -> None:
    label = Text(theme, "MMMM", "large", color="danger")
    qtbot.addWidget(label)
    label.resize(label.sizeHint())
    label.show()

    def colors() -> set[str]:
        image = label.grab().toImage()
        points = [QPoint(x, y) for x in range(image.width()) for y in range(image.height())]
        return {image.pixelColor(point).name() for point in points}

    assert theme.color("danger").name() in colors()
    theme.set_scheme(Scheme.DARK)
    assert theme.color("danger").name() in colors()


def test_the_factor_makes_the_label_larger(qtbot: QtBot, theme: Theme) -> None:
    label = Text(theme, "Price")
    qtbot.addWidget(label)
    before = label.sizeHint()
    theme.set_factor(2)
    assert label.sizeHint().height() == 2 * before.height()
    assert label.sizeHint().width() > 1.9 * before.width()


def test_gaps_stand_only_between_runs_that_say_something(theme: Theme) -> None:
    font, ink = theme.font(), QColor("black")
    alone = runs_width([Run("act", font, ink), Run("", font, ink)], 6)
    both = runs_width([Run("act", font, ink), Run("act", font, ink)], 6)
    assert both == 2 * alone + 6


def test_wrapped_text_keeps_its_margins(qtbot: QtBot, theme: Theme) -> None:
    label = Text(theme, "word " * 20, wrap=True)
    qtbot.addWidget(label)
    plain = label.heightForWidth(200)
    label.setContentsMargins(60, 0, 0, 0)
    assert label.heightForWidth(200) > plain
    assert label.heightForWidth(260) == plain
    label.resize(260, plain)
    image = label.grab().toImage()
    empty = image.pixelColor(0, 0)
    inked = [x for x in range(image.width()) if any(image.pixelColor(x, y) != empty for y in range(image.height()))]
    assert min(inked) >= 60


def test_a_letter_that_stands_out_at_the_left_is_not_cut(qtbot: QtBot, theme: Theme) -> None:
    for wrap in (False, True):
        label = Text(theme, "J", "large", wrap=wrap)
        qtbot.addWidget(label)
        label.resize(60, 40)
        image = label.grab().toImage()
        ground = image.pixelColor(59, 0)
        columns = [
            x for x in range(60) if any(image.pixelColor(x, y).lightness() < ground.lightness() - 40 for y in range(40))
        ]
        assert len(columns) >= QFontMetricsF(label.font()).tightBoundingRect("J").width() - 1
