"""core: asks, what to ask of them - in return for what we are about to give, or next, where it costs them little."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import permutations

from core.estimate import Subject
from core.issue import Issue
from core.message import Message
from core.steps import best_value, good_end, least_value, share_of_range
from core.term import Term, Value
from core.their_side import their_change
from core.value import Scale, Valuation, compare

_Change = tuple[Term, Term]


@dataclass(frozen=True, slots=True)
class Ask:
    """Changes in our favour, each from what stands to what is asked; what they gain us and likely cost them.

    `gain` and `cost` are shares of 1. `cost` is None where it is not estimated how much an issue counts to them; it is
    below 0 where they would even like the change. `effort` is then what is compared: the share of the ranges moved.
    `past_their_limit` tells that we believe they will not go so far.
    """

    changes: tuple[_Change, ...]
    gain: Fraction
    cost: Fraction | None
    effort: Fraction
    past_their_limit: bool


def in_return(valuation: Valuation, table: Mapping[int, Term], cost: Fraction, most: int = 3) -> tuple[Ask, ...]:
    """Return what makes good for a cost of ours: the least step on one issue, or on two where one is not enough.

    `table` holds what stands on the issues that may still be moved. What is cheapest for them comes first, as far as it
    is estimated, else what moves least of its range; what goes past their likely limit comes last. Each step is a whole
    number of the issue's steps and stays inside its range.
    """
    movable = dict(_movable(valuation, table))
    alone, best = {}, {}
    for issue_id, (issue, scale, term) in movable.items():
        value = _least(valuation, issue, scale, term, cost)
        if value is not None:
            alone[issue_id] = _to(term, value)
            continue
        value = best_value(issue, scale, term)
        if value is not None:
            best[issue_id] = _to(term, value)
    found = _ranked([_ask(valuation, (change,)) for change in alone.values()])
    if len(found) < most:
        both = (_both(valuation, movable, best, pair, cost) for pair in permutations(best, 2))
        found += _ranked([each for each in both if each is not None])
    return tuple(_distinct(found))[:most]


def next_asks(
    valuation: Valuation, table: Mapping[int, Term], wishes: Mapping[int, Value], most: int = 3
) -> tuple[Ask, ...]:
    """Return what to ask next: per issue the step from what stands to what we wish, where that gains us anything.

    What gains us most for each point that it costs them comes first, where their side is estimated, else what gains us
    most; what goes past their likely limit comes last.
    """
    found = []
    for issue_id, (issue, scale, term) in _movable(valuation, table):
        wish = wishes.get(issue_id)
        if wish is not None and compare(issue, wish, good_end(scale, term), scale) == 1:
            found.append(_ask(valuation, (_to(term, wish),)))
    found = [each for each in found if each.gain > 0]
    return tuple(sorted(found, key=_by_rate)[:most])


def _by_rate(ask: Ask) -> tuple[bool, bool, bool, Fraction, Fraction]:
    is_known, is_free = ask.cost is not None, ask.cost is not None and ask.cost <= 0
    rate = ask.gain / ask.cost if ask.cost is not None and ask.cost > 0 else Fraction(0)
    return ask.past_their_limit, not is_known, not is_free, -rate, -ask.gain


def _movable(valuation: Valuation, table: Mapping[int, Term]) -> Iterator[tuple[int, tuple[Issue, Scale, Term]]]:
    """Yield the issues that count and stand on the table, in their order."""
    if valuation.obstacle is not None:
        return
    for issue in valuation.negotiation.issues:
        scale, term = valuation.scales[issue.id], table.get(issue.id)
        if term is None or isinstance(scale, Message) or issue.id not in valuation.spans:
            continue
        if valuation.part(term) is not None:
            yield issue.id, (issue, scale, term)


def _least(valuation: Valuation, issue: Issue, scale: Scale, term: Term, gain: Fraction) -> Value | None:
    """Return the least value in our favour that adds so much."""
    part = valuation.part(term)
    if part is None:
        return None
    return least_value(issue, scale, good_end(scale, term), (part.high + gain) / valuation.shares[issue.id])


def _both(
    valuation: Valuation,
    movable: Mapping[int, tuple[Issue, Scale, Term]],
    best: Mapping[int, _Change],
    pair: tuple[int, int],
    cost: Fraction,
) -> Ask | None:
    """Return the first issue moved as far as it goes and the second so far that both make good; None if they cannot."""
    first, second = pair
    left = cost - _gain(valuation, best[first])
    value = _least(valuation, *movable[second], left)
    return None if value is None else _ask(valuation, (best[first], _to(movable[second][2], value)))


def _ask(valuation: Valuation, changes: tuple[_Change, ...]) -> Ask:
    negotiation = valuation.negotiation
    costs: list[Fraction | None] = []
    effort = Fraction(0)
    past = False
    for before, after in changes:
        issue, scale = negotiation.issue_by_id[before.issue_id], valuation.scales[before.issue_id]
        start = before.value if isinstance(scale, Message) else good_end(scale, before)
        change = their_change(negotiation, issue, start, after.value)
        costs.append(None if change is None else -change)
        effort += share_of_range(scale, start, after.value)
        past = past or _is_past_theirs(valuation, issue, after.value)
    known = [each for each in costs if each is not None]
    return Ask(
        changes=changes,
        gain=sum((_gain(valuation, change) for change in changes), Fraction(0)),
        cost=sum(known, Fraction(0)) if len(known) == len(costs) else None,
        effort=effort,
        past_their_limit=past,
    )


def _gain(valuation: Valuation, change: _Change) -> Fraction:
    before, after = valuation.part(change[0]), valuation.part(change[1])
    return Fraction(0) if before is None or after is None else after.low - before.high


def _is_past_theirs(valuation: Valuation, issue: Issue, value: Value) -> bool:
    """Tell whether a value is better for us than what they likely give at most."""
    limits = [
        each.likely
        for each in valuation.negotiation.estimates
        if each.issue_id == issue.id and each.subject is Subject.LIMIT
    ]
    scale = valuation.scales[issue.id]
    return any(compare(issue, value, limit, scale) == 1 for limit in limits)


def _ranked(found: list[Ask]) -> list[Ask]:
    """Sort by what they cost the other side, where that is known of all, else by how much of the ranges they move."""
    if all(each.cost is not None for each in found):
        return sorted(found, key=lambda each: (each.past_their_limit, each.cost or Fraction(0), each.effort))
    return sorted(found, key=lambda each: (each.past_their_limit, each.effort))


def _distinct(found: Iterable[Ask]) -> Iterator[Ask]:
    """Leave out a second ask on the same issues."""
    seen: set[frozenset[int]] = set()
    for each in found:
        issues = frozenset(before.issue_id for before, _ in each.changes)
        if issues not in seen:
            seen.add(issues)
            yield each


def _to(term: Term, value: Value) -> _Change:
    return term, Term(issue_id=term.issue_id, value=value)
