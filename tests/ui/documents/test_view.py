"""tests: the documents of a negotiation, made while one works on - real PDFs, read again."""

from __future__ import annotations

from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import Qt

from core.note import Topic
from core.side import Basis
from tests.ui.desk import Driver
from ui.documents.report import CHEAT
from ui.documents.view import DocumentsView
from ui.navigation import NEGOTIATION, Place
from ui.negotiation.view import NegotiationScreen


def tab(driver: Driver, negotiation: int = 1) -> DocumentsView:
    driver.go(Place(NEGOTIATION, negotiation, "documents"))
    found = driver.screen(NegotiationScreen).tab
    assert isinstance(found, DocumentsView)
    return found


def words_of(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def test_the_prep_is_made_where_the_user_says(cases: Driver, tmp_path: Path) -> None:
    view = tab(cases)
    cases.answers.paths = [tmp_path / "mine.pdf"]
    view.rows["prep"].make_button.setFocus()
    cases.press(Qt.Key.Key_Space)
    assert not view.rows["prep"].make_button.isEnabled()
    cases.wait_for_jobs()
    assert view.rows["prep"].make_button.isEnabled()
    assert view.rows["prep"].make_button.hasFocus()
    assert cases.answers.suggested[0].name == "prep-100-000-cans-of-tomatoes.pdf"
    assert cases.answers.troubles == []
    text = words_of(tmp_path / "mine.pdf")
    assert "100,000 cans of tomatoes" in text
    assert "NOT FOR SUPPLIER" in text
    assert str(tmp_path / "mine.pdf") in " ".join(cases.texts(view))


def test_the_debrief_takes_the_options(cases: Driver, tmp_path: Path) -> None:
    view = tab(cases)
    cases.answers.paths = [tmp_path / "debrief.pdf"]
    view.final.setChecked(True)
    view.copy_for.setText("K. Lindahl, finance")
    view.paper.show_value("Letter")
    view.choose_target("debrief")
    cases.wait_for_jobs()
    text = words_of(tmp_path / "debrief.pdf")
    assert "FINAL" in text
    assert "K. Lindahl, finance" in text
    assert [round(float(each)) for each in PdfReader(tmp_path / "debrief.pdf").pages[0].mediabox[2:]] == [612, 792]


def test_notes_on_persons_are_printed_only_on_demand(cases: Driver, tmp_path: Path) -> None:
    view = tab(cases)
    cases.session.take(
        cases.logbook.notes.add(
            supplier_id=1, counterpart_id=1, topic=Topic.FAMILY, basis=Basis.SAID, text="ZEBRAFINCH"
        )
    )
    cases.answers.paths = [tmp_path / "without.pdf", tmp_path / "with.pdf"]
    view.choose_target("prep")
    cases.wait_for_jobs()
    view.notes.setChecked(True)
    view.choose_target("prep")
    cases.wait_for_jobs()
    assert "ZEBRAFINCH" not in words_of(tmp_path / "without.pdf")
    assert "ZEBRAFINCH" in words_of(tmp_path / "with.pdf")


def test_a_stop_leaves_no_file(cases: Driver, tmp_path: Path) -> None:
    view = tab(cases)
    cases.answers.paths = [tmp_path / "stopped.pdf"]
    view.choose_target("prep")
    view.rows["prep"].progress.stop_requested.emit()
    cases.wait_for_jobs()
    assert cases.answers.codes == ["job.cancelled"]
    assert not (tmp_path / "stopped.pdf").exists()
    assert view.rows["prep"].make_button.isEnabled()


def test_a_place_that_cannot_be_written_is_told(cases: Driver, tmp_path: Path) -> None:
    view = tab(cases)
    cases.answers.paths = [tmp_path / "nowhere" / "prep.pdf"]
    view.choose_target("prep")
    cases.wait_for_jobs()
    assert cases.answers.codes == ["file.trouble"]


def test_what_is_missing_for_a_report_is_said(empty: Driver) -> None:
    supplier = empty.logbook.suppliers.add(name="Ribera").made
    made = empty.logbook.negotiations.add(supplier_id=supplier, title="Sweetcorn").made
    view = tab(empty, made)
    texts = " ".join(empty.texts(view))
    assert "no issue is entered yet" in texts
    assert "not closed yet" in texts


def test_the_card_and_its_key_are_two_files_and_a_new_card_draws_new_codes(cases: Driver, tmp_path: Path) -> None:
    view = tab(cases)
    cases.answers.paths = [tmp_path / "agenda.pdf", tmp_path / "again.pdf"]
    view.rows[CHEAT].make_button.setFocus()
    cases.press(Qt.Key.Key_Space)
    cases.wait_for_jobs()
    assert cases.answers.suggested[0].name == "agenda-100-000-cans-of-tomatoes.pdf"
    first = cases.logbook.negotiations.load(1).cheat_seed
    assert first is not None
    assert "Agenda" in words_of(tmp_path / "agenda.pdf")
    assert "NOT FOR SUPPLIER" in words_of(tmp_path / "agenda-key.pdf")
    assert "agenda-key.pdf" in " ".join(cases.texts(view))
    view.choose_target(CHEAT)
    cases.wait_for_jobs()
    assert cases.logbook.negotiations.load(1).cheat_seed != first


def test_what_is_made_belongs_to_the_negotiation_it_was_made_of(cases: Driver, tmp_path: Path) -> None:
    view = tab(cases)
    cases.answers.paths = [tmp_path / "first.pdf"]
    view.choose_target("prep")
    tab(cases, 2)
    cases.wait_for_jobs()
    assert view.rows["prep"].open_button.isHidden()
    assert not any("first.pdf" in text for text in cases.texts(view))
    tab(cases, 1)
    assert any("first.pdf" in text for text in cases.texts(view))
    assert view.rows["prep"].make_button.isEnabled()


def test_a_card_that_came_to_nothing_leaves_the_codes_of_the_last_one(cases: Driver, tmp_path: Path) -> None:
    view = tab(cases)
    cases.session.take(cases.logbook.negotiations.change(1, cheat_seed=7))
    cases.answers.paths = [tmp_path / "nowhere" / "agenda.pdf"]
    view.choose_target(CHEAT)
    cases.wait_for_jobs()
    assert cases.answers.codes == ["file.trouble"]
    assert cases.logbook.negotiations.load(1).cheat_seed == 7


def test_no_card_is_drawn_where_its_codes_cannot_be_kept(cases: Driver) -> None:
    view = tab(cases)
    view.set_editing(False)
    assert not view.rows[CHEAT].make_button.isEnabled()
    assert view.rows["prep"].make_button.isEnabled()
    view.set_editing(True)
    assert view.rows[CHEAT].make_button.isEnabled()
