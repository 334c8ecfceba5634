"""tests: core/reports/vocabulary.py - letters of alternatives, columns that say something."""

from __future__ import annotations

from core.reports import vocabulary
from core.reports.document import Column, Row


def test_alternatives_are_lettered_past_z() -> None:
    assert [vocabulary.letters(at) for at in (0, 25, 26, 27, 51, 52)] == ["A", "Z", "AA", "AB", "AZ", "BA"]


def test_a_column_in_which_no_row_says_anything_is_left_out() -> None:
    columns = (Column("We say"), Column("On"), Column("They may reply"))
    found = vocabulary.said_table(columns, [Row(("Freight fell", "", "")), Row(("A lorry less", "", "Who stocks it?"))])
    assert [column.head for column in found.columns] == ["We say", "They may reply"]
    assert [row.cells for row in found.rows] == [("Freight fell", ""), ("A lorry less", "Who stocks it?")]
