"""ui: what a supplier's past comes to, in words and rows - figures, negotiations, terms, how they move; no widget."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from core.binding import Binding, next_end
from core.dealings import Against, AgreedTerm, Ended, Given, Habits, TermsHistory, ended, habits, terms_history
from core.gaps import quoted
from core.issue import Issue, ScaleKind
from core.naming import status_word
from core.negotiation import Negotiation, NegotiationRow
from core.spending import YearOfSpend
from core.supplier import Supplier
from core.term import Term
from core.words import EN_DASH, NO_BREAK, Words
from ui.widgets.figure_strip import StripFigure

_NAME = 18  # characters of an issue's name beside a figure of the strip
_BEFORE = 3  # earlier deals of an issue that its row shows


@dataclass(frozen=True, slots=True)
class Past:
    """What the closed negotiations of a supplier came to, last closed first."""

    ended: tuple[Ended, ...] = ()
    terms: tuple[TermsHistory, ...] = ()
    habits: Habits = field(default_factory=Habits)

    @classmethod
    def of(cls, closed: Sequence[Negotiation]) -> Past:
        """Work it out."""
        return cls(tuple(ended(each) for each in closed), terms_history(closed), habits(closed))


@dataclass(frozen=True, slots=True)
class MatterRow:
    """A negotiation of the supplier as its row shows it."""

    id: int
    closed: str
    title: str
    rounds: str
    agreed: str
    target: str
    unit: str
    result: str
    is_open: bool


def figures(
    say: Words, supplier: Supplier, past: Past, contracts: Sequence[Binding], spend: Sequence[YearOfSpend], today: date
) -> list[StripFigure]:
    """Return the summary: last agreed, next contract end, last year's spend, against target, as far as known."""
    ends = next_end(supplier, contracts, today)
    candidates = (_last_agreed(say, past), _contract(say, ends, today), _spend(say, spend))
    found = [figure for figure in candidates if figure is not None]
    judged = [each for each in past.ended if each.against in (Against.WON, Against.SHORT)]
    if judged:
        won = sum(each.against is Against.WON for each in judged)
        name = say.plural("Against target, {n} negotiation", "Against target, {n} negotiations", len(judged))
        words = say("{won} won, {short} short", won=won, short=len(judged) - won)
        found.append(StripFigure(name, words))
    return found


def matter_order(rows: Sequence[NegotiationRow], past: Past) -> list[NegotiationRow]:
    """Return the negotiations, open ones first, then the last closed first."""
    place = {each.negotiation_id: at for at, each in enumerate(past.ended)}
    still_open = [row for row in rows if row.status.is_open]
    closed = sorted((row for row in rows if not row.status.is_open), key=lambda row: place.get(row.id, len(place)))
    return [*still_open, *closed]


def matter_row(say: Words, row: NegotiationRow, past: Past) -> MatterRow:
    """Return what the row of a negotiation shows, with target and result where they are known."""
    return _matter(say, row, next((each for each in past.ended if each.negotiation_id == row.id), None))


def result_words(say: Words, each: Ended) -> str:
    """Return how a closed negotiation stands against its target, and by how much."""
    if each.against is Against.NO_DEAL:
        return say("no deal")
    if each.against is Against.UNKNOWN:
        return EN_DASH
    if each.by is None:
        return say("won") if each.against is Against.WON else say("short")
    if each.by == 0:
        return say("won, on target")
    size = abs(each.by)
    amount = say("{n} points", n=say.points(size))
    if each.money is not None:
        size = abs(each.money)
        # of a large sum the cents say nothing
        amount = say("{n} {currency}", n=say.number(size, 0 if size >= 1000 else 2), currency=each.currency)
    words = "won by {amount}" if each.against is Against.WON else "short by {amount}"
    return say(words, amount=amount)


def habit_pairs(say: Words, found: Habits) -> list[tuple[str, str]]:
    """Return how they move as pairs of words and figure; nothing where the sample is too small."""
    pairs = []
    if found.first_step is not None:
        words = say("{share} of what they asked", share=say.share(found.first_step.share, 1))
        pairs.append((say("First step"), _sampled(say, words, found.first_step.sample, found.sample)))
    if found.shrink is not None:
        share = found.shrink.share
        name, words = say("Later steps shrink by"), say("about {share}", share=say.share(abs(share), 0))
        if share < 0:
            name = say("Later steps grow by")
        elif share == 0:
            name, words = say("Later steps"), say("as large as before")
        pairs.append((name, _sampled(say, words, found.shrink.sample, found.sample)))
    if found.given:
        pairs.append((say("Gave most often"), _given(say, found.most_often)))
    if found.never:
        pairs.append((say("Never gave"), ", ".join(each.issue for each in found.never[:2])))
    return pairs


def terms_cells(say: Words, history: TermsHistory) -> dict[str, str]:
    """Return the row of one issue: what was agreed last and when, and what before."""
    last, *before = history.agreed
    return {
        "issue": history.name,
        "last": said(say, last.issue, last.term),
        "on": say.day(last.on),
        "before": ", ".join(_in_year(say, each) for each in before[:_BEFORE]) or EN_DASH,
        "deals": say.number(len(history.agreed)),
    }


def before_line(say: Words, history: TermsHistory) -> str:
    """Return every earlier deal of an issue, one a line, with its day and its negotiation."""
    return "\n".join(
        f"{say.day(each.on)}  {said(say, each.issue, each.term)}  {each.title}" for each in history.agreed[1:]
    )


def said(say: Words, issue: Issue, term: Term | None, *, unit: bool = True) -> str:
    """Return what a term states, both ends of a range; an en dash for none."""
    if term is None:
        return EN_DASH
    named = issue.unit if unit and issue.kind is ScaleKind.NUMERIC else ""
    if term.upto is None:
        return say.quantity(term.value, named)
    return say("{low} to {high}", low=say.quantity(term.value), high=say.quantity(term.upto, named))


def _in_year(say: Words, each: AgreedTerm) -> str:
    words = say("{term} in {year}", term=said(say, each.issue, each.term, unit=False), year=str(each.on.year))
    return words.replace(" ", NO_BREAK)


def _last_agreed(say: Words, past: Past) -> StripFigure | None:
    last = next((each for each in past.ended if each.lead is not None and each.term is not None), None)
    if last is None or last.lead is None:
        return None
    beside = [
        say("{issue} {value}", issue=quoted(agreed.issue.name, _NAME), value=said(say, agreed.issue, agreed.term))
        for history in past.terms
        for agreed in history.agreed[:1]
        if agreed.negotiation_id == last.negotiation_id and agreed.issue.id != last.lead.id
    ]
    name = say("Last agreed: {issue}, {day}", issue=quoted(last.lead.name, _NAME), day=last.on)
    return StripFigure(name, said(say, last.lead, last.term), ", ".join(beside[:2]))


def _spend(say: Words, spend: Sequence[YearOfSpend]) -> StripFigure | None:
    """Name the newest year; of several currencies each, since they make no sum."""
    newest = [each.spend for each in spend if each.spend.year == spend[0].spend.year]
    if not newest:
        return None
    first, *others = newest
    beside = ", ".join([first.currency, *(say.money(each.amount, each.currency) for each in others)])
    return StripFigure(say("Spend, {year}", year=str(first.year)), say.number(first.amount, 2), beside)


def _contract(say: Words, end: date | None, today: date) -> StripFigure | None:
    if end is None:
        return None
    days = (end - today).days
    left = say("today") if days == 0 else say.plural("{n} day", "{n} days", abs(days))
    return StripFigure(say("Contract ended") if days < 0 else say("Contract ends"), say.day(end), left)


def _matter(say: Words, row: NegotiationRow, each: Ended | None) -> MatterRow:
    lead = None if each is None else each.lead
    meeting = say("meeting {day}", day=say.weekday(row.next_meeting_at)) if row.next_meeting_at is not None else ""
    return MatterRow(
        id=row.id,
        closed=status_word(say, row.status) if each is None else say.day(each.on),
        title=row.title,
        rounds=say.number(row.rounds) if row.rounds else EN_DASH,
        agreed=EN_DASH if lead is None or each is None else said(say, lead, each.term, unit=False),
        target=EN_DASH if lead is None or lead.fair is None else say.quantity(lead.fair),
        unit="" if lead is None or lead.kind is not ScaleKind.NUMERIC else lead.unit,
        result=meeting if each is None else result_words(say, each),
        is_open=row.status.is_open,
    )


def _sampled(say: Words, words: str, sample: int, of: int) -> str:
    """Add the sample where it is smaller than that of the whole section."""
    return words if sample == of else say("{figure} ({n} of {of})", figure=words, n=sample, of=of)


def _given(say: Words, found: Sequence[Given]) -> str:
    """Name up to two issues, with one count where both have the same."""
    shown = found[:2]
    if len({(each.times, each.of) for each in shown}) == 1:
        names = ", ".join(each.issue for each in shown)
        return say("{issues}, {times} of {of}", issues=names, times=shown[0].times, of=shown[0].of)
    each = (say("{issues}, {times} of {of}", issues=one.issue, times=one.times, of=one.of) for one in shown)
    return "; ".join(each)
