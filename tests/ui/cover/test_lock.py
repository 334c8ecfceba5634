"""tests: the system's lock is heard on a real bus, and read from the messages that Windows sends."""

from __future__ import annotations

import ctypes
import ctypes.wintypes
import tempfile
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusServer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.cover.lock import Messages, SystemLock


class Bus:
    """Two ends of a bus: the desktop's, that tells, and the program's, that listens."""

    def __init__(self, qtbot: QtBot, folder: str) -> None:
        self._qtbot = qtbot
        self._ends: list[QDBusConnection] = []
        self._server = QDBusServer(f"unix:tmpdir={folder}")
        assert self._server.isConnected(), self._server.lastError().message()
        self._server.newConnection.connect(lambda end: self._ends.append(QDBusConnection(end)))
        self.program = QDBusConnection.connectToPeer(self._server.address(), "logroll-test")
        qtbot.waitUntil(lambda: bool(self._ends))

    def tell(self, interface: str, name: str, *arguments: object) -> None:
        message = QDBusMessage.createSignal("/somewhere", interface, name)
        message.setArguments(list(arguments))
        assert self._ends[0].send(message)

    def close(self) -> None:
        QDBusConnection.disconnectFromPeer("logroll-test")


@pytest.fixture
def bus(qtbot: QtBot, qapp: QApplication) -> Iterator[Bus]:
    made = Bus(qtbot, tempfile.gettempdir())
    yield made
    made.close()


class Told:
    """The lock, and how often it was told."""

    def __init__(self) -> None:
        self.lock = SystemLock()
        self.count = 0
        self.lock.locked.connect(self._on_locked)

    def _on_locked(self) -> None:
        self.count += 1


@pytest.mark.parametrize(
    ("interface", "name", "arguments"),
    [
        ("org.gnome.ScreenSaver", "ActiveChanged", (True,)),
        ("org.freedesktop.ScreenSaver", "ActiveChanged", (True,)),
        ("org.freedesktop.login1.Session", "Lock", ()),
        ("org.freedesktop.login1.Manager", "PrepareForSleep", (True,)),
    ],
)
def test_a_lock_told_on_the_bus_is_heard(
    qtbot: QtBot, bus: Bus, interface: str, name: str, arguments: tuple[object, ...]
) -> None:
    told = Told()
    told.lock.listen(bus.program)
    bus.tell(interface, name, *arguments)
    qtbot.waitUntil(lambda: told.count == 1)


def test_the_end_of_a_lock_and_what_others_say_is_not_heard(qtbot: QtBot, bus: Bus) -> None:
    told = Told()
    told.lock.listen(bus.program)
    bus.tell("org.gnome.ScreenSaver", "ActiveChanged", False)
    bus.tell("org.freedesktop.login1.Session", "Unlock")
    bus.tell("org.example.ScreenSaver", "ActiveChanged", True)
    bus.tell("org.freedesktop.login1.Session", "Lock")
    qtbot.waitUntil(lambda: told.count > 0)
    assert told.count == 1


@pytest.mark.parametrize(
    ("kind", "number", "word", "count"),
    [
        (b"windows_generic_MSG", 0x02B1, 0x7, 1),
        (b"windows_dispatcher_MSG", 0x0218, 0x4, 1),
        (b"windows_generic_MSG", 0x02B1, 0x8, 0),
        (b"windows_generic_MSG", 0x0100, 0x7, 0),
        (b"xcb_generic_event_t", 0x02B1, 0x7, 0),
    ],
)
def test_of_the_messages_of_windows_lock_and_sleep_count(
    qapp: QApplication, kind: bytes, number: int, word: int, count: int
) -> None:
    told = Told()
    message = ctypes.wintypes.MSG(message=number, wParam=word)
    assert Messages(told.lock).nativeEventFilter(QByteArray(kind), ctypes.addressof(message)) == (False, 0)
    assert told.count == count
