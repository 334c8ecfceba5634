"""core: part 6 of the debrief - signatures, and what an auditor asks: unread lines, exceptions, hash of the data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.reports.document import Column, Part, Row, Section, Signatures, Signer, Table
from core.reports.vocabulary import fact_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.line import Line
    from core.reports.case import Case
    from core.reports.document import Block, Edition, Text


def audit(case: Case, data: str, edition: Edition) -> Part:
    """Return part 6."""
    say, negotiation = case.say, case.negotiation
    choices = (say("approve"), say("with conditions"), say("reject"))
    signers = [Signer(negotiation.approver, negotiation.approver_role, choices)]
    if negotiation.lead:
        signers.append(Signer(negotiation.lead, say("led the negotiation"), (say("true to the log"),)))
    unread = negotiation.unread
    exceptions = [line for line in case.lines if line.exception]
    blocks: list[Block] = [Section(say("Signatures"), (Signatures(tuple(signers), conditions=True),))]
    if unread:
        title = say.plural("{n} line is unread", "{n} lines are unread", len(unread))
        blocks.append(Section(title, (_lines(case, unread),)))
    if exceptions:
        title = say.plural("{n} exception past our limit", "{n} exceptions past our limit", len(exceptions))
        blocks.append(Section(title, (_lines(case, exceptions),)))
    late = sum(1 for line in negotiation.lines if line.logged_at.date() > line.at.date())
    closed = negotiation.debrief
    facts: list[tuple[str, Text]] = [
        (say("Closed"), case.not_set if closed is None else say.zoned(closed.closed_at)),
        (say("Log"), say.plural("{n} line", "{n} lines", len(negotiation.lines))),
        (say("Unread"), say.number(len(unread))),
        (say("Exceptions"), say.number(len(exceptions))),
        (say("Entered on a later day"), say.number(late)),
        (say("Version"), say("{n}, of {made_at}", n=edition.version, made_at=say.zoned(edition.made_at))),
        (say("Hash of the data"), data),
    ]
    blocks.append(Section(say("Audit"), (fact_table(facts),)))
    title = say("No line is unread, no exception was made")
    if unread or exceptions:
        counts = (
            say.plural("{n} line is unread", "{n} lines are unread", len(unread)) if unread else "",
            say.plural("{n} exception was made", "{n} exceptions were made", len(exceptions)) if exceptions else "",
        )
        title = case.listed([count for count in counts if count])
    return Part(say("6 · Signatures and audit"), title, "", tuple(blocks))


def _lines(case: Case, lines: Sequence[Line]) -> Table:
    say = case.say
    columns = (
        Column(say("When"), grow=0),
        Column(say("As typed"), lines=6, grow=2),
        Column(say("Reason or note"), lines=4, grow=2),
    )
    rows = tuple(Row((say.moment(line.at), line.text, line.exception or line.note)) for line in lines)
    return Table(columns, rows)
