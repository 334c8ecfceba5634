"""core: the debrief document - what a negotiation came to, its page 1 fit to be read and signed alone."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from core.debrief import Outcome
from core.reports.case import Case
from core.reports.debrief_parts.agreed import agreed_terms
from core.reports.debrief_parts.audit import audit
from core.reports.debrief_parts.course import course
from core.reports.debrief_parts.lessons import commitments, lessons
from core.reports.debrief_parts.worth import worth
from core.reports.document import (
    Bullets,
    Chart,
    Column,
    Columns,
    Document,
    Edition,
    KeyFigure,
    KeyFigures,
    Kind,
    Lead,
    Paragraph,
    Part,
    Row,
    Section,
    Span,
    Table,
)
from core.reports.fingerprint import fingerprint
from core.reports.internal import approval, internal
from core.reports.saving import avoided_costs, hard_savings, total
from core.reports.value_line import above_or_below, value_line
from core.side import Side
from core.told import inline, short
from core.value import compare, passes_limit
from core.verdict import Light, breach

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.counterpart import Counterpart
    from core.issue import Issue
    from core.negotiation import Negotiation
    from core.reports.document import Block, Text
    from core.supplier import Supplier
    from core.verdict import Interval
    from core.words import Words


def debrief(
    negotiation: Negotiation,
    supplier: Supplier,
    people: Sequence[Counterpart],
    *,
    say: Words,
    edition: Edition,
) -> Document:
    """Return the debrief for the full audience.

    Alternatives are judged as of the day the matter was closed, else the day of the edition. Without a debrief it
    reports what is agreed so far and says that nothing is closed.
    """
    closed = negotiation.debrief
    day = edition.made_at.date() if closed is None else closed.closed_at.date()
    case = Case(negotiation, say, day)
    data = fingerprint(negotiation, supplier, tuple(people))
    return internal(
        Kind.DEBRIEF,
        case,
        edition,
        title=title(case),
        subject=say("Negotiation debrief"),
        parts=(
            _summary(case, supplier),
            agreed_terms(case, supplier),
            course(case, people),
            worth(case),
            lessons(case),
            audit(case, data, edition),
        ),
    )


def title(case: Case) -> str:
    """Return the title: how it ended, and the figure that says what it was worth."""
    say, lead, closed = case.say, case.lead, case.negotiation.debrief
    outcome = None if closed is None else closed.outcome
    if outcome is Outcome.NO_DEAL:
        if case.batna is not None and case.batna_value is not None:
            name, points = short(case.batna.alternative.name), case.points(case.batna_value)
            return say("No deal; {name} is worth {points} points instead", name=name, points=points)
        return say("No deal")
    if outcome is not Outcome.AGREED:
        if not case.negotiation.issues:
            return say("Not closed: no issue is entered yet")
        count = len(case.negotiation.issues)
        if count == 1:
            return say("Not closed: the issue is agreed") if case.deal else say("Not closed: the issue is not agreed")
        return say.plural(
            "Not closed: {n} of {all} issues is agreed",
            "Not closed: {n} of {all} issues are agreed",
            len(case.deal),
            all=count,
        )
    term = None if lead is None else case.deal.get(lead.id)
    if lead is None or term is None:
        return say.plural("Agreed on {n} term", "Agreed on {n} terms", len(case.deal))
    at = say("{issue} agreed at {value}", issue=short(lead.name), value=short(case.said(lead, term)))
    saved = hard_savings(case)
    if not saved:
        return _against_alternative(case, at)
    saving = total(saved)
    if saving == 0:
        return say("{agreed}, as at the baseline", agreed=at)
    amount = case.amount(abs(saving))
    if saving > 0:
        return say("{agreed}: {amount} below the baseline", agreed=at, amount=amount)
    return say("{agreed}: {amount} above the baseline", agreed=at, amount=amount)


def _against_alternative(case: Case, at: str) -> str:
    """Return what was agreed with how it stands against the BATNA, where no saving can be claimed."""
    say, value, batna = case.say, case.value_of(case.deal), case.batna_value
    if value is None or batna is None or not value.is_exact or not batna.is_exact:
        return at
    return say(
        "{agreed}: {gap}", agreed=at, gap=above_or_below(say, value.low - batna.low, say("the BATNA"), say("points"))
    )


def _summary(case: Case, supplier: Supplier) -> Part:
    say, negotiation = case.say, case.negotiation
    blocks: list[Block] = [Lead(say("Recommendation."), _recommendation(case)), KeyFigures(_figures(case))]
    if case.ordered:
        blocks.append(Section(_table_title(case), (_table(case),)))
    line = value_line(case)
    if line is not None:
        blocks.append(Section(line.title, (Chart(line),)))
    open_points = commitments(case, only_open=True)
    left = Section(say("Exceptions and changes"), (Bullets(_exceptions(case)),))
    right = Section(say("Open points"), (open_points,) if open_points else (Paragraph(say("None is open.")),))
    blocks.append(Columns((left,), (right,)))
    fair = _why_fair(case)
    if fair:
        blocks.append(Section(say("Who moved"), (Paragraph(fair),)))
    blocks.append(approval(case))
    remark = [negotiation.matter.split("\n", 1)[0]] if negotiation.matter else []
    rounds = {line.round_number for line in negotiation.offers}
    if rounds:
        days = sorted({line.at.date() for line in negotiation.offers})
        count = say.plural("{n} round", "{n} rounds", len(rounds))
        between = say.day(days[0]) if len(days) == 1 else say("{low} to {high}", low=days[0], high=days[-1])
        remark.append(f"{count}, {between}.")
    if negotiation.lead:
        remark.append(say("Led by {name}.", name=negotiation.lead))
    kicker = say("Negotiation debrief · {supplier}", supplier=short(supplier.name))
    return Part(kicker, title(case), " ".join(remark), tuple(blocks), one_page=True)


def _recommendation(case: Case) -> Text:
    say, closed = case.say, case.negotiation.debrief
    if closed is not None and closed.recommendation:
        return closed.recommendation
    return (Span(say("Not set."), italic=True, muted=True), Span(" " + _standing(case)))


def _standing(case: Case) -> str:
    """Say how what is agreed stands against the BATNA, for whoever has to recommend."""
    say = case.say
    if not case.deal:
        return say("Nothing is agreed yet.")
    value = case.value_of(case.deal)
    if value is None or case.batna_value is None or case.batna is None:
        return say("What is agreed cannot be compared with an alternative.")
    return say(
        "What is agreed is worth {points} points against {batna} of {name}.",
        points=case.points(value),
        batna=case.points(case.batna_value),
        name=short(case.batna.alternative.name),
    )


def _figures(case: Case) -> tuple[KeyFigure, ...]:
    say = case.say
    saved, avoided = hard_savings(case), avoided_costs(case)
    currency = case.negotiation.currency
    if saved:
        first = saved[0]
        text = say("{end} against {start}", end=say.number(first.end), start=say.number(first.start))
        if len(saved) > 1:
            text = say.plural("{n} price", "{n} prices together", len(saved))
        hard = KeyFigure(say("Hard saving"), case.figure(total(saved)), currency, text)
    else:
        why = say("no baseline: saving cannot be claimed")
        if case.prices and all(issue.baseline is not None for issue in case.prices):
            why = say("no price is agreed")
        if not case.prices:
            why = say("no unit price: saving cannot be claimed")
        hard = KeyFigure(say("Hard saving"), say("not set"), remark=why, missing=True)
    if avoided:
        first = avoided[0]
        text = say("{end} against {start} first asked", end=say.number(first.end), start=say.number(first.start))
        soft = KeyFigure(say("Cost avoidance, apart"), case.figure(total(avoided)), currency, text)
    else:
        soft = KeyFigure(say("Cost avoidance, apart"), "–", remark=say("none is claimed"))
    value, target = case.value_of(case.deal), case.rung_value("fair")
    package = KeyFigure(say("Package value"), say("not set"), missing=True)
    if value is not None:
        remark = say("target {points}", points=case.points(target)) if target is not None else ""
        package = KeyFigure(say("Package value"), case.points(value), say("points"), remark)
    return (hard, soft, package, _against_batna(case, value))


def _against_batna(case: Case, value: Interval | None) -> KeyFigure:
    say, batna = case.say, case.batna
    if batna is None or case.batna_value is None:
        return KeyFigure(say("Against the BATNA"), say("none"), remark=say("check: no BATNA on that day"), missing=True)
    name = say("Against the BATNA ({name})", name=short(batna.alternative.name))
    if value is None:
        return KeyFigure(name, say("not set"), missing=True)
    remark = say("BATNA {points} points", points=case.points(case.batna_value))
    return KeyFigure(name, case.against(value, case.batna_value), say("points"), remark)


def _table_title(case: Case) -> str:
    say = case.say
    judged = [
        (issue, case.deal[issue.id], issue.fair)
        for issue in case.ordered
        if issue.id in case.deal and issue.fair is not None
    ]
    if not judged:
        every = len(case.ordered)
        if every == 1:
            return say("The issue is agreed") if case.deal else say("The issue is not agreed")
        return say.plural("{n} of {all} issues is agreed", "{n} of {all} issues are agreed", len(case.deal), all=every)
    met = sum((compare(issue, term.value, fair) or 0) >= 0 for issue, term, fair in judged)
    if len(judged) == 1:
        return say("The agreed term is on target or better") if met else say("The agreed term is short of target")
    return say.plural(
        "{n} of {all} agreed terms is on target or better",
        "{n} of {all} agreed terms are on target or better",
        met,
        all=len(judged),
    )


def _table(case: Case) -> Table:
    say = case.say
    columns = (
        Column(say("Issue"), lines=2, grow=2),
        Column(say("Baseline"), figures=True, lines=2),
        Column(say("Our opening"), figures=True, lines=2),
        Column(say("Their opening"), figures=True, lines=2),
        Column(say("Target"), figures=True, lines=2),
        Column(say("Limit"), figures=True, lines=2),
        Column(say("Agreed"), figures=True, shaded=True, lines=2),
        Column(say("Against target"), figures=True, lines=2),
    )
    ours, theirs = case.first_said(Side.US), case.first_said(Side.THEM)
    rows = [
        Row(
            (
                case.name(issue),
                case.cell(issue, issue.baseline),
                case.term_cell(issue, ours),
                case.term_cell(issue, theirs),
                case.cell(issue, issue.fair),
                case.cell(issue, issue.limit),
                case.term_cell(issue, case.deal),
                _against_target(case, issue),
            )
        )
        for issue in case.top
    ]
    if case.valuation.obstacle is None:
        packages = [
            case.points(case.rung_value("baseline")),
            case.points(case.value_of(ours)),
            case.points(case.value_of(theirs)),
            case.points(case.rung_value("fair")),
            "–",
            case.points(case.value_of(case.deal)),
            case.against(case.value_of(case.deal), case.rung_value("fair")),
        ]
        rows.append(Row(((Span(say("Package value") + " "), Span(say("points"), muted=True)), *packages), total=True))
    remark = []
    if len(case.ordered) > len(case.top):
        more = len(case.ordered) - len(case.top)
        words = say.plural(
            "{n} more issue in part 2; the package value counts it.",
            "{n} more issues in part 2; the package value counts them.",
            more,
        )
        remark.append(words)
    if any(ours[issue.id].assumed for issue in case.top if issue.id in ours):
        remark.append(say("In italics: planned, not said."))
    return Table(columns, tuple(rows), remark=" ".join(remark))


def _against_target(case: Case, issue: Issue) -> str:
    say, term = case.say, case.deal.get(issue.id)
    if term is None or issue.fair is None:
        return ""
    result = compare(issue, term.value, issue.fair)
    if result is None:
        return ""
    if result == 0:
        return say("met")
    apart = case.apart(issue, term.value, issue.fair)
    if passes_limit(issue, term):
        return say("past the limit")
    if result > 0:
        return say("better by {apart}", apart=apart) if apart else say("better")
    if issue.limit is not None and term.value == issue.limit:
        return say("worse, at the limit")
    return say("worse by {apart}", apart=apart) if apart else say("worse")


def _exceptions(case: Case) -> tuple[str, ...]:
    say = case.say
    found = [
        say("Past our limit on {day}: “{line}”, because: {reason}", day=line.at, line=line.text, reason=line.exception)
        for line in case.lines
        if line.exception
    ]
    if not found:
        found.append(say("No offer of ours passed a limit."))
    value = case.value_of(case.deal)
    if value is not None and case.batna_value is not None and breach(value, case.batna_value) is Light.CERTAIN:
        found.insert(0, say("What is agreed is worth less than the BATNA: a breach."))
    past = [issue.name for issue in case.ordered if issue.id in case.deal and passes_limit(issue, case.deal[issue.id])]
    if past:
        found.append(say("Agreed past the limit: {names}.", names=case.listed(past)))
    added = [issue.name for issue in case.ordered if issue.added_in_talk]
    if added:
        found.append(say("Added in the talk: {names}.", names=case.listed(added)))
    if case.negotiation.unread:
        count = len(case.negotiation.unread)
        found.append(say.plural("{n} line of the log is unread.", "{n} lines of the log are unread.", count))
    return tuple(found)


def _why_fair(case: Case) -> str:
    """Say how far each side moved on the issue that counts most."""
    say, lead = case.say, case.lead
    if lead is None or lead.id not in case.deal:
        return ""
    ours, theirs = case.first_said(Side.US).get(lead.id), case.first_said(Side.THEM).get(lead.id)
    end = case.deal[lead.id].value
    if ours is None or theirs is None or not isinstance(end, Decimal):
        return ""
    they, we = (case.apart(lead, term.value, end, unit=True) for term in (theirs, ours))
    moved = ""
    if ours.assumed:
        if they and end != theirs.value:
            moved = say(
                "On {issue} they came {step} from their opening; we named no figure.",
                issue=inline(lead.name),
                step=they,
            )
    elif they and end == ours.value != theirs.value:
        moved = say("On {issue} only they moved, by {step}.", issue=inline(lead.name), step=they)
    elif we and end == theirs.value != ours.value:
        moved = say("On {issue} only we moved, by {step}.", issue=inline(lead.name), step=we)
    elif they and we:
        moved = say(
            "On {issue} they came {they} from their opening, we {we} from ours.",
            issue=inline(lead.name),
            they=they,
            we=we,
        )
    return f"{moved} {_standing(case)}".strip()
