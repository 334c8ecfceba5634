"""tests: the views of the dossiers - a person's and a supplier's file with a past, and the recall card."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal

from core.concessions import propose
from core.counterpart import Influence
from core.debrief import Outcome
from core.line import Line, Verb
from core.log import Entry
from core.note import Topic
from core.side import Basis, Side
from core.style import Style
from core.term import Term
from tests.pictures.stage import Stage
from ui.navigation import PEOPLE, RECALL, SUPPLIERS, Place
from ui.notes.section import NotesSection
from ui.people.view import PeopleScreen
from ui.suppliers.view import COMPANY, COSTS, SuppliersScreen

LONG = "Gesellschaft für Verpackungen und Konservierung mit beschränkter Haftung & Söhne, Zweigniederlassung Nord"
# what they asked in turn and where it ended, against the target; days before today
_DEALS = (
    ("Peas, beans 2026", ("1.240", "1.205", "1.190"), "1.185", "1.190", 45, 314),
    ("Peas, beans 2025", ("1.220", "1.190", "1.175"), "1.162", "1.150", 30, 673),
    ("Peas, beans 2024", ("1.190", "1.160"), "1.148", "1.160", 30, 1043),
    ("First listing", ("1.100", "1.060", "1.040"), "1.020", "1.050", 14, 1828),
)


def past(stage: Stage, supplier: int, person: int, name: str = "") -> None:
    """Close four negotiations with a supplier: offers, deal, debrief; the newest with promises and a next meeting."""
    book = stage.logbook
    now = stage.program.tools.clock()
    made = 0
    for title, asked, settled, target, days, ago in reversed(_DEALS):
        at = now - timedelta(days=ago)
        made = book.negotiations.add(supplier_id=supplier, title=name or title).made
        figures = {"best": Decimal("1.000"), "worst": Decimal("1.300"), "weight": Decimal(80), "fair": Decimal(target)}
        price = book.issues.add(
            made, name=name or "Price", unit="EUR/kg", reference_quantity=Decimal(520_000), **figures
        ).made
        payment = book.issues.add(
            made,
            name=name or "Payment",
            unit="days",
            best=Decimal(60),
            worst=Decimal(0),
            weight=Decimal(20),
            fair=Decimal(30),
        ).made
        meeting = book.meetings.start(made, started_at=at, people=[person]).made
        _talk(stage, made, meeting, at, {price: asked, payment: ("0", str(days))})
        book.meetings.change(meeting, ended_at=at + timedelta(hours=1))
        deal = (Term(issue_id=price, value=Decimal(settled)), Term(issue_id=payment, value=Decimal(days)))
        _close(stage, made, at, deal)
    book.debriefs.change(made, learning=name or "Price moves after the second pause, not before.")
    today = now.date()
    promises = (
        (Side.THEM, "Laboratory certificates", today - timedelta(days=4)),
        (Side.US, "Delivery calendar", today + timedelta(days=6)),
        (Side.THEM, "Index of frozen vegetables", None),
    )
    for side, text, due in promises:
        book.commitments.add(made, side=side, text=name or text, due=due, counterpart_id=person)
    kept = book.commitments.add(made, side=Side.THEM, text="Samples", due=today - timedelta(days=40)).made
    book.commitments.keep(kept, today - timedelta(days=41))
    soon = book.negotiations.rows(supplier_id=supplier)[-1].id
    book.meetings.plan(soon, planned_at=now.replace(hour=14, minute=0), people=[person])


def _talk(stage: Stage, made: int, meeting: int, at: datetime, asked: dict[int, tuple[str, ...]]) -> None:
    number = 0
    for issue, values in asked.items():
        for value in values:
            number += 1
            said = at + timedelta(minutes=number)
            term = Term(issue_id=issue, value=Decimal(value))
            for side in (Side.US, Side.THEM) if number == 1 else (Side.THEM,):
                line = Line(
                    negotiation_id=made,
                    meeting_id=meeting,
                    at=said,
                    logged_at=said,
                    side=side,
                    verb=Verb.OFFER,
                    text=value,
                    terms=(term if side is Side.THEM else Term(issue_id=issue, value=Decimal("1.050")),),
                )
                stage.logbook.lines.log(made, Entry(line=line))


def _close(stage: Stage, made: int, at: datetime, deal: tuple[Term, ...]) -> None:
    """Close a negotiation on a day that is past: the logbook's clock is turned back for it."""
    work = stage.logbook._work
    before, work.clock = work.clock, lambda: at
    stage.logbook.debriefs.close(made, Outcome.AGREED, deal)
    work.clock = before


def supplier(stage: Stage) -> None:
    """Show a supplier with four closed negotiations."""
    past(stage, 4, 5)
    stage.go(Place(SUPPLIERS, 4))
    stage.settle(100)


def supplier_long(stage: Stage) -> None:
    """Show the same with names that do not fit."""
    past(stage, 4, 5, LONG)
    stage.logbook.counterparts.change(5, name=LONG, role=LONG, authority=LONG)
    stage.go(Place(SUPPLIERS, 4))
    stage.settle(100)


def lists(tab: str, name: str = "") -> Callable[[Stage], None]:
    """Return what shows a tab of a supplier's file with contracts, spend in two currencies and two cost breakdowns."""

    def bring(stage: Stage) -> None:
        book, today = stage.logbook, stage.program.tools.clock().date()
        ended = today - timedelta(days=200)
        book.contracts.add(4, title="First listing", ends=ended, notice_days=30, note="peas only")
        book.spends.add(4, year=2025, amount=Decimal("8100.00"), currency="USD")
        if name:
            contracts, parts = book.contracts.of_supplier(4), book.cost_parts.of_supplier(4)
            book.contracts.change_many({each.id: {"title": name, "note": name} for each in contracts})
            book.cost_parts.change_many({each.id: {"name": name} for each in parts})
        stage.go(Place(SUPPLIERS, 4))
        stage.part(SuppliersScreen).show_tab(tab)
        stage.settle(100)

    return bring


def no_lists(tab: str) -> Callable[[Stage], None]:
    """Return what shows a tab of the file of a supplier of whom only the name is known."""

    def bring(stage: Stage) -> None:
        made = stage.logbook.suppliers.add(name="Conservas Ribera").made
        stage.go(Place(SUPPLIERS, made))
        stage.part(SuppliersScreen).show_tab(tab)

    return bring


def dealt(stage: Stage, person: int) -> None:
    """Log the tactics of both sides in the meetings with a person, a step for nothing, and note what was seen."""
    book, now = stage.logbook, stage.program.tools.clock()
    for number, matter in enumerate(reversed(book.negotiations.sat_in(person))):
        meeting = matter.meetings[0]
        assert meeting.started_at is not None
        minute = 30
        for side, tactic in ((Side.THEM, 3), (Side.US, 1), (Side.THEM, (4, 6)[number % 2]), (Side.US, 4)):
            at = meeting.started_at + timedelta(minutes=minute)
            minute += 3
            line = Line(
                negotiation_id=matter.id,
                meeting_id=meeting.id,
                at=at,
                logged_at=at,
                side=side,
                verb=Verb.TACTIC,
                tactic=tactic,
                text="x",
            )
            book.lines.log(matter.id, Entry(line=line))
        _steps(stage, matter.id, minute)
    for style, days, text in (
        (Style.COMPETING, 314, "Named a figure before anybody had sat down"),
        (Style.COMPETING, 673, "Left the room over ten days of payment"),
        (Style.COMPROMISING, 1043, "Offered the middle twice"),
    ):
        on = now.date() - timedelta(days=days)
        basis = Basis.OBSERVED
        book.notes.add(counterpart_id=person, topic=Topic.STYLE, style=style, basis=basis, text=text, on=on)
    for topic, basis, text in (
        (Topic.LIKE, Basis.OBSERVED, "Plans on one page, decisions in the room"),
        (Topic.FAMILY, Basis.SAID, "Two sons, one rows for the city club"),
        (Topic.INTEREST, Basis.GUESS, "Cash in the bank before 15 December"),
        (Topic.HOPE, Basis.SAID, "A frame over two harvests"),
    ):
        book.notes.add(counterpart_id=person, topic=topic, basis=basis, text=text, source="Round 1")
    about_us = {"topic": Topic.BUSINESS, "is_about_us": True, "source": "Round 1"}
    book.notes.add(counterpart_id=person, basis=Basis.SAID, text="Our launch is fixed for 1 March", **about_us)
    book.notes.add(counterpart_id=person, basis=Basis.GUESS, text="We have asked another cannery", **about_us)
    book.counterparts.change(person, influence=Influence.INFLUENCES)


def _steps(stage: Stage, matter: int, minute: int) -> None:
    """Let us go up twice in the price while they stay where they are."""
    book = stage.logbook
    for side, value in ((Side.US, "1.060"), (Side.US, "1.070"), (Side.THEM, "1.300")):
        whole = book.negotiations.load(matter)
        meeting = whole.meetings[0]
        assert meeting.started_at is not None
        minute += 1
        at = meeting.started_at + timedelta(minutes=minute)
        line = Line(
            negotiation_id=matter,
            meeting_id=meeting.id,
            at=at,
            logged_at=at,
            side=side,
            verb=Verb.OFFER,
            text=value,
            terms=(Term(issue_id=whole.issues[0].id, value=Decimal(value)),),
        )
        book.lines.log(matter, Entry(line=line, concessions=propose(whole, line)))


def person(stage: Stage, tab: str = "summary") -> None:
    """Show a person whom one has met, with promises and a next meeting."""
    past(stage, 4, 5)
    dealt(stage, 5)
    stage.go(Place(PEOPLE, 5))
    stage.part(PeopleScreen).show_tab(tab)
    stage.settle(100)


def person_long(stage: Stage) -> None:
    """Show the same with names and notes that do not fit."""
    past(stage, 4, 5, LONG)
    dealt(stage, 5)
    stage.logbook.counterparts.change(5, name=LONG, role=LONG, authority=LONG, authority_basis=Basis.GUESS)
    stage.logbook.tactics.put(3, LONG, LONG)
    for topic in Topic:
        stage.logbook.notes.add(counterpart_id=5, topic=topic, basis=Basis.GUESS, text=LONG, source=LONG)
    stage.go(Place(PEOPLE, 5))
    stage.settle(100)


def person_new(stage: Stage, tab: str = "summary") -> None:
    """Show the file of a person of whom nothing is known but the name."""
    company = stage.logbook.suppliers.add(name="Conservas Ribera").made
    made = stage.logbook.counterparts.add(supplier_id=company, name="Inés Carrasco").made
    stage.go(Place(PEOPLE, made))
    stage.part(PeopleScreen).show_tab(tab)


def many_notes(stage: Stage) -> None:
    """Show a person on whom much is noted, with styles and what they know about us."""
    today = stage.program.tools.clock().date()
    for number in range(90):
        topic = tuple(Topic)[number % 7]
        stage.logbook.notes.add(
            counterpart_id=5,
            topic=topic,
            basis=tuple(Basis)[number % 3],
            text=f"Goes silent after the first number, {number}",
            on=today - timedelta(days=11 * number),
            style=tuple(Style)[number % 5] if topic is Topic.STYLE else None,
            is_about_us=number % 30 == 29,
        )
    stage.go(Place(PEOPLE, 5))
    stage.settle(100)
    page, notes = stage.part(PeopleScreen).main, stage.part(NotesSection)
    page.verticalScrollBar().setValue(notes.y())


def filtered_list(stage: Stage) -> None:
    """Filter the people by a word."""
    stage.go(Place(PEOPLE, 1))
    stage.run("search")
    stage.write("mar")


def filtered_to_nothing(stage: Stage) -> None:
    """Filter the people by what nobody is called."""
    stage.go(Place(PEOPLE, 1))
    stage.run("search")
    stage.write("zz")


def recall(stage: Stage) -> None:
    """Show the recall card of a person whom one has met."""
    past(stage, 4, 5)
    dealt(stage, 5)
    stage.go(Place(PEOPLE, 5, RECALL))
    stage.settle(100)


def recall_long(stage: Stage) -> None:
    """Show a card whose every text is long."""
    past(stage, 4, 5, LONG)
    dealt(stage, 5)
    stage.logbook.tactics.put(3, LONG, LONG)
    stage.logbook.counterparts.change(5, name=LONG, role=LONG, authority=LONG * 2)
    for topic in (*Topic, *Topic):
        stage.logbook.notes.add(counterpart_id=5, topic=topic, basis=Basis.GUESS, text=LONG)
    stage.go(Place(PEOPLE, 5, RECALL))
    stage.settle(100)


def recall_empty(stage: Stage) -> None:
    """Show the card of a person of whom nothing is known but the name."""
    company = stage.logbook.suppliers.add(name="Conservas Ribera").made
    made = stage.logbook.counterparts.add(supplier_id=company, name="Inés Carrasco").made
    stage.go(Place(PEOPLE, made, RECALL))


DOSSIERS: dict[str, tuple[bool, Callable[[Stage], None]]] = {
    "supplier-past": (True, supplier),
    "supplier-past-long": (True, supplier_long),
    "supplier-company": (True, lists(COMPANY)),
    "supplier-company-long": (True, lists(COMPANY, LONG)),
    "supplier-company-empty": (False, no_lists(COMPANY)),
    "supplier-costs": (True, lists(COSTS)),
    "supplier-costs-empty": (False, no_lists(COSTS)),
    "person-past": (True, person),
    "person-dealing": (True, lambda stage: person(stage, "dealing")),
    "person-timeline": (True, lambda stage: person(stage, "timeline")),
    "person-contact": (True, lambda stage: person(stage, "contact")),
    "person-long": (True, person_long),
    "person-new": (False, person_new),
    "person-new-dealing": (False, lambda stage: person_new(stage, "dealing")),
    "person-new-timeline": (False, lambda stage: person_new(stage, "timeline")),
    "person-notes": (True, many_notes),
    "people-filtered": (True, filtered_list),
    "people-none": (True, filtered_to_nothing),
    "recall": (True, recall),
    "recall-long": (True, recall_long),
    "recall-empty": (False, recall_empty),
}
