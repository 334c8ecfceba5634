"""ui: gathers what a report is made of and has it made, for the window and the command line alike; no Qt."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from core.counterpart import Counterpart
from core.files import keep_logbook
from core.negotiation import Negotiation
from core.note import Note
from core.supplier import Supplier
from core.tactic import OwnTactic
from core.words import Words

if TYPE_CHECKING:
    from db.logbook import Logbook

PREP = "prep"
DEBRIEF = "debrief"
CHEAT = "agenda"  # in the file's name too: nobody looks twice at an agenda
PAPERS = ("A4", "Letter")
_HISTORY = 5  # earlier negotiations with the supplier that a prep looks back on
_LONGEST = 60  # characters of a title in a file name


@dataclass(frozen=True, slots=True)
class Material:
    """Everything that a report of a negotiation may need, as immutable records, fit for another thread."""

    negotiation: Negotiation
    supplier: Supplier
    people: tuple[Counterpart, ...]
    notes: tuple[Note, ...]
    history: tuple[Negotiation, ...] = field(default=())
    own_tactics: tuple[OwnTactic, ...] = field(default=())

    def file_name(self, kind: str) -> str:
        """Return a name for the file: kind and title, with nothing that a file system could mind."""
        plain = re.sub(r"[^\w-]+", "-", self.negotiation.title, flags=re.UNICODE).strip("-")[:_LONGEST].strip("-")
        return f"{kind}-{plain or self.negotiation.id}.pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the user chose: paper, whether it is final, for whom the copy is, and notes on persons, on demand."""

    paper: str = PAPERS[0]
    final: bool = False
    copy_for: str = ""
    notes_on_persons: bool = False


def gather(logbook: Logbook, negotiation_id: int) -> Material:
    """Read what the reports of a negotiation are made of; raises NotFound."""
    negotiation = logbook.negotiations.load(negotiation_id)
    supplier_id = negotiation.supplier_id
    earlier = [
        row.id
        for row in logbook.negotiations.rows(supplier_id=supplier_id)
        if row.id != negotiation_id and not row.status.is_open
    ]
    closed = [logbook.negotiations.load(each) for each in earlier]
    closed.sort(key=lambda each: each.debrief.closed_at.timestamp() if each.debrief else 0.0, reverse=True)
    return Material(
        negotiation=negotiation,
        supplier=logbook.suppliers.load(supplier_id),
        people=tuple(logbook.counterparts.load(row.id) for row in logbook.counterparts.rows(supplier_id=supplier_id)),
        notes=logbook.notes.of_supplier(supplier_id),
        history=tuple(closed[:_HISTORY]),
        own_tactics=logbook.tactics.all(),
    )


def make(
    material: Material,
    kind: str,
    target: Path,
    say: Words,
    now: datetime,
    options: Options | None = None,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Write the prep or the debrief as PDF to `target`, wholly or not at all.

    `progress(done, total)` is told after each piece; Cancelled is raised once `cancelled()` says yes; OSError where
    the file cannot be written, BadInput where a logbook lies there.
    """
    # loading ReportLab takes a tenth of a second, so nothing loads it before a report is wanted
    from core.reports.document import Edition, State  # noqa: PLC0415
    from core.reports.pdf import Paper, write_pdf  # noqa: PLC0415

    keep_logbook(target)
    chosen = options or Options()
    edition = Edition(made_at=now, state=State.FINAL if chosen.final else State.DRAFT, copy_for=chosen.copy_for.strip())
    notes = tuple(note for note in material.notes if note.counterpart_id is None or chosen.notes_on_persons)
    if kind == PREP:
        from core.reports.prep import prep  # noqa: PLC0415

        document = prep(
            material.negotiation,
            material.supplier,
            material.people,
            notes,
            say=say,
            edition=edition,
            history=material.history,
            own_tactics=material.own_tactics,
        )
    else:
        from core.reports.debrief import debrief  # noqa: PLC0415

        document = debrief(material.negotiation, material.supplier, material.people, say=say, edition=edition)
    write_pdf(target, document, say, Paper(chosen.paper), progress, cancelled)
