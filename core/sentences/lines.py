"""core: the sentences about reading a meeting line."""

from __future__ import annotations

SENTENCES: dict[str, str] = {}
