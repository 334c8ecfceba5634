"""core: draws a chart's scene on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import Flowable

from core.charts.scene import Circle, Label, Line, Path, Polygon, Rect, Scene
from core.reports.fonts import face_of, runs, width_of
from core.reports.ink import fill, stroke

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.pdfgen.pathobject import PDFPathObject

    from core.charts.scene import Role
    from core.reports.fonts import Missing, Run

_HATCH_STEP = 2.6


class Drawing(Flowable):
    """A scene as a flowable; it never splits."""

    def __init__(self, scene: Scene, missing: Missing, *, before: float = 0.0) -> None:
        """Take a scene, drawn for the width of the column that it stands in."""
        super().__init__()
        self.scene = scene
        self.before = before
        self.width = scene.width
        self.height = scene.height
        # now, not when drawn: the list of what could not be printed is set before the first page is drawn
        self.runs = {item: _printable(item, missing) for item in scene.items if isinstance(item, Label)}

    def getSpaceBefore(self) -> float:
        return self.before

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        for item in self.scene.items:
            if isinstance(item, Label):
                _words(self.canv, item, self.runs[item], self.height)
            else:
                _paint(self.canv, item, self.height)


def _paint(canvas: Canvas, item: Line | Path | Rect | Circle | Polygon, height: float) -> None:
    """Draw one shape of a scene that is `height` points high: its y runs downwards, paper's upwards."""
    match item:
        case Line():
            stroke(canvas, item.role, item.width)
            if item.dash:
                canvas.setDash(list(item.dash))
            canvas.line(item.x1, height - item.y1, item.x2, height - item.y2)
            canvas.setDash()
        case Rect():
            bottom = height - item.y - item.height
            _manner(canvas, item.fill, item.stroke, item.line_width)
            if item.fill is not None or item.stroke is not None:
                canvas.rect(
                    item.x,
                    bottom,
                    item.width,
                    item.height,
                    stroke=int(item.stroke is not None),
                    fill=int(item.fill is not None),
                )
            if item.hatch is not None:
                _hatch(canvas, item, bottom, item.hatch)
        case Circle():
            _manner(canvas, item.fill, item.stroke, item.line_width)
            canvas.circle(
                item.x,
                height - item.y,
                item.radius,
                stroke=int(item.stroke is not None),
                fill=int(item.fill is not None),
            )
        case Path():
            stroke(canvas, item.role, item.width)
            if item.dash:
                canvas.setDash(list(item.dash))
            canvas.drawPath(_through(canvas, item.points, height), stroke=1, fill=0)
            canvas.setDash()
        case Polygon():
            _manner(canvas, item.fill, item.stroke, item.line_width)
            path = _through(canvas, item.points, height)
            path.close()
            canvas.drawPath(path, stroke=int(item.stroke is not None), fill=int(item.fill is not None))


def _through(canvas: Canvas, points: tuple[tuple[float, float], ...], height: float) -> PDFPathObject:
    """Return a path through points, of which there may be none."""
    path = canvas.beginPath()
    for number, (x, y) in enumerate(points):
        (path.lineTo if number else path.moveTo)(x, height - y)
    return path


def _manner(canvas: Canvas, filled: Role | None, stroked: Role | None, line_width: float) -> None:
    if filled is not None:
        fill(canvas, filled)
    if stroked is not None:
        stroke(canvas, stroked, line_width)


def _hatch(canvas: Canvas, item: Rect, bottom: float, role: Role) -> None:
    """Draw lines at 45 degrees; own lines, since patterns do not scale alike everywhere."""
    canvas.saveState()
    clip = canvas.beginPath()
    clip.rect(item.x, bottom, item.width, item.height)
    canvas.clipPath(clip, stroke=0, fill=0)
    stroke(canvas, role, 0.6)
    x = item.x - item.height
    while x < item.x + item.width:
        canvas.line(x, bottom, x + item.height, bottom + item.height)
        x += _HATCH_STEP
    canvas.restoreState()


def _printable(item: Label, missing: Missing) -> tuple[Run, ...]:
    return runs(item.text.replace("\n", " "), face_of(bold=item.bold, italic=item.italic), missing)


def _words(canvas: Canvas, item: Label, printable: tuple[Run, ...], height: float) -> None:
    total = sum(width_of(run.text, run.face, item.size) for run in printable)
    x = item.x - {"start": 0.0, "middle": total / 2, "end": total}[item.anchor]
    fill(canvas, item.role)
    for run in printable:
        canvas.setFont(str(run.face), item.size)
        canvas.drawString(x, height - item.y, run.text)
        x += width_of(run.text, run.face, item.size)
