"""core: the hit, a record that a search found, with the place where the words stand."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A record found. `title` may be empty where the record has no name; `excerpt` shows the words found."""

    kind: str
    id: int
    title: str
    excerpt: str
    supplier_id: int | None = None
    supplier_name: str = ""
    negotiation_id: int | None = None
    negotiation_title: str = ""
