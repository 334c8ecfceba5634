"""ui: the entry line with its reading below - one state at a time: empty, read, asked, left over, unread, held back."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from core.errors import LogrollError, NotAllowed
from core.line import Line, Verb
from core.shorthand import Part, Reading, Role, Status
from core.words import Words
from ui.draft_timer import DraftTimer
from ui.meet.entry import Logged
from ui.meet.presenter import MeetPresenter
from ui.tools import Tools
from ui.widgets.entry_line import EntryLine
from ui.widgets.reading_line import Part as ShownPart
from ui.widgets.reading_line import PartRole, ReadingLine
from ui.widgets.section import Surface
from ui.widgets.spans import Mark, Span

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
    note is the reason, and without one it is not logged. Up and Down bring back what was typed before; with Ctrl they
    bring back a line of the log to be corrected, which stays as it was until a reading takes its place.
    """

    logged = Signal(object)  # Logged

    def __init__(self, tools: Tools, presenter: MeetPresenter, parent: QWidget | None = None) -> None:
        """Take the presenter of the screen, whose entry part reads and logs."""
        super().__init__(tools.theme, "base", parent=parent)
        self._tools = tools
        self._screen = presenter
        self._presenter = presenter.entry
        self._chosen = 0  # the number of the reading that was chosen of several
        self._confirmed = ""  # the text that was entered once and waits for its second Enter
        self._held = ""  # the offer that passed our limit and waits for its reason
        self._recalled: tuple[str, ...] = ()
        self._recall = -1
        self._corrected: Line | None = None  # the line of the log that is being corrected
        self._aside = ""  # what was half typed when an earlier line was brought back
        self.line = EntryLine(tools.theme, tools.say("What was said"), self)
        self.line.reserve_speakers((tools.say("They"), tools.say("We")))
        self.line.set_hint(_example(tools.say))
        self.reading = ReadingLine(tools.theme, tools.say, self)
        self._box = QVBoxLayout(self)
        self._box.setSpacing(tools.theme.space(8))
        self._box.addWidget(self.line)
        self._box.addWidget(self.reading)
        self.setFocusProxy(self.line)
        self._draft = DraftTimer(self._keep_draft, self)
        self.line.text_edited.connect(self._on_text_edited)
        self.line.entered.connect(self._on_entered)
        self.line.choice_made.connect(self._on_choice_made)
        self.line.history_wanted.connect(self._on_history_wanted)
        self.line.correction_wanted.connect(self._on_correction_wanted)
        self.line.escaped.connect(self._on_escaped)
        self.reading.choice_clicked.connect(self._on_choice_made)
        tools.theme.theme_changed.connect(self._dress)
        self._dress()

    def restore(self) -> None:
        """Show the negotiation's half-typed line, or an empty one."""
        self._draft.stop()
        self._corrected, self._aside = None, ""
        self._forget()
        self.line.clear()
        text = self._presenter.draft()
        if text:
            self.line.set_text(text)
        self._read(text)

    def keep(self) -> None:
        """Keep the half-typed line now."""
        self._draft.flush()

    def read_again(self) -> None:
        """Read what is typed against the table as it is now."""
        if self._corrected is not None:
            self._corrected = self._presenter.line(self._corrected.id)
            if self._corrected is None:
                self._leave_correction()
                return
        if not self._chosen:
            self._read(self.line.text())

    def correct(self, line_id: int) -> None:
        """Bring a line of the log back into the entry line, to be put right there."""
        line = self._presenter.line(line_id)
        if line is not None and line.text:
            self._take_up(line)
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def put(self, text: str) -> None:
        """Write a line as if it had been typed; Ctrl+Z brings back what stood there."""
        if self._corrected is not None:
            self._leave_correction()
        self._forget()
        self.line.set_text(text)
        self._draft.touch()
        self._read(text)

    def type_on(self, event: QKeyEvent) -> None:
        """Take a key that was pressed elsewhere as typed here, and the focus with it."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        if (editor := self.line.focusProxy()) is not None:
            QApplication.sendEvent(editor, event)

    def reading_now(self) -> Reading | None:
        """Return what is read of the line as it stands, None while it is empty."""
        text = self.line.text()
        return self._reading(text) if text.strip() else None

    def set_editable(self, editable: bool) -> None:
        """Let lines be logged or not."""
        self.line.set_editable(editable)

    # what the user does

    def _on_text_edited(self, text: str) -> None:
        self._recall = -1
        self._confirmed = ""
        # While a reason is being written behind it, the line stays held back until it is entered with it.
        if self.line.needs_reason and not text.startswith(self._held):
            self.line.set_needs_reason(False)
        if not self.line.needs_reason:
            self._chosen = 0
        self._draft.touch()
        self._read(text)

    def _on_entered(self, text: str) -> None:
        if not text.strip():
            return
        reading = self._reading(text)
        was_held = self.line.needs_reason
        if reading.status is Status.LEFTOVER and self._confirmed != text and not was_held:
            self._confirmed = text
            self._show(reading)
            return
        if self._corrected is not None and reading.statement.verb is Verb.UNREAD:
            # the line in the log says more than one that cannot be read
            return
        reason = reading.statement.note if was_held else ""
        try:
            if self._corrected is not None:
                logged = self._presenter.revise(self._corrected, reading, reason)
            else:
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
        kept = self._aside if self._corrected is not None else ""
        self._corrected, self._aside = None, ""
        self._screen.logged(logged)
        self._keep_text(kept)
        self._forget()
        self.line.clear()
        if kept:
            self.line.set_text(kept)
        self._read(kept)
        self.logged.emit(logged)

    def _on_choice_made(self, number: int) -> None:
        if 1 <= number <= len(self._reading(self.line.text()).choices):
            self._chosen = number
            self._on_entered(self.line.text())

    def _on_history_wanted(self, step: int) -> None:
        if self._corrected is not None:
            return
        if self._recall < 0:
            self._recalled, self._aside = self._presenter.recalled(), self.line.text()
        # Up (-1) goes to older lines, Down back to newer ones and at last to what was half typed.
        recall = min(max(self._recall - step, -1), len(self._recalled) - 1)
        text = self._recalled[recall] if recall >= 0 else self._aside
        self._forget()
        self._recall = recall
        self.line.set_text(text)
        self._draft.touch()
        self._read(text)

    def _on_correction_wanted(self, step: int) -> None:
        line = self._presenter.logged_next_to(self._corrected, step)
        if line is not None:
            self._take_up(line)
        elif self._corrected is not None and step > 0:
            self._leave_correction()

    def _on_escaped(self) -> None:
        if self._corrected is not None and not self.line.needs_reason:
            self._leave_correction()
            return
        self._forget()
        self.read_again()

    # a line of the log in the entry line

    def _take_up(self, line: Line) -> None:
        if self._corrected is None:
            self._aside = self._aside if self._recall >= 0 else self.line.text()
        self._corrected = line
        self._forget()
        self.line.set_text(line.text)
        self._read(line.text)

    def _leave_correction(self) -> None:
        """Leave the line of the log as it is, and show again what was half typed before."""
        text, self._corrected, self._aside = self._aside, None, ""
        self._forget()
        self.line.set_text(text)
        self._read(text)

    # what is shown

    def _reading(self, text: str) -> Reading:
        """Read the text in its place, by the reading that was chosen for it where there are several."""
        if self._corrected is not None:
            reading = self._presenter.read_again(self._corrected, text)
        else:
            reading = self._presenter.read(text)
        return reading.chosen(self._chosen) if 1 <= self._chosen <= len(reading.choices) else reading

    def _read(self, text: str) -> None:
        self._show(self._reading(text) if text.strip() else None)
        self._complete(text)

    def _complete(self, text: str) -> None:
        found = self._presenter.completion(text) if text.strip() else None
        if found is None:
            self.line.set_completion("")
            return
        labels = [each.label for each in found.proposals]
        if found.is_one:
            self.line.set_completion(found.rest, (), self._tools.say("Tab completes {word}", word=labels[0]))
        else:
            self.line.set_completion(found.rest, labels, self._tools.say("May become {words}", words=", ".join(labels)))

    def _show(self, reading: Reading | None) -> None:
        say = self._tools.say
        statement = None if reading is None else reading.statement
        self.line.set_speaker(self._presenter.speaker(statement))
        if reading is None:
            self.line.set_spans(())
            self.line.set_choices(0)
            self.reading.set_reading(self._instead())
            return
        self.line.set_spans([Span(at, length, Mark.DOTTED) for at, length in self._presenter.unread_spans(reading)])
        self.line.set_choices(len(reading.choices) if reading.status is Status.ASK else 0)
        told = () if reading.message is None else (_text(self._presenter.sentence(reading.message)),)
        instead = self._instead()
        # what takes no place in the log, by the key that leaves it at that
        key, kept = ("Escape", say("leave it as it was")) if instead else ("Return", say("keep as typed"))
        if self.line.needs_reason:
            self._show_held(reading)
        elif reading.status is Status.ASK:
            choices = [_parts(self._presenter.words(each)) for each in reading.choices]
            self.reading.set_choices(choices, (*instead, *told), key=key, hint=kept)
        elif reading.status is Status.UNREAD:
            self.reading.set_reading((*instead, *told), key=key, hint=kept)
        else:
            words = _parts(self._presenter.words(reading.statement))
            hint = say("correct") if instead else say("log as read")
            if reading.status is Status.LEFTOVER:
                hint = say("again to log") if self._confirmed == self.line.text() else say("twice to log")
            typo = told if reading.status is Status.READ and reading.statement.verb is not Verb.UNREAD else ()
            self.reading.set_reading((*instead, *words, *typo), key="Return", hint=hint)

    def _instead(self) -> tuple[ShownPart, ...]:
        """Return which line of the log is being corrected, nothing where none is."""
        if self._corrected is None:
            return ()
        time = self._presenter.time_of(self._corrected)
        return (ShownPart(self._tools.say("Instead of {time}", time=time), PartRole.WORD),)

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
        self._chosen = 0
        self._confirmed = ""
        self._recall = -1
        self.line.set_needs_reason(False)

    def _keep_draft(self) -> None:
        # a correction is no draft: its line is in the log
        self._keep_text(self.line.text() if self._corrected is None else self._aside)

    def _keep_text(self, text: str) -> None:
        try:
            self._presenter.keep_draft(text)
        except LogrollError as error:
            self._tools.prompts.trouble(error)

    def _dress(self) -> None:
        space = self._tools.theme.space
        self._box.setContentsMargins(space(24), space(20), space(24), space(12))


def _example(say: Words) -> str:
    """Return what an empty line says: nothing of notes or peek, since the other side may read it."""
    theirs, ours = (say.number(Decimal(figure)) for figure in ("1.48", "1.40"))
    return say("t {theirs} they say, w {ours} we say, ok agreed", theirs=theirs, ours=ours)


def _parts(parts: Sequence[Part]) -> tuple[ShownPart, ...]:
    return tuple(ShownPart(part.text, _ROLES[part.role]) for part in parts)


def _text(words: str) -> ShownPart:
    return ShownPart(words, PartRole.TEXT)
