"""tests: ui/prepare/steps/mode_panel.py - the advice beside the mode, from the records, which switches nothing."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt

from core.debrief import Outcome
from core.mode import Around, ModeAdvice, advise
from core.negotiation import Mode
from core.words import Words
from tests.core.cases import MOMENT, four_issues
from tests.ui.prepare.conftest import Bench
from ui.navigation import NEGOTIATION, Place
from ui.prepare.steps.goal_step import GoalStep
from ui.prepare.steps.mode_panel import headline

SAY = Words()


def goal(bench: Bench) -> GoalStep:
    bench.step("goal")
    page = bench.view.page
    assert isinstance(page, GoalStep)
    return page


def test_nothing_recorded_says_nothing_but_what_is_not_counted(bench: Bench) -> None:
    panel = goal(bench).advice
    assert panel.headline.text() == "The records do not say yet which mode fits."
    assert panel.text("unknown") == (
        "the issues, dependence both ways, whether we stay with them, the time there is, their willingness"
    )
    assert [panel.text(key) for key in ("integrative", "distributive", "mind")] == ["", "", ""]


def test_one_issue_speaks_for_win_lose_and_leaves_the_mode_as_it_is(bench: Bench) -> None:
    bench.add_price()
    panel = goal(bench).advice
    assert panel.headline.text() == "The records speak for win-lose instead."
    assert panel.text("distributive") == "Only one issue counts: there is nothing to integrate."
    assert bench.negotiation.mode is Mode.INTEGRATIVE


def test_the_headline_follows_the_mode_that_is_chosen(bench: Bench) -> None:
    bench.add_price()
    page = goal(bench)
    page.mode.setFocus()
    bench.keys(Qt.Key.Key_Right)
    assert page.advice.headline.text() == "The records speak for win-lose too."


def test_the_suppliers_file_and_earlier_deals_are_read(bench: Bench) -> None:
    bench.add_price()
    bench.tabbed("Payment", "y", "days", "60", "14", "50")
    logbook = bench.driver.logbook
    supplier = bench.negotiation.supplier_id
    logbook.suppliers.change(supplier, our_share_of_their_sales=Decimal(70), their_share_of_our_supply=Decimal(5))
    before = logbook.negotiations.add(supplier_id=supplier, title="Last year").made
    logbook.debriefs.close(before, Outcome.AGREED)
    logbook.debriefs.change(before, relationship=-1)
    bench.driver.go(Place(NEGOTIATION, bench.negotiation_id, "meet"))
    bench.driver.go(Place(NEGOTIATION, bench.negotiation_id, "prepare", "goal"))
    panel = goal(bench).advice
    assert panel.headline.text() == "The records speak for win-win too."
    assert panel.text("integrative").splitlines() == [
        "2 issues are on the table: each side can give what costs it little.",
        "It is the second negotiation with this supplier: how they leave it comes back.",
    ]
    assert panel.text("mind").splitlines() == [
        "The last deal left the relationship worse: trust may be exploited. Give only in return.",
        "They need us more than we need them: pressed too hard, they may fail us in the execution.",
    ]


def test_facts_that_cancel_out_are_no_advice() -> None:
    found = advise(four_issues(), Around(), MOMENT)
    even = ModeAdvice(None, found.reasons, (), ())
    assert headline(SAY, even, Mode.INTEGRATIVE).startswith("The records speak for neither mode.")
    assert headline(SAY, found, Mode.DISTRIBUTIVE) == "The records speak for win-win instead."
