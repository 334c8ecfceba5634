"""core: the claim, a price increase as a negotiation records it - tested against its costs, and what else to give."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from core.analysis.party import our_party, their_party
from core.analysis.price_increase import CostLine, CounterProposal, PriceTest, counter_proposal, price_test
from core.cost import ClaimedCost
from core.exact import as_decimal
from core.issue import Issue, ScaleKind
from core.items import may_be_list
from core.message import Message, message
from core.negotiation import Negotiation
from core.side import Basis
from core.term import Value

_PLACES = 6
LEAST_MARGIN = Decimal(2)  # per cent of the price; with less left to them we fear for their continuity
# A part that is called so is what is left to them beside their costs; in the languages of the program.
_MARGIN = ("margin", "profit", "marge", "gewinn")


def is_margin(part: ClaimedCost) -> bool:
    """Tell whether a part is what is left to the supplier: its name says margin or profit."""
    name = part.name.casefold()
    return any(word in name for word in _MARGIN)


def is_price(issue: Issue, negotiation: Negotiation) -> bool:
    """Tell whether an increase can be claimed on an issue: a price, or the increase itself in per cent."""
    return may_be_list(issue, negotiation) or is_increase(issue)


def is_increase(issue: Issue) -> bool:
    """Tell whether an issue is the increase itself, counted in per cent of today's price."""
    return issue.kind is ScaleKind.NUMERIC and issue.unit.strip() == "%"


def cost_lines(negotiation: Negotiation) -> tuple[CostLine, ...]:
    """Return the claimed costs whose share is known as lines of the price test, in their order."""
    return tuple(
        CostLine(
            name=each.name,
            share=as_decimal(Fraction(each.share) / 100),
            change=each.change,
            is_margin=is_margin(each),
            basis=each.basis or Basis.GUESS,
        )
        for each in negotiation.claimed_costs
        if each.share is not None
    )


def granted(issue: Issue) -> Decimal | None:
    """Return what our target grants of today's price, in per cent; None where target or baseline is missing."""
    if not isinstance(issue.fair, Decimal):
        return None
    if is_increase(issue):
        return issue.fair
    if not isinstance(issue.baseline, Decimal) or issue.baseline <= 0:
        return None
    return as_decimal((Fraction(issue.fair) / Fraction(issue.baseline) - 1) * 100, places=_PLACES)


def claim_tested(negotiation: Negotiation, issue: Issue) -> PriceTest | Message:
    """Return how much of the claimed increase the costs justify, or what has to be entered first.

    Without a claim the test is of an increase of 0. What our target grants is what the warning on the supplier's
    continuity is judged by.
    """
    grant = granted(issue)
    claimed = negotiation.claimed_increase or Decimal(0)
    return price_test(cost_lines(negotiation), claimed, Decimal(0) if grant is None else grant, LEAST_MARGIN)


def claimed_value(issue: Issue, claimed: Decimal) -> Value | None:
    """Return the value of a price issue that a claim in per cent comes to; None where today's price is not known."""
    if is_increase(issue):
        return claimed
    if not isinstance(issue.baseline, Decimal):
        return None
    return as_decimal(Fraction(issue.baseline) * (1 + Fraction(claimed) / 100), places=_PLACES)


def counter(negotiation: Negotiation, issue: Issue, on: date) -> CounterProposal | Message:
    """Return what could be given instead of the claimed increase, from the baselines; or what is missing for that."""
    if negotiation.claimed_increase is None:
        return message("claim.none")
    value = claimed_value(issue, negotiation.claimed_increase)
    if value is None:
        return message("claim.no_baseline", issue=issue.name)
    ours = our_party(negotiation, on)
    if isinstance(ours, Message):
        return ours
    theirs = their_party(negotiation)
    now: dict[int, Value] = {each.id: each.baseline for each in negotiation.issues if each.baseline is not None}
    if is_increase(issue):
        now.setdefault(issue.id, Decimal(0))
    return counter_proposal(negotiation, ours, None if isinstance(theirs, Message) else theirs, now, (issue.id, value))
