"""tests: the whole program, also under a real window manager."""

from __future__ import annotations

from tests.ui.conftest import _sample, cases, launch, sample_path, start

__all__ = ["_sample", "cases", "launch", "sample_path", "start"]
