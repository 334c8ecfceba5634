"""tests: core/on_table.py - a package lies on the table as long as a line names it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.candidate import Candidate
from core.line import Line, Verb
from core.on_table import names, taken_back
from core.side import Side
from tests.core.cases import MOMENT, four_issues, line, terms

PACKAGE = Candidate(id=7, negotiation_id=1, label="B", terms=terms({1: 106, 2: 30}), is_shared=True)


def said(text: str, line_id: int = 1) -> Line:
    return line(line_id, Side.US, {1: 106, 2: 30, 3: 6}, text=text)


@pytest.mark.parametrize("text", ["w pkg B", "w pkg b, 6w", "w PKG B;6w # as sent"])
def test_a_line_names_a_package_by_its_label_and_all_its_terms(text: str) -> None:
    assert names(said(text), PACKAGE)


@pytest.mark.parametrize("text", ["w 106, 30d, 6w", "w pkg Bx", "w pkg AB"])
def test_without_the_label_the_same_terms_name_no_package(text: str) -> None:
    assert not names(said(text), PACKAGE)


def test_a_term_that_differs_or_was_withdrawn_leaves_no_package() -> None:
    assert not names(line(1, Side.US, {1: 107, 2: 30}, text="w pkg B"), PACKAGE)
    assert not names(said("w pkg B").withdrawn(MOMENT, [2]), PACKAGE)
    assert names(said("w pkg B").withdrawn(MOMENT, [3]), PACKAGE)
    assert not names(replace(said("w pkg B"), verb=Verb.GUESS), PACKAGE)
    assert not names(said("w pkg B"), replace(PACKAGE, terms=()))


def test_it_is_taken_back_with_the_last_line_that_named_it_and_not_where_none_ever_did() -> None:
    both = (said("w pkg B"), said("w pkg B", 2))
    matter = four_issues(lines=both, candidates=(PACKAGE,))
    assert taken_back(matter, both[1:]) == ()
    assert taken_back(matter, ()) == (7,)
    assert taken_back(four_issues(lines=(said("w 106"),), candidates=(PACKAGE,)), ()) == ()
    private = replace(PACKAGE, is_shared=False)
    assert taken_back(four_issues(lines=both, candidates=(private,)), ()) == ()
