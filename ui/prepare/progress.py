"""ui: how far each step of Prepare is - done, flagged or open. Makes no widget."""

from __future__ import annotations

from collections.abc import Sequence

from core.advice import PARTS, Part, Spot
from core.message import message
from core.negotiation import Depth
from core.verdict import Flag
from core.words import Words
from ui.prepare.grid import flags
from ui.prepare.plan_words import packages_flag
from ui.prepare.worths import validity
from ui.sheets.cells import sentence
from ui.sheets.kept import Shelf
from ui.sheets.prepared import Prepared
from ui.sheets.reader import Reader
from ui.widgets.flag import Level
from ui.widgets.steps import Step
from ui.widgets.to_do_list import ToDo

GOAL, ISSUES, NEEDS, COMMON = Part.GOAL.value, Part.ISSUES.value, Part.NEEDS.value, Part.COMMON.value
ALTERNATIVES, THEIRS, PLAN = Part.ALTERNATIVES.value, Part.THEIRS.value, Part.PLAN.value
STEPS = tuple(part.value for part in Part)


def step_name(say: Words, key: str) -> str:
    """Return the name of a step."""
    return {
        GOAL: say("Goal and mode"),
        ISSUES: say("Issues"),
        NEEDS: say("Needs and interests"),
        COMMON: say("Common goals"),
        ALTERNATIVES: say("Alternatives"),
        THEIRS: say("Their side"),
        PLAN: say("Plan"),
    }[key]


def steps_of(depth: Depth) -> tuple[str, ...]:
    """Return the steps that a depth asks for."""
    return tuple(part.value for part in PARTS[depth])


def step_states(
    prepared: Prepared, shelves: Sequence[Shelf], reader: Reader, shown: Sequence[str] = STEPS
) -> tuple[Step, ...]:
    """Return the steps that are shown: what the strategy check says of them, and what their sheets could not take."""
    by_sheet = {shelf.sheet: shelf for shelf in shelves}
    raised: dict[str, _Raised] = {
        ISSUES: _of_issues(prepared, by_sheet[ISSUES], reader),
        ALTERNATIVES: _of_alternatives(prepared, by_sheet[ALTERNATIVES], reader.say),
        THEIRS: _of_theirs(prepared, by_sheet[THEIRS]),
        PLAN: _of_plan(prepared),
    }
    states = []
    for key in shown:
        advice = [each for each in prepared.advice if each.spot.part.value == key]
        found = {each.flag for each in advice} | raised.get(key, set())
        flag = next((each for each in (Flag.ACT, Flag.CHECK) if each in found), None)
        gaps = [reader.say.message(each.title) for each in advice if each.flag is None]
        if key == THEIRS and not prepared.negotiation.estimates and not gaps:
            gaps.append(reader.say.message(message("todo.no_estimate")))
        level = None if flag is None else Level(flag.value)
        is_done = flag is None and not gaps
        states.append(Step(key, step_name(reader.say, key), done=is_done, level=level, to_do=tuple(gaps)))
    return tuple(states)


def to_dos(prepared: Prepared, say: Words) -> dict[str, tuple[ToDo, Spot]]:
    """Return everything that is still to be done by a key of its own, what is worth most first, with its place."""
    found = {}
    for missing in prepared.readiness.missing:
        each = missing.advice
        level = None if each.flag is None else Level(each.flag.value)
        key = f"{each.spot.part.value}/{each.spot.record}/{each.spot.field}/{each.title.code}"
        worth = say("+{n} %", n=missing.percent) if missing.percent else ""
        to_do = ToDo(key, say.message(each.title), sentence(say, each.message), level, worth)
        found[key] = to_do, each.spot
    return found


_Raised = set[Flag | None]


def _of_issues(prepared: Prepared, shelf: Shelf, reader: Reader) -> _Raised:
    issues = prepared.negotiation.issues
    found: _Raised = {flag for issue in issues for flag, _ in flags(prepared, issue, reader).values()}
    return found | ({Flag.CHECK} if any(shelf.of_row(issue.id) for issue in issues) else set())


def _of_alternatives(prepared: Prepared, shelf: Shelf, say: Words) -> _Raised:
    alternatives = prepared.negotiation.alternatives
    is_uneasy = (
        any(shelf.of_row(each.id) for each in alternatives)
        or any(validity(prepared, each, say)[0] is not Flag.FINE for each in alternatives)
        or any(each.value is None for each in prepared.ranking)
    )
    return {Flag.CHECK} if is_uneasy else set()


def _of_plan(prepared: Prepared) -> _Raised:
    steps: _Raised = {prepared.concession_ladder.flag} if prepared.negotiation.planned_concessions else set()
    return steps | {packages_flag(prepared)}


def _of_theirs(prepared: Prepared, shelf: Shelf) -> _Raised:
    rows = [f"{issue.id}:" for issue in prepared.negotiation.issues]
    return {Flag.CHECK} if any(shelf.has_row_starting(row) for row in rows) else set()
