"""core: the verdict, four lights with their reasons, as given at a moment and kept with the line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any

from core.exact import read_fraction
from core.message import Message, decode, encode
from core.plain import compact
from core.term import Package, Value


class Light(StrEnum):
    """What one light says.

    `limit` and `term` use ACT, CLEAR, NONE and CANNOT_JUDGE; `batna` and `minimum` use CERTAIN, POSSIBLE, CLEAR,
    NONE and CANNOT_JUDGE (DOMAIN, section 4). NONE: there is nothing to judge against.
    """

    ACT = "act"
    CERTAIN = "certain"
    POSSIBLE = "possible"
    CLEAR = "clear"
    NONE = "none"
    CANNOT_JUDGE = "cannot_judge"


class Flag(StrEnum):
    """The three flags that every screen, list and document uses: glyph, word and place, never colour alone."""

    ACT = "act"
    CHECK = "check"
    FINE = "fine"


@dataclass(frozen=True, slots=True)
class Interval:
    """A value between `low` and `high` (shares of 1, exact); both are equal where nothing is open."""

    low: Fraction
    high: Fraction

    @property
    def is_exact(self) -> bool:
        """Tell whether the interval is one figure."""
        return self.low == self.high

    def above(self, other: Interval) -> Interval:
        """Return how far the value lies above another, below it where negative; both ends where either is open."""
        return Interval(self.low - other.high, self.high - other.low)


def breach(value: Interval, against: Interval) -> Light:
    """Compare a package's value with what it must not fall below: CERTAIN, POSSIBLE or CLEAR."""
    if value.high < against.low:
        return Light.CERTAIN
    return Light.CLEAR if value.low >= against.high else Light.POSSIBLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """How far the offer's value is from the BATNA's: negative is worse than walking away.

    `points` are shares of 1; `money` is the same in the negotiation's currency, None where no issue is money.
    `total` is the exact difference of the unit prices at the stated volume, where volume is negotiable and stated
    and the BATNA has a price; what else the two packages hold does not enter it.
    """

    points: Interval
    money: Interval | None
    currency: str
    total: Fraction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortfall:
    """A stated term that is worse than the same term of the BATNA, by how much, all figures positive.

    `unit` is the difference in the issue's unit (days for a date), None for options; `percent` that as a share of
    the BATNA's figure, None where it is no number or 0; `total` is money, None where the issue is none.
    """

    issue_id: int
    value: Value
    batna: Value
    unit: Decimal | None = None
    percent: Fraction | None = None
    total: Fraction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """Steps in our favour after which lights 1 to 3 no longer act.

    `terms` holds the changed terms (one, or the fewest that do it together); `loss` is what they cost the other
    side by our estimate of it, a share of their scale, or where there is none the share of the range that they
    move; `lifts_to` is the batna light after the repair. `cheapest` marks the first to propose.
    """

    terms: Package
    reason: Message
    loss: Fraction
    lifts_to: Light
    cheapest: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How a set of terms stands: value, four lights, each with its reason, difference to the BATNA, repairs.

    `value` is None where no value can be computed; `at_baselines` is the figure with unsaid issues at their
    baselines where all have one. `batna_name` names the alternative that it was judged against, empty without one.
    `shortfalls` and `term_reasons` have one entry for every stated term that is worse than the BATNA's; `unsaid`
    lists the issues that count and are not stated, `outside` those whose term lies outside the range.
    """

    value: Interval | None
    at_baselines: Fraction | None
    limit: Light
    batna: Light
    minimum: Light
    term: Light
    limit_reason: Message
    batna_reason: Message
    minimum_reason: Message
    term_reason: Message
    batna_name: str = ""
    term_reasons: tuple[Message, ...] = ()
    shortfalls: tuple[Shortfall, ...] = ()
    unsaid: tuple[int, ...] = ()
    past_limit: tuple[int, ...] = ()
    outside: tuple[int, ...] = ()
    difference: Difference | None = None
    repairs: tuple[Repair, ...] = ()
    no_repair: Message | None = None

    @property
    def flag(self) -> Flag:
        """Return the flag that sums the lights up: act past a limit or in a certain breach, check in doubt."""
        if self.limit is Light.ACT or Light.CERTAIN in (self.batna, self.minimum):
            return Flag.ACT
        doubtful = (Light.POSSIBLE, Light.CANNOT_JUDGE)
        if self.batna in (*doubtful, Light.NONE) or self.minimum in doubtful or self.limit is Light.CANNOT_JUDGE:
            return Flag.CHECK
        return Flag.FINE

    @property
    def is_breach(self) -> bool:
        """Tell whether a deal on these terms is certainly worth less than the BATNA."""
        return self.batna is Light.CERTAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A verdict as it was given at the moment, kept with the line and never rewritten.

    Only what is needed to show it again is kept: value, lights and reasons, not the repairs. `told` holds the reasons
    as they are stored: a long talk has thousands of them, and hardly one is ever asked for.
    """

    value: Interval | None
    limit: Light
    batna: Light
    minimum: Light
    term: Light
    flag: Flag
    told: str

    @classmethod
    def of(cls, verdict: Verdict) -> Given:
        """Take what is kept from a verdict."""
        reasons = (verdict.limit_reason, verdict.batna_reason, verdict.minimum_reason, verdict.term_reason)
        return cls(
            value=verdict.value,
            limit=verdict.limit,
            batna=verdict.batna,
            minimum=verdict.minimum,
            term=verdict.term,
            flag=verdict.flag,
            told=written((*reasons, *verdict.term_reasons)),
        )

    @property
    def reasons(self) -> tuple[Message, ...]:
        """Return the reasons of the lights, one each, and those of the terms; raise ValueError for damaged ones."""
        return tuple(decode(each) for each in json.loads(self.told))

    def to_json(self) -> str:
        """Write the verdict as one line of JSON from which `from_json` restores it exactly."""
        stored: dict[str, Any] = {
            "value": None if self.value is None else [str(self.value.low), str(self.value.high)],
            "limit": self.limit,
            "batna": self.batna,
            "minimum": self.minimum,
            "term": self.term,
            "flag": self.flag,
            "reasons": json.loads(self.told),
        }
        return compact(stored)

    @classmethod
    def from_json(cls, text: str) -> Given:
        """Restore a verdict that `to_json` wrote; raise ValueError for anything else."""
        try:
            stored = json.loads(text)
            value, reasons = stored["value"], stored["reasons"]
            if not all(isinstance(each["code"], str) for each in reasons):
                raise ValueError("not a stored verdict")
            return cls(
                value=None if value is None else Interval(read_fraction(value[0]), read_fraction(value[1])),
                limit=Light(stored["limit"]),
                batna=Light(stored["batna"]),
                minimum=Light(stored["minimum"]),
                term=Light(stored["term"]),
                flag=Flag(stored["flag"]),
                told=compact(reasons),
            )
        except (KeyError, TypeError, IndexError, ArithmeticError) as error:
            raise ValueError("not a stored verdict") from error


def written(reasons: Iterable[Message]) -> str:
    """Return reasons as a given verdict keeps them."""
    return compact([encode(each) for each in reasons])
