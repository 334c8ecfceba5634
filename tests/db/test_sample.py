"""tests: the sample logbook - the article's four cases with its figures, every place of the program filled."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from core.analysis.predictability import own_tactics, predictability
from core.batna import batna
from core.breakdown import breakdowns
from core.candidates import side_by_side
from core.claim import claim_tested
from core.dealings import habits
from core.errors import StorageTrouble
from core.following import moved
from core.given_away import given_away
from core.items import summary
from core.judge import Judge, verdicts
from core.message import Message
from core.mode import Around
from core.negotiation import Depth, Negotiation, Status
from core.outcome import deal_of
from core.plan import PointKind
from core.plan_ladder import planned_ladder
from core.portfolio import preference, quadrant
from core.resources import resource_path
from core.side import Side
from core.strategy_check import strategy_check
from core.styles import observed
from core.tactics import tactics
from core.tactics_seen import tactics_seen
from core.verdict import Flag, Given, Light
from db.logbook import Logbook
from db.sample import CASES

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
CANS, UNITS, HOME, PEAS = (
    "100,000 cans of tomatoes",
    "5,000 air conditioners",
    "Penthouse mandate",
    "Price increase, peas and beans",
)
BEFORE, ELSEWHERE, AFTER = "Canned food, last season", "Canned food, second source", "Canned food, next season"
# The figures of the article, and 140,000.00, which is 100,000 cans at 1.40.
OF_THE_ARTICLE = {
    "canned-food": {"100,000", "1.40", "1.50", "1.60", "100", "140,000.00"},
    "air-conditioners": {"5,000", "70", "2"},
    "penthouse": {"30", "1"},
    "food-retailer": set(),
    "last-season": set(),
    "second-source": {"1.40"},
    "next-season": set(),
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Logbook]:
    file: Path = tmp_path_factory.mktemp("sample") / "sample.logroll"
    with Logbook.create_sample(file, clock=lambda: NOW) as logbook:
        yield logbook


@pytest.fixture(scope="module")
def cases(sample: Logbook) -> dict[str, Negotiation]:
    return {row.title: sample.negotiations.load(row.id) for row in sample.negotiations.rows()}


def supplier_of(sample: Logbook, case: Negotiation) -> Around:
    """Return the supplier's file as the strategy check looks at it."""
    return Around(
        supplier=sample.suppliers.load(case.supplier_id),
        people=sample.counterparts.rows(supplier_id=case.supplier_id),
    )


# the article


def test_it_holds_the_four_cases_what_came_around_the_first_and_no_line_is_unread(
    cases: dict[str, Negotiation],
) -> None:
    assert set(cases) == {CANS, UNITS, HOME, PEAS, BEFORE, ELSEWHERE, AFTER}
    assert all(not case.unread for case in cases.values())


def test_the_verdicts_kept_with_the_lines_are_those_that_the_rules_give(cases: dict[str, Negotiation]) -> None:
    case = cases[CANS]
    found = verdicts(case)
    assert [line.stands for line in case.offers] == [Given.of(found[line.id][1]) for line in case.offers]


def test_the_first_case_has_the_figures_of_the_article(cases: dict[str, Negotiation]) -> None:
    case = cases[CANS]
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
    assert deals[CANS] == {"Price": Decimal("1.40"), "Prepaid": Decimal(100)}
    assert deals[UNITS] == {"Discount": Decimal(2), "Upfront": Decimal(100), "Delivery": Decimal(6)}
    assert deals[HOME]["Further mandates"] == "two a year"
    assert deals[BEFORE] == {"Price": Decimal("1.46")}


@pytest.mark.parametrize("title", [CANS, UNITS, HOME, BEFORE])
def test_each_deal_beats_its_batna_and_was_closed_when_the_talk_ended(
    cases: dict[str, Negotiation], title: str
) -> None:
    case = cases[title]
    assert case.debrief is not None
    assert case.debrief.closed_at.date() == case.lines[-1].at.date()
    judge = Judge(case)
    deal = judge.valuation.filled(deal_of(case))
    assert judge.verdict(deal, Side.US, case.debrief.closed_at.date()).batna is Light.CLEAR


def test_the_price_increase_is_tested_with_the_published_figures(cases: dict[str, Negotiation]) -> None:
    case = cases[PEAS]
    found = claim_tested(case, case.issues[0])
    assert not isinstance(found, Message)
    assert (found.claimed, found.justified) == (Fraction(9, 100), Fraction("0.0415"))


def test_the_fourth_case_is_still_open_with_a_meeting_ahead(cases: dict[str, Negotiation]) -> None:
    case = cases[PEAS]
    assert case.status is Status.TALKING
    planned = [each.planned_at for each in case.meetings if each.planned_at is not None]
    assert planned
    assert planned[0] > NOW


@pytest.mark.parametrize("name", CASES)
def test_figures_that_are_not_in_the_article_are_marked_as_an_example(name: str) -> None:
    def texts(found: Any, key: str = "") -> Iterator[str]:
        if isinstance(found, dict):
            for inner, value in found.items():
                yield from texts(value, inner)
        elif isinstance(found, list):
            # lines of a meeting are typed as in Meet; the matter says of their figures what they are
            for each in found if key != "lines" else ():
                yield from texts(each, key)
        elif isinstance(found, str) and " " in found:
            yield found

    case = tomllib.loads(resource_path("sample", f"{name}.toml").read_text(encoding="utf-8"))
    assert "example" in case["negotiation"]["matter"].lower() or name == "penthouse"
    of_names = {case["negotiation"]["title"], *(line["line"] for line in case.get("offers", ()))}
    for text in set(texts(case)) - of_names - {case.get("begun_from")}:
        figures = {each.strip(".,") for each in re.findall(r"\d[\d.,]*", text)}
        assert figures <= OF_THE_ARTICLE[name] or "example" in text, text


# every place


@pytest.mark.parametrize(("title", "depth"), [(CANS, Depth.FULL), (UNITS, Depth.PRIORITY), (HOME, Depth.PRIORITY)])
def test_a_finished_case_was_prepared_without_a_gap(
    sample: Logbook, cases: dict[str, Negotiation], title: str, depth: Depth
) -> None:
    case = cases[title]
    assert case.depth is depth
    assert strategy_check(case, supplier_of(sample, case), NOW) == ()


def test_the_open_case_lacks_what_can_still_be_done_before_the_meeting(
    sample: Logbook, cases: dict[str, Negotiation]
) -> None:
    found = strategy_check(cases[PEAS], supplier_of(sample, cases[PEAS]), NOW)
    assert [each.title.code for each in found] == ["todo.batna_ends", "todo.no_authority"]


@pytest.mark.parametrize("title", [CANS, PEAS])
def test_a_full_preparation_has_every_kind_of_point_and_a_sound_ladder(
    cases: dict[str, Negotiation], title: str
) -> None:
    case = cases[title]
    assert {point.kind for point in case.plan_points} == set(PointKind)
    assert all(point.minutes for point in case.plan_points if point.kind is PointKind.AGENDA)
    assert any(point.reply for point in case.plan_points if point.kind is PointKind.TEST)
    ladder = planned_ladder(case, NOW)
    assert len(ladder.steps) >= 2
    assert ladder.flag is Flag.FINE
    assert case.opening_reason
    assert case.pause_rule
    assert case.walk_away


@pytest.mark.parametrize("title", [CANS, UNITS, HOME, PEAS])
def test_both_sides_needs_lead_to_a_common_goal_and_to_packages_one_of_which_lies_on_the_table(
    cases: dict[str, Negotiation], title: str
) -> None:
    case = cases[title]
    for goal in case.common_goals:
        assert {need.side for need in case.needs if need.goal_id == goal.id} == set(Side)
    assert {need.side for need in case.needs if need.is_shared} == set(Side)
    compared = side_by_side(case, NOW)
    assert len(compared.packages) >= 2
    assert [each.flag for each in compared.packages if each.candidate.is_shared] == [Flag.FINE]
    assert all(each.theirs is not None for each in compared.packages)


def test_evidence_lies_with_the_alternatives_as_a_file_that_can_be_read(
    sample: Logbook, cases: dict[str, Negotiation]
) -> None:
    for title, words in ((CANS, "1.40 USD"), (PEAS, "1.205 EUR/kg")):
        (file,) = cases[title].attachments
        assert words in sample.attachments.content(file.id).decode()


def test_the_suppliers_files_hold_contracts_spend_costs_and_marks(
    sample: Logbook, cases: dict[str, Negotiation]
) -> None:
    delva = cases[PEAS].supplier_id
    assert len(sample.contracts.of_supplier(delva)) == 3
    assert [spend.year for spend in sample.spends.of_supplier(delva)] == [2023, 2024, 2025]
    known = breakdowns(sample.cost_parts.of_supplier(delva))
    assert [each.is_whole for each in known] == [True, True]
    supplier = sample.suppliers.load(delva)
    assert quadrant(supplier) is not None
    assert preference(supplier) is not None


def test_of_somebody_met_before_the_file_tells_how_both_sides_deal(
    sample: Logbook,
) -> None:
    elena = next(row.id for row in sample.counterparts.rows() if row.name == "Elena Marchetti")
    talks, turns = sample.negotiations.sat_in(elena), sample.lines.turns(elena)
    assert {each.title for each in talks} == {CANS, BEFORE}
    assert {each.number for each in tactics_seen(turns)} == {1, 3, 4, 15}
    assert [(each.start, each.end) for each in given_away(talks, elena)] == [(Decimal("1.42"), Decimal("1.43"))]
    found = predictability(own_tactics(turns), len(tactics("en")))
    assert found is not None
    assert found.hit_rate == Fraction(3, 4)
    style = observed(sample.notes.on_style(elena), NOW.date())
    assert style is not None
    assert style.is_changing
    assert len(sample.notes.about_us(elena)) == 2
    assert habits(sample.negotiations.past(sample.counterparts.load(elena).supplier_id)).first_step is not None


def test_what_a_deal_leaves_is_there_for_the_next_one(sample: Logbook, cases: dict[str, Negotiation]) -> None:
    case = cases[AFTER]
    assert case.status is Status.PREPARING
    assert [each.text for each in sample.commitments.open_with(case.supplier_id, before=case.id)] == [
        "Draft of the bank guarantee",
        "pay 140,000.00 with the order",
    ]
    learning = sample.debriefs.last_learning(case.supplier_id)
    assert learning is not None
    assert learning.title == CANS
    prepaid = next(issue for issue in case.issues if issue.name == "Prepaid")
    assert {"best", "worst", "fair"} <= set(prepaid.prefilled)
    assert prepaid.baseline == 100, "what was agreed last is what holds if nobody speaks of it"
    corrected = [each for each in case.estimates if each.source == CANS]
    assert [each.likely for each in corrected if each.issue_id == prepaid.id] == [Decimal(100), Decimal(60)]


def test_the_batna_of_the_next_season_follows_the_offer_of_the_other_source(
    sample: Logbook, cases: dict[str, Negotiation]
) -> None:
    case = cases[AFTER]
    (following,) = case.followings
    assert following.followed_id == cases[ELSEWHERE].id
    elsewhere = sample.alternatives.followed([following])[following.alternative_id]
    assert elsewhere.now == cases[ELSEWHERE]
    assert moved(case, following, elsewhere, NOW) is None
    best = batna(case, NOW.date())
    assert best is not None
    assert best.alternative.id == following.alternative_id
    assert {case.issue_by_id[term.issue_id].name: term.value for term in best.alternative.terms} == {
        "Price": Decimal("1.44"),
        "Prepaid": Decimal(0),
    }


def test_a_price_that_is_a_list_stands_at_its_totals_and_one_line_stands_out(
    sample: Logbook, cases: dict[str, Negotiation]
) -> None:
    issue = next(each for each in cases[AFTER].issues if each.name == "Labels and cartons")
    items = sample.items.of_issue(issue.id)
    found = summary(items)
    totals = {name: total.amount for name, total in found.totals.items()}
    assert (issue.baseline, issue.worst, issue.fair) == (totals["today"], totals["theirs"], totals["ours"])
    assert [item.text for item in items if item.id in found.outliers] == ["Shelf tray"]


# the file


def test_nothing_is_wrong_with_the_file(sample: Logbook) -> None:
    assert sample.verify().is_sound


def test_the_journal_tells_when_things_happened_and_ends_today(sample: Logbook, cases: dict[str, Negotiation]) -> None:
    first = sample.journal.history("negotiation", cases[BEFORE].id)[-1]
    assert first.at.date() == (NOW - timedelta(days=400)).date()
    rows = sample.negotiations.rows()
    assert rows[0].title == AFTER
    assert rows[0].changed_at == NOW
    assert all(row.changed_at is not None and row.changed_at <= NOW for row in rows)


def test_what_stops_it_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.sample.CASES", ("canned-food", "no-such-case"))
    with pytest.raises(StorageTrouble):
        Logbook.create_sample(tmp_path / "sample.logroll", clock=lambda: NOW)
    assert list(tmp_path.iterdir()) == []
