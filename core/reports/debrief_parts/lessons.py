"""core: part 5 of the debrief - the learning, both outtakes, and what each side has promised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.reports.document import Column, Paragraph, Part, Quotation, Row, Section, Span, Table
from core.side import Side

if TYPE_CHECKING:
    from core.commitment import Commitment
    from core.reports.case import Case
    from core.reports.document import Block, Text


_TITLE = 90  # characters: about two lines of a title


def lessons(case: Case) -> Part:
    """Return part 5."""
    say, closed = case.say, case.negotiation.debrief
    name = say("5 · Lessons and commitments")
    blocks: list[Block] = []
    if closed is not None and len(closed.learning) > _TITLE:
        blocks.append(Section(say("Learning"), (Quotation(closed.learning),)))
    outtakes = (
        (say("What we said to ourselves"), closed.our_outtake if closed else ""),
        (say("What they said, as far as we know"), closed.their_outtake if closed else ""),
    )
    missing: Text = (Span(say("not set"), italic=True, muted=True),)
    blocks += [Section(title, (Paragraph(text or missing),)) for title, text in outtakes]
    if closed is not None and closed.relationship is not None:
        text = say("{n} on a scale from –2 to +2", n=say.signed(closed.relationship))
        blocks.append(Section(say("Relationship after this deal"), (Paragraph(text),)))
    table = commitments(case, only_open=False)
    open_ones = sum(each.done_on is None for each in case.negotiation.commitments)
    if table is None:
        blocks.append(Section(say("Nothing was promised"), ()))
    else:
        heading = say.plural(
            "{n} of {all} commitments is open", "{n} of {all} commitments are open", open_ones, all=len(table.rows)
        )
        if len(table.rows) == 1:
            heading = say("The one commitment is open") if open_ones else say("The one commitment is kept")
        blocks.append(Section(heading, (table,)))
    title = say("No learning is entered yet")
    if closed is not None and closed.learning:
        title = closed.learning if len(closed.learning) <= _TITLE else say("What the next preparation should know")
    return Part(name, title, "", tuple(blocks))


def commitments(case: Case, *, only_open: bool) -> Table | None:
    """Return what was promised, the earliest due first; None where nothing is."""
    say = case.say
    found = [each for each in case.negotiation.commitments if not (only_open and each.done_on is not None)]
    if not found:
        return None
    found.sort(key=_due)
    columns = [
        Column(say("What"), lines=3, grow=3),
        Column(say("Who"), grow=0),
        Column(say("Due"), figures=True, grow=0),
    ]
    if not only_open:
        columns.append(Column(say("Kept"), figures=True, grow=0))
    rows = []
    for each in found:
        who = say("we") if each.side is Side.US else say("they")
        due: Text = (Span(say("not set"), italic=True, muted=True),) if each.due is None else say.day(each.due)
        kept: list[Text] = [] if only_open else [say("open") if each.done_on is None else say.day(each.done_on)]
        rows.append(Row((each.text, who, due, *kept)))
    return Table(tuple(columns), tuple(rows))


def _due(each: Commitment) -> tuple[bool, int]:
    return (each.due is None, 0 if each.due is None else each.due.toordinal())
