"""tests: filters are kept by name in the logbook, and come back after it was closed."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import BadInput
from db.logbook import Logbook
from tests.ui.conftest import standing_clock
from ui.kept_filters import KeptFilter, KeptFilters
from ui.navigation import PEOPLE, SUPPLIERS


def test_filters_are_kept_by_name_for_one_list_and_outside_the_journal(blank_path: Path) -> None:
    with Logbook.open(blank_path, clock=standing_clock) as book:
        filters = KeptFilters(book, SUPPLIERS)
        filters.keep(" Frozen in BE ", "frozen be")
        filters.keep("älter", "x")
        filters.keep("Alte", "y")
        assert book.journal.undo_label is None
    with Logbook.open(blank_path, write=False) as book:
        filters = KeptFilters(book, SUPPLIERS)
        assert [each.name for each in filters.all()] == ["Alte", "älter", "Frozen in BE"]
        assert filters.kept_as("BE  Frozen") == KeptFilter("Frozen in BE", "frozen be")
        assert filters.kept_as("frozen") is None
        assert not filters.may_keep
        assert KeptFilters(book, PEOPLE).all() == ()


def test_a_name_is_kept_once_and_forgotten_for_good(blank_logbook: Logbook) -> None:
    filters = KeptFilters(blank_logbook, SUPPLIERS)
    filters.keep("Frozen", "frozen")
    filters.keep("Frozen", "frozen be")
    assert filters.all() == (KeptFilter("Frozen", "frozen be"),)
    filters.forget("nothing")
    filters.forget("Frozen")
    assert filters.all() == ()


@pytest.mark.parametrize(("name", "text"), [("", "frozen"), ("  ", "frozen"), ("Frozen", " ")])
def test_without_a_name_or_words_nothing_is_kept(blank_logbook: Logbook, name: str, text: str) -> None:
    with pytest.raises(BadInput):
        KeptFilters(blank_logbook, SUPPLIERS).keep(name, text)
    assert KeptFilters(blank_logbook, SUPPLIERS).all() == ()


@pytest.mark.parametrize("stored", ["{", "[]", "3", '{"a": 3}'])
def test_what_cannot_be_read_is_no_filter(blank_logbook: Logbook, stored: str) -> None:
    blank_logbook.drafts.keep(f"filters/{SUPPLIERS}", stored)
    assert KeptFilters(blank_logbook, SUPPLIERS).all() == ()
