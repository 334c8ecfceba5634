"""tests: what was reported as saved is there, however the program ends."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from pathlib import Path
from typing import Self

from db.logbook import Logbook
from tests.golden.fill import ticking

ROOT = Path(__file__).parent.parent.parent
KILLS = 100

# For each order: a process that opens the logbook, logs lines for good, and says of each that it is saved as soon as
# the verb has returned. Where the system can fork, what takes time at a start is loaded once for all of them.
WRITER = """
import os, sys
from pathlib import Path
from sqlalchemy.orm import configure_mappers
from core.log import Entry
from db.logbook import Logbook
from tests.golden.fill import START, offer

path, negotiation = Path(sys.argv[1]), int(sys.argv[2])
configure_mappers()

def write(name):
    print("process", os.getpid(), flush=True)
    book = Logbook.open(path, holder="writer")
    number = 0
    while True:
        text = f"{name}-{number}"
        made = book.lines.log(negotiation, Entry(line=offer(negotiation, text, at=START))).made
        print("saved", made, text, flush=True)
        if number % 5 == 4:
            book.negotiations.change(negotiation, lead=text)
            book.journal.undo()
        number += 1

for order in sys.stdin:
    child = os.fork() if hasattr(os, "fork") else 0
    if child == 0:
        write(order.strip())
    os.waitpid(child, 0)
    print("ended", flush=True)
"""


class Writers:
    """Processes that write one logbook, one after the other, each until it is killed."""

    def __init__(self, path: Path, negotiation: int) -> None:
        self._program = [sys.executable, "-c", WRITER, str(path), str(negotiation)]
        self._running = self._start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        with self._running:
            self._running.kill()

    def kill_one(self, name: str, lines: int) -> dict[int, str]:
        """Kill a writer when it has reported so many lines; return all that it reported, by id."""
        if self._running.poll() is not None:
            self._running = self._start()
        assert self._running.stdin is not None
        assert self._running.stdout is not None
        self._running.stdin.write(f"{name}\n")
        self._running.stdin.flush()
        process = int(self._running.stdout.readline().split()[1])
        told = [self._running.stdout.readline() for _ in range(lines)]
        os.kill(process, signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
        while (line := self._running.stdout.readline()) not in ("", "ended\n"):
            told.append(line)
        return {int(made): text for _, made, text in (line.split() for line in told)}

    def _start(self) -> subprocess.Popen[str]:
        return subprocess.Popen(
            self._program, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        )


def test_every_line_reported_as_saved_survives_a_hundred_kills(path: Path) -> None:
    chance = random.Random(1)
    with Logbook.open(path, clock=ticking()) as book:
        supplier = book.suppliers.add(name="A").made
        negotiation = book.negotiations.add(supplier_id=supplier, title="T").made
    reported: dict[int, str] = {}
    with Writers(path, negotiation) as writers:
        for number in range(KILLS):
            mine = writers.kill_one(f"n{number}", chance.randint(1, 6))
            assert mine
            reported |= mine
            with Logbook.open(path, write=False) as book:
                found = {line.id: line.text for line in book.negotiations.load(negotiation).lines}
            assert reported.items() <= found.items()
            # what was saved and could not be reported any more is one line for each kill
            assert len(found) <= len(reported) + number + 1
    with Logbook.open(path) as book:
        assert book.verify().findings == ()
        hits = {hit.id for hit in book.search("n", limit=10_000) if hit.kind == "line"}
        assert hits == found.keys()
    assert [each.name for each in path.parent.iterdir()] == [path.name]
