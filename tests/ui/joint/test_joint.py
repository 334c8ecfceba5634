"""tests: the joint page by real keys - what stands on it, and that nothing else is seen, heard or reached."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt

from core.need import NeedKind
from core.side import Side
from core.term import Term
from tests.ui.cover.planted import MARKER, fill_marked, said_anywhere
from tests.ui.desk import CTRL, Driver
from ui.joint.page import JointView
from ui.navigation import NEGOTIATION, Place


def shared(cases: Driver) -> JointView:
    """Share two needs, a goal and a package of the first case, and bring the page up by its key."""
    book = cases.logbook
    issues = book.negotiations.load(1).issues
    book.needs.add(1, side=Side.US, kind=NeedKind.HOPE, text="Full shelves at Easter", is_shared=True)
    book.needs.add(1, side=Side.THEM, text="Cash before Christmas", is_shared=True)
    book.needs.add(1, side=Side.US, text="OURALONE")
    book.common_goals.add(1, text="No empty shelf", is_shared=True)
    book.candidates.add(1, name="OURALONE", is_shared=True, terms=(Term(issue_id=issues[0].id, value=Decimal("1.44")),))
    book.candidates.add(1, name="OURALONE", terms=(Term(issue_id=issues[0].id, value=Decimal("1.41")),))
    cases.go(Place(NEGOTIATION, 1, "prepare"))
    cases.press(Qt.Key.Key_J, CTRL)
    return up(cases)


def up(cases: Driver) -> JointView:
    page = cases.window.page
    assert isinstance(page, JointView)
    return page


def test_it_shows_what_was_shared_and_its_key_leads_back_to_where_one_was(cases: Driver) -> None:
    page = shared(cases)
    texts = cases.texts(page)
    assert {"Full shelves at Easter", "Cash before Christmas", "No empty shelf", "A"} <= texts
    assert "1.44 USD/can" in {text.replace("\xa0", " ") for text in texts}
    assert not any("OURALONE" in text or "1.41" in text for text in texts)
    assert cases.window.isFullScreen()
    cases.press(Qt.Key.Key_J, CTRL)
    assert cases.window.page is None
    assert not cases.window.isFullScreen()
    assert cases.place == Place(NEGOTIATION, 1, "prepare")


def test_no_other_key_leads_anywhere(cases: Driver) -> None:
    page = shared(cases)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_F10, Qt.Key.Key_F1, Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_F8):
        cases.press(key)
        assert up(cases) is page
    for key in (Qt.Key.Key_K, Qt.Key.Key_1, Qt.Key.Key_F, Qt.Key.Key_Z):
        cases.press(key, CTRL)
        assert up(cases) is page
        assert not cases.has_panel


def test_the_cover_lies_over_it_and_goes_back_to_it(cases: Driver) -> None:
    page = shared(cases)
    cases.press(Qt.Key.Key_L, CTRL)
    assert cases.window.page is not page
    assert not page.isVisible()
    cases.press(Qt.Key.Key_L, CTRL)
    assert up(cases) is page
    assert page.hasFocus()
    cases.press(Qt.Key.Key_J, CTRL)
    assert cases.window.page is None


def test_before_anything_was_said_it_says_what_it_is_for(empty: Driver) -> None:
    supplier = empty.logbook.suppliers.add(name="Sorano").made
    made = empty.logbook.negotiations.add(supplier_id=supplier, title="OURALONE").made
    empty.go(Place(NEGOTIATION, made, "prepare"))
    empty.press(Qt.Key.Key_J, CTRL)
    assert any("What both sides say they need" in text for text in empty.texts(up(empty)))
    assert empty.window.windowTitle() == "Meeting with Sorano"


def test_of_words_planted_everywhere_none_is_seen_heard_or_pictured(
    start: Callable[[Path | None], Driver], tmp_path: Path
) -> None:
    made = fill_marked(tmp_path / f"{MARKER}.logroll")
    driver = start(tmp_path / f"{MARKER}.logroll")
    book = driver.logbook
    before = book.negotiations.load(made)
    # what was said at the table may be seen
    for number, issue in enumerate(before.issues):
        book.issues.change(issue.id, name=f"issue {number}", unit="")
    for goal in before.common_goals:
        book.common_goals.change(goal.id, text="what both want")
    label = before.candidates[0].id
    book.candidates.change(label, label="A", is_shared=True)
    driver.go(Place(NEGOTIATION, made, "meet"))
    driver.press(Qt.Key.Key_J, CTRL)
    page = up(driver)
    assert {"issue 0", "what both want", "A"} <= driver.texts(page)
    assert {text for text in said_anywhere() if MARKER in text} == set()
    picture = driver.window.grab().toImage()
    driver.press(Qt.Key.Key_J, CTRL)
    # the same page of a logbook in which nothing else is the same
    for answer in before.answers:
        book.answers.put(made, answer.side, answer.question, "something else")
    book.negotiations.change(made, title="something else", matter="something else", walk_away="something else")
    book.candidates.change(label, name="something else", note="something else")
    driver.press(Qt.Key.Key_J, CTRL)
    assert driver.window.grab().toImage() == picture
