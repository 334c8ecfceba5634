"""tests: lines written from what was meant, by the rules, so that reading them has to give just that again."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from core.issue import Issue
from core.line import Verb
from core.meeting import Channel
from core.number import Marks
from core.shorthand import Statement
from core.side import Side
from core.term import Package, Term, Value
from tests.core.shorthand.rules import CLAUSES, WHO
from tests.core.shorthand.table import (
    CLOSING,
    INCOTERM,
    INDEX,
    ISSUES,
    LEAD,
    NOW,
    PAY,
    PRICE,
    SHELF,
    STANDING,
    UPFRONT,
    VOLUME,
)

UNITS = {
    PRICE: ("EUR", "\u20ac", "EUR/can"),
    PAY: ("d", "days", "day"),
    LEAD: ("w", "weeks", "wk"),
    SHELF: ("m", "months", "mo"),
    VOLUME: ("k", "k cans", "k"),
    UPFRONT: ("%", "%", "%"),
}
CHANNELS = {"mail": Channel.MAIL, "phone": Channel.PHONE}


@dataclass(frozen=True)
class Written:
    """A line and what it was written to say."""

    text: str
    meant: Statement


def plain(said: Statement) -> Statement:
    """Return a statement without what only tells how it was typed."""

    def bare(package: Package) -> Package:
        return tuple(
            Term(
                issue_id=term.issue_id,
                value=_same(term.value),
                upto=None if term.upto is None else _same(term.upto),
            )
            for term in package
        )

    return replace(
        said,
        terms=bare(said.terms),
        conditions=bare(said.conditions),
        in_return=bare(said.in_return),
        typos=(),
    )


class Writer:
    """Writes lines in the marks of a region and the words of a language; the same for the same seed."""

    def __init__(self, seed: int, marks: Marks, language: str) -> None:
        self._chance = random.Random(seed)
        self._marks = marks
        languages = ("en", "de") if language.startswith("de") else ("en",)
        self._who = [(word, side) for each in languages for word, side in WHO[each].items()]
        self._clauses = {
            clause: [word for each in languages for word, meant in CLAUSES[each].items() if meant == clause]
            for clause in ("if", "for", "until", "by", "pkg")
        }

    def line(self) -> Written:
        """Write one offer: one to four terms, some on a condition or in return, and what may stand around them."""
        pick = self._chance
        word, side = pick.choice(self._who)
        issues = pick.sample(ISSUES, pick.choice((1, 1, 2, 2, 3, 4)))
        number_first = pick.random() < 0.4
        main = max(1, len(issues) - pick.choice((0, 0, 1, 2)))
        sections = [issues[:main], issues[main : main + 1], issues[main + 1 :]]
        texts, packages = [], []
        for section in sections:
            terms = [self._term(issue, side, number_first=number_first) for issue in section]
            texts.append(pick.choice((" ", ", ", "; ", " ")).join(text for text, _ in terms))
            packages.append(tuple(term for _, term in terms))
        said = Statement(side=side, verb=Verb.OFFER, terms=packages[0], conditions=packages[1], in_return=packages[2])
        text = f"{word} {texts[0]}"
        for clause, section_text in (("if", texts[1]), ("for", texts[2])):
            if section_text:
                text += f" {pick.choice(self._clauses[clause])} {section_text}"
        if not packages[1] and pick.random() < 0.1:
            text += f' {pick.choice(self._clauses["if"])} "the board of 3 agrees"'
            said = replace(said, condition_words="the board of 3 agrees")
        return self._around(text, said)

    def _around(self, text: str, said: Statement) -> Written:
        pick = self._chance
        if pick.random() < 0.15:
            text, said = text + pick.choice((" !!", "!!")), replace(said, is_final=True)
        if pick.random() < 0.15:
            day = NOW.date() + timedelta(pick.randint(0, 200))
            typed = pick.choice((f"{day.day}.{day.month}.", f"{day:%Y-%m-%d}", f"{day:%d.%m.%Y}"))
            text += f" {pick.choice(self._clauses['until'])} {typed}"
            said = replace(said, valid_until=day)
        if pick.random() < 0.15:
            word, channel = pick.choice(list(CHANNELS.items()))
            text, said = f"{text} {pick.choice(self._clauses['by'])} {word}", replace(said, channel=channel)
        if pick.random() < 0.15:
            at = NOW.replace(hour=pick.randint(0, 10), minute=pick.randint(0, 29))
            text, said = f"{text} @{at.hour}:{at.minute:02}", replace(said, at=at)
        if pick.random() < 0.1:
            text, said = f"{text} # sat back, 2 minutes", replace(said, note="sat back, 2 minutes")
        return Written(text, said)

    def _term(self, issue: Issue, side: Side, *, number_first: bool) -> tuple[str, Term]:
        pick = self._chance
        names = [issue.name, issue.name.upper(), issue.name.lower(), issue.name[:3].lower()]
        names += [issue.alias] * 4 if issue.alias else []
        name = pick.choice([each for each in names if len(each) > 1])
        if issue.id == INCOTERM:
            option = pick.choice(issue.options).label
            return pick.choice((f"{name} {option.lower()}", f"{name}={option}")), Term(issue_id=issue.id, value=option)
        typed, term = self._value(issue, side)
        if number_first:
            return f"{typed} {name}", term
        return (f"{name}{typed}" if typed.startswith("=") else f"{name} {typed}"), term

    def _value(self, issue: Issue, side: Side) -> tuple[str, Term]:
        pick = self._chance
        own = STANDING[side].get(issue.id)
        if issue.id == CLOSING:
            day = date(2026, 12, 1) + timedelta(pick.randint(0, 120))
            typed = pick.choice((f"{day.day}.{day.month}.", f"{day:%Y-%m-%d}", f"{day.day}.{day.month}.{day.year}"))
            return typed, Term(issue_id=issue.id, value=day)
        if own is not None and isinstance(own.value, Decimal) and pick.random() < 0.15:
            return self._step(issue, own.value)
        value = self._figure(issue)
        if issue.id == INDEX:
            return f"={self._number(value)}", Term(issue_id=issue.id, value=value)
        if pick.random() < 0.15:
            upto = self._figure(issue)
            unit = pick.choice(("", *UNITS[issue.id]))
            typed = f"{self._number(value)}..{self._number(upto)}{self._glued(unit)}"
            if upto == value:
                return typed, Term(issue_id=issue.id, value=value)
            return typed, Term(issue_id=issue.id, value=value, upto=upto)
        return self._converted(issue, value), Term(issue_id=issue.id, value=value)

    def _step(self, issue: Issue, own: Decimal) -> tuple[str, Term]:
        pick = self._chance
        step = (
            self._chance.choice((Decimal("0.01"), Decimal("0.02")))
            if issue.id == PRICE
            else Decimal(pick.randint(1, 3))
        )
        sign = pick.choice("+-")
        unit = self._glued(pick.choice(("", UNITS[issue.id][0])))
        value = own + step if sign == "+" else own - step
        return f"{sign}{self._number(step)}{unit}", Term(issue_id=issue.id, value=value)

    def _converted(self, issue: Issue, value: Decimal) -> str:
        """Write a value in the issue's unit, in none, or in one that converts exactly."""
        pick = self._chance
        number = self._number(value)
        ways = [number, number, number + self._glued(pick.choice(UNITS[issue.id]))]
        if issue.id == PAY and value % 7 == 0:
            ways.append(f"{self._number(value / 7)}w")
        if issue.id == PAY and value % 30 == 0:
            ways.append(f"{self._number(value / 30)} months")
        if issue.id == SHELF and value % 12 == 0:
            ways.append(f"{self._number(value / 12)}y")
        if issue.id == LEAD:
            ways.append(f"{self._number(value * 7)} days")
        if issue.id == VOLUME:
            ways.append(f"{self._number(value * 1000)} cans")
        if issue.id == PRICE:
            ways.append(f"\u20ac{number}")
        return pick.choice(ways)

    def _figure(self, issue: Issue) -> Decimal:
        pick = self._chance
        if issue.id == PRICE:
            return Decimal(pick.randint(135, 155)) / 100
        if issue.id == VOLUME and pick.random() < 0.1:
            return Decimal(pick.choice((1480, 1_200_000)))
        assert isinstance(issue.best, Decimal)
        assert isinstance(issue.worst, Decimal)
        low, high = sorted((int(issue.best), int(issue.worst)))
        half = Decimal("0.5") if issue.id == LEAD and pick.random() < 0.2 else Decimal(0)
        return pick.randint(low, high - 1) + half

    def _number(self, value: Decimal) -> str:
        """Write a number as the region does, with or without its thousands parted."""
        whole, _, fraction = f"{value.normalize():f}".partition(".")
        sign = "-" if whole.startswith("-") else ""
        whole = whole.lstrip("-")
        if len(whole) > 3 and self._marks.group and self._chance.random() < 0.5:
            head = len(whole) % 3 or 3
            whole = self._marks.group.join([whole[:head], *(whole[at : at + 3] for at in range(head, len(whole), 3))])
        return f"{sign}{whole}{self._marks.decimal if fraction else ''}{fraction}"

    def _glued(self, unit: str) -> str:
        return unit if not unit or self._chance.random() < 0.5 else f" {unit}"


def _same(value: Value) -> Value:
    return value.normalize() if isinstance(value, Decimal) else value
