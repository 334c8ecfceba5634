"""core: the term, a value stated for one issue, exact as it was said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TypeAlias

# A number in the issue's unit, a day, or the label of one of the issue's options.
Value: TypeAlias = "Decimal | date | str"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """What is stated for one issue. `upto` is the other end where a range was said ("1.45 to 1.48").

    `as_said` keeps a term as typed where a unit was converted ("6 w"); `assumed` marks one that nobody
    stated and that the baseline stands in for. `withdrawn_at` is set when the speaker takes it back.
    """

    issue_id: int
    value: Value
    upto: Value | None = None
    as_said: str = ""
    assumed: bool = False
    withdrawn_at: datetime | None = None


Package: TypeAlias = "tuple[Term, ...]"

TERM_FIELD = "issue-"


def term_field(issue_id: int) -> str:
    """Return the name of the field in which a package states a term on an issue."""
    return f"{TERM_FIELD}{issue_id}"
