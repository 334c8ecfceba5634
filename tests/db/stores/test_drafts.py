"""tests: drafts outlive the program."""

from __future__ import annotations

from pathlib import Path

from core.message import message
from db.logbook import Logbook
from tests.golden.fill import ticking


def test_a_draft_outlives_the_program_and_is_outside_undo(path: Path) -> None:
    with Logbook.open(path, clock=ticking()) as book:
        book.suppliers.add(name="A")
        book.drafts.keep("meet/1", "t 1.4")
        book.drafts.keep("meet/1", "t 1.48")
        book.drafts.keep("meet/2", "w")
        assert book.journal.undo_label == message("journal.supplier_added", name="A")
    with Logbook.open(path, clock=ticking()) as book:
        assert (book.drafts.read("meet/1"), book.drafts.read("meet/2"), book.drafts.read("nowhere")) == (
            "t 1.48",
            "w",
            "",
        )
        book.journal.undo()
        assert book.drafts.read("meet/1") == "t 1.48"
        book.drafts.keep("meet/1", "")
        assert book.drafts.read("meet/1") == ""
