"""core: which issue each term of a meeting line goes to; a bare number by rule 6, in every way that it allows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from core.issue import Issue, ScaleKind
from core.message import Message, message
from core.shorthand.amounts import Amount
from core.shorthand.terms import Typed
from core.shorthand.values import Found, Reader, holds
from core.term import Term

NO_RANGE = message("line.no_range")  # told, and a sign that asking would find readings
_MOST_WAYS = 24
_MOST_STEPS = 3000


@dataclass(frozen=True, slots=True)
class Resolved:
    """The terms of a line in the order they were typed; `asked`: the rules want the reading confirmed.

    `homeless` tells that no range holds a bare number, so that every issue which could take it is asked.
    """

    terms: tuple[Term, ...]
    asked: bool = False
    homeless: bool = False


def resolve(typed: Sequence[Typed], taken: frozenset[int], reader: Reader, *, homeless: bool) -> list[Resolved]:
    """Give every typed term its issue and value, in all ways; `taken` issues are stated by a package already.

    A line states an issue once: an issue named in it is never meant by a bare number of the same line, and two bare
    numbers never go to one issue. Without `homeless`, a bare number that no range holds has no reading.
    """
    named = [each.issue_id for each in typed if each.issue_id is not None]
    if len(set(named)) < len(named) or taken & set(named):
        twice = next(each for place, each in enumerate(named) if each in named[:place] or each in taken)
        reader.troubles.append(message("line.twice", issue=reader.context.lexicon.issues[twice].name))
        return []
    if len(typed) > len(reader.context.issues):
        reader.troubles.append(message("line.number_twice"))
        return []
    spoken = taken | set(named)
    columns: list[list[Found]] = []
    any_homeless = False
    for each in typed:
        if each.issue_id is not None:
            column = reader.found(each, reader.context.lexicon.issues[each.issue_id])
            if not column:
                reader.troubles.append(_not_taken(reader.context.lexicon.issues[each.issue_id]))
        else:
            column, is_homeless = _bare(each, frozenset(spoken), reader, homeless=homeless)
            any_homeless = any_homeless or is_homeless
        if not column:
            return []
        columns.append(column)
    found: list[Resolved] = []
    for ways in _distinct(columns):
        found.append(Resolved(tuple(way.term for way in ways), any(way.asked for way in ways), any_homeless))
        if len(found) >= _MOST_WAYS:
            break
    if not found:
        reader.troubles.append(message("line.number_twice"))
    return found


def _not_taken(issue: Issue) -> Message:
    """Say what a value of the issue looks like, where one was typed that it cannot take."""
    if issue.kind is ScaleKind.DATE:
        return message("line.not_a_day", issue=issue.name)
    if issue.kind is ScaleKind.OPTIONS:
        return message("line.not_an_option", issue=issue.name, options=", ".join(each.label for each in issue.options))
    if issue.unit:
        return message("line.not_its_unit", issue=issue.name, unit=issue.unit)
    return message("line.not_plain", issue=issue.name)


def _bare(typed: Typed, spoken: frozenset[int], reader: Reader, *, homeless: bool) -> tuple[list[Found], bool]:
    """Return where a bare number may go: the last issue spoken of, else the issues whose range holds it, else all.

    It goes only where its unit converts exactly: 30 days are a payment term of 30 days, but no lead time in weeks.
    """
    context = reader.context
    probe = replace(reader, troubles=[])
    able = {
        issue.id: found
        for issue in context.issues
        if issue.id not in spoken and (found := [each for each in probe.found(typed, issue) if not each.rounded])
    }
    fitting = {issue_id: [each for each in found if _fits(each, reader)] for issue_id, found in able.items()}
    last = fitting.get(context.last_issue or 0)
    if last:
        return last, False
    held = [each for found in fitting.values() for each in found]
    if held:
        return held, False
    if not able:
        reader.troubles.extend(each for each in probe.troubles[:1] if each.code == "money.currency")
        is_step = isinstance(typed.what, Amount) and typed.what.step != 0
        reader.troubles.append(message("line.step_on" if is_step else "line.no_issue"))
    elif not homeless:
        reader.troubles.append(NO_RANGE)
        return [], False
    return [each for found in able.values() for each in found], True


def _fits(found: Found, reader: Reader) -> bool:
    issue = reader.context.lexicon.issues[found.term.issue_id]
    upto = found.term.upto
    return holds(issue, found.term.value) and (upto is None or holds(issue, upto))


def _distinct(columns: Sequence[Sequence[Found]]) -> Iterator[tuple[Found, ...]]:
    """Yield every choice of one value a column that states no issue twice; the search is bounded."""
    open_ways: list[tuple[Found, ...]] = [()]
    for _ in range(_MOST_STEPS):
        if not open_ways:
            return
        chosen = open_ways.pop()
        if len(chosen) == len(columns):
            yield chosen
            continue
        used = {each.term.issue_id for each in chosen}
        fresh = [each for each in columns[len(chosen)] if each.term.issue_id not in used]
        open_ways += [(*chosen, each) for each in reversed(fresh)]
