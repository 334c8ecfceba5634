"""db: what a driver's error means to the user; the only place that knows the driver's codes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2 as driver

from core.errors import InUse, LogrollError, NotAllowed, ReadOnly, StorageTrouble, UnreadableFile, of_system

# What SQLite and its driver say, without a code of their own, of a file that lost a table or holds text that is none.
_NOT_AS_MADE = ("no such table: ", "Could not decode to UTF-8")


@contextmanager
def told() -> Iterator[None]:
    """Turn the driver's and the system's errors inside the block into sentences; what is none of these passes."""
    try:
        yield
    except DBAPIError as error:
        known = of_driver(error.orig)
        if known is None:
            raise
        raise known from error
    except driver.Error as error:
        known = of_driver(error)
        if known is None:
            raise
        raise known from error
    except OSError as error:
        raise of_system(error) from error
    except UnicodeDecodeError as error:
        # only a damaged file holds text that is none; the driver stumbles over it in its own message
        raise UnreadableFile("logbook.damaged") from error


def of_driver(error: Any) -> LogrollError | None:
    """Return the sentence for what the driver says, None where it is a mistake of the program."""
    # SQLite's primary result codes, https://www.sqlite.org/rescode.html
    code = getattr(error, "sqlite_errorcode", None)
    match None if code is None else code & 0xFF:
        case 5 | 6:  # BUSY, LOCKED
            return InUse("logbook.busy")
        case 8:  # READONLY
            return ReadOnly("logbook.read_only")
        case 10 | 14:  # IOERR, CANTOPEN
            return StorageTrouble("disk.failing", reason=str(error))
        case 11 | 26:  # CORRUPT, NOTADB
            return UnreadableFile("logbook.damaged")
        case 13:  # FULL
            return StorageTrouble("disk.full")
        case 18:  # TOOBIG
            return NotAllowed("record.too_long")
        case 19 if "FOREIGN KEY" in str(error):  # CONSTRAINT
            return NotAllowed("record.belongs_to_nothing")
    if str(error).startswith(_NOT_AS_MADE):
        return UnreadableFile("logbook.damaged")
    return None
