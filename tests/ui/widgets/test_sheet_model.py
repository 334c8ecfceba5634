"""tests: ui/widgets/sheet_model.py - what a sheet shows, what may be typed where, and what a change is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from core.words import Words
from ui.widgets.sheet_model import Cell, CellState, NewRow, SheetColumn, SheetModel, SheetRow

LEFT = Qt.AlignmentFlag.AlignLeft
COLUMNS = (
    SheetColumn("issue", "Issue", align=LEFT),
    SheetColumn("best", "Best", "Our ladder"),
    SheetColumn("minimum", "Minimum", "Our ladder"),
    SheetColumn("batna", "BATNA", "For comparison", editable=False),
)


def row(number: int | str, *texts: str, total: bool = False, **states: CellState) -> SheetRow:
    cells = {
        column.key: Cell(text, states.get(column.key, CellState.PLAIN))
        for column, text in zip(COLUMNS, texts, strict=True)
    }
    return SheetRow(number, cells, total)


PRICE = row(1, "Price", "1.38", "1.45", "1.40")
DAYS = row(2, "Payment", "60", "30", "30", minimum=CellState.PREFILLED | CellState.CHECK)
TOTAL = row("total", "Package value", "89.2", "48.1", "63.6", total=True)


@pytest.fixture
def model() -> SheetModel:
    made = SheetModel(Words())
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.set_columns(COLUMNS)
    made.set_add_label("Add an issue")
    made.set_rows([PRICE, DAYS, TOTAL])
    return made


def shown(model: SheetModel) -> list[str]:
    return [model.index(at, 0).data() for at in range(model.rowCount())]


def test_the_row_to_add_stands_between_the_rows_and_the_total(model: SheetModel) -> None:
    assert shown(model) == ["Price", "Payment", "Add an issue", "Package value"]
    assert (model.body_rows, model.is_add_row(2), model.is_total_row(3)) == (2, True, True)
    assert (model.row_id(0), model.row_id(2), model.row_id(3), model.row_id(9)) == (1, None, "total", None)


def test_new_rows_come_without_a_reset(model: SheetModel) -> None:
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    kept = model.find(2, "minimum")
    assert kept.row() == 1
    model.set_rows([DAYS, PRICE, row(3, "Lead time", "2", "4", "4"), TOTAL])
    assert shown(model) == ["Payment", "Price", "Lead time", "Add an issue", "Package value"]
    assert resets == []


def test_only_cells_that_differ_are_announced(model: SheetModel) -> None:
    changed: list[tuple[int, int, int]] = []
    model.dataChanged.connect(lambda a, b: changed.append((a.row(), a.column(), b.column())))
    model.set_rows([PRICE, row(2, "Payment", "60", "45", "30"), TOTAL])
    assert changed == [(1, 2, 2)]
    model.set_rows([PRICE, row(2, "Payment", "60", "45", "30"), TOTAL])
    assert changed == [(1, 2, 2)]


def test_total_read_only_and_locked_cells_cannot_be_typed_into(model: SheetModel) -> None:
    def editable(at: int) -> list[bool]:
        return [bool(model.flags(model.index(at, c)) & Qt.ItemFlag.ItemIsEditable) for c in range(4)]

    assert editable(0) == [True, True, True, False]
    assert editable(2) == [True, True, True, False]
    assert editable(3) == [False] * 4
    model.set_rows([row(1, "Price", "", "", "", best=CellState.READ_ONLY)])
    assert editable(0) == [True, False, True, False]


def test_a_sheet_that_is_not_editable_offers_no_row_to_add(model: SheetModel) -> None:
    model.set_editable(False)
    assert shown(model) == ["Price", "Payment", "Package value"]
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable
    model.set_editable(True)
    assert model.is_add_row(2)


def test_the_same_text_is_no_change_but_confirms_a_prefilled_cell(model: SheetModel) -> None:
    assert model.change(0, 2, "1.45") is None
    assert model.change(0, 2, "1.42") == (1, "minimum", "1.42")
    assert model.change(1, 2, "30") == (2, "minimum", "30")


def test_text_in_the_row_to_add_names_a_new_row(model: SheetModel) -> None:
    assert model.change(2, 0, "Volume") == (NewRow(0), "issue", "Volume")
    assert model.change(2, 0, "") is None
    assert model.change(5, 1, "7", new_row=3) == (NewRow(3), "best", "7")


def test_set_data_tells_the_change_and_changes_nothing_itself(model: SheetModel) -> None:
    told: list[object] = []
    model.edited.connect(told.append)
    index = model.index(0, 2)
    assert model.setData(index, " 1.42 ")
    assert told == [[(1, "minimum", "1.42")]]
    assert index.data() == "1.45"
    assert not model.setData(index, "1.45")
    assert not model.setData(QModelIndex(), "1")


def test_a_cell_is_told_in_words_with_its_states(model: SheetModel) -> None:
    def words(at: int, column: int) -> str:
        return str(model.index(at, column).data(Qt.ItemDataRole.AccessibleTextRole))

    assert words(0, 2) == "Price, Our ladder Minimum, 1.45"
    assert words(1, 2) == "Payment, Our ladder Minimum, 30, check, prefilled"
    assert words(0, 3) == "Price, For comparison BATNA, 1.40, read-only"
    assert words(2, 0) == "Add an issue, Issue"
    assert words(2, 1) == "Add an issue, Our ladder Best, empty"
    model.set_rows([row(1, "Price", "abt 30", "", "", best=CellState.UNREADABLE | CellState.ACT)])
    assert words(0, 1) == "Price, Our ladder Best, abt 30, act, not readable, kept as typed"


def test_a_reason_is_a_tool_tip_in_which_markup_is_text() -> None:
    model = SheetModel(Words())
    model.set_columns(COLUMNS)
    model.set_rows([SheetRow(1, {"issue": Cell("<b>", CellState.CHECK, "Past <b>the</b> limit")})])
    index = model.index(0, 0)
    assert "&lt;b&gt;the" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "Past <b>the</b> limit"


def test_editing_starts_from_its_own_text_where_there_is_one() -> None:
    model = SheetModel(Words())
    model.set_columns(COLUMNS)
    model.set_rows([SheetRow(1, {"best": Cell("120 k", edit="120000")})])
    index = model.index(0, 1)
    assert (index.data(), index.data(Qt.ItemDataRole.EditRole)) == ("120 k", "120000")
    assert model.change(0, 1, "120000") is None


def test_one_and_the_word_one_are_two_rows(model: SheetModel) -> None:
    model.set_rows([row(1, "a", "", "", ""), row("1", "b", "", "", "")])
    assert (model.find(1, "issue").row(), model.find("1", "issue").row()) == (0, 1)


def test_columns_of_the_same_keys_change_in_place_and_others_reset(model: SheetModel) -> None:
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    renamed = (*COLUMNS[:3], SheetColumn("batna", "BATNA today", editable=False))
    model.set_columns(renamed)
    assert resets == []
    assert model.headerData(3, Qt.Orientation.Horizontal) == "BATNA today"
    model.set_columns(COLUMNS[:2])
    assert len(resets) == 1
    with pytest.raises(ValueError):
        model.set_columns((COLUMNS[0], COLUMNS[0]))


def test_the_row_to_add_holds_what_made_no_row_until_it_is_cleared(model: SheetModel) -> None:
    model.set_add_cells({"issue": Cell("Lead time", CellState.CHECK | CellState.UNREADABLE, "The disk is full.")})
    assert shown(model) == ["Price", "Payment", "Lead time", "Package value"]
    assert not model.is_label(2, 0)
    assert (model.text_to_edit(2, 0), model.text_to_edit(2, 1)) == ("Lead time", "")
    # the same text is tried again, and an empty one gives it up
    assert model.change(2, 0, "Lead time") == (NewRow(0), "issue", "Lead time")
    assert model.change(2, 0, "") == (NewRow(0), "issue", "")
    assert model.change(2, 1, "") is None
    model.set_add_cells({})
    assert shown(model)[2] == "Add an issue"
