"""tests: a negotiation in full swing - two rounds, both sides moving, their side estimated - by the real verbs."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from core.estimate import Subject
from core.negotiation import Weighting
from core.side import Basis
from core.term import Term
from core.words import Words
from db.logbook import Logbook
from ui.meet.entry import log_line, read_line

D = Decimal
SAY = Words("en", "en_GB")

# name, alias, unit, best, worst, step, weight, and the rungs: opening, best outcome, fair, minimum, limit, baseline
ISSUES: tuple[tuple[Any, ...], ...] = (
    ("Price", "p", "EUR/can", "1.36", "1.56", "0.01", "50", "1.36", "1.38", "1.42", "1.46", "1.48", "1.50"),
    ("Payment", "pay", "days", "60", "14", "1", "20", "60", "60", "45", "30", "14", "30"),
    ("Lead time", "lead", "weeks", "2", "8", "1", "15", "2", "2", "3", "5", "6", "4"),
    ("Shelf life", "shelf", "months", "36", "18", "6", "15", "36", "30", "24", "24", "18", "24"),
)
# their weight, best end, worst end, limit: low, likely, high
THEIRS: tuple[tuple[str, ...], ...] = (
    ("35", "40", "50", "1.60", "1.36", "1.41", "1.44", "1.46"),
    ("25", "30", "35", "14", "60", "30", "45", "50"),
    ("10", "15", "20", "8", "2", "2", "3", "4"),
    ("10", "15", "20", "18", "36", "24", "30", "36"),
)
LINES: tuple[tuple[int, str], ...] = (
    (0, "t 1.54 p, 14d pay, 6 lead, 18 shelf"),
    (4, "w 1.36 p, 60d pay, 2 lead, 36 shelf"),
    (9, "t 1.53 p"),
    (14, "w 1.38 p"),
    (1440, "t 1.52 p, 24 shelf"),
    (1446, "w 1.40 p for 24 shelf"),
    (1450, "t 1.50 p, 5 lead"),
    (1458, "w 1.40 p, 45d pay"),
    (1462, "t 1.48 p, 30d pay"),
)


def play(
    logbook: Logbook, start: datetime, *, theirs: bool = True, money: bool = True, batna: bool = True, lines: int = 99
) -> int:
    """Add the negotiation and return its id; without `theirs` nothing is estimated, without `money` no issue is any."""
    supplier = logbook.suppliers.add(name="Conservas Ribera").made
    fields = {"weighting": Weighting.MONEY} if money else {}
    case = logbook.negotiations.add(supplier_id=supplier, title="Sweetcorn 340 g, 2027", **fields).made
    ids = [_issue(logbook, case, row, money=money) for row in ISSUES]
    if batna:
        terms = tuple(
            Term(issue_id=each, value=D(value)) for each, value in zip(ids, ("1.44", "30", "4", "24"), strict=True)
        )
        logbook.alternatives.add(case, name="Frutas Ebro", terms=terms, probability=D("0.9"), switching_cost=D(1))
        logbook.alternatives.add(case, name="No deal", no_deal=True, points=D(10))
    if theirs:
        _estimates(logbook, case, ids)
    _lines(logbook, case, start, LINES[:lines])
    return case


def _issue(logbook: Logbook, case: int, row: tuple[Any, ...], *, money: bool) -> int:
    name, alias, unit, *figures = row
    best, worst, step, weight, opening, outcome, fair, minimum, limit, baseline = (D(each) for each in figures)
    worths: dict[str, Any] = {"weight": weight}
    if money:
        worths = {"reference_quantity": D(100_000)} if name == "Price" else {"money_worth": weight * 400}
    return logbook.issues.add(
        case, name=name, alias=alias, unit=unit, best=best, worst=worst, step=step, opening=opening,
        best_outcome=outcome, fair=fair, minimum=minimum, limit=limit, baseline=baseline, **worths,
    ).made  # fmt: skip


def _estimates(logbook: Logbook, case: int, ids: list[int]) -> None:
    put = logbook.estimates.put
    for issue_id, row in zip(ids, THEIRS, strict=True):
        low, likely, high, best, worst, *limits = (D(each) for each in row)
        put(case, issue_id, Subject.WEIGHT, low=low, likely=likely, high=high, basis=Basis.GUESS)
        put(case, issue_id, Subject.BEST, likely=best, basis=Basis.SAID)
        put(case, issue_id, Subject.WORST, likely=worst, basis=Basis.OBSERVED)
        put(case, issue_id, Subject.LIMIT, low=limits[0], likely=limits[1], high=limits[2], basis=Basis.GUESS)
    put(case, None, Subject.RESERVATION, low=D(30), likely=D(38), high=D(45), basis=Basis.GUESS)


def _lines(logbook: Logbook, case: int, start: datetime, lines: tuple[tuple[int, str], ...]) -> None:
    last = 0
    for minutes, text in lines:
        now = start + timedelta(minutes=minutes)
        if minutes - last > 600:
            logbook.meetings.next_round(logbook.negotiations.load(case).open_meeting.id)  # type: ignore[union-attr]
        last = minutes
        negotiation = logbook.negotiations.load(case)
        log_line(logbook, negotiation, read_line(negotiation, text, SAY, now), SAY, now, reason="tried")
