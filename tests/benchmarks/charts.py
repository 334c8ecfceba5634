"""tests: target 14 - the first drawing of a chart of 5,000 points, from its figures to the pixels."""

from __future__ import annotations

import os

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QApplication

from core.charts.frontier import FrontierChart, FrontierWords, Kind, Spot
from core.charts.scene import ChartTable
from tests.benchmarks.harness import Benchmark, Prepared
from ui.style import dress
from ui.theme import Scheme, Theme
from ui.widgets.chart_view import ChartCanvas

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

POINTS = 5_000
MARKS = 25  # as many as the screen marks of a long frontier
_WIDTH, _HEIGHT = 812, 520
_WORDS = FrontierWords(
    efficient="efficient",
    other="other",
    sure="how sure",
    worse="worse",
    our_axis="ours",
    their_axis="theirs",
    batna="BATNA",
    walk_away="walk away",
)


def _figures() -> list[tuple[float, float]]:
    """Return a frontier: our value rising, theirs falling."""
    return [(at * 100 / POINTS, 100 - at * 100 / POINTS) for at in range(POINTS)]


def _application() -> QApplication:
    found = QApplication.instance()
    return found if isinstance(found, QApplication) else QApplication([])


def _floor() -> Prepared:
    """Prepare the smallest program that draws the same: one line through all points, some discs, some words."""
    application = _application()
    figures = _figures()
    image = QImage(_WIDTH, _HEIGHT, QImage.Format.Format_ARGB32_Premultiplied)

    def run() -> object:
        places = [QPointF(30 + x * 7.7, 490 - y * 4.7) for x, y in figures]
        painter = QPainter(image)
        painter.fillRect(image.rect(), Qt.GlobalColor.white)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(Qt.GlobalColor.black, 1.3))
        painter.drawPolyline(QPolygonF(places))
        for place in places[:: POINTS // MARKS]:
            painter.drawEllipse(place, 3.9, 3.9)
            painter.drawText(place, "60.5, 49.1")
        painter.end()
        return application

    return run


def _product() -> Prepared:
    application = _application()
    theme = Theme(Scheme.LIGHT)
    dress(application, theme)
    figures = _figures()
    canvas = ChartCanvas(theme)
    canvas.resize(_WIDTH, _HEIGHT)
    image = QImage(_WIDTH, _HEIGHT, QImage.Format.Format_ARGB32_Premultiplied)

    def run() -> object:
        marked = figures[:: POINTS // MARKS]
        spots = tuple(Spot(kind=Kind.EFFICIENT, ours=x, theirs=y, name="60.5, 49.1", told="one") for x, y in marked)
        chart = FrontierChart(
            title="As it stands", way=tuple(figures), spots=spots, words=_WORDS, figures=ChartTable((), ())
        )
        canvas.set_chart(chart)
        canvas.render(image)
        return canvas

    return run


BENCHMARKS = (
    Benchmark(
        name="14 chart, 5,000 points",
        what="the frontier's chart through 5,000 points, 25 of them marked and named, from its figures to the pixels",
        floor_is="QPainter drawing the same line, discs and words",
        floor=_floor,
        product=_product,
        most_ratio=2,
    ),
)
