"""tests: the views of the plan - everything planned, nothing yet, a ladder with faults, long texts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

from PySide6.QtWidgets import QApplication

from core.estimate import Subject
from core.meeting import Channel
from core.plan import PointKind
from core.side import Basis, Side
from tests.pictures.prepare import full, nothing_yet
from tests.pictures.stage import NOW, Stage
from ui.navigation import NEGOTIATION, Place
from ui.prepare.steps.plan_step import PlanStep
from ui.prepare.view import PrepareView

_THEIRS = {"Price": ("1.56", "1.34", 30), "Payment": ("0", "60", 40), "Lead time": ("6", "2", 10)}
_LONG = "What would have to change in your own house for you to hold the price over the whole season, come what may? "
_REST = {"Shelf life": ("18", "36", 5), "Volume": ("160", "100", 10), "Late penalty": ("0", "2", 5)}


def planned(stage: Stage) -> int:
    """Plan a talk in full, and return the negotiation."""
    made = full(stage)
    book = stage.logbook
    known = {issue.name: issue.id for issue in book.negotiations.load(made).issues}
    for name, (best, worst, weight) in {**_THEIRS, **_REST}.items():
        for subject, likely in ((Subject.BEST, best), (Subject.WORST, worst), (Subject.WEIGHT, weight)):
            book.estimates.put(made, known[name], subject, likely=Decimal(likely), basis=Basis.GUESS)
    book.estimates.put(
        made, known["Payment"], Subject.WEIGHT, low=Decimal(30), likely=Decimal(40), high=Decimal(50), basis=Basis.SAID
    )
    supplier = book.negotiations.load(made).supplier_id
    person = book.counterparts.add(supplier_id=supplier, name="Inés Carrasco", role="Account manager").made
    book.negotiations.change(
        made,
        opening_reason="The wholesale index fell by 4 % since June",
        pause_rule="they name a new term, or the price comes to 1.44",
        walk_away="Thank you. We will call you before the 30th, whatever we decide.",
    )
    book.meetings.plan(
        made,
        planned_at=NOW.replace(hour=10, minute=0) + timedelta(days=7),
        place="their office in Murcia",
        people=(person,),
        purpose="terms for 2027",
    )
    book.meetings.plan(made, planned_at=NOW.replace(hour=15, minute=30) + timedelta(days=10), channel=Channel.VIDEO)
    book.planned_concessions.add_many(
        made,
        (
            {"issue_id": known["Payment"], "to_value": Decimal(30), "return_issue_id": known["Price"],
             "return_value": Decimal("1.42")},
            {"issue_id": known["Price"], "to_value": Decimal("1.38"), "return_issue_id": known["Lead time"],
             "return_value": Decimal(3), "prefilled": ("to_value", "return_value")},
            {"issue_id": known["Price"], "to_value": Decimal("1.39"), "in_return": "their signature this week"},
            {"issue_id": known["Volume"], "to_value": Decimal(120), "floor": Decimal(130)},
        ),
    )  # fmt: skip
    points = (
        (PointKind.QUESTION, "Which of these terms matters most to you this month, and why?", "Cash before Christmas"),
        (PointKind.QUESTION, "What would payment with the order change for you?", ""),
        (PointKind.TEST, "What would make this a good deal for both of us?", ""),
        (PointKind.ARGUMENT, "We took 10 % more than agreed last year", "The price was lower then"),
        (PointKind.ARGUMENT, "Two chains buy own label at 1.38", "Not with this shelf life"),
        (PointKind.PROTECT, "Campania’s quotation and its date", "We always look at the market"),
        (PointKind.PROTECT, "The shelf price of 1.99", ""),
        (PointKind.SHARE, "The promotion on 4 January", "shows that lead time counts"),
        (PointKind.MOVE, "Ask Campania to hold the quote to 15 December", ""),
        (PointKind.MOVE, "Get the bank guarantee confirmed", ""),
    )
    book.plan_points.add_many(made, [{"kind": kind, "text": text, "reply": reply} for kind, text, reply in points])
    book.plan_points.add_many(
        made,
        (
            {"kind": PointKind.TACTIC, "side": Side.THEM, "tactic": 3, "reply": "Ask what happens the day after",
             "prefilled": ("reply",)},
            {"kind": PointKind.TACTIC, "side": Side.US, "tactic": 4, "reply": "after the first figure"},
            {"kind": PointKind.ROLE, "who": "Mark Jansen", "text": "leads"},
            {"kind": PointKind.ROLE, "who": "Petra Lindqvist", "text": "keeps the log, may call a pause"},
            {"kind": PointKind.AGENDA, "text": "What each side needs", "minutes": 10},
            {"kind": PointKind.AGENDA, "text": "Price", "issue_id": known["Price"], "minutes": 25},
            {"kind": PointKind.AGENDA, "text": "Shelf life", "issue_id": known["Shelf life"], "minutes": 20},
        ),
    )  # fmt: skip
    book.plan_points.change(book.negotiations.load(made).plan_points[8].id, is_done=True)
    return made


def at(*sections: str, then: Callable[[Stage], None] | None = None) -> Callable[[Stage], None]:
    """Return what shows these sections of a whole plan open."""

    def bring(stage: Stage) -> None:
        made = planned(stage)
        # shown before it was planned: it is loaded again when it is come back to
        for tab in ("meet", "prepare"):
            stage.go(Place(NEGOTIATION, made, tab))
        stage.part(PrepareView).go_step("plan")
        page = stage.part(PlanStep)
        for key, fold in page.folds.items():
            fold.set_open(key in sections)
        QApplication.processEvents()
        if then is not None:
            then(stage)

    return bring


def with_packages(stage: Stage) -> None:
    """Add the three equal packages."""
    page = stage.part(PlanStep)
    changes = page.presenter.plan.packages.fill(page.presenter.prepared)
    assert not isinstance(changes, str), changes
    page.changes_made.emit(changes)


def past_the_limit(stage: Stage) -> None:
    """Type a step past the limit, and stay in it."""
    page = stage.part(PlanStep)
    part, step = page.lists["ladder"], page.presenter.negotiation.planned_concessions[2]
    part.setFocus()
    part.go_to(step.id, "to_value")
    for sign in "1.50":
        stage.write(sign)
    stage.press("Return")
    part.go_to(step.id, "to_value")


def long_texts(stage: Stage) -> None:
    """Show points that are long, and names that are."""
    page = stage.part(PlanStep)
    book, made = stage.logbook, page.presenter.negotiation.id
    issues = page.presenter.negotiation.issues
    book.issues.change(issues[0].id, name="Price per thousand, delivered and unloaded at Nordhafen, pallets included")
    for kind in (PointKind.QUESTION, PointKind.ARGUMENT, PointKind.TACTIC):
        for text in (_LONG, _LONG * 4):
            book.plan_points.add(made, kind=kind, text=text, reply=_LONG, side=Side.THEM, issue_id=issues[0].id)
    for tab in ("meet", "prepare"):
        stage.go(Place(NEGOTIATION, made, tab))


PLAN: dict[str, tuple[bool, Callable[[Stage], None]]] = {
    "plan": (False, at("opening", "ladder")),
    "plan-empty": (False, nothing_yet("plan")),
    "plan-packages": (False, at("packages", then=with_packages)),
    "plan-past-limit": (False, at("ladder", then=past_the_limit)),
    "plan-long": (False, at("ladder", "questions", "arguments", "tactics", then=long_texts)),
    "plan-talk": (False, at("questions", "arguments", "tactics")),
    "plan-meeting": (False, at("information", "meetings", "agenda")),
    "plan-before": (False, at("agenda", "moves", "leaving")),
}
