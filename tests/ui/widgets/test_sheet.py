"""tests: ui/widgets/sheet.py - the sheet worked with by keys, clipboard and mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from core.words import Words
from tests.ui.widgets.sheets import COLUMNS, KEYS, Answering, copied, editor, press, write
from ui.theme import Scheme, Theme
from ui.widgets.flag import Level
from ui.widgets.sheet import Cell, CellState, NewRow, Sheet, SheetColumn, SheetRow

Key, Modifier = Qt.Key, Qt.KeyboardModifier
SHIFT, CTRL, ALT = Modifier.ShiftModifier, Modifier.ControlModifier, Modifier.AltModifier


def test_typing_replaces_and_enter_goes_down(sheet: Sheet, presenter: Answering) -> None:
    write("1.36")
    assert editor().text() == "1.36"
    press(Key.Key_Return)
    assert presenter.told == [[(1, "best", "1.36")]]
    assert sheet.current() == (2, "best")
    assert sheet.view.hasFocus()


def test_f2_edits_what_is_there_and_escape_reverts(sheet: Sheet, presenter: Answering) -> None:
    press(Key.Key_F2)
    assert (editor().text(), editor().selectedText()) == ("1.38", "1.38")
    press(Key.Key_End)
    write("5")
    assert editor().text() == "1.385"
    press(Key.Key_Escape)
    assert presenter.told == []
    assert sheet.current() == (1, "best")
    assert sheet.view.hasFocus()


def test_escape_without_an_open_cell_is_left_to_the_window(sheet: Sheet, presenter: Answering, qtbot: QtBot) -> None:
    window = sheet.window()
    assert isinstance(window, QMainWindow)
    cover = QAction(window)
    cover.setShortcut("Esc")
    window.addAction(cover)
    with qtbot.waitSignal(cover.triggered, timeout=1000):
        press(Key.Key_Escape)


def test_an_unchanged_text_is_not_told(presenter: Answering) -> None:
    press(Key.Key_F2)
    press(Key.Key_Return)
    assert presenter.told == []


def test_tab_goes_right_over_what_cannot_be_typed_into_and_wraps(sheet: Sheet, presenter: Answering) -> None:
    write("1")
    press(Key.Key_Tab)
    assert sheet.current() == (1, "limit")
    press(Key.Key_Tab)
    assert sheet.current() == (2, "issue")
    press(Key.Key_Backtab, SHIFT)
    assert sheet.current() == (1, "limit")
    sheet.go_to(3, "limit")
    press(Key.Key_Tab)
    assert sheet.current() is None
    assert sheet.view.currentIndex().data() == "Add an issue"


def test_enter_after_tabs_goes_below_the_cell_where_they_began(sheet: Sheet, presenter: Answering) -> None:
    write("1")
    press(Key.Key_Tab)
    write("2")
    press(Key.Key_Return)
    assert sheet.current() == (2, "best")


def test_a_row_is_added_by_typing_and_goes_on_with_tab(sheet: Sheet, presenter: Answering) -> None:
    sheet.go_to(3, "issue")
    press(Key.Key_Down)
    write("Volume")
    press(Key.Key_Tab)
    assert presenter.told == [[(NewRow(0), "issue", "Volume")]]
    assert sheet.current() == (4, "unit")
    write("k cans")
    press(Key.Key_Tab)
    write("100")
    press(Key.Key_Return)
    assert presenter.rows[4] == {"issue": "Volume", "unit": "k cans", "best": "100"}
    assert sheet.view.currentIndex().data() == "Add an issue"
    press(Key.Key_Return)
    assert editor().text() == ""


def test_tab_out_of_the_last_cell_leaves_the_sheet(sheet: Sheet, presenter: Answering) -> None:
    sheet.go_to(3, "issue")
    press(Key.Key_Down)
    for _ in range(3):
        press(Key.Key_Tab)
        assert sheet.view.hasFocus()
    row, column = sheet.view.currentIndex().row(), sheet.view.currentIndex().column()
    assert (row, KEYS[column]) == (3, "limit")
    assert not sheet.view._tab(1)


def test_arrows_move_also_out_of_an_open_cell(sheet: Sheet, presenter: Answering) -> None:
    press(Key.Key_Down)
    assert sheet.current() == (2, "best")
    write("7")
    press(Key.Key_Up)
    assert presenter.told == [[(2, "best", "7")]]
    assert sheet.current() == (1, "best")
    press(Key.Key_Right)
    press(Key.Key_Right)
    assert sheet.current() == (1, "batna")


def test_typing_into_a_read_only_cell_does_nothing(sheet: Sheet, presenter: Answering) -> None:
    sheet.go_to(1, "batna")
    write("L")
    press(Key.Key_F2)
    assert sheet.current() == (1, "batna")
    assert sheet.view.hasFocus()
    assert presenter.told == []


def test_leaving_the_cell_by_mouse_or_focus_commits(sheet: Sheet, presenter: Answering) -> None:
    write("9")
    rect = sheet.view.visualRect(sheet.model.find(3, "limit"))
    QTest.mouseClick(sheet.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert presenter.told == [[(1, "best", "9")]]
    assert sheet.current() == (3, "limit")
    write("8")
    sheet.view.setFocus()
    assert presenter.told[1:] == [[(3, "limit", "8")]]
    write("7")
    sheet.commit()
    assert presenter.told[2:] == [[(3, "limit", "7")]]


def test_new_data_keeps_what_is_being_typed(sheet: Sheet, presenter: Answering) -> None:
    write("1.3")
    presenter.rows[1]["best"] = "1.99"
    presenter.rows = {9: {"issue": "First"}, **presenter.rows}
    presenter.show()
    assert editor().text() == "1.3"
    write("1")
    press(Key.Key_Return)
    assert presenter.told == [[(1, "best", "1.31")]]
    assert sheet.current() == (2, "best")


def test_new_data_keeps_current_cell_and_selection(sheet: Sheet, presenter: Answering) -> None:
    sheet.go_to(2, "best")
    press(Key.Key_Right, SHIFT)
    presenter.rows = {3: presenter.rows[3], 1: presenter.rows[1], 2: {**presenter.rows[2], "best": "55"}}
    presenter.show()
    assert sheet.current() == (2, "limit")
    chosen = {(index.row(), index.column()) for index in sheet.view.selectedIndexes()}
    assert chosen == {(2, 2), (2, 3)}


def test_delete_clears_the_range_in_one_go(sheet: Sheet, presenter: Answering) -> None:
    press(Key.Key_Right, SHIFT)
    press(Key.Key_Right, SHIFT)
    press(Key.Key_Down, SHIFT)
    press(Key.Key_Delete)
    assert presenter.told == [[(1, "best", ""), (1, "limit", ""), (2, "best", ""), (2, "limit", "")]]


def test_a_block_is_copied_as_tab_separated_text(sheet: Sheet, presenter: Answering) -> None:
    press(Key.Key_Right, SHIFT)
    press(Key.Key_Down, SHIFT)
    press(Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "1.38\t1.48\n60\t14\n"
    sheet.go_to(3, "issue")
    press(Key.Key_X, CTRL)
    assert QGuiApplication.clipboard().text() == "Lead time"
    assert presenter.told == [[(3, "issue", "")]]


def test_a_paste_is_one_change_and_makes_rows(sheet: Sheet, presenter: Answering) -> None:
    sheet.go_to(3, "issue")
    copied('"Lead\ntime"\tweeks\t3\r\nShelf life\tmonths\t36\r\n"12"" box"\t\t5\r\n')
    press(Key.Key_V, CTRL)
    new = [
        [(NewRow(0), "issue", "Shelf life"), (NewRow(0), "unit", "months"), (NewRow(0), "best", "36")],
        [(NewRow(1), "issue", '12" box'), (NewRow(1), "best", "5")],
    ]
    assert presenter.told == [[(3, "best", "3"), *new[0], *new[1]]]
    assert presenter.rows[4] == {"issue": "Shelf life", "unit": "months", "best": "36"}
    assert presenter.rows[5] == {"issue": '12" box', "best": "5"}


def test_one_cell_fills_a_range_and_a_block_is_repeated(sheet: Sheet, presenter: Answering) -> None:
    press(Key.Key_Down, SHIFT)
    press(Key.Key_Down, SHIFT)
    copied("5")
    press(Key.Key_V, CTRL)
    assert presenter.told.pop() == [(1, "best", "5"), (2, "best", "5"), (3, "best", "5")]
    sheet.go_to(1, "best")
    press(Key.Key_Right, SHIFT)
    press(Key.Key_Down, SHIFT)
    copied("7\t8")
    press(Key.Key_V, CTRL)
    assert presenter.told.pop() == [(1, "best", "7"), (1, "limit", "8"), (2, "best", "7"), (2, "limit", "8")]


def test_what_has_no_place_is_left_out_and_counted(sheet: Sheet, presenter: Answering, qtbot: QtBot) -> None:
    sheet.go_to(1, "limit")
    copied("1.5\t1.6\t1.7")
    with qtbot.waitSignal(sheet.cells_left_out) as left_out:
        press(Key.Key_V, CTRL)
    assert left_out.args == [2]
    assert presenter.told == [[(1, "limit", "1.5")]]
    sheet.set_add_label("")
    sheet.go_to(3, "best")
    copied("1\n2\n3")
    with qtbot.waitSignal(sheet.cells_left_out) as left_out:
        press(Key.Key_V, CTRL)
    assert left_out.args == [2]
    assert presenter.told[1:] == [[(3, "best", "1")]]


def test_copying_and_pasting_belong_to_the_text_while_a_cell_is_open(presenter: Answering) -> None:
    copied("4")
    write("1.")
    press(Key.Key_V, CTRL)
    assert editor().text() == "1.4"
    press(Key.Key_Z, CTRL)
    assert editor().text() != "1.4"
    press(Key.Key_Escape)
    assert presenter.told == []


def test_undo_in_an_open_cell_never_reaches_the_window(sheet: Sheet, presenter: Answering) -> None:
    window = sheet.window()
    undone: list[None] = []
    undo = QAction(window)
    undo.setShortcut(QKeySequence.StandardKey.Undo)
    undo.triggered.connect(lambda: undone.append(None))
    window.addAction(undo)
    press(Key.Key_F2)
    for _ in range(3):
        press(Key.Key_Z, CTRL)
    assert undone == []
    press(Key.Key_Escape)
    press(Key.Key_Z, CTRL)
    assert undone == [None]


def test_keys_for_rows_go_out_as_signals(sheet: Sheet, presenter: Answering, qtbot: QtBot) -> None:
    moves: list[tuple[object, int]] = []
    sheet.row_move_wanted.connect(lambda row, step: moves.append((row, step)))
    press(Key.Key_Up, ALT)
    press(Key.Key_Down, ALT)
    sheet.go_to(3, "best")
    press(Key.Key_Down, ALT)
    assert moves == [(1, 1)]
    with qtbot.waitSignal(sheet.copy_last_wanted):
        press(Key.Key_D, CTRL)
    press(Key.Key_Up, SHIFT)
    with qtbot.waitSignal(sheet.rows_delete_wanted) as deleted:
        press(Key.Key_Delete, CTRL)
    assert deleted.args == [[2, 3]]


def test_a_row_is_moved_also_while_a_cell_is_open(sheet: Sheet, presenter: Answering, qtbot: QtBot) -> None:
    write("1.3")
    with qtbot.waitSignal(sheet.row_move_wanted):
        press(Key.Key_Down, ALT)
    assert presenter.told == [[(1, "best", "1.3")]]


def test_the_sheet_has_its_keys_before_the_window(sheet: Sheet, presenter: Answering, qtbot: QtBot) -> None:
    window = sheet.window()
    other = QAction(window)
    other.setShortcut("Ctrl+D")
    window.addAction(other)
    with qtbot.assertNotEmitted(other.triggered), qtbot.waitSignal(sheet.copy_last_wanted):
        press(Key.Key_D, CTRL)


def test_choices_complete_what_is_typed(sheet: Sheet, presenter: Answering) -> None:
    sheet.go_to(1, "unit")
    write("DAYS")
    press(Key.Key_Return)
    assert presenter.told == [[(1, "unit", "days")]]
    sheet.go_to(3, "unit")
    write("furlongs")
    press(Key.Key_Return)
    assert presenter.told[1:] == [[(3, "unit", "furlongs")]]


def test_f2_lists_the_choices_and_enter_takes_one(sheet: Sheet, presenter: Answering) -> None:
    sheet.go_to(1, "unit")
    press(Key.Key_F2)
    opened = editor().completer()
    assert opened is not None
    popup = opened.popup()
    assert popup is not None
    assert popup.isVisible()
    QTest.keyClick(popup, Key.Key_Down)
    QTest.keyClick(popup, Key.Key_Down)
    QTest.keyClick(popup, Key.Key_Return)
    assert presenter.told == [[(1, "unit", "weeks")]]
    assert sheet.current() == (2, "unit")


def test_the_current_cell_is_told(sheet: Sheet, presenter: Answering) -> None:
    told: list[tuple[object, str]] = []
    sheet.current_changed.connect(lambda row, key: told.append((row, key)))
    press(Key.Key_Down)
    sheet.go_to(3, "issue")
    press(Key.Key_Down)
    assert told == [(2, "best"), (3, "issue"), (None, "issue")]


def test_the_menu_is_asked_for_where_the_cell_is(sheet: Sheet, presenter: Answering, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sheet.menu_wanted) as asked:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
        QApplication.sendEvent(sheet.view.viewport(), event)
    row, key, place = asked.args
    assert (row, key) == (1, "best")
    assert isinstance(place, QPoint)


def test_a_sheet_that_is_not_editable_can_be_read_and_copied(sheet: Sheet, presenter: Answering) -> None:
    sheet.set_editable(False)
    write("1")
    press(Key.Key_Delete)
    copied("5")
    press(Key.Key_V, CTRL)
    press(Key.Key_Down, ALT)
    assert presenter.told == []
    press(Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "1.38"


def test_the_strip_tells_the_reason_and_goes_when_there_is_none(sheet: Sheet, presenter: Answering) -> None:
    assert not sheet.strip.isVisible()
    sheet.set_strip(Level.ACT, "Price, Minimum 1.45 leaves the package below the BATNA.")
    assert sheet.strip.isVisible()
    assert sheet.strip.accessibleName() == "act Price, Minimum 1.45 leaves the package below the BATNA."
    sheet.set_strip(None, "")
    assert not sheet.strip.isVisible()


def test_every_row_is_seen_without_scrolling_where_there_is_room(sheet: Sheet, presenter: Answering) -> None:
    QTest.qWait(1)
    assert sheet.view.verticalScrollBar().maximum() == 0
    assert sheet.view.horizontalScrollBar().maximum() == 0
    last = sheet.view.visualRect(sheet.model.index(sheet.model.rowCount() - 1, 0))
    assert last.bottom() == sheet.view.viewport().rect().bottom()


def test_widths_that_were_chosen_are_kept(sheet: Sheet, presenter: Answering) -> None:
    sheet.view.horizontalHeader().resizeSection(2, 120)
    assert sheet.view.widths() == {"best": 120}
    presenter.rows[4] = {"issue": "Volume"}
    presenter.show()
    sheet.window().resize(760, 420)
    assert sheet.view.columnWidth(2) == 120


def test_every_state_is_painted_in_both_schemes(sheet: Sheet, presenter: Answering, theme: Theme) -> None:
    states = [CellState.PLAIN, *CellState, ~CellState.PLAIN]
    sheet.set_rows([SheetRow(n, {key: Cell("abt 30", state) for key in KEYS}) for n, state in enumerate(states)])
    light = sheet.grab().toImage()
    theme.set_scheme(Scheme.DARK)
    assert sheet.grab().toImage() != light


def test_no_part_of_it_is_a_window_of_its_own_for_a_moment(qapp: QApplication, theme: Theme, say: Words) -> None:
    shown: list[str] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                shown.append(type(watched).__name__)
            return False

    watch = Watch()
    qapp.installEventFilter(watch)
    sheet = Sheet(theme, say, "Issues")
    qapp.removeEventFilter(watch)
    sheet.deleteLater()
    assert shown == []


def test_alt_shift_down_fills_what_is_selected_from_its_first_row(sheet: Sheet, presenter: Answering) -> None:
    sheet.go_to(1, "unit")
    press(Key.Key_Down, SHIFT)
    press(Key.Key_Right, SHIFT)
    press(Key.Key_Down, ALT | SHIFT)
    assert presenter.told == [[(2, "unit", "EUR/can"), (2, "best", "1.38")]]


def test_alt_shift_down_in_one_row_takes_what_is_above(sheet: Sheet, presenter: Answering) -> None:
    sheet.go_to(3, "limit")
    press(Key.Key_Down, ALT | SHIFT)
    assert presenter.told == [[(3, "limit", "14")]]
    sheet.go_to(1, "limit")
    press(Key.Key_Down, ALT | SHIFT)
    sheet.go_to(2, "batna")
    press(Key.Key_Down, ALT | SHIFT)
    assert len(presenter.told) == 1


def test_numbers_are_copied_as_spreadsheets_read_them(sheet: Sheet, presenter: Answering) -> None:
    presenter.rows[1] |= {"best": "12,345.60", "limit": "\u20131,000"}
    presenter.show()
    sheet.go_to(1, "unit")
    for _ in range(2):
        press(Key.Key_Right, SHIFT)
    press(Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "EUR/can\t12345.60\t-1000\n"


def test_enter_goes_back_to_where_tab_began_though_columns_grew(sheet: Sheet, presenter: Answering) -> None:
    sheet.go_to(1, "unit")
    write("EUR/carton of twelve")
    press(Key.Key_Tab)
    sheet.set_columns([*COLUMNS[:1], SheetColumn("unit", "Unit", width=180), *COLUMNS[2:]])
    write("1.39")
    press(Key.Key_Return)
    assert sheet.current() == (2, "unit")


def test_other_rows_are_shown_anew(sheet: Sheet, presenter: Answering) -> None:
    sheet.show_anew([SheetRow(number, {"issue": Cell(f"Line {number}")}) for number in (9, 3, 7)])
    assert [sheet.model.cell(row, 0).text for row in range(3)] == ["Line 9", "Line 3", "Line 7"]
    assert sheet.current() is None
    assert sheet.model.body_rows == 3


def test_the_detail_of_a_cell_is_read_out(sheet: Sheet, presenter: Answering) -> None:
    sheet.set_rows([SheetRow(1, {"issue": Cell("Price", detail="+4.2 %, 12 outliers")})])
    assert sheet.model.words(0, 0) == "Price, Issue, Price, +4.2 %, 12 outliers"


def test_ctrl_d_fills_a_range_downwards_and_one_cell_from_above(sheet: Sheet, presenter: Answering) -> None:
    press(Key.Key_Down, SHIFT)
    press(Key.Key_Down, SHIFT)
    press(Key.Key_D, CTRL)
    assert presenter.told == [[(2, "best", "1.38"), (3, "best", "1.38")]]
    sheet.go_to(2, "limit")
    press(Key.Key_D, CTRL)
    assert presenter.told[1:] == [[(2, "limit", "1.48")]]


def test_ctrl_d_in_one_row_asks_for_last_time_where_there_is_one(sheet: Sheet, presenter: Answering) -> None:
    asked: list[bool] = []
    sheet.copy_last_wanted.connect(lambda: asked.append(True))
    press(Key.Key_D, CTRL)
    assert (asked, presenter.told) == ([True], [])
    press(Key.Key_Down, SHIFT)
    press(Key.Key_D, CTRL)
    assert (asked, presenter.told) == ([True], [[(2, "best", "1.38")]])


def test_ctrl_and_an_arrow_go_to_the_end_of_the_rows_that_are_there(sheet: Sheet, presenter: Answering) -> None:
    press(Key.Key_Down, CTRL)
    assert sheet.current() == (3, "best")
    press(Key.Key_Right, CTRL)
    assert sheet.current() == (3, "batna")
    press(Key.Key_Up, CTRL)
    press(Key.Key_Left, CTRL)
    assert sheet.current() == (1, "issue")
