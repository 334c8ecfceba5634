"""tests: core/reports/draw.py - a scene on paper, its words as text."""

from __future__ import annotations

import io

from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from core.charts.scene import ChartTable, Circle, Label, Line, Path, Polygon, Rect, Role, Scene
from core.reports.draw import Drawing
from core.reports.fonts import Missing


def drawn(*items: Line | Path | Rect | Circle | Polygon | Label) -> tuple[str, str, Missing]:
    missing = Missing()
    drawing = Drawing(Scene(200, 100, items, "A finding", ChartTable((), ())), missing)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(200, 100), pageCompression=0, invariant=1)
    drawing.drawOn(canvas, 0, 0)
    canvas.save()
    page = PdfReader(io.BytesIO(out.getvalue())).pages[0]
    contents = page.get_contents()
    assert contents is not None
    return page.extract_text(), contents.get_data().decode("latin-1"), missing


def test_every_kind_of_item_is_drawn() -> None:
    _, code, _ = drawn(
        Line(0, 10, 50, 10, Role.US, 1.8, (4, 2.4)),
        Rect(0, 20, 30, 10, fill=Role.ZONE, stroke=Role.INK, hatch=Role.MARK),
        Circle(20, 50, 5, fill=Role.THEM),
        Polygon(((0, 0), (5, 0), (5, 5)), stroke=Role.INK),
    )
    assert "[4 2.4] 0 d" in code
    assert "0 90 m 50 90 l" in code.replace("\n", " "), "y runs downwards in a scene, upwards on paper"
    assert " re" in code
    assert " c" in code


def test_a_path_is_one_line_through_its_points() -> None:
    _, code, _ = drawn(Path(((0, 10), (50, 20), (60, 90)), Role.INK, 0.8, (3, 2)), Path((), Role.INK))
    assert "n 0 90 m 50 80 l 60 10 l S" in code.replace("\n", " ")
    assert "[3 2] 0 d" in code


def test_words_are_text_and_what_is_missing_is_noted_before_drawing() -> None:
    text, _, missing = drawn(Label(100, 50, "<b>1.45</b> 山", 8, Role.US, "middle", bold=True))
    assert "<b>1.45</b> [U+5C71]" in text
    assert list(missing) == ["山"]


def test_anchors_place_the_words() -> None:
    places = []
    for anchor in ("start", "middle", "end"):
        _, code, _ = drawn(Label(100, 50, "words", 8, Role.INK, anchor))
        before, _ = code.split(" 50 Tm", 1)
        places.append(float(before.rsplit(" ", 1)[1]))
    assert places[0] == 100
    assert places[0] > places[1] > places[2]
