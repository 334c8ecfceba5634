"""tests: a side's utility, what is missing of theirs, and the band of their estimates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import product
from random import Random

import pytest

from core.analysis.party import missing_estimates, opposite, our_party, supposed_party, their_party
from core.estimate import Estimate, Subject
from core.issue import ScaleKind
from core.message import Message
from core.negotiation import Negotiation
from core.side import Basis, Side
from core.value import Scale, scale_of
from core.verdict import Interval
from core.words import Words
from tests.core.analysis.cases import estimate, golden, option_estimates, option_issue
from tests.core.analysis.test_price_increase import known
from tests.core.cases import DAY, alternative, changed, four_issues, issue, negotiation, terms


def test_our_side_is_what_was_prepared_with_the_batna_as_its_reservation_value() -> None:
    ours = our_party(four_issues(), DAY)
    assert not isinstance(ours, Message)
    assert ours.side is Side.US
    assert ours.value(terms({1: 105, 2: 60, 3: 5, 4: 24})) == Fraction(2, 3)
    assert ours.value(terms({1: 130, 2: 60, 3: 4, 4: 36})) == Fraction(-1, 2)  # continued outside the range
    assert ours.reservation == Interval(Fraction(671, 1380), Fraction(671, 1380))
    assert ours.grounds.bases == ()
    assert ours.value(terms({1: 105})) is None
    assert ours.value(terms({1: (104, 105), 2: 60, 3: 5, 4: 24})) is None


def test_an_open_batna_counts_at_its_upper_end_so_that_no_breach_is_called_a_gain() -> None:
    open_ended = four_issues(alternatives=(alternative(1, "A", {1: 104, 2: 30, 3: 8}, unsaid="range"),))
    ours = our_party(open_ended, DAY)
    assert not isinstance(ours, Message)
    assert ours.reservation is not None
    assert ours.disagreement == ours.reservation.high > ours.reservation.low


def test_what_blinds_us_is_said() -> None:
    found = our_party(negotiation(issue(1, "Price", 1, 2, 0)), DAY)
    assert isinstance(found, Message)
    assert found.code == "weights.none_direct"


def test_their_side_is_estimated_and_never_filled_in() -> None:
    found = their_party(known())
    assert not isinstance(found, Message)
    assert found.shares == {1: Fraction(2, 5), 2: Fraction(2, 5), 3: Fraction(1, 5), 4: Fraction(0)}
    assert found.value(terms({1: 105, 2: 14, 3: 10, 4: 99})) == Fraction(1, 5) + Fraction(2, 5) + Fraction(1, 5)
    assert found.value(terms({1: 105, 2: 14, 3: 10})) == Fraction(4, 5)  # warranty is nothing to them
    assert found.disagreement == 0
    assert found.grounds.bases == (Basis.GUESS,)


def test_everything_missing_is_named_in_one_sentence_each() -> None:
    found = four_issues(estimates=(estimate(1, Subject.WEIGHT, 40), estimate(2, Subject.WEIGHT, 0)))
    asked = their_party(found)
    assert isinstance(asked, Message)
    assert Words().message(asked) == (
        "Estimate their best and their worst end of Price. "
        "Estimate how much Lead time counts to them. Estimate their best and their worst end of Lead time. "
        "Estimate how much Warranty counts to them. Estimate their best and their worst end of Warranty."
    )
    assert [each.code for each in missing_estimates(found)] == [
        "analysis.no_their_ends",
        "analysis.no_their_weight",
        "analysis.no_their_ends",
        "analysis.no_their_weight",
        "analysis.no_their_ends",
    ]
    assert missing_estimates(known()) == ()


def test_options_without_a_value_to_them_are_named() -> None:
    base = golden()
    found = replace(base, estimates=tuple(each for each in base.estimates if each.option not in ("o1", "o3")))
    assert Words().message(missing_estimates(found)[0]) == (
        "Estimate what these options of Price are worth to them: o1, o3."
    )


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ((estimate(1, Subject.WEIGHT, 1), estimate(1, Subject.BEST, 5), estimate(1, Subject.WORST, 5)), "ends_same"),
        (
            (
                estimate(1, Subject.WEIGHT, 1),
                estimate(1, Subject.BEST, 5, low=2, high=6),
                estimate(1, Subject.WORST, 1, low=0, high=2),
            ),
            "ends_meet",
        ),
        ((estimate(1, Subject.WEIGHT, 1, low=-1), estimate(1, Subject.BEST, 5), estimate(1, Subject.WORST, 1)),
         "weight_negative"),
        ((estimate(1, Subject.WEIGHT, 0),), "weights_zero"),
        ((estimate(1, Subject.WEIGHT, 1), estimate(1, Subject.BEST, date(2026, 1, 1)),
          estimate(1, Subject.WORST, 1)), "no_their_ends"),
    ],
)  # fmt: skip
def test_estimates_that_contradict_themselves_are_pointed_out(more: tuple[Estimate, ...], code: str) -> None:
    found = their_party(negotiation(issue(1, "Price", 1, 5, 1), estimates=more))
    assert isinstance(found, Message)
    assert found.code.endswith(code)


def test_days_are_valued_for_them_too() -> None:
    closing = issue(1, "Closing", date(2026, 12, 1), date(2026, 12, 31), 1, kind=ScaleKind.DATE)
    found = their_party(
        negotiation(
            closing,
            estimates=(
                estimate(1, Subject.WEIGHT, 1),
                estimate(1, Subject.BEST, date(2026, 12, 21)),
                estimate(1, Subject.WORST, date(2026, 12, 1)),
            ),
        )
    )
    assert not isinstance(found, Message)
    assert found.value({1: date(2026, 12, 11)}) == Fraction(1, 2)


def ranged(random: Random, likely: int, spread: int) -> dict[str, object]:
    return {"low": likely - random.randint(0, spread), "high": likely + random.randint(0, spread)}


def test_the_band_is_exactly_what_the_corners_of_all_ranges_span() -> None:
    random = Random("band")
    for _ in range(16):
        count = random.randint(1, 3)
        issues, estimates = [], []
        for issue_id in range(1, count + 1):
            issues.append(issue(issue_id, f"Issue {issue_id}", 0, 10, 1, step=1))
            weight = random.randint(3, 9)
            estimates += [
                estimate(issue_id, Subject.WEIGHT, weight, **ranged(random, weight, 3)),
                estimate(issue_id, Subject.BEST, 10, **ranged(random, 10, 4)),
                estimate(issue_id, Subject.WORST, 1, **ranged(random, 1, 4)),
            ]
        found = negotiation(*issues, estimates=tuple(estimates))
        package = terms({issue_id: random.randint(-2, 12) for issue_id in range(1, count + 1)})
        theirs = their_party(found)
        assert not isinstance(theirs, Message)
        band = theirs.band(package)
        # a fractional linear function is largest and smallest at a corner of the box
        corners = []
        for ends in product(*([("low", "high")] * (3 * count))):
            fixed = tuple(
                replace(each, low=None, high=None, likely=getattr(each, end))
                for each, end in zip(estimates, ends, strict=True)
            )
            if sum(Fraction(str(each.likely)) for each in fixed if each.subject is Subject.WEIGHT) == 0:
                continue
            corner = their_party(replace(found, estimates=fixed))
            assert not isinstance(corner, Message)
            value = corner.value(package)
            assert value is not None
            corners.append(value)
        assert band == Interval(min(corners), max(corners))


def test_what_may_count_to_them_can_be_left_open_and_is_then_worth_anything() -> None:
    found = known()
    weights = tuple(
        replace(each, high=Decimal(1)) if each.subject is Subject.WEIGHT and each.issue_id == 4 else each
        for each in found.estimates
    )
    ends = (estimate(4, Subject.BEST, 12), estimate(4, Subject.WORST, 36))
    theirs = their_party(replace(found, estimates=(*weights, *ends)))
    assert not isinstance(theirs, Message)
    package = terms({1: 105, 2: 14, 3: 10})
    band, best = theirs.band(package), theirs.band(terms({1: 105, 2: 14, 3: 10, 4: 12}))
    worst = theirs.band(terms({1: 105, 2: 14, 3: 10, 4: 36}))
    assert band is not None
    assert best is not None
    assert worst is not None
    assert (band.low, band.high) == (worst.low, best.high)


def test_ranged_option_values_and_reservation_widen_the_band_and_the_reservation() -> None:
    found = negotiation(
        option_issue(1, 1, (1, 0)),
        estimates=(
            estimate(1, Subject.WEIGHT, 1),
            estimate(1, Subject.OPTION, "0.2", option="o1", low="0.1", high="0.4"),
            estimate(1, Subject.OPTION, 1, option="o2"),
            estimate(None, Subject.RESERVATION, 30, low=20, high=45, basis=Basis.OBSERVED),
        ),
    )
    theirs = their_party(found)
    assert not isinstance(theirs, Message)
    assert theirs.band(terms({1: "o1"})) == Interval(Fraction("0.1"), Fraction("0.4"))
    assert theirs.band(terms({1: "o2"})) == Interval(Fraction(1), Fraction(1))
    assert theirs.reservation == Interval(Fraction("0.2"), Fraction("0.45"))
    assert theirs.disagreement == Fraction("0.3")
    assert theirs.grounds.bases == (Basis.OBSERVED, Basis.GUESS)
    assert theirs.grounds.weakest is Basis.GUESS


def test_an_issue_without_a_scale_that_counts_nothing_is_left_out() -> None:
    base = golden()
    more: Negotiation = replace(base, issues=(*base.issues, issue(4, "New")))
    theirs = their_party(more)
    assert not isinstance(theirs, Message)
    assert 4 not in theirs.shares
    blocked = our_party(changed(more, 4, weight=Decimal(5)), DAY)
    assert isinstance(blocked, Message)
    assert option_estimates(1, 2, (1,))[0].likely == Decimal(2)


def test_where_nothing_is_estimated_they_are_supposed_to_want_the_opposite_each_issue_alike() -> None:
    theirs, supposed = supposed_party(four_issues())
    assert supposed == (1, 2, 3, 4)
    assert set(theirs.shares.values()) == {Fraction(1, 4)}
    assert theirs.value(terms({1: 110, 2: 14, 3: 10, 4: 12})) == 1
    assert theirs.value(terms({1: 105, 2: 14, 3: 10, 4: 12})) == Fraction(7, 8)
    assert theirs.grounds.bases == ()


def test_what_is_estimated_is_kept_and_an_issue_that_is_not_counts_as_the_others_do_on_average() -> None:
    whole = known()
    assert supposed_party(whole)[1] == ()
    likely = their_party(whole)
    assert not isinstance(likely, Message)
    assert supposed_party(whole)[0].shares == likely.shares
    partly = replace(whole, estimates=tuple(each for each in whole.estimates if each.issue_id != 3))
    theirs, supposed = supposed_party(partly)
    assert supposed == (3,)
    assert theirs.shares == {1: Fraction(1, 3), 2: Fraction(1, 3), 3: Fraction(1, 3), 4: 0}
    assert theirs.grounds.weakest is Basis.GUESS


def test_the_opposite_of_a_scale_is_worth_one_less_what_it_was() -> None:
    bent = scale_of(issue(1, "Price", 100, 110, points=()))
    options = scale_of(option_issue(2, 1, (1, "0.6", 0)))
    assert isinstance(bent, Scale)
    assert isinstance(options, Scale)
    for value in (Decimal(100), Decimal(103), Decimal(130)):
        assert opposite(bent).value(value) == 1 - (bent.value(value) or 0)
    assert opposite(options).value("o2") == Fraction("0.4")
    assert opposite(opposite(bent)) == bent
