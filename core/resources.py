"""core: where the files that ship with the program lie, and nobody else needs to know."""

from __future__ import annotations

import sys
from pathlib import Path

_FOLDER = "resources"


def resource_root() -> Path:
    """Return the folder that holds fonts, icons, translations, sample and templates.

    In a frozen bundle that is the folder which the bundle unpacked beside its modules, in a
    checkout the one beside the packages.
    """
    bundle = getattr(sys, "_MEIPASS", None)
    base = Path(bundle) if bundle else Path(__file__).resolve().parent.parent
    return base / _FOLDER


def resource_path(*parts: str) -> Path:
    """Return the path of a shipped file, for example ``resource_path("icons", "plus.svg")``.

    Raises ValueError for parts that would leave the folder; whether the file exists is not checked.
    """
    root = resource_root()
    path = root.joinpath(*parts)
    if ".." in path.parts[len(root.parts) :] or not path.is_relative_to(root):
        raise ValueError(f"outside the resources: {parts}")
    return path
