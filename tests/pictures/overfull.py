"""tests: files with more in them than anybody keeps - long names in many scripts, hundreds of notes, large amounts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from core.counterpart import Influence
from core.line import Line, Verb
from core.log import Entry
from core.note import Topic
from core.side import Basis, Side
from core.style import Style
from tests.pictures.dossiers import past
from tests.pictures.stage import Stage
from ui.navigation import NEGOTIATIONS, PEOPLE, RECALL, SUPPLIERS, Place
from ui.people.view import PeopleScreen
from ui.suppliers.view import SuppliersScreen

NAMES = (
    "Κωνσταντίνος-Αλέξανδρος Παπαδημητρόπουλος-Χατζηγεωργίου της Βορείου Ελλάδος ΑΕΒΕ",
    "Wojciech Grzegorz Brzęczyszczykiewicz-Szczęsny z Przedsiębiorstwa Przetwórstwa Rybnego",
    "عبد الرحمن بن محمد بن عبد العزيز آل سعود الشركة العالمية لتعليب الخضروات والفواكه المحدودة",
    "广东省深圳市南山区粤海街道高新技术产业园国际食品进出口贸易股份有限公司采购与供应链管理中心",
    "Gesellschaft für Verpackungen und Konservierung mit beschränkter Haftung & Söhne, Nord",
)
SENTENCES = (
    "Ζητά πάντα μια έκπτωση ακόμη όταν έχουμε ήδη συμφωνήσει σε όλα τα υπόλοιπα",
    "Najpierw mówi o pogodzie i dzieciach, potem dopiero o cenie za kilogram",
    "يفضل الحديث عن الأسعار بعد الغداء ولا يحب الاستعجال",
    "喜欢先看样品，再谈价格，不喜欢电话里谈判",
    "Goes silent after the first number and looks at the window until somebody speaks",
)
HUGE = Decimal("999999999999.99")


def person(stage: Stage) -> int:
    """Fill a person's file to overflowing and return the person."""
    book, today = stage.logbook, stage.program.tools.clock().date()
    past(stage, 4, 5, NAMES[0])
    book.counterparts.change(
        5, name=NAMES[0], role=NAMES[1], authority=NAMES[4], authority_basis=Basis.GUESS, influence=Influence.GUARDS
    )
    topics = tuple(Topic)
    for number in range(400):
        topic = topics[number % len(topics)]
        book.notes.add(
            counterpart_id=5,
            topic=topic,
            basis=tuple(Basis)[number % 3],
            text=SENTENCES[number % 5],
            source=NAMES[number % 5] if number % 3 else "",
            on=today - timedelta(days=3 * number),
            style=tuple(Style)[number % 5] if topic is Topic.STYLE else None,
            is_about_us=number % 40 == 39,
        )
    matter = book.negotiations.sat_in(5)[0]
    for number in range(60):
        side = Side.THEM if number % 2 else Side.US
        due = today + timedelta(days=number - 30) if number % 5 else None
        book.commitments.add(matter.id, side=side, text=SENTENCES[number % 5], due=due, counterpart_id=5)
    for number in range(25):
        meeting = matter.meetings[0]
        assert meeting.started_at is not None
        at = meeting.started_at + timedelta(minutes=30 + number)
        for side, tactic in ((Side.THEM, 1 + number % 25), (Side.US, 1 + number % 9)):
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
    return 5


def supplier(stage: Stage) -> int:
    """Fill a supplier's file to overflowing and return the supplier."""
    book = stage.logbook
    past(stage, 4, 5)
    book.suppliers.change(4, name=NAMES[1], category=NAMES[4], city=NAMES[3], country=NAMES[0], background=NAMES[2] * 6)
    for number in range(30):
        book.counterparts.add(
            supplier_id=4,
            name=NAMES[number % 5],
            role=NAMES[(number + 1) % 5],
            authority=NAMES[4] if number % 3 else "",
            influence=(*Influence, None)[number % 5],
        )
    for number in range(120):
        book.negotiations.add(supplier_id=4, title=NAMES[number % 5], currency=("EUR", "USD", "CNY")[number % 3])
    for number in range(40):
        ends = date(2026 + number % 7, 1 + number % 12, 1 + number % 28)
        book.contracts.add(4, title=NAMES[number % 5], ends=ends, notice_days=90, note=SENTENCES[number % 5])
    for year in range(2015, 2026):
        for currency in ("EUR", "USD", "CNY"):
            if year < 2023 or currency != "EUR":
                book.spends.add(4, year=year, amount=HUGE - year, currency=currency)
    for number in range(12):
        book.cost_parts.add(
            4, name=NAMES[number % 5], share=Decimal("8.25"), on=date(2026, 11, 4), source=SENTENCES[number % 5]
        )
    return 4


def at_person(tab: str) -> Callable[[Stage], None]:
    """Return what shows a tab of the overfull person."""

    def bring(stage: Stage) -> None:
        stage.go(Place(PEOPLE, person(stage)))
        stage.part(PeopleScreen).show_tab(tab)

    return bring


def at_supplier(tab: str) -> Callable[[Stage], None]:
    """Return what shows a tab of the overfull supplier."""

    def bring(stage: Stage) -> None:
        stage.go(Place(SUPPLIERS, supplier(stage)))
        stage.part(SuppliersScreen).show_tab(tab)

    return bring


def card(stage: Stage) -> None:
    """Show the recall card of the overfull person."""
    stage.go(Place(PEOPLE, person(stage), RECALL))


def negotiations(stage: Stage) -> None:
    """Show the list of negotiations, most of them the overfull supplier's."""
    supplier(stage)
    stage.go(Place(NEGOTIATIONS))


OVERFULL: dict[str, tuple[bool, Callable[[Stage], None]]] = {
    "person-overfull": (True, at_person("summary")),
    "person-overfull-dealing": (True, at_person("dealing")),
    "person-overfull-timeline": (True, at_person("timeline")),
    "person-overfull-contact": (True, at_person("contact")),
    "recall-overfull": (True, card),
    "supplier-overfull": (True, at_supplier("summary")),
    "supplier-overfull-company": (True, at_supplier("company")),
    "supplier-overfull-costs": (True, at_supplier("costs")),
    "negotiations-overfull": (True, negotiations),
}
