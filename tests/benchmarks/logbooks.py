"""tests: the generated logbooks that are measured on, made once and kept in the folder for temporary files."""

from __future__ import annotations

import hashlib
import random
import shutil
import sys
import tempfile
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path

import db
from core.estimate import Subject
from core.note import Topic
from core.resources import resource_path
from core.side import Basis
from core.term import Term
from core.words import Words
from db.engine import REVISION
from db.logbook import Logbook
from ui.meet.entry import log_line, read_line

_FOLDER = Path(tempfile.gettempdir()) / "logroll-benchmarks"
SEED = 1


@cache
def _edition() -> str:
    """Return what tells one generator from another: a digest of its code and phrases."""
    # the generator is not imported: what it loads would lie in the memory of whatever is measured
    folders = (Path(db.__file__).parent / "generator", resource_path("generator"))
    files = sorted(file for folder in folders for file in folder.iterdir() if file.suffix in (".py", ".toml"))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:8]


@cache
def made(size: str) -> Path:
    """Return the logbook of a size, made when it is asked for the first time; nobody may write to it."""
    path = _FOLDER / f"{size}-{REVISION}-{_edition()}.logroll"
    if not path.exists():
        print(f"making the {size} logbook, once", file=sys.stderr)
        _FOLDER.mkdir(exist_ok=True)
        Logbook.generate(path, size, SEED).close()
    return path


@cache
def own(size: str) -> Path:
    """Return a copy that benchmarks may write to; what they add is a trace in so much."""
    path = _FOLDER / f"{size}-{REVISION}-{_edition()}-own.logroll"
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


@cache
def talked() -> Path:
    """Return a logbook with one talk (1) of 1,000 lines on eight issues, weighed, estimated and with a BATNA."""
    path = _FOLDER / f"talked-{REVISION}.logroll"
    if not path.exists():
        _FOLDER.mkdir(exist_ok=True)
        clock = [datetime(2026, 11, 23, 9, tzinfo=UTC)]
        with Logbook.create(path, clock=lambda: clock[0]) as logbook:
            company = logbook.suppliers.add(name="Sorano").made
            matter = logbook.negotiations.add(supplier_id=company, title="Sweetcorn, 1,000 lines").made
            issues = [_add_issue(logbook, matter, number) for number in range(8)]
            baselines = tuple(Term(issue_id=each, value=Decimal(50)) for each in issues)
            logbook.alternatives.add(matter, name="Campania", terms=baselines)
            negotiation = logbook.negotiations.load(matter)
            say, draw = Words(), random.Random(SEED)
            for number in range(1_000):
                clock[0] += timedelta(minutes=1)
                # both sides come nearer, in no order of the issues
                way = number // 25
                ours = number % 2 == 0
                text = f"{'w' if ours else 't'} i{draw.randrange(8)} {10 + way // 2 if ours else 90 - way // 2}"
                reading = read_line(negotiation, text, say, clock[0])
                logged = log_line(logbook, negotiation, reading, say, clock[0], with_repairs=False)
                negotiation = logged.negotiation
    return path


def _add_issue(logbook: Logbook, matter: int, number: int) -> int:
    figures = {"best": 0, "opening": 5, "fair": 40, "baseline": 50, "minimum": 60, "limit": 95, "worst": 100}
    rungs = {name: Decimal(figure) for name, figure in figures.items()}
    weight = Decimal(5 + 3 * number)
    issue = logbook.issues.add(
        matter, name=f"Issue {number}", alias=f"i{number}", unit="days", step=Decimal(1), weight=weight, **rungs
    ).made
    for subject, likely in ((Subject.WEIGHT, 30 - weight), (Subject.BEST, Decimal(100)), (Subject.WORST, Decimal(0))):
        logbook.estimates.put(matter, issue, subject, likely=likely)
    return issue
