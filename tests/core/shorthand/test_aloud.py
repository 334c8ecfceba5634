"""What of a line may be read by who sits opposite."""

from __future__ import annotations

import pytest

from core.line import Verb
from core.shorthand import aloud


@pytest.mark.parametrize("verb", [Verb.NOTE, Verb.GUESS, Verb.TACTIC, Verb.SANCTION])
def test_nothing_that_is_ours_alone_is_aloud(verb: Verb) -> None:
    assert not aloud(verb, "t 1.48 # looks nervous")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("t 1.48, 30d", "t 1.48, 30d"),
        ("t 1.48 # looks nervous", "t 1.48 …"),
        ("t  1.48\t# looks nervous", "t 1.48 …"),
        ("# looks nervous", ""),
        ("t # looks nervous", ""),
    ],
)
def test_the_note_of_an_offer_stays_with_us(text: str, shown: str) -> None:
    assert aloud(Verb.OFFER, text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("t 1o2", "t 1o2"),
        ("", ""),
        ("t", "t"),
        ("t 1o2 # looks nervous", "t 1o2 …"),
        ("t 1o2 #looks nervous", "t 1o2 …"),
        ("#looks nervous", ""),
        ("sie #nervös", ""),
        ("t ~ 1o2", ""),
        ("t ~1.42", ""),
        ("~ 1o2", ""),
        ("t x boss called", ""),
        ("they tactic boss called", ""),
        ("sie taktik gut und böse", ""),
        ("w vermutung 1o2", ""),
        ("z", ""),
        ("t 1.48 x 2", "t 1.48 x 2"),
        ("t 1.45#they bluff", "t 1.45 …"),
        ("t x2 bluff", ""),
        ("x2", ""),
        ("z: we stop", ""),
        ("t: guess 1.45", ""),
        ("t~1.45", ""),
        ("@9:40 t ~ limit 1.45", ""),
        ("@9:40 t guess price 1.45", ""),
        ("@9:40 t 1o2", "@9:40 t 1o2"),
    ],
)
def test_a_line_kept_as_typed_hides_what_may_have_been_meant_for_us(text: str, shown: str) -> None:
    assert aloud(Verb.UNREAD, text) == shown
