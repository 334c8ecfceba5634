"""tests: the joint page holds what was said at the table and nothing that is ours alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any

from core.candidate import Candidate
from core.joint import JointPage, JointPoint, JointTerm, joint_page
from core.line import Line, Verb
from core.message import Quantity
from core.need import CommonGoal, Need
from core.negotiation import Negotiation
from core.side import Side
from core.term import Term
from tests.core.cases import four_issues

AT = datetime(2026, 12, 1, 10, 0, tzinfo=UTC)


def line(number: int, side: Side, verb: Verb = Verb.OFFER, *terms: Term, issues: tuple[int, ...] = ()) -> Line:
    at = AT + timedelta(minutes=number)
    return Line(
        id=number, negotiation_id=1, at=at, logged_at=at, side=side, verb=verb, text=f"line {number}", terms=terms,
        issues=issues,
    )  # fmt: skip


def term(issue_id: int, value: str) -> Term:
    return Term(issue_id=issue_id, value=Decimal(value))


def talk() -> Negotiation:
    matter = four_issues()
    price, payment, lead, _ = (issue.id for issue in matter.issues)
    return replace(
        matter,
        supplier_name="Delva Foods",
        lines=(
            line(1, Side.THEM, Verb.OFFER, term(price, "106"), term(payment, "30")),
            line(2, Side.US, Verb.OFFER, term(price, "102")),
            line(3, Side.US, Verb.AGREE, term(payment, "30")),
            line(4, Side.THEM, Verb.PARK, issues=(lead,)),
        ),
        needs=(
            Need(negotiation_id=1, side=Side.US, text="full shelves", is_shared=True),
            Need(negotiation_id=1, side=Side.US, text="SECRET"),
            Need(negotiation_id=1, side=Side.THEM, text="early cash", is_shared=True),
        ),
        common_goals=(
            CommonGoal(negotiation_id=1, text="no empty shelf at Easter", is_shared=True),
            CommonGoal(negotiation_id=1, text="SECRET"),
        ),
        candidates=(
            Candidate(
                negotiation_id=1, label="A", name="SECRET", note="SECRET", is_shared=True, terms=(term(price, "104"),)
            ),
            Candidate(negotiation_id=1, label="B", terms=(term(price, "103"),)),
        ),
    )


def test_it_shows_needs_goals_and_packages_that_were_shared_and_the_state_of_what_was_spoken_of() -> None:
    matter = talk()
    price, payment, lead, _ = matter.issues
    page = joint_page(matter)
    assert (page.our_needs, page.their_needs, page.goals) == (
        ("full shelves",), ("early cash",), ("no empty shelf at Easter",),
    )  # fmt: skip
    assert [(each.label, [one.value.value for one in each.terms]) for each in page.options] == [("A", [Decimal(104)])]
    assert [each.issue for each in page.agreed] == [payment.name]
    assert page.open == (
        JointPoint(
            price.name,
            JointTerm(price.name, Quantity(Decimal(102), price.unit)),
            JointTerm(price.name, Quantity(Decimal(106), price.unit)),
        ),
        JointPoint(lead.name, None, None, is_parked=True),
    )


def test_before_anything_was_said_it_is_empty() -> None:
    assert joint_page(four_issues()).is_empty
    assert not joint_page(talk()).is_empty


def texts(record: Any) -> Iterator[str]:
    """Yield every text and figure in a record, however deep."""
    if is_dataclass(record) and not isinstance(record, type):
        for each in fields(record):
            yield from texts(getattr(record, each.name))
    elif isinstance(record, (tuple, list)):
        for each in record:
            yield from texts(each)
    elif isinstance(record, Enum):
        return
    elif record is not None:
        yield str(record)


def sown(record: Any, marks: list[str]) -> Any:
    """Return a record in which every private text is a mark of its own and every private figure an odd one."""
    if is_dataclass(record) and not isinstance(record, type):
        changed: dict[str, Any] = {}
        for each in fields(record):
            value = getattr(record, each.name)
            if isinstance(value, (Enum, bool)):
                continue
            if isinstance(value, str):
                marks.append(f"mark{len(marks)}")
                changed[each.name] = marks[-1]
            elif isinstance(value, tuple):
                changed[each.name] = tuple(sown(one, marks) for one in value)
            elif is_dataclass(value):
                changed[each.name] = sown(value, marks)
            elif isinstance(value, Decimal) and each.name != "value":
                marks.append(f"{7_000_000 + len(marks)}")
                changed[each.name] = Decimal(marks[-1])
        return replace(record, **changed)
    return record


def test_of_marks_planted_in_every_field_it_holds_only_those_that_may_be_seen() -> None:
    marks: list[str] = []
    matter = sown(talk(), marks)
    shown = set(texts(joint_page(matter)))
    may = {matter.supplier_name}
    may |= {each.text for each in (*matter.needs, *matter.common_goals) if each.is_shared}
    may |= {each.label for each in matter.candidates if each.is_shared}
    may |= {text for issue in matter.issues for text in (issue.name, issue.unit)}
    assert len(marks) > 60
    assert {mark for mark in marks if mark in shown} <= may
    assert matter.title not in shown
    assert isinstance(joint_page(matter), JointPage)
