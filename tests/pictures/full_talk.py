"""tests: the overfull negotiation once it is talked about - both sides' offers, their side estimated, its packages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.estimate import Subject
from core.issue import Issue, ScaleKind
from core.log import compose
from core.negotiation import Depth
from core.side import Basis, Side
from core.term import Term
from tests.pictures.full_house import full_house
from tests.pictures.prepare import at_depth, nothing_yet
from tests.pictures.stage import NOW, Stage
from ui.meet.entry import read_line
from ui.meet.view import MeetView
from ui.navigation import NEGOTIATION, Place
from ui.prepare.steps.alternatives_step import AlternativesStep
from ui.prepare.view import PrepareView

_LINES = 12


def _at(issue: Issue, part: int) -> Decimal:
    """Return the value so many tenths of the way from our best end to our worst."""
    assert isinstance(issue.best, Decimal)
    assert isinstance(issue.worst, Decimal)
    return issue.best + (issue.worst - issue.best) * part / 10


def full_talk(stage: Stage) -> int:
    """Talk about the overfull negotiation, and return it."""
    book, say, made = stage.logbook, stage.program.tools.say, full_house(stage)
    for number, issue in enumerate(book.negotiations.load(made).issues):
        book.issues.change(issue.id, alias=f"i{number}")
        likely = {Subject.WEIGHT: Decimal(20 - number), Subject.BEST: _at(issue, 10), Subject.WORST: _at(issue, 0)}
        for subject, value in likely.items():
            book.estimates.put(made, issue.id, subject, likely=value, basis=Basis.GUESS)
    book.meetings.start(made, started_at=NOW - timedelta(minutes=50))
    issues = book.negotiations.load(made).issues
    for number in range(_LINES):
        talk, at = book.negotiations.load(made), NOW - timedelta(minutes=40 - number)
        part = (9 - number // 2) if number % 2 else number // 2
        told = dict.fromkeys((number % 3, 1, 3 + number % 5))
        text = f"{'wt'[number % 2]} {', '.join(f'i{each} {round(_at(issues[each], part))}' for each in told)}"
        book.lines.log(made, compose(talk, read_line(talk, text, say, at), at, at, "long", with_repairs=False))
    for side in Side:
        book.needs.add(made, side=side, text=f"{issues[0].name}, auch im dritten Jahr", is_shared=True)
    for share in (3, 5):
        terms = tuple(Term(issue_id=each.id, value=_at(each, share)) for each in issues)
        book.candidates.add(made, name="Lange Laufzeit mit Vorauszahlung und Lager", terms=terms, is_shared=True)
    return made


def analysed(page: str) -> Callable[[Stage], None]:
    """Return what shows a page of Analyse of it."""

    def bring(stage: Stage) -> None:
        stage.go(Place(NEGOTIATION, full_talk(stage), "analyse", page))
        stage.settle(200)

    return bring


def _meeting(stage: Stage) -> MeetView:
    stage.go(Place(NEGOTIATION, full_talk(stage), "meet"))
    view = stage.part(MeetView)
    view.focus_first()
    stage.settle(150)
    return view


def meeting(stage: Stage) -> None:
    """Show it in Meet."""
    _meeting(stage)


def peeked(stage: Stage) -> None:
    """Hold the key of peek in it."""
    _meeting(stage)
    stage.write("w i1 150,000,000")
    stage.settle(150)
    QTest.keyPress(stage.window.windowHandle(), Qt.Key.Key_F8)


def closed(stage: Stage) -> None:
    """Close its meeting."""
    _meeting(stage).head.end.click()
    stage.settle(100)


def joint(stage: Stage) -> None:
    """Show the page that both sides may read."""
    _meeting(stage)
    stage.run("joint_page")
    stage.settle(100)


def side_by_side(stage: Stage) -> None:
    """Show its nine alternatives in columns."""
    stage.go(Place(NEGOTIATION, full_house(stage), "prepare", "alternatives"))
    stage.part(PrepareView).go_step("alternatives")
    page = stage.part(AlternativesStep)
    page.views.set_current("columns")
    page.show_prepared(another=False)
    page.focus_first()


def dates(stage: Stage) -> None:
    """Show issues of which several are days, with a figure in every column."""
    nothing_yet("issues")(stage)
    place = stage.session.navigation.place
    assert place is not None
    today = stage.program.tools.clock().date()
    rungs = {"best": 0, "worst": 90, "opening": 0, "best_outcome": 7, "fair": 21, "minimum": 45, "limit": 60}
    for number, name in enumerate(("Closing", "First delivery", "Price held until")):
        figures = {rung: today + timedelta(days=20 + number + days) for rung, days in rungs.items()}
        stage.logbook.issues.add(
            place.record, name=name, kind=ScaleKind.DATE, step=Decimal(1), weight=Decimal(10), **figures
        )
    issues = stage.logbook.negotiations.load(place.record).issues
    terms = tuple(Term(issue_id=each.id, value=each.fair) for each in issues if each.fair is not None)
    stage.logbook.alternatives.add(place.record, name="Another mandate", terms=terms)
    for tab in ("meet", "prepare"):
        stage.go(Place(NEGOTIATION, place.record, tab))
    stage.part(PrepareView).go_step("issues")


def nothing_to_analyse(page: str) -> Callable[[Stage], None]:
    """Return what shows a page of Analyse of a negotiation in which nothing was entered."""

    def bring(stage: Stage) -> None:
        nothing_yet("issues")(stage)
        place = stage.session.navigation.place
        assert place is not None
        stage.go(Place(NEGOTIATION, place.record, "analyse", page))

    return bring


FULL_TALK: dict[str, tuple[bool, Callable[[Stage], None]]] = {
    "prepare-dates": (False, dates),
    "prepare-sudden-alternatives": (False, at_depth(Depth.SUDDEN, "alternatives")),
    "prepare-priority-issues": (False, at_depth(Depth.PRIORITY, "issues")),
    "prepare-priority-needs": (False, at_depth(Depth.PRIORITY, "needs")),
    "prepare-priority-plan": (False, at_depth(Depth.PRIORITY, "plan")),
    "prepare-long-side-by-side": (False, side_by_side),
    "meet-full": (False, meeting),
    "meet-full-peek": (False, peeked),
    "meet-full-closed": (False, closed),
    "joint-full": (False, joint),
    **{
        f"analyse-full-{page.replace('_', '-')}": (False, analysed(page))
        for page in ("range", "dance", "packages", "frontier", "concessions", "what_if")
    },
    **{
        f"analyse-nothing-{page.replace('_', '-')}": (False, nothing_to_analyse(page))
        for page in ("range", "dance", "packages", "frontier", "concessions", "what_if")
    },
}
