"""db: how a case of the sample is read - fields typed as their columns are, days counted from today."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy.types import TypeEngine

from core.issue import Option
from core.term import Value
from db.columns import Choice, Day, Exact, Options, StatedValue
from db.mapping import table_of
from db.schema import Row

Case = Mapping[str, Any]

# A day in a line of the sample, counted from today: {+30}, {-30}.
_DAYS_FROM_NOW = re.compile(r"\{([+-]\d+)\}")


class Calendar:
    """A clock that is turned to the day on which something happened, and back to today."""

    def __init__(self, today: datetime) -> None:
        """Take the moment from which days are counted."""
        self.today = today
        self.now = today

    def __call__(self) -> datetime:
        """Return the moment that the clock shows."""
        return self.now

    def day(self, days: int) -> date:
        """Return a day counted from today."""
        return self.today.date() + timedelta(days=days)

    def moment(self, days: int, clock: str) -> datetime:
        """Return a time ("10:04") of a day counted from today."""
        return datetime.combine(self.day(days), time.fromisoformat(clock), self.today.tzinfo)

    def turn(self, days: int, clock: str) -> None:
        """Turn the clock to a time of a day counted from today."""
        self.now = self.moment(days, clock)

    def turn_back(self) -> None:
        """Turn the clock to today's moment."""
        self.now = self.today


@dataclass
class Reader:
    """Reads the tables of one case; records that others name are found by what they are called there."""

    calendar: Calendar
    people: Mapping[str, int] = field(default_factory=dict)
    issues: Mapping[str, int] = field(default_factory=dict)
    goals: dict[str, int] = field(default_factory=dict)

    def fields(self, kind: type[Row], given: Case) -> dict[str, Any]:
        """Return the fields of a record of this kind, of the types that its columns hold."""
        columns = table_of(kind).c
        named = {
            "person": ("counterpart_id", self.people),
            "issue": ("issue_id", self.issues),
            "return_issue": ("return_issue_id", self.issues),
            "goal": ("goal_id", self.goals),
        }
        found: dict[str, Any] = {}
        for name, value in given.items():
            if name in named:
                column, known = named[name]
                found[column] = known[value]
            elif name == "years_ago":
                found["year"] = self.calendar.today.year - value
            else:
                found[name] = self._typed(columns[name].type, value)
        return found

    def value(self, text: str) -> Value:
        """Read a number, a day counted from today ("+30"), or an option."""
        if text.startswith("+"):
            return self.calendar.day(int(text))
        try:
            return Decimal(text)
        except ArithmeticError:
            return text

    def days_in(self, line: str) -> str:
        """Return a line with its days written out."""
        return _DAYS_FROM_NOW.sub(lambda found: self.calendar.day(int(found[1])).isoformat(), line)

    def _typed(self, kind: TypeEngine[Any], value: Any) -> Any:
        read: Callable[[Any], Any]
        match kind:
            case Exact():
                read = Decimal
            case Day():
                read = self.calendar.day
            case Choice():
                read = kind.members
            case StatedValue():
                read = self.value
            case Options():
                read = _options
            case _:
                return value
        return read(value)


def _options(given: Mapping[str, str]) -> tuple[Option, ...]:
    return tuple(Option(label, Decimal(worth)) for label, worth in given.items())
