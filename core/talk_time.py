"""core: the time of a meeting, how much of it each issue took, held against what the issue weighs.

Win-win takes time, and it is easily spent on what matters little (DOMAIN, A6); so the minutes stand beside the weight.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction

from core.line import Line
from core.meeting import Meeting
from core.message import Message, Share, message
from core.negotiation import Negotiation
from core.value import Valuation

LEAST = timedelta(minutes=10)  # below it nobody is told that time was wasted
TIMES = 3  # a share of the time so many times that of the value is worth a word


@dataclass(frozen=True, slots=True)
class IssueTime:
    """What one issue took: how long, its share of the talk, and its weight as a share of 1, None without weights."""

    issue_id: int
    spent: timedelta
    share: Fraction
    weight: Fraction | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkTime:
    """The time of a meeting: `talked` without its pauses, of which `other` was about no issue."""

    talked: timedelta
    paused: timedelta
    other: timedelta
    issues: tuple[IssueTime, ...]
    word: Message | None = None


def talk_time(negotiation: Negotiation, meeting: Meeting, now: datetime) -> TalkTime:
    """Return how the time of a meeting went until `now`, or until its end.

    What passes before a line was spent on what the line is about, in equal parts where it names several issues; what
    passes after the last line, on what that one was about. Pauses count for nothing. An issue that took at least
    `LEAST`, and `TIMES` its share of the value, is told: the one that took longest.
    """
    if meeting.started_at is None:
        return TalkTime(talked=timedelta(), paused=timedelta(), other=timedelta(), issues=())
    until = meeting.ended_at or max(now, meeting.started_at)
    spent: dict[int, timedelta] = {}
    other = timedelta()
    for span, about in _spans(negotiation, meeting, until):
        if not about:
            other += span
        for issue_id in about:
            spent[issue_id] = spent.get(issue_id, timedelta()) + span / len(about)
    talked = sum(spent.values(), other)
    weights = Valuation(negotiation).shares
    seconds = Fraction(talked // timedelta(microseconds=1))
    times = tuple(
        IssueTime(
            issue.id,
            spent[issue.id],
            Fraction(spent[issue.id] // timedelta(microseconds=1)) / seconds if seconds else Fraction(0),
            weights.get(issue.id),
        )
        for issue in negotiation.issues
        if issue.id in spent
    )
    paused = sum(((pause.ended_at or until) - pause.started_at for pause in meeting.pauses), timedelta())
    return TalkTime(talked=talked, paused=paused, other=other, issues=times, word=_word(negotiation, times))


def _spans(negotiation: Negotiation, meeting: Meeting, until: datetime) -> Iterator[tuple[timedelta, tuple[int, ...]]]:
    """Yield the stretches of a meeting, pauses taken out, each with the issues that it was about."""
    at = meeting.started_at or until
    about: tuple[int, ...] = ()
    for line in negotiation.spoken:
        if line.meeting_id != meeting.id or line.at < at:
            continue
        about = _about(negotiation, line) or about
        yield _net(meeting, at, min(line.at, until), until), about
        at = min(line.at, until)
    yield _net(meeting, at, until, until), about


def _net(meeting: Meeting, start: datetime, end: datetime, until: datetime) -> timedelta:
    """Return the time between two moments that was no pause."""
    found = max(end - start, timedelta())
    for pause in meeting.pauses:
        overlap = min(end, pause.ended_at or until) - max(start, pause.started_at)
        found -= max(overlap, timedelta())
    return max(found, timedelta())


def _about(negotiation: Negotiation, line: Line) -> tuple[int, ...]:
    named = (*(term.issue_id for term in (*line.terms, *line.conditions, *line.in_return)), *line.issues)
    return tuple(each for each in dict.fromkeys(named) if each in negotiation.issue_by_id)


def _word(negotiation: Negotiation, times: tuple[IssueTime, ...]) -> Message | None:
    wasted = [
        each for each in times if each.weight is not None and each.spent >= LEAST and each.share >= TIMES * each.weight
    ]
    if not wasted:
        return None
    longest = max(wasted, key=lambda each: each.spent)
    return message(
        "talk.time_on_little",
        n=longest.spent // timedelta(minutes=1),
        issue=negotiation.issue_by_id[longest.issue_id].name,
        share=Share(longest.weight or Fraction(0)),
    )
