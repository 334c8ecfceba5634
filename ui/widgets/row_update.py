"""ui: bring the rows of a table model to a new state in place, so that selection, current cell and place stay."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex

Row = TypeVar("Row")


def bring_rows(
    model: QAbstractTableModel,
    rows: list[Row],
    wanted: Sequence[Row],
    key: Callable[[Row], Hashable],
    changed_columns: Callable[[Row, Row], tuple[int, int] | None],
) -> None:
    """Turn the list `rows`, which `model` shows, into `wanted`: removals, moves, insertions, then changed cells.

    `key` names a row for good; `changed_columns` gives the first and last column in which two rows of one key
    differ. Only what differs is announced. Raises ValueError if two wanted rows have one key.
    """
    keys = [key(row) for row in wanted]
    if len(set(keys)) != len(keys):
        raise ValueError("two rows have the same key")
    if keys != [key(row) for row in rows]:
        _remove(model, rows, set(keys), key)
        _place(model, rows, wanted, keys, key)
    for number, row in enumerate(wanted):
        columns = changed_columns(rows[number], row)
        rows[number] = row
        if columns:
            first, last = columns
            model.dataChanged.emit(model.index(number, first), model.index(number, last))


def _remove(model: QAbstractTableModel, rows: list[Row], kept: set[Hashable], key: Callable[[Row], Hashable]) -> None:
    last = len(rows) - 1
    while last >= 0:
        first = last
        while first >= 0 and key(rows[first]) not in kept:
            first -= 1
        if first < last:
            model.beginRemoveRows(QModelIndex(), first + 1, last)
            del rows[first + 1 : last + 1]
            model.endRemoveRows()
        last = first - 1


def _place(
    model: QAbstractTableModel,
    rows: list[Row],
    wanted: Sequence[Row],
    keys: Sequence[Hashable],
    key: Callable[[Row], Hashable],
) -> None:
    known = {key(row) for row in rows}
    at = 0
    while at < len(wanted):
        if keys[at] not in known:
            end = at
            while end < len(wanted) and keys[end] not in known:
                end += 1
            model.beginInsertRows(QModelIndex(), at, end - 1)
            rows[at:at] = wanted[at:end]
            model.endInsertRows()
            at = end
            continue
        if key(rows[at]) != keys[at]:
            origin = next(number for number in range(at + 1, len(rows)) if key(rows[number]) == keys[at])
            model.beginMoveRows(QModelIndex(), origin, origin, QModelIndex(), at)
            rows.insert(at, rows.pop(origin))
            model.endMoveRows()
        at += 1
