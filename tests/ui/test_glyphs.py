"""tests: ui/glyphs.py."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from ui.glyphs import Glyph, glyph_path, is_filled, paint_glyph

RECT = QRectF(4, 4, 12, 12)


def painted(glyph: Glyph) -> QImage:
    image = QImage(20, 20, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_glyph(painter, glyph, RECT, QColor("black"))
    painter.end()
    return image


@pytest.mark.parametrize("glyph", Glyph)
def test_every_sign_lies_inside_its_rectangle(glyph: Glyph) -> None:
    assert RECT.adjusted(-0.01, -0.01, 0.01, 0.01).contains(glyph_path(glyph, RECT).boundingRect())
    image = painted(glyph)
    outside = [(x, y) for x in range(20) for y in range(20) if not (4 <= x < 16 and 4 <= y < 16)]
    assert all(image.pixelColor(x, y) == QColor("white") for x, y in outside)


def test_no_two_signs_look_alike() -> None:
    images = [painted(glyph) for glyph in Glyph]
    for index, image in enumerate(images):
        assert all(image != other for other in images[index + 1 :])


def test_the_ring_is_empty_and_the_diamond_full() -> None:
    middle = (10, 10)
    assert painted(Glyph.RING).pixelColor(*middle) == QColor("white")
    assert painted(Glyph.DIAMOND).pixelColor(*middle) == QColor("black")
    assert is_filled(Glyph.TRIANGLE)
    assert not is_filled(Glyph.CHECK)
