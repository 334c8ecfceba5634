"""tests: the people's screen by keys, on a real logbook."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.debrief import Outcome
from core.note import Topic
from core.side import Basis, Side
from core.style import Style
from tests.ui.conftest import NOW
from tests.ui.desk import CTRL, SHIFT, Driver
from tests.ui.people.met import BRANDL, rows, shown
from ui.navigation import PEOPLE, SUPPLIERS, Place
from ui.new_record import NewRecord
from ui.people.view import CONTACT, DEALING, PeopleScreen
from ui.suppliers.view import SuppliersScreen

TOMATOES = 1


def test_a_person_needs_a_supplier_first(empty: Driver) -> None:
    empty.run("new_person")
    assert empty.place.name == SUPPLIERS
    assert any("supplier first" in told for told in empty.answers.told)
    assert not empty.screen(SuppliersScreen).rows.rowCount()


def test_a_person_is_added_from_the_suppliers_file(cases: Driver) -> None:
    cases.go(Place(PEOPLE, 2, "new"))
    assert cases.panel(NewRecord).isVisible()
    cases.write("Urs Zellweger")
    cases.press(Qt.Key.Key_Return)
    person = cases.logbook.counterparts.load(cases.place.record)
    assert (person.name, person.supplier_id) == ("Urs Zellweger", 2)


def test_authority_stands_first_and_is_dated_when_it_changes(cases: Driver) -> None:
    unknown = next(
        row.id for row in cases.logbook.counterparts.rows() if not cases.logbook.counterparts.load(row.id).authority
    )
    cases.go(Place(PEOPLE, unknown))
    screen = cases.screen(PeopleScreen)
    assert any("authority not known" in text for text in cases.texts(screen.main))
    screen.authority.line("authority").setFocus()
    cases.write("Up to 150,000.00 EUR")
    cases.press(Qt.Key.Key_Tab)
    person = cases.logbook.counterparts.load(unknown)
    assert (person.authority, person.authority_basis, person.authority_on) == (
        "Up to 150,000.00 EUR",
        Basis.SAID,
        date(2026, 11, 24),
    )
    assert not any("authority not known" in text for text in cases.texts(screen.main))


def test_a_note_is_edited_in_its_row_in_one_step(cases: Driver) -> None:
    cases.go(Place(PEOPLE, BRANDL))
    screen = cases.screen(PeopleScreen)
    note = cases.logbook.notes.of_counterpart(BRANDL)[0]
    screen.notes.table.setFocus()
    cases.press(Qt.Key.Key_F2)
    editor = screen.notes.editor
    assert editor is not None
    editor.text.set_text("Opens with silence")
    editor.basis.show_value("guess")
    editor.source.setText("Round 2")
    QTest.keyClick(editor.source, Qt.Key.Key_Return)
    changed = next(each for each in cases.logbook.notes.of_counterpart(BRANDL) if each.id == note.id)
    assert (changed.text, changed.basis, changed.source) == ("Opens with silence", Basis.GUESS, "Round 2")
    assert screen.notes.editor is None
    cases.press(Qt.Key.Key_Z, CTRL)
    assert note in cases.logbook.notes.of_counterpart(BRANDL)


def test_a_note_with_an_odd_day_is_not_lost(cases: Driver) -> None:
    cases.go(Place(PEOPLE, 1))
    screen = cases.screen(PeopleScreen)
    before = cases.logbook.notes.of_counterpart(1)
    screen.notes.edit(before[0].id, "on")
    editor = screen.notes.editor
    assert editor is not None
    editor.on.setText("the other day")
    editor.text.set_text("Something new")
    QTest.keyClick(editor.on, Qt.Key.Key_Return)
    assert cases.logbook.notes.of_counterpart(1) == before
    assert cases.answers.codes == ["day.unreadable"]
    again = screen.notes.editor
    assert again is not None
    assert again.text.toPlainText() == "Something new"
    QTest.keyClick(again.text, Qt.Key.Key_Escape)
    assert screen.notes.editor is None
    assert cases.logbook.notes.of_counterpart(1) == before


def test_a_note_that_cannot_be_kept_holds_its_file_until_it_is_mended_or_given_up(cases: Driver) -> None:
    cases.go(Place(PEOPLE, 1))
    screen = cases.screen(PeopleScreen)
    note = cases.logbook.notes.of_counterpart(1)[0]
    screen.notes.edit(note.id, "on")
    editor = screen.notes.editor
    assert editor is not None
    editor.on.setText("the other day")
    screen.pane.view.setCurrentIndex(screen.rows.index(screen.rows.row_of(BRANDL), 0))
    assert screen.record == 1
    again = screen.notes.editor
    assert again is not None
    QTest.keyClick(again.text, Qt.Key.Key_Escape)
    screen.pane.view.setCurrentIndex(screen.rows.index(screen.rows.row_of(BRANDL), 0))
    assert screen.record == BRANDL


def test_leaving_a_row_keeps_what_was_typed(cases: Driver) -> None:
    cases.go(Place(PEOPLE, 1))
    screen = cases.screen(PeopleScreen)
    note = cases.logbook.notes.of_counterpart(1)[0]
    screen.notes.edit(note.id, "text")
    assert screen.notes.editor is not None
    screen.notes.editor.text.set_text("Kept on leaving")
    screen.notes.line.setFocus()
    assert cases.logbook.notes.of_counterpart(1)[0].text == "Kept on leaving"


def test_delete_in_the_table_takes_one_note_and_undo_shows_it_again(cases: Driver) -> None:
    cases.go(Place(PEOPLE, 1))
    screen = cases.screen(PeopleScreen)
    before = cases.logbook.notes.of_counterpart(1)
    screen.notes.table.setFocus()
    screen.notes.table.go_to(before[1].id)
    cases.press(Qt.Key.Key_Delete)
    assert before[1] not in cases.logbook.notes.of_counterpart(1)
    cases.press(Qt.Key.Key_Z, CTRL)
    assert cases.logbook.notes.of_counterpart(1) == before
    assert screen.notes.table.current() == before[1].id
    cases.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert before[1] not in cases.logbook.notes.of_counterpart(1)


def test_nothing_is_written_in_a_logbook_for_reading(cases: Driver) -> None:
    path = cases.logbook.path
    desk = cases.program.desk
    assert desk is not None
    desk.files.open(path, write=False)
    cases.wait(lambda: desk.session is not None and desk.session.logbook.is_read_only)
    cases.go(Place(PEOPLE, 1))
    screen = cases.screen(PeopleScreen)
    before = cases.logbook.counterparts.load(1)
    assert "reading only" in cases.window.notices.words
    assert screen.form.line("name").isReadOnly()
    screen.pane.view.setFocus()
    cases.press(Qt.Key.Key_Delete)
    cases.press(Qt.Key.Key_N)
    assert not cases.has_panel
    assert not cases.window.commands.action("undo").isEnabled()
    assert not cases.window.commands.action("quick_note").isEnabled()
    assert cases.logbook.counterparts.load(1) == before


def test_the_head_says_how_often_one_met_and_when_next(cases: Driver) -> None:
    negotiation = cases.logbook.negotiations.rows(supplier_id=1)[0].id
    cases.logbook.meetings.plan(negotiation, planned_at=NOW + timedelta(days=2), people=[1])
    cases.go(Place(PEOPLE, 1))
    shown = next(text for text in cases.texts(cases.screen(PeopleScreen).header) if "Sorano" in text)
    assert shown.endswith("Met 3 times, last on 10 Nov 2026  ·  next 26 Nov 2026, 09:18")


def test_gaps_are_questions_and_enter_begins_the_answer(cases: Driver) -> None:
    person = cases.logbook.counterparts.add(supplier_id=1, name="Urs Zellweger").made
    cases.go(Place(PEOPLE, person))
    screen = cases.screen(PeopleScreen)
    asked = [screen.told.ask.table.model.text(row, 0) for row in range(screen.told.ask.table.model.rowCount())]
    assert asked[0] == "What may you decide alone, and who decides above that?"
    assert "What worries you most about this deal?" in asked
    screen.told.ask.table.setFocus()
    cases.press(Qt.Key.Key_Return)
    assert screen.authority.line("authority").hasFocus()
    screen.told.ask.table.setFocus()
    screen.told.ask.table.go_to(asked.index("What worries you most about this deal?"))
    cases.press(Qt.Key.Key_Return)
    assert screen.notes.line.hasFocus()
    assert screen.notes.line.text() == "concern "
    cases.write("That the harvest comes late")
    cases.press(Qt.Key.Key_Return)
    assert cases.logbook.notes.of_counterpart(person)[0].topic is Topic.CONCERN
    left = [screen.told.ask.table.model.text(row, 0) for row in range(screen.told.ask.table.model.rowCount())]
    assert "What worries you most about this deal?" not in left


def test_commitments_of_both_sides_stand_with_their_days_and_lead_to_their_negotiation(cases: Driver) -> None:
    late = cases.logbook.commitments.add(
        TOMATOES, side=Side.THEM, text="insurer's letter", due=date(2026, 11, 20), counterpart_id=1
    ).made
    cases.go(Place(PEOPLE, 1))
    promises = cases.screen(PeopleScreen).told.promises
    assert promises.table.model.text(0, 0) == "They"
    assert promises.table.model.text(0, 2) == "act 20 Nov 2026"
    assert "Kept in time: they 1 of 3." in cases.texts(promises)
    go = next(verb for words, _, verb in promises.menu_entries(late) if words == "Go to the negotiation")
    assert go is not None
    go()
    assert (cases.place.record, cases.place.part) == (TOMATOES, "debrief")


def test_the_last_learning_stands_in_the_file_of_who_sat_there(cases: Driver) -> None:
    learning = cases.logbook.debriefs.last_learning(1)
    assert learning is not None
    cases.go(Place(PEOPLE, 1))
    assert learning.text in cases.texts(cases.screen(PeopleScreen).side)


def _note_often(driver: Driver, person: int, count: int) -> list[int]:
    """Note something on a person's style on each of many days; the newest note comes first."""
    return [
        driver.logbook.notes.add(
            counterpart_id=person,
            topic=Topic.STYLE,
            basis=Basis.OBSERVED,
            text=f"Silent {number}",
            on=NOW.date() - timedelta(days=number),
        ).made
        for number in range(count)
    ]


def test_a_long_file_shows_the_newest_of_each_topic_and_enter_brings_older_ones(cases: Driver) -> None:
    made = _note_often(cases, BRANDL, 120)
    cases.go(Place(PEOPLE, BRANDL))
    notes = cases.screen(PeopleScreen).notes
    table = notes.table
    every = str(len(cases.logbook.notes.of_counterpart(BRANDL)))
    assert every in cases.texts(notes.title)
    assert table.model.find(made[3]) >= 0
    assert table.model.find(made[4]) < 0
    before = cases.logbook.notes.listed(counterpart_id=BRANDL)[Topic.STYLE]
    table.setFocus()
    assert table.go_to("older style")
    cases.press(Qt.Key.Key_F2)
    cases.press(Qt.Key.Key_Delete)
    assert notes.editor is None
    assert str(len(cases.logbook.notes.of_counterpart(BRANDL))) == every
    cases.press(Qt.Key.Key_Return)
    assert table.current() == before[4]
    assert table.model.find(before[53]) >= 0
    assert table.model.find(before[54]) < 0


def test_an_older_note_that_is_brought_back_is_shown(cases: Driver) -> None:
    made = _note_often(cases, 1, 60)
    cases.go(Place(PEOPLE, 1))
    notes = cases.screen(PeopleScreen).notes
    assert notes.go_to(made[40])
    notes.table.setFocus()
    cases.press(Qt.Key.Key_Delete)
    cases.go(Place(PEOPLE, 2))
    cases.go(Place(PEOPLE, 1))
    assert notes.table.model.find(made[20]) < 0
    cases.press(Qt.Key.Key_Z, CTRL)
    assert notes.table.current() == made[40]


def test_ctrl_z_in_the_line_takes_back_the_note_just_added(cases: Driver) -> None:
    cases.go(Place(PEOPLE, 1))
    before = cases.logbook.notes.of_counterpart(1)
    cases.screen(PeopleScreen).notes.line.setFocus()
    cases.write("hope two harvests")
    cases.press(Qt.Key.Key_Return)
    assert len(cases.logbook.notes.of_counterpart(1)) == len(before) + 1
    cases.press(Qt.Key.Key_Z, CTRL)
    assert cases.logbook.notes.of_counterpart(1) == before
    assert cases.screen(PeopleScreen).notes.line.text() == ""


def test_notes_are_filtered_as_one_types_and_escape_shows_all_again(cases: Driver) -> None:
    made = _note_often(cases, BRANDL, 60)
    cases.go(Place(PEOPLE, BRANDL))
    notes = cases.screen(PeopleScreen).notes
    every = len(cases.logbook.notes.of_counterpart(BRANDL))
    notes.filter.setFocus()
    cases.write("style silent 59")
    assert [notes.table.model.row_id(at) for at in range(notes.table.model.rowCount())] == [made[59]]
    assert f"1 of {every}" in cases.texts(notes.title)
    cases.write("9")
    assert "Nothing found. Esc in the filter shows all again." in cases.texts(notes)
    cases.press(Qt.Key.Key_Escape)
    assert str(every) in cases.texts(notes.title)
    notes.filter.setText("silent")
    cases.go(Place(PEOPLE, 2))
    assert notes.filter.text() == ""


def test_the_file_stays_while_the_list_is_filtered_and_the_counts_are_told(cases: Driver) -> None:
    cases.go(Place(PEOPLE, 1))
    screen = cases.screen(PeopleScreen)
    name, every = cases.logbook.counterparts.load(1).name, cases.logbook.counterparts.count()
    other = next(row for row in cases.logbook.counterparts.rows() if row.id != 1)
    cases.press(Qt.Key.Key_F, CTRL)
    cases.write(other.name)
    assert f"1 of {every}" in cases.texts(screen.pane)
    assert screen.pane.filter.accessibleDescription() == f"1 of {every}"
    assert name in cases.texts(screen.header)
    assert not screen.pane.view.currentIndex().isValid()
    cases.logbook.counterparts.change(1, role="Owner")
    cases.session.take(cases.logbook.counterparts.change(1, email="elena@sorano.example"))
    assert name in cases.texts(screen.header), "what the filter leaves out is still looked at"
    cases.press(Qt.Key.Key_Down)
    assert cases.place.record == other.id
    screen.pane.filter.setFocus()
    cases.write(" nobody")
    assert "Nothing found. Esc shows all." in cases.texts(screen.pane)
    cases.press(Qt.Key.Key_Escape)
    assert screen.rows.id_at(screen.pane.view.currentIndex()) == other.id
    assert screen.pane.filter.accessibleDescription() == ""


def test_a_long_list_is_walked_by_keys_and_by_first_letters(cases: Driver) -> None:
    made = [cases.logbook.counterparts.add(supplier_id=1, name=f"Zoë {number:03}").made for number in range(200)]
    cases.go(Place(PEOPLE, 1))
    screen = cases.screen(PeopleScreen)
    screen.pane.view.setFocus()
    cases.press(Qt.Key.Key_End)
    assert cases.place.record == made[-1]
    cases.press(Qt.Key.Key_PageUp)
    assert cases.place.record in made
    cases.press(Qt.Key.Key_Home)
    assert cases.place.record == screen.rows.id_at(screen.rows.index(0, 0))
    cases.write("zo")
    assert cases.place.record == made[0]


def test_a_long_list_of_commitments_is_short_at_first(cases: Driver) -> None:
    negotiation = cases.logbook.negotiations.rows(supplier_id=1)[0].id
    for number in range(30):
        cases.logbook.commitments.add(negotiation, side=Side.US, text=f"Promise {number}", counterpart_id=2)
    cases.go(Place(PEOPLE, 2))
    table = cases.screen(PeopleScreen).told.promises.table
    assert table.model.rowCount() == 9
    assert "22 more" in table.model.text(8, 1)


def test_a_style_is_told_before_the_note_and_chosen_in_its_row(cases: Driver) -> None:
    cases.go(Place(PEOPLE, 1))
    notes = cases.screen(PeopleScreen).notes
    made = cases.logbook.notes.add(
        counterpart_id=1, topic=Topic.STYLE, basis=Basis.OBSERVED, text="Opens high", style=Style.COMPETING
    )
    cases.session.take(made)
    row = notes.table.model.find(made.made)
    assert notes.table.model.text(row, 1) == "competing: Opens high"
    notes.table.go_to(made.made)
    notes.table.setFocus()
    cases.press(Qt.Key.Key_F2)
    assert notes.editor is not None
    assert notes.editor.typed()["topic"] == "style competing"
    assert notes.editor.topic.geometry().right() < notes.editor.text.geometry().left()
    notes.editor.topic.show_value("style avoiding")
    QTest.keyClick(notes.editor.text, Qt.Key.Key_Return)
    (changed,) = cases.logbook.notes.some([made.made])
    assert (changed.topic, changed.style, changed.text) == (Topic.STYLE, Style.AVOIDING, "Opens high")
    assert notes.table.view.hasFocus()


def test_what_they_know_about_us_stands_apart_and_is_edited_there(cases: Driver) -> None:
    cases.go(Place(PEOPLE, BRANDL))
    notes = cases.screen(PeopleScreen).notes
    assert not notes.about_title.isVisible()
    first = cases.logbook.notes.of_counterpart(BRANDL)[0]
    notes.edit(first.id, "text")
    assert notes.editor is not None
    notes.editor.topic.show_value("us")
    QTest.keyClick(notes.editor.text, Qt.Key.Key_Return)
    assert notes.about_us.isVisible()
    assert notes.table.model.find(first.id) < 0
    assert notes.about_us.model.text(0, 0) == first.text
    assert "1" in cases.texts(notes.about_title)
    assert str(len(cases.logbook.notes.of_counterpart(BRANDL)) - 1) in cases.texts(notes.title)
    notes.about_us.setFocus()
    cases.press(Qt.Key.Key_F2)
    assert notes.editor is not None
    QTest.keyClick(notes.editor.text, Qt.Key.Key_Escape)
    assert notes.about_us.view.hasFocus()
    cases.press(Qt.Key.Key_Delete)
    assert first.id not in {each.id for each in cases.logbook.notes.of_counterpart(BRANDL)}
    assert not notes.about_title.isVisible()
    cases.press(Qt.Key.Key_Z, CTRL)
    assert notes.about_us.current() == first.id


def test_the_tabs_are_walked_by_arrows_and_each_shows_its_part(cases: Driver) -> None:
    screen = shown(cases)
    screen.tabs.setFocus()
    for part in (screen.dealt, screen.timeline, screen.form, screen.form):
        cases.press(Qt.Key.Key_Right)
        assert part.isVisible()
        assert not screen.notes.isVisible()
    for _ in range(3):
        cases.press(Qt.Key.Key_Left)
    assert screen.notes.isVisible()


def test_tab_walks_through_the_file_as_it_is_read(cases: Driver) -> None:
    cases.logbook.notes.add(
        counterpart_id=1, topic=Topic.BUSINESS, basis=Basis.SAID, text="Our launch is fixed", is_about_us=True
    )
    screen = shown(cases)
    screen.tabs.setFocus()
    walked = []
    for _ in range(6):
        cases.press(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        walked.append(focus.accessibleName())
    assert walked[0] == screen.panel.change.accessibleName()
    assert walked[1:] == [
        "Notes",
        "Add a note",
        "What they know about us",
        "Ask next",
        "Edit the list of tactics",
    ]


def test_what_is_begun_in_one_file_stays_in_it(cases: Driver) -> None:
    cases.go(Place(PEOPLE, 1))
    screen = cases.screen(PeopleScreen)
    screen.notes.line.setFocus()
    cases.write("like plans on o")
    screen.show_tab(DEALING)
    screen.dealt.focus_line()
    cases.write("avoi")
    cases.go(Place(PEOPLE, 2))
    assert (screen.notes.line.text(), screen.dealt.table.add_text()) == ("", "")
    cases.go(Place(PEOPLE, 1))
    assert (screen.notes.line.text(), screen.dealt.table.add_text()) == ("like plans on o", "avoi")


def test_the_column_of_sources_stands_only_over_notes_that_have_one(cases: Driver) -> None:
    book = cases.logbook
    book.notes.add(
        counterpart_id=BRANDL,
        topic=Topic.BUSINESS,
        basis=Basis.SAID,
        text="We are late",
        source="Round 1",
        is_about_us=True,
    )
    notes = shown(cases, person=BRANDL).notes
    assert "source" not in [column.key for column in notes.table.model.columns]
    assert "source" in [column.key for column in notes.about_us.model.columns]


def test_negotiations_that_go_on_stand_before_those_that_are_closed(cases: Driver) -> None:
    book = cases.logbook
    supplier = book.counterparts.load(BRANDL).supplier_id
    book.negotiations.add(supplier_id=supplier, title="Begun first")
    closed = book.negotiations.add(supplier_id=supplier, title="Closed since").made
    book.debriefs.close(closed, Outcome.NO_DEAL, ())
    stages = [row[1] for row in rows(shown(cases, CONTACT, BRANDL).contact.negotiations.table)]
    assert "preparing" in stages
    assert "no deal" in stages
    assert stages == sorted(stages, key=lambda stage: stage in ("agreed", "no deal"))
