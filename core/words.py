"""core: words, the only place that turns codes, figures and dates into text; the language is an argument."""

from __future__ import annotations

import gettext
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any

from core.exact import as_decimal, built
from core.message import Amount, Message, Points, Quantity, Share
from core.resources import resource_path

if TYPE_CHECKING:
    from babel import Locale

    from core.region import Region

EN_DASH = "\u2013"  # a missing figure, and the minus of a negative one: the bundled font has no U+2212
NO_BREAK = "\u00a0"


# Units that people write out, as one of them is written; every other unit is an abbreviation or a name.
_OF_ONE = {"days": "day", "weeks": "week", "months": "month", "years": "year"}


class Words:
    """The catalogue of one language with the number and date forms of one region.

    `say("Add an issue")` looks a text up; `say("{n} issues", n=3)` fills it, each datum in the region's form.
    """

    def __init__(self, language: str = "en", region: str = "en_GB") -> None:
        """Load the catalogue; a language without one speaks English, an unknown region counts in English."""
        self.language = language
        self._code = region
        self._catalogue = gettext.translation(
            "logroll", str(resource_path("locale")), languages=[language], fallback=True
        )

    # Not before the first number and the first message: they take longer to load than the words of a first paint.

    @cached_property
    def _forms(self) -> Region:
        from core.region import Region  # noqa: PLC0415

        return Region(self._code)

    @cached_property
    def _sentences(self) -> dict[str, str]:
        from core.sentences import SENTENCES  # noqa: PLC0415

        return SENTENCES

    @property
    def locale(self) -> Locale:
        """Return what Babel knows of the region."""
        return self._forms.locale

    @property
    def region(self) -> str:
        """Return the code of the region whose forms are taken."""
        return self._forms.code

    @property
    def decimal_mark(self) -> str:
        """Return what stands before the decimals."""
        return self._forms.decimal_mark

    @property
    def group_mark(self) -> str:
        """Return what stands between thousands."""
        return self._forms.group_mark

    def __call__(self, text: str, /, **data: object) -> str:
        """Translate a text and fill in its data."""
        return self._fill(self._catalogue.gettext(text), data)

    def plural(self, one: str, many: str, count: int, /, **data: object) -> str:
        """Translate a text that depends on a count, given to it as `n`."""
        return self._fill(self._catalogue.ngettext(one, many, count), {"n": count, **data})

    def message(self, found: Message) -> str:
        """Turn a message into its sentence; an unknown code is shown as it is, never hidden.

        A code with a second sentence under `.one` depends on its `count`.
        """
        template = self._sentences.get(found.code)
        if template is None:
            return found.code
        one, count = self._sentences.get(f"{found.code}.one"), found.data.get("count")
        if one is not None and isinstance(count, int):
            return self.plural(one, template, count, **found.data)
        return self(template, **found.data)

    def number(self, number: Decimal | Fraction | int, places: int | None = None) -> str:
        """Write a number exactly, or rounded half up to `places`; a negative one with an en dash."""
        exact = rounded(number, places)
        digits = f"{exact.copy_abs():f}"
        whole, _, part = digits.partition(".")
        grouped = self._group(whole)
        text = f"{grouped}{self.decimal_mark}{part}" if part else grouped
        return f"{EN_DASH}{text}" if exact < 0 else text

    def signed(self, number: Decimal | Fraction | int, places: int | None = None) -> str:
        """Write a change: with its sign, a plus too."""
        exact = rounded(number, places)
        return f"+{self.number(exact)}" if exact > 0 else self.number(exact)

    def money(self, number: Decimal | Fraction | int, currency: str) -> str:
        """Write an amount to two places with its ISO code: 1,250.00 EUR."""
        return f"{self.number(number, 2)}{NO_BREAK}{currency}"

    def points(self, value: Fraction) -> str:
        """Write a package value (a share of 1) on the scale 0 to 100, to one place."""
        return self.number(value * 100, 1)

    def share(self, value: Fraction | Decimal, places: int | None = None) -> str:
        """Write a share of 1 in per cent, to at most two places unless told."""
        percent = Fraction(value) * 100
        exact = rounded(percent, 2 if places is None else places)
        return f"{self.number(_trim(exact) if places is None else exact)}{NO_BREAK}%"

    def quantity(self, value: Decimal | date | str, unit: str = "") -> str:
        """Write a stated value with its unit: 1.48 EUR/can, 30 days, 14 Mar 2027, free."""
        match value:
            case Decimal():
                text = self.number(value)
                unit = _OF_ONE.get(unit, unit) if abs(value) == 1 else unit
            case date():
                text = self.day(value)
            case str():
                return value
        return f"{text}{NO_BREAK}{unit}" if unit else text

    def day(self, day: date) -> str:
        """Write a day: 14 Mar 2027."""
        return self._forms.day(day, "d MMM y" if self._forms.is_english else "medium")

    def weekday(self, day: date) -> str:
        """Write a day with its weekday: Fri 27 Nov."""
        return self._forms.day(day, "EEE d MMM" if self._forms.is_english else "EEE d. MMM")

    def full_day(self, day: date) -> str:
        """Write a day with all its words: Friday 27 November 2026."""
        return self._forms.day(day, "EEEE d MMMM y" if self._forms.is_english else "full")

    def month(self, day: date) -> str:
        """Write the month of a day, where the day itself says too much: Mar 2027."""
        return self._forms.day(day, "MMM y")

    def clock(self, moment: datetime) -> str:
        """Write the time of day in the moment's own zone: 10:26."""
        return self._forms.clock(moment)

    def moment(self, moment: datetime) -> str:
        """Write day and time: 14 Mar 2027, 10:26."""
        return f"{self.day(moment)}, {self.clock(moment)}"

    def zoned(self, moment: datetime) -> str:
        """Write day, time and offset: 14 Mar 2027, 10:26 (UTC+01:00)."""
        offset = moment.utcoffset() or timedelta()
        minutes = round(offset.total_seconds() / 60)
        sign = "-" if minutes < 0 else "+"
        return f"{self.moment(moment)} (UTC{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d})"

    def datum(self, datum: object) -> str:
        """Write one datum of a message or a text in the region's form."""
        match datum:
            case Message():
                return self.message(datum)
            case Amount():
                return self.money(datum.number, datum.currency)
            case Quantity():
                return self.quantity(datum.value, datum.unit)
            case Points():
                return self.points(datum.value)
            case Share():
                return self.share(datum.value)
            case bool():
                return str(datum)
            case Decimal() | int():
                return self.number(datum)
            case Fraction():
                return self.number(datum, 4)
            case datetime():
                return self.moment(datum)
            case date():
                return self.day(datum)
        return str(datum)

    def _fill(self, template: str, data: dict[str, Any]) -> str:
        if not data:
            return template
        return template.format_map({name: self.datum(datum) for name, datum in data.items()})

    def _group(self, whole: str) -> str:
        head = len(whole) % 3 or 3
        parts = [whole[:head], *(whole[at : at + 3] for at in range(head, len(whole), 3))]
        return self.group_mark.join(parts)


def rounded(number: Decimal | Fraction | int, places: int | None = None) -> Decimal:
    """Round half up to `places` (65.25 becomes 65.3); without, a fraction must be a finite decimal.

    Raises ValueError for a fraction that has no finite decimal form when no places are given.
    """
    if places is None:
        return number if isinstance(number, Decimal) else as_decimal(number)
    scale = Fraction(number) * 10**places
    whole = (abs(scale) * 2 + 1) // 2
    return built(int(-whole if scale < 0 else whole), places)


def _trim(number: Decimal) -> Decimal:
    text = f"{number:f}"
    return Decimal(text.rstrip("0").rstrip(".")) if "." in text else number
