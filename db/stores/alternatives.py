"""db: the verbs of alternatives and of the files that are their evidence."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Any

from sqlalchemy import Connection, bindparam, select

import core.alternative
from core.changes import Changes
from core.errors import NotAllowed, NotFound
from core.following import Followed
from core.message import message
from core.term import Package
from db.journal import last_entry, read_image
from db.mapping import table_of, values_of
from db.rewind import as_of
from db.rules import short
from db.schema import CHANGES, Alternative, Attachment, Content, Following, Negotiation, Role
from db.stores.base import Store, move, next_place, put_terms, refuse
from db.work import Work, Write

_COPIES = (
    select(CHANGES.c.entry_id, CHANGES.c.after)
    .where(CHANGES.c.kind == "following", CHANGES.c.record_id == bindparam("following"), CHANGES.c.after.is_not(None))
    .order_by(CHANGES.c.id)
)


class Alternatives(Store):
    """What we can do instead of this deal."""

    def __init__(self, work: Work) -> None:
        """Take the file to work on."""
        super().__init__(work)
        self._known: dict[int, tuple[core.alternative.Following, Followed]] = {}

    def add(self, negotiation_id: int, *, terms: Package = (), **fields: Any) -> Changes:
        """Add an alternative behind the others; `name` is needed."""
        with self._work.writing(message("journal.alternative_added", name=short(fields.get("name", "")))) as write:
            write.made = _add(write, negotiation_id, {**fields, "terms": terms})
        return write.changes

    def change(self, alternative_id: int, *, terms: Package | None = None, **fields: Any) -> Changes:
        """Change fields of an alternative; `terms`, where given, take the place of all its terms."""
        given = fields if terms is None else {**fields, "terms": terms}
        with self._work.writing(message("journal.alternative_changed")) as write:
            row = _change(write, alternative_id, given)
            write.label = message("journal.alternative_changed", name=short(row.name))
        return write.changes

    def put_many(
        self, negotiation_id: int, changed: Mapping[int, Mapping[str, Any]], added: Sequence[Mapping[str, Any]]
    ) -> Changes:
        """Change some alternatives as `change` does and add others behind them, all in one step, as a paste does.

        `made` is the first that is added.
        """
        with self._work.writing(message("journal.alternatives_changed", count=len(changed) + len(added))) as write:
            for alternative_id, fields in changed.items():
                _change(write, alternative_id, fields)
            made = [_add(write, negotiation_id, fields) for fields in added]
            write.made = made[0] if made else 0
        return write.changes

    def follow(self, alternative_id: int, followed_id: int, terms: Package) -> Changes:
        """Copy the standing offer of another negotiation, given as terms on this one's issues, with the moment."""
        with self._work.writing(message("journal.alternative_follows")) as write:
            row = write.get(Alternative, alternative_id)
            followed = write.get(Negotiation, followed_id)
            write.label = message("journal.alternative_follows", name=short(row.name), other=short(followed.title))
            if followed_id == row.negotiation_id:
                raise NotAllowed("alternative.follows_itself")
            _put_terms(write, row, terms)
            fields = {"followed_id": followed_id, "copied_at": write.now}
            old = write.rows(Following, alternative_id=alternative_id)
            if old:
                write.change(old[0], **fields)
            else:
                key = {"negotiation_id": row.negotiation_id, "alternative_id": alternative_id}
                write.made = write.add(Following, **key, **fields).id
        return write.changes

    def followed(self, followings: Iterable[core.alternative.Following]) -> dict[int, Followed]:
        """Return the talks that alternatives follow, by alternative: as they are, and as they were known when copied.

        Those that are gone are left out.
        """
        found = {}
        with self._work.reading() as connection:
            for each in followings:
                with suppress(NotFound):
                    found[each.alternative_id] = self._followed(connection, each)
        return found

    def _followed(self, connection: Connection, following: core.alternative.Following) -> Followed:
        now = self._work.aggregates.load(connection, following.followed_id)
        known = self._known.get(following.id)
        if known is None or known[0] != following or known[1].now is not now:
            entry = _copied_by(connection, following)
            known = following, Followed(now, as_of(connection, now, entry))
            self._known[following.id] = known
        return known[1]

    def unfollow(self, alternative_id: int) -> Changes:
        """Let an alternative follow nothing any more; its terms stay."""
        with self._work.writing(message("journal.alternative_changed")) as write:
            row = write.get(Alternative, alternative_id)
            write.label = message("journal.alternative_changed", name=short(row.name))
            for each in write.rows(Following, alternative_id=alternative_id):
                write.delete(each)
        return write.changes

    def move(self, alternative_id: int, place: int) -> Changes:
        """Give an alternative another place in the list, counted from 0."""
        with self._work.writing(message("journal.alternative_moved")) as write:
            row = write.get(Alternative, alternative_id)
            write.label = message("journal.alternative_moved", name=short(row.name))
            move(write, row, place)
        return write.changes

    def delete(self, alternative_id: int) -> Changes:
        """Delete an alternative with its terms and files."""
        return self.delete_many((alternative_id,))

    def delete_many(self, alternative_ids: Sequence[int]) -> Changes:
        """Delete several alternatives with their terms and files in one step."""
        with self._work.writing(message("journal.alternatives_deleted", count=len(alternative_ids))) as write:
            rows = [write.get(Alternative, alternative_id) for alternative_id in alternative_ids]
            if len(rows) == 1:
                write.label = message("journal.alternative_deleted", name=short(rows[0].name))
            for row in rows:
                write.delete(row)
        return write.changes


def _copied_by(connection: Connection, following: core.alternative.Following) -> int:
    """Return the entry in which an offer was copied, or was looked at and left: the last one where none tells."""
    for entry, image in connection.execute(_COPIES, {"following": following.id}):
        after = values_of("following", read_image(image) or {})
        if after.get("copied_at") == following.copied_at:
            return int(entry)
    return last_entry(connection)


def _add(write: Write, negotiation_id: int, fields: Mapping[str, Any]) -> int:
    given: dict[str, Any] = {"name": "", "place": next_place(write, Alternative, negotiation_id), **fields}
    terms = given.pop("terms", ())
    row = write.add(Alternative, **{**given, "negotiation_id": negotiation_id})
    put_terms(write, negotiation_id, {"alternative_id": row.id}, Role.TERM, terms)
    return row.id


def _change(write: Write, alternative_id: int, fields: Mapping[str, Any]) -> Alternative:
    refuse(fields, "negotiation_id", "place")
    given = dict(fields)
    terms = given.pop("terms", None)
    row = write.get(Alternative, alternative_id)
    write.change(row, **given)
    if terms is not None:
        _put_terms(write, row, terms)
    return row


def _put_terms(write: Write, row: Alternative, terms: Package) -> None:
    # they are no column, but marked like one
    write.change(row, prefilled=tuple(name for name in row.prefilled if name != "terms"))
    put_terms(write, row.negotiation_id, {"alternative_id": row.id}, Role.TERM, terms)


class Attachments(Store):
    """Files kept inside the logbook, equal ones once."""

    def add(self, alternative_id: int, name: str, media_type: str, content: bytes) -> Changes:
        """Keep a file as evidence of an alternative."""
        return self.add_many(alternative_id, ((name, media_type, content),))

    def add_many(self, alternative_id: int, files: Sequence[tuple[str, str, bytes]]) -> Changes:
        """Keep several files, each with name, media type and content, in one step; `made` is the first."""
        label = message("journal.attachments_added", count=len(files))
        if len(files) == 1:
            label = message("journal.attachment_added", name=short(files[0][0]))
        with self._work.writing(label) as write:
            alternative = write.get(Alternative, alternative_id)
            for name, media_type, content in files:
                digest = hashlib.sha256(content).hexdigest()
                if not write.rows(Content, sha256=digest):
                    write.add(Content, sha256=digest, data=content)
                row = write.add(
                    Attachment,
                    negotiation_id=alternative.negotiation_id,
                    alternative_id=alternative_id,
                    name=name,
                    media_type=media_type,
                    size=len(content),
                    sha256=digest,
                    added_at=write.now,
                )
                write.made = write.made or row.id
        return write.changes

    def content(self, attachment_id: int) -> bytes:
        """Return the bytes of a file; raise NotFound."""
        files, contents = table_of(Attachment), table_of(Content)
        query = select(contents.c.data).join(files, files.c.sha256 == contents.c.sha256)
        with self._work.reading() as connection:
            data = connection.execute(query.where(files.c.id == attachment_id)).scalar()
        if data is None:
            raise NotFound("record.not_found")
        return bytes(data)

    def delete(self, attachment_id: int) -> Changes:
        """Delete a file; its bytes stay as long as the journal can bring it back."""
        with self._work.writing(message("journal.attachment_deleted")) as write:
            row = write.get(Attachment, attachment_id)
            write.label = message("journal.attachment_deleted", name=short(row.name))
            write.delete(row)
        return write.changes
