"""tests: what the cover may show of a logbook, and where that goes which is written on it."""

from __future__ import annotations

from pathlib import Path

from core.agenda import Agenda
from db.logbook import Logbook
from tests.ui.conftest import NOW, standing_clock
from ui.cover.presenter import CoverPresenter, Kept
from ui.drafts import AGENDA_PAGE, QUICK_NOTE


def of(logbook: Logbook | None) -> CoverPresenter:
    return CoverPresenter(logbook, standing_clock)


def matter(book: Logbook, name: str) -> int:
    return book.negotiations.add(supplier_id=book.suppliers.add(name=name).made, title="T").made


def test_without_a_logbook_or_a_meeting_it_is_the_day(blank_logbook: Logbook) -> None:
    assert of(None).agenda(0) == of(blank_logbook).agenda(0) == Agenda(day=NOW.date())


def test_the_meeting_at_the_table_is_shown_and_no_other(blank_logbook: Logbook) -> None:
    first, second = matter(blank_logbook, "First"), matter(blank_logbook, "Second")
    held = blank_logbook.meetings.start(first, place="here").made
    shown = of(blank_logbook).agenda(first)
    assert (shown.supplier, shown.place, shown.meeting_id) == ("First", "here", held)
    assert of(blank_logbook).agenda(second).supplier == ""
    blank_logbook.meetings.end(held)
    assert of(blank_logbook).agenda(first).supplier == ""


def test_a_file_that_cannot_be_read_shows_the_day(blank_logbook: Logbook) -> None:
    presenter = of(blank_logbook)
    blank_logbook.meetings.start(matter(blank_logbook, "First"))
    blank_logbook.path.write_bytes(b"\0" * blank_logbook.path.stat().st_size)
    assert presenter.agenda(0).day == NOW.date()


def test_a_text_goes_to_the_meeting(blank_logbook: Logbook) -> None:
    made = matter(blank_logbook, "First")
    held = blank_logbook.meetings.start(made).made
    presenter = of(blank_logbook)
    presenter.keep("half")
    assert presenter.left() == "half"
    settled = presenter.settle("half and half\n", held)
    assert settled is not None
    assert (settled.kept, settled.text) == (Kept.MEETING, "half and half")
    assert settled.changes is not None
    assert settled.changes.concern("meeting", held)
    assert presenter.left() == ""


def test_else_it_waits_in_the_quick_note_in_one_line(blank_logbook: Logbook) -> None:
    blank_logbook.drafts.keep(QUICK_NOTE, "style")
    settled = of(blank_logbook).settle("one\ntwo", 0)
    assert settled is not None
    assert (settled.kept, settled.changes) == (Kept.QUICK_NOTE, None)
    assert blank_logbook.drafts.read(QUICK_NOTE) == "style; one; two"


def test_nothing_written_is_nothing_kept(blank_logbook: Logbook) -> None:
    presenter = of(blank_logbook)
    presenter.keep("something")
    assert presenter.settle("  \n", 0) is None
    assert presenter.left() == ""


def test_a_meeting_that_is_gone_or_a_file_that_is_only_read_keeps_nothing(
    blank_logbook: Logbook, blank_path: Path
) -> None:
    gone = of(blank_logbook).settle("text", 999)
    assert gone is not None
    assert (gone.kept, gone.text) == (Kept.NOWHERE, "text")
    with Logbook.open(blank_path, write=False, clock=standing_clock) as reading:
        presenter = of(reading)
        presenter.keep("text")
        settled = presenter.settle("text", 0)
        assert settled is not None
        assert settled.kept is Kept.NOWHERE
    assert blank_logbook.drafts.read(AGENDA_PAGE) == ""
    nowhere = of(None).settle("text", 0)
    assert nowhere is not None
    assert nowhere.kept is Kept.NOWHERE
