"""tests: one writer at a time, told by name, and nothing left behind."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from core.errors import InUse
from db.lock import HOLDER, LOCK, WriterLock
from tests.golden.fill import ticking


def test_the_lock_leaves_no_file(tmp_path: Path) -> None:
    path = tmp_path / "book.logroll"
    lock = WriterLock(path, "window", ticking())
    assert {each.name for each in tmp_path.iterdir()} == {path.name + LOCK, path.name + HOLDER}
    lock.release()
    lock.release()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [None, "", "{", "[]", '{"program": "x"}', '{"since": 7}', "\0"])
def test_a_holder_that_cannot_be_read_is_somebody(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "book.logroll"
    lock = WriterLock(path, "window", ticking())
    holder = path.with_name(path.name + HOLDER)
    holder.unlink()
    if content is not None:
        holder.write_text(content)
    with pytest.raises(InUse) as caught:
        WriterLock(path, "second", ticking())
    assert caught.value.message.code == "logbook.in_use_unknown"
    lock.release()


def test_files_left_by_a_crash_are_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "book.logroll"
    path.with_name(path.name + LOCK).write_text("")
    left = '{"program": "gone", "pid": 1, "host": "h", "since": "2026-01-01T00:00"}'
    path.with_name(path.name + HOLDER).write_text(left)
    lock = WriterLock(path, "window", ticking())
    with pytest.raises(InUse) as caught:
        WriterLock(path, "second", ticking())
    assert caught.value.message.data["program"] == "window"
    assert caught.value.message.data["pid"] == str(os.getpid())
    lock.release()


def test_of_many_only_one_gets_it(tmp_path: Path) -> None:
    path = tmp_path / "book.logroll"
    held: list[WriterLock] = []
    refused: list[InUse] = []
    ready = threading.Barrier(8)

    def take() -> None:
        ready.wait()
        try:
            held.append(WriterLock(path, "window", ticking()))
        except InUse as error:
            refused.append(error)

    threads = [threading.Thread(target=take) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(held), len(refused)) == (1, 7)
    held[0].release()
