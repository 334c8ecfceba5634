"""tests: `python -m tests.pictures FOLDER [VIEW ...]` draws every named view, light and dark, at 100 and 200 %."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from db.logbook import Logbook
from tests.pictures.stage import clock, playing
from tests.pictures.views import VIEWS
from ui.theme import Scheme

SCHEMES = (Scheme.LIGHT, Scheme.DARK)
FACTORS = (1.0, 2.0)
SIZE = QSize(1440, 900)
SMALL = QSize(1280, 720)


def picture_name(view: str, scheme: Scheme, factor: float) -> str:
    """Return the name of a picture's file."""
    return f"{view}-{scheme.value}-{round(factor * 100)}.png"


def draw(
    folder: Path, views: Sequence[str], schemes: Sequence[Scheme], factors: Sequence[float], size: QSize
) -> list[Path]:
    """Draw views into a folder and return the files; each view has a logbook of its own."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    folder.mkdir(parents=True, exist_ok=True)
    drawn = []
    with tempfile.TemporaryDirectory(prefix="logroll-pictures-") as place:
        files = {True: Path(place) / "sample.logroll", False: Path(place) / "empty.logroll"}
        Logbook.create_sample(files[True], clock=clock).close()
        Logbook.create(files[False], clock=clock).close()
        for number, (view, scheme, factor) in enumerate(product(views, schemes, factors)):
            on_sample, bring = VIEWS[view]
            home = Path(place) / str(number)
            home.mkdir()
            with playing(app, files[on_sample], home, scheme, factor, size) as stage:
                shown = bring(stage) or stage.window
                stage.settle(150)  # what is high by what it holds is laid out in turns
                path = folder / picture_name(view, scheme, factor)
                assert shown.grab().save(str(path)), path
                drawn.append(path)
    return drawn


def main(words: Sequence[str]) -> int:
    """Draw what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.pictures", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("views", nargs="*", metavar="VIEW", help="all of them where none is named")
    parser.add_argument("--small", action="store_true", help="in a window of 1280 x 720 instead of 1440 x 900")
    parser.add_argument("--quick", action="store_true", help="only light at 100 %%")
    given = parser.parse_intermixed_args(words)
    unknown = [view for view in given.views if view not in VIEWS]
    if unknown:
        parser.error(f"no such view: {', '.join(unknown)}; there are {', '.join(VIEWS)}")
    schemes, factors = ((Scheme.LIGHT,), (1.0,)) if given.quick else (SCHEMES, FACTORS)
    for path in draw(given.folder, given.views or list(VIEWS), schemes, factors, SMALL if given.small else SIZE):
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
