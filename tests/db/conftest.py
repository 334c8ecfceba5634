"""tests: logbooks as files - one is migrated and one is filled in a session, each test works on copies."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from db.logbook import Logbook
from db.migrate import create
from tests.golden.fill import Filled, fill, ticking


@pytest.fixture(scope="session")
def blank_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an empty logbook that nobody changes."""
    path = tmp_path_factory.mktemp("blank") / "blank.logroll"
    create(path)
    return path


@pytest.fixture(scope="session")
def _filled(tmp_path_factory: pytest.TempPathFactory, blank_file: Path) -> tuple[Path, Filled]:
    path = tmp_path_factory.mktemp("filled") / "filled.logroll"
    shutil.copy(blank_file, path)
    with Logbook.open(path, clock=ticking()) as book:
        return path, fill(book)


@pytest.fixture
def path(tmp_path: Path, blank_file: Path) -> Path:
    """Return an empty logbook of the test's own."""
    return Path(shutil.copy(blank_file, tmp_path / "book.logroll"))


@pytest.fixture
def book(path: Path) -> Iterator[Logbook]:
    """Return an empty logbook, open."""
    with Logbook.open(path, clock=ticking()) as logbook:
        yield logbook


@pytest.fixture
def ids(_filled: tuple[Path, Filled]) -> Filled:
    """Return the ids in `full`."""
    return _filled[1]


@pytest.fixture
def full_path(tmp_path: Path, _filled: tuple[Path, Filled]) -> Path:
    """Return a filled logbook of the test's own."""
    return Path(shutil.copy(_filled[0], tmp_path / "full.logroll"))


@pytest.fixture
def full(full_path: Path) -> Iterator[Logbook]:
    """Return a filled logbook, open."""
    with Logbook.open(full_path, clock=ticking()) as logbook:
        yield logbook


Make = Callable[[], Logbook]


@pytest.fixture
def make(tmp_path_factory: pytest.TempPathFactory, blank_file: Path) -> Iterator[Make]:
    """Return what opens a new empty logbook each time it is called."""
    opened: list[Logbook] = []

    def one() -> Logbook:
        path = tmp_path_factory.mktemp("one") / "book.logroll"
        shutil.copy(blank_file, path)
        opened.append(Logbook.open(path, clock=ticking()))
        return opened[-1]

    yield one
    for logbook in opened:
        logbook.close()
