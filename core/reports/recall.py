"""core: the recall card on paper - half a page across, one person, read in a minute; what does not fit is counted."""

from __future__ import annotations

import re
from dataclasses import replace
from operator import itemgetter
from typing import TYPE_CHECKING, TypeAlias

from core.naming import basis_word, flag_word, topic_word
from core.note import Topic as NoteTopic
from core.recall import TACTICS
from core.recall_words import advised, dealt, due, foreseen, met, noted, opened, rates, seen, varied, who
from core.reports.audience import Audience
from core.reports.blocks import MM
from core.reports.document import (
    Column,
    Document,
    Headline,
    Kind,
    Paragraph,
    Part,
    Row,
    Sign,
    Span,
    Spread,
    Table,
    Topic,
)
from core.reports.setting import Style, broken, pieces_of
from core.reports.vocabulary import unbroken
from core.side import Basis

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.note import Note
    from core.recall import RecallCard
    from core.reports.document import Block, Edition, Text
    from core.words import Words

_WIDTH = 182 * MM
_SHARES = (0.42, 0.29, 0.29)
_ROOM = _WIDTH - 12 * MM
_BODY, _LEADING, _PAD = 8.6, 11.8, 7.0
_HIGH = 238.0  # points that a column may take under its first title, below a head of the greatest height
_TITLE = 23.0  # of them for each further title
_AFTER = 5.0  # before a paragraph
_REMARK = 14.0  # for a remark of one line, such as the one that counts what is left out
_BOLD = 0.94  # of a width, for bold words that are measured as if they were not
_FULL = 0.98  # of a column, for rows that have it to themselves
_FIRST = (NoteTopic.LIKE, NoteTopic.DISLIKE, NoteTopic.FAMILY)  # notes of these are left out last
_TACTIC_LINES = 2  # that a tactic takes with our answer
_NOTE_LINES = 2  # that a note takes, so that a card tells a little of everything


def recall_card(card: RecallCard, *, say: Words, edition: Edition) -> Document:
    """Return the card as a document of one page; it holds personal data and is for nobody but us."""
    year = (card.person.created_at or edition.made_at).year
    columns = tuple(zip(_SHARES, (_person(card, say), _dealing(card, say), _promised(card, say)), strict=True))
    return Document(
        kind=Kind.RECALL,
        audience=Audience.FULL,
        number=f"{Kind.RECALL.value}-{year}-{card.person.id:03d}",
        version=edition.version,
        state=edition.state,
        made_at=edition.made_at,
        copy_for=clipped(edition.copy_for, 75 * MM, 7.0, 1),
        language=say.region.replace("_", "-"),
        title=say("Recall card: {name}", name=card.person.name),
        subject=say("Recall card"),
        banner=say("INTERNAL – PERSONAL DATA – NOT FOR SUPPLIER"),
        parts=(Part("", "", "", (_head(card, say), Spread(columns))),),
    )


def _head(card: RecallCard, say: Words) -> Spread:
    person, following = card.person, card.sittings.next
    half = _ROOM / 2
    kicker = [say("Recall card")]
    if following is not None and following.planned_at is not None:
        kicker.append(say.moment(following.planned_at))
    if card.negotiation_title:
        kicker.append(card.negotiation_title)
    role = ", ".join(part for part in (person.role, card.supplier_name) if part)
    remarks = tuple(clipped(each, half, _BODY, 1) for each in (role, met(say, card.sittings)) if each)
    above = clipped(" · ".join(kicker), half * _BOLD, 8.0, 1)
    name = Headline(above, clipped(person.name, half, 17.0, 1), remarks, large=True)
    rests = [basis_word(say, person.authority_basis)] if person.authority_basis is not None else []
    rests += [say.day(person.authority_on)] if person.authority_on is not None else []
    unsure = [say("check: a guess, ask")] if person.authority_basis is Basis.GUESS else []
    if person.authority:
        decides = Headline(
            say("May decide alone"), clipped(person.authority, half, 12.5, 2), (", ".join((*rests, *unsure)),)
        )
    else:
        not_known: Text = (Span(say("Not known"), italic=True, muted=True),)
        decides = Headline(say("May decide alone"), not_known, (say("check: ask first"),))
    return Spread(((0.5, (name,)), (0.5, (decides,))), ruled=True)


class _Room:
    """How much of a column is left, in points; what does not fit is not begun."""

    def __init__(self, width: float) -> None:
        """Begin with a whole column of a width."""
        self.width = width
        self.left = _HIGH

    def take(self, height: float) -> bool:
        """Take room for something; return False where there is not enough of it."""
        if height > self.left:
            return False
        self.left -= height
        return True


def _person(card: RecallCard, say: Words) -> tuple[Block, ...]:
    room = _Room(_ROOM * _SHARES[0])
    about_us: list[Row] = []
    if card.about_us:
        # worth more than the last of many notes, so its room is taken first
        room.take(_TITLE)
        about_us = _rows([("", noted(say, note), note) for note in card.about_us], room, say)
    room.take(_REMARK)
    blocks: list[Block] = []
    style_words: tuple[Block, ...] = ()
    if card.style is not None:
        style = (Span(say("Style: "), muted=True), Span(_style(card, say)))
        spans = _cut(style, room.width, 2)
        room.take(_AFTER + _LEADING * _lines(spans, room.width, _BODY))
        style_words = (Paragraph(spans),)
    told = [note for note in card.notes if note.style is None or card.style is None]
    # what helps to begin is told before what they want, which the file and the preparation tell too
    by_worth = sorted(told, key=lambda note: (_again(note, told), note.topic not in _FIRST))
    fitting = _rows([(topic_word(say, note.topic), noted(say, note), note) for note in by_worth], room, say)
    rows = [row for _, row in sorted(zip(map(told.index, by_worth), fitting, strict=False), key=itemgetter(0))]
    left_out = len(told) - len(rows) + card.more_notes
    if rows:
        blocks.append(_table(rows, room.width))
    elif not style_words:
        blocks.append(Paragraph(say("Nothing is noted yet.")))
    if left_out:
        blocks.append(Paragraph(say.plural("{n} more", "{n} more", left_out), remark=True))
    found: list[Block] = [Topic(say("Person"), (*blocks, *style_words))]
    if about_us:
        found.append(Topic(say("Knows about us"), (_table(about_us, room.width),)))
    return tuple(found)


def _again(note: Note, told: Sequence[Note]) -> int:
    """Return how many notes of the same topic come before one."""
    return sum(each.topic is note.topic for each in told[: told.index(note)])


_Told: TypeAlias = "tuple[str, str, Note]"  # a topic, what is told on it, and the note that tells it


def _rows(lines: Sequence[_Told], room: _Room, say: Words) -> list[Row]:
    """Return the rows that fit: topic, words, and behind them what they rest on and since when, as one text."""
    width = room.width * _FULL
    rows: list[Row] = []
    for topic, words, note in lines:
        lead = say("{topic}: ", topic=topic) if topic else ""
        rests = f" {unbroken(say('{basis}, {month}', basis=basis_word(say, note.basis), month=say.month(note.on)))}"
        text = clipped(words, width, 8.4, _NOTE_LINES, before=lead, behind=rests)
        if not room.take(_PAD + 11.0 * _lines(f"{lead}{text}{rests}", width, 8.4)):
            break
        rows.append(Row(((*((Span(lead, muted=True),) if lead else ()), Span(text), Span(rests, muted=True)),)))
    return rows


def _table(rows: Sequence[Row], width: float) -> Table:
    return Table((Column(lines=4, grow=1, least=width * _FULL),), tuple(rows))


def _style(card: RecallCard, say: Words) -> str:
    words = "" if card.style is None else dealt(say, card.style)
    if card.advice is None or card.advice.style is None:
        return words
    return say("{dealt}; take {style}", dealt=words, style=advised(say, card.advice).lower())


def _dealing(card: RecallCard, say: Words) -> tuple[Block, ...]:
    """Return their tactics with our answers, ours so far, and what was learnt last, which is never left out."""
    room = _Room(_ROOM * _SHARES[1])
    learning = _learning(card, say, room)
    found: list[Block] = []
    if not card.encounters.seen:
        room.take(_REMARK)
        found.append(Topic(say("Tactics, our answer"), (Paragraph(say("None logged yet."), remark=True),)))
    for title, parts in ((say("Tactics, our answer"), _tactics(card, say)), (say("Ours so far"), _ours(card, say))):
        fitting: list[Block] = []
        if not parts or (found and not room.take(_TITLE)):
            continue
        for spans, most in parts:
            cut = _cut(spans, room.width, most)
            high = _LEADING * _lines(cut, room.width, _BODY)
            if not room.take(high + (_AFTER if fitting else 0.0)):
                break
            fitting.append(Paragraph(cut))
        if fitting:
            found.append(Topic(title, tuple(fitting)))
    return (*found, *learning)


_Parts: TypeAlias = list[tuple[tuple[Span, ...], int]]  # spans, and how many lines they may take


def _tactics(card: RecallCard, say: Words) -> _Parts:
    """Return their tactics, each with our answer; where both do not fit, the answer is worth more than the rate."""
    width = _ROOM * _SHARES[1]
    parts: _Parts = []
    for each in card.encounters.seen[:TACTICS]:
        tactic = card.encounters.tactic(each.number)
        name = Span(f"{clipped(tactic.name, width * 0.7, _BODY, 1)} ", bold=True)
        whole = (name, Span(f"{seen(say, each)}. ", muted=True), Span(tactic.counter))
        if _lines(whole, width, _BODY) > _TACTIC_LINES:
            whole = (name, Span(f"{say('seen {n}', n=each.times)}. ", muted=True), Span(tactic.counter))
        parts.append((whole, _TACTIC_LINES))
    return parts


def _ours(card: RecallCard, say: Words) -> _Parts:
    vary, why = varied(say, card.encounters)
    parts: _Parts = [((Span(opened(say, card)),), 3)] if card.opening else []
    guessed = foreseen(say, card.encounters, short=True)
    if vary:
        parts.append(((Span(f"{vary}. ", bold=True), Span(why, muted=True)), 3))
    if guessed:
        parts.append(((Span(guessed, muted=True),), 2))
    return parts


def _learning(card: RecallCard, say: Words, room: _Room) -> tuple[Block, ...]:
    learning = card.learning
    if learning is None:
        return ()
    text = clipped(learning.text, room.width, _BODY, 3)
    day = f", {say.day(learning.on)}"
    where = clipped(learning.title, room.width, 7.4, 1, behind=day) + day
    room.take(_TITLE + _LEADING * _lines(text, room.width, _BODY) + _REMARK)
    return (Topic(say("Last learning"), (Paragraph(text), Paragraph(where, remark=True))),)


def _cut(spans: Sequence[Span], width: float, most: int) -> tuple[Span, ...]:
    """Return spans on one line of blanks, cut together to at most so many lines."""
    spans = tuple(replace(span, text=re.sub(r"\s+", " ", span.text)) for span in spans)
    if _lines(spans, width, _BODY) <= most:
        return spans
    low, high = 0, sum(len(span.text) for span in spans)
    while low < high:
        middle = (low + high + 1) // 2
        if _lines(_first(spans, middle), width, _BODY) <= most:
            low = middle
        else:
            high = middle - 1
    return _first(spans, low)


def _first(spans: Sequence[Span], characters: int) -> tuple[Span, ...]:
    """Return the first characters of spans, with the sign that there were more."""
    kept: list[Span] = []
    for span in spans:
        if characters <= 0:
            break
        kept.append(replace(span, text=span.text[:characters]))
        characters -= len(span.text)
    if kept:
        kept[-1] = replace(kept[-1], text=f"{kept[-1].text.rstrip()}…")
    return tuple(kept)


def _promised(card: RecallCard, say: Words) -> tuple[Block, ...]:
    """Return what is promised and what to ask; promises give way to the questions."""
    room = _Room(_ROOM * _SHARES[2])
    found: list[Block] = []
    if card.gaps:
        questions = [clipped(say.message(gap.question), room.width, _BODY, 3) for gap in card.gaps]
        room.take(_TITLE - _AFTER + sum(_AFTER + _LEADING * _lines(each, room.width, _BODY) for each in questions))
        found.append(Topic(say("Ask"), tuple(Paragraph(each) for each in questions)))
    return (Topic(say("Promised"), _promises(card, say, room)), *found)


def _promises(card: RecallCard, say: Words, room: _Room) -> tuple[Block, ...]:
    text_width = room.width - 44
    rated = clipped(rates(say, card.rates), room.width, 7.4, 2)
    room.take((_REMARK - 10.0 + 10.0 * _lines(rated, room.width, 7.4) if rated else 0.0) + _REMARK)
    rows = []
    for promise in card.promises:
        text = clipped(promise.commitment.text, text_width, 8.4, 2)
        day = due(say, promise)
        whole = f"{who(say, promise.commitment.side)}: {text} {day}"
        if not room.take(_PAD + 11.0 * _lines(whole, text_width, 8.4)):
            break
        spans = (
            Span(say("{who}: ", who=who(say, promise.commitment.side)), bold=True),
            Span(f"{text} "),
            Span(day, muted=True),
        )
        rows.append(Row((Sign(promise.flag, flag_word(say, promise.flag)), spans)))
    blocks: list[Block] = []
    if rows:
        blocks.append(Table((Column(grow=0), Column(lines=8, grow=1, least=text_width)), tuple(rows)))
    left_out = len(card.promises) - len(rows)
    if left_out:
        blocks.append(Paragraph(say.plural("{n} more", "{n} more", left_out), remark=True))
    if rated:
        blocks.append(Paragraph(rated, remark=True))
    return tuple(blocks) or (Paragraph(say("Nothing is open between you.")),)


def clipped(text: str, width: float, size: float, lines: int, *, before: str = "", behind: str = "") -> str:
    """Return a text on one line of blanks, cut so that it takes at most so many lines of a width (points).

    `before` and `behind` stand on the same lines and are never cut.
    """
    flat = " ".join(text.split())
    if _lines(f"{before}{flat}{behind}", width, size) <= lines:
        return flat
    low, high = 0, len(flat)
    while low < high:
        middle = (low + high + 1) // 2
        if _lines(f"{before}{flat[:middle]}…{behind}", width, size) <= lines:
            low = middle
        else:
            high = middle - 1
    return f"{flat[:low].rstrip()}…"


def _lines(text: Text, width: float, size: float) -> int:
    """Return how many lines a text takes."""
    return len(broken(pieces_of(text, Style(size, size)), width))
