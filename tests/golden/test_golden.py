"""tests: no upgrade loses a row - the filled logbook of every revision opens, and holds what it held."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Column

from core.exchange.dump import Dump
from db.columns import JSON_TYPES
from db.engine import REVISION
from db.logbook import Logbook
from db.mapping import plain_default
from db.migrate import count_rows
from db.schema import Row
from tests.golden.__main__ import FOLDER, as_text
from tests.golden.fill import fill, ticking

VERSIONS = FOLDER.parent.parent / "migrations" / "versions"
REVISIONS = sorted(path.name[:4] for path in VERSIONS.glob("[0-9]*.py"))


def test_the_program_reads_the_newest_revision() -> None:
    assert [f"{number:04d}" for number in range(1, REVISION + 1)] == REVISIONS


@pytest.mark.parametrize("revision", REVISIONS)
def test_every_revision_has_a_filled_logbook_and_what_it_holds(revision: str) -> None:
    assert (FOLDER / f"{revision}.logroll").is_file()
    assert (FOLDER / f"{revision}.json").is_file()


@pytest.mark.parametrize("revision", REVISIONS)
def test_the_logbook_of_every_revision_opens_and_holds_what_it_held(revision: str, tmp_path: Path) -> None:
    path = Path(shutil.copy(FOLDER / f"{revision}.logroll", tmp_path))
    with Logbook.open(path) as book:
        assert book.verify().findings == ()
        now = json.loads(as_text(book.dump()))
        then = json.loads((FOLDER / f"{revision}.json").read_text(encoding="utf-8"))
        assert now["sequences"] == then["sequences"]
        for name, rows in now["tables"].items():
            # what came later holds nothing but what a new record begins with
            later = {column.name: _plain(column) for column in Row.metadata.tables[name].columns}
            assert rows == [{**later, **row} for row in then["tables"].get(name, [])], name
        with book._work.reading() as connection:
            empty = {name for name, rows in count_rows(connection).items() if not rows}
        assert empty == {name for name in now["tables"] if name not in then["tables"]}


@pytest.mark.parametrize("revision", REVISIONS)
def test_what_the_program_of_every_revision_exported_comes_in(revision: str, tmp_path: Path) -> None:
    then = json.loads((FOLDER / f"{revision}.json").read_text(encoding="utf-8"))
    tables = {name: tuple(rows) for name, rows in then["tables"].items()}
    given = Dump(then["revision"], tables, then["sequences"])
    opened = Path(shutil.copy(FOLDER / f"{revision}.logroll", tmp_path))
    with Logbook.from_dump(tmp_path / "imported.logroll", given) as imported, Logbook.open(opened) as migrated:
        assert imported.verify().findings == ()
        assert imported.dump() == migrated.dump()


def _plain(column: Column[Any]) -> Any:
    found = plain_default(column)
    return found if found is None or not isinstance(column.type, JSON_TYPES) else json.loads(str(found))


@pytest.mark.parametrize("revision", REVISIONS)
def test_the_logbook_of_every_revision_can_be_read_and_undone_to_its_beginning(revision: str, tmp_path: Path) -> None:
    path = Path(shutil.copy(FOLDER / f"{revision}.logroll", tmp_path))
    with Logbook.open(path) as book:
        negotiation = book.negotiations.load(book.negotiations.find("canned"))
        assert negotiation.debrief is not None
        assert negotiation.lines[0].said is not None
        assert len(book.journal.trash()) == 1
        while book.journal.undo() is not None:
            pass
        assert book.suppliers.rows() == ()
        assert book.verify().findings == ()


def test_the_verbs_of_today_fill_a_logbook_as_the_newest_golden_one(tmp_path: Path) -> None:
    with Logbook.create(tmp_path / "anew.logroll", clock=ticking()) as book:
        fill(book)
        today = json.loads(as_text(book.dump()))
    golden = json.loads((FOLDER / f"{REVISION:04d}.json").read_text(encoding="utf-8"))
    assert today == golden
