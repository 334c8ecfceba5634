"""core: prefill, what an earlier negotiation, a template or the notes lend to a preparation that lacks it.

Whatever is lent only fills what is empty, so nothing that stands is touched, and it is marked until the user touches
it. Issues are dealt with here, both sides and the plan in `core.prefill_sides`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from dataclasses import fields as dataclass_fields
from typing import Any, TypeAlias

from core.currency import head_of_unit
from core.folding import key_of
from core.issue import RUNGS, Issue, ScaleKind
from core.negotiation import Negotiation
from core.templates import Template
from core.term import Value
from core.value import kind_of

_DESCRIBING = ("name", "alias", "kind", "unit", "step", "is_volume")
_FIGURES = ("best", "worst", "ideal", "points", *RUNGS, "limit", "baseline")
_MATTER = ("weighting", "annual_rate", "days_per_month")


Fields: TypeAlias = dict[str, Any]

# What says what an issue is, or which part a text belongs to, is no guess that somebody has to confirm.
_CERTAIN = frozenset(
    {"kind", "is_volume", "side", "question", "issue", "issue_id", "subject", "option", "goal", "form", "no_deal"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prefill:
    """What is lent: fields of each record to add, in their order, and fields of the negotiation itself.

    A record that belongs to an issue names it by `issue` (empty for the whole matter); a need names its common goal
    by the goal's text as `goal`. The terms of an alternative are given as `terms`, by the name of the issue.
    """

    issues: tuple[Fields, ...] = ()
    matter: Fields = field(default_factory=dict)
    answers: tuple[Fields, ...] = ()
    positions: tuple[Fields, ...] = ()
    goals: tuple[Fields, ...] = ()
    needs: tuple[Fields, ...] = ()
    alternatives: tuple[Fields, ...] = ()
    estimates: tuple[Fields, ...] = ()
    points: tuple[Fields, ...] = ()

    @property
    def count(self) -> int:
        """Return how many records are lent."""
        return sum(len(part) for part in self.lists)

    @property
    def lists(self) -> tuple[tuple[Fields, ...], ...]:
        """Return what is lent, one list for each kind of record."""
        return (
            self.issues,
            self.answers,
            self.positions,
            self.goals,
            self.needs,
            self.alternatives,
            self.estimates,
            self.points,
        )


def marks(fields: Fields, *certain: str) -> tuple[str, ...]:
    """Return which fields of a lent record are to be marked until the user touches them; `certain` are not."""
    return tuple(sorted(set(fields) - _CERTAIN - set(certain)))


def together(*found: Prefill) -> Prefill:
    """Return several prefills as one, the first of several issues, goals or needs of one name going before."""
    matter: Fields = {}
    for each in reversed(found):
        matter |= each.matter
    names = [item.name for item in dataclass_fields(Prefill) if item.name != "matter"]
    lists = {name: _distinct([one for each in found for one in getattr(each, name)]) for name in names}
    return Prefill(matter=matter, **lists)


def from_earlier(negotiation: Negotiation, earlier: Negotiation) -> Prefill:
    """Return what an earlier negotiation lends: scales, weights, ladder, limits; the baseline is what was agreed then.

    Only issues that are missing by name are lent, so nothing that stands is touched. Into an empty grid the way of
    weighing comes along; beside other issues weights that were given in another way stay empty. Days stay empty,
    since they are past, and so do prices in another currency. What was agreed as a range, or does not fit the issue,
    leaves its baseline.
    """
    # here and not above: the logbook keeps what is lent, and its first rows would wait for the rules of an outcome
    from core.outcome import deal_of  # noqa: PLC0415

    missing = _missing(negotiation, earlier.issues)
    is_empty = not negotiation.issues
    deal = deal_of(earlier)
    found = []
    for issue in missing:
        fields = _described(negotiation, issue)
        if issue.kind is not ScaleKind.DATE and not is_foreign(negotiation, earlier, issue):
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
    return Prefill(issues=tuple(found), matter=matter)


def from_template(negotiation: Negotiation, template: Template) -> Prefill:
    """Return the issues of a template that are missing by name."""
    missing = _missing(negotiation, template.issues)
    found = [
        _without_gaps({**_described(negotiation, issue), "options": issue.options, "weight": issue.weight})
        for issue in missing
    ]
    return Prefill(issues=tuple(found))


def _distinct(found: Iterable[Fields]) -> tuple[Fields, ...]:
    """Leave out what has the name, or the text, of something before it on the same side."""
    kept: dict[object, Fields] = {}
    for at, each in enumerate(found):
        name = each.get("name") or each.get("text")
        key: object = at if name is None else (each.get("side"), each.get("question"), key_of(str(name)))
        kept.setdefault(key, each)
    return tuple(kept.values())


def _missing(negotiation: Negotiation, issues: Iterable[Issue]) -> list[Issue]:
    known = {key_of(issue.name) for issue in negotiation.issues}
    found = []
    for issue in issues:
        name = key_of(issue.name)
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


def is_foreign(negotiation: Negotiation, earlier: Negotiation, issue: Issue) -> bool:
    """Tell whether the figures of an issue say nothing here, since they are prices in another currency."""
    if negotiation.currency == earlier.currency:
        return False
    return issue.is_unit_price or head_of_unit(issue.unit) == earlier.currency


def _fits(issue: Issue, value: Value) -> bool:
    if kind_of(value) is not issue.kind:
        return False
    return not isinstance(value, str) or any(option.label == value for option in issue.options)


def _without_gaps(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in (None, "", ())}
