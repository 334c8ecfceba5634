"""tests: the looks for what is tested without the whole program, and the program once it is watched over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ui.desk import Driver
from tests.ui.widgets.conftest import theme

__all__ = ["theme"]


@pytest.fixture
def start(start: Callable[[Path | None], Driver]) -> Callable[[Path | None], Driver]:
    """Give what starts the program, and it hears the keys to cover at once."""

    def begin(file: Path | None) -> Driver:
        driver = start(file)
        assert driver.program.desk is not None
        driver.program.desk.watch_over()
        return driver

    return begin
