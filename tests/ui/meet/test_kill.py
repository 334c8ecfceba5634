"""tests: whatever ends the program while one types, every entered line is there, and the draft of two seconds before.

A few kills here; `LOGROLL_KILLS=100` in the environment makes it a hundred.
"""

from __future__ import annotations

import os
import random
import selectors
import signal
import subprocess
import sys
import time
from pathlib import Path

from db.logbook import Logbook

ROOT = Path(__file__).parents[3]
KILLS = int(os.environ.get("LOGROLL_KILLS", "8"))
LATEST = 2.0  # seconds of typing that may be lost

# For each order: the whole program, which opens the logbook, goes to Meet and types by real key events; it tells each
# letter that is in the line and each line that was entered, with the moment. What takes time at a start is loaded once.
TYPIST = """
import os, sys, time
from pathlib import Path
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy.orm import configure_mappers
from db.logbook import Logbook, now
import ui.desk, ui.meet.view, ui.negotiation.view, ui.places
from ui.app import Program
from ui.crash_file import CrashFile
from ui.navigation import NEGOTIATION, Place
from ui.settings_store import SettingsStore

path, negotiation, home = Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
configure_mappers()

def tell(*words):
    print(time.monotonic(), *words, sep="\t", flush=True)

def type_on(name):
    tell("process", os.getpid())
    app = QApplication([])
    store = SettingsStore(home / "settings.json")
    crashes = CrashFile(home / "log")
    program = Program(app, store, crashes, now)
    program.show(path)
    while program.desk is None or program.desk.session is None:
        QTest.qWait(5)
    program.window.activateWindow()
    assert program.desk.session.go(Place(NEGOTIATION, negotiation, "meet"))
    QTest.qWait(10)
    program.desk.session.screen.tab.focus_first()
    tell("ready")
    number = 0
    while True:
        # a short line and a long one in turn: one to be entered, one to be cut off
        text = f"t # {name}-{number} looks at the clock" + " and says nothing" * (12 * (number % 2))
        for letter in text:
            QTest.keyClicks(QApplication.focusWidget(), letter)
            tell("typed", QApplication.focusWidget().toPlainText())
            QTest.qWait(15)
        # what was half typed when the last one was killed is there again, before it
        text = QApplication.focusWidget().toPlainText()
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        tell("entered", text)
        number += 1

for order in sys.stdin:
    child = os.fork() if hasattr(os, "fork") else 0
    if child == 0:
        type_on(order.strip())
    os.waitpid(child, 0)
    print("ended", flush=True)
"""


def test_entered_lines_and_the_draft_survive_kills_while_one_types(tmp_path: Path) -> None:
    chance = random.Random(1)
    path = tmp_path / "book.logroll"
    with Logbook.create(path) as book:
        supplier = book.suppliers.add(name="Sorano").made
        matter = book.negotiations.add(supplier_id=supplier, title="Tins").made
    program = [sys.executable, "-c", TYPIST, str(path), str(matter), str(tmp_path)]
    typist = _start(program)
    entered: list[str] = []
    drafts = 0
    for number in range(KILLS):
        if typist.poll() is not None:
            typist = _start(program)
        killed_at, told = _kill_one(typist, f"n{number}", chance.uniform(0.2, 4.5))
        entered += [text for _, kind, text in told if kind == "entered"]
        last = max((at for at, kind, _ in told if kind == "entered"), default=0.0)
        # letters of the line that was not entered, and old enough to be kept
        old = [text for at, kind, text in told if kind == "typed" and last < at <= killed_at - LATEST]
        with Logbook.open(path) as book:
            found = [line.text for line in book.negotiations.load(matter).lines]
            draft = book.drafts.read(f"meet:{matter}")
        assert set(entered) <= set(found)
        assert len(found) == len(set(found))
        if old:
            drafts += 1
            assert draft.startswith(old[-1]) or any(text.startswith(old[-1]) for text in found), (draft, old[-1])
    with typist:
        typist.kill()
    assert entered
    assert drafts or KILLS < 8
    with Logbook.open(path) as book:
        assert book.verify().findings == ()


def _start(program: list[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(program, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def _kill_one(typist: subprocess.Popen[str], name: str, after: float) -> tuple[float, list[tuple[float, str, str]]]:
    """Let one typist work for so many seconds and kill it; return when, and all that it told."""
    assert typist.stdin is not None
    assert typist.stdout is not None
    typist.stdin.write(f"{name}\n")
    typist.stdin.flush()
    process = int(typist.stdout.readline().split("\t")[2])
    assert typist.stdout.readline().split("\t")[1].strip() == "ready"
    told: list[tuple[float, str, str]] = []
    end = time.monotonic() + after
    with selectors.DefaultSelector() as waiting:
        waiting.register(typist.stdout, selectors.EVENT_READ)
        while (left := end - time.monotonic()) > 0:
            if waiting.select(left):
                told.append(_told(typist.stdout.readline()))
    os.kill(process, signal.SIGKILL)
    killed_at = time.monotonic()
    while (line := typist.stdout.readline()) not in ("", "ended\n"):
        told.append(_told(line))
    return killed_at, told


def _told(line: str) -> tuple[float, str, str]:
    at, kind, text = line.rstrip("\n").split("\t")
    return float(at), kind, text
