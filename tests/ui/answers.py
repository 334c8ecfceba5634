"""tests: prompts that answer by themselves - what was asked and told is kept to be looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from core.changes import Changes
from core.errors import LogrollError
from core.message import Message
from ui.prompts import Answer, FileKind


@dataclass
class Answers:
    """Answer each question by the next key given, each choice of a file by the next path; None turns away."""

    keys: list[str | None] = field(default_factory=list)
    paths: list[Path | None] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    troubles: list[Message] = field(default_factory=list)
    undoable: list[Changes] = field(default_factory=list)
    suggested: list[Path] = field(default_factory=list)

    def ask(self, question: str, answers: Sequence[Answer], then: Callable[[str], None], *, detail: str = "") -> None:
        self.asked.append(question)
        key = self.keys.pop(0) if self.keys else None
        if key is not None:
            assert key in {answer.key for answer in answers}
            then(key)

    def choose_file(self, title: str, kinds: Sequence[FileKind], then: Callable[[Path], None]) -> None:
        self._choose(title, then)

    def choose_target(
        self, title: str, suggested: Path, kinds: Sequence[FileKind], then: Callable[[Path], None]
    ) -> None:
        self.suggested.append(suggested)
        self._choose(title, then)

    def tell(self, text: str) -> None:
        self.told.append(text)

    def trouble(self, error: LogrollError) -> None:
        self.troubles.append(error.message)

    def offer_undo(self, changes: Changes) -> None:
        self.undoable.append(changes)

    @property
    def codes(self) -> list[str]:
        """Return the codes of the troubles told."""
        return [found.code for found in self.troubles]

    def _choose(self, title: str, then: Callable[[Path], None]) -> None:
        self.asked.append(title)
        path = self.paths.pop(0) if self.paths else None
        if path is not None:
            then(path)
