"""ui: the files attached to an alternative - one row each, to save a copy or remove it, and a button to attach."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.attachment import Attachment
from core.words import Words
from ui.prepare.attachments import size_words
from ui.theme import Theme
from ui.widgets.button import Button, ButtonKind, IconButton
from ui.widgets.section import SectionTitle
from ui.widgets.signs import plain_tip
from ui.widgets.text import Text


class _Row(QWidget):
    """One file."""

    def __init__(self, theme: Theme, say: Words, found: Attachment, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = Text(theme, found.name, parent=self)
        self.name.setToolTip(plain_tip(found.name))
        about = say("{size}, attached {day}", size=size_words(say, found.size), day=found.added_at.date())
        self.about = Text(theme, about, "meta", color="muted", parent=self)
        self.save = IconButton(theme, say("Save a copy of {file}", file=found.name), icon="download", parent=self)
        self.remove = IconButton(theme, say("Remove {file}", file=found.name), icon="trash-2", parent=self)
        self.box = QHBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.addWidget(self.name, 1)
        for part in (self.about, self.save, self.remove):
            self.box.addWidget(part)


class FilesPanel(QWidget):
    """Show the files of one alternative."""

    attach_wanted = Signal()
    save_wanted = Signal(object)  # Attachment
    remove_wanted = Signal(object)  # Attachment

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._theme = theme
        self._say = say
        self._files: tuple[Attachment, ...] = ()
        self._may_edit = True
        self.rows: list[_Row] = []
        self._title = SectionTitle(theme, say("Files"), aside=say("what proves it; also dropped here"), parent=self)
        self._list = QVBoxLayout()
        self.attach = Button(theme, say("Attach a file"), ButtonKind.QUIET, icon="plus", parent=self)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self._title)
        self._box.addLayout(self._list)
        self._box.addWidget(self.attach, 0, Qt.AlignmentFlag.AlignLeft)
        self.attach.clicked.connect(self.attach_wanted)
        self._dress()
        theme.theme_changed.connect(self._dress)

    def show_files(self, files: Sequence[Attachment]) -> None:
        """Show these files."""
        if tuple(files) == self._files:
            return
        self._files = tuple(files)
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [self._row(each) for each in self._files]
        self._dress()
        # the rows are made later than the button, which Tab reaches last all the same
        before: QWidget = self
        for row in self.rows:
            self.setTabOrder(before, row.save)
            self.setTabOrder(row.save, row.remove)
            before = row.remove
        self.setTabOrder(before, self.attach)

    def set_editing(self, *, allowed: bool) -> None:
        """Allow or forbid what writes to the logbook."""
        self._may_edit = allowed
        self.attach.setEnabled(allowed)
        for row in self.rows:
            row.remove.setEnabled(allowed)

    def _row(self, found: Attachment) -> _Row:
        row = _Row(self._theme, self._say, found, self)
        row.save.clicked.connect(lambda: self.save_wanted.emit(found))
        row.remove.clicked.connect(lambda: self.remove_wanted.emit(found))
        row.remove.setEnabled(self._may_edit)
        self._list.addWidget(row)
        return row

    def _dress(self) -> None:
        self._box.setSpacing(self._theme.space(4))
        self._list.setSpacing(self._theme.space(2))
        for row in self.rows:
            row.box.setSpacing(self._theme.space(8))
