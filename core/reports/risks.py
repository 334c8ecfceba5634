"""core: the risks of a plan, found by rule - what is missing, old, about to expire, or only a guess."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from core.batna import is_valid
from core.flags import days_left
from core.ladder import ladder
from core.proof import is_old, is_proven
from core.reports.document import Risk
from core.reports.ranges import limit_estimate, overlaps
from core.side import Basis
from core.told import short

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from core.reports.case import Case
    from core.supplier import Supplier

HIGH_DEPENDENCE = 30
"""Per cent of our supply, or of their sales, from which dependence is named as a risk."""


def next_meeting(case: Case) -> datetime | None:
    """Return when the next planned meeting is, None without one."""
    planned = [
        each.planned_at
        for each in case.negotiation.meetings
        if each.planned_at is not None and each.started_at is None and each.planned_at.date() >= case.day
    ]
    return min(planned, default=None)


def risks(case: Case, supplier: Supplier) -> tuple[Risk, ...]:
    """Return the risks, the gravest first."""
    return (*_about_the_ladder(case), *_about_the_batna(case), *_about_limits(case), *_about_dependence(case, supplier))


def _about_the_ladder(case: Case) -> Iterator[Risk]:
    faults = ladder(case.negotiation, case.day).faults
    if faults:
        words = " ".join(case.say.message(fault) for fault in faults[:2])
        yield Risk(case.say("The ladder is out of order"), words)


def _about_the_batna(case: Case) -> Iterator[Risk]:
    say, batna = case.say, case.batna
    if batna is None:
        expired = [each.name for each in case.negotiation.alternatives if not is_valid(each, case.day)]
        text = say("Without an alternative every offer looks better than none. Find one before the talk.")
        if expired:
            text = say("Expired: {names}. Ask for a new quotation before the talk.", names=case.listed(expired[:3]))
        yield Risk(say("No BATNA"), text)
        return
    found = batna.alternative
    if batna.value is None and batna.reason is not None:
        yield Risk(say("The BATNA cannot be valued"), say.message(batna.reason))
    until, meeting = found.valid_until, next_meeting(case)
    ends_before = until is not None and meeting is not None and until < meeting.date()
    if until is not None and (ends_before or days_left(batna, case.day) is not None):
        text = say("{name} holds until {day}. Ask for more time before the talk.", name=short(found.name), day=until)
        yield Risk(say("The BATNA expires"), text)
    weak = ""
    if not is_proven(case.negotiation, found):
        weak = say("{name} rests on no evidence. Get it in writing.", name=short(found.name))
    elif found.evidence_on is not None and is_old(found.evidence_on, case.day):
        age = (case.day - found.evidence_on).days
        weak = say("What we know of {name} is {n} days old. Ask again.", name=short(found.name), n=age)
    if weak:
        yield Risk(say("The BATNA rests on weak evidence"), weak)
    if found.probability < 1:
        text = say(
            "{name} comes off with a chance of {chance}; the value counts that.",
            name=short(found.name),
            chance=say.share(found.probability),
        )
        yield Risk(say("The BATNA is not certain"), text)


def _about_limits(case: Case) -> Iterator[Risk]:
    say = case.say
    closed = [short(issue.name) for issue in case.ordered if overlaps(case, issue) is False]
    if closed:
        text = say("By our estimate no term suits both on {names}. Look for a trade.", names=case.listed(closed[:3]))
        yield Risk(say("No overlap"), text)
    without = [short(issue.name) for issue in case.ordered if issue.limit is None]
    if without:
        more = say(" and {n} more", n=len(without) - 3) if len(without) > 3 else ""
        names = case.listed(without[:3]) + more
        yield Risk(say("Limits are not set"), say("No limit on {names}. Set it before the talk.", names=names))
    guesses = [
        short(issue.name)
        for issue in case.ordered
        if (estimate := limit_estimate(case, issue)) is not None and estimate.basis is Basis.GUESS
    ]
    if guesses:
        text = say("Guessed, not said or observed: {names}. Ask in the talk.", names=case.listed(guesses[:3]))
        yield Risk(say("Their limit is a guess"), text)
    if case.negotiation.issues and case.valuation.obstacle is not None:
        yield Risk(say("Packages cannot be compared"), say.message(case.valuation.obstacle))


def _about_dependence(case: Case, supplier: Supplier) -> Iterator[Risk]:
    say = case.say
    ours, theirs = supplier.their_share_of_our_supply, supplier.our_share_of_their_sales
    if ours is not None and ours >= HIGH_DEPENDENCE:
        text = say("{name} is {share} of our supply.", name=short(supplier.name), share=say.share(Fraction(ours) / 100))
        yield Risk(say("We depend on them"), text)
    if theirs is not None and theirs >= HIGH_DEPENDENCE:
        text = say(
            "We are {share} of their sales: a hard bargain may break them.", share=say.share(Fraction(theirs) / 100)
        )
        yield Risk(say("They depend on us"), text)
