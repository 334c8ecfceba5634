"""core: the colours of paper by role, and the small signs that the font lacks, drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.charts.scene import Role
from core.verdict import Flag

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

# Contrast on white: muted 6.4, us 6.7, them 7.8, check 7.5, act 7.8, mark 3.1 (lines only).
INKS: dict[Role, str] = {
    Role.INK: "1b1f24",
    Role.MUTED: "57606a",
    Role.US: "0b5cad",
    Role.THEM: "8a3b00",
    Role.MARK: "8b949e",
    Role.HAIR: "c4cad1",
    Role.ZONE: "dfe4ea",
    Role.BAND: "eef1f4",
    Role.BASE: "ffffff",
    Role.CHECK: "7a4a00",
    Role.ACT: "a4161a",
}

_RGB = {role: tuple(int(code[at : at + 2], 16) / 255 for at in (0, 2, 4)) for role, code in INKS.items()}


def fill(canvas: Canvas, role: Role) -> None:
    """Fill, and set text, in a role's colour from now on."""
    canvas.setFillColorRGB(*_RGB[role])


def stroke(canvas: Canvas, role: Role, width: float) -> None:
    """Draw lines in a role's colour from now on; `width` in points is above 0 (0 would be a device hairline)."""
    canvas.setStrokeColorRGB(*_RGB[role])
    canvas.setLineWidth(max(width, 0.1))


def rule(canvas: Canvas, x1: float, x2: float, y: float, *, strong: bool) -> None:
    """Draw a table's line: 0.9 ink, or 0.35 hair between rows."""
    stroke(canvas, Role.INK if strong else Role.HAIR, 0.9 if strong else 0.35)
    canvas.line(x1, y, x2, y)


def sign(canvas: Canvas, flag: Flag, x: float, y: float, size: float = 6.0) -> None:
    """Draw a flag's sign in a square of `size` whose lower left corner is (x, y): triangle, diamond, ring."""
    half = size / 2
    fill(canvas, Role.INK)
    stroke(canvas, Role.INK, 1.1)
    path = canvas.beginPath()
    match flag:
        case Flag.ACT:
            path.moveTo(x, y)
            path.lineTo(x + size, y)
            path.lineTo(x + half, y + size)
        case Flag.CHECK:
            path.moveTo(x + half, y)
            path.lineTo(x + size, y + half)
            path.lineTo(x + half, y + size)
            path.lineTo(x, y + half)
        case Flag.FINE:
            canvas.circle(x + half, y + half, half - 0.6, stroke=1, fill=0)
            return
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def box(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Draw a square to tick whose lower left corner is (x, y)."""
    stroke(canvas, Role.INK, 0.7)
    canvas.rect(x, y, size, size, stroke=1, fill=0)
