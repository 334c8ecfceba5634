"""tests: Prepare inside the real window, on an empty negotiation in a real logbook file."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from core.issue import Issue
from core.negotiation import Negotiation
from tests.ui.desk import CTRL, Driver
from ui.navigation import NEGOTIATION, Place
from ui.negotiation.view import NegotiationScreen
from ui.prepare.steps.issues_step import IssuesStep
from ui.prepare.view import PrepareView
from ui.widgets.sheet import Cell, Sheet

Key = Qt.Key


@dataclass
class Bench:
    """Work on one negotiation's preparation by keys."""

    driver: Driver
    negotiation_id: int

    @property
    def view(self) -> PrepareView:
        tab = self.driver.screen(NegotiationScreen).tab
        assert isinstance(tab, PrepareView)
        return tab

    @property
    def issues(self) -> IssuesStep:
        page = self.view.pages["issues"]
        assert isinstance(page, IssuesStep)
        return page

    @property
    def sheet(self) -> Sheet:
        found = getattr(self.view.page, "sheet", None)
        assert isinstance(found, Sheet)
        return found

    @property
    def negotiation(self) -> Negotiation:
        return self.driver.logbook.negotiations.load(self.negotiation_id)

    def issue(self, name: str) -> Issue:
        """Return the stored issue of this name."""
        return next(issue for issue in self.negotiation.issues if issue.name == name)

    def cell(self, row: int | str, key: str) -> Cell:
        """Return a cell as the sheet shown holds it."""
        index = self.sheet.model.find(row, key)
        assert index.isValid()
        return self.sheet.model.cell(index.row(), index.column())

    def step(self, key: str) -> None:
        """Show a step."""
        self.view.go_step(key)

    def write(self, text: str) -> None:
        """Type a text sign by sign: the first one opens a cell, the others go where the focus is then."""
        for sign in text:
            self.driver.write(sign)

    def keys(self, *words: str | Qt.Key) -> None:
        """Type words and press keys, one after the other."""
        for word in words:
            if isinstance(word, str):
                self.write(word)
            else:
                self.driver.press(word)

    def tabbed(self, *words: str) -> None:
        """Type words into cells one after the other, and end the last one with Enter."""
        for word in words:
            if word:
                self.write(word)
            self.driver.press(Key.Key_Return if word is words[-1] else Key.Key_Tab)

    def undo(self) -> None:
        """Press Ctrl+Z where the focus is, as the window hears it."""
        self.driver.press(Key.Key_Z, CTRL)
        QApplication.processEvents()

    def paste(self, text: str) -> None:
        """Paste a text into the cells chosen."""
        QGuiApplication.clipboard().setText(text)
        self.driver.press(Key.Key_V, CTRL)

    def fill_disk(self) -> None:
        """Let the file grow no further."""
        with self.driver.logbook._work.reading() as connection:
            now = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {now}")

    def free_disk(self) -> None:
        """Let the file grow again."""
        with self.driver.logbook._work.reading() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 1000000")

    def add_price(self) -> int:
        """Type a price issue with its ladder and limit, as a user does."""
        self.step("issues")
        row = ("Price", "p", "EUR/can", "1.35", "1.55", "50", "1.36", "1.38", "1.40", "1.45", "1.48")
        self.tabbed(*row)
        return self.issue("Price").id


def begun(empty: Driver) -> Bench:
    """Begin a negotiation and show its preparation."""
    supplier = empty.logbook.suppliers.add(name="Conservas Ribera").made
    made = empty.logbook.negotiations.add(supplier_id=supplier, title="Sweetcorn 340 g", currency="EUR").made
    empty.go(Place(NEGOTIATION, made, "prepare"))
    empty.window.activateWindow()
    empty.wait(empty.window.isActiveWindow)
    return Bench(empty, made)


@pytest.fixture
def bench(empty: Driver) -> Bench:
    """Give Prepare of an empty negotiation."""
    return begun(empty)
