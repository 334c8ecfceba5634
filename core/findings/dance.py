"""core: the finding of the dance - who moved how far in how many offers, and what is still open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from core.charts.axis import Tick, padded, round_ticks
from core.charts.dance import Dance, DanceLine, DancePoint, DanceWords, Level, Who
from core.charts.scene import ChartTable
from core.exact import as_decimal
from core.findings.seen import place
from core.issue import ScaleKind
from core.line import Line, Verb
from core.message import Message
from core.side import Side
from core.table import stated_by
from core.told import inline
from core.value import by_issue

if TYPE_CHECKING:
    from core.findings.seen import Seen
    from core.issue import Issue
    from core.term import Value
    from core.words import Words

ENDS = 12
"""How many offers of a side are shown from the beginning and from the end where there are more than twice as many."""

_RUNGS = ((Level.MINIMUM, "minimum"), (Level.FAIR, "fair"), (Level.BEST, "best_outcome"))


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


def package_dance(seen: Seen) -> Dance:
    """Return the dance of package values: what each side's standing offer was worth to us after each of its moves.

    Both sides meet at the agreement after which they have the same on the table.
    """
    say = seen.say
    steps = [step for at, line in enumerate(seen.moves, 1) for step in _package_step(seen, line, at)]
    lines = _package_lines(seen)
    title = _package_title(seen, steps)
    kept = _kept(steps)
    values = [float(step.value) * 100 for step in kept] + [line.value for line in lines]
    values += [float(end) * 100 for step in kept for end in (step.low, step.high) if end is not None]
    low, high = padded(values, 0.09)
    marks = round_ticks(Fraction(low), Fraction(high))
    batna = seen.batna_value
    return Dance(
        title=title,
        points=tuple(_point(seen, step, 100, None) for step in kept),
        lines=lines,
        ticks=tuple(Tick(float(each), say.number(as_decimal(each))) for each in marks),
        words=_words(say, _measure(say, say("package value to us, 0 to 100, higher is better"), steps, kept)),
        figures=_table(seen, steps, say("Value, points")),
        groups=_groups(seen, kept),
        hatch_below=None if batna is None else float(batna.low) * 100,
    )


def issue_dance(seen: Seen, issue: Issue) -> Dance:
    """Return the dance on one issue: the terms that each side stated, in the order they were said."""
    say = seen.say
    steps = [step for at, line in enumerate(seen.moves, 1) for step in _issue_step(seen, issue, line, at)]
    kept = _kept(steps)
    lines = _issue_lines(seen, issue)
    low, high = padded([float(step.value) for step in kept] + [line.value for line in lines], 0.09)
    return Dance(
        title=_issue_title(seen, issue, steps),
        points=tuple(_point(seen, step, 1, issue) for step in kept),
        lines=lines,
        ticks=_issue_ticks(seen, issue, Fraction(low), Fraction(high)),
        words=_words(say, _measure(say, _issue_measure(seen, issue), steps, kept)),
        figures=_table(seen, steps, f"{issue.name} ({seen.unit(issue)})" if seen.unit(issue) else issue.name, issue),
        groups=_groups(seen, kept),
    )


# steps


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


def _kept(steps: Sequence[Step]) -> list[Step]:
    """Return the steps that are drawn: of each side the first and the last, where there are too many for a picture."""
    kept: set[int] = set()
    for who in (Who.US, Who.THEM):
        own = [step.number for step in _of(steps, who)]
        kept.update(own if len(own) <= 2 * ENDS else (*own[:ENDS], *own[-ENDS:]))
    return [step for step in steps if step.who is Who.BOTH or step.number in kept]


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


def _measure(say: Words, what: str, steps: Sequence[Step], kept: Sequence[Step]) -> str:
    if len(kept) == len(steps):
        return what
    left_out = say.plural("{n} offer between is left out", "{n} offers between are left out", len(steps) - len(kept))
    return say("{left_out}; {what}", left_out=left_out, what=what)


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


# titles


def shrinking(values: Sequence[Fraction]) -> Fraction | None:
    """Return how large each step is against the one before, on average, where there are three and all shrink."""
    sizes = [abs(other - one) for one, other in pairwise(values) if other != one]
    if len(sizes) < 3:
        return None
    ratios = [after / before for before, after in pairwise(sizes)]
    return sum(ratios, Fraction(0)) / len(ratios) if max(ratios) < 1 else None


def _of(steps: Sequence[Step], who: Who) -> list[Step]:
    return [step for step in steps if step.who is who]


def _package_title(seen: Seen, steps: Sequence[Step]) -> str:
    say = seen.say
    if not seen.moves:
        return say("No offer has been made yet.")
    if not steps:
        obstacle = seen.valuation.obstacle
        why = "" if obstacle is None else say.message(obstacle)
        return say("The offers cannot be valued: {why}", why=why)
    theirs, ours = _of(steps, Who.THEM), _of(steps, Who.US)
    parts = []
    for own, moved, once in (
        (theirs, _they_moved, say("They made one offer, worth {value}")),
        (ours, _we_moved, say("we made one offer, worth {value}")),
    ):
        if len(own) > 1:
            parts.append(moved(seen, own))
        elif own:
            parts.append(once.replace("{value}", own[0].words))
    head = _capital(", ".join(parts)) or say("The package")
    last = steps[-1]
    if last.who is Who.BOTH and all(term.issue_id in seen.settled for term in last.line.terms):
        return say("{moves}; agreed at {value} points.", moves=head, value=last.words)
    if theirs and ours:
        gap = ours[-1].value - theirs[-1].value
        if gap > 0:
            size = _points(seen, theirs[-1], ours[-1])
            return say("{moves}; {gap} points are still open.", moves=head, gap=size)
        return say("{moves}; their last offer is worth no less to us than ours.", moves=head)
    return f"{head}."


def _they_moved(seen: Seen, own: Sequence[Step]) -> str:
    say = seen.say
    size = own[-1].value - own[0].value
    count = say.plural("{n} step", "{n} steps", len(own) - 1)
    if size == 0:
        return say("They did not move in {steps}", steps=count)
    data = {"size": _points(seen, own[0], own[-1]), "steps": count, "pace": _pace(say, own)}
    if size > 0:
        return say("They moved {size} points toward us in {steps}{pace}", **data)
    return say("They moved {size} points away from us in {steps}{pace}", **data)


def _we_moved(seen: Seen, own: Sequence[Step]) -> str:
    say = seen.say
    size = own[-1].value - own[0].value
    count = say.plural("{n} step", "{n} steps", len(own) - 1)
    if size == 0:
        return say("we did not move in {steps}", steps=count)
    data = {"size": _points(seen, own[0], own[-1]), "steps": count}
    if size < 0:
        return say("we moved {size} points toward them in {steps}", **data)
    return say("we asked {size} points more in {steps}", **data)


def _points(seen: Seen, one: Step, other: Step) -> str:
    """Return how far two steps lie apart in points: about so far where terms of either are open."""
    size = seen.say.points(abs(other.value - one.value))
    return seen.say("about {size}", size=size) if one.is_open or other.is_open else size


def _pace(say: Words, own: Sequence[Step]) -> str:
    """Say how the steps shrink, where they do: what they may want us to read from it stands elsewhere."""
    ratio = shrinking([step.value for step in own])
    if ratio is None:
        return ""
    for text, share in (
        (say(", each about a quarter of the last"), Fraction(1, 4)),
        (say(", each about a third of the last"), Fraction(1, 3)),
        (say(", each about half the last"), Fraction(1, 2)),
    ):
        if abs(ratio - share) <= share / 5:
            return text
    return say(", each smaller than the last")


def _issue_title(seen: Seen, issue: Issue, steps: Sequence[Step]) -> str:
    say = seen.say
    if not steps:
        return say("Nobody has named {issue} yet.", issue=inline(issue.name))
    theirs, ours = _of(steps, Who.THEM), _of(steps, Who.US)
    parts = [text for text in (_they_went(seen, issue, theirs), _we_went(seen, issue, ours)) if text]
    head = _capital(", ".join(parts)) or issue.name
    unit = seen.unit(issue)
    if issue.id in seen.settled:
        words = seen.said(issue, seen.settled[issue.id], unit=False)
        return say("{moves}; agreed at {value}.", moves=head, value=f"{words} {unit}".strip())
    if not theirs or not ours:
        return f"{head}."
    one, other = theirs[-1], ours[-1]
    if one.stated is not None and one.stated == other.stated:
        return say("{moves}; both stand at {value}.", moves=head, value=f"{one.words} {unit}".strip())
    gap = ""
    if one.stated is not None and other.stated is not None:
        gap = seen.apart(issue, one.stated, other.stated, unit=True)
    if not gap:
        return say("{moves}; {theirs} against {ours} is still open.", moves=head, theirs=one.words, ours=other.words)
    return say("{moves}; {gap} is still open.", moves=head, gap=gap)


def _they_went(seen: Seen, issue: Issue, own: Sequence[Step]) -> str:
    say = seen.say
    if not own:
        return ""
    offers = say.plural("{n} offer", "{n} offers", len(own))
    first, last = own[0], own[-1]
    if len(own) == 1:
        return say("They named {value}", value=f"{last.words} {seen.unit(issue)}".strip())
    if first.value == last.value:
        return say("They stayed at {value} in {offers}", value=last.words, offers=offers)
    size = _size(seen, issue, first, last)
    if not size:
        return say("They went from {first} to {last} in {offers}", first=first.words, last=last.words, offers=offers)
    data = {"size": size, "offers": offers, "pace": _pace(say, own)}
    if last.value < first.value:
        return say("They came down {size} in {offers}{pace}", **data)
    return say("They came up {size} in {offers}{pace}", **data)


def _we_went(seen: Seen, issue: Issue, own: Sequence[Step]) -> str:
    say = seen.say
    if not own:
        return ""
    first, last = own[0], own[-1]
    if len(own) == 1:
        return say("we named {value}", value=f"{last.words} {seen.unit(issue)}".strip())
    if first.value == last.value:
        return say("we stayed at {value}", value=last.words)
    size = _size(seen, issue, first, last)
    if not size:
        return say("we went from {first} to {last}", first=first.words, last=last.words)
    return say("we went down {size}", size=size) if last.value < first.value else say("we went up {size}", size=size)


def _size(seen: Seen, issue: Issue, first: Step, last: Step) -> str:
    if first.stated is None or last.stated is None:
        return ""
    return seen.apart(issue, first.stated, last.stated)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
