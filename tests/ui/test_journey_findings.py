"""Each of the nine findings of the strategy check is told, Enter leads to its very place, and there it is mended.

Nothing but keys mends them: what is typed goes wherever the list led.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt

from core.negotiation import Mode, Negotiation
from core.side import Side
from core.term import Term
from tests.ui.conftest import NOW
from tests.ui.desk import Driver
from tests.ui.prepare.conftest import Bench, begun
from tests.ui.prepare.test_progress import List

Key = Qt.Key
PRICE: dict[str, Any] = {
    "name": "Price", "unit": "EUR/can", "best": Decimal("1.35"), "worst": Decimal("1.55"), "step": Decimal("0.01"),
    "weight": Decimal(50), "best_outcome": Decimal("1.38"), "fair": Decimal("1.40"), "minimum": Decimal("1.41"),
    "limit": Decimal("1.48"),
}  # fmt: skip
PAYMENT: dict[str, Any] = {
    "name": "Payment", "unit": "days", "best": Decimal(60), "worst": Decimal(14), "step": Decimal(1),
    "weight": Decimal(50), "baseline": Decimal(30),
}  # fmt: skip
BATNA: dict[str, Any] = {"name": "Campania", "evidence": "quote", "evidence_on": NOW.date()}


@dataclass(frozen=True)
class Finding:
    """One fault in a preparation: how it differs from a sound one, what is told, what mends it, and what then holds."""

    code: str
    typed: tuple[str | Qt.Key, ...]
    mended: Callable[[Negotiation], bool]
    price: dict[str, Any] = field(default_factory=dict)
    batna: dict[str, Any] = field(default_factory=dict)
    offers: tuple[str, int] = ("1.44", 30)
    alone: bool = False
    mode: Mode = Mode.INTEGRATIVE
    position: bool = False
    step: str = "issues"


def of_price(name: str, value: str) -> Callable[[Negotiation], bool]:
    return lambda found: getattr(found.issues[0], name) == Decimal(value)


FINDINGS = (
    Finding(
        "ladder.fair_below_minimum", ("1.40", Key.Key_Return), of_price("fair", "1.40"),
        price={"fair": Decimal("1.43")},
    ),
    Finding(
        "limit_below_batna", ("1.40", Key.Key_Return), of_price("limit", "1.40"),
        price={"minimum": Decimal("1.36"), "fair": Decimal("1.36"), "best_outcome": Decimal("1.36")},
        offers=("1.36", 50),
    ),
    Finding(
        "cell_limit", ("1.50", Key.Key_Return), of_price("limit", "1.50"), price={"limit": Decimal("1.39")},
        offers=("1.54", 14),
    ),
    Finding("weight_zero", ("40", Key.Key_Return), of_price("weight", "40"), price={"weight": Decimal(0)}),
    Finding(
        "batna_old", ("24 Nov 2026", Key.Key_Return),
        lambda found: found.alternatives[0].evidence_on == NOW.date(),
        batna={"evidence_on": NOW.date() - timedelta(days=200)}, step="alternatives",
    ),
    Finding(
        "batna_unproven", ("the list of 3 March", Key.Key_Return),
        lambda found: found.alternatives[0].evidence == "the list of 3 March",
        batna={"evidence": "", "evidence_on": None}, step="alternatives",
    ),
    Finding(
        "position_them", ("cash before December", Key.Key_Return),
        lambda found: found.positions[0].interest == "cash before December", position=True, step="needs",
    ),
    Finding(
        "one_issue", ("Payment", Key.Key_Return), lambda found: [each.name for each in found.issues][1:] == ["Payment"],
        alone=True,
    ),
    Finding(
        "mode_integrative", (Key.Key_Left,), lambda found: found.mode is Mode.INTEGRATIVE, mode=Mode.DISTRIBUTIVE,
        step="goal",
    ),
)  # fmt: skip


def prepare(bench: Bench, finding: Finding) -> None:
    """Enter a preparation with this fault, as verbs do, and show it."""
    book, matter = bench.driver.logbook, bench.negotiation_id
    price = book.issues.add(matter, **PRICE | finding.price).made
    terms = [Term(issue_id=price, value=Decimal(finding.offers[0]))]
    if not finding.alone:
        payment = book.issues.add(matter, **PAYMENT).made
        terms.append(Term(issue_id=payment, value=Decimal(finding.offers[1])))
    book.alternatives.add(matter, terms=tuple(terms), **BATNA | finding.batna)
    book.negotiations.change(matter, mode=finding.mode)
    if finding.position:
        book.positions.add(matter, side=Side.THEM, issue_id=price, position="1.50 in two weeks")
    bench.view.show_negotiation(matter)


def codes(bench: Bench) -> dict[str, str]:
    """Return what is still to be done, by code, in words."""
    say = bench.driver.program.tools.say
    advice = bench.view.presenter.prepared.advice
    return {each.title.code.removeprefix("todo."): say.message(each.title) for each in advice}


@pytest.mark.parametrize("finding", FINDINGS, ids=[each.code for each in FINDINGS])
def test_a_finding_leads_to_the_place_where_what_is_typed_mends_it(empty: Driver, finding: Finding) -> None:
    bench = begun(empty)
    prepare(bench, finding)
    assert finding.code in codes(bench)
    assert not finding.mended(bench.negotiation)
    List(bench).choose(codes(bench)[finding.code])
    assert bench.view.step == finding.step
    bench.keys(*finding.typed)
    bench.driver.press(Key.Key_Tab)
    assert finding.mended(bench.negotiation)
    assert finding.code not in codes(bench)
