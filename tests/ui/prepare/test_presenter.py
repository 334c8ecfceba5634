"""tests: ui/prepare/presenter.py - whatever is changed on any page of Prepare, one Ctrl+Z takes back exactly."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from core.alternative import Form
from core.need import NeedKind
from core.plan import PointKind
from core.side import Basis, Side
from core.term import Term
from tests.ui.desk import ALT, CTRL, SHIFT
from tests.ui.prepare.conftest import Bench
from ui.autosave import SavedField
from ui.prepare.steps.alternatives_step import AlternativesStep
from ui.prepare.steps.common_step import CommonStep
from ui.prepare.steps.goal_step import GoalStep
from ui.prepare.steps.needs_step import NeedsStep
from ui.prepare.steps.plan_step import PlanStep

Key = Qt.Key
Edit = Callable[[Bench], None]


@pytest.fixture
def full(bench: Bench) -> Bench:
    """Fill every step with something to change."""
    price = bench.add_price()
    book, made = bench.driver.logbook, bench.negotiation_id
    payment = book.issues.add(
        made, name="Payment", unit="days", best=Decimal(60), worst=Decimal(14), step=Decimal(1), weight=Decimal(20),
        fair=Decimal(45),
    ).made  # fmt: skip
    for name in ("Campania", "Ebro"):
        book.alternatives.add(made, name=name, terms=(Term(issue_id=price, value=Decimal("1.40")),))
    goal = book.common_goals.add(made, text="A full line").made
    book.common_goals.add(made, text="A quiet year")
    for side in Side:
        basis = Basis.SAID if side is Side.THEM else None
        book.needs.add(made, side=side, kind=NeedKind.HOPE, text="Supply", basis=basis, goal_id=goal)
        book.needs.add(made, side=side, kind=NeedKind.CONCERN, text="Cash", basis=basis)
    for name in ("Early", "Late"):
        book.candidates.add(made, name=name, terms=(Term(issue_id=payment, value=Decimal(30)),))
    for text in ("one", "two"):
        book.plan_points.add(made, kind=PointKind.QUESTION, text=text)
    book.planned_concessions.add(made, issue_id=payment, to_value=Decimal(30))
    book.meetings.plan(made, place="their office")
    bench.view.show_negotiation(made)
    return bench


def on(step: str, edit: Edit) -> Edit:
    def edited(bench: Bench) -> None:
        bench.step(step)
        edit(bench)

    return edited


def goal(bench: Bench) -> GoalStep:
    found = bench.view.page
    assert isinstance(found, GoalStep)
    return found


def answer(bench: Bench) -> None:
    bench.keys("certain supply", Key.Key_Tab)


def mode(bench: Bench) -> None:
    goal(bench).mode.setFocus()
    bench.keys(Key.Key_Right)


def fact(bench: Bench) -> None:
    goal(bench).facts.choices["has_time"].setFocus()
    bench.keys(Key.Key_Down)


def depth(bench: Bench) -> None:
    bench.view.depths.setFocus()
    bench.keys(Key.Key_Left)


def row_up(bench: Bench) -> None:
    bench.sheet.view.go_to(1, 0)
    bench.driver.press(Key.Key_Up, ALT)


def cleared(bench: Bench) -> None:
    bench.sheet.go_to(bench.issue("Price").id, "fair")
    bench.driver.press(Key.Key_Down, SHIFT)
    bench.driver.press(Key.Key_Delete)


def filled(bench: Bench) -> None:
    bench.sheet.go_to(bench.issue("Price").id, "minimum")
    bench.driver.press(Key.Key_Down, SHIFT)
    bench.driver.press(Key.Key_D, CTRL)


def block(bench: Bench) -> None:
    bench.sheet.go_to(bench.issue("Payment").id, "name")
    bench.paste("Payment\tpy\tdays\t90\t10\nLead time\tl\tweeks\t2\t8\n")


def gone(bench: Bench) -> None:
    bench.sheet.view.go_to(0, 0)
    bench.driver.press(Key.Key_Down, SHIFT)
    bench.driver.press(Key.Key_Delete, CTRL)


def template(bench: Bench) -> None:
    page = bench.issues
    page.take_template(page.presenter.templates()[0])


def behind(bench: Bench) -> None:
    bench.issues.behind.fields["us-interest"].setFocus()
    bench.keys("cash", Key.Key_Tab)


def detail(bench: Bench) -> None:
    field = bench.issues.details.forms[0].fields["step"]
    assert isinstance(field, SavedField)
    field.setFocus()
    field.selectAll()
    bench.keys("0.05", Key.Key_Tab)


def need(bench: Bench) -> None:
    page = bench.view.page
    assert isinstance(page, NeedsStep)
    page.needs[Side.THEM].focus_first()
    bench.keys("Growers are paid", Key.Key_Return)


def position(bench: Bench) -> None:
    page = bench.view.page
    assert isinstance(page, NeedsStep)
    page.sheet.setFocus()
    bench.paste("1.38\tmargin\tsupply\t1.50\tharvest\tcash\n")


def goal_moved(bench: Bench) -> None:
    page = bench.view.page
    assert isinstance(page, CommonStep)
    page.goals.sheet.view.go_to(1, 1)
    bench.driver.press(Key.Key_Up, ALT)


def link(bench: Bench) -> None:
    page = bench.view.page
    assert isinstance(page, CommonStep)
    page.links[Side.US].focus_first()
    bench.keys("2", Key.Key_Return)


def package(bench: Bench) -> None:
    page = bench.view.page
    assert isinstance(page, CommonStep)
    page.packages.go_to_new()
    bench.paste("First\nSecond\n")


def alternative_form(bench: Bench) -> None:
    page = bench.view.page
    assert isinstance(page, AlternativesStep)
    page.details.given.fields["form"].setFocus()
    bench.keys(Key.Key_Down)
    assert bench.negotiation.alternatives[0].form is not Form.PACKAGE


def no_deal(bench: Bench) -> None:
    page = bench.view.page
    assert isinstance(page, AlternativesStep)
    page.no_deal.click()


def estimate(bench: Bench) -> None:
    bench.sheet.view.go_to(0, 3)
    bench.paste("1.45\t1.50\t1.60\tsaid\ttheir letter\n1.30\t1.35\t1.40\n")
    assert len(bench.negotiation.estimates) == 2


def in_plan(section: str, *keys: str | Qt.Key) -> Edit:
    def edited(bench: Bench) -> None:
        page = bench.view.page
        assert isinstance(page, PlanStep)
        page.folds[section].set_open(True)
        page.lists[section].focus_first()
        bench.keys(*keys)

    return edited


def walk_away(bench: Bench) -> None:
    page = bench.view.page
    assert isinstance(page, PlanStep)
    page.folds["leaving"].set_open(True)
    page.texts["leaving"].focus_field("walk_away")
    bench.keys("thank you", Key.Key_Tab)


EDITS: dict[str, Edit] = {
    "answer": on("goal", answer),
    "mode": on("goal", mode),
    "fact": on("goal", fact),
    "depth": on("issues", depth),
    "cell": on("issues", lambda bench: bench.tabbed("1.37")),
    "cells cleared": on("issues", cleared),
    "cells filled": on("issues", filled),
    "block pasted": on("issues", block),
    "issue deleted": on("issues", gone),
    "issue moved": on("issues", row_up),
    "template": on("issues", template),
    "text behind": on("issues", behind),
    "detail": on("issues", detail),
    "need": on("needs", need),
    "positions": on("needs", position),
    "goal moved": on("common", goal_moved),
    "goal linked": on("common", link),
    "packages pasted": on("common", package),
    "term": on("alternatives", lambda bench: bench.keys(Key.Key_Right, "1.39", Key.Key_Return)),
    "alternative deleted": on("alternatives", gone),
    "alternative moved": on("alternatives", row_up),
    "form": on("alternatives", alternative_form),
    "no deal": on("alternatives", no_deal),
    "estimate": on("theirs", estimate),
    "concession": on("plan", in_plan("ladder", Key.Key_Tab, Key.Key_Tab, "25", Key.Key_Return)),
    "question emptied": on("plan", in_plan("questions", Key.Key_Delete)),
    "meeting": on("plan", in_plan("meetings", "1 Dec 2026, 10:00", Key.Key_Return)),
    "text of the plan": on("plan", walk_away),
}


@pytest.mark.parametrize("name", EDITS)
def test_each_kind_of_edit_is_one_step_that_undo_takes_back_exactly(full: Bench, name: str) -> None:
    before = full.negotiation
    EDITS[name](full)
    QApplication.processEvents()
    changed = full.negotiation
    assert changed != before, name
    step = full.view.step
    full.driver.run("undo")
    assert full.negotiation == before
    assert full.view.step == step
    full.driver.run("redo")
    assert full.negotiation == changed
