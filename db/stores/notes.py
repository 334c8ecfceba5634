"""db: the verbs of notes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, String, bindparam, case, func, or_, select, type_coerce

import core.note
from core.changes import Changes
from core.folding import fold
from core.message import message
from core.note import READING_ORDER, NoteWord, Topic
from db.columns import storable
from db.mapping import columns_of, maker, table_of
from db.rules import short
from db.schema import Counterpart, Note
from db.stores.base import Store

_NOTE = table_of(Note)
_COLUMNS = columns_of(core.note.Note, _NOTE)
_make = maker(core.note.Note, _COLUMNS)
_NEWEST_FIRST = (_NOTE.c.on.desc(), _NOTE.c.id.desc())
_OF_PERSON = select(*_COLUMNS).where(_NOTE.c.counterpart_id == bindparam("person")).order_by(*_NEWEST_FIRST)
_ABOUT_US = _OF_PERSON.where(_NOTE.c.is_about_us.is_(True))
_ON_STYLE = _OF_PERSON.where(_NOTE.c.style.is_not(None))
_SOME = select(*_COLUMNS).where(_NOTE.c.id.in_(bindparam("ids", expanding=True)))
_KINDS = (_NOTE.c.counterpart_id.is_(None), _NOTE.c.is_about_us, _NOTE.c.topic, _NOTE.c.basis)
_GROUP = type_coerce(case((_NOTE.c.is_about_us, ""), else_=_NOTE.c.topic), String)
# Day and id in one text that sorts as both do, so that the newest of each kind is found in one pass.
_DAY = len("2027-03-14")
_PLACED = func.max(type_coerce(_NOTE.c.on, String).concat(func.printf("%019d", _NOTE.c.id)), type_=String())


class Notes(Store):
    """What is known about companies and people."""

    def of_supplier(self, supplier_id: int) -> tuple[core.note.Note, ...]:
        """Return the notes on a company and its people, newest day first."""
        return self._read(_NOTE.c.supplier_id == supplier_id)

    def of_counterpart(self, counterpart_id: int) -> tuple[core.note.Note, ...]:
        """Return the notes on a person, newest day first."""
        return self._read(_NOTE.c.counterpart_id == counterpart_id)

    def about_us(self, counterpart_id: int) -> tuple[core.note.Note, ...]:
        """Return what a person knows about us, newest day first."""
        with self._work.reading() as connection:
            return tuple(_make(row) for row in connection.execute(_ABOUT_US, {"person": counterpart_id}))

    def on_style(self, counterpart_id: int) -> tuple[core.note.Note, ...]:
        """Return the notes that name the style in which a person dealt, newest day first."""
        with self._work.reading() as connection:
            return tuple(_make(row) for row in connection.execute(_ON_STYLE, {"person": counterpart_id}))

    def listed(
        self, *, supplier_id: int | None = None, counterpart_id: int | None = None, words: Sequence[NoteWord] = ()
    ) -> dict[Topic | None, tuple[int, ...]]:
        """Return the ids of the notes on a company or a person by topic, newest day first; see `of_supplier`, `some`.

        What they know about us stands under None, last. Of the `words` each has to fit; topics without a note are
        left out. So a long file is read piece by piece.
        """
        query = select(_NOTE.c.id, _GROUP).where(_about(supplier_id, counterpart_id))
        for word in words:
            query = query.where(_holds(word))
        found: dict[str, list[int]] = {}
        with self._work.reading() as connection:
            for note_id, group in connection.execute(query.order_by(*_NEWEST_FIRST)):
                found.setdefault(group, []).append(note_id)
        groups: list[Topic | None] = [*READING_ORDER, None]
        return {each: tuple(found[each or ""]) for each in groups if (each or "") in found}

    def some(self, ids: Sequence[int]) -> tuple[core.note.Note, ...]:
        """Return the notes with these ids in just this order, those that are gone left out."""
        with self._work.reading() as connection:
            found = {row.id: _make(row) for row in connection.execute(_SOME, {"ids": list(ids)})}
        return tuple(found[each] for each in ids if each in found)

    def newest(
        self, *, supplier_id: int | None = None, counterpart_id: int | None = None
    ) -> tuple[core.note.Note, ...]:
        """Return the newest note of each topic and basis, of a company's own, those on its people and about us apart.

        What is known and what is not can be told from these few, however many there are.
        """
        query = select(_PLACED).where(_about(supplier_id, counterpart_id)).group_by(*_KINDS)
        with self._work.reading() as connection:
            placed = sorted(connection.execute(query).scalars(), reverse=True)
        return self.some([int(each[_DAY:]) for each in placed])

    def add(self, **fields: Any) -> Changes:
        """Keep a note; `topic`, `basis`, `text` and a supplier or a person are needed, `on` is today unless given."""
        with self._work.writing(message("journal.note_added")) as write:
            if fields.get("supplier_id") is None and fields.get("counterpart_id") is not None:
                fields["supplier_id"] = write.get(Counterpart, fields["counterpart_id"]).supplier_id
            row = write.add(Note, **{"on": write.now.date()} | fields)
            write.label = message("journal.note_added", text=short(row.text))
            write.made = row.id
        return write.changes

    def change(self, note_id: int, **fields: Any) -> Changes:
        """Change fields of a note."""
        with self._work.writing(message("journal.note_changed")) as write:
            row = write.get(Note, note_id)
            write.change(row, **fields)
            write.label = message("journal.note_changed", text=short(row.text))
        return write.changes

    def delete(self, note_id: int) -> Changes:
        """Delete a note."""
        with self._work.writing(message("journal.note_deleted")) as write:
            row = write.get(Note, note_id)
            write.label = message("journal.note_deleted", text=short(row.text))
            write.delete(row)
        return write.changes

    def _read(self, where: ColumnElement[bool]) -> tuple[core.note.Note, ...]:
        query = select(*_COLUMNS).where(where).order_by(*_NEWEST_FIRST)
        with self._work.reading() as connection:
            return tuple(_make(row) for row in connection.execute(query))


def _about(supplier_id: int | None, counterpart_id: int | None) -> ColumnElement[bool]:
    """Return the condition that a note is about a person, else about a company or its people."""
    if counterpart_id is not None:
        return _NOTE.c.counterpart_id == counterpart_id
    return _NOTE.c.supplier_id == supplier_id


def _holds(word: NoteWord) -> ColumnElement[bool]:
    folded = fold(storable(word.text))
    return or_(
        _NOTE.c.topic.in_(sorted(word.topics)),
        _NOTE.c.basis.in_(sorted(word.bases)),
        func.instr(func.fold(_NOTE.c.text), folded) > 0,
        func.instr(func.fold(_NOTE.c.source), folded) > 0,
    )
