"""core: the errors that a user can understand; each carries the message that tells what to do."""

from __future__ import annotations

import errno
from pathlib import Path

from core.message import Datum, Message, message


class LogrollError(Exception):
    """Known trouble: told to the user as one sentence, never as a traceback."""

    def __init__(self, code: str, **data: Datum) -> None:
        """Keep the message whose sentence says what happened and what to do."""
        super().__init__(code)
        self.message: Message = message(code, **data)


class NotFound(LogrollError):
    """The record asked for is not in the logbook."""


class NotAllowed(LogrollError):
    """The change would leave the logbook untrue: a rule of the field or of the file forbids it."""


class UnreadableFile(LogrollError):
    """The file is no logbook, is damaged, is newer than the program or cannot be opened."""


class InUse(LogrollError):
    """Another program, or another window, writes this logbook now."""


class ReadOnly(LogrollError):
    """The logbook was opened for reading only."""


class StorageTrouble(LogrollError):
    """The disk is full, failing or not writable."""


class BadInput(LogrollError):
    """What was entered, imported or given on the command line cannot be used as it stands."""


class Cancelled(LogrollError):
    """The user stopped a job; nothing of it is kept."""

    def __init__(self) -> None:
        """Take no data: a stop has none."""
        super().__init__("job.cancelled")


def of_system(error: OSError) -> LogrollError:
    """Return the sentence for what the operating system says of a file."""
    path = str(error.filename or "")
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return StorageTrouble("disk.full")
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return StorageTrouble("disk.no_permission", path=path)
        case errno.EISDIR if path:
            return StorageTrouble("disk.is_folder", path=str(error.filename2 or path))
        case errno.ENOENT | errno.ENOTDIR if path:
            return StorageTrouble("disk.no_folder", path=str(Path(path).parent))
        case errno.ENAMETOOLONG:
            return StorageTrouble("disk.name_too_long")
    return StorageTrouble("disk.failing", reason=error.strerror or type(error).__name__)
