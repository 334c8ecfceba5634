"""tests: every named view can be drawn, and the list of views is the list of pictures."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.pictures.__main__ import FACTORS, SCHEMES, SIZE, draw, picture_name
from tests.pictures.views import VIEWS


def test_the_list_of_views_is_the_list_of_pictures(qapp: QApplication, tmp_path: Path) -> None:
    """Draw each view once, light at 100 %; the names of all others follow from the same two lists."""
    drawn = draw(tmp_path, list(VIEWS), SCHEMES[:1], FACTORS[:1], SIZE)
    qapp.setStyle("Fusion")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        picture_name(view, SCHEMES[0], FACTORS[0]) for view in VIEWS
    )
    for path in drawn:
        image = QImage(str(path))
        assert not image.isNull()
        colours = {image.pixel(x, y) for x in range(0, image.width(), 9) for y in range(0, image.height(), 9)}
        assert len(colours) > 8, f"{path.name} shows nothing"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_view_is_drawn_in_each_scheme_at_twice_the_size(qapp: QApplication, tmp_path: Path, scheme: object) -> None:
    (path,) = draw(tmp_path, ["negotiations"], [next(each for each in SCHEMES if each == scheme)], [2.0], SIZE)
    qapp.setStyle("Fusion")
    assert path.name == f"negotiations-{scheme}-200.png"
    assert QImage(str(path)).size() == SIZE * 2
