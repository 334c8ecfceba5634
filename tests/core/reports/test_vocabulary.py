"""tests: core/reports/vocabulary.py - letters of alternatives."""

from __future__ import annotations

from core.reports import vocabulary


def test_alternatives_are_lettered_past_z() -> None:
    assert [vocabulary.letters(at) for at in (0, 25, 26, 27, 51, 52)] == ["A", "Z", "AA", "AB", "AZ", "BA"]
