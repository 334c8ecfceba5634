"""tests: the card is one page that tells nothing, the key one page that reads it."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from pypdf import PdfReader

from core.cheat import cheat_card
from core.issue import Issue
from core.negotiation import Negotiation
from core.plan import PlannedConcession
from core.reports.cheat import cheat_pages
from core.reports.document import Edition, State
from core.reports.pdf import Paper, render
from core.words import Words
from tests.core.test_cheat import MATTER

NOW = datetime(2026, 11, 30, 17, 5, tzinfo=UTC)
SAY = Words()


def pages(matter: Negotiation, seed: int = 7, say: Words = SAY) -> tuple[PdfReader, PdfReader]:
    edition = Edition(made_at=NOW, state=State.FINAL, copy_for="M. Jansen")
    found = cheat_pages(cheat_card(matter, seed), 14, date(2026, 12, 1), say=say, edition=edition)
    card, key = (PdfReader(io.BytesIO(render(each, say, Paper.CARD))) for each in found)
    return card, key


def words(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_the_card_holds_codes_and_harmless_words_only() -> None:
    card, _ = pages(replace(MATTER, title="TITLE", matter="MATTER", lead="LEAD"))
    text = words(card)
    assert "Agenda, 1 Dec 2026" in text
    assert "PERSONAL MEETING NOTES" in text
    everything = text + str(card.metadata) + str(card.outline)
    for private in ("Price", "Volume", "Recall", "Start", "none", "shared", "sign", "1.4", "EUR", "TITLE", "INTERNAL",
                    "target", "limit", "opening", "MATTER", "LEAD"):  # fmt: skip
        assert private not in everything, private


def test_the_key_says_how_every_code_is_read_and_reads_one_aloud() -> None:
    _, key = pages(MATTER)
    text = words(key)
    for told in ("Price", "Volume", "Recall cover", "A none, B shared, C full", "times 10,000", "days after 1 Dec 2026",
                 "they sign this week", "if they give m, we give n", "NOT FOR SUPPLIER"):  # fmt: skip
        assert told in text, told
    assert "take off 4, divide by 100, add 1: EUR/can" in text
    assert "Example: K3, column p, 49: take off 4, divide by 100, add 1: EUR/can. The limit on Price is 1.45" in text


@pytest.mark.parametrize("count", [0, 1, 6, 7, 8, 40])
def test_both_are_one_page_whatever_they_have_to_hold(count: int) -> None:
    long = "Gesellschaft für Verpackungen und Konservierung " * 3
    issues = tuple(
        Issue(id=at, negotiation_id=1, name=f"{long}{at}", unit="pcs", best=Decimal("1.1"), worst=Decimal(9))
        for at in range(1, count + 1)
    )
    steps = tuple(
        PlannedConcession(id=at, negotiation_id=1, issue_id=at, to_value=Decimal(3), in_return=long)
        for at in range(1, count + 1)
    )
    for reader in pages(replace(MATTER, issues=issues, planned_concessions=steps)):
        assert len(reader.pages) == 1
