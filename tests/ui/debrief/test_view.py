"""tests: ui/debrief/view.py - closing and debriefing by keys alone, in the real window on a real file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from core.debrief import Outcome
from core.negotiation import Status
from core.words import EN_DASH, NO_BREAK
from tests.ui.debrief.conftest import TALK, Bench, cells, play
from tests.ui.desk import ALT, CTRL, SHIFT
from ui.debrief.presenter import Stage
from ui.line_list import Begun
from ui.navigation import NEGOTIATION, NEGOTIATIONS, Place
from ui.negotiation.view import NegotiationScreen
from ui.widgets.button import IconButton
from ui.widgets.flag import Level

Key = Qt.Key
Make = Callable[..., Bench]


def test_it_is_closed_with_what_the_log_agreed_by_one_key(bench: Make) -> None:
    made = bench(*TALK)
    assert made.view.closing.title.text() == "Nothing is closed yet"
    made.close()
    assert made.deal == {"Price": Decimal("1.40"), "Prepaid": Decimal(100)}
    assert made.negotiation.status is Status.AGREED
    title = made.view.closed.title.text().replace(NO_BREAK, " ")
    assert title == "Agreed at 1.40 EUR/can with 100 % prepaid: 64.8, above the BATNA at 61.1"
    assert made.driver.answers.undoable
    assert made.view.closed.deal.view.hasFocus()


def test_the_steps_tell_the_last_change_of_this_negotiation_alone(bench: Make) -> None:
    made = bench(*TALK)
    made.close()
    assert made.view.presenter.last_change().startswith("Last change: Negotiation ")
    told = made.view.presenter.last_change()
    made.driver.session.take(made.driver.logbook.suppliers.add(name="Frutas Ebro"))
    assert made.view.presenter.last_change() == told


def test_terms_are_typed_into_the_deal_row_by_row_before_closing(bench: Make) -> None:
    made = bench("t 1.54 price")
    made.keys("1.43", Key.Key_Return, "abc", Key.Key_Return)
    closing = made.view.closing
    price, prepaid = (issue.id for issue in made.negotiation.issues)
    assert cells(closing.deal, price)["agreed"] == "1.43"
    assert cells(closing.deal, prepaid)["agreed"] == "abc"
    assert closing.strip.level is Level.CHECK
    made.close()
    assert made.driver.answers.codes == ["debrief.term_unread"]
    assert made.negotiation.debrief is None
    made.keys(Key.Key_Down, Key.Key_F2, "50", Key.Key_Return)
    made.close()
    assert made.deal == {"Price": Decimal("1.43"), "Prepaid": Decimal(50)}


def test_escape_leaves_a_term_as_it_was_and_delete_opens_it(bench: Make) -> None:
    made = bench(*TALK)
    price = made.negotiation.issues[0].id
    made.keys("9", Key.Key_Escape)
    assert cells(made.view.closing.deal, price)["agreed"] == "1.40"
    assert made.view.closing.deal.view.hasFocus()
    made.keys(Key.Key_Delete)
    assert cells(made.view.closing.deal, price)["agreed"] == EN_DASH


def test_what_is_typed_into_a_term_is_kept_when_the_tab_is_left(bench: Make) -> None:
    made = bench(*TALK)
    made.keys("1.39")
    made.driver.go(Place(NEGOTIATION, made.matter, "documents"))
    made.driver.go(Place(NEGOTIATION, made.matter, "debrief"))
    assert cells(made.view.closing.deal, made.negotiation.issues[0].id)["agreed"] == "1.39"


@pytest.mark.parametrize(
    ("outcome", "status"), [(Outcome.NO_DEAL, Status.NO_DEAL), (Outcome.ADJOURNED, Status.TALKING)]
)
def test_the_other_two_ends_are_buttons(bench: Make, outcome: Outcome, status: Status) -> None:
    made = bench(*TALK)
    button = made.view.closing.buttons[outcome]
    button.setFocus(Qt.FocusReason.TabFocusReason)
    made.driver.press(Key.Key_Space)
    assert (made.debrief.outcome, made.negotiation.status) == (outcome, status)
    assert made.view.presenter.stage is Stage.CLOSED
    assert made.view.closed.close_now.isVisible() is (outcome is Outcome.ADJOURNED)


def test_an_adjourned_talk_is_closed_later(bench: Make) -> None:
    made = bench(*TALK)
    made.view.closing.buttons[Outcome.ADJOURNED].click()
    made.view.closed.close_now.click()
    assert made.view.closing.isVisible()
    made.view.closing.back.click()
    assert made.view.closed.isVisible()
    made.view.closed.close_now.click()
    made.close()
    assert made.debrief.outcome is Outcome.AGREED


def test_opened_again_it_asks_anew_and_keeps_its_words(bench: Make) -> None:
    made = bench(*TALK)
    made.close()
    made.view.words.fields["learning"].setFocus()
    made.keys("Ask why.")
    made.view.closed.reopen.click()
    assert made.negotiation.status is Status.TALKING
    assert made.view.closing.isVisible()
    made.close()
    assert made.debrief.learning == "Ask why."
    assert made.view.words.fields["learning"].toPlainText() == "Ask why."


def test_a_signed_term_is_put_right_and_undone_by_the_window(bench: Make) -> None:
    made = bench(*TALK)
    made.close()
    made.keys("1.41", Key.Key_Return)
    assert made.deal["Price"] == Decimal("1.41")
    assert cells(made.view.closed.deal, made.negotiation.issues[0].id)["change"] == f"{EN_DASH}0.05"
    made.undo()
    assert made.deal["Price"] == Decimal("1.40")
    assert "1.40" in made.view.closed.title.text()


def test_an_undo_goes_to_the_promise_that_it_brought_back_before_the_talk_is_closed_too(bench: Make) -> None:
    made = bench(*TALK, "w ! the forecast")
    first, second = (each.id for each in made.negotiation.commitments)
    book, table = made.driver.logbook, made.view.closing.commitments.table
    made.driver.session.take(book.commitments.change(first, text="certificates of origin"))
    made.driver.session.take(book.commitments.delete(second))
    chosen = []
    for _ in range(2):
        made.undo()
        chosen.append(table.current())
    assert chosen == [second, first]


def test_the_steps_are_walked_by_keys_and_each_leads_to_its_field(bench: Make) -> None:
    made = bench(*TALK)
    made.close()
    view = made.view
    walked = []
    for _ in range(6):
        made.driver.press(Key.Key_Return, CTRL)
        walked.append((view.step, QApplication.focusWidget()))
    add = view.closed.commitments.table.findChild(QLineEdit)
    assert walked == [
        ("moved", view.closed.concessions.table.view),
        ("exceptions", view.closed.concessions.table.view),
        ("outtakes", view.words.fields["their_outtake"]),
        ("commitments", add),
        # nothing was estimated
        ("guesses", add),
        ("learning", view.words.fields["learning"]),
    ]
    made.driver.press(Key.Key_Return, CTRL | SHIFT)
    assert view.step == "guesses"
    assert made.driver.place.spot == "guesses"


def test_words_of_before_are_gone_on_with_where_they_end(bench: Make) -> None:
    made = bench(*TALK)
    made.close()
    made.driver.session.take(made.driver.logbook.debriefs.change(made.matter, their_outtake="The cash."))
    made.view.go_step("outtakes")
    made.keys(" The price hurts.", Key.Key_Tab)
    assert made.debrief.their_outtake == "The cash. The price hurts."


def test_the_words_are_written_when_their_field_is_left(bench: Make) -> None:
    made = bench(*TALK)
    made.close()
    made.view.go_step("outtakes")
    made.keys("We got the cash.", Key.Key_Tab, "Asking why helped.", Key.Key_Tab)
    assert (made.debrief.their_outtake, made.debrief.our_outtake) == ("We got the cash.", "Asking why helped.")
    made.keys(Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Right)
    assert made.debrief.relationship == 1
    made.keys(Key.Key_Tab, "<b>Ask</b> why", Key.Key_Return, "before arguing")
    made.driver.go(Place(NEGOTIATION, made.matter, "documents"))
    assert made.debrief.learning.startswith("<b>Ask</b> why")
    made.driver.go(Place(NEGOTIATION, made.matter, "debrief"))
    done = {row.accessibleName() for row in made.view.step_pane.steps.rows.values()}
    assert {"4 Both outtakes done", "7 Learning done"} <= done


def test_a_commitment_is_added_on_one_line_changed_and_kept(bench: Make) -> None:
    made = bench(*TALK)
    made.close()
    made.view.go_step("commitments")
    made.keys("pay up front", Key.Key_Return)
    section = made.view.closed.commitments
    assert section.problem.isVisible()
    assert section.table.add_text() == "pay up front"
    made.keys(Key.Key_Home, "we: ", Key.Key_End, ", 1 Dec", Key.Key_Return)
    found = made.negotiation.commitments[-1]
    assert (found.text, found.due) == ("pay up front", date(2026, 12, 1))
    assert not section.problem.isVisible()
    made.keys(Key.Key_Up)
    section.table.go_to(found.id)
    made.keys(Key.Key_Return, Key.Key_Backspace, Key.Key_Backspace, Key.Key_Backspace, Key.Key_Backspace)
    made.keys("2027", Key.Key_Return)
    assert made.negotiation.commitments[-1].due == date(2027, 12, 1)
    section.table.go_to(found.id)
    made.keys(Key.Key_Space)
    assert made.negotiation.commitments[-1].done_on == date(2026, 11, 24)
    made.keys(Key.Key_Space)
    assert made.negotiation.commitments[-1].done_on is None
    made.keys(Key.Key_Delete)
    assert len(made.negotiation.commitments) == 1
    made.undo()
    assert made.negotiation.commitments[-1].text == "pay up front"


def test_what_cannot_be_a_commitment_is_not_lost(bench: Make) -> None:
    made = bench(*TALK)
    made.close()
    section = made.view.closed.commitments
    only = made.negotiation.commitments[0]
    section.table.view.setFocus()
    section.table.go_to(only.id)
    made.keys(Key.Key_F2)
    made.driver.press(Key.Key_A, CTRL)
    made.keys("they:", Key.Key_Return)
    assert made.negotiation.commitments[0].text == only.text
    assert section.table.add_text() == "they:"
    assert section.problem.reason == "Say what was promised."


def test_a_commitment_begun_in_one_debrief_waits_there(bench: Make) -> None:
    made = bench(*TALK)
    made.close()
    book = made.driver.logbook
    other = play(book, *TALK)
    section = made.view.closed.commitments
    section.focus_line()
    made.keys("they: half a promise")
    made.driver.go(Place(NEGOTIATION, other, "debrief"))
    assert made.view.closing.commitments.begun == Begun()
    assert section.begun == Begun()
    made.driver.go(Place(NEGOTIATION, made.negotiation.id, "debrief"))
    assert section.begun == Begun("they: half a promise")
    assert len(book.negotiations.load(other).commitments) == 1


def test_concessions_are_completed_in_their_row(bench: Make) -> None:
    made = bench(*TALK)
    made.close()
    made.view.go_step("moved")
    section = made.view.closed.concessions
    count = len(made.negotiation.concessions)
    assert count >= 2
    first = section.table.current()
    made.keys("cash up front", Key.Key_Return, Key.Key_Return)
    assert section.table.field is not None
    made.keys(Key.Key_Return)
    given = {each.id: (each.in_return_for, each.confirmed) for each in made.negotiation.concessions}
    assert isinstance(first, int)
    assert given[first] == ("cash up front", True)
    assert ("", True) in given.values()
    assert "nothing" in {cells(section.table, each)["in_return"] for each in given}
    made.keys(Key.Key_Delete)
    assert len(made.negotiation.concessions) == count - 1


def test_an_unread_line_comes_first_and_is_cleared_up_here(bench: Make) -> None:
    made = bench("t 1.54 price", "t blah 17 33", "t what 44 55")
    unread = made.view.closing.unread
    assert unread.isVisible()
    field = unread.lines[0].field
    assert field.hasFocus()
    QTest.keySequence(field, "Ctrl+A")
    made.keys("t 17% prepaid", Key.Key_Return)
    assert len(made.negotiation.unread) == 1
    field = unread.lines[0].field
    assert field.hasFocus()
    made.keys(" 66", Key.Key_Return)
    assert unread.lines[0].problem.isVisible()
    QTest.keySequence(field, "Ctrl+A")
    made.keys("# they were tired", Key.Key_Return)
    assert not made.negotiation.unread
    assert not unread.isVisible()


def test_several_readings_are_chosen_by_number(bench: Make) -> None:
    made = bench("t 55 44 33")
    line = made.view.closing.unread.lines[0]
    QTest.keySequence(line.field, "Ctrl+A")
    made.keys("t 1.5")
    assert line.reading.text().startswith("Ctrl+1  ")
    made.driver.press(Key.Key_1, CTRL)
    assert not made.negotiation.unread
    assert made.driver.place.part == "debrief"


def test_an_unread_line_may_be_left_for_later_and_stays_flagged(bench: Make) -> None:
    made = bench(*TALK, "t blah 17 33")
    made.close()
    assert made.view.closed.unread.isVisible()
    assert made.view.step_pane.steps.rows["outcome"].accessibleName() == "1 Outcome check"
    made.view.closed.unread.meet.click()
    assert made.driver.place.part == "meet"


def test_an_empty_negotiation_says_what_it_is_for_and_offers_the_ends(bench: Make) -> None:
    made = bench()
    supplier = made.driver.logbook.suppliers.add(name="Nobody").made
    matter = made.driver.logbook.negotiations.add(supplier_id=supplier, title="Nothing yet").made
    made.driver.go(Place(NEGOTIATION, matter, "debrief"))
    assert made.view.empty.isVisible()
    assert {"Nothing is closed yet"} <= made.driver.texts(made.view.empty)
    made.driver.press(Key.Key_Tab)
    made.driver.press(Key.Key_Tab)
    made.driver.press(Key.Key_Space)
    assert made.driver.logbook.negotiations.load(matter).status is Status.NO_DEAL
    assert made.view.closed.isVisible()
    assert made.view.closed.title.text() == "No deal"


def test_one_issue_without_batna_or_baseline_claims_nothing(bench: Make) -> None:
    made = bench("t 1.54 price", issues=1)
    issue = made.negotiation.issues[0]
    made.driver.logbook.issues.change(issue.id, baseline=None)
    made.driver.logbook.alternatives.delete(made.negotiation.alternatives[0].id)
    made.view.show_negotiation(made.matter)
    made.keys("1.40", Key.Key_Return)
    made.close()
    assert "saving cannot be claimed" in made.view.closed.remarks.text()


def test_forty_issues_and_long_names_fit_and_what_was_agreed_stays_in_sight(bench: Make) -> None:
    made = bench(*TALK)
    for number in range(38):
        made.driver.logbook.issues.add(
            made.matter,
            name=f"{number} <b>&</b> Sehr langer Name einer Verhandlungssache mit vielen Wörtern 😀 שלום",
            unit="working days",
            best=Decimal(0),
            worst=Decimal(1_000_000),
            step=Decimal(1),
            baseline=Decimal(123_456),
            fair=Decimal(123_456),
            best_outcome=Decimal(123_456),
            minimum=Decimal(123_456),
            money_worth=Decimal(100),
        )
    made.view.show_negotiation(made.matter)
    made.close()
    made.driver.window.resize(1280, 720)
    QApplication.processEvents()
    deal = made.view.closed.deal
    assert len(deal.model.rows) == 41
    assert deal.view.horizontalScrollBar().maximum() == 0
    assert {"name", "agreed"} <= {column.key for column in deal.model.columns}
    assert made.view.closed.horizontalScrollBar().maximum() == 0


def test_read_only_nothing_can_be_written(bench: Make) -> None:
    made = bench(*TALK)
    made.view.set_editing(False)
    made.close()
    made.keys("9")
    assert made.negotiation.debrief is None
    assert made.view.closing.deal.field is None
    made.view.set_editing(True)
    made.close()
    made.view.set_editing(False)
    made.keys("9")
    assert made.view.closed.deal.field is None
    assert all(field.isReadOnly() for field in made.view.words.fields.values())
    assert not made.view.closed.reopen.isEnabled()


def test_f9_makes_room_and_the_report_is_a_click_away(bench: Make) -> None:
    made = bench(*TALK)
    made.close()
    made.driver.run("side_pane")
    assert not made.view.words.isVisible()
    made.view.go_step("learning")
    assert made.view.words.isVisible()
    made.view.closed.report.click()
    assert made.driver.place.part == "documents"


def test_alt_and_the_number_of_the_tab_go_there(bench: Make) -> None:
    made = bench(*TALK)
    made.driver.go(Place(NEGOTIATION, made.matter, "meet"))
    made.driver.press(Key.Key_4, ALT)
    assert made.driver.place.part == "debrief"


def test_leaving_a_field_by_the_mouse_keeps_what_was_typed(bench: Make) -> None:
    made = bench(*TALK)
    made.close()
    made.keys("1.42")
    field = made.view.closed.deal.field
    assert field is not None
    QApplication.sendEvent(field, QFocusEvent(QFocusEvent.Type.FocusOut, Qt.FocusReason.MouseFocusReason))
    assert made.deal["Price"] == Decimal("1.42")


def test_a_term_that_is_typed_while_the_negotiation_is_deleted_comes_back_with_it(bench: Make) -> None:
    made = bench("t 1.44 price")
    (price, *_) = made.negotiation.issues
    deal = made.view.closing.deal
    deal.edit(price.id)
    made.keys("1.43")
    screen = made.driver.screen(NegotiationScreen)
    (delete,) = (each for each in screen.findChildren(IconButton) if each.accessibleName() == "Delete negotiation")
    QTest.mouseClick(delete, Qt.MouseButton.LeftButton)
    assert made.driver.place.name == NEGOTIATIONS
    assert deal.field is None, "it would be kept for whatever is shown there next"
    made.driver.run("undo")
    made.driver.go(Place(NEGOTIATION, made.matter, "debrief"))
    assert cells(made.view.closing.deal, price.id)["agreed"] == "1.43"
