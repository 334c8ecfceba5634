"""core: the table, what each side has put on it, line after line; knows lines and terms only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from core.line import Line, Verb
from core.side import Side
from core.term import Package, Term


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
        for line in lines:
            self.add(line)

    def add(self, line: Line) -> None:
        """Take one more line; what is conditional does not stand until it is agreed."""
        if line.verb is Verb.OFFER:
            if line.side is not None and not line.is_conditional:
                stated = self._stated[line.side]
                for term in (*line.terms, *line.in_return):
                    stated.setdefault(term.issue_id, []).append((term, line.valid_until))
        elif line.verb is Verb.AGREE:
            for term in line.terms:
                self._settled.setdefault(term.issue_id, []).append(term)
        elif line.verb in (Verb.REFUSE, Verb.PARK):
            for issue_id in line.issues:
                self._settled.setdefault(issue_id, []).append(None)

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


def is_withdrawn(term: Term, at: datetime | None) -> bool:
    """Tell whether a term was taken back by a moment; without one, whether it was at all."""
    return term.withdrawn_at is not None and (at is None or term.withdrawn_at <= at)


def _unmarked(term: Term) -> Term:
    """Return a term without the mark of a later withdrawal."""
    return term if term.withdrawn_at is None else replace(term, withdrawn_at=None)
