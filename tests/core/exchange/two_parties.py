"""tests: two-party cases written into real logbooks, as a user or an import would."""

from __future__ import annotations

from core.negotiation import Negotiation
from db.logbook import Logbook


def write(logbook: Logbook, found: Negotiation, title: str) -> int:
    """Write issues, alternatives and estimates of a negotiation into a logbook and return its id there."""
    supplier = logbook.suppliers.add(name=f"Supplier of {title}").made
    made = logbook.negotiations.add(supplier_id=supplier, title=title, weighting=found.weighting).made
    assert made is not None
    ids: dict[int | None, int | None] = {None: None}
    for issue in found.issues:
        fields = ("name", "kind", "unit", "best", "worst", "step", "options", "weight", "limit", "minimum", "fair")
        kept = {field: getattr(issue, field) for field in fields if getattr(issue, field) not in (None, "", ())}
        ids[issue.id] = logbook.issues.add(made, **kept).made
    for alternative in found.alternatives:
        logbook.alternatives.add(made, name=alternative.name, form=alternative.form, points=alternative.points)
    for each in found.estimates:
        logbook.estimates.put(
            made,
            ids[each.issue_id],
            each.subject,
            likely=each.likely,
            low=each.low,
            high=each.high,
            option=each.option,
            basis=each.basis,
        )
    return made
