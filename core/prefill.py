"""core: prefill, the issues that an earlier negotiation or a template lends to one that lacks them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from core.currency import head_of_unit
from core.issue import RUNGS, Issue, ScaleKind
from core.negotiation import Negotiation
from core.outcome import deal_of
from core.templates import Template
from core.term import Value
from core.value import kind_of

_DESCRIBING = ("name", "alias", "kind", "unit", "step", "is_volume")
_FIGURES = ("best", "worst", "ideal", "points", *RUNGS, "limit", "baseline")
_MATTER = ("weighting", "annual_rate", "days_per_month")


@dataclass(frozen=True, slots=True)
class Prefill:
    """What is lent: fields of each issue to add, in their order, and fields of the negotiation itself."""

    issues: tuple[dict[str, Any], ...] = ()
    matter: dict[str, Any] = field(default_factory=dict)


def from_earlier(negotiation: Negotiation, earlier: Negotiation) -> Prefill:
    """Return what an earlier negotiation lends: scales, weights, ladder, limits; the baseline is what was agreed then.

    Only issues that are missing by name are lent, so nothing that stands is touched. Into an empty grid the way of
    weighing comes along; beside other issues weights that were given in another way stay empty. Days stay empty,
    since they are past, and so do prices in another currency. What was agreed as a range, or does not fit the issue,
    leaves its baseline.
    """
    missing = _missing(negotiation, earlier.issues)
    is_empty = not negotiation.issues
    deal = deal_of(earlier)
    found = []
    for issue in missing:
        fields = _described(negotiation, issue)
        if issue.kind is not ScaleKind.DATE and not _is_foreign(negotiation, earlier, issue):
            fields |= {
                name: getattr(issue, name) for name in (*_FIGURES, "options", "reference_quantity", "price_basis")
            }
            term = deal.get(issue.id)
            if term is not None and term.upto is None and _fits(issue, term.value):
                fields["baseline"] = term.value
        elif issue.kind is ScaleKind.NUMERIC:
            fields["unit"] = ""
        if is_empty or negotiation.weighting is earlier.weighting:
            fields["weight"] = issue.weight
            if negotiation.currency == earlier.currency:
                fields["money_worth"] = issue.money_worth
        found.append(_without_gaps(fields))
    matter = {}
    if is_empty and found:
        matter = {name: getattr(earlier, name) for name in _MATTER if getattr(earlier, name) is not None}
        if negotiation.annual_rate is not None:
            matter.pop("annual_rate", None)
    return Prefill(tuple(found), matter)


def from_template(negotiation: Negotiation, template: Template) -> Prefill:
    """Return the issues of a template that are missing by name."""
    missing = _missing(negotiation, template.issues)
    return Prefill(tuple(_without_gaps(_described(negotiation, issue)) for issue in missing))


def _missing(negotiation: Negotiation, issues: Iterable[Issue]) -> list[Issue]:
    known = {issue.name.strip().casefold() for issue in negotiation.issues}
    found = []
    for issue in issues:
        name = issue.name.strip().casefold()
        if name not in known:
            known.add(name)
            found.append(issue)
    return found


def _described(negotiation: Negotiation, issue: Issue) -> dict[str, Any]:
    """Return what says what an issue is; a key that another issue has, or is called by, stays empty."""
    fields = {name: getattr(issue, name) for name in _DESCRIBING}
    taken = {word.casefold() for each in negotiation.issues for word in (each.alias, each.name) if word}
    if issue.alias.casefold() in taken:
        fields["alias"] = ""
    return fields


def _is_foreign(negotiation: Negotiation, earlier: Negotiation, issue: Issue) -> bool:
    if negotiation.currency == earlier.currency:
        return False
    return issue.is_unit_price or head_of_unit(issue.unit) == earlier.currency


def _fits(issue: Issue, value: Value) -> bool:
    if kind_of(value) is not issue.kind:
        return False
    return not isinstance(value, str) or any(option.label == value for option in issue.options)


def _without_gaps(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in (None, "", ())}
