"""core: the name, how a supplier, a person or a negotiation is found by what it is called."""

from __future__ import annotations

from typing import NamedTuple


class Name(NamedTuple):
    """A record by its name; `kind` is that of its record. A tuple, since there are tens of thousands.

    `of` is the supplier's name, empty for a supplier; `word` is a negotiation's status or a person's role.
    """

    kind: str
    id: int
    text: str
    of: str = ""
    word: str = ""
