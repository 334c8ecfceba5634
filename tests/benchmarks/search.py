"""tests: target 7 - search as one types, against the same strategy in SQL alone."""

# Each floor and each product loads only what it needs, in a process of its own.
# ruff: noqa: PLC0415

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial

from tests.benchmarks.harness import Benchmark, Figure, Prepared
from tests.benchmarks.logbooks import made

# What is typed letter by letter: common words, rare ones, two words, other scripts, an article number, nothing found.
_TYPED = (
    "brackets", "köhler", "the stock of", "frame contract", "etiketten", "rabat", "ελαιώνας", "番茄酱", "ذرة معلبة",
    "ED-88", "zebrafinch", "price",
)  # fmt: skip
_RANKED = 5_000
_LIMIT = 50


def _beginnings() -> Iterator[str]:
    for text in _TYPED:
        yield from (text[:end] for end in range(1, len(text) + 1) if text[:end].strip())


def _taken(find: Callable[[str], object]) -> list[float]:
    for _ in range(2):  # the first time warms the pages that every search needs
        taken = []
        for text in _beginnings():
            start = time.perf_counter()
            find(text)
            taken.append((time.perf_counter() - start) * 1000)
    return sorted(taken)


def _share(taken: list[float], share: float) -> Figure:
    return Figure(taken[min(int(len(taken) * share), len(taken) - 1)])


def _floor(size: str, share: float) -> Prepared:
    """Prepare the smallest program: count at most 5,001 hits, rank only below that, with all that a hit shows."""
    import sqlcipher3.dbapi2

    connection = sqlcipher3.dbapi2.connect(f"{made(size).as_uri()}?mode=ro", uri=True)
    count = f"SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT {_RANKED + 1})"
    shown = "search.rowid AS place, snippet(search, 1, '', '', '…', 16) AS excerpt"
    frame = """
        SELECT document.kind, document.record_id, document.title, hit.excerpt, supplier.id, supplier.name,
            negotiation.id, negotiation.title
        FROM (SELECT {shown} FROM search WHERE search MATCH ? ORDER BY {order} LIMIT {limit}) AS hit
        JOIN search_document AS document ON document.id = hit.place
        LEFT JOIN negotiation ON negotiation.id = document.negotiation_id
        LEFT JOIN supplier ON supplier.id = coalesce(document.supplier_id, negotiation.supplier_id)
    """
    ranked = frame.format(shown=shown, order="bm25(search, 4.0, 1.0)", limit=_LIMIT)
    newest = frame.format(shown=shown, order="search.rowid DESC", limit=_LIMIT)

    def find(text: str) -> object:
        asked = " ".join(f'"{token}"*' for token in text.split())
        (found,) = connection.execute(count, (asked,)).fetchone()
        return connection.execute(ranked if found <= _RANKED else newest, (asked,)).fetchall()

    return lambda: _share(_taken(find), share)


def _product(size: str, share: float) -> Prepared:
    from db.logbook import Logbook

    logbook = Logbook.open(made(size), write=False)
    return lambda: _share(_taken(lambda text: logbook.search(text, _LIMIT)), share)


BENCHMARKS = tuple(
    Benchmark(
        f"search-{name}-{size}",
        f"search in the {size} logbook as one types, {what} of all keys",
        "the same strategy and joins in SQL alone, as plain tuples",
        partial(_floor, size, share),
        partial(_product, size, share),
        most_ratio=1.5,
    )
    for size in ("reference", "large")
    for name, what, share in (("median", "the median", 0.5), ("p95", "the 95 % mark", 0.95), ("max", "the slowest", 1))
)
