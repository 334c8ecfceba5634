"""core: plain values as the one JSON text that they have in a logbook."""

from __future__ import annotations

import json


def compact(value: object) -> str:
    """Write plain values as text: sorted keys, no blanks, no escapes, so that equal values are equal texts."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
