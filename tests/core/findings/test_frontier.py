"""tests: core/findings/frontier.py - the golden case of three issues, and what is said where estimates are missing."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from core.alternative import Form
from core.charts.frontier import Kind
from core.estimate import Estimate, Subject
from core.findings.frontier import Bargain, bargain, case_seen, frontier_chart, grounds_words, missing
from core.findings.seen import Seen
from core.issue import Option, ScaleKind
from core.line import Line
from core.message import Message
from core.negotiation import Negotiation
from core.reports.draw import Drawing
from core.reports.fonts import Missing, measure
from core.side import Basis, Side
from core.words import Words
from tests.core.cases import MOMENT, alternative, four_issues, issue, line, negotiation

US, THEM = Side.US, Side.THEM
LABELS = "abc"
OURS = {"price": (50, 30, 0), "term": (30, 15, 0), "volume": (20, 10, 0)}
THEIRS = {"price": ("0", "0.5", "1"), "term": ("0", "0.6", "1"), "volume": ("0", "0.6", "1")}
WEIGHTS = {"price": 30, "term": 50, "volume": 20}


def golden(*lines: Line, their_reservation: int = 30, spread: int = 0) -> Negotiation:
    issues, estimates = [], []
    for issue_id, (name, ours) in enumerate(OURS.items(), 1):
        options = tuple(Option(label, Decimal(value) / max(ours)) for label, value in zip(LABELS, ours, strict=True))
        issues.append(issue(issue_id, name, weight=max(ours), kind=ScaleKind.OPTIONS, options=options))
        weight = Decimal(WEIGHTS[name])
        estimates.append(
            Estimate(
                negotiation_id=1,
                issue_id=issue_id,
                subject=Subject.WEIGHT,
                low=weight - spread,
                likely=weight,
                high=weight + spread,
            )
        )
        estimates += [
            Estimate(
                negotiation_id=1,
                issue_id=issue_id,
                subject=Subject.OPTION,
                option=label,
                likely=Decimal(value),
                basis=Basis.SAID,
            )
            for label, value in zip(LABELS, THEIRS[name], strict=True)
        ]
    estimates.append(Estimate(negotiation_id=1, subject=Subject.RESERVATION, likely=Decimal(their_reservation)))
    walk = alternative(1, "Walk", points=35, form=Form.POINTS)
    return negotiation(*issues, estimates=tuple(estimates), alternatives=(walk,), lines=lines)


def seen(found: Negotiation) -> Seen:
    return Seen(found, Words(), MOMENT + timedelta(hours=1))


def found_of(found: Negotiation) -> tuple[Seen, Bargain]:
    at = seen(found)
    result = bargain(at, case_seen(at))
    assert isinstance(result, Bargain)
    return at, result


def test_the_balanced_package_is_the_golden_one() -> None:
    at, result = found_of(golden())
    chart = frontier_chart(at, result)
    (balanced,) = [spot for spot in chart.spots if spot.kind is Kind.BALANCED]
    assert (balanced.ours, balanced.theirs) == (60.0, 62.0)
    assert (balanced.name, balanced.under) == ("Balanced 60, 62", "Nash and Kalai-Smorodinsky")
    assert chart.title == "A balanced package is worth 60 to us and about 62 to them."
    assert chart.words.efficient == "cannot be improved for both, 11"
    assert sum(1 for spot in chart.spots if spot.kind is Kind.OTHER) + 11 <= 27
    assert (chart.batna, chart.walk_away) == (35.0, 30.0)


def test_the_table_is_placed_and_what_is_better_for_both_is_said() -> None:
    at, result = found_of(golden(line(1, THEM, {1: "c", 2: "b", 3: "a"})))
    chart = frontier_chart(at, result)
    assert chart.title == (
        "Their standing offer is worth 35 to us and about 60 to them; another package gives us 25 more and them 2."
    )
    better = result.better(result.placed[0])
    assert better is not None
    assert (better.ours, better.theirs) == (Fraction(60, 100), Fraction(62, 100))


def test_what_is_worth_more_to_one_side_than_all_of_the_frontier_is_not_bettered_at_its_cost() -> None:
    _, result = found_of(golden(line(1, THEM, {1: "c", 2: "b", 3: "a"})))
    placed = result.placed[0]
    for off_the_grid in (replace(placed, theirs=Fraction(3)), replace(placed, ours=Fraction(3))):
        assert result.better(off_the_grid) is None


def test_an_offer_on_the_frontier_cannot_be_bettered() -> None:
    at, result = found_of(golden(line(1, US, {1: "a", 2: "c", 3: "b"})))
    assert frontier_chart(at, result).title == (
        "Our standing offer is worth 60 to us and about 62 to them; no package is better for both."
    )


def test_a_changed_estimate_changes_title_figures_and_table() -> None:
    offer = line(1, THEM, {1: "c", 2: "b", 3: "a"})
    before_at, before = found_of(golden(offer))
    changed = golden(offer)
    estimates = tuple(
        replace(each, likely=Decimal(80)) if each.subject is Subject.WEIGHT and each.issue_id == 1 else each
        for each in changed.estimates
    )
    after_at, after = found_of(replace(changed, estimates=estimates))
    one, other = frontier_chart(before_at, before), frontier_chart(after_at, after)
    assert one.title != other.title
    assert one.table() != other.table()


def test_no_zone_is_the_finding() -> None:
    at, result = found_of(golden(their_reservation=95))
    assert frontier_chart(at, result).title == (
        "No package is worth 35 to us and about 95 to them at the same time: both walk away."
    )


def test_ranged_estimates_have_whiskers_and_their_grounds_in_words() -> None:
    at, result = found_of(golden(spread=5))
    chart = frontier_chart(at, result)
    assert any(spot.low is not None and spot.high is not None and spot.low < spot.high for spot in chart.spots)
    assert chart.words.sure == "how sure"
    assert grounds_words(at, result) == "Their values are estimates: 9 said, 4 guesses."


def test_an_open_offer_takes_the_baselines_or_is_not_placed() -> None:
    _, result = found_of(golden(line(1, THEM, {1: "c"})))
    assert [each.key for each in result.placed] == ["balanced"]


def test_without_estimates_one_sentence_says_what_to_enter_and_where() -> None:
    at = seen(four_issues())
    result = bargain(at, case_seen(at))
    assert isinstance(result, Message)
    title, words = missing(at, result)
    assert title == "The frontier needs estimates of their side. Enter them in Prepare, step “Their side”."
    assert words.startswith("Estimate how much Price counts to them.")
    assert words.endswith("And 2 more.")


def test_without_our_own_values_it_says_so() -> None:
    at = seen(negotiation(issue(1, "Price", 100, 110, 0)))
    result = bargain(at, case_seen(at))
    assert isinstance(result, Message)
    assert missing(at, result)[0] == "The frontier needs our own values first."


def test_the_chart_is_drawn_on_paper_with_its_words_as_text() -> None:
    at, result = found_of(golden(line(1, THEM, {1: "c", 2: "b", 3: "a"}), spread=5))
    drawing = Drawing(frontier_chart(at, result).scene(480, measure), Missing())
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(480, drawing.height), invariant=1)
    drawing.drawOn(canvas, 0, 0)
    canvas.save()
    text = PdfReader(io.BytesIO(out.getvalue())).pages[0].extract_text()
    for words in ("Our BATNA 35.0", "Their walk-away, about 30", "Their standing offer", "Balanced 60, 62"):
        assert words in text


def test_the_table_has_equal_decimals_in_a_column() -> None:
    at, result = found_of(golden(line(1, THEM, {1: "c", 2: "b", 3: "a"}), spread=5))
    figures = [cell for _, ours, theirs, _ in frontier_chart(at, result).table().rows for cell in (ours, theirs)]
    numbers = [word.strip("()") for cell in figures for word in cell.split() if word != "to"]
    assert len(numbers) > 20
    assert all(len(number.rpartition(".")[2]) == 1 for number in numbers)
