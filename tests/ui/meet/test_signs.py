"""The signs of the entry line: every example of the help is read as the help says."""

from __future__ import annotations

import pytest

from core.line import Verb
from core.shorthand import Status
from tests.ui.meet.conftest import PEAS
from ui.meet.presenter import MeetPresenter
from ui.meet.signs import SIGNS, Sign


@pytest.mark.parametrize("sign", SIGNS, ids=lambda sign: sign.example)
def test_an_example_of_the_help_has_the_one_reading_that_the_help_tells(presenter: MeetPresenter, sign: Sign) -> None:
    for text in ("w p 1.20", "t p 1.23"):
        presenter.log(presenter.read(text))
    presenter.load(PEAS)
    reading = presenter.read(sign.example)
    assert reading.status is Status.READ
    assert reading.statement.verb is sign.verb


def test_every_verb_that_can_be_typed_has_an_example() -> None:
    assert {sign.verb for sign in SIGNS} == set(Verb) - {Verb.ROUND, Verb.UNREAD}
