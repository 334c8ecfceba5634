"""tests: a logbook with at least one row in every table, by the real verbs, at fixed moments."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from fractions import Fraction

from core.alternative import Form, Unsaid
from core.commitment import Commitment
from core.concession import Concession
from core.debrief import Outcome
from core.estimate import Subject
from core.issue import Issue, Option, Point, ScaleKind
from core.line import Line, Verb
from core.log import Entry
from core.meeting import Channel
from core.message import Amount, message
from core.need import NeedKind
from core.negotiation import Depth, Mode, Weighting, Willingness
from core.note import Topic
from core.plan import PointKind
from core.side import Basis, Side
from core.strategy import Question
from core.style import Style
from core.term import Term
from core.verdict import Flag, Given, Interval, Light, written
from db.logbook import Logbook

START = datetime(2026, 3, 14, 9, 30, tzinfo=timezone(timedelta(hours=1)))


def d(number: str | int) -> Decimal:
    """Return a decimal as it was entered."""
    return Decimal(number)


LONG = "Long notes stay whole. " * 450
RIGHT_TO_LEFT = "שלום עולם"
MARKUP = "<b>&<img src=file:///etc/hostname>"


def ticking(start: datetime = START) -> Callable[[], datetime]:
    """Return a clock that is a minute later each time it is asked."""
    moments = (start + timedelta(minutes=each) for each in range(1_000_000))
    return lambda: next(moments)


@dataclass(frozen=True)
class Filled:
    """The ids of what was filled in."""

    supplier: int
    person: int
    negotiation: int
    price: int
    terms: int
    closing: int
    meeting: int
    first: int
    second: int
    alternative: int
    attachment: int


def given(value: Fraction = Fraction(671, 1380)) -> Given:
    """Return a verdict as one is kept."""
    return Given(
        value=Interval(value, value),
        limit=Light.CLEAR,
        batna=Light.CERTAIN,
        minimum=Light.NONE,
        term=Light.ACT,
        flag=Flag.ACT,
        told=written([message("breach.certain", difference=Amount(Fraction(2648, 3), "EUR"))]),
    )


def offer(
    negotiation: int, text: str, *terms: Term, side: Side | None = Side.THEM, at: datetime = START, **more: object
) -> Line:
    """Return an offer that can be logged."""
    fields = {"negotiation_id": negotiation, "at": at, "logged_at": at, "side": side, "verb": Verb.OFFER, "text": text}
    return Line(**{**fields, "terms": terms, **more})  # type: ignore[arg-type]


def fill(book: Logbook) -> Filled:
    """Fill every table; some of it is undone, dropped and deleted, so that the journal holds every state."""
    supplier = book.suppliers.add(
        name="Conserva & Figli",
        category="Canned food",
        city="Parma",
        country="IT",
        our_share_of_their_sales=d("12.50"),
        our_share_basis=Basis.SAID,
        contract_end=date(2027, 12, 31),
        background=LONG,
    ).made
    rival = book.suppliers.add(name=f"{RIGHT_TO_LEFT} 😀", background=MARKUP).made
    person = book.counterparts.add(
        supplier_id=supplier,
        name="Élodie Ångström",
        role="Account manager",
        authority="5 % alone",
        authority_basis=Basis.OBSERVED,
        authority_on=date(2026, 3, 1),
        email="e@example.org",
        phone="+39 0521",
    ).made
    matter = book.negotiations.add(
        supplier_id=supplier,
        title="Canned food 2027",
        matter="100,000 cans",
        mode=Mode.INTEGRATIVE,
        currency="EUR",
        weighting=Weighting.DIRECT,
        annual_rate=d(8),
        lead="We",
        approver="Board",
        approver_role="CFO",
    ).made
    price = book.issues.add(
        matter,
        name="price",
        alias="p",
        unit="EUR/can",
        best=d("1.40"),
        worst=d("1.60"),
        step=d("0.01"),
        points=(Point(d("1.50"), d("0.4")),),
        weight=d("0.95773"),
        reference_quantity=d(100000),
        baseline=d("1.55"),
        opening=d("1.38"),
        best_outcome=d("1.40"),
        fair=d("1.45"),
        minimum=d("1.50"),
        limit=d("1.52"),
    ).made
    options = (Option("EXW", d(0)), Option("DDP", d(1)))
    terms = book.issues.add(matter, name="incoterm", kind=ScaleKind.OPTIONS, options=options, weight=d("1E+1")).made
    closing = book.issues.add(
        matter,
        name="closing",
        kind=ScaleKind.DATE,
        best=date(2026, 4, 1),
        worst=date(2026, 6, 1),
        step=d(1),
        ideal=date(2026, 5, 1),
        weight=d(0),
    ).made
    meeting, first, second = _talk(book, matter, person, price, terms, closing)
    alternative = book.alternatives.add(
        matter,
        name="Other supplier",
        form=Form.PACKAGE,
        terms=(Term(issue_id=price, value=d("1.40")),),
        unsaid=Unsaid.RANGE,
        switching_cost=d("1000.00"),
        probability=d("0.9"),
        valid_until=date(2026, 4, 30),
        evidence="Quote 4711",
        evidence_on=date(2026, 3, 2),
    ).made
    book.alternatives.add(matter, name="No deal", form=Form.POINTS, no_deal=True, points=d(-5))
    attachment = book.attachments.add(alternative, "quote.pdf", "application/pdf", bytes(range(256))).made
    book.answers.put(matter, Side.US, Question.GOAL, "Secure 2027", None)
    book.answers.put(matter, Side.THEM, Question.GOAL, "Cash", Basis.GUESS)
    book.positions.add(matter, side=Side.THEM, issue_id=price, position="1.60", why="tin", interest="margin")
    book.estimates.put(
        matter,
        price,
        Subject.LIMIT,
        likely=d("1.45"),
        low=d("1.43"),
        high=d("1.48"),
        source="trade press",
    )
    book.estimates.put(matter, None, Subject.RESERVATION, likely=d(40), basis=Basis.GUESS, on=date(2026, 3, 3))
    book.notes.add(
        counterpart_id=person,
        topic=Topic.STYLE,
        basis=Basis.OBSERVED,
        text="Silent first",
        on=date(2026, 3, 14),
        meeting_id=meeting,
        source="meeting",
    )
    _plan(book, matter, supplier, rival, person, meeting, price, terms)
    book.meetings.end(meeting)
    book.debriefs.close(matter, Outcome.AGREED, (Term(issue_id=price, value=d("1.40")),))
    book.debriefs.change(matter, learning="Ask why first", our_outtake="Fair", their_outtake="Cash", relationship=1)
    book.drafts.keep("meet/1", "t 1.4")
    _steps(book, matter, supplier)
    return Filled(supplier, person, matter, price, terms, closing, meeting, first, second, alternative, attachment)


def _plan(
    book: Logbook, matter: int, supplier: int, rival: int, person: int, meeting: int, price: int, terms: int
) -> None:
    """Fill what a preparation and a meeting hold besides."""
    goal = book.common_goals.add(matter, text="Tins that sell", is_shared=True).made
    book.needs.add(matter, side=Side.US, kind=NeedKind.CONCERN, text="Empty shelves", goal_id=goal)
    book.needs.add(
        matter, side=Side.THEM, text="Cash early", basis=Basis.SAID, counterpart_id=person, prefilled=("text", "basis")
    )
    candidate = book.candidates.add(matter, terms=(Term(issue_id=price, value=d("1.45")),), name="Early cash").made
    book.candidates.change(candidate, terms=(Term(issue_id=price, value=d("1.44")), Term(issue_id=terms, value="DDP")))
    item = {"code": "T-1", "text": "Tomatoes 400 g", "quantity": d(60000), "today": d("1.55"), "theirs": d("1.60")}
    book.items.put_many(price, added=(item, {"text": "Tomatoes 800 g", "quantity": d(40000), "ours": d("1.40")}))
    book.plan_points.add_many(
        matter,
        (
            {"kind": PointKind.QUESTION, "text": "Why 1.60?", "prefilled": ("text",)},
            {"kind": PointKind.TACTIC, "side": Side.THEM, "tactic": 2, "text": "Deadline", "reply": "Ask who set it"},
            {"kind": PointKind.AGENDA, "text": "Price", "issue_id": price, "meeting_id": meeting, "minutes": 20},
        ),
    )
    book.planned_concessions.add(
        matter,
        issue_id=price,
        from_value=d("1.40"),
        to_value=d("1.43"),
        floor=d("1.50"),
        return_issue_id=terms,
        return_value="DDP",
        in_return="delivery paid",
    )
    book.claimed_costs.add(matter, name="Tin", share=d("45"), change=d("6"), basis=Basis.SAID, source="LME")
    other = book.negotiations.add(supplier_id=rival, title="Peaches", depth=Depth.SUDDEN, is_lasting=True).made
    rivals = book.alternatives.add(matter, name="Rival", improve="ask for 60 days").made
    book.alternatives.follow(rivals, other, (Term(issue_id=price, value=d("1.56")),))
    book.negotiations.change(matter, willingness=Willingness.UNSURE, pause_rule="at a threat", cheat_seed=7)
    book.meetings.pause(meeting, 10)
    book.meetings.resume(meeting)
    book.meetings.add_notes(meeting, "She looked at the calendar twice.")
    book.lines.mark_key(book.negotiations.load(matter).lines[0].id)
    book.contracts.add(supplier, title="Frame 2025", ends=date(2026, 12, 31), notice_days=90)
    book.spends.add(supplier, year=2025, amount=d("155000.00"), currency="EUR")
    book.cost_parts.add(supplier, on=date(2026, 1, 1), name="Tin", share=d("45.0"), source="their price letter")
    book.tactics.put(30, "The empty chair", "Ask who decides")
    book.templates.put("Canned food", 'name = "Canned food"')
    style = {"topic": Topic.STYLE, "basis": Basis.OBSERVED, "style": Style.COMPETING}
    book.notes.add(supplier_id=rival, text="Pushed on price", on=date(2026, 3, 14), is_about_us=True, **style)


def _talk(book: Logbook, matter: int, person: int, price: int, terms: int, closing: int) -> tuple[int, int, int]:
    book.meetings.plan(matter, planned_at=START + timedelta(days=7), place="Parma", channel=Channel.ROOM)
    meeting = book.meetings.start(matter, people=(person,), channel=Channel.PHONE).made
    line = offer(
        matter,
        "t 1.55, EXW if 10.5.",
        Term(issue_id=price, value=d("1.55")),
        Term(issue_id=terms, value="EXW"),
        conditions=(Term(issue_id=closing, value=date(2026, 5, 10)),),
        condition_words="board agrees",
        valid_until=date(2026, 3, 28),
        said=given(),
        stands=given(Fraction(1, 3)),
        meeting_id=meeting,
        note="calm",
    )
    first = book.lines.log(matter, Entry(line=line)).made
    book.meetings.next_round(meeting)
    line = offer(
        matter,
        "t 1.50..1.52 !!",
        Term(issue_id=price, value=d("1.50"), upto=d("1.52"), as_said="1.50..1.52"),
        in_return=(Term(issue_id=terms, value="DDP", assumed=True),),
        round_number=2,
        is_final=True,
        at=START + timedelta(hours=1),
        channel=Channel.PHONE,
        exception="the only tin left",
    )
    step = Concession(
        negotiation_id=matter,
        side=Side.THEM,
        issue_id=price,
        from_line_id=first,
        to_line_id=0,
        from_value=d("1.55"),
        to_value=d("1.50"),
    )
    second = book.lines.log(matter, Entry(line=line, concessions=(step,))).made
    book.lines.withdraw(first, (terms,))
    book.concessions.complete(book.negotiations.load(matter).concessions[0].id, "120k cans")
    asked = offer(matter, "t ? incoterm", verb=Verb.ASK, issues=(terms, price), side=Side.THEM)
    book.lines.log(matter, Entry(line=asked))
    promise = offer(matter, "t ! drawings fri", verb=Verb.PROMISE, rest="drawings fri")
    promised = Commitment(negotiation_id=matter, side=Side.THEM, text="drawings fri", due=date(2026, 3, 20))
    book.lines.log(matter, Entry(line=promise, commitment=promised))
    prepaid = Issue(negotiation_id=matter, name="prepaid", unit="%", best=d(100), worst=d(0), weight=d("0.1"))
    line = offer(matter, "+ prepaid % 100..0", verb=Verb.NEW_ISSUE)
    book.lines.log(matter, Entry(line=line, issue=prepaid, weights={price: d("0.861957")}))
    book.lines.log(matter, Entry(line=offer(matter, "blah 7 7", verb=Verb.UNREAD, side=None)))
    return meeting, first, second


def _steps(book: Logbook, matter: int, supplier: int) -> None:
    book.suppliers.change(supplier, city="Modena")
    book.journal.undo()
    book.suppliers.change(supplier, city="Bologna")
    book.negotiations.change(matter, lead="Somebody")
    gone = book.commitments.add(matter, side=Side.US, text="send samples").made
    book.commitments.delete(gone)
    book.suppliers.change(supplier, city="Rimini")
    book.journal.undo()
