"""core: `+ name unit best..worst [weight]`, an issue added in the talk (rule 10)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from core.currency import head_of_unit
from core.days import nearest
from core.issue import Issue, ScaleKind
from core.line import Verb
from core.message import Message, message
from core.shorthand.amounts import Amount, Figure, amounts_at, days_at
from core.shorthand.context import Context
from core.shorthand.line import Frame
from core.shorthand.offers import Candidate
from core.shorthand.statement import NewIssue, Role, Span, Statement
from core.shorthand.tokens import Token, fold
from core.shorthand.units import IssueUnit, convert, exact, unit_of
from core.shorthand.vocabulary import TimeUnit, name_trouble

_FORM = message("line.new_form")


@dataclass(frozen=True, slots=True)
class _Weight:
    weight: Decimal | None = None
    share: Decimal | None = None
    money_worth: Decimal | None = None


def new_issues(text: str, frame: Frame, context: Context, troubles: list[Message]) -> list[Candidate]:
    """Return all readings of a line that adds an issue; none where it does not have that form.

    Days need no unit: of `+ start date 1.12...31.1.` the whole is the name.
    """
    body = frame.body
    at = _range_at(body, context)
    if at is None or at < 1:
        troubles.append(_FORM)
        return []
    unit_at = _unit_at(body, at, context)
    is_broken = any(body[0].start < span.start < body[at].start for span in frame.spans)
    if unit_at < 1 or is_broken:
        troubles.append(_FORM)
        return []
    name = " ".join(text[body[0].start : body[unit_at - 1].end].split())
    unit = body[unit_at].text if unit_at < at else ""
    trouble = _name_trouble(body[:unit_at], name, context) or _unit_trouble(unit, context)
    if trouble is not None:
        troubles.append(trouble)
        return []
    weight = _weight(body[at + 1 :], context, troubles)
    if weight is None:
        troubles.append(_FORM)
        return []
    spans = (
        Span(body[0].start, body[unit_at - 1].end, Role.ISSUE),
        *(Span(token.start, token.end, Role.UNIT) for token in body[unit_at:at]),
        *(Span(token.start, token.end, Role.VALUE) for token in body[at:]),
    )
    return [
        Candidate(
            Statement(
                side=frame.side or context.last_speaker,
                verb=Verb.NEW_ISSUE,
                note=frame.note,
                channel=frame.channel,
                valid_until=frame.valid_until,
                at=frame.at,
                new_issue=replace(found, weight=weight.weight, share=weight.share, money_worth=weight.money_worth),
            ),
            spans,
        )
        for found in _scales(name, unit, body, at, context, troubles)
    ]


def _unit_at(body: Sequence[Token], at: int, context: Context) -> int:
    """Return where the unit stands: right before the range; before days only where it is a word for a day."""
    days = days_at(body[at], context.marks)
    if days is None or days.last is None:
        return at - 1
    return at - 1 if context.lexicon.words.times.get(body[at - 1].folded) is TimeUnit.DAY else at


def _range_at(body: Sequence[Token], context: Context) -> int | None:
    """Return where the range stands: the last token that is one."""
    for at in range(len(body) - 1, -1, -1):
        days = days_at(body[at], context.marks)
        ways = amounts_at(body[: at + 1], at, context.lexicon, context.marks)
        if (days is not None and days.last is not None) or any(way[-1].high is not None for way, _ in ways):
            return at
    return None


def _name_trouble(tokens: Sequence[Token], name: str, context: Context) -> Message | None:
    if any(length == len(tokens) for _, length in context.lexicon.named(tokens, 0)):
        folded = fold(name)
        if any(folded in (fold(issue.name), fold(issue.alias)) for issue in context.issues):
            return message("line.new_known", name=name)
    if not any(letter.isalpha() for letter in name):
        return _FORM
    return name_trouble(name, context.language)


def _unit_trouble(unit: str, context: Context) -> Message | None:
    money = head_of_unit(unit)
    if money and _unit(unit, context).currency != context.currency:
        return message("money.currency", other=money, own=context.currency)
    return _FORM if unit[:1].isdigit() else None


def _unit(unit: str, context: Context) -> IssueUnit:
    return unit_of(Issue(negotiation_id=0, name="", unit=unit), context.lexicon.words, context.currency)


def _scales(
    name: str, unit: str, body: Sequence[Token], at: int, context: Context, troubles: list[Message]
) -> list[NewIssue]:
    days = days_at(body[at], context.marks)
    if days is not None and days.last is not None:
        today = context.now.date()
        best, worst = nearest(days.first, today), nearest(days.last, today)
        if best is None or worst is None or best == worst:
            troubles.append(message("line.new_ends"))
            return []
        return [NewIssue(name=name, unit="", kind=ScaleKind.DATE, best=best, worst=worst)]
    found: list[NewIssue] = []
    for way, _ in amounts_at(body[: at + 1], at, context.lexicon, context.marks):
        for low, high in _ends(way[-1], unit, context) if len(way) == 1 else ():
            scale = NewIssue(name=name, unit=unit, kind=ScaleKind.NUMERIC, best=low, worst=high)
            if low != high and scale not in found:
                found.append(scale)
    if not found:
        troubles.append(message("line.new_ends"))
    return found


def _ends(amount: Amount, unit: str, context: Context) -> list[tuple[Decimal, Decimal]]:
    if amount.high is None:
        return []
    lows = [amount.low]
    if amount.low.is_bare and not amount.high.is_bare:
        lows.append(Figure(amount.low.number, amount.high.in_thousands, amount.high.unit))
    own = _unit(unit, context)

    def ways(figure: Figure) -> list[Decimal]:
        found = convert(figure.number, figure.unit, own, context.days_per_month, in_thousands=figure.in_thousands)
        return [way.number for way in found if not way.asked]

    return [(low, high) for figure in lows for low in ways(figure) for high in ways(amount.high)]


def _weight(tokens: Sequence[Token], context: Context, troubles: list[Message]) -> _Weight | None:
    """Read the weight: a plain number, a share with a per-cent sign, or what the range is worth in money."""
    if not tokens:
        return _Weight()
    for way, taken in amounts_at(tokens, 0, context.lexicon, context.marks):
        amount = way[0]
        if taken != len(tokens) or len(way) > 1 or amount.step or amount.high is not None or amount.low.number < 0:
            continue
        factor = 1000 if amount.low.in_thousands else 1
        number = exact(Fraction(amount.low.number) * factor) if factor > 1 else amount.low.number
        unit = amount.low.unit
        if unit is None:
            return _Weight(weight=number)
        if unit.per_cent and number <= 100:
            return _Weight(share=exact(Fraction(number) / 100))
        if unit.currency == context.currency:
            return _Weight(money_worth=number)
        if unit.currency:
            troubles.insert(0, message("money.currency", other=unit.currency, own=context.currency))
    return None
