"""ui: the line in which one move is written - sticky speaker word at the left, large type, unread words dotted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QSizePolicy, QWidget

from ui.style import paint_panel
from ui.theme import Theme
from ui.widgets.focus_ring import draw_own_ring
from ui.widgets.signs import paint_dots
from ui.widgets.spans import Places, Span
from ui.widgets.tsv import one_line

LONGEST = 10_000  # characters
_HEIGHT = 52
_MARK = 2
_REASON_EDGE = 6
_BREAKS = re.compile(r"[\r\n\t\u2028\u2029]")
_Key, _Modifier = Qt.Key, Qt.KeyboardModifier


class EntryLine(QWidget):
    """Take one line of plain text at a time; nothing but the user moves the focus away from it.

    Undo and redo concern the text alone and never reach the window. Keys that mean something to the meeting go out
    as signals: Enter, Escape, Up and Down, the same with Ctrl, and Ctrl+1..9 while there are choices. What the last
    word may become is shown behind it in muted type: Tab or Right takes it, and nothing else does.
    """

    text_edited = Signal(str)  # by the user: typed, pasted, undone
    entered = Signal(str)
    escaped = Signal()
    choice_made = Signal(int)  # 1..9
    history_wanted = Signal(int)  # -1 earlier, +1 later
    correction_wanted = Signal(int)  # the same, of the lines that are logged

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """Take the name of the line for a screen reader."""
        super().__init__(parent)
        self._theme = theme
        self._speaker = ""
        self._speakers: tuple[str, ...] = ()
        self._needs_reason = False
        self._told = ""
        self._edit = _OneLine(theme)
        self._edit.setAccessibleName(name)
        self._box = QHBoxLayout(self)
        self._box.setSpacing(0)
        self._box.addWidget(self._edit, 1, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self._edit)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        draw_own_ring(self)
        self._edit.text_edited.connect(self.text_edited)
        self._edit.entered.connect(self.entered)
        self._edit.escaped.connect(self.escaped)
        self._edit.choice_made.connect(self.choice_made)
        self._edit.history_wanted.connect(self.history_wanted)
        self._edit.correction_wanted.connect(self.correction_wanted)
        self._edit.focus_changed.connect(self.update)
        theme.theme_changed.connect(self._dress)
        self._dress()

    def text(self) -> str:
        """Return what is written, blanks at the ends included."""
        return self._edit.text()

    def set_text(self, text: str) -> None:
        """Put another text in, the caret behind it; Ctrl+Z brings the old one back, and nothing is told."""
        self._edit.put(one_line(text))

    def clear(self) -> None:
        """Empty the line for the next move, with nothing left to undo."""
        self._edit.start_anew()

    def set_speaker(self, word: str) -> None:
        """Show who is taken to speak."""
        if word != self._speaker:
            self._speaker = word
            self._describe()
            self._dress()

    def reserve_speakers(self, words: Sequence[str]) -> None:
        """Keep room for the longest of these words, so that the text stays in place when the speaker changes."""
        self._speakers = tuple(words)
        self._dress()

    def set_spans(self, spans: Sequence[Span]) -> None:
        """Underline these places of the text with dots; they are forgotten at the next change of the text."""
        self._edit.set_spans(spans)

    def set_completion(self, rest: str, others: Sequence[str] = (), told: str = "") -> None:
        """Show how the last word may go on: `rest` is what Tab types, `others` name several things that may be meant.

        `told` says so to a screen reader. All is forgotten at the next change of the text.
        """
        self._edit.set_completion(rest, others)
        if told != self._told:
            self._told = told
            self._describe()

    def set_choices(self, count: int) -> None:
        """Tell how many readings can be chosen by Ctrl+1..9; these keys are the line's then, else the window's."""
        self._edit.choices = min(max(count, 0), 9)

    def set_needs_reason(self, needed: bool) -> None:
        """Show by a thick left edge that the line is held back until a reason is given."""
        if needed != self._needs_reason:
            self._needs_reason = needed
            self._dress()

    @property
    def needs_reason(self) -> bool:
        """Return whether the line is held back until a reason is given."""
        return self._needs_reason

    def set_hint(self, text: str) -> None:
        """Show an example in muted type while the line is empty."""
        self._edit.set_hint(text)

    @property
    def is_editable(self) -> bool:
        """Tell whether the line may be written in."""
        return not self._edit.isReadOnly()

    def set_editable(self, editable: bool) -> None:
        """Let the line be written into or not."""
        self._edit.setReadOnly(not editable)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.space(480), self._theme.space(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.space(200), self._theme.space(_HEIGHT))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # a click beside the text means the text
        self._edit.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, rect = self._theme, QRectF(self.rect())
        painter = QPainter(self)
        focused = self._edit.hasFocus()
        width = max(_MARK, theme.space(_MARK)) if focused else theme.edge()
        edge = theme.color("mark" if focused else "ctl")
        radius = theme.size("radius")
        fill = theme.color("bg" if self._edit.isReadOnly() else "base")
        paint_panel(painter, rect, fill=fill, edge=edge, radius=radius, width=width)
        if self._needs_reason:
            inside = QPainterPath()
            inside.addRoundedRect(rect, radius, radius)
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setClipPath(inside)
            painter.fillRect(QRectF(0, 0, theme.space(_REASON_EDGE), rect.height()), theme.color("mark"))
            painter.restore()
        if not self._speaker and not self._speakers:
            return
        painter.setFont(theme.font("meta"))
        painter.setPen(theme.color("muted"))
        left = self._lead()
        word = QRectF(left, 0, self._speaker_width(), rect.height())
        painter.drawText(word, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, self._speaker)
        height = theme.space(28)
        line = QRect(round(word.right()) + theme.space(12), (self.height() - height) // 2, theme.edge(), height)
        painter.fillRect(line, theme.color("line2"))

    def _describe(self) -> None:
        self._edit.setAccessibleDescription(". ".join(filter(None, (self._speaker, self._told))))

    def _lead(self) -> int:
        return self._theme.space(16 + (_REASON_EDGE - _MARK if self._needs_reason else 0))

    def _speaker_width(self) -> int:
        metrics = QFontMetricsF(self._theme.font("meta"))
        return ceil(max((metrics.horizontalAdvance(word) for word in (self._speaker, *self._speakers)), default=0))

    def _dress(self) -> None:
        space = self._theme.space
        left = self._lead()
        if self._speaker or self._speakers:
            left += self._speaker_width() + 2 * space(12) + self._theme.edge()
        self._box.setContentsMargins(left, 0, space(12), 0)
        self.setFixedHeight(space(_HEIGHT))
        self.update()


class _OneLine(QPlainTextEdit):
    """A plain text editor of one line, since only a document can underline a word."""

    text_edited = Signal(str)
    entered = Signal(str)
    escaped = Signal()
    choice_made = Signal(int)
    history_wanted = Signal(int)
    correction_wanted = Signal(int)
    focus_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.choices = 0
        self._theme = theme
        self._spans: tuple[Span, ...] = ()
        self._rest = ""
        self._others: tuple[str, ...] = ()
        self._told = ""
        self._is_putting = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.document().clearUndoRedoStacks()  # the margin counts as a step
        draw_own_ring(self)
        self.textChanged.connect(self._on_text_changed)
        theme.theme_changed.connect(self._dress)
        self._dress()

    def text(self) -> str:
        # "toPlainText" would turn a no-break space into a blank, and 120 000 into two numbers
        return self.document().toRawText()

    def put(self, text: str) -> None:
        if text == self.text():
            return
        self._is_putting = True
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self._is_putting = False
        self.setTextCursor(cursor)
        self._told = text
        self.set_completion("", ())

    def start_anew(self) -> None:
        self._is_putting = True
        self.setPlainText("")
        self._is_putting = False
        self._told = ""
        self.set_spans(())
        self.set_completion("", ())

    def set_hint(self, text: str) -> None:
        # Qt tells it to a screen reader, but paints it under the caret
        self.setPlaceholderText(text)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.PlaceholderText, Qt.GlobalColor.transparent)
        self.setPalette(palette)

    def set_spans(self, spans: Sequence[Span]) -> None:
        self._spans = tuple(spans)
        self.viewport().update()

    def set_completion(self, rest: str, others: Sequence[str]) -> None:
        if (rest, tuple(others)) != (self._rest, self._others):
            self._rest, self._others = rest, tuple(others)
            self.viewport().update()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            self.textCursor().insertText(one_line(source.text()))
            self.ensureCursorVisible()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_mine(event):
            event.accept()
            return True
        # before Qt moves the focus: it stays while a word can be completed
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._completes(event):
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        choice = self._choice(event)
        held = event.modifiers() & ~(_Modifier.KeypadModifier | _Modifier.ShiftModifier)
        plain = _is_plain(event)
        if choice:
            # a number that is not offered chooses nothing, and does not leave the screen either
            if choice <= self.choices:
                self.choice_made.emit(choice)
        elif event.key() == _Key.Key_Right and plain and self._take_completion():
            event.accept()
        elif event.key() in (_Key.Key_Return, _Key.Key_Enter):
            # with Ctrl it is a command of the window, and Shift must not break the line
            if held:
                event.ignore()
            else:
                self.entered.emit(self.text())
        elif event.key() == _Key.Key_Escape and plain:
            self.escaped.emit()
        elif event.key() in (_Key.Key_Up, _Key.Key_Down) and plain:
            self.history_wanted.emit(-1 if event.key() == _Key.Key_Up else 1)
        elif event.key() in (_Key.Key_Up, _Key.Key_Down) and held == _Modifier.ControlModifier:
            self.correction_wanted.emit(-1 if event.key() == _Key.Key_Up else 1)
        elif event.key() in (_Key.Key_Up, _Key.Key_Down, _Key.Key_PageUp, _Key.Key_PageDown):
            event.ignore()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # one line has nowhere to scroll
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        if self.document().isEmpty():
            self._paint_behind_caret(painter, self.placeholderText(), self._theme.space(2))
        elif self._can_complete() and self.hasFocus():
            self._paint_completion(painter)
        if not self._spans:
            return
        text = self.text()
        places = Places(text)
        metrics = QFontMetricsF(self.font())
        for span in self._spans:
            if not 0 <= span.start < len(text):
                continue
            ends = [self._cursor_at(places.to_qt(at)) for at in (span.start, min(span.start + span.length, len(text)))]
            left, right = sorted(end.x() for end in ends)
            top = ends[0].top() + metrics.ascent() + self._theme.space(5)
            paint_dots(painter, self._theme, left, right, top, self._theme.color("text"))

    def _can_complete(self) -> bool:
        cursor = self.textCursor()
        able = bool(self._rest or self._others) and not self.isReadOnly()
        return able and cursor.atEnd() and not cursor.hasSelection()

    def _completes(self, event: QKeyEvent) -> bool:
        return event.key() == _Key.Key_Tab and _is_plain(event) and self._take_completion()

    def _take_completion(self) -> bool:
        """Type what can be typed without a choice; tell whether the key is used up."""
        if not self._can_complete():
            return False
        if self._rest:
            cursor = self.textCursor()
            cursor.beginEditBlock()  # one step of its own for undo
            cursor.insertText(self._rest if self._others else f"{self._rest} ")
            cursor.endEditBlock()
            self.ensureCursorVisible()
        return True

    def _paint_behind_caret(self, painter: QPainter, words: str, gap: int = 0) -> QPointF:
        """Paint what is not typed where it would stand, or a little behind, and return where it ends."""
        caret, metrics = self.cursorRect(), QFontMetricsF(self.font())
        at = QPointF(caret.left() + self.cursorWidth() + gap, caret.top() + metrics.ascent())
        painter.setPen(self._theme.color("muted"))
        painter.setFont(self.font())
        painter.drawText(at, words)
        return at + QPointF(metrics.horizontalAdvance(words), 0)

    def _paint_completion(self, painter: QPainter) -> None:
        at = self._paint_behind_caret(painter, self._rest) + QPointF(self._theme.space(12), 0)
        room = self.viewport().width() - at.x()
        if self._others and room > 0:
            painter.setFont(self._theme.font("meta"))
            words = QFontMetricsF(painter.font()).elidedText(", ".join(self._others), Qt.TextElideMode.ElideRight, room)
            painter.drawText(at, words)

    def _cursor_at(self, place: int) -> QRect:
        cursor = QTextCursor(self.document())
        cursor.setPosition(place)
        return self.cursorRect(cursor)

    def _choice(self, event: QKeyEvent) -> int:
        held = event.modifiers() & ~_Modifier.KeypadModifier
        number = event.key() - int(_Key.Key_0)
        return number if held == _Modifier.ControlModifier and self.choices and 1 <= number <= 9 else 0

    def _is_mine(self, event: QKeyEvent) -> bool:
        undoing = event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
        held = event.modifiers() & ~_Modifier.KeypadModifier
        walks = _is_plain(event) and event.key() in (_Key.Key_Up, _Key.Key_Down, _Key.Key_Return, _Key.Key_Enter)
        corrects = held == _Modifier.ControlModifier and event.key() in (_Key.Key_Up, _Key.Key_Down)
        return undoing or walks or corrects or bool(self._choice(event))

    def _on_text_changed(self) -> None:
        if self._is_putting:
            return
        text = self.text()
        if _BREAKS.search(text) or len(text) > LONGEST:
            # an input method, or a drop, may bring what no key can
            self.put(one_line(text)[:LONGEST])
            text = self.text()
            self._told = ""
        if text != self._told:
            self._told = text
            self.set_spans(())
            self.set_completion("", ())
            self.text_edited.emit(text)

    def _dress(self) -> None:
        theme = self._theme
        self.setFont(theme.font("entry"))
        self.setCursorWidth(max(1, theme.space(2)))
        self.setFixedHeight(ceil(QFontMetricsF(self.font()).lineSpacing()) + theme.space(2) * 2)
        self.setViewportMargins(0, theme.space(2), 0, theme.space(2))
        self.viewport().update()


def _is_plain(event: QKeyEvent) -> bool:
    return not event.modifiers() & ~_Modifier.KeypadModifier
