"""ui: the terms of a package in a sheet - a column an issue, a value or a range in each. Makes no widget."""

from __future__ import annotations

from core.issue import Issue
from core.negotiation import Negotiation
from core.phrases import cut_middle
from core.term import TERM_FIELD, Term, term_field
from ui.sheets.kept import NotRead
from ui.sheets.reader import Reader

_LONGEST_TITLE = 14


def term_key(issue: Issue) -> str:
    """Return the key of an issue's column."""
    return term_field(issue.id)


def issue_of(negotiation: Negotiation, key: str) -> Issue | None:
    """Return the issue whose column has this key, None where it is another column."""
    return negotiation.issue_by_id.get(int(key.removeprefix(TERM_FIELD))) if key.startswith(TERM_FIELD) else None


def term_title(issue: Issue) -> str:
    """Return the title of an issue's column, a long name cut."""
    return cut_middle(issue.name, _LONGEST_TITLE)


def range_text(term: Term, reader: Reader) -> str:
    """Write a term as it is typed: one value, or both ends of a range."""
    text = reader.show(term.value)
    return text if term.upto is None else f"{text}..{reader.show(term.upto)}"


def read_range(reader: Reader, issue: Issue, text: str) -> Term | None:
    """Read a term as it is typed: 1.40, or 1.40..1.45; None for nothing. Raises NotRead."""
    low, dots, high = text.partition("..")
    value = reader.value(low, issue)
    if value is None and not dots:
        return None
    upto = reader.value(high, issue) if dots else None
    if value is None or (dots and upto is None):
        raise NotRead(reader.say("Type a range as 1.40..1.45, both ends."))
    return Term(issue_id=issue.id, value=value, upto=upto)
