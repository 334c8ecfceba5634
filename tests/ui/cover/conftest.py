"""tests: the looks for what is tested without the whole program."""

from __future__ import annotations

from tests.ui.widgets.conftest import theme

__all__ = ["theme"]
