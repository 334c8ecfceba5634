"""core: the quick start of a sudden talk - three lines become issues with their ends, limits and the BATNA.

    issues   price 1.40..1.60 EUR/can; payment 60..14 days
    limits   1.55          or, with several issues: price 1.55, payment 20
    BATNA    Tarsia 1.45   a name, then its terms; a name alone, such as "no deal", is one too

Each issue is a name with its two ends, best first, and a unit behind them; numbers and days are read by the region's
marks. Limits and the BATNA's terms are read as a meeting line is (`core.shorthand`), so nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from core.currency import named_currency
from core.errors import BadInput
from core.folding import key_of
from core.issue import Issue, ScaleKind, least_step
from core.message import Message
from core.number import Marks, parse_value
from core.prefill import Fields, Prefill
from core.shorthand.context import Context
from core.shorthand.reader import read
from core.shorthand.statement import Status
from core.shorthand.tokens import cut
from core.side import Side
from core.term import Term, Value

_RANGE = re.compile(r"(?P<name>.*?\S)\s+(?P<best>\S+?)\s*\.\.\s*(?P<worst>\S+)(?P<unit>.*)", re.DOTALL)
_SHOWN = 60  # how much of a wrong text its sentence repeats
_WEIGHT = Decimal(1)  # all issues alike, until the user weighs them


@dataclass(frozen=True, slots=True, kw_only=True)
class Typing:
    """How a text is read: the negotiation's currency, the region's marks, the moment, the window's language."""

    currency: str
    marks: Marks
    now: datetime
    language: str = "en"


def quick_start(issues: str, limits: str, batna: str, typing: Typing) -> Prefill:
    """Return what the three lines say; an empty line says nothing.

    Every issue weighs the same, marked until the user weighs them. Raises BadInput, whose sentence says which line
    cannot be read and what to type.
    """
    found = tuple(_issue(each, at, typing) for at, each in enumerate(_parted(issues), start=1))
    names = [key_of(each.name) for each in found]
    twice = next((each.name for at, each in enumerate(found) if names[at] in names[:at]), None)
    if twice is not None:
        raise BadInput("quick.twice", name=twice)
    stated = {term.issue_id: term.value for term in _terms(limits, found, "quick.limit", typing)}
    return Prefill(
        issues=tuple(_fields(each, stated.get(each.id)) for each in found),
        alternatives=tuple(_alternative(batna, found, typing)) if batna.strip() else (),
    )


def _parted(text: str) -> list[str]:
    return [each.strip() for each in re.split(r"[;\n]", text) if each.strip()]


def _issue(text: str, number: int, typing: Typing) -> Issue:
    blank = Issue(id=number, negotiation_id=0, name=text)
    found = _RANGE.fullmatch(text)
    if found is None:
        if any(sign.isdigit() for sign in text):
            raise BadInput("quick.issue", text=text[:_SHOWN])
        return blank
    named = replace(blank, name=found["name"].strip(), unit=_unit(found["unit"].strip(), typing))
    try:
        return _with_ends(named, found["best"], found["worst"], typing)
    except BadInput as trouble:
        raise BadInput("quick.issue_ends", text=text[:_SHOWN], why=trouble.message) from trouble


def _with_ends(issue: Issue, best: str, worst: str, typing: Typing) -> Issue:
    """Take an issue as one of dates where its ends are days and no numbers."""
    try:
        kind = ScaleKind.NUMERIC
        ends = [parse_value(each, issue, typing.marks, typing.now) for each in (best, worst)]
    except BadInput:
        kind = ScaleKind.DATE
        try:
            ends = [parse_value(each, replace(issue, kind=kind), typing.marks, typing.now) for each in (best, worst)]
        except BadInput:
            # the trouble with the numbers says more
            kind = ScaleKind.NUMERIC
            ends = [parse_value(each, issue, typing.marks, typing.now) for each in (best, worst)]
    return replace(issue, kind=kind, best=ends[0], worst=ends[1], step=least_step(*ends))


def _unit(text: str, typing: Typing) -> str:
    """Write a currency at the head of a unit as its code: "eur/can" is EUR/can."""
    head = re.split(r"[/\s]", text, maxsplit=1)[0]
    code = named_currency(head, typing.currency) if head else None
    return text if code is None else code + text[len(head) :]


def _terms(text: str, issues: Sequence[Issue], code: str, typing: Typing) -> tuple[Term, ...]:
    if not text.strip():
        return ()
    if len(issues) == 1:
        # the one issue there is need not be named
        try:
            return (Term(issue_id=issues[0].id, value=parse_value(text, issues[0], typing.marks, typing.now)),)
        except BadInput:
            pass
    context = Context(
        issues=tuple(issues),
        marks=typing.marks,
        now=typing.now,
        currency=typing.currency,
        language=typing.language,
        last_speaker=Side.THEM,
    )
    reading = read(text, context)
    statement = reading.statement
    if reading.status is not Status.READ or not statement.terms or statement.conditions or statement.in_return:
        why: Message | str = reading.message if reading.message is not None else ""
        raise BadInput(code, text=text[:_SHOWN], why=why)
    return statement.terms


def _alternative(text: str, issues: Sequence[Issue], typing: Typing) -> list[Fields]:
    """Part the name from the terms: they begin with the first word that has a number or names an issue."""
    names = {part for issue in issues for part in (key_of(issue.name), key_of(issue.name).split()[0])}
    start = len(text)
    for token in cut(text).tokens:
        if token.start and (token.has_number or token.folded in names):
            start = token.start
            break
    name, said = text[:start].strip(" ,;:"), text[start:].strip()
    if not name or not any(sign.isalpha() for sign in name):
        raise BadInput("quick.batna_name", text=text[:_SHOWN])
    terms = _terms(said, issues, "quick.batna", typing)
    by_id = {issue.id: key_of(issue.name) for issue in issues}
    stated = tuple(
        {"issue": by_id[each.issue_id], "value": each.value, "upto": each.upto, "as_said": each.as_said}
        for each in terms
    )
    return [{"name": name, "terms": stated}]


def _fields(issue: Issue, limit: Value | None) -> Fields:
    fields: Fields = {"name": issue.name, "kind": issue.kind, "unit": issue.unit, "step": issue.step}
    fields |= {"best": issue.best, "worst": issue.worst, "limit": limit}
    # equal weights are ours, not the user's
    return {name: value for name, value in fields.items() if value not in (None, "")} | {
        "weight": _WEIGHT,
        "prefilled": ("weight",),
    }
