"""tests: core/errors.py - what the operating system says becomes a sentence that tells what to do."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from core.errors import StorageTrouble, of_system
from core.words import Words


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk.full"),
        (errno.EACCES, "disk.no_permission"),
        (errno.EISDIR, "disk.is_folder"),
        (errno.ENOENT, "disk.no_folder"),
        (errno.ENOTDIR, "disk.no_folder"),
        (errno.ENAMETOOLONG, "disk.name_too_long"),
        (errno.EIO, "disk.failing"),
    ],
)
def test_what_the_system_says_is_told(number: int, code: str) -> None:
    error = of_system(OSError(number, "as the system says", "/a/file"))
    assert isinstance(error, StorageTrouble)
    assert error.message.code == code
    assert "{" not in Words().message(error.message)


def test_a_missing_folder_is_named() -> None:
    path = Path("nowhere") / "out.json"
    error = of_system(FileNotFoundError(errno.ENOENT, "No such file or directory", str(path)))
    assert Words().message(error.message).startswith("There is no folder nowhere.")


def test_trouble_without_a_file_says_what_the_system_said() -> None:
    error = of_system(OSError(errno.ENOENT, "No such file or directory"))
    assert "No such file or directory" in Words().message(error.message)
