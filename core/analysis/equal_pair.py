"""core: the equal pair, two packages worth the same to us, to be put on the table together; their choice tells why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from itertools import combinations

from core.analysis.case import Case, case_between
from core.analysis.grid import IssueGrid, grid_of
from core.analysis.grounds import Grounds
from core.analysis.meso import TOLERANCE, meso
from core.analysis.party import Party, our_party, supposed_party, valued_issues
from core.issue import Issue, ScaleKind
from core.judge import Judge, rung_value
from core.message import Message, message
from core.side import Side
from core.term import Package, Term, Value
from core.value import Scale, by_issue, compare, kind_of, passes_limit

VALUES = 13  # of one issue: a package is said aloud, and round figures are told apart
_WIDER = 3 * TOLERANCE
_TOLD = 2  # issues that a choice is said to speak of


@dataclass(frozen=True, slots=True)
class EqualPackage:
    """One of the two. `value` is what it is worth to us, a share of 1; `tells` the issues that taking it speaks of.

    `label` is that of a package that was prepared, empty for one that was worked out now; `is_shared` tells that it
    lies on the table already.
    """

    terms: Package
    value: Fraction
    tells: tuple[int, ...]
    label: str = ""
    is_shared: bool = False


@dataclass(frozen=True, slots=True)
class EqualPair:
    """Both packages and the issues in which they differ, in their order.

    `above_batna` is what the worse of both is worth above the BATNA, None without one. `supposed` are the open issues
    on which their side is not estimated (see `supposed_party`).
    """

    packages: tuple[EqualPackage, EqualPackage]
    differing: tuple[int, ...]
    above_batna: Fraction | None
    grounds: Grounds
    supposed: tuple[int, ...]


def equal_pair(
    judge: Judge, stood: Mapping[Side, Mapping[int, Term]], settled: Mapping[int, Term], on: date
) -> EqualPair | Message:
    """Return two packages of equal worth to us, to be put on the table as `stood` says it lies now, or why none are.

    They are worth what our target is: what our offer is worth where that is less, or where they offer as much already.
    What is agreed stays as agreed, every term keeps its limit, none gives more than they ask for, and no package is
    worth less than the minimum and the BATNA. Packages of ours that were prepared are taken where two of them are worth
    the same and one at least was not put on the table yet; else they are searched (see `meso`).
    """
    negotiation = judge.negotiation
    mine = our_party(negotiation, on)
    if isinstance(mine, Message):
        return mine
    open_issues = [each for each in valued_issues(negotiation) if each.id not in settled and mine.shares.get(each.id)]
    if len(open_issues) < 2:
        return message("equal.too_few_issues")
    theirs, supposed = supposed_party(negotiation)
    best = judge.batna(on)
    table = _OnTable(judge, stood, settled, judge.floor(on) or Fraction(0))
    found = _prepared(table) or _searched(table, mine, theirs)
    if found is None:
        return message("equal.none")
    one, other = found
    value = None if best is None else best.value
    return EqualPair(
        packages=(_told(theirs, one, other), _told(theirs, other, one)),
        differing=_differing(judge, one.terms, other.terms),
        above_batna=None if value is None else min(one.value, other.value) - value.high,
        grounds=theirs.grounds,
        supposed=tuple(each for each in supposed if each not in settled),
    )


@dataclass(frozen=True, slots=True)
class _OnTable:
    """What the packages have to fit to: what lies on the table, what is agreed, and the worth none may fall below."""

    judge: Judge
    stood: Mapping[Side, Mapping[int, Term]]
    settled: Mapping[int, Term]
    floor: Fraction


# those that were prepared


def _prepared(table: _OnTable) -> tuple[EqualPackage, EqualPackage] | None:
    equal = (
        (one, other)
        for one, other in combinations(_able(table), 2)
        if not (one.is_shared and other.is_shared)
        and abs(one.value - other.value) <= TOLERANCE
        and _differing(table.judge, one.terms, other.terms)
    )
    return next(equal, None)


def _able(table: _OnTable) -> Iterator[EqualPackage]:
    """Yield the prepared packages of ours that may lie on the table as they are."""
    judge, settled = table.judge, table.settled
    for each in judge.negotiation.candidates:
        terms = {**settled, **by_issue(each.terms)}
        value = judge.valuation.package(terms)
        keeps = all(terms[issue_id].value == term.value for issue_id, term in settled.items())
        if each.by is Side.THEM or not keeps or value is None or not value.is_exact:
            continue
        known = judge.negotiation.issue_by_id
        if any(_gives_more(table, term) or passes_limit(known[term.issue_id], term) for term in terms.values()):
            continue
        if value.low >= table.floor:
            yield EqualPackage(_ordered(judge, terms), value.low, (), each.label, each.is_shared)


def _gives_more(table: _OnTable, term: Term) -> bool:
    """Tell whether a term is worse for us than what they ask for."""
    asked = table.stood[Side.THEM].get(term.issue_id)
    issue = table.judge.negotiation.issue_by_id[term.issue_id]
    scale = table.judge.valuation.scales.get(term.issue_id)
    return asked is not None and compare(issue, term.value, asked.value, scale) == -1


# those that are searched


def _searched(table: _OnTable, mine: Party, theirs: Party) -> tuple[EqualPackage, EqualPackage] | None:
    case = case_between(table.judge.negotiation, mine, theirs, lambda issue, scale: _values(table, issue, scale))
    aim = _aim(table)
    for tolerance in (TOLERANCE, _WIDER):
        # none below the floor: the whole window lies above it
        target = max(aim, table.floor + tolerance)
        packages = [(each.package, each.ours) for each in meso(case, target, tolerance).packages]
        if len(packages) > 1:
            one, other = max(combinations(packages, 2), key=lambda pair: _apart(case, pair[0][0], pair[1][0]))
            return EqualPackage(*one, ()), EqualPackage(*other, ())
    return None


def _values(table: _OnTable, issue: Issue, scale: Scale) -> IssueGrid:
    """Return the values of an issue that a package may name: few and even ones, our own term and our target."""
    if issue.id in table.settled:
        return IssueGrid(issue.id, (table.settled[issue.id].value,))
    grid = list(grid_of(issue, scale, VALUES).values)
    ours, theirs = table.stood[Side.US].get(issue.id), table.stood[Side.THEM].get(issue.id)
    for named in (None if ours is None else ours.value, issue.fair, None if theirs is None else theirs.value):
        if named is not None and named not in grid and kind_of(named) is issue.kind is not ScaleKind.OPTIONS:
            grid.append(named)
    if theirs is not None:
        kept = [each for each in grid if compare(issue, each, theirs.value, scale) != -1]
        grid = kept or [theirs.value]
    return IssueGrid(issue.id, tuple(grid))


def _aim(table: _OnTable) -> Fraction:
    valuation = table.judge.valuation
    offers = {side: valuation.package(valuation.filled(terms)) for side, terms in table.stood.items() if terms}
    ours, theirs = offers.get(Side.US), offers.get(Side.THEM)
    fair = rung_value(valuation, "fair")
    known = [each.low for each in (ours, fair, rung_value(valuation, "opening")) if each is not None]
    if not known:
        return Fraction(1, 2)
    if ours is None or fair is None or (theirs is not None and theirs.low >= fair.low):
        return known[0]
    return min(ours.low, fair.low)


def _apart(case: Case, one: Package, other: Package) -> Fraction:
    """Return by how much two packages differ for both sides, counted issue by issue."""
    first, second = by_issue(one), by_issue(other)
    total = Fraction(0)
    for issue_id, term in first.items():
        for party in (case.ours, case.theirs):
            parts = party.part(issue_id, term.value), party.part(issue_id, second[issue_id].value)
            if parts[0] is not None and parts[1] is not None:
                total += abs(parts[0] - parts[1])
    return total


# what both are to each other


def _told(theirs: Party, one: EqualPackage, other: EqualPackage) -> EqualPackage:
    """Return the first package with what it tells if they take it: the issues on which it gives them more."""
    rest = by_issue(other.terms)
    gains: list[tuple[Fraction, int]] = []
    for term in one.terms:
        mine = theirs.part(term.issue_id, term.value)
        yours = theirs.part(term.issue_id, rest[term.issue_id].value) if term.issue_id in rest else None
        if mine is not None and yours is not None and mine > yours:
            gains.append((mine - yours, term.issue_id))
    most = sorted(gains, key=lambda gain: -gain[0])[:_TOLD]
    return replace(one, tells=tuple(issue_id for _, issue_id in most))


def _differing(judge: Judge, one: Package, other: Package) -> tuple[int, ...]:
    values: list[dict[int, Value]] = [{term.issue_id: term.value for term in each} for each in (one, other)]
    return tuple(issue.id for issue in judge.negotiation.issues if values[0].get(issue.id) != values[1].get(issue.id))


def _ordered(judge: Judge, terms: Mapping[int, Term]) -> Package:
    return tuple(
        Term(issue_id=issue.id, value=terms[issue.id].value) for issue in judge.negotiation.issues if issue.id in terms
    )
