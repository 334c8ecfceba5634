"""core: what a verb changed, so that screens refresh what they show and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field

from core.message import Message


@dataclass(frozen=True, slots=True)
class Touched:
    """One record that was added, changed or deleted; `kind` is the record's table name."""

    kind: str
    id: int


@dataclass(frozen=True, slots=True)
class Changes:
    """The outcome of one verb: its journal entry, its label, and every record it touched.

    A change to a part of a negotiation (issue, line, alternative ...) also names the negotiation itself,
    so that a screen which shows the whole can ask for it by one question. `made` is the record that the
    verb was asked to add, if it was asked to add one. `entry` is 0 when nothing had to be changed.
    `notices` tells what could not be kept as it was given.
    """

    entry: int
    label: Message
    touched: frozenset[Touched] = field(default_factory=frozenset)
    made: int = 0
    notices: tuple[Message, ...] = ()

    def concern(self, kind: str, record_id: int | None = None) -> bool:
        """Tell whether a record of this kind (with this id, where given) was touched."""
        return any(each.kind == kind and record_id in (None, each.id) for each in self.touched)
