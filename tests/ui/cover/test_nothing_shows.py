"""tests: with the cover on, nothing of a logbook is seen, read out or named anywhere in the program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QToolTip

from tests.ui.cover.door_keys import cover_key, escape_twice
from tests.ui.cover.planted import MARKER, PLACE, POINT, SUPPLIER, fill_marked, said_anywhere
from tests.ui.desk import CTRL, SHIFT, Driver
from ui.command_palette import CommandPalette
from ui.meet.view import MeetView
from ui.navigation import NEGOTIATION, NEGOTIATIONS, PEOPLE, SETTINGS, SUPPLIERS, Place
from ui.prompts import Answer, FileKind
from ui.window_prompts import WindowPrompts

Bring = Callable[[Driver, int], object]


@pytest.fixture
def marked(start: Callable[[Path | None], Driver], tmp_path: Path) -> Driver:
    """Give the program on a marked logbook with a meeting under way."""
    path = tmp_path / f"{MARKER}.logroll"
    fill_marked(path)
    return start(path)


def prompts(driver: Driver) -> WindowPrompts:
    return WindowPrompts(driver.program.theme, driver.program.tools.say, driver.window)


def go(name: str, part: str = "", record: int = 1) -> Bring:
    return lambda driver, _made: driver.go(Place(name, record, part))


def palette(driver: Driver, made: int) -> None:
    driver.go(Place(NEGOTIATION, made, "prepare"))
    driver.run("palette")
    driver.panel(CommandPalette).field.setText(MARKER)


def undo_bar(driver: Driver, made: int) -> None:
    driver.go(Place(SUPPLIERS, 1))
    changes = driver.logbook.suppliers.change(2, name=f"{MARKER} renamed", city=MARKER)
    driver.session.take(changes)
    driver.window.undo_bar.say_done(driver.program.tools.say.message(changes.label) + MARKER)


def notice(driver: Driver, made: int) -> None:
    prompts(driver).tell(f"{MARKER} is told")


def question(driver: Driver, made: int) -> None:
    prompts(driver).ask(f"{MARKER}?", [Answer("yes", f"{MARKER} yes", primary=True)], lambda _key: None)


def file_dialog(driver: Driver, made: int) -> None:
    prompts(driver).choose_target(
        f"Write {MARKER}", Path.home() / f"{MARKER}.pdf", [FileKind(f"{MARKER} file", "pdf")], lambda _path: None
    )


def menu(driver: Driver, made: int) -> None:
    driver.go(Place(NEGOTIATION, made, "meet"))
    driver.run("menu")


def log_menu(driver: Driver, made: int) -> None:
    driver.go(Place(NEGOTIATION, made, "meet"))
    view = driver.window.findChildren(MeetView)[0]
    view.log.menu_wanted.emit(view.presenter.log_rows()[0].line_id, QPoint(200, 200))


def tooltip(driver: Driver, made: int) -> None:
    QToolTip.showText(QPoint(100, 100), f"{MARKER} pointed out", driver.window)


def peek(driver: Driver, made: int) -> None:
    driver.go(Place(NEGOTIATION, made, "meet"))
    driver.window.findChildren(MeetView)[0].peek.key.begin()


def half_typed(driver: Driver, made: int) -> None:
    driver.go(Place(NEGOTIATION, made, "meet"))
    driver.write(f"t {MARKER} 1.48")


def quick_note(driver: Driver, made: int) -> None:
    driver.go(Place(SUPPLIERS, 1))
    driver.press(Qt.Key.Key_N, CTRL | SHIFT)
    driver.write(f"business {MARKER} grows")


PLACES: dict[str, Bring] = {
    "negotiations": go(NEGOTIATIONS, record=0),
    "suppliers": go(SUPPLIERS),
    "people": go(PEOPLE),
    "settings": go(SETTINGS, record=0),
    "prepare": go(NEGOTIATION, "prepare"),
    "meet": go(NEGOTIATION, "meet"),
    "analyse": go(NEGOTIATION, "analyse"),
    "debrief": go(NEGOTIATION, "debrief"),
    "documents": go(NEGOTIATION, "documents"),
    "palette": palette,
    "undo bar": undo_bar,
    "notice": notice,
    "question": question,
    "file dialog": file_dialog,
    "menu": menu,
    "menu of a line": log_menu,
    "tooltip": tooltip,
    "peek": peek,
    "half-typed line": half_typed,
    "quick note": quick_note,
}


@pytest.mark.parametrize("name", PLACES)
def test_no_text_of_the_logbook_is_left_anywhere(marked: Driver, name: str) -> None:
    PLACES[name](marked, 1)
    marked.qtbot.wait(1)
    before = said_anywhere()
    assert any(MARKER in text for text in before), "nothing private was there to be covered"
    cover_key()
    assert marked.window.is_covered
    marked.qtbot.wait(1)
    told = said_anywhere()
    assert not {text for text in told if MARKER in text}
    assert marked.window.windowTitle() in {"Meeting agenda", "Notes"}
    assert not {text for text in told if "Logroll" in text and text != "About Logroll"}
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [marked.window]
    cover_key()
    assert not marked.window.is_covered
    marked.qtbot.wait(1)
    if name not in {"menu", "menu of a line", "tooltip", "peek"}:
        assert {text for text in before if MARKER in text} <= said_anywhere()


def test_it_comes_up_over_a_dialog_by_escape_twice(marked: Driver) -> None:
    file_dialog(marked, 1)
    assert marked.window.findChildren(QFileDialog)[0].isVisible()
    escape_twice()
    assert marked.window.is_covered
    assert not {text for text in said_anywhere() if MARKER in text}


def test_what_comes_up_meanwhile_stays_unseen_until_the_end(marked: Driver) -> None:
    cover_key()
    for bring in (question, file_dialog, notice):
        bring(marked, 1)
    marked.session.take(marked.logbook.suppliers.change(2, name=f"{MARKER} again"))
    marked.qtbot.wait(1)
    assert not {text for text in said_anywhere() if MARKER in text}
    cover_key()
    told = said_anywhere()
    assert {f"{MARKER}?", f"{MARKER} is told", f"Write {MARKER}"} <= told
    assert any(text.startswith("Undo: ") and MARKER in text for text in told)


def shown(driver: Driver) -> QImage:
    """Return the picture of the covered window, without the caret."""
    driver.window.setFocus()
    driver.qtbot.wait(1)
    return driver.window.grab().toImage()


@pytest.mark.parametrize("part", ["prepare", "meet", "debrief"])
def test_the_page_is_the_same_whatever_the_logbook_holds(
    start: Callable[[Path | None], Driver], tmp_path: Path, part: str
) -> None:
    pictures = []
    for name in ("first", "second"):
        path = tmp_path / f"{name}.logroll"
        made = fill_marked(path)
        driver = start(path)
        if name == "second":
            driver.logbook.issues.change(driver.logbook.negotiations.load(made).issues[0].id, name="Another name")
            driver.logbook.negotiations.change(made, title="Another title", matter="Another matter")
        driver.go(Place(NEGOTIATION, made, part if name == "first" else "documents"))
        cover_key()
        pictures.append(shown(driver))
        texts = driver.texts(driver.window)
        assert {SUPPLIER, POINT, f"Tuesday 24 November 2026, 09:18, {PLACE}"} <= texts
        driver.window.close()
    assert pictures[0] == pictures[1]
