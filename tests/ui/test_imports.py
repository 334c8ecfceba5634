"""tests: imports - what is loaded after Qt is loaded without its source being read."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def read_when_loaded(before: str) -> set[str]:
    """Return which modules' sources are held in memory after one module was loaded before that, and one after."""
    code = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
import PySide6.QtCore
import textwrap, linecache
linecache.clearcache()
{before}
import colorsys
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
assert QColor(Qt.GlobalColor.red).red() == 255
print(*(name.replace(chr(92), "/").rsplit("/", 1)[-1] for name in linecache.cache))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert not done.returncode, done.stderr
    return set(done.stdout.split())


def test_no_source_is_read_and_qt_works() -> None:
    read = read_when_loaded("from ui import imports; imports.let_be()")
    assert "colorsys.py" not in read


def test_it_is_needed_as_long_as_pyside_reads_them() -> None:
    assert "colorsys.py" in read_when_loaded("")
