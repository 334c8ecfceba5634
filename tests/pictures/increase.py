"""tests: the views of the price-increase test - the published figures, filled from the supplier's file, and empty."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from core.estimate import Subject
from core.side import Basis
from tests.pictures.prepare import full, nothing_yet
from tests.pictures.stage import Stage
from ui.prepare.steps.issues_step import IssuesStep
from ui.prepare.view import PrepareView

# DOMAIN, section 4: 4.15 % of a claimed 9 % is justified
PARTS = (
    ("Raw material", "45", "6", Basis.SAID, "Their letter of 2 November"),
    ("Energy", "10", "12", Basis.OBSERVED, "Exchange price, October mean"),
    ("Labour", "25", "3", Basis.OBSERVED, "Wage agreement"),
    ("Freight", "5", "-10", Basis.OBSERVED, "Index of the forwarders"),
    ("Overhead and margin", "15", "0", Basis.GUESS, ""),
)


def _test(stage: Stage, made: int) -> None:
    view = stage.part(PrepareView)
    view.show_negotiation(made)
    view.go_step("issues")
    page = stage.part(IssuesStep)
    page.sheet.go_to(stage.logbook.negotiations.load(made).issues[0].id, "name")
    page.open_increase()


def tested(stage: Stage) -> None:
    """Show the published case, with what could be given instead."""
    made = full(stage)
    stage.logbook.negotiations.change(made, claimed_increase=Decimal(9))
    stage.logbook.claimed_costs.add_many(
        made,
        [
            {"name": name, "share": Decimal(share), "change": Decimal(change), "basis": basis, "source": source}
            for name, share, change, basis, source in PARTS
        ],
    )
    _test(stage, made)


def filled(stage: Stage) -> None:
    """Show the parts taken from the supplier's file, one of them more than the price can hold."""
    made = full(stage)
    book = stage.logbook
    supplier = book.negotiations.load(made).supplier_id
    day = stage.program.tools.clock().date().replace(day=3)
    book.cost_parts.add_many(
        supplier,
        [
            {"on": day, "name": name, "share": Decimal(share), "basis": basis, "source": source}
            for name, share, _, basis, source in PARTS
        ],
    )
    _test(stage, made)


def empty(stage: Stage) -> None:
    """Show the test of a price of which nothing is known."""
    nothing_yet("issues")(stage)
    place = stage.session.navigation.place
    assert place is not None
    stage.logbook.issues.add(place.record, name="Price", unit="EUR/can")
    _test(stage, place.record)


def made_up(stage: Stage) -> None:
    """Show what makes up for giving way on the price, with their side estimated."""
    made = full(stage)
    book = stage.logbook
    issues = book.negotiations.load(made).issues
    for issue, weight in zip(issues, (40, 30, 10, 10, 5, 5), strict=True):
        for subject, value in (
            (Subject.WEIGHT, Decimal(weight)),
            (Subject.BEST, issue.worst),
            (Subject.WORST, issue.best),
        ):
            assert value is not None
            book.estimates.put(made, issue_id=issue.id, subject=subject, likely=value, basis=Basis.GUESS)
    stage.settle()
    view = stage.part(PrepareView)
    view.show_negotiation(made)
    view.go_step("issues")
    page = stage.part(IssuesStep)
    page.sheet.go_to(issues[0].id, "fair")
    page.make_up.field.setFocus()
    stage.write("1.41\n")
    stage.settle()
    page.scroller.ensureWidgetVisible(page.make_up.table)


INCREASE: dict[str, tuple[bool, Callable[[Stage], None]]] = {
    "prepare-increase": (False, tested),
    "prepare-increase-filled": (False, filled),
    "prepare-increase-empty": (False, empty),
    "prepare-made-up": (False, made_up),
}
