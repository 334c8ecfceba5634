"""ui: the files that prove an alternative - kept inside the logbook, saved as a copy, removed. Knows no widget."""

from __future__ import annotations

import mimetypes
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from core.attachment import Attachment
from core.changes import Changes
from core.errors import BadInput, of_system
from core.files import keep_logbook, write_bytes
from core.negotiation import Negotiation
from core.words import NO_BREAK, Words

if TYPE_CHECKING:
    from db.logbook import Logbook

MOST_BYTES = 20_000_000
_KILO, _MEGA = 1_000, 1_000_000


def files_of(negotiation: Negotiation, alternative_id: int) -> tuple[Attachment, ...]:
    """Return the files of an alternative, in the order in which they were attached."""
    return tuple(each for each in negotiation.attachments if each.alternative_id == alternative_id)


def size_words(say: Words, size: int) -> str:
    """Write the size of a file: 240 bytes, 12 kB, 1.4 MB."""
    if size < _KILO:
        return say.plural("{n} byte", "{n} bytes", size)
    if size < _MEGA:
        return f"{say.number(-(-size // _KILO))}{NO_BREAK}kB"
    tenths = -(-size // (_MEGA // 10))
    return f"{say.number(tenths // 10)}{say.decimal_mark}{tenths % 10}{NO_BREAK}MB"


class AttachmentsPresenter:
    """Attach, save and remove files; reading and writing them is for a job."""

    def __init__(self, logbook: Logbook) -> None:
        """Take the logbook."""
        self._logbook = logbook

    def attach(self, alternative_id: int, paths: Sequence[Path]) -> Changes:
        """Keep files as evidence in one step; raises BadInput for one that is too large, and system trouble."""
        # all are read before the first is kept: what cannot be read leaves nothing half done
        read = [(path.name, _media_type(path), _content(path)) for path in paths]
        return self._logbook.attachments.add_many(alternative_id, read)

    def save(self, attachment: Attachment, path: Path) -> None:
        """Write a copy of a file; raises what the system says, and BadInput where a logbook would be overwritten."""
        content = self._logbook.attachments.content(attachment.id)
        keep_logbook(path)
        try:
            write_bytes(path, content)
        except OSError as error:
            raise of_system(error) from error

    def remove(self, attachment_id: int) -> Changes:
        """Take a file out of the logbook."""
        return self._logbook.attachments.delete(attachment_id)


def _media_type(path: Path) -> str:
    return mimetypes.guess_type(path.name)[0] or "application/octet-stream"


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise BadInput("attachment.too_large", name=path.name, most=MOST_BYTES // _MEGA)
        return path.read_bytes()
    except OSError as error:
        raise of_system(error) from error
