"""ui: the tokens of the looks - spaces, type, colours, sizes - as one object that is handed down."""

from __future__ import annotations

import logging
from dataclasses import asdict, dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from core.resources import resource_path
from ui.palette import DARK, LIGHT, Palette

FAMILY = "Noto Sans"
_FONT_FILES = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")
_ITALIC_FILE = "NotoSans-Italic.ttf"
_log = logging.getLogger(__name__)


class Scheme(StrEnum):
    """Name what the user chose: follow the system, or always light, or always dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Density(StrEnum):
    """Name how close rows and controls stand; type stays the same."""

    NORMAL = "normal"
    COMPACT = "compact"


@dataclass(frozen=True, slots=True)
class TypeRole:
    """Hold size and line height in pixels at 100 %, and whether the role is bold by itself."""

    size: int
    line: int
    bold: bool = False


TYPE: dict[str, TypeRole] = {
    "small": TypeRole(11, 16),
    "meta": TypeRole(12, 18),
    "body": TypeRole(13, 20),
    "title": TypeRole(13, 20, bold=True),
    "sentence": TypeRole(15, 22),
    "page": TypeRole(17, 24, bold=True),
    "entry": TypeRole(20, 28),
    "large": TypeRole(24, 32, bold=True),
}

# name: (normal, compact), pixels at 100 %
SIZES: dict[str, tuple[int, int]] = {
    "control": (28, 26),
    "control_large": (32, 32),
    "row": (32, 26),
    "head": (28, 26),
    "sheet_row": (30, 26),
    "sheet_head": (26, 26),
    "sheet_group": (22, 22),
    "list_row": (48, 42),
    "icon": (16, 16),
    "glyph": (10, 10),
    "chip": (20, 20),
    "radius_chip": (3, 3),
    "radius": (4, 4),
    "radius_palette": (6, 6),
}


def load_fonts(*names: str) -> None:
    """Register bundled fonts; needs a QGuiApplication.

    A file that is missing is logged, and Qt then takes the system's font.
    """
    for name in names:
        if QFontDatabase.addApplicationFont(str(resource_path("fonts", name))) < 0:
            _log.warning("font %s could not be loaded", name)


def system_palette(system: QPalette) -> Palette:
    """Return the roles made of the system's own colours, for its high-contrast mode.

    Tints are off (they equal the base) and every word has the text colour, so that who and how bad
    is told by shape and word alone.
    """

    def name(role: QPalette.ColorRole) -> str:
        return system.color(QPalette.ColorGroup.Active, role).name()

    base, text = name(QPalette.ColorRole.Base), name(QPalette.ColorRole.Text)
    window, highlight = name(QPalette.ColorRole.Window), name(QPalette.ColorRole.Highlight)
    on_highlight = name(QPalette.ColorRole.HighlightedText)
    surfaces = dict.fromkeys(("base", "raised", "sel", "hover", "tint_us", "tint_them", "tint_check", "tint_act"), base)
    words = dict.fromkeys(
        ("text", "muted", "us", "them", "danger", "warn", "ok", "mark", "ctl", "line", "line2"),
        text,
    )
    return Palette(
        **surfaces,
        **words,
        tint_ok=base,
        bg=window,
        rail=window,
        highlight=highlight,
        on_highlight=on_highlight,
    )


def qt_palette(palette: Palette) -> QPalette:
    """Return the QPalette by which Qt's own controls show the same roles."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    made = QPalette()
    for target, source in (
        (role.Window, palette.bg),
        (role.WindowText, palette.text),
        (role.Base, palette.base),
        (role.AlternateBase, palette.base),
        (role.Text, palette.text),
        (role.Button, palette.raised),
        (role.ButtonText, palette.text),
        (role.BrightText, palette.danger),
        (role.ToolTipBase, palette.raised),
        (role.ToolTipText, palette.text),
        (role.PlaceholderText, palette.muted),
        (role.Highlight, palette.highlight),
        (role.HighlightedText, palette.on_highlight),
        (role.Accent, palette.highlight),
        (role.Link, palette.mark),
        (role.LinkVisited, palette.mark),
        (role.Light, palette.raised),
        (role.Midlight, palette.line),
        (role.Mid, palette.line2),
        (role.Dark, palette.ctl),
        (role.Shadow, palette.ctl),
    ):
        made.setColor(target, QColor(source))
    for target in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        made.setColor(group.Disabled, target, QColor(palette.ctl))
    made.setColor(group.Disabled, role.Highlight, QColor(palette.line2))
    return made


class Theme(QObject):
    """Answer every question about looks, and tell when the answers have changed.

    One theme is made at start and handed down to each widget. Pixel sizes are logical pixels and
    include the user's factor; the screen's own scale is Qt's affair.
    """

    theme_changed = Signal()

    def __init__(
        self,
        scheme: Scheme = Scheme.SYSTEM,
        factor: float = 1.0,
        density: Density = Density.NORMAL,
        parent: QObject | None = None,
    ) -> None:
        """Take what the user chose; nothing of the application changes before `attach`."""
        super().__init__(parent)
        self._scheme = scheme
        self._factor = factor
        self._density = density
        self._app: QApplication | None = None
        self._palette = LIGHT
        self._colors: dict[str, QColor] = {}
        self._high_contrast = False
        self._has_italic = False
        self.pixmaps: dict[tuple[object, ...], QPixmap] = {}  # drawn in these colours, empty after a switch
        self._choose()

    def attach(self, app: QApplication) -> None:
        """Load the fonts, set the application's palette and font, and follow the system from now on."""
        load_fonts(*_FONT_FILES)
        self._app = app
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_system_changed)
        self._choose()
        self._apply()

    # what the user chose

    @property
    def scheme(self) -> Scheme:
        """Return the choice between the system's scheme, light and dark."""
        return self._scheme

    @property
    def factor(self) -> float:
        """Return the user's scale factor, 1.0 is 100 %."""
        return self._factor

    @property
    def density(self) -> Density:
        """Return how close rows and controls stand."""
        return self._density

    def set_scheme(self, scheme: Scheme) -> None:
        """Switch the colours at once."""
        if scheme != self._scheme:
            self._scheme = scheme
            self._refresh()

    def set_factor(self, factor: float) -> None:
        """Scale type and sizes at once; kept between 0.75 and 3."""
        factor = min(max(factor, 0.75), 3.0)
        if factor != self._factor:
            self._factor = factor
            self._refresh()

    def set_density(self, density: Density) -> None:
        """Move rows and controls closer or apart at once."""
        if density != self._density:
            self._density = density
            self._refresh()

    # answers

    @property
    def palette(self) -> Palette:
        """Return the roles in use as plain data."""
        return self._palette

    @property
    def dark(self) -> bool:
        """Return whether the work surface is darker than its text."""
        return self.color("base").lightness() < self.color("text").lightness()

    @property
    def high_contrast(self) -> bool:
        """Return whether the system asks for high contrast; edges are then 2 px and tints off."""
        return self._high_contrast

    def color(self, role: str) -> QColor:
        """Return the colour of a role of the palette; raises KeyError for an unknown one."""
        return self._colors[role]

    def font(self, role: str = "body", *, bold: bool | None = None, italic: bool = False) -> QFont:
        """Return the font of a type role; `bold` overrules the role's own weight."""
        if italic and self._app is not None and not self._has_italic:
            self._has_italic = True  # seldom seen, and not in the first paint
            load_fonts(_ITALIC_FILE)
        kind = TYPE[role]
        font = QFont(FAMILY)
        font.setPixelSize(max(1, round(kind.size * self._factor)))
        font.setBold(kind.bold if bold is None else bold)
        font.setItalic(italic)
        return font

    def line_height(self, role: str = "body") -> int:
        """Return the height of a line of a type role in pixels."""
        return round(TYPE[role].line * self._factor)

    def space(self, pixels: float) -> int:
        """Return a length given in pixels at 100 %, scaled by the user's factor."""
        return round(pixels * self._factor)

    def scale(self, pixels: float) -> float:
        """Return a thickness given in pixels at 100 %, scaled and not rounded: for strokes of signs."""
        return pixels * self._factor

    def size(self, name: str) -> int:
        """Return a named size of `SIZES` in pixels, by density and factor."""
        return self.space(SIZES[name][self._density is Density.COMPACT])

    def edge(self) -> int:
        """Return the width of hairlines and control edges in pixels."""
        return (2 if self.high_contrast else 1) * max(1, int(self._factor))

    # following the system

    def _on_system_changed(self) -> None:
        self._refresh()

    def _refresh(self) -> None:
        self._choose()
        self._apply()
        self.theme_changed.emit()

    def _choose(self) -> None:
        hints = QGuiApplication.styleHints() if self._app else None
        high = Qt.ContrastPreference.HighContrast
        self._high_contrast = hints is not None and hints.accessibility().contrastPreference() == high
        if self._app is not None and self.high_contrast:
            self._app.setPalette(QPalette())
            self._palette = system_palette(self._app.palette())
        elif self._scheme is Scheme.SYSTEM:
            dark = hints is not None and hints.colorScheme() == Qt.ColorScheme.Dark
            self._palette = DARK if dark else LIGHT
        else:
            self._palette = DARK if self._scheme is Scheme.DARK else LIGHT
        self.pixmaps.clear()
        self._colors = {role: QColor(value) for role, value in asdict(self._palette).items()}

    def _apply(self) -> None:
        if self._app is not None:
            self._app.setPalette(qt_palette(self._palette))
            self._app.setFont(self.font("body"))
