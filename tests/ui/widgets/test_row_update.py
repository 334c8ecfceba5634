"""tests: ui/widgets/row_update.py - rows are brought to a new state in place."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from ui.widgets.row_update import bring_rows

Row = tuple[int, str]


class Numbers(QAbstractTableModel):
    def __init__(self, rows: list[Row]) -> None:
        super().__init__()
        self.rows = rows

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else 2

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return str(self.rows[index.row()][index.column()]) if role == Qt.ItemDataRole.DisplayRole else None

    def bring(self, wanted: list[Row]) -> None:
        bring_rows(self, self.rows, wanted, lambda row: row[0], lambda old, new: (1, 1) if old != new else None)


rows = st.lists(st.tuples(st.integers(0, 8), st.sampled_from("abc")), max_size=9, unique_by=lambda row: row[0])


@given(rows, rows)
def test_any_state_becomes_any_other_and_each_row_keeps_its_index(before: list[Row], after: list[Row]) -> None:
    model = Numbers(list(before))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    kept = {row[0]: QPersistentModelIndex(model.index(at, 0)) for at, row in enumerate(before)}
    model.bring(after)
    assert model.rows == after
    wanted = {row[0]: at for at, row in enumerate(after)}
    for key, index in kept.items():
        assert index.isValid() == (key in wanted)
        assert not index.isValid() or index.row() == wanted[key]
    del tester


def test_only_what_differs_is_announced() -> None:
    model = Numbers([(1, "a"), (2, "b"), (3, "c")])
    changed: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.column())))
    model.bring([(1, "a"), (2, "x"), (3, "c")])
    assert changed == [(1, 1)]


def test_two_rows_with_one_key_are_refused_before_anything_changes() -> None:
    model = Numbers([(1, "a")])
    with pytest.raises(ValueError):
        model.bring([(2, "a"), (2, "b")])
    assert model.rows == [(1, "a")]
