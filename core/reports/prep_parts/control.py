"""core: part 6 of the prep - approvals, assumptions, version, and the data that all rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.estimate import Subject
from core.naming import basis_word, subject_word
from core.reports.document import (
    Column,
    Part,
    Risks,
    Row,
    Section,
    Signatures,
    Signer,
    Table,
)
from core.reports.vocabulary import fact_table, percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.reports.case import Case
    from core.reports.document import Block, Edition, Risk, Text
    from core.supplier import Supplier


def control(case: Case, supplier: Supplier, further: Sequence[Risk], data: str, edition: Edition) -> Part:
    """Return part 6: approvals, version, assumptions with basis and date, and the data that all rests on."""
    say, negotiation = case.say, case.negotiation
    choices = (say("approve"), say("with conditions"), say("reject"))
    role = negotiation.approver_role
    signers = (Signer(negotiation.approver, role, choices), Signer("", "", choices))
    blocks: list[Block] = [
        Section(say("Approvals"), (Signatures(signers, conditions=True),)),
        Section(say("Assumptions, with their basis and date"), (_assumptions(case, supplier),)),
    ]
    if further:
        blocks.append(Section(say("Further risks"), (Risks(tuple(further)),)))
    counts = say(
        "{made_at}; {issues}, {alternatives}, {lines}.",
        made_at=say.zoned(edition.made_at),
        issues=case.count_of(negotiation.issues),
        alternatives=say.plural("{n} alternative", "{n} alternatives", len(negotiation.alternatives)),
        lines=say.plural("{n} line in the log", "{n} lines in the log", len(negotiation.lines)),
    )
    facts: list[tuple[str, Text]] = [
        (say("Version"), say("{n}, of {made_at}", n=edition.version, made_at=say.zoned(edition.made_at))),
        (say("Data"), counts),
        (say("Hash of the data"), data),
    ]
    blocks.append(Section(say("Control"), (fact_table(facts),)))
    title = say("One approval is needed: {name}", name=negotiation.approver)
    if not negotiation.approver:
        title = say("Who approves is not settled yet")
    return Part(say("6 · Approvals and control"), title, "", tuple(blocks))


def _assumptions(case: Case, supplier: Supplier) -> Table:
    say = case.say
    rows: list[tuple[str, str, str, str]] = []
    for each in case.negotiation.alternatives:
        if each.no_deal:
            continue
        day = "" if each.evidence_on is None else say.day(each.evidence_on)
        text = say("{name} comes off with a chance of {chance}", name=each.name, chance=say.share(each.probability))
        rows.append((text, say("said") if each.evidence else say("guess"), each.evidence, day))
    if case.negotiation.annual_rate is not None:
        rate = percent(say, case.negotiation.annual_rate)
        rows.append((say("Money costs us {rate} a year", rate=rate), "", "", ""))
    for estimate in case.negotiation.estimates:
        issue = case.negotiation.issue_by_id.get(estimate.issue_id or 0)
        what = subject_word(say, estimate.subject)
        if estimate.option:
            what = f"{what}, {estimate.option}"
        # weights and the worth of options are no figures on the issue's own scale
        is_on_scale = issue is not None and estimate.subject not in (Subject.WEIGHT, Subject.OPTION)
        likely = say.quantity(estimate.likely, case.unit(issue) if issue is not None and is_on_scale else "")
        text = f"{issue.name}, {what}: {likely}" if issue is not None else f"{what}: {likely}"
        day = "" if estimate.on is None else say.day(estimate.on)
        rows.append((text, basis_word(say, estimate.basis), estimate.source, day))
    if supplier.our_share_of_their_sales is not None:
        share = percent(say, supplier.our_share_of_their_sales)
        rows.append(
            (say("We are {share} of their sales", share=share), basis_word(say, supplier.our_share_basis), "", "")
        )
    if supplier.their_share_of_our_supply is not None:
        share = percent(say, supplier.their_share_of_our_supply)
        text = say("They are {share} of our supply", share=share)
        rows.append((text, basis_word(say, supplier.their_share_basis), "", ""))
    columns = (
        Column("", muted=True, grow=0),
        Column(say("Assumption"), lines=3, grow=3),
        Column(say("Basis"), muted=True),
        Column(say("Source"), lines=3, grow=2),
        Column(say("Date"), figures=True),
    )
    if not rows:
        rows = [(say("none is entered"), "", "", "")]
    return Table(columns, tuple(Row((str(at), *row)) for at, row in enumerate(rows, 1)))
