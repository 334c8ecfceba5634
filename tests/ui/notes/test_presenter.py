"""tests: what of many notes is shown."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from core.note import READING_ORDER, Topic
from core.side import Basis
from core.words import Words
from db.logbook import Logbook
from tests.ui.conftest import standing_clock
from ui.notes.presenter import EACH, STEP, WHOLE, NotesPage, NotesPresenter

DAY = date(2026, 11, 24)


@pytest.fixture
def person(blank_logbook: Logbook) -> int:
    company = blank_logbook.suppliers.add(name="Sorano").made
    return blank_logbook.counterparts.add(supplier_id=company, name="Elena Ruggeri").made


def add(book: Logbook, person: int, topic: Topic, count: int, basis: Basis = Basis.SAID) -> None:
    for number in range(count):
        on = DAY - timedelta(days=number)
        book.notes.add(counterpart_id=person, topic=topic, basis=basis, text=f"{topic} {number}", on=on)


def texts(page: NotesPage) -> list[str]:
    return [note.text for topic in page.groups for note in topic.shown]


def test_a_short_file_is_shown_whole_by_topic(blank_logbook: Logbook, person: int) -> None:
    for topic in Topic:
        add(blank_logbook, person, topic, WHOLE // len(Topic))
    page = NotesPresenter(blank_logbook, Words(), standing_clock).page("", {}, counterpart_id=person)
    assert (page.found, page.every) == (WHOLE, WHOLE)
    assert [topic.topic for topic in page.groups] == list(READING_ORDER)
    assert all(topic.older == 0 for topic in page.groups)


def test_of_a_long_file_the_newest_of_each_topic_are_shown_and_older_ones_when_asked(
    blank_logbook: Logbook, person: int
) -> None:
    add(blank_logbook, person, Topic.STYLE, 100)
    add(blank_logbook, person, Topic.FAMILY, 2)
    presenter = NotesPresenter(blank_logbook, Words(), standing_clock)
    page = presenter.page("", {}, counterpart_id=person)
    assert texts(page) == [*(f"style {number}" for number in range(EACH)), "family 0", "family 1"]
    assert [topic.older for topic in page.groups] == [100 - EACH, 0]
    page = presenter.page("", {Topic.STYLE: STEP}, counterpart_id=person)
    assert len(page.groups[0].shown) == EACH + STEP
    assert texts(page)[EACH + STEP - 1] == f"style {EACH + STEP - 1}"


def test_a_filter_finds_words_topics_and_bases(blank_logbook: Logbook, person: int) -> None:
    add(blank_logbook, person, Topic.STYLE, 3)
    add(blank_logbook, person, Topic.LIKE, 2, Basis.GUESS)
    add(blank_logbook, person, Topic.DISLIKE, 1)
    presenter = NotesPresenter(blank_logbook, Words(), standing_clock)

    def found(match: str) -> list[str]:
        page = presenter.page(match, {}, counterpart_id=person)
        assert (page.found, page.every) == (len(texts(page)), 6)
        return texts(page)

    assert found("Sty") == ["style 0", "style 1", "style 2"]
    assert found("like gue") == ["like 0", "like 1"]
    assert found("style 2") == ["style 2"]
    assert found("nothing") == []
