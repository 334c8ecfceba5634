"""core: the reserved words of the meeting line, one table a language; English is read in every language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from core.currency import named_currency
from core.line import Verb
from core.meeting import Channel
from core.message import Message, message
from core.side import Side


class Clause(StrEnum):
    """The words that open a part of a line (rules 8 and 9)."""

    IF = "if"
    FOR = "for"
    UNTIL = "until"
    BY = "by"
    PACKAGE = "pkg"


class TimeUnit(StrEnum):
    """The units that convert into each other (rule 11)."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


THOUSAND = "k"
MONTH_OR_MORE = "m"  # a month on a time issue only, else asked
PER_CENT = "%"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Reserved words in small letters, by where they may stand.

    `who` is read as the first token only and `verbs` right after it, so `who` may share a letter with a unit ("w"),
    which stands behind a number. All others keep apart: no word has two meanings.
    """

    who: Mapping[str, Side]
    verbs: Mapping[str, Verb]
    clauses: Mapping[str, Clause]
    channels: Mapping[str, Channel]
    times: Mapping[str, TimeUnit]
    thousands: frozenset[str] = frozenset({THOUSAND})
    per_cents: frozenset[str] = frozenset({PER_CENT})
    reserved: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Gather every word that no option and no alias may be."""
        words = {*self.who, *self.verbs, *self.clauses, *self.channels, *self.times, *self.thousands, *self.per_cents}
        object.__setattr__(self, "reserved", frozenset(words))


TABLES: Mapping[str, Vocabulary] = {
    "en": Vocabulary(
        who={"t": Side.THEM, "they": Side.THEM, "<": Side.THEM, "w": Side.US, "we": Side.US, ">": Side.US},
        verbs={
            "ok": Verb.AGREE,
            "no": Verb.REFUSE,
            "park": Verb.PARK,
            "?": Verb.ASK,
            "ask": Verb.ASK,
            "!": Verb.PROMISE,
            "todo": Verb.PROMISE,
            "~": Verb.GUESS,
            "guess": Verb.GUESS,
            "x": Verb.TACTIC,
            "tactic": Verb.TACTIC,
            "z": Verb.SANCTION,
            "sanction": Verb.SANCTION,
            "+": Verb.NEW_ISSUE,
            "new": Verb.NEW_ISSUE,
        },
        clauses={
            "if": Clause.IF,
            "for": Clause.FOR,
            "until": Clause.UNTIL,
            "by": Clause.BY,
            "pkg": Clause.PACKAGE,
        },
        channels={"mail": Channel.MAIL, "email": Channel.MAIL, "e-mail": Channel.MAIL, "phone": Channel.PHONE},
        times={
            "d": TimeUnit.DAY,
            "day": TimeUnit.DAY,
            "days": TimeUnit.DAY,
            "wk": TimeUnit.WEEK,
            "wks": TimeUnit.WEEK,
            "week": TimeUnit.WEEK,
            "weeks": TimeUnit.WEEK,
            "mo": TimeUnit.MONTH,
            "month": TimeUnit.MONTH,
            "months": TimeUnit.MONTH,
            "y": TimeUnit.YEAR,
            "yr": TimeUnit.YEAR,
            "yrs": TimeUnit.YEAR,
            "year": TimeUnit.YEAR,
            "years": TimeUnit.YEAR,
            "w": TimeUnit.WEEK,
            MONTH_OR_MORE: TimeUnit.MONTH,
        },
    ),
    "de": Vocabulary(
        who={"sie": Side.THEM, "wir": Side.US},
        verbs={
            "einig": Verb.AGREE,
            "nein": Verb.REFUSE,
            "parken": Verb.PARK,
            "frage": Verb.ASK,
            "zusage": Verb.PROMISE,
            "vermutung": Verb.GUESS,
            "taktik": Verb.TACTIC,
            "drohung": Verb.SANCTION,
            "neu": Verb.NEW_ISSUE,
        },
        clauses={
            "wenn": Clause.IF,
            "für": Clause.FOR,
            "bis": Clause.UNTIL,
            "per": Clause.BY,
            "paket": Clause.PACKAGE,
        },
        channels={"post": Channel.MAIL, "telefon": Channel.PHONE},
        times={
            "tag": TimeUnit.DAY,
            "tage": TimeUnit.DAY,
            "tagen": TimeUnit.DAY,
            "woche": TimeUnit.WEEK,
            "wochen": TimeUnit.WEEK,
            "monat": TimeUnit.MONTH,
            "monate": TimeUnit.MONTH,
            "monaten": TimeUnit.MONTH,
            "j": TimeUnit.YEAR,
            "jahr": TimeUnit.YEAR,
            "jahre": TimeUnit.YEAR,
            "jahren": TimeUnit.YEAR,
        },
        thousands=frozenset({"tsd"}),
        per_cents=frozenset({"prozent"}),
    ),
}


@lru_cache(maxsize=16)
def vocabulary(language: str) -> Vocabulary:
    """Return the English words together with those of a language ("de", "de_AT"); English alone for others."""
    english = TABLES["en"]
    own = TABLES.get(language.replace("-", "_").partition("_")[0])
    if own is None or own is english:
        return english
    return Vocabulary(
        who={**english.who, **own.who},
        verbs={**english.verbs, **own.verbs},
        clauses={**english.clauses, **own.clauses},
        channels={**english.channels, **own.channels},
        times={**english.times, **own.times},
        thousands=english.thousands | own.thousands,
        per_cents=english.per_cents | own.per_cents,
    )


def name_trouble(name: str, language: str) -> Message | None:
    """Tell why an option or alias cannot be named so: it is a reserved word or a bare unit (rule 5); else None.

    A currency, by its sign or its code, is a unit in every negotiation.
    """
    if name.strip().casefold() in vocabulary(language).reserved or named_currency(name.strip(), ""):
        return message("line.name_reserved", name=name.strip())
    return None
