"""core: the case, both parties on the same issues with every value scored in exact integers, ready to be searched."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property
from math import lcm, prod

from core.analysis.grid import IssueGrid, grid_of
from core.analysis.grounds import Grounds
from core.analysis.party import Party, our_party, their_party, valued_issues
from core.issue import Issue
from core.message import Message
from core.negotiation import Negotiation
from core.term import Term, Value
from core.value import Scale, passes_limit, scale_of

ZERO = Fraction(0)

# Chooses the values of an issue that packages are made of.
Gridding = Callable[[Issue, Scale], IssueGrid]


@dataclass(frozen=True, slots=True)
class Column:
    """One issue of a case: its values as terms, and what each adds for either side, as whole numbers.

    `ours` and `theirs` count in 1 / `Case.our_scale` and 1 / `Case.their_scale` of the side's whole scale.
    """

    issue: Issue
    terms: tuple[Term, ...]
    ours: tuple[int, ...]
    theirs: tuple[int, ...]

    def at(self, value: Value) -> int | None:
        """Return the place of a value among the terms, None where the grid does not hold it."""
        return next((place for place, term in enumerate(self.terms) if term.value == value), None)


@dataclass(frozen=True)
class Case:
    """A negotiation as two additive parties over the values of its grid (Raiffa 1982).

    Each score is a whole number over a common denominator of everything entered, so that sums and comparisons are
    exact whatever the decimals. `notes` say where the grid is coarser than an issue's own step.
    """

    negotiation: Negotiation
    ours: Party
    theirs: Party
    columns: tuple[Column, ...]
    our_scale: int
    their_scale: int
    notes: tuple[Message, ...] = ()

    @cached_property
    def packages(self) -> int:
        """Return how many packages the grid makes."""
        return prod(len(column.terms) for column in self.columns)

    @property
    def disagreement(self) -> tuple[Fraction, Fraction]:
        """Return the disagreement point: both reservation values, 0 where there is none."""
        return self.ours.disagreement, self.theirs.disagreement

    @property
    def grounds(self) -> Grounds:
        """Return what everything computed on this case rests on."""
        return self.theirs.grounds

    @cached_property
    def column_by_id(self) -> dict[int, Column]:
        """Return the columns by issue."""
        return {column.issue.id: column for column in self.columns}

    def values(self, package: Iterable[Term] | Mapping[int, Value]) -> tuple[Fraction, Fraction] | None:
        """Return what a package is worth to us and likely to them; None where it leaves an issue open."""
        taken = package if isinstance(package, Mapping) else tuple(package)
        ours, theirs = self.ours.value(taken), self.theirs.value(taken)
        return None if ours is None or theirs is None else (ours, theirs)

    def past_limit(self, package: Iterable[Term]) -> tuple[int, ...]:
        """Return the issues on which a package passes our hard limit."""
        return tuple(term.issue_id for term in package if self.is_past_limit(term))

    def is_past_limit(self, term: Term) -> bool:
        """Tell whether a term passes our limit on its issue."""
        return passes_limit(self.negotiation.issue_by_id[term.issue_id], term)

    def within_limits(self) -> Case | None:
        """Return the case of the packages that keep all our limits, None where an issue has no such value."""
        kept = []
        for column in self.columns:
            places = [place for place, term in enumerate(column.terms) if not self.is_past_limit(term)]
            if not places:
                return None
            kept.append(_subset(column, places))
        return Case(self.negotiation, self.ours, self.theirs, tuple(kept), self.our_scale, self.their_scale, self.notes)


def case_of(negotiation: Negotiation, on: date, gridding: Gridding = grid_of) -> Case | Message:
    """Return the case as it stands on a day, or what has to be entered or estimated first.

    An issue without a scale of ours is left out; it blocks the case only where it counts for us. `gridding` chooses
    the values of each issue, by default all of its own step.
    """
    ours = our_party(negotiation, on)
    if isinstance(ours, Message):
        return ours
    theirs = their_party(negotiation)
    return theirs if isinstance(theirs, Message) else case_between(negotiation, ours, theirs, gridding)


def case_between(negotiation: Negotiation, ours: Party, theirs: Party, gridding: Gridding = grid_of) -> Case:
    """Return the case of two parties over the issues of a negotiation, scored in integers."""
    grids = []
    notes = []
    for issue in valued_issues(negotiation):
        scale = scale_of(issue)
        if not isinstance(scale, Message):
            grid = gridding(issue, scale)
            if grid.note is not None:
                notes.append(grid.note)
            grids.append((issue, tuple(Term(issue_id=issue.id, value=value) for value in grid.values)))
    our_parts = [_parts(ours, terms) for _, terms in grids]
    their_parts = [_parts(theirs, terms) for _, terms in grids]
    our_scale, their_scale = _denominator(our_parts), _denominator(their_parts)
    columns = tuple(
        Column(issue, terms, _scored(mine, our_scale), _scored(others, their_scale))
        for (issue, terms), mine, others in zip(grids, our_parts, their_parts, strict=True)
    )
    return Case(negotiation, ours, theirs, columns, our_scale, their_scale, tuple(notes))


def _parts(party: Party, terms: Sequence[Term]) -> list[Fraction]:
    return [party.part(term.issue_id, term.value) or ZERO for term in terms]


def _denominator(parts: Iterable[Iterable[Fraction]]) -> int:
    return lcm(*{part.denominator for column in parts for part in column}) if parts else 1


def _scored(parts: Iterable[Fraction], scale: int) -> tuple[int, ...]:
    return tuple(part.numerator * (scale // part.denominator) for part in parts)


def _subset(column: Column, places: Sequence[int]) -> Column:
    return Column(
        column.issue,
        tuple(column.terms[place] for place in places),
        tuple(column.ours[place] for place in places),
        tuple(column.theirs[place] for place in places),
    )
