"""tests: what was reported as saved is there, however the program ends."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
from pathlib import Path

from db.logbook import Logbook
from tests.golden.fill import ticking

ROOT = Path(__file__).parent.parent.parent
KILLS = 100
AT_ONCE = 2

# Opens the logbook, then logs lines for good and says of each that it is saved as soon as the verb has returned.
WRITER = """
import sys
from pathlib import Path
from core.log import Entry
from db.logbook import Logbook
from tests.golden.fill import START, offer

path, negotiation, name = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
book = Logbook.open(path, holder="writer")
number = 0
while True:
    text = f"{name}-{number}"
    made = book.lines.log(negotiation, Entry(line=offer(negotiation, text, at=START))).made
    print(made, text, flush=True)
    if number % 5 == 4:
        book.negotiations.change(negotiation, lead=text)
        book.journal.undo()
    number += 1
"""


def kill_one(path: Path, negotiation: int, name: str, lines: int) -> dict[int, str]:
    """Let a program log lines, kill it when so many are reported, and return all that it reported by then."""
    program = [sys.executable, "-c", WRITER, str(path), str(negotiation), name]
    with subprocess.Popen(program, cwd=ROOT, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        told = [writer.stdout.readline() for _ in range(lines)]
        writer.kill()
        told += writer.stdout.readlines()
    # the last one may be torn off in the middle
    whole = [line.split() for line in told if line.endswith("\n")]
    return {int(made): text for made, text in whole}


def kill_many(path: Path, kills: int, seed: int) -> None:
    """Kill programs that write one logbook, one after the other, and see after each that nothing reported is lost."""
    chance = random.Random(seed)
    with Logbook.open(path, clock=ticking()) as book:
        supplier = book.suppliers.add(name="A").made
        negotiation = book.negotiations.add(supplier_id=supplier, title="T").made
    reported: dict[int, str] = {}
    for number in range(kills):
        reported |= kill_one(path, negotiation, f"n{number}", chance.randint(1, 6))
        with Logbook.open(path, write=False) as book:
            found = {line.id: line.text for line in book.negotiations.load(negotiation).lines}
        assert reported.items() <= found.items()
        # what was saved without being reported is one line at most for each kill
        assert len(found) <= len(reported) + number + 1
    with Logbook.open(path) as book:
        assert book.verify().findings == ()
        assert len(book.search("n", limit=10_000)) >= len(reported)
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_every_line_reported_as_saved_survives_a_hundred_kills(tmp_path: Path, blank_file: Path) -> None:
    failed: list[BaseException] = []

    def work(seed: int) -> None:
        try:
            folder = tmp_path / str(seed)
            folder.mkdir()
            path = folder / "book.logroll"
            path.write_bytes(blank_file.read_bytes())
            kill_many(path, KILLS // AT_ONCE, seed)
        except BaseException as error:  # noqa: BLE001 - told by the test below
            failed.append(error)

    threads = [threading.Thread(target=work, args=(seed,)) for seed in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed, failed
