"""ui: the finding of a debrief - the title that says what the deal came to, and the sentences under it; no Qt."""

from __future__ import annotations

from fractions import Fraction

from core.debrief import Debrief, Outcome
from core.issue import Issue
from core.outcome import Result, lead_issue, total
from core.told import inline, short
from core.verdict import Light, breach
from core.weights import money_per_unit
from core.words import Words
from ui.debrief.figures import Figures

_NAMED = 4  # issues that a sentence lists before it counts the rest


def title(result: Result, debrief: Debrief | None, say: Words) -> str:
    """Return how it ended, with the terms that matter most, and how that stands against the BATNA."""
    outcome = Outcome.AGREED if debrief is None else debrief.outcome
    figures = Figures(say, result)
    if outcome is Outcome.NO_DEAL:
        batna = result.batna
        if batna is None or batna.value is None:
            return say("No deal")
        name = short(batna.alternative.name)
        return say("No deal: the BATNA, {name}, is worth {points}", name=name, points=figures.points(batna.value))
    if outcome is Outcome.ADJOURNED:
        everything = len(result.negotiation.issues)
        one, many = "Adjourned with {agreed} of {n} issue agreed", "Adjourned with {agreed} of {n} issues agreed"
        return say.plural(one, many, everything, agreed=len(result.deal))
    head = _agreed(result, figures)
    place = standing(result, say)
    return say("{agreed}: {place}", agreed=head, place=place) if place else head


def standing(result: Result, say: Words) -> str:
    """Return a deal's value and how it stands against the BATNA; empty where nothing can be valued."""
    if result.value is None:
        return ""
    figures = Figures(say, result)
    points = figures.points(result.value)
    if result.batna is None:
        return say("{points}, with no BATNA to hold it against", points=points)
    against = result.batna.value
    if against is None:
        return say("{points}; the BATNA cannot be valued", points=points)
    other = figures.points(against)
    if result.value == against and against.is_exact:
        return say("{points}, level with the BATNA", points=points)
    match breach(result.value, against):
        case Light.CERTAIN:
            text = say("{points}, below the BATNA at {batna}", points=points, batna=other)
        case Light.CLEAR:
            text = say("{points}, above the BATNA at {batna}", points=points, batna=other)
        case _:
            text = say("{points}, perhaps below the BATNA at {batna}", points=points, batna=other)
    return text


def remarks(result: Result, debrief: Debrief | None, say: Words) -> str:
    """Return what is to be known beside the title: the saving, what stayed open, why nothing can be valued."""
    found = []
    outcome = Outcome.AGREED if debrief is None else debrief.outcome
    if outcome is Outcome.AGREED:
        found.append(saving(result, say))
    if outcome is not Outcome.NO_DEAL and result.unsaid and result.negotiation.issues:
        found.append(say("Open: {names}.", names=listed(result.unsaid, say)))
    obstacle = result.valuation.obstacle
    if obstacle is not None and result.negotiation.issues:
        found.append(say.message(obstacle))
    return " ".join(part for part in found if part)


def saving(result: Result, say: Words) -> str:
    """Return what the deal saved against the baseline in money, or why a saving cannot be claimed."""
    negotiation, figures = result.negotiation, Figures(say, result)
    prices = [issue for issue in negotiation.issues if money_per_unit(issue) is not None]
    if not prices:
        return say("There is no unit price, so a saving cannot be claimed.") if negotiation.issues else ""
    if all(issue.baseline is None for issue in prices):
        return say("There is no baseline, so a saving cannot be claimed.")
    if not result.savings:
        return say("No price with a baseline is agreed, so a saving cannot be claimed.")
    saved = total(result.savings)
    names = listed([each.issue for each in result.savings], say)
    first = _saved(saved, names, figures)
    other = result.other_terms
    if not other:
        return say("{saving}.", saving=first)
    net = saved + other
    cost = figures.amount(other)
    whole = figures.amount(net)
    if other < 0:
        second = say("the other terms cost {amount}", amount=cost)
    else:
        second = say("the other terms are worth {amount} more", amount=cost)
    last = say("net {amount} better", amount=whole) if net >= 0 else say("net {amount} worse", amount=whole)
    return say("{saving}; {others}, {net}.", saving=first, others=second, net=last)


def listed(issues: list[Issue] | tuple[Issue, ...], say: Words) -> str:
    """Return the names of issues, the rest of many counted."""
    names = [short(issue.name) for issue in issues]
    if len(names) > _NAMED + 1:
        return say("{names} and {n} more", names=", ".join(names[:_NAMED]), n=len(names) - _NAMED)
    return ", ".join(names)


def _saved(saved: Fraction, names: str, figures: Figures) -> str:
    say = figures.say
    if saved == 0:
        return say("{names} as at the baseline", names=names)
    if saved > 0:
        return say("{amount} less than the baseline on {names}", amount=figures.amount(saved), names=names)
    return say("{amount} more than the baseline on {names}", amount=figures.amount(saved), names=names)


def _agreed(result: Result, figures: Figures) -> str:
    say, lead = figures.say, lead_issue(result.valuation)
    if not result.deal:
        return say("Agreed, without a term")
    if lead is None or lead.id not in result.deal:
        return say.plural("Agreed on {n} term", "Agreed on {n} terms", len(result.deal))
    value = figures.said(lead, result.deal[lead.id])
    if money_per_unit(lead) is not None:
        head = say("Agreed at {value}", value=value)
    else:
        head = say("Agreed with {issue} {value}", issue=inline(lead.name), value=value)
    other = _most_changed(result, lead)
    if other is None:
        return head
    said, name = figures.said(other, result.deal[other.id]), inline(other.name)
    if other.unit.startswith("%"):
        other_words = say("{value} {issue}", value=said, issue=name)
    else:
        other_words = say("{issue} {value}", issue=name, value=said)
    joiner = say("{agreed} with {other}") if money_per_unit(lead) is not None else say("{agreed} and {other}")
    return joiner.format(agreed=head, other=other_words)


def _most_changed(result: Result, lead: Issue) -> Issue | None:
    """Return the issue beside the lead whose agreed term changes most against the baseline."""
    valuation, found = result.valuation, None
    most = Fraction(0)
    for issue in result.negotiation.issues:
        term, baseline = result.deal.get(issue.id), valuation.baselines.get(issue.id)
        if issue is lead or term is None or baseline is None:
            continue
        parts = valuation.part(term), valuation.part(baseline)
        if parts[0] is None or parts[1] is None:
            continue
        size = abs(parts[0].low - parts[1].low)
        if size > most:
            most, found = size, issue
    return found
