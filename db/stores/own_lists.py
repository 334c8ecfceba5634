"""db: the verbs of what belongs to the user and not to a matter - tactics and templates of the user's own."""

from __future__ import annotations

from sqlalchemy import select

from core.changes import Changes
from core.message import message
from core.tactic import OwnTactic
from core.templates import SavedTemplate
from db.mapping import columns_of, maker, table_of
from db.rules import short
from db.schema import Tactic, Template
from db.stores.base import Store

_TACTIC, _TEMPLATE = table_of(Tactic), table_of(Template)
_TACTIC_COLUMNS = columns_of(OwnTactic, _TACTIC)
_TEMPLATE_COLUMNS = columns_of(SavedTemplate, _TEMPLATE)
_make_tactic = maker(OwnTactic, _TACTIC_COLUMNS)
_make_template = maker(SavedTemplate, _TEMPLATE_COLUMNS)


class Tactics(Store):
    """The tactics that the user added to the list, or put into other words."""

    def all(self) -> tuple[OwnTactic, ...]:
        """Return the user's own, by number."""
        query = select(*_TACTIC_COLUMNS).order_by(_TACTIC.c.number)
        with self._work.reading() as connection:
            return tuple(_make_tactic(row) for row in connection.execute(query))

    def put(self, number: int, name: str, counter: str = "") -> Changes:
        """Set the words of a tactic; `made` is the tactic where it is new."""
        with self._work.writing(message("journal.tactic_put", name=short(name))) as write:
            rows = write.rows(Tactic, number=number)
            if rows:
                write.change(rows[0], name=name, counter=counter)
            else:
                write.made = write.add(Tactic, number=number, name=name, counter=counter).id
        return write.changes

    def delete(self, number: int) -> Changes:
        """Take the user's words of a tactic away: one of the list has its own again, another is gone."""
        with self._work.writing(message("journal.tactic_deleted")) as write:
            for row in write.rows(Tactic, number=number):
                write.label = message("journal.tactic_deleted", name=short(row.name))
                write.delete(row)
        return write.changes


class Templates(Store):
    """The templates that the user saved."""

    def all(self) -> tuple[SavedTemplate, ...]:
        """Return the templates, by name."""
        query = select(*_TEMPLATE_COLUMNS).order_by(_TEMPLATE.c.name, _TEMPLATE.c.id)
        with self._work.reading() as connection:
            return tuple(_make_template(row) for row in connection.execute(query))

    def put(self, name: str, content: str) -> Changes:
        """Keep a template; one of the same name is replaced."""
        with self._work.writing(message("journal.template_put", name=short(name))) as write:
            rows = write.rows(Template, name=name)
            if rows:
                write.change(rows[0], content=content)
            else:
                write.made = write.add(Template, name=name, content=content).id
        return write.changes

    def delete(self, template_id: int) -> Changes:
        """Delete a template; what was begun with it stays."""
        with self._work.writing(message("journal.template_deleted")) as write:
            row = write.get(Template, template_id)
            write.label = message("journal.template_deleted", name=short(row.name))
            write.delete(row)
        return write.changes
