"""tests: how a person dealt, written line by line, and the style for the next meeting."""

from __future__ import annotations

from PySide6.QtCore import Qt

from core.note import Topic
from core.side import Basis
from core.style import Style
from tests.ui.desk import CTRL, Driver
from tests.ui.people.met import BRANDL, ELENA, PAOLO, rows, shown
from ui.people.view import DEALING


def test_how_they_dealt_is_written_in_one_line_changed_deleted_and_had_back(cases: Driver) -> None:
    screen = shown(cases, DEALING, PAOLO)
    screen.dealt.focus_line()
    cases.write("competing, 20 Nov 2026 # Named a figure at the door")
    cases.press(Qt.Key.Key_Return)
    (note,) = cases.logbook.notes.on_style(PAOLO)
    assert (note.style, note.basis, note.topic, note.text) == (
        Style.COMPETING,
        Basis.OBSERVED,
        Topic.STYLE,
        "Named a figure at the door",
    )
    assert screen.dealt.sum.text() == "Competing, a first impression, seen once"
    assert screen.dealt.unsure.isVisible()
    screen.dealt.table.setFocus()
    screen.dealt.table.go_to(note.id)
    cases.press(Qt.Key.Key_F2)
    assert screen.dealt.field is not None
    screen.dealt.field.setText("avoiding, said, 20 Nov 2026 # Put it off")
    cases.press(Qt.Key.Key_Return)
    assert rows(screen.dealt.table) == [("avoiding", "Put it off", "said", "20 Nov 2026")]
    cases.press(Qt.Key.Key_Delete)
    assert cases.logbook.notes.on_style(PAOLO) == ()
    assert screen.dealt.sum.isHidden()
    cases.press(Qt.Key.Key_Z, CTRL)
    assert screen.tabs.current == DEALING
    assert rows(screen.dealt.table) == [("avoiding", "Put it off", "said", "20 Nov 2026")]


def test_what_is_nobodys_business_is_pointed_out_while_it_is_typed(cases: Driver) -> None:
    screen = shown(cases, DEALING)
    screen.dealt.focus_line()
    cases.write("avoiding # has cancer")
    assert screen.dealt.privacy is not None
    assert screen.dealt.privacy.words.startswith("check health")
    cases.press(Qt.Key.Key_Return)
    screen.dealt.table.setFocus()
    screen.dealt.edit(cases.logbook.notes.on_style(ELENA)[0].id)
    assert screen.dealt.privacy.words.startswith("check health")
    cases.press(Qt.Key.Key_Escape)
    assert screen.dealt.privacy.words == ""


def test_a_line_without_a_style_stays_under_its_reason(cases: Driver) -> None:
    screen = shown(cases, DEALING)
    screen.dealt.focus_line()
    cases.write("pressing")
    cases.press(Qt.Key.Key_Return)
    assert screen.dealt.table.add_text() == "pressing"
    assert "Begin with how they dealt: competing, collaborating" in screen.dealt.problem.reason


def test_the_style_for_the_next_meeting_names_its_reasons_and_what_is_not_known(cases: Driver) -> None:
    cases.logbook.suppliers.change(2, supply_risk=5)
    cases.logbook.notes.add(
        counterpart_id=BRANDL, topic=Topic.STYLE, basis=Basis.OBSERVED, text="x", style=Style.COMPETING
    )
    told = shown(cases, person=BRANDL).told.next_style
    assert told.advised.text() == "Collaborating"
    reasons = told.reasons.text()
    assert "Much is at stake for us with them." in reasons
    assert "We stay with them after this deal." in reasons
    assert "They tend to compete: ask for something back each time you give." in reasons
    assert reasons.endswith("Not known: whether there is time.")
