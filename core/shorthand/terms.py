"""core: the terms of a meeting line as typed, before their issues and values are worked out (rules 5 and 6)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from core.issue import ScaleKind
from core.number import Marks
from core.shorthand.amounts import Amount, Days, amounts_at, days_at, named_day_at
from core.shorthand.lexicon import Lexicon
from core.shorthand.statement import Role, Span
from core.shorthand.tokens import Token

_MOST_WAYS = 48
_MOST_STEPS = 4000


class Order(StrEnum):
    """Which comes first in a term; the first term with an issue fixes it for the line (rule 6)."""

    ISSUE_FIRST = "issue first"
    NUMBER_FIRST = "number first"


@dataclass(frozen=True, slots=True)
class Typed:
    """One term as typed: a number, days or an option label, and the issue named with it (None: a bare one)."""

    issue_id: int | None
    what: Amount | Days | str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """One way to read a run of tokens: its terms, and the places of the words that are left over.

    `names_left` are the issues that words left over would name.
    """

    typed: tuple[Typed, ...] = ()
    left: tuple[int, ...] = ()
    names_left: frozenset[int] = frozenset()


def pieces(tokens: Sequence[Token], order: Order, lexicon: Lexicon, marks: Marks) -> list[Piece]:
    """Read a run of tokens as terms in every way; none where a number cannot be part of any term.

    A term does not reach across a `;` or a comma.
    """
    return _Reader(tokens, order, lexicon, marks).read()


class _Reader:
    def __init__(self, tokens: Sequence[Token], order: Order, lexicon: Lexicon, marks: Marks) -> None:
        self._tokens = tokens
        self._issue_first = order is Order.ISSUE_FIRST
        self._lexicon = lexicon
        self._marks = marks

    def read(self) -> list[Piece]:
        """Follow every way from the first token to the last; the number of ways and of steps is bounded."""
        done: list[Piece] = []
        open_ways: list[tuple[int, Piece]] = [(0, Piece())]
        for _ in range(_MOST_STEPS):
            if not open_ways or len(done) >= _MOST_WAYS:
                break
            at, so_far = open_ways.pop()
            if at >= len(self._tokens):
                done.append(so_far)
                continue
            open_ways += reversed(list(self._next(at, so_far)))
        return done

    def _next(self, at: int, so_far: Piece) -> Iterator[tuple[int, Piece]]:
        moved = False
        for typed, taken in self._terms(at):
            moved = True
            yield at + taken, Piece((*so_far.typed, *typed), so_far.left, so_far.names_left)
        token = self._tokens[at]
        if moved or token.equals or token.has_number:
            return
        named = so_far.names_left | {issue_id for issue_id, _ in self._lexicon.named(self._tokens, at)}
        yield at + 1, Piece(so_far.typed, (*so_far.left, at), named)

    def _terms(self, at: int) -> Iterator[tuple[tuple[Typed, ...], int]]:
        """Yield the terms that start at a token, each way with the tokens that it takes."""
        for issue_id, length in self._lexicon.named(self._tokens, at):
            name = self._span(at, length, Role.ISSUE)
            value_at = at + length
            if value_at >= len(self._tokens) or self._tokens[value_at].apart:
                continue
            option = self._lexicon.option(issue_id, self._tokens, value_at)
            if option is not None:
                spans = (name, self._span(value_at, option[1], Role.VALUE))
                yield (Typed(issue_id, option[0], spans),), length + option[1]
            elif self._issue_first:
                for values, taken in (*self._values(value_at), *self._named_day(issue_id, value_at)):
                    first = Typed(issue_id, values[0].what, (name, *values[0].spans))
                    yield (first, *values[1:]), length + taken
        if self._tokens[at].equals and at > 0 and self._tokens[at - 1].end == self._tokens[at].start:
            return  # "word=5": the number belongs to the word
        for values, taken in self._values(at):
            yield from self._numbers(at, values, taken)

    def _numbers(self, at: int, values: tuple[Typed, ...], taken: int) -> Iterator[tuple[tuple[Typed, ...], int]]:
        after = at + taken
        named: list[tuple[int, int]] = []
        if not self._issue_first and after < len(self._tokens) and not self._tokens[after].apart:
            named = self._lexicon.named(self._tokens, after)
        for issue_id, length in named:
            name = self._span(after, length, Role.ISSUE)
            last = Typed(issue_id, values[-1].what, (*values[-1].spans, name))
            yield (*values[:-1], last), taken + length
        if not named:
            yield values, taken

    def _values(self, at: int) -> Iterator[tuple[tuple[Typed, ...], int]]:
        days = days_at(self._tokens[at], self._marks)
        if days is not None:
            yield (Typed(None, days, (Span(days.start, days.end, Role.VALUE),)),), 1
        for amounts, taken in amounts_at(self._tokens, at, self._lexicon, self._marks):
            yield tuple(Typed(None, amount, _spans_of(amount)) for amount in amounts), taken

    def _named_day(self, issue_id: int, at: int) -> Iterator[tuple[tuple[Typed, ...], int]]:
        """Yield a day with the name of its month, which is read right behind the name of an issue that is a day."""
        found = named_day_at(self._tokens, at, self._marks)
        if found is not None and self._lexicon.issues[issue_id].kind is ScaleKind.DATE:
            days, taken = found
            yield (Typed(None, days, (Span(days.start, days.end, Role.VALUE),)),), taken

    def _span(self, at: int, length: int, role: Role) -> Span:
        return Span(self._tokens[at].start, self._tokens[at + length - 1].end, role)


def _spans_of(amount: Amount) -> tuple[Span, ...]:
    value = Span(amount.start, amount.end, Role.VALUE)
    return (value, Span(amount.unit_start, amount.unit_end, Role.UNIT)) if amount.unit_end else (value,)
