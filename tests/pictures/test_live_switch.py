"""tests: a view that is switched to other colours or another size of type looks as if it had been opened so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from db.logbook import Logbook
from tests.pictures.__main__ import SIZE
from tests.pictures.increase import INCREASE
from tests.pictures.plan import PLAN
from tests.pictures.prepare import PREPARE
from tests.pictures.stage import Stage, clock, playing
from ui.theme import Scheme

_Bring = Callable[[Stage], QWidget | None]
# prefilled fields and cells, fields of all kinds, a list of one column, a strip of figures, lists side by side
VIEWS: dict[str, _Bring] = {
    "prepare-copied": PREPARE["prepare-copied"][1],
    "prepare-goal-full": PREPARE["prepare-goal-full"][1],
    "prepare-common-empty": PREPARE["prepare-common-empty"][1],
    "prepare-alternatives": PREPARE["prepare-alternatives"][1],
    "prepare-increase": INCREASE["prepare-increase"][1],
    "plan-talk": PLAN["plan-talk"][1],
}
START, DARK, LARGE = (Scheme.LIGHT, 1.0), (Scheme.DARK, 1.0), (Scheme.LIGHT, 1.5)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give an empty logbook to copy."""
    path = tmp_path_factory.mktemp("live") / "empty.logroll"
    Logbook.create(path, clock=clock).close()
    return path


@pytest.mark.parametrize("view", VIEWS)
def test_a_live_switch_looks_like_a_fresh_start(qapp: QApplication, tmp_path: Path, file: Path, view: str) -> None:
    blinking, pictures = qapp.cursorFlashTime(), dict[str, QImage]()
    qapp.setCursorFlashTime(0)

    def keep(name: str, stage: Stage) -> None:
        stage.settle(150)
        pictures[name] = stage.window.grab().toImage()

    def turn(stage: Stage, to: tuple[Scheme, float]) -> None:
        stage.program.theme.set_scheme(to[0])
        stage.program.theme.set_factor(to[1])
        stage.settle(150)  # how small the window can be is known once it is laid out
        stage.window.resize(SIZE * to[1])

    for name, at in (("start", START), ("dark", DARK), ("large", LARGE)):
        home = tmp_path / name
        home.mkdir()
        with playing(qapp, file, home, *at, SIZE) as stage:
            VIEWS[view](stage)
            keep(name, stage)
            if at == START:
                for turned, to in (("to-dark", DARK), ("to-large", LARGE), ("and-back", START)):
                    turn(stage, to)
                    keep(turned, stage)
    qapp.setStyle("Fusion")
    qapp.setCursorFlashTime(blinking)
    same = {turned: pictures[turned] == pictures[fresh] for turned, fresh in (
        ("to-dark", "dark"), ("to-large", "large"), ("and-back", "start"),
    )}  # fmt: skip
    assert same == {"to-dark": True, "to-large": True, "and-back": True}
