"""tests: a tactic is read from its line and written back as it, and the common list is never lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.errors import BadInput, NotAllowed
from core.tactics import by_number, tactics
from core.words import Words
from db.logbook import Logbook
from ui.settings.tactics_presenter import TacticsPresenter


@pytest.fixture
def presenter(tmp_path: Path) -> Iterator[TacticsPresenter]:
    with Logbook.create(tmp_path / "book.logroll") as book:
        yield TacticsPresenter(book, Words())


def test_every_tactic_of_the_list_reads_as_it_is_written(presenter: TacticsPresenter) -> None:
    for each in presenter.tactics():
        presenter.write(each.number, presenter.line_of(each.number))
    assert presenter.tactics() == tactics("en")
    assert presenter._logbook.tactics.all() == ()


def test_changed_words_lie_over_the_common_ones(presenter: TacticsPresenter) -> None:
    presenter.write(3, "The train leaves # Take the next one; Ask who set it")
    found = by_number(presenter.tactics())[3]
    assert (found.name, found.counters) == ("The train leaves", ("Take the next one", "Ask who set it"))
    assert presenter.line_of(3) == "The train leaves # Take the next one; Ask who set it"
    presenter.delete(3)
    assert presenter.tactics() == tactics("en")


def test_a_new_name_alone_keeps_the_common_answers(presenter: TacticsPresenter) -> None:
    presenter.write(4, presenter.line_of(4).replace("Silence", "The long look"))
    (own,) = presenter._logbook.tactics.all()
    assert (own.name, own.counter) == ("The long look", "")
    assert by_number(presenter.tactics())[4].counters == by_number(tactics("en"))[4].counters


def test_the_common_words_typed_again_are_not_kept_as_own(presenter: TacticsPresenter) -> None:
    common = presenter.line_of(4)
    presenter.write(4, "Something else")
    presenter.write(4, common)
    assert presenter._logbook.tactics.all() == ()


def test_a_new_one_takes_the_number_that_it_begins_with_or_the_next_free_one(presenter: TacticsPresenter) -> None:
    presenter.write(0, "The empty chair # Ask who decides")
    presenter.write(0, "40 Two voices")
    presenter.write(0, "Third one")
    found = by_number(presenter.tactics())
    assert [found[number].name for number in (25, 40, 41)] == ["The empty chair", "Two voices", "Third one"]
    assert found[40].counters == ()


@pytest.mark.parametrize(
    ("text", "code"), [("# Ask who decides", "name_missing.tactic"), ("3 Deadline again", "tactic.number_taken")]
)
def test_what_cannot_be_taken_is_told(presenter: TacticsPresenter, text: str, code: str) -> None:
    with pytest.raises(BadInput) as caught:
        presenter.write(0, text)
    assert caught.value.message.code == code
    assert presenter._logbook.tactics.all() == ()


def test_a_number_that_no_line_can_hold_is_refused(presenter: TacticsPresenter) -> None:
    with pytest.raises((BadInput, NotAllowed)):
        presenter.write(0, "1000 Too far")


def test_what_is_common_stays(presenter: TacticsPresenter) -> None:
    with pytest.raises(NotAllowed) as caught:
        presenter.delete(3)
    assert caught.value.message.code == "tactic.common"
