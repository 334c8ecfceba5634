"""tests: asking and telling on the window itself - nothing blocks, answers arrive by a callback."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from core.changes import Changes
from core.errors import BadInput, Cancelled
from core.message import message
from core.words import Words
from ui.jobs import Jobs
from ui.main_window import MainWindow
from ui.notice_bar import Tone
from ui.prompts import Answer, FileKind
from ui.question import Question
from ui.style import dress
from ui.theme import Scheme, Theme
from ui.window_prompts import WindowPrompts

ANSWERS = [Answer("no", "Leave it"), Answer("yes", "Do it", primary=True)]


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    theme = Theme(Scheme.LIGHT)
    dress(qapp, theme)
    made = MainWindow(theme, Words(), Jobs())
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.close()
    made.deleteLater()
    qapp.setStyle("Fusion")


@pytest.fixture
def prompts(window: MainWindow) -> WindowPrompts:
    return WindowPrompts(Theme(Scheme.LIGHT), Words(), window)


def question(window: MainWindow) -> Question:
    return next(each for each in window.findChildren(Question) if each.isVisible())


def test_enter_gives_the_primary_answer(window: MainWindow, prompts: WindowPrompts) -> None:
    got: list[str] = []
    prompts.ask("Really <b>so</b>?", ANSWERS, got.append, detail="It may take a while.")
    assert got == []
    assert question(window).buttons["yes"].hasFocus()
    QTest.keyClick(question(window).buttons["yes"], Qt.Key.Key_Space)
    assert got == ["yes"]
    assert not [each for each in window.findChildren(Question) if each.isVisible()]


def test_escape_turns_away_without_an_answer(window: MainWindow, prompts: WindowPrompts) -> None:
    got: list[str] = []
    prompts.ask("Really?", ANSWERS, got.append)
    QTest.keyClick(question(window), Qt.Key.Key_Escape)
    assert got == []


def test_tab_stays_inside_the_question(window: MainWindow, prompts: WindowPrompts) -> None:
    prompts.ask("Really?", ANSWERS, lambda _key: None)
    asked = question(window)
    for _ in range(5):
        focus = QApplication.focusWidget()
        assert focus is not None
        assert asked.isAncestorOf(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    asked.turn_away()


def test_trouble_is_told_calmly_and_a_stop_as_news(window: MainWindow, prompts: WindowPrompts) -> None:
    prompts.trouble(BadInput("percent.outside", number=140))
    tones = [window.notices.tone]
    assert "140" in window.notices.words
    prompts.trouble(Cancelled())
    tones.append(window.notices.tone)
    assert tones == [Tone.TROUBLE, Tone.NEWS]
    window.notices.dismiss()
    assert window.notices.words == ""


def test_undo_is_offered_by_the_label_of_the_change(window: MainWindow, prompts: WindowPrompts) -> None:
    prompts.offer_undo(Changes(0, message("journal.supplier_deleted", name="Ribera")))
    assert not window.undo_bar.isVisible()
    prompts.offer_undo(Changes(7, message("journal.supplier_deleted", name="Ribera")))
    assert window.undo_bar.isVisible()


def test_a_file_is_chosen_without_waiting(window: MainWindow, prompts: WindowPrompts, tmp_path: Path) -> None:
    got: list[Path] = []
    kinds = [FileKind("PDF document", "pdf")]
    prompts.choose_target("Make prep", tmp_path / "prep.pdf", kinds, got.append)
    dialog = window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert dialog.defaultSuffix() == "pdf"
    dialog.accept()
    assert got == [tmp_path / "prep.pdf"]
    (tmp_path / "there.pdf").write_bytes(b"")
    prompts.choose_file("Open", kinds, got.append)
    dialog = next(each for each in window.findChildren(QFileDialog) if each.isVisible())
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile(str(tmp_path / "there.pdf"))
    dialog.accept()
    assert got[-1] == tmp_path / "there.pdf"


def test_the_folder_used_last_for_a_kind_of_file_is_offered_again(
    window: MainWindow, prompts: WindowPrompts, tmp_path: Path
) -> None:
    mine, theirs = tmp_path / "mine", tmp_path / "theirs"
    for folder in (mine, theirs):
        folder.mkdir()
    pdf, json = [FileKind("PDF document", "pdf")], [FileKind("JSON", "json")]

    def offered(suggested: Path, kinds: list[FileKind]) -> QFileDialog:
        prompts.choose_target("Make", suggested, kinds, lambda _path: None)
        return next(each for each in window.findChildren(QFileDialog) if each.isVisible())

    first = offered(theirs / "prep.pdf", pdf)
    first.setDirectory(str(mine))
    first.selectFile("prep.pdf")
    first.accept()
    second = offered(theirs / "debrief.pdf", pdf)
    assert second.directory().path() == str(mine)
    assert second.selectedFiles() == [str(mine / "debrief.pdf")]
    second.reject()
    other = offered(theirs / "export.json", json)
    assert other.directory().path() == str(theirs)
    other.reject()
