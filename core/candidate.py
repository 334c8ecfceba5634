"""core: the candidate, one package among several that are compared, or put on the table, at the same time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from string import ascii_uppercase

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


def free_labels(taken: Iterable[str]) -> Iterator[str]:
    """Yield A to Z, then A2 to Z2 and on, without the labels that are taken."""
    known = {label.casefold() for label in taken}
    for number in count(1):
        for letter in ascii_uppercase:
            label = letter if number == 1 else f"{letter}{number}"
            if label.casefold() not in known:
                yield label
