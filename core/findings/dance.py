"""core: the finding of the dance - both sides' moves as a picture over our own marks, its title the finding."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from core.charts.axis import Tick, padded, round_ticks
from core.charts.dance import SPARE, Dance, DanceLine, DancePoint, DanceWords, Level, Who
from core.charts.scene import ChartTable
from core.exact import as_decimal
from core.findings.dance_steps import Step, issue_steps, kept, left_out, package_steps
from core.findings.dance_title import issue_title, package_title
from core.findings.seen import place
from core.issue import ScaleKind
from core.line import Verb
from core.message import Message
from core.told import inline

if TYPE_CHECKING:
    from core.findings.seen import Seen
    from core.issue import Issue
    from core.term import Value
    from core.words import Words

_DAYS_ALONE = 7.0  # on either side of the only day
_RUNGS = ((Level.MINIMUM, "minimum"), (Level.FAIR, "fair"), (Level.BEST, "best_outcome"))


def package_dance(seen: Seen) -> Dance:
    """Return the dance of package values: what each side's standing offer was worth to us after each of its moves.

    Both sides meet at the agreement after which they have the same on the table.
    """
    say = seen.say
    steps = package_steps(seen)
    lines = _package_lines(seen)
    title = package_title(seen, steps)
    shown = kept(steps)
    values = [float(step.value) * 100 for step in shown] + [line.value for line in lines]
    values += [float(end) * 100 for step in shown for end in (step.low, step.high) if end is not None]
    low, high = padded(values, SPARE)
    marks = round_ticks(Fraction(low), Fraction(high))
    batna = seen.batna_value
    return Dance(
        title=title,
        points=tuple(_point(seen, step, 100, None) for step in shown),
        lines=lines,
        ticks=tuple(Tick(float(each), say.number(as_decimal(each))) for each in marks),
        words=_words(say, _measure(say, say("package value to us, 0 to 100, higher is better"), steps, shown)),
        figures=_table(seen, steps, say("Value, points")),
        groups=_groups(seen, shown),
        left_out=left_out(steps, shown),
        hatch_below=None if batna is None else float(batna.low) * 100,
    )


def issue_dance(seen: Seen, issue: Issue) -> Dance:
    """Return the dance on one issue: the terms that each side stated, in the order they were said."""
    say = seen.say
    steps = issue_steps(seen, issue)
    shown = kept(steps)
    lines = _issue_lines(seen, issue)
    values = [float(step.value) for step in shown] + [line.value for line in lines]
    alone = _DAYS_ALONE if issue.kind is ScaleKind.DATE else 0.0
    low, high = padded(values, SPARE, alone)
    return Dance(
        title=issue_title(seen, issue, steps),
        points=tuple(_point(seen, step, 1, issue) for step in shown),
        lines=lines,
        ticks=_issue_ticks(seen, issue, Fraction(low), Fraction(high)) if values else (),
        words=_words(say, _measure(say, _issue_measure(seen, issue), steps, shown)),
        figures=_table(seen, steps, f"{issue.name} ({seen.unit(issue)})" if seen.unit(issue) else issue.name, issue),
        groups=_groups(seen, shown),
        left_out=left_out(steps, shown),
        alone=alone,
    )


def _point(seen: Seen, step: Step, scale: int, issue: Issue | None) -> DancePoint:
    words = step.words if issue is None else f"{step.words} {seen.unit(issue)}".strip()
    return DancePoint(
        number=step.number,
        who=step.who,
        value=float(step.value) * scale,
        words=step.words,
        told=_told(seen, step, words),
        group=step.line.round_number,
        low=None if step.low is None else float(step.low) * scale,
        high=None if step.high is None else float(step.high) * scale,
    )


def _told(seen: Seen, step: Step, words: str) -> str:
    say = seen.say
    data = {"n": step.number, "when": step.line.at, "value": words}
    if step.who is Who.BOTH:
        return say("Offer {n}, {when}: agreed, {value}", **data)
    if step.line.verb is Verb.AGREE:
        known = seen.negotiation.issue_by_id
        data["issues"] = seen.listed([inline(known[each.issue_id].name) for each in step.line.terms])
        if step.who is Who.US:
            return say("Offer {n}, {when}: we agreed on {issues}, {value}", **data)
        return say("Offer {n}, {when}: they agreed on {issues}, {value}", **data)
    if step.who is Who.US:
        return say("Offer {n}, {when}: we, {value}", **data)
    return say("Offer {n}, {when}: they, {value}", **data)


def _groups(seen: Seen, steps: Sequence[Step]) -> tuple[tuple[int, str], ...]:
    say = seen.say
    days: dict[int, date] = {}
    for step in steps:
        days.setdefault(step.line.round_number, step.line.at.date())
    return tuple((n, say("Round {n}, {day}", n=n, day=say.weekday(day).partition(" ")[2])) for n, day in days.items())


# lines across and the axis


def _package_lines(seen: Seen) -> tuple[DanceLine, ...]:
    found = []
    if seen.batna_value is not None:
        value = seen.batna_value
        found.append(DanceLine(Level.BATNA, float(value.high) * 100, _name(seen.say, Level.BATNA), seen.points(value)))
    for level, rung in _RUNGS:
        worth = seen.rung_value(rung)
        if worth is not None and worth.is_exact:
            found.append(DanceLine(level, float(worth.low) * 100, _name(seen.say, level), seen.points(worth)))
    return tuple(found)


def _issue_lines(seen: Seen, issue: Issue) -> tuple[DanceLine, ...]:
    values: list[tuple[Level, Value | None]] = [(level, getattr(issue, rung)) for level, rung in _RUNGS]
    values.append((Level.LIMIT, issue.limit))
    term = None if seen.batna is None else seen.batna.stated.get(issue.id)
    if term is not None and term.upto is None:
        values.append((Level.BATNA, term.value))
    found = []
    for level, value in values:
        at = None if value is None else place(seen, issue, value)
        if value is not None and at is not None:
            found.append(DanceLine(level, float(at), _name(seen.say, level), seen.words(issue, value, unit=False)))
    return tuple(found)


def _name(say: Words, level: Level) -> str:
    return {
        Level.BATNA: say("BATNA"),
        Level.LIMIT: say("Limit"),
        Level.MINIMUM: say("Minimum"),
        Level.FAIR: say("Fair"),
        Level.BEST: say("Best"),
    }[level]


def _issue_ticks(seen: Seen, issue: Issue, low: Fraction, high: Fraction) -> tuple[Tick, ...]:
    if issue.kind is ScaleKind.OPTIONS:
        placed = [(place(seen, issue, option.label), option.label) for option in issue.options]
        return tuple(Tick(float(at), label) for at, label in placed if at is not None)
    found = round_ticks(low, high)
    if issue.kind is ScaleKind.DATE:
        days = sorted({int(each) for each in found})
        return tuple(Tick(float(day), seen.say.day(date.fromordinal(day))) for day in days)
    decimals = [as_decimal(each) for each in found]
    places = max((-int(each.as_tuple().exponent) for each in decimals), default=0)
    return tuple(Tick(float(each), seen.say.number(each, max(0, places))) for each in decimals)


def _issue_measure(seen: Seen, issue: Issue) -> str:
    say, name = seen.say, issue.name
    unit = seen.unit(issue)
    what = say("{issue} in {unit}", issue=name, unit=unit) if unit else name
    if issue.kind is ScaleKind.OPTIONS:
        return say("{issue}, by what it is worth to us", issue=what)
    sign = 0 if issue.ideal is not None else _sign(seen, issue)
    if sign == 0:
        return what
    return (
        say("{issue}, lower is better for us", issue=what)
        if sign < 0
        else say("{issue}, higher is better for us", issue=what)
    )


def _sign(seen: Seen, issue: Issue) -> int:
    scale = seen.valuation.scales[issue.id]
    return 0 if isinstance(scale, Message) else scale.sign


def _measure(say: Words, what: str, steps: Sequence[Step], shown: Sequence[Step]) -> str:
    if len(shown) == len(steps):
        return what
    cut = say.plural("{n} offer between is left out", "{n} offers between are left out", len(steps) - len(shown))
    return say("{left_out}; {what}", left_out=cut, what=what)


def _words(say: Words, measure: str) -> DanceWords:
    return DanceWords(they=say("They"), we=say("We"), agreed=say("Agreed"), measure=measure)


def _table(seen: Seen, steps: Sequence[Step], value: str, issue: Issue | None = None) -> ChartTable:
    """Return all offers as rows, those too that the picture has no room for."""
    say = seen.say
    rows = []
    last: dict[Who, Step] = {}
    names = {Who.US: say("We"), Who.THEM: say("They"), Who.BOTH: say("Agreed")}
    for step in steps:
        before = last.get(step.who)
        change = ""
        if before is not None and not step.is_open and not before.is_open:
            change = _change(seen, issue, before, step)
        last[step.who] = step
        rows.append(
            (
                str(step.number),
                str(step.line.round_number),
                say.moment(step.line.at),
                names[step.who],
                step.words,
                change,
            )
        )
    return ChartTable((say("Offer"), say("Round"), say("Time"), say("Who"), value, say("Change")), tuple(rows))


def _change(seen: Seen, issue: Issue | None, before: Step, step: Step) -> str:
    if issue is None or issue.kind is ScaleKind.OPTIONS:
        size = (step.value - before.value) * (100 if issue is None else 1)
        return seen.say.signed(size, 1)
    if isinstance(step.stated, Decimal) and isinstance(before.stated, Decimal):
        return seen.say.signed(step.stated - before.stated)
    return seen.say.signed(step.value - before.value, 0)
