"""The house's set-up: test whether Qt finds its system libraries here, and install them by apt where it does not.

Qt's wheels bring Qt itself but not the libraries of the system below it. Whether those are there is found out by
loading QtWidgets and the platform plugin for real; only if that fails is anything installed, as root or by sudo.
Where neither is possible the line to type is printed and the exit code is 1.

With ``--screen`` the programs of a virtual screen (Xvfb, openbox) are looked for as well.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

OFFSCREEN = ["libglib2.0-0", "libegl1", "libgl1", "libdbus-1-3", "libfontconfig1", "libxkbcommon0"]
WINDOW = ["libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxkbcommon-x11-0", "libxcb-shape0"]
WAYLAND = ["libwayland-client0", "libwayland-cursor0", "libwayland-egl1"]
PROGRAMS = {"xvfb-run": "xvfb", "xauth": "xauth", "openbox": "openbox"}

# A child process, because a Qt that lacks a library ends the process. The plugin of a real screen is loaded without
# connecting to it: a display that refuses us is no missing library.
PROBE = """
import ctypes, os, pathlib, sys
import PySide6
from PySide6.QtWidgets import QApplication
for name in sys.argv[1:]:
    found = list(pathlib.Path(PySide6.__file__).parent.glob(f"Qt/plugins/platforms/libq{name}*.so"))
    if not found:
        sys.exit(f"this Qt has no platform plugin for {name}")
    for plugin in found:
        ctypes.CDLL(str(plugin))
os.environ["QT_QPA_PLATFORM"] = "offscreen"
application = QApplication([])
"""


def missing(platforms: list[str]) -> str:
    """Return what Qt says when it cannot be loaded with these platform plugins, or nothing when it can."""
    environment = {**os.environ, "PYTHONUTF8": "1"}
    probe = subprocess.run(
        [sys.executable, "-c", PROBE, *platforms], capture_output=True, text=True, env=environment, check=False
    )
    if probe.returncode == 0:
        return ""
    lines = [line for line in probe.stderr.splitlines() if line.strip()]
    return lines[-1] if lines else f"Qt ended with code {probe.returncode}"


def install(packages: list[str]) -> bool:
    """Install Debian packages as root or by sudo; return whether apt was there, allowed and successful."""
    if not shutil.which("apt-get"):
        return False
    if os.geteuid() == 0:
        prefix = []
    elif shutil.which("sudo"):
        prefix = ["sudo"] if sys.stdin.isatty() else ["sudo", "-n"]
    else:
        return False
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    install_line = [*apt, "install", "-y", "--no-install-recommends", *packages]
    return subprocess.run([*apt, "update"], check=False).returncode == 0 and (
        subprocess.run(install_line, stdout=subprocess.DEVNULL, check=False).returncode == 0
    )


def main() -> int:
    """Test, install what is missing, test again."""
    if not sys.platform.startswith("linux"):
        return 0
    screen = "--screen" in sys.argv[1:]
    platforms, packages = [], list(OFFSCREEN)
    if screen or os.environ.get("DISPLAY"):
        platforms.append("xcb")
        packages += WINDOW
    elif os.environ.get("WAYLAND_DISPLAY"):
        platforms.append("wayland")
        packages += WAYLAND
    programs = [package for program, package in PROGRAMS.items() if screen and not shutil.which(program)]

    said = missing(platforms)
    if not said and not programs:
        return 0
    wanted = (packages if said else []) + programs
    print(f"Missing on this system: {said or ', '.join(programs)}", flush=True)
    print(f"Installing: {' '.join(wanted)}", flush=True)
    if install(wanted):
        said = missing(platforms)
        if not said:
            return 0
        print(f"Qt still does not load: {said}", file=sys.stderr)
        return 1
    print("They could not be installed from here. Please type this line as root, then start again:", file=sys.stderr)
    print(f"  apt-get update && apt-get install --no-install-recommends {' '.join(wanted)}", file=sys.stderr)
    print("(on a system without apt: the packages that hold the library named above)", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
