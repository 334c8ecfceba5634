"""ui: tells when what is half typed is to be kept, so that a crash takes no more of it than half a second."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_KEEP_MS = 500


class DraftTimer(QTimer):
    """Run `keep` half a second after the first change that is not kept yet.

    It is not begun anew by each key: who types without a pause is kept up with too.
    """

    def __init__(self, keep: Callable[[], None], parent: QObject) -> None:
        """Take what keeps the text as it then is."""
        super().__init__(parent)
        self._keep = keep
        self.setSingleShot(True)
        self.setInterval(_KEEP_MS)
        self.timeout.connect(keep)

    def touch(self) -> None:
        """Take note of a change."""
        if not self.isActive():
            self.start()

    def flush(self) -> None:
        """Keep now what is not kept yet."""
        if self.isActive():
            self.stop()
            self._keep()
