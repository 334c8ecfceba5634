"""ui: a sheet into whose cells texts are written - what is nobody's business is pointed out under it meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from core.words import Words
from ui.privacy_line import PrivacyLine
from ui.theme import Theme
from ui.widgets.sheet import Sheet


class TextSheet(Sheet):
    """A sheet of which `privacy` watches the cell that is open; figures hold nothing of that kind."""

    def __init__(
        self,
        theme: Theme,
        say: Words,
        name: str,
        parent: QWidget | None = None,
        *,
        has_grid: bool = True,
        fits: bool = False,
    ) -> None:
        """Take the sheet's name for a screen reader; see Sheet for the rest."""
        super().__init__(theme, say, name, parent, has_grid=has_grid, fits=fits)
        self.privacy = PrivacyLine(theme, say, self)
        self.add_under(self.privacy)
        self.view.editing.connect(self._on_editing)

    def _on_editing(self, editor: object) -> None:
        column = self.model.columns[self.view.currentIndex().column()]
        if isinstance(editor, QLineEdit) and column.align & Qt.AlignmentFlag.AlignLeft:
            self.privacy.watch(editor, _behind_choices(column.choices))
        else:
            self.privacy.leave()


def _behind_choices(choices: Sequence[str]) -> Callable[[str], int]:
    """Return where to read from: what is chosen from a list, or on the way to it, are no words of the user's own."""
    offered = [choice.casefold() for choice in choices]

    def begin(text: str) -> int:
        typed = text.strip().casefold()
        return len(text) if any(choice.startswith(typed) for choice in offered) else 0

    return begin
