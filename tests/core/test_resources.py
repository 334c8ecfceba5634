"""tests: core/resources.py."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from core.resources import resource_path, resource_root


def test_fonts_and_icons_ship_with_their_licences() -> None:
    for parts in (("fonts", "OFL.txt"), ("icons", "LICENSE.txt"), ("fonts", "NotoSans-Regular.ttf")):
        assert resource_path(*parts).is_file()
    assert "SIL OPEN FONT LICENSE" in resource_path("fonts", "OFL.txt").read_text(encoding="utf-8")
    assert "ISC License" in resource_path("icons", "LICENSE.txt").read_text(encoding="utf-8")


def test_a_frozen_bundle_is_looked_up_where_it_was_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource_root() == tmp_path / "resources"
    assert resource_path("icons", "plus.svg") == tmp_path / "resources" / "icons" / "plus.svg"


@pytest.mark.parametrize("parts", [("..", "main.py"), ("icons", "..", "..", "x"), ("/etc/passwd",)])
def test_a_path_that_leaves_the_folder_is_refused(parts: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="outside"):
        resource_path(*parts)
