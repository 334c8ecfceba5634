"""ui: the entry line with its reading below - one state at a time: empty, read, asked, left over, unread, held back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.errors import LogrollError, NotAllowed
from core.line import Verb
from core.shorthand import Part, Reading, Role, Status
from ui.meet.entry import Logged
from ui.meet.presenter import MeetPresenter
from ui.tools import Tools
from ui.widgets.entry_line import EntryLine
from ui.widgets.reading_line import Part as ShownPart
from ui.widgets.reading_line import PartRole, ReadingLine
from ui.widgets.section import Surface
from ui.widgets.spans import Mark, Span

_DRAFT_MS = 500
_NEEDS_REASON = "limit.needs_reason"
_ROLES = {
    Role.WHO: PartRole.WORD,
    Role.VERB: PartRole.VERB,
    Role.ISSUE: PartRole.ISSUE,
    Role.VALUE: PartRole.VALUE,
    Role.UNIT: PartRole.VALUE,
    Role.WORD: PartRole.WORD,
    Role.NOTE: PartRole.TEXT,
    Role.UNREAD: PartRole.UNREAD,
}


class EntryPane(Surface):
    """Take one line at a time: what is typed is read at once, Enter logs what was read, and nothing is lost.

    Enter needs a second Enter where words are left over, and where an own offer passes our limit: then the line's
    note is the reason, and without one it is not logged.
    """

    logged = Signal(object)  # Logged

    def __init__(self, tools: Tools, presenter: MeetPresenter, parent: QWidget | None = None) -> None:
        """Take the presenter that reads and logs."""
        super().__init__(tools.theme, "base", parent=parent)
        self._tools = tools
        self._presenter = presenter
        self._chosen: Reading | None = None
        self._confirmed = ""  # the text that was entered once and waits for its second Enter
        self._held = ""  # the offer that passed our limit and waits for its reason
        self._recalled: tuple[str, ...] = ()
        self._recall = -1
        self.line = EntryLine(tools.theme, tools.say("What was said"), self)
        self.line.reserve_speakers((tools.say("They"), tools.say("We")))
        self.line.set_hint(tools.say("t 1.48 they, w 1.40 we, t ok, # note"))
        self.reading = ReadingLine(tools.theme, tools.say, self)
        self._box = QVBoxLayout(self)
        self._box.setSpacing(tools.theme.space(8))
        self._box.addWidget(self.line)
        self._box.addWidget(self.reading)
        self.setFocusProxy(self.line)
        self._draft = QTimer(self)
        self._draft.setSingleShot(True)
        self._draft.setInterval(_DRAFT_MS)
        self._draft.timeout.connect(self._keep_draft)
        self.line.text_edited.connect(self._on_text_edited)
        self.line.entered.connect(self._on_entered)
        self.line.choice_made.connect(self._on_choice_made)
        self.line.history_wanted.connect(self._on_history_wanted)
        self.line.escaped.connect(self._on_escaped)
        self.reading.choice_clicked.connect(self._on_choice_made)
        tools.theme.theme_changed.connect(self._dress)
        self._dress()

    def restore(self) -> None:
        """Show the negotiation's half-typed line, or an empty one."""
        self._draft.stop()
        self._forget()
        self.line.clear()
        text = self._presenter.draft()
        if text:
            self.line.set_text(text)
        self._show(self._presenter.read(text) if text.strip() else None)

    def keep(self) -> None:
        """Keep the half-typed line now."""
        if self._draft.isActive():
            self._draft.stop()
            self._keep_draft()

    def read_again(self) -> None:
        """Read what is typed against the table as it is now."""
        text = self.line.text()
        if self._chosen is None:
            self._show(self._presenter.read(text) if text.strip() else None)

    def set_editable(self, editable: bool) -> None:
        """Let lines be logged or not."""
        self.line.set_editable(editable)

    # what the user does

    def _on_text_edited(self, text: str) -> None:
        self._chosen = None
        self._recall = -1
        self._confirmed = ""
        # While a reason is being written behind it, the line stays held back until it is entered with it.
        if self.line.needs_reason and not text.startswith(self._held):
            self.line.set_needs_reason(False)
        self._draft.start()
        self._show(self._presenter.read(text) if text.strip() else None)

    def _on_entered(self, text: str) -> None:
        if not text.strip():
            return
        reading = self._chosen or self._presenter.read(text)
        if reading.status is Status.LEFTOVER and self._confirmed != text:
            self._confirmed = text
            self._show(reading)
            return
        was_held = self.line.needs_reason
        reason = reading.statement.note if was_held else ""
        try:
            logged = self._presenter.log(reading, reason)
        except NotAllowed as error:
            if error.message.code != _NEEDS_REASON:
                self._tools.prompts.trouble(error)
                return
            self._held = text.partition("#")[0].rstrip()
            self.line.set_needs_reason(True)
            self._show(reading)
            return
        except LogrollError as error:
            self._tools.prompts.trouble(error)
            return
        self._after(logged)

    def _after(self, logged: Logged) -> None:
        self._draft.stop()
        self._presenter.keep_draft("")
        self._forget()
        self.line.clear()
        self._show(None)
        self.logged.emit(logged)

    def _on_choice_made(self, number: int) -> None:
        reading = self._presenter.read(self.line.text())
        if 1 <= number <= len(reading.choices):
            self._chosen = reading.chosen(number)
            self._on_entered(self.line.text())

    def _on_history_wanted(self, step: int) -> None:
        if self._recall < 0:
            self._recalled = self._presenter.recalled()
        # Up (-1) goes to older lines, Down back to newer ones and at last to an empty line.
        self._recall = min(max(self._recall - step, -1), len(self._recalled) - 1)
        text = self._recalled[self._recall] if self._recall >= 0 else ""
        recall = self._recall
        self._forget()
        self._recall = recall
        self.line.set_text(text)
        self._draft.start()
        self._show(self._presenter.read(text) if text.strip() else None)

    def _on_escaped(self) -> None:
        self._forget()
        self.read_again()

    # what is shown

    def _show(self, reading: Reading | None) -> None:
        say = self._tools.say
        statement = None if reading is None else reading.statement
        self.line.set_speaker(self._presenter.speaker(statement))
        if reading is None:
            self.line.set_spans(())
            self.line.set_choices(0)
            self.reading.set_reading(())
            return
        self.line.set_spans([Span(at, length, Mark.DOTTED) for at, length in self._presenter.unread_spans(reading)])
        self.line.set_choices(len(reading.choices) if reading.status is Status.ASK else 0)
        told = () if reading.message is None else (_text(self._presenter.sentence(reading.message)),)
        if self.line.needs_reason:
            self._show_held(reading)
        elif reading.status is Status.ASK:
            choices = [_parts(self._presenter.words(each)) for each in reading.choices]
            self.reading.set_choices(choices, told, key="Return", hint=say("keep as typed"))
        elif reading.status is Status.UNREAD:
            self.reading.set_reading(told, key="Return", hint=say("keep as typed"))
        else:
            words = _parts(self._presenter.words(reading.statement))
            hint = say("log as read")
            if reading.status is Status.LEFTOVER:
                hint = say("again to log") if self._confirmed == self.line.text() else say("twice to log")
            typo = told if reading.status is Status.READ and reading.statement.verb is not Verb.UNREAD else ()
            self.reading.set_reading((*words, *typo), key="Return", hint=hint)

    def _show_held(self, reading: Reading) -> None:
        say = self._tools.say
        lead = ShownPart(say("Past your limit."), PartRole.VERB)
        note = reading.statement.note
        if note:
            self.reading.set_reading((lead, _text(say("Reason: {note}", note=note))), key="Return", hint=say("log"))
        else:
            told = _text(say("Add # and the reason, then Enter again."))
            self.reading.set_reading((lead, told), key="Escape", hint=say("back"))

    def _forget(self) -> None:
        self._chosen = None
        self._confirmed = ""
        self._recall = -1
        self.line.set_needs_reason(False)

    def _keep_draft(self) -> None:
        try:
            self._presenter.keep_draft(self.line.text())
        except LogrollError as error:
            self._tools.prompts.trouble(error)

    def _dress(self) -> None:
        space = self._tools.theme.space
        self._box.setContentsMargins(space(24), space(20), space(24), space(12))


def _parts(parts: Sequence[Part]) -> tuple[ShownPart, ...]:
    return tuple(ShownPart(part.text, _ROLES[part.role]) for part in parts)


def _text(words: str) -> ShownPart:
    return ShownPart(words, PartRole.TEXT)
