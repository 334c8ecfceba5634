"""tests: negotiations to make documents of - a full one, and the ways in which one can be thin."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from core.alternative import Alternative, Form
from core.commitment import Commitment
from core.concession import Concession
from core.counterpart import Counterpart
from core.debrief import Debrief, Outcome
from core.estimate import Estimate, Subject
from core.issue import Issue, Option, ScaleKind
from core.judge import judge_line
from core.line import Line, Verb
from core.meeting import Channel, Meeting, Round
from core.negotiation import Negotiation, Status
from core.note import Note, Topic
from core.reports.document import Edition
from core.side import Basis, Side
from core.strategy import Answer, Position, Question
from core.supplier import Supplier
from core.term import Term, Value
from core.verdict import Given

D = Decimal
MADE_AT = datetime(2026, 11, 25, 15, 40, tzinfo=UTC)
EDITION = Edition(made_at=MADE_AT, version=3)
AFTERWARDS = Edition(made_at=datetime(2026, 12, 7, 9, 0, tzinfo=UTC))


def at(day: int, hour: int, minute: int, month: int = 12) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


def numeric(
    number: int, name: str, unit: str, best: str, worst: str, weight: str, *rungs: str, step: str = "1"
) -> Issue:
    opening, best_outcome, fair, minimum, limit, baseline = (D(each) for each in rungs)
    return Issue(
        id=number,
        negotiation_id=14,
        place=number,
        name=name,
        unit=unit,
        best=D(best),
        worst=D(worst),
        step=D(step),
        weight=D(weight),
        opening=opening,
        best_outcome=best_outcome,
        fair=fair,
        minimum=minimum,
        limit=limit,
        baseline=baseline,
    )


def issues() -> tuple[Issue, ...]:
    price = numeric(
        1, "Price", "USD/can", "1.35", "1.60", "62.5", "1.36", "1.38", "1.40", "1.42", "1.45", "1.46", step="0.01"
    )
    cover = Issue(
        id=3,
        negotiation_id=14,
        place=3,
        name="Recall cover",
        kind=ScaleKind.OPTIONS,
        options=(Option("full", D(1)), Option("shared", D("0.5")), Option("none", D(0))),
        weight=D("7.5"),
        opening="full",
        best_outcome="full",
        fair="full",
        minimum="shared",
        limit="shared",
        baseline="shared",
    )
    return (
        replace(price, reference_quantity=D(100000)),
        numeric(2, "Lead time", "weeks", "2", "6", "15", "2", "2", "3", "4", "5", "4"),
        cover,
        numeric(4, "Payment", "days", "60", "0", "5.5", "60", "45", "30", "14", "0", "30"),
        numeric(5, "Shelf life", "months", "30", "18", "5", "30", "28", "26", "24", "22", "24"),
        numeric(6, "Volume", "cans next season", "0", "150000", "4.5", "0", "0", "50000", "100000", "150000", "0"),
    )


def terms(**said: Value) -> tuple[Term, ...]:
    numbers = {"price": 1, "lead": 2, "cover": 3, "pay": 4, "shelf": 5, "volume": 6}
    return tuple(Term(issue_id=numbers[name], value=value) for name, value in said.items())


def offer(number: int, side: Side, when: datetime, round_number: int, text: str, **said: Value) -> Line:
    return Line(
        id=number,
        negotiation_id=14,
        meeting_id=round_number,
        round_number=round_number,
        at=when,
        logged_at=when,
        side=side,
        verb=Verb.OFFER,
        text=text,
        terms=terms(**said),
    )


def supplier() -> Supplier:
    return Supplier(
        id=2,
        name="Sorano Canning",
        category="Canned food",
        city="Parma",
        country="Italy",
        our_share_of_their_sales=D(18),
        our_share_basis=Basis.SAID,
        their_share_of_our_supply=D(41),
        their_share_basis=Basis.OBSERVED,
        contract_end=date(2027, 3, 12),
        background="Family firm, two halls, growers under contract.",
    )


def people() -> tuple[Counterpart, ...]:
    return (
        Counterpart(
            id=1,
            supplier_id=2,
            name="Elena Ruggeri",
            role="Account manager",
            authority="Price within 5 % alone; payment terms with finance",
            authority_basis=Basis.SAID,
            authority_on=date(2026, 11, 12),
        ),
        Counterpart(id=2, supplier_id=2, name="Paolo Conti", role="Sales director"),
    )


def notes() -> tuple[Note, ...]:
    def note(number: int, person: int | None, topic: Topic, basis: Basis, text: str) -> Note:
        return Note(
            id=number, supplier_id=2, counterpart_id=person, topic=topic, basis=basis, text=text, on=date(2026, 11, 12)
        )

    return (
        note(1, 1, Topic.CONCERN, Basis.SAID, "Cash is tight until the harvest has been paid for"),
        note(2, 1, Topic.STYLE, Basis.OBSERVED, "Opens with a round number and waits"),
        note(3, 2, Topic.AUTHORITY, Basis.GUESS, "Is called by phone before anything is signed"),
        note(4, None, Topic.BUSINESS, Basis.OBSERVED, "Warehouse half empty at the visit"),
    )


def negotiation() -> Negotiation:
    """Return a full preparation with their quotation on the table."""
    us, them = Side.US, Side.THEM
    quoted = offer(
        1,
        them,
        at(20, 9, 0, 11),
        1,
        "t 1.50 2 weeks no cover 14 days",
        price=D("1.50"),
        lead=D(2),
        cover="none",
        pay=D(14),
        shelf=D(24),
        volume=D(100000),
    )
    return judged(
        Negotiation(
            id=14,
            supplier_id=2,
            supplier_name="Sorano Canning",
            title="100,000 cans of tomatoes",
            matter="Peeled tomatoes, 400 g, one delivery.",
            currency="USD",
            annual_rate=D(8),
            lead="Mark Jansen",
            approver="Ingrid Solberg",
            approver_role="Head of Procurement",
            created_at=at(2, 9, 0, 11),
            issues=issues(),
            alternatives=(
                Alternative(
                    id=1,
                    negotiation_id=14,
                    name="Tarsia Foods",
                    terms=terms(price=D("1.40"), lead=D(4), cover="shared", pay=D(30), shelf=D(24)),
                    switching_cost=D(1200),
                    probability=D("0.95"),
                    valid_until=date(2026, 12, 11),
                    evidence="Quotation",
                    evidence_on=date(2026, 11, 18),
                ),
                Alternative(
                    id=2,
                    negotiation_id=14,
                    name="Veldhuis, co-packer",
                    terms=terms(price=D("1.44"), lead=D(3), cover="full"),
                    switching_cost=D(3500),
                    probability=D("0.8"),
                    valid_until=date(2027, 1, 15),
                    evidence="E-mail",
                    evidence_on=date(2026, 8, 2),
                ),
                Alternative(id=3, negotiation_id=14, name="No purchase", form=Form.POINTS, no_deal=True, points=D(0)),
            ),
            answers=(
                Answer(
                    negotiation_id=14, side=us, question=Question.SITUATION, text="Shelves must be full in January."
                ),
                Answer(negotiation_id=14, side=them, question=Question.SITUATION, text="Growers are paid in December."),
                Answer(negotiation_id=14, side=us, question=Question.GOAL, text="Full shelves at last year's price."),
                Answer(negotiation_id=14, side=us, question=Question.FAIR, text="1.40, three weeks, full cover."),
                Answer(negotiation_id=14, side=them, question=Question.GOAL, text="Cash before the year ends."),
            ),
            positions=(
                Position(negotiation_id=14, side=us, issue_id=1, position="1.40", interest="Shelf price is fixed"),
                Position(
                    negotiation_id=14,
                    side=them,
                    issue_id=1,
                    position="1.50 quoted",
                    why="Growers are due 31 Dec",
                    basis=Basis.GUESS,
                ),
                Position(
                    negotiation_id=14,
                    side=them,
                    issue_id=4,
                    position="14 days",
                    why="Credit line used up",
                    basis=Basis.OBSERVED,
                ),
                Position(negotiation_id=14, side=us, issue_id=None, position="One delivery", interest="One promotion"),
            ),
            estimates=(
                Estimate(
                    negotiation_id=14,
                    issue_id=1,
                    subject=Subject.LIMIT,
                    low=D("1.36"),
                    likely=D("1.38"),
                    high=D("1.41"),
                    basis=Basis.GUESS,
                    source="Remark on wholesale prices",
                    on=date(2026, 11, 12),
                ),
                Estimate(
                    negotiation_id=14,
                    issue_id=3,
                    subject=Subject.LIMIT,
                    low="shared",
                    likely="shared",
                    high="full",
                    basis=Basis.SAID,
                    source="Insurer",
                    on=date(2026, 11, 20),
                ),
                Estimate(
                    negotiation_id=14,
                    issue_id=4,
                    subject=Subject.LIMIT,
                    low=D(30),
                    likely=D(45),
                    high=D(60),
                    basis=Basis.OBSERVED,
                    source="Two early-payment requests",
                    on=date(2026, 11, 12),
                ),
                Estimate(negotiation_id=14, issue_id=5, subject=Subject.LIMIT, likely=D(27), basis=Basis.SAID),
            ),
            meetings=(Meeting(id=1, negotiation_id=14, planned_at=at(1, 10, 0), place="Our office", people=(1, 2)),),
            lines=(quoted,),
        )
    )


def judged(found: Negotiation) -> Negotiation:
    """Return the negotiation with the verdicts kept with its lines, as the log keeps them."""
    lines = []
    for line in found.lines:
        pair = judge_line(found, line, with_repairs=False)
        lines.append(line if pair is None else replace(line, said=Given.of(pair[0]), stands=Given.of(pair[1])))
    return replace(found, lines=tuple(lines))


def closed() -> Negotiation:
    """Return the same matter after two rounds: agreed, with concessions, an exception, an unread line, commitments."""
    us, them = Side.US, Side.THEM
    before = negotiation()
    lines = (
        *before.lines,
        offer(2, us, at(1, 10, 14), 1, "w 1.36 60 days", price=D("1.36"), pay=D(60), cover="full", shelf=D(30)),
        offer(3, them, at(1, 10, 31), 1, "t 1.48", price=D("1.48")),
        offer(4, us, at(1, 10, 38), 1, "w 1.38", price=D("1.38")),
        replace(offer(5, them, at(1, 10, 45), 1, "t mumble about pallets"), verb=Verb.UNREAD),
        offer(6, them, at(3, 14, 9), 2, "t 1.46 shared", price=D("1.46"), cover="shared"),
        replace(offer(7, us, at(3, 14, 20), 2, "w 1.46 if cash", price=D("1.46")), exception="To test cash"),
        offer(8, us, at(3, 14, 36), 2, "w 1.40 prepaid", price=D("1.40"), pay=D(0), shelf=D(26)),
        offer(9, them, at(3, 14, 48), 2, "t 1.40", price=D("1.40"), volume=D(50000)),
        replace(
            offer(
                10,
                us,
                at(3, 14, 50),
                2,
                "ok all",
                price=D("1.40"),
                lead=D(2),
                cover="shared",
                pay=D(0),
                shelf=D(26),
                volume=D(50000),
            ),
            verb=Verb.AGREE,
        ),
    )

    def step(side: Side, issue: int, first: int, last: int, start: Value, end: Value, for_what: str) -> Concession:
        return Concession(
            negotiation_id=14,
            side=side,
            issue_id=issue,
            from_line_id=first,
            to_line_id=last,
            from_value=start,
            to_value=end,
            in_return_for=for_what,
            confirmed=True,
        )

    return judged(
        replace(
            before,
            status=Status.AGREED,
            meetings=(
                Meeting(
                    id=1,
                    negotiation_id=14,
                    started_at=at(1, 10, 0),
                    ended_at=at(1, 11, 0),
                    people=(1, 2),
                    rounds=(Round(meeting_id=1, number=1, started_at=at(1, 10, 0)),),
                ),
                Meeting(
                    id=2,
                    negotiation_id=14,
                    started_at=at(3, 14, 0),
                    ended_at=at(3, 14, 55),
                    people=(1, 2),
                    channel=Channel.VIDEO,
                    rounds=(Round(meeting_id=2, number=2, started_at=at(3, 14, 0)),),
                ),
            ),
            lines=lines,
            concessions=(
                step(them, 1, 1, 3, D("1.50"), D("1.48"), ""),
                step(us, 1, 2, 4, D("1.36"), D("1.38"), "cover on the table"),
                step(them, 1, 3, 6, D("1.48"), D("1.46"), ""),
                step(them, 3, 1, 6, "none", "shared", "our 1.38"),
                step(us, 4, 2, 8, D(60), D(0), "1.40 as the final price"),
                step(us, 1, 4, 8, D("1.38"), D("1.40"), "1.40 as the final price"),
                step(them, 1, 6, 9, D("1.46"), D("1.40"), "100 % up front"),
            ),
            commitments=(
                Commitment(negotiation_id=14, side=them, text="Bank guarantee over USD 140,000", due=date(2026, 12, 7)),
                Commitment(negotiation_id=14, side=us, text="Confirm delivery slots", due=date(2026, 12, 8)),
                Commitment(negotiation_id=14, side=us, text="Send the drawings", done_on=date(2026, 12, 4)),
            ),
            debrief=Debrief(
                negotiation_id=14,
                outcome=Outcome.AGREED,
                deal=terms(price=D("1.40"), lead=D(2), cover="shared", pay=D(0), shelf=D(26), volume=D(50000)),
                recommendation="Sign, and pay with the order once the bank guarantee is in hand.",
                our_outtake="We should have asked about cash in round 1.",
                their_outtake="The price was never the point, the date was.",
                learning="Ask first which term matters this month.",
                relationship=1,
                closed_at=at(4, 16, 20),
            ),
        )
    )
