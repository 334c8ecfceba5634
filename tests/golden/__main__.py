"""tests: write the golden logbook of the present revision, once, when the revision is new."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from core.exchange.dump import Dump
from db.engine import REVISION
from db.logbook import Logbook
from tests.golden.fill import fill, ticking

FOLDER = Path(__file__).parent


def as_text(dump: Dump) -> str:
    """Write a dump so that a difference shows in the right line."""
    everything = {"revision": dump.revision, "tables": dump.tables, "sequences": dump.sequences}
    return json.dumps(everything, ensure_ascii=False, indent=1) + "\n"


def main() -> int:
    """Write file and content of the present revision; refuse to replace what an older program wrote."""
    path = FOLDER / f"{REVISION:04d}.logroll"
    if path.exists():
        print(f"{path} is there: it is what the program of that day wrote, and stays")
        return 1
    with Logbook.create(path, clock=ticking(), holder="tests") as book:
        fill(book)
        path.with_suffix(".json").write_text(as_text(book.dump()), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
