"""tests: the door - what the first word decides, what happens without a display, what the first paint loads."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def run(*words: str, display: bool = True) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONUTF8": "1"}
    if not display:
        environment.pop("QT_QPA_PLATFORM", None)
    command = [sys.executable, str(ROOT / "main.py"), *words]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, env=environment)


def test_a_command_goes_to_the_command_line(tmp_path: Path) -> None:
    file = tmp_path / "new.logroll"
    done = run("new", str(file), display=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert file.exists()


@pytest.mark.parametrize("words", [("--nonsense",), ("a.logroll", "b.logroll"), ("offer",)])
def test_what_is_neither_command_nor_file_is_a_wrong_usage(words: tuple[str, ...]) -> None:
    done = run(*words, display=False)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_without_a_display_it_says_what_to_do_and_shows_what_the_sample_says() -> None:
    done = run(display=False)
    assert done.returncode == 0, done.stderr
    assert "DISPLAY" in done.stdout
    assert "main.py verdict" in done.stdout
    assert "BATNA" in done.stdout


def test_the_commands_named_at_the_door_are_those_of_the_command_line() -> None:
    code = "import runpy, sys; names = runpy.run_path(sys.argv[1])['COMMANDS']; print(' '.join(names))"
    command = [sys.executable, "-c", code, str(ROOT / "main.py")]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    usage = run("--help", display=False).stdout
    assert done.stdout.split()
    for name in done.stdout.split():
        assert f"\n    {name} " in usage or f"\n  {name} " in usage, name
