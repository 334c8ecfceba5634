"""tests: bugs go to a file on this computer and are told to who listens."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from ui.crash_file import CrashFile

ROOT = Path(__file__).resolve().parents[2]


def run(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    head = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from pathlib import Path\n"
    head += (
        f"from ui.crash_file import CrashFile\ncrashes = CrashFile(Path({str(folder)!r}), '9.9')\ncrashes.install()\n"
    )
    command = [sys.executable, "-X", "utf8", "-c", head + code]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def test_what_nobody_caught_is_written_and_named_without_a_traceback(tmp_path: Path) -> None:
    done = run("raise KeyError('a bug')", tmp_path)
    report = (tmp_path / "crash.txt").read_text(encoding="utf-8")
    assert "KeyError: 'a bug'" in report
    assert "Logroll 9.9" in report
    assert "Traceback" not in done.stderr
    assert str(tmp_path / "crash.txt") in done.stderr


def test_a_bug_in_a_thread_is_told_too(tmp_path: Path) -> None:
    code = (
        "import threading\nheard = []\ncrashes.listener = heard.append\n"
        "thread = threading.Thread(target=lambda: 1 / 0)\nthread.start()\nthread.join()\n"
        "print('ZeroDivisionError' in heard[0])"
    )
    assert run(code, tmp_path).stdout.strip() == "True"


def test_a_crash_of_the_interpreter_leaves_its_stack(tmp_path: Path) -> None:
    run("import faulthandler\nfaulthandler._sigabrt()", tmp_path)
    assert "Abort" in (tmp_path / "crash.txt").read_text(encoding="utf-8")


def test_qt_messages_go_to_the_log(tmp_path: Path) -> None:
    run("crashes.install_qt()\nfrom PySide6.QtCore import qWarning\nqWarning('a sign of trouble')", tmp_path)
    assert "a sign of trouble" in (tmp_path / "logroll.log").read_text(encoding="utf-8")


def test_the_file_is_kept_small(tmp_path: Path) -> None:
    path = tmp_path / "crash.txt"
    path.write_bytes(b"x" * 1_000_000)
    crashes = CrashFile(tmp_path)
    crashes.close()
    assert path.stat().st_size < 100_000


def test_the_log_keeps_its_end_and_stays_small(tmp_path: Path) -> None:
    loop = "for number in range(20_000): logging.warning('this is line number %05d', number)"
    run(f"import logging\n{loop}", tmp_path)
    text = (tmp_path / "logroll.log").read_text(encoding="utf-8")
    assert text.rstrip().endswith("line number 19999")
    assert 10_000 < len(text) < 400_000


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    crashes = CrashFile(tmp_path / "file" / "log")
    assert "ValueError" in crashes.write(ValueError, ValueError("x"), None)
    crashes.close()
