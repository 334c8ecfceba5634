"""tests: garbage - none is looked for while the program starts, later only among what came since."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_LATER = """
from ui.garbage import hold, settle
hold()
held = gc.isenabled()
old = [[number] for number in range(10_000)]
settle()
seen = {id(each) for each in gc.get_objects()}
new = [[number] for number in range(10)]
print(held, gc.isenabled(), sum(id(each) in seen for each in old), all(gc.is_tracked(each) for each in new))
class Loop:
    pass
loop = Loop()
loop.self = loop
gone = weakref.ref(loop)
del loop
gc.collect()
print(gone())
"""


def test_what_came_before_is_set_aside_and_garbage_that_comes_is_found() -> None:
    # in a process of its own: what is set aside stays so
    code = f"import gc, sys, weakref\nsys.path.insert(0, {str(ROOT)!r})\n{_LATER}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.split() == ["False", "True", "0", "True", "None"], done.stderr
