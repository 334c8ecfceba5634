"""tests: ui/theme.py."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.palette import DARK, LIGHT
from ui.theme import TYPE, Density, Scheme, Theme, qt_palette, system_palette


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    theme = Theme(Scheme.LIGHT)
    theme.attach(qapp)
    return theme


@pytest.mark.parametrize("role", TYPE)
def test_digits_are_equally_wide_in_both_weights(theme: Theme, role: str) -> None:
    widths = {
        round(QFontMetricsF(theme.font(role, bold=bold)).horizontalAdvance(digit), 3)
        for bold in (False, True)
        for digit in "0123456789"
    }
    assert len(widths) == 1


def test_type_is_the_bundled_family_in_the_sizes_of_the_roles(theme: Theme) -> None:
    assert QFontInfo(theme.font("body")).family() == "Noto Sans"
    assert theme.font("large").pixelSize() == 24
    assert theme.font("page").bold()
    assert not theme.font("page", bold=False).bold()
    assert theme.font("meta", italic=True).italic()


def test_the_factor_scales_type_and_sizes_and_is_kept_within_reason(theme: Theme) -> None:
    theme.set_factor(2.0)
    assert theme.font("body").pixelSize() == 26
    assert theme.space(12) == 24
    assert theme.size("control") == 56
    theme.set_factor(40)
    assert theme.factor == 3.0


def test_compact_moves_rows_closer_and_leaves_type(theme: Theme) -> None:
    theme.set_density(Density.COMPACT)
    assert (theme.size("row"), theme.size("sheet_row"), theme.size("control")) == (26, 26, 26)
    assert theme.font("body").pixelSize() == 13


def test_switching_the_scheme_changes_the_application_live_and_tells(
    theme: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    assert theme.color("base").name() == LIGHT.base
    with qtbot.waitSignal(theme.theme_changed, timeout=1000):
        theme.set_scheme(Scheme.DARK)
    assert theme.dark
    assert theme.color("mark").name() == DARK.mark
    assert qapp.palette().color(QPalette.ColorRole.Base).name() == DARK.base


def test_setting_the_same_again_tells_nothing(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(theme.theme_changed):
        theme.set_scheme(Scheme.LIGHT)
        theme.set_factor(1.0)
        theme.set_density(Density.NORMAL)


def test_following_a_system_that_names_no_scheme_is_light(qapp: QApplication) -> None:
    theme = Theme(Scheme.SYSTEM)
    theme.attach(qapp)
    assert not theme.dark


def test_an_unknown_colour_role_is_an_error(theme: Theme) -> None:
    with pytest.raises(KeyError):
        theme.color("purple")


def test_high_contrast_takes_the_systems_colours_and_drops_tints() -> None:
    system = QPalette()
    system.setColor(QPalette.ColorRole.Base, QColor("#000000"))
    system.setColor(QPalette.ColorRole.Text, QColor("#ffff00"))
    made = system_palette(system)
    assert made.base == made.tint_act == made.tint_us == "#000000"
    assert made.danger == made.muted == made.ctl == "#ffff00"


def test_selected_text_of_qts_own_controls_has_the_designed_colours() -> None:
    made = qt_palette(DARK)
    assert made.color(QPalette.ColorRole.Highlight).name() == DARK.highlight
    assert made.color(QPalette.ColorRole.HighlightedText).name() == "#ffffff"
    assert made.color(QPalette.ColorRole.PlaceholderText).name() == DARK.muted
