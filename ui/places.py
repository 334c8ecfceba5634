"""ui: the places of the window and the tabs of a negotiation, each loaded when it is gone to for the first time."""

# What is imported inside functions here would make the first rows wait for screens that nobody has asked for.
# ruff: noqa: PLC0415

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.tools import Tools

if TYPE_CHECKING:
    from collections.abc import Callable

    from db.logbook import Logbook
    from ui.commands import Commands
    from ui.crash_file import CrashFile
    from ui.logbook_files import LogbookFiles
    from ui.negotiation.tab import Tab
    from ui.screen import Screen
    from ui.settings_store import SettingsStore


def negotiations(tools: Tools, logbook: Logbook, files: LogbookFiles) -> Screen:
    """Make the list of negotiations."""
    from ui.negotiations.view import NegotiationsScreen

    return NegotiationsScreen(tools, logbook, files)


def negotiation(tools: Tools, logbook: Logbook, commands: Commands) -> Screen:
    """Make the frame of one negotiation with its tabs, in their order."""
    from ui.negotiation.view import NegotiationScreen, TabEntry

    tabs = (
        TabEntry("prepare", lambda say: say("Prepare"), _prepare),
        TabEntry("meet", lambda say: say("Meet"), _meet),
        TabEntry("analyse", lambda say: say("Analyse"), _analyse),
        TabEntry("debrief", lambda say: say("Debrief"), _debrief),
        TabEntry("documents", lambda say: say("Documents"), _documents),
    )
    return NegotiationScreen(tools, logbook, tabs, commands)


def suppliers(tools: Tools, logbook: Logbook) -> Screen:
    """Make the suppliers' screen."""
    from ui.suppliers.view import SuppliersScreen

    return SuppliersScreen(tools, logbook)


def people(tools: Tools, logbook: Logbook) -> Screen:
    """Make the people's screen."""
    from ui.people.view import PeopleScreen

    return PeopleScreen(tools, logbook)


def settings(
    tools: Tools,
    logbook: Logbook,
    store: SettingsStore,
    crashes: CrashFile,
    on_region: Callable[[str], None],
    on_cover: Callable[[], None],
) -> Screen:
    """Make the settings; `on_region` is told of another region, `on_cover` that the cover shall work otherwise."""
    from ui.settings.view import SettingsScreen

    screen = SettingsScreen(tools, logbook, store, crashes)
    screen.region_changed.connect(on_region)
    screen.cover_changed.connect(on_cover)
    return screen


def _prepare(tools: Tools, logbook: Logbook) -> Tab:
    from ui.prepare.view import PrepareView

    return PrepareView(tools, logbook)


def _meet(tools: Tools, logbook: Logbook) -> Tab:
    from ui.meet.view import MeetView

    return MeetView(tools, logbook)


def _analyse(tools: Tools, logbook: Logbook) -> Tab:
    from ui.analyse.view import AnalyseView

    return AnalyseView(tools, logbook)


def _debrief(tools: Tools, logbook: Logbook) -> Tab:
    from ui.debrief.view import DebriefView

    return DebriefView(tools, logbook)


def _documents(tools: Tools, logbook: Logbook) -> Tab:
    from ui.documents.view import DocumentsView

    return DocumentsView(tools, logbook)
