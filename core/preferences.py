"""core: what they probably prefer - which issues count most to them, and the interests behind; never a fact."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from core.estimate import Subject
from core.need import NeedKind
from core.negotiation import Negotiation
from core.side import Basis, Side


@dataclass(frozen=True, slots=True)
class Preference:
    """How much an issue likely counts to them, as a share of all that was estimated."""

    issue_id: int
    share: Fraction
    basis: Basis


@dataclass(frozen=True, slots=True)
class Interest:
    """Why they want something, or what they hope for, in words."""

    words: str
    basis: Basis


def preferences(negotiation: Negotiation) -> tuple[Preference, ...]:
    """Return the issues by what they likely count to them, most first; those without an estimate are left out."""
    known = {
        each.issue_id: (Fraction(each.likely), each.basis)
        for each in negotiation.estimates
        if each.subject is Subject.WEIGHT
        and each.issue_id in negotiation.issue_by_id
        and isinstance(each.likely, Decimal)
        and each.likely > 0
    }
    total = sum((weight for weight, _ in known.values()), Fraction(0))
    found = [
        Preference(issue.id, known[issue.id][0] / total, known[issue.id][1])
        for issue in negotiation.issues
        if issue.id in known
    ]
    return tuple(sorted(found, key=lambda each: -each.share))


def interests(negotiation: Negotiation) -> tuple[Interest, ...]:
    """Return the interests behind what they say they want, then what they hope for; without a basis a guess."""
    behind = [
        (each.interest, each.basis)
        for each in negotiation.positions
        if each.side is Side.THEM and each.interest.strip()
    ]
    hopes = [
        (each.text, each.basis)
        for each in negotiation.needs
        if each.side is Side.THEM and each.kind is NeedKind.HOPE and each.text.strip()
    ]
    return tuple(Interest(" ".join(words.split()), basis or Basis.GUESS) for words, basis in (*behind, *hopes))
