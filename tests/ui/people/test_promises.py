"""tests: promises written in a person's file - whose they are stays as it was."""

from __future__ import annotations

from core.side import Side
from core.words import Words
from tests.ui.conftest import NOW
from tests.ui.desk import Driver
from tests.ui.people.met import ELENA, meet
from ui.people.presenter import PeoplePresenter


def test_a_line_that_is_entered_unchanged_leaves_a_promise_to_whom_it_named(cases: Driver) -> None:
    book = cases.logbook
    matter = meet(book, ELENA, ())
    presenter = PeoplePresenter(book, Words(), lambda: NOW)
    made = [
        book.commitments.add(matter, side=Side.THEM, text="certificates", owner="Dr Stranger").made,
        book.commitments.add(matter, side=Side.US, text="forecast", owner="Mark").made,
        book.commitments.add(matter, side=Side.THEM, text="price list", counterpart_id=ELENA).made,
        book.commitments.add(matter, side=Side.US, text="samples", counterpart_id=ELENA).made,
    ]
    before = book.negotiations.load(matter).commitments
    for each in made:
        presenter.write_promise(ELENA, each, presenter.promise_line(ELENA, each))
    assert book.negotiations.load(matter).commitments == before


def test_a_new_one_is_theirs_or_made_to_them(cases: Driver) -> None:
    meet(cases.logbook, ELENA, ())
    presenter = PeoplePresenter(cases.logbook, Words(), lambda: NOW)
    made = presenter.write_promise(ELENA, 0, "we: send the forecast").made
    found = next(each for each in cases.logbook.commitments.of_counterpart(ELENA) if each.id == made)
    assert (found.side, found.text, found.counterpart_id) == (Side.US, "send the forecast", ELENA)
