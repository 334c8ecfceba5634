"""tests: ui/prepare/steps/alternatives_step.py - the three forms, what is assumed, the BATNA explained."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt

from core.alternative import Alternative, Form, Unsaid
from core.term import Term
from core.words import NO_BREAK
from tests.ui.desk import CTRL
from tests.ui.prepare.conftest import Bench
from ui.prepare.steps.alternatives_step import AlternativesStep
from ui.widgets.flag import Level
from ui.widgets.sheet_model import CellState

Key = Qt.Key


def page(bench: Bench) -> AlternativesStep:
    """Show the step and return its page."""
    bench.step("alternatives")
    found = bench.view.page
    assert isinstance(found, AlternativesStep)
    return found


def only(bench: Bench) -> Alternative:
    """Return the only alternative."""
    (found,) = bench.negotiation.alternatives
    return found


def told(step: AlternativesStep) -> str:
    """Return what is explained of the alternative chosen."""
    return step.details.explained.text().replace(NO_BREAK, " ")


def test_a_term_that_is_not_stated_is_assumed_at_its_baseline_and_marked(bench: Bench) -> None:
    price = bench.add_price()
    bench.driver.logbook.issues.change(price, baseline=Decimal("1.45"))
    step = page(bench)
    bench.tabbed("Frutas Ebro")
    cell = bench.cell(only(bench).id, f"issue-{price}")
    assert (cell.text, cell.state) == ("1.45", CellState.PREFILLED)
    assert told(step) == (
        "Worth 50.0 of 100. It is the BATNA: the only alternative that holds. "
        "Assumed, since it is not stated: Price 1.45 EUR/can."
    )
    assert "Assumed: Price 1.45 EUR/can" in {
        text.replace(NO_BREAK, " ") for text in bench.driver.texts(bench.view.side)
    }
    step.details.given.fields["unsaid"].setFocus()
    bench.keys(Key.Key_Down)
    assert only(bench).unsaid is Unsaid.RANGE
    assert bench.cell(only(bench).id, "worth").text == "0–100"


def test_a_range_of_terms_is_typed_with_two_points(bench: Bench) -> None:
    price = bench.add_price()
    page(bench)
    bench.tabbed("Frutas Ebro", "1.40..1.45")
    assert only(bench).terms == (Term(issue_id=price, value=Decimal("1.40"), upto=Decimal("1.45")),)
    assert bench.cell(only(bench).id, "worth").text == "50–75"
    bench.sheet.go_to(only(bench).id, f"issue-{price}")
    bench.keys("1.40..", Key.Key_Return)
    assert bench.cell(only(bench).id, f"issue-{price}").reason == "Type a range as 1.40..1.45, both ends."


def test_a_total_in_money_becomes_the_price_that_it_comes_to(bench: Bench) -> None:
    price = bench.add_price()
    bench.driver.logbook.issues.change(price, reference_quantity=Decimal(100_000))
    step = page(bench)
    bench.tabbed("In-house")
    step.details.given.fields["form"].setFocus()
    bench.keys(Key.Key_Down)
    assert only(bench).form is Form.TOTAL
    assert "enter the total of “In-house”" in told(step)
    step.details.given.fields["total"].setFocus()
    bench.keys("145,000.00 EUR", Key.Key_Tab)
    assert only(bench).total == Decimal("145000.00")
    cell = bench.cell(only(bench).id, f"issue-{price}")
    assert (cell.text.rstrip("0"), bool(cell.state & CellState.READ_ONLY)) == ("1.45", True)
    assert bench.cell(only(bench).id, "worth").text == "50.0"


def test_the_best_that_holds_is_the_batna_and_an_expired_one_is_to_be_checked(bench: Bench) -> None:
    bench.add_price()
    step = page(bench)
    bench.tabbed("Campania", "1.40", "", "1 Oct 2026")
    bench.tabbed("Frutas Ebro", "1.45", "", "30 Nov 2026")
    first, second = bench.negotiation.alternatives
    assert first.valid_until == date(2026, 10, 1)
    assert (bench.cell(first.id, "rank").text, bench.cell(second.id, "rank").text) == ("expired", "BATNA")
    assert bench.cell(first.id, "valid_until").level is Level.CHECK
    assert bench.cell(second.id, "valid_until").reason == "6 days left, valid to 30 Nov 2026"
    bench.sheet.go_to(first.id, "valid_until")
    bench.keys("31 Dec 2026", Key.Key_Return)
    assert (bench.cell(first.id, "rank").text, bench.cell(second.id, "rank").text) == ("BATNA", "2.")
    bench.sheet.go_to(second.id, "name")
    assert told(step) == "Worth 50.0 of 100. 25.0 points less than the BATNA, Campania."


def test_switching_costs_without_money_are_points(bench: Bench) -> None:
    bench.add_price()
    step = page(bench)
    bench.tabbed("Campania", "1.40", "5")
    assert only(bench).switching_cost == 5
    assert bench.cell(only(bench).id, "worth").text == "70.0"
    assert "The switching cost of 5 points is taken off." in told(step)


def test_no_deal_is_one_button_and_its_points_are_asked_for(bench: Bench) -> None:
    bench.add_price()
    step = page(bench)
    step.no_deal.click()
    assert (only(bench).no_deal, only(bench).form) == (True, Form.POINTS)
    assert not step.no_deal.isVisible()
    assert bench.cell(only(bench).id, "rank").level is Level.CHECK
    step.details.given.fields["points"].setFocus()
    bench.keys("-10", Key.Key_Tab)
    assert only(bench).points == Decimal(-10)
    assert bench.cell(only(bench).id, "worth").text == "–10.0"


def test_a_chance_below_one_without_no_deal_spans_two_readings(bench: Bench) -> None:
    bench.add_price()
    step = page(bench)
    bench.tabbed("Campania", "1.40")
    field = step.details.proof.fields["probability"]
    field.setFocus()
    bench.driver.press(Key.Key_A, CTRL)
    bench.keys("80", Key.Key_Tab)
    assert only(bench).probability == Decimal("0.8")
    assert bench.cell(only(bench).id, "worth").text == "60–75"
    assert "Enter what no deal is worth" in told(step)
    field.setFocus()
    bench.driver.press(Key.Key_A, CTRL)
    bench.keys("180", Key.Key_Tab)
    assert step.details.proof.problem(field) == "A chance is at most 100 %. Type 0 to 100."
    assert only(bench).probability == Decimal("0.8")


def test_evidence_has_a_day(bench: Bench) -> None:
    bench.add_price()
    step = page(bench)
    bench.tabbed("Campania", "1.40")
    step.details.proof.fields["evidence"].setFocus()
    bench.keys("Written quote", Key.Key_Tab)
    step.details.proof.fields["evidence_on"].setFocus()
    bench.keys("3 Nov 2026", Key.Key_Tab)
    assert (only(bench).evidence, only(bench).evidence_on) == ("Written quote", date(2026, 11, 3))
    assert "Written quote, 3 Nov 2026" in bench.driver.texts(bench.view.side.card)


def test_alternatives_are_deleted_with_the_way_back(bench: Bench) -> None:
    bench.add_price()
    page(bench)
    bench.tabbed("Campania", "1.40")
    bench.sheet.go_to(only(bench).id, "name")
    bench.driver.press(Key.Key_Delete, CTRL)
    assert bench.negotiation.alternatives == ()
    assert [each.label.code for each in bench.driver.answers.undoable] == ["journal.alternative_deleted"]
    assert "no BATNA" in {flag.split(" ", 1)[-1] for flag in bench.driver.texts(bench.view.side)}


def test_several_alternatives_are_pasted_in_one_step(bench: Bench) -> None:
    price = bench.add_price()
    step = page(bench)
    bench.paste("Campania\t1.40\t5\nEbro\tsoon\t\nIn-house\t1.45\t\n")
    first, second, third = bench.negotiation.alternatives
    assert [each.name for each in (first, second, third)] == ["Campania", "Ebro", "In-house"]
    assert (first.terms[0].value, third.terms[0].value) == (Decimal("1.40"), Decimal("1.45"))
    assert bench.cell(second.id, f"issue-{price}").text == "soon"
    bench.sheet.go_to(first.id, f"issue-{price}")
    bench.paste("1.41\n1.42\n1.43\n")
    assert [each.terms[0].value for each in bench.negotiation.alternatives] == [
        Decimal("1.41"), Decimal("1.42"), Decimal("1.43"),
    ]  # fmt: skip
    bench.undo()
    assert [len(each.terms) for each in bench.negotiation.alternatives] == [1, 0, 1]
    bench.undo()
    assert bench.negotiation.alternatives == ()
    assert step.isVisible()


def test_how_it_could_be_improved_is_written_down(bench: Bench) -> None:
    bench.add_price()
    step = page(bench)
    bench.tabbed("Campania", "1.40")
    step.details.proof.fields["improve"].setFocus()
    bench.write("Let quality test two cartons")
    bench.driver.press(Key.Key_Tab)
    assert only(bench).improve == "Let quality test two cartons"


def test_a_new_alternative_stays_as_typed_while_the_disk_is_full(bench: Bench) -> None:
    bench.add_price()
    bench.step("alternatives")
    model = bench.sheet.model
    name = "Campania " + 9000 * "x"
    bench.fill_disk()
    bench.sheet.view.go_to(model.body_rows, 0)
    bench.paste(name)
    assert not bench.negotiation.alternatives
    assert [each.code for each in bench.driver.answers.troubles] == ["disk.full"]
    cell = model.cell(model.body_rows, 0)
    assert (cell.text, bool(cell.state & CellState.UNREADABLE)) == (name, True)
    bench.sheet.view.go_to(model.body_rows, 0)
    assert bench.sheet.strip.text == cell.reason
    assert cell.reason.startswith("The disk is full")
    bench.free_disk()
    bench.sheet.view.go_to(model.body_rows, 1)
    bench.keys("1.40", Key.Key_Return)
    (made,) = bench.negotiation.alternatives
    assert (made.name, len(made.terms)) == (name, 1)
    assert model.cell(model.body_rows, 0).text == "Add an alternative"


def test_before_there_is_an_alternative_nothing_can_be_scrolled(bench: Bench) -> None:
    step = page(bench)
    bench.driver.window.resize(1280, 720)
    assert not step.scroller.verticalScrollBar().isVisible()
    bench.tabbed("Frutas Ebro")
    assert step.scroller.surface.isVisible()
    assert step.scroller.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAsNeeded
