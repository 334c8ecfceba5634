"""tests: the views of Analyse - a talk in full swing, its table, what is supposed, and what is missing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QSlider

from core.issue import ScaleKind
from core.negotiation import Weighting
from core.side import Basis, Side
from core.term import Term
from tests.pictures.stage import NOW, Stage
from tests.ui.analyse.table import SAY, play
from ui.analyse.concessions_page import ConcessionsPage
from ui.analyse.packages_page import PackagesPage
from ui.analyse.view import AnalyseView
from ui.analyse.what_if_page import WhatIfPage
from ui.meet.entry import log_line, read_line
from ui.navigation import NEGOTIATION, Place

TOMATOES = 1
_START = NOW - timedelta(days=1, hours=2)


def of(view: str, **what: Any) -> Callable[[Stage], None]:
    """Return what plays a negotiation and shows it in a view of Analyse."""

    def bring(stage: Stage) -> None:
        stage.go(Place(NEGOTIATION, play(stage.logbook, _START, **what), "analyse", view))

    return bring


def article(view: str) -> Callable[[Stage], None]:
    """Return what shows the article's first case in a view."""

    def bring(stage: Stage) -> None:
        stage.go(Place(NEGOTIATION, TOMATOES, "analyse", view))

    return bring


def _begin(stage: Stage) -> None:
    chart = stage.part(AnalyseView).page.chart
    assert chart is not None
    chart.begin()


def as_table(stage: Stage) -> None:
    """Turn the dance into the table of its figures."""
    of("dance")(stage)
    _begin(stage)
    stage.press("T")


def walked(stage: Stage) -> None:
    """Walk to the fourth point of the dance on the price."""
    of("dance")(stage)
    _begin(stage)
    for _ in range(3):
        stage.press("Right")


def supposed(stage: Stage) -> None:
    """Suppose another weight."""
    of("what_if", money=False)(stage)
    stage.part(QSlider).setValue(20)


def supposed_of_them(stage: Stage) -> None:
    """Suppose that the price counts less to them."""
    of("what_if")(stage)
    page = stage.part(WhatIfPage)
    page.theirs.setFocus()
    page.theirs.go_to(page.presenter.negotiation.issues[0].id, "supposed_estimate")
    stage.write("1")
    stage.write("0\n")


def turned(stage: Stage) -> None:
    """Show the concessions of a talk that turns: a threat, and interests of both sides to go back to."""
    case = play(stage.logbook, _START)
    price = stage.logbook.negotiations.load(case).issues[0].id
    positions = stage.logbook.positions
    positions.add(case, side=Side.US, issue_id=price, interest="a price that holds for the year")
    positions.add(case, side=Side.THEM, issue_id=price, interest="cash before the harvest", basis=Basis.OBSERVED)
    positions.add(case, side=Side.THEM, position="No more than two varieties")
    for minutes, text in ((1470, "t z no delivery before May"), (1471, "t 1.48 p !!")):
        now = _START + timedelta(minutes=minutes)
        found = stage.logbook.negotiations.load(case)
        log_line(stage.logbook, found, read_line(found, text, SAY, now), SAY, now, "tried")
    stage.go(Place(NEGOTIATION, case, "analyse", "concessions"))
    page = stage.part(ConcessionsPage)
    stage.settle()
    page.main.ensureWidgetVisible(page.trades.questions)
    page.side.ensureWidgetVisible(page.signs)


def candidates(stage: Stage) -> None:
    """Show packages that are thought of beside what is on the table: three equal ones, and one of theirs."""
    case = play(stage.logbook, _START)
    price, payment, *_ = stage.logbook.negotiations.load(case).issues
    terms = (Term(issue_id=price.id, value=Decimal("1.44")), Term(issue_id=payment.id, value=Decimal(14)))
    stage.logbook.candidates.add(case, name="Cash in November", by=Side.THEM, is_shared=True, terms=terms)
    stage.go(Place(NEGOTIATION, case, "analyse", "packages"))
    page = stage.part(PackagesPage)
    page.equal.click()
    page.candidates.setFocus()
    second = stage.logbook.negotiations.load(case).candidates[1]
    page.candidates.go_to(second.id, "note")
    stage.write("O")
    stage.write("nly for cash\n")
    page.candidates.go_to(second.id, "name")


def forty(stage: Stage) -> None:
    """Show the room on forty issues."""
    supplier = stage.logbook.suppliers.add(name="Forty Ltd").made
    case = stage.logbook.negotiations.add(supplier_id=supplier, title="Forty", weighting=Weighting.DIRECT).made
    for number in range(1, 41):
        stage.logbook.issues.add(
            case, name=f"Clause number {number}", kind=ScaleKind.NUMERIC, unit="days", best=Decimal(60),
            worst=Decimal(14), step=Decimal(1), weight=Decimal(number), limit=Decimal(20), fair=Decimal(40),
        )  # fmt: skip
    stage.go(Place(NEGOTIATION, case, "analyse", "range"))


def many(stage: Stage) -> None:
    """Show the dance of two hundred offers."""
    case = play(stage.logbook, _START, lines=0)
    for number in range(1, 201):
        theirs = number % 2
        price = Decimal("1.56") - number * Decimal("0.0004") if theirs else Decimal("1.36") + number * Decimal("0.0004")
        now = _START + timedelta(minutes=number)
        found = stage.logbook.negotiations.load(case)
        reading = read_line(found, f"{'t' if theirs else 'w'} {price} price", SAY, now)
        log_line(stage.logbook, found, reading, SAY, now, "tried")
    stage.go(Place(NEGOTIATION, case, "analyse", "dance"))


ANALYSE: dict[str, tuple[bool, Callable[[Stage], None]]] = {
    "analyse-range": (True, of("range")),
    "analyse-dance": (True, of("dance")),
    "analyse-dance-walked": (True, walked),
    "analyse-dance-table": (True, as_table),
    "analyse-dance-many": (True, many),
    "analyse-packages": (True, of("packages")),
    "analyse-packages-candidates": (True, candidates),
    "analyse-packages-article": (True, article("packages")),
    "analyse-frontier": (True, of("frontier")),
    "analyse-frontier-lacking": (True, of("frontier", theirs=False)),
    "analyse-concessions": (True, of("concessions")),
    "analyse-concessions-turned": (True, turned),
    "analyse-what-if": (True, supposed),
    "analyse-what-if-theirs": (True, supposed_of_them),
    "analyse-forty": (True, forty),
    "analyse-empty": (True, of("dance", lines=0, theirs=False, batna=False)),
}
