"""ui: the verbs of the file menu - new, open, sample, export, import - each a job, none while another runs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import platformdirs
from PySide6.QtCore import QObject, Signal

from core.errors import BadInput, InUse, LogrollError, ReadOnly, StorageTrouble
from ui.jobs import Progress
from ui.prompts import Answer, FileKind
from ui.settings_store import APPLICATION, SettingsStore
from ui.tools import Tools

if TYPE_CHECKING:
    from db.logbook import Logbook

_T = TypeVar("_T")
ENDING = "logroll"
SAMPLE_NAME = "sample.logroll"


class LogbookFiles(QObject):
    """Open, make and exchange logbooks; whoever shows them listens to `opened`.

    What loads the store - some hundred milliseconds the first time - happens in the worker.
    """

    opened = Signal(object)  # Logbook
    closing = Signal()  # the logbook that is open now is wanted anew and must be let go
    failed = Signal()  # what was wanted is not open

    def __init__(self, tools: Tools, store: SettingsStore, parent: QObject | None = None) -> None:
        """Take the tools and the settings, where the last and the recent logbooks are remembered."""
        super().__init__(parent)
        self._tools = tools
        self._store = store
        self.current: Path | None = None  # the logbook that is open, as whoever shows it says

    @property
    def sample_path(self) -> Path:
        """Return where the sample logbook lies once it was opened; a file of its own."""
        return platformdirs.user_data_path(APPLICATION, appauthor=False) / SAMPLE_NAME

    def is_sample(self, path: Path) -> bool:
        """Tell whether a logbook is the sample."""
        return path.resolve() == self.sample_path.resolve()

    def kind(self) -> FileKind:
        """Return the kind of file that a logbook is."""
        return FileKind(self._tools.say("Logbook"), ENDING)

    def suggested(self) -> Path:
        """Return a free name for a new logbook where local data lies, which no cloud client synchronises."""
        folder = platformdirs.user_data_path(APPLICATION, appauthor=False, ensure_exists=True)
        base = self._tools.say("logbook")
        numbered = (folder / f"{base}{number or ''}.{ENDING}" for number in (0, *range(2, 1000)))
        return next((path for path in numbered if not path.exists()), folder / f"{base}.{ENDING}")

    # the verbs

    def new(self) -> None:
        """Ask where a new logbook should lie, make it and open it."""
        say = self._tools.say
        self._tools.prompts.choose_target(say("New logbook"), self.suggested(), [self.kind()], self.make)

    def make(self, path: Path) -> None:
        """Make an empty logbook and open it."""

        def work(_progress: Progress) -> Path:
            from db.logbook import Logbook  # noqa: PLC0415 - not before the first paint

            path.parent.mkdir(parents=True, exist_ok=True)
            Logbook.create(path, clock=self._tools.clock).close()
            return path

        self._run(self._tools.say("Making {file}", file=path.name), work, self.open)

    def choose(self) -> None:
        """Ask which logbook to open, and open it."""
        self._tools.prompts.choose_file(self._tools.say("Open a logbook"), [self.kind()], self.open)

    def open(self, path: Path, *, write: bool = True) -> None:
        """Open a logbook; one that is written elsewhere, or may not be written, is offered for reading."""
        if self.current is not None and self.current == path.resolve():
            self.closing.emit()

        def work(_progress: Progress) -> Logbook:
            from db.logbook import Logbook  # noqa: PLC0415 - not before the first paint

            return Logbook.open(path, write=write, clock=self._tools.clock, holder="window")

        def failed(error: LogrollError) -> None:
            self.failed.emit()
            if write and isinstance(error, InUse | ReadOnly):
                self._offer_reading(path, error)
                return
            self._store.put(self._store.settings.without_logbook(path))
            self._tools.prompts.trouble(error)

        self._run(self._tools.say("Opening {file}", file=path.name), work, self._on_opened, failed)

    def open_sample(self) -> None:
        """Open the sample logbook, made anew where it is missing."""
        path = self.sample_path
        if path.exists():
            self.open(path)
            return

        def work(_progress: Progress) -> Path:
            from db.logbook import Logbook  # noqa: PLC0415 - not before the first paint

            path.parent.mkdir(parents=True, exist_ok=True)
            Logbook.create_sample(path, clock=self._tools.clock).close()
            return path

        self._run(self._tools.say("Making the sample logbook"), work, self.open)

    def export(self, logbook: Logbook) -> None:
        """Ask where to, and write everything of a logbook as JSON."""
        say = self._tools.say
        suggested = platformdirs.user_documents_path() / f"{logbook.path.stem}.json"
        self._tools.prompts.choose_target(
            say("Export as JSON"), suggested, [_json(say("JSON"))], lambda path: self.export_to(logbook.path, path)
        )

    def export_to(self, source: Path, target: Path) -> None:
        """Write everything of the logbook at `source` as JSON to `target`."""

        def work(progress: Progress) -> Path:
            from core import files  # noqa: PLC0415
            from core.exchange import dump_json  # noqa: PLC0415
            from db.logbook import Logbook  # noqa: PLC0415 - not before the first paint

            # a reader of its own: the window goes on with its own connection
            with Logbook.open(source, write=False, clock=self._tools.clock) as logbook:
                dump = logbook.dump()
            progress.check()
            text = dump_json.to_text(dump)
            progress.check()
            files.write_text(target, text)
            return target

        self._run(self._tools.say("Exporting to {file}", file=target.name), work, self._on_exported)

    def import_json(self) -> None:
        """Ask for an export and for the new logbook that it becomes; then open that."""
        say = self._tools.say

        def chosen(source: Path) -> None:
            target = self.suggested().with_name(f"{source.stem}.{ENDING}")
            self._tools.prompts.choose_target(
                say("Import into a new logbook"), target, [self.kind()], lambda path: self.import_from(source, path)
            )

        self._tools.prompts.choose_file(say("Import from JSON"), [_json(say("JSON"))], chosen)

    def import_from(self, source: Path, target: Path) -> None:
        """Make the logbook `target` from the export `source` and open it."""

        def work(progress: Progress) -> Path:
            from core.exchange import dump_json  # noqa: PLC0415
            from db.logbook import Logbook  # noqa: PLC0415 - not before the first paint

            try:
                text = source.read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError) as error:
                raise BadInput("import.unreadable", file=str(source)) from error
            dump = dump_json.from_text(text)
            progress.check()
            Logbook.from_dump(target, dump, clock=self._tools.clock).close()
            return target

        self._run(self._tools.say("Importing {file}", file=source.name), work, self.open)

    # inside

    def _run(
        self,
        name: str,
        work: Callable[[Progress], _T],
        then: Callable[[_T], None],
        failed: Callable[[LogrollError], None] | None = None,
    ) -> None:
        def guarded(progress: Progress) -> _T:
            try:
                return work(progress)
            except OSError as error:
                raise StorageTrouble("file.trouble", reason=error.strerror or str(error)) from error

        self._tools.jobs.start(name, guarded, then, failed or self._tools.prompts.trouble)

    def _on_opened(self, logbook: Logbook) -> None:
        self._store.put(self._store.settings.with_logbook(logbook.path))
        self.opened.emit(logbook)

    def _on_exported(self, target: Path) -> None:
        self._tools.prompts.tell(self._tools.say("Everything was exported to {file}.", file=str(target)))

    def _offer_reading(self, path: Path, error: LogrollError) -> None:
        say = self._tools.say
        self._tools.prompts.ask(
            say.message(error.message),
            [Answer("read", say("Open for reading"), primary=True), Answer("not", say("Leave it closed"))],
            lambda key: self.open(path, write=False) if key == "read" else None,
        )


def _json(name: str) -> FileKind:
    return FileKind(name, "json")
