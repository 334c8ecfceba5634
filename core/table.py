"""core: the table, what each side has put on it, line after line; knows lines and terms only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TypeVar

from core.line import Line, Verb
from core.side import Side
from core.term import Package, Term

_Kind = TypeVar("_Kind")


def stated_by(line: Line, at: datetime | None = None) -> Package:
    """Return everything that an offer states - terms, what it takes as given, conditions - but what was withdrawn.

    With `at`, only what had been withdrawn by then is left out.
    """
    return tuple(
        _unmarked(term) for term in (*line.terms, *line.in_return, *line.conditions) if not is_withdrawn(term, at)
    )


class Table:
    """What lies on the table, line after line: add the lines in the order they were said, ask at any moment."""

    def __init__(self, lines: Iterable[Line] = ()) -> None:
        """Begin with the lines given."""
        self._stated: dict[Side, dict[int, list[tuple[Term, date | None]]]] = {side: {} for side in Side}
        # Per issue what settled it last: an agreed term, or None for a refusal or a parking that opened it again.
        self._settled: dict[int, list[Term | None]] = {}
        self._turns: dict[int, list[Line]] = {}
        # Issues on which an offer was made since their last turn: a further one turns nothing.
        self._offered: set[int] = set()
        for line in lines:
            self.add(line)

    def grown(self, lines: Iterable[Line]) -> Table:
        """Return another table with more lines on it, in a moment however many lie on this one."""
        found = Table()
        found._stated = {side: _copied(stated) for side, stated in self._stated.items()}
        found._settled = _copied(self._settled)
        found._turns = _copied(self._turns)
        found._offered = self._offered.copy()
        for line in lines:
            found.add(line)
        return found

    def add(self, line: Line) -> None:
        """Take one more line; what is conditional does not stand until it is agreed."""
        if line.verb is Verb.OFFER:
            if line.side is not None and not line.is_conditional:
                stated = self._stated[line.side]
                for term in (*line.terms, *line.in_return):
                    stated.setdefault(term.issue_id, []).append((term, line.valid_until))
            for term in (*line.terms, *line.in_return, *line.conditions):
                if term.issue_id not in self._offered:
                    self._turns.setdefault(term.issue_id, []).append(line)
                    if term.withdrawn_at is None:
                        self._offered.add(term.issue_id)
        elif line.verb is Verb.AGREE:
            for term in line.terms:
                self._settled.setdefault(term.issue_id, []).append(term)
                self._turn(term.issue_id, line)
        elif line.verb in (Verb.REFUSE, Verb.PARK):
            for issue_id in line.issues:
                self._settled.setdefault(issue_id, []).append(None)
                self._turn(issue_id, line)
        elif line.verb is Verb.NEW_ISSUE:
            for issue_id in line.issues:
                self._turn(issue_id, line)

    def standing(self, side: Side, at: datetime) -> dict[int, Term]:
        """Return a side's standing offer at a moment."""
        day = at.date()
        found = {}
        for issue_id, stated in self._stated[side].items():
            for term, valid_until in reversed(stated):
                if (valid_until is None or day <= valid_until) and not is_withdrawn(term, at):
                    found[issue_id] = _unmarked(term)
                    break
        return {**found, **self.agreed(at)}

    def agreed(self, at: datetime) -> dict[int, Term]:
        """Return what is agreed at a moment."""
        found = {}
        for issue_id, settled in self._settled.items():
            last = next((term for term in reversed(settled) if term is None or not is_withdrawn(term, at)), None)
            if last is not None:
                found[issue_id] = _unmarked(last)
        return found

    def turns(self, issue_id: int) -> Sequence[Line]:
        """Return the lines that may have brought an issue to another stage, in their order.

        They are those that add, agree, refuse or park it, and after each the offers on it up to one that still holds.
        """
        return self._turns.get(issue_id, ())

    def _turn(self, issue_id: int, line: Line) -> None:
        self._turns.setdefault(issue_id, []).append(line)
        self._offered.discard(issue_id)


def _copied(lists: dict[int, list[_Kind]]) -> dict[int, list[_Kind]]:
    return {issue_id: found.copy() for issue_id, found in lists.items()}


def is_withdrawn(term: Term, at: datetime | None) -> bool:
    """Tell whether a term was taken back by a moment; without one, whether it was at all."""
    return term.withdrawn_at is not None and (at is None or term.withdrawn_at <= at)


def _unmarked(term: Term) -> Term:
    """Return a term without the mark of a later withdrawal."""
    return term if term.withdrawn_at is None else replace(term, withdrawn_at=None)
