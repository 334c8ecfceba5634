"""tests: run the benchmarks and print their table.

python -m tests.benchmarks                  everything
python -m tests.benchmarks NAME ...         those whose name begins so
python -m tests.benchmarks --rounds 15      more rounds than nine
"""

from __future__ import annotations

import argparse
import sys

from tests.benchmarks import analysis, charts, cover, dossiers, letters, lists, meet, peek, save, search, start
from tests.benchmarks.harness import ROUNDS, measure, table, time_once

BENCHMARKS = (
    *start.BENCHMARKS,
    *lists.BENCHMARKS,
    *dossiers.BENCHMARKS,
    *search.BENCHMARKS,
    *save.BENCHMARKS,
    *meet.BENCHMARKS,
    *peek.BENCHMARKS,
    *letters.BENCHMARKS,
    *cover.BENCHMARKS,
    *analysis.BENCHMARKS,
    *charts.BENCHMARKS,
)


def main() -> int:
    """Measure what is asked for; the exit code is 1 where a target is missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description="Measure against the targets.")
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--once", nargs=2, metavar=("NAME", "WHICH"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.once:
        (found,) = (each for each in BENCHMARKS if each.name == given.once[0])
        print(time_once(found.floor if given.once[1] == "floor" else found.product))
        return 0
    chosen = [each for each in BENCHMARKS if not given.names or each.name.startswith(tuple(given.names))]
    if not chosen:
        parser.error(f"there are {', '.join(each.name for each in BENCHMARKS)}")
    measured = [measure(each, max(given.rounds, 1)) for each in chosen]
    print(table(measured))
    return 0 if all(each.holds for each in measured) else 1


if __name__ == "__main__":
    sys.exit(main())
