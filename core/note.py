"""core: the note, one dated thing known about a counterpart or a supplier."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.side import Basis
from core.style import Style


class Topic(StrEnum):
    """What a note is about (DOMAIN, section 2)."""

    AUTHORITY = "authority"
    STYLE = "style"
    LIKE = "like"
    DISLIKE = "dislike"
    INTEREST = "interest"
    FAMILY = "family"
    CONCERN = "concern"
    HOPE = "hope"
    BEHAVIOUR = "behaviour"
    BUSINESS = "business"


# The order in which a file tells its notes: what a person may decide, how they deal, what they want, who they are.
READING_ORDER = (
    *(Topic.AUTHORITY, Topic.STYLE, Topic.INTEREST, Topic.HOPE, Topic.CONCERN),
    *(Topic.BEHAVIOUR, Topic.LIKE, Topic.DISLIKE, Topic.FAMILY, Topic.BUSINESS),
)


@dataclass(frozen=True, slots=True)
class NoteWord:
    """One word that notes are looked for by: it stands in text or source, or names one of these topics or bases."""

    text: str
    topics: frozenset[Topic] = frozenset()
    bases: frozenset[Basis] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One thing known, about a person (`counterpart_id`) or the company alone; `meeting_id` is where it was learnt.

    `style` is how the person dealt, in a note on style. `is_about_us` marks what they know about us.
    """

    id: int = 0
    supplier_id: int
    counterpart_id: int | None = None
    topic: Topic
    basis: Basis
    text: str
    on: date
    meeting_id: int | None = None
    source: str = ""
    style: Style | None = None
    is_about_us: bool = False
