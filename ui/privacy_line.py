"""ui: the calm line under a field that points out what is nobody's business, with a neutral wording by one key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from core.privacy import Finding, Kind, sensitive_in
from core.words import Words
from ui.theme import Theme
from ui.widgets.button import Button, ButtonKind
from ui.widgets.flag import Flag, Level
from ui.widgets.page import bring_into_view
from ui.widgets.text import Text

KEY = "Alt+Return"

TextField = QLineEdit | QPlainTextEdit


def languages(say: Words) -> tuple[str, str]:
    """Return the languages that notes are likely written in: the window's and the region's."""
    return say.language, say.locale.language


def kind_word(say: Words, kind: Kind) -> str:
    """Return what a finding is about."""
    return {
        Kind.HEALTH: say("health"),
        Kind.RELIGION: say("religion"),
        Kind.POLITICS: say("politics"),
        Kind.UNION: say("union"),
        Kind.SEXUALITY: say("private life"),
        Kind.ORIGIN: say("origin"),
        Kind.CHARACTER: say("a judgement"),
    }[kind]


class PrivacyLine(QWidget):
    """Read what is typed into a field; show the first thing found, and nothing where there is none.

    Nothing is blocked: the text is kept as it is unless the wording offered is taken, which is typed into the field
    and can be undone there.
    """

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start hidden, watching nothing."""
        super().__init__(parent)
        self._theme = theme
        self._say = say
        self._field: TextField | None = None
        self._begin: Callable[[str], int] = _from_the_start
        self._found: Finding | None = None
        self._has_described = False
        self._flag = Flag(theme, say, Level.CHECK, parent=self)
        self._wording = Text(theme, "", "meta", wrap=True, parent=self)
        self.button = Button(theme, say("Use it"), ButtonKind.QUIET, key=KEY, parent=self)
        # the text goes on being written in the field
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.clicked.connect(self.take)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._flag, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._wording, 1, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._dress()
        theme.theme_changed.connect(self._dress)
        self.hide()

    @property
    def words(self) -> str:
        """Return what is pointed out, empty where nothing is."""
        return "" if self._found is None else f"{self._flag.text()}. {self._wording.text()}"

    def watch(self, field: TextField, begin: Callable[[str], int] | None = None) -> None:
        """Read this field from now on, from the place in its text that `begin` tells; it has to outlive the watch."""
        self.leave()
        self._field = field
        self._begin = begin or _from_the_start
        field.installEventFilter(self)
        field.textChanged.connect(self._read)
        self._read()

    def leave(self) -> None:
        """Watch nothing any more."""
        if self._field is not None and isValid(self._field):
            self._field.removeEventFilter(self)
            self._field.textChanged.disconnect(self._read)
        else:
            self._field = None  # it went with what it stood on
        self._show(None)
        self._field = None

    def take(self) -> None:
        """Put the neutral wording in its place, as if it had been typed."""
        found, field = self._found, self._field
        if found is None or field is None or field.isReadOnly():
            return
        text = _text_of(field)
        # Qt counts in UTF-16
        start, end = (len(text[:at].encode("utf-16-le")) // 2 for at in (found.start, found.end))
        if isinstance(field, QLineEdit):
            field.setSelection(start, end - start)
            field.insert(found.neutral)
            return
        cursor = field.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(found.neutral)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._field is not None and self._field.hasFocus():
            bring_into_view(self)
            if isinstance(self._field, QLineEdit):
                # of a list longer than the page it is the line that is written which stays in sight
                bring_into_view(self._field)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
        is_asked = watched is self._field and self._found is not None and event.type() in kinds
        if not (is_asked and isinstance(event, QKeyEvent) and _is_key(event)):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.KeyPress:
            self.take()
        event.accept()
        return True

    # inside

    def _read(self) -> None:
        field = self._field
        text = "" if field is None else _text_of(field)
        begin = self._begin(text)
        found = next(iter(sensitive_in(text[begin:], languages(self._say))), None)
        if found is not None:
            found = Finding(found.start + begin, found.length, found.kind, found.neutral)
        self._show(found)

    def _show(self, found: Finding | None) -> None:
        self._found = found
        if found is not None:
            self._flag.set_flag(Level.CHECK, kind_word(self._say, found.kind))
            self._wording.setText(self._say("Better: “{words}”", words=found.neutral))
        self.setVisible(found is not None)
        if self._field is not None and (found is not None or self._has_described):
            self._field.setAccessibleDescription(self.words)
        self._has_described = found is not None

    def _dress(self) -> None:
        space = self._theme.space
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(space(8))


def _from_the_start(_text: str) -> int:
    return 0


def _text_of(field: TextField) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _is_key(event: QKeyEvent) -> bool:
    is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return is_enter and modifiers == Qt.KeyboardModifier.AltModifier
