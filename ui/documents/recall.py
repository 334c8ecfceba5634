"""ui: makes the PDF of a recall card in the worker, where the user wants it."""

from __future__ import annotations

import re
from pathlib import Path

import platformdirs
from PySide6.QtCore import QObject

from core.errors import StorageTrouble
from core.files import keep_logbook
from core.recall import RecallCard
from ui.jobs import Job, Progress
from ui.prompts import FileKind
from ui.tools import Tools

_LONGEST = 60  # characters of a name in a file name


class RecallPrinter(QObject):
    """Ask where a card should lie and make it there; while one is being made another waits."""

    def __init__(self, tools: Tools, parent: QObject) -> None:
        """Take the tools."""
        super().__init__(parent)
        self.tools = tools
        self._job: Job | None = None

    def choose_target(self, card: RecallCard) -> None:
        """Ask where the file should lie."""
        say = self.tools.say
        plain = re.sub(r"[^\w-]+", "-", card.person.name, flags=re.UNICODE).strip("-")[:_LONGEST].strip("-")
        suggested = platformdirs.user_documents_path() / f"recall-{plain or card.person.id}.pdf"
        kinds = [FileKind(say("PDF document"), "pdf")]
        self.tools.prompts.choose_target(say("Make recall card"), suggested, kinds, lambda path: self.make(card, path))

    def make(self, card: RecallCard, target: Path) -> None:
        """Make the file in the worker."""
        if self._job is not None:
            return
        say, now = self.tools.say, self.tools.clock()

        def work(progress: Progress) -> Path:
            # loading ReportLab takes a tenth of a second, so nothing loads it before a document is wanted
            from core.reports.document import Edition, State  # noqa: PLC0415
            from core.reports.pdf import Paper, write_pdf  # noqa: PLC0415
            from core.reports.recall import recall_card  # noqa: PLC0415

            keep_logbook(target)
            document = recall_card(card, say=say, edition=Edition(made_at=now, state=State.FINAL))
            try:
                write_pdf(target, document, say, Paper.CARD, progress.step, lambda: progress.stopped)
            except OSError as error:
                raise StorageTrouble("file.trouble", reason=error.strerror or str(error)) from error
            return target

        words = say("Recall card: {name}", name=card.person.name)
        self._job = self.tools.jobs.start(words, work, self._on_made, self.tools.prompts.trouble)
        self._job.ended.connect(self._on_ended)

    def _on_made(self, path: Path) -> None:
        say = self.tools.say
        self.tools.prompts.tell(say("Made {time}: {file}", time=say.clock(self.tools.clock()), file=str(path)))

    def _on_ended(self) -> None:
        self._job = None
