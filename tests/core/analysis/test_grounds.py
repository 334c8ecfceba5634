"""tests: what a result rests on."""

from __future__ import annotations

from core.analysis.grounds import LOG, OWN, Grounds
from core.estimate import Subject
from core.side import Basis
from tests.core.analysis.cases import estimate


def test_bases_come_strongest_first_and_the_weakest_is_that_of_the_whole() -> None:
    guessed, seen = estimate(1, Subject.LIMIT, 5), estimate(1, Subject.WEIGHT, 5, basis=Basis.OBSERVED)
    found = Grounds((guessed, seen))
    assert found.bases == (Basis.OBSERVED, Basis.GUESS)
    assert found.weakest is Basis.GUESS
    assert OWN.weakest is None
    assert LOG.bases == (Basis.SAID,)


def test_joined_grounds_hold_each_estimate_once() -> None:
    guessed = estimate(1, Subject.LIMIT, 5)
    both = LOG.joined(Grounds((guessed,))).joined(Grounds((guessed,), others=(Basis.OBSERVED,)))
    assert both.estimates == (guessed,)
    assert both.bases == (Basis.SAID, Basis.OBSERVED, Basis.GUESS)


def test_a_range_is_noticed() -> None:
    assert Grounds((estimate(1, Subject.LIMIT, 5, low=4),)).is_ranged
    assert not Grounds((estimate(1, Subject.LIMIT, 5, low=5, high=5),)).is_ranged
