"""ui: how far each step of Prepare is - done, flagged or open - and what is still to do. Knows no widget."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.side import Side
from core.strategy import Question
from core.verdict import Flag
from core.words import Words
from ui.prepare.grid import flags
from ui.prepare.kept import Shelf
from ui.prepare.prepared import Prepared
from ui.prepare.reader import Reader
from ui.prepare.worths import validity

GOAL, ISSUES, POSITIONS, ALTERNATIVES, THEIRS = "goal", "issues", "positions", "alternatives", "theirs"
STEPS = (GOAL, ISSUES, POSITIONS, ALTERNATIVES, THEIRS)


@dataclass(frozen=True, slots=True)
class StepState:
    """How a step stands; `to_do` says in a few words each what it still lacks."""

    key: str
    name: str
    flag: Flag | None
    to_do: tuple[str, ...]

    @property
    def is_done(self) -> bool:
        """Tell whether nothing is left to do in the step."""
        return self.flag is None and not self.to_do


def step_name(say: Words, key: str) -> str:
    """Return the name of a step."""
    return {
        GOAL: say("Goal and mode"),
        ISSUES: say("Issues"),
        POSITIONS: say("Positions, interests"),
        ALTERNATIVES: say("Alternatives"),
        THEIRS: say("Their side"),
    }[key]


def step_states(prepared: Prepared, shelves: Sequence[Shelf], reader: Reader) -> tuple[StepState, ...]:
    """Return the steps in their order."""
    say = reader.say
    by_sheet = {shelf.sheet: shelf for shelf in shelves}
    found = {
        GOAL: _goal(prepared, say),
        ISSUES: _issues(prepared, by_sheet[ISSUES], reader),
        POSITIONS: _positions(prepared, say),
        ALTERNATIVES: _alternatives(prepared, by_sheet[ALTERNATIVES], say),
        THEIRS: _theirs(prepared, by_sheet[THEIRS], say),
    }
    return tuple(StepState(key, step_name(say, key), *found[key]) for key in STEPS)


_Found = tuple[Flag | None, tuple[str, ...]]


def _goal(prepared: Prepared, say: Words) -> _Found:
    negotiation = prepared.negotiation
    to_do = []
    if not negotiation.answer(Side.US, Question.GOAL):
        to_do.append(say("Our goal in words"))
    return None, tuple(to_do)


def _issues(prepared: Prepared, shelf: Shelf, reader: Reader) -> _Found:
    say, issues = reader.say, prepared.negotiation.issues
    if not issues:
        return None, (say("The first issue"),)
    raised = {flag for issue in issues for flag, _ in flags(prepared, issue, reader).values()}
    has_kept = any(shelf.of_row(issue.id) for issue in issues)
    to_do = []
    if not any(issue.minimum is not None for issue in issues):
        to_do.append(say("The minimum acceptable deal"))
    if not any(issue.fair is not None for issue in issues):
        to_do.append(say("The fair deal, our target"))
    if not any(issue.limit is not None for issue in issues):
        to_do.append(say("A limit"))
    if Flag.ACT in raised or prepared.ladder.faults:
        return Flag.ACT, tuple(to_do)
    if Flag.CHECK in raised or has_kept:
        return Flag.CHECK, tuple(to_do)
    return None, tuple(to_do)


def _positions(prepared: Prepared, say: Words) -> _Found:
    to_do = []
    for side, words in ((Side.US, say("An interest of ours")), (Side.THEM, say("An interest of theirs"))):
        if not any(each.side is side and each.interest.strip() for each in prepared.negotiation.positions):
            to_do.append(words)
    return None, tuple(to_do)


def _alternatives(prepared: Prepared, shelf: Shelf, say: Words) -> _Found:
    alternatives = prepared.negotiation.alternatives
    if not alternatives:
        return (Flag.CHECK, (say("A BATNA"),)) if prepared.negotiation.issues else (None, (say("A BATNA"),))
    if any(shelf.of_row(each.id) for each in alternatives):
        return Flag.CHECK, ()
    if prepared.batna is None:
        return Flag.CHECK, (say("A BATNA that still holds"),)
    uneasy = [each for each in alternatives if validity(prepared, each, say)[0] is not Flag.FINE]
    unvalued = [each for each in prepared.ranking if each.value is None]
    return (Flag.CHECK if uneasy or unvalued else None), ()


def _theirs(prepared: Prepared, shelf: Shelf, say: Words) -> _Found:
    estimates = prepared.negotiation.estimates
    rows = [f"{issue.id}:" for issue in prepared.negotiation.issues]
    if any(shelf.has_row_starting(row) for row in rows):
        return Flag.CHECK, ()
    return None, () if estimates else (say("An estimate of their side"),)
