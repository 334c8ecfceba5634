"""core: the region, how one part of the world writes numbers, days and times."""

from __future__ import annotations

from datetime import date, datetime

from babel import Locale
from babel.core import UnknownLocaleError
from babel.dates import format_date, format_time
from babel.numbers import get_decimal_symbol, get_group_symbol

PLAIN = "en_GB"


class Region:
    """The forms of one region; those of an unknown one are the British."""

    def __init__(self, code: str = PLAIN) -> None:
        """Take a code such as de_DE."""
        try:
            self.locale = Locale.parse(code)
        except (UnknownLocaleError, ValueError):
            self.locale = Locale.parse(PLAIN)
        self.code = str(self.locale)
        self.decimal_mark = get_decimal_symbol(self.locale)
        self.group_mark = get_group_symbol(self.locale)

    @property
    def name(self) -> str:
        """Return the region's name in its own language, as people look for it."""
        return str(self.locale.get_display_name(self.locale) or self.code)

    @property
    def is_english(self) -> bool:
        """Tell whether it writes in English."""
        return self.locale.language == "en"

    def day(self, day: date, pattern: str) -> str:
        """Write a day by a pattern, or by the region's own of a name such as "medium"."""
        return format_date(day, pattern, locale=self.locale)

    def clock(self, moment: datetime) -> str:
        """Write the time of day in the moment's own zone."""
        return format_time(moment, "HH:mm", tzinfo=moment.tzinfo, locale=self.locale)
