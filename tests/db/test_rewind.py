"""tests: what was known of a talk is read back from the journal, whatever was done to it since."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings

from core.alternative import Following
from core.errors import LogrollError
from core.following import all_moved, copy_of
from core.line import Line
from core.log import Entry
from core.negotiation import Negotiation
from core.side import Side
from core.term import Term
from core.words import Words
from db.journal import last_entry
from db.logbook import Logbook
from db.rewind import as_of
from tests.db.conftest import Make
from tests.db.test_journal import STEPS, do
from tests.golden.fill import Filled, offer


def talk(negotiation: Negotiation) -> tuple[object, ...]:
    """Return what a rewinding tells: issues, and lines without the verdicts given with them."""
    return negotiation.issues, tuple(replace(line, said=None, stands=None) for line in negotiation.lines)


def then(book: Logbook, negotiation: Negotiation, entry: int) -> Negotiation:
    with book._work.reading() as connection:
        found: Negotiation = as_of(connection, negotiation, entry)
    return found


def now(book: Logbook) -> int:
    with book._work.reading() as connection:
        return last_entry(connection)


def test_a_talk_in_which_nothing_happened_since_is_the_same(full: Logbook, ids: Filled) -> None:
    whole = full.negotiations.load(ids.negotiation)
    entry = now(full)
    full.alternatives.change(ids.alternative, name="Renamed")
    whole = full.negotiations.load(ids.negotiation)
    assert then(full, whole, entry) is whole


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(steps=STEPS)
def test_every_state_that_a_talk_was_in_is_read_back(make: Make, steps: list[tuple[str, int, int]]) -> None:
    book = make()
    seen: dict[int, tuple[object, ...]] = {}
    for step in [("supplier", 0, 0), ("matter", 0, 0), ("issue", 0, 1), ("line", 0, 1), ("line", 0, 2), *steps]:
        try:
            do(book, *step)
        except (LogrollError, IndexError, ZeroDivisionError):
            continue
        first = next((row.id for row in book.negotiations.rows() if row.id == 1), None)
        if first is not None:
            seen[now(book)] = talk(book.negotiations.load(first))
    if any(row.id == 1 for row in book.negotiations.rows()):
        whole = book.negotiations.load(1)
        for entry, was in seen.items():
            assert talk(then(book, whole, entry)) == was
    book.close()


@pytest.fixture
def followed(full: Logbook, ids: Filled) -> tuple[int, int]:
    """Let an alternative of a new matter follow the talk; return the matter and a line of theirs over there."""
    price = full.negotiations.load(ids.negotiation).issue_by_id[ids.price]
    line = full.lines.log(
        ids.negotiation, Entry(line=offer(ids.negotiation, "t 1.47", Term(issue_id=ids.price, value=Decimal("1.47"))))
    ).made
    matter = full.negotiations.add(supplier_id=ids.supplier, title="Next").made
    full.issues.add(matter, name=price.name, unit=price.unit, reference_quantity=price.reference_quantity)
    alternative = full.alternatives.add(matter, name="As there").made
    own, other = full.negotiations.load(matter), full.negotiations.load(ids.negotiation)
    full.alternatives.follow(alternative, ids.negotiation, copy_of(own, other, other.lines[-1].logged_at).terms)
    return matter, line


def told(book: Logbook, matter: int) -> list[str]:
    negotiation = book.negotiations.load(matter)
    moved = all_moved(negotiation, book.alternatives.followed(negotiation.followings), book._work.clock())
    return [Words().message(each.message).replace("\u00a0", " ").partition(": ")[2] for each in moved.values()]


def line_of(book: Logbook, matter: int, line_id: int) -> Line:
    return next(each for each in book.negotiations.load(matter).lines if each.id == line_id)


def test_what_is_corrected_withdrawn_or_deleted_in_a_followed_talk_is_told(
    full: Logbook, ids: Filled, followed: tuple[int, int]
) -> None:
    matter, line_id = followed
    assert told(full, matter) == []
    line = line_of(full, ids.negotiation, line_id)
    assert line.side is Side.THEM
    dearer = replace(line, terms=(Term(issue_id=ids.price, value=Decimal("1.52")),))
    full.lines.revise(line_id, Entry(line=dearer))
    assert "1.52" in told(full, matter)[0]
    full.journal.undo()
    assert told(full, matter) == []
    for change in (full.lines.delete, full.lines.withdraw):
        change(line_id)
        assert "1.47" in told(full, matter)[0]
        full.journal.undo()
    assert told(full, matter) == []
    full.lines.revise(line_id, Entry(line=dearer))
    own = full.negotiations.load(matter)
    full.alternatives.follow(own.alternatives[0].id, ids.negotiation, own.alternatives[0].terms)
    assert told(full, matter) == []  # it was looked at, and left as it is


def test_talks_that_are_gone_are_left_out_and_a_copy_that_no_entry_tells_of_is_taken_as_made_now(
    full: Logbook, ids: Filled, followed: tuple[int, int]
) -> None:
    matter, _ = followed
    (following,) = full.negotiations.load(matter).followings
    unknown = replace(following, id=999)
    assert full.alternatives.followed([unknown])[following.alternative_id].then is full.negotiations.load(
        ids.negotiation
    )
    gone = Following(negotiation_id=matter, alternative_id=1, followed_id=999, copied_at=following.copied_at)
    assert full.alternatives.followed([gone]) == {}
