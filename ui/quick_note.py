"""ui: the quick note - one line from anywhere, `@person #topic text`, read as it is typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from core.errors import LogrollError
from core.note_completion import Choice, Completion
from core.quick_note import QuickNote as Reading
from ui.draft_timer import DraftTimer
from ui.drafts import QUICK_NOTE
from ui.main_window import MainWindow
from ui.new_record import NewRecord
from ui.notes.quick import QuickNotePresenter
from ui.notes.section import NoteLine
from ui.overlay import Overlay
from ui.privacy_line import PrivacyLine
from ui.session import Session
from ui.tools import Tools
from ui.widgets.button import Button, ButtonKind
from ui.widgets.flag import Flag, Level
from ui.widgets.key_cap import KeyHint
from ui.widgets.list_pane import SECOND_LINE, ListView, OneLine
from ui.widgets.text import Text

_SHOWN = 6  # choices at once
_ADD_KEY = "Ctrl+Return"


class QuickNote(Overlay):
    """Take one note; Enter keeps it, Tab completes a name or a topic, Escape leaves what is written for next time.

    What the line is read as stands under it all the time. Who is not certain is asked for, nobody is guessed.
    """

    def __init__(self, tools: Tools, window: MainWindow, session: Session) -> None:
        """Build and show the panel; without a supplier there is nobody a note could be about."""
        theme, say = tools.theme, tools.say
        super().__init__(theme, window, top=160)
        self._session = session
        self._tools = tools
        place = session.screen.note_target() if session.screen is not None else None
        self.presenter = QuickNotePresenter(session.logbook, say, tools.clock, place)
        self._completion: Completion | None = None
        self._choices: Sequence[Choice] = ()
        self.setAccessibleName(say("Quick note"))
        self.line = NoteLine(theme, say, self.panel, clears=False)
        self.line.setPlaceholderText(say("@person #topic text"))
        self.reading = Text(theme, "", wrap=True, parent=self.panel)
        self.sentence = Text(theme, "", color="muted", wrap=True, parent=self.panel)
        self._problem = Flag(theme, say, Level.CHECK, wrap=True, parent=self.panel)
        self._problem.hide()
        self.add_person = Button(theme, "", ButtonKind.LINK, icon="plus", key=_ADD_KEY, parent=self.panel)
        self.add_person.clicked.connect(self._on_person_wanted)
        self.add_person.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view = ListView(theme, say("What fits"), surface="raised", parent=self.panel)
        self.view.setItemDelegate(OneLine(theme, self.view))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._model = QStandardItemModel(self)
        self.view.setModel(self._model)
        self.view.clicked.connect(self._on_choice_clicked)
        self.privacy = PrivacyLine(theme, say, self.panel)
        self._lay_out()
        self.line.installEventFilter(self)
        self.line.setText(session.logbook.drafts.read(QUICK_NOTE))
        self._kept = self.line.text()
        self.privacy.watch(self.line, lambda text: self.presenter.read(text).sentence_at)
        self._draft = DraftTimer(lambda: self._keep(self.line.text()), self)
        self.line.textChanged.connect(self._draft.touch)
        self.turned_away.connect(self._draft.flush)
        self.line.textChanged.connect(lambda _text: self._read())
        self.line.cursorPositionChanged.connect(lambda _old, _new: self._offer())
        self._read()
        if not self.presenter.book:
            self.refuse(say("There is no supplier yet whom a note could be about. Add one first."))
        self.appear(self.line)

    def refuse(self, words: str) -> None:
        """Say what is wrong; the line stays to be mended."""
        self._problem.set_flag(Level.CHECK, words)
        self._problem.show()
        self.arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.turn_away()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    # inside

    def _lay_out(self) -> None:
        theme, say = self._theme, self._tools.say
        pad = theme.space(20)
        column = QVBoxLayout()
        column.setContentsMargins(pad, theme.space(16), pad, theme.space(12))
        column.setSpacing(theme.space(10))
        column.addWidget(Text(theme, say("Quick note"), "page", parent=self.panel))
        column.addWidget(self.line)
        told = QVBoxLayout()
        told.setSpacing(theme.space(2))
        told.addWidget(self.reading)
        told.addWidget(self.sentence)
        column.addLayout(told)
        column.addWidget(self._problem)
        column.addWidget(self.add_person, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.view)
        column.addWidget(self.privacy)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(theme.space(16))
        for keys, words in (("Return", say("keep")), ("Tab", say("complete")), ("Esc", say("close"))):
            foot.addWidget(KeyHint(theme, keys, words, self.panel))
        foot.addStretch(1)
        for sign, words in (("~", say("guess")), ("*", say("observed")), ('"', say("said"))):
            foot.addWidget(KeyHint(theme, sign, words, self.panel))
        column.addLayout(foot)
        self.body.addLayout(column)

    def _read(self) -> None:
        """Say what the line is read as so far, and what is still asked for."""
        say, text = self._tools.say, self.line.text()
        presenter = self.presenter
        found = presenter.read(text)
        parts = [presenter.about(found), presenter.kind(found), presenter.when(found)]
        self.reading.setText("  ·  ".join(parts))
        self.sentence.setText(found.sentence)
        self.sentence.setVisible(bool(found.sentence))
        self.line.setAccessibleDescription(self.privacy.words or ", ".join([*parts, found.sentence]))
        self._problem.hide()
        is_unknown = bool(found.who) and not found.names
        if is_unknown:
            self.add_person.set_label(say("Add “{name}” to the people on file", name=found.who))
        self.add_person.setVisible(is_unknown)
        self._offer(found)

    def _offer(self, found: Reading | None = None) -> None:
        """List what the mark at the caret can go on with, else those whom a name may mean."""
        say = self._tools.say
        found = found or self.presenter.read(self.line.text())
        self._completion = self.presenter.complete(self.line.text(), self.line.cursorPosition())
        choices: Sequence[Choice] = () if self._completion is None else self._completion.choices
        if not choices and len(found.names) > 1 and found.who_at is not None:
            choices = [self.presenter.choice(name) for name in found.names]
            self._completion = Completion(*found.who_at, tuple(choices), len(choices))
        if choices != self._choices:
            self._choices = choices
            self._model.clear()
            for choice in choices:
                item = QStandardItem(choice.label)
                detail = choice.detail or (say("supplier") if choice.name is not None else "")
                item.setData(detail, SECOND_LINE)
                item.setData(", ".join(part for part in (choice.label, detail) if part), _SPOKEN)
                self._model.appendRow(item)
        rows = min(len(choices), _SHOWN)
        self.view.setFixedHeight(rows * self._theme.size("row"))
        self.view.setVisible(bool(choices))
        self.arrange()

    def _on_key(self, event: QKeyEvent) -> bool:
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        at = self.view.currentIndex().row()
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_person_wanted()
        elif plain and key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._choices:
            at += 1 if key == Qt.Key.Key_Down else -1
            at = min(max(at, 0), len(self._choices) - 1)
            self.view.setCurrentIndex(self._model.index(at, 0))
        elif plain and key == Qt.Key.Key_Tab and self._choices:
            self._take(max(at, 0))
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and at >= 0 and self._choices:
            self._take(at)
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._add()
        else:
            return False
        return True

    def _on_choice_clicked(self, index: QModelIndex) -> None:
        # the click went through to the panel, which took the focus
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._take(index.row())

    def _take(self, at: int) -> None:
        """Put a choice into the line in place of what it completes."""
        if self._completion is None or at >= len(self._choices):
            return
        choice, text = self._choices[at], self.line.text()
        begin, end = self._completion.begin, self._completion.end
        rest = text[end:].lstrip()
        # as if it had been typed, so that Ctrl+Z in the line takes it back
        self.line.setSelection(_qt(text, begin), _qt(text, len(text)) - _qt(text, begin))
        self.line.insert(f"{choice.text}{rest}")
        self.line.setCursorPosition(_qt(text, begin) + _qt(choice.text, len(choice.text)))
        found = self.presenter.read(self.line.text())
        if choice.name is not None and len(found.names) > 1:
            self.presenter.choose(found.who, choice.name)
        self._read()

    def _add(self) -> None:
        text = self.line.text()
        if not text.strip() or not self.presenter.book:
            return
        try:
            changes = self.presenter.add(text)
        except LogrollError as error:
            self.refuse(self._tools.say.message(error.message))
            return
        self._draft.stop()
        self._keep("")
        self.go()
        self._session.take(changes)
        self._tools.prompts.offer_undo(changes)

    def _on_person_wanted(self) -> None:
        """Ask for the supplier of somebody who is named and not on file yet."""
        found = self.presenter.read(self.line.text())
        if not found.who or found.names or found.who_at is None:
            return
        say = self._tools.say

        def add(typed: Mapping[str, str]) -> None:
            for changes in self.presenter.add_person(typed["name"], typed["supplier"]):
                self._session.take(changes)
            name = self.presenter.book.named(typed["name"].split())
            begin, end = found.who_at or (0, 0)
            text = self.line.text()
            self.line.setText(f"{text[:begin]}{self.presenter.book.written(name[0])} {text[end:].lstrip()}")
            self._read()

        panel = NewRecord(self._theme, say, self.window(), say("New person"), say("Add person"), add)
        panel.add_line("name", say("Name"), value=found.who)
        hint, known = say("a supplier on file, or a new name"), self.presenter.suppliers()
        panel.add_line("supplier", say("Supplier"), value=self.presenter.supplier, hint=hint, known=known)
        panel.ask()

    def _keep(self, text: str) -> None:
        """Keep what is half written, or forget it; a logbook that cannot be written has nothing to keep."""
        drafts = self._session.logbook.drafts
        try:
            there = drafts.read(QUICK_NOTE)
            if there != self._kept:
                # the agenda page has written behind it meanwhile
                more = there.removeprefix(self._kept).removeprefix("; ")
                text, self._kept = "; ".join(filter(None, (text, more))), there
                self.line.setText(text)
            if text != self._kept and not self._session.logbook.is_read_only:
                drafts.keep(QUICK_NOTE, text)
                self._kept = text
        except LogrollError as error:
            self._tools.prompts.trouble(error)


_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def _qt(text: str, at: int) -> int:
    """Return a place in a text as Qt counts it, in UTF-16."""
    return len(text[:at].encode("utf-16-le")) // 2
