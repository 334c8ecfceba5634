"""ui: one typed line on its way down - read, composed, logged - the same for the window and the command line; no Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from core.changes import Changes
from core.correction import correct
from core.errors import NotAllowed
from core.line import Line, Verb
from core.log import Entry, compose, opening
from core.message import Message
from core.negotiation import Negotiation
from core.shorthand import Reading, Status, told, words_of
from core.verdict import Verdict
from core.words import Words
from ui.meet.line_reader import LineReader

if TYPE_CHECKING:
    from db.logbook import Logbook


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged:
    """What became of one line: the record, its reading in words, both verdicts of an offer, what was changed.

    `reason` says why a line was kept unread, or what of it could not be read; None where all of it was.
    """

    negotiation: Negotiation
    line: Line
    words: str
    changes: Changes
    verdicts: tuple[Verdict, Verdict] | None = None
    reason: Message | None = None


def read_line(negotiation: Negotiation, text: str, say: Words, now: datetime) -> Reading:
    """Read a line against a negotiation as it stands, in the region and language of the words."""
    return LineReader(negotiation, say).read(text, now)


def log_line(
    logbook: Logbook,
    negotiation: Negotiation,
    reading: Reading,
    say: Words,
    now: datetime,
    reason: str = "",
    *,
    with_repairs: bool = True,
) -> Logged:
    """Log a reading, with the meeting that it begins where it begins one, and return the negotiation as it then is.

    `with_repairs` is for who shows them at once. Raises NotAllowed where an own offer passes our limit and no reason
    is given: nothing has been logged then.
    """
    entry = compose(negotiation, reading, now, now, reason, with_repairs=with_repairs)
    if entry.needs_reason is not None:
        raise NotAllowed(entry.needs_reason.code, **entry.needs_reason.data)
    entry = replace(entry, opens=opening(negotiation, entry.line, now))
    changes = logbook.lines.log(negotiation.id, entry)
    return _logged(logbook, reading, entry, changes, changes.made, say)


def revise_line(
    logbook: Logbook, negotiation: Negotiation, line: Line, reading: Reading, say: Words, reason: str = ""
) -> Logged:
    """Put a reading in the place of a line of the log, and return the negotiation as it then is; raises NotAllowed."""
    was = LineReader(negotiation, say).read_again(line, line.text).statement
    entry = correct(negotiation, line, reading, was, reason)
    if entry.needs_reason is not None:
        raise NotAllowed(entry.needs_reason.code, **entry.needs_reason.data)
    # a line that is entered as it was changes nothing
    return _logged(logbook, reading, entry, logbook.lines.revise(line.id, entry), line.id, say)


def _logged(logbook: Logbook, reading: Reading, entry: Entry, changes: Changes, line_id: int, say: Words) -> Logged:
    after = logbook.negotiations.load(entry.line.negotiation_id)
    line = next(each for each in after.lines if each.id == line_id)
    in_full = reading.status is Status.READ and line.verb is not Verb.UNREAD
    return Logged(
        negotiation=after,
        line=line,
        words=told(words_of(reading.statement, after, say)),
        changes=changes,
        verdicts=None if entry.said is None or entry.stands is None else (entry.said, entry.stands),
        reason=None if in_full else reading.message,
    )
