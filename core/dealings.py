"""core: dealings, what closed negotiations with a supplier came to - terms, against target, how they move."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from statistics import median

from core.debrief import Outcome
from core.exact import place_of
from core.folding import key_of
from core.issue import Issue, ScaleKind
from core.judge import rung_value
from core.line import Verb
from core.negotiation import Negotiation
from core.outcome import Result as Deal
from core.outcome import deal_of, lead_issue
from core.side import Side
from core.spans import unit_of
from core.standing import spoken
from core.term import Term
from core.value import Valuation, by_issue, compare
from core.verdict import Interval

LEAST = 2  # negotiations below which nothing is said of a habit


class Against(StrEnum):
    """How a closed negotiation stands against its target, the fair deal."""

    WON = "won"
    SHORT = "short"
    NO_DEAL = "no_deal"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """A closed negotiation: the term and the target of its lead issue, and the whole deal against the target.

    `by` is how far the deal's value lies above the target's (a share of 1, below 0 where short), `money` the same in
    the currency; None where it cannot be told.
    """

    negotiation_id: int
    title: str
    on: date
    currency: str
    lead: Issue | None = None
    term: Term | None = None
    against: Against = Against.UNKNOWN
    by: Fraction | None = None
    money: Fraction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedTerm:
    """What one issue was settled at in one deal."""

    negotiation_id: int
    title: str
    on: date
    issue: Issue
    term: Term


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsHistory:
    """One issue over the deals that settled it, last agreed first."""

    name: str
    unit: str
    agreed: tuple[AgreedTerm, ...]


@dataclass(frozen=True, slots=True)
class Sampled:
    """A figure (a share of 1) with the number of negotiations that it rests on."""

    share: Fraction
    sample: int


@dataclass(frozen=True, slots=True)
class Given:
    """An issue with the negotiations in which they gave way on it, of those in which it was on the table."""

    issue: str
    times: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """How a supplier moves, over `sample` negotiations in which something was put on the table.

    `first_step` is the median of their first step on the lead issue, a share of what they asked first; `shrink` by
    how much a later step is smaller than the one before it (median; below 0 where steps grow). `given` is what they
    gave way on, most often first; `never` the issues on which they never did.
    """

    sample: int = 0
    first_step: Sampled | None = None
    shrink: Sampled | None = None
    given: tuple[Given, ...] = ()
    never: tuple[Given, ...] = ()

    @property
    def most_often(self) -> tuple[Given, ...]:
        """Return what they gave most often, several where they are level."""
        return tuple(each for each in self.given if each.times == self.given[0].times)


def ended(negotiation: Negotiation) -> Ended:
    """Return how a closed negotiation stands against its target.

    Won is a deal worth at least as much as the fair deal; open terms take their baselines, as everywhere a package
    is compared. Raises ValueError for one without a debrief.
    """
    debrief = negotiation.debrief
    if debrief is None:
        raise ValueError("the negotiation is not closed")
    valuation = Valuation(negotiation)
    lead = lead_issue(valuation)
    if debrief.outcome is Outcome.NO_DEAL:
        against, gap = Against.NO_DEAL, None
        deal: Mapping[int, Term] = {}
    else:
        deal = deal_of(negotiation)
        gap = _gap(valuation, deal)
        against = _against(gap)
    exact = gap.low if gap is not None and gap.is_exact else None
    return Ended(
        negotiation_id=negotiation.id,
        title=negotiation.title,
        on=debrief.closed_at.date(),
        currency=negotiation.currency,
        lead=lead,
        term=None if lead is None else deal.get(lead.id),
        against=against,
        by=exact,
        money=None if exact is None or valuation.money is None else exact * valuation.money,
    )


def terms_history(closed: Sequence[Negotiation]) -> tuple[TermsHistory, ...]:
    """Return what was agreed per issue over closed negotiations, given last closed first.

    Issues are the same where name, unit and kind of scale are; those settled most often come first.
    """
    found: dict[_Key, list[AgreedTerm]] = {}
    for negotiation in closed:
        debrief = negotiation.debrief
        if debrief is None or debrief.outcome is Outcome.NO_DEAL:
            continue
        deal = deal_of(negotiation)
        for issue in negotiation.issues:
            term = deal.get(issue.id)
            if term is not None:
                found.setdefault(_key(issue), []).append(
                    AgreedTerm(
                        negotiation_id=negotiation.id,
                        title=negotiation.title,
                        on=debrief.closed_at.date(),
                        issue=issue,
                        term=term,
                    )
                )
    histories = (
        TermsHistory(name=agreed[0].issue.name, unit=unit_of(agreed[0].issue), agreed=tuple(agreed))
        for agreed in found.values()
    )
    return tuple(sorted(histories, key=lambda each: -len(each.agreed)))


def habits(closed: Sequence[Negotiation]) -> Habits:
    """Return how the other side moved over closed negotiations; nothing is said below `LEAST` of them.

    Their steps are those of unconditional single terms that are better for us than the one before; agreeing to ours is
    one where it is their first, but tells nothing of how steps shrink. What they gave is who moved on what, as the
    debrief counts it.
    """
    talked = [each for each in closed if any(line.verb is Verb.OFFER for line in each.lines)]
    if len(talked) < LEAST:
        return Habits(sample=len(talked))
    first, ratios = [], []
    given: dict[_Key, int] = {}
    spoken_of: dict[_Key, int] = {}
    names: dict[_Key, str] = {}
    for negotiation in talked:
        asked, whole = _asked(negotiation), _whole(negotiation)
        lead = lead_issue(whole.valuation)
        if lead is not None and lead.id in asked:
            # who made no step of their own may have agreed to what we asked
            settled = whole.deal.get(lead.id)
            ending = [] if settled is None or settled.upto is not None else [settled]
            step = _first_step(lead, [*asked[lead.id], *ending])
            first += [] if step is None else [step]
        own = [ratio for issue in negotiation.issues for ratio in _ratios(issue, asked.get(issue.id, ()))]
        if own:
            ratios.append(median(own))
        gave = {_key(move.issue) for move in whole.moves if move.side is Side.THEM and move.gives}
        for key, name in _on_the_table(negotiation):
            names.setdefault(key, name)
            spoken_of[key] = spoken_of.get(key, 0) + 1
            given[key] = given.get(key, 0) + (key in gave)
    often = [Given(names[key], given[key], of) for key, of in spoken_of.items() if of >= LEAST]
    return Habits(
        sample=len(talked),
        first_step=_sampled(first),
        shrink=_sampled([1 - ratio for ratio in ratios]),
        given=tuple(sorted((each for each in often if each.times), key=lambda each: (-each.times, each.of))),
        never=tuple(sorted((each for each in often if not each.times), key=lambda each: -each.of)),
    )


_Key = tuple[str, str, ScaleKind]


def _key(issue: Issue) -> _Key:
    return (key_of(issue.name), unit_of(issue).casefold(), issue.kind)


def _gap(valuation: Valuation, deal: Mapping[int, Term]) -> Interval | None:
    target = rung_value(valuation, "fair")
    value = valuation.package(valuation.filled(deal)) if deal else None
    if target is None or value is None:
        return None
    return value.above(target)


def _against(gap: Interval | None) -> Against:
    if gap is not None and gap.low >= 0:
        return Against.WON
    return Against.SHORT if gap is not None and gap.high < 0 else Against.UNKNOWN


def _asked(negotiation: Negotiation) -> dict[int, list[Term]]:
    """Return what they stated on each issue in turn: unconditional, one value each, a repeated one once."""
    found: dict[int, list[Term]] = {}
    for line in spoken(negotiation):
        if line.verb is Verb.OFFER and line.side is Side.THEM and not line.is_conditional:
            for issue_id, term in by_issue(line.terms).items():
                asked = found.setdefault(issue_id, [])
                if term.upto is None and (not asked or asked[-1].value != term.value):
                    asked.append(term)
    return found


def _steps(issue: Issue, asked: Sequence[Term]) -> Iterator[tuple[Fraction, Fraction]]:
    """Yield where each step in our favour began, and its size."""
    for before, after in pairwise(asked):
        if isinstance(before.value, str) or isinstance(after.value, str):
            continue
        if compare(issue, after.value, before.value) == 1:
            start = place_of(before.value)
            yield start, abs(place_of(after.value) - start)


def _first_step(issue: Issue, asked: Sequence[Term]) -> Fraction | None:
    if issue.kind is not ScaleKind.NUMERIC:
        return None
    return next((size / start for start, size in _steps(issue, asked) if start > 0), None)


def _ratios(issue: Issue, asked: Sequence[Term]) -> list[Fraction]:
    return [later / earlier for (_, earlier), (_, later) in pairwise(_steps(issue, asked))]


def _whole(negotiation: Negotiation) -> Deal:
    debrief = negotiation.debrief
    return Deal(negotiation, date.min if debrief is None else debrief.closed_at.date())


def _on_the_table(negotiation: Negotiation) -> Iterator[tuple[_Key, str]]:
    """Yield each issue on which something was offered or agreed, once."""
    said = {term.issue_id for line in negotiation.lines for term in (*line.terms, *line.conditions, *line.in_return)}
    said |= set(deal_of(negotiation))
    seen: set[_Key] = set()
    for issue in negotiation.issues:
        if issue.id in said and _key(issue) not in seen:
            seen.add(_key(issue))
            yield _key(issue), issue.name


def _sampled(found: Sequence[Fraction]) -> Sampled | None:
    return Sampled(Fraction(median(found)), len(found)) if len(found) >= LEAST else None
