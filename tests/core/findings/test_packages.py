"""tests: core/findings/packages.py - what is on the table and on the ladder, held against walking away."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from core.candidate import Candidate
from core.charts.packages import Kind
from core.findings.packages import candidates, packages, term_rows
from core.findings.seen import Seen
from core.line import Line, Verb
from core.negotiation import Negotiation
from core.side import Side
from core.verdict import Flag
from core.words import NO_BREAK, Words
from tests.core.analysis.cases import golden
from tests.core.cases import MOMENT, alternative, canned_food, changed, four_issues, line, terms

US, THEM = Side.US, Side.THEM


def seen(found: Negotiation, *lines: Line) -> Seen:
    return Seen(replace(found, lines=lines), Words(), MOMENT + timedelta(hours=1))


def title(found: Seen) -> str:
    return packages(found).title.replace(NO_BREAK, " ")


def test_a_breach_is_the_finding_with_its_figure_in_points_and_money() -> None:
    found = seen(canned_food(), line(1, THEM, {1: "1.50", 2: 0}))
    assert title(found) == "Their offer is worth 43.1 points (9,000.00 EUR) less than the BATNA, Other supplier."
    (row,) = [each for each in packages(found).rows if each.kind is Kind.THEIRS]
    assert row.flag is Flag.ACT
    assert row.told == "Their standing offer: 52.1 points, –43.1 against the BATNA, act"


def test_a_better_offer_an_open_one_and_one_worth_the_same() -> None:
    better = seen(four_issues(), line(1, THEM, {1: 105, 2: 60, 3: 5, 4: 24}))
    assert title(better) == "Their offer is worth 18.0 points more than the BATNA, Second supplier."
    doubtful = seen(four_issues(), line(1, THEM, {1: 106}))
    assert title(doubtful) == (
        "Their offer is worth between 28.6 points less and 21.4 points more than the BATNA, Second supplier."
    )
    same = seen(four_issues(), line(1, THEM, {1: 104, 2: 30, 3: 8, 4: 24}))
    assert title(same) == "Their offer is worth the same as the BATNA, Second supplier."
    open_ended = four_issues(alternatives=(alternative(1, "Second supplier", {1: 104, 2: 30, 3: 8}, unsaid="range"),))
    as_good = seen(open_ended, line(1, THEM, {1: 104, 2: 30, 3: 8, 4: 36}))
    assert title(as_good) == "Their offer is worth no less than the BATNA, Second supplier."


def test_the_best_comes_first_and_everything_is_there() -> None:
    issues = changed(four_issues(), 1, fair=Decimal(103), minimum=Decimal(109), baseline=Decimal(106))
    filled = replace(
        issues,
        issues=tuple(replace(each, baseline=each.baseline or each.worst) for each in issues.issues),
        alternatives=(*issues.alternatives, alternative(2, "In-house", {1: 110, 2: 14, 3: 10, 4: 12})),
    )
    found = seen(filled, line(1, THEM, {1: 108, 2: 14, 3: 10, 4: 12}), line(2, US, {1: 100, 2: 60, 3: 4, 4: 36}))
    kinds = [each.kind for each in candidates(found)]
    assert kinds[0] is Kind.OURS
    assert set(kinds) == {Kind.OURS, Kind.THEIRS, Kind.RUNG, Kind.BATNA, Kind.ALTERNATIVE}
    rung = next(row for row in packages(found).rows if row.name == "Minimum acceptable")
    assert rung.flag is Flag.ACT


def test_a_deal_stands_for_both_offers() -> None:
    whole = {1: 104, 2: 30, 3: 8, 4: 24}
    found = seen(four_issues(), line(1, THEM, whole), line(2, US, whole, verb=Verb.AGREE))
    assert [each.kind for each in candidates(found) if each.key == "deal"] == [Kind.AGREED]
    assert title(found).startswith("What is agreed is worth the same")


def test_what_is_missing_is_said() -> None:
    assert title(seen(four_issues())) == "They have offered nothing yet; walking away is worth 48.6 points."
    assert title(seen(four_issues(alternatives=()), line(1, THEM, {1: 106}))).startswith("No alternative is valued")
    assert title(seen(Negotiation(supplier_id=1, title="x"))).startswith("No package can be valued")


def test_a_package_is_taken_apart_beside_the_batna() -> None:
    found = seen(canned_food(), line(1, THEM, {1: "1.50"}))
    (theirs,) = [each for each in candidates(found) if each.kind is Kind.THEIRS]
    price, prepaid = term_rows(found, theirs)
    assert (price.package, price.batna, price.points, price.money) == ("1.50", "1.40", "–47.9", "–10,000.00")
    assert (prepaid.package, prepaid.points) == ("open", "")


def test_candidates_stand_among_the_others_by_whose_idea_they_are() -> None:
    ours = Candidate(id=1, negotiation_id=1, label="A", name="Cash first", terms=terms({1: 101, 2: 14, 3: 4, 4: 36}))
    theirs = replace(ours, id=2, label="B", name="", by=Side.THEM)
    both = replace(ours, id=3, label="C", by=None)
    empty = replace(ours, id=4, label="D", terms=())
    found = seen(four_issues(candidates=(ours, theirs, both, empty)))
    kinds = {each.name: each.kind for each in candidates(found)}
    assert kinds["A Cash first"] is kinds["C Cash first"] is Kind.CANDIDATE
    assert kinds["B"] is Kind.THEIR_CANDIDATE
    assert "D Cash first" not in kinds
    # a package that they thought of is no offer of theirs
    assert title(found) == "They have offered nothing yet; walking away is worth 48.6 points."


def test_what_a_package_likely_brings_them_stands_beside_its_worth() -> None:
    idea = Candidate(id=1, negotiation_id=1, label="A", name="", terms=terms({1: "o1", 2: "o3", 3: "o3"}))
    found = seen(replace(golden(), candidates=(idea,)))
    (row,) = [each for each in packages(found).rows if each.name == "A"]
    assert (row.words, row.theirs) == ("50.0", "70")
    assert row.told == "A: 50.0 points, +15.0 against the BATNA, about 70 to them, fine"
    assert packages(found).table().head == ("Package", "Worth to us", "Against BATNA", "To them, about", "")
    (chosen,) = [each for each in candidates(found) if each.key == "candidate:1"]
    assert [each.theirs for each in term_rows(found, chosen)] == ["0.0", "50.0", "20.0"]
    unknown = seen(replace(golden(), candidates=(idea,), estimates=()))
    assert not packages(unknown).has_theirs
    assert "to them" not in packages(unknown).rows[0].told
