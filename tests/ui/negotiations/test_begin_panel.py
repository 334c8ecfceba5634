"""tests: the panel that begins a negotiation, by keys - a sudden one, and one filled with what is known from before."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt

from core.debrief import Outcome
from core.issue import Issue
from core.negotiation import Depth, Negotiation
from core.note import Topic
from core.side import Basis, Side
from core.templates import written
from tests.ui.desk import SHIFT, Driver
from ui.navigation import NEGOTIATIONS, Place
from ui.negotiations.begin_panel import BeginPanel
from ui.negotiations.view import NegotiationsScreen

Key = Qt.Key


def typed(driver: Driver, *lines: str) -> None:
    """Type lines field by field, and end with Enter."""
    for at, line in enumerate(lines):
        if at:
            driver.press(Key.Key_Tab)
        driver.write(line)
    driver.press(Key.Key_Return)


def made(driver: Driver) -> Negotiation:
    assert not driver.has_panel
    return driver.logbook.negotiations.load(driver.place.record)


def test_a_sudden_talk_begins_with_issues_limit_and_batna(empty: Driver) -> None:
    empty.press(Key.Key_N, SHIFT)
    typed(empty, "Sorano", "Cans", "price 1.40..1.60 eur", "1.55", "Tarsia 1.45")
    found = made(empty)
    assert (found.supplier_name, found.title, found.depth) == ("Sorano", "Cans", Depth.SUDDEN)
    (price,) = found.issues
    assert (price.unit, price.limit, price.weight, price.prefilled) == (
        "EUR", Decimal("1.55"), Decimal(1), ("weight",)
    )  # fmt: skip
    (tarsia,) = found.alternatives
    assert (tarsia.name, [term.value for term in tarsia.terms]) == ("Tarsia", [Decimal("1.45")])
    empty.run("undo")
    assert empty.logbook.suppliers.rows() == ()


def test_a_line_that_cannot_be_read_is_told_and_nothing_is_added(empty: Driver) -> None:
    empty.press(Key.Key_N, SHIFT)
    typed(empty, "Sorano", "Cans", "price 1.40")
    panel = empty.panel(BeginPanel)
    assert panel.problem.startswith("Issues: “price 1.40” cannot be read.")
    assert empty.logbook.suppliers.rows() == ()


def test_the_lines_of_a_sudden_talk_come_and_go_with_the_depth(empty: Driver) -> None:
    empty.press(Key.Key_N)
    panel = empty.panel(BeginPanel)
    shown = {"Issues", "Limit", "BATNA"}
    assert not shown & empty.texts(panel)
    empty.press(Key.Key_Backtab, SHIFT)
    empty.press(Key.Key_Left)
    empty.press(Key.Key_Left)
    assert shown <= empty.texts(panel)
    assert "Two minutes: issues, a limit and the BATNA." in empty.texts(panel)


def closed(driver: Driver) -> int:
    """Close a negotiation with Sorano, leave a promise, and return the supplier."""
    book = driver.logbook
    supplier = book.suppliers.add(name="Sorano").made
    last = book.negotiations.add(supplier_id=supplier, title="Cans 2026", currency="EUR").made
    book.issues.add(last, name="Price", unit="EUR", best=Decimal("1.40"), worst=Decimal("1.60"), weight=Decimal(5))
    book.debriefs.close(last, Outcome.AGREED)
    note = {"topic": Topic.CONCERN, "basis": Basis.SAID, "on": date(2026, 11, 1)}
    book.notes.add(supplier_id=supplier, text="cash is tight", **note)
    return supplier


def test_a_second_negotiation_begins_with_what_is_known_and_says_so_before(empty: Driver) -> None:
    closed(empty)
    empty.go(Place(NEGOTIATIONS))
    empty.press(Key.Key_N)
    empty.write("sorano")
    told = " ".join(empty.texts(empty.panel(BeginPanel)))
    assert "2 entries from “Cans 2026” of 24 Nov 2026 and the notes, marked until you touch them." in told
    empty.press(Key.Key_Tab)
    typed(empty, "Cans 2027")
    found = made(empty)
    (price,) = found.issues
    assert (price.name, price.best) == ("Price", Decimal("1.40"))
    assert {"best", "worst", "weight"} <= set(price.prefilled)
    assert [(each.side, each.text, each.basis) for each in found.needs] == [(Side.THEM, "cash is tight", Basis.SAID)]
    assert len(empty.logbook.suppliers.rows()) == 1


def choose_start(driver: Driver, words: str) -> None:
    """Choose what to fill in by keys."""
    panel = driver.panel(BeginPanel)
    panel.start.setFocus()
    for _ in range(panel.start.findText(words)):
        driver.press(Key.Key_Down)
    assert panel.start.currentText() == words
    driver.press(Key.Key_Return)


def test_it_can_begin_with_nothing_or_with_a_template_of_ones_own(empty: Driver) -> None:
    supplier = closed(empty)
    mine = [Issue(negotiation_id=0, name="Cans", unit="EUR/can"), Issue(negotiation_id=0, name="Payment", unit="days")]
    empty.logbook.templates.put("Tinned food", written(mine, "EUR"))
    for words, names in (("nothing", []), ("Tinned food (template)", ["Cans", "Payment"])):
        empty.go(Place(NEGOTIATIONS))
        empty.screen(NegotiationsScreen).new_record(supplier)
        empty.write("Cans 2027")
        choose_start(empty, words)
        assert [issue.name for issue in made(empty).issues] == names
