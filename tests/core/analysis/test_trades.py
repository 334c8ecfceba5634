"""tests: trades between issues of different priority."""

from __future__ import annotations

from fractions import Fraction
from random import Random
from typing import Any

import pytest

from core.analysis.case import Case
from core.analysis.trades import Trade, pairs, rates, trades
from core.message import Message
from tests.core.analysis.cases import KINDS, golden, known_case, option_estimates, option_issue, random_case
from tests.core.cases import changed, negotiation


def test_issues_are_ordered_by_what_they_gain_per_point_of_our_cost() -> None:
    found = rates(known_case(golden()))
    assert [(each.issue_id, each.rate) for each in found] == [
        (2, Fraction(50, 30)),
        (3, Fraction(20, 20)),
        (1, Fraction(30, 50)),
    ]


def test_the_best_pair_gives_the_term_and_takes_the_price() -> None:
    found = pairs(known_case(golden()))
    assert [(pair.give.issue_id, pair.take.issue_id, pair.gain) for pair in found] == [
        (2, 1, Fraction(5, 3) - Fraction(3, 5)),
        (2, 3, Fraction(2, 3)),
        (3, 1, Fraction(2, 5)),
    ]


def test_what_costs_us_nothing_comes_first_and_what_both_want_alike_is_no_trade() -> None:
    found = negotiation(
        option_issue(1, 0, (1, 0)),
        option_issue(2, 1, (1, 0)),
        option_issue(3, 1, (1, 0)),
        estimates=(
            *option_estimates(1, 1, (0, 1)),
            *option_estimates(2, 1, (0, 1)),
            *option_estimates(3, 1, (1, 0)),
        ),
    )
    case = known_case(found)
    assert [(each.issue_id, each.rate) for each in rates(case)] == [(1, None), (2, Fraction(2, 3))]
    (pair,) = pairs(case)
    assert (pair.give.issue_id, pair.take.issue_id, pair.gain) == (1, 2, None)


def traded(found: object) -> tuple[Trade, ...]:
    assert not isinstance(found, Message)
    assert isinstance(found, tuple)
    return found


def test_from_where_the_table_stands_both_sides_gain() -> None:
    case = known_case(golden())
    best = traded(trades(case, {1: "o2", 2: "o2", 3: "o2"}))[0]
    assert (best.give.issue_id, best.take.issue_id) == (2, 1)
    # 15 of ours for 20 of theirs on the term, 20 of ours for 15 of theirs on the price
    assert (best.our_net, best.their_net) == (Fraction("0.05"), Fraction("0.05"))
    assert best.rate == Fraction(5, 15)


@pytest.mark.parametrize("kind", KINDS)
def test_every_trade_is_better_for_one_and_worse_for_none_and_none_is_missed(kind: str) -> None:
    random = Random(f"trades {kind}")
    for _ in range(10):
        case = known_case(random_case(random, kind))
        start = {column.issue.id: random.choice(column.terms).value for column in case.columns}
        found = traded(trades(case, start))
        before = case.values(start)
        assert before is not None
        for trade in found:
            after = case.values({**start, trade.give.issue_id: trade.give.end, trade.take.issue_id: trade.take.end})
            assert after is not None
            assert (after[0] - before[0], after[1] - before[1]) == (trade.our_net, trade.their_net)
            assert trade.our_net >= 0
            assert trade.their_net >= 0
            assert trade.our_net + trade.their_net > 0
        listed = {(trade.give.issue_id, trade.take.issue_id): trade for trade in found}
        for give in case.columns:
            for take in case.columns:
                if give is not take:
                    most = _best(case, start, give.issue.id, take.issue.id)
                    trade_found = listed.get((give.issue.id, take.issue.id))
                    assert (trade_found is None) == (most is None)
                    if trade_found is not None:
                        assert min(trade_found.our_net, trade_found.their_net) == most


def _best(case: Case, start: dict[int, Any], give: int, take: int) -> Fraction | None:
    """Return the largest smaller net gain by trying all values, None where no trade suits both."""
    best: Fraction | None = None

    def values(package: dict[int, Any]) -> tuple[Fraction, Fraction]:
        found = case.values(package)
        assert found is not None
        return found

    before = values(start)
    for one in case.column_by_id[give].terms:
        first = values({**start, give: one.value})
        if first[0] > before[0] or first[1] <= before[1]:
            continue
        for other in case.column_by_id[take].terms:
            second = values({**start, take: other.value})
            if second[0] <= before[0] or second[1] > before[1]:
                continue
            ours, theirs = first[0] + second[0] - 2 * before[0], first[1] + second[1] - 2 * before[1]
            if ours >= 0 and theirs >= 0 and ours + theirs > 0 and (best is None or min(ours, theirs) > best):
                best = min(ours, theirs)
    return best


def test_trades_keep_our_limits_and_ask_for_a_whole_package() -> None:
    limited = known_case(changed(golden(), 2, limit="o2"))
    found = traded(trades(limited, {1: "o2", 2: "o2", 3: "o2"}))
    assert all(trade.give.issue_id != 2 for trade in found)
    told = trades(known_case(golden()), {1: "o2"})
    assert isinstance(told, Message)
