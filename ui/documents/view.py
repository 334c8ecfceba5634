"""ui: the documents of a negotiation - prep, debrief, cheat card, with their options, made while one works on."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from random import SystemRandom
from typing import TYPE_CHECKING

import platformdirs
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from core.changes import Changes
from core.cheat import SEEDS
from core.errors import LogrollError, StorageTrouble
from ui.autosave import SavedChoice
from ui.documents.cheat import key_beside, make_cheat
from ui.documents.report import CHEAT, DEBRIEF, PAPERS, PREP, Material, Options, gather, make
from ui.jobs import Job, Progress
from ui.negotiation.tab import Tab
from ui.prompts import FileKind
from ui.tools import Tools
from ui.widgets.button import Button, ButtonKind
from ui.widgets.empty_place import Picture
from ui.widgets.field import Field
from ui.widgets.flag import Flag, Level
from ui.widgets.form import FormRows
from ui.widgets.page import Page
from ui.widgets.progress import ProgressLine
from ui.widgets.section import Hairline, SectionTitle
from ui.widgets.text import Text

if TYPE_CHECKING:
    from db.logbook import Logbook

_WIDTH = 720


@dataclass
class _Making:
    """One kind of document: what is under way, and by negotiation the file made last with the words that say so."""

    job: Job | None = None
    had_focus: bool = False  # its button, which cannot hold it meanwhile
    made: dict[int, tuple[Path, str]] = field(default_factory=dict)


class ReportRow(QWidget):
    """One document: what it is for, the button that makes it, its progress, and the file made last."""

    def __init__(self, tools: Tools, icon: str, title: str, sentence: str, verb: str, parent: QWidget) -> None:
        """Take the words."""
        super().__init__(parent)
        theme, say = tools.theme, tools.say
        self.make_button = Button(theme, verb, ButtonKind.DEFAULT, icon="file-down", parent=self)
        self.open_button = Button(theme, say("Open the file"), ButtonKind.QUIET, parent=self)
        self.note = Flag(theme, say, Level.CHECK, parent=self)
        self.made = Text(theme, "", "meta", color="muted", parent=self)
        self.progress = ProgressLine(theme, say, self)
        head = QHBoxLayout()
        head.setSpacing(theme.space(12))
        words = QVBoxLayout()
        words.setSpacing(theme.space(2))
        words.addWidget(Text(theme, title, "sentence", bold=True, parent=self))
        words.addWidget(Text(theme, sentence, "body", color="muted", wrap=True, parent=self))
        words.addWidget(self.note)
        head.addWidget(Picture(theme, icon, 20, self))
        head.addLayout(words, 1)
        head.addWidget(self.make_button)
        foot = QHBoxLayout()
        foot.setSpacing(theme.space(8))
        foot.addWidget(self.made, 1)
        foot.addWidget(self.open_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.space(4), 0, theme.space(4))
        column.setSpacing(theme.space(8))
        column.addLayout(head)
        column.addWidget(self.progress)
        column.addLayout(foot)
        self.show_made(None, "")

    def show_made(self, target: Path | None, words: str) -> None:
        """Show where the file lies that was made last, None for none."""
        self.made.setText(words)
        self.made.setVisible(target is not None)
        self.open_button.setVisible(target is not None)


class DocumentsView(Tab):
    """Make the reports and the cheat card. The records are read here, the PDF is made in the worker."""

    def __init__(self, tools: Tools, logbook: Logbook) -> None:
        """Build options and rows."""
        super().__init__(tools, logbook)
        say = tools.say
        self._may_edit = True
        self._makings: dict[str, _Making] = {kind: _Making() for kind in (PREP, DEBRIEF, CHEAT)}
        self._page = Page(tools.theme, "base", 20, self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._page)
        self._inner = QWidget(self)
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tools.theme.space(12))
        aside = say("internal, for the full audience")
        column.addWidget(SectionTitle(tools.theme, say("Documents"), aside=aside, parent=self))
        self.rows = {
            PREP: ReportRow(
                tools,
                "list-checks",
                say("Prep"),
                say("Summary and decision on one page, then issues, alternatives of both sides, plan and approvals."),
                say("Make prep, PDF"),
                self,
            ),
            DEBRIEF: ReportRow(
                tools,
                "book-open",
                say("Debrief"),
                say("Outcome and recommendation, agreed terms, how we got there, value, lessons, signatures."),
                say("Make debrief, PDF"),
                self,
            ),
            CHEAT: ReportRow(
                tools,
                "sticky-note",
                say("Cheat card"),
                say("For a meeting without a laptop: the plan in neutral codes, and the key as a file of its own."),
                say("Make card and key, PDF"),
                self,
            ),
        }
        for kind, row in self.rows.items():
            row.make_button.clicked.connect(lambda _=False, kind=kind: self.choose_target(kind))
            row.open_button.clicked.connect(lambda _=False, kind=kind: self._open(kind))
            row.progress.stop_requested.connect(lambda kind=kind: self._stop(kind))
            column.addWidget(row)
            column.addWidget(Hairline(tools.theme, parent=self))
        self._build_options(column)
        self._page.column.addWidget(self._inner)
        self._page.column.addStretch(1)
        self._dress()
        tools.theme.theme_changed.connect(self._dress)

    def show_negotiation(self, negotiation_id: int) -> None:
        super().show_negotiation(negotiation_id)
        for kind in self.rows:
            self._show_made(kind)
        self._tell_state()

    def refresh(self, changes: Changes) -> None:
        if self.negotiation_id and changes.concern("negotiation", self.negotiation_id):
            self._tell_state()

    def set_editing(self, allowed: bool) -> None:
        self._may_edit = allowed
        self._allow(CHEAT)

    def focus_first(self) -> None:
        self.rows[PREP].make_button.setFocus()

    def options(self) -> Options:
        """Return what is chosen now."""
        return Options(
            paper=str(self.paper.currentData()),
            final=self.final.isChecked(),
            copy_for=self.copy_for.text(),
            notes_on_persons=self.notes.isChecked(),
        )

    def choose_target(self, kind: str) -> None:
        """Ask where a report should lie, and make it there."""
        say = self.tools.say
        try:
            material = gather(self.logbook, self.negotiation_id)
        except LogrollError as error:
            self.tools.prompts.trouble(error)
            return
        suggested = platformdirs.user_documents_path() / material.file_name(kind)
        title = {PREP: say("Make prep"), DEBRIEF: say("Make debrief"), CHEAT: say("Make card and key")}[kind]
        kinds = [FileKind(say("PDF document"), "pdf")]
        self.tools.prompts.choose_target(title, suggested, kinds, lambda path: self.make(kind, material, path))

    def make(self, kind: str, material: Material, target: Path) -> None:
        """Make a report in the worker; another of its kind waits until this one has ended."""
        making, row, say = self._makings[kind], self.rows[kind], self.tools.say
        if making.job is not None:
            return
        options, now = self.options(), self.tools.clock()
        negotiation, seed = material.negotiation, SystemRandom().randrange(SEEDS)

        def work(progress: Progress) -> Path:
            try:
                if kind == CHEAT:
                    who = options.copy_for
                    make_cheat(negotiation, seed, target, say, now, who, cancelled=lambda: progress.stopped)
                    return target
                make(
                    material,
                    kind,
                    target,
                    say,
                    now,
                    options,
                    progress=progress.step,
                    cancelled=lambda: progress.stopped,
                )
            except OSError as error:
                raise StorageTrouble("file.trouble", reason=error.strerror or str(error)) from error
            return target

        name = {PREP: say("Prep"), DEBRIEF: say("Debrief"), CHEAT: say("Cheat card")}[kind]
        words = say("{report}: {title}", report=name, title=negotiation.title)

        def made(path: Path) -> None:
            if kind != CHEAT or self._keep_seed(negotiation.id, seed):
                self._on_made(kind, negotiation.id, path)

        job = self.tools.jobs.start(words, work, made, self.tools.prompts.trouble)
        making.job = job
        making.had_focus = row.make_button.hasFocus()
        self._allow(kind)
        row.progress.start(words)
        job.progressed.connect(lambda step: row.progress.set_progress(step.done, step.total))
        job.ended.connect(lambda: self._on_ended(kind))

    # inside

    def _build_options(self, column: QVBoxLayout) -> None:
        theme, say = self.tools.theme, self.tools.say
        column.addSpacing(theme.space(8))
        column.addWidget(SectionTitle(theme, say("On the page"), parent=self))
        form = FormRows(theme, say, parent=self)
        self.paper = SavedChoice(theme, say("Paper"), [(paper, paper) for paper in PAPERS], self)
        self.copy_for = Field(theme, say("Copy for"), hint=say("name and role, else who approves"), parent=self)
        self.final = QCheckBox(say("Final; otherwise the pages say draft"), self)
        self.notes = QCheckBox(say("Notes on persons in the prep too"), self)
        form.add_row(say("Paper"), self.paper)
        form.add_row(say("Copy for"), self.copy_for)
        form.add_row(say("State"), self.final)
        form.add_row(say("Persons"), self.notes)
        column.addWidget(form)

    def _tell_state(self) -> None:
        """Say what is missing for a report to be worth its paper; it can be made all the same."""
        say = self.tools.say
        negotiation = self.logbook.negotiations.load(self.negotiation_id)
        missing = {
            PREP: "" if negotiation.issues else say("no issue is entered yet"),
            DEBRIEF: "" if negotiation.debrief is not None else say("not closed yet: it reports what is agreed so far"),
            CHEAT: "" if negotiation.issues else say("no issue is entered yet"),
        }
        for kind, words in missing.items():
            self.rows[kind].note.set_flag(Level.CHECK, words)
            self.rows[kind].note.setVisible(bool(words))

    def _keep_seed(self, negotiation_id: int, seed: int) -> bool:
        """Keep what a card was drawn by, so that notes in its codes can be read; a card that came to nothing is none.

        Return False in trouble, which is told.
        """
        try:
            self.changes_made.emit(self.logbook.negotiations.change(negotiation_id, cheat_seed=seed))
        except LogrollError as error:
            self.tools.prompts.trouble(error)
            return False
        return True

    def _on_made(self, kind: str, negotiation_id: int, path: Path) -> None:
        say = self.tools.say
        words = say("Made {time}: {file}", time=say.clock(self.tools.clock()), file=str(path))
        if kind == CHEAT:
            words = say("{made}, and its key {key}", made=words, key=key_beside(path).name)
        self._makings[kind].made[negotiation_id] = (path, words)
        self._show_made(kind)

    def _show_made(self, kind: str) -> None:
        self.rows[kind].show_made(*self._makings[kind].made.get(self.negotiation_id, (None, "")))

    def _on_ended(self, kind: str) -> None:
        self._makings[kind].job = None
        self.rows[kind].progress.finish()
        self._allow(kind)
        if self._makings[kind].had_focus and self._is_waited_in():
            self.rows[kind].make_button.setFocus()

    def _is_waited_in(self) -> bool:
        """Tell whether the focus is still where Qt lent it to: on another button of the list."""
        return any(row.make_button.hasFocus() for row in self.rows.values())

    def _allow(self, kind: str) -> None:
        """Let a document be made unless one is under way; a card is kept in the logbook, so it must be writable."""
        may = self._makings[kind].job is None and (kind != CHEAT or self._may_edit)
        self.rows[kind].make_button.setEnabled(may)

    def _stop(self, kind: str) -> None:
        job = self._makings[kind].job
        if job is not None:
            job.stop()

    def _open(self, kind: str) -> None:
        target, _words = self._makings[kind].made[self.negotiation_id]
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(target))):
            self.tools.prompts.tell(self.tools.say("No program here opens PDF files. The file is {file}.", file=target))

    def _dress(self) -> None:
        self._inner.setMaximumWidth(self.tools.theme.space(_WIDTH))
