"""ui: the one style over Fusion - edges, fields, tabs, bars and the focus ring, flat and in palette colours."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionComplex,
    QStyleOptionFrame,
    QStyleOptionSlider,
    QStyleOptionTab,
    QWidget,
)

from ui.glyphs import Glyph, paint_glyph
from ui.theme import Theme

RING = 2  # pixels at 100 %
RING_GAP = 1

_State = QStyle.StateFlag
_ARROWS = {
    QStyle.PrimitiveElement.PE_IndicatorArrowDown: Glyph.CHEVRON_DOWN,
    QStyle.PrimitiveElement.PE_IndicatorArrowUp: Glyph.CHEVRON_UP,
    QStyle.PrimitiveElement.PE_IndicatorArrowLeft: Glyph.CHEVRON_LEFT,
    QStyle.PrimitiveElement.PE_IndicatorArrowRight: Glyph.CHEVRON_RIGHT,
}


def dress(app: QApplication, theme: Theme) -> None:
    """Give the application its fonts, palette and style, and keep them with the theme."""
    theme.attach(app)
    app.setStyle(SheetStyle(theme))


def paint_panel(
    painter: QPainter, rect: QRectF, *, fill: QColor | None, edge: QColor | None, radius: float, width: float = 1.0
) -> None:
    """Paint a flat panel whose edge of `width` pixels lies inside `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    if edge is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        painter.setPen(QPen(edge, width))
        half = width / 2
        rect = rect.adjusted(half, half, -half, -half)
    if radius > 0:
        painter.drawRoundedRect(rect, radius, radius)
    else:
        painter.drawRect(rect)
    painter.restore()


def paint_ring(painter: QPainter, theme: Theme, rect: QRectF, *, radius: float = 0.0) -> None:
    """Paint the focus ring just inside `rect`: for cells and rows, and by the frame round controls."""
    paint_panel(painter, rect, fill=None, edge=theme.color("mark"), radius=radius, width=max(RING, theme.space(RING)))


def paint_key_cap(painter: QPainter, theme: Theme, rect: QRectF, text: str, *, ink: QColor, edge: QColor) -> None:
    """Paint a key with its name in the middle of `rect`."""
    paint_panel(painter, rect, fill=None, edge=edge, radius=theme.size("radius_chip"), width=theme.edge())
    painter.save()
    painter.setFont(theme.font("meta"))
    painter.setPen(ink)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, text)
    painter.restore()


class SheetStyle(QProxyStyle):
    """Draw controls as the looks have them; what is not named here stays Fusion's."""

    def __init__(self, theme: Theme) -> None:
        """Take the theme whose tokens are drawn with."""
        super().__init__("Fusion")
        self._theme = theme
        self._metrics: dict[QStyle.PixelMetric, int] = {}
        self._measure()
        theme.theme_changed.connect(self._measure)

    def _measure(self) -> None:
        metric, space = QStyle.PixelMetric, self._theme.space
        ring = max(RING, space(RING)) + max(RING_GAP, space(RING_GAP))
        self._metrics = {
            metric.PM_DefaultFrameWidth: self._theme.edge(),
            metric.PM_FocusFrameHMargin: ring,
            metric.PM_FocusFrameVMargin: ring,
            metric.PM_SplitterWidth: 1,
            metric.PM_ScrollBarExtent: space(12),
            metric.PM_ScrollBarSliderMin: space(32),
            metric.PM_SliderLength: space(14),
            metric.PM_SliderControlThickness: space(14),
            metric.PM_SliderThickness: space(20),
            metric.PM_ButtonShiftHorizontal: 0,
            metric.PM_ButtonShiftVertical: 0,
            metric.PM_IndicatorWidth: space(16),
            metric.PM_IndicatorHeight: space(16),
            metric.PM_ExclusiveIndicatorWidth: space(16),
            metric.PM_ExclusiveIndicatorHeight: space(16),
            metric.PM_CheckBoxLabelSpacing: space(6),
            metric.PM_RadioButtonLabelSpacing: space(6),
            metric.PM_SmallIconSize: space(16),
            metric.PM_ButtonIconSize: space(16),
            metric.PM_TabBarTabHSpace: space(24),
            metric.PM_TabBarTabVSpace: space(16),
            metric.PM_TabBarTabShiftVertical: 0,
            metric.PM_TabBarTabShiftHorizontal: 0,
        }

    # sizes

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        found = self._metrics.get(metric)
        return found if found is not None else super().pixelMetric(metric, option, widget)

    def sizeFromContents(
        self, kind: QStyle.ContentsType, option: QStyleOption, size: QSize, widget: QWidget | None = None
    ) -> QSize:
        found = super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type] # Qt takes none
        if kind in (QStyle.ContentsType.CT_ComboBox, QStyle.ContentsType.CT_PushButton):
            space = self._theme.space
            return QSize(max(found.width(), size.width() + space(36)), self._theme.size("control"))
        return found

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        found = super().subControlRect(control, option, part, widget)  # type: ignore[arg-type] # Qt takes none
        if control == QStyle.ComplexControl.CC_ComboBox:
            space, area = self._theme.space, option.rect
            if part == QStyle.SubControl.SC_ComboBoxEditField:
                inner = area.adjusted(space(8), 1, -space(24), -1)
                return self.visualRect(option.direction, area, inner)
            if part == QStyle.SubControl.SC_ComboBoxArrow:
                arrow = area.adjusted(area.width() - space(24), 0, -space(4), 0)
                return self.visualRect(option.direction, area, arrow)
        return found

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        return_data: object = None,
    ) -> int:
        # nothing moves but the caret
        if hint == QStyle.StyleHint.SH_Widget_Animation_Duration:
            return 0
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        # words say it; Qt's own pictures are of another hand
        if hint == QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons:
            return 0
        return int(super().styleHint(hint, option, widget, return_data))  # type: ignore[arg-type] # Qt takes none

    # drawing

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        kind = QStyle.PrimitiveElement
        if element == kind.PE_FrameFocusRect:
            return  # the ring is the focus frame's
        if element == kind.PE_PanelButtonCommand:
            self._draw_button(option, painter)
        elif element in (kind.PE_PanelLineEdit, kind.PE_FrameLineEdit):
            if not (isinstance(option, QStyleOptionFrame) and option.lineWidth == 0):
                self._draw_field(option.rect, option, painter)
        elif element in (kind.PE_IndicatorCheckBox, kind.PE_IndicatorItemViewItemCheck):
            self._draw_check(option, painter)
        elif element == kind.PE_IndicatorRadioButton:
            self._draw_radio(option, painter)
        elif element in _ARROWS:
            side = float(self._theme.space(8))
            at = QRectF(0, 0, side, side)
            at.moveCenter(QRectF(option.rect).center())
            paint_glyph(painter, _ARROWS[element], at, self._ink(option), width=self._theme.scale(1.4))
        elif element == kind.PE_FrameTabBarBase:
            return
        else:
            super().drawPrimitive(element, option, painter, widget)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        kind = QStyle.ControlElement
        if element == kind.CE_FocusFrame:
            paint_ring(painter, self._theme, QRectF(option.rect), radius=self._theme.size("radius") + RING)
        elif element == kind.CE_Splitter:
            painter.fillRect(option.rect, self._theme.color("line"))
        elif element == kind.CE_ShapedFrame and isinstance(option, QStyleOptionFrame):
            self._draw_frame(option, painter, widget)
        elif element == kind.CE_PushButtonLabel and isinstance(option, QStyleOptionButton):
            super().drawControl(element, self._on_fill(option), painter, widget)
        elif element == kind.CE_TabBarTabShape:
            self._draw_tab_mark(option, painter)
        elif element == kind.CE_TabBarTabLabel and isinstance(option, QStyleOptionTab):
            self._draw_tab_label(option, painter)
        else:
            super().drawControl(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        kind = QStyle.ComplexControl
        if control == kind.CC_ComboBox and isinstance(option, QStyleOptionComboBox):
            self._draw_combo(option, painter, widget)
        elif control == kind.CC_ScrollBar and isinstance(option, QStyleOptionSlider):
            self._draw_scroll_bar(option, painter, widget)
        elif control == kind.CC_Slider and isinstance(option, QStyleOptionSlider):
            self._draw_slider(option, painter, widget)
        else:
            super().drawComplexControl(control, option, painter, widget)

    # parts

    def _ink(self, option: QStyleOption) -> QColor:
        return self._theme.color("text" if option.state & _State.State_Enabled else "ctl")

    def _edge(self, option: QStyleOption) -> QColor:
        return self._theme.color("ctl" if option.state & _State.State_Enabled else "line2")

    def _on_fill(self, option: QStyleOptionButton) -> QStyleOptionButton:
        # the words of the default button of Qt's own dialogs stand on the highlight
        is_default = bool(option.features & QStyleOptionButton.ButtonFeature.DefaultButton)
        if not (is_default and option.state & _State.State_Enabled):
            return option
        found = QStyleOptionButton(option)
        found.palette.setColor(QPalette.ColorRole.ButtonText, self._theme.color("on_highlight"))
        return found

    def _draw_button(self, option: QStyleOption, painter: QPainter) -> None:
        theme, state = self._theme, option.state
        features = option.features if isinstance(option, QStyleOptionButton) else QStyleOptionButton.ButtonFeature.None_
        enabled = bool(state & _State.State_Enabled)
        pressed = bool(state & (_State.State_Sunken | _State.State_On))
        over = bool(state & _State.State_MouseOver)
        rect, radius = QRectF(option.rect), theme.size("radius")
        if features & QStyleOptionButton.ButtonFeature.DefaultButton and enabled:
            fill = theme.color("highlight")
            if pressed or over:
                fill = _mix(fill, theme.color("text"), 0.22 if pressed else 0.1)
            paint_panel(painter, rect, fill=fill, edge=None, radius=radius)
            return
        surface = theme.color("line" if pressed else "hover") if enabled and (pressed or over) else None
        if features & QStyleOptionButton.ButtonFeature.Flat:
            if surface is not None:
                paint_panel(painter, rect, fill=surface, edge=None, radius=radius)
            return
        fill = surface or theme.color("raised")
        paint_panel(painter, rect, fill=fill, edge=self._edge(option), radius=radius, width=theme.edge())

    def _draw_field(self, rect: QRect, option: QStyleOption, painter: QPainter) -> None:
        theme = self._theme
        read_only = bool(option.state & _State.State_ReadOnly)
        edge = theme.color("line2") if read_only else self._edge(option)
        fill = theme.color("bg" if read_only else "raised")
        paint_panel(painter, QRectF(rect), fill=fill, edge=edge, radius=theme.size("radius"), width=theme.edge())

    def _draw_frame(self, option: QStyleOptionFrame, painter: QPainter, widget: QWidget | None) -> None:
        theme = self._theme
        if option.frameShape in (QFrame.Shape.HLine, QFrame.Shape.VLine):
            painter.fillRect(option.rect, theme.color("line2"))
        elif option.frameShape == QFrame.Shape.StyledPanel:
            popup = widget is not None and widget.isWindow()
            paint_panel(
                painter,
                QRectF(option.rect),
                fill=theme.color("raised"),
                edge=self._edge(option),
                radius=0 if popup else theme.size("radius"),
                width=theme.edge(),
            )
        elif option.frameShape != QFrame.Shape.NoFrame:
            paint_panel(
                painter, QRectF(option.rect), fill=None, edge=theme.color("line2"), radius=0, width=theme.edge()
            )

    def _draw_check(self, option: QStyleOption, painter: QPainter) -> None:
        theme, state = self._theme, option.state
        on, part = bool(state & _State.State_On), bool(state & _State.State_NoChange)
        enabled = bool(state & _State.State_Enabled)
        rect = QRectF(option.rect)
        filled = enabled and (on or part)
        paint_panel(
            painter,
            rect,
            fill=theme.color("highlight" if filled else "raised"),
            edge=None if filled else self._edge(option),
            radius=theme.size("radius_chip"),
            width=theme.edge(),
        )
        ink = theme.color("on_highlight") if enabled else theme.color("ctl")
        inset = rect.width() / 4
        inner = rect.adjusted(inset, inset, -inset, -inset)
        if on:
            paint_glyph(painter, Glyph.CHECK, inner, ink, width=theme.scale(1.8))
        elif part:
            painter.fillRect(QRectF(inner.x(), inner.center().y() - 1, inner.width(), 2), ink)

    def _draw_radio(self, option: QStyleOption, painter: QPainter) -> None:
        theme, rect = self._theme, QRectF(option.rect)
        on = bool(option.state & _State.State_On)
        ink = theme.color("mark") if option.state & _State.State_Enabled else theme.color("ctl")
        paint_glyph(painter, Glyph.DOT, rect, theme.color("raised"))
        paint_glyph(painter, Glyph.RING, rect, ink if on else self._edge(option), width=theme.edge() + on)
        if on:
            inset = rect.width() * 0.28
            paint_glyph(painter, Glyph.DOT, rect.adjusted(inset, inset, -inset, -inset), ink)

    def _draw_tab_mark(self, option: QStyleOption, painter: QPainter) -> None:
        if option.state & _State.State_Selected:
            height = max(2, self._theme.space(2))
            half = self._theme.space(12)
            line = QRectF(option.rect).adjusted(half, 0, -half, 0)
            line.setTop(line.bottom() - height)
            painter.fillRect(line, self._theme.color("mark"))

    def _draw_tab_label(self, option: QStyleOptionTab, painter: QPainter) -> None:
        theme = self._theme
        selected = bool(option.state & _State.State_Selected)
        lively = selected or bool(option.state & _State.State_MouseOver)
        role = "ctl" if not option.state & _State.State_Enabled else ("text" if lively else "muted")
        half = theme.space(12)
        painter.save()
        painter.setFont(theme.font("body", bold=selected))
        painter.setPen(theme.color(role))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextHideMnemonic
        area = option.rect.adjusted(half, 0, 0, 0)
        painter.drawText(area, flags, option.text)
        if option.state & _State.State_HasFocus and option.state & _State.State_KeyboardFocusChange:
            ring = QRectF(option.rect).adjusted(half - 6, 4, 6 - half, -4)
            paint_ring(painter, theme, ring, radius=theme.size("radius"))
        painter.restore()

    def _draw_combo(self, option: QStyleOptionComboBox, painter: QPainter, widget: QWidget | None) -> None:
        if option.frame:
            self._draw_field(option.rect, option, painter)
        part = QStyle.SubControl.SC_ComboBoxArrow
        arrow = self.subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, widget)
        side = float(self._theme.space(8))
        at = QRectF(0, 0, side, side)
        at.moveCenter(QRectF(arrow).center())
        paint_glyph(painter, Glyph.CHEVRON_DOWN, at, self._ink(option), width=self._theme.scale(1.4))

    def _draw_scroll_bar(self, option: QStyleOptionSlider, painter: QPainter, widget: QWidget | None) -> None:
        theme = self._theme
        painter.fillRect(option.rect, theme.color("bg"))
        part = QStyle.SubControl.SC_ScrollBarSlider
        slider = QRectF(self.subControlRect(QStyle.ComplexControl.CC_ScrollBar, option, part, widget))
        inset = theme.space(3)
        slider.adjust(inset, inset, -inset, -inset)
        held = bool(option.state & (_State.State_MouseOver | _State.State_Sunken))
        ink = theme.color("muted" if held else "ctl")
        radius = min(slider.width(), slider.height()) / 2
        if option.maximum > option.minimum:
            paint_panel(painter, slider, fill=ink, edge=None, radius=radius)

    def _draw_slider(self, option: QStyleOptionSlider, painter: QPainter, widget: QWidget | None) -> None:
        """Draw a slider from left to right: a thin way, what lies behind the handle in the colour of the mark."""
        theme, kind = self._theme, QStyle.ComplexControl.CC_Slider
        handle = QRectF(self.subControlRect(kind, option, QStyle.SubControl.SC_SliderHandle, widget))
        side = float(theme.space(14))
        dot = QRectF(0, 0, side, side)
        dot.moveCenter(handle.center())
        thick = theme.space(4)
        way = QRectF(option.rect.x(), dot.center().y() - thick / 2, option.rect.width(), thick)
        passed = QRectF(way)
        passed.setRight(dot.center().x())
        on = theme.color("mark") if option.state & _State.State_Enabled else theme.color("ctl")
        for part, ink in ((way, theme.color("ctl")), (passed, on)):
            paint_panel(painter, part, fill=ink, edge=None, radius=thick / 2)
        paint_glyph(painter, Glyph.DOT, dot, theme.color("raised"))
        paint_glyph(painter, Glyph.RING, dot, on, width=theme.scale(2))


def _mix(first: QColor, second: QColor, share: float) -> QColor:
    return QColor.fromRgbF(
        first.redF() + (second.redF() - first.redF()) * share,
        first.greenF() + (second.greenF() - first.greenF()) * share,
        first.blueF() + (second.blueF() - first.blueF()) * share,
    )
