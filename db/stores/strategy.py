"""db: the verbs of strategy - answers, positions, and estimates of their side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import count
from typing import Any

from core.changes import Changes
from core.estimate import Estimate as EstimateRecord
from core.estimate import Subject
from core.message import message
from core.side import Basis, Side
from core.strategy import Question
from core.term import Value
from db.schema import Answer, Estimate, Negotiation, Position
from db.stores.base import Store, move, next_place, refuse


class Answers(Store):
    """What both sides answer to the strategy questions."""

    def put(
        self, negotiation_id: int, side: Side, question: Question, text: str, basis: Basis | None = None
    ) -> Changes:
        """Set an answer; an empty one is taken away."""
        with self._work.writing(message("journal.answer_put")) as write:
            write.get(Negotiation, negotiation_id)
            rows = write.rows(Answer, negotiation_id=negotiation_id, side=side, question=question)
            if not text.strip():
                for row in rows:
                    write.delete(row)
            elif rows:
                write.change(rows[0], text=text, basis=basis)
            else:
                key = {"negotiation_id": negotiation_id, "side": side, "question": question}
                write.made = write.add(Answer, **key, text=text, basis=basis).id
        return write.changes


class Positions(Store):
    """What each side says it wants, why, and the interest behind it."""

    def add(self, negotiation_id: int, **fields: Any) -> Changes:
        """Add a position behind the others; `side` is needed."""
        with self._work.writing(message("journal.position_added")) as write:
            place = next_place(write, Position, negotiation_id)
            row = write.add(Position, **{"place": place} | fields | {"negotiation_id": negotiation_id})
            write.made = row.id
        return write.changes

    def change(self, position_id: int, **fields: Any) -> Changes:
        """Change fields of a position."""
        refuse(fields, "negotiation_id", "place")
        with self._work.writing(message("journal.position_changed")) as write:
            write.change(write.get(Position, position_id), **fields)
        return write.changes

    def put_many(
        self,
        negotiation_id: int,
        changed: Mapping[int, Mapping[str, Any]],
        added: Sequence[Mapping[str, Any]],
        deleted: Sequence[int] = (),
    ) -> Changes:
        """Change, add and delete positions in one step, as a paste over several rows does."""
        touched = len(changed) + len(added) + len(deleted)
        with self._work.writing(message("journal.parts_changed", count=touched)) as write:
            for position_id, fields in changed.items():
                refuse(fields, "negotiation_id", "place")
                write.change(write.get(Position, position_id), **fields)
            places = count(next_place(write, Position, negotiation_id))
            for place, fields in zip(places, added, strict=False):
                refuse(fields, "negotiation_id")
                row = write.add(Position, **{"place": place} | dict(fields) | {"negotiation_id": negotiation_id})
                write.made = write.made or row.id
            for position_id in deleted:
                write.delete(write.get(Position, position_id))
        return write.changes

    def move(self, position_id: int, place: int) -> Changes:
        """Give a position another place in the list, counted from 0."""
        with self._work.writing(message("journal.position_changed")) as write:
            move(write, write.get(Position, position_id), place)
        return write.changes

    def delete(self, position_id: int) -> Changes:
        """Delete a position."""
        with self._work.writing(message("journal.position_deleted")) as write:
            write.delete(write.get(Position, position_id))
        return write.changes


class Estimates(Store):
    """What we believe of their side."""

    def put(
        self,
        negotiation_id: int,
        issue_id: int | None,
        subject: Subject,
        *,
        likely: Value,
        option: str = "",
        **fields: Any,
    ) -> Changes:
        """Set the estimate of one subject (of one option); `low`, `high`, `basis`, `source` and `on` may be given."""
        given = {"issue_id": issue_id, "subject": subject, "option": option, "likely": likely, **fields}
        return self.put_many(negotiation_id, (given,))

    def put_many(
        self, negotiation_id: int, estimates: Sequence[Mapping[str, Any]], deleted: Sequence[int] = ()
    ) -> Changes:
        """Set several estimates by `issue_id`, `subject` and `option` as `put` does, and delete others, in one step."""
        count = len(estimates) + len(deleted)
        label = message("journal.estimate_put") if count == 1 else message("journal.parts_changed", count=count)
        with self._work.writing(label) as write:
            for given in estimates:
                refuse(given, "negotiation_id")
                fields = {"option": "", **given}
                key = {name: fields.pop(name) for name in ("issue_id", "subject", "option")}
                rows = write.rows(Estimate, negotiation_id=negotiation_id, **key)
                if rows:
                    write.change(rows[0], **fields)
                else:
                    row = write.add(Estimate, negotiation_id=negotiation_id, **key, **fields)
                    write.made = write.made or row.id
            for estimate_id in deleted:
                write.delete(write.get(Estimate, estimate_id))
        return write.changes

    def learn(self, negotiation_id: int, estimates: Iterable[EstimateRecord]) -> Changes:
        """Put what their choice among equal packages told in the place of what was estimated, all in one step."""
        with self._work.writing(message("journal.estimates_learnt")) as write:
            for each in estimates:
                key = {"issue_id": each.issue_id, "subject": each.subject, "option": each.option}
                fields = {"low": each.low, "likely": each.likely, "high": each.high, "source": each.source}
                for row in write.rows(Estimate, negotiation_id=negotiation_id, **key):
                    write.change(row, **fields)
        return write.changes

    def turn_out(self, estimate_id: int, value: Value | None, on: date) -> Changes:
        """Note on a day what an estimate turned out to be; None: that is not known after all."""
        with self._work.writing(message("journal.debrief_guess")) as write:
            row = write.get(Estimate, estimate_id)
            write.change(row, turned_out=value, turned_out_on=None if value is None else on)
        return write.changes

    def delete(self, estimate_id: int) -> Changes:
        """Delete an estimate."""
        with self._work.writing(message("journal.estimate_deleted")) as write:
            write.delete(write.get(Estimate, estimate_id))
        return write.changes
