"""core: the errors that a user can understand; each carries the message that tells what to do."""

from __future__ import annotations

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
