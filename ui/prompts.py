"""ui: asking and telling the user, behind one object that never waits: answers arrive by a callback."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from core.changes import Changes
from core.errors import LogrollError


@dataclass(frozen=True, slots=True)
class Answer:
    """One way to answer a question: its key for the program, its verb for the button."""

    key: str
    text: str
    primary: bool = False


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file to choose from: its name for the user and its ending without the point."""

    name: str
    ending: str


class Prompts(Protocol):
    """Ask, let choose a file, and tell.

    Nothing here blocks: each call returns at once, and `then` is called later in the window's thread, or never when
    the user turns away (Escape). Tests hand in an object of their own that answers by itself.
    """

    def ask(self, question: str, answers: Sequence[Answer], then: Callable[[str], None], *, detail: str = "") -> None:
        """Ask a question; `then` gets the key of the answer chosen. Texts are shown as plain text."""

    def choose_file(self, title: str, kinds: Sequence[FileKind], then: Callable[[Path], None]) -> None:
        """Let the user choose a file that exists."""

    def choose_target(
        self, title: str, suggested: Path, kinds: Sequence[FileKind], then: Callable[[Path], None]
    ) -> None:
        """Let the user choose where to write; the ending of the kind chosen is added where it is missing."""

    def tell(self, text: str) -> None:
        """Say something calmly: it stays in the bar until the next, takes no focus and asks for nothing."""

    def trouble(self, error: LogrollError) -> None:
        """Say what went wrong and what to do about it, by the sentence of the error."""

    def offer_undo(self, changes: Changes) -> None:
        """Say what was just done, by its label, and offer to take it back; used instead of "are you sure"."""
