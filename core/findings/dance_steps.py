"""core: the steps of a dance - what each move put on the table, as figures on the axis of a package or an issue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from core.charts.dance import Who
from core.findings.seen import place
from core.line import Line, Verb
from core.side import Side
from core.table import stated_by
from core.value import by_issue

if TYPE_CHECKING:
    from core.findings.seen import Seen
    from core.issue import Issue
    from core.term import Value

ENDS = 12
"""How many offers of a side are shown from the beginning and from the end where there are more than twice as many."""


@dataclass(frozen=True, slots=True)
class Step:
    """One move on the axis of a dance: the figure, exact, its words, and both ends where terms are open.

    What both agree to is nobody's alone. An agreement on a part of the package brings both no nearer than that part:
    on the axis of packages it is a step of the side that agreed to what the other had said.
    """

    line: Line
    who: Who
    number: int
    value: Fraction
    words: str
    low: Fraction | None = None
    high: Fraction | None = None
    stated: Value | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether the figure is only the middle of what it may be."""
        return self.low is not None


def package_steps(seen: Seen) -> list[Step]:
    """Return what each side's standing offer was worth to us after each of its moves."""
    return [step for at, line in enumerate(seen.moves, 1) for step in _package_step(seen, line, at)]


def issue_steps(seen: Seen, issue: Issue) -> list[Step]:
    """Return the terms that each side stated on one issue, in the order they were said."""
    return [step for at, line in enumerate(seen.moves, 1) for step in _issue_step(seen, issue, line, at)]


def of(steps: Sequence[Step], who: Who) -> list[Step]:
    """Return the steps of one side, or what both agreed to."""
    return [step for step in steps if step.who is who]


def kept(steps: Sequence[Step]) -> list[Step]:
    """Return the steps that are drawn: of each side the first and the last, where there are too many for a picture."""
    numbers: set[int] = set()
    for who in (Who.US, Who.THEM):
        own = [step.number for step in of(steps, who)]
        numbers.update(own if len(own) <= 2 * ENDS else (*own[:ENDS], *own[-ENDS:]))
    return [step for step in steps if step.who is Who.BOTH or step.number in numbers]


def left_out(steps: Sequence[Step], shown: Sequence[Step]) -> dict[Who, tuple[int, ...]]:
    """Return the numbers of each side's steps that are not drawn."""
    numbers = {step.number for step in shown}
    return {who: tuple(step.number for step in of(steps, who) if step.number not in numbers) for who in Who}


def _package_step(seen: Seen, line: Line, number: int) -> list[Step]:
    value, at_baselines = seen.stood.get(line.id, (None, None))
    if value is None:
        return []
    who = Who.BOTH if line.id in seen.met_at else _speaker(line)
    if value.is_exact:
        return [Step(line, who, number, value.low, seen.points(value))]
    middle = (value.low + value.high) / 2 if at_baselines is None else at_baselines
    return [Step(line, who, number, middle, seen.points(value), value.low, value.high)]


def _issue_step(seen: Seen, issue: Issue, line: Line, number: int) -> list[Step]:
    term = by_issue(stated_by(line, seen.now)).get(issue.id)
    at = None if term is None else place(seen, issue, term.value)
    if term is None or at is None:
        return []
    upto = None if term.upto is None else place(seen, issue, term.upto)
    who, words = Who.BOTH if line.verb is Verb.AGREE else _speaker(line), seen.said(issue, term, unit=False)
    if upto is None or upto == at:
        return [Step(line, who, number, at, words, stated=term.value)]
    return [Step(line, who, number, (at + upto) / 2, words, min(at, upto), max(at, upto))]


def _speaker(line: Line) -> Who:
    return Who.US if line.side is Side.US else Who.THEM
