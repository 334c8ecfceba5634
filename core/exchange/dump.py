"""core: the dump, everything that a logbook holds as plain values - what an export writes and an import reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

# JSON's own types, never a float: exact numbers are strings.
PlainValue: TypeAlias = "int | str | list[Any] | dict[str, Any] | None"
PlainRow: TypeAlias = Mapping[str, PlainValue]


@dataclass(frozen=True, slots=True)
class Dump:
    """Every row of every table, in an order that depends on nothing but the content.

    `revision` is the revision of the tables (1, 2 ...). `tables` maps each table's name to its rows in the order of
    their ids; both tables and columns are in the order of the schema. A row maps every column to:

    - an integer for ids, places, counts and marks (1 or 0),
    - a string for text, enumerations, exact decimals ("1.50"), days ("2027-03-14"), moments with their offset
      ("2027-03-14T10:26:00+01:00") and stated values of an issue, told apart by their first letter
      ("n:1.48" a number, "d:2027-03-14" a day, "o:free" an option),
    - lists and objects where the column holds JSON: `issue.points`, `issue.options`, `line.said`, `line.stands`,
      `journal_entry.label`, `journal_change.before` and `.after`,
    - the bytes of `content.data` in base64,
    - None where the column is empty.

    The records are `supplier` to `attachment`; `content` holds the bytes of attachments; `journal_entry` and
    `journal_change` are the journal; `draft` holds half-typed texts. Search is not part of it: it is made anew.
    `sequences` maps each table to the last id that it gave out, since no id is used twice, deleted ones included.
    """

    revision: int
    tables: Mapping[str, tuple[PlainRow, ...]]
    sequences: Mapping[str, int] = field(default_factory=dict)
