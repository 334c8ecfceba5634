"""The key of peek, as it arrives at the window: held and let go, repeated, with Alt, and what ends peek without it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from ui.meet.peek_key import ALT_ALONE_MS, LONGEST_MS, PeekKey
from ui.settings_store import PEEK_ALT, PEEK_KEYS
from ui.shortcuts import SCREEN_KEYS, SHORTCUTS

_NONE, _ALT, _CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)


@dataclass
class Heard:
    """A field in a window, the key that is listened for there, and what was heard of it."""

    line: QLineEdit
    key: PeekKey
    name: list[str]
    told: list[str | int] = field(default_factory=list)

    @property
    def window(self) -> QWindow:
        """Return the window that the system sends keys to."""
        found = self.line.windowHandle()
        assert found is not None
        return found

    def repeat(self, key: Qt.Key, text: str = "") -> None:
        """Let the keyboard repeat a key that is held: let go and pressed, both marked."""
        for kind in (QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            QApplication.sendEvent(self.window, QKeyEvent(kind, key, _NONE, text, True))


@pytest.fixture
def heard(qtbot: QtBot) -> Iterator[Heard]:
    line, name = QLineEdit(), ["F8"]
    qtbot.addWidget(line)
    with qtbot.waitActive(line):
        line.show()
    line.setFocus()
    parent = QObject()
    key = PeekKey(lambda: name[0], parent)
    found = Heard(line, key, name)
    key.begun.connect(lambda: found.told.append("begun"))
    key.ended.connect(lambda: found.told.append("ended"))
    key.taken.connect(found.told.append)
    key.watch(found.window)
    yield found
    key.watch(None)


def test_it_begins_with_the_press_and_ends_with_the_release(heard: Heard) -> None:
    QTest.keyPress(heard.window, Qt.Key.Key_F8)
    assert heard.told == ["begun"]
    QTest.keyRelease(heard.window, Qt.Key.Key_F8)
    assert heard.told == ["begun", "ended"]


def test_a_keyboard_that_repeats_the_key_changes_nothing(heard: Heard) -> None:
    QTest.keyPress(heard.window, Qt.Key.Key_F8)
    for _ in range(20):
        heard.repeat(Qt.Key.Key_F8)
    assert heard.told == ["begun"]
    QTest.keyRelease(heard.window, Qt.Key.Key_F8)
    assert heard.told == ["begun", "ended"]


def test_after_ten_seconds_it_ends_and_begins_again_only_with_another_press(qtbot: QtBot, heard: Heard) -> None:
    assert LONGEST_MS == 10_000
    heard.key.watch(None)
    brief = PeekKey(lambda: "F8", heard.key, longest=1)
    brief.begun.connect(lambda: heard.told.append("begun"))
    brief.ended.connect(lambda: heard.told.append("ended"))
    brief.watch(heard.window)
    QTest.keyPress(heard.window, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: heard.told == ["begun", "ended"])
    heard.repeat(Qt.Key.Key_F8)
    QTest.keyRelease(heard.window, Qt.Key.Key_F8)
    assert heard.told == ["begun", "ended"]
    QTest.keyPress(heard.window, Qt.Key.Key_F8)
    assert heard.told[2:] == ["begun"]
    brief.watch(None)


def test_with_another_key_held_it_is_that_key_s_affair(heard: Heard) -> None:
    QTest.keyPress(heard.window, Qt.Key.Key_F8, _CTRL)
    assert heard.told == []


def test_1_and_2_take_a_package_while_it_is_held_and_are_figures_at_any_other_time(heard: Heard) -> None:
    QTest.keyClicks(heard.line, "1")
    QTest.keyPress(heard.window, Qt.Key.Key_F8)
    QTest.keyClick(heard.window, Qt.Key.Key_2)
    heard.repeat(Qt.Key.Key_2, "2")
    QTest.keyClick(heard.window, Qt.Key.Key_1, Qt.KeyboardModifier.KeypadModifier)
    QTest.keyClick(heard.window, Qt.Key.Key_3)
    QTest.keyRelease(heard.window, Qt.Key.Key_F8)
    QTest.keyClick(heard.window, Qt.Key.Key_2)
    assert heard.told == ["begun", 2, 1, "ended"]
    assert heard.line.text() == "132"


def test_it_can_be_another_key(heard: Heard) -> None:
    heard.name[0] = "Pause"
    QTest.keyPress(heard.window, Qt.Key.Key_F8)
    assert heard.told == []
    QTest.keyPress(heard.window, Qt.Key.Key_Pause)
    QTest.keyRelease(heard.window, Qt.Key.Key_Pause)
    assert heard.told == ["begun", "ended"]


def test_no_key_on_offer_is_one_that_does_something_else() -> None:
    known = {keys for each in SHORTCUTS for keys in each.keys} | {keys for _, keys, _ in SCREEN_KEYS if keys != "F8"}
    assert known.isdisjoint(PEEK_KEYS)
    assert all(hasattr(Qt.Key, f"Key_{name}") for name in PEEK_KEYS)


def test_alt_alone_begins_after_a_moment_and_ends_when_it_is_let_go(qtbot: QtBot, heard: Heard) -> None:
    heard.name[0] = PEEK_ALT
    QTest.keyPress(heard.window, Qt.Key.Key_Alt)
    assert heard.told == []
    qtbot.waitUntil(lambda: heard.told == ["begun"])
    QTest.keyClick(heard.window, Qt.Key.Key_1, _ALT)
    QTest.keyRelease(heard.window, Qt.Key.Key_Alt)
    assert heard.told == ["begun", 1, "ended"]


def test_a_slow_hand_that_changes_the_window_shows_nothing(qtbot: QtBot, heard: Heard) -> None:
    heard.name[0] = PEEK_ALT
    QTest.keyPress(heard.window, Qt.Key.Key_Alt)
    with qtbot.waitSignal(heard.key.begun, timeout=ALT_ALONE_MS - 100, raising=False):
        pass
    # the system takes Tab, and the window is left
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.focusWindowChanged.emit(None)
    assert heard.told == []
    assert not heard.key.is_awaited


def test_alt_with_another_key_is_a_shortcut(qtbot: QtBot, heard: Heard) -> None:
    heard.name[0] = PEEK_ALT
    QTest.keyPress(heard.window, Qt.Key.Key_Alt)
    assert heard.key.is_awaited
    QTest.keyClick(heard.window, Qt.Key.Key_Left, _ALT)
    assert not heard.key.is_awaited
    QTest.keyRelease(heard.window, Qt.Key.Key_Alt)
    QTest.keyPress(heard.window, Qt.Key.Key_Alt)
    qtbot.waitUntil(lambda: heard.told == ["begun"])
    QTest.keyClick(heard.window, Qt.Key.Key_Left, _ALT)
    assert heard.told == ["begun", "ended"]
    QTest.keyRelease(heard.window, Qt.Key.Key_Alt)
    assert heard.told == ["begun", "ended"]


def test_a_window_that_is_left_ends_it_and_is_not_heard_any_more(heard: Heard) -> None:
    QTest.keyPress(heard.window, Qt.Key.Key_F8)
    heard.key.watch(None)
    assert heard.told == ["begun", "ended"]
    QTest.keyRelease(heard.window, Qt.Key.Key_F8)
    QTest.keyPress(heard.window, Qt.Key.Key_F8)
    assert heard.told == ["begun", "ended"]


def test_a_window_that_is_gone_is_left_in_peace(qtbot: QtBot) -> None:
    window, parent = QLineEdit(), QObject()
    with qtbot.waitActive(window):
        window.show()
    key = PeekKey(lambda: "F8", parent)
    key.watch(window.windowHandle())
    key.begin()
    delete(window)
    key.watch(None)
    assert not key.is_shown
