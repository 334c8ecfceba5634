"""tests: core/findings/room.py - room on issues and package, in words and in places."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

from core.estimate import Estimate, Subject
from core.findings.frontier import bargain, case_seen
from core.findings.room import room, zone_sentences
from core.findings.seen import Seen
from core.line import Verb
from core.negotiation import Negotiation
from core.side import Side
from core.words import NO_BREAK, Words
from tests.core.cases import MOMENT, changed, four_issues, issue, line, negotiation


def seen(found: Negotiation) -> Seen:
    return Seen(found, Words(), MOMENT + timedelta(hours=1))


def estimate(issue_id: int, subject: Subject, likely: Any, low: Any = None, high: Any = None) -> Estimate:
    low, likely, high = (None if each is None else Decimal(str(each)) for each in (low, likely, high))
    assert likely is not None
    return Estimate(negotiation_id=1, issue_id=issue_id, subject=subject, low=low, likely=likely, high=high)


def one_issue(their_limit: Any, **fields: Any) -> Negotiation:
    limit = Decimal("1.48")
    return negotiation(
        issue(1, "Price", "1.36", "1.56", 1, step="0.01", unit="EUR/can", **{"limit": limit, **fields}),
        estimates=(estimate(1, Subject.LIMIT, their_limit),),
    )


def plain(text: str) -> str:
    return text.replace(NO_BREAK, " ")


def test_room_on_the_only_issue_is_said_with_its_figures() -> None:
    chart = room(seen(one_issue("1.44")))
    (row,) = chart.rows
    assert (row.room, row.under) == ("0.04", "1.44 to 1.48")
    assert chart.title == "There is room on price: 1.44 to 1.48."
    assert row.zone is not None
    assert [round(each, 3) for each in row.zone] == [0.6, 0.4]


def test_no_overlap_says_by_how_much() -> None:
    chart = room(seen(one_issue("1.50")))
    assert plain(chart.title) == "No overlap on price, 0.02 EUR/can apart."
    assert chart.rows[0].zone is None
    assert (chart.rows[0].room, chart.rows[0].under) == ("none", "0.02 apart")


def test_equal_limits_leave_one_value() -> None:
    found = seen(one_issue("1.48"))
    (row,) = room(found).rows
    assert (row.room, row.under) == ("one value", "1.48")
    assert plain(zone_sentences(found)[0]) == "Price: both can agree on 1.48 EUR/can alone."


def test_what_only_likely_does_not_overlap_is_said_to_be_likely() -> None:
    found = one_issue("1.50")
    may_meet = replace(found, estimates=(estimate(1, Subject.LIMIT, "1.50", low="1.46", high="1.52"),))
    assert plain(room(seen(may_meet)).title) == "Likely no overlap on price, 0.02 EUR/can apart."


def test_how_many_issues_have_room_is_counted_only_where_some_have() -> None:
    found = changed(changed(four_issues(), 1, limit=Decimal(107)), 2, limit=Decimal(20))
    estimates = [estimate(1, Subject.LIMIT, 105), estimate(2, Subject.LIMIT, 30)]
    some = replace(found, estimates=tuple(estimates[:1]))
    assert room(seen(some)).title == "There is room on 1 of 4 issues; the others are not estimated."
    three = replace(found, issues=found.issues[:2], estimates=tuple(estimates[:1]))
    assert room(seen(three)).title == "There is room on 1 of 2 issues; the other one is not estimated."
    apart = replace(found, estimates=(estimates[0], estimate(2, Subject.LIMIT, 15)))
    assert plain(room(seen(apart)).title).endswith("; there is room on 1 of 4 issues.")


def test_what_is_missing_is_said_per_issue() -> None:
    chart = room(seen(changed(four_issues(), 1, limit=Decimal(107))))
    assert chart.title == "Their limits are not estimated yet, so nobody can tell where there is room."
    assert [row.under for row in chart.rows][:2] == ["not estimated", "no limit of ours"]
    assert room(seen(four_issues())).title.startswith("No limit of ours is set yet")
    assert room(seen(Negotiation(supplier_id=1, title="x"))).title.startswith("No issue yet")


def test_an_agreed_issue_shows_the_term() -> None:
    found = replace(one_issue("1.44"), lines=(line(1, Side.US, {1: "1.45"}, verb=Verb.AGREE),))
    (row,) = room(seen(found)).rows
    assert (row.room, row.under) == ("agreed", "1.45")


def test_offers_are_placed_between_better_and_worse() -> None:
    found = replace(one_issue("1.44"), lines=(line(1, Side.US, {1: "1.36"}), line(2, Side.THEM, {1: "1.56"})))
    (row,) = room(seen(found)).rows
    assert (row.our_offer, row.their_offer) == (0.0, 1.0)


def test_the_package_has_the_first_row_where_their_side_is_known() -> None:
    estimates = tuple(
        each
        for issue_id, (best, worst) in {1: (110, 100), 2: (14, 60), 3: (10, 4), 4: (12, 36)}.items()
        for each in (
            estimate(issue_id, Subject.WEIGHT, 25),
            estimate(issue_id, Subject.BEST, best),
            estimate(issue_id, Subject.WORST, worst),
            estimate(issue_id, Subject.LIMIT, worst),
        )
    )
    reservation = Estimate(negotiation_id=1, subject=Subject.RESERVATION, likely=Decimal(30))
    limits = [changed(four_issues(), 1, limit=Decimal(107)), 14, 10, 12]
    found = limits[0]
    assert isinstance(found, Negotiation)
    for issue_id, limit in ((2, 14), (3, 10), (4, 12)):
        found = changed(found, issue_id, limit=Decimal(limit))
    at = seen(replace(found, estimates=(*estimates, reservation)))
    chart = room(at, bargain(at, case_seen(at)))
    assert chart.rows[0].name == "Package"
    assert chart.title.startswith("There is room: a deal that suits both is worth 48.6 to ")
    sentences = zone_sentences(at, bargain(at, case_seen(at)))
    assert sentences[0].startswith("A deal that suits both is worth")
    assert len(sentences) == 5


def test_sentences_follow_the_order_of_the_chart() -> None:
    at = seen(changed(four_issues(), 4, weight=Decimal(200)))
    names = [row.name for row in room(at).rows]
    assert names[0] == four_issues().issues[3].name
    told = zone_sentences(at)
    assert all(name in sentence for name, sentence in zip(names, told, strict=True))
