"""core: the candidate, one package among several that are compared, or put on the table, at the same time."""

from __future__ import annotations

from dataclasses import dataclass

from core.side import Side
from core.term import Package


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A package with a label ("A") by which the meeting line calls it.

    `by` is who thought of it, None where both sides did. `is_shared` marks one that lies on the table: only such a
    one may face them.
    """

    id: int = 0
    negotiation_id: int
    place: int = 0
    label: str
    name: str = ""
    terms: Package = ()
    by: Side | None = Side.US
    is_shared: bool = False
    note: str = ""
