"""ui: what is known of a supplier from before - last time, promises, a learning, notes. Makes no widget."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from core.debrief import Learning
from core.negotiation import Negotiation
from core.note import Note, Topic
from core.prefill import Prefill, from_earlier, together
from core.prefill_sides import from_notes, sides_from_earlier
from core.recall import Promise, promises
from core.tactics import Tactic, by_number, tactics
from core.words import Words

if TYPE_CHECKING:
    from db.logbook import Logbook

_LENDING = (Topic.INTEREST, Topic.HOPE, Topic.CONCERN)
_MOST_NOTES = 8  # of each topic, the newest


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What the last closed negotiation with a supplier, its open promises and the dossier leave to the next one."""

    earlier: Negotiation | None = None
    learning: Learning | None = None
    promises: tuple[Promise, ...] = ()
    notes: tuple[Note, ...] = ()
    tactics: Mapping[int, Tactic] = field(default_factory=dict)

    @property
    def on(self) -> date | None:
        """Return the day on which the last negotiation was closed, None where there was none."""
        debrief = None if self.earlier is None else self.earlier.debrief
        return None if debrief is None else debrief.closed_at.date()

    @property
    def is_anything(self) -> bool:
        """Tell whether there is anything to be reminded of."""
        return self.earlier is not None or self.learning is not None or bool(self.promises)

    def issues_for(self, negotiation: Negotiation) -> Prefill:
        """Return the issues that the last negotiation can lend."""
        return Prefill() if self.earlier is None else from_earlier(negotiation, self.earlier)

    def sides_for(self, negotiation: Negotiation) -> Prefill:
        """Return what is known of both sides, from the last negotiation and from the dossier."""
        lent = Prefill() if self.earlier is None else sides_from_earlier(negotiation, self.earlier, self.tactics)
        return together(lent, from_notes(negotiation, self.notes))

    def everything_for(self, negotiation: Negotiation) -> Prefill:
        """Return all that a negotiation lacks and that is known from before."""
        return together(self.issues_for(negotiation), self.sides_for(negotiation))


def read_before(logbook: Logbook, supplier_id: int, say: Words, today: date, before: int = 0) -> Before:
    """Read what is known of a supplier, of a closed negotiation `before` what was known until then.

    Nothing of that negotiation itself. Raises NotFound where one is gone meanwhile.
    """
    last = logbook.debriefs.last_of(supplier_id, before=before)
    listed = logbook.notes.listed(supplier_id=supplier_id)
    wanted = [each for topic in _LENDING for each in listed.get(topic, ())[:_MOST_NOTES]]
    return Before(
        earlier=None if last is None else logbook.negotiations.load(last),
        learning=logbook.debriefs.last_learning(supplier_id, before=before),
        promises=promises(logbook.commitments.open_with(supplier_id, before=before), today),
        notes=logbook.notes.some(wanted),
        tactics=by_number(tactics(say.language, logbook.tactics.all())),
    )
