"""ui: the signs of the entry line by example, for the help; a test reads each of them."""

from __future__ import annotations

from dataclasses import dataclass

from core.line import Verb


@dataclass(frozen=True, slots=True)
class Sign:
    """One example of a line, what it does as a catalogue text, and the verb that it is read as."""

    example: str
    text: str
    verb: Verb


SIGNS = (
    Sign("t p 1.22", "they offer a price; w is we", Verb.OFFER),
    Sign("w 1.19 p, 45d pay", "two terms in one line", Verb.OFFER),
    Sign("t p 1.22 if pay 30", "on a condition; for, where it is given already", Verb.OFFER),
    Sign("w p -0.01", "a step from the own last price", Verb.OFFER),
    Sign("t p 1.20..1.22 !!", "a range, their last word", Verb.OFFER),
    Sign("t p 1.21 until 30.12. by mail", "how long it holds, and how it was said", Verb.OFFER),
    Sign("w ok p", "agree what the other side stands by", Verb.AGREE),
    Sign("w no p", "refuse it", Verb.REFUSE),
    Sign("t park pay", "leave an issue for later", Verb.PARK),
    Sign("t ? lead", "they ask about an issue", Verb.ASK),
    Sign("t ! send the index proof", "a promise", Verb.PROMISE),
    Sign("t ~ p 1.20", "a guess about them", Verb.GUESS),
    Sign("t x 2", "a tactic by its number", Verb.TACTIC),
    Sign("t z stop delivery", "a threat", Verb.SANCTION),
    Sign("w + Rebate % 4..0 10", "a new issue: name, unit, best..worst, weight", Verb.NEW_ISSUE),
    Sign("t # looked at the clock", "a note; also behind any line", Verb.NOTE),
)
