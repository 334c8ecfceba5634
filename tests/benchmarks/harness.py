"""tests: the harness - fresh processes, floor and product in turn, the median of the ratios round by round."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROUNDS = 9
ROOT = Path(__file__).resolve().parents[2]

# What is done before the clock starts returns what is done while it runs.
Prepared = Callable[[], object]


class Figure(float):
    """What a run returns that has measured itself: percentiles of many steps, or memory in MiB."""


@dataclass(frozen=True)
class Benchmark:
    """One target: a product measured against a floor, both prepared outside the clock.

    `most_ratio` and `most_ms` are the target, as a ratio to the floor and in milliseconds (or in `unit`); None where
    it has none. Figures of another `unit` are returned by the run itself as a `Figure`.
    """

    name: str
    what: str
    floor_is: str
    floor: Callable[[], Prepared]
    product: Callable[[], Prepared]
    most_ratio: float | None = None
    most_ms: float | None = None
    unit: str = "ms"


@dataclass(frozen=True)
class Measured:
    """The rounds of one benchmark in milliseconds."""

    benchmark: Benchmark
    floor: list[float]
    product: list[float]

    @property
    def ratios(self) -> list[float]:
        """Return the ratio of each round."""
        return [product / floor for floor, product in zip(self.floor, self.product, strict=True)]

    @property
    def holds(self) -> bool:
        """Tell whether the medians keep the target."""
        most_ratio, most_ms = self.benchmark.most_ratio, self.benchmark.most_ms
        return (most_ratio is None or median(self.ratios) <= most_ratio) and (
            most_ms is None or median(self.product) <= most_ms
        )


def time_once(prepare: Callable[[], Prepared]) -> float:
    """Prepare, run once and return the milliseconds of the run, or the figure that it measured itself."""
    work = prepare()
    start = time.perf_counter()
    found = work()
    passed = (time.perf_counter() - start) * 1000
    return found if isinstance(found, Figure) else passed


def measure(benchmark: Benchmark, rounds: int = ROUNDS) -> Measured:
    """Measure floor and product in turn, each time in a process of its own."""
    floor, product = [], []
    for _ in range(rounds):
        floor.append(_in_a_process(benchmark.name, "floor"))
        product.append(_in_a_process(benchmark.name, "product"))
    return Measured(benchmark, floor, product)


def table(found: Iterable[Measured]) -> str:
    """Write what was measured as a table."""
    rows = [("benchmark", "floor ms", "product ms (min to max)", "ratio (min to max)", "target", "")]
    notes = []
    for each in found:
        target = [
            text
            for text, most in (
                (f"<= {{:g}} {each.benchmark.unit}", each.benchmark.most_ms),
                ("<= {:g} x", each.benchmark.most_ratio),
            )
            if most is not None
            for text in [text.format(most)]
        ]
        rows.append(
            (
                each.benchmark.name,
                f"{median(each.floor):.2f}",
                f"{median(each.product):.2f} ({min(each.product):.2f} to {max(each.product):.2f})",
                f"{median(each.ratios):.2f} ({min(each.ratios):.2f} to {max(each.ratios):.2f})",
                ", ".join(target),
                "holds" if each.holds else "MISSED",
            )
        )
        unit = "" if each.benchmark.unit == "ms" else f" In {each.benchmark.unit}."
        notes.append(f"{each.benchmark.name}: {each.benchmark.what}. Floor: {each.benchmark.floor_is}.{unit}")
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    lines.insert(1, "  ".join("-" * width for width in widths).rstrip())
    machine = f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} processors"
    return "\n".join(
        [*lines, "", *notes, f"Medians of rounds in fresh processes, floor and product in turn. {machine}."]
    )


def _in_a_process(name: str, which: str) -> float:
    command = [sys.executable, "-m", "tests.benchmarks", "--once", name, which]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{name} {which} failed:\n{done.stderr}")
    return float(done.stdout.split()[-1])
