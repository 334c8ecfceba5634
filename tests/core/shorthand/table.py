"""tests: the table at which the lines are read, and a statement written short enough to be compared by eye."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

from core.issue import Issue, Option, ScaleKind
from core.negotiation import Negotiation
from core.number import Marks
from core.shorthand import Conditional, Context, Reading, Statement
from core.side import Side
from core.term import Term, Value

NOW = datetime(2026, 11, 22, 10, 30, tzinfo=timezone(timedelta(hours=1)))
POINT = Marks(".", ",")
COMMA = Marks(",", ".")
SPACE = Marks(",", "\u202f")

PRICE, PAY, LEAD, SHELF, VOLUME, INCOTERM, CLOSING, UPFRONT, INDEX = range(1, 10)


def number(issue_id: int, name: str, alias: str, unit: str, best: str, worst: str, **more: Any) -> Issue:
    return Issue(
        id=issue_id,
        negotiation_id=1,
        name=name,
        alias=alias,
        unit=unit,
        best=Decimal(best),
        worst=Decimal(worst),
        **more,
    )


ISSUES = (
    number(PRICE, "Price", "", "EUR/can", "1.35", "1.55", reference_quantity=Decimal(100_000)),
    number(PAY, "Payment", "pay", "days", "90", "14"),
    number(LEAD, "Lead time", "lead", "weeks", "2", "10"),
    number(SHELF, "Shelf life", "shelf", "months", "36", "12"),
    number(VOLUME, "Volume", "vol", "k cans", "100", "200"),
    Issue(
        id=INCOTERM,
        negotiation_id=1,
        name="Incoterm",
        alias="inco",
        kind=ScaleKind.OPTIONS,
        options=(Option("DAP", Decimal(1)), Option("EXW", Decimal(0)), Option("free house", Decimal("0.5"))),
    ),
    Issue(
        id=CLOSING,
        negotiation_id=1,
        name="Closing date",
        alias="closing",
        kind=ScaleKind.DATE,
        best=date(2026, 12, 1),
        worst=date(2027, 3, 31),
    ),
    number(UPFRONT, "Upfront", "up", "%", "100", "0"),
    number(INDEX, "Index", "idx", "", "-5", "-1"),
)
NEGOTIATION = Negotiation(id=1, supplier_id=1, title="Sweetcorn", issues=ISSUES)


def term(issue_id: int, value: Value | str, upto: str | None = None) -> Term:
    exact = Decimal(value) if isinstance(value, str) and value[0].isdigit() else value
    return Term(issue_id=issue_id, value=exact, upto=None if upto is None else Decimal(upto))


STANDING = {
    Side.THEM: {each.issue_id: each for each in (term(PRICE, "1.50"), term(PAY, "30"), term(LEAD, "4"))},
    Side.US: {
        each.issue_id: each
        for each in (term(PRICE, "1.40"), term(LEAD, "6"), term(UPFRONT, "50"), term(CLOSING, date(2026, 12, 15)))
    },
}
CONDITIONAL = (
    Conditional(Side.US, (term(SHELF, "18"),), (term(VOLUME, "120"),), ""),
    Conditional(Side.THEM, (term(PAY, "45"), term(SHELF, "24")), (term(VOLUME, "150"),), ""),
    Conditional(Side.THEM, (term(INCOTERM, "DAP"),), (), "board agrees"),
)


def context(**changes: Any) -> Context:
    given: dict[str, Any] = {
        "issues": ISSUES,
        "marks": POINT,
        "now": NOW,
        "last_speaker": Side.THEM,
        "last_issue": PRICE,
        "last_issues": (PRICE, PAY),
        "standing": STANDING,
        "conditional": CONDITIONAL,
        "last_offer_by": {
            PRICE: Side.THEM,
            PAY: Side.THEM,
            LEAD: Side.US,
            SHELF: Side.THEM,
            INCOTERM: Side.THEM,
            UPFRONT: Side.US,
            CLOSING: Side.US,
        },
        "last_offer": {Side.THEM: (PRICE,), Side.US: (LEAD,)},
        "last_offer_side": Side.THEM,
        "packages": {"B": (term(PRICE, "1.45"), term(PAY, "60"))},
    }
    return Context(**(given | changes))


SHORT = {PRICE: "price", PAY: "pay", LEAD: "lead", SHELF: "shelf", VOLUME: "vol"} | {
    INCOTERM: "inco",
    CLOSING: "closing",
    UPFRONT: "up",
    INDEX: "idx",
}


def short(said: Statement) -> str:
    """Write a statement in one short line."""
    who = {Side.THEM: "they", Side.US: "we", None: "-"}[said.side]
    parts = [who, str(said.verb), *(_term(each) for each in said.terms), *(SHORT[each] for each in said.issues)]
    for word, terms, words in (
        ("if", said.conditions, said.condition_words),
        ("for", said.in_return, said.in_return_words),
    ):
        if terms or words:
            parts += [word, *(_term(each) for each in terms), *([f"'{words}'"] if words else [])]
    if said.new_issue is not None:
        new = said.new_issue
        weights = [f"weight {new.weight}"] if new.weight is not None else []
        weights += [f"share {new.share}"] if new.share is not None else []
        weights += [f"worth {new.money_worth}"] if new.money_worth is not None else []
        parts += [f"{new.name}|{new.unit}|{new.best}..{new.worst}", *weights]
    parts += [f"[{said.rest}]"] if said.rest else []
    parts += ["final"] if said.is_final else []
    parts += [f"until {said.valid_until}"] if said.valid_until is not None else []
    parts += [f"by {said.channel}"] if said.channel is not None else []
    parts += [f"at {said.at:%Y-%m-%d %H:%M}"] if said.at is not None else []
    parts += [f"# {said.note}"] if said.note else []
    parts += ["typo"] if said.typos else []
    return " ".join(parts)


def shown(reading: Reading) -> tuple[str, tuple[str, ...]]:
    """Write a reading as the tables do: status and choices."""
    return str(reading.status), tuple(short(each) for each in reading.choices)


def _term(each: Term) -> str:
    upto = "" if each.upto is None else f"..{each.upto}"
    said = f"({each.as_said})" if each.as_said else ""
    return f"{SHORT[each.issue_id]} {each.value}{upto}{said}"
