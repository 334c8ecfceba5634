"""tests: simple parts are added, changed, moved and deleted, each in one step that can be undone."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import event

from core.errors import BadInput, NotAllowed
from core.plan import PointKind
from core.side import Side
from db.logbook import Logbook
from tests.golden.fill import Filled


@pytest.fixture
def matter(book: Logbook) -> int:
    """Return an empty negotiation."""
    supplier = book.suppliers.add(name="Conserva").made
    return book.negotiations.add(supplier_id=supplier, title="Tins").made


def test_parts_stand_in_the_order_in_which_they_were_added_and_can_be_moved(book: Logbook, matter: int) -> None:
    first = book.needs.add(matter, side=Side.US, text="full shelves").made
    book.needs.add_many(matter, ({"side": Side.THEM, "text": "cash"}, {"side": Side.THEM, "text": "volume"}))
    assert [each.text for each in book.negotiations.load(matter).needs] == ["full shelves", "cash", "volume"]
    book.needs.move(first, 9)
    assert [each.text for each in book.negotiations.load(matter).needs] == ["cash", "volume", "full shelves"]


def test_several_parts_are_one_step_back(book: Logbook, matter: int) -> None:
    points = ({"kind": PointKind.QUESTION, "text": "Why?"}, {"kind": PointKind.MOVE, "text": "ask for a sample"})
    made = book.plan_points.add_many(matter, points).made
    assert book.negotiations.load(matter).plan_points[0].id == made
    book.journal.undo()
    assert book.negotiations.load(matter).plan_points == ()
    book.journal.redo()
    book.plan_points.delete_many([each.id for each in book.negotiations.load(matter).plan_points])
    assert book.negotiations.load(matter).plan_points == ()
    book.journal.undo()
    assert [each.text for each in book.negotiations.load(matter).plan_points] == ["Why?", "ask for a sample"]


def test_a_field_that_is_set_is_no_longer_prefilled_even_to_the_same_value(book: Logbook, matter: int) -> None:
    made = book.needs.add(matter, side=Side.THEM, text="cash", prefilled=("text", "basis")).made
    book.needs.change(made, text="cash")
    assert book.negotiations.load(matter).needs[0].prefilled == ("basis",)
    book.journal.undo()
    assert book.negotiations.load(matter).needs[0].prefilled == ("text", "basis")


def test_what_is_prefilled_can_be_said_anew(book: Logbook, matter: int) -> None:
    made = book.common_goals.add(matter, text="no empty shelf", prefilled=("text",)).made
    book.common_goals.change(made, text="no empty shelf at Easter", prefilled=("text",))
    assert book.negotiations.load(matter).common_goals[0].prefilled == ("text",)


def test_a_goal_that_is_deleted_leaves_its_needs(book: Logbook, matter: int) -> None:
    goal = book.common_goals.add(matter, text="no empty shelf").made
    book.needs.add(matter, side=Side.US, text="full shelves", goal_id=goal)
    book.common_goals.delete(goal)
    assert [(each.text, each.goal_id) for each in book.negotiations.load(matter).needs] == [("full shelves", None)]


def test_a_planned_concession_holds_values_that_suit_both_its_issues(full: Logbook, ids: Filled) -> None:
    step = full.negotiations.load(ids.negotiation).planned_concessions[0]
    with pytest.raises(NotAllowed):
        full.planned_concessions.change(step.id, return_value="EXPRESS")
    with pytest.raises(NotAllowed):
        full.planned_concessions.change(step.id, to_value="DDP")
    full.issues.rename_option(ids.terms, "DDP", "delivered")
    assert full.negotiations.load(ids.negotiation).planned_concessions[0].return_value == "delivered"


def test_a_name_is_needed(book: Logbook, matter: int) -> None:
    with pytest.raises(BadInput):
        book.needs.add(matter, side=Side.US, text="  ")
    with pytest.raises(BadInput):
        book.claimed_costs.add(matter, name="")


def test_a_suppliers_lists_are_read_by_themselves(book: Logbook) -> None:
    supplier = book.suppliers.add(name="Conserva").made
    changes = book.contracts.add(supplier, title="Frame", ends=date(2027, 12, 31))
    assert changes.concern("supplier", supplier)
    book.contracts.add(supplier, title="Tins only")
    contracts = book.contracts.of_supplier(supplier)
    assert [(each.title, each.place) for each in contracts] == [("Frame", 0), ("Tins only", 1)]
    for year in (2026, 2025):
        book.spends.add(supplier, year=year, amount=Decimal("10.50"), currency="EUR")
    assert [each.year for each in book.spends.of_supplier(supplier)] == [2025, 2026]
    for on in (date(2026, 6, 1), date(2026, 1, 1)):
        book.cost_parts.add(supplier, on=on, name="tin", share=Decimal(45))
    assert [each.on for each in book.cost_parts.of_supplier(supplier)] == [date(2026, 1, 1), date(2026, 6, 1)]
    book.suppliers.delete(supplier)
    assert book.contracts.of_supplier(supplier) == ()


def test_parts_are_changed_and_added_in_one_step(full: Logbook, ids: Filled) -> None:
    before = full.negotiations.load(ids.negotiation).claimed_costs
    changes = full.claimed_costs.put_many(ids.negotiation, {before[0].id: {"name": "Steel"}}, [{"name": "Gas"}])
    after = full.negotiations.load(ids.negotiation).claimed_costs
    assert (after[0].name, after[-1].name, after[-1].id) == ("Steel", "Gas", changes.made)
    full.journal.undo()
    assert full.negotiations.load(ids.negotiation).claimed_costs == before


def test_a_common_goal_is_added_with_the_needs_that_lead_to_it_in_one_step(full: Logbook, ids: Filled) -> None:
    needs = [full.needs.add(ids.negotiation, side=side, text="supply").made for side in Side]
    before = full.negotiations.load(ids.negotiation)
    made = full.common_goals.add_for(ids.negotiation, needs, text="a line that runs").made
    after = full.negotiations.load(ids.negotiation)
    assert after.common_goals[-1].id == made
    assert {each.id for each in after.needs if each.goal_id == made} == set(needs)
    full.journal.undo()
    assert full.negotiations.load(ids.negotiation) == before


def test_a_list_is_looked_through_once_for_all_that_is_put_behind_it(book: Logbook, matter: int) -> None:
    book.needs.add(matter, side=Side.US, text="full shelves")
    read: list[str] = []
    watched = book._work._engine  # what is sent to the file is seen nowhere else
    event.listen(watched, "before_cursor_execute", lambda *sent: read.append(sent[2]))
    book.needs.add_many(matter, [{"side": Side.US, "text": f"need {at}"} for at in range(9)])
    book.needs.put_many(matter, {}, [{"side": Side.US, "text": f"more {at}"} for at in range(9)])
    assert len([each for each in read if "FROM need" in each and "need.negotiation_id" in each]) == 2
    assert [each.place for each in book.negotiations.load(matter).needs] == list(range(19))
