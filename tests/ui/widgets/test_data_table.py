"""tests: ui/widgets/data_table.py - the plain table by keys and mouse, its looks, its line for a new row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QGuiApplication, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.words import Words
from ui.theme import Density, Scheme, Theme
from ui.widgets.data_table import DataTable, TableCell, TableColumn, TableRow, bold_parts
from ui.widgets.flag import Level
from ui.widgets.spans import Mark, Span

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
RIGHT = Qt.AlignmentFlag.AlignRight
LONG = "Decides alone up to 1.46 EUR/can, above that the board has to agree, which takes a week or two"
COLUMNS = (
    TableColumn("topic", "Topic", width=80, muted=True),
    TableColumn("note", "Note", stretch=1, wrap=True),
    TableColumn("flag", "Flag"),
    TableColumn("price", "Price", RIGHT, width=90),
)


def row(number: int, note: str = "short", **more: TableCell) -> TableRow:
    cells = {"topic": TableCell(f"Topic {number}"), "note": TableCell(note), "price": TableCell("1.48"), **more}
    return TableRow(number, cells)


class Paints(QObject):
    """Note which parts of a widget are painted from now on."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.areas: list[QRect] = []
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QPaintEvent):
            self.areas.append(event.rect())
        return False


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(420, 400)
    QVBoxLayout(made).setContentsMargins(0, 0, 0, 0)
    return made


@pytest.fixture
def table(window: QWidget, theme: Theme, say: Words, activate: Callable[[QWidget], None]) -> DataTable:
    made = DataTable(theme, say, "Notes", parent=window)
    layout = window.layout()
    assert layout is not None
    layout.addWidget(made)
    made.set_columns(COLUMNS)
    made.set_rows([row(1), row(2, flag=TableCell("overdue", flag=Level.ACT)), row(3)])
    activate(window)
    made.setFocus(Qt.FocusReason.TabFocusReason)
    return made


def press(table: DataTable, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(table.view, key, modifier)


def add_line(table: DataTable) -> QLineEdit:
    found = table.findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def test_up_and_down_choose_and_enter_opens(table: DataTable) -> None:
    told: list[object] = []
    table.current_changed.connect(told.append)
    opened: list[object] = []
    table.row_activated.connect(opened.append)
    assert table.current() == 1
    press(table, Key.Key_Down)
    press(table, Key.Key_Return)
    press(table, Key.Key_Up)
    assert told == [2, 1]
    assert opened == [2]


def test_double_click_opens_and_f2_asks_to_edit(table: DataTable) -> None:
    opened: list[object] = []
    edited: list[tuple[object, str]] = []
    table.row_activated.connect(opened.append)
    table.edit_wanted.connect(lambda row_id, key: edited.append((row_id, key)))
    at = table.view.visualRect(table.model.index(2, 1)).center()
    QTest.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    press(table, Key.Key_F2)
    assert opened == [3]
    assert edited == [(3, "note")]


def test_delete_is_asked_for_unless_the_table_can_only_be_read(table: DataTable) -> None:
    asked: list[object] = []
    table.delete_wanted.connect(asked.append)
    table.edit_wanted.connect(lambda *_: asked.append("edit"))
    press(table, Key.Key_Delete)
    table.set_editable(False)
    press(table, Key.Key_Delete)
    press(table, Key.Key_F2)
    assert asked == [1]


def test_the_menu_key_asks_at_the_row(table: DataTable, qtbot: QtBot) -> None:
    table.go_to(2)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    with qtbot.waitSignal(table.menu_wanted) as asked:
        QApplication.sendEvent(table.view.viewport(), event)
    assert asked.args[0] == 2
    below = table.view.mapToGlobal(QPoint(0, 0)).y() + table.view.rowHeight(0)
    assert asked.args[1].y() > below


def test_the_row_is_copied_as_text_with_flags_in_words(table: DataTable) -> None:
    table.go_to(2)
    press(table, Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "Topic 2\tshort\tact overdue\t1.48\n"


def test_new_rows_keep_the_chosen_one_and_say_nothing(table: DataTable) -> None:
    table.go_to(2)
    told: list[object] = []
    table.current_changed.connect(told.append)
    table.set_rows([row(9), row(3), row(2, "changed"), row(1)])
    assert table.current() == 2
    assert told == []


def test_a_row_is_chosen_by_its_id(table: DataTable) -> None:
    assert table.go_to(3)
    assert table.current() == 3
    assert not table.go_to(77)
    table.clear_choice()
    assert table.current() is None


def test_rows_are_32_high_and_grow_with_long_notes_and_shrink_again(table: DataTable, window: QWidget) -> None:
    assert [table.view.rowHeight(at) for at in range(3)] == [32] * 3
    table.set_rows([row(1), row(2, LONG), row(3)])
    heights = [table.view.rowHeight(at) for at in range(3)]
    assert heights[0] == heights[2] == 32
    assert heights[1] > 32
    assert (heights[1] - 32) % 20 == 0
    window.resize(1200, 400)
    assert table.view.rowHeight(1) == 32


def test_a_column_is_as_wide_as_what_its_rows_say_now(table: DataTable) -> None:
    before = table.view.columnWidth(2)
    table.set_rows([row(1), row(2, flag=TableCell("overdue by eleven days", flag=Level.ACT)), row(3)])
    assert table.view.columnWidth(2) > before
    table.set_rows([row(1), row(2, flag=TableCell("overdue", flag=Level.ACT)), row(3)])
    assert table.view.columnWidth(2) == before


def test_wrapped_text_is_painted_as_it_is_now(table: DataTable, theme: Theme) -> None:
    seen = [table.grab().toImage()]
    table.set_rows([row(1, "other"), row(2, flag=TableCell("overdue", flag=Level.ACT)), row(3)])
    seen.append(table.grab().toImage())
    table.set_rows([row(1), row(2, flag=TableCell("overdue", flag=Level.ACT)), row(3)])
    assert table.grab().toImage() == seen[0] != seen[1]
    theme.set_scheme(Scheme.DARK)
    assert table.grab().toImage() not in seen
    theme.set_scheme(Scheme.LIGHT)
    assert table.grab().toImage() == seen[0]


def test_columns_that_look_another_way_are_painted_anew(table: DataTable) -> None:
    before = table.grab().toImage()
    table.set_columns([replace(COLUMNS[0], muted=False), *COLUMNS[1:]])
    assert table.grab().toImage() != before


@pytest.mark.parametrize("count", [3, 30])
@pytest.mark.parametrize("note", ["short", LONG])
def test_a_new_row_is_painted_at_once_and_once(table: DataTable, count: int, note: str) -> None:
    table.set_rows([row(at) for at in range(count)])
    for _ in range(5):
        QApplication.processEvents()
    paints = Paints(table.view.viewport())
    table.set_rows([row(count, note), *table.model.rows])
    for _ in range(5):  # a second painting would be due after the first
        QApplication.processEvents()
    assert len(paints.areas) == 1


def test_a_changed_row_is_painted_without_the_others(table: DataTable) -> None:
    QApplication.processEvents()
    paints = Paints(table.view.viewport())
    table.set_rows([row(1), row(2, flag=TableCell("overdue", flag=Level.ACT)), row(3, "changed")])
    QApplication.processEvents()
    assert paints.areas == [table.view.visualRect(table.model.index(2, 0)).united(
        table.view.visualRect(table.model.index(2, len(COLUMNS) - 1))
    )]  # fmt: skip


def test_density_and_factor_are_followed(table: DataTable, theme: Theme) -> None:
    theme.set_density(Density.COMPACT)
    assert table.view.rowHeight(0) == 26
    theme.set_density(Density.NORMAL)
    theme.set_factor(2)
    assert table.view.rowHeight(0) == 64
    table.set_row_height(40)
    assert table.view.rowHeight(0) == 80


def test_a_row_reaches_over_the_whole_width(table: DataTable) -> None:
    last = table.view.visualRect(table.model.index(0, len(COLUMNS) - 1))
    assert last.right() == table.view.viewport().rect().right()


def test_free_height_stays_empty_and_a_fitting_table_is_as_high_as_its_rows(
    table: DataTable, window: QWidget, theme: Theme, say: Words
) -> None:
    assert table.view.height() == 28 + 3 * 32
    fitting = DataTable(theme, say, "Promised", fits=True, header=False, parent=window)
    fitting.resize(420, 10)
    fitting.set_columns(COLUMNS)
    fitting.set_rows([row(number) for number in range(5)])
    assert fitting.sizeHint().height() == fitting.minimumSizeHint().height() == 1 + 5 * 32
    fitting.set_rows([row(1)])
    assert fitting.sizeHint().height() == 1 + 32


def test_a_new_row_is_written_in_the_last_line(table: DataTable) -> None:
    table.set_add_row("Add a note: topic, then the sentence")
    entered: list[str] = []
    table.row_entered.connect(entered.append)
    for _ in range(3):
        press(table, Key.Key_Down)
    line = add_line(table)
    assert line.hasFocus()
    QTest.keyClicks(line, "price: asks early")
    QTest.keyClick(line, Key.Key_Return)
    QTest.keyClick(line, Key.Key_Return)
    assert entered == ["price: asks early"]
    assert table.add_text() == ""
    QTest.keyClicks(line, "half a thought")
    QTest.keyClick(line, Key.Key_Up)
    assert table.view.hasFocus()
    assert table.current() == 3
    assert table.add_text() == "half a thought"


def test_a_new_row_that_is_refused_can_be_put_back(table: DataTable) -> None:
    table.set_add_row("Add a note")
    table.row_entered.connect(table.set_add_text)
    table.focus_add_row()
    QTest.keyClicks(add_line(table), "x")
    QTest.keyClick(add_line(table), Key.Key_Return)
    assert table.add_text() == "x"
    QTest.keyClick(add_line(table), Key.Key_Escape)
    assert table.add_text() == ""


def test_an_empty_table_says_what_it_is_for(table: DataTable) -> None:
    def shown() -> list[str]:
        return [label.text() for label in table.findChildren(QLabel) if label.isVisible()]

    table.set_empty_text("No notes yet")
    assert shown() == []
    table.set_rows([])
    assert shown() == ["No notes yet"]
    assert table.current() is None
    press(table, Key.Key_Return)
    table.set_rows([row(1)])
    assert shown() == []


def test_a_table_that_is_only_looked_at_takes_neither_focus_nor_choice(
    window: QWidget, theme: Theme, say: Words, activate: Callable[[QWidget], None]
) -> None:
    table = DataTable(theme, say, "Last positions", selectable=False, greyscale=True, bleed=24, parent=window)
    table.resize(400, 200)
    table.set_columns(COLUMNS)
    table.set_rows([row(1), row(2)])
    activate(window)
    QTest.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, 40))
    assert not table.view.hasFocus()
    assert not table.view.selectionModel().hasSelection()


def colours(table: DataTable) -> set[tuple[int, int, int]]:
    image = table.grab().toImage()
    found = set()
    for y in range(image.height()):
        for x in range(image.width()):
            colour = image.pixelColor(x, y)
            found.add((colour.red(), colour.green(), colour.blue()))
    return found


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_greyscale_shows_no_hue_but_the_palettes_own_grey(
    window: QWidget, theme: Theme, say: Words, scheme: Scheme
) -> None:
    theme.set_scheme(scheme)
    table = DataTable(theme, say, "Last positions", selectable=False, greyscale=True, bleed=24, parent=window)
    table.resize(420, 160)
    table.set_columns(COLUMNS)
    flagged = TableCell("as typed", flag=Level.CHECK)
    coloured = TableCell("They", color="them", spans=(Span(0, 4, Mark.DOTTED),))
    table.set_rows([TableRow(1, {**row(1).cells, "flag": flagged, "topic": coloured}, bold=True, edge=True), row(2)])
    assert max(max(rgb) - min(rgb) for rgb in colours(table)) < 30


def test_a_row_to_look_at_has_an_edge_of_five_pixels(table: DataTable, theme: Theme) -> None:
    table.clear_choice()
    table.set_rows([TableRow(1, {}, edge=True), row(2)])
    image = table.grab().toImage()
    text = theme.color("text")
    assert [image.pixelColor(x, 28 + 16) == text for x in range(7)] == [True] * 5 + [False] * 2


def test_the_chosen_row_is_marked_by_fill_and_edge_and_by_a_ring_after_keys(table: DataTable, theme: Theme) -> None:
    mark, fill = theme.color("mark"), theme.color("sel")

    def marked(y: int) -> int:
        image = table.view.viewport().grab().toImage()
        return sum(image.pixelColor(x, y) == mark for x in range(image.width()))

    at = table.view.visualRect(table.model.index(1, 1)).center()
    QTest.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert marked(32 + 16) == 3
    assert table.view.viewport().grab().toImage().pixelColor(200, 32 + 3) == fill
    assert marked(32) == 3
    press(table, Key.Key_Up)
    assert marked(0) == table.view.viewport().width()


def test_bold_parts_are_found_one_behind_the_other() -> None:
    assert bold_parts("1.50 to 1.50 or 30", "1.50", "1.50", "30", "gone", "") == (
        Span(0, 4, Mark.BOLD),
        Span(8, 4, Mark.BOLD),
        Span(16, 2, Mark.BOLD),
    )


def test_ten_thousand_characters_and_markup_are_shown_as_text(table: DataTable) -> None:
    table.set_rows([row(1, "<b>&<img src=file:///x> " + "word " * 2_000), row(2, "مرحبا 😀\nzwei")])
    assert table.view.rowHeight(0) > 1_000
    assert not table.grab().isNull()
    assert not table.view.viewport().grab().isNull()


def test_the_titles_are_shown_or_not(qtbot: QtBot, theme: Theme, say: Words) -> None:
    table = DataTable(theme, say, "Notes", fits=True)
    qtbot.addWidget(table)
    table.set_columns(COLUMNS)
    table.set_rows([row(1)])
    table.resize(600, 200)
    table.show()
    whole = table.view.height()
    table.set_header(False)
    assert table.view.height() == whole - theme.size("head") + theme.edge()
    table.set_header(True)
    assert table.view.height() == whole


def test_a_single_column_reaches_to_the_end(qtbot: QtBot, theme: Theme, say: Words) -> None:
    table = DataTable(theme, say, "Names")
    qtbot.addWidget(table)
    table.set_columns([TableColumn("name", "Name")])
    table.set_rows([TableRow(1, {"name": TableCell("Elena")})])
    table.resize(400, 200)
    table.show()
    assert table.view.columnWidth(0) == table.view.viewport().width()


def test_a_column_is_at_most_so_wide_and_one_that_stretches_may_be_kept_whole(qtbot: QtBot, theme: Theme) -> None:
    table = DataTable(theme, Words(), "Log")
    qtbot.addWidget(table)
    table.set_columns(
        [
            TableColumn("name", stretch=6, both_ends=True),
            TableColumn("figure", stretch=1, whole=True),
            TableColumn("condition", most=60, wrap=True),
        ]
    )
    table.set_rows(
        [
            TableRow(
                1,
                {
                    "name": TableCell("n " * 80),
                    "figure": TableCell("1,250,000.50 of 9,999,999.99"),
                    "condition": TableCell("if the board of both sides agrees"),
                },
            )
        ]
    )
    table.resize(420, 300)
    table.show()
    view, metrics = table.view, QFontMetricsF(theme.font("body"))
    assert view.columnWidth(1) >= metrics.horizontalAdvance("1,250,000.50 of 9,999,999.99")
    assert view.columnWidth(2) < metrics.horizontalAdvance("if the board of both sides agrees")
    assert view.rowHeight(0) > 2 * metrics.height()


def test_a_table_as_high_as_its_rows_has_no_bar_of_its_own(
    qtbot: QtBot, theme: Theme, say: Words, activate: Callable[[QWidget], None]
) -> None:
    made = DataTable(theme, say, "Contracts", fits=True)
    qtbot.addWidget(made)
    made.set_columns([TableColumn("title", "Contract", stretch=1, wrap=True)])
    made.resize(200, 60)
    activate(made)
    made.set_rows([TableRow(at, {"title": TableCell("a long title that takes some lines " * 3)}) for at in range(6)])
    assert not made.view.verticalScrollBar().isVisible()
    assert made.view.viewport().width() == made.width()


def test_columns_give_way_in_their_order_so_that_a_name_keeps_its_room(
    window: QWidget, table: DataTable, theme: Theme
) -> None:
    columns = (
        TableColumn("name", "Name", stretch=1, least=112),
        TableColumn("unit", gives=2, muted=True),
        TableColumn("price", "Price", RIGHT),
        TableColumn("apart", "Apart", RIGHT, gives=1),
    )
    cells = {"name": TableCell("Payment after arrival"), "unit": TableCell("EUR/1,000 pcs")}
    table.set_columns(columns)
    table.set_rows([TableRow(9, {**cells, "price": TableCell("123,456,789.75"), "apart": TableCell("111,111,110.00")})])
    hidden: list[list[str]] = []
    for width in (640, 400, 300, 640):
        window.resize(width, 400)
        hidden.append([each.key for at, each in enumerate(columns) if table.view.isColumnHidden(at)])
        assert table.view.horizontalHeader().length() == table.view.viewport().width()
        assert table.view.columnWidth(0) >= theme.space(112)
    assert hidden == [[], ["apart"], ["unit", "apart"], []]
