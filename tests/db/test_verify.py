"""tests: verification finds what is wrong, whichever part of the file it is in."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from core.words import Words
from db.logbook import Logbook


def spoilt(path: Path, *statements: str) -> list[str]:
    """Change a file behind the program's back and return the codes of what is then found."""
    connection = driver.connect(str(path))
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    for write in (False, True):
        with Logbook.open(path, write=write) as book:
            found = book.verify()
            if write:
                # a check leaves the logbook fit for writing
                book.drafts.keep("meet", "x")
    for finding in (*found.findings, *found.checked):
        assert Words().message(finding).endswith(".")
    assert found.is_sound == (not found.findings)
    return [finding.code for finding in found.findings]


def test_a_sound_logbook_has_no_findings_and_says_what_was_looked_at(full: Logbook) -> None:
    found = full.verify()
    assert found.is_sound
    assert found.records > 40
    assert found.entries > 30
    assert [Words().message(each)[:2].strip() for each in found.checked] == [
        str(found.records), str(found.entries), str(found.documents),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("statement", "codes"),
    [
        ("UPDATE supplier SET city = 'Elsewhere'", {"verify.journal_differs", "verify.search_missing"}),
        ("DELETE FROM answer", {"verify.journal_differs", "verify.search_left_over"}),
        ("INSERT INTO answer VALUES (77, 1, 'us', 'fair', 'x', NULL, '')",
         {"verify.journal_differs", "verify.search_missing"}),
        ("UPDATE issue SET negotiation_id = 99 WHERE id = 1",
         {"verify.reference", "verify.journal_differs", "verify.search_missing"}),
        ("UPDATE issue SET weight = 'much' WHERE id = 1", {"verify.unreadable", "verify.journal_differs"}),
        ("UPDATE issue SET best = '1.4' WHERE id = 1", {"verify.unreadable", "verify.journal_differs"}),
        ("UPDATE line SET said = '{}' WHERE id = 1", {"verify.unreadable", "verify.journal_differs"}),
        ("UPDATE search_document SET text = 'other words' WHERE kind = 'note'", {"verify.search_missing"}),
        ("DELETE FROM search_document WHERE kind = 'note'", {"verify.search_missing"}),
        ("INSERT INTO search(search) VALUES ('delete-all')", {"verify.search_index"}),
        ("INSERT INTO search(rowid, title, text) VALUES (5000, 'ghost', '')", {"verify.search_index"}),
        ("DELETE FROM journal_change WHERE id = 1", {"verify.journal_broken"}),
        ("""UPDATE journal_change SET after = '{"city":"X"}' WHERE kind = 'supplier' AND before IS NOT NULL""",
         {"verify.journal_broken"}),
        ("UPDATE content SET data = x'00'", {"verify.content"}),
    ],
)  # fmt: skip
def test_each_part_is_compared_with_the_records(full_path: Path, statement: str, codes: set[str]) -> None:
    assert set(spoilt(full_path, statement)) == codes


def test_damage_inside_the_file_is_found(full_path: Path) -> None:
    statement = "SELECT rootpage FROM sqlite_master WHERE name = 'ix_term_issue_id'"
    connection = driver.connect(str(full_path))
    page = connection.execute(statement).fetchone()[0]
    connection.close()
    content = bytearray(full_path.read_bytes())
    content[(page - 1) * 4096 + 3 : page * 4096] = b"\0" * 4093
    full_path.write_bytes(content)
    with Logbook.open(full_path, write=False) as book:
        assert {finding.code for finding in book.verify().findings} == {"verify.damaged"}


def test_what_is_wrong_throughout_is_not_told_row_by_row(full_path: Path) -> None:
    assert len(spoilt(full_path, "UPDATE journal_change SET before = NULL, after = NULL")) <= 40
