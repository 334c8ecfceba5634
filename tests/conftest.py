"""tests: what holds for every test - folders of its own, no screen, no window, thread or Qt warning left behind."""

from __future__ import annotations

import gc
import os
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Before anything loads Qt. `make test-screen` alone keeps the display, which is a virtual one.
if "LOGROLL_TEST_SCREEN" not in os.environ:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    for variable in ("DISPLAY", "WAYLAND_DISPLAY"):
        os.environ.pop(variable, None)
for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LC_NUMERIC", "LC_TIME", "QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE"):
    os.environ.pop(variable, None)
os.environ["LANG"] = "C.UTF-8"

_session_home = tempfile.TemporaryDirectory(prefix="logroll-tests-")

# The same examples in every run; HYPOTHESIS_PROFILE=search looks for new ones.
settings.register_profile(
    "same", deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("search", parent=settings.get_profile("same"), derandomize=False, max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


def _folders(home: Path) -> dict[str, Path]:
    """Return each variable by which a system names a user's folders, with a folder below `home`."""
    return {
        "HOME": home,
        "USERPROFILE": home,
        "APPDATA": home / "roaming",
        "LOCALAPPDATA": home / "local",
        "XDG_CONFIG_HOME": home / "config",
        "XDG_DATA_HOME": home / "data",
        "XDG_STATE_HOME": home / "state",
        "XDG_DOCUMENTS_DIR": home / "Documents",
    }


for variable, folder in _folders(Path(_session_home.name)).items():
    os.environ[variable] = str(folder)
# One for the whole run: it holds only what the font library found out about fonts.
os.environ["XDG_CACHE_HOME"] = str(Path(_session_home.name) / "cache")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a user's folders of its own, so that no setting of one reaches the next."""
    place = tmp_path_factory.mktemp("home")
    for name, path in _folders(place).items():
        monkeypatch.setenv(name, str(path))
    return place


@pytest.fixture(autouse=True)
def _nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a top-level window or a running thread."""
    windows_before = _windows()
    threads_before = set(threading.enumerate())
    yield
    for thread in set(threading.enumerate()) - threads_before:
        # a thread of Qt's that ran Python once is listed for good and cannot be joined
        if not thread.name.startswith("Dummy-"):
            thread.join(timeout=5)
            assert not thread.is_alive(), f"{request.node.nodeid} left the thread {thread.name} running"
    if any(window not in windows_before for window in _windows()):
        gc.collect()
        left = [window for window in _windows() if window not in windows_before]
        assert not left, f"{request.node.nodeid} left these windows: {left}"


def _windows() -> list[object]:
    """Return the top-level windows that belong to nobody, once those that asked for it are deleted."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return []
    core = sys.modules["PySide6.QtCore"]
    core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)
    return [
        window
        for window in widgets.QApplication.topLevelWidgets()
        # Qt keeps one window for tool tips itself
        if window.parent() is None and window.metaObject().className() != "QTipLabel"
    ]
