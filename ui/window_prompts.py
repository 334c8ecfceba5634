"""ui: asks and tells on the window itself - questions as a panel, news as a bar, files by Qt's own dialog."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout

from core.changes import Changes
from core.errors import Cancelled, LogrollError
from core.words import Words
from ui.main_window import MainWindow
from ui.notice_bar import Tone
from ui.overlay import Overlay
from ui.prompts import Answer, FileKind
from ui.theme import Theme
from ui.widgets.button import Button, ButtonKind
from ui.widgets.text import Text


class Question(Overlay):
    """Show a question with one button for each answer; Escape turns away."""

    def __init__(
        self,
        theme: Theme,
        window: MainWindow,
        question: str,
        answers: Sequence[Answer],
        then: Callable[[str], None],
        detail: str,
    ) -> None:
        """Take the words, the answers from left to right, and what to do with the one chosen."""
        super().__init__(theme, window, width=480, top=200)
        self._then = then
        pad = theme.space(20)
        column = QVBoxLayout()
        column.setContentsMargins(pad, pad, pad, theme.space(16))
        column.setSpacing(theme.space(8))
        column.addWidget(Text(theme, question, "sentence", bold=True, wrap=True, parent=self.panel))
        if detail:
            column.addWidget(Text(theme, detail, "body", color="muted", wrap=True, parent=self.panel))
        row = QHBoxLayout()
        row.setSpacing(theme.space(8))
        row.addStretch(1)
        self.buttons: dict[str, Button] = {}
        for answer in answers:
            kind = ButtonKind.PRIMARY if answer.primary else ButtonKind.DEFAULT
            button = Button(theme, answer.text, kind, parent=self.panel)
            button.clicked.connect(lambda _=False, key=answer.key: self._choose(key))
            self.buttons[answer.key] = button
            row.addWidget(button)
        column.addSpacing(theme.space(8))
        column.addLayout(row)
        self.body.addLayout(column)
        self.setAccessibleName(question)
        first = next((self.buttons[each.key] for each in answers if each.primary), None)
        self.appear(first or next(iter(self.buttons.values()), None))

    def _choose(self, key: str) -> None:
        self.go()
        self._then(key)


class WindowPrompts:
    """Ask and tell on the main window; see `ui.prompts.Prompts` for what each call promises."""

    def __init__(self, theme: Theme, say: Words, window: MainWindow) -> None:
        """Take the window to ask on."""
        self._theme = theme
        self._say = say
        self._window = window
        self._folder = ""

    def ask(self, question: str, answers: Sequence[Answer], then: Callable[[str], None], *, detail: str = "") -> None:
        Question(self._theme, self._window, question, answers, then, detail)

    def choose_file(self, title: str, kinds: Sequence[FileKind], then: Callable[[Path], None]) -> None:
        dialog = self._dialog(title, kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
        self._open(dialog, then)

    def choose_target(
        self, title: str, suggested: Path, kinds: Sequence[FileKind], then: Callable[[Path], None]
    ) -> None:
        dialog = self._dialog(title, kinds)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(kinds[0].ending)
        dialog.setDirectory(str(suggested.parent))
        dialog.selectFile(suggested.name)
        self._open(dialog, then)

    def tell(self, text: str) -> None:
        self._window.notices.show_notice(text)

    def trouble(self, error: LogrollError) -> None:
        tone = Tone.NEWS if isinstance(error, Cancelled) else Tone.TROUBLE
        self._window.notices.show_notice(self._say.message(error.message), tone)

    def offer_undo(self, changes: Changes) -> None:
        if changes.entry:
            self._window.undo_bar.say_done(self._say.message(changes.label))

    def _dialog(self, title: str, kinds: Sequence[FileKind]) -> QFileDialog:
        dialog = QFileDialog(self._window, title, self._folder)
        # the system's own dialog would swallow the keys that belong to the window
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilters([f"{kind.name} (*.{kind.ending})" for kind in kinds])
        return dialog

    def _open(self, dialog: QFileDialog, then: Callable[[Path], None]) -> None:
        def chosen(path: str) -> None:
            self._folder = str(Path(path).parent)
            then(Path(path))

        dialog.fileSelected.connect(chosen)
        self._window.when_uncovered(dialog.open)
