"""The entry line by key events: what is completed, brought back, corrected in place and never lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.line import Line, Verb
from core.negotiation import Negotiation
from db.logbook import Logbook
from tests.ui.meet.conftest import PEAS, Clock, Told
from tests.ui.typist import type_text
from ui.meet.entry_pane import EntryPane
from ui.meet.presenter import MeetPresenter
from ui.tools import Tools

_CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def pane(qtbot: QtBot, tools: Tools, presenter: MeetPresenter) -> Iterator[EntryPane]:
    pane = EntryPane(tools, presenter)
    qtbot.addWidget(pane)
    pane.resize(1200, 120)
    with qtbot.waitActive(pane):
        pane.show()
    pane.restore()
    pane.line.setFocus()
    yield pane
    pane.keep()


def target(pane: EntryPane) -> QWidget:
    found = pane.line.focusProxy()
    assert found is not None
    return found


def press(pane: EntryPane, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(target(pane), key, held)


def type_in(pane: EntryPane, text: str) -> None:
    type_text(target(pane), text)


def enter(pane: EntryPane, text: str) -> None:
    type_in(pane, text)
    press(pane, Qt.Key.Key_Return)


def retype(pane: EntryPane, text: str) -> None:
    press(pane, Qt.Key.Key_A, _CONTROL)
    type_in(pane, text)


def matter(logbook: Logbook) -> Negotiation:
    return logbook.negotiations.load(PEAS)


def last(logbook: Logbook) -> Line:
    return max(matter(logbook).lines, key=lambda line: line.id)


# one of several readings


def test_a_reading_chosen_past_our_limit_waits_for_its_reason(pane: EntryPane, logbook: Logbook) -> None:
    enter(pane, "t p 1.27")
    enter(pane, "t p 1.26 if lead 2w")
    type_in(pane, "w ok")
    press(pane, Qt.Key.Key_2, _CONTROL)
    assert pane.line.needs_reason
    enter(pane, " # the line must run")
    line = last(logbook)
    assert (line.verb, line.exception) == (Verb.AGREE, "the line must run")
    assert len(line.terms) == 2


def test_another_text_is_read_anew_after_a_reading_was_chosen(pane: EntryPane, logbook: Logbook) -> None:
    enter(pane, "t p 1.27")
    enter(pane, "t p 1.26 if lead 2w")
    type_in(pane, "w ok")
    press(pane, Qt.Key.Key_2, _CONTROL)
    press(pane, Qt.Key.Key_Backspace)
    assert not pane.line.needs_reason
    type_in(pane, "k")
    assert pane.reading.choices == 2


def test_words_left_over_of_an_own_line_past_our_limit_are_confirmed_once(pane: EntryPane, logbook: Logbook) -> None:
    type_in(pane, "w p 1.29 at last")
    press(pane, Qt.Key.Key_Return)
    press(pane, Qt.Key.Key_Return)
    assert pane.line.needs_reason
    enter(pane, " # the line must run")
    assert (last(logbook).rest, last(logbook).exception) == ("at last", "the line must run")


# what was typed before


def test_up_brings_nothing_back_that_is_ours_alone(pane: EntryPane) -> None:
    for text in ("t p 1.28 # looks nervous", "# looks nervous", "t ~ p 1.21", "t 1o2 # bluffing"):
        enter(pane, text)
    found = []
    for _ in range(3):
        press(pane, Qt.Key.Key_Up)
        found.append(pane.line.text())
    assert found[:2] == ["t 1o2", "t p 1.28"]
    assert not any(private in text for text in found for private in ("nervous", "1.21", "bluffing"))


# any script


@pytest.mark.parametrize(
    "text",
    [
        "t \u03c4\u03b9\u03bc\u03ae 1,48 \u00bd",
        "t p 1.28 \U0001f44d \u05e9\u05dc\u05d5\u05dd",
        "t \u0663\u0660 \u0623\u064a\u0627\u0645",
        "t \uff11.\uff14\uff18",
        "t p\u00a01.28\u202fEUR",
        "\u200f1.48",
    ],
)
def test_a_line_in_any_script_is_kept_letter_by_letter(pane: EntryPane, logbook: Logbook, text: str) -> None:
    enter(pane, text)
    if pane.line.text():  # words left over: a second Enter
        press(pane, Qt.Key.Key_Return)
    assert last(logbook).text == text
    assert pane.line.text() == ""


# completion


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Right])
def test_tab_or_right_takes_what_the_word_can_only_become(pane: EntryPane, key: Qt.Key) -> None:
    type_in(pane, "t paym")
    press(pane, key)
    assert pane.line.text() == "t payment "
    assert target(pane).hasFocus()


def test_enter_never_takes_a_completion(pane: EntryPane, logbook: Logbook) -> None:
    enter(pane, "t 1.28 paym")
    assert last(logbook).text == "t 1.28 paym"


def test_where_several_begin_so_nothing_is_taken_and_the_focus_stays(pane: EntryPane) -> None:
    type_in(pane, "t l")
    before = pane.line.text()
    press(pane, Qt.Key.Key_Tab)
    assert target(pane).hasFocus()
    assert pane.line.text() in (before, "t lead ")


def test_tab_leaves_the_line_and_right_moves_the_caret_where_nothing_is_completed(
    qtbot: QtBot, pane: EntryPane
) -> None:
    other = QWidget(pane)
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    other.show()
    type_in(pane, "t p 1.28")
    press(pane, Qt.Key.Key_Tab)
    assert not target(pane).hasFocus()
    pane.line.setFocus()
    press(pane, Qt.Key.Key_Home)
    press(pane, Qt.Key.Key_Right)
    type_in(pane, "x")
    assert pane.line.text() == "tx p 1.28"


def test_only_at_the_end_of_the_line_a_word_is_completed(pane: EntryPane) -> None:
    type_in(pane, "t paym")
    press(pane, Qt.Key.Key_Left)
    press(pane, Qt.Key.Key_Right)
    assert pane.line.text() == "t paym"


def test_a_completion_is_undone_as_text(pane: EntryPane) -> None:
    type_in(pane, "t paym")
    press(pane, Qt.Key.Key_Tab)
    press(pane, Qt.Key.Key_Z, _CONTROL)
    assert pane.line.text() == "t paym"


def test_a_completion_is_told_to_a_screen_reader(pane: EntryPane) -> None:
    type_in(pane, "t paym")
    assert "Tab completes Payment" in target(pane).accessibleDescription()
    type_in(pane, "ent 60")
    assert "Tab" not in target(pane).accessibleDescription()


# the last lines


def test_down_brings_the_half_typed_line_back_after_looking_at_earlier_ones(pane: EntryPane) -> None:
    enter(pane, "t p 1.28")
    type_in(pane, "w p 1.1")
    press(pane, Qt.Key.Key_Up)
    assert pane.line.text() == "t p 1.28"
    press(pane, Qt.Key.Key_Down)
    assert pane.line.text() == "w p 1.1"


def test_the_last_line_is_corrected_in_its_place(pane: EntryPane, logbook: Logbook, clock: Clock) -> None:
    enter(pane, "t p 1.28")
    before = matter(logbook)
    clock.turn(minutes=3)
    press(pane, Qt.Key.Key_Up, _CONTROL)
    assert pane.line.text() == "t p 1.28"
    assert pane.reading.sentence.startswith("Instead of 10:00 They offer Price 1.28")
    retype(pane, "t p 1.26, 60d")
    press(pane, Qt.Key.Key_Return)
    after = matter(logbook)
    assert len(after.lines) == len(before.lines)
    old, new = before.lines[-1], after.lines[-1]
    assert (new.id, new.at, new.text) == (old.id, old.at, "t p 1.26, 60d")
    assert len(new.terms) == 2
    assert new.stands != old.stands
    assert pane.line.text() == ""


def test_a_correction_is_undone_in_one_step(pane: EntryPane, logbook: Logbook) -> None:
    enter(pane, "t p 1.28")
    enter(pane, "t p 1.27")
    before = matter(logbook)
    assert any(step.to_line_id == before.lines[-1].id for step in before.concessions)
    press(pane, Qt.Key.Key_Up, _CONTROL)
    retype(pane, "t p 1.30")
    press(pane, Qt.Key.Key_Return)
    corrected = matter(logbook)
    assert not any(step.to_line_id == before.lines[-1].id for step in corrected.concessions)
    logbook.journal.undo()
    assert matter(logbook) == before
    history = logbook.journal.history("line", before.lines[-1].id)
    assert len(history) >= 2


def test_ctrl_up_goes_on_to_earlier_lines_and_ctrl_down_back_to_what_was_half_typed(pane: EntryPane) -> None:
    enter(pane, "t p 1.28")
    enter(pane, "w p 1.19")
    type_in(pane, "t 60d")
    press(pane, Qt.Key.Key_Up, _CONTROL)
    press(pane, Qt.Key.Key_Up, _CONTROL)
    assert pane.line.text() == "t p 1.28"
    press(pane, Qt.Key.Key_Down, _CONTROL)
    assert pane.line.text() == "w p 1.19"
    press(pane, Qt.Key.Key_Down, _CONTROL)
    assert pane.line.text() == "t 60d"
    assert not pane.reading.sentence.startswith("Instead")


def test_escape_leaves_the_line_as_it_was(pane: EntryPane, logbook: Logbook) -> None:
    enter(pane, "t p 1.28")
    before = matter(logbook)
    type_in(pane, "w p 1.1")
    press(pane, Qt.Key.Key_Up, _CONTROL)
    retype(pane, "t p 9")
    press(pane, Qt.Key.Key_Escape)
    assert pane.line.text() == "w p 1.1"
    assert matter(logbook) == before


def test_a_correction_that_cannot_be_read_takes_no_place(pane: EntryPane, logbook: Logbook) -> None:
    enter(pane, "t p 1.28")
    before = matter(logbook)
    press(pane, Qt.Key.Key_Up, _CONTROL)
    retype(pane, "t 1.28 7 8 9")
    press(pane, Qt.Key.Key_Return)
    assert matter(logbook) == before
    assert pane.line.text() == "t 1.28 7 8 9"
    assert "leave it as it was" in pane.reading.sentence


def test_a_line_kept_unread_is_put_right_at_once(pane: EntryPane, logbook: Logbook) -> None:
    enter(pane, "t p1.28")
    assert last(logbook).verb is Verb.UNREAD
    press(pane, Qt.Key.Key_Up, _CONTROL)
    retype(pane, "t p 1.28")
    press(pane, Qt.Key.Key_Return)
    assert last(logbook).verb is Verb.OFFER
    assert matter(logbook).unread == ()


def test_what_was_half_typed_comes_back_after_a_correction_and_is_the_draft(
    pane: EntryPane, presenter: MeetPresenter
) -> None:
    enter(pane, "t p 1.28")
    type_in(pane, "w p 1.1")
    press(pane, Qt.Key.Key_Up, _CONTROL)
    retype(pane, "t p 1.27")
    pane.keep()
    assert presenter.entry.draft() == "w p 1.1"
    press(pane, Qt.Key.Key_Return)
    assert pane.line.text() == "w p 1.1"


def test_a_line_entered_again_as_it_was_stays_as_it_was(pane: EntryPane, logbook: Logbook) -> None:
    enter(pane, "t p 1.28")
    before = matter(logbook)
    type_in(pane, "t half")
    press(pane, Qt.Key.Key_Up, _CONTROL)
    press(pane, Qt.Key.Key_Return)
    assert matter(logbook) == before
    assert pane.line.text() == "t half"
    assert "Instead of" not in pane.reading.sentence


def test_an_own_line_corrected_past_our_limit_needs_its_reason(pane: EntryPane, logbook: Logbook, told: Told) -> None:
    enter(pane, "w p 1.19")
    press(pane, Qt.Key.Key_Up, _CONTROL)
    retype(pane, "w p 1.29")
    press(pane, Qt.Key.Key_Return)
    assert pane.line.needs_reason
    assert last(logbook).text == "w p 1.19"
    type_in(pane, " # to keep the line running")
    press(pane, Qt.Key.Key_Return)
    assert last(logbook).exception == "to keep the line running"
    assert not told.troubles


def test_several_readings_of_a_correction_are_chosen_by_ctrl_and_number(pane: EntryPane, logbook: Logbook) -> None:
    enter(pane, "t p 1.245")
    enter(pane, "t p 1.240 if lead 2w")
    enter(pane, "w p 1.19")
    count = len(matter(logbook).lines)
    press(pane, Qt.Key.Key_Up, _CONTROL)
    retype(pane, "w ok")
    assert pane.reading.choices > 1
    press(pane, Qt.Key.Key_1, _CONTROL)
    assert len(matter(logbook).lines) == count
    assert (last(logbook).text, last(logbook).verb) == ("w ok", Verb.AGREE)


def test_a_line_deleted_meanwhile_is_corrected_no_more(
    pane: EntryPane, logbook: Logbook, presenter: MeetPresenter
) -> None:
    enter(pane, "t p 1.28")
    press(pane, Qt.Key.Key_Up, _CONTROL)
    logbook.lines.delete(last(logbook).id)
    presenter.load(PEAS)
    pane.read_again()
    assert pane.line.text() == ""
    assert pane.reading.sentence == ""


# keystrokes

# The ten lines that a talk is mostly made of; the first four are offers of one and two terms.
_COMMON = (
    ("they offer one term", "t 1.26", 1),
    ("we offer one term", "w p 1.19", 1),
    ("they offer two terms", "t 1.25, 30d", 2),
    ("we offer two terms", "w p 1.20 pay 60", 2),
    ("we agree what they stand by", "w ok p", 1),
    ("we refuse it", "w no pay", 0),
    ("they ask about an issue", "t ? lead", 0),
    ("they promise", "t ! call back fri", 0),
    ("their tactic by its number", "t x 2", 0),
    ("a note", "# boss called", 0),
)


class _Strokes(QObject):
    """Counts the keys that are pressed, one that is only held down for another not."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt names it
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self.count += event.key() not in (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt)
        return False


def test_an_offer_of_one_or_two_terms_takes_sixteen_keys_at_most(pane: EntryPane, logbook: Logbook) -> None:
    enter(pane, "t p 1.28")
    strokes = _Strokes()
    target(pane).installEventFilter(strokes)
    for what, text, terms in _COMMON:
        strokes.count = 0
        enter(pane, text)
        line = last(logbook)
        print(f"{strokes.count:3} keys  {text:18} {what}")
        assert (line.text, len(line.terms)) == (text, terms)
        assert line.verb is not Verb.UNREAD
        assert strokes.count == len(text) + 1
        if line.verb is Verb.OFFER:
            assert strokes.count <= 16, text


# what EntryPresenter keeps


def test_the_half_typed_line_is_kept_for_each_negotiation(presenter: MeetPresenter) -> None:
    presenter.entry.keep_draft("t 1.2")
    assert presenter.entry.draft() == "t 1.2"
    presenter.load(1)
    assert presenter.entry.draft() == ""


def test_lines_typed_before_come_back_newest_first(presenter: MeetPresenter, clock: Clock) -> None:
    for text in ("t p 1.28", "w p 1.19"):
        clock.turn(minutes=1)
        presenter.log(presenter.read(text))
    assert presenter.entry.recalled()[:2] == ("w p 1.19", "t p 1.28")
