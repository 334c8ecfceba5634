"""core: part 2 of the debrief - every agreed term, and what is left open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.reports.document import Column, Paragraph, Part, Row, Section, Table

if TYPE_CHECKING:
    from core.reports.case import Case
    from core.reports.document import Block
    from core.supplier import Supplier


def agreed_terms(case: Case, supplier: Supplier) -> Part:
    """Return part 2."""
    say = case.say
    name = say("2 · Agreed terms")
    settled = [issue for issue in case.negotiation.issues if issue.id in case.deal]
    left = [issue for issue in case.negotiation.issues if issue.id not in case.deal]
    if not settled:
        return Part(name, say("Nothing is agreed with {supplier}", supplier=supplier.name))
    columns = (
        Column("", muted=True, grow=0),
        Column(say("Term"), bold=True, lines=2),
        Column(say("Agreed"), lines=4, grow=2),
        Column(say("Comes to"), figures=True),
        Column(say("Baseline"), figures=True, lines=2),
        Column(say("Target"), figures=True, lines=2),
        Column(say("Limit"), figures=True, lines=2),
    )
    rows = []
    for at, issue in enumerate(settled, 1):
        term = case.deal[issue.id]
        money = case.money_of(issue, term.value)
        rows.append(
            Row(
                (
                    str(at),
                    issue.name,
                    case.said(issue, term),
                    "" if money is None else case.amount(money),
                    case.cell(issue, issue.baseline),
                    case.cell(issue, issue.fair),
                    case.cell(issue, issue.limit),
                )
            )
        )
    blocks: list[Block] = [Table(columns, tuple(rows))]
    if left:
        names = case.listed([issue.name for issue in left])
        title = say.plural("{n} issue is not agreed", "{n} issues are not agreed", len(left))
        blocks.append(Section(title, (Paragraph(names),)))
    heading = say.plural("{n} term is agreed", "{n} terms are agreed", len(settled))
    if left:
        every = len(case.negotiation.issues)
        heading = say.plural("{n} of {all} terms is agreed", "{n} of {all} terms are agreed", len(settled), all=every)
    return Part(name, heading, say("With {supplier}.", supplier=supplier.name), tuple(blocks))
