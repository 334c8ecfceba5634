"""core: a whole logbook as JSON text - lossless, in one order, described by resources/schema/logbook.json."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from core.errors import BadInput
from core.exchange.dump import Dump, PlainRow

FORMAT = "logroll"


def to_text(dump: Dump) -> str:
    """Write a dump as JSON: equal dumps give equal text, byte for byte."""
    plain = {
        "format": FORMAT,
        "revision": dump.revision,
        "tables": {name: [dict(row) for row in rows] for name, rows in dump.tables.items()},
        "sequences": dict(dump.sequences),
    }
    return json.dumps(plain, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def from_text(text: str) -> Dump:
    """Read what `to_text` wrote.

    Raises BadInput for text that is no JSON, no export of a logbook, or holds a number with a point: exact numbers
    are strings. What the rows mean is checked by the logbook that takes them in.
    """
    try:
        plain = json.loads(text, parse_float=_refuse, parse_constant=_refuse, object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        raise BadInput("import.no_json", why=str(error)) from error
    match plain:
        case {
            "format": "logroll",
            "revision": int() as revision,
            "tables": dict() as tables,
            "sequences": dict() as sequences,
            **others,
        } if not others and type(revision) is int and all(type(each) is int for each in sequences.values()):
            return Dump(revision, {name: _rows(name, rows) for name, rows in tables.items()}, sequences)
    raise BadInput("import.no_logbook")


def _rows(name: str, rows: Any) -> tuple[PlainRow, ...]:
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise BadInput("import.no_rows", table=name)
    return tuple(rows)


def _refuse(number: str) -> NoReturn:
    raise ValueError(f"{number} is not written as text")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found
