"""ui: a line of the log in words, with the places of its figures, for the log in Meet; no Qt."""

from __future__ import annotations

from dataclasses import dataclass

from core.issue import Issue
from core.line import UNSPOKEN, Line, Verb
from core.negotiation import Negotiation
from core.shorthand import aloud
from core.side import Side
from core.term import Package, Term
from core.words import Words


@dataclass(frozen=True, slots=True)
class LineWords:
    """What a row of the log shows: the line, its figures as (start, length), and at the right what it depends on.

    `is_unspoken` tells that the line is ours alone: then its text is "Note", whatever it says, and of whom.
    """

    text: str
    figures: tuple[tuple[int, int], ...] = ()
    condition: str = ""
    is_unspoken: bool = False


def side_word(say: Words, side: Side | None) -> str:
    """Return who speaks, as the log and the entry line name a side."""
    if side is None:
        return ""
    return say("They") if side is Side.THEM else say("We")


def line_words(negotiation: Negotiation, line: Line, earlier: dict[int, Term], say: Words) -> LineWords:
    """Put a line into words that the other side may read by chance: a note is just "Note".

    `earlier` are the same side's terms before it, so that a move shows from and to.
    """
    typed = aloud(line.verb, line.text)
    if line.verb in UNSPOKEN or (line.verb is Verb.UNREAD and not typed):
        return LineWords(say("Note"), is_unspoken=True)
    if line.verb is Verb.UNREAD:
        return LineWords(typed)
    writer = _Writer(say, negotiation)
    _say_verb(writer, line, earlier, say)
    rest = aloud(line.verb, line.rest)
    if rest and line.verb is Verb.OFFER:
        writer.add(f", {rest}")
    return LineWords(writer.text, tuple(writer.figures), _condition(negotiation, line, say))


class _Writer:
    """Writes text and remembers where figures stand."""

    def __init__(self, say: Words, negotiation: Negotiation) -> None:
        self.text = ""
        self.figures: list[tuple[int, int]] = []
        self._say = say
        self._issues = negotiation.issue_by_id

    def add(self, text: str) -> None:
        self.text += text

    def figure(self, text: str) -> None:
        self.figures.append((len(self.text), len(text)))
        self.text += text

    def terms(self, package: Package, earlier: dict[int, Term]) -> None:
        for number, term in enumerate(package):
            issue = self._issues.get(term.issue_id)
            if issue is None:
                continue
            if number:
                self.add(", ")
            self._term(issue, term, earlier.get(term.issue_id))

    def _term(self, issue: Issue, term: Term, before: Term | None) -> None:
        say = self._say
        self.add(f"{issue.name} ")
        if before is not None and before.value != term.value and term.upto is None and before.upto is None:
            self.figure(say.quantity(before.value))
            self.add(f" {say('to')} ")
        self.figure(say.quantity(term.value))
        if term.upto is not None:
            self.add(f" {say('to')} ")
            self.figure(say.quantity(term.upto))
        if issue.unit and not isinstance(term.value, str):
            self.add(f" {issue.unit}")
        if term.withdrawn_at is not None:
            self.add(f" {say('(withdrawn)')}")

    def names(self, issue_ids: tuple[int, ...]) -> None:
        self.add(", ".join(self._issues[each].name for each in issue_ids if each in self._issues))


def _say_verb(writer: _Writer, line: Line, earlier: dict[int, Term], say: Words) -> None:
    match line.verb:
        case Verb.OFFER:
            writer.terms(line.terms, earlier)
        case Verb.AGREE:
            writer.add(say("Agreed: "))
            writer.terms(line.terms, {})
        case Verb.REFUSE:
            writer.add(say("Refused: ") if line.issues else say("Refused the last offer"))
            writer.names(line.issues)
        case Verb.PARK:
            writer.add(say("Parked: "))
            writer.names(line.issues)
        case Verb.ASK:
            writer.add(say("Asked about ") if line.issues else say("Asked"))
            writer.names(line.issues)
        case Verb.PROMISE:
            writer.add(say("Commitment: {text}", text=aloud(line.verb, line.rest)))
        case Verb.NEW_ISSUE:
            writer.add(say("New issue: "))
            writer.names(line.issues)


def _condition(negotiation: Negotiation, line: Line, say: Words) -> str:
    parts = []
    for word, package, words in (
        (say("if"), line.conditions, line.condition_words),
        (say("for"), line.in_return, ""),
    ):
        writer = _Writer(say, negotiation)
        writer.terms(package, {})
        wanted = ", ".join(filter(None, (writer.text, words)))
        if wanted:
            parts.append(f"{word} {wanted}")
    if line.valid_until is not None and line.verb is Verb.OFFER:
        parts.append(say("until {day}", day=line.valid_until))
    elif line.valid_until is not None and line.verb is Verb.PROMISE:
        parts.append(say("due {day}", day=say.weekday(line.valid_until)))
    if line.is_final:
        parts.append(say("final"))
    return ", ".join(parts)
