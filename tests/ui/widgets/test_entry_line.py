"""tests: ui/widgets/entry_line.py - one line written by keys, pasted and undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QGuiApplication, QImage, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.typist import type_text
from ui.theme import Theme
from ui.widgets.entry_line import LONGEST, EntryLine
from ui.widgets.spans import Span

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CTRL, SHIFT, KEYPAD = Modifier.ControlModifier, Modifier.ShiftModifier, Modifier.KeypadModifier


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def line(window: QWidget, theme: Theme) -> EntryLine:
    box = QVBoxLayout(window)
    made = EntryLine(theme, "Next line")
    made.reserve_speakers(["They", "We"])
    made.set_speaker("They")
    box.addWidget(made)
    box.addWidget(QPushButton("Elsewhere"))
    window.resize(500, 120)
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    made.setFocus()
    return made


def editor(line: EntryLine) -> QPlainTextEdit:
    found = line.focusProxy()
    assert isinstance(found, QPlainTextEdit)
    return found


def press(line: EntryLine, key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
    QTest.keyClick(editor(line), key, modifier)


def write(line: EntryLine, text: str) -> None:
    type_text(editor(line), text)


def told(line: EntryLine) -> list[object]:
    heard: list[object] = []
    line.text_edited.connect(heard.append)
    return heard


def test_each_key_tells_the_whole_text(line: EntryLine) -> None:
    heard = told(line)
    write(line, "t 1")
    assert heard == ["t", "t ", "t 1"]
    assert line.text() == "t 1"


def test_what_the_program_puts_in_is_not_told_but_can_be_undone(line: EntryLine) -> None:
    write(line, "t 1")
    heard = told(line)
    line.set_text("t 1.48, 30d")
    assert heard == []
    write(line, "x")
    assert line.text() == "t 1.48, 30dx"
    press(line, Key.Key_Z, CTRL)
    assert line.text() == "t 1"
    assert heard[-1] == "t 1"


def test_enter_hands_over_the_text_and_never_breaks_the_line(line: EntryLine) -> None:
    write(line, "t 1.48")
    entered: list[str] = []
    line.entered.connect(entered.append)
    press(line, Key.Key_Return)
    press(line, Key.Key_Enter, KEYPAD)
    press(line, Key.Key_Return, SHIFT)
    assert entered == ["t 1.48"] * 3
    assert line.text() == "t 1.48"
    assert editor(line).hasFocus()


def test_enter_with_ctrl_is_left_to_the_window(line: EntryLine) -> None:
    entered: list[str] = []
    line.entered.connect(entered.append)
    write(line, "a")
    press(line, Key.Key_Return, CTRL)
    assert entered == []
    assert line.text() == "a"


def test_pasted_lines_are_joined_by_blanks_and_arrive_as_plain_text(line: EntryLine) -> None:
    data = QMimeData()
    data.setHtml("<b>t 1.48</b><br>30d")
    data.setText("t 1.48\r\n30d\tif\u2028120k")
    QGuiApplication.clipboard().setMimeData(data)
    press(line, Key.Key_V, CTRL)
    assert line.text() == "t 1.48 30d if 120k"
    assert editor(line).document().blockCount() == 1


def test_line_breaks_that_come_another_way_are_joined_too(line: EntryLine) -> None:
    heard = told(line)
    editor(line).insertPlainText("t 1.48\n30d")
    assert line.text() == "t 1.48 30d"
    assert heard[-1] == "t 1.48 30d"
    editor(line).setPlainText("x" * (LONGEST + 5))
    assert len(line.text()) == LONGEST


def test_undo_and_redo_concern_the_text_and_never_reach_the_window(line: EntryLine) -> None:
    window = line.window()
    reached: list[str] = []
    for standard in (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo):
        action = QAction(window)
        action.setShortcut(standard)
        action.triggered.connect(lambda: reached.append("window"))
        window.addAction(action)
    write(line, "t 1.48")
    for _ in range(5):
        press(line, Key.Key_Z, CTRL)
    assert line.text() == ""
    press(line, Key.Key_Z, CTRL | SHIFT)
    assert line.text() == "t 1.48"
    assert reached == []


def test_after_a_logged_line_nothing_is_left_to_undo(line: EntryLine) -> None:
    write(line, "t 1.48")
    line.clear()
    press(line, Key.Key_Z, CTRL)
    assert line.text() == ""


def test_up_and_down_ask_for_the_history(line: EntryLine) -> None:
    steps: list[int] = []
    line.history_wanted.connect(steps.append)
    press(line, Key.Key_Up)
    press(line, Key.Key_Down)
    assert steps == [-1, 1]


def test_escape_is_told_and_keeps_text_and_focus(line: EntryLine) -> None:
    heard: list[None] = []
    line.escaped.connect(lambda: heard.append(None))
    write(line, "t 1")
    press(line, Key.Key_Escape)
    assert heard == [None]
    assert line.text() == "t 1"
    assert editor(line).hasFocus()


def test_ctrl_and_a_digit_choose_only_among_as_many_readings_as_there_are(line: EntryLine) -> None:
    window = line.window()
    places: list[None] = []
    place = QAction(window)
    place.setShortcut("Ctrl+3")
    place.triggered.connect(lambda: places.append(None))
    window.addAction(place)
    chosen: list[int] = []
    line.choice_made.connect(chosen.append)
    line.set_choices(2)
    press(line, Key.Key_1, CTRL)
    press(line, Key.Key_2, CTRL | KEYPAD)
    press(line, Key.Key_3, CTRL)
    assert chosen == [1, 2]
    assert places == []
    line.set_choices(0)
    press(line, Key.Key_3, CTRL)
    assert chosen == [1, 2]
    assert places == [None]
    line.set_choices(99)
    press(line, Key.Key_9, CTRL)
    assert chosen == [1, 2, 9]
    assert line.text() == ""


def test_ctrl_and_the_arrows_ask_for_a_line_of_the_log(line: EntryLine) -> None:
    corrections: list[int] = []
    steps: list[int] = []
    line.correction_wanted.connect(corrections.append)
    line.history_wanted.connect(steps.append)
    press(line, Key.Key_Up, CTRL)
    press(line, Key.Key_Down, CTRL | KEYPAD)
    assert (corrections, steps) == ([-1, 1], [])


def test_what_is_proposed_is_typed_by_tab_alone_and_forgotten_with_the_next_letter(line: EntryLine) -> None:
    write(line, "t pr")
    line.set_completion("ice", (), "Tab completes Price")
    assert editor(line).accessibleDescription() == "They. Tab completes Price"
    press(line, Key.Key_Return)
    assert line.text() == "t pr"
    press(line, Key.Key_Tab)
    assert line.text() == "t price "
    press(line, Key.Key_Backspace)
    press(line, Key.Key_Right)
    assert line.text() == "t price"


def test_of_several_only_what_they_share_is_typed(line: EntryLine) -> None:
    write(line, "t pr")
    line.set_completion("ic", ("Price", "Pricing"))
    press(line, Key.Key_Right)
    assert line.text() == "t pric"
    line.set_completion("", ("Price", "Pricing"))
    press(line, Key.Key_Tab)
    assert line.text() == "t pric"
    assert editor(line).hasFocus()


def test_what_is_proposed_is_painted_in_muted_type_behind_the_caret(line: EntryLine) -> None:
    write(line, "t pr")
    before = line.grab().toImage()
    line.set_completion("ice", ("Price", "Pricing"))
    assert line.grab().toImage() != before
    line.set_editable(False)
    read_only = line.grab().toImage()
    line.set_completion("")
    assert line.grab().toImage() == read_only


def test_marks_are_dots_under_their_words_and_go_with_the_next_change(line: EntryLine) -> None:
    def dark() -> int:
        image: QImage = line.grab().toImage()
        return sum(image.pixelColor(x, y).lightness() < 90 for x in range(50, 470) for y in range(34, 46))

    line.set_text("t 😀 xxxxx 1.48")
    plain = dark()
    line.set_spans([Span(4, 5), Span(99, 3), Span(-1, 2)])
    assert dark() >= plain + 20
    press(line, Key.Key_End)
    write(line, "x")
    press(line, Key.Key_Backspace)
    assert dark() <= plain + 8


def test_the_text_stays_in_place_when_the_speaker_changes(line: EntryLine) -> None:
    before = editor(line).x()
    line.set_speaker("We")
    line.layout().activate()  # type: ignore[union-attr]
    assert editor(line).x() == before
    assert editor(line).accessibleDescription() == "We"


def test_a_line_that_needs_a_reason_shows_it_by_its_edge(line: EntryLine, theme: Theme) -> None:
    def edge() -> int:
        image = line.grab().toImage()
        mark = theme.color("mark")
        return sum(image.pixelColor(x, 26) == mark for x in range(20))

    assert edge() == 2
    line.set_needs_reason(True)
    assert line.needs_reason
    assert edge() == 6


def test_a_click_beside_the_text_and_the_wheel_keep_the_focus_there(line: EntryLine) -> None:
    button = line.window().findChild(QPushButton)
    assert isinstance(button, QPushButton)
    button.setFocus()
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert editor(line).hasFocus()
    at = QPointF(60, 20)
    down = QPoint(0, -120)
    wheel = QWheelEvent(
        at, at, down, down, Qt.MouseButton.NoButton, Modifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(editor(line).viewport(), wheel)
    assert editor(line).hasFocus()


def test_the_line_is_52_high_and_grows_with_the_users_factor(line: EntryLine, theme: Theme) -> None:
    assert line.height() == 52
    theme.set_factor(1.5)
    assert line.maximumHeight() == 78


def test_a_line_that_is_not_editable_takes_nothing(line: EntryLine) -> None:
    line.set_editable(False)
    write(line, "t 1")
    assert line.text() == ""


def test_a_screen_reader_hears_name_and_speaker(line: EntryLine) -> None:
    assert editor(line).accessibleName() == "Next line"
    assert editor(line).accessibleDescription() == "They"
