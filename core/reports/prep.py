"""core: the prep document - what is decided before the talk, its page 1 fit to be read and signed alone."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from core.reports.case import TOP, Case
from core.reports.document import (
    Chart,
    Column,
    Document,
    Edition,
    KeyFigure,
    KeyFigures,
    Kind,
    Lead,
    Paragraph,
    Part,
    Risks,
    Row,
    Section,
    Span,
    Table,
)
from core.reports.fingerprint import fingerprint
from core.reports.internal import approval, internal
from core.reports.prep_parts.alternatives import alternatives
from core.reports.prep_parts.control import control
from core.reports.prep_parts.plan import plan
from core.reports.prep_parts.positions import positions
from core.reports.prep_parts.situation import situation
from core.reports.ranges import range_chart
from core.reports.risks import next_meeting, risks
from core.told import inline, short
from core.value import direction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.counterpart import Counterpart
    from core.negotiation import Negotiation
    from core.note import Note
    from core.reports.document import Block, Risk, Text
    from core.supplier import Supplier
    from core.tactic import OwnTactic
    from core.words import Words


def prep(
    negotiation: Negotiation,
    supplier: Supplier,
    people: Sequence[Counterpart],
    notes: Sequence[Note],
    *,
    say: Words,
    edition: Edition,
    history: Sequence[Negotiation] = (),
    own_tactics: Sequence[OwnTactic] = (),
) -> Document:
    """Return the prep for the full audience, as it stands on the day on which the edition is made.

    `notes` on persons are printed where they are given: hand over none to leave them out. `history` is earlier
    negotiations with the supplier, newest first, `own_tactics` what the user calls tactics. What is missing is said to
    be missing.
    """
    case = Case(negotiation, say, edition.made_at.date())
    found = risks(case, supplier)
    data = fingerprint(negotiation, supplier, tuple(people), tuple(notes))
    return internal(
        Kind.PREP,
        case,
        edition,
        title=title(case),
        subject=say("Negotiation preparation"),
        parts=(
            _summary(case, supplier, found),
            situation(case, supplier, people, notes, history),
            positions(case),
            alternatives(case),
            plan(case, people, edition.made_at, history=history, own=own_tactics),
            control(case, supplier, found[3:], data, edition),
        ),
    )


def title(case: Case) -> str:
    """Return the title: the matter, and the figure that it turns on."""
    say, lead = case.say, case.lead
    matter = short(case.negotiation.title)
    if lead is None:
        return say("{matter}: no issue is entered yet", matter=matter)
    if lead.limit is not None:
        if (lead,) == case.prices and case.unit(lead) and direction(lead) < 0:
            # the unit tells that it is the price
            return say("{matter}: no more than {value}", matter=matter, value=short(case.words(lead, lead.limit)))
        condition = case.no_worse_than(lead, lead.limit)
        return say("{matter}: {condition}", matter=matter, condition=condition)
    if lead.fair is not None:
        target = short(case.words(lead, lead.fair))
        return say("{matter}: {issue} to be {target}", matter=matter, issue=inline(lead.name), target=target)
    return say("{matter}: neither limit nor target is set yet", matter=matter)


def _summary(case: Case, supplier: Supplier, found: tuple[Risk, ...]) -> Part:
    say, negotiation = case.say, case.negotiation
    blocks: list[Block] = [Lead(say("Decision asked."), _decision(case)), KeyFigures(_figures(case))]
    if case.top:
        blocks.append(Section(_table_title(case), (_table(case),)))
        chart = range_chart(case, case.top)
        blocks.append(Section(chart.title, (Chart(chart),)))
    else:
        blocks.append(Paragraph(say("No issue is entered yet, so there is nothing to weigh.")))
    shown = found[:3]
    if shown:
        heading = say.plural("{n} risk", "{n} risks", len(shown))
        if len(found) > 3:
            heading = say("{n} risks; the rest stands in part 6", n=len(found))
        blocks.append(Section(heading, (Risks(shown),)))
    else:
        blocks.append(Section(say("No risk was found by rule"), ()))
    blocks.append(approval(case))
    remark = [negotiation.matter.split("\n", 1)[0]] if negotiation.matter else []
    meeting = next_meeting(case)
    if meeting is not None:
        remark.append(say("Next meeting on {day}, {time}.", day=say.weekday(meeting), time=say.clock(meeting)))
    if negotiation.lead:
        remark.append(say("Prepared by {name}.", name=negotiation.lead))
    kicker = say("Negotiation preparation · {supplier}", supplier=short(supplier.name))
    return Part(kicker, title(case), " ".join(remark), tuple(blocks), one_page=True)


def _decision(case: Case) -> str:
    say = case.say
    limited = [issue for issue in case.ordered if issue.limit is not None]
    conditions = [case.no_worse_than(issue, issue.limit) for issue in limited[:2] if issue.limit is not None]
    text = [_mandate(case, conditions, len(limited))]
    batna, value = case.batna, case.batna_value
    if batna is None:
        text.append(say("There is no alternative yet, so nothing says when to walk away."))
    elif value is None:
        text.append(say("{name} is the alternative, but it cannot be valued yet.", name=short(batna.alternative.name)))
    else:
        text.append(
            say(
                "Below {points} of 100 points leave for {name}.",
                name=short(batna.alternative.name),
                points=case.points(value),
            )
        )
    return " ".join(text)


def _mandate(case: Case, conditions: list[str], all_of_them: int) -> str:
    say = case.say
    if not conditions:
        if all(issue.fair is None for issue in case.ordered):
            return say("Nothing can be approved yet: neither limits nor targets are set.")
        return say("Approve the targets below; no limit is set yet.")
    names = list(conditions)
    if all_of_them > len(names):
        more = say.plural("{n} more limit in part 3", "{n} more limits in part 3", all_of_them - len(names))
        names.append(more)
    return say("Approve a mandate: {conditions}.", conditions=case.listed(names))


def _figures(case: Case) -> tuple[KeyFigure, ...]:
    say = case.say
    names = (("baseline", say("Spend at the baseline")), ("fair", say("Target")), ("limit", say("Limit")))
    return (*(_figure(case, field, name) for field, name in names), _batna_figure(case))


def _figure(case: Case, field: str, name: str) -> KeyFigure:
    """Return a rung in money, over all unit prices; of the issue that counts most where nothing is a unit price."""
    say = case.say
    total = case.total_of(field)
    if total is None:
        return _plain_figure(case, field, name)
    remark = []
    if len(case.prices) == 1:
        remark.append(case.words(case.prices[0], getattr(case.prices[0], field)))
    else:
        remark.append(say.plural("{n} price", "{n} prices together", len(case.prices)))
    before = case.total_of("baseline")
    if field != "baseline" and before:
        change = (total - before) / before
        share = say.share(abs(change), 1)
        if change:
            remark.append(say("{share} less", share=share) if change < 0 else say("{share} more", share=share))
    return KeyFigure(name, case.figure(total), case.negotiation.currency, ", ".join(remark))


def _plain_figure(case: Case, field: str, name: str) -> KeyFigure:
    say, lead = case.say, case.lead
    if case.prices or lead is None:
        return KeyFigure(name, say("not set"), missing=True)
    name = say("Baseline") if field == "baseline" else name
    value = getattr(lead, field)
    if value is None:
        return KeyFigure(name, say("not set"), remark=lead.name, missing=True)
    return KeyFigure(name, case.words(lead, value, unit=False), case.unit(lead), lead.name)


def _batna_figure(case: Case) -> KeyFigure:
    say, batna = case.say, case.batna
    if batna is None:
        return KeyFigure(say("BATNA"), say("none yet"), remark=say("check: find one before the talk"), missing=True)
    name = say("BATNA ({name})", name=short(batna.alternative.name))
    if batna.value is None:
        return KeyFigure(name, say("not valued"), missing=True)
    until = batna.alternative.valid_until
    remark = say("no expiry") if until is None else say("until {day}", day=until)
    return KeyFigure(name, case.points(batna.value), say("points"), remark)


def _table_title(case: Case) -> str:
    say, shares = case.say, case.valuation.shares
    count, shown = len(case.ordered), len(case.top)
    if count == 1:
        return say("One issue is on the table: {issue}", issue=inline(case.ordered[0].name))
    if not shares:
        return say("{n} issues are on the table, not weighed yet", n=count)
    carried = sum((shares[issue.id] for issue in case.top), Fraction(0))
    first = case.ordered[0]
    alone = say.share(shares[first.id], 1)
    if shown == count:
        return say(
            "Of {n} issues, {issue} alone carries {share} of the value", n=count, issue=inline(first.name), share=alone
        )
    return say(
        "{n} of {all} issues carry {share} of the value; {issue} alone carries {alone}",
        n=shown,
        all=count,
        share=say.share(carried, 1),
        issue=inline(first.name),
        alone=alone,
    )


def _table(case: Case) -> Table:
    say, batna = case.say, case.batna
    weighed = bool(case.valuation.shares) and len(case.ordered) > 1
    quoted = any(issue.id in case.theirs for issue in case.top)
    filled = case.valuation.filled(batna.stated) if batna is not None and batna.value is not None else {}
    has_terms = batna is not None and bool(batna.stated)
    columns = [Column(say("Issue"), lines=2, grow=3)]
    if weighed:
        columns.append(Column(say("Weight,\u00a0%"), figures=True))
    columns.append(Column(say("Baseline"), figures=True, lines=2))
    if quoted:
        columns.append(Column(say("Their offer"), figures=True, lines=2))
    columns += [
        Column(say("Our opening"), figures=True, lines=2),
        Column(say("Target"), figures=True, shaded=True, lines=2),
        Column(say("Limit"), figures=True, lines=2),
    ]
    if has_terms:
        columns.append(Column(say("BATNA"), figures=True, lines=2))
    rows = []
    for issue in case.top:
        cells: list[Text] = [case.name(issue)]
        if weighed:
            cells.append(case.weight(issue))
        cells.append(case.cell(issue, issue.baseline))
        if quoted:
            cells.append(case.term_cell(issue, case.theirs))
        cells += [case.cell(issue, issue.opening), case.cell(issue, issue.fair), case.cell(issue, issue.limit)]
        if has_terms:
            cells.append(case.term_cell(issue, filled))
        rows.append(Row(tuple(cells)))
    remark = []
    if len(case.ordered) > TOP:
        more = len(case.ordered) - TOP
        remark.append(say.plural("{n} more issue in part 3.", "{n} more issues in part 3.", more))
    if has_terms and any(filled[issue.id].assumed for issue in case.top if issue.id in filled):
        remark.append(say("In italics: assumed from the baseline."))
    return Table(tuple(columns), tuple(rows), remark=(Span(" ".join(remark)),) if remark else "")
