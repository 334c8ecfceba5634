"""tests: ui/widgets/table_model.py - what a plain table shows and says."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from core.words import Words
from ui.widgets.flag import Level
from ui.widgets.paged_rows import PagedRows
from ui.widgets.table_model import TableModel
from ui.widgets.table_rows import TableCell, TableColumn, TableRow

COLUMNS = (TableColumn("issue", "Issue"), TableColumn("they", "They"), TableColumn("flag"))


def row(number: int | str, issue: str, they: str, flag: Level | None = None, reason: str = "") -> TableRow:
    cells = {"issue": TableCell(issue), "they": TableCell(they)}
    if flag is not None:
        cells["flag"] = TableCell(reason, flag=flag)
    return TableRow(number, cells)


@pytest.fixture
def model(say: Words) -> TableModel:
    made = TableModel(say)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.set_columns(COLUMNS)
    made.set_rows([row(1, "Price", "1.48", Level.CHECK, "old"), row(2, "Payment", "30"), row("1", "Other", "")])
    return made


def test_a_cell_is_told_with_its_title_and_the_first_one_tells_the_row(model: TableModel) -> None:
    def words(at: int, column: int) -> object:
        return model.index(at, column).data(Qt.ItemDataRole.AccessibleTextRole)

    assert words(0, 0) == "Price, They 1.48, check old"
    assert words(0, 1) == "They 1.48"
    assert words(1, 2) == ""
    assert model.index(0, 2).data() == "check old"


def test_new_rows_come_in_place_and_only_changed_ones_are_announced(model: TableModel) -> None:
    kept = QPersistentModelIndex(model.index(1, 0))
    changed: list[int] = []
    model.dataChanged.connect(lambda first, last: changed.append(first.row()))
    model.set_rows([row(3, "New", ""), row(1, "Price", "1.48", Level.CHECK, "old"), row(2, "Payment", "45")])
    assert kept.row() == 2
    assert changed == [2]
    assert [model.row_id(at) for at in range(-1, 4)] == [None, 3, 1, 2, None]


def test_rows_are_found_by_their_id_and_its_kind(model: TableModel) -> None:
    assert (model.find(1), model.find("1"), model.find(9)) == (0, 2, -1)


def test_nothing_can_be_edited_in_place(model: TableModel) -> None:
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags


def test_tool_tips_show_markup_as_text(say: Words) -> None:
    model = TableModel(say)
    model.set_columns(COLUMNS)
    model.set_rows([TableRow(1, {"issue": TableCell("a", tip="<b>cell</b>")}, tip="<i>row</i>")])
    assert "&lt;b&gt;cell" in model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;i&gt;row" in model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)


def test_keys_and_ids_are_not_given_twice(model: TableModel) -> None:
    with pytest.raises(ValueError):
        model.set_columns((COLUMNS[0], COLUMNS[0]))
    with pytest.raises(ValueError):
        model.set_rows([row(1, "a", ""), row(1, "b", "")])


def test_a_new_title_is_no_reset(model: TableModel) -> None:
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    model.set_columns((TableColumn("issue", "Point"), *COLUMNS[1:]))
    assert resets == []
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Point"


def test_a_list_that_stays_empty_announces_nothing(model: TableModel) -> None:
    changed: list[int] = []
    model.dataChanged.connect(lambda first, _last: changed.append(first.row()))
    assert model.set_paged(PagedRows((), lambda _ids: ()))
    assert not model.set_paged(PagedRows((), lambda _ids: ()))
    assert changed == []
    assert model.rowCount() == 0
