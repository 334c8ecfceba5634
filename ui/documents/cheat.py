"""ui: makes the cheat card and its key as two files side by side; a new pair draws new codes. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from core.cheat import cheat_card
from core.files import keep_logbook
from core.negotiation import Negotiation
from core.recall import sittings
from core.words import Words


def key_beside(target: Path) -> Path:
    """Return where the key of a card lies: beside it, with a name of its own."""
    return target.with_name(f"{target.stem}-key{target.suffix}")


def make_cheat(
    negotiation: Negotiation,
    seed: int,
    target: Path,
    say: Words,
    now: datetime,
    copy_for: str = "",
    *,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Write card and key; raises as `ui.documents.report.make` does. The card is of the next meeting's day."""
    # loading ReportLab takes a tenth of a second, so nothing loads it before a document is wanted
    from core.reports.cheat import cheat_pages  # noqa: PLC0415
    from core.reports.document import Edition, State  # noqa: PLC0415
    from core.reports.pdf import Paper, write_pdf  # noqa: PLC0415

    following = sittings(negotiation.meetings, now).next
    day = now.date() if following is None or following.planned_at is None else following.planned_at.date()
    edition = Edition(made_at=now, state=State.FINAL, copy_for=copy_for.strip())
    pages = cheat_pages(cheat_card(negotiation, seed), negotiation.id, day, say=say, edition=edition)
    for path, document in zip((target, key_beside(target)), pages, strict=True):
        keep_logbook(path)
        write_pdf(path, document, say, Paper.CARD, None, cancelled)
