"""tests: core/reports/ink.py - the colours of paper keep their contrast."""

from __future__ import annotations

import pytest

from core.charts.scene import Role
from core.reports.ink import INKS


def luminance(code: str) -> float:
    parts = [int(code[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_every_role_has_an_ink() -> None:
    assert set(INKS) == set(Role)


@pytest.mark.parametrize("role", [Role.INK, Role.MUTED, Role.US, Role.THEM])
@pytest.mark.parametrize("surface", [Role.BASE, Role.BAND, Role.ZONE])
def test_words_can_be_read_on_every_surface(role: Role, surface: Role) -> None:
    assert contrast(INKS[role], INKS[surface]) >= 4.5


def test_marks_can_be_seen() -> None:
    assert contrast(INKS[Role.MARK], INKS[Role.BASE]) >= 3
