"""core: part 2 of the prep - where we stand with them, who they are, what we know, what was before."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from core.naming import basis_word, outcome_word, topic_word
from core.note import Topic
from core.reports.document import (
    Column,
    Paragraph,
    Part,
    Row,
    Section,
    Span,
    Table,
)
from core.reports.vocabulary import fact_table, percent, unbroken
from core.side import Basis, Side
from core.strategy import Question
from core.told import short

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.counterpart import Counterpart
    from core.negotiation import Negotiation
    from core.note import Note
    from core.reports.case import Case
    from core.reports.document import Block, Text
    from core.supplier import Supplier


def situation(
    case: Case,
    supplier: Supplier,
    people: Sequence[Counterpart],
    notes: Sequence[Note],
    history: Sequence[Negotiation],
) -> Part:
    """Return part 2: where we stand with them, who they are, what we know, what was before."""
    say = case.say
    blocks: list[Block] = []
    told = [
        (say("Our situation"), case.negotiation.answer(Side.US, Question.SITUATION)),
        (say("Their situation, as we see it"), case.negotiation.answer(Side.THEM, Question.SITUATION)),
    ]
    if case.negotiation.matter:
        blocks.append(Section(say("The matter"), (Paragraph(case.negotiation.matter),)))
    blocks += [Section(name, (Paragraph(text),)) for name, text in told if text]
    blocks.append(Section(say("The supplier"), (_supplier_facts(case, supplier),)))
    blocks.append(_people(case, people))
    if notes:
        blocks.append(_notes(case, people, notes))
    if history:
        blocks.append(_history(case, history))
    return Part(say("2 · Situation and people"), _situation_title(case, supplier, people), "", tuple(blocks))


def _situation_title(case: Case, supplier: Supplier, people: Sequence[Counterpart]) -> str:
    say = case.say
    ours, theirs = supplier.our_share_of_their_sales, supplier.their_share_of_our_supply
    if ours is not None and theirs is not None:
        shares = percent(say, ours), percent(say, theirs)
        return say("We are {ours} of their sales; they are {theirs} of our supply", ours=shares[0], theirs=shares[1])
    if ours is not None:
        return say("We are {ours} of their sales", ours=percent(say, ours))
    if theirs is not None:
        return say("They are {theirs} of our supply", theirs=percent(say, theirs))
    if not people:
        return say("Neither the people nor the dependence is known yet")
    return say.plural(
        "{n} person speaks for {name}; dependence is not known",
        "{n} people speak for {name}; dependence is not known",
        len(people),
        name=short(supplier.name),
    )


def _supplier_facts(case: Case, supplier: Supplier) -> Table:
    say = case.say

    def dependence(share: Decimal | None, basis: Basis | None) -> Text:
        if share is None:
            return case.not_set
        word = basis_word(say, basis)
        return f"{percent(say, share)}, {word}" if word else percent(say, share)

    place = ", ".join(part for part in (supplier.city, supplier.country) if part)
    facts: list[tuple[str, Text]] = [
        (say("Supplier"), supplier.name),
        (say("Category"), supplier.category or case.not_set),
        (say("Place"), place or case.not_set),
        (say("Our share of their sales"), dependence(supplier.our_share_of_their_sales, supplier.our_share_basis)),
        (say("Their share of our supply"), dependence(supplier.their_share_of_our_supply, supplier.their_share_basis)),
        (say("Contract ends"), case.not_set if supplier.contract_end is None else say.day(supplier.contract_end)),
    ]
    if supplier.background:
        facts.append((say("Background"), supplier.background))
    return fact_table(facts)


def _people(case: Case, people: Sequence[Counterpart]) -> Section:
    say = case.say
    if not people:
        return Section(say("Nobody at the supplier is entered yet"), ())
    columns = (
        Column(say("Name"), bold=True, lines=2),
        Column(say("Role"), lines=2),
        Column(say("May decide alone"), lines=6, grow=3),
        Column(say("Basis"), muted=True),
    )
    rows = tuple(
        Row(
            (
                each.name,
                each.role,
                each.authority or (Span(say("not known"), italic=True, muted=True),),
                _basis_and_day(case, each.authority_basis, each.authority_on),
            )
        )
        for each in people
    )
    known = sum(bool(each.authority) for each in people)
    title = say("Authority is known for {n} of {all} people", n=known, all=len(people))
    if len(people) == 1:
        title = say("Authority is known") if known else say("Authority is not known")
    return Section(title, (Table(columns, rows),))


def _basis_and_day(case: Case, basis: Basis | None, on: object) -> str:
    word = basis_word(case.say, basis)
    return ", ".join(part for part in (word, "" if on is None else unbroken(case.say.datum(on))) if part)


def _notes(case: Case, people: Sequence[Counterpart], notes: Sequence[Note]) -> Section:
    say = case.say
    names = {each.id: each.name for each in people}
    order = {topic: at for at, topic in enumerate(Topic)}
    found = sorted(
        notes, key=lambda note: (names.get(note.counterpart_id or 0, ""), order[note.topic], -note.on.toordinal())
    )
    columns = (
        Column(say("About"), bold=True, lines=2),
        Column(say("Topic"), muted=True),
        Column(say("Note"), lines=6, grow=3),
        Column(say("Basis"), muted=True),
    )
    rows = []
    last = None
    for note in found:
        about = names.get(note.counterpart_id or 0, say("the company"))
        basis = _basis_and_day(case, note.basis, note.on)
        rows.append(Row(("" if about == last else about, topic_word(say, note.topic), note.text, basis), group=about))
        last = about
    title = say.plural("{n} note: what we know, and from where", "{n} notes: what we know, and from where", len(rows))
    return Section(title, (Table(columns, tuple(rows)),))


def _history(case: Case, history: Sequence[Negotiation]) -> Section:
    say = case.say
    columns = (
        Column(say("Closed")),
        Column(say("Matter"), bold=True, lines=2),
        Column(say("Outcome")),
        Column(say("Learning"), lines=4, grow=3),
    )
    rows = []
    for each in history:
        debrief = each.debrief
        if debrief is None:
            rows.append(Row(("", each.title, say("open"), "")))
        else:
            rows.append(
                Row((say.day(debrief.closed_at), each.title, outcome_word(say, debrief.outcome), debrief.learning))
            )
    title = say.plural("{n} earlier negotiation", "{n} earlier negotiations", len(rows))
    return Section(title, (Table(columns, tuple(rows)),))
