"""tests: how a file is opened, so that what is saved is on the disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy.exc import StatementError
from sqlcipher3 import dbapi2 as driver

from core.folding import fold
from db.engine import APPLICATION_ID, REVISION, for_writing, open_engine, read_header
from db.logbook import Logbook


def pragma(book: Logbook, name: str) -> object:
    """Return a setting of the connection that verbs use."""
    with book._work.writing_unjournalled() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar()


def test_a_commit_is_on_the_disk(book: Logbook) -> None:
    assert pragma(book, "journal_mode") == "wal"
    assert pragma(book, "synchronous") == 2
    assert pragma(book, "foreign_keys") == 1
    assert pragma(book, "secure_delete") == 1
    assert int(str(pragma(book, "busy_timeout"))) > 0


def test_a_reader_cannot_write(path: Path) -> None:
    engine = open_engine(path, write=False)
    with engine.connect() as connection, pytest.raises(driver_error()):
        connection.exec_driver_sql("DELETE FROM supplier")
    engine.dispose()


def driver_error() -> type[Exception]:
    """Return what SQLAlchemy makes of the driver's error."""
    return StatementError


def test_a_writer_takes_its_place_at_the_beginning(path: Path) -> None:
    engine = open_engine(path, write=True)
    other = driver.connect(str(path), timeout=0, isolation_level=None)
    with for_writing(engine).begin(), pytest.raises(driver.OperationalError):
        other.execute("BEGIN IMMEDIATE")
    with engine.connect() as connection, connection.begin():
        connection.exec_driver_sql("SELECT count(*) FROM supplier")
        other.execute("BEGIN IMMEDIATE")
        other.execute("ROLLBACK")
    other.close()
    engine.dispose()


def test_what_was_to_be_saved_is_in_no_error(book: Logbook) -> None:
    with pytest.raises(StatementError) as caught, book._work.writing_unjournalled() as connection:
        connection.exec_driver_sql("INSERT INTO nothing VALUES (?)", ("our limit is 1.52",))
    assert "1.52" not in str(caught.value)


def test_the_header_tells_program_and_revision(path: Path) -> None:
    content = path.read_bytes()
    assert content[68:72] == b"LogR" == APPLICATION_ID.to_bytes(4, "big")
    header = read_header(path)
    assert (header.revision, header.size) == (REVISION, len(content))


@pytest.mark.parametrize(
    ("one", "other"), [("Größe", "GROSSE"), ("Ångström", "angstrom"), ("ﬁn", "FIN"), ("ＡＢ", "ab")]
)
def test_names_are_compared_without_case_accents_and_width(one: str, other: str) -> None:
    assert fold(one) == fold(other)
