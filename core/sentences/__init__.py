"""core: the sentences of all message codes, one file a field, in English; the catalogue translates them."""

from __future__ import annotations

from core.sentences import (
    alternatives,
    analysis,
    dossier,
    exchange,
    files,
    lines,
    plan,
    preparation,
    records,
    screens,
    verdicts,
)

SENTENCES: dict[str, str] = {
    **alternatives.SENTENCES,
    **analysis.SENTENCES,
    **dossier.SENTENCES,
    **exchange.SENTENCES,
    **files.SENTENCES,
    **lines.SENTENCES,
    **plan.SENTENCES,
    **preparation.SENTENCES,
    **records.SENTENCES,
    **screens.SENTENCES,
    **verdicts.SENTENCES,
}
