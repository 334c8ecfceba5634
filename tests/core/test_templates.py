"""tests: the templates of categories - whole, in every language, with usable keys and no figures."""

from __future__ import annotations

import pytest

from core.issue import RUNGS, ScaleKind
from core.resources import resource_path
from core.shorthand.vocabulary import name_trouble
from core.templates import CATEGORIES, template, templates


def test_there_is_a_file_for_each_category_and_no_other() -> None:
    files = {path.stem for path in resource_path("templates").glob("*.toml")}
    assert files == set(CATEGORIES)
    assert [each.key for each in templates("en", "EUR")] == list(CATEGORIES)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("key", CATEGORIES)
def test_names_and_keys_are_each_their_own_and_free(key: str, language: str) -> None:
    found = template(key, language, "EUR")
    assert found.name
    words = [word.casefold() for issue in found.issues for word in (issue.name, issue.alias)]
    assert len(set(words)) == len(words)
    for issue in found.issues:
        assert name_trouble(issue.alias, language) is None, issue.alias
        assert name_trouble(issue.alias, "en") is None, issue.alias


@pytest.mark.parametrize("key", CATEGORIES)
def test_what_cannot_be_known_is_empty(key: str) -> None:
    for issue in template(key, "en", "EUR").issues:
        figures = ("best", "worst", "ideal", "baseline", *RUNGS, "limit", "weight", "money_worth", "reference_quantity")
        assert all(getattr(issue, name) is None for name in figures)
        assert issue.step is not None
        assert issue.step > 0
        assert (issue.kind is ScaleKind.DATE) == (not issue.unit)


def test_prices_are_in_the_currency_asked_for() -> None:
    assert template("raw-material", "en", "CHF").issues[0].unit == "CHF/t"
    assert template("packaging", "de", "EUR").issues[0].unit == "EUR/Tsd. Stück"


def test_a_language_without_words_takes_the_english_ones() -> None:
    assert template("logistics", "pl", "EUR") == template("logistics", "en", "EUR")


def test_an_unknown_category_is_refused() -> None:
    with pytest.raises(KeyError):
        template("../privacy/en", "en", "EUR")
