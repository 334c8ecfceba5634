"""tests: compare the engine with plain enumeration on thousands of random cases.

python -m tests.benchmarks.exactness [CASES] [SEED]     CASES of every kind together, 6,000 unless told
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from random import Random

from tests.core.analysis.cases import KINDS, enumerate_case, random_case
from tests.core.analysis.test_frontier import assert_as_enumerated


def main() -> int:
    """Compare, print how many cases agreed, and name the seed of each that did not."""
    given = [int(word) for word in sys.argv[1:]]
    cases, seed = [*given, *(6000, 1)[len(given) :]]
    start = time.perf_counter()
    agreed: Counter[str] = Counter()
    packages = 0
    wrong = []
    for number in range(cases):
        kind = KINDS[number % len(KINDS)]
        name = f"{seed}-{number}"
        found = random_case(Random(name), kind)
        packages += enumerate_case(found).packages
        try:
            assert_as_enumerated(found)
        except AssertionError as error:
            wrong.append(f"{kind} {name}: {error}")
        else:
            agreed[kind] += 1
    for kind in KINDS:
        print(f"{kind:10} {agreed[kind]:6} agree")
    print(
        f"{sum(agreed.values())} of {cases} cases agree with enumeration ({packages} packages valued) in frontier, "
        f"Nash, Kalai-Smorodinsky, welfare and count, {time.perf_counter() - start:.0f} s, seed {seed}"
    )
    for each in wrong:
        print(each)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
