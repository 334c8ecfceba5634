"""tests: targets 1 to 4 - first paint, first rows, opening, and memory, on the reference and the large logbook."""

# Each floor and each product loads only what it needs, in a process of its own.
# ruff: noqa: PLC0415

from __future__ import annotations

import sys
from functools import partial

from tests.benchmarks.harness import Benchmark, Figure, Prepared
from tests.benchmarks.logbooks import own
from tests.benchmarks.windows import until


def _reach(reached: str, *words: str, size: str = "") -> Prepared:
    words = (*words, str(own(size))) if size else words
    return lambda: until(reached, *words)


def _hold(reached: str, *words: str, size: str = "") -> Prepared:
    words = (*words, str(own(size))) if size else words
    return lambda: Figure(until(reached, *words))


def _version_row(size: str) -> Prepared:
    import sqlcipher3.dbapi2

    path = own(size)

    def run() -> object:
        with path.open("rb") as file:
            head = file.read(100)
        connection = sqlcipher3.dbapi2.connect(f"{path.as_uri()}?mode=rw", uri=True)
        connection.execute("PRAGMA journal_mode = WAL").fetchone()
        connection.execute("PRAGMA synchronous = FULL")
        found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        connection.close()
        return head, found

    return run


def _open(size: str) -> Prepared:
    from db.logbook import Logbook

    path = own(size)

    def run() -> None:
        Logbook.open(path).close()
        if "alembic" in sys.modules:
            raise RuntimeError("alembic was imported")

    return run


def _on(size: str) -> tuple[Benchmark, ...]:
    return (
        Benchmark(
            f"start-paint-{size}", f"first paint of the window that opens the {size} logbook",
            "a bare window with menus and a table, to its first paint",
            partial(_reach, "painted", "bare"), partial(_reach, "painted", "product", size=size), most_ratio=1.4,
        ),
        Benchmark(
            f"start-rows-{size}", f"first rows of the {size} logbook on the screen",
            "a bare window, then 25 mapped classes and one page of 50 rows in its table",
            partial(_reach, "rows", "bare-rows", size=size), partial(_reach, "rows", "product", size=size),
            most_ratio=1.3,
        ),
        Benchmark(
            f"start-open-{size}", f"open and close the {size} logbook where nothing is to migrate; Alembic not loaded",
            "its version row read by hand", partial(_version_row, size), partial(_open, size), most_ratio=2,
        ),
        Benchmark(
            f"start-memory-{size}", f"memory at the first paint with the {size} logbook to open",
            "the memory of the bare window", partial(_hold, "painted", "bare"),
            partial(_hold, "painted", "product", size=size), most_ratio=1.3, unit="MiB",
        ),
        Benchmark(
            f"start-places-{size}", f"memory after every place and tab of the {size} logbook was opened once",
            "the memory of the bare window", partial(_hold, "painted", "bare"),
            partial(_hold, "walked", "places", size=size), most_ratio=2.5, unit="MiB",
        ),
    )  # fmt: skip


BENCHMARKS = (*_on("reference"), *_on("large"))
