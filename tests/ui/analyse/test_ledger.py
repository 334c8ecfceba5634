"""tests: ui/analyse/ledger.py - steps, what came back for them, and what shrinking ones want us to infer."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from core.concession import Concession
from core.concessions import propose
from core.findings.seen import Seen
from core.line import Line
from core.negotiation import Negotiation, Status
from core.side import Side
from core.words import NO_BREAK, Words
from tests.core.cases import MOMENT, canned_food, changed, four_issues, line
from ui.analyse.ledger import LedgerFound

US, THEM = Side.US, Side.THEM


def played(found: Negotiation, *lines: Line) -> Negotiation:
    """Log lines, with the concessions that the rules propose."""
    made: list[Concession] = []
    for each in lines:
        for proposed in propose(found, each):
            made.append(replace(proposed, id=len(made) + 1))
        found = replace(found, lines=(*found.lines, each), concessions=tuple(made))
    return found


def ledger(found: Negotiation) -> LedgerFound:
    return LedgerFound(Seen(found, Words(), MOMENT + timedelta(hours=2)))


def test_worth_stands_in_points_and_money_and_a_step_without_answer_is_open() -> None:
    found = played(
        canned_food(),
        line(1, US, {1: "1.40"}),
        line(2, THEM, {1: "1.60"}),
        line(3, US, {1: "1.42"}),
        line(4, THEM, {1: "1.60"}),
        line(5, US, {1: "1.45"}),
        line(6, THEM, {1: "1.55"}),
    )
    rows = ledger(found).rows()
    assert [(row.who, row.start, row.end, row.money) for row in rows] == [
        ("We", "1.40", "1.42", "2,000.00"),
        ("We", "1.42", "1.45", "3,000.00"),
        ("They", "1.60", "1.55", "5,000.00"),
    ]
    assert [row.is_open for row in rows] == [True, False, False]
    assert ledger(found).unreturned() == "1 of ours was not returned."
    assert dict(ledger(found).balance())["Ours to theirs"] == "1.00 to 1"
    assert [row.id for row in ledger(found).rows(2)] == []


def test_without_money_there_is_none() -> None:
    found = played(four_issues(), line(1, THEM, {1: 109}), line(2, THEM, {1: 108}))
    (row,) = ledger(found).rows()
    assert (row.money, row.points) == ("", "5.0")


def test_shrinking_steps_are_what_they_want_us_to_infer_beside_our_target() -> None:
    case = changed(four_issues(), 1, fair=Decimal(103))
    found = played(case, *(line(at, THEM, {1: value}) for at, value in enumerate(("109", "108", "107.5"), 1)))
    (infer,) = ledger(found).inferred()
    assert infer.is_theirs
    assert infer.target == f"103{NO_BREAK}EUR"
    assert infer.sentence.replace(NO_BREAK, " ") == (
        "Their steps on Price seem to end at 107 EUR: that is what they want us to believe."
    )


def test_what_may_still_be_given_ends_at_the_batna() -> None:
    found = played(four_issues(), line(1, US, {1: 100, 2: 60, 3: 4, 4: 36}))
    assert ledger(found).room_sentence() == "We may still give 51.4 points before the minimum and the BATNA."
    assert dict(ledger(found).furthest())["Payment"].replace(NO_BREAK, " ") == "60 to 14 days"
    assert "offer" in ledger(four_issues()).room_sentence()
    assert ledger(four_issues()).furthest() == ()


def test_nobody_moves_next_once_it_is_closed() -> None:
    found = played(canned_food(), line(1, US, {1: "1.40"}), line(2, US, {1: "1.42"}))
    assert dict(ledger(found).balance())["Who moves next"] == "they"
    assert "Who moves next" not in dict(ledger(replace(found, status=Status.AGREED)).balance())
