"""tests: ui/widgets/choice.py."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.theme import Scheme, Theme
from ui.widgets.choice import Choice, ChoiceWord

WORDS = (("range", "Range"), ("dance", "Offers & moves"), ("what_if", "What if"))


class Bare(ChoiceWord):
    """A word that looks like nothing."""

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt names it
        return


@pytest.fixture
def choice(qtbot: QtBot, qapp: QApplication) -> Choice:
    theme = Theme(Scheme.LIGHT)
    theme.attach(qapp)

    def make(_at: int, word: str, row: QWidget) -> ChoiceWord:
        return Bare(theme, word, row)

    made = Choice(theme, "View", WORDS, make)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_first_is_chosen_and_alone_takes_the_focus_by_tab(choice: Choice) -> None:
    assert choice.current == "range"
    tabbed = [key for key, word in choice.words.items() if word.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert tabbed == ["range"]


def test_arrows_move_the_choice_and_stop_at_both_ends(choice: Choice, qtbot: QtBot) -> None:
    told: list[str] = []
    choice.chosen.connect(told.append)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up):
        qtbot.keyClick(choice.words[choice.current], key)
    assert told == ["dance", "what_if", "dance"]
    assert [key for key, word in choice.words.items() if word.isChecked()] == ["dance"]


def test_a_word_is_chosen_by_click_and_set_without_telling(choice: Choice, qtbot: QtBot) -> None:
    told: list[str] = []
    choice.chosen.connect(told.append)
    qtbot.mouseClick(choice.words["what_if"], Qt.MouseButton.LeftButton)
    choice.set_current("range")
    assert told == ["what_if"]
    assert choice.current == "range"


def test_a_word_keeps_room_for_its_bold_form(choice: Choice) -> None:
    word = choice.words["dance"]
    before = word.sizeHint()
    choice.set_current("dance")
    assert word.sizeHint() == before
    assert word.accessibleName() == "Offers & moves"
