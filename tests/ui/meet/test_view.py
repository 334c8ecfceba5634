"""Meet by keyboard: a line down, the verdict up, and nothing on the screen that gives us away."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from core.line import Verb
from core.negotiation import Negotiation
from db.logbook import Logbook
from tests.ui.meet.conftest import PEAS, Clock, Told
from tests.ui.typist import type_text
from ui.meet.closed_panel import ClosedPanel
from ui.meet.view import MeetView
from ui.tools import Tools
from ui.widgets.flag import Level


@pytest.fixture
def view(qtbot: QtBot, tools: Tools, logbook: Logbook) -> Iterator[MeetView]:
    view = MeetView(tools, logbook)
    qtbot.addWidget(view)
    view.changes_made.connect(view.refresh)
    view.resize(1388, 840)
    with qtbot.waitActive(view):
        view.show()
    view.show_negotiation(PEAS)
    view.focus_first()
    yield view
    view.leave()


def _line(view: MeetView) -> QWidget:
    target = view.entry.line.focusProxy()
    assert target is not None
    return target


def _keys(view: MeetView, text: str, enters: int = 1) -> None:
    target = _line(view)
    type_text(target, text)
    for _ in range(enters):
        QTest.keyClick(target, Qt.Key.Key_Return)


def _hint(view: MeetView) -> str:
    (editor,) = view.entry.line.findChildren(QPlainTextEdit)
    return editor.placeholderText()


def _negotiation(view: MeetView) -> Negotiation:
    return view.logbook.negotiations.load(PEAS)


def _texts(widget: QWidget) -> str:
    labels = [each.text() for each in widget.findChildren(QLabel) if each.isVisible()]
    named = [each.accessibleName() for each in widget.findChildren(QWidget) if each.isVisible()]
    return " ".join((*labels, *named))


def test_enter_logs_what_was_read_and_empties_the_line(view: MeetView) -> None:
    _keys(view, "t 1.28 p, 30d")
    line = _negotiation(view).lines[-1]
    assert line.verb is Verb.OFFER
    assert len(line.terms) == 2
    assert view.entry.line.text() == ""
    assert view.log.model.text(0, 2).startswith("Price 1.292 to 1.28")


def test_the_reading_is_shown_while_typing(view: MeetView) -> None:
    _keys(view, "t p 1.28", enters=0)
    assert view.entry.reading.sentence.startswith("They offer Price 1.28")


def test_several_readings_are_asked_and_chosen_by_ctrl_and_number(view: MeetView) -> None:
    _keys(view, "w p 1.19, pay 60")
    _keys(view, "t p 1.245")
    _keys(view, "t p 1.240 if lead 2w")
    _keys(view, "w ok", enters=0)
    count = view.entry.reading.choices
    assert count > 1
    QTest.keyClick(_line(view), Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert _negotiation(view).lines[-1].verb is Verb.AGREE


def test_a_plain_enter_on_several_readings_keeps_the_line_unread(view: MeetView) -> None:
    _keys(view, "t p 1.27")
    _keys(view, "t p 1.25 if lead 2w")
    _keys(view, "w ok")
    assert _negotiation(view).lines[-1].verb is Verb.UNREAD
    assert view.unread.isVisible()


def test_words_left_over_need_a_second_enter(view: MeetView) -> None:
    before = len(_negotiation(view).lines)
    _keys(view, "t p 1.28 somehow")
    assert len(_negotiation(view).lines) == before
    _keys(view, "")
    line = _negotiation(view).lines[-1]
    assert line.rest == "somehow"
    assert line.terms


def test_an_own_offer_past_the_limit_is_logged_only_with_a_reason(view: MeetView, told: Told) -> None:
    before = len(_negotiation(view).lines)
    _keys(view, "w p 1.29")
    assert len(_negotiation(view).lines) == before
    assert view.entry.line.needs_reason
    _keys(view, "", enters=3)
    assert len(_negotiation(view).lines) == before
    _keys(view, " # to keep the line running")
    assert _negotiation(view).lines[-1].exception == "to keep the line running"
    assert not view.entry.line.needs_reason
    assert not told.troubles


def test_a_reason_typed_at_once_still_needs_a_second_enter(view: MeetView) -> None:
    before = len(_negotiation(view).lines)
    _keys(view, "w p 1.29 # a gift")
    assert len(_negotiation(view).lines) == before
    _keys(view, "")
    assert _negotiation(view).lines[-1].exception == "a gift"


def test_up_brings_typed_lines_back_and_down_empties_the_line(view: MeetView) -> None:
    _keys(view, "t p 1.28")
    _keys(view, "w p 1.19")
    target = _line(view)
    QTest.keyClick(target, Qt.Key.Key_Up)
    assert view.entry.line.text() == "w p 1.19"
    QTest.keyClick(target, Qt.Key.Key_Up)
    assert view.entry.line.text() == "t p 1.28"
    QTest.keyClick(target, Qt.Key.Key_Down)
    QTest.keyClick(target, Qt.Key.Key_Down)
    assert view.entry.line.text() == ""


def test_nothing_of_limits_values_or_the_batna_is_shown_but_in_peek(view: MeetView) -> None:
    _keys(view, "t p 1.28 # looks nervous")
    shown = _texts(view)
    for secret in ("BATNA", "Frutas", "1.250", "1.215", "points", "nervous", "limit"):
        assert secret not in shown
    window = view.window().windowHandle()
    QTest.keyPress(window, Qt.Key.Key_F8)
    peeked = _texts(view)
    assert "BATNA" in peeked
    assert "1.215" in peeked
    assert "nervous" not in peeked
    QTest.keyRelease(window, Qt.Key.Key_F8)
    assert "BATNA" not in _texts(view)


def test_a_breach_is_a_check_in_grey_and_fills_the_dot(view: MeetView) -> None:
    _keys(view, "t p 1.28")
    assert view.head.dot.text() == "check"
    row = view.positions.model.rows[0]
    assert row.edge
    assert view.positions.model.text(0, 5).startswith("check")


def test_the_half_typed_line_comes_back(qtbot: QtBot, view: MeetView, tools: Tools) -> None:
    _keys(view, "t 1.2", enters=0)
    view.leave()
    another = MeetView(tools, view.logbook)
    qtbot.addWidget(another)
    another.show_negotiation(PEAS)
    assert another.entry.line.text() == "t 1.2"
    another.leave()


def test_the_close_of_a_meeting_says_what_was_agreed_and_leads_to_the_debrief_by_enter(
    qtbot: QtBot, view: MeetView, clock: Clock
) -> None:
    for text in (
        "t p 1.28 # looks nervous",
        "t lead 2w",
        "w ok lead",
        "t park pay",
        "t ! index proof by friday",
        "t 1o2",
    ):
        _keys(view, text)
    clock.turn(minutes=20)
    view.head.end.click()
    assert _negotiation(view).open_meeting is None
    (panel,) = view.findChildren(ClosedPanel)
    rows = [(row.cells["issue"].text, row.cells["state"].text) for row in panel.positions.model.rows]
    assert rows[0] == ("Lead time", "agreed 10:00")
    assert rows[-1] == ("Payment", "parked 10:00")
    assert ("Price", "open") in rows
    assert "10:00 to 10:20" in _texts(panel)
    # they may still sit opposite
    shown = _texts(panel) + "".join(cell.text for row in panel.positions.model.rows for cell in row.cells.values())
    for secret in ("BATNA", "limit", "check", "act", "nervous", "1o2"):
        assert secret not in shown
    with qtbot.waitSignal(view.go_wanted) as gone:
        QTest.keyClick(panel.next, Qt.Key.Key_Return)
    assert gone.args[0].part == "debrief"


def test_escape_stays_in_the_meeting_s_page_after_its_close(view: MeetView) -> None:
    _keys(view, "t p 1.28")
    gone: list[object] = []
    view.go_wanted.connect(gone.append)
    view.head.end.click()
    (panel,) = view.findChildren(ClosedPanel)
    QTest.keyClick(panel.next, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert gone == []
    assert _line(view).hasFocus()


def test_a_line_is_deleted_with_an_undo_offered(view: MeetView, told: Told) -> None:
    _keys(view, "t p 1.28")
    line_id = _negotiation(view).lines[-1].id
    view.log.go_to(line_id)
    view.log.setFocus()
    QTest.keyClick(view.log.view, Qt.Key.Key_Delete)
    assert all(line.id != line_id for line in _negotiation(view).lines)
    (offered,) = told.undo_offered
    view.refresh(view.logbook.journal.undo() or offered)
    assert _negotiation(view).lines[-1].id == line_id


def test_a_line_to_clear_up_opens_from_its_row_and_goes_when_it_is_read(view: MeetView) -> None:
    for row_id in [row.id for row in view.unread.model.rows]:
        assert isinstance(row_id, int)
        view.presenter.delete(row_id)
    _keys(view, "t 1o2 p # looks nervous")
    line_id = _negotiation(view).lines[-1].id
    assert view.unread.go_to(line_id)
    view.unread.setFocus()
    QTest.keyClick(view.unread.view, Qt.Key.Key_Return)
    assert view.entry.line.text() == "t 1o2 p # looks nervous"
    assert _line(view).hasFocus()
    view.entry.line.set_text("t 1.28 p # looks nervous")
    _keys(view, "")
    line = _negotiation(view).lines[-1]
    assert (line.id, line.verb) == (line_id, Verb.OFFER)
    assert not view.unread.isVisible()


def test_nothing_that_is_ours_alone_is_hinted_at_before_anything_is_typed(view: MeetView) -> None:
    shown = f"{_texts(view)} {_hint(view)}"
    for hint in ("#", "note", "peek", "F8", "cover", "Esc"):
        assert hint not in shown


def test_what_is_typed_while_a_row_or_a_button_has_the_focus_goes_into_the_line(view: MeetView) -> None:
    _keys(view, "t p 1.28")
    for part, text in ((view.log.view, "t"), (view.head.pause, "tt")):
        part.setFocus()
        QTest.keyClick(part, Qt.Key.Key_T)
        assert _line(view).hasFocus()
        assert view.entry.line.text() == text
    view.log.setFocus()
    QTest.keyClick(view.log.view, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert view.log.view.hasFocus()


def test_what_is_typed_where_nothing_may_be_logged_changes_nothing(view: MeetView) -> None:
    view.set_editing(False)
    for part in (view.log.view, _line(view)):
        part.setFocus()
        QTest.keyClick(part, Qt.Key.Key_T)
        assert view.entry.line.text() == ""
    view.set_editing(True)
    QTest.keyClick(_line(view), Qt.Key.Key_T)
    assert view.entry.line.text() == "t"


def test_a_click_on_a_verb_of_the_head_leaves_the_focus_in_the_line(view: MeetView) -> None:
    _keys(view, "t p 1.28")
    for button in (view.head.pause, view.head.next_round, view.head.end):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        for panel in view.findChildren(ClosedPanel):
            panel.turn_away()
        assert _line(view).hasFocus()


def test_a_condition_beside_a_flag_stands_behind_the_line_where_nothing_of_it_is_cut(view: MeetView) -> None:
    _keys(view, "t p 1.28 if pay 60 !!")
    row = view.log.model.rows[0]
    assert row.cells["line"].text.endswith(", if Payment 60 days, final")
    assert row.cells["condition"].text == ""
    assert row.cells["condition"].flag is Level.CHECK


def test_long_names_leave_round_and_times_their_room(view: MeetView) -> None:
    _keys(view, "t p 1.28")
    view.resize(1024, 640)
    view.head.show_meeting(
        "Vereinigte Konservenfabriken " * 3, "Framework " * 9, "Round 12", "Started 10:00", "410 min", ""
    )
    QApplication.processEvents()
    for words in ("Round 12", "Started 10:00", "410 min"):
        (label,) = [each for each in view.head.findChildren(QLabel) if each.text() == words]
        assert label.width() >= label.sizeHint().width()


def test_the_menu_of_a_line_offers_to_withdraw_only_what_still_stands(qtbot: QtBot, view: MeetView) -> None:
    _keys(view, "t p 1.28")
    _keys(view, "# looks nervous")
    note, offer = (view.presenter.log_rows()[at].line_id for at in (0, 1))

    def entries(line_id: int) -> dict[str, bool]:
        view.log.menu_wanted.emit(line_id, QPoint(0, 0))
        menu = view.findChildren(QMenu)[-1]
        found = {action.text(): action.isEnabled() for action in menu.actions()}
        menu.close()
        return found

    assert not entries(note)["Withdraw what was offered"]
    assert entries(offer)["Withdraw what was offered"]
    view.presenter.sitting.mark_key(offer)
    view.presenter.withdraw(offer)
    view.presenter.load(PEAS)
    found = entries(offer)
    assert "No key moment any more" in found
    assert not found["Withdraw what was offered"]
