"""tests: the views of Debrief - the article's cases closed, a talk to be closed, and nothing to close yet."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from core.debrief import Outcome
from tests.pictures.stage import Stage
from ui.debrief.view import DebriefView
from ui.meet.entry import log_line, read_line
from ui.navigation import NEGOTIATION, Place

TOMATOES, PENTHOUSE, PEAS = 1, 3, 4
LONG = "Gesellschaft für Verpackungen und Konservierung mit beschränkter Haftung <b>&</b> Söhne 😀 שלום"
_LINES = ("w 1.30 price", "w 1.25 price 45 days", "t hmm what 33 44", "t ! certificates", "w 1.22")


def of(record: int, spot: str = "") -> Callable[[Stage], None]:
    """Return what shows the debrief of a negotiation."""

    def bring(stage: Stage) -> None:
        stage.go(Place(NEGOTIATION, record, "debrief", spot))

    return bring


def talked(stage: Stage) -> DebriefView:
    """Log a talk with a line past our limit, steps of ours and a line that cannot be read."""
    logbook, tools = stage.logbook, stage.program.tools
    for text in _LINES:
        found = logbook.negotiations.load(PEAS)
        reading = read_line(found, text, tools.say, tools.clock())
        log_line(logbook, found, reading, tools.say, tools.clock(), "To learn whether they need the volume")
    stage.go(Place(NEGOTIATION, PEAS, "debrief"))
    return stage.part(DebriefView)


def closing(stage: Stage) -> None:
    """Type a term and one that cannot be read."""
    view = talked(stage)
    price, payment = (row.id for row in view.closing.deal.model.rows[:2])
    view.closing.deal.term_entered.emit(price, "1.240")
    view.closing.deal.term_entered.emit(payment, "soon")
    view.closing.deal.view.setFocus()
    view.closing.deal.edit(view.closing.deal.model.rows[2].id, "3")


def guessing(stage: Stage) -> None:
    """Enter what guesses turned out to be: one within its range, one that is being typed."""
    first, second, *_ = stage.logbook.negotiations.load(TOMATOES).estimates
    today = stage.program.tools.clock().date()
    stage.logbook.estimates.turn_out(first.id, first.likely, today)
    stage.go(Place(NEGOTIATION, TOMATOES, "debrief"))
    view = stage.part(DebriefView)
    view.go_step("guesses")
    view.closed.guesses.table.answer(second.id, "1.4")


def past_limit(stage: Stage) -> None:
    """Close past a limit, with lines to clear up and steps to complete."""
    view = talked(stage)
    for row, text in zip(view.closing.deal.model.rows, ("1.300", "30", "2"), strict=False):
        view.closing.deal.term_entered.emit(row.id, text)
    view.closing.outcome_chosen.emit(Outcome.AGREED)


def no_deal(stage: Stage) -> None:
    """End without a deal."""
    talked(stage).closing.outcome_chosen.emit(Outcome.NO_DEAL)


def many(stage: Stage) -> None:
    """Show forty issues, one of them with a long name."""
    for number in range(38):
        stage.logbook.issues.add(
            TOMATOES,
            name=LONG if number == 2 else f"Further term {number + 1}",
            unit="days",
            best=Decimal(0),
            worst=Decimal(100),
            step=Decimal(1),
            baseline=Decimal(30),
            money_worth=Decimal(10 * number),
        )
    stage.go(Place(NEGOTIATION, TOMATOES, "debrief"))


def nothing_yet(stage: Stage) -> None:
    """Show a negotiation in which nothing was entered."""
    supplier = stage.logbook.suppliers.add(name="Conservas Ribera").made
    made = stage.logbook.negotiations.add(supplier_id=supplier, title="Sweetcorn 340 g, 2027").made
    stage.go(Place(NEGOTIATION, made, "debrief"))


def writing(stage: Stage) -> None:
    """Write the second outtake."""
    stage.go(Place(NEGOTIATION, TOMATOES, "debrief"))
    view = stage.part(DebriefView)
    view.go_step("outtakes")
    view.words.focus_field("our_outtake")


def committing(stage: Stage) -> None:
    """Change a commitment."""
    stage.go(Place(NEGOTIATION, TOMATOES, "debrief"))
    view = stage.part(DebriefView)
    view.go_step("commitments")
    view.closed.commitments.edit(view.presenter.negotiation.commitments[0].id)


DEBRIEF: dict[str, tuple[bool, Callable[[Stage], None]]] = {
    "debrief": (True, of(TOMATOES)),
    "debrief-penthouse": (True, of(PENTHOUSE)),
    "debrief-writing": (True, writing),
    "debrief-commitment": (True, committing),
    "debrief-guesses": (True, guessing),
    "debrief-closing": (True, closing),
    "debrief-past-limit": (True, past_limit),
    "debrief-no-deal": (True, no_deal),
    "debrief-forty": (True, many),
    "debrief-empty": (False, nothing_yet),
}
