"""tests: notes from paper are read line by line, each after those before it, and logged at the times they say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from core.changes import Changes
from core.cheat import cheat_card
from core.errors import NotAllowed, StorageTrouble
from core.line import Verb
from core.side import Side
from core.words import Words
from db.logbook import Logbook
from tests.pictures.stage import NOW
from ui.meet.paper_entry import PaperEntry

NOTES = """10:02 t 1.55 # calm
w 1.44

t x 2
@10:40 t 1.50 if 120k vol
what was that 7 7 about
@10:45 t ! send drawings fri"""
DAY = date(2026, 11, 23)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Logbook]:
    with Logbook.create(tmp_path / "book.logroll", clock=lambda: NOW) as made:
        yield made


@pytest.fixture
def matter(book: Logbook) -> int:
    """Return a negotiation in preparation with the issues of the first case."""
    supplier = book.suppliers.add(name="Sorano").made
    made = book.negotiations.add(supplier_id=supplier, title="Tins", currency="EUR").made
    price = {"best": "1.40", "worst": "1.60", "step": "0.01", "weight": "80", "limit": "1.52", "fair": "1.46"}
    volume = {"best": "150000", "worst": "50000", "step": "1000", "weight": "20"}
    book.issues.add(made, name="price", unit="EUR", **{name: Decimal(figure) for name, figure in price.items()})
    book.issues.add(made, name="volume", alias="vol", **{name: Decimal(figure) for name, figure in volume.items()})
    return made


def entry(book: Logbook, matter: int) -> PaperEntry:
    return PaperEntry(book, matter, Words(), lambda: NOW)


def log(paper: PaperEntry, notes: str, day: date = DAY) -> list[str]:
    """Log the notes; return what was left of them after each step."""
    left: list[str] = []
    paper.log(notes, day, lambda _changes, rest: left.append(rest))
    return left


def test_each_line_is_read_after_those_before_it_and_nothing_is_logged_by_reading(book: Logbook, matter: int) -> None:
    rows = entry(book, matter).rows(NOTES, DAY)
    assert [(row.number, f"{row.at:%H:%M}", row.is_read) for row in rows] == [
        (1, "10:02", True), (2, "10:02", True), (4, "10:02", True), (5, "10:40", True), (6, "10:40", False),
        (7, "10:45", True),
    ]  # fmt: skip
    assert all(row.trouble is None for row in rows)
    assert book.negotiations.load(matter).lines == ()
    # who speaks is taken from the line before, as at the table
    assert "1.44" in rows[1].words


def test_they_are_logged_in_one_meeting_of_that_day_at_their_times(book: Logbook, matter: int) -> None:
    planned = book.meetings.plan(matter, planned_at=NOW - timedelta(days=1), place="Parma").made
    paper = entry(book, matter)
    assert paper.day() == DAY
    log(paper, NOTES)
    found = book.negotiations.load(matter)
    (meeting,) = found.meetings
    assert (meeting.id, meeting.place) == (planned, "Parma")
    assert (f"{meeting.started_at:%d %H:%M}", f"{meeting.ended_at:%d %H:%M}") == ("23 10:02", "23 10:45")
    assert [line.verb for line in found.lines] == [
        Verb.OFFER, Verb.OFFER, Verb.TACTIC, Verb.OFFER, Verb.UNREAD, Verb.PROMISE,
    ]  # fmt: skip
    assert [line.side for line in found.lines][:4] == [Side.THEM, Side.US, Side.THEM, Side.THEM]
    assert {line.meeting_id for line in found.lines} == {planned}
    assert all(line.logged_at == NOW for line in found.lines)
    assert found.lines[0].stands is not None
    assert found.lines[4].text == "what was that 7 7 about"


def test_codes_of_the_card_are_read_and_kept_as_they_were_noted(book: Logbook, matter: int) -> None:
    book.negotiations.change(matter, cheat_seed=7)
    card = cheat_card(book.negotiations.load(matter), 7)
    code = next(each for each in card.codes if each.issue.name == "price")
    noted = f"@10:02 t {code.name} {code.write(Decimal('1.48'))}"
    log(entry(book, matter), noted)
    (line,) = book.negotiations.load(matter).lines
    assert (line.verb, line.terms[0].value, line.text) == (Verb.OFFER, Decimal("1.48"), noted)


def test_a_line_of_ours_past_our_limit_needs_its_reason_before_anything_is_logged(book: Logbook, matter: int) -> None:
    paper = entry(book, matter)
    rows = paper.rows("w 1.50\nw 1.58", DAY)
    assert [row.trouble is None for row in rows] == [True, False]
    with pytest.raises(NotAllowed):
        log(paper, "w 1.50\nw 1.58")
    assert book.negotiations.load(matter).lines == ()
    log(paper, "w 1.50\nw 1.58 # last lorry of the year")
    assert book.negotiations.load(matter).lines[1].exception == "last lorry of the year"


def test_an_issue_that_a_line_adds_is_known_to_the_next(book: Logbook, matter: int) -> None:
    rows = entry(book, matter).rows("+ prepaid % 100..0 10\nt 40% prepaid", DAY)
    assert [row.is_read for row in rows] == [True, True]
    log(entry(book, matter), "+ prepaid % 100..0 10\nt 40% prepaid")
    found = book.negotiations.load(matter)
    assert found.issues[-1].name == "prepaid"
    assert found.lines[1].terms[0].issue_id == found.issues[-1].id


def test_nothing_noted_makes_no_meeting(book: Logbook, matter: int) -> None:
    assert log(entry(book, matter), "  \n\n") == []
    assert book.negotiations.load(matter).meetings == ()


def test_what_stops_in_the_middle_leaves_the_lines_that_are_not_logged(book: Logbook, matter: int) -> None:
    left = log(entry(book, matter), "10:02 t 1.55\n\n10:04 w 1.44\n10:05 t 1.50")
    assert left == [
        "10:02 t 1.55\n\n10:04 w 1.44\n10:05 t 1.50",
        "\n10:04 w 1.44\n10:05 t 1.50",
        "10:05 t 1.50",
        "",
        "",
    ]


def test_notes_that_stopped_in_the_middle_go_on_in_their_meeting_and_end_it(book: Logbook, matter: int) -> None:
    left: list[str] = []

    def stop(_changes: Changes, rest: str) -> None:
        left.append(rest)
        if len(left) == 2:
            raise StorageTrouble("logbook.full")

    with pytest.raises(StorageTrouble):
        entry(book, matter).log("11:30 t 1.55\n10:04 w 1.44\n10:05 t 1.50", DAY, stop)
    assert book.negotiations.load(matter).open_meeting is not None
    log(entry(book, matter), left[-1])
    found = book.negotiations.load(matter)
    assert found.meetings[0].ended_at == max(line.at for line in found.lines)
    assert len(found.lines) == 3
    assert [meeting.ended_at is not None for meeting in found.meetings] == [True]


def test_the_meeting_begins_with_the_earliest_line_wherever_it_is_noted(book: Logbook, matter: int) -> None:
    log(entry(book, matter), "10:02 t 1.55\n09:50 w 1.44")
    found = book.negotiations.load(matter)
    assert {line.meeting_id for line in found.lines} == {found.meetings[0].id}
    assert f"{found.meetings[0].started_at:%H:%M}" == "09:50"


def test_nothing_was_said_later_than_now(book: Logbook, matter: int) -> None:
    early = NOW.replace(hour=9, minute=30)
    paper = PaperEntry(book, matter, Words(), lambda: early)
    rows = paper.rows("t 1.55\n9:45 w 1.44", early.date())
    assert [(row.at, row.is_read) for row in rows] == [(early, True), (early, False)]
    with pytest.raises(NotAllowed):
        log(paper, "t 1.55", early.date() + timedelta(days=1))


def test_a_line_that_is_changed_is_read_anew_with_all_behind_it(book: Logbook, matter: int) -> None:
    paper = entry(book, matter)
    notes = "+ prepaid % 100..0 10\n\nt 40% prepaid\nw 1.44"
    first = paper.rows(notes, DAY)
    assert paper.rows(f"{notes}\nt 1.50", DAY)[:3] == first
    for changed in (notes.replace("prepaid %", "deposit %"), notes, "", f"w 1.40\n{notes}"):
        assert paper.rows(changed, DAY) == entry(book, matter).rows(changed, DAY)
    book.issues.change(book.negotiations.load(matter).issues[0].id, name="Cost")
    assert [row.words for row in paper.rows("w 1.44", DAY)] == ["We offer Cost 1.44\u00a0EUR"]
