"""tests: ui/sheets/fitting.py - no figure is cut, names stand in two lines, long words of an option are let go."""

from __future__ import annotations

from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from ui.sheets.columns import GridColumn
from ui.sheets.fitting import fitted
from ui.theme import Scheme, Theme
from ui.widgets.sheet_header import PAD
from ui.widgets.sheet_model import Cell, CellState, SheetRow

NAME = GridColumn("name", "Issue", width=140, is_text=True, stretch=1, wrap=True, lines=2)
PRICE = GridColumn("price", "Price", width=60)


def width_of(text: str, column: GridColumn = PRICE, cell: Cell | None = None) -> int:
    theme = Theme(Scheme.LIGHT)
    rows = [SheetRow(1, {column.key: cell or Cell(text)})]
    (found,) = fitted(theme, [column], rows)
    return found.width


def natural(text: str) -> float:
    return QFontMetricsF(Theme(Scheme.LIGHT).font("body")).horizontalAdvance(text)


def test_a_figure_of_twelve_digits_stands_whole(qapp: QApplication) -> None:
    assert width_of("1.40") == 60
    text = "–123,456,789,012.75"
    assert width_of(text) >= natural(text) + 2 * PAD


def test_what_stands_beside_a_figure_has_room_too(qapp: QApplication) -> None:
    cell = Cell("160,493,823.33", detail="–99,221,452")
    assert width_of("", PRICE, cell) >= natural(cell.text) + PAD


def test_a_name_is_given_two_lines_and_an_option_is_cut(qapp: QApplication) -> None:
    name = "Abnahmemenge der Rahmenvereinbarung über zwei Kalenderjahre und alle Standorte"
    assert width_of("Price", NAME) == 140
    assert 140 < width_of(name, NAME) <= 220 < natural(name)
    assert width_of("none, since nobody ever asked for any certificate") == 120


def test_what_cannot_be_read_widens_nothing(qapp: QApplication) -> None:
    kept = Cell("about a hundred thousand or so", CellState.CHECK | CellState.UNREADABLE)
    assert width_of("", PRICE, kept) <= 64


def folded_of(text: str, column: GridColumn) -> int:
    (found,) = fitted(Theme(Scheme.LIGHT), [column], [SheetRow(1, {column.key: Cell(text)})])
    return found.folded


def test_a_day_may_be_folded_into_two_lines_and_a_figure_never(qapp: QApplication) -> None:
    assert natural("24 Dec") + 2 * PAD <= folded_of("24 Dec 2026", PRICE) < width_of("24 Dec 2026")
    assert folded_of("123,456,789.75", PRICE) == width_of("123,456,789.75")


def test_no_word_of_a_text_is_broken_however_little_room_there_is(qapp: QApplication) -> None:
    words = GridColumn("words", "Or in words", width=60, is_text=True, stretch=1, wrap=True)
    assert folded_of("their signature this week", words) >= natural("signature") + 2 * PAD


def test_what_stands_beside_a_name_is_no_reason_to_scroll(qapp: QApplication) -> None:
    assert width_of("", NAME, Cell("Price", detail="+3.9 %, 2 outliers, and more to tell")) == 140


def test_a_name_that_stands_in_one_line_may_be_cut(qapp: QApplication) -> None:
    repeated = GridColumn("name", "Issue", width=120, is_text=True, stretch=1)
    assert folded_of("Abnahmemenge der Rahmenvereinbarung über zwei Kalenderjahre", repeated) == 0
