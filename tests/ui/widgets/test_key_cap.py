"""tests: ui/widgets/key_cap.py."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets.key_cap import KeyHint, cap_size, key_name


def test_keys_are_named_as_they_are_printed(qtbot: QtBot, theme: Theme) -> None:
    assert key_name("Return") == "Enter"
    assert key_name("Ctrl+Return") == "Ctrl+Enter"
    assert key_name("Ctrl+Shift+N") == "Ctrl+Shift+N"


def test_a_cap_is_never_narrower_than_high(theme: Theme) -> None:
    assert cap_size(theme, "N").width() >= cap_size(theme, "N").height() == 18


def test_a_hint_is_read_as_key_and_word(qtbot: QtBot, theme: Theme) -> None:
    hint = KeyHint(theme, "Ctrl+V", "paste cells")
    qtbot.addWidget(hint)
    assert hint.text() == "Ctrl+V paste cells"
    assert hint.sizeHint().width() > KeyHint(theme, "Ctrl+V", parent=hint).sizeHint().width()
    assert not hint.grab().isNull()
