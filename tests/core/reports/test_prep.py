"""tests: core/reports/prep.py and its parts - the preparation as a director reads it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from core.alternative import Alternative
from core.issue import Issue, ScaleKind
from core.negotiation import Negotiation, Weighting
from core.reports.document import Chart, Columns, Document, KeyFigures, Lead, Risks, Row, Section, Span, Table
from core.reports.prep import prep
from core.side import Side
from core.supplier import Supplier
from core.words import Words
from tests.core.reports import cases
from tests.core.reports.cases import D

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pypdf import PdfReader

    Reading = Callable[[Document], PdfReader]

BARE = Supplier(id=1, name="Sorano")


def made(negotiation: Negotiation, supplier: Supplier | None = None, say: Words | None = None, **more: Any) -> Document:
    known = supplier or cases.supplier()
    return prep(negotiation, known, cases.people(), cases.notes(), say=say or Words(), edition=cases.EDITION, **more)


def blocks(found: Any) -> Iterator[Any]:
    inner = getattr(found, "blocks", ()) or (
        (*found.left, *found.right) if isinstance(found, Columns) else getattr(found, "parts", ())
    )
    for each in inner:
        yield each
        yield from blocks(each)


def tables(found: Any) -> list[Table]:
    return [each for each in blocks(found) if isinstance(each, Table)]


def words(cell: Any) -> str:
    return "".join(span.text for span in cell) if isinstance(cell, tuple) else str(getattr(cell, "word", cell))


def row(table: Table, name: str) -> list[str]:
    found: Row = next(each for each in table.rows if name in words(each.cells[0]))
    return [words(cell) for cell in found.cells]


def figures(found: Document) -> dict[str, tuple[str, str, bool]]:
    cards = next(each for each in blocks(found) if isinstance(each, KeyFigures)).figures
    return {card.name: (card.figure, card.unit, card.missing) for card in cards}


def text_of(reader: PdfReader) -> str:
    return " ".join("\n".join(page.extract_text() for page in reader.pages).split())


def test_the_title_is_a_sentence_with_the_figure() -> None:
    assert made(cases.negotiation()).title == "100,000 cans of tomatoes: no more than 1.45\u00a0USD/can"


def test_six_parts_in_their_order() -> None:
    names = [part.name for part in made(cases.negotiation()).parts]
    assert names == [
        "Negotiation preparation · Sorano Canning",
        "2 · Situation and people",
        "3 · Issues, positions and interests",
        "4 · Alternatives and packages",
        "5 · Plan",
        "6 · Approvals and control",
    ]


def test_page_one_can_be_read_alone(read: Reading) -> None:
    page = " ".join(read(made(cases.negotiation())).pages[0].extract_text().split())
    for said in (
        "Decision asked. Approve a mandate: price at no more than 1.45 USD/can",
        "Below 64.5 of 100 points leave for Tarsia Foods",
        "146,000",
        "140,000",
        "145,000",
        "4.1 % less",
        "until 11 Dec 2026",
        "There is room on 4 of 5 issues",
        "Approval: Ingrid Solberg",
        "Page 1 of 6",
    ):
        assert said in page


def test_key_figures_are_money_where_the_lead_issue_is_a_unit_price() -> None:
    assert figures(made(cases.negotiation())) == {
        "Spend at the baseline": ("146,000", "USD", False),
        "Target": ("140,000", "USD", False),
        "Limit": ("145,000", "USD", False),
        "BATNA (Tarsia Foods)": ("64.5", "points", False),
    }


def test_the_issue_table_shades_the_target() -> None:
    table = tables(made(cases.negotiation()).parts[0])[0]
    assert [column.head for column in table.columns if column.shaded] == ["Target"]
    assert row(table, "Price") == ["Price USD/can", "62.5", "1.46", "1.50", "1.36", "1.40", "1.45", "1.40"]
    assert row(table, "Recall cover")[1:] == ["7.5", "shared", "none", "full", "full", "shared", "shared"]


def test_the_full_ladder_with_package_values_stands_in_part_three() -> None:
    ladder = tables(made(cases.negotiation()).parts[2])[-2]
    assert row(ladder, "Price") == ["Price USD/can", "1.36", "1.38", "1.40", "1.42", "1.45", "1.46", "1.35 to 1.60"]
    assert row(ladder, "Package value")[1:7] == ["97.5", "90.3", "77.8", "61.5", "–", "56.0"]


def test_alternatives_are_weighed_and_flagged() -> None:
    table = tables(made(cases.negotiation()).parts[3])[0]
    assert row(table, "Tarsia") == [
        "A Tarsia Foods BATNA",
        "71.0",
        "95",
        "1,200",
        "64.5",
        "11 Dec 2026",
        "Quotation, 18\u00a0Nov\u00a02026",
        "fine",
    ]
    assert row(table, "Veldhuis")[-1] == "check", "its evidence is 115 days old"


def test_an_expired_alternative_is_told_and_is_no_batna() -> None:
    old = cases.negotiation()
    old = replace(old, alternatives=(replace(old.alternatives[0], valid_until=date(2026, 11, 24)),))
    found = made(old)
    assert figures(found)["BATNA"] == ("none yet", "", True)
    risks = [risk.title for each in blocks(found.parts[0]) if isinstance(each, Risks) for risk in each.risks]
    assert "No BATNA" in risks
    assert row(tables(found.parts[3])[0], "Tarsia")[-1] == "act: expired"


def test_packages_are_compared_with_the_batna() -> None:
    table = tables(made(cases.negotiation()).parts[3])[1]
    assert row(table, "Target")[-3:-1] == ["77.8", "+13.4"]
    assert row(table, "Their offer")[-3:-1] == ["45.3", "–19.2"]
    assert table.reference is not None


def test_their_offer_in_breach_is_said_with_its_reason(read: Reading) -> None:
    assert "Their offer is a certain breach." in text_of(read(made(cases.negotiation())))


def test_risks_are_found_by_rule() -> None:
    found = [risk.title for each in blocks(made(cases.negotiation())) if isinstance(each, Risks) for risk in each.risks]
    assert found == [
        "The ladder is out of order",
        "The BATNA is not certain",
        "Their limit is a guess",
        "We depend on them",
    ]


def test_notes_are_printed_only_where_they_are_handed_over(read: Reading) -> None:
    with_notes = text_of(read(made(cases.negotiation())))
    without = prep(cases.negotiation(), cases.supplier(), cases.people(), (), say=Words(), edition=cases.EDITION)
    assert "Opens with a round number" in with_notes
    assert "Opens with a round number" not in text_of(read(without))


def test_what_was_learnt_before_comes_back(read: Reading) -> None:
    text = text_of(read(made(cases.negotiation(), history=(cases.closed(),))))
    assert "1 earlier negotiation" in text
    assert "Ask first which term matters this month." in text


def test_one_issue_has_no_weights() -> None:
    one = cases.negotiation()
    found = made(replace(one, issues=one.issues[:1], lines=(), positions=(), estimates=(), alternatives=()))
    table = tables(found.parts[0])[0]
    assert "Weight,\u00a0%" not in [column.head for column in table.columns]
    charts = [each for each in blocks(found.parts[0]) if isinstance(each, Chart)]
    assert len(charts[0].data.rows) == 1  # type: ignore[union-attr]


def test_forty_issues_show_five_and_say_where_the_others_are(read: Reading) -> None:
    one = cases.negotiation()
    many = tuple(replace(one.issues[at % 6], id=at + 1, name=f"Issue {at + 1}") for at in range(40))
    found = made(replace(one, issues=many))
    assert len(tables(found.parts[0])[0].rows) == 5
    reader = read(found)
    first = reader.pages[0].extract_text()
    assert "35 more issues in part 3" in first
    assert "Approval: Ingrid Solberg" in first, "page 1 holds its signature"
    text = text_of(reader)
    assert all(f"Issue {at}" in text for at in range(1, 41))


def test_without_a_batna_the_decision_says_so() -> None:
    found = made(replace(cases.negotiation(), alternatives=()))
    lead = next(each for each in blocks(found) if isinstance(each, Lead))
    assert "There is no alternative yet, so nothing says when to walk away." in words(lead.text)
    assert figures(found)["BATNA"] == ("none yet", "", True)
    assert found.parts[3].title == "There is no BATNA yet: no offer can be called good enough"
    assert not any("clear of the BATNA" in getattr(each, "title", "") for each in blocks(found))


def test_one_package_is_not_counted() -> None:
    one = cases.negotiation()
    rungs: dict[str, Any] = dict.fromkeys(("opening", "best_outcome", "fair"))
    bare = replace(one, issues=tuple(replace(each, **rungs) for each in one.issues), lines=(), candidates=())
    titles = [getattr(each, "title", "") for each in blocks(made(bare))]
    assert [title for title in titles if "clear of the BATNA" in title] == ["The package is not clear of the BATNA"]


def test_what_is_missing_is_said_to_be_missing(read: Reading) -> None:
    rungs: dict[str, Any] = dict.fromkeys(("opening", "best_outcome", "fair", "minimum", "limit", "baseline"))
    one = cases.negotiation()
    found = made(replace(one, issues=tuple(replace(issue, **rungs) for issue in one.issues)))
    assert found.title == "100,000 cans of tomatoes: neither limit nor target is set yet"
    table = tables(found.parts[0])[0]
    cell = table.rows[0].cells[2]
    assert cell == (Span("not set", italic=True, muted=True),)
    assert {card[0] for name, card in figures(found).items() if "BATNA" not in name} == {"not set"}


def test_without_estimates_one_sentence_says_why() -> None:
    found = made(replace(cases.negotiation(), estimates=()))
    titles = [each.title for each in blocks(found) if isinstance(each, Section)]
    assert "Their side is not estimated yet" in titles


def test_nothing_but_a_title_is_still_a_document(read: Reading) -> None:
    empty = Negotiation(id=1, supplier_id=1, title="Nothing yet")
    found = prep(empty, BARE, (), (), say=Words(), edition=cases.EDITION)
    text = text_of(read(found))
    assert "Nothing yet: no issue is entered yet" in text
    assert "Page 6 of 6" in text


def test_weights_of_zero_are_explained_not_computed(read: Reading) -> None:
    one = cases.negotiation()
    found = made(replace(one, issues=tuple(replace(issue, weight=D(0)) for issue in one.issues)))
    titles = [each.title for each in blocks(found) if isinstance(each, Section)]
    assert "6 issues are on the table, not weighed yet" in titles
    assert "Packages cannot be compared" in titles
    read(found)


def test_issues_without_money_are_shown_in_their_own_units() -> None:
    one = cases.negotiation()
    lead_time = one.issues[1]
    found = made(replace(one, issues=(lead_time,), lines=(), positions=(), estimates=(), alternatives=()))
    assert figures(found)["Target"] == ("3", "weeks", False)


def test_a_date_and_an_ideal_in_the_middle_are_shown(read: Reading) -> None:

    one = cases.negotiation()
    closing = Issue(
        id=7,
        negotiation_id=14,
        name="Closing",
        kind=ScaleKind.DATE,
        best=date(2027, 1, 4),
        worst=date(2027, 3, 1),
        weight=D(10),
        opening=date(2027, 1, 4),
        fair=date(2027, 1, 20),
        limit=date(2027, 2, 1),
    )
    ideal = replace(one.issues[4], id=8, name="Ripeness", ideal=D(24))
    text = text_of(read(made(replace(one, issues=(closing, ideal)))))
    assert "closing no later than 1 Feb 2027" in text
    assert "ripeness no worse than 22 months" in text


def test_the_readers_region_writes_the_figures() -> None:
    german = made(cases.negotiation(), say=Words("en", "de_DE"))
    assert figures(german)["Limit"][0] == "145.000"
    assert row(tables(german.parts[0])[0], "Price")[5] == "1,40"
    assert german.language == "de-DE"


def test_number_version_and_hash_name_the_document(read: Reading) -> None:
    found = made(cases.negotiation())
    assert (found.number, found.version) == ("P-2026-014", 3)
    text = text_of(read(found))
    first = re.search(r"Hash of the data ((?:[0-9a-f]{4} ?){4})", text)
    assert first is not None
    changed = made(replace(cases.negotiation(), title="Other"))
    second = re.search(r"Hash of the data ((?:[0-9a-f]{4} ?){4})", text_of(read(changed)))
    assert second is not None
    assert first.group(1) != second.group(1)


def test_hostile_text_in_every_field_prints_as_text(read: Reading) -> None:
    hostile = "<b>&<img src=file:///etc/passwd>{n}%s "
    one = cases.closed()
    found = made(
        replace(
            one,
            title=hostile,
            matter=hostile * 9,
            approver=hostile,
            lead=hostile,
            issues=tuple(replace(issue, name=hostile + str(issue.id), unit=hostile) for issue in one.issues),
            alternatives=tuple(replace(each, name=hostile, evidence=hostile * 4) for each in one.alternatives),
            answers=tuple(replace(each, text=hostile * 30) for each in one.answers),
            positions=tuple(
                replace(each, position=hostile, why=hostile, interest=hostile * 9) for each in one.positions
            ),
            estimates=tuple(replace(each, source=hostile * 5) for each in one.estimates),
        ),
        supplier=replace(cases.supplier(), name=hostile, background=hostile * 20),
    )
    reader = read(found)
    text = re.sub(r"\s", "", "\n".join(page.extract_text() for page in reader.pages))
    assert text.count("<imgsrc=file:///etc/passwd>") > 40
    assert "root:" not in text


def test_equal_records_make_equal_documents() -> None:
    assert made(cases.negotiation()) == made(cases.negotiation())


@pytest.mark.parametrize("probability", ["0.333", "1", "0"])
def test_odd_chances_are_printed_as_entered(probability: str) -> None:
    one = cases.negotiation()
    changed = replace(one, alternatives=(replace(one.alternatives[0], probability=Decimal(probability)),))
    shown = row(tables(made(changed).parts[3])[0], "Tarsia")[2]
    assert shown == {"0.333": "33.3", "1": "100", "0": "0"}[probability]


def canned_food(switching_cost: str) -> Negotiation:
    """Return the article's first case: 1.50 within two weeks against 1.40 from another supplier."""
    price = Issue(
        id=1,
        negotiation_id=14,
        name="Price",
        unit="USD/can",
        best=D("1.40"),
        worst=D("1.60"),
        step=D("0.01"),
        reference_quantity=D(100000),
        baseline=D("1.46"),
        fair=D("1.40"),
        limit=D("1.45"),
    )
    prepaid = Issue(
        id=2,
        negotiation_id=14,
        name="Prepaid",
        unit="%",
        best=D(0),
        worst=D(100),
        step=D(1),
        money_worth=D("882.78"),
        baseline=D(0),
    )
    other = Alternative(
        id=1,
        negotiation_id=14,
        name="Other",
        switching_cost=D(switching_cost),
        terms=cases.terms(price=D("1.40"), lead=D(0)),
    )
    quoted = cases.offer(1, Side.THEM, cases.at(20, 9, 0, 11), 1, "t 1.50", price=D("1.50"), lead=D(0))
    return Negotiation(
        id=14,
        supplier_id=2,
        title="Cans",
        currency="USD",
        weighting=Weighting.MONEY,
        issues=(price, prepaid),
        alternatives=(other,),
        lines=(quoted,),
    )


def test_the_article_s_first_case_figure_by_figure(read: Reading) -> None:
    found = made(canned_food("1000"))
    assert figures(found)["BATNA (Other)"] == ("95.2", "points", False)
    assert row(tables(found.parts[0])[0], "Price")[1] == "95.8"
    assert row(tables(found.parts[3])[1], "Their offer")[-3:-1] == ["52.1", "–43.1"]
    text = text_of(read(found))
    assert "Their offer is a certain breach." in text
    assert "9,000.00 USD" in text
    assert figures(made(canned_food("0")))["BATNA (Other)"] == ("100.0", "points", False)
