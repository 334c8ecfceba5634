"""tests: ui/prepare/steps/issues_step.py - what cannot be right in a cell is kept, flagged and told."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from core.debrief import Outcome
from core.issue import Option, ScaleKind
from core.negotiation import Weighting
from core.term import Term
from core.words import NO_BREAK
from tests.ui.desk import CTRL, SHIFT
from tests.ui.prepare.conftest import Bench
from ui.autosave import SavedField
from ui.navigation import NEGOTIATION, Place
from ui.widgets.flag import Level
from ui.widgets.sheet_model import CellState

Key = Qt.Key


def strip(bench: Bench) -> tuple[Level | None, str]:
    """Return the flag and the words under the sheet."""
    return bench.issues.sheet.strip.level, bench.issues.sheet.strip.text.replace(NO_BREAK, " ")


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("about 1.40", "“about 1.40” is no number. Type digits only, for example 1,234.5."),
        ("NaN", "“NaN” is no number. Type digits only, for example 1,234.5."),
        ("1e999999", "“1e999999” is no number. Type digits only, for example 1,234.5."),
        ("1.40 USD", "USD is another currency: the negotiation is in EUR. Type the amount in EUR."),
        ("9" * 31, f"“{'9' * 31}” has too many digits. Type a number of at most 30 digits."),
    ],
)
def test_what_is_no_figure_stays_as_typed_with_the_reason(bench: Bench, typed: str, reason: str) -> None:
    price = bench.add_price()
    bench.sheet.go_to(price, "fair")
    bench.keys(typed, Key.Key_Return)
    bench.sheet.go_to(price, "fair")
    assert strip(bench) == (Level.CHECK, f"Price, Fair: {reason}")
    assert bench.issue("Price").fair == Decimal("1.40")
    changes = bench.driver.logbook.issues.change(price, alias="pr")
    bench.view.changes_made.emit(changes)
    cell = bench.cell(price, "fair")
    assert (cell.text, bool(cell.state & CellState.UNREADABLE)) == (typed, True)


def test_undo_first_takes_back_what_could_not_be_read(bench: Bench) -> None:
    price = bench.add_price()
    bench.sheet.go_to(price, "fair")
    bench.keys("abc", Key.Key_Return)
    bench.undo()
    assert bench.cell(price, "fair").text == "1.40"
    bench.undo()
    assert bench.issue("Price").limit is None


def test_another_figure_takes_the_place_of_what_could_not_be_read(bench: Bench) -> None:
    price = bench.add_price()
    bench.sheet.go_to(price, "fair")
    bench.keys("abc", Key.Key_Return)
    bench.sheet.go_to(price, "fair")
    bench.keys("1.39", Key.Key_Return)
    assert (bench.cell(price, "fair").text, bench.cell(price, "fair").state) == ("1.39", CellState.PLAIN)


def test_a_limit_on_the_wrong_side_of_the_target_calls_to_act(bench: Bench) -> None:
    price = bench.add_price()
    bench.sheet.go_to(price, "limit")
    bench.keys("1.39", Key.Key_Return)
    bench.sheet.go_to(price, "limit")
    assert strip(bench) == (
        Level.ACT,
        "Price, Limit: The limit 1.39 EUR/can is on the wrong side of the target. Correct one of them.",
    )
    bench.sheet.go_to(price, "name")
    assert strip(bench)[0] is Level.ACT


def test_an_issue_cannot_lose_its_name(bench: Bench) -> None:
    price = bench.add_price()
    bench.sheet.go_to(price, "name")
    bench.keys(Key.Key_Delete)
    assert bench.issue("Price").id == price
    assert strip(bench) == (
        Level.CHECK, "Price: An issue needs a name. Type one, or delete the row with Ctrl+Delete."
    )  # fmt: skip


def test_weights_of_zero_say_why_nothing_can_be_judged(bench: Bench) -> None:
    price = bench.add_price()
    bench.sheet.go_to(price, "weight")
    bench.keys("0", Key.Key_Return)
    assert bench.view.side.sentence.text() == "Cannot be judged: enter a weight for at least one issue."
    assert bench.cell("total", "minimum").text == "–"
    bench.sheet.go_to(price, "weight")
    bench.keys("-1", Key.Key_Return)
    assert bench.cell(price, "weight").reason == "The number must be at least 0."


def test_a_unit_in_another_currency_and_a_taken_key_are_to_be_checked(bench: Bench) -> None:
    price = bench.add_price()
    bench.tabbed("Freight", "p", "USD/t")
    freight = bench.issue("Freight").id
    assert bench.cell(freight, "unit").reason.startswith("USD is another currency: the negotiation is in EUR.")
    assert bench.cell(freight, "alias").level is Level.CHECK
    assert bench.cell(price, "alias").level is Level.CHECK


def test_a_reserved_word_is_no_key(bench: Bench) -> None:
    price = bench.add_price()
    bench.sheet.go_to(price, "alias")
    bench.keys("ok", Key.Key_Return)
    assert bench.issue("Price").alias == "p"
    assert "means something else in a meeting line" in bench.cell(price, "alias").reason


def test_a_first_day_makes_an_issue_of_days(bench: Bench) -> None:
    bench.step("issues")
    bench.tabbed("Closing", "", "", "1 Feb 2027", "31 Mar 2027", "20")
    closing = bench.issue("Closing")
    assert (closing.kind, closing.best, closing.worst) == (ScaleKind.DATE, date(2027, 2, 1), date(2027, 3, 31))
    assert closing.step == 1
    assert bench.cell(closing.id, "worst").text == "31 Mar 2027"


def test_in_money_the_weight_is_what_the_range_is_worth(bench: Bench) -> None:
    price = bench.add_price()
    bench.tabbed("Prepaid", "", "%", "0", "100")
    logbook = bench.driver.logbook
    logbook.issues.change(price, reference_quantity=Decimal(100_000))
    changes = logbook.negotiations.change(bench.negotiation_id, weighting=Weighting.MONEY)
    bench.view.changes_made.emit(changes)
    prepaid = bench.issue("Prepaid").id
    assert (bench.cell(price, "weight").text, bench.cell(price, "weight").detail[:3]) == ("20,000", "100")
    assert bench.cell(price, "weight").state & CellState.READ_ONLY
    assert bench.cell(prepaid, "weight").level is Level.CHECK
    bench.sheet.go_to(prepaid, "weight")
    bench.keys("882.78 EUR", Key.Key_Return)
    assert bench.issue("Prepaid").money_worth == Decimal("882.78")
    assert bench.cell(prepaid, "weight").detail.replace(NO_BREAK, " ") == "4.2 %"


def test_a_step_is_above_zero(bench: Bench) -> None:
    price = bench.add_price()
    bench.sheet.go_to(price, "name")
    scale = bench.issues.details.forms[0]
    scale.fields["step"].setFocus()
    bench.driver.press(Key.Key_A, CTRL)
    bench.keys("0", Key.Key_Tab)
    assert scale.problem(scale.fields["step"]) == "The number must be more than 0."
    assert bench.issue("Price").step == Decimal("0.01")


def test_a_text_that_the_logbook_refuses_stays_as_typed(bench: Bench) -> None:
    logbook = bench.driver.logbook
    options = (Option("none", Decimal(0)), Option("shared", Decimal("0.5")), Option("full", Decimal(1)))
    made = logbook.issues.add(bench.negotiation_id, name="Promotion", kind=ScaleKind.OPTIONS, options=options)
    terms = (Term(issue_id=made.made, value="shared"),)
    changes = logbook.alternatives.add(bench.negotiation_id, name="Other", terms=terms)
    bench.view.changes_made.emit(changes)
    bench.step("issues")
    bench.sheet.go_to(made.made, "name")
    scale = bench.issues.details.forms[0]
    field = scale.fields["options"]
    field.setFocus()
    bench.driver.press(Key.Key_A, CTRL)
    bench.keys("none = 0; full = 1", Key.Key_Tab)
    assert scale.problem(field) == (
        "Option “shared” of Promotion is in use. Rename it instead, or change what uses it first."
    )
    assert isinstance(field, SavedField)
    assert field.text() == "none = 0; full = 1"
    assert bench.issue("Promotion").options == options


def test_pasted_cells_without_a_place_are_counted(bench: Bench) -> None:
    price = bench.add_price()
    bench.sheet.go_to(price, "limit")
    bench.paste("1.47\t9\t9")
    assert bench.issue("Price").limit == Decimal("1.47")
    assert strip(bench) == (Level.CHECK, "2 pasted cells had no place and were left out.")


def test_the_menu_of_a_row_deletes_it(bench: Bench) -> None:
    price = bench.add_price()
    bench.sheet.go_to(price, "name")
    bench.issues.sheet.menu_wanted.emit(price, "name", QPoint(0, 0))
    menu = next(each for each in bench.issues.findChildren(QMenu) if each.isVisible())
    action = next(each for each in menu.actions() if each.text() == "Delete issue")
    action.trigger()
    menu.close()
    assert bench.negotiation.issues == ()


# what comes from elsewhere


def close_earlier(bench: Bench) -> None:
    """Close an earlier negotiation with the same supplier, at 1.42."""
    logbook = bench.driver.logbook
    before = logbook.negotiations.add(
        supplier_id=bench.negotiation.supplier_id, title="Sweetcorn 2026", weighting=Weighting.RANKING
    ).made
    figures = {"best": Decimal("1.35"), "worst": Decimal("1.55"), "limit": Decimal("1.48"), "weight": Decimal(1)}
    price = logbook.issues.add(before, name="Price", alias="p", unit="EUR/can", step=Decimal("0.01"), **figures).made
    logbook.issues.add(before, name="Payment", unit="days", best=Decimal(60), worst=Decimal(14), weight=Decimal(2))
    logbook.debriefs.close(before, Outcome.AGREED, (Term(issue_id=price, value=Decimal("1.42")),))
    bench.driver.go(Place(NEGOTIATION, bench.negotiation_id, "meet"))
    bench.driver.go(Place(NEGOTIATION, bench.negotiation_id, "prepare", "issues"))


def test_ctrl_d_copies_the_issues_of_the_last_negotiation_in_one_step(bench: Bench) -> None:
    close_earlier(bench)
    assert bench.issues.copy_button.isVisible()
    assert bench.issues.copy_button.label == "Copy from 24 Nov 2026"
    assert "Ctrl+D copies those of 24 Nov 2026" in strip(bench)[1]
    bench.issues.focus_first()
    bench.driver.press(Qt.Key.Key_D, CTRL)
    assert [issue.name for issue in bench.negotiation.issues] == ["Price", "Payment"]
    price = bench.issue("Price")
    assert (price.best, price.limit, price.baseline) == (Decimal("1.35"), Decimal("1.48"), Decimal("1.42"))
    assert bench.negotiation.weighting is Weighting.RANKING
    assert bench.sheet.current() == (price.id, "best")
    assert not bench.issues.copy_button.isVisible()
    bench.undo()
    assert (bench.negotiation.issues, bench.negotiation.weighting) == ((), Weighting.DIRECT)


def test_only_issues_that_are_missing_are_copied(bench: Bench) -> None:
    close_earlier(bench)
    bench.add_price()
    bench.issues.copy_button.click()
    assert [issue.name for issue in bench.negotiation.issues] == ["Price", "Payment"]
    assert bench.issue("Price").baseline is None
    assert bench.issue("Payment").weight is None
    bench.issues.focus_first()
    bench.driver.press(Qt.Key.Key_D, CTRL)
    assert bench.driver.answers.told == ["Every issue of 24 Nov 2026 is here already."]


def test_without_an_earlier_negotiation_ctrl_d_says_so(bench: Bench) -> None:
    bench.step("issues")
    assert not bench.issues.copy_button.isVisible()
    bench.driver.press(Qt.Key.Key_D, CTRL)
    assert bench.driver.answers.told == ["There is no closed negotiation with this supplier yet to copy from."]


def test_a_template_is_chosen_from_a_list_by_keys(bench: Bench) -> None:
    bench.step("issues")
    bench.driver.press(Qt.Key.Key_D, CTRL | SHIFT)
    menu = next(each for each in bench.issues.findChildren(QMenu) if each.isVisible())
    assert [action.text() for action in menu.actions()] == [
        "Raw material", "Packaging", "Logistics", "IT and software", "Services", "Facility", "Contract renewal",
        "Price increase",
    ]  # fmt: skip
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(menu, key)
    names = [issue.name for issue in bench.negotiation.issues]
    assert names[:3] == ["Price", "Volume", "Tooling"]
    assert bench.issue("Price").unit == "EUR/k pcs"
    assert (bench.issue("Price").best, bench.issue("Price").weight) == (None, None)
    assert bench.sheet.current() == (bench.issue("Price").id, "best")
    bench.undo()
    assert bench.negotiation.issues == ()


def test_a_read_only_logbook_takes_nothing_from_elsewhere(bench: Bench) -> None:
    close_earlier(bench)
    bench.view.set_editing(False)
    bench.issues.focus_first()
    bench.driver.press(Qt.Key.Key_D, CTRL)
    bench.driver.press(Qt.Key.Key_D, CTRL | SHIFT)
    assert bench.negotiation.issues == ()
    assert not any(each.isVisible() for each in bench.issues.findChildren(QMenu))


def test_a_field_of_the_details_that_was_filled_in_says_so_until_it_is_touched(bench: Bench) -> None:
    price = bench.add_price()
    bench.driver.logbook.issues.change(price, baseline=Decimal("1.46"), prefilled=("baseline",))
    bench.view.show_negotiation(bench.negotiation_id)
    bench.issues.go_to(price, "name")
    form = next(each for each in bench.issues.details.forms if "baseline" in each.fields)
    field = form.line("baseline")
    assert (field.font().italic(), field.accessibleName()) == (True, "Baseline, prefilled")
    field.setFocus()
    field.selectAll()
    bench.keys("1.47", Qt.Key.Key_Tab)
    assert bench.issue("Price").prefilled == ()
    assert (field.font().italic(), field.accessibleName()) == (False, "Baseline")


def test_another_negotiation_with_more_issues_takes_the_place_of_one_with_few(bench: Bench) -> None:
    bench.add_price()
    bench.sheet.view.go_to(0, 0)
    logbook = bench.driver.logbook
    other = logbook.negotiations.add(supplier_id=bench.negotiation.supplier_id, title="Peas").made
    for name in ("Delivery", "Payment", "Volume", "Bonus", "Term"):
        logbook.issues.add(other, name=name)
    bench.driver.go(Place(NEGOTIATION, other, "prepare", "issues"))
    assert [bench.sheet.model.row_id(row) for row in range(bench.sheet.model.body_rows)] == [
        issue.id for issue in logbook.negotiations.load(other).issues
    ]
    assert bench.sheet.current() == (logbook.negotiations.load(other).issues[0].id, "name")
