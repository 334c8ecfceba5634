"""ui: leaves a window out of pictures that other programs take of the screen, where the system can do that."""

from __future__ import annotations

import ctypes
import logging
import sys

if sys.platform == "darwin":
    import ctypes.util

_log = logging.getLogger(__name__)

# SetWindowDisplayAffinity: shown everywhere, or nowhere but on the monitor (Windows 10 version 2004 and later)
_WDA_NONE, _WDA_EXCLUDEFROMCAPTURE = 0x00, 0x11
# NSWindow.sharingType: nobody, or whoever may read the screen
_SHARING_NONE, _SHARING_READ_ONLY = 0, 1


def can_leave_out() -> bool:
    """Tell whether this system has a way at all; Linux has none that holds for every desktop."""
    return sys.platform in ("win32", "darwin")


def leave_out(window_id: int, *, left_out: bool) -> bool:
    """Leave a window out of captures or let it be seen again; return whether the system took the wish.

    `window_id` is Qt's `winId()`. It hides from programs only, and not from all of them: not from eyes or cameras.
    """
    try:
        if sys.platform == "win32":
            wanted = _WDA_EXCLUDEFROMCAPTURE if left_out else _WDA_NONE
            return bool(ctypes.windll.user32.SetWindowDisplayAffinity(ctypes.c_void_p(window_id), wanted))
        if sys.platform == "darwin":
            return _share(window_id, _SHARING_NONE if left_out else _SHARING_READ_ONLY)
    except (OSError, AttributeError) as error:
        _log.warning("a window could not be left out of captures: %s", error)
    return False


if sys.platform == "darwin":

    def _share(view: int, sharing: int) -> bool:
        """Send `setSharingType:` to the window of a view, by the Objective-C runtime."""
        runtime = ctypes.CDLL(ctypes.util.find_library("objc"))
        runtime.sel_registerName.restype = ctypes.c_void_p
        runtime.sel_registerName.argtypes = [ctypes.c_char_p]
        ask = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(("objc_msgSend", runtime))
        tell = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)(("objc_msgSend", runtime))
        window = ask(view, runtime.sel_registerName(b"window"))
        if not window:
            return False
        tell(window, runtime.sel_registerName(b"setSharingType:"), sharing)
        return True
