"""core: the sentences about opening, saving, importing and exporting a logbook."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "job.cancelled": "Stopped. Nothing of it was kept.",
}
