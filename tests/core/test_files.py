"""tests: core/files.py - a file is written wholly or not at all."""

from __future__ import annotations

import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from core.errors import BadInput
from core.files import keep_logbook, replacing, write_bytes, write_text

ROOT = Path(__file__).parents[2]


def stop_half_way(path: Path, reason: BaseException) -> None:
    with replacing(path) as stream:
        stream.write(b"new")
        raise reason


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_writes_a_new_file_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    write_bytes(tmp_path / "a.pdf", b"\x00\x01\r\n")
    assert (tmp_path / "a.pdf").read_bytes() == b"\x00\x01\r\n"
    assert names(tmp_path) == ["a.pdf"]


def test_replaces_an_old_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"long, long ago")
    write_text(path, "żółć\n")
    assert path.read_bytes() == "żółć\n".encode()


def test_an_exception_in_the_block_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    with pytest.raises(ValueError, match="half way"):
        stop_half_way(path, ValueError("half way"))
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.txt"]


def test_an_exception_in_the_block_leaves_no_file_where_there_was_none(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        stop_half_way(tmp_path / "a.txt", KeyboardInterrupt())
    assert names(tmp_path) == []


def test_a_folder_that_is_not_there_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_bytes(tmp_path / "none" / "a.txt", b"x")


def test_a_folder_in_the_place_of_the_file_stays_and_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(OSError):
        write_bytes(tmp_path / "a.txt", b"x")
    assert names(tmp_path) == ["a.txt"]


def test_keeps_the_permissions_of_the_file_that_it_replaces(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    path.chmod(0o640)
    before = stat.S_IMODE(path.stat().st_mode)
    write_bytes(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == before


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real = tmp_path / "real.txt"
    real.write_bytes(b"old")
    link = tmp_path / "link.txt"
    try:
        link.symlink_to(real)
    except OSError:  # Windows without the right to make links: a plain file then
        link = real
    write_bytes(link, b"new")
    assert real.read_bytes() == b"new"
    assert link == real or link.is_symlink()


def test_a_killed_writer_leaves_the_old_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    code = (
        "import sys, time\n"
        "from core.files import replacing\n"
        "with replacing(sys.argv[1]) as stream:\n"
        "    stream.write(b'n' * 100000); stream.flush(); print('half', flush=True); time.sleep(60)\n"
    )
    process = subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, cwd=ROOT)
    assert process.stdout is not None
    assert process.stdout.readline().strip() == b"half"
    process.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
    process.communicate()
    assert path.read_bytes() == b"old"


def test_nothing_else_is_written_over_a_logbook(tmp_path: Path) -> None:
    renamed, report = tmp_path / "renamed.pdf", tmp_path / "report.pdf"
    renamed.write_bytes(b"SQLite format 3\0 and so on")
    report.write_bytes(b"%PDF-1.7")
    for place in (tmp_path / "mine.logroll", tmp_path / "MINE.LOGROLL", tmp_path / "mine.logroll-wal", renamed):
        with pytest.raises(BadInput):
            keep_logbook(place)
    for place in (report, tmp_path / "new.json", tmp_path):
        keep_logbook(place)
