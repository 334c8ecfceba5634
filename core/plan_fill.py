"""core: what the lists of a plan can be filled with from what is known - names of packages, questions, an agenda."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from core.analysis.bridges import bridges
from core.analysis.case import Case
from core.analysis.meso import Meso
from core.encounters import Encounters
from core.gaps import Gap, quoted
from core.message import Message, message
from core.negotiation import Negotiation
from core.side import Side
from core.value import Valuation

MOST_QUESTIONS = 8
"""How many questions are put on the list at once, those worth most first."""

MOST_TACTICS = 5
"""How many tactics of theirs are expected at once, those used most often."""

MOST_SLOTS = 5
"""How many issues have an entry of their own on an agenda."""

AGENDA_MINUTES = 60
"""How long a meeting is planned where nobody said."""

_BEFORE, _AFTER, _LEAST = 10, 5, 5  # minutes for what both need, for what is agreed, and of any entry
_NOT_FOR_THEM = ("ask.their_share", "ask.their_share_guess", "ask.style")


def given_by(case: Case, found: Meso) -> tuple[tuple[int, ...], ...]:
    """Return for each of several equal packages the issues on which it gives them more than the mean of the others.

    That on which it gives most more comes first; it is what sets the package apart, and what they choose it for.
    """
    worths = [
        {term.issue_id: case.theirs.part(term.issue_id, term.value) or Fraction(0) for term in each.package}
        for each in found.packages
    ]
    apart = []
    for at, own in enumerate(worths):
        others = [each for place, each in enumerate(worths) if place != at]
        more = {
            issue_id: worth - sum((each[issue_id] for each in others), Fraction(0)) / len(others)
            for issue_id, worth in own.items()
            if others
        }
        apart.append(tuple(sorted((each for each in more if more[each] > 0), key=lambda each: -more[each])))
    return tuple(apart)


def questions_to_ask(negotiation: Negotiation, gaps: Iterable[Gap]) -> tuple[Message, ...]:
    """Return questions that fill gaps, then those that explore what interests could be served by; none twice.

    What we have to look up or to watch ourselves is no question to them, and none repeats an interest of ours.
    """
    asked = [gap.question for gap in gaps if gap.question.code not in _NOT_FOR_THEM]
    found: list[Message] = []
    for each in (*asked, *_explored(negotiation)):
        if each not in found:
            found.append(each)
    return tuple(found)


def _explored(negotiation: Negotiation) -> Iterator[Message]:
    for prompt in bridges(negotiation):
        issue = negotiation.issue_by_id.get(prompt.issue_id or 0)
        theirs = "" if prompt.theirs is None else quoted(prompt.theirs.interest or prompt.theirs.position)
        match prompt.message.code:
            case "bridge.both" if issue is not None:
                yield message("ask.explore", issue=issue.name, text=theirs)
            case "bridge.ask_theirs" if issue is not None:
                yield message("ask.explore_issue", issue=issue.name)
            case "bridge.whole" | "bridge.new_issue":
                yield message("ask.explore_whole", text=theirs)
            case "bridge.why":
                yield message("ask.position", text=theirs)
            case "bridge.why_on_issue" if issue is not None:
                yield message("ask.position_on", issue=issue.name, text=theirs)


def tactics_to_plan(met: Iterable[Encounters]) -> tuple[tuple[Side, int], ...]:
    """Return the tactics to be ready for, by side and number: what people used most often, then what to vary ours to.

    `met` is what the meetings with each of the people told; who sat in one meeting saw the same, so the largest count
    of a tactic tells how often it was used.
    """
    seen: dict[int, int] = {}
    ours: list[int] = []
    for each in met:
        for tactic in each.seen:
            seen[tactic.number] = max(seen.get(tactic.number, 0), tactic.times)
        if each.variation is not None and each.variation.number not in ours:
            ours.append(each.variation.number)
    theirs = sorted(seen, key=lambda number: -seen[number])[:MOST_TACTICS]
    return (*((Side.THEM, number) for number in theirs), *((Side.US, number) for number in ours))


@dataclass(frozen=True, slots=True)
class Slot:
    """One entry of an agenda: what it is about, an issue or the words of a message, and its minutes."""

    minutes: int
    issue_id: int | None = None
    words: Message | None = None


def agenda_by_weight(negotiation: Negotiation, minutes: int = AGENDA_MINUTES) -> tuple[Slot, ...]:
    """Return an agenda: what both need, the issues that count most in proportion to their weight, what is agreed.

    In steps of five minutes, and at least five for each entry, so that small issues do not take the time of large
    ones; all together take the `minutes`, unless those are too few for five each. Issues past the first `MOST_SLOTS`
    share one entry.
    """
    counted = Valuation(negotiation).shares
    issues = sorted(negotiation.issues, key=lambda each: -counted.get(each.id, Fraction(0)))
    named = issues[:MOST_SLOTS]
    rest = minutes - _BEFORE - _AFTER - (_LEAST if len(issues) > len(named) else 0)
    parts = _parted(rest // _LEAST, [counted.get(each.id, Fraction(0)) for each in named])
    found = [Slot(_BEFORE, words=message("agenda.needs"))]
    found += [Slot(part * _LEAST, issue_id=each.id) for each, part in zip(named, parts, strict=True)]
    if len(issues) > len(named):
        found.append(Slot(_LEAST, words=message("agenda.other_issues")))
    return (*found, Slot(_AFTER, words=message("agenda.close")))


def _parted(units: int, weights: Sequence[Fraction]) -> list[int]:
    """Part units in proportion to weights, at least one each; without any weight in equal parts."""
    if not weights:
        return []
    total = sum(weights, Fraction(0))
    wanted = [units * (each / total if total else Fraction(1, len(weights))) for each in weights]
    found = [max(1, int(each)) for each in wanted]
    while sum(found) < units:
        found[max(range(len(found)), key=lambda at: wanted[at] - found[at])] += 1
    while sum(found) > max(units, len(found)):
        found[max((at for at, part in enumerate(found) if part > 1), key=lambda at: (found[at] - wanted[at], at))] -= 1
    return found
