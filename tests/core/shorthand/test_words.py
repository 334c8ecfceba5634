"""tests: a statement in words, and a sentence for whatever the reader has to say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import core.shorthand
from core.sentences.lines import SENTENCES
from core.shorthand import Role, Status, read, words_of
from core.words import Words
from tests.core.shorthand.lines_table import LINES
from tests.core.shorthand.table import NEGOTIATION, context

SAY = Words("en", "en_GB")


def spoken(line: str) -> str:
    parts = words_of(read(line, context()).choices[0], NEGOTIATION, SAY)
    return " ".join(part.text for part in parts).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("t 1.48 30d", "They offer Price 1.48 EUR/can Payment 30 days"),
        ("w 1.40 if 120k vol", "We offer Price 1.40 EUR/can if Volume 120 k cans"),
        (
            'w 1.40 for pay 30 if "board agrees"',
            "We offer Price 1.40 EUR/can if \u201cboard agrees\u201d for Payment 30 days",
        ),
        ("1.45..1.48", "They offer Price 1.45 to 1.48 EUR/can"),
        ("pay 6w", "They offer Payment 42 days (6w)"),
        ("closing 14.12.", "They offer Closing date 14 Dec 2026"),
        ("inco dap", "They offer Incoterm DAP"),
        ("t 1.48 at most", "They offer Price 1.48 EUR/can at most"),
        ("ok price", "We agree Price 1.50 EUR/can"),
        ("? lead pay", "They ask Lead time Payment"),
        ("t ! send drawings", "They promise: send drawings"),
        ("t # looks at the clock", "Note on them: looks at the clock"),
        ("t z no delivery", "They threaten: no delivery"),
        ("pkg B", "They offer Package B Price 1.45 EUR/can Payment 60 days"),
        ("+ deposit % 100..0 10%", "New issue deposit 100 best, 0 % worst weight 10 %"),
        ("+ deposit % 100..0 500 EUR", "New issue deposit 100 best, 0 % worst whole range worth 500.00 EUR"),
        ("1.48!! until 30.6. by mail # ok", "They offer Price 1.48 EUR/can final until 30 Jun 2027 by mail Note: ok"),
    ],
)
def test_statement_is_told_in_words(line: str, words: str) -> None:
    assert spoken(line) == words


def test_parts_have_the_roles_of_the_reading_line() -> None:
    parts = words_of(read("t 1.48 if vol 120 maybe", context()).choices[0], NEGOTIATION, SAY)
    roles = [Role.VERB, Role.ISSUE, Role.VALUE, Role.WORD, Role.ISSUE, Role.VALUE, Role.UNREAD]
    assert [part.role for part in parts] == roles


def test_issue_that_was_deleted_is_told_without_its_name() -> None:
    choice = read("t 1.48", context()).choices[0]
    bare = type(NEGOTIATION)(id=1, supplier_id=1, title="Sweetcorn")
    assert "no longer listed" in " ".join(part.text for part in words_of(choice, bare, SAY))


def test_whatever_the_reader_says_is_a_whole_sentence() -> None:
    for rows in LINES.values():
        for line, status, _ in rows:
            told = read(line, context()).message
            assert (told is not None) or status == Status.READ, line
            if told is not None:
                sentence = SAY.message(told)
                assert re.fullmatch(r"[A-Z\u201c(].*[.?)]", sentence), sentence
                assert sentence != told.code
                assert "{" not in sentence


def test_typo_is_asked_with_the_range() -> None:
    told = read("price 14.80", context()).message
    assert told is not None
    assert SAY.message(told) == "Typo? 14.80 is far outside 1.35 to 1.55."


def test_every_code_of_the_reader_has_its_sentence() -> None:
    folder = Path(core.shorthand.__file__).parent
    source = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    codes = set(re.findall(r'"((?:line|money)\.[a-z_]+)"', source))
    codes |= {f"line.no_standing_{side}" for side in ("us", "them")}
    assert codes <= set(SENTENCES)
    assert {code for code in SENTENCES if code.startswith("line.")} <= codes
