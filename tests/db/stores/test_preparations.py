"""tests: how a preparation begins and is filled - one step back each, and marked until it is touched."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from core.errors import BadInput
from core.estimate import Subject
from core.need import NeedKind
from core.negotiation import Weighting
from core.plan import PointKind
from core.prefill import Prefill
from core.side import Basis, Side
from core.strategy import Question
from db.logbook import Logbook
from tests.golden.fill import Filled

LENT = Prefill(
    issues=({"name": "Price", "best": Decimal("1.40"), "worst": Decimal("1.60"), "weight": Decimal(3)},),
    matter={"weighting": Weighting.RANKING},
    answers=({"side": Side.US, "question": Question.GOAL, "text": "supply"},),
    positions=({"side": Side.THEM, "issue": "price", "position": "1.60", "basis": Basis.SAID},),
    goals=({"text": "a line that runs"},),
    needs=(
        {"side": Side.THEM, "kind": NeedKind.CONCERN, "text": "cash", "basis": Basis.GUESS, "goal": "A line that runs"},
        {"side": Side.US, "text": "supply"},
    ),
    alternatives=(
        {
            "name": "Tarsia",
            "evidence": "quote",
            "terms": ({"issue": "price", "value": Decimal("1.45")}, {"issue": "gone", "value": Decimal(1)}),
        },
    ),
    estimates=(
        {"issue": "price", "subject": Subject.LIMIT, "likely": Decimal("1.44"), "basis": Basis.OBSERVED},
        {"issue": "gone", "subject": Subject.LIMIT, "likely": Decimal(1)},
    ),
    points=({"kind": PointKind.TACTIC, "side": Side.THEM, "tactic": 2, "reply": "wait"},),
)


def test_a_negotiation_begins_with_a_new_supplier_and_all_that_is_lent_in_one_step(book: Logbook) -> None:
    changes = book.preparations.begin("Sorano", title="Cans", lent=LENT)
    found = book.negotiations.load(changes.made)
    assert (found.supplier_name, found.title, found.weighting) == ("Sorano", "Cans", Weighting.RANKING)
    (price,) = found.issues
    assert (price.best, price.prefilled) == (Decimal("1.40"), ("best", "weight", "worst"))
    assert [(each.issue_id, each.position, each.prefilled) for each in found.positions] == [
        (price.id, "1.60", ("basis", "position"))
    ]  # fmt: skip
    (goal,) = found.common_goals
    assert [(each.text, each.goal_id) for each in found.needs] == [("cash", goal.id), ("supply", None)]
    (tarsia,) = found.alternatives
    assert [(term.issue_id, term.value) for term in tarsia.terms] == [(price.id, Decimal("1.45"))]
    assert tarsia.prefilled == ("evidence", "name", "terms")
    assert [(each.issue_id, each.likely) for each in found.estimates] == [(price.id, Decimal("1.44"))]
    assert found.plan_points[0].prefilled == ("reply", "tactic")
    assert found.answers[0].prefilled == ("text",)
    book.journal.undo()
    assert book.negotiations.rows() == ()
    assert book.suppliers.rows() == ()


def test_figures_of_the_matter_itself_are_lent_to_one_that_was_given_none(book: Logbook) -> None:
    lent = replace(LENT, matter={"annual_rate": Decimal("7.5"), "days_per_month": Decimal(31)})
    found = book.negotiations.load(book.preparations.begin("Sorano", title="Cans", lent=lent).made)
    assert (found.annual_rate, found.days_per_month) == (Decimal("7.5"), Decimal(31))


def test_what_was_typed_bears_no_mark(book: Logbook) -> None:
    supplier = book.suppliers.add(name="Sorano").made
    typed = Prefill(issues=({"name": "Price", "limit": Decimal("1.55")},))
    made = book.preparations.begin(supplier, title="Cans", typed=typed).made
    found = book.negotiations.load(made)
    assert found.supplier_id == supplier
    assert (found.issues[0].limit, found.issues[0].prefilled) == (Decimal("1.55"), ())


def test_nothing_is_added_by_halves(book: Logbook) -> None:
    with pytest.raises(BadInput):
        book.preparations.begin("Sorano", title="Cans", currency="euros", lent=LENT)
    assert book.suppliers.rows() == ()
    with pytest.raises(BadInput):
        book.preparations.begin("  ", title="Cans")
    assert book.negotiations.rows() == ()


def test_a_filled_one_takes_what_it_lacks_on_the_issues_that_are_there_by_name(full: Logbook, ids: Filled) -> None:
    before = full.negotiations.load(ids.negotiation)
    lent = Prefill(positions=({"side": Side.US, "issue": "price", "why": "margin"},), points=LENT.points)
    changes = full.preparations.lend(ids.negotiation, lent)
    after = full.negotiations.load(ids.negotiation)
    assert after.positions[-1].issue_id == ids.price
    assert after.positions[:-1] == before.positions
    assert changes.label.data["count"] == 2
    full.journal.undo()
    assert full.negotiations.load(ids.negotiation) == before


def test_a_field_that_is_touched_loses_its_mark_alone(book: Logbook) -> None:
    made = book.preparations.begin("Sorano", title="Cans", lent=LENT).made
    price = book.negotiations.load(made).issues[0]
    book.issues.change(price.id, best=price.best)
    assert book.negotiations.load(made).issues[0].prefilled == ("weight", "worst")


def test_the_terms_of_an_alternative_lose_their_mark_when_one_is_set(book: Logbook) -> None:
    made = book.preparations.begin("Sorano", title="Cans", lent=LENT).made
    (tarsia,) = book.negotiations.load(made).alternatives
    book.alternatives.change(tarsia.id, terms=tarsia.terms)
    assert book.negotiations.load(made).alternatives[0].prefilled == ("evidence", "name")


def test_issues_alone_are_told_as_copied_and_nothing_changes_nothing(full: Logbook, ids: Filled) -> None:
    before = full.negotiations.load(ids.negotiation)
    issues = Prefill(issues=({"name": "volume", "weight": Decimal(2)}, {"name": "warranty"}), matter=LENT.matter)
    changes = full.preparations.lend(ids.negotiation, issues)
    after = full.negotiations.load(ids.negotiation)
    assert [issue.name for issue in after.issues][-2:] == ["volume", "warranty"]
    assert (after.issue_by_id[changes.made].name, after.weighting) == ("volume", Weighting.RANKING)
    assert changes.label.code == "journal.issues_lent"
    full.journal.undo()
    assert full.preparations.lend(ids.negotiation, Prefill(matter=LENT.matter)).entry == 0
    assert full.negotiations.load(ids.negotiation) == before
