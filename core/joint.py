"""core: the joint page, the one page that may face the counterpart - a record of its own that holds only what may.

It is built by taking what was said at the table, not by leaving out what was not: a field that is not named here cannot
come onto the page (TRUST, promise 12). Names of issues are those that were spoken; no title, no plan, no value of ours.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from core.issue import Issue
from core.message import Quantity
from core.negotiation import Negotiation
from core.phrases import quantity
from core.side import Side
from core.standing import Stage, agreed, issue_states, standing
from core.term import Term


@dataclass(frozen=True, slots=True)
class JointTerm:
    """What was stated for one issue; `upto` is the other end of a range."""

    issue: str
    value: Quantity
    upto: Quantity | None = None


@dataclass(frozen=True, slots=True)
class JointOption:
    """One package on the table, by the label that both sides call it by."""

    label: str
    terms: tuple[JointTerm, ...]


@dataclass(frozen=True, slots=True)
class JointPoint:
    """An issue that is still open: what each side said last, None where it said nothing that holds."""

    issue: str
    ours: JointTerm | None
    theirs: JointTerm | None
    is_parked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class JointPage:
    """Everything that the page may show."""

    supplier: str
    our_needs: tuple[str, ...] = ()
    their_needs: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    options: tuple[JointOption, ...] = ()
    agreed: tuple[JointTerm, ...] = ()
    open: tuple[JointPoint, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was said yet that both sides may see."""
        return not (self.our_needs or self.their_needs or self.goals or self.options or self.agreed or self.open)


def joint_page(negotiation: Negotiation) -> JointPage:
    """Return the page as the talk stands: what was said as said, packages that lie on the table, agreed and open.

    A need or a goal stands there once it is marked as said at the table, an issue once somebody put a value on it,
    agreed it or parked it. A package stands there while it is marked as shared: by hand, or by the line that names it
    for as long as no such line is corrected, deleted or withdrawn.
    """
    settled = agreed(negotiation)
    ours, theirs = standing(negotiation, Side.US), standing(negotiation, Side.THEM)
    states = issue_states(negotiation)
    points = []
    for issue in negotiation.issues:
        parked = states[issue.id].stage is Stage.PARKED
        if issue.id in settled or not (parked or issue.id in ours or issue.id in theirs):
            continue
        points.append(JointPoint(issue.name, _term(issue, ours), _term(issue, theirs), parked))
    shared = [each for each in negotiation.candidates if each.is_shared]
    return JointPage(
        supplier=negotiation.supplier_name,
        our_needs=tuple(each.text for each in negotiation.needs if each.is_shared and each.side is Side.US),
        their_needs=tuple(each.text for each in negotiation.needs if each.is_shared and each.side is Side.THEM),
        goals=tuple(each.text for each in negotiation.common_goals if each.is_shared),
        options=tuple(JointOption(each.label, _terms(negotiation, each.terms)) for each in shared),
        agreed=_terms(negotiation, settled.values()),
        open=tuple(points),
    )


def _terms(negotiation: Negotiation, terms: Iterable[Term]) -> tuple[JointTerm, ...]:
    """Return terms in the order of the issues."""
    by_issue = {term.issue_id: term for term in terms}
    found = (_term(issue, by_issue) for issue in negotiation.issues)
    return tuple(term for term in found if term is not None)


def _term(issue: Issue, terms: dict[int, Term]) -> JointTerm | None:
    term = terms.get(issue.id)
    if term is None:
        return None
    return JointTerm(issue.name, quantity(issue, term.value), None if term.upto is None else quantity(issue, term.upto))
