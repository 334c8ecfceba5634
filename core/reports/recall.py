"""core: the recall card on paper - half a page across, one person, read in a minute; what does not fit is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.naming import basis_word, flag_word, topic_word
from core.recall_words import due, met, opened, rates, who
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
    from core.recall import RecallCard
    from core.reports.document import Block, Edition, Text
    from core.words import Words

_WIDTH = 182 * MM
_SHARES = (0.46, 0.27, 0.27)
_ROOM = _WIDTH - 12 * MM
_BODY, _LEADING, _PAD = 8.6, 11.8, 7.0
_HIGH = 206.0  # points that a column may take under its title, below a head of the greatest height
_MORE = 14.0  # of them for the line that counts what is left out


def recall_card(card: RecallCard, *, say: Words, edition: Edition) -> Document:
    """Return the card as a document of one page; it holds personal data and is for nobody but us."""
    year = (card.person.created_at or edition.made_at).year
    columns = tuple(zip(_SHARES, (_person(card, say), _ask(card, say), _promised(card, say)), strict=True))
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
    role = ", ".join(part for part in (person.role, card.supplier_name) if part)
    matter = [card.negotiation_title] if card.negotiation_title else []
    remarks = tuple(clipped(each, half, _BODY, 1) for each in (role, met(say, card.sittings), *matter) if each)
    name = Headline(" · ".join(kicker), clipped(person.name, half, 17.0, 1), remarks, large=True)
    rests = [basis_word(say, person.authority_basis)] if person.authority_basis is not None else []
    rests += [say.day(person.authority_on)] if person.authority_on is not None else []
    unsure = [say("check: a guess, ask")] if person.authority_basis is Basis.GUESS else []
    if person.authority:
        decides = Headline(
            say("May decide alone"), clipped(person.authority, half, 12.5, 3), (", ".join((*rests, *unsure)),)
        )
    else:
        not_known: Text = (Span(say("Not known"), italic=True, muted=True),)
        decides = Headline(say("May decide alone"), not_known, (say("check: ask first"),))
    return Spread(((0.5, (name,)), (0.5, (decides,))), ruled=True)


def _person(card: RecallCard, say: Words) -> tuple[Block, ...]:
    width = _ROOM * _SHARES[0]
    text_width = width * 0.56  # beside basis and month
    rows, used, shown = [], 0.0, 0
    for note in card.notes:
        topic = say("{topic}: ", topic=topic_word(say, note.topic))
        text = clipped(f"{topic}{note.text}", text_width, 8.4, 3)[len(topic) :]
        height = _PAD + 11.0 * _lines(f"{topic}{text}", text_width, 8.4)
        if used + height > _HIGH - _MORE:
            break
        used += height
        shown += 1
        spans = (Span(topic, muted=True), Span(text))
        rows.append(Row((spans, basis_word(say, note.basis), unbroken(say.month(note.on)))))
    left_out = len(card.notes) - shown + card.more_notes
    blocks: list[Block] = []
    if rows:
        columns = (Column(lines=4, grow=4, least=text_width), Column(muted=True, grow=0), Column(muted=True, grow=0))
        blocks.append(Table(columns, tuple(rows)))
    else:
        blocks.append(Paragraph(say("Nothing is noted yet.")))
    if left_out:
        blocks.append(Paragraph(say.plural("{n} more", "{n} more", left_out), remark=True))
    return (Topic(say("Person"), tuple(blocks)),)


def _ask(card: RecallCard, say: Words) -> tuple[Block, ...]:
    width = _ROOM * _SHARES[1]
    found: list[Block] = []
    if card.gaps:
        questions = (Paragraph(clipped(say.message(gap.question), width, _BODY, 3)) for gap in card.gaps)
        found.append(Topic(say("Ask"), tuple(questions)))
    if card.opening:
        found.append(Topic(say("Last time"), (Paragraph(clipped(opened(say, card), width, _BODY, 6)),)))
    return tuple(found)


def _promised(card: RecallCard, say: Words) -> tuple[Block, ...]:
    width = _ROOM * _SHARES[2]
    found: list[Block] = []
    learning = card.learning
    room = _HIGH - _MORE - 14.0
    if learning is not None:
        text = clipped(learning.text, width, _BODY, 4)
        room -= 51 + _LEADING * _lines(text, width, _BODY)
        where = clipped(f"{learning.title}, {say.day(learning.on)}", width, 7.4, 2)
        found.append(Topic(say("Last learning"), (Paragraph(text), Paragraph(where, remark=True))))
    return (Topic(say("Promised"), _promises(card, say, width, room)), *found)


def _promises(card: RecallCard, say: Words, width: float, room: float) -> tuple[Block, ...]:
    text_width = width - 44
    rows, used = [], 0.0
    for promise in card.promises:
        text = clipped(promise.commitment.text, text_width, 8.4, 3)
        day = due(say, promise)
        whole = f"{who(say, promise.commitment.side)}: {text} {day}"
        height = _PAD + 11.0 * _lines(whole, text_width, 8.4)
        if used + height > room:
            break
        used += height
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
    rated = rates(say, card.rates)
    if rated:
        blocks.append(Paragraph(rated, remark=True))
    return tuple(blocks) or (Paragraph(say("Nothing is open between you.")),)


def clipped(text: str, width: float, size: float, lines: int) -> str:
    """Return a text on one line of blanks, cut so that it takes at most so many lines of a width (points)."""
    flat = " ".join(text.split())
    if _lines(flat, width, size) <= lines:
        return flat
    low, high = 0, len(flat)
    while low < high:
        middle = (low + high + 1) // 2
        if _lines(f"{flat[:middle]}…", width, size) <= lines:
            low = middle
        else:
            high = middle - 1
    return f"{flat[:low].rstrip()}…"


def _lines(text: str, width: float, size: float) -> int:
    """Return how many lines a text takes."""
    return len(broken(pieces_of(text, Style(size, size)), width))
