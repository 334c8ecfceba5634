"""tests: Meet on a copy of the sample, with a clock that can be turned and prompts that answer by themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from core.changes import Changes
from core.errors import LogrollError
from core.words import Words
from db.logbook import Logbook
from ui.jobs import Jobs
from ui.meet.presenter import MeetPresenter
from ui.prompts import Answer, FileKind
from ui.style import dress
from ui.theme import Scheme, Theme
from ui.tools import Tools

SAMPLE_DAY = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
PEAS = 4


@dataclass
class Clock:
    """A clock that stands until it is turned."""

    now: datetime = SAMPLE_DAY + timedelta(days=3, hours=1)

    def __call__(self) -> datetime:
        return self.now

    def turn(self, **by: float) -> None:
        self.now += timedelta(**by)


@dataclass
class Told:
    """Prompts that keep what they were told."""

    troubles: list[LogrollError] = field(default_factory=list)
    undo_offered: list[Changes] = field(default_factory=list)

    def ask(self, question: str, answers: Sequence[Answer], then: Callable[[str], None], *, detail: str = "") -> None:
        then(answers[0].key)

    def choose_file(self, title: str, kinds: Sequence[FileKind], then: Callable[[Path], None]) -> None:
        raise AssertionError(title)

    def choose_target(
        self, title: str, suggested: Path, kinds: Sequence[FileKind], then: Callable[[Path], None]
    ) -> None:
        then(suggested)

    def tell(self, text: str) -> None:
        raise AssertionError(text)

    def trouble(self, error: LogrollError) -> None:
        self.troubles.append(error)

    def offer_undo(self, changes: Changes) -> None:
        self.undo_offered.append(changes)


@pytest.fixture
def say() -> Words:
    return Words("en", "en_GB")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture(scope="session")
def _sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("meet") / "sample.logroll"
    Logbook.create_sample(file, clock=lambda: SAMPLE_DAY).close()
    return file


@pytest.fixture
def logbook(_sample: Path, tmp_path: Path, clock: Clock) -> Iterator[Logbook]:
    copy = tmp_path / "sample.logroll"
    copy.write_bytes(_sample.read_bytes())
    with Logbook.open(copy, clock=clock) as opened:
        yield opened


@pytest.fixture
def presenter(logbook: Logbook, say: Words, clock: Clock) -> MeetPresenter:
    presenter = MeetPresenter(logbook, say, clock)
    presenter.load(PEAS)
    return presenter


@pytest.fixture
def tools(qapp: QApplication, say: Words, clock: Clock, told: Told) -> Iterator[Tools]:
    theme = Theme(Scheme.LIGHT)
    dress(qapp, theme)
    yield Tools(theme, say, told, Jobs(), clock)
    qapp.setStyle("Fusion")
