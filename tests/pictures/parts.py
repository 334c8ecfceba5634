"""tests: one page with every part of the screens in its states, to be looked at."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from core.resources import resource_path
from core.words import Words
from ui.glyphs import Glyph, paint_glyph
from ui.style import paint_ring
from ui.theme import Theme
from ui.widgets.button import Button, ButtonKind, IconButton
from ui.widgets.chip import Chip
from ui.widgets.empty_place import EmptyPlace, Picture, Way
from ui.widgets.field import Field, GrowingEditor
from ui.widgets.flag import Dot, Flag, Level
from ui.widgets.form import FormRows
from ui.widgets.key_cap import KeyHint
from ui.widgets.ladder_scale import LadderScale, Mark
from ui.widgets.list_pane import ASIDE, LEVEL, SECOND_LINE, ListPane
from ui.widgets.pair_rows import PairRows
from ui.widgets.place_header import PlaceHeader
from ui.widgets.progress import Meter, ProgressLine
from ui.widgets.rail import Place, Rail
from ui.widgets.section import SectionTitle, Surface
from ui.widgets.segments import Segments
from ui.widgets.status_bar import Saved, StatusBar
from ui.widgets.steps import Step, StepList
from ui.widgets.tab_strip import TabStrip
from ui.widgets.text import Text
from ui.widgets.undo_bar import UndoBar

PLACES = (
    Place("today", "sun-medium", "Today", "Ctrl+1"),
    Place("negotiations", "handshake", "Negotiations", "Ctrl+2"),
    Place("suppliers", "building-2", "Suppliers", "Ctrl+3"),
    Place("people", "users", "People", "Ctrl+4"),
    Place("reports", "file-text", "Reports", "Ctrl+5"),
)
FOOT = (Place("settings", "settings", "Settings", "Ctrl+6"),)
TABS = (("prepare", "Prepare"), ("meet", "Meet"), ("analyse", "Analyse"), ("debrief", "Debrief"))
STEPS = (
    Step("goal", "Goal and mode", done=True),
    Step("issues", "Issues", level=Level.ACT),
    Step("needs", "Needs and interests", done=True),
    Step("alternatives", "Alternatives", level=Level.CHECK),
    Step("plan", "Plan"),
)
MARKS = (
    Mark("Best outcome", Fraction(892, 10), "89.2", "us"),
    Mark("Fair deal", Fraction(701, 10), "70.1", "us"),
    Mark("BATNA", Fraction(636, 10), "63.6", "text", bold=True, weight=3),
    Mark("Minimum acceptable", Fraction(481, 10), "48.1", "danger", bold=True),
)


class _Ringed(QWidget):
    """Show the focus ring round a control that cannot have the focus in a picture."""

    def __init__(self, theme: Theme, control: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self._control = control
        box = QHBoxLayout(self)
        box.setContentsMargins(*[theme.space(4)] * 4)
        box.addWidget(control)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        gap = self._theme.space(3)
        around = QRectF(self._control.geometry()).adjusted(-gap, -gap, gap, gap)
        paint_ring(QPainter(self), self._theme, around, radius=self._theme.size("radius") + 2)


class _Signs(QWidget):
    """Show every glyph."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._theme.space(20) * len(Glyph), self._theme.space(20))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        side = self._theme.space(12)
        for index, glyph in enumerate(Glyph):
            at = QRectF(self._theme.space(20) * index, self._theme.space(4), side, side)
            paint_glyph(painter, glyph, at, self._theme.color("text"))


def build_parts(theme: Theme, say: Words) -> QWidget:
    """Return a page with all parts, 1640 x 1200 pixels at 100 %."""
    page = Surface(theme, "base")
    page.resize(theme.space(1640), theme.space(1200))
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.setSpacing(0)
    header = PlaceHeader(theme, say, arrows=True, height=42)
    header.set_title("Conservas Ribera")
    header.set_details("Sweetcorn 340 g, 2027 · Round 2")
    header.set_flags([(Level.ACT, "minimum below BATNA"), (Level.CHECK, "quote ends in 6 days")])
    header.add_action(Button(theme, "Start meeting"))
    header.add_action(IconButton(theme, "More", icon="ellipsis"))
    header.set_tabs(TabStrip(theme, "Views", TABS))
    body = QHBoxLayout()
    rail = Rail(theme, say, PLACES, FOOT)
    rail.set_current("people")
    for key, count in (("today", 5), ("negotiations", 9), ("suppliers", 71), ("people", 1104)):
        rail.set_count(key, count)
    narrow = Rail(theme, say, PLACES, FOOT)
    narrow.set_current("negotiations")
    narrow.set_narrow(True)
    body.addWidget(rail)
    body.addWidget(narrow)
    body.addWidget(_list_pane(theme, say))
    columns = QHBoxLayout()
    columns.setContentsMargins(theme.space(24), theme.space(16), theme.space(24), theme.space(16))
    columns.setSpacing(theme.space(32))
    for column in (_small_parts(theme, say), _middle_parts(theme, say)):
        columns.addLayout(column, 1)
    right = QVBoxLayout()
    right.addWidget(header)
    right.addLayout(columns)
    right.addWidget(SectionTitle(theme, "Icons"))
    right.addLayout(_icons(theme))
    right.addStretch(1)
    body.addLayout(right, 1)
    outer.addLayout(body, 1)
    status = StatusBar(theme, say)
    status.set_saved("Saved 09:18")
    status.set_file("norvik-2026.logroll")
    status.set_offline("Offline, encrypted", locked=True)
    status.set_keys([("Ctrl+K", "Go or command"), ("Ctrl+Shift+N", "Quick note"), ("Ctrl+L", "Cover")])
    outer.addWidget(status)
    return page


def _list_pane(theme: Theme, say: Words) -> QWidget:
    pane = ListPane(theme, say, "Suppliers", filter_hint="Filter suppliers", new_name="New supplier", new_key="N")
    model = QStandardItemModel(pane)
    for name, second, aside, level in (
        ("Aerovent Klima", "DE, HVAC", "", None),
        ("Conservas Ribera S.A. y Compañía", "ES, canned food", "2", Level.ACT),
        ("Delva Foods", "BE, frozen vegetables", "", Level.CHECK),
        ("<b>Frutas</b> & Ebro", "ES, canned food", "", None),
    ):
        item = QStandardItem(name)
        item.setData(second, SECOND_LINE)
        item.setData(aside, ASIDE)
        item.setData(level, LEVEL)
        model.appendRow(item)
    pane.set_model(model)
    pane.choose_row(2)
    pane.setFixedWidth(theme.space(232))
    return pane


def _line(theme: Theme, name: str, *parts: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(theme.space(12))
    word = Text(theme, name, "meta", color="muted")
    word.setFixedWidth(theme.space(92))
    line.addWidget(word)
    for part in parts:
        line.addWidget(part)
    line.addStretch(1)
    return line


def _small_parts(theme: Theme, say: Words) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(theme.space(8))
    column.addWidget(SectionTitle(theme, "Flags", aside="act, check, fine"))
    flags = (Flag(theme, say, Level.ACT, "past limit"), Flag(theme, say, Level.CHECK, "no BATNA"), Flag(theme, say))
    column.addLayout(_line(theme, "in a table", *flags))
    chips = [Flag(theme, say, level, "2 unread lines", outlined=True) for level in (Level.ACT, Level.CHECK)]
    column.addLayout(_line(theme, "in a header", *chips))
    grey = [Flag(theme, say, level, "as typed", greyscale=True) for level in (Level.CHECK, Level.FINE)]
    dot, ring = Dot(theme, say), Dot(theme, say)
    dot.set_level(Level.CHECK)
    column.addLayout(_line(theme, "in Meet", ring, dot, *grey))
    column.addWidget(SectionTitle(theme, "Buttons and fields"))
    column.addLayout(_line(theme, "primary", Button(theme, "Open Prepare", ButtonKind.PRIMARY, key="Return")))
    default = (
        Button(theme, "Recall card", key="R"),
        IconButton(theme, "New", icon="plus", kind=ButtonKind.DEFAULT),
        Button(theme, "Weights", ButtonKind.QUIET, icon="sliders-horizontal"),
    )
    column.addLayout(_line(theme, "default, icon", *default))
    ringed = (
        _Ringed(theme, Button(theme, "Focused")),
        _Ringed(theme, Button(theme, "Focused", ButtonKind.PRIMARY)),
    )
    column.addLayout(_line(theme, "focus ring", *ringed))
    off = (Button(theme, "Not yet"), Button(theme, "Not yet", ButtonKind.PRIMARY))
    for button in off:
        button.setEnabled(False)
    column.addLayout(_line(theme, "disabled", *off, Text(theme, "reason beside it", "meta", color="muted")))
    large = Button(theme, "New negotiation", ButtonKind.PRIMARY, key="N", large=True)
    back = Button(theme, "Goal and mode", ButtonKind.QUIET, glyph=Glyph.CHEVRON_LEFT)
    column.addLayout(_line(theme, "large, back", large, back))
    field = Field(theme, "Filter", hint="Filter suppliers", icon="search")
    written = Field(theme, "Unit")
    written.setText("EUR/can")
    column.addLayout(_line(theme, "field", field, written))
    segments = Segments(theme, "Depth", (("s", "Sudden"), ("p", "Priority"), ("f", "Full")))
    segments.set_current("f")
    column.addLayout(_line(theme, "segments", segments))
    check, radio, combo = QCheckBox("Shared"), QRadioButton("Price"), QComboBox()
    check.setChecked(True)
    radio.setChecked(True)
    combo.addItems(["Price", "Relationship"])
    column.addLayout(_line(theme, "choice", check, radio, combo))
    column.addLayout(_line(theme, "keys", KeyHint(theme, "Tab", "next"), KeyHint(theme, "Ctrl+V", "paste cells")))
    bases = (Chip(theme, "said"), Chip(theme, "observed"), Chip(theme, "guess", dashed=True))
    column.addLayout(_line(theme, "basis", *bases))
    column.addLayout(_line(theme, "signs", _Signs(theme)))
    column.addWidget(SectionTitle(theme, "Undo, saved, progress"))
    host = QWidget()
    host.setFixedHeight(theme.space(56))
    bar = UndoBar(theme, say, host)
    bar.say_done("Issue “Volume” deleted")
    column.addWidget(host)
    saved = Saved(theme)
    saved.set_words("Saved 09:18")
    column.addLayout(_line(theme, "saved", saved))
    progress = ProgressLine(theme, say)
    progress.start("Prep report")
    progress.set_progress(3, 5, "Prep report, page 3 of 5")
    column.addWidget(progress)
    column.addStretch(1)
    return column


def _middle_parts(theme: Theme, say: Words) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(theme.space(8))
    top = QHBoxLayout()
    side = QVBoxLayout()
    meter = Meter(theme, "Readiness")
    meter.set_share(78, "78 %")
    side.addWidget(meter)
    for width in (200, 88):
        steps = StepList(theme, say, "Steps")
        steps.set_steps(STEPS)
        steps.set_current("issues")
        steps.setFixedWidth(theme.space(width))
        side.addWidget(steps)
    missing = PairRows(theme)
    missing.set_pairs([("Minimum below BATNA", "+8 %"), ("Authority of I. Carrasco", "+6 %")])
    side.addWidget(missing)
    side.addStretch(1)
    top.addLayout(side)
    scale = LadderScale(theme, "Package value, 0 to 100")
    scale.set_marks(MARKS, (Fraction(892, 10), Fraction(701, 10)))
    scales = QVBoxLayout()
    scales.addWidget(SectionTitle(theme, "Ladder check", aside="package value, 0 to 100"))
    scales.addWidget(Text(theme, "A deal at your minimum is worth 15.4 points less than walking away.", wrap=True))
    scales.addWidget(scale)
    scales.addStretch(1)
    top.addLayout(scales, 1)
    column.addLayout(top)
    form = FormRows(theme, say, hairlines=True)
    name, notes = Field(theme, "Name"), GrowingEditor(theme, "Notes", hint="What matters to them")
    name.setText("Inés Carrasco")
    form.add_row("Name", name)
    form.add_row("Notes", notes)
    empty_notes = GrowingEditor(theme, "Why")
    empty_notes.set_text("Growers are paid in December.\nCash before that is worth more to them than to us.")
    form.add_row("Why", empty_notes, hint="as she would read it")
    form.set_problem(name, "there is another one of this name")
    column.addWidget(form)
    way = Way("file-down", "Import", "CSV or vCard; you see it before it is added", Button(theme, "Choose file"))
    column.addWidget(
        EmptyPlace(
            theme,
            "handshake",
            "No negotiations yet",
            "One entry per matter with one supplier, from preparation to debrief.",
            Button(theme, "New negotiation", ButtonKind.PRIMARY, key="N", large=True),
            (way, Way("table-2", "Paste a table", "Copy issues from a spreadsheet", "Ctrl+V")),
        )
    )
    column.addStretch(1)
    return column


def _icons(theme: Theme) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(theme.space(24), 0, theme.space(24), theme.space(8))
    grid.setVerticalSpacing(theme.space(6))
    names = sorted(path.stem for path in resource_path("icons").glob("*.svg"))
    for index, name in enumerate(names):
        cell = QHBoxLayout()
        cell.addWidget(Picture(theme, name))
        cell.addWidget(Text(theme, name, "small", color="muted"))
        cell.addStretch(1)
        grid.addLayout(cell, index // 7, index % 7, Qt.AlignmentFlag.AlignLeft)
    return grid
