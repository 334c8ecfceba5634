"""core: what "ok", "no", "park" and "ask" settle, refuse, put off or ask: names only, resolved (rule 5)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, product

from core.line import Verb
from core.message import Message, message
from core.shorthand.context import Conditional, Context
from core.shorthand.line import Frame
from core.shorthand.offers import Candidate
from core.shorthand.statement import Role, Span, Statement
from core.shorthand.tokens import Token
from core.side import Side
from core.term import Package, Term

NAMING = frozenset({Verb.AGREE, Verb.REFUSE, Verb.PARK, Verb.ASK})
_MOST_WAYS = 64


def naming(frame: Frame, context: Context, troubles: list[Message]) -> list[Candidate]:
    """Return all readings of a line whose verb takes issues or nothing; none where the rest is anything else."""
    found: list[Candidate] = []
    for issues, spans in _names(frame.body, context):
        if len(set(issues)) < len(issues):
            twice = next(each for place, each in enumerate(issues) if each in issues[:place])
            troubles.append(message("line.twice", issue=context.lexicon.issues[twice].name))
            continue
        for statement in _statements(frame, issues, context, troubles):
            if all(statement != other.statement for other in found):
                found.append(Candidate(statement, spans))
    if not found:
        troubles.append(message("line.verb_rest"))
    return found


def _names(tokens: Sequence[Token], context: Context) -> list[tuple[tuple[int, ...], tuple[Span, ...]]]:
    """Return every way to read all tokens as names of issues."""
    if len(tokens) > 6 * max(1, len(context.issues)):
        return []
    done: list[tuple[tuple[int, ...], tuple[Span, ...]]] = []
    open_ways: list[tuple[int, tuple[int, ...], tuple[Span, ...]]] = [(0, (), ())]
    while open_ways and len(done) < _MOST_WAYS:
        at, issues, spans = open_ways.pop()
        if at >= len(tokens):
            done.append((issues, spans))
            continue
        for issue_id, length in reversed(context.lexicon.named(tokens, at)):
            span = Span(tokens[at].start, tokens[at + length - 1].end, Role.ISSUE)
            open_ways.append((at + length, (*issues, issue_id), (*spans, span)))
    return done


def _statements(frame: Frame, issues: tuple[int, ...], context: Context, troubles: list[Message]) -> list[Statement]:
    if frame.verb is Verb.AGREE:
        return _agreements(frame, issues, context, troubles)
    ways = [issues]
    if frame.verb is Verb.PARK and not issues:
        last = context.last_issues
        ways = [last, *((each,) for each in last)] if len(last) > 1 else [last]
        if not last:
            troubles.append(message("line.which_issue"))
            return []
    speaker = frame.side or context.last_speaker
    sides = (speaker,) if speaker is not None else (Side.THEM, Side.US)
    return [_statement(frame, side, issues=way) for way in ways for side in sides]


def _agreements(frame: Frame, issues: tuple[int, ...], context: Context, troubles: list[Message]) -> list[Statement]:
    """Resolve what is agreed: the other side's standing term, or its conditional offer with its conditions."""
    side = frame.side or _agreeing(issues, context, troubles)
    if side is None:
        return []
    theirs = context.standing.get(side.other, {})
    own = context.standing.get(side, {})
    if issues:
        return _settled(frame, side, issues, context, troubles)
    if not context.last_offer.get(side.other):
        troubles.append(message("line.which_issue"))
        return []
    # A bare "ok" takes the last offer, or all that stands: asked where these differ.
    still_open = tuple(each for each in theirs if not _same(theirs[each], own.get(each)))
    found = _settled(frame, side, context.last_offer[side.other], context, troubles)
    if still_open:
        whole = _statement(frame, side, terms=_merged([theirs[each] for each in still_open]) or ())
        found += [whole] if _is_new(whole, found) else []
    return found


def _is_new(statement: Statement, found: Sequence[Statement]) -> bool:
    key = {(term.issue_id, term.value, term.upto) for term in statement.terms}
    return all({(term.issue_id, term.value, term.upto) for term in other.terms} != key for other in found)


def _agreeing(issues: tuple[int, ...], context: Context, troubles: list[Message]) -> Side | None:
    """Return who agrees where nobody was named: the side that did not make the last offer on the issue."""
    if issues:
        makers = {context.last_offer_by.get(each) for each in issues}
        if None in makers:
            silent = next(each for each in issues if context.last_offer_by.get(each) is None)
            troubles.append(message("line.no_offer", issue=context.lexicon.issues[silent].name))
            return None
        if len(makers) > 1:
            troubles.append(message("line.who_agrees"))
            return None
    else:
        makers = {context.last_offer_side}
    maker = makers.pop()
    if maker is None:
        troubles.append(message("line.which_issue"))
        return None
    return maker.other


def _settled(
    frame: Frame, side: Side, issues: tuple[int, ...], context: Context, troubles: list[Message]
) -> list[Statement]:
    choices: list[list[Term | Conditional]] = []
    for issue_id in issues:
        able: list[Term | Conditional] = []
        standing = context.standing.get(side.other, {}).get(issue_id)
        if standing is not None:
            able.append(standing)
        able += [
            each
            for each in context.conditional
            if each.side is side.other and any(term.issue_id == issue_id for term in each.terms)
        ]
        if not able:
            name = context.lexicon.issues[issue_id].name if issue_id in context.lexicon.issues else ""
            troubles.append(message(f"line.no_standing_{side.other}", issue=name))
            return []
        choices.append(able)
    found: list[Statement] = []
    for way in islice(product(*choices), _MOST_WAYS):
        terms = _merged(way)
        if terms is None:
            continue
        words = dict.fromkeys(
            each.condition_words for each in way if isinstance(each, Conditional) and each.condition_words
        )
        statement = _statement(frame, side, terms=terms, condition_words="; ".join(words))
        if statement not in found:
            found.append(statement)
    return found


def _merged(way: Sequence[Term | Conditional]) -> Package | None:
    """Put all that is settled together; None where two of the offers say different things on one issue."""
    settled: dict[int, Term] = {}
    for each in way:
        for term in (*each.terms, *each.conditions) if isinstance(each, Conditional) else (each,):
            plain = Term(issue_id=term.issue_id, value=term.value, upto=term.upto)
            if not _same(settled.setdefault(term.issue_id, plain), plain):
                return None
    return tuple(settled.values())


def _same(one: Term, other: Term | None) -> bool:
    return other is not None and (one.value, one.upto) == (other.value, other.upto)


def _statement(
    frame: Frame,
    side: Side,
    *,
    issues: tuple[int, ...] = (),
    terms: Package = (),
    condition_words: str = "",
) -> Statement:
    return Statement(
        side=side,
        verb=frame.verb or Verb.ASK,
        terms=terms,
        condition_words=condition_words,
        issues=issues,
        note=frame.note,
        channel=frame.channel,
        valid_until=frame.valid_until,
        at=frame.at,
    )
