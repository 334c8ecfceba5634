"""tests: ui/prepare/worths.py - the published cases in words: the card, the ladder, its repairs."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from core.term import Term
from core.words import NO_BREAK
from tests.core.cases import canned_food, changed, four_issues
from tests.ui.prepare.test_grid import BRITISH, prepared
from ui.prepare.worths import card, explanation, ladder_sentences, marks


def test_without_switching_cost_the_alternative_is_worth_more() -> None:
    found = prepared(canned_food(switching_cost=0))
    assert found.batna is not None
    assert explanation(found, found.batna, BRITISH) == [
        "Worth 100.0 of 100.",
        "It is the BATNA: the only alternative that holds.",
    ]


def test_a_minimum_below_the_batna_is_repaired_by_the_least_step() -> None:
    negotiation = four_issues()
    for issue_id, value in ((1, 102), (2, 14), (3, 10), (4, 12)):
        negotiation = changed(negotiation, issue_id, minimum=Decimal(value))
    found = prepared(negotiation)
    assert found.rung_below_batna == "minimum"
    assert found.faulty_rungs.keys() == {"minimum"}
    golden = {1: Decimal("100.27"), 2: Decimal(34), 3: Decimal(7), 4: Decimal(33)}
    assert len(found.repairs) == 2
    assert found.repairs[0].cheapest
    for repair in found.repairs:
        (term,) = repair.terms
        assert term.value == golden[term.issue_id]
    assert {mark.key: mark.figure for mark in marks(found, BRITISH)} == {"minimum": "40.0", "batna": "48.6"}
    assert found.batna_terms == {1: Decimal(104), 2: Decimal(30), 3: Decimal(8), 4: Decimal(24)}
    assert ladder_sentences(found, BRITISH)[0].startswith("A deal at your minimum is worth 8.6 points less")


def test_a_ladder_that_holds_says_by_how_much() -> None:
    negotiation = four_issues()
    for issue_id, value in ((1, 102), (2, 60), (3, 5), (4, 24)):
        negotiation = changed(negotiation, issue_id, minimum=Decimal(value))
    (sentence,) = ladder_sentences(prepared(negotiation), BRITISH)
    assert sentence == "The rungs are in order. Minimum acceptable is worth 33.0 points more than walking away."


def test_a_card_holds_the_first_terms_and_counts_the_others() -> None:
    issues = [replace(four_issues().issues[1], id=number, name=f"Issue {number}") for number in range(1, 10)]
    (only,) = four_issues().alternatives
    terms = tuple(Term(issue_id=issue.id, value=Decimal(30)) for issue in issues)
    found = prepared(replace(four_issues(), issues=tuple(issues), alternatives=(replace(only, terms=terms),)))
    assert found.batna is not None
    told = card(found, found.batna, BRITISH).terms.replace(NO_BREAK, " ")
    assert told.startswith("Issue 1 30 days, Issue 2 30 days")
    assert told.endswith("Issue 6 30 days, 3 more")


def test_long_names_of_issues_that_begin_alike_are_told_apart_on_a_card() -> None:
    (only,), issue = four_issues().alternatives, four_issues().issues[1]
    names = ("Payment term of deliveries in autumn", "Payment term of deliveries in spring")
    issues = tuple(replace(issue, id=number, name=name) for number, name in enumerate(names, 1))
    terms = tuple(Term(issue_id=each.id, value=Decimal(30)) for each in issues)
    found = prepared(replace(four_issues(), issues=issues, alternatives=(replace(only, terms=terms),)))
    assert found.batna is not None
    told = card(found, found.batna, BRITISH).terms.split(", ")
    assert len(set(told)) == len(told) == 2
