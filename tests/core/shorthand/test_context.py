"""tests: what a meeting line is read against, gathered from a negotiation's log."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from core.candidate import Candidate
from core.line import Line, Verb
from core.message import message
from core.number import Marks
from core.shorthand import Context, read
from core.side import Side
from core.term import Package, Term
from tests.core.shorthand.table import (
    LEAD,
    NEGOTIATION,
    NOW,
    PAY,
    PRICE,
    SHELF,
    VOLUME,
    number,
    shown,
    term,
)

US, THEM = Side.US, Side.THEM


def line(place: int, side: Side | None, verb: Verb = Verb.OFFER, terms: Package = (), **more: Any) -> Line:
    at = NOW - timedelta(minutes=60 - place)
    return Line(id=place, negotiation_id=1, at=at, logged_at=at, side=side, verb=verb, text="", terms=terms, **more)


def after(*lines: Line, **more: Any) -> Context:
    return Context.of(replace(NEGOTIATION, lines=lines), marks=Marks(), now=NOW, **more)


def test_empty_log_knows_nobody_and_nothing() -> None:
    context = after()
    assert (context.last_speaker, context.last_issue, context.last_offer_side) == (None, None, None)
    assert shown(read("price 1.48", context)) == ("ask", ("they offer price 1.48", "we offer price 1.48"))
    assert shown(read("w 1.48", context)) == ("ask", ("we offer price 1.48", "we offer up 1.48"))
    assert shown(read("w 150", context)) == ("read", ("we offer vol 150",))
    assert shown(read("ok", context)) == ("unread", ())


def test_last_speaker_is_who_spoke_last_unless_the_entry_line_shows_another() -> None:
    said = (line(1, THEM, terms=(term(PRICE, "1.50"),)), line(2, None, Verb.NOTE))
    assert after(*said).last_speaker is THEM
    assert after(*said, last_speaker=US).last_speaker is US


def test_last_issue_is_the_one_named_last_in_any_line() -> None:
    said = (line(1, THEM, terms=(term(PRICE, "1.50"),)), line(2, US, Verb.ASK, issues=(LEAD,)))
    assert shown(read("t 20", after(*said)))[0] == "ask"
    assert shown(read("t 4", after(*said))) == ("read", ("they offer lead 4",))


def test_standing_terms_are_worked_out_for_now() -> None:
    said = (
        line(1, THEM, terms=(term(PRICE, "1.50"),)),
        line(2, THEM, terms=(term(PRICE, "1.48"),), valid_until=date(2026, 11, 1)),
    )
    assert shown(read("t -0.01", after(*said))) == ("read", ("they offer price 1.49(-0.01)",))


def test_ok_is_said_by_the_side_that_did_not_offer_last_on_that_issue() -> None:
    said = (
        line(1, THEM, terms=(term(PRICE, "1.50"), term(PAY, "30"))),
        line(2, US, terms=(term(PRICE, "1.40"),)),
    )
    assert shown(read("ok price", after(*said))) == ("read", ("they agree price 1.40",))
    assert shown(read("ok pay", after(*said))) == ("read", ("we agree pay 30",))
    assert shown(read("ok price pay", after(*said))) == ("unread", ())


def test_bare_ok_takes_the_last_offer_and_asks_where_more_stands() -> None:
    first = line(1, THEM, terms=(term(PRICE, "1.50"),))
    second = line(2, THEM, terms=(term(PAY, "30"),))
    assert shown(read("ok", after(first))) == ("read", ("we agree price 1.50",))
    assert shown(read("ok", after(first, second))) == ("ask", ("we agree pay 30", "we agree price 1.50 pay 30"))


def test_conditional_offer_is_agreed_with_its_conditions() -> None:
    said = line(1, THEM, terms=(term(PRICE, "1.45"),), conditions=(term(VOLUME, "150"),))
    assert shown(read("ok price", after(said))) == ("read", ("we agree price 1.45 vol 150",))
    assert shown(read("ok", after(said))) == ("read", ("we agree price 1.45 vol 150",))


def test_conditional_offer_beside_a_standing_term_is_asked() -> None:
    said = (
        line(1, THEM, terms=(term(PRICE, "1.50"),)),
        line(2, THEM, terms=(term(PRICE, "1.45"),), condition_words="board agrees"),
    )
    expected = ("we agree price 1.50", "we agree price 1.45 if 'board agrees'")
    assert shown(read("ok price", after(*said))) == ("ask", expected)


def test_conditional_offer_goes_when_replaced_agreed_withdrawn_or_expired() -> None:
    offer = line(1, THEM, terms=(term(SHELF, "24"),), condition_words="board agrees")
    assert len(after(offer).conditional) == 1
    assert after(offer, line(2, THEM, terms=(term(SHELF, "18"),))).conditional == ()
    assert len(after(offer, line(2, US, terms=(term(SHELF, "36"),))).conditional) == 1
    assert after(offer, line(2, US, Verb.AGREE, terms=(term(SHELF, "24"),))).conditional == ()
    assert after(replace(offer, valid_until=date(2026, 11, 21))).conditional == ()
    withdrawn = Term(issue_id=SHELF, value=Decimal(24), withdrawn_at=NOW)
    assert after(replace(offer, terms=(withdrawn,))).conditional == ()


def test_name_of_several_issues_is_asked() -> None:
    twin = number(20, "Price", "second", "EUR/can", "1.35", "1.55")
    context = Context.of(
        replace(NEGOTIATION, issues=(*NEGOTIATION.issues, twin)), marks=Marks(), now=NOW, last_speaker=THEM
    )
    reading = read("price 1.48", context)
    assert [choice.terms[0].issue_id for choice in reading.choices] == [PRICE, 20]


def test_alias_that_is_a_reserved_word_names_nothing() -> None:
    odd = number(20, "Penalty", "t", "EUR", "0", "9")
    context = Context.of(replace(NEGOTIATION, issues=(odd,)), marks=Marks(), now=NOW, last_speaker=THEM)
    assert read("t 5", context).choices[0].side is THEM
    assert read("w t 5", context).choices == ()


def test_name_with_a_clause_word_in_it_is_a_name() -> None:
    odd = number(20, "Fine for delay", "", "EUR", "0", "9")
    context = Context.of(replace(NEGOTIATION, issues=(odd,)), marks=Marks(), now=NOW, last_speaker=THEM)
    assert read("t fine for delay 5", context).choices[0].terms[0].value == 5


def test_packages_are_the_candidates_by_their_labels() -> None:
    candidates = (
        Candidate(id=1, negotiation_id=1, label="B", terms=(term(PRICE, "1.45"), term(PAY, "60"))),
        Candidate(id=2, negotiation_id=1, label="A2", terms=(term(PRICE, "1.44"),)),
        Candidate(id=3, negotiation_id=1, label="C"),
    )
    table = Context.of(replace(NEGOTIATION, candidates=candidates), marks=Marks(), now=NOW, last_speaker=US)
    assert shown(read("pkg b", table)) == ("read", ("we offer price 1.45 pay 60",))
    assert shown(read("t pkg A2, lead 4", table)) == ("read", ("they offer price 1.44 lead 4",))
    assert shown(read("pkg A", table)) == ("unread", ())
    empty = read("pkg C", table)
    assert empty.message == message("line.package_empty", label="C")


def test_a_line_said_earlier_is_read_against_the_table_of_that_time() -> None:
    said = (
        line(1, THEM, terms=(term(PRICE, "1.50"),)),
        line(20, US, terms=(term(LEAD, "6"),)),
        line(30, THEM, terms=(term(PRICE, "1.46"),)),
    )
    then = after(*said, at=NOW - timedelta(minutes=45))
    assert shown(read("-0.02", then)) == ("read", ("they offer price 1.48(-0.02)",))
    assert shown(read("t -0.02", after(*said))) == ("read", ("they offer price 1.44(-0.02)",))
    assert shown(read("4", after(*said, said=said[:2], at=said[1].at)))[1] == ("we offer lead 4",)
