"""tests: what a negotiation as a whole wants one to act on or to check."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from core.alternative import Alternative
from core.flags import flags
from core.issue import Issue
from core.line import Line, Verb
from core.negotiation import Negotiation, Status
from core.side import Side
from core.term import Term
from core.verdict import Flag

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def codes(negotiation: Negotiation) -> list[str]:
    return [each.reason.code for each in flags(negotiation, NOW)]


def negotiation() -> Negotiation:
    price = Issue(
        id=1,
        negotiation_id=1,
        name="Price",
        best=Decimal("1.35"),
        worst=Decimal("1.55"),
        weight=Decimal(1),
        minimum=Decimal("1.39"),
        limit=Decimal("1.48"),
    )
    other = Alternative(id=1, negotiation_id=1, name="Campania", terms=(Term(issue_id=1, value=Decimal("1.40")),))
    return Negotiation(id=1, supplier_id=1, title="Cans", issues=(price,), alternatives=(other,))


def offered(price: str, verb: Verb = Verb.OFFER) -> Negotiation:
    terms = (Term(issue_id=1, value=Decimal(price)),)
    line = Line(id=1, negotiation_id=1, at=NOW, logged_at=NOW, side=Side.THEM, verb=verb, text=price, terms=terms)
    return replace(negotiation(), lines=(line,))


def test_a_sound_preparation_raises_nothing() -> None:
    assert codes(negotiation()) == []
    assert codes(replace(negotiation(), issues=())) == []


def test_without_an_alternative_the_batna_is_missed() -> None:
    assert codes(replace(negotiation(), alternatives=())) == ["flag.no_batna"]


def test_an_alternative_about_to_end_is_worth_a_look() -> None:
    for day, expected in (
        (date(2026, 11, 24), ["flag.batna_ends_today"]),
        (date(2026, 11, 25), ["flag.batna_ends_tomorrow"]),
        (date(2026, 12, 8), ["flag.batna_ends"]),
        (date(2026, 12, 9), []),
        (date(2026, 11, 23), ["flag.no_batna"]),
    ):
        found = negotiation()
        assert codes(replace(found, alternatives=(replace(found.alternatives[0], valid_until=day),))) == expected


def test_a_minimum_below_the_batna_is_to_act_on() -> None:
    found = negotiation()
    low = replace(found, issues=(replace(found.issues[0], minimum=Decimal("1.45")),))
    assert [(each.flag, each.reason.code) for each in flags(low, NOW)] == [(Flag.ACT, "flag.minimum_below_batna")]


def test_their_standing_offer_is_judged() -> None:
    assert codes(offered("1.39")) == []
    assert codes(offered("1.45")) == ["flag.offer_below_batna"]
    assert codes(offered("1.50")) == ["flag.offer_past_limit", "flag.offer_below_batna"]


def test_unread_lines_are_counted_and_stand_behind_what_is_to_act_on() -> None:
    unread = Line(id=2, negotiation_id=1, at=NOW, logged_at=NOW, verb=Verb.UNREAD, text="?")
    found = offered("1.45")
    both = replace(found, lines=(*found.lines, unread))
    assert codes(both) == ["flag.offer_below_batna", "flag.unread_line"]
    assert codes(replace(both, lines=(*both.lines, replace(unread, id=3))))[-1] == "flag.unread_lines"


def test_a_closed_matter_only_waits_for_its_unread_lines() -> None:
    assert codes(replace(offered("1.50"), status=Status.AGREED)) == []
