"""core: part 4 of the debrief - hard saving and cost avoidance, how they are worked out, and who accepts them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from core.message import Message
from core.reports.document import Column, Paragraph, Part, Row, Section, Signatures, Signer, Span, Table
from core.reports.saving import avoided_costs, hard_savings, total
from core.reports.vocabulary import fact_table, percent
from core.value import scale_of
from core.words import NO_BREAK

if TYPE_CHECKING:
    from core.issue import Issue
    from core.reports.case import Case
    from core.reports.document import Block, Text
    from core.reports.saving import Saving


def worth(case: Case) -> Part:
    """Return part 4."""
    say, currency = case.say, case.negotiation.currency
    name = say("4 · Value")
    saved, avoided = hard_savings(case), avoided_costs(case)
    remark = say("All amounts in {currency}; no other currency, so no rate.", currency=currency)
    blocks: list[Block] = []
    if saved or avoided:
        rows = [
            *(_row(case, each, say("Hard saving"), say("lowers the budget")) for each in saved),
            *(_row(case, each, say("Cost avoidance"), say("does not lower the budget")) for each in avoided),
        ]
        columns = (
            Column(say("Kind"), lines=3),
            Column(say("How it is worked out"), lines=3, grow=3),
            Column(say("Per unit, {currency}", currency=currency), figures=True),
            Column(say("Amount, {currency}", currency=currency), figures=True, bold=True),
        )
        blocks.append(Section(say("Kinds of value, never added together"), (Table(columns, tuple(rows)),)))
    else:
        text = say("A saving needs a unit price with a reference quantity, its baseline, and an agreed price.")
        blocks.append(Paragraph(text))
    blocks.append(Section(say("Baseline and method"), (_method(case),)))
    if saved:
        accepted = Signatures(
            (Signer("", say("Budget holder")), Signer("", say("Financial controller"))),
            (say("Hard saving accepted, {currency}", currency=currency), say("Booked in period")),
        )
        note = Paragraph(say("A saving counts when both have signed."), remark=True)
        blocks.append(Section(say("Finance validation"), (accepted, note)))
    if not saved:
        title = say("Saving cannot be claimed")
    else:
        saving = total(saved)
        amount = say.money(abs(saving), currency)
        title = say("{amount} saved; the rest stands apart", amount=amount)
        if saving < 0:
            title = say("{amount} dearer than the baseline", amount=amount)
    return Part(name, title, remark, tuple(blocks))


def _row(case: Case, saving: Saving, kind: str, meaning: str) -> Row:
    say, issue = case.say, saving.issue
    quantity = say.number(issue.reference_quantity) if issue.reference_quantity is not None else ""
    worked = say(
        "({start} – {end}) × {quantity}", start=say.number(saving.start), end=say.number(saving.end), quantity=quantity
    )
    if issue.price_basis != 1:
        worked = say("{worked} / {basis}", worked=worked, basis=say.number(issue.price_basis))
    label: Text = (Span(f"{kind}\n", bold=True), Span(f"{issue.name}: {meaning}", muted=True))
    return Row((label, worked, say.number(saving.unit), say.number(saving.total, 2)))


def _beside_the_price(case: Case) -> list[tuple[Issue, str]]:
    """Return what the other agreed money issues are worth against their baselines, such as paying early."""
    found = []
    for issue in case.ordered:
        term = case.deal.get(issue.id)
        if term is None or term.upto is not None or issue in case.prices or issue.money_worth is None:
            continue
        scale = scale_of(issue)
        if isinstance(scale, Message) or issue.baseline is None:
            continue
        now, before = scale.value(term.value), scale.value(issue.baseline)
        if now is not None and before is not None and now != before:
            gained = (now - before) * Fraction(issue.money_worth)
            found.append((issue, f"{case.say.signed(gained, 2)}{NO_BREAK}{case.negotiation.currency}"))
    return found


def _method(case: Case) -> Table:
    say, negotiation = case.say, case.negotiation
    facts: list[tuple[str, Text]] = []
    if case.prices:
        prices = [
            say("{issue} {value}", issue=issue.name, value=case.words(issue, issue.baseline))
            for issue in case.prices
            if issue.baseline is not None
        ]
        facts.append((say("Baseline"), case.listed(prices) if prices else case.not_set))
        quantities = [
            say("{issue}: {n}", issue=issue.name, n=issue.reference_quantity)
            for issue in case.prices
            if issue.reference_quantity is not None
        ]
        facts.append((say("Reference quantity"), case.listed(quantities)))
    else:
        facts.append((say("Baseline"), case.not_set))
    rate = (
        case.not_set
        if negotiation.annual_rate is None
        else say("{rate} a year", rate=percent(say, negotiation.annual_rate))
    )
    facts.append((say("Money costs us"), rate))
    apart = [say("{issue} {amount}", issue=issue.name, amount=amount) for issue, amount in _beside_the_price(case)]
    if apart:
        facts.append((say("Apart from the saving, against the baseline"), case.listed(apart)))
    better = [
        issue.name
        for issue in case.ordered
        if issue.id in case.deal
        and issue not in case.prices
        and issue.baseline is not None
        and case.is_better_than_baseline(issue)
    ]
    text = say("Better than the baseline, but nothing to the budget: {names}.", names=case.listed(better))
    facts.append((say("Not claimed"), text if better else say("nothing")))
    return fact_table(facts)
