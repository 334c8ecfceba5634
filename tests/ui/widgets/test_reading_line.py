"""tests: ui/widgets/reading_line.py - a reading in words, several to choose from, narrow and read aloud."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.words import Words
from ui.theme import Scheme, Theme
from ui.widgets.reading_line import Part, PartRole, ReadingLine, _cut

R = PartRole
OFFER = [
    Part("They offer", R.VERB),
    Part("Price", R.ISSUE),
    Part("1.47 EUR/can", R.VALUE),
    Part("if", R.WORD),
    Part("Volume", R.ISSUE),
    Part("120 k cans", R.VALUE),
]


@pytest.fixture
def reading(qtbot: QtBot, theme: Theme) -> ReadingLine:
    made = ReadingLine(theme, Words())
    qtbot.addWidget(made)
    made.resize(700, 30)
    made.show()
    return made


def test_the_sentence_and_its_key_are_what_a_screen_reader_hears(reading: ReadingLine) -> None:
    reading.set_reading(OFFER, key="Return", hint="log as read")
    assert reading.accessibleName() == (
        "They offer Price 1.47 EUR/can if Volume 120 k cans. " + reading.sentence.split(". ")[-1]
    )
    assert reading.sentence.endswith("log as read")


def test_unread_words_are_told_to_be_kept_as_typed(reading: ReadingLine) -> None:
    reading.set_reading([*OFFER[:3], Part("by fri", R.UNREAD)])
    assert reading.sentence == "They offer Price 1.47 EUR/can by fri. kept as typed"


def test_nothing_to_read_says_nothing(reading: ReadingLine) -> None:
    reading.set_reading([])
    assert reading.sentence == ""
    assert reading.sizeHint().height() == 30


def test_several_readings_stand_numbered_below(reading: ReadingLine) -> None:
    reading.set_choices([OFFER[:3], OFFER[:1] + OFFER[4:]], [Part("Two readings.", R.VERB)])
    assert reading.choices == 2
    assert reading.sentence == ("Two readings. 1: They offer Price 1.47 EUR/can. 2: They offer Volume 120 k cans")
    assert reading.sizeHint().height() == 30 + 2 * 28
    reading.set_reading(OFFER)
    assert reading.choices == 0
    assert reading.sizeHint().height() == 30


def test_more_than_nine_readings_are_counted(reading: ReadingLine) -> None:
    reading.set_choices([OFFER] * 11, [Part("Which?", R.VERB)])
    assert reading.choices == 9
    assert reading.sentence.endswith("and 2 more readings")


def test_a_click_takes_the_reading_under_it(reading: ReadingLine) -> None:
    reading.set_choices([OFFER[:3], OFFER], [Part("Which?", R.VERB)])
    reading.resize(reading.sizeHint())
    clicked: list[int] = []
    reading.choice_clicked.connect(clicked.append)
    for y in (10, 40, 75):
        QTest.mouseMove(reading, QPoint(100, y))
        QTest.mouseClick(reading, Qt.MouseButton.LeftButton, pos=QPoint(100, y))
    QTest.mouseClick(reading, Qt.MouseButton.RightButton, pos=QPoint(100, 40))
    assert clicked == [1, 2]


@pytest.mark.parametrize("width", [1, 60, 120, 200, 300, 400, 600, 1200])
def test_no_width_is_too_narrow_to_paint(reading: ReadingLine, width: int) -> None:
    reading.set_reading([*OFFER, Part("by fri", R.UNREAD)], key="Return", hint="log as read")
    reading.resize(width, 30)
    assert not reading.grab().isNull()


def test_a_sentence_that_is_cut_never_shows_half_a_figure(reading: ReadingLine, theme: Theme) -> None:
    pieces = reading._lay_out(OFFER, 0)
    whole = {piece.text for piece in pieces}
    for right in range(0, int(pieces[-1].x + pieces[-1].width) + 20, 3):
        for piece in _cut(pieces, right):
            if piece.role is R.VALUE:
                assert piece.text in whole | {"…"}
            assert piece.x + piece.width <= right


def test_the_line_follows_scheme_and_factor(reading: ReadingLine, theme: Theme) -> None:
    reading.set_reading(OFFER)
    light = reading.grab().toImage()
    theme.set_scheme(Scheme.DARK)
    assert reading.grab().toImage() != light
    theme.set_factor(2)
    assert reading.sizeHint().height() == 60


def test_a_long_name_gives_way_before_a_figure_and_before_what_enter_does(reading: ReadingLine, theme: Theme) -> None:
    long = [Part("They offer", R.VERB), Part("Payment after the arrival of the goods at our warehouse", R.ISSUE)]
    reading.set_reading([*long, Part("1,100,000.50 EUR/1,000 pcs", R.VALUE)], key="Return", hint="twice to log")
    whole = reading._natural_width(reading._parts)
    short = reading._narrow(reading._parts)
    assert [part.text for part in short][::2] == ["They offer", "1,100,000.50 EUR/1,000 pcs"]
    assert short[1].text.startswith("Paym")
    assert short[1].text.endswith("ouse")
    assert reading._natural_width(short) <= whole - theme.space(200)
