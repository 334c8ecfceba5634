"""tests: the views of Prepare - its five steps on the published cases, bad input, nothing entered yet, and notes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.debrief import Outcome
from core.need import NeedKind
from core.negotiation import Depth, Willingness
from core.plan import PointKind
from core.side import Basis, Side
from core.term import Term
from tests.pictures.stage import Stage
from ui.suppliers.view import COMPANY, SuppliersScreen
from ui.navigation import NEGOTIATION, PEOPLE, SUPPLIERS, Place
from ui.notes.section import NotesSection
from ui.prepare.steps.issues_step import IssuesStep
from ui.prepare.steps.needs_step import NeedsStep
from ui.prepare.view import PrepareView

TOMATOES, PENTHOUSE, PEAS = 1, 3, 4
_FIGURES = ("best", "worst", "weight", "opening", "best_outcome", "fair", "minimum", "limit", "baseline")
_ROWS = (
    ("Price", "p", "EUR/can", "0.01", "1.35 1.55 50 1.36 1.38 1.40 1.45 1.48 1.46"),
    ("Payment", "y", "days", "1", "60 14 15 60 60 45 30 14 30"),
    ("Lead time", "l", "weeks", "1", "2 8 15 2 2 3 4 6 4"),
    ("Shelf life", "s", "months", "1", "36 18 10 36 30 24 24 18 24"),
    ("Volume", "v", "k cans", "10", "100 160 5 100 100 110 120 140 110"),
    ("Late penalty", "e", "%/week", "0.1", "2.0 0.0 5 2.0 2.0 1.0 0.5 0.0 1.0"),
)


def step(record: int, spot: str) -> Callable[[Stage], None]:
    """Return what shows a step of a negotiation."""

    def bring(stage: Stage) -> None:
        stage.go(Place(NEGOTIATION, record, "prepare", spot))

    return bring


def write(text: str) -> None:
    """Type sign by sign: the first one opens a cell, the others go where the focus is then."""
    for sign in text:
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClicks(target, sign)


def full(stage: Stage) -> int:
    """Enter six issues with a minimum below the BATNA, and return the negotiation."""
    book = stage.logbook
    supplier = book.suppliers.add(name="Conservas Ribera").made
    made = book.negotiations.add(supplier_id=supplier, title="Sweetcorn 340 g, 2027", annual_rate=Decimal(8)).made
    ids = []
    for name, alias, unit, step_, figures in _ROWS:
        values = dict(zip(_FIGURES, map(Decimal, figures.split()), strict=True))
        ids.append(book.issues.add(made, name=name, alias=alias, unit=unit, step=Decimal(step_), **values).made)
    book.issues.change(ids[0], reference_quantity=Decimal(100_000))
    offered = ("1.40", "30", "4", "24", "100")
    terms = tuple(Term(issue_id=each, value=Decimal(text)) for each, text in zip(ids, offered, strict=False))
    today = stage.program.tools.clock().date()
    book.alternatives.add(
        made,
        name="Campania Conserve S.p.A.",
        terms=terms,
        switching_cost=Decimal(1000),
        evidence="Written quote",
        evidence_on=today.replace(day=3),
        valid_until=today.replace(day=30),
    )
    book.alternatives.add(made, name="Frutas Ebro S.A.", terms=terms[:3], valid_until=today.replace(month=12))
    book.alternatives.add(made, name="Old quote", terms=terms[:1], valid_until=today.replace(month=10))
    texts = {
        Side.US: ("1.38 EUR per can, delivered", "Shelf price 1.99 must hold at 24 % margin", "Certain supply"),
        Side.THEM: ("1.50 EUR per can, within 2 weeks", "Growers are paid in December", "Cash before 15 December"),
    }
    for side, (position, why, interest) in texts.items():
        basis = Basis.GUESS if side is Side.THEM else None
        book.positions.add(made, side=side, issue_id=ids[0], position=position, why=why, interest=interest, basis=basis)
    stage.go(Place(NEGOTIATION, made, "prepare", f"issues/{ids[0]}/minimum"))
    return made


def of_full(spot: str) -> Callable[[Stage], None]:
    """Return what shows a step of the negotiation with six issues."""

    def bring(stage: Stage) -> None:
        full(stage)
        stage.part(PrepareView).go_step(spot)

    return bring


def both_sides(stage: Stage) -> int:
    """Enter both sides' needs, one common goal that is linked, and packages; return the negotiation."""
    made = full(stage)
    book = stage.logbook
    goal = book.common_goals.add(made, text="A line that runs without a break until March", is_shared=True).made
    for side, kind, text, basis, goal_id in (
        (Side.US, NeedKind.HOPE, "Certain supply until the promotion in March", None, goal),
        (Side.US, NeedKind.HOPE, "A price that holds for the whole season", None, None),
        (Side.US, NeedKind.CONCERN, "That they favour a larger customer when the crop is short", None, None),
        (Side.THEM, NeedKind.CONCERN, "Cash is tight until the harvest is paid for in December", Basis.SAID, None),
        (Side.THEM, NeedKind.HOPE, "A full line until March", Basis.OBSERVED, goal),
        (Side.THEM, NeedKind.HOPE, "Several seasons with the same customer", Basis.GUESS, None),
    ):
        book.needs.add(
            made, side=side, kind=kind, text=text, basis=basis, goal_id=goal_id, is_shared=basis is Basis.SAID
        )
    issues = book.negotiations.load(made).issues
    for name, rung, by in (("Early cash", "fair", None), ("Long contract", "minimum", Side.THEM)):
        terms = tuple(Term(issue_id=each.id, value=getattr(each, rung)) for each in issues)
        book.candidates.add(made, name=name, terms=terms, by=by)
    return made


def of_both_sides(spot: str) -> Callable[[Stage], None]:
    """Return what shows a step of that negotiation."""

    def bring(stage: Stage) -> None:
        made = both_sides(stage)
        stage.go(Place(NEGOTIATION, made, "meet"))
        stage.go(Place(NEGOTIATION, made, "prepare", spot))
        stage.part(PrepareView).go_step(spot)
        # rows grow with their text once their widths are known
        stage.settle(200)

    return bring


def bad_input(stage: Stage) -> None:
    """Type into cells what they cannot hold."""
    made = full(stage)
    issues = stage.logbook.negotiations.load(made).issues
    page: IssuesStep = stage.part(IssuesStep)
    page.focus_first()
    typed = ((1, "fair", "NaN"), (2, "limit", "soon"), (3, "weight", "1e999999"), (0, "fair", "1.4 USD"))
    for issue, key, text in typed:
        page.go_to(issues[issue].id, key)
        write(text)
        stage.press("Return")
    page.go_to(issues[2].id, "limit")
    write("2")
    stage.press("Return")
    page.go_to(issues[0].id, "fair")


def nothing_yet(spot: str) -> Callable[[Stage], None]:
    """Return what shows a step of a negotiation in which nothing was entered."""

    def bring(stage: Stage) -> None:
        supplier = stage.logbook.suppliers.add(name="Conservas Ribera").made
        made = stage.logbook.negotiations.add(supplier_id=supplier, title="Sweetcorn 340 g, 2027").made
        stage.go(Place(NEGOTIATION, made, "prepare", spot))
        stage.part(PrepareView).go_step(spot)

    return bring


def to_do(stage: Stage) -> None:
    """Look at the first thing to do."""
    full(stage)
    stage.settle()
    rows = stage.part(PrepareView).step_pane.to_do.rows
    # a window with little room shows the numbers of the steps alone
    for first in list(rows.values())[:1]:
        first.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.mouseMove(first)


def one_issue_only(stage: Stage) -> None:
    """Show the advice on the mode where there is nothing to integrate."""
    nothing_yet("goal")(stage)
    record = stage.session.navigation.place
    assert record is not None
    stage.logbook.issues.add(record.record, name="Price", best=Decimal(1), worst=Decimal(2), weight=Decimal(5))
    stage.go(Place(NEGOTIATION, record.record, "meet"))
    stage.go(Place(NEGOTIATION, record.record, "prepare", "goal"))


def after_a_deal(stage: Stage) -> None:
    """Show the empty grid of a negotiation whose supplier dealt with us before."""
    made = full(stage)
    book = stage.logbook
    issues = book.negotiations.load(made).issues
    book.debriefs.close(
        made, Outcome.AGREED, tuple(Term(issue_id=each.id, value=each.fair) for each in issues if each.fair)
    )
    supplier = book.negotiations.load(made).supplier_id
    following = book.negotiations.add(supplier_id=supplier, title="Sweetcorn 340 g, 2028").made
    stage.go(Place(NEGOTIATION, following, "prepare", "issues"))


def last_time(stage: Stage) -> None:
    """Show the goal of a second negotiation with what the first one left: a learning, promises, guesses."""
    after_a_deal(stage)
    book, today = stage.logbook, stage.program.tools.clock().date()
    place = stage.session.navigation.place
    assert place is not None
    supplier = book.negotiations.load(place.record).supplier_id
    last = book.debriefs.last_of(supplier)
    assert last is not None
    book.debriefs.change(last, learning="Ask for the cost breakdown before any figure is on the table.", relationship=1)
    for side, text, days in ((Side.THEM, "Certificates of origin", -20), (Side.US, "Forecast for the season", 12)):
        book.commitments.add(last, side=side, text=text, due=today + timedelta(days=days))
    stage.go(Place(NEGOTIATION, place.record, "meet"))
    stage.go(Place(NEGOTIATION, place.record, "prepare", "goal"))


def win_win(stage: Stage) -> None:
    """Show the tests of win-win with an answer, and the ways to shift while it is doubtful."""
    made = full(stage)
    book = stage.logbook
    book.negotiations.change(made, willingness=Willingness.UNSURE, is_lasting=True, has_time=False)
    text, reply = "What would make you glad to do it again?", "A forecast that holds"
    book.plan_points.add(made, kind=PointKind.TEST, text=text, reply=reply, is_done=True)
    stage.go(Place(NEGOTIATION, made, "meet"))
    stage.go(Place(NEGOTIATION, made, "prepare", "goal"))
    stage.settle(200)


def at_depth(depth: Depth, spot: str) -> Callable[[Stage], None]:
    """Return what shows a step of the negotiation with six issues at a lesser depth."""

    def bring(stage: Stage) -> None:
        made = full(stage)
        stage.logbook.negotiations.change(made, depth=depth)
        stage.go(Place(NEGOTIATION, made, "meet"))
        stage.go(Place(NEGOTIATION, made, "prepare", spot))
        stage.part(PrepareView).go_step(spot)
        stage.settle(100)

    return bring


def copied(stage: Stage) -> None:
    """Copy the issues of the last deal."""
    after_a_deal(stage)
    page: IssuesStep = stage.part(IssuesStep)
    page.focus_first()
    stage.press("Ctrl+D")


def from_template(stage: Stage) -> None:
    """Take the issues of a category."""
    nothing_yet("issues")(stage)
    page: IssuesStep = stage.part(IssuesStep)
    page.take_template(page.presenter.templates()[3])


def quick_note(stage: Stage) -> None:
    """Type into the quick note what is nobody's business."""
    stage.go(Place(PEOPLE, 1))
    stage.run("quick_note")
    stage.write("style observed She is very arrogant before lunch")


def note_line(stage: Stage) -> None:
    """Type the same into a person's file."""
    stage.go(Place(PEOPLE, 1))
    stage.part(NotesSection).line.setFocus()
    stage.write("family She is pregnant and will be away")


def background(stage: Stage) -> None:
    """Type the same into a supplier's background."""
    stage.go(Place(SUPPLIERS, 1))
    stage.part(SuppliersScreen).show_tab(COMPANY)
    stage.type_into("Background", "The owner is a convinced socialist. ")


def alternative_name(stage: Stage) -> None:
    """Type into the sheet of alternatives what is nobody's business."""
    of_full("alternatives")(stage)
    stage.press("Ctrl+Down")
    stage.press("Down")
    write("Do without while their manager is pregnant")


def need(stage: Stage) -> None:
    """Type the same into the list of their needs."""
    of_both_sides("needs")(stage)
    stage.part(NeedsStep).needs[Side.THEM].go_to_new()
    write("She is pregnant and wants to be done by June")


PREPARE: dict[str, tuple[bool, Callable[[Stage], None]]] = {
    "prepare-goal": (True, step(TOMATOES, "goal")),
    "prepare-goal-empty": (False, nothing_yet("goal")),
    "prepare-goal-one-issue": (False, one_issue_only),
    "prepare-goal-full": (False, of_full("goal")),
    "prepare-to-do": (False, to_do),
    "prepare-tomatoes": (True, step(TOMATOES, "issues")),
    "prepare-penthouse": (True, step(PENTHOUSE, "issues")),
    "prepare-issues": (False, of_full("issues")),
    "prepare-bad-input": (False, bad_input),
    "prepare-needs": (False, of_both_sides("needs")),
    "prepare-needs-empty": (False, nothing_yet("needs")),
    "prepare-common": (False, of_both_sides("common")),
    "prepare-common-empty": (False, nothing_yet("common")),
    "prepare-alternatives": (False, of_full("alternatives")),
    "prepare-theirs": (True, step(TOMATOES, "theirs")),
    "prepare-theirs-empty": (False, nothing_yet("theirs")),
    "prepare-after-a-deal": (False, after_a_deal),
    "prepare-last-time": (False, last_time),
    "prepare-win-win": (False, win_win),
    "prepare-sudden": (False, at_depth(Depth.SUDDEN, "issues")),
    "prepare-priority": (False, at_depth(Depth.PRIORITY, "goal")),
    "prepare-copied": (False, copied),
    "prepare-template": (False, from_template),
    "privacy-quick-note": (True, quick_note),
    "privacy-note": (True, note_line),
    "privacy-background": (True, background),
    "privacy-alternative": (False, alternative_name),
    "privacy-need": (False, need),
    "prepare-empty": (False, nothing_yet("issues")),
    "prepare-empty-alternatives": (False, nothing_yet("alternatives")),
}
