"""tests: ui/widgets/field.py."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets.field import LONGEST, Field, GrowingEditor


@pytest.fixture
def editor(qtbot: QtBot, theme: Theme, activate: Callable[[QWidget], None]) -> GrowingEditor:
    host = QWidget()
    qtbot.addWidget(host)
    box = QVBoxLayout(host)
    made = GrowingEditor(theme, "Why", hint="What matters", most_lines=4)
    box.addWidget(made)
    box.addWidget(QLineEdit())
    host.resize(300, 300)
    activate(host)
    made.setFocus()
    made.host = host  # type: ignore[attr-defined]
    return made


def test_escape_empties_a_filter_and_then_is_left_to_others(qtbot: QtBot, theme: Theme) -> None:
    field = Field(theme, "Filter", icon="search", clears=True)
    qtbot.addWidget(field)
    QTest.keyClicks(field, "delva")
    with qtbot.waitSignal(field.cleared, timeout=1000):
        QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    with qtbot.assertNotEmitted(field.cleared):
        QTest.keyClick(field, Qt.Key.Key_Escape)


def test_the_icon_does_not_stand_on_the_text(qtbot: QtBot, theme: Theme) -> None:
    plain, iconed = Field(theme, "Unit"), Field(theme, "Filter", icon="search")
    qtbot.addWidget(plain)
    qtbot.addWidget(iconed)
    assert iconed.textMargins().left() >= plain.textMargins().left() + 16
    assert iconed.accessibleName() == "Filter"
    assert not iconed.grab().isNull()


def test_the_editor_grows_with_its_lines_up_to_its_limit(qtbot: QtBot, editor: GrowingEditor) -> None:
    heights = [editor.height()]
    for _ in range(6):
        QTest.keyClick(editor, Qt.Key.Key_Return)
        heights.append(editor.height())
    assert heights[0] < heights[1] < heights[2] < heights[3]
    assert heights[3] == heights[-1]
    editor.set_text("one")
    assert editor.height() == heights[0]


def test_a_long_line_is_wrapped_and_the_editor_grows(qtbot: QtBot, editor: GrowingEditor) -> None:
    before = editor.height()
    QTest.keyClicks(editor, "growers are paid in December " * 3)
    assert editor.height() > before


def test_tab_leaves_the_editor_and_what_was_written_is_told_once(qtbot: QtBot, editor: GrowingEditor) -> None:
    told: list[str] = []
    editor.edited.connect(told.append)
    QTest.keyClicks(editor, "cash")
    assert told == []
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    assert told == ["cash"]
    editor.commit()
    assert told == ["cash"]


def test_rich_text_is_pasted_as_plain_text(editor: GrowingEditor) -> None:
    data = QMimeData()
    data.setHtml("<b>bold</b>")
    data.setText("bold")
    editor.insertFromMimeData(data)
    assert editor.toPlainText() == "bold"
    only_html = QMimeData()
    only_html.setData("text/rtf", b"{\\rtf1 x}")
    assert not editor.canInsertFromMimeData(only_html)


def test_more_than_ten_thousand_characters_are_cut(editor: GrowingEditor) -> None:
    editor.insertPlainText("x" * (LONGEST + 500))
    assert len(editor.toPlainText()) == LONGEST


def test_the_editor_scales_live(theme: Theme, editor: GrowingEditor) -> None:
    before = editor.height()
    theme.set_factor(2)
    assert editor.height() > 1.7 * before


def test_undo_is_the_windows_in_a_text_that_nobody_has_typed_into(qtbot: QtBot, theme: Theme) -> None:
    text = GrowingEditor(theme, "Goal")
    qtbot.addWidget(text)
    assert not text.document().isUndoAvailable()
    text.set_text("certain supply")
    theme.set_factor(1.5)
    assert not text.document().isUndoAvailable()
