"""tests: ui/prepare/grid.py - the figures of the published cases in cells, read in both decimal marks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from core.issue import Issue, Option, ScaleKind
from core.negotiation import Negotiation
from core.words import NO_BREAK, Words
from tests.core.cases import DAY, canned_food, changed, four_issues
from ui.prepare import grid
from ui.prepare.grid import read_row, renamed_option
from ui.prepare.worths import card
from ui.sheets.kept import Shelf
from ui.sheets.prepared import Prepared
from ui.sheets.reader import Reader
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
    assert [rows[0].cells[key].text for key in ("best", "worst", "weight", "batna")] == [
        "1.40", "1.60", "20,000", "1.40"
    ]  # fmt: skip
    assert [rows[1].cells[key].text for key in ("weight", "batna")] == ["882.78", "0"]
    assert [row.cells["weight"].detail.replace(NO_BREAK, " ") for row in rows[:2]] == ["95.8 %", "4.2 %"]
    assert rows[2].cells["batna"].text == "95.2"
    assert found.batna is not None
    shown = card(found, found.batna, BRITISH)
    assert (shown.price.replace(NO_BREAK, " "), shown.terms.replace(NO_BREAK, " ")) == ("1.40 EUR/can", "Prepaid 0 %")
    assert shown.cost.replace(NO_BREAK, " ") == "Switching costs 1,000.00 EUR."


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
