"""tests: a logbook whose every text bears a marker, and what any part of the program says to anybody."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import sqlcipher3.dbapi2
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from core.plan import PointKind
from db.columns import Words
from db.logbook import Logbook
from db.schema import Row
from tests.golden.fill import fill
from tests.ui.conftest import NOW, standing_clock

MARKER = "Quartz"
SUPPLIER = "Conservas Ribera"
PLACE = "room 3.12"
POINT = "Delivery calendar 2027"

# Codes, and what the program reads by its form.
_CODES = {
    ("content", "sha256"), ("draft", "place"), ("journal_entry", "label"), ("journal_change", "kind"),
    ("journal_change", "before"), ("journal_change", "after"), ("search_document", "kind"), ("template", "content"),
    ("negotiation", "currency"), ("spend", "currency"), ("attachment", "media_type"), ("estimate", "option"),
}  # fmt: skip


def plant(path: Path) -> None:
    """Put the marker into every text of every record, also into those that were empty."""
    connection = sqlcipher3.dbapi2.connect(str(path))
    for table in Row.metadata.sorted_tables:
        for column in table.columns:
            if isinstance(column.type, Words) and (table.name, column.name) not in _CODES:
                connection.execute(f'UPDATE "{table.name}" SET "{column.name}" = ? || "{column.name}"', (MARKER,))
    connection.commit()
    connection.close()


def fill_marked(path: Path, *, held: bool = True) -> int:
    """Fill a new logbook with marked texts and return its negotiation; its meeting's own facts are not marked."""
    with Logbook.create(path, clock=standing_clock) as book:
        made = fill(book)
    plant(path)
    with Logbook.open(path, clock=standing_clock) as book:
        book.suppliers.change(made.supplier, name=SUPPLIER)
        for point in book.negotiations.load(made.negotiation).plan_points:
            if point.kind is PointKind.AGENDA:
                book.plan_points.change(point.id, text=POINT, meeting_id=None, minutes=None)
        if held:
            book.meetings.start(made.negotiation, place=PLACE, planned_at=NOW)
    return made.negotiation


def said_anywhere() -> set[str]:
    """Return every text that the program's windows show, bear or tell, and those of its commands and menus."""
    found: set[str] = set()
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            found.update(_of_widgets(window))
    for native in QGuiApplication.topLevelWindows():
        if native.isVisible():
            found.add(native.title())
    for window in QApplication.topLevelWidgets():
        found.update(_of_commands(window))
        if window.isVisible():
            found.update(_heard(QAccessible.queryAccessibleInterface(window)))
    return {text for text in found if text}


def _of_widgets(window: QWidget) -> Iterator[str]:
    inside = (part for part in window.findChildren(QWidget) if part.window() is window)
    for part in (window, *inside):
        yield from (part.windowTitle(), part.toolTip(), part.statusTip(), part.whatsThis())
        yield from (part.accessibleName(), part.accessibleDescription())
        if isinstance(part, QLabel | QLineEdit):
            yield part.text()
        elif isinstance(part, QPlainTextEdit | QTextEdit):
            yield from (part.toPlainText(), part.placeholderText())
        elif isinstance(part, QComboBox):
            yield from (part.itemText(number) for number in range(part.count()))


def _of_commands(window: QWidget) -> Iterator[str]:
    menus = [*([window] if isinstance(window, QMenu) else []), *window.findChildren(QMenu)]
    for owner in [*menus, *([window] if window.isVisible() else [])]:
        for action in owner.actions():
            yield from (action.text(), action.iconText(), action.toolTip(), action.statusTip(), action.whatsThis())


def _heard(part: QAccessibleInterface | None) -> Iterator[str]:
    if part is None:
        return
    for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value, QAccessible.Text.Help):
        yield part.text(kind)
    for number in range(part.childCount()):
        yield from _heard(part.child(number))
