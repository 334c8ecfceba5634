"""tests: what stands level with the text of tables follows the theme, and is left alone by it once it is gone."""

from __future__ import annotations

import shiboken6
from PySide6.QtWidgets import QLabel

from ui.theme import Theme
from ui.widgets.inset import BLEED, inset


def test_it_follows_the_size_and_does_not_outlive_itself(theme: Theme) -> None:
    box = inset(theme, QLabel("Notes"))
    layout = box.layout()
    assert layout is not None
    assert layout.contentsMargins().left() == theme.space(BLEED)
    shiboken6.delete(box)
    theme.theme_changed.emit()  # an error in what it calls fails the test
