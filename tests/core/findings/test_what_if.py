"""tests: core/findings/what_if.py - what is supposed of their side moves the balanced package, not the record."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from core.analysis.what_if import Supposed, what_if
from core.estimate import Subject
from core.findings.seen import Seen
from core.findings.what_if import EffectRow, balanced, effects, title
from core.negotiation import Negotiation
from core.side import Side
from core.words import Words
from tests.core.analysis.cases import estimate
from tests.core.analysis.test_price_increase import known
from tests.core.cases import MOMENT, changed, four_issues, line

NOW = MOMENT + timedelta(hours=1)
ON_TABLE = (line(1, Side.THEM, {1: 108, 2: 14, 3: 10, 4: 12}), line(2, Side.US, {1: 100, 2: 60, 3: 4, 4: 36}))


def tried(found: Negotiation, supposed: Supposed, **what: bool) -> tuple[str, tuple[EffectRow, ...], str]:
    seen = Seen(found, Words(), NOW)
    made = what_if(found, supposed, NOW, **what)
    return title(seen, made, supposed), effects(seen, made), balanced(seen, made)


def test_another_weight_of_theirs_moves_the_balanced_package_and_no_verdict() -> None:
    found = replace(known(), lines=ON_TABLE)
    told, rows, package = tried(found, Supposed(estimates=(estimate(1, Subject.WEIGHT, 400),)))
    assert told.startswith("As supposed, the balanced package is worth ")
    assert " instead of " in told
    assert package.startswith("Balanced package as supposed: Price ")
    by_name: dict[str, list[EffectRow]] = {}
    for row in rows:
        by_name.setdefault(row.name, []).append(row)
    assert not by_name["Their standing offer"][0].changed
    assert by_name["Balanced package (Nash)"][0].changed
    theirs, ours, nash = by_name["its value to them, estimate"]
    assert theirs.changed
    assert (ours.before, ours.after) == ("0.0", "0.0")
    assert nash.after != "–"


def test_another_limit_is_told_by_what_lies_past_it_then() -> None:
    found = replace(four_issues(), lines=ON_TABLE)
    told, *_ = tried(found, Supposed(limits={1: Decimal(107)}))
    assert told.startswith("As supposed, their offer is past the limit on Price: ")
    limited = changed(found, 1, limit=Decimal(107))
    told, *_ = tried(limited, Supposed(limits={1: None}))
    assert told.startswith("As supposed, their offer is past no limit any more: ")
    told, *_ = tried(limited, Supposed(limits={1: Decimal("107.5")}))
    assert told.startswith("As supposed, their offer stays as it is: ")


def test_what_cannot_be_judged_is_said_in_a_sentence_of_its_own() -> None:
    found = replace(four_issues(), lines=ON_TABLE)
    nothing = Supposed(weights=dict.fromkeys((1, 2, 3, 4), Decimal(0)))
    assert tried(found, nothing)[0] == "As supposed, their offer cannot be judged."
    weightless = replace(found, issues=tuple(replace(each, weight=Decimal(0)) for each in found.issues))
    told, *_ = tried(weightless, Supposed(weights={1: Decimal(1)}))
    assert told.startswith("As supposed, their offer can be judged: ")
    assert tried(four_issues(alternatives=()), nothing)[0] == "As supposed, there is no BATNA."


def test_a_batna_that_stays_is_not_set_against_itself() -> None:
    told, *_ = tried(four_issues(), Supposed(limits={1: Decimal(107)}))
    assert told == "As supposed, the BATNA stays as it is: Second supplier, 48.6."


def test_a_reservation_value_that_nothing_reaches_leaves_no_balanced_package() -> None:
    beyond = Supposed(estimates=(estimate(None, Subject.RESERVATION, 101),))
    told, rows, package = tried(known(), beyond)
    assert told == "As supposed, no package is better for both than walking away."
    assert package == ""
    row = next(each for each in rows if each.name == "Balanced package (Nash)")
    assert row.after == "none"


def test_the_same_estimate_changes_nothing() -> None:
    found = known()
    same = next(each for each in found.estimates if each.subject is Subject.WEIGHT)
    told, rows, _ = tried(found, Supposed(estimates=(same,)))
    assert told.startswith("As supposed, the balanced package stays at ")
    assert not any(row.changed for row in rows)


def test_their_side_half_estimated_or_without_weight_is_said() -> None:
    told, rows, package = tried(four_issues(), Supposed(estimates=(estimate(1, Subject.WEIGHT, 3),)))
    assert told == "Their side is not estimated in full yet. Enter the rest in Prepare, step “Their side”."
    assert package == ""
    assert [row.name for row in rows] == ["BATNA", "Room on package value"]
    nothing = tuple(
        replace(each, likely=Decimal(0), low=None, high=None)
        for each in known().estimates
        if each.subject is Subject.WEIGHT
    )
    told, *_ = tried(known(), Supposed(estimates=nothing))
    assert told == "Nothing is estimated to count to them. Enter a weight above 0 for one issue."


def test_without_the_frontier_the_values_to_them_are_told_all_the_same() -> None:
    found = replace(known(), lines=ON_TABLE)
    supposed = Supposed(estimates=(estimate(1, Subject.WEIGHT, 0),))
    told, rows, _ = tried(found, supposed, with_frontier=False)
    assert told == "The frontier is too large to be tried here; only the values to them are told."
    assert [row.after for row in rows if row.name == "Room on package value"] == ["not worked out"]
    assert sum(row.name == "its value to them, estimate" for row in rows) == 2
