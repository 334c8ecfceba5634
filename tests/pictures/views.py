"""tests: every named view, and how the program is brought to show it; each colleague of the tree adds its own here."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from tests.pictures.alternatives import ALTERNATIVES
from tests.pictures.analyse import ANALYSE
from tests.pictures.debrief import DEBRIEF
from tests.pictures.dossiers import DOSSIERS
from tests.pictures.full_house import FULL_HOUSE
from tests.pictures.full_talk import FULL_TALK
from tests.pictures.increase import INCREASE
from tests.pictures.lists import LISTS
from tests.pictures.meet import MEET
from tests.pictures.overfull import OVERFULL
from tests.pictures.plan import PLAN
from tests.pictures.prepare import PREPARE, after_a_deal
from tests.pictures.stage import Stage
from ui.command_palette import CommandPalette
from ui.navigation import NEGOTIATION, NEGOTIATIONS, NEW, PEOPLE, SETTINGS, SUPPLIERS, TACTICS, Place
from ui.notes.section import NotesSection
from ui.prompts import Answer
from ui.quick_note import QuickNote
from ui.suppliers.view import SuppliersScreen

Bring = Callable[[Stage], QWidget | None]

LONG = "Gesellschaft für Verpackungen und Konservierung mit beschränkter Haftung & Söhne, Zweigniederlassung Nord"


def at(place: Place) -> Bring:
    """Return what goes to a place."""

    def bring(stage: Stage) -> None:
        stage.go(place)

    return bring


def by(command: str, place: Place) -> Bring:
    """Return what runs a command at a place."""

    def bring(stage: Stage) -> None:
        stage.go(place)
        stage.run(command)

    return bring


def palette(text: str) -> Bring:
    """Return what types a text into the palette."""

    def bring(stage: Stage) -> None:
        stage.go(Place(SUPPLIERS, 1))
        stage.run("palette")
        stage.part(CommandPalette).field.setText(text)

    return bring


def noted(text: str) -> Bring:
    """Return what types a text into the quick note."""

    def bring(stage: Stage) -> None:
        stage.go(Place(NEGOTIATIONS))
        stage.run("quick_note")
        stage.part(QuickNote).line.setText(text)

    return bring


def long_names(stage: Stage) -> None:
    """Show a supplier whose every field is long."""
    stage.logbook.suppliers.change(2, name=LONG, category=LONG, city=LONG, country=LONG, background=LONG * 3)
    stage.go(Place(SUPPLIERS, 2))


def undone(stage: Stage) -> None:
    """Delete a supplier, so that the bar offers to undo it."""
    stage.go(Place(SUPPLIERS, 3))
    stage.press("Delete")


def refused_note(stage: Stage) -> None:
    """Enter a note without a topic."""
    stage.go(Place(PEOPLE, 1))
    stage.type_into("Add a note", "no topic here\n")


def edited_note(stage: Stage) -> None:
    """Edit a note in its row."""
    stage.go(Place(PEOPLE, 1))
    stage.press("F6")
    stage.part(NotesSection).edit(stage.logbook.notes.of_counterpart(1)[1].id, "text")


def refused_share(stage: Stage) -> None:
    """Enter a share that is none."""
    stage.go(Place(SUPPLIERS, 1))
    stage.part(SuppliersScreen).told.dependence.open()
    stage.type_into("We are of their sales", "140")
    stage.press("Tab")


def long_titles(stage: Stage) -> None:
    """Show negotiations whose titles are long."""
    for row in stage.logbook.negotiations.rows():
        stage.logbook.negotiations.change(row.id, title=LONG)
    stage.go(Place(NEGOTIATIONS))


def long_header(stage: Stage) -> None:
    """Show the frame of a negotiation whose title is long."""
    stage.logbook.negotiations.change(4, title=LONG)
    stage.go(Place(NEGOTIATION, 4, "documents"))


def long_supplier(stage: Stage) -> None:
    """Show the frame of a negotiation with a supplier whose name is long."""
    stage.logbook.suppliers.change(4, name=LONG)
    stage.go(Place(NEGOTIATION, 4, "documents"))


def sudden(stage: Stage) -> None:
    """Begin a sudden talk, with a limit that cannot be read."""
    stage.go(Place(NEGOTIATIONS))
    stage.press("Shift+N")
    for line in (
        "Sorano Canning",
        "100,000 cans",
        "price 1.40..1.60 EUR/can; payment 60..14 days",
        "soon",
        "Tarsia 1.45",
    ):
        stage.write(line)
        stage.press("Tab")
    stage.press("Return")


def begun_again(stage: Stage) -> None:
    """Begin a negotiation with a supplier that is known from before."""
    after_a_deal(stage)
    stage.go(Place(NEGOTIATIONS))
    stage.press("N")
    stage.write("Conservas Ribera")


def for_reading(stage: Stage) -> None:
    """Open the logbook for reading only."""
    desk = stage.program.desk
    assert desk is not None
    desk.files.open(stage.logbook.path, write=False)
    while desk.session is None or stage.program.tools.jobs.running:
        stage.settle()
    stage.go(Place(SUPPLIERS, 2))


def question(stage: Stage) -> None:
    """Ask a question."""
    answers = [Answer("not", "Leave it closed"), Answer("read", "Open for reading", primary=True)]
    stage.program.tools.prompts.ask("norvik-2026.logroll is written by another window.", answers, lambda _key: None)


def covered_alone(stage: Stage) -> None:
    """Cover the program while there is no meeting, as if for the first time by itself."""
    stage.go(Place(SUPPLIERS, 1))
    desk = stage.program.desk
    assert desk is not None
    desk.guard.cover.put_on(hint=True)


def own_tactics(stage: Stage) -> None:
    """Show the list of tactics with words of the user's own."""
    stage.logbook.tactics.put(3, "The train leaves", "Ask what happens after\nTake the next one")
    stage.logbook.tactics.put(25, "The empty chair", "Ask who decides")
    stage.go(Place(SETTINGS, part=TACTICS))


def welcome(stage: Stage) -> None:
    """Close the logbook."""
    stage.run("close_logbook")


# name: (whether it is shown on the sample, else on an empty logbook; what brings it up)
VIEWS: dict[str, tuple[bool, Bring]] = {
    "negotiations": (True, at(Place(NEGOTIATIONS))),
    "negotiations-empty": (False, at(Place(NEGOTIATIONS))),
    "negotiations-long": (True, long_titles),
    "negotiations-new": (True, at(Place(NEGOTIATIONS, part=NEW))),
    "negotiations-new-known": (False, begun_again),
    "negotiations-new-sudden": (False, sudden),
    "supplier": (True, at(Place(SUPPLIERS, 2))),
    "supplier-long": (True, long_names),
    "supplier-refused": (True, refused_share),
    "supplier-reading": (True, for_reading),
    "supplier-undo": (True, undone),
    "suppliers-empty": (False, at(Place(SUPPLIERS))),
    "person": (True, at(Place(PEOPLE, 1))),
    "person-editing": (True, edited_note),
    "person-refused": (True, refused_note),
    "people-empty": (False, at(Place(PEOPLE))),
    **DOSSIERS,
    **OVERFULL,
    **PREPARE,
    **FULL_HOUSE,
    **FULL_TALK,
    **LISTS,
    **INCREASE,
    **PLAN,
    **ALTERNATIVES,
    **MEET,
    **ANALYSE,
    **DEBRIEF,
    "documents": (True, at(Place(NEGOTIATION, 1, "documents"))),
    "documents-long": (True, long_header),
    "documents-long-supplier": (True, long_supplier),
    "settings": (True, at(Place(SETTINGS))),
    "settings-tactics": (True, own_tactics),
    "palette": (True, palette("del")),
    "palette-commands": (True, palette(">")),
    "palette-new": (True, palette("Zebrafinch Ltd")),
    "keys": (True, by("keys", Place(NEGOTIATIONS))),
    "about": (True, by("about", Place(NEGOTIATIONS))),
    "cover-alone": (True, covered_alone),
    "question": (True, question),
    "welcome": (True, welcome),
    "quick-note": (True, by("quick_note", Place(SUPPLIERS, 1))),
    "quick-note-typed": (True, noted("@elena #style competing * Opens high and waits for the first number")),
    "quick-note-who": (True, noted("#like plans on one page @e")),
    "quick-note-nobody": (True, noted("@Urs Zellweger: #like plans on one page")),
    "quick-note-long": (True, noted(f"@elena #concern {LONG * 3}")),
    "quick-note-empty": (False, by("quick_note", Place(NEGOTIATIONS))),
}
