"""tests: core/findings/dance.py - the sentence of the dance, its points and lines, and its table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from core.charts.dance import Dance, Level, Who
from core.findings.dance import issue_dance, package_dance
from core.findings.dance_steps import ENDS
from core.findings.dance_title import shrinking
from core.findings.seen import Seen
from core.issue import Option, ScaleKind
from core.line import Line, Verb
from core.negotiation import Negotiation
from core.side import Side
from core.words import NO_BREAK, Words
from tests.core.cases import MOMENT, changed, four_issues, issue, line, negotiation

US, THEM = Side.US, Side.THEM
SAY = Words()


def seen(found: Negotiation, *lines: Line) -> Seen:
    return Seen(replace(found, lines=lines), SAY, MOMENT + timedelta(hours=9))


def on_price(*lines: Line, **fields: Any) -> Dance:
    found = seen(changed(four_issues(), 1, **fields), *lines)
    return issue_dance(found, found.negotiation.issues[0])


def title(dance: Dance) -> str:
    return dance.title.replace(NO_BREAK, " ")


def test_the_title_says_who_moved_how_far_and_what_is_open() -> None:
    dance = on_price(
        line(1, THEM, {1: "109"}), line(2, US, {1: "100"}), line(3, THEM, {1: "108"}), line(4, US, {1: "102"})
    )
    assert title(dance) == "They came down 1 in 2 offers, we went up 2; 6 EUR is still open."
    assert [(point.number, point.who, point.words) for point in dance.points] == [
        (1, Who.THEM, "109"),
        (2, Who.US, "100"),
        (3, Who.THEM, "108"),
        (4, Who.US, "102"),
    ]


def test_steps_that_shrink_are_told_as_such() -> None:
    dance = on_price(*(line(at, THEM, {1: value}) for at, value in enumerate(("109", "108", "107.5", "107.25"), 1)))
    assert title(dance) == "They came down 1.75 in 4 offers, each about half the last."
    assert shrinking([Fraction(each) for each in (1500, 1210, 1180, 1170)]) is not None
    assert shrinking([Fraction(each) for each in (1, 2, 4, 7)]) is None
    assert shrinking([Fraction(each) for each in (1, 2, 3)]) is None


def test_one_offer_no_offer_and_a_side_that_stays() -> None:
    assert title(on_price()) == "Nobody has named price yet."
    assert title(on_price(line(1, THEM, {1: "109"}))) == "They named 109 EUR."
    stays = on_price(line(1, THEM, {1: "109"}), line(2, THEM, {1: "109"}), line(3, US, {1: "109"}))
    assert title(stays) == "They stayed at 109 in 2 offers, we named 109 EUR; both stand at 109 EUR."


def test_a_side_that_went_and_came_back_is_not_said_to_have_stayed() -> None:
    prices = (line(1, THEM, {1: "109"}), line(2, THEM, {1: "107"}), line(3, THEM, {1: "109"}))
    ours = (line(4, US, {1: "101"}), line(5, US, {1: "103"}), line(6, US, {1: "101"}))
    assert title(on_price(*prices, *ours)) == (
        "They came back to 109 after 3 offers, we came back to 101; 8 EUR is still open."
    )
    whole = {2: 14, 3: 10, 4: 12}
    lines = [line(at, THEM, {1: price, **whole}) for at, price in enumerate(("109", "107", "109"), 1)]
    told = title(package_dance(seen(four_issues(), *lines)))
    assert told == "They are back where they began after 2 steps."
    still = title(package_dance(seen(four_issues(), lines[0], replace(lines[2], id=2))))
    assert still == "They did not move in 1 step."


def test_a_day_that_nobody_named_and_nothing_marks_has_no_axis_and_one_alone_has_its_fortnight() -> None:
    start = issue(1, "Start", date(2027, 1, 1), date(2027, 3, 31), 1, kind=ScaleKind.DATE)
    bare = issue_dance(seen(negotiation(start)), start)
    assert (title(bare), bare.ticks) == ("Nobody has named start yet.", ())
    found = seen(negotiation(start), line(1, THEM, {1: date(2027, 3, 1)}))
    days = [tick.value for tick in issue_dance(found, start).ticks]
    assert days
    assert all(abs(day - date(2027, 3, 1).toordinal()) <= 7 for day in days)


def test_ranges_are_not_strung_together_with_the_words_between_them() -> None:
    dance = on_price(
        line(1, THEM, {1: (106, 109)}), line(2, THEM, {1: 105}), line(3, US, {1: 100}), line(4, US, {1: (101, 102)})
    )
    assert title(dance).startswith(
        "They named 106 to 109 first and 105 last, in 2 offers, we named 100 first and 101 to 102 last; "
    )


def test_days_are_told_from_one_to_the_other() -> None:
    start = issue(1, "Start", date(2027, 1, 1), date(2027, 3, 31), 1, kind=ScaleKind.DATE)
    found = seen(negotiation(start), line(1, THEM, {1: date(2027, 3, 1)}), line(2, THEM, {1: date(2027, 2, 1)}))
    assert title(issue_dance(found, start)) == "They went from 1 Mar 2027 to 1 Feb 2027 in 2 offers."


def test_what_is_agreed_is_both_sides_point() -> None:
    dance = on_price(line(1, THEM, {1: "109"}), line(2, US, {1: "104"}, verb=Verb.AGREE))
    assert title(dance).endswith("agreed at 104 EUR.")
    assert dance.points[-1].who is Who.BOTH


def test_an_agreement_that_was_refused_later_is_open_again() -> None:
    dance = on_price(
        line(1, THEM, {1: "109"}),
        line(2, US, {1: "104"}),
        line(3, THEM, {1: "104"}, verb=Verb.AGREE),
        line(4, THEM, verb=Verb.REFUSE, issues=(1,)),
    )
    assert title(dance).endswith("5 EUR is still open.")


def test_agreeing_on_one_issue_early_is_a_step_of_who_agreed_and_moves_the_other_side_nowhere() -> None:
    lines = (
        line(1, THEM, {1: 108, 2: 14, 3: 10, 4: 12}),
        line(2, US, {1: 102, 2: 60, 3: 4, 4: 36}),
        line(3, US, {4: 12}, verb=Verb.AGREE),
        line(4, THEM, {1: 106}),
        line(5, US, {1: 106, 2: 14, 3: 10}, verb=Verb.AGREE),
    )
    early = package_dance(seen(four_issues(), *lines[:4]))
    assert [point.who for point in early.points] == [Who.THEM, Who.US, Who.US, Who.THEM]
    assert [point.value for point in early.points] == [10.0, 90.0, 80.0, 20.0]
    assert early.points[2].told.replace(NO_BREAK, " ").endswith("we agreed on warranty, 80.0")
    assert title(early).endswith("60.0 points are still open.")
    whole = package_dance(seen(four_issues(), *lines))
    assert whole.points[-1].who is Who.BOTH
    assert title(whole) == (
        "They moved 10.0 points toward us in 1 step, we moved 10.0 points toward them in 1 step; agreed at 20.0 points."
    )


def test_a_package_that_was_agreed_without_an_offer_before_it_is_named() -> None:
    found = package_dance(seen(four_issues(), line(1, US, {1: 106, 2: 14, 3: 10, 4: 12}, verb=Verb.AGREE)))
    assert title(found) == "The package is agreed at 20.0 points."
    alone = on_price(line(1, US, {1: 106}, verb=Verb.AGREE))
    assert title(alone) == "Price is agreed at 106 EUR."


def test_our_own_marks_are_lines_and_the_batna_is_one_of_them() -> None:
    dance = on_price(
        line(1, THEM, {1: "109"}),
        minimum=Decimal("106"),
        fair=Decimal("103"),
        best_outcome=Decimal("101"),
        limit=Decimal("107"),
    )
    assert {(each.level, each.words) for each in dance.lines} == {
        (Level.BATNA, "104"),
        (Level.MINIMUM, "106"),
        (Level.FAIR, "103"),
        (Level.BEST, "101"),
        (Level.LIMIT, "107"),
    }


def test_many_offers_are_cut_to_both_ends_of_each_side_and_it_is_said() -> None:
    lines = [line(at, THEM if at % 2 else US, {1: str(110 - at / 40)}) for at in range(1, 201)]
    dance = on_price(*lines)
    for who in (Who.THEM, Who.US):
        assert sum(1 for point in dance.points if point.who is who) == 2 * ENDS
    assert "152 offers between are left out" in dance.words.measure
    assert {who: len(numbers) for who, numbers in dance.left_out.items()} == {Who.THEM: 76, Who.US: 76, Who.BOTH: 0}
    assert len(dance.table().rows) == 200


def test_offers_on_other_issues_leave_nothing_out() -> None:
    dance = on_price(line(1, THEM, {1: "109"}), line(2, THEM, {2: 14}), line(3, THEM, {1: "108"}))
    assert [point.number for point in dance.points] == [1, 3]
    assert not any(dance.left_out.values())


def test_the_package_dance_counts_what_stands_and_shows_what_is_open() -> None:
    found = seen(
        four_issues(),
        line(1, THEM, {1: "106"}),
        line(2, US, {1: "100", 2: 60, 3: 4, 4: 36}),
        line(3, THEM, {1: "105", 2: 14, 3: 10, 4: 12}),
    )
    dance = package_dance(found)
    first, ours, last = dance.points
    assert (first.low, first.high) == (20.0, 70.0)
    assert (ours.value, last.value) == (100.0, 25.0)
    assert dance.title.startswith("They moved about 20.0 points away from us in 1 step, ")
    assert dance.title.endswith("75.0 points are still open.")
    assert dance.hatch_below is not None
    assert round(dance.hatch_below, 2) == 48.62


def test_without_offers_without_weights_without_batna() -> None:
    assert package_dance(seen(four_issues())).title == "No offer has been made yet."
    weightless = seen(negotiation(issue(1, "Price", 100, 110, 0)), line(1, THEM, {1: 105}))
    assert package_dance(weightless).title.startswith("The offers cannot be valued: ")
    alone = package_dance(seen(four_issues(alternatives=()), line(1, THEM, {1: 105, 2: 14, 3: 10, 4: 12})))
    assert alone.hatch_below is None
    assert Level.BATNA not in {each.level for each in alone.lines}


def test_options_are_placed_by_what_they_are_worth() -> None:
    options = (Option("none", Decimal(0)), Option("shared", Decimal("0.5")), Option("full", Decimal(1)))
    found = seen(
        negotiation(issue(1, "Freight", weight=1, kind=ScaleKind.OPTIONS, options=options)),
        line(1, THEM, {1: "none"}),
        line(2, US, {1: "full"}),
    )
    dance = issue_dance(found, found.negotiation.issues[0])
    assert [point.value for point in dance.points] == [0.0, 100.0]
    assert [tick.words for tick in dance.ticks] == ["none", "shared", "full"]
    assert title(dance) == "They named none, we named full; none against full is still open."
