"""core: the attachment, a file kept inside the logbook as evidence of an alternative."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file's name, media type and size; the bytes are read from the logbook when they are needed."""

    id: int = 0
    negotiation_id: int
    alternative_id: int
    name: str
    media_type: str
    size: int
    sha256: str
    added_at: datetime
