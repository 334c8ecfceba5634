"""tests: the views of the alternatives - one follows a talk whose offer changed, files, side by side, too few of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from core.alternative import Form
from core.issue import Issue
from core.log import compose
from core.term import Term
from tests.pictures.prepare import full
from tests.pictures.stage import Stage
from ui.meet.entry import read_line
from ui.prepare.steps.alternatives_step import AlternativesStep
from ui.prepare.view import PrepareView

_COPIED = ("name", "alias", "unit", "step", "best", "worst", "weight", "reference_quantity")


def talk(stage: Stage, issues: tuple[Issue, ...], title: str) -> int:
    """Begin a talk with another supplier about the same issues, one of them measured otherwise."""
    book = stage.logbook
    supplier = book.suppliers.add(name="Frutas Ebro S.A.").made
    made = book.negotiations.add(supplier_id=supplier, title=title).made
    for issue in issues:
        other = replace(issue, unit="days") if issue.name == "Lead time" else issue
        fields = {name: getattr(other, name) for name in _COPIED if getattr(other, name) is not None}
        book.issues.add(made, **fields)
    return made


def say_line(stage: Stage, negotiation_id: int, text: str, days: int, minutes: int = 0) -> None:
    """Log a line so many days ago; `minutes` is when it was logged, from now on."""
    now = stage.program.tools.clock()
    negotiation = stage.logbook.negotiations.load(negotiation_id)
    reading = read_line(negotiation, text, stage.program.tools.say, now)
    at = now - timedelta(days=days)
    entry = compose(negotiation, reading, at, now + timedelta(minutes=minutes) if minutes else at)
    stage.logbook.lines.log(negotiation_id, entry)


def followed(stage: Stage) -> None:
    """Show an alternative that follows another talk, whose offer changed since, with files."""
    made = full(stage)
    book = stage.logbook
    negotiation = book.negotiations.load(made)
    other = talk(stage, negotiation.issues, "Sweetcorn and peas 2027")
    say_line(stage, other, "they 1.41 price, 45d payment", days=21)
    follows = negotiation.alternatives[1]
    terms = (
        Term(issue_id=negotiation.issues[0].id, value=Decimal("1.41")),
        Term(issue_id=negotiation.issues[1].id, value=Decimal(45)),
    )
    book.alternatives.follow(follows.id, other, terms)
    say_line(stage, other, "they 1.39 price", days=1, minutes=1)
    book.attachments.add(follows.id, "Quote Frutas Ebro 2027, signed.pdf", "application/pdf", b"x" * 348_000)
    book.attachments.add(follows.id, "Call of 3 November.txt", "text/plain", b"1.41, 45 days")
    book.alternatives.change(
        follows.id, evidence="Told by telephone", improve="Ask for the yearly bonus; let quality test two cartons"
    )
    book.alternatives.add(made, name="No deal", no_deal=True, form=Form.POINTS, points=Decimal(20))
    book.alternatives.change(negotiation.alternatives[0].id, probability=Decimal("0.9"))
    stage.settle()
    view = stage.part(PrepareView)
    view.show_negotiation(made)
    view.reveal(f"alternatives/{follows.id}/name")


def side_by_side(stage: Stage) -> None:
    """Show all of them in columns."""
    followed(stage)
    page = stage.part(AlternativesStep)
    page.views.set_current("columns")
    page.show_prepared(another=False)
    page.focus_first()


def few(stage: Stage) -> None:
    """Show one alternative alone, with a name that is long."""
    made = full(stage)
    book = stage.logbook
    first, second, third = book.negotiations.load(made).alternatives
    book.alternatives.delete(second.id)
    book.alternatives.delete(third.id)
    name = "Gesellschaft für Verpackungen und Konservierung mit beschränkter Haftung, Zweigniederlassung Nord"
    book.alternatives.change(first.id, name=name)
    view = stage.part(PrepareView)
    view.show_negotiation(made)
    view.go_step("alternatives")


ALTERNATIVES: dict[str, tuple[bool, Callable[[Stage], None]]] = {
    "prepare-followed": (False, followed),
    "prepare-side-by-side": (False, side_by_side),
    "prepare-one-alternative": (False, few),
}
