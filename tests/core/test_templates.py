"""tests: the templates of categories - whole, in every language, with usable keys and no figures."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.errors import BadInput
from core.issue import RUNGS, Issue, Option, ScaleKind
from core.resources import resource_path
from core.shorthand.vocabulary import name_trouble
from core.templates import CATEGORIES, SavedTemplate, own_templates, read_issues, template, templates, written
from tests.core.cases import issue as made


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


# the user's own


_TEXT = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
_NUMBER = st.decimals(0, 10_000, places=3, allow_nan=False, allow_infinity=False)


@st.composite
def _issues(draw: st.DrawFn) -> Issue:
    kind = draw(st.sampled_from(ScaleKind))
    labels = draw(st.lists(_TEXT, max_size=3, unique=True)) if kind is ScaleKind.OPTIONS else []
    return Issue(
        negotiation_id=0,
        name=draw(_TEXT),
        alias=draw(st.one_of(st.just(""), _TEXT)),
        kind=kind,
        unit=draw(st.one_of(st.just(""), _TEXT, st.just("EUR/can"), st.just("USD"))),
        step=draw(st.one_of(st.none(), _NUMBER)),
        weight=draw(st.one_of(st.none(), _NUMBER)),
        options=tuple(Option(label, draw(_NUMBER)) for label in labels),
        is_volume=draw(st.booleans()),
    )


@given(st.lists(_issues(), max_size=4))
def test_what_is_written_is_read_again(issues: list[Issue]) -> None:
    placed = tuple(replace(each, place=place) for place, each in enumerate(issues))
    assume(all("{currency}" not in each.unit for each in placed))
    assert read_issues(written(placed, "EUR"), "EUR") == placed


@given(st.text(max_size=60))
def test_any_content_is_read_or_refused(content: str) -> None:
    try:
        found: tuple[Issue, ...] = read_issues(content, "EUR")
    except BadInput:
        found = ()
    assert all(isinstance(each, Issue) for each in found)


def test_an_own_template_counts_in_the_currency_asked_for_and_holds_no_figures() -> None:
    price = made(1, "Price", 1, 2, 5, unit="EUR/can", step="0.01", limit="1.9", fair="1.5", alias="p")
    saved = SavedTemplate(id=7, name="Cans", content=written([price], "EUR"))
    (found,) = own_templates([saved], "CHF")
    assert (found.key, found.name, found.saved_id) == ("own:7", "Cans", 7)
    (read,) = found.issues
    assert (read.name, read.unit, read.alias, read.step, read.weight) == (
        "Price", "CHF/can", "p", Decimal("0.01"), Decimal(5)
    )  # fmt: skip
    assert (read.best, read.limit, read.fair) == (None, None, None)


@pytest.mark.parametrize(
    ("unit", "there"), [("€/kg", "CHF/kg"), ("EUR", "CHF"), ("EUR kg", "CHF kg"), ("USD/kg", "USD/kg"), ("%", "%")]
)
def test_a_unit_in_our_currency_is_one_in_the_currency_asked_for(unit: str, there: str) -> None:
    (read,) = read_issues(written([made(1, "Price", 1, 2, 5, unit=unit)], "EUR"), "CHF")
    assert read.unit == there


def test_a_template_that_cannot_be_read_is_left_out() -> None:
    broken = SavedTemplate(id=1, name="Broken", content='[[issues]]\nname = "x"\nstep = "many"')
    assert own_templates([broken], "EUR") == ()
    for content in ("[[issues]", "issues = 3", '[[issues]]\nunit = "EUR"', "[[issues]]\nname = 3"):
        with pytest.raises(BadInput):
            read_issues(content, "EUR")
