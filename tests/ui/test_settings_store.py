"""tests: what is remembered between two starts, and files that are no settings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ui.settings_store import RECENT, Settings, SettingsStore


def test_settings_are_there_at_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.json"
    store = SettingsStore(path)
    store.change(
        scheme="dark", scale=1.5, region="de_DE", panes={"suppliers": [232, -1, 360]}, place={"name": "people"}
    )
    store.change(cover_idle=3, cover_screen=False, cover_known=True, hide_from_capture=True, peek_key="F7")
    store.put(store.settings.with_logbook(Path("a.logroll")))
    assert SettingsStore(path).settings == store.settings


def test_the_recent_logbooks_are_few_and_the_last_is_first() -> None:
    settings = Settings()
    for number in range(RECENT + 4):
        settings = settings.with_logbook(Path(f"{number}.logroll"))
    settings = settings.with_logbook(Path("5.logroll"))
    assert settings.recent[0] == settings.last_logbook == "5.logroll"
    assert len(settings.recent) == len(set(settings.recent)) == RECENT
    settings = settings.without_logbook(Path("5.logroll"))
    assert settings.last_logbook == ""
    assert "5.logroll" not in settings.recent


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "\x00", '"dark"'])
def test_a_file_that_is_none_gives_the_defaults(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text, encoding="utf-8")
    assert SettingsStore(path).settings == Settings()


def test_one_odd_value_does_not_cost_the_others(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    odd = {"scheme": "pink", "scale": "huge", "region": 7, "recent": ["a", 3], "panes": {"x": ["wide"], "y": [1, 2]}}
    odd |= {"cover_idle": True, "cover_lock": "no", "hide_from_capture": 1, "peek_key": "A"}
    path.write_text(json.dumps({**odd, "last_logbook": "mine.logroll"}), encoding="utf-8")
    assert SettingsStore(path).settings == Settings(last_logbook="mine.logroll", recent=("a",), panes={"y": [1, 2]})


def test_settings_that_cannot_be_written_stop_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    store = SettingsStore(tmp_path / "file" / "settings.json")
    store.change(scale=2.0)
    assert store.settings.scale == 2.0
