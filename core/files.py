"""core: how a file is written - wholly or not at all: temporary file, fsync, replace."""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING

from core.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterator

TEMPORARY_PREFIX = ".logroll-"
TEMPORARY_SUFFIX = ".tmp"

LOGBOOK_ENDING = ".logroll"
_LOGBOOK_HEAD = b"SQLite format 3\0"

_BINARY = getattr(os, "O_BINARY", 0)
_NEW = os.O_CREAT | os.O_EXCL | os.O_RDWR | _BINARY


@contextmanager
def replacing(path: str | os.PathLike[str]) -> Iterator[IO[bytes]]:
    """Yield a stream whose content takes the place of `path` when the block ends without an exception.

    Until then nobody sees it; after an exception (also `KeyboardInterrupt`) the old file, or its absence, is as it was.
    A symbolic link stays a link: the file that it points to is replaced. The permissions of a file that is replaced are
    kept; a new one gets those of the process. Raises `OSError` as the system says it.
    """
    target = Path(os.path.realpath(path))
    temporary = target.with_name(f"{TEMPORARY_PREFIX}{os.urandom(8).hex()}{TEMPORARY_SUFFIX}")
    descriptor = os.open(temporary, _NEW, 0o666)
    try:
        with os.fdopen(descriptor, "w+b") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        _keep_permissions(target, temporary)
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(target.parent)


def keep_logbook(path: str | os.PathLike[str]) -> None:
    """Raise BadInput where a document or an export would take the place of a logbook, or of a file beside one."""
    target = Path(path)
    if LOGBOOK_ENDING in target.suffix.casefold() or _begins_as_logbook(target):
        raise BadInput("file.is_logbook", path=str(target))


def write_bytes(path: str | os.PathLike[str], data: bytes) -> None:
    """Write `data` to `path`, wholly or not at all; raise `OSError` as the system says it."""
    with replacing(path) as stream:
        stream.write(data)


def write_text(path: str | os.PathLike[str], text: str) -> None:
    """Write `text` to `path` as UTF-8 with the line ends it has, wholly or not at all; raise `OSError`."""
    write_bytes(path, text.encode("utf-8"))


def _begins_as_logbook(target: Path) -> bool:
    if not target.is_file():
        return False
    try:
        with target.open("rb") as stream:
            return stream.read(len(_LOGBOOK_HEAD)) == _LOGBOOK_HEAD
    except OSError:
        return False


def _keep_permissions(target: Path, temporary: Path) -> None:
    # some file systems (exFAT, network shares) have no permissions to keep
    with suppress(OSError):
        temporary.chmod(stat.S_IMODE(target.stat().st_mode))


def _sync_folder(folder: Path) -> None:
    """Make the new name itself durable where the system lets a folder be opened (Windows does not)."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
