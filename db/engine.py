"""db: how a logbook file is opened - driver, pragmas, transactions - and how one is told from other files."""

from __future__ import annotations

import os
import stat
import sys
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2
from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool, QueuePool

from core.errors import UnreadableFile
from core.folding import fold

# "LogR": SQLite keeps it in the file's header, where other programs (`file`, for one) find it too.
APPLICATION_ID = 0x4C6F6752
# The revision that this program reads and writes; `migrations/versions` has one file for each up to it.
REVISION = 2

_MAGIC = b"SQLite format 3\0"
_HEADER = 100
_PATIENCE_MS = 3_000
# Of the file's pages so much stays in memory: the system keeps the rest at hand by itself. A file built in haste
# comes and goes with its memory.
_PAGES_KIB, _PAGES_KIB_IN_HASTE = 2_000, 8_000
# Names are folded again with each letter typed into a list's filter: so many, up to so long, while a file is open.
_FOLDED, _FOLDED_LENGTH = 32_768, 120


@dataclass(frozen=True, slots=True)
class Header:
    """What the first 100 bytes of a logbook say."""

    revision: int
    size: int  # bytes that the file ought to have


def read_header(path: Path) -> Header:
    """Read what a logbook says of itself without the driver, so that nothing is written and nothing is locked.

    Raises UnreadableFile for a file that is missing, no logbook, cut short or newer than the program; OSError.
    """
    if not path.exists():
        raise UnreadableFile("logbook.missing", path=str(path))
    if not path.is_file():
        raise UnreadableFile("logbook.not_a_logbook", path=str(path))
    with path.open("rb") as stream:
        head = stream.read(_HEADER)
        length = os.fstat(stream.fileno()).st_size
    number = {at: int.from_bytes(head[at : at + 4], "big") for at in (28, 60, 68)}
    if len(head) < _HEADER or not head.startswith(_MAGIC) or number[68] != APPLICATION_ID:
        raise UnreadableFile("logbook.not_a_logbook", path=str(path))
    if number[60] > REVISION:
        raise UnreadableFile("logbook.newer", path=str(path))
    page = int.from_bytes(head[16:18], "big")
    header = Header(number[60], (65_536 if page == 1 else page) * number[28])
    # After a crash the last pages may still lie in the write-ahead log.
    if length < header.size and not _beside(path, "-wal").exists():
        raise UnreadableFile("logbook.damaged", path=str(path))
    return header


def is_marked_read_only(path: Path) -> bool:
    """Tell whether file or folder forbids writing, also where the user is root and could."""
    forbidden = not path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
    return forbidden or not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK)


def open_engine(
    path: Path, *, write: bool, migrating: bool = False, in_haste: bool = False, key: bytes | None = None
) -> Engine:
    """Return an engine on a logbook file; nothing is opened before its first use.

    `write=False` cannot change the file, whatever is asked of it. `migrating` leaves foreign keys off, as a change of
    tables needs it, and keeps everything in one file. `in_haste` waits for no disk: for a file that is thrown away
    unless it becomes whole, and that is flushed then. `key` is the raw file key of an encrypted logbook.
    """
    address = f"{path.absolute().as_uri()}?mode={'rw' if write else 'ro'}"

    def connect() -> Any:
        connection = sqlcipher3.dbapi2.connect(
            address, uri=True, timeout=_PATIENCE_MS / 1_000, isolation_level=None, check_same_thread=False
        )
        if key is not None:
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        return connection

    engine = create_engine(
        URL.create("sqlite"),
        module=sqlcipher3.dbapi2,
        creator=connect,
        poolclass=NullPool if migrating else QueuePool,
        # a log line would hold what was saved
        hide_parameters=True,
    )
    event.listen(engine, "connect", _prepare(write=write, migrating=migrating))
    if in_haste:
        event.listen(engine, "connect", _hasten)
    event.listen(engine, "begin", _begin)
    return engine


def for_writing(engine: Engine) -> Engine:
    """Return the same engine for transactions that write: they take the writer's place at their beginning."""
    return engine.execution_options(writes=True)


def merge(engine: Engine) -> None:
    """Bring the log of the last changes into the file and empty it, as far as nobody reads what it was before.

    Nobody is waited for. Raises the driver's errors.
    """
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute("PRAGMA busy_timeout = 0")
        try:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        finally:
            # whoever gets this connection next waits again
            cursor.execute(f"PRAGMA busy_timeout = {_PATIENCE_MS}")
    finally:
        connection.close()


def close(engine: Engine) -> None:
    """Close what an engine on a logbook to be written has open, and bring the file into one as `seal` does."""
    # the last connection does it: a new one would read the whole schema again
    try:
        connection = engine.raw_connection()
        connection.detach()
    finally:
        engine.dispose()
    try:
        _bring_into_one(connection)
    finally:
        connection.close()


def seal(path: Path) -> None:
    """Bring a logbook that nobody uses into one file, the log of its last changes merged and removed.

    Where another program still reads, that one's end does it. Raises the driver's errors.
    """
    connection = sqlcipher3.dbapi2.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None)
    try:
        _bring_into_one(connection)
    finally:
        connection.close()


def _bring_into_one(connection: Any) -> None:
    cursor = connection.cursor()
    _durable(cursor)
    cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    cursor.execute("PRAGMA busy_timeout = 0")
    try:
        cursor.execute("PRAGMA journal_mode = DELETE").fetchall()
    except sqlcipher3.dbapi2.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in (5, 6):
            raise


def _prepare(*, write: bool, migrating: bool) -> Any:
    # shared by the connections of one file, and gone with it
    kept = lru_cache(_FOLDED)(fold)

    def folded(text: str | None) -> str:
        return fold(text) if text is not None and len(text) > _FOLDED_LENGTH else kept(text)

    def prepare(connection: Any, record: object) -> None:  # noqa: ARG001 - SQLAlchemy's signature
        connection.create_function("fold", 1, folded, deterministic=True)
        connection.execute(f"PRAGMA busy_timeout = {_PATIENCE_MS}")
        # no effect inside a transaction, and there is none yet
        connection.execute(f"PRAGMA foreign_keys = {'OFF' if migrating else 'ON'}")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute(f"PRAGMA cache_size = -{_PAGES_KIB}")
        if not write:
            connection.execute("PRAGMA query_only = ON")
            return
        mode = "delete" if migrating else connection.execute("PRAGMA journal_mode = WAL").fetchone()[0]
        if mode == "wal":
            _durable(connection)
        else:
            # some network drives have no shared memory; a rollback journal needs one flush more to be safe
            connection.execute(f"PRAGMA journal_mode = {'DELETE' if migrating else 'TRUNCATE'}").fetchall()
            connection.execute("PRAGMA synchronous = EXTRA")

    return prepare


def _hasten(connection: Any, record: object) -> None:  # noqa: ARG001 - SQLAlchemy's signature
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute(f"PRAGMA cache_size = -{_PAGES_KIB_IN_HASTE}")


def _durable(connection: Any) -> None:
    connection.execute("PRAGMA synchronous = FULL")
    if sys.platform == "darwin":
        connection.execute("PRAGMA fullfsync = ON")
        connection.execute("PRAGMA checkpoint_fullfsync = ON")


def _begin(connection: Connection) -> None:
    # A deferred transaction that reads and then writes fails at once when another one wrote in between.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)
