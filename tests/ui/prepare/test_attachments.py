"""tests: the files of an alternative - attached, several of them, saved as a copy, removed and brought back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from core.attachment import Attachment
from core.words import NO_BREAK, Words
from tests.ui.prepare.conftest import Bench
from ui.prepare import attachments
from ui.prepare.steps.alternatives_step import AlternativesStep


@pytest.fixture
def step(bench: Bench) -> AlternativesStep:
    """Show an alternative."""
    bench.add_price()
    bench.step("alternatives")
    bench.tabbed("Campania", "1.40")
    page = bench.view.page
    assert isinstance(page, AlternativesStep)
    return page


def files(bench: Bench) -> tuple[Attachment, ...]:
    """Return the files that the logbook holds."""
    return bench.negotiation.attachments


def attach(bench: Bench, step: AlternativesStep, path: Path, content: bytes) -> None:
    """Attach a file by its button."""
    path.write_bytes(content)
    bench.driver.answers.paths.append(path)
    step.details.files.attach.click()
    bench.driver.wait_for_jobs()


def test_files_are_kept_and_proved_with_them(bench: Bench, step: AlternativesStep, tmp_path: Path) -> None:
    attach(bench, step, tmp_path / "quote.pdf", b"%PDF-1.7 quote")
    attach(bench, step, tmp_path / "mail.txt", b"1.40, 30 days")
    assert [(each.name, each.media_type, each.size) for each in files(bench)] == [
        ("quote.pdf", "application/pdf", 14), ("mail.txt", "text/plain", 13),
    ]  # fmt: skip
    assert [row.name.text() for row in step.details.files.rows] == ["quote.pdf", "mail.txt"]
    assert step.details.files.rows[1].about.text().replace(NO_BREAK, " ") == "13 bytes, attached 24 Nov 2026"
    assert "2 files" in bench.driver.texts(bench.view.side)
    codes = [each.title.code for each in bench.view.presenter.prepared.advice]
    assert "todo.batna_unproven" not in codes


def test_a_copy_is_saved_where_the_user_says(bench: Bench, step: AlternativesStep, tmp_path: Path) -> None:
    attach(bench, step, tmp_path / "quote.pdf", b"%PDF-1.7 quote")
    target = tmp_path / "copy.pdf"
    bench.driver.answers.paths.append(target)
    step.details.files.rows[0].save.click()
    bench.driver.wait_for_jobs()
    assert target.read_bytes() == b"%PDF-1.7 quote"
    assert bench.driver.answers.suggested[-1].name == "quote.pdf"
    assert bench.driver.answers.told == ["copy.pdf was saved."]


def test_no_logbook_is_written_over(bench: Bench, step: AlternativesStep, tmp_path: Path) -> None:
    attach(bench, step, tmp_path / "quote.pdf", b"%PDF-1.7 quote")
    before = bench.driver.logbook.path.read_bytes()[:16]
    bench.driver.answers.paths.append(bench.driver.logbook.path)
    step.details.files.rows[0].save.click()
    bench.driver.wait_for_jobs()
    assert bench.driver.answers.codes == ["file.is_logbook"]
    assert bench.driver.logbook.path.read_bytes()[:16] == before


def test_a_file_is_removed_and_brought_back(bench: Bench, step: AlternativesStep, tmp_path: Path) -> None:
    attach(bench, step, tmp_path / "quote.pdf", b"%PDF-1.7 quote")
    step.details.files.rows[0].remove.click()
    assert files(bench) == ()
    assert len(bench.driver.answers.undoable) == 1
    bench.driver.run("undo")
    assert [each.name for each in files(bench)] == ["quote.pdf"]
    assert [row.name.text() for row in step.details.files.rows] == ["quote.pdf"]


def test_a_file_that_is_too_large_or_gone_is_told(
    bench: Bench, step: AlternativesStep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attachments, "MOST_BYTES", 10)
    attach(bench, step, tmp_path / "film.mp4", b"x" * 11)
    bench.driver.answers.paths.append(tmp_path / "nowhere.pdf")
    step.details.files.attach.click()
    bench.driver.wait_for_jobs()
    assert bench.driver.answers.codes[0] == "attachment.too_large"
    assert len(bench.driver.answers.codes) == 2
    assert files(bench) == ()


def test_files_are_dropped_onto_the_step(bench: Bench, step: AlternativesStep, tmp_path: Path) -> None:
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_text("a")
    second.write_text("b")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(first)), QUrl.fromLocalFile(str(second)), QUrl("https://example.com/c")])
    no_key, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    step.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, left, no_key))
    bench.driver.wait_for_jobs()
    assert [each.name for each in files(bench)] == ["a.txt", "b.txt"]
    bench.driver.logbook.journal.undo()
    assert files(bench) == ()  # both were one step


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0 bytes"), (1, "1 byte"), (999, "999 bytes"), (1_000, "1 kB"), (348_001, "349 kB"), (1_400_001, "1.5 MB")],
)
def test_sizes_are_written_in_words(size: int, words: str) -> None:
    assert attachments.size_words(Words(), size).replace(NO_BREAK, " ") == words
