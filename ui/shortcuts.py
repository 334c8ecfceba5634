"""ui: every command of the window with its words, its keys and its place in the menu, in one table."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Group(StrEnum):
    """Where a command stands in the menu and on the key sheet; the value is its title."""

    FILE = "File"
    EDIT = "Edit"
    GO = "Go"
    NEGOTIATION = "Negotiation"
    VIEW = "View"
    HELP = "Help"


@dataclass(frozen=True, slots=True)
class Shortcut:
    """One command: its key in the program, its words, its keys (the first is the one shown), its group.

    `writes` marks what is disabled in a logbook that may only be read. `line` starts a new part of the menu.
    """

    key: str
    text: str
    group: Group
    keys: tuple[str, ...] = ()
    icon: str = ""
    writes: bool = False
    line: bool = False
    in_menu: bool = True


COVER = "cover"
COVER_TWICE = "Esc, Esc"
JOINT = "Ctrl+J"
# what the page of a meeting does with keys of its own; no command, so that no menu names them to who reads along
MEETING_KEYS = {"round": "Ctrl+R", "pause": "Ctrl+B", "moment": "Ctrl+M", "details": "Ctrl+Shift+M"}

SHORTCUTS: tuple[Shortcut, ...] = (
    Shortcut("new_logbook", "New logbook", Group.FILE),
    Shortcut("open_logbook", "Open a logbook", Group.FILE, ("Ctrl+O",)),
    Shortcut("open_sample", "Open the sample logbook", Group.FILE, icon="book-open"),
    Shortcut("export_json", "Export as JSON", Group.FILE, icon="download", line=True),
    Shortcut("import_json", "Import from JSON", Group.FILE, icon="file-down"),
    Shortcut("close_logbook", "Close the logbook", Group.FILE, line=True),
    Shortcut("quit", "Quit", Group.FILE, ("Ctrl+Q",)),
    Shortcut("undo", "Undo", Group.EDIT, ("Ctrl+Z",), "undo-2", writes=True),
    Shortcut("redo", "Redo", Group.EDIT, ("Ctrl+Shift+Z", "Ctrl+Y"), "redo-2", writes=True),
    Shortcut("quick_note", "Quick note", Group.EDIT, ("Ctrl+Shift+N",), "sticky-note", writes=True, line=True),
    Shortcut("search", "Search", Group.GO, ("Ctrl+F",), "search"),
    Shortcut("palette", "Go to a place or run a command", Group.GO, ("Ctrl+K",)),
    Shortcut("place_1", "Negotiations", Group.GO, ("Ctrl+1",), "handshake", line=True),
    Shortcut("place_2", "Suppliers", Group.GO, ("Ctrl+2",), "building-2"),
    Shortcut("place_3", "People", Group.GO, ("Ctrl+3",), "users"),
    Shortcut("settings", "Settings", Group.GO, ("Ctrl+,",), "settings"),
    Shortcut("tactics", "List of tactics", Group.GO, (), "list-checks"),
    Shortcut("back", "Back", Group.GO, ("Alt+Left",), line=True),
    Shortcut("forward", "Forward", Group.GO, ("Alt+Right",)),
    Shortcut("new_negotiation", "New negotiation", Group.NEGOTIATION, (), "plus", writes=True),
    Shortcut("new_supplier", "New supplier", Group.NEGOTIATION, (), "plus", writes=True),
    Shortcut("new_person", "New person", Group.NEGOTIATION, (), "plus", writes=True),
    Shortcut("tab_1", "Prepare", Group.NEGOTIATION, ("Alt+1",), line=True),
    Shortcut("tab_2", "Meet", Group.NEGOTIATION, ("Alt+2",)),
    Shortcut("tab_3", "Analyse", Group.NEGOTIATION, ("Alt+3",)),
    Shortcut("tab_4", "Debrief", Group.NEGOTIATION, ("Alt+4",)),
    Shortcut("tab_5", "Documents", Group.NEGOTIATION, ("Alt+5",)),
    Shortcut("joint_page", "Page for both sides", Group.NEGOTIATION, (JOINT,), "users", line=True),
    Shortcut("paper_notes", "Notes from paper", Group.NEGOTIATION, (), "sticky-note", writes=True),
    Shortcut("next_pane", "Next pane", Group.VIEW, ("F6",)),
    Shortcut("previous_pane", "Previous pane", Group.VIEW, ("Shift+F6",)),
    Shortcut("side_pane", "Show or hide the side pane", Group.VIEW, ("F9",)),
    # under a name that tells nothing to who reads along
    Shortcut(COVER, "Agenda page", Group.VIEW, ("Ctrl+L",), line=True),
    Shortcut("larger", "Larger", Group.VIEW, ("Ctrl++", "Ctrl+="), line=True),
    Shortcut("smaller", "Smaller", Group.VIEW, ("Ctrl+-",)),
    Shortcut("normal_size", "Normal size", Group.VIEW, ("Ctrl+0",)),
    Shortcut("menu", "Menu", Group.HELP, ("F10",), "menu", in_menu=False),
    Shortcut("keys", "Keys and help", Group.HELP, ("F1", "Ctrl+/"), "circle-help"),
    Shortcut("line_help", "The line in Meet", Group.HELP),
    Shortcut("about", "About Logroll", Group.HELP),
)

TABS = tuple(each.key for each in SHORTCUTS if each.key.startswith("tab_"))
"""The commands that go to a tab of the negotiation shown, in the order of the tabs."""

# What a screen does with keys of its own, for the key sheet: (keys, words).
SCREEN_KEYS: tuple[tuple[Group, str, str], ...] = (
    (Group.EDIT, "N", "New record in the list shown, or a new note in a supplier's or person's file"),
    (Group.EDIT, "Shift+N", "In the list of negotiations: a sudden talk, begun in a few lines"),
    (Group.EDIT, "Enter", "Open the record chosen"),
    (Group.EDIT, "F2", "Edit the cell chosen"),
    (Group.EDIT, "Delete", "Delete the record chosen; it can be undone"),
    (Group.EDIT, "Esc", "Leave a field as it was, or close what is open"),
    (Group.GO, "R", "The recall card of the person chosen; P makes its PDF, Esc goes back"),
    (Group.EDIT, "Alt+Return", "Use the neutral wording that is offered under what is typed"),
    (Group.EDIT, "Ctrl+D", "Fill the rows chosen in a sheet; in one row of the issues: copy those of last time"),
    (Group.EDIT, "Ctrl+Shift+D", "Begin the issues with a template"),
    (Group.EDIT, "Ctrl+I", "The list of items behind a price; Esc goes back to the issues"),
    (Group.EDIT, "Ctrl+Shift+V", "Paste prices into a list of items by their codes"),
    (Group.EDIT, "Ctrl+Shift+I", "The price-increase test of a price; Esc goes back to the issues"),
    (Group.EDIT, "Ctrl+C", "Copy the cells, the row or the chart chosen; Ctrl+V pastes cells of a spreadsheet"),
    (Group.EDIT, "Ctrl+Delete", "Delete the rows chosen in a sheet; it can be undone"),
    (Group.EDIT, "Alt+Up", "Move the row chosen in a sheet up; Alt+Down moves it down"),
    (Group.EDIT, "Space", "Tick the cell chosen; of a commitment: kept, or open again"),
    (Group.EDIT, "Alt+Shift+Down", "Fill the cells chosen with the uppermost, or one with the cell above"),
    (Group.NEGOTIATION, "Up", "Bring back in Meet what was typed before"),
    (Group.NEGOTIATION, "Ctrl+Up", "Correct the last line of the log in Meet, or an earlier one"),
    (Group.GO, "Alt+Down", "The kept filters of a list, from its filter"),
    (Group.GO, "Tab", "Next field, in reading order; in Meet it takes the word proposed"),
    (Group.GO, "Ctrl+Return", "Next step of Prepare or Debrief; Ctrl+Shift+Enter goes back"),
    (Group.GO, "Ctrl+PgDown", "Next view of Analyse; Ctrl+PgUp goes back"),
    (Group.GO, "Right", "Next point of a chart, read out below it"),
    (
        Group.VIEW,
        COVER_TWICE,
        "Agenda page over everything, and back; a mirrored screen is not noticed on every system",
    ),
    (Group.NEGOTIATION, MEETING_KEYS["round"], "In a meeting: the next round"),
    (Group.NEGOTIATION, MEETING_KEYS["pause"], "In a meeting: a pause, or its end"),
    (Group.NEGOTIATION, MEETING_KEYS["moment"], "In a meeting: the last line was a key moment, or not"),
    (Group.NEGOTIATION, MEETING_KEYS["details"], "In a meeting: who is here, where, and our notes"),
    (
        Group.VIEW,
        "F8",
        "In Meet, while it is held: what only you may see; 1 and 2 put a package in the line. Settings has other keys",
    ),
    (Group.VIEW, "T", "Turn a chart into the table of its figures, or back"),
)
