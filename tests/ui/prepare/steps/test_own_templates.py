"""tests: ui/prepare/steps/own_templates.py - the issues become a template, that is used, replaced and deleted."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.desk import CTRL, SHIFT
from tests.ui.prepare.conftest import Bench
from ui.navigation import NEGOTIATION, Place
from ui.new_record import NewRecord

Key = Qt.Key


def choose(bench: Bench, words: str) -> None:
    """Open the menu of templates by its key and choose an entry by arrows."""
    bench.step("issues")
    bench.driver.press(Key.Key_D, CTRL | SHIFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    at = [action.text() for action in menu.actions()].index(words)
    for _ in range(at):
        QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Return)
    # the platform of the tests leaves no window active when a menu closes
    bench.driver.window.activateWindow()
    bench.driver.wait(bench.driver.window.isActiveWindow)


def offered(bench: Bench) -> list[str]:
    return [each.name for each in bench.view.presenter.templates() if each.saved_id]


def save(bench: Bench, name: str) -> None:
    choose(bench, "Save these issues as a template")
    bench.driver.write(name)
    bench.driver.press(Key.Key_Return)


def test_the_present_issues_become_a_template_that_another_negotiation_begins_with(bench: Bench) -> None:
    bench.add_price()
    save(bench, "Tinned food")
    assert offered(bench) == ["Tinned food"]
    book = bench.driver.logbook
    other = book.negotiations.add(supplier_id=bench.negotiation.supplier_id, title="Peas", currency="CHF").made
    bench.driver.go(Place(NEGOTIATION, other, "prepare", "issues"))
    second = Bench(bench.driver, other)
    choose(second, "Tinned food")
    (price,) = second.negotiation.issues
    assert (price.name, price.unit, price.alias, price.best) == ("Price", "CHF/can", "p", None)
    assert {"alias", "unit", "weight"} <= set(price.prefilled)


def test_one_of_the_same_name_is_replaced(bench: Bench) -> None:
    bench.add_price()
    save(bench, "Tinned food")
    bench.step("issues")
    bench.sheet.view.go_to(1, 0)
    bench.tabbed("Payment")
    save(bench, "Tinned food")
    assert offered(bench) == ["Tinned food"]
    assert [issue.name for issue in bench.view.presenter.templates()[0].issues] == ["Price", "Payment"]


def test_a_template_without_a_name_is_refused_and_one_is_deleted_and_brought_back(bench: Bench) -> None:
    bench.add_price()
    save(bench, " ")
    panel = bench.driver.panel(NewRecord)
    assert panel.problem == "A template needs a name. Type one."
    bench.driver.write("Tinned food")
    bench.driver.press(Key.Key_Return)
    choose(bench, "Delete a template of your own")
    bench.driver.press(Key.Key_Return)
    assert offered(bench) == []
    assert [each.label.code for each in bench.driver.answers.undoable] == ["journal.template_deleted"]
    bench.driver.run("undo")
    assert offered(bench) == ["Tinned food"]


def test_without_issues_there_is_nothing_to_save(bench: Bench) -> None:
    bench.step("issues")
    bench.driver.press(Key.Key_D, CTRL | SHIFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "Save these issues as a template" not in [action.text() for action in menu.actions()]
    menu.close()
