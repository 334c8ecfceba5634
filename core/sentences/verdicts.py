"""core: the sentences about the lights, their reasons and the repairs."""

from __future__ import annotations

SENTENCES: dict[str, str] = {}
