"""tests: a supplier's past in words - what was agreed last, won and short, how they move; never more than is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

from core.contract import Spend
from core.dealings import Against, Ended, Given, Habits, Sampled
from core.debrief import Debrief, Outcome
from core.negotiation import Mode, Negotiation, NegotiationRow, Status
from core.side import Side
from core.spending import years_of_spend
from core.supplier import Supplier
from core.term import Term
from core.words import Words
from tests.core.cases import changed, four_issues, line, terms
from ui.suppliers.past import Past, figures, habit_pairs, matter_order, matter_row, result_words, said, terms_cells

SAY = Words()
TODAY = date(2026, 11, 24)
COMPANY = Supplier(id=1, name="Delva Foods")


def closed(number: int, **deal: int) -> Negotiation:
    """Return a negotiation with a target on each issue, closed in January of a year."""
    found = four_issues(lines=(line(1, Side.THEM, {1: 110}), line(2, Side.THEM, {1: 108})))
    for issue_id, value in ((1, 104), (2, 30), (3, 8), (4, 24)):
        found = changed(found, issue_id, fair=Decimal(value))
    values = {1: deal["price"], 2: deal.get("days", 30), 3: 8, 4: 24}
    at = datetime(2020 + number, 1, 14, tzinfo=UTC)
    debrief = Debrief(id=number, negotiation_id=number, outcome=Outcome.AGREED, deal=terms(values), closed_at=at)
    return replace(found, id=number, title=f"Peas {number}", debrief=debrief, status=Status.AGREED)


def row(number: int, status: Status, **fields: object) -> NegotiationRow:
    given = {
        "id": number,
        "title": f"Peas {number}",
        "supplier_id": 1,
        "supplier_name": "Delva Foods",
        "mode": Mode.INTEGRATIVE,
        "status": status,
        "currency": "EUR",
        "rounds": 0,
        "lines": 0,
        "changed_at": None,
        "next_meeting_at": None,
    }
    return NegotiationRow(**{**given, **fields})  # type: ignore[arg-type]


def end(against: Against, by: Fraction | None = None, money: Fraction | None = None) -> Ended:
    return Ended(negotiation_id=1, title="x", on=TODAY, currency="EUR", against=against, by=by, money=money)


def test_a_supplier_without_a_past_has_no_figures() -> None:
    assert figures(SAY, COMPANY, Past(), (), (), TODAY) == []
    assert habit_pairs(SAY, Habits(sample=1)) == []


def test_the_figures_say_what_was_agreed_last_when_the_contract_ends_and_what_was_won() -> None:
    past = Past.of([closed(3, price=106, days=45), closed(2, price=103), closed(1, price=109)])
    found = figures(SAY, replace(COMPANY, contract_end=date(2026, 12, 31)), past, (), (), TODAY)
    assert [(each.name, each.figure, each.detail) for each in found] == [
        ("Last agreed: Price, 14 Jan 2023", "106\u00a0EUR", "Payment 45\u00a0days, Lead time 8\u00a0weeks"),
        ("Contract ends", "31 Dec 2026", "37 days"),
        ("Against target, 3 negotiations", "1 won, 2 short", ""),
    ]
    ended_contract = figures(SAY, replace(COMPANY, contract_end=date(2026, 11, 23)), Past(), (), (), TODAY)
    assert [(each.name, each.detail) for each in ended_contract] == [("Contract ended", "1 day")]


def test_a_result_says_by_how_much_in_money_where_there_is_any() -> None:
    assert result_words(SAY, end(Against.WON, Fraction(0))) == "won, on target"
    assert result_words(SAY, end(Against.WON, Fraction(31, 1000))) == "won by 3.1 points"
    assert result_words(SAY, end(Against.SHORT, Fraction(-1, 10), Fraction(-624))) == "short by 624.00 EUR"
    assert result_words(SAY, end(Against.SHORT, Fraction(-1, 10), Fraction(-12_350))) == "short by 12,350 EUR"
    assert result_words(SAY, end(Against.SHORT)) == "short"
    assert result_words(SAY, end(Against.NO_DEAL)) == "no deal"
    assert result_words(SAY, end(Against.UNKNOWN)) == "–"


def test_open_negotiations_come_first_then_the_last_closed() -> None:
    past = Past.of([closed(3, price=106), closed(2, price=103)])
    meeting = datetime(2026, 11, 26, 10, tzinfo=UTC)
    rows = [
        row(2, Status.AGREED, rounds=2),
        row(1, Status.NO_DEAL),
        row(4, Status.TALKING, next_meeting_at=meeting),
        row(3, Status.AGREED),
    ]
    found = [matter_row(SAY, row, past) for row in matter_order(rows, past)]
    assert [each.id for each in found] == [4, 3, 2, 1]
    assert (found[0].closed, found[0].agreed, found[0].result) == ("talking", "–", "meeting Thu 26 Nov")
    shown = found[2]
    assert (shown.closed, shown.rounds, shown.agreed, shown.target, shown.unit) == (
        "14 Jan 2022",
        "2",
        "103",
        "104",
        "EUR",
    )
    assert shown.result == "won by 5.0 points"
    # closed too long ago to be looked back on
    assert (found[3].closed, found[3].agreed, found[3].result) == ("no deal", "–", "")


def test_terms_stand_with_the_ones_before() -> None:
    past = Past.of([closed(number, price=100 + number) for number in (5, 4, 3, 2, 1)])
    assert terms_cells(SAY, past.terms[0]) == {
        "issue": "Price",
        "last": "105\u00a0EUR",
        "on": "14 Jan 2025",
        "before": "104\u00a0in\u00a02024, 103\u00a0in\u00a02023, 102\u00a0in\u00a02022",
        "deals": "5",
    }
    assert terms_cells(SAY, Past.of([closed(1, price=104)]).terms[0])["before"] == "–"


def test_a_range_is_said_with_both_ends() -> None:
    issue = four_issues().issues[0]
    term = Term(issue_id=1, value=Decimal(104), upto=Decimal(105))
    assert said(SAY, issue, term) == "104 to 105\u00a0EUR"
    assert said(SAY, issue, None) == "–"


def test_how_they_move_names_a_smaller_sample() -> None:
    found = Habits(
        sample=6,
        first_step=Sampled(Fraction(28, 1000), 6),
        shrink=Sampled(Fraction(4, 10), 4),
        given=(Given("Payment", 4, 5), Given("Price", 4, 6), Given("Lead time", 1, 3)),
        never=(Given("Minimum order", 0, 4),),
    )
    assert habit_pairs(SAY, found) == [
        ("First step", "2.8\u00a0% of what they asked"),
        ("Later steps shrink by", "about 40\u00a0% (4 of 6)"),
        ("Gave most often", "Payment, 4 of 5; Price, 4 of 6"),
        ("Never gave", "Minimum order"),
    ]
    grows = Habits(sample=2, shrink=Sampled(Fraction(-1, 2), 2))
    assert habit_pairs(SAY, grows) == [("Later steps grow by", "about 50\u00a0%")]
    level = Habits(sample=2, shrink=Sampled(Fraction(0), 2))
    assert habit_pairs(SAY, level) == [("Later steps", "as large as before")]


def test_the_spend_of_the_newest_year_stands_in_the_summary_each_currency_for_itself() -> None:
    years = [(2025, "612400", "EUR"), (2025, "70", "USD"), (2024, "9", "EUR")]
    spends = [Spend(supplier_id=1, year=year, amount=Decimal(amount), currency=code) for year, amount, code in years]
    (found,) = figures(SAY, COMPANY, Past(), (), years_of_spend(spends), TODAY)
    assert (found.name, found.figure, found.detail) == ("Spend, 2025", "612,400.00", "EUR, 70.00\xa0USD")
