"""tests: core/reports/debrief.py and its parts - what came of it, as a director reads it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from core.charts.value_line import Kind as Mark
from core.charts.value_line import ValueLine
from core.debrief import Outcome
from core.line import Verb
from core.negotiation import Negotiation
from core.reports.debrief import debrief
from core.reports.document import Chart, Document, Span
from core.side import Side
from core.supplier import Supplier
from core.term import Term
from core.words import Words
from tests.core.reports import cases
from tests.core.reports.test_prep import blocks, figures, row, tables, text_of, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from pypdf import PdfReader

    Reading = Callable[[Document], PdfReader]


def made(negotiation: Negotiation, **more: Any) -> Document:
    return debrief(negotiation, cases.supplier(), cases.people(), say=Words(), edition=cases.AFTERWARDS, **more)


def line_of(found: Document) -> ValueLine:
    return next(each.data for each in blocks(found) if isinstance(each, Chart) and isinstance(each.data, ValueLine))


def test_the_title_says_what_was_agreed_and_saved() -> None:
    assert made(cases.closed()).title == "Price agreed at 1.40\u00a0USD/can: 6,000\u00a0USD below the baseline"


def test_page_one_can_be_read_alone(read: Reading) -> None:
    page = " ".join(read(made(cases.closed())).pages[0].extract_text().split())
    for said in (
        "Recommendation. Sign, and pay with the order",
        "4 of 6 agreed terms are on target or better",
        "The result stands 10.6 above the BATNA and 2.8 below target, in points",
        "On price they came 0.10 USD/can from their opening, we 0.04 USD/can from ours",
        "To test cash",
        "1 line of the log is unread",
        "Bank guarantee",
        "Approval: Ingrid Solberg",
        "Page 1 of 6",
    ):
        assert said in page


def test_the_kinds_of_value_stand_apart() -> None:
    found = figures(made(cases.closed()))
    assert found["Hard saving"] == ("6,000", "USD", False)
    assert found["Cost avoidance, apart"] == ("4,000", "USD", False)
    assert found["Package value"] == ("75.1", "points", False)
    assert found["Against the BATNA (Tarsia Foods)"] == ("+10.6", "points", False)


def test_baseline_openings_target_limit_agreed_and_against_target() -> None:
    table = tables(made(cases.closed()).parts[0])[0]
    assert [column.head for column in table.columns if column.shaded] == ["Agreed"]
    assert row(table, "Price") == ["Price USD/can", "1.46", "1.36", "1.50", "1.40", "1.45", "1.40", "met"]
    assert row(table, "Lead time")[-1] == "better by 1"
    assert row(table, "Recall cover")[-1] == "worse, at the limit"
    assert row(table, "Package value")[-2:] == ["75.1", "–2.8"]


def test_the_value_line_holds_all_marks() -> None:
    marks = {mark.kind: mark.words for mark in line_of(made(cases.closed())).marks}
    assert marks == {
        Mark.THEIR_OPENING: "45.3",
        Mark.BATNA: "64.5",
        Mark.MINIMUM: "61.5",
        Mark.AGREED: "75.1",
        Mark.TARGET: "77.8",
        Mark.OUR_OPENING: "97.5",
    }


def test_the_log_shows_every_line_also_the_unread_ones(read: Reading) -> None:
    text = text_of(read(made(cases.closed())))
    assert "unread: “t mumble about pallets”" in text
    assert "Exception: To test cash" in text
    assert len(tables(made(cases.closed()).parts[2])[0].rows) == 10


def test_the_ledger_says_what_was_given_for_what() -> None:
    ledger = tables(made(cases.closed()).parts[2])[1]
    assert row(ledger, "Total")[-3:-1] == ["6,200.00", "11,500.00"]
    given = {(row_words[4], row_words[5]): row_words[8] for row_words in _rows(ledger)[:-1]}
    assert given["1.36", "1.38"] == "cover on the table"
    assert given["1.50", "1.48"] == "nothing"


def _rows(table: Any) -> list[list[str]]:
    return [[words(cell) for cell in each.cells] for each in table.rows]


def test_two_hundred_offers_are_all_listed_by_round(read: Reading) -> None:
    before = cases.closed()
    lines = tuple(
        cases.offer(at, side, cases.at(1 + at // 50, 10, at % 60), 1 + at // 20, "x", price=cases.D(f"1.{400 + at}"))
        for at in range(1, 201)
        for side in (Side.THEM if at % 2 else Side.US,)
    )
    found = made(replace(before, lines=lines, concessions=()))
    assert len(tables(found.parts[2])[0].rows) == 200
    text = text_of(read(found))
    assert "continued" in text
    assert "1.600" in text


def test_saving_without_a_baseline_is_not_claimed(read: Reading) -> None:
    closed = cases.closed()
    found = made(replace(closed, issues=tuple(replace(issue, baseline=None) for issue in closed.issues)))
    assert figures(found)["Hard saving"] == ("not set", "", True)
    assert "saving cannot be claimed" in text_of(read(found))
    assert found.parts[3].title == "Saving cannot be claimed"


def test_a_price_above_the_baseline_is_no_saving() -> None:
    closed = cases.closed()
    assert closed.debrief is not None
    dearer = replace(closed, debrief=replace(closed.debrief, deal=cases.terms(price=cases.D("1.48"))))
    found = made(dearer)
    assert found.title == "Price agreed at 1.48\u00a0USD/can: 2,000\u00a0USD above the baseline"
    assert figures(found)["Hard saving"] == ("–2,000", "USD", False)
    assert "Agreed past the limit: Price." in str(found)


def test_no_deal_names_the_alternative() -> None:
    closed = cases.closed()
    assert closed.debrief is not None
    found = made(replace(closed, debrief=replace(closed.debrief, outcome=Outcome.NO_DEAL, deal=())))
    assert found.title == "No deal; Tarsia Foods is worth 64.5 points instead"


def test_what_is_not_closed_is_said_not_to_be(read: Reading) -> None:
    found = made(replace(cases.closed(), debrief=None))
    assert found.title == "Not closed: 6 of 6 issues are agreed"
    assert "not set" in text_of(read(found))


def test_one_issue_is_not_counted() -> None:
    one = cases.closed()
    alone = replace(one, issues=one.issues[:1], debrief=None)
    assert made(replace(alone, lines=())).title == "Not closed: the issue is not agreed"
    assert made(alone).title == "Not closed: the issue is agreed"


def test_nothing_but_a_title_is_still_a_document(read: Reading) -> None:
    empty = Negotiation(id=1, supplier_id=1, title="Nothing yet")
    found = debrief(empty, Supplier(id=1, name="Sorano"), (), say=Words(), edition=cases.AFTERWARDS)
    text = text_of(read(found))
    assert "Not closed: no issue is entered yet" in text
    assert "Page 6 of 6" in text


def test_without_a_batna_nothing_is_called_above_it() -> None:
    found = made(replace(cases.closed(), alternatives=()))
    assert figures(found)["Against the BATNA"] == ("none", "", True)
    assert line_of(found).title == "The result stands 2.8 below target, in points"


def test_both_outtakes_learning_and_commitments_are_there(read: Reading) -> None:
    text = text_of(read(made(cases.closed())))
    for said in (
        "Ask first which term matters this month.",
        "We should have asked about cash in round 1.",
        "The price was never the point, the date was.",
        "+1 on a scale from –2 to +2",
        "2 of 3 commitments are open",
        "Confirm delivery slots",
    ):
        assert said in text


def test_the_audit_lists_unread_lines_and_exceptions(read: Reading) -> None:
    found = made(cases.closed())
    assert found.parts[5].title == "1 line is unread and 1 exception was made"
    clean = replace(
        cases.closed(),
        lines=tuple(
            replace(line, exception="", verb=Verb.NOTE if line.verb is Verb.UNREAD else line.verb)
            for line in cases.closed().lines
        ),
    )
    assert made(clean).parts[5].title == "No line is unread, no exception was made"
    assert "Hash of the data" in text_of(read(found))


def test_hostile_text_prints_as_text(read: Reading) -> None:
    hostile = "<b>&<img src=file:///etc/passwd>{n} "
    closed = cases.closed()
    assert closed.debrief is not None
    found = made(
        replace(
            closed,
            title=hostile,
            issues=tuple(replace(issue, name=hostile + str(issue.id)) for issue in closed.issues),
            lines=tuple(replace(line, text=hostile * 9, note=hostile, rest=hostile) for line in closed.lines),
            commitments=tuple(replace(each, text=hostile * 30) for each in closed.commitments),
            debrief=replace(
                closed.debrief, learning=hostile * 30, our_outtake=hostile * 300, recommendation=hostile * 20
            ),
        )
    )
    text = text_of(read(found))
    assert text.count("/etc/passwd>") > 100
    assert "root:" not in text


def test_equal_records_make_equal_documents() -> None:
    assert made(cases.closed()) == made(cases.closed())


def test_a_deal_below_the_batna_is_called_a_breach(read: Reading) -> None:
    closed = cases.closed()
    assert closed.debrief is not None
    poor = cases.terms(
        price=cases.D("1.45"),
        lead=cases.D(5),
        cover="shared",
        pay=cases.D(0),
        shelf=cases.D(22),
        volume=cases.D(150000),
    )
    found = made(
        replace(
            closed,
            issues=(replace(closed.issues[0], baseline=None), *closed.issues[1:]),
            debrief=replace(closed.debrief, deal=poor),
        )
    )
    assert "What is agreed is worth less than the BATNA: a breach." in text_of(read(found))
    assert found.title.startswith("Price agreed at 1.45\u00a0USD/can: ")
    assert found.title.endswith("below the BATNA")


def test_a_side_that_stood_still_is_not_said_to_have_moved(read: Reading) -> None:
    closed = cases.closed()
    price = closed.issues[0].id

    def first_at(side: Side, value: str) -> Negotiation:
        lines = tuple(
            replace(
                line,
                terms=tuple(
                    replace(term, value=cases.D(value)) if term.issue_id == price else term for term in line.terms
                ),
            )
            if line.side is side and line.verb is Verb.OFFER
            else line
            for line in closed.lines
        )
        return replace(closed, lines=lines)

    assert "On price only they moved, by 0.10 USD/can." in text_of(read(made(first_at(Side.US, "1.40"))))
    assert "On price only we moved, by 0.04 USD/can." in text_of(read(made(first_at(Side.THEM, "1.40"))))


def test_where_nothing_is_agreed_there_is_nothing_to_compare(read: Reading) -> None:
    open_still = replace(cases.closed(), debrief=None)
    lines = tuple(line for line in open_still.lines if line.verb is not Verb.AGREE)
    assert "Not set. Nothing is agreed yet." in text_of(read(made(replace(open_still, lines=lines))))


def test_what_another_money_issue_costs_stands_apart_from_the_saving(read: Reading) -> None:
    closed = cases.closed()
    paid = next(issue for issue in closed.issues if issue.unit == "days")
    assert closed.debrief is not None
    deal = tuple(term for term in closed.debrief.deal if term.issue_id != paid.id)
    changed = replace(paid, best=cases.D(60), worst=cases.D(0), baseline=cases.D(30), money_worth=cases.D("882.78"))
    issues = tuple(changed if issue.id == paid.id else issue for issue in closed.issues)
    agreed = replace(closed.debrief, deal=(*deal, replace(closed.debrief.deal[0], issue_id=paid.id, value=cases.D(0))))
    found = made(replace(closed, issues=issues, debrief=agreed))
    assert "–441.39 USD" in text_of(read(found)).replace("\u00a0", " ")


def test_a_note_in_the_log_is_told_once_and_not_as_it_was_typed() -> None:
    closed = cases.closed()
    said = "Calls her director twice before saying yes"
    noted = replace(closed.lines[0], verb=Verb.NOTE, text=f"t # {said}", note=said, terms=(), said=None, stands=None)
    log = tables(made(replace(closed, lines=(noted, *closed.lines[1:]))).parts[2])[0]
    assert _rows(log)[0][3] == f"note: {said}"


def test_one_of_several_is_said_in_the_singular(read: Reading) -> None:
    closed = cases.closed()
    assert closed.debrief is not None
    signed = replace(closed, debrief=replace(closed.debrief, deal=cases.terms(price=cases.D("1.40"))))
    found = made(replace(signed, commitments=closed.commitments[:1]))
    assert found.parts[1].title == "1 of 6 terms is agreed"
    text = text_of(read(found))
    assert "The agreed term is on target or better" in text
    assert "The one commitment is open" in text


def test_a_value_a_hair_below_the_target_is_not_said_to_be_nothing_below_it() -> None:
    closed = cases.closed()
    assert closed.debrief is not None
    price = cases.D("1.400001")
    deal = tuple(Term(issue_id=issue.id, value=issue.fair) for issue in closed.issues[1:] if issue.fair is not None)
    almost = replace(closed, debrief=replace(closed.debrief, deal=(*cases.terms(price=price), *deal)))
    assert line_of(made(almost)).title.endswith("and just below target, in points")


def test_an_opening_that_was_planned_and_not_said_is_marked_and_no_move(read: Reading) -> None:
    closed = cases.closed()
    silent = replace(closed, lines=tuple(line for line in closed.lines if line.side is Side.THEM), concessions=())
    found = made(silent)
    table = tables(found.parts[0])[0]
    opening = next(each.cells[2] for each in table.rows if words(each.cells[0]).startswith("Price"))
    assert opening == (Span("1.36", italic=True),)
    assert "In italics: planned, not said." in table.remark
    assert "On price they came 0.10 USD/can from their opening; we named no figure." in text_of(read(found))
