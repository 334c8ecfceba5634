"""tests: target 11 - from the records to frontier, packages, Nash, Kalai-Smorodinsky, hull and three equal packages."""

from __future__ import annotations

from fractions import Fraction
from functools import partial

from core.analysis.bargaining import solutions
from core.analysis.case import case_of
from core.analysis.frontier import frontier
from core.analysis.hull import hull
from core.analysis.meso import meso
from core.message import Message
from tests.benchmarks.harness import Benchmark, Prepared
from tests.benchmarks.two_parties import TOTAL, two_parties
from tests.core.cases import DAY


def _floor(issues: int, options: int) -> Prepared:
    """Prepare the smallest program: merge whole points, keep the undominated pairs; no packages, no solutions."""
    found = two_parties(issues, options)
    columns = [
        list(
            zip(
                [int(option.value * TOTAL) for option in each.options],
                [int(e.likely * TOTAL) for e in found.estimates if e.issue_id == each.id and e.option],  # type: ignore[operator]
                strict=True,
            )
        )
        for each in found.issues
    ]

    def run() -> list[tuple[int, int]]:
        front = [(0, 0)]
        for column in columns:
            pairs = sorted(((a + x, b + y) for a, b in front for x, y in column), reverse=True)
            front, best = [], -1
            for pair in pairs:
                if pair[1] > best:
                    best = pair[1]
                    front.append(pair)
        return front

    return run


def _product(issues: int, options: int) -> Prepared:
    found = two_parties(issues, options)

    def run() -> object:
        case = case_of(found, DAY)
        if isinstance(case, Message):
            raise TypeError(case.code)
        front = frontier(case)
        solved = solutions(case, front)
        equal = meso(case, solved.nash[0].ours, Fraction(1, 100 * issues), front)
        if len(equal.packages) != 3 or not front.is_exact:
            raise ValueError("the case is none that the target speaks of")
        return solved.kalai_smorodinsky, hull(case), equal

    return run


def _benchmark(issues: int, options: int, most_ms: float) -> Benchmark:
    return Benchmark(
        name=f"analysis-{issues}x{options}",
        what=f"frontier with packages, Nash, Kalai-Smorodinsky, hull and 3 equal packages of {issues} issues with "
        f"{options} options, from the records on",
        floor_is="the undominated pairs alone, merged as plain tuples",
        floor=partial(_floor, issues, options),
        product=partial(_product, issues, options),
        most_ms=most_ms,
    )


BENCHMARKS = (_benchmark(8, 6, 10), _benchmark(20, 20, 100))
