"""tests: core/reports/vocabulary.py - every kind has its word."""

from __future__ import annotations

import pytest

from core.debrief import Outcome
from core.estimate import Subject
from core.meeting import Channel
from core.note import Topic
from core.reports import vocabulary
from core.side import Basis
from core.verdict import Flag
from core.words import Words


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("topic_word", Topic),
        ("outcome_word", Outcome),
        ("channel_word", Channel),
        ("subject_word", Subject),
        ("basis_word", Basis),
        ("flag_word", Flag),
    ],
)
def test_every_kind_has_a_word_of_its_own(name: str, kinds: type) -> None:
    word = getattr(vocabulary, name)
    found = [word(Words(), kind) for kind in kinds]  # type: ignore[attr-defined]
    assert all(found)
    assert len(set(found)) == len(found)


def test_alternatives_are_lettered_past_z() -> None:
    assert [vocabulary.letters(at) for at in (0, 25, 26, 27, 51, 52)] == ["A", "Z", "AA", "AB", "AZ", "BA"]
