"""tests: every error and label has its sentence, and what the driver says becomes one."""

from __future__ import annotations

import ast
import errno
from pathlib import Path
from string import Formatter

import pytest
from sqlcipher3 import dbapi2 as driver

from core.errors import InUse, LogrollError, StorageTrouble
from core.sentences import SENTENCES
from db.errors import told
from db.logbook import Logbook
from db.rules import _NAMES

DB = Path(__file__).parent.parent.parent / "db"
SPEAKING = {
    "message", "BadInput", "InUse", "NotAllowed", "NotFound", "ReadOnly", "StorageTrouble", "UnreadableFile",
}  # fmt: skip


def said() -> dict[str, list[set[str]]]:
    """Return every code that this floor speaks, with the data given to it each time."""
    found: dict[str, list[set[str]]] = {}
    for path in DB.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=str() as code)], keywords=given):
                    if name in SPEAKING:
                        found.setdefault(code, []).append({str(each.arg) for each in given})
    return found


@pytest.mark.parametrize("code", sorted(said()))
def test_every_code_has_a_sentence_and_the_data_that_it_needs(code: str) -> None:
    needed = {name for _, name, _, _ in Formatter().parse(SENTENCES[code]) if name}
    # a label is set once more, with its data, as soon as the record is there
    assert any(needed <= given for given in said()[code])


@pytest.mark.parametrize("kind", _NAMES)
def test_every_name_that_can_be_missing_has_its_sentence(kind: str) -> None:
    assert SENTENCES[f"name_missing.{kind}"].endswith(".")


@pytest.mark.parametrize("code", [code for code in sorted(said()) if not code.startswith("journal.")])
def test_a_sentence_is_one(code: str) -> None:
    assert SENTENCES[code].endswith(".")
    assert "—" not in SENTENCES[code]


def test_a_file_that_another_program_holds_is_told(book: Logbook) -> None:
    with book._work.reading() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 0")
    other = driver.connect(str(book.path), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(InUse) as caught:
        book.suppliers.add(name="A")
    assert caught.value.message.code == "logbook.busy"
    other.execute("ROLLBACK")
    other.close()
    assert book.suppliers.add(name="A").entry == 1


def test_what_the_system_says_is_told() -> None:
    with pytest.raises(StorageTrouble) as caught, told():
        raise OSError(errno.ENOSPC, "as the system says", "/a/file")
    assert caught.value.message.code == "disk.full"


def test_a_mistake_of_the_program_stays_one() -> None:
    connection = driver.connect(":memory:")
    with pytest.raises(driver.OperationalError), told():
        connection.execute("SELECT * FROM nothing")
    with pytest.raises(ZeroDivisionError), told():
        raise ZeroDivisionError
    connection.close()


def test_an_error_of_ours_passes() -> None:
    with pytest.raises(LogrollError), told():
        raise InUse("logbook.busy")
