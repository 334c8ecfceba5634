"""The words for the field's own codes: every code has one of its own."""

from __future__ import annotations

import pytest

from core import naming
from core.counterpart import Influence
from core.debrief import Outcome
from core.estimate import Subject
from core.meeting import Channel
from core.negotiation import Mode, Status
from core.note import Topic
from core.side import Basis
from core.style import Style
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
        ("mode_word", Mode),
        ("status_word", Status),
        ("style_word", Style),
        ("influence_word", Influence),
    ],
)
def test_every_kind_has_a_word_of_its_own(name: str, kinds: type) -> None:
    word = getattr(naming, name)
    found = [word(Words(), kind) for kind in kinds]  # type: ignore[attr-defined]
    assert all(found)
    assert len(set(found)) == len(found)


def test_what_is_not_said_has_no_word() -> None:
    assert naming.basis_word(Words(), None) == ""
    assert naming.channel_word(Words(), None) == ""
