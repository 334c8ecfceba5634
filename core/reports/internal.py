"""core: what the documents for the full audience share - number, reader, the frame of an edition, the approval row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.reports.audience import Audience
from core.reports.document import Document, Signer, SignOff

if TYPE_CHECKING:
    from datetime import datetime

    from core.negotiation import Negotiation
    from core.reports.case import Case
    from core.reports.document import Edition, Kind, Part


def internal(
    kind: Kind, case: Case, edition: Edition, *, title: str, subject: str, parts: tuple[Part, ...]
) -> Document:
    """Return a document for the full audience: its parts, in the frame that its edition gives it."""
    negotiation = case.negotiation
    return Document(
        kind=kind,
        audience=Audience.FULL,
        number=number(kind, negotiation, edition.made_at),
        version=edition.version,
        state=edition.state,
        made_at=edition.made_at,
        copy_for=edition.copy_for or _reader(negotiation),
        language=case.say.region.replace("_", "-"),
        title=title,
        subject=subject,
        author=negotiation.lead,
        parts=parts,
    )


def number(kind: Kind, negotiation: Negotiation, made_at: datetime) -> str:
    """Return a document's number: kind, year in which the matter began, and the negotiation's own number."""
    began = negotiation.created_at or made_at
    return f"{kind.value}-{began.year}-{negotiation.id:03d}"


def approval(case: Case) -> SignOff:
    """Return the approval row of page 1."""
    say, negotiation = case.say, case.negotiation
    choices = (say("approve"), say("with conditions"), say("reject"))
    role = negotiation.approver_role if negotiation.approver else say("Name and role")
    return SignOff(Signer(negotiation.approver, role, choices), say("Approval:"))


def _reader(negotiation: Negotiation) -> str:
    # who approves, where nobody else is named
    return ", ".join(part for part in (negotiation.approver, negotiation.approver_role) if part)
