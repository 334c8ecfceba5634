"""core: a statement in words, part by part, for the reading line, the log and the command line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from core.issue import Issue
from core.line import Verb
from core.message import Amount
from core.negotiation import Negotiation
from core.shorthand.statement import NewIssue, Part, Role, Statement
from core.side import Side
from core.term import Term
from core.words import Words

# Who does what: (they, we, nobody named).
_VERBS: Mapping[Verb, tuple[str, str, str]] = {
    Verb.OFFER: ("They offer", "We offer", "Offered"),
    Verb.AGREE: ("They agree", "We agree", "Agreed"),
    Verb.REFUSE: ("They refuse", "We refuse", "Refused"),
    Verb.PARK: ("They park", "We park", "Parked"),
    Verb.ASK: ("They ask", "We ask", "Asked"),
    Verb.PROMISE: ("They promise", "We promise", "Promised"),
    Verb.GUESS: ("Guess about them", "Guess about us", "Guess"),
    Verb.TACTIC: ("Their tactic", "Our tactic", "Tactic"),
    Verb.SANCTION: ("They threaten", "We threaten", "Threat"),
    Verb.NEW_ISSUE: ("New issue", "New issue", "New issue"),
    Verb.NOTE: ("Note on them", "Note on us", "Note"),
    Verb.ROUND: ("Round", "Round", "Round"),
    Verb.UNREAD: ("They, kept as typed", "We, kept as typed", "Kept as typed"),
}
_QUOTED = frozenset({Verb.PROMISE, Verb.SANCTION, Verb.NOTE})


def words_of(statement: Statement, negotiation: Negotiation, say: Words) -> tuple[Part, ...]:
    """Return the statement in words: "They offer", "Price", "1.48 EUR/can", "Payment", "30 days".

    Parts are to be set apart by a blank; a converted or stepped term adds what was typed, in brackets.
    """
    return tuple(_parts(statement, negotiation, say))


def told(parts: Iterable[Part]) -> str:
    """Return a statement's parts as one text, its terms parted by commas."""
    text, before = "", None
    for part in parts:
        follows_term = before is not None and (before.role is Role.VALUE or before.text.startswith("("))
        gap = "" if before is None else ", " if follows_term and part.role is Role.ISSUE else " "
        text, before = f"{text}{gap}{part.text}", part
    return text


def _parts(statement: Statement, negotiation: Negotiation, say: Words) -> Iterator[Part]:
    issues = negotiation.issue_by_id
    they, we, nobody = _VERBS[statement.verb]
    by_side = {Side.THEM: they, Side.US: we, None: nobody}
    verb = say(by_side[statement.side])
    # what follows is in the speaker's words, and would read as if it were ours
    is_quoted = statement.verb in _QUOTED and bool(statement.rest or statement.note)
    yield Part(say("{verb}:", verb=verb) if is_quoted else verb, Role.VERB)
    if statement.package:
        yield Part(say("Package"), Role.ISSUE)
        yield Part(statement.package, Role.VALUE)
    yield from _terms(statement.terms, issues, say)
    for issue_id in statement.issues:
        issue = issues.get(issue_id)
        yield Part(issue.name if issue is not None else say("an issue no longer listed"), Role.ISSUE)
    if statement.new_issue is not None:
        yield from _new_issue(statement.new_issue, negotiation.currency, say)
    if statement.conditions or statement.condition_words:
        yield Part(say("if"), Role.WORD)
        yield from _terms(statement.conditions, issues, say)
        yield from _quoted(statement.condition_words)
    if statement.in_return or statement.in_return_words:
        yield Part(say("for"), Role.WORD)
        yield from _terms(statement.in_return, issues, say)
        yield from _quoted(statement.in_return_words)
    if statement.rest:
        is_left = statement.verb is Verb.OFFER or bool(statement.terms)
        yield Part(statement.rest, Role.UNREAD if is_left else Role.VALUE)
    yield from _around(statement, say)


def _terms(terms: Sequence[Term], issues: Mapping[int, Issue], say: Words) -> Iterator[Part]:
    for term in terms:
        issue = issues.get(term.issue_id)
        yield Part(issue.name if issue is not None else say("an issue no longer listed"), Role.ISSUE)
        yield Part(_value(term, issue.unit if issue is not None else "", say), Role.VALUE)
        if term.as_said:
            yield Part(f"({term.as_said})", Role.WORD)


def _value(term: Term, unit: str, say: Words) -> str:
    unit = "" if isinstance(term.value, date) else unit
    if term.upto is None:
        return say.quantity(term.value, unit)
    return say("{low} to {high}", low=say.quantity(term.value), high=say.quantity(term.upto, unit))


def _new_issue(issue: NewIssue, currency: str, say: Words) -> Iterator[Part]:
    yield Part(issue.name, Role.ISSUE)
    best, worst = say.quantity(issue.best), say.quantity(issue.worst, issue.unit)
    yield Part(say("{best} best, {worst} worst", best=best, worst=worst), Role.VALUE)
    if issue.weight is not None:
        yield Part(say("weight {weight}", weight=issue.weight), Role.VALUE)
    if issue.share is not None:
        yield Part(say("weight {weight}", weight=say.share(issue.share)), Role.VALUE)
    if issue.money_worth is not None:
        worth = Amount(issue.money_worth, currency)
        yield Part(say("whole range worth {worth}", worth=worth), Role.VALUE)


def _quoted(words: str) -> Iterator[Part]:
    if words:
        yield Part(f"\u201c{words}\u201d", Role.VALUE)


def _around(statement: Statement, say: Words) -> Iterator[Part]:
    if statement.is_final:
        yield Part(say("final"), Role.WORD)
    if statement.valid_until is not None and statement.verb is Verb.PROMISE:
        yield Part(say("due {day}", day=say.weekday(statement.valid_until)), Role.WORD)
    elif statement.valid_until is not None:
        yield Part(say("until {day}", day=statement.valid_until), Role.WORD)
    if statement.channel is not None:
        yield Part(say("by {channel}", channel=say(str(statement.channel))), Role.WORD)
    if statement.at is not None:
        yield Part(say("said {moment}", moment=statement.at), Role.WORD)
    if statement.note:
        is_all = statement.verb is Verb.NOTE
        yield Part(statement.note if is_all else say("Note: {note}", note=statement.note), Role.NOTE)
