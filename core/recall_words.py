"""core: the words of the recall card that screen and paper share."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from core.encounters import Encounters
from core.naming import style_word
from core.note import Note
from core.recall import KeepRate, Promise, RecallCard, Sittings
from core.side import Side
from core.spans import term_words
from core.styles import Certainty, Observed, StyleAdvice
from core.tactics_seen import TacticSeen
from core.verdict import Flag
from core.words import Words


def who(say: Words, side: Side) -> str:
    """Return who promised, as the first word of a row."""
    return say("We") if side is Side.US else say("They")


def due(say: Words, promise: Promise) -> str:
    """Return until when a promise is to be kept, as the reason of its flag."""
    day = promise.commitment.due
    if day is None:
        return say("no day set")
    return say("overdue since {day}", day=day) if promise.flag is Flag.ACT else say("due {day}", day=day)


def rates(say: Words, found: Sequence[tuple[Side, KeepRate]]) -> str:
    """Return how reliably either side kept its word, in one sentence; empty where nothing fell due."""
    by_side = dict(found)
    theirs, ours = by_side.get(Side.THEM), by_side.get(Side.US)
    if theirs is not None and ours is not None:
        return say(
            "Kept in time: they {kept} of {of}, we {own} of {all}.",
            kept=theirs.kept,
            of=theirs.of,
            own=ours.kept,
            all=ours.of,
        )
    if theirs is not None:
        return say("Kept in time: they {kept} of {of}.", kept=theirs.kept, of=theirs.of)
    return "" if ours is None else say("Kept in time: we {kept} of {of}.", kept=ours.kept, of=ours.of)


def met(say: Words, sittings: Sittings) -> str:
    """Return how often one met, and when last."""
    last = sittings.last
    if last is None or last.started_at is None:
        return say("Not met yet")
    return say.plural("Met once, on {day}", "Met {n} times, last on {day}", sittings.met, day=last.started_at.date())


def opened(say: Words, card: RecallCard) -> str:
    """Return what we opened with last time, and where that was; empty where we made no offer."""
    if not card.opening:
        return ""
    terms = ", ".join(f"{issue.name} {term_words(say, issue, term)}" for issue, term in card.opening)
    return say("You opened with {terms}, in “{title}”.", terms=terms, title=card.opened_in)


def dealt(say: Words, found: Observed) -> str:
    """Return how somebody dealt, how sure that is and of how many times it was seen."""
    sure = {
        Certainty.SURE: say("sure"),
        Certainty.LIKELY: say("likely"),
        Certainty.FAINT: say("a first impression"),
    }[found.certainty]
    style, times, every = style_word(say, found.style).capitalize(), found.seen[0].times, found.times
    if every == 1:
        return say("{style}, {sure}, seen once", style=style, sure=sure)
    words = say("{style}, {sure}: {n} of {all} times", style=style, sure=sure, n=times, all=every)
    return (
        say("{dealt}, lately {style}", dealt=words, style=style_word(say, found.newest)) if found.is_changing else words
    )


def advised(say: Words, advice: StyleAdvice) -> str:
    """Return the style to take next time; where too little is known for one, what to find out first."""
    if advice.style is not None:
        return style_word(say, advice.style).capitalize()
    return say("Too little is known: {what}.", what=", ".join(say.message(each) for each in advice.unknown[:1]))


def foreseen(say: Words, met: Encounters, *, short: bool = False) -> str:
    """Return how well our tactics toward somebody can be guessed; empty below five of them.

    In `short` the hit-rate alone, which says most.
    """
    found = met.predictability
    if found is None:
        return ""
    rate = say.number(found.hit_rate * 100, 0)
    if short:
        return say("Guessed right in {rate} % of cases ({n} uses).", rate=rate, n=found.uses)
    variety = say.number(Fraction(found.entropy), 2)
    return say(
        "A guesser is right in {rate} % of cases ({n} uses), variety {variety} of 1.",
        rate=rate,
        n=found.uses,
        variety=variety,
    )


def varied(say: Words, met: Encounters) -> tuple[str, str]:
    """Return what to do instead of what they are used to, and why; empty before the first tactic of ours."""
    found = met.variation
    if found is None:
        return "", ""
    return say("Vary: {tactic}", tactic=met.tactic(found.number).name), say.message(found.reason)


def seen(say: Words, found: TacticSeen) -> str:
    """Return how often a tactic of theirs was seen, and how often they, not we, gave way next; in the fewest words."""
    if not found.answered:
        return say("seen {n}", n=found.times)
    return say("seen {n}, gave way {theirs} of {all}", n=found.times, theirs=found.theirs, all=found.answered)


def noted(say: Words, note: Note) -> str:
    """Return what a note says, with the style that it names before it."""
    return note.text if note.style is None else say("{who}: {text}", who=style_word(say, note.style), text=note.text)
