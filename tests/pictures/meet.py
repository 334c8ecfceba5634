"""tests: the views of Meet - a talk under way, its entry line in every state, peek, and nothing said yet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest

from core.estimate import Subject
from core.issue import Option, ScaleKind
from core.log import compose
from core.plan import PointKind
from core.side import Side
from core.term import Term
from tests.pictures.prepare import full
from tests.pictures.stage import NOW, Stage
from ui.meet.entry import read_line
from ui.meet.paper_panel import PaperPanel
from ui.meet.view import MeetView
from ui.navigation import NEGOTIATION, Place

_TALK = (
    "w p 1.38, pay 45d, e 1.0",
    "t p 1.52",
    "w park vol",
    "t ! send the laboratory certificates",
    "w p 1.40, l 4",
    "t 1.50 within 2 wks inc palets 3",
    "t p 1.50, l 2w",
    "t ? lead",
    "t # looks at the clock",
    "w + Upfront % 0..100 5",
    "w upfront 100% if p 1.40",
    "t p 1.48, pay 30d, s 24m",
    "w s 24m, v 100",
    "t ok s",
)

_TURN = """t z stop delivery
w p 1.41
t p 1.47
w p 1.42
t p 1.46
"""


_LONG_NAMES = (
    "Price of sweetcorn, 340 g",
    "Price of sweetcorn, 150 g",
    "Donaudampfschifffahrtsgesellschaftszuschlag",
    "Payment after the arrival of the goods at our central warehouse",
    "Lead time",
    "Warranty",
    "Minimum quantity of a call-off, mixed pallets included",
    "Bonus",
    "Penalty for late delivery in weeks before a holiday",
    "Share of organic goods",
    "Exclusivity",
    "Labels",
)


def _talk(stage: Stage) -> MeetView:
    made = full(stage)
    stage.go(Place(NEGOTIATION, made, "meet"))
    view = stage.part(MeetView)
    view.focus_first()
    for line in _TALK:
        stage.write(line + "\n")
    # The tables grow with their rows, one layout after another.
    stage.settle(150)
    return view


def under_way(stage: Stage) -> None:
    """Show a talk under way."""
    _talk(stage)


def typed(text: str) -> Callable[[Stage], None]:
    """Return what types a line into a talk under way; a line end is Enter."""

    def bring(stage: Stage) -> None:
        _talk(stage)
        stage.write(text)

    return bring


def sitting(stage: Stage) -> None:
    """Show a meeting with an agenda, a pause and a key moment."""
    view = _talk(stage)
    book, made = stage.logbook, view.negotiation_id
    issues = book.negotiations.load(made).issues
    entries = (("Price and volume", issues[0].id, 20), ("Payment", issues[1].id, 10), ("Next steps", None, 5))
    for text, issue_id, minutes in entries:
        fields = {"text": text, "issue_id": issue_id, "minutes": minutes}
        stage.session.take(book.plan_points.add(made, kind=PointKind.AGENDA, **fields))
    stage.press("Ctrl+M")
    stage.press("Ctrl+B")
    stage.settle(100)


def closed(stage: Stage) -> None:
    """Close the meeting."""
    view = _talk(stage)
    for line in ("t ok p", "w ! calendar of deliveries by friday", "t park l"):
        stage.write(line + "\n")
    view.head.end.click()
    stage.settle(50)


def long_talk(stage: Stage) -> None:
    """Show a talk of twelve issues with long names after four hundred lines, its agenda past its time."""
    book, say = stage.logbook, stage.program.tools.say
    supplier = book.suppliers.add(name="Vereinigte Konservenfabriken Nordrhein-Westfalen GmbH & Co. KG").made
    made = book.negotiations.add(
        supplier_id=supplier, title="Framework contract for canned vegetables, 2027 to 2029"
    ).made
    for number, name in enumerate(_LONG_NAMES):
        ends = {"best": Decimal(0), "worst": Decimal(2_000_000), "step": Decimal("0.01")}
        book.issues.add(made, name=name, alias=f"i{number}", unit="EUR/1,000 pcs", weight=Decimal(number + 1), **ends)
    for number, issue in enumerate(book.negotiations.load(made).issues[:3]):
        book.plan_points.add(made, kind=PointKind.AGENDA, text=issue.name, issue_id=issue.id, minutes=5 + number)
    book.meetings.start(made, started_at=NOW - timedelta(minutes=410))
    for number in range(400):
        talk, at = book.negotiations.load(made), NOW - timedelta(minutes=405 - number)
        text = (
            f"{'tw'[number % 2]} i{number % 12} {1_250_000 - 1234 * number}.50, i{(number + 5) % 12} {900_000 + number}"
        )
        text += (" if i1 300000", " # says nothing", "", " !!", " until 30.6.")[number % 5]
        entry = compose(talk, read_line(talk, text, say, at), at, at, "long", with_repairs=False)
        book.lines.log(made, entry)
    stage.go(Place(NEGOTIATION, made, "meet"))
    stage.part(MeetView).focus_first()
    stage.write("t i3 1,100,000.50, i4 900,000 if i5 12, whatever they may have meant by this long remark at the end")
    stage.settle(150)


def details(stage: Stage) -> None:
    """Open the panel of the meeting's own facts."""
    view = _talk(stage)
    supplier = stage.logbook.negotiations.load(view.negotiation_id).supplier_id
    for name in ("Inés Carrasco", "Jordi Pla"):
        stage.logbook.counterparts.add(supplier_id=supplier, name=name)
    stage.press("Ctrl+Shift+M")
    stage.settle(50)


def joint(stage: Stage) -> None:
    """Show the page that both sides may read, after a while of talk."""
    view = _talk(stage)
    book, made = stage.logbook, view.negotiation_id
    issues = book.negotiations.load(made).issues
    needs = (
        (Side.US, "Shelves that are full at Easter", True),
        (Side.US, "A price that holds for the season", True),
        (Side.US, "Never shown: we have no second source before March", False),
        (Side.THEM, "Cash before the growers are paid in December", True),
        (Side.THEM, "A volume that fills the second line", True),
    )
    for side, text, is_shared in needs:
        book.needs.add(made, side=side, text=text, is_shared=is_shared)
    book.common_goals.add(made, text="No lorry waits and no shelf is empty", is_shared=True)
    for price, days in (("1.44", 0), ("1.48", 45)):
        terms = (Term(issue_id=issues[0].id, value=Decimal(price)), Term(issue_id=issues[1].id, value=Decimal(days)))
        book.candidates.add(made, terms=terms, is_shared=True)
    stage.run("joint_page")
    stage.settle(100)


def joint_empty(stage: Stage) -> None:
    """Show it before anything was said."""
    made = full(stage)
    stage.go(Place(NEGOTIATION, made, "prepare"))
    stage.run("joint_page")
    stage.settle(100)


def completed(stage: Stage) -> None:
    """Show what may follow the name of an issue with options."""
    view = _talk(stage)
    options = tuple(Option(label, Decimal(value)) for label, value in (("DAP", "1"), ("FCA", "0.4"), ("EXW", "0")))
    stage.logbook.issues.add(view.negotiation_id, name="Incoterm", kind=ScaleKind.OPTIONS, options=options)
    view.show_negotiation(view.negotiation_id)
    view.focus_first()
    stage.write("t 1.47 p, incoterm ")


def corrected(stage: Stage) -> None:
    """Bring the last line of the log back to put it right."""
    _talk(stage)
    stage.press("Ctrl+Up")
    stage.press("Ctrl+Up")
    stage.write(", pay 30d")


def line_help(stage: Stage) -> None:
    """Explain the line over a talk under way."""
    _talk(stage)
    stage.run("keys")


def on_paper(stage: Stage) -> None:
    """Write down what was noted on paper."""
    made = full(stage)
    stage.go(Place(NEGOTIATION, made, "prepare"))
    stage.run("paper_notes")
    stage.write("\n".join(f"08:{at:02d} {line}" for at, line in enumerate(_TALK[:9])) + "\n08:20 w p 1.58")
    stage.part(PaperPanel).read()


def _known(stage: Stage, made: int) -> None:
    """Estimate their side and plan what is given for what."""
    book = stage.logbook
    issues = book.negotiations.load(made).issues
    for issue, text in zip(issues, ("40", "25", "15", "5", "10", "5"), strict=False):
        likely = {Subject.WEIGHT: Decimal(text), Subject.BEST: issue.worst, Subject.WORST: issue.best}
        for subject, value in likely.items():
            assert value is not None
            book.estimates.put(made, issue.id, subject, likely=value)
    price, payment, lead, *_ = issues
    steps = (
        {"issue_id": lead.id, "to_value": Decimal(6), "return_issue_id": price.id, "return_value": Decimal("1.42")},
        {"issue_id": payment.id, "to_value": Decimal(30), "in_return": "a price that holds all year"},
    )
    book.planned_concessions.add_many(made, steps)


def peeked(lines: str = "", typed: str = "", size: QSize | None = None) -> Callable[[Stage], None]:
    """Return what says these lines too, begins to type one and holds the key of peek, in a window of this size."""

    def bring(stage: Stage) -> None:
        view = _talk(stage)
        _known(stage, view.negotiation_id)
        view.show_negotiation(view.negotiation_id)
        _hold(stage, lines, typed, size)

    return bring


def peeked_unknown(stage: Stage) -> None:
    """Hold the key where nothing is known of their side."""
    _talk(stage)
    _hold(stage)


def peeked_at(stage: Stage) -> None:
    """Hold the key where nothing was entered and nothing said."""
    nothing_said(stage)
    _hold(stage)


def peeked_many(stage: Stage) -> None:
    """Hold the key in a talk of twenty issues with long names, all of which were spoken of."""
    book = stage.logbook
    supplier = book.suppliers.add(name="Conservas Ribera").made
    made = book.negotiations.add(supplier_id=supplier, title="Sweetcorn 340 g, 2027").made
    for number in range(1, 21):
        ends = {"best": Decimal(0), "worst": Decimal(100), "fair": Decimal(30), "limit": Decimal(90)}
        name = f"Warranty on parts and labour, site {number}"
        book.issues.add(made, name=name, alias=f"s{number}", unit="months", weight=Decimal(number), **ends)
    stage.go(Place(NEGOTIATION, made, "meet"))
    stage.part(MeetView).focus_first()
    for who, value in (("w", 10), ("t", 80)):
        stage.write(f"{who} {', '.join(f's{number} {value}' for number in range(1, 21))}\n")
    _hold(stage, typed="w s20 20")


def _hold(stage: Stage, lines: str = "", typed: str = "", size: QSize | None = None) -> None:
    view = stage.part(MeetView)
    if size is not None:
        stage.window.resize(size * stage.program.theme.factor)
    view.focus_first()
    stage.write(lines)
    stage.write(typed)
    stage.settle(150)
    QTest.keyPress(stage.window.windowHandle(), Qt.Key.Key_F8)


def nothing_said(stage: Stage) -> None:
    """Show a negotiation that has no issue and no line."""
    supplier = stage.logbook.suppliers.add(name="Conservas Ribera").made
    made = stage.logbook.negotiations.add(supplier_id=supplier, title="Sweetcorn 340 g, 2027").made
    stage.go(Place(NEGOTIATION, made, "meet"))


def covered(stage: Stage) -> None:
    """Cover a talk under way, with its agenda, and write on the page."""
    view = _talk(stage)
    made = view.negotiation_id
    held = stage.logbook.negotiations.load(made).open_meeting
    if held is None:
        stage.logbook.meetings.start(made, place="room 3.12")
    else:
        stage.logbook.meetings.change(held.id, place="room 3.12")
    entries = (
        "Welcome",
        "Delivery calendar 2027",
        "Labels, pallets and packaging",
        "Certificates, audit",
        "Next steps",
    )
    stage.logbook.plan_points.add_many(
        made,
        tuple({"kind": PointKind.AGENDA, "text": text, "minutes": 15} for text in entries),
    )
    stage.run("cover")
    stage.write("certificates to quality dept.")


MEET: dict[str, tuple[bool, Callable[[Stage], None]]] = {
    "meet": (True, under_way),
    "meet-read": (True, typed("t 1.47 p, 45d if 120 v")),
    "meet-left-over": (True, typed("t p 1.47, 45d by friday")),
    "meet-asked": (True, typed("w 100")),
    "meet-unread": (True, typed("t abc 7 8 9")),
    "meet-typo": (True, typed("t p 14.8")),
    "meet-past-limit": (True, typed("w p 1.52\n")),
    "meet-completed": (True, typed("t 1.47 p, sh")),
    "meet-options": (True, completed),
    "meet-corrected": (True, corrected),
    "meet-help": (True, line_help),
    "meet-peek": (True, peeked(typed="w p 1.43")),
    "meet-peek-small": (True, peeked(typed="w p 1.43", size=QSize(1280, 720))),
    "meet-peek-turn": (True, peeked(_TURN, "t p 1.50")),
    "meet-peek-unknown": (True, peeked_unknown),
    "meet-peek-empty": (False, peeked_at),
    "meet-peek-many": (False, peeked_many),
    "meet-empty": (False, nothing_said),
    "meet-sitting": (True, sitting),
    "meet-long": (False, long_talk),
    "meet-closed": (True, closed),
    "meet-details": (True, details),
    "meet-paper": (True, on_paper),
    "joint": (True, joint),
    "joint-empty": (False, joint_empty),
    "cover": (True, covered),
}
