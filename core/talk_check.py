"""core: the part of the strategy check on the talk itself - goal and mode, both sides' interests, their side, the plan.

The questions are those of the article (DOMAIN, A2 to A6): what do both sides want and why, what do they have in
common, which solutions are there, and how is the talk led.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from fractions import Fraction

from core.advice import Advice, Criterion, Part, Spot, told
from core.estimate import Subject
from core.issue import ScaleKind
from core.mode import Around, advise
from core.negotiation import Mode, Negotiation
from core.phrases import short
from core.plan import PointKind
from core.side import Side
from core.strategy import Position, Question
from core.verdict import Flag

_SEVERAL = 2  # packages: with one there is nothing to compare
_FACTS = ("is_lasting", "has_time", "willingness")
_FIGURES = (Subject.BEST, Subject.WORST, Subject.LIMIT, Subject.TARGET, Subject.RESERVATION)
_PRIORITIES = (Subject.WEIGHT, Subject.OPTION)
_OF_POINT = {
    PointKind.QUESTION: Criterion.QUESTIONS,
    PointKind.TEST: Criterion.TEST,
    PointKind.ARGUMENT: Criterion.ARGUMENTS,
    PointKind.TACTIC: Criterion.TACTICS,
    PointKind.PROTECT: Criterion.INFORMATION,
}
_INTERESTS = {Side.US: Criterion.OUR_INTERESTS, Side.THEM: Criterion.THEIR_INTERESTS}
_NEEDS = {Side.US: Criterion.OUR_NEEDS, Side.THEM: Criterion.THEIR_NEEDS}


def talk_check(negotiation: Negotiation, around: Around, now: datetime) -> Iterator[Advice]:
    """Yield what is to be done about how the talk is prepared."""
    yield from _goal(negotiation, around, now)
    yield from _interests(negotiation)
    yield from _needs(negotiation)
    yield from _solutions(negotiation)
    yield from _their_side(negotiation, around)
    yield from _plan(negotiation)


def _goal(negotiation: Negotiation, around: Around, now: datetime) -> Iterator[Advice]:
    """Tell a mode that the records speak against; with one issue alone that is told as nothing to integrate."""
    if not negotiation.answer(Side.US, Question.GOAL).strip():
        yield told(None, "no_goal", Spot(Part.GOAL, 0, "us-goal"), (Criterion.GOAL,))
    open_facts = [each for each in _FACTS if getattr(negotiation, each) is None]
    if open_facts:
        share = Fraction(len(open_facts), len(_FACTS))
        yield told(None, "mode_facts", Spot(Part.GOAL, 0, open_facts[0]), (Criterion.MODE,), share)
    if len(negotiation.issues) < 2:
        return
    advice = advise(negotiation, around, now)
    if advice.mode is not None and advice.mode is not negotiation.mode:
        why = advice.reasons_for(advice.mode)[0]
        spot = Spot(Part.GOAL, 0, "mode")
        yield told(Flag.CHECK, f"mode_{advice.mode.value}", spot, (Criterion.MODE,), why=why)


def _interests(negotiation: Negotiation) -> Iterator[Advice]:
    """Ask for the interest behind each position, and how theirs stands to ours where both are known."""
    positions = negotiation.positions
    for side in Side:
        own = [each for each in positions if each.side is side]
        bare = [each for each in own if each.position.strip() and not each.interest.strip()]
        for each in bare:
            spot, share = Spot(Part.NEEDS, _row_of(negotiation, each), f"{side.value}-interest"), Fraction(1, len(own))
            name = f"position_{side.value}"
            yield told(Flag.CHECK, name, spot, (_INTERESTS[side],), share, position=short(each.position))
        if not bare and not any(each.interest.strip() for each in own):
            spot = Spot(Part.NEEDS, "0:0", f"{side.value}-interest")
            yield told(None, f"no_interest_{side.value}", spot, (_INTERESTS[side],))
    pairs = interest_pairs(negotiation)
    untagged = [theirs for _, theirs in pairs if theirs.match is None]
    row = _row_of(negotiation, untagged[0]) if untagged else "0:0"
    share = Fraction(len(untagged), len(pairs)) if pairs else Fraction(1)
    if share:
        yield told(None, "no_match", Spot(Part.NEEDS, row, "them-match"), (Criterion.MATCH,), share)


def interest_pairs(negotiation: Negotiation) -> list[tuple[Position, Position]]:
    """Return our interest and theirs on the same subject, wherever both are known."""
    rows = {side: _rows(negotiation, side) for side in Side}
    return [
        (ours, theirs)
        for row, ours in rows[Side.US].items()
        if ours.interest.strip() and (theirs := rows[Side.THEM].get(row)) is not None and theirs.interest.strip()
    ]


def _needs(negotiation: Negotiation) -> Iterator[Advice]:
    for side in Side:
        if not any(each.side is side for each in negotiation.needs):
            spot = Spot(Part.NEEDS, f"{side.value}:0", "text")
            yield told(None, f"no_needs_{side.value}", spot, (_NEEDS[side],))


def _solutions(negotiation: Negotiation) -> Iterator[Advice]:
    """Ask for goals that both parties' needs lead to, and for more than one package to reach them by."""
    goals = negotiation.common_goals
    if not goals:
        yield told(None, "no_common_goal", Spot(Part.COMMON, 0, "text"), (Criterion.COMMON,))
    for goal in goals:
        sides = {each.side for each in negotiation.needs if each.goal_id == goal.id}
        if len(sides) < len(Side):
            # it is linked at a need of the side that is missing
            missing = [side for side in Side if side not in sides]
            spot = Spot(Part.COMMON, goal.id, f"{missing[0].value}-goal")
            # its words are half of it, the needs of each side a quarter
            share = Fraction(len(missing), 4 * len(goals))
            name = "goal_unlinked" if not sides else f"goal_of_{sides.pop().value}"
            yield told(Flag.CHECK, name, spot, (Criterion.COMMON,), share, goal=short(goal.text))
    few = _SEVERAL - len(negotiation.candidates)
    if few > 0:
        spot = Spot(Part.COMMON, 0, "candidate")
        yield told(None, "few_packages", spot, (Criterion.PACKAGES,), Fraction(few, _SEVERAL))


def _their_side(negotiation: Negotiation, around: Around) -> Iterator[Advice]:
    subjects = {each.subject for each in negotiation.estimates}
    if not subjects:
        yield told(None, "no_estimate", _estimate_of(negotiation, Subject.LIMIT), (Criterion.ESTIMATES,))
    elif subjects.isdisjoint(_FIGURES):
        spot = _estimate_of(negotiation, Subject.LIMIT)
        yield told(None, "no_their_limit", spot, (Criterion.ESTIMATES,), Fraction(1, 2))
    elif subjects.isdisjoint(_PRIORITIES):
        spot = _estimate_of(negotiation, Subject.WEIGHT)
        yield told(None, "no_their_weight", spot, (Criterion.ESTIMATES,), Fraction(1, 2))
    if not around.people:
        yield told(None, "nobody", Spot(Part.THEIRS, "person:0", "name"), (Criterion.AUTHORITY,))
    coming = {each for meeting in negotiation.meetings if meeting.ended_at is None for each in meeting.people}
    met = [person for person in around.people if person.id in coming]
    unknown = [person for person in met or around.people if not person.authority.strip()]
    if not met:
        # nobody knows yet whom we meet: it is enough to know who decides
        unknown = unknown[:1] if len(unknown) == len(around.people) else []
    for person in unknown:
        where = Spot(Part.THEIRS, f"person:{person.id}", "authority")
        # a name is half of it
        share = Fraction(1, 2 * (len(met) or 1))
        yield told(None, "no_authority", where, (Criterion.AUTHORITY,), share, person=short(person.name))


def _plan(negotiation: Negotiation) -> Iterator[Advice]:
    if not negotiation.opening_reason.strip():
        yield told(None, "no_opening_reason", Spot(Part.PLAN, 0, "opening_reason"), (Criterion.CREDIBLE,))
    steps = negotiation.planned_concessions
    if not steps:
        yield told(None, "no_concession", Spot(Part.PLAN, 0, "concession"), (Criterion.CONCESSIONS,))
    for step in steps:
        if step.return_issue_id is None and not step.in_return.strip():
            issue = negotiation.issue_by_id.get(step.issue_id)
            spot, share = Spot(Part.PLAN, f"concession:{step.id}", "in_return"), Fraction(1, len(steps))
            name = "" if issue is None else short(issue.name)
            yield told(Flag.CHECK, "given_for_nothing", spot, (Criterion.CONCESSIONS,), share, issue=name)
    kinds = {each.kind for each in negotiation.plan_points}
    for kind, criterion in _OF_POINT.items():
        wanted = kind is not PointKind.TEST or negotiation.mode is Mode.INTEGRATIVE
        if kind not in kinds and wanted:
            part = Part.GOAL if kind is PointKind.TEST else Part.PLAN
            yield told(None, f"no_{kind.value}", Spot(part, 0, kind.value), (criterion,))
    if not negotiation.walk_away.strip():
        yield told(None, "no_walk_away", Spot(Part.PLAN, 0, "walk_away"), (Criterion.WALK_AWAY,))
    if not negotiation.meetings:
        yield told(None, "no_meeting", Spot(Part.PLAN, 0, "meeting"), (Criterion.MEETING,))


# places


def _estimate_of(negotiation: Negotiation, subject: Subject) -> Spot:
    """Return where a subject of their side is estimated, on the first issue that has such a row."""
    scaled = [each for each in negotiation.issues if subject is Subject.WEIGHT or each.kind is not ScaleKind.OPTIONS]
    return Spot(Part.THEIRS, f"{scaled[0].id}:{subject.value}:" if scaled else 0, "likely")


def _rows(negotiation: Negotiation, side: Side) -> dict[str, Position]:
    return {_row_of(negotiation, each): each for each in negotiation.positions if each.side is side}


def _row_of(negotiation: Negotiation, position: Position) -> str:
    """Return the row of a position: its issue, 0 for the whole matter, and which one of its side it is there."""
    same = [each for each in negotiation.positions if each.side is position.side and each.issue_id == position.issue_id]
    return f"{position.issue_id or 0}:{same.index(position)}"
