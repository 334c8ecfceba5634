"""core: the title of a dance - who moved how far in how many offers, and what is still open."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from core.charts.dance import Who
from core.findings.dance_steps import Step, of
from core.told import inline

if TYPE_CHECKING:
    from core.findings.seen import Seen
    from core.issue import Issue
    from core.words import Words


def shrinking(values: Sequence[Fraction]) -> Fraction | None:
    """Return how large each step is against the one before, on average, where there are three and all shrink."""
    sizes = [abs(other - one) for one, other in pairwise(values) if other != one]
    if len(sizes) < 3:
        return None
    ratios = [after / before for before, after in pairwise(sizes)]
    return sum(ratios, Fraction(0)) / len(ratios) if max(ratios) < 1 else None


def package_title(seen: Seen, steps: Sequence[Step]) -> str:
    """Return who moved how many points, and how many are still open."""
    say = seen.say
    if not seen.moves:
        return say("No offer has been made yet.")
    if not steps:
        obstacle = seen.valuation.obstacle
        why = "" if obstacle is None else say.message(obstacle)
        return say("The offers cannot be valued: {why}", why=why)
    theirs, ours = of(steps, Who.THEM), of(steps, Who.US)
    parts = []
    for own, moved, once in (
        (theirs, _they_moved, say("They made one offer, worth {value}")),
        (ours, _we_moved, say("we made one offer, worth {value}")),
    ):
        if len(own) > 1:
            parts.append(moved(seen, own))
        elif own:
            parts.append(once.replace("{value}", own[0].words))
    head = _capital(", ".join(parts))
    last = steps[-1]
    if last.who is Who.BOTH and all(term.issue_id in seen.settled for term in last.line.terms):
        if not head:
            return say("The package is agreed at {value} points.", value=last.words)
        return say("{moves}; agreed at {value} points.", moves=head, value=last.words)
    if theirs and ours:
        gap = ours[-1].value - theirs[-1].value
        if gap > 0:
            size = _points(seen, theirs[-1], ours[-1])
            return say("{moves}; {gap} points are still open.", moves=head, gap=size)
        return say("{moves}; their standing offer is worth no less to us than ours.", moves=head)
    return f"{head or say('The package')}."


def _they_moved(seen: Seen, own: Sequence[Step]) -> str:
    say = seen.say
    size = own[-1].value - own[0].value
    count = say.plural("{n} step", "{n} steps", len(own) - 1)
    if _stayed(own):
        return say("They did not move in {steps}", steps=count)
    if size == 0:
        return say("They are back where they began after {steps}", steps=count)
    data = {"size": _points(seen, own[0], own[-1]), "steps": count, "pace": _pace(say, own)}
    if size > 0:
        return say("They moved {size} points toward us in {steps}{pace}", **data)
    return say("They moved {size} points away from us in {steps}{pace}", **data)


def _we_moved(seen: Seen, own: Sequence[Step]) -> str:
    say = seen.say
    size = own[-1].value - own[0].value
    count = say.plural("{n} step", "{n} steps", len(own) - 1)
    if _stayed(own):
        return say("we did not move in {steps}", steps=count)
    if size == 0:
        return say("we are back where we began after {steps}", steps=count)
    data = {"size": _points(seen, own[0], own[-1]), "steps": count}
    if size < 0:
        return say("we moved {size} points toward them in {steps}", **data)
    return say("we asked {size} points more in {steps}", **data)


def _stayed(own: Sequence[Step]) -> bool:
    """Tell whether no step of a side changed anything: one that went and came back moved all the same."""
    return all((step.value, step.low, step.high) == (own[0].value, own[0].low, own[0].high) for step in own)


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


def issue_title(seen: Seen, issue: Issue, steps: Sequence[Step]) -> str:
    """Return who moved how far on an issue, and what is still open."""
    say = seen.say
    if not steps:
        return say("Nobody has named {issue} yet.", issue=inline(issue.name))
    theirs, ours = of(steps, Who.THEM), of(steps, Who.US)
    parts = [text for text in (_they_went(seen, issue, theirs), _we_went(seen, issue, ours)) if text]
    head = _capital(", ".join(parts))
    unit = seen.unit(issue)
    if issue.id in seen.settled:
        value = f"{seen.said(issue, seen.settled[issue.id], unit=False)} {unit}".strip()
        if not head:
            return say("{issue} is agreed at {value}.", issue=issue.name, value=value)
        return say("{moves}; agreed at {value}.", moves=head, value=value)
    if not theirs or not ours:
        return f"{head or issue.name}."
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
    if _stayed(own):
        return say("They stayed at {value} in {offers}", value=last.words, offers=offers)
    if first.value == last.value:
        return say("They came back to {value} after {offers}", value=last.words, offers=offers)
    if first.is_open or last.is_open:
        data = {"first": first.words, "last": last.words, "offers": offers}
        return say("They named {first} first and {last} last, in {offers}", **data)
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
    if _stayed(own):
        return say("we stayed at {value}", value=last.words)
    if first.value == last.value:
        return say("we came back to {value}", value=last.words)
    if first.is_open or last.is_open:
        return say("we named {first} first and {last} last", first=first.words, last=last.words)
    size = _size(seen, issue, first, last)
    if not size:
        return say("we went from {first} to {last}", first=first.words, last=last.words)
    return say("we went down {size}", size=size) if last.value < first.value else say("we went up {size}", size=size)


def _size(seen: Seen, issue: Issue, first: Step, last: Step) -> str:
    if first.stated is None or last.stated is None or isinstance(last.stated, date):
        return ""  # a day comes neither down nor up: both days are told
    return seen.apart(issue, first.stated, last.stated)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
