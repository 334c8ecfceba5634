"""tests: a negotiation that is kept in memory is always the one in the file."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from core.errors import NotFound
from core.log import Entry
from core.negotiation import Negotiation
from db.logbook import Logbook
from tests.golden.fill import Filled


def fresh(book: Logbook, negotiation: int) -> Negotiation:
    """Return a negotiation as another program would read it."""
    with Logbook.open(book.path, write=False) as reader:
        return reader.negotiations.load(negotiation)


def test_what_did_not_change_is_not_read_again(full: Logbook, ids: Filled) -> None:
    before = full.negotiations.load(ids.negotiation)
    assert full.negotiations.load(ids.negotiation) is before
    full.drafts.keep("meet", "x")
    assert full.negotiations.load(ids.negotiation) is before
    full.issues.change(ids.price, alias="pr")
    after = full.negotiations.load(ids.negotiation)
    assert all(one is other for one, other in zip(after.lines, before.lines, strict=True))
    assert all(one is other for one, other in zip(after.issues[1:], before.issues[1:], strict=True))
    assert after == fresh(full, ids.negotiation)


def test_a_change_elsewhere_leaves_it_as_it_is(full: Logbook, ids: Filled) -> None:
    other = full.negotiations.add(supplier_id=ids.supplier, title="Other").made
    before = full.negotiations.load(ids.negotiation)
    full.issues.add(other, name="x")
    assert full.negotiations.load(ids.negotiation) is before


def test_every_verb_is_seen_at_once(full: Logbook, ids: Filled) -> None:
    for verb in (
        lambda: full.lines.withdraw(ids.second),
        lambda: full.lines.delete(ids.second),
        lambda: full.meetings.next_round(full.meetings.start(ids.negotiation).made),
        lambda: full.alternatives.change(ids.alternative, terms=()),
        lambda: full.debriefs.change(ids.negotiation, deal=()),
        lambda: full.suppliers.change(ids.supplier, name="Sorano"),
        lambda: full.counterparts.delete(ids.person),
        full.journal.undo,
        full.journal.undo,
        full.journal.redo,
        lambda: full.issues.delete(ids.price),
        lambda: full.journal.restore(full.journal.trash()[0].entry),
    ):
        full.negotiations.load(ids.negotiation)
        verb()
        assert full.negotiations.load(ids.negotiation) == fresh(full, ids.negotiation)


def test_a_line_said_earlier_than_it_is_logged_takes_its_place(full: Logbook, ids: Filled) -> None:
    first, *_, last = full.negotiations.load(ids.negotiation).lines
    for at in (first.at - timedelta(minutes=1), first.at, last.at + timedelta(minutes=1)):
        added = full.lines.log(ids.negotiation, Entry(line=replace(last, id=0, at=at))).made
        found = full.negotiations.load(ids.negotiation)
        assert found == fresh(full, ids.negotiation)
        assert [each.id for each in found.lines if each.at == at][-1] == added


def test_a_deleted_one_is_gone_and_back_after_undo(full: Logbook, ids: Filled) -> None:
    before = full.negotiations.load(ids.negotiation)
    full.negotiations.delete(ids.negotiation)
    with pytest.raises(NotFound):
        full.negotiations.load(ids.negotiation)
    full.journal.undo()
    assert full.negotiations.load(ids.negotiation) == before


def test_a_verb_that_fails_leaves_what_is_kept(full: Logbook, ids: Filled) -> None:
    before = full.negotiations.load(ids.negotiation)
    with pytest.raises(NotFound):
        full.issues.change_many({ids.price: {"fair": Decimal(1)}, 999: {}})
    assert full.negotiations.load(ids.negotiation) is before


def test_a_reader_sees_what_a_writer_does(full_path: Path, ids: Filled) -> None:
    with Logbook.open(full_path) as writer, Logbook.open(full_path, write=False) as reader:
        for number in range(3):
            writer.issues.change(ids.price, fair=Decimal(number))
            assert reader.negotiations.load(ids.negotiation) == writer.negotiations.load(ids.negotiation)


def test_only_a_few_are_kept(full: Logbook, ids: Filled) -> None:
    made = [full.negotiations.add(supplier_id=ids.supplier, title=f"T{number}").made for number in range(20)]
    for negotiation in made:
        full.negotiations.load(negotiation)
    assert len(full._work.aggregates._loaded) == 8
    assert full.negotiations.load(made[0]).title == "T0"
