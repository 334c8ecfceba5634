"""tests: alternatives and their files, answers, positions and estimates."""

from __future__ import annotations

from decimal import Decimal

import pytest

from core.changes import Touched
from core.errors import NotFound
from core.estimate import Subject
from core.side import Basis, Side
from core.strategy import Question
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


def test_an_answer_is_set_changed_and_taken_away(full: Logbook, ids: Filled) -> None:
    def answer() -> str:
        return full.negotiations.load(ids.negotiation).answer(Side.THEM, Question.GOAL)

    assert answer() == "Cash"
    assert full.answers.put(ids.negotiation, Side.THEM, Question.GOAL, "Cash", Basis.GUESS).entry == 0
    full.answers.put(ids.negotiation, Side.THEM, Question.GOAL, "Cash now", Basis.SAID)
    assert answer() == "Cash now"
    full.answers.put(ids.negotiation, Side.THEM, Question.GOAL, " ")
    assert answer() == ""
    assert full.answers.put(ids.negotiation, Side.THEM, Question.GOAL, "").entry == 0
    with pytest.raises(NotFound):
        full.answers.put(999, Side.US, Question.BEST, "x")


def test_positions_are_added_moved_and_deleted(full: Logbook, ids: Filled) -> None:
    made = full.positions.add(ids.negotiation, side=Side.US, position="1.40").made
    assert [each.position for each in full.negotiations.load(ids.negotiation).positions] == ["1.60", "1.40"]
    full.positions.move(made, 0)
    full.positions.change(made, why="budget", issue_id=ids.price)
    first = full.negotiations.load(ids.negotiation).positions[0]
    assert (first.position, first.why, first.issue_id) == ("1.40", "budget", ids.price)
    full.positions.delete(made)
    assert [each.position for each in full.negotiations.load(ids.negotiation).positions] == ["1.60"]


def test_one_subject_has_one_estimate(full: Logbook, ids: Filled) -> None:
    full.estimates.put(ids.negotiation, ids.price, Subject.LIMIT, likely=Decimal("1.46"), basis=Basis.SAID)
    found = full.negotiations.load(ids.negotiation).estimates
    assert [(each.subject, each.likely) for each in found] == [
        (Subject.LIMIT, Decimal("1.46")), (Subject.RESERVATION, Decimal(40)),
    ]  # fmt: skip
    assert (found[0].low, found[0].basis, found[0].source) == (Decimal("1.43"), Basis.SAID, "trade press")
    full.estimates.put(ids.negotiation, None, Subject.RESERVATION, likely=Decimal(45))
    assert len(full.negotiations.load(ids.negotiation).estimates) == 2
    for option in ("EXW", "DDP"):
        full.estimates.put(ids.negotiation, ids.terms, Subject.OPTION, option=option, likely=Decimal("0.5"))
    assert [each.option for each in full.negotiations.load(ids.negotiation).estimates[2:]] == ["EXW", "DDP"]
    full.estimates.delete(found[0].id)
    assert len(full.negotiations.load(ids.negotiation).estimates) == 3
