"""tests: the generated logbooks that are measured on, made once and kept in the folder for temporary files."""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from core.note import Topic
from core.side import Basis
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


@cache
def noted() -> Path:
    """Return a logbook with a person (2) on whom there are 5,000 notes, and one (1) on whom there are 40."""
    path = _FOLDER / f"noted-{REVISION}.logroll"
    if not path.exists():
        _FOLDER.mkdir(exist_ok=True)
        draw = random.Random(SEED)
        with Logbook.create(path) as logbook:
            company = logbook.suppliers.add(name="Sorano").made
            for count in (40, 5_000):
                person = logbook.counterparts.add(supplier_id=company, name=f"{count} notes").made
                for number in range(count):
                    logbook.notes.add(
                        counterpart_id=person,
                        topic=draw.choice(tuple(Topic)),
                        basis=draw.choice(tuple(Basis)),
                        text=f"Goes silent after the first number, then asks for a pause, {number}",
                        on=date(2026, 11, 23) - timedelta(days=draw.randrange(3_000)),
                    )
    return path
