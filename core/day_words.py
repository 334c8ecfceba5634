"""core: the words of a language that name a weekday, lead to a day or stand before one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from babel import Locale
from babel.dates import get_day_names


@dataclass(frozen=True, slots=True)
class DayWords:
    """What a region says around a day beside English and German, which are read in every region; in small letters.

    `weekdays` counts from Monday (0). A word of `leads` says that a day follows, one of `between` may stand right
    before it, and behind one of `denials` no day is meant: "not before Friday".
    """

    weekdays: tuple[tuple[str, int], ...] = ()
    leads: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()
    denials: frozenset[str] = frozenset()


PLAIN = DayWords()


@dataclass(frozen=True, slots=True)
class _Around:
    leads: str
    between: str = ""
    denials: str = ""
    # the weekdays in other cases than Babel names, from Monday, several of one day parted by a slash
    cases: str = ""


_AROUND: Mapping[str, _Around] = {
    "cs": _Around(
        "do před v ve", "dne", "ne", "pondělka úterka středy/středu čtvrtka pátku soboty/sobotu neděle/neděli"
    ),
    "da": _Around("inden før til senest på", "den", "ikke"),
    "es": _Around("para antes hasta", "el del de la próximo", "no"),
    "fr": _Around("avant pour d'ici jusqu'à jusqu'au", "le au à la", "pas"),
    "it": _Around("entro per prima", "il di del la", "non"),
    "nb": _Around("innen før til senest på", "den", "ikke"),
    "nl": _Around("voor vóór tot op uiterlijk", "de aanstaande komende volgende", "niet"),
    "pl": _Around(
        "do przed na w we",
        "dnia najbliższy najbliższego",
        "nie",
        "poniedziałku wtorku środy/środę czwartku piątku soboty/sobotę niedzieli/niedzielę",
    ),
    "pt": _Around("até para antes", "o a ao à dia de da do", "não"),
    "sv": _Around("före till senast på", "den", "inte"),
}


def day_words(locale: Locale) -> DayWords:
    """Return the words of a region's language; only the names of the weekdays where nothing else is known of it."""
    around = _AROUND.get(locale.language, _Around(""))
    names = [(name.casefold(), number) for number, name in get_day_names("wide", locale=locale).items()]
    names += [(name, number) for number, each in enumerate(around.cases.split()) for name in each.split("/")]
    return DayWords(
        tuple(names),
        frozenset(around.leads.split()),
        frozenset(around.between.split()),
        frozenset(around.denials.split()),
    )
