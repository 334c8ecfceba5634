"""tests: a page of a stack is made when it is asked for, once, and Tab comes to it where its stack stands."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.pages import Pages


class Page(QWidget):
    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        box = QVBoxLayout(self)
        self.fields = [QLineEdit(f"{name} {number}", self) for number in (1, 2)]
        for field in self.fields:
            box.addWidget(field)


class Host(QWidget):
    def __init__(self) -> None:
        super().__init__()
        box = QVBoxLayout(self)
        self.before, self.stack = QLineEdit("before", self), QStackedWidget(self)
        self.after = QLineEdit("after", self)
        for part in (self.before, self.stack, self.after):
            box.addWidget(part)
        self.welcomed: list[Page] = []
        self.pages = Pages(
            self.stack, {name: partial(Page, name) for name in ("one", "two", "three")}, self.welcomed.append
        )


def test_only_the_pages_asked_for_are_made_and_each_is_welcomed_once(qtbot: QtBot) -> None:
    host = Host()
    qtbot.addWidget(host)
    assert (list(host.pages), "two" in host.pages, host.pages.made) == (["one", "two", "three"], True, ())
    host.pages.show("two")
    assert host.pages["two"] is host.stack.currentWidget()
    assert host.pages.made == tuple(host.welcomed) == (host.pages["two"],)
    with pytest.raises(KeyError):
        host.pages["four"]


def test_tab_walks_through_a_page_made_late_between_what_stands_around_its_stack(qtbot: QtBot) -> None:
    host = Host()
    qtbot.addWidget(host)
    with qtbot.waitActive(host):
        host.show()
        host.activateWindow()
    for name in ("three", "one", "three"):
        host.pages.show(name)
        host.before.setFocus()
        gone = []
        for _ in range(5):
            focus = QApplication.focusWidget()
            assert isinstance(focus, QLineEdit)
            gone.append(focus.text())
            QTest.keyClick(focus, Qt.Key.Key_Tab)
        assert gone == ["before", f"{name} 1", f"{name} 2", "after", "before"]
