"""core: the names of currencies as people type them - ISO 4217 codes in either case, and signs."""

from __future__ import annotations

import re
from functools import lru_cache

from babel import Locale

# Signs that several currencies share belong to the negotiation's own where it is one of them, else to the first.
_SIGNS = {
    "\u20ac": ("EUR",),
    "$": ("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "TWD", "CLP", "COP", "ARS"),
    "\u00a3": ("GBP",),
    "\u00a5": ("JPY", "CNY"),
    "\u20b9": ("INR",),
    "\u20ba": ("TRY",),
    "\u20a9": ("KRW",),
    "\u20bd": ("RUB",),
    "\u20b4": ("UAH",),
    "\u20aa": ("ILS",),
    "\u0e3f": ("THB",),
    "z\u0142": ("PLN",),
    "k\u010d": ("CZK",),
    "us$": ("USD",),
}
# In small letters these codes are words of a sentence, so they count as codes in capitals only.
_WORDS = frozenset(
    ("all", "ang", "bam", "bob", "cop", "cup", "gel", "lak", "mad", "mop", "pen", "rub", "sos", "top", "try", "wst")
)


@lru_cache(maxsize=1)
def _codes() -> frozenset[str]:
    return frozenset(str(code) for code in Locale.parse("en").currencies)


@lru_cache(maxsize=512)
def named_currency(text: str, own: str) -> str | None:
    """Return the ISO code that a text names, None where it names none; `own` is tried first for a shared sign."""
    if text.casefold() == own.casefold():
        return own
    signs = _SIGNS.get(text.casefold())
    if signs:
        return own if own in signs else signs[0]
    code = text.upper()
    if len(text) != 3 or code not in _codes() or (text != code and text in _WORDS):
        return None
    return code if text in (code, code.lower()) else None


def head_of_unit(unit: str) -> str:
    """Return the currency that a unit counts in ("EUR" of "EUR/can"), empty where it counts in none."""
    head = re.split(r"[/\s]", unit.strip(), maxsplit=1)[0]
    if head in _codes():
        return head
    signs = _SIGNS.get(head.casefold())
    return signs[0] if signs else ""
