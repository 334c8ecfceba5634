"""db: how one value lies in a column - as text that a person can read, exact and unambiguous."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeAlias

from sqlalchemy import Dialect, Integer, Text
from sqlalchemy.orm.base import LoaderCallableStatus
from sqlalchemy.types import TypeDecorator, TypeEngine

from core.issue import Option, Point
from core.plain import compact
from core.verdict import Given

# What SQLite holds, what a journal image holds and what an export holds: nothing else.
Plain: TypeAlias = str | int | None
# `core.term.Value` as a type that can be looked at while the program runs.
Stated: TypeAlias = Decimal | date | str


# More digits than any price has, fewer than would fill a screen or keep a computer busy.
MOST_DIGITS = 40

# What no file can hold: NUL, and halves of characters.
_UNSTORABLE = {0: None, **dict.fromkeys(range(0xD800, 0xE000), "\ufffd")}


def storable(text: str) -> str:
    """Return a text without what no file can hold; all else stays as typed."""
    return text if text.isascii() and "\0" not in text else text.translate(_UNSTORABLE)


class Coded(TypeDecorator[Any]):
    """A value with a plain form; `encode` and `decode` turn one into the other exactly.

    Two values are the same only if their plain forms are: 1.0 and 1.00 are not, since both stay as entered.
    """

    impl: type[TypeEngine[Any]] = Text
    cache_ok = True

    def encode(self, value: Any) -> Plain:
        """Return the plain form; raise TypeError for a value of another type."""
        raise NotImplementedError

    def decode(self, stored: Any) -> Any:
        """Return the value; raise ValueError for text that `encode` cannot have written."""
        raise NotImplementedError

    # Both overridden whole: a negotiation is tens of thousands of values, and the general way takes three calls each.
    def bind_processor(self, dialect: Dialect) -> Callable[[Any], Plain]:  # noqa: ARG002 - SQLAlchemy's signature
        encode = self.encode
        return lambda value: None if value is None else encode(value)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any] | None:  # noqa: ARG002 - SQLAlchemy's signature
        decode = self.decode
        return lambda value: None if value is None else decode(value)

    def compare_values(self, x: Any, y: Any) -> bool:
        if x is None or y is None:
            return x is y
        if isinstance(x, LoaderCallableStatus) or isinstance(y, LoaderCallableStatus):
            # a column that a new row was not given and that was never read: whatever is set is new
            return False
        return self.encode(x) == self.encode(y)


class Exact(Coded):
    """A decimal as it was entered: 1.50 stays 1.50."""

    cache_ok = True

    def encode(self, value: Any) -> Plain:
        if isinstance(value, int) and not isinstance(value, bool):
            value = Decimal(value)
        if not isinstance(value, Decimal):
            raise TypeError(f"a decimal is needed, not {type(value).__name__}")
        return str(value)

    def decode(self, stored: Any) -> Decimal:
        return _decimal(stored)


class Day(Coded):
    """A calendar day, 2027-03-14."""

    cache_ok = True

    def encode(self, value: Any) -> Plain:
        if not isinstance(value, date) or isinstance(value, datetime):
            raise TypeError(f"a date is needed, not {type(value).__name__}")
        return value.isoformat()

    def decode(self, stored: Any) -> date:
        return date.fromisoformat(stored)


class Moment(Coded):
    """A moment with its offset from UTC, as it was where it was taken."""

    cache_ok = True

    def encode(self, value: Any) -> Plain:
        if not isinstance(value, datetime) or value.utcoffset() is None:
            raise TypeError("a moment with its zone is needed")
        return value.isoformat()

    def decode(self, stored: Any) -> datetime:
        moment = datetime.fromisoformat(stored)
        if moment.tzinfo is None:
            raise ValueError("a moment without its zone")
        return moment


class Names(Coded):
    """Names of fields, in the order in which they were given: "weight limit"."""

    cache_ok = True

    def encode(self, value: Any) -> Plain:
        if not isinstance(value, tuple) or not all(isinstance(each, str) and each.isidentifier() for each in value):
            raise TypeError("a tuple of names is needed")
        return " ".join(value)

    def decode(self, stored: Any) -> tuple[str, ...]:
        return tuple(str(stored).split())


class YesNo(Coded):
    """A mark that is set or not, 1 or 0."""

    impl = Integer
    cache_ok = True

    def encode(self, value: Any) -> Plain:
        if not isinstance(value, bool):
            raise TypeError(f"True or False is needed, not {type(value).__name__}")
        return int(value)

    def decode(self, stored: Any) -> bool:
        return bool(stored)


class Words(Coded):
    """Text as it was typed."""

    cache_ok = True

    def encode(self, value: Any) -> Plain:
        if not isinstance(value, str):
            raise TypeError(f"text is needed, not {type(value).__name__}")
        return str(value)

    def decode(self, stored: Any) -> str:
        return str(stored)

    def result_processor(self, dialect: Dialect, coltype: object) -> None:
        """Leave text as it comes."""


class Choice(Coded):
    """A member of an enumeration, by its value."""

    cache_ok = True

    def __init__(self, members: type[StrEnum]) -> None:
        """Take the enumeration."""
        super().__init__()
        self.members = members
        self._known = {member.value: member for member in members}

    def encode(self, value: Any) -> Plain:
        if not isinstance(value, self.members):
            raise TypeError(f"{self.members.__name__} is needed, not {type(value).__name__}")
        return value.value

    def decode(self, stored: Any) -> StrEnum:
        # lists are full of them, and an enumeration takes its time
        return self._known.get(stored) or self.members(stored)


class StatedValue(Coded):
    """A number, a day or an option's label, told apart by their first letter: n:1.48, d:2027-03-14, o:free."""

    cache_ok = True

    def encode(self, value: Any) -> Plain:
        match value:
            case datetime():
                raise TypeError("a day is stated, not a moment")
            case Decimal():
                return f"n:{value}"
            case date():
                return f"d:{value.isoformat()}"
            case str():
                return f"o:{value}"
        raise TypeError(f"a stated value is needed, not {type(value).__name__}")

    def decode(self, stored: Any) -> Stated:
        text = str(stored)
        match text[:2]:
            case "n:":
                return _decimal(text[2:])
            case "d:":
                return date.fromisoformat(text[2:])
            case "o:":
                return text[2:]
        raise ValueError("not a stated value")


class Points(Coded):
    """The points of a piecewise scale as JSON: [{"at": "n:1.48", "value": "0.5"}]."""

    cache_ok = True

    def encode(self, value: Any) -> Plain:
        stated = StatedValue()
        return compact([{"at": stated.encode(point.at), "value": str(point.value)} for point in value])

    def decode(self, stored: Any) -> tuple[Point, ...]:
        return _points(stored)


class Options(Coded):
    """The options of a scale as JSON: [{"label": "free", "value": "1"}]."""

    cache_ok = True

    def encode(self, value: Any) -> Plain:
        return compact([{"label": option.label, "value": str(option.value)} for option in value])

    def decode(self, stored: Any) -> tuple[Option, ...]:
        return _options(stored)


class GivenVerdict(Coded):
    """A verdict as given, as JSON."""

    cache_ok = True

    def encode(self, value: Any) -> Plain:
        if not isinstance(value, Given):
            raise TypeError(f"a given verdict is needed, not {type(value).__name__}")
        return value.to_json()

    def decode(self, stored: Any) -> Given:
        return _given(stored)


# Columns whose text is JSON; an export shows them as what they are.
JSON_TYPES = (Points, Options, GivenVerdict)


def encoder(kind: TypeEngine[Any]) -> Callable[[Any], Plain]:
    """Return what turns a column's value into its plain form; ids and counts are plain already."""
    return kind.encode if isinstance(kind, Coded) else _as_it_is


def decoder(kind: TypeEngine[Any]) -> Callable[[Any], Any]:
    """Return what turns a column's plain form into its value."""
    return kind.decode if isinstance(kind, Coded) else _as_it_is


def _as_it_is(value: Any) -> Any:
    return value


def _decimal(text: str) -> Decimal:
    try:
        number = Decimal(text)
    except ArithmeticError as error:
        raise ValueError("not a number") from error
    if not number.is_finite() or abs(number.adjusted()) > MOST_DIGITS or len(text) > 2 * MOST_DIGITS:
        raise ValueError("not a number that anybody can mean")
    return number


# What was just written comes back at once, and a line's two verdicts are often the same.
_given = lru_cache(maxsize=16)(Given.from_json)


# The same few scales are read again with every verb; both results are immutable.
@lru_cache(maxsize=256)
def _points(stored: str) -> tuple[Point, ...]:
    at = StatedValue()
    points = []
    for each in _items(stored):
        place = at.decode(each["at"])
        if isinstance(place, str):
            raise ValueError("a point of a scale is a number or a day")  # noqa: TRY004 - what is stored is wrong
        points.append(Point(place, _decimal(each["value"])))
    return tuple(points)


@lru_cache(maxsize=256)
def _options(stored: str) -> tuple[Option, ...]:
    return tuple(Option(str(each["label"]), _decimal(each["value"])) for each in _items(stored))


def _items(stored: str) -> list[dict[str, str]]:
    items = json.loads(stored)
    if not isinstance(items, list):
        raise ValueError("not a list")  # noqa: TRY004 - what is stored is wrong, not the call
    return items
