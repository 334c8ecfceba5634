"""ui: the panel of a meeting's own facts - who sits in it, where, what for, and what we note for ourselves."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from core.changes import Changes
from core.errors import LogrollError
from core.meeting import Channel
from core.naming import channel_word
from ui.draft_timer import DraftTimer
from ui.meet.sitting import Sitting
from ui.overlay import Overlay
from ui.record_form import RecordForm
from ui.tools import Tools
from ui.widgets.key_cap import KeyHint
from ui.widgets.text import Text

_FEW, _SEATS = 4, 2  # so many people sit under each other, more of them in columns


class MeetingPanel(Overlay):
    """Show and edit the open meeting; every field is written when it is left, Escape closes."""

    def __init__(self, tools: Tools, host: QWidget, sitting: Sitting, take: Callable[[Changes], None]) -> None:
        """Take the open meeting and who is told what changed."""
        theme, say = tools.theme, tools.say
        super().__init__(theme, host, width=560, top=96)
        self._tools = tools
        self._sitting = sitting
        self._take = take
        meeting = sitting.meeting
        self.setAccessibleName(say("Meeting"))
        self.form = RecordForm(theme, say, label_width=96, parent=self.panel)
        self.form.add_line("purpose", say("What for"))
        self.form.add_line("place", say("Place"))
        self.form.add_choice("channel", say("Channel"), [(each.value, channel_word(say, each)) for each in Channel])
        self.people = [QCheckBox(each.person.name, self.panel) for each in sitting.sitters()]
        self.form.add_text("notes", say("Notes"))
        if meeting is not None:
            values = {name: getattr(meeting, name) for name in ("purpose", "place", "notes")}
            self.form.show_record({**values, "channel": meeting.channel.value})
        notes = self.form.text("notes")
        if kept := sitting.kept_notes():
            notes.setPlainText(kept)
        self._draft = DraftTimer(lambda: self._keep(notes.toPlainText()), self)
        notes.textChanged.connect(self._draft.touch)
        self.form.edited.connect(self._on_edited)
        pad = theme.space(20)
        column = QVBoxLayout()
        column.setContentsMargins(pad, theme.space(16), pad, theme.space(12))
        column.setSpacing(theme.space(10))
        column.addWidget(Text(theme, say("Meeting"), "page", parent=self.panel))
        seats = QGridLayout()
        seats.setVerticalSpacing(theme.space(4))
        seats.addWidget(Text(theme, say("Who is here"), "meta", color="muted", parent=self.panel), 0, 0, 1, _SEATS)
        across = 1 if len(self.people) <= _FEW else _SEATS
        for at, (box, sitter) in enumerate(zip(self.people, sitting.sitters(), strict=True)):
            box.setText(sitter.person.name.replace("&", "&&"))
            box.setFont(theme.font())
            box.setChecked(sitter.is_here)
            box.toggled.connect(lambda here, record=sitter.person.id: self._on_seated(record, here))
            seats.addWidget(box, 1 + at // across, at % across)
        if self.people:
            column.addLayout(seats)
        column.addWidget(self.form)
        foot = QHBoxLayout()
        foot.addWidget(KeyHint(theme, "Esc", say("close"), self.panel))
        foot.addStretch(1)
        column.addLayout(foot)
        self.body.addLayout(column)
        for field in self.form.fields.values():
            field.installEventFilter(self)
        self.appear(self.people[0] if self.people else self.form.line("purpose"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # one key closes, and what was noted in a hurry is kept: elsewhere it would leave the field as it was
        is_press = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.turn_away()
            return True
        return super().eventFilter(watched, event)

    def turn_away(self) -> None:
        """Keep what is being written, and go."""
        self.form.commit()
        super().turn_away()

    def _on_seated(self, record: int, here: bool) -> None:
        self._run(lambda: self._sitting.seat(record, is_here=here))

    def _on_edited(self, key: str, text: str) -> None:
        is_written = self._run(lambda: self._sitting.change(key, text))
        if key == "notes":
            self._draft.stop()
            self._keep("" if is_written else text)

    def _keep(self, text: str) -> None:
        try:
            self._sitting.keep_notes(text)
        except LogrollError as error:
            self._tools.prompts.trouble(error)

    def _run(self, verb: Callable[[], Changes | None]) -> bool:
        """Run a verb and tell whether it went through; trouble is told."""
        try:
            changes = verb()
        except LogrollError as error:
            self._tools.prompts.trouble(error)
            return False
        if changes is not None and changes.entry:
            self._take(changes)
        return True
