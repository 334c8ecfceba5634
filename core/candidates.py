"""core: candidate packages side by side - what each brings both parties, against the BATNA and our target."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from core.analysis.grounds import OWN, Grounds
from core.analysis.party import their_party
from core.batna import Worth
from core.candidate import Candidate
from core.judge import Judge, rung_value
from core.message import Message
from core.negotiation import Negotiation
from core.side import Side
from core.term import Term
from core.value import by_issue
from core.verdict import Flag, Interval, Light, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What a package brings both parties.

    `terms` are its own with the baselines, marked assumed, where it leaves an issue open. `ours` is what it is worth
    to us, `theirs` what it is likely worth to them with the `band` of what it may be (shares of 1); None where that
    cannot be told. `verdict` judges it as an offer of ours.
    """

    candidate: Candidate
    terms: dict[int, Term]
    ours: Interval | None
    theirs: Fraction | None
    band: Interval | None
    verdict: Verdict

    @property
    def flag(self) -> Flag:
        """Return how the package stands, fine where nothing can be valued."""
        return Flag.FINE if self.ours is None else flag_of(self.verdict)


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    """The packages in their order, and what they are held against: the BATNA, our target, what they do without us.

    `target` is the fair deal's value, `reservation` the likely value below which they walk away.
    """

    packages: tuple[Brought, ...]
    batna: Worth | None
    target: Interval | None
    reservation: Fraction | None
    grounds: Grounds


def side_by_side(negotiation: Negotiation, now: datetime) -> SideBySide:
    """Return the candidates of a negotiation with what they bring (additive; Raiffa 1982), as of a moment."""
    judge, party = Judge(negotiation), their_party(negotiation)
    theirs = None if isinstance(party, Message) else party
    found = []
    for candidate in negotiation.candidates:
        terms = judge.valuation.filled(by_issue(candidate.terms))
        package = tuple(terms.values())
        found.append(
            Brought(
                candidate=candidate,
                terms=terms,
                ours=judge.valuation.package(terms) if candidate.terms else None,
                theirs=None if theirs is None or not candidate.terms else theirs.value(package),
                band=None if theirs is None or not candidate.terms else theirs.band(package),
                verdict=judge.verdict(terms, Side.US, now.date(), with_repairs=False),
            )
        )
    return SideBySide(
        packages=tuple(found),
        batna=judge.batna(now.date()),
        target=rung_value(judge.valuation, "fair"),
        reservation=None if theirs is None else theirs.likely_reservation,
        grounds=OWN if theirs is None else theirs.grounds,
    )


def flag_of(verdict: Verdict) -> Flag:
    """Return act past a limit or certainly below the BATNA, check where it may be, or is below the minimum.

    Without a BATNA there is nothing to be said of the package itself.
    """
    if verdict.limit is Light.ACT or verdict.batna is Light.CERTAIN:
        return Flag.ACT
    below = (Light.CERTAIN, Light.POSSIBLE)
    return Flag.CHECK if verdict.batna in below or verdict.minimum in below else Flag.FINE


def apart(value: Interval | None, against: Interval | None) -> Interval | None:
    """Return how far a value lies from another, above 0 in our favour; None where either is not known."""
    return None if value is None or against is None else value.above(against)
