"""The log in words: moves with from and to, and nothing in it that the other side should not read."""

from __future__ import annotations

from core.words import Words
from db.logbook import Logbook
from tests.ui.meet.conftest import PEAS, Clock
from ui.meet.entry import log_line, read_line
from ui.meet.presenter import MeetPresenter


def _typed(logbook: Logbook, say: Words, clock: Clock, *lines: str) -> None:
    for text in lines:
        clock.turn(minutes=1)
        negotiation = logbook.negotiations.load(PEAS)
        log_line(logbook, negotiation, read_line(negotiation, text, say, clock()), say, clock())


def test_a_move_shows_where_it_came_from(logbook: Logbook, presenter: MeetPresenter, say: Words, clock: Clock) -> None:
    _typed(logbook, say, clock, "t p 1.28", "t p 1.27 if pay 30")
    presenter.load(PEAS)
    newest = presenter.log_rows()[0].words
    assert newest.text == "Price 1.28 to 1.27 EUR/kg"
    assert [newest.text[at : at + length] for at, length in newest.figures] == ["1.28", "1.27"]
    assert newest.condition == "if Payment 30 days"


def test_what_is_for_our_eyes_only_is_just_a_note(
    logbook: Logbook, presenter: MeetPresenter, say: Words, clock: Clock
) -> None:
    secrets = ("t p 1.28 # looks nervous", "t ~ p 1.21", "t x 2 boss called twice", "t z stop delivery", "t # bluffing")
    _typed(logbook, say, clock, *secrets)
    presenter.load(PEAS)
    rows = presenter.log_rows()[: len(secrets)]
    assert [row.words.text for row in rows] == ["Note", "Note", "Note", "Note", "Price 1.292 to 1.28 EUR/kg"]
    # nor of whom it is
    assert [row.who for row in rows] == ["", "", "", "", "They"]


def test_a_line_kept_as_typed_shows_no_note_and_no_guess(
    logbook: Logbook, presenter: MeetPresenter, say: Words, clock: Clock
) -> None:
    _typed(logbook, say, clock, "t 1o2 # looks nervous", "t ~ 1o2", "#looks nervous")
    presenter.load(PEAS)
    shown = [row.words.text for row in presenter.unread()][-3:]
    assert shown == ["t 1o2 …", "Note", "Note"]
    assert [row.words.text for row in presenter.log_rows()[:3]] == ["Note", "Note", "t 1o2 …"]


def test_a_note_glued_to_its_sign_is_not_shown_where_the_rest_was_read(
    logbook: Logbook, presenter: MeetPresenter, say: Words, clock: Clock
) -> None:
    _typed(logbook, say, clock, "t p 1.28 #bluff", "t ! send it #bluff")
    presenter.load(PEAS)
    assert [row.words.text for row in presenter.log_rows()[:2]] == [
        "Commitment: send it …",
        "Price 1.292 to 1.28 EUR/kg",
    ]
    assert [row.text for row in presenter.promises()][-1] == "send it"
    # and is kept
    assert [line.text for line in logbook.negotiations.load(PEAS).lines[-2:]] == [
        "t p 1.28 #bluff", "t ! send it #bluff"
    ]  # fmt: skip


def test_a_step_to_undo_names_no_note(logbook: Logbook, presenter: MeetPresenter, say: Words, clock: Clock) -> None:
    for text in ("t p 1.28 # looks nervous", "# looks nervous", "t ~ p 1.21"):
        _typed(logbook, say, clock, text)
        presenter.load(PEAS)
        undo = logbook.journal.labels[0]
        assert undo is not None
        assert not any(word in say.message(undo) for word in ("nervous", "1.21"))
    newest = presenter.log_rows()[0].line_id
    for changes in (presenter.sitting.mark_key(newest), presenter.withdraw(newest), presenter.delete(newest)):
        assert changes is not None
        assert "1.21" not in say.message(changes.label)


def test_a_promise_shows_when_it_is_due(logbook: Logbook, presenter: MeetPresenter, say: Words, clock: Clock) -> None:
    _typed(logbook, say, clock, "t ! index proof by friday")
    presenter.load(PEAS)
    words = presenter.log_rows()[0].words
    assert (words.text, words.condition) == ("Commitment: index proof", "due Fri 27 Nov")


def test_an_agreement_is_said_by_both(logbook: Logbook, presenter: MeetPresenter, say: Words, clock: Clock) -> None:
    _typed(logbook, say, clock, "t lead 2w", "w ok lead", "t park pay", "w no p", "t ? held", "t ! index proof")
    presenter.load(PEAS)
    rows = presenter.log_rows()[:6]
    assert [row.words.text for row in rows] == [
        "Commitment: index proof",
        "Asked about Price held until",
        "Refused: Price",
        "Parked: Payment",
        "Agreed: Lead time 2 weeks",
        "Lead time 2 weeks",
    ]
    assert rows[4].who == "Both"
