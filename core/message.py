"""core: what a rule has to say, as a code with data; `core.words` turns it into a sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from sys import intern
from types import MappingProxyType
from typing import Any, TypeAlias

from core.exact import read_decimal, read_fraction

_NO_DATA: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money: exact, with its ISO 4217 currency."""

    number: Decimal | Fraction
    currency: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A stated value of an issue: a number, a date or an option, with the issue's unit."""

    value: Decimal | date | str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Points:
    """A package value; `value` is a share of 1 and is shown 0 to 100."""

    value: Fraction


@dataclass(frozen=True, slots=True)
class Share:
    """A share of 1, shown in per cent."""

    value: Fraction


Datum: TypeAlias = "str | int | Decimal | Fraction | date | Amount | Quantity | Points | Share | Message"


@dataclass(frozen=True, slots=True)
class Message:
    """A code with the data that its sentence needs; equal when both are equal.

    Codes are dotted lower-case words (`breach.certain`); the sentences stand in `core.sentences`.
    """

    code: str
    data: Mapping[str, Datum] = field(default_factory=lambda: _NO_DATA)

    def __hash__(self) -> int:
        """Hash by the code, since mappings cannot be hashed."""
        return hash(self.code)


def message(code: str, **data: Datum) -> Message:
    """Build a message from keyword data."""
    return Message(code, MappingProxyType(data))


def encode(found: Message) -> dict[str, Any]:
    """Turn a message into plain JSON values from which `decode` restores it exactly."""
    return {"code": found.code, "data": {name: _encode_datum(datum) for name, datum in found.data.items()}}


def decode(stored: Mapping[str, Any]) -> Message:
    """Restore a message that `encode` wrote; raise ValueError for anything else."""
    try:
        # the same few codes and names stand in every message of a long talk
        data = {intern(str(name)): _decode_datum(datum) for name, datum in stored["data"].items()}
        return Message(intern(str(stored["code"])), MappingProxyType(data) if data else _NO_DATA)
    except (KeyError, TypeError, AttributeError, ArithmeticError) as error:
        raise ValueError("not a stored message") from error


def _encode_datum(datum: Datum) -> Any:
    match datum:
        case str() | int():
            return datum
        case Decimal():
            return {"number": str(datum)}
        case Fraction():
            return {"fraction": str(datum)}
        case date():
            return {"date": datum.isoformat()}
        case Amount():
            return {"amount": _encode_datum(datum.number), "currency": datum.currency}
        case Quantity():
            return {"quantity": _encode_datum(datum.value), "unit": datum.unit}
        case Points():
            return {"points": str(datum.value)}
        case Share():
            return {"share": str(datum.value)}
        case Message():
            return {"message": encode(datum)}


def _decode_datum(stored: Any) -> Any:
    if isinstance(stored, (str, int)):
        return stored
    read = next((_DECODERS[name] for name in stored if name in _DECODERS), None)
    if read is None:
        raise ValueError("not a stored datum")
    return read(stored)


# By the name that no other kind of datum has: a long talk holds thousands of them.
_DECODERS: dict[str, Callable[[dict[str, Any]], Datum]] = {
    "amount": lambda stored: Amount(_decode_datum(stored["amount"]), _text(stored["currency"])),
    "quantity": lambda stored: Quantity(_decode_datum(stored["quantity"]), _text(stored["unit"])),
    "number": lambda stored: read_decimal(_text(stored["number"])),
    "fraction": lambda stored: read_fraction(_text(stored["fraction"])),
    "date": lambda stored: date.fromisoformat(_text(stored["date"])),
    "points": lambda stored: Points(read_fraction(_text(stored["points"]))),
    "share": lambda stored: Share(read_fraction(_text(stored["share"]))),
    "message": lambda stored: decode(stored["message"]),
}


def _text(stored: object) -> str:
    if not isinstance(stored, str):
        raise ValueError("not a stored text")  # noqa: TRY004 - what is stored is wrong
    return stored
