"""ui: what the program itself remembers between two starts, as one small JSON file in the user's settings folder."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import platformdirs

from core import files

APPLICATION = "logroll"
RECENT = 8
IDLE_MINUTES = (0, 1, 3, 5, 10)
PEEK_ALT = "Alt"
PEEK_KEYS = ("F8", "F3", "F4", "F5", "F7", "F12", "Pause", "ScrollLock", "Insert", PEEK_ALT)  # named as in Qt
SCALES = (0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
_SCHEMES = ("system", "light", "dark")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What is remembered. `region` is empty for the system's own; `geometry` is Qt's, in base 64.

    `panes` holds the widths of split panes by name (`Panes.state`), `place` the place shown last (`Place.to_json`).
    The cover comes up by itself after `cover_idle` minutes (0: never), with a new screen and with the system's lock;
    `cover_known` tells that its keys were used once. `hide_from_capture` leaves the windows out of screen captures.
    `peek_key` shows peek while it is held.
    """

    last_logbook: str = ""
    recent: tuple[str, ...] = ()
    geometry: str = ""
    panes: dict[str, list[int]] = field(default_factory=dict)
    place: dict[str, Any] | None = None
    scheme: str = "system"
    scale: float = 1.0
    compact: bool = False
    region: str = ""
    cover_idle: int = 10
    cover_screen: bool = True
    cover_lock: bool = True
    cover_known: bool = False
    hide_from_capture: bool = False
    peek_key: str = PEEK_KEYS[0]

    def with_logbook(self, path: Path) -> Settings:
        """Return the settings with this logbook as the last one and the first of the recent ones."""
        text = str(path)
        recent = (text, *(each for each in self.recent if each != text))[:RECENT]
        return replace(self, last_logbook=text, recent=recent)

    def without_logbook(self, path: Path) -> Settings:
        """Return the settings without this logbook: it is no longer there."""
        text = str(path)
        last = "" if self.last_logbook == text else self.last_logbook
        return replace(self, last_logbook=last, recent=tuple(each for each in self.recent if each != text))


class SettingsStore:
    """Read the settings once and write each change of them, wholly or not at all.

    A settings file that cannot be read or written never stops the program: it is logged, and the defaults serve.
    """

    def __init__(self, path: Path | None = None) -> None:
        """Take the file, by default the one in the user's settings folder."""
        self.path = path or platformdirs.user_config_path(APPLICATION, appauthor=False) / "settings.json"
        self.settings = self._read()

    def change(self, **changed: Any) -> Settings:
        """Change single settings by name and write them."""
        return self.put(replace(self.settings, **changed))

    def put(self, settings: Settings) -> Settings:
        """Take other settings and write them where they differ."""
        if settings != self.settings:
            self.settings = settings
            self._write()
        return self.settings

    def _read(self) -> Settings:
        try:
            stored = json.loads(self.path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return Settings()
        except (OSError, ValueError) as error:
            _log.warning("the settings could not be read: %s", error)
            return Settings()
        return _settings_of(stored)

    def _write(self) -> None:
        text = json.dumps(asdict(self.settings), ensure_ascii=False, indent=1, sort_keys=True)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            files.write_text(self.path, text + "\n")
        except OSError as error:
            _log.warning("the settings could not be written: %s", error)


def _settings_of(stored: object) -> Settings:
    """Take what is of the right kind, one by one, so that one odd value does not cost the others."""
    given: dict[str, Any] = stored if isinstance(stored, dict) else {}
    known = Settings()
    for name in ("last_logbook", "geometry", "region"):
        if isinstance(given.get(name), str):
            known = replace(known, **{name: given[name]})
    recent = given.get("recent")
    if isinstance(recent, list):
        known = replace(known, recent=tuple(each for each in recent if isinstance(each, str))[:RECENT])
    panes = given.get("panes")
    if isinstance(panes, dict):
        known = replace(known, panes={str(name): sizes for name, sizes in panes.items() if _are_sizes(sizes)})
    if isinstance(given.get("place"), dict):
        known = replace(known, place=given["place"])
    if given.get("scheme") in _SCHEMES:
        known = replace(known, scheme=given["scheme"])
    if given.get("scale") in SCALES:
        known = replace(known, scale=float(given["scale"]))
    if type(given.get("cover_idle")) is int and given["cover_idle"] in IDLE_MINUTES:
        known = replace(known, cover_idle=given["cover_idle"])
    if given.get("peek_key") in PEEK_KEYS:
        known = replace(known, peek_key=given["peek_key"])
    for name in ("compact", "cover_screen", "cover_lock", "cover_known", "hide_from_capture"):
        if isinstance(given.get(name), bool):
            known = replace(known, **{name: given[name]})
    return known


def _are_sizes(sizes: object) -> bool:
    return isinstance(sizes, list) and all(isinstance(size, int) and abs(size) < 100_000 for size in sizes)
