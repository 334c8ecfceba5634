"""core: the counterpart, a person at the supplier; authority first, no field for special categories."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from core.side import Basis


class Influence(StrEnum):
    """What part a person has in the supplier's decision."""

    DECIDES = "decides"
    INFLUENCES = "influences"
    ADVISES = "advises"
    GUARDS = "guards"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterpart:
    """A person opposite; `authority` answers what this person may decide alone."""

    id: int = 0
    supplier_id: int
    name: str
    role: str = ""
    authority: str = ""
    authority_basis: Basis | None = None
    authority_on: date | None = None
    influence: Influence | None = None
    email: str = ""
    phone: str = ""
    created_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterpartRow:
    """A counterpart as a list shows it."""

    id: int
    name: str
    role: str
    supplier_id: int
    supplier_name: str
    notes: int
    authority: str = ""
    authority_basis: Basis | None = None
    influence: Influence | None = None
