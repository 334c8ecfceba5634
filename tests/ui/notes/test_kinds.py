"""tests: the kind of a note as one choice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from core.note import Note, Topic
from core.side import Basis
from core.style import Style
from core.words import Words
from ui.notes.kinds import ABOUT_US, kind_choices, kind_fields, kind_of

NOTE = Note(supplier_id=1, topic=Topic.LIKE, basis=Basis.SAID, text="x", on=date(2026, 11, 24))


def test_every_topic_and_every_style_can_be_chosen_once() -> None:
    codes = [code for code, _ in kind_choices(Words())]
    assert len(codes) == len(set(codes)) == len(Topic) + len(Style) + 1
    assert dict(kind_choices(Words()))["style avoiding"] == "Style: avoiding"


@pytest.mark.parametrize("code", [code for code, _ in kind_choices(Words())])
def test_a_note_that_is_made_one_of_a_kind_is_of_that_kind(code: str) -> None:
    for before in (NOTE, replace(NOTE, is_about_us=True), replace(NOTE, topic=Topic.STYLE, style=Style.AVOIDING)):
        assert kind_of(replace(before, **kind_fields(code))) == code


def test_what_they_know_about_us_keeps_its_topic() -> None:
    known = replace(NOTE, **kind_fields(ABOUT_US))
    assert (known.topic, known.is_about_us, known.style) == (Topic.LIKE, True, None)
