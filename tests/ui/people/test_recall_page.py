"""tests: the recall card by keys - one key away, read-only, Escape back, on paper by P."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import Qt

from core.side import Side
from tests.ui.desk import Driver
from ui.navigation import NEGOTIATIONS, PEOPLE, RECALL, Place
from ui.people.recall_page import RecallPage
from ui.people.view import PeopleScreen

ALT = Qt.KeyboardModifier.AltModifier
ELENA = 1


def opened(driver: Driver) -> RecallPage:
    """Open Elena's card from the list and return it."""
    driver.go(Place(PEOPLE, ELENA))
    driver.screen(PeopleScreen).pane.view.setFocus()
    driver.press(Qt.Key.Key_R)
    return driver.screen(PeopleScreen).card


def test_r_opens_the_card_and_escape_goes_back(cases: Driver) -> None:
    card = opened(cases)
    assert card.isVisible()
    assert card.hasFocus()
    assert cases.place == Place(PEOPLE, ELENA, RECALL)
    cases.press(Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert cases.place == Place(PEOPLE, ELENA)
    assert cases.screen(PeopleScreen).pane.isVisible()
    cases.press(Qt.Key.Key_Left, ALT)
    assert card.isVisible()


def test_r_in_a_table_opens_it_and_in_a_field_is_a_letter(cases: Driver) -> None:
    cases.go(Place(PEOPLE, ELENA))
    screen = cases.screen(PeopleScreen)
    screen.notes.line.setFocus()
    cases.press(Qt.Key.Key_R)
    assert not screen.card.isVisible()
    assert screen.notes.line.text() == "r"
    screen.notes.table.setFocus()
    cases.press(Qt.Key.Key_R)
    assert screen.card.isVisible()


def test_the_card_tells_who_what_they_decide_the_last_time_and_what_is_open(cases: Driver) -> None:
    person = cases.logbook.counterparts.load(ELENA)
    texts = cases.texts(opened(cases))
    assert {person.name, person.authority, "Met 3 times, last on 10 Nov 2026"} <= texts
    assert any(text.startswith("You opened with Price 1.40") for text in texts)
    assert any(text.startswith("We: pay") for text in texts)
    assert "What do you hope to have reached with us in a year?" in texts
    learning = cases.logbook.debriefs.last_learning(person.supplier_id)
    assert learning is not None
    assert learning.text in texts
    shown = cases.screen(PeopleScreen).card.notes.model
    noted = [note for note in cases.logbook.notes.of_counterpart(ELENA) if not note.is_about_us]
    assert shown.rowCount() == len({note.topic for note in noted}), "of several on one topic the newest"
    assert f"{len(noted) - shown.rowCount()} more" in texts


def test_no_key_reaches_the_file_behind_the_card(cases: Driver) -> None:
    opened(cases)
    before = cases.logbook.counterparts.rows()
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_N, Qt.Key.Key_F2, Qt.Key.Key_R):
        cases.press(key)
    assert cases.logbook.counterparts.rows() == before
    assert not cases.has_panel
    assert cases.place == Place(PEOPLE, ELENA, RECALL)


def test_the_card_follows_what_changes(cases: Driver) -> None:
    card = opened(cases)
    changes = cases.logbook.counterparts.change(ELENA, authority="Everything below 1.45")
    cases.session.take(changes)
    assert "Everything below 1.45" in cases.texts(card)
    negotiation = cases.logbook.negotiations.rows(supplier_id=1)[0].id
    changes = cases.logbook.commitments.add(
        negotiation, side=Side.THEM, text="insurer's letter", due=date(2026, 11, 20), counterpart_id=ELENA
    )
    cases.session.take(changes)
    assert "They: insurer's letter" in cases.texts(card)
    assert any("overdue since 20 Nov 2026" in text for text in cases.texts(card))


def test_an_empty_file_makes_a_card_that_asks(empty: Driver) -> None:
    company = empty.logbook.suppliers.add(name="Conservas Ribera").made
    made = empty.logbook.counterparts.add(supplier_id=company, name="Inés Carrasco").made
    empty.go(Place(PEOPLE, made, RECALL))
    texts = empty.texts(empty.screen(PeopleScreen).card)
    assert {"Inés Carrasco", "Not known", "Not met yet", "Nothing is noted yet.", "None logged yet."} <= texts
    assert "What may you decide alone, and who decides above that?" in texts
    assert not {"Last time", "Last learning"} & texts


def test_leaving_by_the_rail_and_coming_back_shows_the_card_again(cases: Driver) -> None:
    card = opened(cases)
    cases.go(Place(NEGOTIATIONS))
    cases.session.go_to_last(PEOPLE)
    assert card.isVisible()
    assert card.hasFocus()


def test_p_prints_the_card_as_one_page(cases: Driver, tmp_path: Path) -> None:
    opened(cases)
    target = tmp_path / "card.pdf"
    cases.answers.paths.append(target)
    cases.press(Qt.Key.Key_P)
    cases.wait_for_jobs()
    assert cases.answers.suggested[0].name == "recall-Elena-Marchetti.pdf"
    pages = PdfReader(target).pages
    assert len(pages) == 1
    assert "Elena Marchetti" in pages[0].extract_text()
    assert any(str(target) in told for told in cases.answers.told)


def test_a_target_that_cannot_be_written_is_told(cases: Driver, tmp_path: Path) -> None:
    opened(cases)
    cases.answers.paths.append(tmp_path / "nowhere" / "card.pdf")
    cases.press(Qt.Key.Key_P)
    cases.wait_for_jobs()
    assert cases.answers.codes == ["file.trouble"]
