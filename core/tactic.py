"""core: the tactic as the user keeps it - a change to one of the list, or one of the user's own."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTactic:
    """A tactic by its number; with a number of the common list it changes that one's words."""

    id: int = 0
    number: int
    name: str
    counter: str = ""
