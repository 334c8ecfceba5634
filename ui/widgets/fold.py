"""ui: a section that folds - a head with its title and what is in it, and below it the parts while it is open."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from core.words import Words
from ui.glyphs import Glyph, paint_glyph
from ui.theme import Theme
from ui.widgets.flag import Level, flag_width, level_word, paint_flag
from ui.widgets.text import Run, paint_runs

_CHEVRON = 8  # pixels at 100 %
_LEAD = 20  # where the title begins, so that all titles stand in one line


class _Head(QAbstractButton):
    """Show chevron, title, what is in the section, and at the right its flag; a click opens and closes."""

    walk_wanted = Signal(int)  # -1 or +1: to the head before or after

    def __init__(self, theme: Theme, say: Words, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._say = say
        self._title = title
        self._detail = ""
        self._level: Level | None = None
        self.setCheckable(True)
        self.setText(title.replace("&", "&&"))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.toggled.connect(lambda _on: self._tell())
        self._tell()

    def set_detail(self, detail: str, level: Level | None) -> None:
        self._detail, self._level = detail, level
        self._tell()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.space(240), self._theme.size("row"))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.space(120), self._theme.size("row"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                self.walk_wanted.emit(1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Right | Qt.Key.Key_Left:
                self.setChecked(event.key() == Qt.Key.Key_Right)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.click()
            case _:
                super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        if self.underMouse():
            painter.fillRect(self.rect(), theme.color("hover"))
        side = float(theme.space(_CHEVRON))
        box = QRectF(theme.space(4), (self.height() - side) / 2, side, side)
        glyph = Glyph.CHEVRON_DOWN if self.isChecked() else Glyph.CHEVRON_RIGHT
        paint_glyph(painter, glyph, box, theme.color("muted"), width=theme.scale(1.4))
        area = QRectF(self.rect()).adjusted(theme.space(_LEAD), 0, -theme.space(4), 0)
        if self._level is not None:
            width = flag_width(theme, self._say, self._level, "")
            place = QRectF(area.right() - width, 0, width, self.height())
            paint_flag(painter, theme, self._say, self._level, place)
            area.setRight(place.left() - theme.space(12))
        title = Run(self._title, theme.font("title"), theme.color("text"))
        detail = Run(self._detail, theme.font("meta"), theme.color("muted"))
        paint_runs(painter, area, [title, detail], theme.space(8))

    def _tell(self) -> None:
        state = self._say("open") if self.isChecked() else self._say("folded")
        self.setAccessibleName(f"{self._title}, {state}")
        flag = "" if self._level is None else f"{level_word(self._say, self._level)}: "
        self.setAccessibleDescription(f"{flag}{self._detail}")


class Fold(QWidget):
    """Show a head, and below it `column` while the section is open; closed only what is in it, in a few words."""

    opened = Signal(bool)
    walk_wanted = Signal(int)

    def __init__(self, theme: Theme, say: Words, title: str, parent: QWidget | None = None) -> None:
        """Start closed."""
        super().__init__(parent)
        self._theme = theme
        self.head = _Head(theme, say, title, self)
        self._controls: list[QWidget] = []
        self._indent = _LEAD
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.head, 1)
        self.body = QWidget(self)
        self.column = QVBoxLayout(self.body)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._row)
        whole.addWidget(self.body)
        self.body.hide()
        self.head.toggled.connect(self._on_toggled)
        self.head.walk_wanted.connect(self.walk_wanted)
        self._dress()
        theme.theme_changed.connect(self._dress)

    @property
    def is_open(self) -> bool:
        """Tell whether the parts are shown."""
        return self.head.isChecked()

    def set_open(self, is_open: bool) -> None:
        """Open or close the section."""
        self.head.setChecked(is_open)

    def set_detail(self, detail: str, level: Level | None = None) -> None:
        """Say in a few words what is in the section, or what it is for, and flag it."""
        self.head.set_detail(detail, level)

    def set_indent(self, indent: int) -> None:
        """Let the parts begin so many pixels at 100 % from the left."""
        self._indent = indent
        self._dress()

    def add_control(self, control: QWidget) -> None:
        """Put a control at the right end of the head, shown while the section is open."""
        self._controls.append(control)
        self._row.addWidget(control)
        control.setVisible(self.is_open)

    def paintEvent(self, _event: QPaintEvent) -> None:
        edge = self._theme.edge()
        painter = QPainter(self)
        painter.fillRect(0, self.height() - edge, self.width(), edge, self._theme.color("line"))

    def _on_toggled(self, is_open: bool) -> None:
        self.body.setVisible(is_open)
        for control in self._controls:
            control.setVisible(is_open)
        self.opened.emit(is_open)

    def _dress(self) -> None:
        space = self._theme.space
        self._row.setSpacing(space(8))
        self.column.setContentsMargins(space(self._indent), space(2), 0, space(14))
        self.column.setSpacing(space(8))
        self.head.updateGeometry()
        self.update()
