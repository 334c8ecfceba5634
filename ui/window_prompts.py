"""ui: asks and tells on the window itself - questions as a panel, news as a bar, files by Qt's own dialog."""

# What is imported inside functions here would make the first rows wait.
# ruff: noqa: PLC0415

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from core.changes import Changes
from core.errors import Cancelled, LogrollError
from core.words import Words
from ui.main_window import MainWindow
from ui.prompts import Answer, FileKind
from ui.theme import Theme


class WindowPrompts:
    """Ask and tell on the main window; see `ui.prompts.Prompts` for what each call promises."""

    def __init__(self, theme: Theme, say: Words, window: MainWindow) -> None:
        """Take the window to ask on."""
        self._theme = theme
        self._say = say
        self._window = window
        self._folders: dict[str, Path] = {}  # that was used last, by the ending of what lies there

    def ask(self, question: str, answers: Sequence[Answer], then: Callable[[str], None], *, detail: str = "") -> None:
        from ui.question import Question

        Question(self._theme, self._window, question, answers, then, detail)

    def choose_file(self, title: str, kinds: Sequence[FileKind], then: Callable[[Path], None]) -> None:
        dialog = self._dialog(title, kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
        self._open(dialog, kinds, then)

    def choose_target(
        self, title: str, suggested: Path, kinds: Sequence[FileKind], then: Callable[[Path], None]
    ) -> None:
        dialog = self._dialog(title, kinds)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(kinds[0].ending)
        dialog.setDirectory(str(self._folders.get(kinds[0].ending, suggested.parent)))
        dialog.selectFile(suggested.name)
        self._open(dialog, kinds, then)

    def tell(self, text: str) -> None:
        self._window.notices.show_notice(text)

    def trouble(self, error: LogrollError) -> None:
        from ui.notice_bar import Tone

        tone = Tone.NEWS if isinstance(error, Cancelled) else Tone.TROUBLE
        self._window.notices.show_notice(self._say.message(error.message), tone)

    def offer_undo(self, changes: Changes) -> None:
        if changes.entry:
            self._window.undo_bar.say_done(self._say.message(changes.label))

    def _dialog(self, title: str, kinds: Sequence[FileKind]) -> QFileDialog:
        dialog = QFileDialog(self._window, title, str(self._folders.get(kinds[0].ending, "")))
        # the system's own dialog would swallow the keys that belong to the window
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilters([f"{kind.name} (*.{kind.ending})" for kind in kinds])
        return dialog

    def _open(self, dialog: QFileDialog, kinds: Sequence[FileKind], then: Callable[[Path], None]) -> None:
        def chosen(path: str) -> None:
            self._folders[kinds[0].ending] = Path(path).parent
            then(Path(path))

        dialog.fileSelected.connect(chosen)
        self._window.when_uncovered(dialog.open)
