"""ui: reads what is typed into the cells and fields of Prepare, by the region's marks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from core.errors import BadInput
from core.exact import as_decimal
from core.issue import Issue, Option, Point, ScaleKind
from core.naming import basis_word
from core.number import Marks, parse_money, parse_number, parse_value
from core.shorthand.vocabulary import name_trouble
from core.side import Basis
from core.term import Value
from core.words import NO_BREAK, Words
from ui.sheets.kept import NotRead
from ui.typed import read_day

_Found = TypeVar("_Found")


class Reader:
    """Turn texts into values and values into texts that can be typed again; raises NotRead with what to type."""

    def __init__(self, say: Words, clock: Callable[[], datetime]) -> None:
        """Take the words of the region and the clock."""
        self.say = say
        self._clock = clock
        self._marks = Marks.of(say)

    # texts

    def show(self, value: Value | None) -> str:
        """Write a value without its unit, empty for none."""
        return "" if value is None else self.say.quantity(value)

    def show_options(self, options: tuple[Option, ...]) -> str:
        """Write options as they are typed: none = 0; full = 1."""
        return "; ".join(f"{each.label} = {self.say.number(each.value)}" for each in options)

    def show_points(self, points: tuple[Point, ...]) -> str:
        """Write points as they are typed: 1.40 = 1; 1.48 = 0.2."""
        return "; ".join(f"{self.show(each.at)} = {self.say.number(each.value)}" for each in points)

    # values

    def value(self, text: str, issue: Issue) -> Value | None:
        """Read a value of an issue; None for nothing."""
        if not text.strip():
            return None
        with_plain_blanks = text.replace(NO_BREAK, " ")
        return self._read(lambda: parse_value(with_plain_blanks, issue, self._marks, self._clock()))

    def number(
        self, text: str, unit: str = "", *, least: int | None = None, above: int | None = None
    ) -> Decimal | None:
        """Read a number, not below `least` or only `above` a bound; None for nothing."""
        if not text.strip():
            return None
        return self._bounded(
            self._read(lambda: parse_number(text.replace(NO_BREAK, " "), self._marks, unit)), least, above
        )

    def money(self, text: str, currency: str, *, least: int | None = None) -> Decimal | None:
        """Read an amount; None for nothing."""
        if not text.strip():
            return None
        clean = text.replace(NO_BREAK, " ")
        return self._bounded(self._read(lambda: parse_money(clean, currency, self._marks)), least, None)

    def day(self, text: str) -> date | None:
        """Read a day; None for nothing."""
        return self._read(lambda: read_day(text, self.say, self._clock().date()))

    def chance(self, text: str) -> Decimal | None:
        """Read a probability in per cent as a share of 1; None for nothing."""
        number = self.number(text, "%", least=0)
        if number is not None and 0 < number < 1 and "%" not in text:
            raise NotRead(self.say("A chance is typed in per cent: 50 for one in two, 0.5 % for one in two hundred."))
        if number is not None and number > 100:
            raise NotRead(self.say("A chance is at most 100 %. Type 0 to 100."))
        return None if number is None else as_decimal(Fraction(number) / 100)

    def basis(self, text: str) -> Basis | None:
        """Read what knowledge rests on; None for nothing."""
        words = {basis: basis_word(self.say, basis) for basis in Basis}
        listed = ", ".join(words.values())
        return self.one_of(text, words, self.say("A basis is one of: {words}.", words=listed))

    def yes(self, text: str) -> bool:
        """Tell whether a text in a column of check marks sets one: every text but "no" and 0."""
        return text.strip().casefold() not in ("", "0", "no", self.say("no").casefold())

    def one_of(self, text: str, words: Mapping[_Found, str], trouble: str) -> _Found | None:
        """Read one of a few words, or its first letters where no other begins so; None for nothing."""
        wanted = text.strip().casefold()
        if not wanted:
            return None
        found = [each for each, word in words.items() if word.casefold().startswith(wanted)]
        exact = [each for each in found if words[each].casefold() == wanted]
        if len(exact or found) != 1:
            raise NotRead(trouble)
        return (exact or found)[0]

    def options(self, text: str) -> tuple[Option, ...]:
        """Read options with their values, such as: none = 0; shared = 0.5; full = 1."""
        found = []
        for label, typed in self._pairs(text):
            trouble = name_trouble(label, self.say.language)
            if trouble is not None:
                raise NotRead(self.say.message(trouble))
            value = self.number(typed, least=0)
            if value is None or value > 1:
                raise NotRead(self.say("The value of {option} must be between 0 and 1.", option=label))
            found.append(Option(label, value))
        if len({each.label.casefold() for each in found}) < len(found):
            raise NotRead(self.say("Each option needs a name of its own."))
        return tuple(found)

    def points(self, text: str, issue: Issue) -> tuple[Point, ...]:
        """Read points of a bent scale, such as: 1.40 = 1; 1.48 = 0.2."""
        found = []
        for place, typed in self._pairs(text):
            at, value = self.value(place, issue), self.number(typed)
            if at is None or value is None or isinstance(at, str):
                raise NotRead(self.say("Type each point as place = value, for example 1.40 = 1; 1.48 = 0.2."))
            found.append(Point(at, value))
        return tuple(found)

    def alias(self, text: str) -> str:
        """Read an issue's key in the meeting line."""
        key = text.strip()
        trouble = name_trouble(key, self.say.language) if key else None
        if trouble is not None:
            raise NotRead(self.say.message(trouble))
        return key

    def as_date(self, text: str, issue: Issue) -> date | None:
        """Return the day that a text is, None where it is none: for an issue whose kind is still open."""
        try:
            found = self.value(text, replace(issue, kind=ScaleKind.DATE))
        except NotRead:
            return None
        return found if isinstance(found, date) else None

    # inside

    def _pairs(self, text: str) -> list[tuple[str, str]]:
        found = []
        for piece in text.replace("\n", ";").split(";"):
            if not piece.strip():
                continue
            label, sign, typed = piece.rpartition("=")
            if not sign or not label.strip() or not typed.strip():
                raise NotRead(self.say("Type each as name = value, parted by ; for example none = 0; full = 1."))
            found.append((label.strip(), typed.strip()))
        return found

    def _bounded(self, number: Decimal, least: int | None, above: int | None) -> Decimal:
        if least is not None and number < least:
            raise NotRead(self.say("The number must be at least {least}.", least=least))
        if above is not None and number <= above:
            raise NotRead(self.say("The number must be more than {least}.", least=above))
        return number

    def _read(self, parse: Callable[[], _Found]) -> _Found:
        try:
            return parse()
        except BadInput as error:
            raise NotRead(self.say.message(error.message)) from error
