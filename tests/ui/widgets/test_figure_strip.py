"""tests: the strip of figures - changed in place, read aloud whole, gone without a figure."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets.figure_strip import FigureStrip, StripFigure


def test_figures_are_changed_in_place_and_named(qtbot: QtBot, theme: Theme) -> None:
    strip = FigureStrip(theme)
    qtbot.addWidget(strip)
    strip.resize(600, 60)
    strip.show()
    strip.set_figures([StripFigure("Last agreed", "1.185 EUR/kg", "45 days"), StripFigure("Contract ends", "31 Dec")])
    cells = [cell for cell in strip._cells if cell.isVisible()]
    assert [cell.accessibleName() for cell in cells] == ["Last agreed 1.185 EUR/kg 45 days", "Contract ends 31 Dec"]
    assert cells[0].width() == cells[1].width()
    strip.set_figures([StripFigure("Contract ends", "1 Jan")])
    assert [cell for cell in strip._cells if cell.isVisible()] == cells[:1]
    assert cells[0].figure.text() == "1 Jan"


def test_without_figures_the_strip_is_gone(qtbot: QtBot, theme: Theme) -> None:
    strip = FigureStrip(theme)
    qtbot.addWidget(strip)
    strip.show()
    strip.set_figures([])
    assert not strip.isVisible()
