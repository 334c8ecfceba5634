"""core: the fixed words and shapes that several parts of documents share."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from core.reports.document import (
    Column,
    Row,
    Table,
)
from core.side import Side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.issue import Issue
    from core.reports.case import Case
    from core.reports.document import Text
    from core.words import Words


def unbroken(text: str) -> str:
    """Return a short text (a date) that no line end parts."""
    return text.replace(" ", "\u00a0")


def percent(say: Words, number: Decimal) -> str:
    """Return a number of per cent."""
    return f"{say.number(number)}\u00a0%"


def fact_table(facts: Sequence[tuple[str, Text]]) -> Table:
    """Return facts with their names, under a rule and without a head."""
    return Table((Column(grow=0, least=110), Column(lines=12, grow=1)), tuple(Row(fact) for fact in facts))


def said_table(columns: Sequence[Column], rows: Sequence[Row]) -> Table:
    """Return a table without the columns in which no row says anything."""
    said = [at for at in range(len(columns)) if any(row.cells[at] for row in rows)]
    kept = tuple(replace(row, cells=tuple(row.cells[at] for at in said)) for row in rows)
    return Table(tuple(columns[at] for at in said), kept)


def letters(count: int) -> str:
    """Return the letter of an alternative: A to Z, then AA."""
    return letters(count // 26 - 1) + letters(count % 26) if count >= 26 else chr(ord("A") + count)


def has_why(case: Case, issue: Issue, side: Side) -> bool:
    """Tell whether we know why a side asks what it asks on an issue."""
    return any(
        each.side is side and each.issue_id == issue.id and (each.why or each.interest)
        for each in case.negotiation.positions
    )
