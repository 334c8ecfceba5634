"""tests: what a person may decide alone, shown and changed."""

from __future__ import annotations

from PySide6.QtCore import Qt

from core.counterpart import Influence
from tests.ui.desk import Driver
from tests.ui.people.met import ELENA, shown
from ui.people.view import CONTACT


def test_f2_opens_the_authority_and_leaving_it_shows_the_answer_again(cases: Driver) -> None:
    screen = shown(cases, CONTACT)
    assert cases.logbook.counterparts.load(ELENA).authority
    screen.pane.view.setFocus()
    cases.press(Qt.Key.Key_F2)
    assert screen.authority.line("authority").hasFocus()
    screen.authority.fields["influence"].edited.emit("decides")
    assert cases.logbook.counterparts.load(ELENA).influence is Influence.DECIDES
    screen.notes.line.setFocus()
    assert not screen.authority.isVisible()
    assert any("decides" in text for text in cases.texts(screen.panel))
    assert screen.panel.change.isVisible()
