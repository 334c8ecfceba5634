"""db: the verbs of drafts, half-typed texts that outlive a crash; outside journal and undo."""

from __future__ import annotations

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from db.columns import storable
from db.mapping import table_of
from db.schema import Draft
from db.stores.base import Store

_DRAFT = table_of(Draft)


class Drafts(Store):
    """What was typed and not yet logged, by the place where it was typed."""

    def keep(self, place: str, text: str) -> None:
        """Keep the text of a place, in the place of what was there; an empty one is forgotten."""
        place, text = storable(place), storable(text)
        with self._work.writing_unjournalled() as connection:
            if not text:
                connection.execute(delete(_DRAFT).where(_DRAFT.c.place == place))
                return
            adding = insert(_DRAFT).values(place=place, text=text)
            connection.execute(adding.on_conflict_do_update(index_elements=["place"], set_={"text": text}))

    def read(self, place: str) -> str:
        """Return the text of a place, empty where there is none."""
        with self._work.reading() as connection:
            return connection.execute(select(_DRAFT.c.text).where(_DRAFT.c.place == place)).scalar() or ""
