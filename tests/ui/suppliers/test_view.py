"""tests: the suppliers' screen by keys, on a real logbook."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt

from core.counterpart import Influence
from core.debrief import Outcome
from core.line import Line, Verb
from core.log import Entry
from core.note import Topic
from core.side import Basis, Side
from core.term import Term
from tests.ui.conftest import NOW
from tests.ui.desk import CTRL, SHIFT, Driver
from ui.navigation import NEGOTIATION, PEOPLE, SUPPLIERS, Place
from ui.new_record import NewRecord
from ui.suppliers.view import COMPANY, SuppliersScreen
from ui.widgets.data_table import DataTable


def test_the_empty_place_says_what_it_is_for_and_n_begins(empty: Driver) -> None:
    empty.press(Qt.Key.Key_2, CTRL)
    screen = empty.screen(SuppliersScreen)
    assert not screen.rows.rowCount()
    empty.press(Qt.Key.Key_N)
    empty.write("Delva Foods")
    empty.press(Qt.Key.Key_Return)
    assert not empty.has_panel
    assert [row.name for row in empty.logbook.suppliers.rows()] == ["Delva Foods"]
    assert empty.place == Place(SUPPLIERS, 1)
    assert screen.form.line("name").text() == "Delva Foods"


def test_a_new_supplier_without_a_name_is_refused_and_nothing_is_lost(empty: Driver) -> None:
    empty.run("new_supplier")
    empty.write("   ")
    empty.press(Qt.Key.Key_Return)
    panel = empty.panel(NewRecord)
    assert "name" in panel.problem.lower()
    empty.press(Qt.Key.Key_Escape)
    assert not empty.has_panel
    assert empty.logbook.suppliers.rows() == ()


def test_a_field_commits_on_leaving_it(cases: Driver) -> None:
    cases.go(Place(SUPPLIERS, 1))
    screen = cases.screen(SuppliersScreen)
    screen.show_tab(COMPANY)
    screen.form.line("city").setFocus()
    screen.form.line("city").selectAll()
    cases.write("Salerno")
    cases.press(Qt.Key.Key_Tab)
    assert cases.logbook.suppliers.load(1).city == "Salerno"
    assert "Saved 09:18" in cases.texts(cases.window.status)


def test_a_field_commits_after_a_pause(cases: Driver) -> None:
    cases.go(Place(SUPPLIERS, 1))
    screen = cases.screen(SuppliersScreen)
    screen.show_tab(COMPANY)
    screen.form.text("background").setFocus()
    cases.press(Qt.Key.Key_End, CTRL)
    cases.write(" Third plant opens in May.")
    cases.wait(lambda: "Third plant" in cases.logbook.suppliers.load(1).background)
    assert screen.form.text("background").hasFocus()


def test_escape_brings_the_old_text_back(cases: Driver) -> None:
    cases.go(Place(SUPPLIERS, 1))
    cases.screen(SuppliersScreen).show_tab(COMPANY)
    field = cases.screen(SuppliersScreen).form.line("name")
    before = field.text()
    field.setFocus()
    cases.write("x")
    cases.press(Qt.Key.Key_Escape)
    assert field.text() == before
    cases.press(Qt.Key.Key_Tab)
    assert cases.logbook.suppliers.load(1).name == before


def test_a_share_that_is_none_is_told_under_the_field_and_stays_to_be_mended(cases: Driver) -> None:
    cases.go(Place(SUPPLIERS, 1))
    form = cases.screen(SuppliersScreen).told.dependence.form
    field = form.line("our_share_of_their_sales")
    stored = cases.logbook.suppliers.load(1).our_share_of_their_sales
    for typed in ("12o", "NaN", "1e999999", "140"):
        field.setFocus()
        field.selectAll()
        cases.write(typed)
        cases.press(Qt.Key.Key_Tab)
        assert form.problem(field), typed
        assert field.text() == typed
        assert cases.logbook.suppliers.load(1).our_share_of_their_sales == stored
    field.setFocus()
    field.selectAll()
    cases.write("12.5 %")
    cases.press(Qt.Key.Key_Tab)
    assert form.problem(field) == ""
    assert cases.logbook.suppliers.load(1).our_share_of_their_sales == Decimal("12.5")


def test_a_note_is_added_by_topic_then_sentence_and_n_goes_to_its_line(cases: Driver) -> None:
    cases.go(Place(SUPPLIERS, 1))
    screen = cases.screen(SuppliersScreen)
    screen.told.people.table.setFocus()
    cases.press(Qt.Key.Key_N)
    assert screen.notes.line.hasFocus()
    cases.write("business guess A second line starts in spring")
    cases.press(Qt.Key.Key_Return)
    note = cases.logbook.notes.of_supplier(1)[0]
    assert (note.topic, note.basis, note.text) == (Topic.BUSINESS, Basis.GUESS, "A second line starts in spring")
    assert screen.notes.line.text() == ""
    assert screen.notes.line.hasFocus()


def test_a_note_without_a_topic_is_refused_and_stays(cases: Driver) -> None:
    cases.go(Place(SUPPLIERS, 1))
    screen = cases.screen(SuppliersScreen)
    before = cases.logbook.notes.of_supplier(1)
    screen.notes.line.setFocus()
    cases.write("likes football")
    cases.press(Qt.Key.Key_Return)
    assert cases.logbook.notes.of_supplier(1) == before
    assert screen.notes.line.text() == "likes football"
    assert "authority" in screen.notes.problem


def test_delete_takes_the_supplier_and_ctrl_z_brings_it_back_to_where_it_was(cases: Driver) -> None:
    cases.go(Place(SUPPLIERS, 2))
    whole = cases.logbook.suppliers.load(2), cases.logbook.notes.of_supplier(2)
    cases.press(Qt.Key.Key_Delete)
    assert 2 not in {row.id for row in cases.logbook.suppliers.rows()}
    assert len(cases.answers.undoable) == 1
    assert cases.place.record != 2
    cases.press(Qt.Key.Key_Z, CTRL)
    assert (cases.logbook.suppliers.load(2), cases.logbook.notes.of_supplier(2)) == whole
    cases.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert 2 not in {row.id for row in cases.logbook.suppliers.rows()}


def test_people_and_negotiations_open_from_the_file(cases: Driver) -> None:
    cases.go(Place(SUPPLIERS, 2))
    screen = cases.screen(SuppliersScreen)
    screen.told.people.table.setFocus()
    cases.press(Qt.Key.Key_Return)
    assert cases.place.name == PEOPLE
    cases.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert cases.place == Place(SUPPLIERS, 2)
    screen.negotiations.table.setFocus()
    cases.press(Qt.Key.Key_Return)
    assert (cases.place.name, cases.place.record) == (NEGOTIATION, 2)


def test_the_filter_narrows_the_list_and_escape_widens_it(cases: Driver) -> None:
    cases.go(Place(SUPPLIERS))
    screen = cases.screen(SuppliersScreen)
    every = screen.rows.rowCount()
    cases.press(Qt.Key.Key_F, CTRL)
    cases.write("delva")
    assert screen.rows.rowCount() == 1
    cases.press(Qt.Key.Key_Escape)
    assert screen.rows.rowCount() == every


def test_markup_and_foreign_letters_are_shown_as_text(cases: Driver) -> None:
    name = '<b>&<img src=file:///etc/passwd> "אבג" 🙂'
    cases.logbook.suppliers.change(1, name=name)
    cases.go(Place(SUPPLIERS, 1))
    screen = cases.screen(SuppliersScreen)
    screen.show_place(Place(SUPPLIERS, 1))
    assert name in cases.texts(screen.header)
    assert screen.form.line("name").text() == name


def test_a_long_background_is_kept_whole(cases: Driver) -> None:
    cases.go(Place(SUPPLIERS, 1))
    cases.screen(SuppliersScreen).show_tab(COMPANY)
    field = cases.screen(SuppliersScreen).form.text("background")
    field.setFocus()
    field.selectAll()
    field.insertPlainText("word " * 2_000)
    cases.screen(SuppliersScreen).leave()
    assert cases.logbook.suppliers.load(1).background == "word " * 2_000


def _close(driver: Driver, price: str) -> int:
    """Close another negotiation of supplier 1 like the sample's: two offers, a target, a deal."""
    book = driver.logbook
    made = book.negotiations.add(supplier_id=1, title=f"Tomatoes at {price}").made
    figures = {"best": Decimal("1.30"), "worst": Decimal("1.60"), "fair": Decimal("1.40")}
    issue = book.issues.add(made, name="Price", unit="USD/can", weight=Decimal(1), **figures).made
    for value in ("1.60", "1.55", "1.53"):
        term = Term(issue_id=issue, value=Decimal(value))
        line = Line(
            negotiation_id=made, at=NOW, logged_at=NOW, side=Side.THEM, verb=Verb.OFFER, text=value, terms=(term,)
        )
        book.lines.log(made, Entry(line=line))
    changes = book.debriefs.close(made, Outcome.AGREED, (Term(issue_id=issue, value=Decimal(price)),))
    driver.session.take(changes)
    return made


def _rows(table: DataTable) -> list[list[str]]:
    model = table.model
    return [[model.text(row, at) for at in range(model.columnCount())] for row in range(model.rowCount())]


def test_the_past_of_a_supplier_is_told_once_there_is_one(cases: Driver) -> None:
    made = cases.logbook.suppliers.add(name="Conservas Ribera").made
    cases.go(Place(SUPPLIERS, made))
    screen = cases.screen(SuppliersScreen)
    assert not screen.strip.isVisible()
    # each part says what it is for until it has something to tell
    assert any("None yet" in text for text in cases.texts(screen.terms))
    assert any("two closed negotiations" in text for text in cases.texts(screen.told.habits))
    cases.go(Place(SUPPLIERS, 2))
    assert any("Last agreed" in text for text in cases.texts(screen.strip))
    assert _rows(screen.terms.table)
    # one negotiation is no habit
    assert any("two closed negotiations" in text for text in cases.texts(screen.told.habits))


def test_a_second_closed_negotiation_shows_how_they_move_and_what_was_won(cases: Driver) -> None:
    cases.go(Place(SUPPLIERS, 1))
    _close(cases, "1.50")
    won = _close(cases, "1.38")
    screen = cases.screen(SuppliersScreen)
    rows = {row[1]: row for row in _rows(screen.negotiations.table)}
    assert rows["Tomatoes at 1.38"] == [
        "24 Nov 2026",
        "Tomatoes at 1.38",
        "–",
        "1.38",
        "1.40",
        "USD/can",
        "won by 6.7 points",
    ]
    assert rows["Tomatoes at 1.50"][-1] == "short by 33.3 points"
    shown = cases.texts(screen.strip)
    assert "Last agreed: Price, 24 Nov 2026" in shown
    assert "1.38\u00a0USD/can" in shown
    terms = next(row for row in _rows(screen.terms.table) if row[0] == "Price")
    assert terms[:2] == ["Price", "1.38\u00a0USD/can"]
    assert terms[3].startswith("1.50\u00a0in\u00a02026, 1.40\u00a0in\u00a0")
    assert {"First step", "Later steps shrink by"} <= cases.texts(screen.told.habits)
    screen.negotiations.table.setFocus()
    screen.negotiations.table.go_to(won)
    cases.press(Qt.Key.Key_Return)
    assert (cases.place.name, cases.place.record) == (NEGOTIATION, won)


def test_who_decides_is_told_beside_each_person(cases: Driver) -> None:
    cases.go(Place(SUPPLIERS, 4))
    rows = _rows(cases.screen(SuppliersScreen).told.people.table)
    assert rows == [
        ["An Claes\ndecides, Sales director", "check ask"],
        ["Jeroen Maes\ninfluences the decision, Account manager", "Up to 2 % (example)"],
    ]


def test_gaps_of_the_file_are_questions_and_enter_goes_to_the_answer(empty: Driver) -> None:
    made = empty.logbook.suppliers.add(name="Conservas Ribera").made
    empty.go(Place(SUPPLIERS, made))
    screen = empty.screen(SuppliersScreen)
    asked = [row[0] for row in _rows(screen.told.ask.table)]
    assert asked[:2] == ["Who should we talk to about prices and terms?", "How large a part of your sales are we?"]
    for question, field in (
        ("How large a part of your sales are we?", screen.told.dependence.form.line("our_share_of_their_sales")),
        ("Until when does our present contract run?", screen.form.line("contract_end")),
        ("What would make this a good deal for you?", screen.notes.line),
    ):
        screen.told.ask.table.setFocus()
        screen.told.ask.table.go_to(asked.index(question))
        empty.press(Qt.Key.Key_Return)
        assert field.hasFocus(), question
    assert screen.notes.line.text() == "interest "


def test_editing_a_field_reads_the_past_no_second_time(cases: Driver) -> None:
    cases.go(Place(SUPPLIERS, 1))
    screen = cases.screen(SuppliersScreen)
    presenter = screen._presenter
    before = presenter.file(1).past
    screen.form.line("city").setFocus()
    cases.write("Salerno")
    cases.press(Qt.Key.Key_Tab)
    cases.go(Place(SUPPLIERS, 2))
    cases.go(Place(SUPPLIERS, 1))
    assert presenter.file(1).past is before
    cases.go(Place(PEOPLE, 1))
    _close(cases, "1.50")
    cases.go(Place(SUPPLIERS, 1))
    assert presenter.file(1).past is not before


def test_notes_on_its_people_name_them(cases: Driver) -> None:
    cases.logbook.notes.add(counterpart_id=1, topic=Topic.LIKE, basis=Basis.SAID, text="Plans on one page")
    name = cases.logbook.counterparts.load(1).name
    cases.go(Place(SUPPLIERS, 1))
    shown = [row[1] for row in _rows(cases.screen(SuppliersScreen).notes.table)]
    assert f"{name}: Plans on one page" in shown


def test_many_negotiations_are_few_rows_until_more_are_asked_for(cases: Driver) -> None:
    for number in range(30):
        cases.logbook.negotiations.add(supplier_id=2, title=f"Matter {number}")
    cases.go(Place(SUPPLIERS, 2))
    screen = cases.screen(SuppliersScreen)
    every = len(cases.logbook.negotiations.rows(supplier_id=2))
    assert screen.negotiations.table.model.rowCount() == 13
    screen.negotiations.table.setFocus()
    cases.press(Qt.Key.Key_End)
    cases.press(Qt.Key.Key_Return)
    assert screen.negotiations.table.model.rowCount() == every
    cases.press(Qt.Key.Key_Return)
    assert cases.place.name == NEGOTIATION


def test_who_decides_and_who_influences_is_told_beside_the_role(cases: Driver) -> None:
    person = cases.logbook.counterparts.rows(supplier_id=1)[0]
    cases.logbook.counterparts.change(person.id, influence=Influence.DECIDES, role="Sales director")
    cases.go(Place(SUPPLIERS, 1))
    first = cases.screen(SuppliersScreen).told.people.table.model.rows[0]
    assert (first.id, first.cells["name"].text) == (person.id, f"{person.name}\ndecides, Sales director")
