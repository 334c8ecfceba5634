"""tests: the page shows the agenda or the day alone, and follows what is written on it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from core.agenda import Agenda, Point
from core.words import Words
from tests.ui.typist import type_text
from ui.cover.page import CoverPage
from ui.theme import Theme

DAY = date(2026, 11, 24)
HELD = Agenda(
    day=DAY, at=datetime(2026, 11, 24, 10, 0, tzinfo=UTC), place="room 3.12", supplier="Conservas Ribera", meeting_id=1
)


@pytest.fixture
def page(qapp: QApplication, qtbot: QtBot, theme: Theme) -> CoverPage:
    made = CoverPage(theme, Words("en", "en_GB"))
    qtbot.addWidget(made)
    made.resize(1280, 720)
    return made


def texts(page: CoverPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_with_a_meeting_it_is_its_agenda(page: CoverPage) -> None:
    page.show_agenda(HELD, hint=False)
    page.show()
    assert page.title == "Meeting agenda"
    assert texts(page)[:2] == ["Tuesday 24 November 2026, 10:00, room 3.12", "Meeting agenda"]
    assert {"With", "Conservas Ribera", "Agenda", "1", "Points of both sides", "3", "Next steps"} <= set(texts(page))


def test_entries_of_its_own_take_the_place_of_the_neutral_ones(page: CoverPage) -> None:
    points = (
        Point("Welcome", datetime(2026, 11, 24, 10, 0, tzinfo=UTC)),
        Point("Labels", datetime(2026, 11, 24, 10, 10, tzinfo=UTC)),
    )
    page.show_agenda(Agenda(day=DAY, at=HELD.at, supplier="A", points=points, meeting_id=1), hint=False)
    page.show()
    assert {"10:00", "Welcome", "10:10", "Labels"} <= set(texts(page))
    assert "Next steps" not in texts(page)


def test_without_a_meeting_it_is_the_day_alone(page: CoverPage) -> None:
    page.show_agenda(HELD, hint=False)
    page.show_agenda(Agenda(day=DAY), hint=False)
    page.show()
    QTest.qWait(1)
    assert page.title == "Notes"
    assert texts(page) == ["Tuesday 24 November 2026", "Notes"]


def test_each_time_the_lines_are_empty_and_nothing_can_be_undone(page: CoverPage) -> None:
    page.show_agenda(HELD, hint=False)
    page.show()
    type_text(page.notes, "not for others")
    page.show_agenda(HELD, hint=False)
    assert page.notes.toPlainText() == ""
    QTest.keyClick(page.notes, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.notes.toPlainText() == ""


def test_the_line_that_is_written_is_in_view(page: CoverPage) -> None:
    page.show_agenda(HELD, hint=False)
    page.show()
    page.notes.setFocus()
    for _ in range(40):
        QTest.keyClick(page.notes, Qt.Key.Key_Return)
    type_text(page.notes, "the last line")
    QTest.qWait(1)
    at = page.notes.mapTo(page, page.notes.caret().bottomLeft())
    assert 0 < at.y() <= page.height()


def test_it_follows_a_switch_of_the_colours(page: CoverPage, theme: Theme) -> None:
    page.show_agenda(HELD, hint=True)
    page.show()
    light = page.grab().toImage()
    theme.set_scheme(type(theme.scheme).DARK)
    assert page.grab().toImage().pixelColor(5, 5).lightness() < light.pixelColor(5, 5).lightness()
    assert page.hint.isVisible()


@pytest.mark.parametrize("agenda", [HELD, Agenda(day=DAY)])
def test_the_keys_that_lead_back_are_in_sight_in_the_smallest_window(page: CoverPage, agenda: Agenda) -> None:
    page.show_agenda(agenda, hint=True)
    page.show()
    QTest.qWait(1)
    assert page.verticalScrollBar().maximum() == 0
    assert page.hint.mapTo(page, page.hint.rect().bottomLeft()).y() < page.height()
