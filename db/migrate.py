"""db: how a logbook is made and how an old one becomes a new one - on a copy, checked, then put in its place."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import sqlcipher3.dbapi2
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from core.errors import UnreadableFile
from core.files import TEMPORARY_PREFIX, TEMPORARY_SUFFIX
from core.resources import resource_root
from db.engine import APPLICATION_ID, REVISION, for_writing, open_engine, seal
from db.errors import of_driver


def create(path: Path, revision: int = REVISION, fill: Callable[[Path], None] | None = None) -> None:
    """Make a logbook at `path`, which must not exist, empty or as `fill` leaves it; wholly or not at all."""
    with _in_place_of(path) as temporary:
        temporary.touch()
        _build(temporary, revision)
        if fill is not None:
            fill(temporary)


def migrate(path: Path, revision: int = REVISION) -> None:
    """Bring the logbook at `path`, which nobody else writes, to `revision`; on trouble it stays as it was.

    Raises UnreadableFile where the copy does not come out whole, and the driver's errors.
    """
    seal(path)
    with _in_place_of(path) as temporary:
        _copy(path, temporary)
        _build(temporary, revision)


def _build(path: Path, revision: int) -> None:
    """Run the revisions in one transaction, foreign keys off; keep it only if every row and reference is there."""
    engine = open_engine(path, write=True, migrating=True)
    try:
        with for_writing(engine).begin() as connection:
            before = count_rows(connection)
            _run(connection, revision)
            after = count_rows(connection)
            lost = [name for name, rows in before.items() if name in after and after[name] < rows]
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
            sound = connection.exec_driver_sql("PRAGMA integrity_check").scalar()
            if lost or broken is not None or sound != "ok":
                raise UnreadableFile("logbook.migration_failed")
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {revision}")
    finally:
        engine.dispose()


def _run(connection: Connection, revision: int) -> None:
    # Imported here since it takes as long as a whole start, and a start with nothing to migrate does without.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415
    from alembic.util import CommandError  # noqa: PLC0415

    config = Config()
    # beside the resources, in a checkout as in a bundle
    config.set_main_option("script_location", str(resource_root().parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, f"{revision:04d}")
    except (CommandError, DBAPIError) as error:
        if isinstance(error, DBAPIError) and of_driver(error.orig) is not None:
            raise
        # the file names a revision that never was, or its tables are not those of its revision
        raise UnreadableFile("logbook.migration_failed") from error


def count_rows(connection: Connection) -> dict[str, int]:
    """Return the number of rows of every table but the search index's own and SQLite's."""
    names = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search%'"
        " AND name <> 'alembic_version' ORDER BY name"
    ).scalars()
    return {name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one() for name in names.all()}  # noqa: S608 - our own names


def _copy(source: Path, target: Path) -> None:
    reader = sqlcipher3.dbapi2.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)
    try:
        writer = sqlcipher3.dbapi2.connect(str(target))
        try:
            reader.backup(writer)
        finally:
            writer.close()
    finally:
        reader.close()


@contextmanager
def _in_place_of(path: Path) -> Iterator[Path]:
    """Yield a name beside `path` for a new file that takes its place, once it is on the disk."""
    temporary = path.with_name(f"{TEMPORARY_PREFIX}{secrets.token_hex(8)}{TEMPORARY_SUFFIX}")
    try:
        yield temporary
        _flush(temporary)
        if path.exists():
            temporary.chmod(path.stat().st_mode & 0o7777)
        temporary.replace(path)
    except BaseException:
        for ending in ("", "-journal", "-wal", "-shm"):
            with suppress(OSError):
                temporary.with_name(temporary.name + ending).unlink()
        raise
    with suppress(OSError):
        _flush(path.parent)


def _flush(path: Path) -> None:
    # Windows flushes only what was opened for writing, and opens no folder
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
