"""tests: ui/widgets/chart_view.py - a chart on the screen, by keys, as a table, to a screen reader."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from core.charts.range_chart import Guess, RangeChart, RangeRow, RangeWords, Spot
from core.charts.scene import ChartTable, Label, Line, Rect, Role, Scene, Stop
from core.charts.value_line import Kind, Mark, ValueLine
from core.words import Words
from ui.theme import Scheme, Theme
from ui.widgets.chart_view import ChartView

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from core.charts.scene import Measure

ROW = RangeRow(
    name="Price",
    unit="USD per can",
    limit=Spot(0.6, "1.45"),
    target=Spot(0.8, "1.40"),
    quoted=Spot(0.4, "1.50"),
    their_limit=Guess(Spot(0.88, "1.38"), 0.76, 0.96),
    zone=(0.6, 0.88),
    room="1.38 to 1.45",
)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    made = Theme(Scheme.LIGHT)
    made.attach(qapp)
    return made


@pytest.fixture
def chart() -> RangeChart:
    return RangeChart("There is room on price", (ROW,), RangeWords.of(Words()))


@pytest.fixture
def view(qtbot: QtBot, theme: Theme, chart: RangeChart) -> ChartView:
    made = ChartView(theme, Words())
    qtbot.addWidget(made)
    made.set_chart(chart)
    made.resize(800, 300)
    made.show()
    qtbot.waitExposed(made)
    made.canvas.setFocus()
    return made


def test_the_finding_is_the_accessible_name(view: ChartView) -> None:
    assert view.accessibleName() == "There is room on price"
    assert view.canvas.accessibleName() == "There is room on price"


def test_arrow_keys_walk_the_points_and_say_them(view: ChartView, qtbot: QtBot) -> None:
    said: list[str] = []
    view.canvas.stop_reached.connect(said.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Home):
        QTest.keyClick(view.canvas, key)
    limit, target, last = "Price, Our limit: 1.45", "Price, Our target: 1.40", "Price, Their limit, estimated: 1.38"
    assert said == [limit, target, limit, last, last, limit]
    assert view.canvas.accessibleDescription() == limit


def test_t_shows_the_same_as_a_table_and_back(view: ChartView, qtbot: QtBot) -> None:
    QTest.keyClick(view.canvas, Qt.Key.Key_T)
    assert view.shows_table
    assert view.table.view.hasFocus()
    model = view.table.model
    row = [model.index(0, column).data() for column in range(model.columnCount())]
    assert row == ["Price (USD per can)", "1.45", "1.40", "", "1.50", "1.38", "1.38 to 1.45"]
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Our limit"
    QTest.keyClick(view.table.view, Qt.Key.Key_T)
    assert view.canvas.isVisible()
    assert view.canvas.hasFocus()


def test_the_focus_goes_to_the_table_and_nowhere_else_on_the_way(qtbot: QtBot, theme: Theme, chart: RangeChart) -> None:
    both = QWidget()
    qtbot.addWidget(both)
    box = QVBoxLayout(both)
    first, second = ChartView(theme, Words()), ChartView(theme, Words())
    for each in (first, second):
        each.set_chart(chart)
        box.addWidget(each)
    with qtbot.waitActive(both):
        both.show()
        both.activateWindow()
    first.canvas.setFocus()
    QTest.keyClick(first.canvas, Qt.Key.Key_T)
    assert first.table.view.hasFocus()
    assert second.canvas.stop == -1


def test_figures_stand_at_the_right_and_words_at_the_left(view: ChartView) -> None:
    class Told:
        def scene(self, width: float, measure: Measure) -> Scene:
            return Scene(width, 10, (), "told", self.table())

        def table(self) -> ChartTable:
            head = ("Offer", "When", "Who", "Change", "Theirs", "Note")
            first, second = ("1", "23 Nov 2026", "They", "", "45 (33 to 55)", ""), ("2", "", "We", "–5.0", "–", "2nd")
            return ChartTable(head, (first, second, ("3", "", "We", "+2.5", "0", "firm")))

    view.toggle_table()
    view.set_chart(Told())
    at_the_right = [bool(column.align & Qt.AlignmentFlag.AlignRight) for column in view.table.model.columns]
    assert at_the_right == [True, True, False, True, True, False]


def test_a_click_takes_the_nearest_point(view: ChartView, qtbot: QtBot) -> None:
    scene = view.canvas.scene
    assert scene is not None
    scale = view.canvas.width() / scene.width
    place = QPoint(round(scene.stops[1].x * scale), round(scene.stops[1].y * scale))
    QTest.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=place)
    assert view.canvas.stop == 1
    QTest.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    assert view.canvas.stop == 1


def test_the_focused_point_has_a_ring_in_the_mark_colour(view: ChartView, theme: Theme, qtbot: QtBot) -> None:
    def ringed() -> int:
        image = view.canvas.grab().toImage()
        mark = theme.color("mark").rgb()
        return sum(image.pixel(x, y) == mark for x in range(image.width()) for y in range(image.height()))

    QTest.keyClick(view.canvas, Qt.Key.Key_End)
    with_ring = ringed()
    view.canvas.clearFocus()
    assert with_ring > ringed()


def test_the_ring_is_seen_on_a_bar_of_its_own_colour(qtbot: QtBot, theme: Theme) -> None:
    class Bar:
        def scene(self, width: float, measure: Measure) -> Scene:
            return Scene(width, 40, (Rect(0, 0, 200, 40, fill=Role.US),), "x", self.table(), (Stop(40, 20, "here"),))

        def table(self) -> ChartTable:
            return ChartTable((), ())

    view = ChartView(theme, Words())
    qtbot.addWidget(view)
    view.set_chart(Bar())
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    view.canvas.setFocus()
    view.canvas.go_to(0)
    image, scale = view.canvas.grab().toImage(), 12 / 7.4
    row = [QColor(image.pixel(x, round(20 * scale))) for x in range(round(40 * scale) - 16, round(40 * scale) + 16)]
    assert sum(each.lightness() > 190 for each in row) >= 2, "on both sides of the ring"


def test_the_chart_is_drawn_anew_for_another_width_and_type_size(view: ChartView, theme: Theme) -> None:
    before = view.canvas.scene
    view.resize(1000, 300)
    assert view.canvas.scene is not None
    assert before is not None
    assert view.canvas.scene.width > before.width
    height = view.canvas.height()
    theme.set_factor(2.0)
    assert view.canvas.height() > 1.8 * height


def test_every_role_has_a_colour_in_light_and_dark(qtbot: QtBot, theme: Theme) -> None:
    class Swatches:
        def scene(self, width: float, measure: Measure) -> Scene:
            items = tuple(Rect(at * 10, 0, 10, 10, fill=role) for at, role in enumerate(Role))
            return Scene(width, 10, items, "swatches", self.table(), (Stop(0, 0, "x"),))

        def table(self) -> ChartTable:
            return ChartTable((), ())

    view = ChartView(theme, Words())
    qtbot.addWidget(view)
    view.set_chart(Swatches())
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        theme.set_scheme(scheme)
        image = view.canvas.grab().toImage()
        step = 10 * 12 / 7.4
        found = {role: QColor(image.pixel(round((at + 0.5) * step), 8)).name() for at, role in enumerate(Role)}
        assert found[Role.US] == theme.color("us").name()
        assert found[Role.THEM] == theme.color("them").name()
        assert found[Role.INK] == theme.color("text").name()


def test_text_is_text(qtbot: QtBot, theme: Theme) -> None:
    hostile = "<b>&<img src=file:///etc/passwd>"
    view = ChartView(theme, Words())
    qtbot.addWidget(view)
    view.set_chart(ValueLine.of(hostile, (Mark(Kind.AGREED, 1, hostile, hostile),), Words()))
    scene = view.canvas.scene
    assert scene is not None
    assert view.accessibleName() == hostile
    view.grab()


def test_nothing_is_shown_without_a_chart(view: ChartView, qtbot: QtBot) -> None:
    view.set_chart(None)
    QTest.keyClick(view.canvas, Qt.Key.Key_Right)
    assert view.canvas.scene is None
    assert view.canvas.stop == -1
    assert view.canvas.height() == 0
    view.grab()


def test_dashes_and_hatches_are_painted(qtbot: QtBot, theme: Theme) -> None:
    class Drawn:
        def scene(self, width: float, measure: Measure) -> Scene:
            items = (
                Line(0, 20, 200, 20, Role.INK, 2, (4, 4)),
                Rect(0, 30, 100, 20, hatch=Role.INK),
                Label(0, 10, "words"),
            )
            return Scene(width, 60, items, "x", self.table())

        def table(self) -> ChartTable:
            return ChartTable(("a",), (("b",),))

    view = ChartView(theme, Words())
    qtbot.addWidget(view)
    view.set_chart(Drawn())
    image = view.canvas.grab().toImage()
    row = [QColor(image.pixel(x, round(20 * 12 / 7.4))).lightness() < 128 for x in range(150)]
    assert sum(1 for one, next_one in pairwise(row) if one != next_one) > 10
    hatch = [QColor(image.pixel(x, round(40 * 12 / 7.4))).lightness() < 200 for x in range(150)]
    assert any(hatch)
    assert not all(hatch)


def test_the_table_model_keeps_qt_s_rules(view: ChartView) -> None:
    QAbstractItemModelTester(view.table.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    view.set_chart(ValueLine.of("x", (), Words()))
