"""tests: ui/prepare/grid.py, reader.py, worths.py - figures of the published cases, in both decimal marks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.issue import Issue, Option, Point, ScaleKind
from core.negotiation import Negotiation
from core.term import Term
from core.words import NO_BREAK, Words
from tests.core.cases import DAY, canned_food, changed, four_issues
from ui.prepare import grid
from ui.prepare.grid import read_row, renamed_option
from ui.prepare.kept import NotRead, Shelf
from ui.prepare.prepared import Prepared
from ui.prepare.progress import step_states
from ui.prepare.reader import Reader
from ui.prepare.worths import card, explanation, ladder_sentences, marks
from ui.widgets.sheet_model import CellState

BRITISH, GERMAN = Words("en", "en_GB"), Words("en", "de_DE")


def reader(say: Words = BRITISH) -> Reader:
    """Make a reader for a region at the moment of the published cases."""
    return Reader(say, lambda: datetime(2026, 11, 24, 10, tzinfo=UTC))


def prepared(negotiation: Negotiation) -> Prepared:
    """Prepare a negotiation on the day of the published cases."""
    return Prepared(negotiation, DAY)


def test_the_first_case_is_told_in_its_figures() -> None:
    found = prepared(canned_food())
    rows = grid.rows(found, Shelf("issues"), reader())
    assert [rows[0].cells[key].text for key in ("best", "worst", "weight", "share", "batna")] == [
        "1.40", "1.60", "20,000", "95.8", "1.40"
    ]  # fmt: skip
    assert [rows[1].cells[key].text for key in ("weight", "share", "batna")] == ["882.78", "4.2", "0"]
    assert rows[2].cells["batna"].text == "95.2"
    assert found.batna is not None
    shown = card(found, found.batna, BRITISH)
    assert (shown.price.replace(NO_BREAK, " "), shown.terms.replace(NO_BREAK, " ")) == ("1.40 EUR/can", "Prepaid 0 %")
    assert shown.cost.replace(NO_BREAK, " ") == "Switching costs 1,000.00 EUR."


def test_without_switching_cost_the_alternative_is_worth_more() -> None:
    found = prepared(canned_food(switching_cost=0))
    assert found.batna is not None
    assert explanation(found, found.batna, BRITISH) == [
        "Worth 100.0 of 100.",
        "It is the BATNA: the only alternative that holds.",
    ]


def test_a_minimum_below_the_batna_is_repaired_by_the_least_step() -> None:
    negotiation = four_issues()
    for issue_id, value in ((1, 102), (2, 14), (3, 10), (4, 12)):
        negotiation = changed(negotiation, issue_id, minimum=Decimal(value))
    found = prepared(negotiation)
    assert found.rung_below_batna == "minimum"
    assert found.faulty_rungs.keys() == {"minimum"}
    golden = {1: Decimal("100.27"), 2: Decimal(34), 3: Decimal(7), 4: Decimal(33)}
    assert len(found.repairs) == 2
    assert found.repairs[0].cheapest
    for repair in found.repairs:
        (term,) = repair.terms
        assert term.value == golden[term.issue_id]
    assert {mark.key: mark.figure for mark in marks(found, BRITISH)} == {"minimum": "40.0", "batna": "48.6"}
    assert found.batna_terms == {1: Decimal(104), 2: Decimal(30), 3: Decimal(8), 4: Decimal(24)}
    assert ladder_sentences(found, BRITISH)[0].startswith("A deal at your minimum is worth 8.6 points less")


def test_a_ladder_that_holds_says_by_how_much() -> None:
    negotiation = four_issues()
    for issue_id, value in ((1, 102), (2, 60), (3, 5), (4, 24)):
        negotiation = changed(negotiation, issue_id, minimum=Decimal(value))
    (sentence,) = ladder_sentences(prepared(negotiation), BRITISH)
    assert sentence == "The rungs are in order. Minimum acceptable is worth 33.0 points more than walking away."


def test_what_is_read_can_be_shown_and_read_again_in_both_marks() -> None:
    blank = Issue(negotiation_id=1, name="")
    texts = {"best": "1,35", "worst": "1,55", "weight": "12,5", "reference_quantity": "100.000", "name": "Preis"}
    found = read_row(blank, texts, prepared(four_issues()), reader(GERMAN))
    assert found.kept == {}
    assert (found.fields["best"], found.fields["weight"]) == (Decimal("1.35"), Decimal("12.5"))
    assert found.fields["reference_quantity"] == 100_000
    issue = replace(blank, id=9, **found.fields)
    shown = grid.rows(prepared(replace(four_issues(), issues=(issue,))), Shelf("issues"), reader(GERMAN))[0].cells
    assert (shown["best"].text, shown["weight"].text) == ("1,35", "12,5")


@given(st.text(max_size=40), st.sampled_from(sorted({*grid.STATED, *grid.DETAILS, "weight", "alias", "unit", "name"})))
def test_any_text_is_read_or_kept_with_a_reason(text: str, key: str) -> None:
    if key == "kind":
        return
    issue = Issue(negotiation_id=1, name="Price", best=Decimal(1), worst=Decimal(2), step=Decimal(1))
    for say in (BRITISH, GERMAN):
        found = read_row(issue, {key: text}, prepared(four_issues()), reader(say))
        assert found.fields.keys() | found.kept.keys() >= {key}
        assert all(kept.text == text and kept.reason for kept in found.kept.values())


def test_options_and_points_are_typed_as_they_are_shown() -> None:
    options = (Option("none", Decimal(0)), Option("shared", Decimal("0.5")))
    assert reader().options(reader().show_options(options)) == options
    issue = Issue(negotiation_id=1, name="Price")
    points = (Point(Decimal("1.40"), Decimal(1)), Point(Decimal("1.48"), Decimal("0.2")))
    assert reader(GERMAN).points(reader(GERMAN).show_points(points), issue) == points


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("none 0", "Type each as name = value, parted by ; for example none = 0; full = 1."),
        ("none = 2", "The value of none must be between 0 and 1."),
        ("none = 0; None = 1", "Each option needs a name of its own."),
        ("ok = 1", "“ok” means something else in a meeting line. Choose another name."),
    ],
)
def test_options_that_cannot_be_used_say_why(text: str, why: str) -> None:
    with pytest.raises(NotRead) as trouble:
        reader().options(text)
    assert str(trouble.value) == why


def test_one_option_with_another_name_is_a_renaming() -> None:
    issue = Issue(
        negotiation_id=1,
        name="Promotion",
        kind=ScaleKind.OPTIONS,
        options=(Option("none", Decimal(0)), Option("full", Decimal(1))),
    )
    assert renamed_option(issue, ["none", "whole"]) == ("full", "whole")
    assert renamed_option(issue, ["none", "half", "full"]) is None
    assert renamed_option(issue, ["full", "none"]) is None


def test_assumed_terms_of_the_batna_are_marked() -> None:
    negotiation = changed(four_issues(), 4, baseline=Decimal(18))
    (only,) = negotiation.alternatives
    negotiation = replace(negotiation, alternatives=(replace(only, terms=only.terms[:3]),))
    cell = grid.rows(prepared(negotiation), Shelf("issues"), reader())[3].cells["batna"]
    assert (cell.text, cell.reason) == ("18", "Assumed: the baseline.")
    assert cell.state == CellState.READ_ONLY | CellState.PREFILLED


def test_steps_are_done_when_nothing_is_left_to_do() -> None:
    shelves = [Shelf(name) for name in ("issues", "alternatives", "theirs")]
    proven = replace(four_issues().alternatives[0], evidence="a quote")
    subject = four_issues(alternatives=(proven,))
    found = {state.key: state for state in step_states(prepared(subject), shelves, reader())}
    assert (found["alternatives"].is_done, found["issues"].is_done) == (True, False)
    assert "Minimum deal" in found["issues"].to_do
    assert found["goal"].to_do[0] == "Our goal in words"
    assert not found["theirs"].is_done


def test_a_card_holds_the_first_terms_and_counts_the_others() -> None:
    issues = [replace(four_issues().issues[1], id=number, name=f"Issue {number}") for number in range(1, 10)]
    (only,) = four_issues().alternatives
    terms = tuple(Term(issue_id=issue.id, value=Decimal(30)) for issue in issues)
    found = prepared(replace(four_issues(), issues=tuple(issues), alternatives=(replace(only, terms=terms),)))
    assert found.batna is not None
    told = card(found, found.batna, BRITISH).terms.replace(NO_BREAK, " ")
    assert told.startswith("Issue 1 30 days, Issue 2 30 days")
    assert told.endswith("Issue 6 30 days, 3 more")
