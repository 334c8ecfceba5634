"""db: the generator - a large logbook of invented matters, the same for the same seed and day, to measure on."""

from __future__ import annotations

from db.generator.plan import SIZES
from db.generator.write import DAY, generate

__all__ = ["DAY", "SIZES", "generate"]
