"""core: styles, how a person was seen to deal, and with which style to meet them next time.

The five styles are Thomas and Kilmann's (1974). They name what somebody did in a meeting, never what somebody is: the
rules below count dated notes, say from how many, and give nobody a score.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from core.message import Message, message
from core.negotiation import Negotiation, Willingness
from core.note import Note
from core.portfolio import HIGH
from core.side import Basis
from core.style import Style
from core.supplier import Supplier

# What a note counts: what we saw ourselves most, what somebody told us half, what we only guess a quarter.
WEIGHTS = {Basis.OBSERVED: Fraction(1), Basis.SAID: Fraction(1, 2), Basis.GUESS: Fraction(1, 4)}
YEAR_DAYS = 365
_AGED = (1, 2, 4)  # a note counts whole for a year, half in the second, a quarter from then on
SURE_WEIGHT, SURE_SHARE = Fraction(3), Fraction(2, 3)
LIKELY_WEIGHT, LIKELY_SHARE = Fraction(3, 2), Fraction(1, 2)
_NOT_PRESSED = (Style.AVOIDING, Style.ACCOMMODATING, Style.COLLABORATING)


class Certainty(StrEnum):
    """How sure an observed style is."""

    SURE = "sure"
    LIKELY = "likely"
    FAINT = "faint"


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleSeen:
    """One style by the notes that name it: how many, the first and the last day, and their share of all weight."""

    style: Style
    times: int
    first: date
    last: date
    share: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Observed:
    """The style most often seen, with all that were; `newest` is that of the newest note, which may be another."""

    style: Style
    certainty: Certainty
    newest: Style
    seen: tuple[StyleSeen, ...]

    @property
    def times(self) -> int:
        """Return on how many notes it rests, whichever style they name."""
        return sum(each.times for each in self.seen)

    @property
    def is_changing(self) -> bool:
        """Tell whether the newest note names another style than most."""
        return self.newest is not self.style


def observed(notes: Sequence[Note], on: date) -> Observed | None:
    """Return how somebody was seen to deal until a day, from notes that name a style; None where none does.

    Each note weighs by its basis (`WEIGHTS`) and its age (whole for `YEAR_DAYS`, then half, then a quarter). The style
    of most weight leads, of equals the one seen last. It is *sure* from a weight of 3 (say, three things seen in the
    last year) with two thirds of all weight, *likely* from 1.5 with half of it, else *faint*.
    """
    named = sorted(
        ((note.on, note.id, note.style, _weight(note, on)) for note in notes if note.style is not None),
        key=lambda each: each[:2],
    )
    if not named:
        return None
    total = sum((weight for *_, weight in named), Fraction(0))
    weights: dict[Style, Fraction] = {}
    days: dict[Style, list[date]] = {}
    for day, _, style, weight in named:
        weights[style] = weights.get(style, Fraction(0)) + weight
        days.setdefault(style, []).append(day)
    seen = tuple(
        StyleSeen(style=style, times=len(found), first=found[0], last=found[-1], share=weights[style] / total)
        for style, found in days.items()
    )
    last_of = {style: at for at, (_, _, style, _) in enumerate(named)}
    ordered = tuple(sorted(seen, key=lambda each: (-each.share, -last_of[each.style])))
    lead = ordered[0]
    return Observed(
        style=lead.style, certainty=_certainty(weights[lead.style], lead.share), newest=named[-1][2], seen=ordered
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Stakes:
    """What the choice of a style depends on, None where it is not known.

    `important`: much is at stake for us. `lasting`: we stay with them. `has_time`: there is time to build something.
    `willing`: they want win-win. `relationship` is that of the last debrief, -2 to +2.
    """

    theirs: Style | None = None
    important: bool | None = None
    lasting: bool | None = None
    has_time: bool | None = None
    willing: bool | None = None
    relationship: int | None = None


@dataclass(frozen=True, slots=True)
class StyleAdvice:
    """The style to take next time with its reasons, and what would have to be known; no style where too little is."""

    style: Style | None
    reasons: tuple[Message, ...]
    unknown: tuple[Message, ...]


def stakes(
    negotiation: Negotiation | None,
    supplier: Supplier,
    theirs: Observed | None,
    *,
    relationship: int | None = None,
    earlier: int = 0,
) -> Stakes:
    """Gather what the choice depends on from the negotiation that comes up and the supplier's file.

    Important is a supplier of high profit impact or supply risk (`core.portfolio`), unimportant a routine one. Where
    nobody said whether the relation lasts, one with deals behind it (`earlier`) does.
    """
    marks = [each for each in (supplier.profit_impact, supplier.supply_risk) if each is not None]
    important = None
    if any(each >= HIGH for each in marks):
        important = True
    elif len(marks) == 2:
        important = False
    lasting = None if negotiation is None else negotiation.is_lasting
    willing = None
    if negotiation is not None and negotiation.willingness in (Willingness.WILLING, Willingness.UNWILLING):
        willing = negotiation.willingness is Willingness.WILLING
    return Stakes(
        theirs=None if theirs is None else theirs.style,
        important=important,
        lasting=True if lasting is None and earlier else lasting,
        has_time=None if negotiation is None else negotiation.has_time,
        willing=willing,
        relationship=relationship,
    )


def advise_style(known: Stakes) -> StyleAdvice:
    """Return the style to take, by the two concerns of the model: for the matter, and for the other side.

    Much at stake and a lasting relation: collaborate, where there is time and they are willing, else compromise. Much
    at stake and none: compete. Little at stake and a lasting relation: accommodate. Neither: avoid, spend no time on
    it. Then their own style corrects it: who competes would exploit an accommodation, so compromise; against who
    avoids, gives way or builds, collaborate instead of competing. A matter of which it is not known counts as
    important, since a meeting is prepared for it; without knowing whether the relation lasts there is no advice.
    """
    unknown = tuple(_unknown(known))
    if known.lasting is None:
        return StyleAdvice(None, (), unknown)
    style, reasons = _by_concerns(known)
    corrected, because = _corrected(style, known)
    found = [*reasons, *because]
    if known.relationship is not None and known.relationship < 0 and known.lasting:
        found.append(message("style.relation_bad"))
    return StyleAdvice(corrected, tuple(found), unknown)


def _by_concerns(known: Stakes) -> tuple[Style, list[Message]]:
    important = known.important is not False
    reasons = [message("style.lasting" if known.lasting else "style.not_lasting")]
    if known.important is not None:
        reasons.insert(0, message("style.important" if known.important else "style.unimportant"))
    if not important:
        return (Style.ACCOMMODATING if known.lasting else Style.AVOIDING), reasons
    if not known.lasting:
        return Style.COMPETING, reasons
    if known.has_time is False:
        return Style.COMPROMISING, [*reasons, message("style.no_time")]
    if known.willing is False:
        return Style.COMPROMISING, [*reasons, message("style.unwilling")]
    return Style.COLLABORATING, reasons


def _corrected(style: Style, known: Stakes) -> tuple[Style, list[Message]]:
    theirs = known.theirs
    if theirs is None:
        return style, []
    if theirs is Style.COMPETING and style is Style.ACCOMMODATING:
        style = Style.COMPROMISING
    elif theirs in _NOT_PRESSED and style is Style.COMPETING:
        style = Style.COLLABORATING
    return style, [message(f"style.they_{theirs.value}")]


def _unknown(known: Stakes) -> Iterator[Message]:
    if known.lasting is None:
        yield message("style.unknown_lasting")
    if known.theirs is None:
        yield message("style.unknown_theirs")
    if known.important is None:
        yield message("style.unknown_important")
    if known.has_time is None:
        yield message("style.unknown_time")


def _weight(note: Note, on: date) -> Fraction:
    years = max(0, (on - note.on).days) // YEAR_DAYS
    return WEIGHTS[note.basis] / _AGED[min(years, len(_AGED) - 1)]


def _certainty(weight: Fraction, share: Fraction) -> Certainty:
    if weight >= SURE_WEIGHT and share >= SURE_SHARE:
        return Certainty.SURE
    if weight >= LIKELY_WEIGHT and share >= LIKELY_SHARE:
        return Certainty.LIKELY
    return Certainty.FAINT
