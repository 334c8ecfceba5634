"""tests: what the last word of a meeting line may become; only proposed, and never where it means something."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.shorthand import Completion, complete
from tests.core.shorthand.table import context


def proposed(text: str) -> list[str]:
    found = complete(text, context())
    return [] if found is None else [f"{text}|{each.rest}" for each in found.proposals]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("t pr", ["t pr|ice"]),
        ("t PR", ["t PR|ice"]),
        ("t 1.48 pri", ["t 1.48 pri|ce"]),
        ("t le", ["t le|ad"]),
        ("t Lead ti", ["t Lead ti|me"]),
        ("t p", ["t p|rice", "t p|ay"]),
        ("w ok cl", ["w ok cl|osing"]),
        ("t 1.48 if v", ["t 1.48 if v|ol"]),
        ("t inco ", ["t inco |DAP", "t inco |EXW", "t inco |free house"]),
        ("t inco d", ["t inco d|AP"]),
        ("t inco=e", ["t inco=e|XW"]),
        ("t inco free h", ["t inco free h|ouse"]),
        ("t 1.48, incoterm fr", ["t 1.48, incoterm fr|ee house"]),
        ("t pkg ", ["t pkg |B"]),
    ],
)
def test_issues_options_and_packages_are_proposed(text: str, whole: list[str]) -> None:
    assert proposed(text) == whole


@pytest.mark.parametrize(
    "text",
    [
        "",
        "t",
        "t ",
        "t price",
        "t lead",
        "t lead t",
        "t 30 d",
        "t 30d",
        "t 1.48 pr1",
        "t price 1.48 pr",
        "t ! send pri",
        "t z pri",
        "t x 2 pri",
        "+ pri",
        "t # pri",
        "t 1.48 # pri",
        't 1.48 if "pri',
        "t dap",
        "t pkg",
        "t inco DAP",
    ],
)
def test_nothing_is_proposed_where_a_word_means_something_or_is_the_users_own(text: str) -> None:
    assert complete(text, context()) is None


def test_what_several_go_on_with_can_be_typed_on_without_a_choice() -> None:
    found = complete("t in", context())
    assert found is not None
    assert [each.label for each in found.proposals] == ["Incoterm", "Index"]
    assert found.rest == ""
    assert not found.is_one
    both = Completion(proposals=(found.proposals[0], found.proposals[0]))
    assert both.rest == found.proposals[0].rest


@given(st.text(alphabet='twpricelad nfoh=;,"#!?+0123456789', max_size=16))
def test_what_was_completed_is_whole(text: str) -> None:
    found = complete(text, context())
    if found is not None and found.is_one and found.rest:
        assert complete(text + found.rest, context()) is None
