"""tests: the quick note, from anywhere."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.note import Topic
from core.side import Basis
from core.style import Style
from tests.ui.conftest import NOW
from tests.ui.desk import CTRL, SHIFT, Driver
from ui.drafts import QUICK_NOTE
from ui.navigation import NEGOTIATION, NEGOTIATIONS, PEOPLE, Place
from ui.new_record import NewRecord
from ui.quick_note import QuickNote


def test_a_note_is_about_who_is_in_view(cases: Driver) -> None:
    cases.go(Place(PEOPLE, 2))
    cases.press(Qt.Key.Key_N, CTRL | SHIFT)
    cases.write("concern the new line is late")
    cases.press(Qt.Key.Key_Return)
    assert not cases.has_panel
    note = cases.logbook.notes.of_counterpart(2)[0]
    assert (note.topic, note.text) == (Topic.CONCERN, "the new line is late")
    assert len(cases.answers.undoable) == 1


def test_in_a_negotiation_it_is_about_the_supplier(cases: Driver) -> None:
    cases.go(Place(NEGOTIATION, 1, "documents"))
    cases.press(Qt.Key.Key_N, CTRL | SHIFT)
    cases.write("business a second warehouse")
    cases.press(Qt.Key.Key_Return)
    supplier = cases.logbook.negotiations.load(1).supplier_id
    assert cases.logbook.notes.of_supplier(supplier)[0].text == "a second warehouse"


def test_what_cannot_be_read_stays_to_be_mended(cases: Driver) -> None:
    cases.go(Place(PEOPLE, 2))
    before = cases.logbook.notes.of_counterpart(2)
    cases.press(Qt.Key.Key_N, CTRL | SHIFT)
    cases.write("nothing of the kind")
    cases.press(Qt.Key.Key_Return)
    assert cases.panel(QuickNote).line.text() == "nothing of the kind"
    cases.press(Qt.Key.Key_Escape)
    cases.press(Qt.Key.Key_Escape)
    assert not cases.has_panel
    assert cases.logbook.notes.of_counterpart(2) == before


def test_without_a_supplier_it_says_what_to_do(empty: Driver) -> None:
    empty.press(Qt.Key.Key_N, CTRL | SHIFT)
    assert any("no supplier yet" in text for text in empty.texts(empty.panel(QuickNote)))


def test_what_is_half_written_waits_until_it_is_kept_or_emptied(cases: Driver) -> None:
    cases.go(Place(PEOPLE, 2))
    cases.press(Qt.Key.Key_N, CTRL | SHIFT)
    cases.write("concern the new")
    cases.press(Qt.Key.Key_Escape)
    assert not cases.has_panel
    cases.press(Qt.Key.Key_N, CTRL | SHIFT)
    cases.write(" line is late")
    cases.press(Qt.Key.Key_Return)
    assert cases.logbook.notes.of_counterpart(2)[0].text == "the new line is late"
    cases.press(Qt.Key.Key_N, CTRL | SHIFT)
    line = cases.panel(QuickNote).line
    assert line.text() == ""
    cases.write("style")
    cases.press(Qt.Key.Key_Escape)
    cases.press(Qt.Key.Key_N, CTRL | SHIFT)
    cases.panel(QuickNote).line.clear()
    cases.press(Qt.Key.Key_Escape)
    assert cases.logbook.drafts.read(QUICK_NOTE) == ""


def open_note(driver: Driver) -> QuickNote:
    driver.press(Qt.Key.Key_N, CTRL | SHIFT)
    return driver.panel(QuickNote)


def offered(panel: QuickNote) -> list[str]:
    model = panel.view.model()
    return [] if panel.view.isHidden() else [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_a_note_on_anybody_is_one_line_from_anywhere(cases: Driver) -> None:
    cases.go(Place(NEGOTIATIONS))
    panel = open_note(cases)
    assert panel.reading.text() == "about whom? @name  ·  which topic? #topic  ·  24 Nov 2026"
    cases.write("@elena #style competing * Opens high")
    expected = "Elena Marchetti, Sorano Canning  ·  Style, competing, observed  ·  24 Nov 2026"
    assert (panel.reading.text(), panel.sentence.text()) == (expected, "Opens high")
    assert panel.line.accessibleDescription().startswith("Elena Marchetti")
    cases.press(Qt.Key.Key_Return)
    assert not cases.has_panel
    note = cases.logbook.notes.of_counterpart(1)[0]
    assert (note.topic, note.style, note.basis, note.text) == (
        Topic.STYLE, Style.COMPETING, Basis.OBSERVED, "Opens high",
    )  # fmt: skip
    assert (note.on, note.meeting_id, note.source) == (NOW.date(), None, "")
    cases.press(Qt.Key.Key_Z, CTRL)
    assert note not in cases.logbook.notes.of_counterpart(1)


def test_what_they_know_about_us_and_a_supplier_are_noted_likewise(cases: Driver) -> None:
    open_note(cases)
    cases.write("@delva foods #us ~ our launch is in March")
    cases.press(Qt.Key.Key_Return)
    note = cases.logbook.notes.of_supplier(4)[0]
    assert (note.counterpart_id, note.is_about_us, note.basis) == (None, True, Basis.GUESS)
    assert note.text == "our launch is in March"


def test_tab_completes_a_name_then_a_topic_and_the_caret_goes_on_behind_it(cases: Driver) -> None:
    panel = open_note(cases)
    cases.write("@je")
    assert offered(panel) == ["Jeroen Maes"]
    cases.press(Qt.Key.Key_Tab)
    assert panel.line.text() == "@Jeroen Maes "
    assert panel.line.hasFocus()
    assert offered(panel) == []
    cases.write("#b")
    assert offered(panel) == ["behaviour", "business"]
    cases.press(Qt.Key.Key_Down)
    cases.press(Qt.Key.Key_Down)
    cases.press(Qt.Key.Key_Tab)
    cases.write("a third line")
    assert panel.line.text() == "@Jeroen Maes #business a third line"
    cases.press(Qt.Key.Key_Home)
    QTest.keyClick(panel.line, Qt.Key.Key_Right)
    QTest.keyClick(panel.line, Qt.Key.Key_Right)
    cases.press(Qt.Key.Key_Return)
    assert cases.logbook.notes.of_supplier(4)[0].text == "a third line"


def test_a_name_that_several_have_is_asked_for_and_never_guessed(cases: Driver) -> None:
    twin = cases.logbook.counterparts.add(supplier_id=4, name="Elena Marchetti").made
    same = cases.logbook.counterparts.add(supplier_id=1, name="Elena Marchetti").made
    cases.go(Place(NEGOTIATIONS))
    panel = open_note(cases)
    cases.write("@elena marchetti #like tea")
    assert len(offered(panel)) == 3
    assert panel.reading.text().startswith("which “elena marchetti”?")
    cases.press(Qt.Key.Key_Return)
    assert any("3 are called" in text for text in cases.texts(panel))
    assert cases.has_panel
    details = {str(panel.view.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(3)}
    assert details == {"Elena Marchetti, Delva Foods", "Elena Marchetti, Sorano Canning"}
    rows = [choice.name.id if choice.name else 0 for choice in panel._choices]
    for _ in range(rows.index(twin) + 1):
        cases.press(Qt.Key.Key_Down)
    cases.press(Qt.Key.Key_Return)
    assert panel.line.text() == "@Elena Marchetti (Delva Foods) #like tea"
    cases.press(Qt.Key.Key_Return)
    assert [note.text for note in cases.logbook.notes.of_counterpart(twin)] == ["tea"]
    # the same name at the same supplier: only the choice itself tells
    panel = open_note(cases)
    cases.write("@elena marchetti #like coffee")
    row = [choice.name.id if choice.name else 0 for choice in panel._choices].index(same)
    index = panel.view.model().index(row, 0)
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=panel.view.visualRect(index).center())
    assert panel.line.hasFocus()
    assert panel.reading.text().startswith("Elena Marchetti, Sorano Canning")
    cases.press(Qt.Key.Key_Return)
    assert [note.text for note in cases.logbook.notes.of_counterpart(same)] == ["coffee"]
    assert "coffee" not in {note.text for note in cases.logbook.notes.of_counterpart(1)}


def test_an_opinion_needs_a_basis_here_too(cases: Driver) -> None:
    panel = open_note(cases)
    cases.write("@elena #behaviour is arrogant")
    cases.press(Qt.Key.Key_Return)
    assert any("opinion" in text for text in cases.texts(panel))
    assert panel.line.text() == "@elena #behaviour is arrogant"
    cases.press(Qt.Key.Key_Home)
    for _ in "@elena #behaviour ":
        cases.press(Qt.Key.Key_Right)
    cases.write("~ ")
    cases.press(Qt.Key.Key_Return)
    assert not cases.has_panel


def test_somebody_who_is_not_on_file_can_be_added_from_the_line(cases: Driver) -> None:
    cases.go(Place(NEGOTIATION, 1, "documents"))
    panel = open_note(cases)
    cases.write("@Urs Zellweger: #like plans on one page")
    assert panel.add_person.isVisible()
    assert "Urs Zellweger" in panel.add_person.text()
    assert panel.reading.text().startswith("nobody on file is called “Urs Zellweger”")
    cases.press(Qt.Key.Key_Return)
    assert any("Nobody on file" in text for text in cases.texts(panel))
    cases.press(Qt.Key.Key_Return, CTRL)
    asked = cases.panel(NewRecord)
    cases.press(Qt.Key.Key_End)
    cases.write(" junior")
    cases.press(Qt.Key.Key_Return)
    assert asked.problem == ""
    assert panel.line.text().startswith("@Urs Zellweger")
    assert panel.add_person.isHidden()
    cases.press(Qt.Key.Key_Return)
    assert not cases.has_panel
    made = next(row for row in cases.logbook.counterparts.rows() if row.name.startswith("Urs"))
    assert [note.text for note in cases.logbook.notes.of_counterpart(made.id)] == ["plans on one page"]


def test_while_a_meeting_is_held_it_is_the_source(cases: Driver) -> None:
    negotiation = cases.logbook.negotiations.rows(supplier_id=2)[0].id
    held = cases.logbook.meetings.start(negotiation, started_at=NOW).made
    cases.session.take(cases.logbook.meetings.next_round(held))
    person = cases.logbook.counterparts.rows(supplier_id=2)[0]
    for who, expected in ((f"@{person.name}", (held, "Round 3")), ("@elena", (None, ""))):
        panel = open_note(cases)
        cases.write(f"{who} #concern the index")
        assert panel.reading.text().endswith(", ".join(filter(None, ("24 Nov 2026", expected[1]))))
        cases.press(Qt.Key.Key_Return)
        note = max((each for row in (1, 2) for each in cases.logbook.notes.of_supplier(row)), key=lambda each: each.id)
        assert (note.meeting_id, note.source) == expected


def test_what_was_written_waits_for_the_next_time_and_ctrl_z_takes_a_completion_back(cases: Driver) -> None:
    panel = open_note(cases)
    cases.write("style @je")
    cases.press(Qt.Key.Key_Tab)
    assert panel.line.text() == "style @Jeroen Maes "
    cases.press(Qt.Key.Key_Z, CTRL)
    assert panel.line.text().startswith("style @je")
    cases.press(Qt.Key.Key_Escape)
    assert not cases.has_panel
    assert open_note(cases).line.text().startswith("style @je")


def test_what_is_written_is_kept_while_it_is_written(cases: Driver) -> None:
    cases.press(Qt.Key.Key_N, CTRL | SHIFT)
    cases.write("@elena concern the new")
    cases.wait(lambda: cases.logbook.drafts.read(QUICK_NOTE) == "@elena concern the new")
    cases.press(Qt.Key.Key_Backspace)
    cases.wait(lambda: cases.logbook.drafts.read(QUICK_NOTE) == "@elena concern the ne")


def test_what_was_written_on_the_agenda_page_meanwhile_is_not_lost(cases: Driver) -> None:
    cases.press(Qt.Key.Key_N, CTRL | SHIFT)
    cases.write("half a thought")
    assert cases.program.desk is not None
    cover = cases.program.desk.guard.cover
    cover.put_on()
    cases.write("a thought of its own")
    cover.take_off()
    cases.panel(QuickNote).line.setFocus()
    cases.press(Qt.Key.Key_Escape)
    assert cases.logbook.drafts.read(QUICK_NOTE) == "half a thought; a thought of its own"
