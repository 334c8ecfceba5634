"""ui: remembers how wide the user made the panes of each screen, and which were put away."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.settings_store import SettingsStore
from ui.widgets.panes import Panes


def remember_panes(store: SettingsStore, screen: QWidget) -> None:
    """Give the panes of a screen the widths that they had, and keep the new ones from now on.

    Panes are known by the screen's class and by their order in it.
    """
    for number, panes in enumerate(screen.findChildren(Panes)):
        name = f"{type(screen).__name__}-{number}"
        state = store.settings.panes.get(name)
        if state is not None:
            panes.restore(state)
        panes.sizes_changed.connect(lambda panes=panes, name=name: _keep(store, name, panes))


def _keep(store: SettingsStore, name: str, panes: Panes) -> None:
    store.change(panes={**store.settings.panes, name: panes.state()})
