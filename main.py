"""main: opens the door - the first word decides between window and command line; log and crash file come first."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from core.version import VERSION

# Named here too, so that the window starts without loading what only the command line needs; a test compares.
COMMANDS = ("new", "sample", "generate", "offer", "verdict", "analyse", "report", "export", "import", "verify")


def main(words: Sequence[str] | None = None) -> int:
    """Start what the words ask for and return the exit code of the process.

    A first word that is a command, or begins with a hyphen, is for the command line. Otherwise the one word is the
    logbook to open in the window; a file that is named like a command is written with its folder, as in ./new.
    """
    words = list(sys.argv[1:] if words is None else words)
    if words and (words[0] in COMMANDS or words[0].startswith("-") or len(words) > 1):
        return _command_line(words)
    if not has_display(os.environ, sys.platform):
        return _without_display()
    return _window(Path(words[0]) if words else None)


def has_display(environment: os._Environ[str] | dict[str, str], platform: str) -> bool:
    """Tell whether a window can be shown: everywhere but on a Linux or BSD without a display server."""
    if platform in ("win32", "darwin"):
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _command_line(words: Sequence[str]) -> int:
    # not above: the window starts sooner without it
    from ui import commandline  # noqa: PLC0415

    return commandline.main(words)


def _without_display() -> int:
    from ui import commandline  # noqa: PLC0415 - as above

    return commandline.without_display()


def _window(file: Path | None) -> int:
    from ui import garbage, imports  # noqa: PLC0415 - the command line needs none of these
    from ui.crash_file import CrashFile  # noqa: PLC0415

    garbage.hold()
    crashes = CrashFile(version=VERSION)
    crashes.install()
    crashes.install_qt()
    imports.let_be()
    # only now: what goes wrong while the window's parts are loaded is caught too
    from ui import app  # noqa: PLC0415

    return app.run(file, crashes)


if __name__ == "__main__":
    sys.exit(main())
