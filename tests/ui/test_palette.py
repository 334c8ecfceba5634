"""tests: ui/palette.py - every pair of colours that may meet can be read."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from ui.palette import DARK, LIGHT, Palette

WORDS = ("text", "muted", "us", "them", "danger", "warn", "ok")
SURFACES = ("base", "bg", "rail", "raised", "sel", "hover")
TINTS = {
    "tint_us": ("text", "us"),
    "tint_them": ("text", "them"),
    "tint_check": ("text", "muted", "warn"),
    "tint_act": ("text", "muted", "danger"),
    "tint_ok": ("text", "ok"),
}
BOTH = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours, WCAG 2.2."""

    def luminance(color: str) -> float:
        parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@BOTH
@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("surface", SURFACES)
def test_words_have_the_contrast_of_text_on_every_surface(palette: Palette, word: str, surface: str) -> None:
    assert contrast(getattr(palette, word), getattr(palette, surface)) >= 4.5


@BOTH
@pytest.mark.parametrize("tint", TINTS)
def test_words_can_be_read_on_their_tints(palette: Palette, tint: str) -> None:
    for word in TINTS[tint]:
        assert contrast(getattr(palette, word), getattr(palette, tint)) >= 4.5


@BOTH
@pytest.mark.parametrize("surface", SURFACES)
def test_marks_and_control_edges_can_be_seen(palette: Palette, surface: str) -> None:
    assert contrast(palette.mark, getattr(palette, surface)) >= 3
    if surface != "sel":
        assert contrast(palette.ctl, getattr(palette, surface)) >= 3


@BOTH
def test_white_can_be_read_on_the_highlight(palette: Palette) -> None:
    assert contrast(palette.on_highlight, palette.highlight) >= 4.5


@pytest.mark.parametrize(
    ("role", "light", "dark"),
    [
        ("text", 16.6, 14.9),
        ("muted", 6.4, 8.3),
        ("mark", 6.7, 8.7),
        ("them", 7.8, 9.7),
        ("danger", 7.8, 7.9),
        ("warn", 7.5, 10.0),
        ("ok", 6.6, 9.8),
        ("ctl", 3.9, 4.3),
    ],
)
def test_contrast_on_the_work_surface_is_as_designed(role: str, light: float, dark: float) -> None:
    assert contrast(getattr(LIGHT, role), LIGHT.base) == pytest.approx(light, abs=0.06)
    assert contrast(getattr(DARK, role), DARK.base) == pytest.approx(dark, abs=0.06)


@BOTH
def test_every_role_is_a_full_colour(palette: Palette) -> None:
    for value in asdict(palette).values():
        assert len(value) == 7
        assert int(value[1:], 16) >= 0
