"""ui: tells when the system is locked or goes to sleep, as far as the system tells it."""

from __future__ import annotations

import ctypes
import ctypes.wintypes
import logging
import sys
from typing import cast

from PySide6.QtCore import SLOT, QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection
from PySide6.QtWidgets import QWidget

_log = logging.getLogger(__name__)

# Every desktop tells of its lock under a name of its own, and all in the same way.
_SCREEN_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)
# The system's own service tells of a lock that was asked of it, and of sleep.
_LOGIN = "org.freedesktop.login1"

# WM_WTSSESSION_CHANGE with WTS_SESSION_LOCK, and WM_POWERBROADCAST with PBT_APMSUSPEND
_WINDOWS_LOCKS = frozenset(((0x02B1, 0x7), (0x0218, 0x4)))
_WINDOWS_MESSAGES = (QByteArray(b"windows_generic_MSG"), QByteArray(b"windows_dispatcher_MSG"))
_THIS_SESSION = 0


def can_tell() -> bool:
    """Tell whether this system says when it is locked; macOS says it only to programs that are made for it."""
    if sys.platform == "win32":
        return True
    if sys.platform == "darwin":
        return False
    return any(bus.isConnected() for bus in (QDBusConnection.sessionBus(), QDBusConnection.systemBus()))


class SystemLock(QObject):
    """Send `locked` when the screen is locked, when its saver begins, and before the computer sleeps."""

    locked = Signal()

    def start(self, window: QWidget) -> None:
        """Begin to listen; `window` is the one that Windows sends its messages to."""
        if sys.platform == "win32":
            self._register(window)
        elif sys.platform != "darwin":
            for bus in (QDBusConnection.sessionBus(), QDBusConnection.systemBus()):
                if bus.isConnected():
                    self.listen(bus)

    def listen(self, bus: QDBusConnection) -> None:
        """Listen to a bus of the desktop or of the system, whoever sends there."""
        for saver in _SCREEN_SAVERS:
            self._connect(bus, saver, "ActiveChanged", "on_active(bool)")
        self._connect(bus, f"{_LOGIN}.Session", "Lock", "on_lock()")
        self._connect(bus, f"{_LOGIN}.Manager", "PrepareForSleep", "on_active(bool)")

    @Slot(bool)
    def on_active(self, active: bool) -> None:
        """Take note that a lock or a sleep begins, or ends."""
        if active:
            self.locked.emit()

    @Slot()
    def on_lock(self) -> None:
        """Take note that the session is locked."""
        self.locked.emit()

    def _connect(self, bus: QDBusConnection, interface: str, name: str, slot: str) -> None:
        # PySide wants the text of the slot here, whatever its own annotation says
        if not bus.connect("", "", interface, name, self, cast("bytes", SLOT(slot))):
            _log.info("no bus tells of %s.%s", interface, name)

    if sys.platform == "win32":

        def _register(self, window: QWidget) -> None:
            try:
                ctypes.windll.wtsapi32.WTSRegisterSessionNotification(
                    ctypes.c_void_p(int(window.winId())), ctypes.c_ulong(_THIS_SESSION)
                )
            except OSError as error:
                _log.warning("Windows does not tell when it is locked: %s", error)
            self._messages = Messages(self)
            app = QCoreApplication.instance()
            if app is not None:
                app.installNativeEventFilter(self._messages)


class Messages(QAbstractNativeEventFilter):
    """Read the messages that Windows sends to the program's windows."""

    def __init__(self, lock: SystemLock) -> None:
        """Take the one that is told."""
        super().__init__()
        self._lock = lock

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> tuple[bool, int]:
        """Tell of a lock; every message goes on its way."""
        if QByteArray(kind) in _WINDOWS_MESSAGES:
            told = ctypes.wintypes.MSG.from_address(int(message))
            if (told.message, told.wParam) in _WINDOWS_LOCKS:
                self._lock.locked.emit()
        return False, 0
