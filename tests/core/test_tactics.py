"""tests: the common list of tactics in its languages, the user's own laid over it, and the number that a line logs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.line import Verb
from core.side import Side
from core.tactic import OwnTactic
from core.tactics import by_number, tactic_number, tactics
from tests.core.cases import line


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_list_is_whole_in_each_language(language: str) -> None:
    found = tactics(language)
    assert [each.number for each in found] == list(range(1, 25))
    assert len({each.name.casefold() for each in found}) == len(found)
    for each in found:
        assert each.sign.endswith((".", "..."))
        assert len(each.counters) >= 2
        assert not any(";" in answer or "\n" in answer for answer in each.counters)  # which part answers in a line
        assert each.source
        assert each.is_common
        assert not each.is_own


def test_languages_name_the_same_tactics() -> None:
    english, german = tactics("en"), tactics("de")
    assert english[2].name == "Deadline"
    assert german[2].name == "Frist"
    assert [each.is_fair for each in english] == [each.is_fair for each in german]
    assert all(a.sign != b.sign for a, b in zip(english, german, strict=True))


def test_a_language_without_a_list_reads_the_english_one() -> None:
    assert tactics("pl") == tactics("en")


def test_own_words_lie_over_the_common_ones_and_own_tactics_are_added() -> None:
    own = [
        OwnTactic(number=30, name="The empty chair", counter="Ask who decides\n\n Wait \n"),
        OwnTactic(number=3, name="The train leaves"),
    ]
    found = by_number(tactics("en", own))
    common = by_number(tactics("en"))
    assert found[3].name == "The train leaves"
    assert found[3].counters == common[3].counters  # without an answer of their own the common one holds
    assert found[3].is_own
    assert found[3].is_common
    assert found[30].counters == ("Ask who decides", "Wait")
    assert found[30].counter == "Ask who decides"
    assert not found[30].is_common
    assert list(found) == [*range(1, 25), 30]


@given(st.dictionaries(st.integers(1, 999), st.text(min_size=1), max_size=30))
def test_whatever_is_laid_over_nothing_of_the_list_is_lost(names: dict[int, str]) -> None:
    found = tactics("en", [OwnTactic(number=number, name=name) for number, name in names.items()])
    assert [each.number for each in found] == sorted({*range(1, 25), *names})
    assert all(each.name == names[each.number] for each in found if each.number in names)


def test_the_number_of_a_line_is_read_from_its_field_or_from_its_words() -> None:
    assert tactic_number(line(1, Side.THEM, verb=Verb.TACTIC, tactic=3, rest="3 deadline")) == 3
    assert tactic_number(line(1, Side.THEM, verb=Verb.TACTIC, rest="12 good guy")) == 12
    assert tactic_number(line(1, Side.US, verb=Verb.TACTIC, rest="")) is None
    assert tactic_number(line(1, Side.US, verb=Verb.TACTIC, rest="the 3")) is None
    assert tactic_number(line(1, Side.US, verb=Verb.PROMISE, rest="3 samples")) is None
