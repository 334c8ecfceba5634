"""tests: opening, closing and refusing a logbook file."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from core.errors import BadInput, InUse, LogrollError, ReadOnly, UnreadableFile
from core.words import Words
from db.engine import REVISION
from db.logbook import Logbook
from tests.golden.fill import Filled, ticking

ROOT = Path(__file__).parent.parent.parent


def names(folder: Path) -> list[str]:
    """Return what lies in a folder."""
    return sorted(each.name for each in folder.iterdir())


def told(error: LogrollError) -> str:
    """Return the sentence of an error, which must be one."""
    sentence = Words().message(error.message)
    assert sentence != error.message.code
    assert sentence.endswith(".")
    return sentence


def test_a_new_logbook_is_empty_and_one_file(tmp_path: Path) -> None:
    path = tmp_path / "new.logroll"
    with Logbook.create(path) as book:
        assert book.negotiations.rows() == ()
        assert book.suppliers.rows() == ()
        assert book.journal.undo_label is None
        assert not book.is_read_only
    assert names(tmp_path) == ["new.logroll"]


def test_creating_leaves_a_file_that_is_there_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear Sir")
    with pytest.raises(BadInput) as caught:
        Logbook.create(path)
    assert "letter.txt" in told(caught.value)
    assert path.read_text() == "Dear Sir"


def test_creating_in_a_folder_that_is_not_there_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(LogrollError) as caught:
        Logbook.create(tmp_path / "nowhere" / "new.logroll")
    told(caught.value)
    assert names(tmp_path) == []


def test_what_was_saved_is_there_when_opened_again(path: Path) -> None:
    with Logbook.open(path) as book:
        made = book.suppliers.add(name="Aerovent").made
    with Logbook.open(path) as book:
        assert book.suppliers.load(made).name == "Aerovent"


def test_closing_leaves_one_file_and_may_be_done_twice(path: Path) -> None:
    book = Logbook.open(path)
    book.suppliers.add(name="Aerovent")
    assert len(names(path.parent)) > 1
    book.close()
    book.close()
    assert names(path.parent) == [path.name]


def test_a_verb_that_comes_after_closing_is_refused_and_opens_nothing(path: Path) -> None:
    book = Logbook.open(path)
    book.close()
    with pytest.raises(ReadOnly):
        book.suppliers.add(name="Aerovent")
    assert names(path.parent) == [path.name]


def test_closing_writes_nothing_into_a_file_that_was_put_in_its_place(full_path: Path, tmp_path: Path) -> None:
    kept = full_path.read_bytes()
    book = Logbook.open(full_path)
    made = book.suppliers.add(name="Aerovent").made
    moved = full_path.rename(tmp_path / "moved.logroll")
    full_path.write_bytes(kept)
    book.close()
    assert full_path.read_bytes() == kept
    with Logbook.open(moved, write=False) as book:
        assert book.suppliers.load(made).name == "Aerovent"


def test_a_reading_under_way_in_another_thread_hinders_no_close(path: Path) -> None:
    book = Logbook.open(path)
    made = book.suppliers.add(name="Aerovent").made
    with ThreadPoolExecutor(1) as thread, book.at_one_moment():
        thread.submit(book.close).result()
        with Logbook.open(path) as again:
            assert again.suppliers.load(made).name == book.suppliers.load(made).name == "Aerovent"


def test_opening_and_closing_without_a_change_keeps_the_content(full_path: Path) -> None:
    with Logbook.open(full_path, write=False) as book:
        before = book.dump()
    Logbook.open(full_path).close()
    with Logbook.open(full_path, write=False) as book:
        assert book.dump() == before


def test_reading_changes_no_byte_and_leaves_no_file(full_path: Path, ids: Filled) -> None:
    before = full_path.read_bytes()
    with Logbook.open(full_path, write=False) as book:
        book.negotiations.load(ids.negotiation)
        book.search("can")
        assert book.verify().is_sound
        assert book.is_read_only
    assert full_path.read_bytes() == before
    assert names(full_path.parent) == [full_path.name]


def test_a_logbook_opened_for_reading_refuses_every_verb(full_path: Path, ids: Filled) -> None:
    with Logbook.open(full_path, write=False) as book:
        for verb in (
            lambda: book.suppliers.add(name="No"),
            book.journal.undo,
            lambda: book.drafts.keep("meet", "x"),
            lambda: book.issues.delete(ids.price),
        ):
            with pytest.raises(ReadOnly) as caught:
                verb()
            told(caught.value)


def test_readers_work_beside_a_writer_and_see_what_it_commits(path: Path) -> None:
    early = Logbook.open(path, write=False)
    writer = Logbook.open(path)
    late = Logbook.open(path, write=False)
    made = writer.suppliers.add(name="Aerovent").made
    assert early.suppliers.load(made) == late.suppliers.load(made) == writer.suppliers.load(made)
    matter = writer.negotiations.add(supplier_id=made, title="Fans").made
    assert late.negotiations.load(matter).title == "Fans"
    writer.negotiations.change(matter, title="More fans")
    assert late.negotiations.load(matter).title == "More fans"
    writer.close()
    assert early.negotiations.load(matter).title == "More fans"
    early.close()
    late.close()
    Logbook.open(path).close()
    assert names(path.parent) == [path.name]


@pytest.mark.parametrize("content", [b"", b"Dear Sir", b"SQLite format 3\0", b"\0" * 5000], ids=repr)
def test_a_file_that_is_no_logbook_is_told_and_left(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file.logroll"
    path.write_bytes(content)
    for write in (True, False):
        with pytest.raises(UnreadableFile) as caught:
            Logbook.open(path, write=write)
        assert caught.value.message.code == "logbook.not_a_logbook"
        told(caught.value)
    assert path.read_bytes() == content
    assert names(tmp_path) == [path.name]


def test_a_database_of_another_program_is_told_and_left(tmp_path: Path) -> None:
    path = tmp_path / "other.logroll"
    connection = driver.connect(str(path))
    connection.execute("CREATE TABLE moz_places (id INTEGER)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(UnreadableFile) as caught:
        Logbook.open(path)
    assert caught.value.message.code == "logbook.not_a_logbook"
    assert path.read_bytes() == before


def test_a_folder_and_a_missing_file_are_told(tmp_path: Path) -> None:
    for path, code in ((tmp_path, "logbook.not_a_logbook"), (tmp_path / "none.logroll", "logbook.missing")):
        with pytest.raises(UnreadableFile) as caught:
            Logbook.open(path)
        assert caught.value.message.code == code
        told(caught.value)
    assert names(tmp_path) == []


def test_a_logbook_of_a_newer_program_is_told_and_left(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[60:64] = (REVISION + 1).to_bytes(4, "big")
    path.write_bytes(content)
    with pytest.raises(UnreadableFile) as caught:
        Logbook.open(path)
    assert caught.value.message.code == "logbook.newer"
    told(caught.value)
    assert path.read_bytes() == content
    assert names(path.parent) == [path.name]


@pytest.mark.parametrize("damage", ["cut", "torn", "schema"])
def test_a_damaged_logbook_is_told_and_left(full_path: Path, damage: str) -> None:
    content = bytearray(full_path.read_bytes())
    if damage == "cut":
        del content[len(content) // 2 :]
    elif damage == "torn":
        content[4096:] = b"\xa5" * (len(content) - 4096)
    else:
        content[100:4096] = b"\xa5" * 3996
    full_path.write_bytes(content)
    for write in (False, True):
        with pytest.raises(UnreadableFile) as caught:
            Logbook.open(full_path, write=write)
        assert caught.value.message.code == "logbook.damaged"
        told(caught.value)
        assert full_path.read_bytes() == content
        assert names(full_path.parent) == [full_path.name]


@pytest.mark.parametrize("damage", ["DROP TABLE alembic_version", "UPDATE alembic_version SET version_num = 'x'"])
def test_a_logbook_without_its_revision_is_damaged(full_path: Path, damage: str) -> None:
    connection = driver.connect(str(full_path))
    connection.execute(damage)
    connection.commit()
    connection.close()
    for write in (False, True):
        with pytest.raises(UnreadableFile) as caught:
            Logbook.open(full_path, write=write)
        assert caught.value.message.code == "logbook.damaged"
    assert names(full_path.parent) == [full_path.name]


def test_a_file_marked_read_only_is_told_and_can_be_read(full_path: Path) -> None:
    before = full_path.read_bytes()
    full_path.chmod(0o444)
    with pytest.raises(ReadOnly) as caught:
        Logbook.open(full_path)
    told(caught.value)
    with Logbook.open(full_path, write=False) as book:
        assert book.suppliers.rows()
    assert full_path.read_bytes() == before
    assert names(full_path.parent) == [full_path.name]


def test_a_second_writer_is_told_who_holds_the_logbook(path: Path) -> None:
    with Logbook.open(path, clock=ticking(), holder="the window") as book:
        book.suppliers.add(name="Aerovent")
        with pytest.raises(InUse) as caught:
            Logbook.open(path)
        sentence = told(caught.value)
        assert "the window" in sentence
        assert str(os.getpid()) in sentence
        assert "14 Mar 2026" in sentence
        assert book.suppliers.add(name="Still writing").made
    Logbook.open(path).close()


HOLDER = """
import sys, time
from pathlib import Path
from db.logbook import Logbook
book = Logbook.open(Path(sys.argv[1]), holder="another program")
print(book.suppliers.add(name="Aerovent").made, flush=True)
time.sleep(60)
"""


def test_another_program_is_refused_and_taken_over_from_at_once_when_it_is_killed(path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as held:
        assert held.stdout is not None
        made = int(held.stdout.readline())
        with pytest.raises(InUse) as caught:
            Logbook.open(path)
        assert f"another program, process {held.pid}" in told(caught.value)
        with Logbook.open(path, write=False) as reader:
            assert reader.suppliers.load(made).name == "Aerovent"
        held.kill()
    with Logbook.open(path) as book:
        assert book.suppliers.load(made).name == "Aerovent"
        assert json.loads(path.with_name(path.name + ".holder").read_text())["pid"] == os.getpid()
    assert names(path.parent) == [path.name]


def test_a_link_leads_to_the_same_lock(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.logroll"
    link.symlink_to(path)
    with Logbook.open(path), pytest.raises(InUse):
        Logbook.open(link)


def test_a_full_disk_is_told_and_the_logbook_goes_on(path: Path) -> None:
    with Logbook.open(path, clock=ticking()) as book:
        made = book.suppliers.add(name="Aerovent").made
        with book._work.reading() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(LogrollError) as caught:
            book.suppliers.change(made, background="x" * 1_000_000)
        assert caught.value.message.code == "disk.full"
        told(caught.value)
        assert book.suppliers.load(made).background == ""
        with book._work.reading() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
        assert book.suppliers.change(made, background="x" * 1_000_000).entry == 2
        assert book.verify().is_sound


def test_the_door_loads_neither_alembic_nor_what_is_seldom_needed(path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from db.logbook import Logbook; Logbook.open(Path(sys.argv[1])).close();"
        "print([name for name in ('alembic', 'PySide6', 'reportlab', 'db.verify', 'db.dump') if name in sys.modules])"
    )
    found = subprocess.run(
        [sys.executable, "-c", program, str(path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "[]"


def test_copying_a_closed_logbook_copies_everything(full_path: Path, tmp_path: Path) -> None:
    with Logbook.open(full_path) as book:
        before = book.dump()
    copy = tmp_path / "copy.logroll"
    shutil.copy(full_path, copy)
    with Logbook.open(copy, write=False) as book:
        assert book.dump() == before


def test_what_is_read_at_one_moment_is_of_one_state_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "new.logroll"
    with Logbook.create(path) as book, Logbook.open(path, write=False) as reader:
        with reader.at_one_moment():
            assert reader.suppliers.rows() == ()
            book.suppliers.add(name="Sorano")
            with reader.at_one_moment():
                assert reader.suppliers.rows() == ()
            assert reader.suppliers.count() == 0
        assert [row.name for row in reader.suppliers.rows()] == ["Sorano"]


def test_an_error_while_reading_at_one_moment_leaves_the_next_reading_free(tmp_path: Path) -> None:
    with Logbook.create(tmp_path / "new.logroll") as book:
        with pytest.raises(LogrollError), book.at_one_moment():
            book.suppliers.load(7)
        book.suppliers.add(name="Sorano")
        assert book.suppliers.count() == 1


def wal_of(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def test_a_moment_of_rest_brings_what_was_written_into_the_file(book: Logbook) -> None:
    book.suppliers.add(name="Sorano")
    assert wal_of(book.path).stat().st_size
    book.settle()
    assert not wal_of(book.path).stat().st_size
    # the file alone, as after a crash that took the log, has it all
    copy = book.path.with_name("copy.logroll")
    copy.write_bytes(book.path.read_bytes())
    with Logbook.open(copy, write=False) as found:
        assert [row.name for row in found.suppliers.rows()][-1] == "Sorano"


def test_a_reader_elsewhere_is_not_waited_for_and_keeps_what_it_sees(book: Logbook) -> None:
    book.suppliers.add(name="Sorano")
    with Logbook.open(book.path, write=False) as reader:
        with reader.at_one_moment():
            before = [row.name for row in reader.suppliers.rows()]
            book.suppliers.add(name="Campania")
            started = time.monotonic()
            book.settle()
            assert time.monotonic() - started < 1
            assert [row.name for row in reader.suppliers.rows()] == before
        assert [row.name for row in reader.suppliers.rows()] == ["Campania", *before]
    book.settle()
    assert not wal_of(book.path).stat().st_size


def test_a_logbook_that_was_closed_meanwhile_is_left_alone(book: Logbook) -> None:
    book.suppliers.add(name="Sorano")
    book.close()
    book.settle()
    assert sorted(each.name for each in book.path.parent.iterdir() if each.name.startswith(book.path.name)) == [
        book.path.name
    ]
