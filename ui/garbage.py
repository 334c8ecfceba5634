"""ui: when Python looks for garbage - not while the program starts, and seldom while somebody works; loads no Qt."""

from __future__ import annotations

import gc

# Young objects are looked through as often as ever; all of them together a tenth as often.
_THRESHOLDS = 700, 10, 100


def hold() -> None:
    """Look for none: what is loaded while the program starts stays."""
    gc.disable()


def settle() -> None:
    """Set aside what there is by now, for good, and look for garbage among what comes.

    Everything loaded would otherwise be looked through again and again, for a tenth of a second between two keys.
    """
    gc.freeze()
    gc.set_threshold(*_THRESHOLDS)
    gc.enable()
