"""ui: the places of half-typed texts that belong to no record, by which the logbook keeps them."""

from __future__ import annotations

AGENDA_PAGE = "agenda_page"
QUICK_NOTE = "quick_note"


def paper_draft(negotiation_id: int) -> str:
    """Return the place of the notes from paper of a negotiation."""
    return f"paper/{negotiation_id}"


def meeting_draft(meeting_id: int) -> str:
    """Return the place of the notes of a meeting that are being written."""
    return f"meeting/{meeting_id}"
