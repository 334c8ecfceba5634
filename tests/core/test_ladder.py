"""tests: the ladder in value, and what the cells of the issue grid cannot hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from core.issue import Issue, Option, Point, ScaleKind
from core.ladder import issue_checks, ladder
from core.negotiation import Negotiation, Weighting
from core.verdict import Flag, Interval
from core.words import Words
from tests.core.cases import DAY, changed, four_issues, issue, negotiation

SAY = Words()
RUNGS = ("opening", "best_outcome", "fair", "minimum")


def with_rung(subject: Negotiation, rung: str, *values: Any) -> Negotiation:
    issues = []
    for each, value in zip(subject.issues, values, strict=True):
        fields: dict[str, Any] = {rung: Decimal(value)}
        issues.append(replace(each, **fields))
    return replace(subject, issues=tuple(issues))


def prepared() -> Negotiation:
    case = with_rung(four_issues(), "opening", 100, 60, 4, 36)
    case = with_rung(case, "best_outcome", 101, 60, 4, 36)
    case = with_rung(case, "fair", 103, 45, 6, 24)
    return with_rung(case, "minimum", 104, 30, 8, 24)


def faults(subject: Negotiation) -> list[str]:
    return [SAY.message(each).replace("\u00a0", " ") for each in ladder(subject, DAY).faults]


def test_a_ladder_in_order_has_no_faults() -> None:
    found = ladder(prepared(), DAY)
    assert found.faults == ()
    assert found.values["opening"] == Interval(Fraction(1), Fraction(1))
    assert found.values["minimum"] == Interval(Fraction(671, 1380), Fraction(671, 1380))
    assert list(found.values) == list(RUNGS)
    assert found.batna is not None


def test_the_order_is_checked_in_value_and_not_issue_by_issue() -> None:
    assert faults(with_rung(prepared(), "minimum", 107, 60, 4, 36)) == []


def test_each_rung_below_the_next_is_named_with_the_gap() -> None:
    assert faults(with_rung(prepared(), "opening", 102, 60, 4, 36)) == [
        "The opening is worth 5.0 points less than the best outcome. Open higher."
    ]
    assert faults(with_rung(prepared(), "fair", 105, 30, 8, 24)) == [
        "The fair deal is worth 5.0 points less than the minimum acceptable deal. Swap or correct them."
    ]


def test_a_minimum_below_the_batna_is_a_fault() -> None:
    assert faults(with_rung(prepared(), "minimum", 107, 30, 8, 24)) == [
        "A deal at your minimum is worth 15.0 points less than walking away to Second supplier. Raise the minimum."
    ]


def test_without_a_minimum_the_lowest_rung_is_held_against_the_batna() -> None:
    case = with_rung(four_issues(), "fair", 107, 30, 8, 24)
    assert faults(case)[0].startswith("A deal at your target is worth 15.0 points less than walking away")
    assert ladder(case, DAY).values["minimum"] is None


def test_rungs_that_span_are_faults_only_where_they_cannot_be_in_order() -> None:
    case = changed(four_issues(), 1, fair=Decimal(103), minimum=Decimal(102))
    assert faults(case) == []


def test_a_rung_past_its_limit_is_a_fault() -> None:
    found = ladder(changed(prepared(), 1, limit=Decimal(103)), DAY)
    assert found.past_limit == (1,)
    assert SAY.message(found.faults[0]) == "Price: the ladder passes its limit. Move the rung or the limit."


def test_what_cannot_be_valued_says_why() -> None:
    found = ladder(changed(prepared(), 1, worst=None), DAY)
    assert found.obstacle is not None
    assert set(found.values.values()) == {None}


def test_every_order_fault_has_its_sentence() -> None:
    lowest = (110, 14, 10, 12)
    for upper, rung in enumerate(RUNGS):
        for lower in RUNGS[upper + 1 :]:
            case = with_rung(with_rung(four_issues(), rung, *lowest), lower, 100, 60, 4, 36)
            assert len(faults(case)) == 1
            assert not faults(case)[0].startswith("ladder.")
        case = with_rung(four_issues(), rung, *lowest)
        assert not faults(case)[0].startswith("ladder.")


def checks(subject: Issue, **fields: Any) -> dict[str, tuple[Flag, str]]:
    found = issue_checks(subject, negotiation(subject, **fields))
    return {each.field: (each.flag, SAY.message(each.message).replace("\u00a0", " ")) for each in found}


SOUND = issue(1, "Price", 100, 110, 1, step=1)


def test_a_sound_issue_has_nothing_to_be_said_of() -> None:
    assert checks(SOUND) == {}


def test_a_limit_on_the_wrong_side_of_the_target_is_marked_at_the_limit() -> None:
    found = checks(replace(SOUND, fair=Decimal(104), limit=Decimal(102), unit="EUR"))
    assert found == {"limit": (Flag.ACT, "The limit 102 EUR is on the wrong side of the target. Correct one of them.")}
    rising = issue(1, "Warranty", 36, 12, 1, step=1, fair=24, limit=30)
    assert checks(rising)["limit"][0] is Flag.ACT
    assert checks(replace(SOUND, fair=Decimal(104), limit=Decimal(104))) == {}


def test_the_other_rungs_past_the_limit_are_marked_themselves() -> None:
    found = checks(replace(SOUND, minimum=Decimal(109), limit=Decimal(107)))
    assert found == {"minimum": (Flag.ACT, "Past the limit 107.")}


@pytest.mark.parametrize(
    ("fields", "field", "flag"),
    [
        ({"best": None}, "best", Flag.CHECK),
        ({"worst": None}, "worst", Flag.CHECK),
        ({"worst": Decimal(100)}, "worst", Flag.ACT),
        ({"step": None}, "step", Flag.CHECK),
        ({"step": Decimal(0)}, "step", Flag.ACT),
        ({"ideal": Decimal(99)}, "ideal", Flag.ACT),
        ({"points": (Point(Decimal(120), Decimal(1)),)}, "points", Flag.CHECK),
        ({"weight": None}, "weight", Flag.CHECK),
        ({"weight": Decimal(-1)}, "weight", Flag.ACT),
        ({"money_worth": Decimal(-1)}, "money_worth", Flag.ACT),
        ({"reference_quantity": Decimal(0)}, "reference_quantity", Flag.ACT),
        ({"price_basis": Decimal(0)}, "price_basis", Flag.ACT),
        ({"baseline": Decimal(120)}, "baseline", Flag.CHECK),
        ({"opening": "free"}, "opening", Flag.ACT),
        ({"opening": date(2026, 1, 1)}, "opening", Flag.ACT),
        ({"limit": "free", "fair": Decimal(104)}, "limit", Flag.ACT),
    ],
)
def test_each_cell_that_cannot_be_right_is_marked(fields: dict[str, Any], field: str, flag: Flag) -> None:
    found = checks(replace(SOUND, **fields))
    assert found[field][0] is flag
    assert not found[field][1].startswith("cell.")


def test_ranks_and_money_have_checks_of_their_own() -> None:
    assert checks(replace(SOUND, weight=Decimal(0)), weighting=Weighting.RANKING)["weight"][0] is Flag.ACT
    assert "No rank" in checks(replace(SOUND, weight=None), weighting=Weighting.RANKING)["weight"][1]
    assert checks(SOUND, weighting=Weighting.MONEY)["money_worth"][0] is Flag.CHECK
    assert checks(replace(SOUND, reference_quantity=Decimal(5)), weighting=Weighting.MONEY) == {}


def test_options_are_checked_as_a_table() -> None:
    subject = issue(1, "Freight", weight=1, kind=ScaleKind.OPTIONS, options=(Option("a", Decimal(2)),) * 2, fair="b")
    found = issue_checks(subject, negotiation(subject))
    assert [(each.field, each.flag) for each in found] == [
        ("options", Flag.ACT),
        ("options", Flag.ACT),
        ("fair", Flag.ACT),
    ]
    assert checks(issue(1, "Freight", weight=1, kind=ScaleKind.OPTIONS))["options"][0] is Flag.CHECK


def test_days_are_checked_as_days() -> None:
    start = date(2026, 12, 1)
    subject = issue(1, "Closing", start, start + timedelta(30), 1, step=1, kind=ScaleKind.DATE)
    late = replace(subject, fair=start + timedelta(20), limit=start + timedelta(10), minimum=start + timedelta(40))
    assert set(checks(late)) == {"limit", "minimum"}
    assert checks(late)["limit"][1] == "The limit 11 Dec 2026 is on the wrong side of the target. Correct one of them."
