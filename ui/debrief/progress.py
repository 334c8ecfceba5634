"""ui: how far a debrief is - each step done, flagged or open by what is really filled in; no Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.debrief import Outcome
from core.negotiation import Negotiation
from core.outcome import Result
from core.verdict import Flag
from core.words import Words
from ui.debrief.rows import Agreed, CommitmentRow, ConcessionRow, ExceptionRow
from ui.widgets.flag import Level
from ui.widgets.steps import Step

OUTCOME, MOVED, EXCEPTIONS, OUTTAKES, COMMITMENTS, GUESSES, LEARNING = (
    "outcome",
    "moved",
    "exceptions",
    "outtakes",
    "commitments",
    "guesses",
    "learning",
)
STEPS = (OUTCOME, MOVED, EXCEPTIONS, OUTTAKES, COMMITMENTS, GUESSES, LEARNING)


def step_name(say: Words, key: str) -> str:
    """Return the name of a step."""
    return {
        OUTCOME: say("Outcome"),
        MOVED: say("Who moved"),
        EXCEPTIONS: say("Exceptions"),
        OUTTAKES: say("Both outtakes"),
        COMMITMENTS: say("Commitments"),
        GUESSES: say("Guesses"),
        LEARNING: say("Learning"),
    }[key]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """What the steps are judged by."""

    result: Result
    typed: Mapping[int, Agreed]
    exceptions: Sequence[ExceptionRow]
    concessions: Sequence[ConcessionRow]
    commitments: Sequence[CommitmentRow]

    @property
    def negotiation(self) -> Negotiation:
        """Return the negotiation."""
        return self.result.negotiation


def step_states(filled: Filled, say: Words) -> tuple[Step, ...]:
    """Return the steps in their order."""
    found = {
        OUTCOME: _outcome(filled, say),
        MOVED: _moved(filled, say),
        EXCEPTIONS: (Flag.ACT if any(each.flag is Flag.ACT for each in filled.exceptions) else None, ()),
        OUTTAKES: _outtakes(filled, say),
        COMMITMENTS: _commitments(filled, say),
        GUESSES: _guesses(filled, say),
        LEARNING: _learning(filled, say),
    }
    return tuple(_step(key, step_name(say, key), *found[key]) for key in STEPS)


def _step(key: str, name: str, flag: Flag | None, to_do: tuple[str, ...]) -> Step:
    level = None if flag is None else Level(flag.value)
    return Step(key, name, done=flag is None and not to_do, level=level, to_do=to_do)


_Found = tuple[Flag | None, tuple[str, ...]]


def _outcome(filled: Filled, say: Words) -> _Found:
    debrief, unread = filled.negotiation.debrief, len(filled.negotiation.unread)
    to_do = []
    if debrief is None:
        to_do.append(say("How the talk ended"))
    elif debrief.outcome is Outcome.AGREED and filled.result.unsaid:
        count = len(filled.result.unsaid)
        to_do.append(say.plural("{n} term that is open", "{n} terms that are open", count))
    if unread:
        to_do.append(say.plural("{n} line to clear up", "{n} lines to clear up", unread))
    return (Flag.CHECK if unread or filled.typed else None), tuple(to_do)


def _moved(filled: Filled, say: Words) -> _Found:
    count = sum(each.is_open for each in filled.concessions)
    if not count:
        return None, ()
    return None, (say.plural("What {n} step was given for", "What {n} steps were given for", count),)


def _outtakes(filled: Filled, say: Words) -> _Found:
    debrief = filled.negotiation.debrief
    to_do = []
    if debrief is None or not debrief.their_outtake.strip():
        to_do.append(say("Their outtake"))
    if debrief is None or not debrief.our_outtake.strip():
        to_do.append(say("Our outtake"))
    if debrief is None or debrief.relationship is None:
        to_do.append(say("The relationship"))
    return None, tuple(to_do)


def _commitments(filled: Filled, say: Words) -> _Found:
    flags = {each.flag for each in filled.commitments}
    debrief = filled.negotiation.debrief
    flag = Flag.ACT if Flag.ACT in flags else Flag.CHECK if Flag.CHECK in flags else None
    if not filled.commitments and debrief is not None and debrief.outcome is Outcome.AGREED:
        return flag, (say("A commitment"),)
    return flag, ()


def _guesses(filled: Filled, say: Words) -> _Found:
    estimates = filled.negotiation.estimates
    known = any(each.turned_out is not None for each in estimates)
    return None, (say("What the guesses proved"),) if estimates and not known else ()


def _learning(filled: Filled, say: Words) -> _Found:
    debrief = filled.negotiation.debrief
    return None, () if debrief is not None and debrief.learning.strip() else (say("The learning"),)
