"""core: what a deal saved, as the documents ask for it; three kinds of value that are never added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core import outcome
from core.outcome import Saving, total

if TYPE_CHECKING:
    from core.reports.case import Case

__all__ = ["Saving", "avoided_costs", "hard_savings", "total"]


def hard_savings(case: Case) -> tuple[Saving, ...]:
    """Return each agreed unit price against its baseline: what lowers the budget."""
    return outcome.hard_savings(case.negotiation, case.deal)


def avoided_costs(case: Case) -> tuple[Saving, ...]:
    """Return each baseline against what they first asked, where that was worse: it does not lower the budget."""
    return outcome.avoided_costs(case.negotiation, case.deal)
