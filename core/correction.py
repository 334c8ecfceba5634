"""core: the correction, what a line of the log becomes when it is typed anew in its own place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from itertools import chain

from core.commitment import Commitment
from core.concession import Concession
from core.concessions import propose
from core.errors import NotAllowed
from core.issue import Issue
from core.line import Line, Verb
from core.log import Entry, entry_of, line_of
from core.negotiation import Negotiation
from core.on_table import taken_back
from core.shorthand.statement import Reading, Statement
from core.term import Package
from core.weights import without_issue


def correct(negotiation: Negotiation, line: Line, reading: Reading, was: Statement, reason: str = "") -> Entry:
    """Return what a line of the log becomes by another reading; `was` is the statement that it had.

    It keeps its place in the log, its meeting and its time, unless the text says another time, and is judged anew
    against what had been said before it. With it go the steps that were proposed from it and from later lines of its
    side, in which what the user has added stays; its promise; and the issue that it added. No repairs are worked out.
    Raises NotAllowed where a line that added an issue would say something else, and what `compose` raises.
    """
    statement = reading.statement
    corrected = _in_place(line, line_of(negotiation, reading, line.at, line.logged_at))
    if line.verb is Verb.NEW_ISSUE and line.issues:
        return _with_issue(negotiation, corrected, line.issues[0], statement, was)
    after = replace(negotiation, lines=tuple(corrected if each.id == line.id else each for each in negotiation.lines))
    entry = entry_of(after, corrected, statement, reason.strip() or line.exception, with_repairs=False)
    steps = list(_steps(negotiation, after, line, entry))
    promise, no_promise = _promise(negotiation, line, entry)
    return replace(
        entry,
        concessions=tuple(step for step, stays in steps if stays),
        commitment=promise,
        dropped=(*(step for step, stays in steps if not stays), *no_promise),
        unshared=taken_back(negotiation, after.lines),
    )


def _in_place(line: Line, corrected: Line) -> Line:
    """Return the corrected line with what it keeps of the old one."""
    kept = replace(corrected, id=line.id, is_key=line.is_key)
    if corrected.at == line.at:
        channel = corrected.channel if corrected.channel is not None else line.channel
        kept = replace(kept, meeting_id=line.meeting_id, round_number=line.round_number, channel=channel)
    taken_back = {term.issue_id: term.withdrawn_at for term in line.terms if term.withdrawn_at is not None}
    return replace(kept, terms=_taken_back(kept.terms, taken_back)) if taken_back else kept


def _taken_back(terms: Package, when: dict[int, datetime]) -> Package:
    return tuple(replace(term, withdrawn_at=when.get(term.issue_id)) for term in terms)


def _steps(before: Negotiation, after: Negotiation, line: Line, entry: Entry) -> Iterator[tuple[Concession, bool]]:
    """Yield each step that changes, and whether it still is one: of the line, and of later ones that began at it."""
    known = {(each.to_line_id, each.issue_id): each for each in before.concessions}
    touched = {term.issue_id for term in (*line.terms, *entry.line.terms)}
    sides = {line.side, entry.line.side}
    start = min(line.at, entry.line.at)
    for each in after.spoken:
        if each.id == line.id:
            old, new = propose(before, line), tuple(replace(step, to_line_id=line.id) for step in entry.concessions)
        elif each.at >= start and each.side in sides and touched & {t.issue_id for t in each.terms}:
            old, new = propose(before, each), propose(after, each)
        else:
            continue
        yield from _changed(old, new, known)


def _changed(
    old: tuple[Concession, ...], new: tuple[Concession, ...], known: dict[tuple[int, int], Concession]
) -> Iterator[tuple[Concession, bool]]:
    was = {(each.to_line_id, each.issue_id): each for each in old}
    now = {(each.to_line_id, each.issue_id): each for each in new}
    for key in dict.fromkeys(chain(was, now)):
        there, step = known.get(key), now.get(key)
        if there is None:
            # one that was proposed and is not there any more was deleted by the user
            if step is not None and key not in was:
                yield step, True
        elif step is None:
            yield there, False
        else:
            wanted = step.in_return_for or there.in_return_for
            kept = replace(step, id=there.id, in_return_for=wanted, confirmed=there.confirmed)
            if kept != there:
                yield kept, True


def _promise(negotiation: Negotiation, line: Line, entry: Entry) -> tuple[Commitment | None, tuple[Commitment, ...]]:
    """Return the promise of the corrected line, in the place of the old one, and what is no promise any more."""
    made = next((each for each in negotiation.commitments if each.line_id == line.id), None)
    if made is None or entry.commitment is None:
        return entry.commitment, () if made is None else (made,)
    due = entry.commitment.due if made.due == line.valid_until else made.due
    return replace(made, side=entry.commitment.side, text=entry.commitment.text, due=due), ()


def _with_issue(
    negotiation: Negotiation, corrected: Line, issue_id: int, statement: Statement, was: Statement
) -> Entry:
    """Return the entry of a line that added an issue and now adds it with other ends, another name or weight."""
    added = negotiation.issue_by_id[issue_id]
    if statement.verb is not Verb.NEW_ISSUE or statement.new_issue is None:
        raise NotAllowed("line.adds_issue", issue=added.name)
    before = without_issue(negotiation, issue_id, None if was.new_issue is None else was.new_issue.weight)
    others = tuple(_weighed(each, before) for each in negotiation.issues if each.id != issue_id)
    entry = entry_of(replace(negotiation, issues=others), corrected, statement, "")
    if entry.issue is None:
        return entry
    named = ("name", "kind", "unit", "best", "worst", "step", "weight", "money_worth")
    issue = replace(added, **{name: getattr(entry.issue, name) for name in named})
    stands = {each.id: each.weight for each in negotiation.issues}
    weights = {key: weight for key, weight in {**before, **entry.weights}.items() if weight != stands[key]}
    return replace(entry, line=replace(entry.line, issues=(issue_id,)), issue=issue, weights=weights)


def _weighed(issue: Issue, weights: dict[int, Decimal]) -> Issue:
    return replace(issue, weight=weights[issue.id]) if issue.id in weights else issue
