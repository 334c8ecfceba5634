"""core: what the journal tells - what a record said before, and what was deleted and can be had back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from core.message import Message


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a record, as it was and as it became; None where the record was not there, or held nothing."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """What one entry of the journal did to one record. `is_replay` marks an undo or a redo."""

    entry: int
    at: datetime
    label: Message
    was_added: bool
    was_deleted: bool
    is_replay: bool
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trashed:
    """A deletion that can be taken back: `kind` and `id` of what was deleted, `parts` records went with it."""

    entry: int
    at: datetime
    label: Message
    kind: str
    id: int
    parts: int
