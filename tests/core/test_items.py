"""tests: core/items.py - totals are exact, changes are weighted, what stands out is told, typed figures are kept."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from core.issue import Issue, ScaleKind
from core.item import Item
from core.items import (
    Kept,
    amount_of,
    change,
    effect,
    figures,
    gaps,
    matched,
    may_be_list,
    mean_change,
    outliers,
    summary,
    total,
)
from core.negotiation import Negotiation


def line(number: int, quantity: str | None, today: str | None, theirs: str | None, ours: str | None = None) -> Item:
    """Return a line of a list; an empty price is one that nobody stated."""
    figures_ = [None if text is None else Decimal(text) for text in (quantity, today, theirs, ours)]
    return Item(
        id=number,
        negotiation_id=1,
        issue_id=1,
        quantity=figures_[0],
        today=figures_[1],
        theirs=figures_[2],
        ours=figures_[3],
    )


LIST = (
    line(1, "1000", "1.25", "1.30", "1.20"),
    line(2, "200", "12.50", "13.00", "12.50"),
    line(3, "30", "0.075", "0.08", None),
)
PRICE = Issue(id=1, negotiation_id=1, name="Price")


# totals


def test_a_total_is_quantity_times_price_over_all_lines() -> None:
    found = summary(LIST)
    assert found.totals["today"].amount == Decimal("3752.25")
    assert found.totals["theirs"].amount == Decimal("3902.4")
    assert (found.totals["theirs"].counted, found.totals["theirs"].missing) == (3, 0)


def test_lines_without_a_price_are_left_out_and_counted() -> None:
    ours = summary(LIST).totals["ours"]
    assert (ours.amount, ours.counted, ours.missing, ours.is_whole) == (Decimal(3700), 2, 1, False)


def test_lines_without_a_quantity_are_left_out_of_every_total() -> None:
    assert total((line(1, None, "2", "3"), line(2, "5", "2", "3")), "today").missing == 1


def test_an_empty_list_is_no_whole_total() -> None:
    found = summary(())
    assert (found.totals["today"].amount, found.totals["today"].is_whole) == (Decimal(0), False)
    assert found.changes == {"theirs": None, "ours": None}


@given(
    st.lists(
        st.tuples(
            st.decimals(min_value=0, max_value=10**20, places=6), st.decimals(min_value=0, max_value=10**20, places=6)
        ),
        max_size=30,
    )
)
def test_totals_are_exact_whatever_the_number_of_digits(pairs: list[tuple[Decimal, Decimal]]) -> None:
    items = [line(at, str(quantity), str(price), None) for at, (quantity, price) in enumerate(pairs)]
    exact = sum((Fraction(quantity) * Fraction(price) for quantity, price in pairs), Fraction(0))
    assert Fraction(total(items, "today").amount) == exact


# changes


def test_the_change_of_a_line_is_a_share_of_todays_price() -> None:
    assert change(LIST[0]) == Fraction(4, 100)
    assert effect(LIST[0]) == Decimal(50)
    assert change(line(1, "5", None, "3")) is None
    assert change(line(1, "5", "0", "3")) is None
    assert effect(line(1, None, "2", "3")) is None


def test_the_mean_change_is_weighted_with_quantities() -> None:
    # 1,000 pieces dearer by 10 %, one piece dearer by 100 %, both at 1.00 today
    items = (line(1, "1000", "1", "1.1"), line(2, "1", "1", "2"))
    assert mean_change(items, "theirs") == Fraction(101, 1001)


def test_the_mean_change_takes_only_lines_that_have_both_prices() -> None:
    items = (line(1, "10", "1", "1.1"), line(2, "10", None, "9"), line(3, "10", "5", None))
    assert mean_change(items, "theirs") == Fraction(1, 10)
    assert mean_change((line(1, "10", "0", "1"),), "theirs") is None


@given(
    st.lists(st.tuples(st.integers(1, 10_000), st.integers(1, 10_000)), min_size=1, max_size=40),
    st.decimals(min_value=Decimal("0.01"), max_value=10, places=2),
)
def test_where_every_price_changes_alike_so_does_the_mean_and_nothing_stands_out(
    pairs: list[tuple[int, int]], factor: Decimal
) -> None:
    items = [
        line(at, str(quantity), str(price), str(Decimal(price) * factor))
        for at, (quantity, price) in enumerate(pairs, start=1)
    ]
    found = summary(items)
    assert found.changes["theirs"] == Fraction(factor) - 1
    assert found.outliers == frozenset()


# what stands out


def test_a_line_that_changes_unlike_the_others_stands_out() -> None:
    prices = ("1.04", "1.05", "1.03", "1.04", "1.06", "1.55", "0.70")
    items = [line(at, "1", "1", price) for at, price in enumerate(prices, start=1)]
    spread, found = outliers(items)
    assert found == {6, 7}
    assert spread is not None
    # the median change is 4 %; the deviations are 0 0 1 1 2 34 51 points, their median 1: reach 1 x 3.5 / 0.6745
    assert spread.middle == Decimal("0.04")
    assert round(spread.reach, 6) == Decimal("0.051890")


def test_rounding_to_the_cent_makes_no_outlier() -> None:
    # 4 % on everything, rounded to the cent: 0.76 becomes 0.79, which is 3.95 %
    prices = ("1.00", "2.00", "10.00", "25.00", "0.76", "0.51")
    items = [
        line(at, "1", price, str((Decimal(price) * Decimal("1.04")).quantize(Decimal("0.01"))))
        for at, price in enumerate(prices, start=1)
    ]
    assert outliers(items)[1] == frozenset()


def test_below_five_lines_nothing_stands_out() -> None:
    items = [line(at, "1", "1", price) for at, price in enumerate(("1", "1", "1", "9"), start=1)]
    assert outliers(items) == (None, frozenset())


def test_prices_at_the_ends_of_what_can_be_stored_are_compared() -> None:
    items = [line(at, "1", "1e-30", "1e30") for at in range(1, 6)]
    assert summary(items).outliers == frozenset()


@given(st.lists(st.integers(1, 400), min_size=5, max_size=60))
def test_most_lines_never_stand_out(prices: list[int]) -> None:
    items = [line(at, "1", "100", str(price)) for at, price in enumerate(prices, start=1)]
    assert len(outliers(items)[1]) * 2 <= len(items)


def test_gaps_are_told_where_others_have_a_price() -> None:
    assert gaps(LIST) == {3}
    assert gaps([replace(each, ours=None) for each in LIST]) == frozenset()
    assert gaps((line(1, None, "1", "1"),)) == {1}


# prices by code


def test_prices_find_their_lines_by_code_whatever_its_case_and_blanks() -> None:
    items = [replace(line(at, None, None, None), code=code) for at, code in enumerate(("K-1", "k 2", "", "K-1"), 1)]
    found = matched(items, [("k-1", "1.30"), ("K2", " 2.10 "), ("", "9"), ("K-9", "3"), ("K-2", "")])
    assert found.found == {1: "1.30", 4: "1.30", 2: "2.10"}
    assert found.unknown == ("K-9",)


def test_a_code_said_twice_is_not_guessed() -> None:
    items = [replace(line(at, None, None, None), code=f"K-{at}") for at in (1, 2)]
    found = matched(items, [("K-1", "1.30"), ("K-1", "1.40"), ("K-2", "2"), ("K-2", "2")])
    assert (found.found, found.ambiguous) == ({2: "2"}, ("K-1",))


# the issue's figures


def test_an_empty_price_takes_its_figures_from_the_list() -> None:
    whole = summary(LIST[:2])
    found = figures(PRICE, "EUR", None, whole)
    assert found.taken == {
        "reference_quantity": 1, "unit": "EUR", "baseline": Decimal(3750), "fair": Decimal(3700),
        "worst": Decimal(3900), "step": Decimal("0.01"),
    }  # fmt: skip
    assert (found.kept, found.open) == ((), {})


def test_a_column_with_gaps_gives_no_figure_and_says_so() -> None:
    found = figures(PRICE, "EUR", None, summary(LIST))
    assert "fair" not in found.taken
    assert found.open == {"fair": 1}


def test_figures_that_came_from_the_list_follow_it() -> None:
    before = summary(LIST[:2])
    fields: dict[str, Any] = dict(figures(PRICE, "EUR", None, before).taken)
    issue = replace(PRICE, **fields)
    after = summary((LIST[0], replace(LIST[1], theirs=Decimal(14))))
    found = figures(issue, "EUR", before, after)
    assert found.taken == {"worst": Decimal(4100)}
    assert found.kept == ()


def test_what_the_user_stated_otherwise_is_kept_and_told() -> None:
    before = summary(LIST[:2])
    issue = replace(PRICE, unit="EUR", baseline=Decimal(4000), worst=Decimal(3900), step=Decimal(1))
    issue = replace(issue, reference_quantity=Decimal(1))
    after = summary((LIST[0], replace(LIST[1], today=Decimal(13))))
    found = figures(issue, "EUR", before, after)
    assert found.kept == (Kept("baseline", Decimal(4000), Decimal(3850)),)
    assert found.taken == {"fair": Decimal(3700)}
    assert figures(issue, "EUR", before, after, overruling=True).taken["baseline"] == Decimal(3850)


def test_prefilled_figures_give_way_to_the_list() -> None:
    issue = replace(PRICE, unit="EUR/can", baseline=Decimal("1.46"), prefilled=("unit", "baseline"))
    taken = figures(issue, "EUR", None, summary(LIST[:2])).taken
    assert (taken["unit"], taken["baseline"]) == ("EUR", Decimal(3750))


def test_a_unit_price_is_not_turned_into_a_total_unasked() -> None:
    issue = replace(PRICE, unit="EUR/can", reference_quantity=Decimal(100_000), price_basis=Decimal(1000))
    kept = {each.field: each.stated for each in figures(issue, "EUR", None, summary(LIST[:2])).kept}
    assert kept == {"unit": "EUR/can", "reference_quantity": 100_000, "price_basis": 1000}


def test_figures_are_rounded_to_the_cent() -> None:
    items = (line(1, "3", "0.0375", "0.0375", "0.0375"),)
    assert amount_of(items[0], "today") == Decimal("0.1125")
    assert figures(PRICE, "EUR", None, summary(items)).taken["baseline"] == Decimal("0.11")


def test_only_a_price_may_be_a_list() -> None:
    negotiation = Negotiation(supplier_id=1, title="T", currency="EUR")
    assert may_be_list(PRICE, negotiation)
    assert may_be_list(replace(PRICE, unit="EUR/can"), negotiation)
    assert not may_be_list(replace(PRICE, unit="days"), negotiation)
    assert may_be_list(replace(PRICE, unit="pcs", reference_quantity=Decimal(1)), negotiation)
    assert not may_be_list(replace(PRICE, kind=ScaleKind.DATE), negotiation)
    assert not may_be_list(replace(PRICE, unit="EUR", is_volume=True), negotiation)


def test_a_list_gives_the_price_a_step_that_suits_its_total() -> None:
    steps = {"3": "0.01", "1234": "0.01", "154321": "1", "54228790": "100"}
    for amount, step in steps.items():
        found = figures(PRICE, "EUR", None, summary((line(1, "1", amount, None),)))
        assert found.taken["step"] == Decimal(step), amount
    assert "step" not in figures(replace(PRICE, step=Decimal(5)), "EUR", None, summary(LIST)).taken


# a list of the length that is promised


def long_list() -> tuple[list[Item], dict[int, Fraction]]:
    """Return 5,000 lines whose prices rise by 3 to 5 %, but for seven; and what those change by."""
    unlike = {17: Fraction(1, 2), 400: Fraction(-2, 5), 1234: Fraction(9, 10), 2500: Fraction(0), 3999: Fraction(1, 5),
              4800: Fraction(-1, 10), 5000: Fraction(3)}  # fmt: skip
    items = []
    for number in range(1, 5001):
        today = Decimal(100 + number % 97) / 10
        rise = unlike.get(number, Fraction(3 + number % 3, 100))
        theirs = (today * (100 + Decimal(rise.numerator * 100) / rise.denominator) / 100).quantize(Decimal("0.00001"))
        ours = None if number % 50 == 0 else str(today)
        items.append(line(number, str(number % 13 + 1), str(today), str(theirs), ours))
    return items, unlike


def test_five_thousand_lines_come_to_exact_totals_a_weighted_mean_and_just_the_outliers() -> None:
    items, unlike = long_list()
    found = summary(items)
    assert found.lines == 5000
    for column in ("today", "theirs", "ours"):
        stated = [each for each in items if getattr(each, column) is not None]
        exact = sum(Fraction(each.quantity or 0) * Fraction(getattr(each, column)) for each in stated)
        assert Fraction(found.totals[column].amount) == exact
        assert (found.totals[column].counted, found.totals[column].missing) == (len(stated), 5000 - len(stated))
    assert found.changes["theirs"] == (
        Fraction(found.totals["theirs"].amount) / Fraction(found.totals["today"].amount) - 1
    )
    assert found.changes["ours"] == 0, "only lines that have a price of ours count, and those are today's"
    assert found.outliers == set(unlike) - {2500}, "a price that stayed is not unlike rises of 3 to 5 %"
    assert found.gaps == set(range(50, 5001, 50))
    assert found.spread is not None
    assert abs(Fraction(found.spread.middle) - Fraction(4, 100)) < Fraction(1, 1000)


def test_the_order_of_five_thousand_lines_changes_nothing() -> None:
    items, _ = long_list()
    assert summary(items[::-1]) == summary(items)


def test_one_line_more_of_five_thousand_adds_just_its_own_amount() -> None:
    items, _ = long_list()
    before, after = summary(items[:-1]), summary(items)
    for column in ("today", "theirs"):
        added = amount_of(items[-1], column)
        assert added is not None
        assert after.totals[column].amount - before.totals[column].amount == added
