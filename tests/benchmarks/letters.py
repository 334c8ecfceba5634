"""tests: the reading of a letter typed in Meet, without its painting, on twenty issues and a talk of 1,000 lines."""

# Each floor and each product loads only what it needs, in a process of its own.
# ruff: noqa: PLC0415

from __future__ import annotations

import time

from tests.benchmarks.harness import Benchmark, Figure, Prepared

_LINES = ("t price 1.48, payment 30d", "w price -0.02 if issue 7 4, issue 8 5", "t ok issue 9", "t 1.47 issue 1")
ISSUES, SAID = 20, 1_000


def _one() -> Prepared:
    return lambda: Figure(1.0)


def _letters() -> Prepared:
    from datetime import UTC, datetime, timedelta
    from decimal import Decimal

    from core.issue import Issue
    from core.line import Line, Verb
    from core.negotiation import Negotiation
    from core.shorthand import complete, words_of
    from core.side import Side
    from core.term import Term
    from core.words import Words
    from ui.meet.line_reader import LineReader

    now = datetime(2026, 11, 24, 10, tzinfo=UTC)
    names = [("Price", "EUR/can", "1.35", "1.55"), ("Payment", "days", "90", "14")]
    names += [(f"Issue {number}", "points", "0", "10") for number in range(1, ISSUES - 1)]
    issues = tuple(
        Issue(id=number, negotiation_id=1, name=name, unit=unit, best=Decimal(best), worst=Decimal(worst))
        for number, (name, unit, best, worst) in enumerate(names, start=1)
    )
    lines = tuple(
        Line(
            id=number,
            negotiation_id=1,
            at=now - timedelta(minutes=SAID - number),
            logged_at=now - timedelta(minutes=SAID - number),
            side=Side.THEM if number % 2 else Side.US,
            verb=Verb.OFFER,
            text="typed",
            terms=(
                Term(issue_id=1, value=Decimal(135 + number % 20) / 100),
                Term(issue_id=2 + number % (ISSUES - 1), value=Decimal(5)),
            ),
        )
        for number in range(1, SAID + 1)
    )
    say = Words("en", "en_GB")

    def run() -> Figure:
        spent = []
        for text in _LINES:
            # a state of the negotiation has its own reader: the first letter looks at the table
            negotiation = Negotiation(id=1, supplier_id=1, title="Matter", issues=issues, lines=lines)
            reader = LineReader(negotiation, say)
            for end in range(1, len(text) + 1):
                start = time.perf_counter()
                reading = reader.read(text[:end], now)
                for choice in reading.choices:
                    words_of(choice, negotiation, say)
                complete(text[:end], reader.context(now))
                spent.append((time.perf_counter() - start) * 1000)
        return Figure(sorted(spent)[int(len(spent) * 0.95)])

    return run


BENCHMARKS = (
    Benchmark(
        "letter",
        "a letter read, told in words and completed, the 95 % mark, on 20 issues and 1,000 lines",
        "one millisecond",
        _one,
        _letters,
        most_ms=4,
    ),
)
