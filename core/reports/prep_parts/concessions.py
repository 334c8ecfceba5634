"""core: the concession ladder of the prep - if they give this, then we give that, what it costs and where it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.reports.document import Bar, Column, Row, Section, Table
from core.told import short
from core.verdict import Flag

if TYPE_CHECKING:
    from fractions import Fraction

    from core.plan_ladder import PlannedLadder, PlannedStep
    from core.reports.case import Case
    from core.reports.document import Cell
    from core.verdict import Interval

_MOST_CHECKS = 3


def concession_ladder(case: Case, ladder: PlannedLadder) -> Section:
    """Return the ladder as a table, its title the finding; there is at least one step."""
    say, unit = case.say, case.worth_unit
    columns = [
        Column("", muted=True),
        Column(say("If …"), lines=3, grow=3),
        Column(say("Worth to us, {unit}", unit=unit), figures=True),
        Column(say("… then we"), lines=3, grow=3),
        Column(say("Cost, {unit}", unit=unit), figures=True),
    ]
    is_valued = ladder.opening is not None
    reference = None
    if is_valued:
        named = case.batna_value is not None
        columns.append(Column(say("Package, points"), figures=True, shaded=True))
        columns.append(Column(say("0 to 100, dash: BATNA") if named else say("0 to 100")))
        if case.batna_value is not None:
            reference = (float(case.batna_value.low * 100), say("BATNA"))
    opens = say("open as above") if case.rung("opening") else say("have no opening yet")
    rows = [_row(case, "0", say("the talk opens"), "", opens, "", ladder.opening, is_valued=is_valued)]
    for at, each in enumerate(ladder.steps, 1):
        gain, cost = (_worth(case, share) for share in (each.gain, each.cost))
        rows.append(
            _row(case, str(at), _if(case, each), gain, _then(case, each), cost, each.after, is_valued=is_valued)
        )
    table = Table(tuple(columns), tuple(rows), remark=_remark(case, ladder), reference=reference)
    return Section(_title(case, ladder), (table,))


def costs(case: Case, ladder: PlannedLadder) -> str:
    """Return what all steps cost together, in money where an issue is money; empty where that cannot be told."""
    if ladder.cost is None:
        return ""
    money = case.valuation.money
    if money is None:
        return case.say("{points} points", points=case.say.points(ladder.cost))
    return case.amount(ladder.cost * money)


# inside


def _row(
    case: Case, number: str, when: str, gain: str, then: str, cost: str, after: Interval | None, *, is_valued: bool
) -> Row:
    cells: list[Cell] = [number, when, gain, then, cost]
    if is_valued:
        bar: Cell = "" if after is None else Bar(float(after.low * 100), float(after.high * 100))
        cells += [case.points(after), bar]
    return Row(tuple(cells))


def _worth(case: Case, share: Fraction | None) -> str:
    """Return what a share is worth: whole money, else points; an en dash where that cannot be told."""
    if share is None:
        return "–"
    money = case.valuation.money
    return case.say.points(share) if money is None else case.say.number(share * money, 0)


def _if(case: Case, step: PlannedStep) -> str:
    say, planned = case.say, step.step
    back = case.negotiation.issue_by_id.get(planned.return_issue_id or 0)
    words = planned.in_return.strip()
    if back is None or planned.return_value is None:
        if back is not None and not words:
            return say("they move on {issue}", issue=short(back.name))
        return words or say("nothing is asked yet")
    value = case.words(back, planned.return_value)
    said = say("they give {issue} {value}", issue=short(back.name), value=value)
    return f"{said}, {words}" if words else said


def _then(case: Case, step: PlannedStep) -> str:
    say, name = case.say, short(step.issue.name)
    if step.step.to_value is None:
        return say("give way on {issue}", issue=name)
    return say("go to {end} on {issue}", issue=name, end=case.words(step.issue, step.step.to_value))


def _title(case: Case, ladder: PlannedLadder) -> str:
    say, cost = case.say, costs(case, ladder)
    steps = say.plural("{n} step", "{n} steps", len(ladder.steps))
    if not cost:
        return say("Concession ladder: {steps}", steps=steps)
    end, minimum = ladder.end, ladder.minimum
    if end is None or not end.is_exact:
        return say("Concession ladder: {steps} for {cost}", steps=steps, cost=cost)
    if minimum is None or not minimum.is_exact:
        data = {"steps": steps, "cost": cost, "points": say.points(end.low)}
        return say("Concession ladder: {steps} for {cost}, down to {points} points", **data)
    gap = end.low - minimum.low
    data = {"steps": steps, "cost": cost, "points": say.points(abs(gap))}
    if gap >= 0:
        return say("Concession ladder: {steps} for {cost}, ending {points} points above the minimum", **data)
    return say("Concession ladder: {steps} for {cost}, ending {points} points below the minimum", **data)


def _remark(case: Case, ladder: PlannedLadder) -> str:
    say = case.say
    found = [say("What comes back is counted from what holds without it: their offer, else the baseline.")]
    if ladder.opening is not None:
        found.append(say("The package is our opening with all steps so far and what they bring."))
    checks = [
        say("Step {n}: {what}", n=at, what=say.message(check.message))
        for flag in (Flag.ACT, Flag.CHECK)
        for at, step in enumerate(ladder.steps, 1)
        for check in step.checks
        if check.flag is flag
    ]
    if len(checks) > _MOST_CHECKS:
        checks = [*checks[:_MOST_CHECKS], say("And {n} more to look at.", n=len(checks) - _MOST_CHECKS)]
    return " ".join([*found, *checks])
