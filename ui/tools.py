"""ui: what every screen is handed down - looks, words, asking, work in the background, the time - in one bundle."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from core.words import Words
from ui.jobs import Jobs
from ui.prompts import Prompts
from ui.settings_store import Settings
from ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Tools:
    """Bundle what a screen needs besides the logbook. `clock` tells the time now, with its zone.

    `settings` tells what is chosen for the program at the moment.
    """

    theme: Theme
    say: Words
    prompts: Prompts
    jobs: Jobs
    clock: Callable[[], datetime]
    settings: Callable[[], Settings] = Settings
