"""tests: ui/list_rows.py - a long list is read as it comes into sight, and found in by its first letters."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QListView
from pytestqt.qtbot import QtBot

from ui.list_rows import ListRow, ListRows
from ui.widgets.list_pane import ASIDE, SECOND_LINE
from ui.widgets.paged_rows import PAGE

MANY = 5_000


class Records:
    """Stand for a logbook: names by id, and what was read of them."""

    def __init__(self, names: dict[int, str]) -> None:
        self.names = names
        self.read: list[int] = []

    def page(self, ids: Sequence[int]) -> list[ListRow]:
        self.read += ids
        return [ListRow(each, self.names[each], "ES", "2") for each in ids if each in self.names]

    def beginning(self, text: str) -> list[int]:
        return [each for each, name in self.names.items() if name.startswith(text)]


@pytest.fixture
def records() -> Records:
    return Records({each: f"{chr(97 + each * 26 // (MANY + 1))}{each:05}" for each in range(1, MANY + 1)})


@pytest.fixture
def model(qapp: QApplication, records: Records) -> ListRows:
    made = ListRows(records.page, records.beginning)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


def test_only_pages_in_sight_are_read(qtbot: QtBot, records: Records) -> None:
    model = ListRows(records.page, records.beginning)
    view = QListView()
    qtbot.addWidget(view)
    view.setUniformItemSizes(True)
    view.setModel(model)
    model.set_ids(tuple(records.names))
    view.resize(200, 400)
    view.show()
    view.scrollTo(model.index(MANY - 1, 0))
    view.viewport().repaint()
    assert MANY in records.read
    assert len(records.read) <= 4 * PAGE


def test_a_row_tells_what_it_shows(model: ListRows) -> None:
    model.set_ids((3, 1))
    index = model.index(0, 0)
    assert (index.data(), index.data(SECOND_LINE), index.data(ASIDE)) == ("a00003", "ES", "2")
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "a00003, ES, 2"
    assert (model.id_at(index), model.row_of(1), model.row_of(9)) == (3, 1, -1)
    assert model.id_at(QModelIndex()) == 0


def test_the_same_order_is_announced_as_changed_and_another_as_new(model: ListRows, records: Records) -> None:
    told: list[str] = []
    model.dataChanged.connect(lambda first, last: told.append(f"{first.row()} to {last.row()}"))
    model.modelReset.connect(lambda: told.append("reset"))
    assert model.set_ids((1, 2))
    records.names[2] = "another name"
    assert not model.set_ids((1, 2))
    assert model.index(1, 0).data() == "another name"
    assert model.set_ids((2,))
    assert told == ["reset", "0 to 1", "reset"]


def test_a_record_that_is_gone_leaves_an_empty_row(model: ListRows, records: Records) -> None:
    del records.names[2]
    model.set_ids((1, 2))
    assert model.index(1, 0).data() == ""


def test_first_letters_are_looked_for_from_a_row_on_and_then_from_the_top(model: ListRows, records: Records) -> None:
    records.names = {1: "alba", 2: "amber", 3: "birch", 4: "cedar"}
    model.set_ids((1, 2, 3, 4))

    def found(row: int, text: str, hits: int = 1) -> list[int]:
        rows = model.match(model.index(row, 0), Qt.ItemDataRole.DisplayRole, text, hits)
        return [each.row() for each in rows]

    assert found(0, "a") == [0]
    assert found(1, "a") == [1]
    assert found(2, "a") == [0]
    assert found(0, "b") == [2]
    assert found(0, "a", 5) == [0, 1]
    assert found(0, "x") == []
