"""db: how a preparation begins, and how it is filled with what an earlier one, a template or the notes lend."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from core.changes import Changes
from core.folding import key_of
from core.message import message
from core.prefill import Fields, Prefill, marks
from core.term import Term
from db.rules import short
from db.schema import (
    Alternative,
    Answer,
    CommonGoal,
    Estimate,
    Issue,
    Need,
    Negotiation,
    PlanPoint,
    Position,
    Role,
    Row,
    Supplier,
)
from db.stores.base import Store, next_place, put_terms
from db.stores.issues import add_issue
from db.work import Write

NOTHING = Prefill()


class Preparations(Store):
    """What several kinds of records are put into at once, in one step back."""

    def begin(
        self, supplier: int | str, *, typed: Prefill = NOTHING, lent: Prefill = NOTHING, **fields: Any
    ) -> Changes:
        """Open a negotiation with a supplier, given by id or, if it is a new one, by name; `made` is the negotiation.

        It begins with what was `typed`, and with what is `lent`, which is marked until the user touches it.
        """
        with self._work.writing(message("journal.negotiation_added", name=short(fields.get("title", "")))) as write:
            if isinstance(supplier, str):
                supplier = write.add(Supplier, name=supplier, created_at=write.now).id
            given = {"title": "", "created_at": write.now, "supplier_id": supplier} | fields
            row = write.add(Negotiation, **given)
            _put(write, row, typed, marked=False)
            _put(write, row, lent, marked=True)
            write.made = row.id
        return write.changes

    def lend(self, negotiation_id: int, lent: Prefill) -> Changes:
        """Put what is lent into a negotiation, marked until the user touches it; `made` is the first issue, if any.

        Where no record is lent nothing changes, the negotiation's own fields neither.
        """
        with self._work.writing(message("journal.preparation_lent", count=lent.count)) as write:
            row = write.get(Negotiation, negotiation_id)
            if lent.count:
                made = _put(write, row, lent, marked=True)
                write.made = next(iter(made), 0)
            if lent.count == len(lent.issues):
                write.label = message("journal.issues_lent", count=lent.count)
        return write.changes


def _put(write: Write, matter: Negotiation, found: Prefill, *, marked: bool) -> list[int]:
    """Add what a prefill holds; return the ids of the issues."""
    # the name of an issue says what it is: no guess that somebody has to confirm
    made = [add_issue(write, matter.id, _shown(each, "name", marked=marked)).id for each in found.issues]
    if found.matter:
        write.change(matter, **found.matter)
    issues = {key_of(row.name): row.id for row in reversed(write.rows(Issue, negotiation_id=matter.id))}
    goals = _put_goals(write, matter.id, found.goals, marked=marked)
    for fields in found.needs:
        own = _shown(fields, marked=marked)
        goal_id = goals.get(key_of(own.pop("goal", "")))
        _add(write, Need, matter.id, {**own, "goal_id": goal_id})
    for fields in _on_issues(found.positions, issues):
        _add(write, Position, matter.id, _shown(fields, marked=marked))
    for fields in found.answers:
        write.add(Answer, negotiation_id=matter.id, **_shown(fields, marked=marked))
    for fields in _on_issues(found.estimates, issues):
        write.add(Estimate, negotiation_id=matter.id, **_shown(fields, marked=marked))
    for fields in found.points:
        _add(write, PlanPoint, matter.id, _shown(fields, marked=marked))
    for fields in found.alternatives:
        own = _shown(fields, marked=marked)
        stated = _on_issues(own.pop("terms", ()), issues)
        row = _add(write, Alternative, matter.id, own)
        terms = tuple(Term(**each) for each in stated)
        put_terms(write, matter.id, {"alternative_id": row.id}, Role.TERM, terms, replacing=False)
    return made


def _put_goals(write: Write, negotiation_id: int, found: Iterable[Fields], *, marked: bool) -> dict[str, int]:
    for fields in found:
        _add(write, CommonGoal, negotiation_id, _shown(fields, marked=marked))
    return {key_of(row.text): row.id for row in write.rows(CommonGoal, negotiation_id=negotiation_id)}


def _add(write: Write, kind: type[Row], negotiation_id: int, fields: Mapping[str, Any]) -> Row:
    place = next_place(write, kind, negotiation_id)
    return write.add(kind, **{"place": place} | dict(fields) | {"negotiation_id": negotiation_id})


def _shown(fields: Fields, *certain: str, marked: bool) -> dict[str, Any]:
    return dict(fields) | ({"prefilled": marks(fields, *certain)} if marked else {})


def _on_issues(found: Iterable[Fields], issues: Mapping[str, int]) -> Iterable[Fields]:
    """Name issues by their ids; what belongs to an issue that is not here is left out."""
    for fields in found:
        name = fields["issue"]
        if not name or name in issues:
            yield {key: value for key, value in fields.items() if key != "issue"} | {"issue_id": issues.get(name)}
