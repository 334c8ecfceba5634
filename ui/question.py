"""ui: a question with one button for each answer, as a panel over the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui.main_window import MainWindow
from ui.overlay import Overlay
from ui.prompts import Answer
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
