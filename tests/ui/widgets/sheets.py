"""tests: a sheet with its presenter, and the keys that are pressed on it."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from ui.widgets.sheet import Cell, NewRow, Sheet, SheetColumn, SheetRow

Key, Modifier = Qt.Key, Qt.KeyboardModifier
COLUMNS = (
    SheetColumn("issue", "Issue", align=Qt.AlignmentFlag.AlignLeft, stretch=1),
    SheetColumn("unit", "Unit", align=Qt.AlignmentFlag.AlignLeft, choices=("days", "weeks", "months")),
    SheetColumn("best", "Best", "Our ladder"),
    SheetColumn("limit", "Limit", "Our ladder"),
    SheetColumn("batna", "BATNA", "For comparison", editable=False),
)
KEYS = [column.key for column in COLUMNS]


@dataclass
class Answering:
    """Answer edits as a presenter does: keep them, and hand in all rows anew."""

    sheet: Sheet
    rows: dict[int, dict[str, str]]
    told: list[list[tuple[object, str, str]]] = field(default_factory=list)

    def take(self, edits: list[tuple[object, str, str]]) -> None:
        self.told.append(edits)
        made: dict[int, int] = {}
        for row, key, text in edits:
            number = row
            if isinstance(row, NewRow):
                number = made.setdefault(row.number, max(self.rows, default=0) + 1)
            assert isinstance(number, int)
            self.rows.setdefault(number, {})[key] = text
        self.show()

    def show(self) -> None:
        rows = [
            SheetRow(number, {key: Cell(texts.get(key, "")) for key in KEYS}) for number, texts in self.rows.items()
        ]
        total = SheetRow("total", {"issue": Cell("Package value"), "best": Cell("89.2")}, total=True)
        self.sheet.set_rows([*rows, total])


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, modifier)


def write(text: str) -> None:
    for sign in text:
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClicks(target, sign)


def copied(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def editor() -> QLineEdit:
    found = QApplication.focusWidget()
    assert isinstance(found, QLineEdit)
    return found
