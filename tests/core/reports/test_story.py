"""tests: core/reports/story.py - what stands together, and page 1 that keeps to its page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from core.charts.range_chart import RangeChart, RangeRow, RangeWords, Spot
from core.reports.document import Chart, Paragraph, Part, Section, Signer, SignOff
from core.words import Words
from tests.core.reports.conftest import document

if TYPE_CHECKING:
    from collections.abc import Callable

    from pypdf import PdfReader

    from core.reports.document import Document

    Reading = Callable[[Document], PdfReader]


def page_one(lines: int, rows: int = 5) -> Part:
    row = RangeRow(name="Price", limit=Spot(0.5, "1.45"), room="1.38 to 1.45")
    chart = RangeChart(
        "There is room", tuple(replace(row, name=f"Issue {at}") for at in range(rows)), RangeWords.of(Words())
    )
    filler = Paragraph("\n".join(f"line {at}" for at in range(lines)))
    sign = SignOff(Signer("Ingrid Solberg", "Head"), "Approval:")
    return Part("1", "One page", "", (filler, Section("There is room", (Chart(chart),)), sign), one_page=True)


@pytest.mark.parametrize("lines", [10, 30, 33, 35, 38, 40])
def test_page_one_closes_its_gaps_and_then_shortens_its_chart_rather_than_run_over(lines: int, read: Reading) -> None:
    reader = read(document(page_one(lines), Part("2", "Second")))
    assert len(reader.pages) == 2
    text = reader.pages[0].extract_text()
    assert "Approval: Ingrid Solberg" in text
    assert ("left out" in text) == ("Issue 4" not in text)


def test_rows_are_left_out_only_where_they_must_be(read: Reading) -> None:
    assert "Issue 4" in read(document(page_one(10))).pages[0].extract_text()
    assert "Issue 4" not in read(document(page_one(40))).pages[0].extract_text()


def test_a_page_that_cannot_hold_it_runs_over_and_loses_nothing(read: Reading) -> None:
    reader = read(document(page_one(70)))
    text = "\n".join(page.extract_text() for page in reader.pages)
    assert "line 69" in text
    assert "Approval: Ingrid Solberg" in text


def test_a_title_of_two_lines_is_balanced(read: Reading) -> None:
    title = "A long title whose last word would stand quite alone on the second line"
    text = read(document(Part("1", title))).pages[0].extract_text()
    lines = [line for line in text.splitlines() if line and line in title]
    assert len(lines) == 2
    assert abs(len(lines[0]) - len(lines[1])) < 16


def test_a_title_longer_than_two_lines_is_printed_whole_at_the_end(read: Reading) -> None:
    title = " ".join(f"word{at}" for at in range(60))
    text = " ".join("\n".join(page.extract_text() for page in read(document(Part("1", title))).pages).split())
    assert "… (1)" in text
    assert title in text
