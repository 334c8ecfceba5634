"""tests: the palette - records, commands and texts by a few letters."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.desk import CTRL, Driver
from ui.command_palette import CommandPalette
from ui.navigation import NEGOTIATION, PEOPLE, SETTINGS, SUPPLIERS, Place
from ui.negotiations.begin_panel import BeginPanel
from ui.new_record import NewRecord
from ui.theme import Scheme


def shown(driver: Driver) -> list[str]:
    lines = driver.panel(CommandPalette).lines
    return [lines.data(lines.index(row, 0)) for row in range(lines.rowCount())]


def test_a_few_letters_go_to_a_record(cases: Driver) -> None:
    cases.press(Qt.Key.Key_K, CTRL)
    cases.write("delva")
    cases.press(Qt.Key.Key_Return)
    assert not cases.has_panel
    assert cases.place.name == SUPPLIERS
    assert cases.logbook.suppliers.load(cases.place.record).name == "Delva Foods"


def test_words_in_any_order_find_name_and_supplier_together(cases: Driver) -> None:
    cases.press(Qt.Key.Key_K, CTRL)
    cases.write("foods maes")
    cases.press(Qt.Key.Key_Return)
    assert cases.place.name == PEOPLE
    assert cases.logbook.counterparts.load(cases.place.record).name == "Jeroen Maes"


def test_a_command_shows_its_keys_and_runs(cases: Driver) -> None:
    cases.press(Qt.Key.Key_K, CTRL)
    cases.write(">settings")
    assert any("Ctrl+," in line for line in shown(cases))
    cases.press(Qt.Key.Key_Return)
    assert cases.place.name == SETTINGS


def test_texts_are_found_with_their_place(cases: Driver) -> None:
    cases.session.take(cases.logbook.negotiations.change(1, matter="The zebrafinch clause"))
    supplier = cases.logbook.negotiations.load(1).supplier_id
    cases.session.take(cases.logbook.suppliers.change(supplier, background="Zebrafinch"))
    cases.press(Qt.Key.Key_K, CTRL)
    cases.write("with the order, by")
    assert any(line.startswith("Found in text") for line in shown(cases))
    cases.press(Qt.Key.Key_Return)
    assert cases.place.name == NEGOTIATION


def test_up_and_down_step_over_the_titles_and_escape_gives_the_focus_back(cases: Driver) -> None:
    before = cases.window.focusWidget()
    cases.press(Qt.Key.Key_K, CTRL)
    palette = cases.panel(CommandPalette)
    first = palette.view.currentIndex().row()
    for _ in range(30):
        cases.press(Qt.Key.Key_Down)
        assert palette.lines.entry_at(palette.view.currentIndex().row()) is not None
    for _ in range(30):
        cases.press(Qt.Key.Key_Up)
    assert palette.view.currentIndex().row() == first
    cases.press(Qt.Key.Key_Escape)
    assert not cases.has_panel
    assert cases.window.focusWidget() is before


def test_the_keys_of_the_window_rest_while_the_palette_is_open(cases: Driver) -> None:
    place = cases.place
    cases.press(Qt.Key.Key_K, CTRL)
    cases.press(Qt.Key.Key_2, CTRL)
    assert cases.place == place
    assert cases.has_panel


def test_raw_text_that_a_search_could_trip_over_finds_nothing_or_something(cases: Driver) -> None:
    cases.press(Qt.Key.Key_K, CTRL)
    palette = cases.panel(CommandPalette)
    for text in ('"', "price-cap", "10%", "AND OR NOT", "*", "(", "<b>", "אבג", "🙂", "a" * 500):
        palette.field.setText(text)


def test_the_list_follows_a_change_of_colours(cases: Driver) -> None:
    cases.press(Qt.Key.Key_K, CTRL)
    palette, theme = cases.panel(CommandPalette), cases.program.theme
    for scheme in (Scheme.DARK, Scheme.LIGHT):
        theme.set_scheme(scheme)
        assert palette.view.palette().base().color() == theme.color("raised")


def test_a_name_that_nothing_bears_is_offered_to_be_added(cases: Driver) -> None:
    cases.press(Qt.Key.Key_K, CTRL)
    cases.write("Zebrafinch Ltd")
    assert shown(cases) == [
        "Add", "New supplier “Zebrafinch Ltd”", "New person “Zebrafinch Ltd”", "New negotiation “Zebrafinch Ltd”"
    ]  # fmt: skip
    cases.press(Qt.Key.Key_Return)
    assert cases.panel(NewRecord).typed() == {"name": "Zebrafinch Ltd"}
    cases.press(Qt.Key.Key_Return)
    assert cases.logbook.suppliers.load(cases.place.record).name == "Zebrafinch Ltd"


def test_a_subject_that_nothing_bears_begins_a_negotiation(cases: Driver) -> None:
    cases.press(Qt.Key.Key_K, CTRL)
    cases.write("Zebrafinch")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        cases.press(key)
    panel = cases.panel(BeginPanel)
    assert panel.typed()["title"] == "Zebrafinch"
    assert panel.supplier.hasFocus()


def test_where_nothing_fits_it_says_so_and_in_a_logbook_for_reading_nothing_can_be_added(cases: Driver) -> None:
    cases.window.commands.set_writing(allowed=False)
    cases.press(Qt.Key.Key_K, CTRL)
    palette = cases.panel(CommandPalette)
    assert palette.nothing.isHidden()
    cases.write("Zebrafinch")
    assert shown(cases) == []
    assert palette.nothing.isVisible()


def test_tabs_are_offered_inside_a_negotiation_only(cases: Driver) -> None:
    for place, offered in ((Place(SUPPLIERS, 1), False), (Place(NEGOTIATION, 1), True)):
        cases.go(place)
        cases.press(Qt.Key.Key_K, CTRL)
        cases.write(">")
        lines = {line.partition(",")[0] for line in shown(cases)}
        assert ({"Prepare", "Meet", "Analyse", "Debrief", "Documents"} <= lines) is offered
        assert ("Documents" in lines) is offered
        cases.panel(CommandPalette).turn_away()


def test_what_is_found_by_its_alias_is_told_by_its_name(cases: Driver) -> None:
    negotiation = cases.logbook.negotiations.add(supplier_id=1, title="Peas 2027").made
    cases.session.take(cases.logbook.issues.add(negotiation, name="Zebrafinch wing", alias="zebra", unit="weeks"))
    cases.press(Qt.Key.Key_K, CTRL)
    cases.write("zebra")
    assert any(line.startswith("Zebrafinch wing, Peas 2027") for line in shown(cases))
