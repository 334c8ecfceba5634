"""tests: the answer of analyse, exact and whole, on cases that went through a real file."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from core.estimate import Subject
from core.negotiation import Negotiation
from core.resources import resource_path
from core.words import Words
from db.logbook import Logbook
from tests.benchmarks.two_parties import two_parties
from tests.core.analysis.cases import enumerate_case, estimate, golden, points_alternative
from tests.core.cases import changed, four_issues
from tests.core.exchange.two_parties import write
from ui.commandline import DONE, Desk, main

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def analysed(found: Negotiation, folder: Path) -> Any:
    file = folder / "case.logroll"
    with Logbook.create(file, clock=lambda: NOW) as logbook:
        made = write(logbook, found, "Case")
    out, err = io.StringIO(), io.StringIO()
    assert main(["analyse", str(file), "-n", str(made), "--json"], Desk(Words(), lambda: NOW, out, err)) == DONE, err
    answer = json.loads(out.getvalue())
    schema = json.loads(resource_path("schema", "answers.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(answer)
    return answer


def pair(point: Any) -> tuple[Fraction, Fraction]:
    return Fraction(point["ours"]["exact"]), Fraction(point["theirs"]["exact"])


def test_the_golden_case_is_answered_exactly_and_whole(tmp_path: Path) -> None:
    answer = analysed(golden(), tmp_path)
    plain = enumerate_case(golden())
    assert (answer["parties"]["packages"], answer["parties"]["feasible"]) == ("27", "15")
    assert [pair(point) for point in answer["frontier"]["points"]] == plain.frontier
    assert answer["frontier"]["exact"] is True
    for name in ("nash", "kalai_smorodinsky"):
        (point,) = answer["solutions"][name]
        assert pair(point) == (Fraction("0.6"), Fraction("0.62"))
        assert point["package"] == {"Price": "o1", "Term": "o3", "Volume": "o2"}
    assert [pair(point) for point in answer["solutions"]["welfare"]] == plain.welfare
    assert answer["zopa"]["package"]["overlap"] == "certain"
    assert answer["zopa"]["package"]["message"]["text"].startswith("A deal that suits both")
    assert [each["issue"] for each in answer["trades"]["issues"]] == ["Term", "Volume", "Price"]
    assert answer["parties"]["them"]["rests_on"] == ["guess"]
    assert answer["missing"] == []
    assert answer["batna"]["value"]["exact"] == ["7/20", "7/20"]


def test_without_estimates_it_says_what_to_estimate_and_gives_no_figure(tmp_path: Path) -> None:
    answer = analysed(four_issues(alternatives=()), tmp_path)
    assert answer["missing"][0]["text"] == "Estimate how much Price counts to them."
    for name in ("parties", "frontier", "solutions", "trades", "meso"):
        assert answer[name] is None
    assert answer["zopa"]["package"] is None


def test_without_overlap_it_says_by_how_much(tmp_path: Path) -> None:
    kept = tuple(each for each in golden().estimates if each.subject is not Subject.RESERVATION)
    apart = replace(
        golden(),
        alternatives=(points_alternative(70),),
        estimates=(*kept, estimate(None, Subject.RESERVATION, 70)),
    )
    answer = analysed(apart, tmp_path)
    assert answer["zopa"]["package"]["overlap"] == "none"
    assert Fraction(answer["zopa"]["package"]["our_gap"]["exact"]) > 0
    assert answer["solutions"]["zone"] is False
    assert answer["solutions"]["nash"] == []
    assert answer["frontier"]["points"]


@pytest.mark.parametrize("weight", [Decimal(0), None])
def test_zero_weights_are_told_and_never_divided_by(tmp_path: Path, weight: Decimal | None) -> None:
    found = golden()
    for issue in found.issues:
        found = changed(found, issue.id, weight=weight)
    answer = analysed(found, tmp_path)
    assert answer["missing"][0]["code"] == "verdict.cannot_judge"
    assert answer["frontier"] is None


def test_a_contradictory_ladder_is_pointed_out_beside_the_figures(tmp_path: Path) -> None:
    found = golden()
    for issue_id in (1, 2, 3):
        found = changed(found, issue_id, fair="o3", minimum="o2")
    answer = analysed(found, tmp_path)
    assert answer["ladder_faults"][0]["code"] == "ladder.fair_below_minimum"
    assert answer["frontier"]["points"]


def test_a_case_of_twenty_issues_with_twenty_options_is_answered_too(tmp_path: Path) -> None:
    answer = analysed(two_parties(20, 20), tmp_path)
    assert answer["parties"]["packages"] == str(20**20)
    assert answer["frontier"]["exact"] is True
    assert len(answer["frontier"]["points"]) > 300
    assert answer["solutions"]["nash"]
    # equal to a point of 100, which is wide on a scale that ends at a twentieth of it
    assert len(answer["meso"]["packages"]) == 3
