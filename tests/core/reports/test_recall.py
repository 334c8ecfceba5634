"""tests: the recall card is one page, half an A4 across, whatever it has to hold, and says what it leaves out."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from core.commitment import Commitment
from core.counterpart import Counterpart
from core.debrief import Learning
from core.encounters import encounters
from core.line import Verb
from core.meeting import Meeting
from core.note import Note, Topic
from core.recall import Known, RecallCard, recall
from core.reports.document import Edition, State
from core.reports.pdf import Paper, render
from core.reports.recall import clipped, recall_card
from core.side import Basis, Side
from core.style import Style
from core.styles import Stakes, advise_style, observed
from core.tactic import OwnTactic
from core.tactics import tactics
from core.words import Words
from tests.core.analysis.test_moves import talk
from tests.core.cases import four_issues, line
from tests.core.turns import turns_of

NOW = datetime(2026, 11, 24, 9, 18, tzinfo=UTC)
PERSON = Counterpart(
    id=14,
    supplier_id=1,
    name="Elena Ruggeri",
    role="Key account manager",
    authority="Price down to 1.42, payment to 30 days",
    authority_basis=Basis.SAID,
    authority_on=date(2026, 3, 12),
    created_at=datetime(2025, 1, 1, tzinfo=UTC),
)


def page(card: RecallCard, say: Words) -> PdfReader:
    document = recall_card(card, say=say, edition=Edition(made_at=NOW, state=State.FINAL))
    return PdfReader(io.BytesIO(render(document, say, Paper.CARD)))


def words(card: RecallCard, say: Words) -> str:
    return " ".join(page(card, say).pages[0].extract_text().split())


def full(text: str = "", count: int = 1) -> RecallCard:
    """Fill a card, with a text in every place where the user writes."""
    topics = list(Topic)
    notes = [
        Note(
            id=at,
            supplier_id=1,
            counterpart_id=14,
            topic=topics[at % len(topics)],
            basis=Basis.OBSERVED,
            text=text or f"Note {at}",
            on=date(2026, 3, 12),
        )
        for at in range(count)
    ]
    commitments = [
        Commitment(id=at, negotiation_id=1, side=side, text=text or f"Promise {at}", due=date(2026, 11, 20))
        for at, side in enumerate((Side.THEM, Side.US) * count)
    ]
    talk = four_issues(lines=(line(1, Side.US, {1: 101, 2: 60}),))
    talk = replace(talk, title=text or "Peas 2026")
    return recall(
        replace(PERSON, name=text, role=text, authority=text) if text else PERSON,
        text or "Sorano Canning",
        NOW,
        known=Known(notes=notes),
        meetings=[Meeting(id=1, negotiation_id=1, started_at=datetime(2026, 3, 12, 10, tzinfo=UTC))],
        commitments=commitments,
        learning=Learning(negotiation_id=1, title=text or "Peas 2025", text=text or "Ask why first", on=NOW.date()),
        negotiation=talk,
        before=talk,
    )


def test_the_card_is_half_a_page_across_and_says_whose_it_is(say: Words) -> None:
    reader = page(full(), say)
    box = reader.pages[0].mediabox
    assert (round(float(box.width) / 72 * 25.4, 1), round(float(box.height) / 72 * 25.4, 1)) == (210.0, 148.5)
    text = words(full(), say)
    assert "INTERNAL – PERSONAL DATA – NOT FOR SUPPLIER" in text
    assert "R-2025-014" in text
    assert reader.metadata is not None
    assert reader.metadata.title == "Recall card: Elena Ruggeri"


def test_everything_of_the_card_stands_on_it(say: Words) -> None:
    text = words(full(), say)
    for part in (
        "Elena Ruggeri",
        "Key account manager, Sorano Canning",
        "Met once, on 12 Mar 2026",
        "Price down to 1.42, payment to 30 days",
        "said, 12 Mar 2026",
        "Note 0",
        "observed",
        "Mar 2026",
        "They: Promise 0",
        "We: Promise 1",
        "overdue since 20 Nov 2026",
        "Kept in time: they 0 of 1, we 0 of 1.",
        "What would make this a good deal for you?",
        "You opened with Price 101 EUR, Payment 60 days, in “Peas 2026”.",
        "Ask why first",
        "Peas 2025",
    ):
        assert part in text, part


def test_an_empty_file_says_so_and_asks(say: Words) -> None:
    text = words(recall(Counterpart(id=1, supplier_id=1, name="An Claes"), "Delva", NOW), say)
    for part in ("Not known", "ask first", "Not met yet", "Nothing is noted yet.", "Nothing is open between you."):
        assert part in text
    assert "What may you decide alone" in text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Gesellschaft für Verpackungen & Söhne " * 20,
        "公司名称很长的供应商" * 30,
        "W" * 500,
        "<b>&amp; a\n\nb\tc " * 40,
    ],
)
def test_it_is_one_page_however_much_there_is(text: str, say: Words) -> None:
    assert len(page(full(text, 40), say).pages) == 1


def test_what_helps_to_begin_stands_on_a_crowded_card_before_what_they_want(say: Words) -> None:
    text = words(full("Asks twice before the first figure is named, and once again after the coffee", 40), say)
    assert all(f"{topic}: Asks twice" in text for topic in ("Like", "Dislike", "Family"))


def test_what_does_not_fit_is_counted(say: Words) -> None:
    text = words(full(count=40), say)
    assert "30 more" in text  # ten topics, of each the newest
    assert "They: Promise 0" in text


def test_a_text_is_cut_at_its_last_line() -> None:
    assert clipped("short\n text", 200, 8.6, 1) == "short text"
    cut = clipped("word " * 50, 100, 8.6, 2)
    assert cut.endswith("…")
    assert 20 < len(cut) < 60


def met(tactic: str = "The train leaves", answer: str = "Take the next one") -> RecallCard:
    """Fill a card of somebody whom we have met: tactics of both sides, a style seen, what they know about us."""
    meetings = (Meeting(id=1, negotiation_id=1, started_at=NOW, people=(14,)),)
    lines = [line(1, Side.THEM, {1: 110}, meeting_id=1), line(2, Side.US, {1: 100}, meeting_id=1)]
    for at, (side, number) in enumerate([(Side.THEM, 3), (Side.US, 1), (Side.THEM, 3), (Side.US, 4)] * 3, 3):
        lines.append(line(at, side, verb=Verb.TACTIC, tactic=number, meeting_id=1))
    lines.append(line(20, Side.THEM, {1: 108}, meeting_id=1))
    known = tactics("en", [OwnTactic(number=3, name=tactic, counter=answer)])
    card = full()
    styled = replace(card.notes[0], topic=Topic.STYLE, style=Style.COMPETING)
    return replace(
        card,
        encounters=encounters(turns_of([talk(four_issues(meetings=meetings), *lines)], 14), known),
        style=observed([styled], NOW.date()),
        advice=advise_style(Stakes(lasting=True, theirs=Style.COMPETING)),
        about_us=(replace(card.notes[0], text="Our launch is fixed for 1 March", is_about_us=True),),
    )


def test_tactics_with_our_words_ours_so_far_style_and_what_they_know_stand_on_it(say: Words) -> None:
    text = words(met(), say)
    for part in (
        "The train leaves seen 6, gave way 6 of 6. Take the next one",
        "Vary: Equal packages. Never used with them; they expect",
        "Style: Competing, a first impression, seen once; take collaborating",
        "Knows about us Our launch is fixed for 1 March",
        "You opened with Price 101 EUR",
        "Ask why first",
    ):
        assert part in text, part


def test_a_tactic_has_its_whole_name_and_its_answer_goes_before_its_rate(say: Words) -> None:
    text = words(met("Good guy, bad guy", "Say what you see, deal with both"), say)
    assert "Good guy, bad guy seen 6. Say what you see, deal with both" in text


def test_a_learning_with_a_long_title_keeps_its_day(say: Words) -> None:
    learning = Learning(negotiation_id=1, title="Frame contract for steel brackets " * 4, text="Wait", on=NOW.date())
    assert "…, 24 Nov 2026" in words(replace(full(), learning=learning), say)


@settings(max_examples=25)
@given(
    st.integers(0, 40),
    st.integers(0, 6),
    st.text("Wi .é界", min_size=1, max_size=200),
    st.booleans(),
)
def test_whatever_stands_on_it_it_is_one_page(notes: int, promises: int, text: str, is_met: bool) -> None:
    say = Words()
    card = met() if is_met else full()
    card = replace(
        card,
        person=replace(PERSON, name=text, authority=text),
        notes=tuple(replace(card.notes[0], id=at, text=text) for at in range(notes)),
        about_us=tuple(replace(each, text=text) for each in card.about_us),
        promises=card.promises * promises,
        learning=Learning(negotiation_id=1, title=text, text=text, on=NOW.date()),
        opened_in=text,
    )
    assert len(page(card, say).pages) == 1
