"""tests: what they probably prefer, with what that rests on."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from core.estimate import Subject
from core.need import Need, NeedKind
from core.preferences import interests, preferences
from core.side import Basis, Side
from core.strategy import Position
from tests.core.analysis.cases import estimate
from tests.core.cases import four_issues


def test_issues_come_by_what_they_likely_count_to_them() -> None:
    subject = four_issues(
        estimates=(
            estimate(1, Subject.WEIGHT, 20),
            estimate(2, Subject.WEIGHT, 60, basis=Basis.SAID),
            estimate(3, Subject.BEST, 60),
            estimate(4, Subject.WEIGHT, 0),
            estimate(9, Subject.WEIGHT, 50),
        )
    )
    found = [(each.issue_id, each.share, each.basis) for each in preferences(subject)]
    assert found == [(2, Fraction(3, 4), Basis.SAID), (1, Fraction(1, 4), Basis.GUESS)]
    assert preferences(four_issues()) == ()


def test_interests_behind_their_positions_come_before_their_hopes() -> None:
    def position(side: Side, interest: str, basis: Basis | None) -> Position:
        return Position(negotiation_id=1, side=side, position="more", interest=interest, basis=basis)

    def need(kind: NeedKind, text: str) -> Need:
        return Need(negotiation_id=1, side=Side.THEM, kind=kind, text=text)

    subject = replace(
        four_issues(),
        positions=(
            position(Side.US, "margin", None),
            position(Side.THEM, " cash  before  December ", Basis.SAID),
            position(Side.THEM, " ", Basis.SAID),
        ),
        needs=(need(NeedKind.CONCERN, "a loss"), need(NeedKind.HOPE, "a long contract")),
    )
    assert [(each.words, each.basis) for each in interests(subject)] == [
        ("cash before December", Basis.SAID),
        ("a long contract", Basis.GUESS),
    ]
