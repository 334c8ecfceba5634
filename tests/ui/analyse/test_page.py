"""tests: ui/analyse/page.py - with long names and figures of nine digits nothing is cut, and no name widens it."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtGui import QFontMetricsF

from tests.ui.analyse.conftest import Open
from tests.ui.analyse.table import SAY
from tests.ui.conftest import NOW
from tests.ui.desk import Driver
from ui.analyse.concessions_page import ConcessionsPage
from ui.analyse.dance_page import DancePage
from ui.analyse.view import CONCESSIONS, DANCE, WHAT_IF, AnalyseView
from ui.analyse.what_if_page import WhatIfPage
from ui.meet.entry import log_line, read_line
from ui.widgets.sheet import Sheet

LONG = "Price per thousand, delivered and unloaded at Nordhafen, pallets, insurance and customs duties included"
RUNGS = ("best", "worst", "opening", "best_outcome", "fair", "minimum", "limit", "baseline")
FACTOR = 123_456_789
SAID = (
    "t p 192,123,456.25, 14d pay",
    "w p 168,123,456.25, 60d pay",
    "t p 191,123,456.25",
    "w p 169,123,456.25",
    "t p 190,123,456.25",
)


@pytest.fixture
def large(analyse: Open, empty: Driver) -> AnalyseView:
    """Return Analyse of a talk whose price has a long name and nine digits, in the least window."""
    view = analyse(lines=0)
    case, issue = view.presenter.negotiation.id, view.presenter.negotiation.issues[0]
    figures = {rung: getattr(issue, rung) * FACTOR for rung in RUNGS}
    empty.logbook.issues.change(issue.id, name=LONG, step=Decimal("0.01"), **figures)
    for number, text in enumerate(SAID):
        now, talk = NOW + timedelta(minutes=number), empty.logbook.negotiations.load(case)
        log_line(empty.logbook, talk, read_line(talk, text, SAY, now), SAY, now, reason="tried")
    empty.window.resize(1280, 720)
    view.show_negotiation(case)
    return view


def cut_figures(sheet: Sheet, metrics: QFontMetricsF) -> list[str]:
    """Return the texts of a sheet's figures for which their column is too narrow."""
    model, view = sheet.model, sheet.view
    return [
        model.text_to_copy(row, at)
        for at, column in enumerate(model.columns)
        for row in range(model.rowCount())
        if not column.wrap and metrics.horizontalAdvance(model.text_to_copy(row, at)) > view.columnWidth(at)
    ]


def test_a_name_that_is_long_does_not_widen_the_window(large: AnalyseView) -> None:
    large.go_view(DANCE)
    assert isinstance(large.page, DancePage)
    subject = large.page.subject
    assert LONG in subject.itemText(1)
    assert subject.sizeHint().width() > 400
    assert subject.width() <= 240


def test_figures_stay_whole(large: AnalyseView) -> None:
    metrics = QFontMetricsF(large.page.tools.theme.font("body"))
    large.go_view(CONCESSIONS)
    assert isinstance(large.page, ConcessionsPage)
    assert not cut_figures(large.page.sheet, metrics)
    large.go_view(WHAT_IF)
    assert isinstance(large.page, WhatIfPage)
    for sheet in (large.page.issues, large.page.theirs, large.page.chances):
        assert not cut_figures(sheet, metrics)
