"""tests: an upgrade works on a copy and keeps every row, or leaves the file as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from core.errors import InUse, UnreadableFile
from core.words import Words
from db.engine import REVISION, read_header
from db.logbook import Logbook
from tests.golden.fill import Filled


def make_old(path: Path, *statements: str) -> bytes:
    """Let a logbook say that it is of the revision before the first, and return its bytes."""
    connection = driver.connect(str(path))
    for statement in ("PRAGMA foreign_keys = OFF", "PRAGMA user_version = 0", *statements):
        connection.execute(statement)
    connection.commit()
    connection.close()
    return path.read_bytes()


def test_an_old_logbook_is_brought_up_to_date_when_it_is_opened(full_path: Path, ids: Filled) -> None:
    with Logbook.open(full_path) as book:
        before = book.dump()
    full_path.chmod(0o640)
    make_old(full_path)
    with Logbook.open(full_path) as book:
        assert book.dump() == before
        assert book.verify().findings == ()
        assert book.journal.undo() is not None
    assert read_header(full_path).revision == REVISION
    assert full_path.stat().st_mode & 0o777 == 0o640
    assert [each.name for each in full_path.parent.iterdir()] == [full_path.name]


def test_an_old_logbook_is_not_brought_up_to_date_for_a_reader(full_path: Path) -> None:
    before = make_old(full_path)
    with pytest.raises(UnreadableFile) as caught:
        Logbook.open(full_path, write=False)
    assert caught.value.message.code == "logbook.older"
    assert full_path.read_bytes() == before


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE term SET issue_id = 999 WHERE id = 1",
        "UPDATE alembic_version SET version_num = '0000'",
        "DROP TABLE alembic_version",
    ],
)
def test_an_upgrade_that_does_not_come_out_whole_leaves_the_file_as_it_was(full_path: Path, damage: str) -> None:
    before = make_old(full_path, damage)
    with pytest.raises(UnreadableFile) as caught:
        Logbook.open(full_path)
    assert Words().message(caught.value.message).endswith(".")
    assert full_path.read_bytes() == before
    assert [each.name for each in full_path.parent.iterdir()] == [full_path.name]


def test_an_upgrade_waits_for_nobody(full_path: Path) -> None:
    with Logbook.open(full_path), pytest.raises(InUse):
        Logbook.open(full_path)
