"""tests: how a preparation begins and is filled - one step back each, and marked until it is touched."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.debrief import Outcome
from core.errors import BadInput
from core.estimate import Subject
from core.folding import key_of
from core.need import NeedKind
from core.negotiation import Negotiation, Weighting
from core.plan import PointKind
from core.prefill import Prefill, from_earlier, together
from core.prefill_sides import sides_from_earlier
from core.side import Basis, Side
from core.strategy import Question
from core.term import Term
from db.logbook import Logbook
from tests.db.conftest import Make
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


# a first negotiation of any kind, closed, and a second one that begins with it

WORDS = st.sampled_from(["cash", "Cash ", "a line that runs", "no quarrel", "naïve  words", "3 % less"])
FIRST = st.builds(
    Prefill,
    issues=st.lists(
        st.fixed_dictionaries(
            {"name": st.sampled_from(["Price", "Payment", "Warranty", "Lead time"])},
            optional={
                "best": st.integers(1, 9).map(Decimal), "worst": st.integers(10, 20).map(Decimal),
                "limit": st.integers(10, 20).map(Decimal), "weight": st.integers(0, 9).map(Decimal),
                "alias": st.sampled_from(["p", "y", ""]), "baseline": st.integers(1, 20).map(Decimal),
            },
        ),
        min_size=1, max_size=4, unique_by=lambda each: (each["name"], ),
    ).map(tuple),
    answers=st.lists(
        st.builds(
            lambda side, text: {"side": side, "question": Question.GOAL, "text": text}, st.sampled_from(Side), WORDS
        ),
        max_size=2, unique_by=lambda each: each["side"],
    ).map(tuple),
    goals=st.lists(st.builds(lambda text: {"text": text}, WORDS), max_size=3).map(tuple),
    needs=st.lists(
        st.builds(
            lambda side, text, goal: {"side": side, "text": text, "goal": goal}, st.sampled_from(Side), WORDS, WORDS
        ),
        max_size=4,
    ).map(tuple),
    positions=st.lists(
        st.builds(
            lambda side, issue, text: {"side": side, "issue": issue, "interest": text},
            st.sampled_from(Side), st.sampled_from(["", "price", "payment"]), WORDS,
        ),
        max_size=3, unique_by=lambda each: (each["side"], each["issue"]),
    ).map(tuple),
    estimates=st.lists(
        st.builds(
            lambda issue, subject, likely: {"issue": issue, "subject": subject, "likely": Decimal(likely)},
            st.sampled_from(["price", "payment"]), st.sampled_from([Subject.LIMIT, Subject.WEIGHT, Subject.TARGET]),
            st.integers(1, 20),
        ),
        max_size=3, unique_by=lambda each: (each["issue"], each["subject"]),
    ).map(tuple),
    alternatives=st.lists(
        st.builds(lambda text: {"name": text, "terms": ({"issue": "price", "value": Decimal(7)},)}, WORDS), max_size=2
    ).map(tuple),
    points=st.just(()),
)  # fmt: skip


def lent_by(now: Negotiation, earlier: Negotiation) -> Prefill:
    return together(from_earlier(now, earlier), sides_from_earlier(now, earlier))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(first=FIRST, agreed=st.integers(1, 20), turned_out=st.integers(1, 20))
def test_a_second_negotiation_begins_with_all_that_the_first_one_left_marked_and_once(
    make: Make, first: Prefill, agreed: int, turned_out: int
) -> None:
    book = make()
    one = book.preparations.begin("Sorano", title="Cans 2026", typed=first).made
    before = book.negotiations.load(one)
    deal = tuple(Term(issue_id=each.id, value=Decimal(agreed)) for each in before.issues[:2])
    book.debriefs.close(one, Outcome.AGREED, deal)
    for each in before.estimates[:1]:
        book.estimates.turn_out(each.id, Decimal(turned_out), date(2026, 11, 24))
    earlier = book.negotiations.load(one)
    begun = Negotiation(supplier_id=earlier.supplier_id, title="", currency=earlier.currency)
    lent = lent_by(begun, earlier)
    two = book.preparations.begin(earlier.supplier_id, title="Cans 2027", lent=lent).made
    second = book.negotiations.load(two)

    assert [each.name for each in second.issues] == [each.name for each in earlier.issues]
    known = {key_of(each.name): each for each in second.issues}
    for term in deal:
        assert known[key_of(earlier.issue_by_id[term.issue_id].name)].baseline == term.value
    for issue, was in zip(second.issues, earlier.issues, strict=True):
        assert (issue.best, issue.limit, issue.weight) == (was.best, was.limit, was.weight)
        filled = {name for name in ("best", "worst", "limit", "weight", "baseline") if getattr(issue, name) is not None}
        assert filled <= set(issue.prefilled)
    for estimate in earlier.estimates:
        name = key_of(earlier.issue_by_id[estimate.issue_id or 0].name)
        (same,) = [
            each for each in second.estimates if (each.issue_id, each.subject) == (known[name].id, estimate.subject)
        ]
        if estimate.turned_out is None:
            assert (same.likely, same.basis) == (estimate.likely, estimate.basis)
        else:
            assert (same.likely, same.basis, same.source) == (Decimal(turned_out), Basis.OBSERVED, "Cans 2026")
        assert "likely" in same.prefilled
    marked = [each.prefilled for each in second.needs]
    marked += [each.prefilled for each in second.common_goals] + [each.prefilled for each in second.answers]
    assert all("text" in each for each in marked)
    assert {(each.side, key_of(each.text)) for each in second.needs} == {
        (each.side, key_of(each.text)) for each in earlier.needs
    }
    goals = {each.id: key_of(each.text) for each in second.common_goals}
    assert set(goals.values()) == {key_of(each.text) for each in earlier.common_goals}

    assert lent_by(second, earlier).count == 0, "what is there is not lent again"
    assert book.verify().findings == ()
    book.journal.undo()
    assert [row.id for row in book.negotiations.rows()] == [one]
    assert book.negotiations.load(one) == earlier
    book.close()
