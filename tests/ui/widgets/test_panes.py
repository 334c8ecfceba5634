"""tests: ui/widgets/panes.py."""

from __future__ import annotations

from fractions import Fraction

import pytest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets.panes import Pane, Panes


@pytest.fixture
def panes(qtbot: QtBot, theme: Theme) -> Panes:
    made = Panes(
        theme,
        (
            Pane(QWidget(), least=200, first=232, yields=1),
            Pane(QWidget(), least=560),
            Pane(QWidget(), least=300, first=360, yields=2),
        ),
    )
    host = QWidget()
    qtbot.addWidget(host)
    box = QHBoxLayout(host)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(made)
    host.resize(1400, 400)
    host.show()
    QApplication.processEvents()
    made.host = host  # type: ignore[attr-defined]
    return made


def resize(panes: Panes, width: int) -> None:
    panes.window().resize(width, 400)
    QApplication.processEvents()
    assert panes.width() == width


def shown(panes: Panes) -> list[bool]:
    return [panes.is_shown(index) for index in range(3)]


def test_panes_begin_with_their_widths_and_the_middle_takes_the_rest(panes: Panes) -> None:
    assert panes.sizes() == [232, 1400 - 232 - 360 - 2, 360]


def test_the_side_gives_first_then_hides_and_comes_back_with_the_room(panes: Panes) -> None:
    resize(panes, 1100)
    assert shown(panes) == [True, True, True]
    assert panes.sizes()[1] >= 560
    resize(panes, 1000)
    assert shown(panes) == [True, True, False]
    resize(panes, 700)
    assert shown(panes) == [False, True, False]
    resize(panes, 1400)
    assert panes.sizes() == [232, 806, 360]


def test_toggle_hides_the_side_and_brings_it_back(panes: Panes) -> None:
    assert panes.toggle_side() is False
    assert shown(panes) == [True, True, False]
    assert panes.toggle_side() is True
    assert panes.sizes() == [232, 806, 360]


def test_toggle_brings_the_side_back_though_another_has_to_go(panes: Panes) -> None:
    resize(panes, 1000)
    assert panes.toggle_side() is True
    assert shown(panes) == [False, True, True]
    panes.toggle_side()
    assert shown(panes) == [True, True, False]


def test_widths_and_what_was_hidden_are_restored(qtbot: QtBot, theme: Theme, panes: Panes) -> None:
    panes.moveSplitter(300, 1)
    panes.toggle_side()
    state = panes.state()
    assert state[0] == 300
    assert state[2] < 0
    again = Panes(
        theme,
        (
            Pane(QWidget(), least=200, first=232, yields=1),
            Pane(QWidget(), least=560),
            Pane(QWidget(), least=300, first=360, yields=2),
        ),
    )
    qtbot.addWidget(again)
    again.resize(1400, 400)
    again.show()
    again.restore(state)
    assert shown(again) == [True, True, False]
    assert again.sizes()[0] == 300
    again.toggle_side()
    assert again.sizes()[2] == 360
    assert again.state() == [300, 0, 360]


def test_a_damaged_state_is_ignored(panes: Panes) -> None:
    before = panes.sizes()
    panes.restore([1, 2])
    panes.restore([5, 5, 5])
    assert panes.sizes()[0] >= 200
    assert panes.sizes()[2] >= 300
    assert len(before) == 3


def test_the_side_gives_way_for_a_while_and_the_user_s_choice_stays(panes: Panes) -> None:
    before, state = panes.sizes(), panes.state()
    panes.give_way(True)
    assert shown(panes) == [True, True, False]
    assert panes.state() == state
    resize(panes, 1800)
    assert shown(panes) == [True, True, False]
    resize(panes, 1400)
    panes.give_way(False)
    QApplication.processEvents()
    assert shown(panes) == [True, True, True]
    assert (panes.sizes()[0], panes.sizes()[2]) == (before[0], before[2])
    panes.toggle_side()
    panes.give_way(True)
    panes.give_way(False)
    assert shown(panes) == [True, True, False]


def test_panes_share_a_row_by_their_parts_until_the_user_sizes_them(qtbot: QtBot, theme: Theme) -> None:
    def made() -> Panes:
        panes = Panes(theme, (Pane(QWidget(), 480), Pane(QWidget(), 520, 752, yields=1, share=Fraction(13, 24))))
        qtbot.addWidget(panes)
        panes.show()
        return panes

    panes = made()
    for width, sizes in ((1388, [636, 751]), (1228, [562, 665]), (1001, [480, 520])):
        panes.resize(width, 400)
        QApplication.processEvents()
        assert panes.sizes() == sizes
    assert panes.state() == [0, 0]
    panes.resize(1388, 400)
    panes.setSizes([800, 587])
    panes.splitterMoved.emit(800, 1)
    panes.resize(1500, 400)
    QApplication.processEvents()
    assert panes.sizes()[1] == 587
    again = made()
    again.resize(1388, 400)
    again.restore(panes.state())
    QApplication.processEvents()
    assert again.sizes()[1] == 587
