"""tests: ui/widgets/chip.py."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets.chip import Chip


def test_a_guess_looks_different_from_what_was_said(qtbot: QtBot, theme: Theme) -> None:
    said, guess = Chip(theme, "word"), Chip(theme, "word", dashed=True)
    for chip in (said, guess):
        qtbot.addWidget(chip)
        chip.resize(60, 18)
    assert said.grab().toImage() != guess.grab().toImage()
    guess.set_chip("word", dashed=False)
    assert said.grab().toImage() == guess.grab().toImage()


def test_a_chip_is_read_as_its_word(qtbot: QtBot, theme: Theme) -> None:
    chip = Chip(theme, "observed")
    qtbot.addWidget(chip)
    assert chip.text() == "observed"
