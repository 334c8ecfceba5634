"""core: the sentences about journal labels and rules of the records."""

from __future__ import annotations

SENTENCES: dict[str, str] = {}
