"""ui: lets modules be loaded as Python loads them; loads no Qt itself."""

from __future__ import annotations

import builtins


def let_be() -> None:
    """Take back what PySide, which must be loaded, does at each import.

    It reads the source of every module that is loaded from then on, and keeps it, to see whether that may switch to
    other names of Qt's methods (`from __feature__ import snake_case`). Nothing here does, and it costs a tenth of the
    time to the first rows and 25 MiB. PySide's other hook, which makes its classes when they are first named, stays.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
