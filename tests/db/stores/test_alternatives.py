"""tests: alternatives with their terms and files."""

from __future__ import annotations

from decimal import Decimal

import pytest

from core.changes import Touched
from core.errors import NotFound
from core.term import Term
from db.logbook import Logbook
from tests.golden.fill import Filled


def test_the_terms_of_an_alternative_are_replaced_as_a_whole(full: Logbook, ids: Filled) -> None:
    terms = (Term(issue_id=ids.terms, value="DDP"), Term(issue_id=ids.price, value=Decimal("1.41"), as_said="1.41"))
    changes = full.alternatives.change(ids.alternative, terms=terms, evidence="Quote 4712")
    assert changes.touched == {Touched("alternative", ids.alternative), Touched("negotiation", ids.negotiation)}
    found = full.negotiations.load(ids.negotiation).alternatives[0]
    assert (found.terms, found.evidence) == (terms, "Quote 4712")
    full.alternatives.change(ids.alternative, terms=())
    assert full.negotiations.load(ids.negotiation).alternatives[0].terms == ()
    full.journal.undo()
    full.journal.undo()
    assert full.negotiations.load(ids.negotiation).alternatives[0].terms[0].value == Decimal("1.40")


def test_alternatives_are_moved_and_deleted(full: Logbook, ids: Filled) -> None:
    full.alternatives.move(ids.alternative, 1)
    assert [each.name for each in full.negotiations.load(ids.negotiation).alternatives] == ["No deal", "Other supplier"]
    full.alternatives.delete(ids.alternative)
    found = full.negotiations.load(ids.negotiation)
    assert [each.name for each in found.alternatives] == ["No deal"]
    assert found.attachments == ()


def test_equal_files_are_kept_once_and_stay_for_undo(full: Logbook, ids: Filled) -> None:
    content = bytes(range(256))
    again = full.attachments.add(ids.alternative, "copy.pdf", "application/pdf", content).made
    assert len(full.dump().tables["content"]) == 1
    assert full.attachments.content(again) == content
    full.attachments.delete(again)
    full.attachments.delete(ids.attachment)
    with pytest.raises(NotFound):
        full.attachments.content(ids.attachment)
    full.journal.undo()
    assert full.attachments.content(ids.attachment) == content
    record = full.negotiations.load(ids.negotiation).attachments[0]
    assert (record.name, record.size, len(record.sha256)) == ("quote.pdf", 256, 64)


def test_an_empty_file_is_a_file(full: Logbook, ids: Filled) -> None:
    made = full.attachments.add(ids.alternative, "empty", "text/plain", b"").made
    assert full.attachments.content(made) == b""
