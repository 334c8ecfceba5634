"""The sample logbook: the article's four cases, every line read, with the article's figures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from core.batna import batna
from core.judge import verdicts
from core.negotiation import Negotiation, Status
from core.verdict import Given, Light
from db.logbook import Logbook

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Logbook]:
    file: Path = tmp_path_factory.mktemp("sample") / "sample.logroll"
    with Logbook.create_sample(file, clock=lambda: NOW) as logbook:
        yield logbook


@pytest.fixture(scope="module")
def cases(sample: Logbook) -> dict[str, Negotiation]:
    return {row.title: sample.negotiations.load(row.id) for row in sample.negotiations.rows()}


def test_it_holds_the_four_cases_and_no_line_is_unread(cases: dict[str, Negotiation]) -> None:
    assert set(cases) == {
        "100,000 cans of tomatoes",
        "5,000 air conditioners",
        "Penthouse mandate",
        "Price increase, peas and beans",
    }
    assert all(not case.unread for case in cases.values())


def test_the_verdicts_kept_with_the_lines_are_those_that_the_rules_give(cases: dict[str, Negotiation]) -> None:
    case = cases["100,000 cans of tomatoes"]
    found = verdicts(case)
    assert [line.stands for line in case.offers] == [Given.of(found[line.id][1]) for line in case.offers]


def test_the_first_case_has_the_figures_of_the_article(cases: dict[str, Negotiation]) -> None:
    case = cases["100,000 cans of tomatoes"]
    best = batna(case, NOW.date())
    assert best is not None
    assert best.value is not None
    assert round(best.value.low, 5) == Fraction("0.95211")
    theirs = next(line for line in case.offers if line.text.startswith("t p 1.50"))
    said, _ = verdicts(case)[theirs.id]
    assert said.batna is Light.CERTAIN
    assert said.at_baselines is not None
    assert round(said.at_baselines, 5) == Fraction("0.52114")
    (price,) = said.shortfalls
    assert (price.unit, price.total) == (Decimal("0.10"), Fraction(10_000))
    assert said.difference is not None
    assert said.difference.money is not None
    assert said.difference.money.high == -9000


def test_the_deals_hold_what_was_agreed(cases: dict[str, Negotiation]) -> None:
    deals = {
        title: {case.issue_by_id[term.issue_id].name: term.value for term in case.debrief.deal}
        for title, case in cases.items()
        if case.debrief is not None
    }
    assert deals["100,000 cans of tomatoes"] == {"Price": Decimal("1.40"), "Prepaid": Decimal(100)}
    assert deals["5,000 air conditioners"] == {
        "Discount": Decimal(2),
        "Upfront": Decimal(100),
        "Delivery": Decimal(6),
    }
    assert deals["Penthouse mandate"]["Further mandates"] == "two a year"


def test_the_fourth_case_is_still_open_with_a_meeting_ahead(cases: dict[str, Negotiation]) -> None:
    case = cases["Price increase, peas and beans"]
    assert case.status is Status.TALKING
    planned = [each.planned_at for each in case.meetings if each.planned_at is not None]
    assert planned
    assert planned[0] > NOW


def test_figures_that_are_not_in_the_article_are_marked_as_an_example(cases: dict[str, Negotiation]) -> None:
    assert all("example" in case.matter.lower() for case in cases.values())


def test_nothing_is_wrong_with_the_file(sample: Logbook) -> None:
    assert sample.verify().is_sound
