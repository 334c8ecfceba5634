"""tests: ui/widgets/section.py."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.theme import Scheme, Theme
from ui.widgets.button import Button
from ui.widgets.section import Hairline, SectionTitle, Surface
from ui.widgets.text import Text


def test_a_title_shows_its_words_and_a_line_under_them(qtbot: QtBot, theme: Theme) -> None:
    title = SectionTitle(theme, "Issues", detail="6 issues", aside="newest on top")
    qtbot.addWidget(title)
    title.set_detail("7 issues")
    title.set_title("All issues")
    title.set_aside("")
    title.add_control(Button(theme, "Weights"))
    assert [label.text() for label in title.findChildren(Text)] == ["All issues", "7 issues", ""]
    title.resize(300, title.sizeHint().height())
    image = title.grab().toImage()
    assert image.pixelColor(150, image.height() - 1).name() == theme.color("line2").name()


def test_surfaces_and_lines_follow_the_scheme(qtbot: QtBot, theme: Theme) -> None:
    surface = Surface(theme, "bg", line_below=True, line_above=True, line_left=True, line_right=True)
    line = Hairline(theme, parent=surface)
    qtbot.addWidget(surface)
    surface.resize(40, 40)
    theme.set_scheme(Scheme.DARK)
    image = surface.grab().toImage()
    assert image.pixelColor(20, 20).name() == theme.color("bg").name()
    assert image.pixelColor(20, 39).name() == theme.color("line").name()
    assert image.pixelColor(39, 20).name() == theme.color("line").name()
    assert line.height() == 1
