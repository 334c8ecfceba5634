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
    held = [key(row) for row in rows]
    _remove(model, rows, held, set(keys))
    _place(model, rows, held, wanted, keys)
    for number, row in enumerate(wanted):
        if rows[number] is row:
            continue
        columns = changed_columns(rows[number], row)
        rows[number] = row
        if columns:
            first, last = columns
            model.dataChanged.emit(model.index(number, first), model.index(number, last))


def _remove(model: QAbstractTableModel, rows: list[Row], held: list[Hashable], kept: set[Hashable]) -> None:
    """Take out the rows that are not kept, with their keys in `held`."""
    last = len(rows) - 1
    while last >= 0:
        first = last
        while first >= 0 and held[first] not in kept:
            first -= 1
        if first < last:
            model.beginRemoveRows(QModelIndex(), first + 1, last)
            del rows[first + 1 : last + 1], held[first + 1 : last + 1]
            model.endRemoveRows()
        last = first - 1


def _place(
    model: QAbstractTableModel,
    rows: list[Row],
    held: list[Hashable],
    wanted: Sequence[Row],
    keys: Sequence[Hashable],
) -> None:
    """Put in what is new and bring all into the order wanted, with their keys in `held`."""
    known = set(held)
    at = 0
    while at < len(wanted):
        if keys[at] not in known:
            end = at
            while end < len(wanted) and keys[end] not in known:
                end += 1
            model.beginInsertRows(QModelIndex(), at, end - 1)
            rows[at:at], held[at:at] = wanted[at:end], keys[at:end]
            model.endInsertRows()
            at = end
            continue
        if held[at] != keys[at]:
            origin = held.index(keys[at], at + 1)
            model.beginMoveRows(QModelIndex(), origin, origin, QModelIndex(), at)
            rows.insert(at, rows.pop(origin))
            held.insert(at, held.pop(origin))
            model.endMoveRows()
        at += 1
