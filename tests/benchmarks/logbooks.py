"""tests: the generated logbooks that are measured on, made once and kept in the folder for temporary files."""

from __future__ import annotations

import shutil
import sys
import tempfile
from functools import cache
from pathlib import Path

from db.engine import REVISION
from db.logbook import Logbook

_FOLDER = Path(tempfile.gettempdir()) / "logroll-benchmarks"
SEED = 1


@cache
def made(size: str) -> Path:
    """Return the logbook of a size, made when it is asked for the first time; nobody may write to it."""
    path = _FOLDER / f"{size}-{REVISION}.logroll"
    if not path.exists():
        print(f"making the {size} logbook, once", file=sys.stderr)
        _FOLDER.mkdir(exist_ok=True)
        Logbook.generate(path, size, SEED).close()
    return path


@cache
def own(size: str) -> Path:
    """Return a copy that benchmarks may write to; what they add is a trace in so much."""
    path = _FOLDER / f"{size}-{REVISION}-own.logroll"
    if not path.exists():
        shutil.copyfile(made(size), path)
    return path
