"""core: a meeting line read as an offer or a guess - terms, "if", "for", a package - in all ways (rules 5 to 9)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product
from operator import attrgetter

from core.line import Verb
from core.message import Message, message
from core.shorthand.context import Context
from core.shorthand.line import Frame
from core.shorthand.resolve import NO_RANGE, resolve
from core.shorthand.statement import Role, Span, Statement
from core.shorthand.terms import Order, Piece, pieces
from core.shorthand.tokens import Token
from core.shorthand.values import Reader, typo
from core.shorthand.vocabulary import Clause
from core.side import Side
from core.term import Package, Term

_MOST_TOKENS = 120  # a longer line is kept as it stands
_MOST_WAYS = 96
_SIGNS = ("+", "-", "\u2013", "\u2212")
_GLUED = (":", "-", ".", ",", "!", "?")  # what may be typed behind a verb that is no verb then
_EDGES = re.compile(r"^\W+|\W+$")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One way to read the line, with its marks; `left` counts the words left over, `asked` wants it confirmed."""

    statement: Statement
    spans: tuple[Span, ...]
    left: int = 0
    asked: bool = False


@dataclass(frozen=True, slots=True)
class _Section:
    """The tokens of one part of the line, the words in quotes taken out."""

    tokens: tuple[Token, ...] = ()
    quoted: tuple[Token, ...] = ()
    word: Token | None = None


def offers(text: str, frame: Frame, context: Context, troubles: list[Message]) -> list[Candidate]:
    """Return all readings of the line as terms; those that leave no word over first of all, else with the fewest.

    A number that no range holds is asked only where no reading does without. What stands in the way of a reading is
    added to `troubles`.
    """
    if not frame.body or len(frame.body) > _MOST_TOKENS:
        troubles.append(message("line.long") if frame.body else message("line.nothing_said"))
        return []
    speaker = frame.side or context.last_speaker
    sides = (speaker,) if speaker is not None else (Side.THEM, Side.US)
    left_over: list[Candidate] = []
    for homeless in (False, True):
        found = _unique(
            each
            for sections in _sections(frame.body, context, troubles)
            for side in sides
            for each in _readings(text, frame, sections, Reader(context, side, text, troubles), homeless=homeless)
        )
        whole = [each for each in found if not each.left]
        if whole:
            return whole
        left_over = left_over or found
        if NO_RANGE not in troubles:
            break
    fewest = min((each.left for each in left_over), default=0)
    return [each for each in left_over if each.left == fewest]


def _unique(found: Iterator[Candidate]) -> list[Candidate]:
    unique: list[Candidate] = []
    for each in islice(found, _MOST_WAYS):
        same = next((place for place, other in enumerate(unique) if other.statement == each.statement), None)
        if same is None:
            unique.append(each)
        elif unique[same].asked and not each.asked:
            unique[same] = each
    return unique


def _sections(
    body: Sequence[Token], context: Context, troubles: list[Message]
) -> list[tuple[_Section, _Section, _Section]]:
    """Part the line at "if" and "for"; where such a word is part of an issue's name, also without."""
    opening = [
        at
        for at, token in enumerate(body)
        if not token.quoted
        and not token.equals
        and context.lexicon.words.clauses.get(token.folded) in (Clause.IF, Clause.FOR)
    ]
    covered = {
        place
        for at in range(len(body))
        for _, length in (context.lexicon.named(body, at) if opening else ())
        for place in range(at, at + length)
        if length > 1
    }
    ways = [[at for at in opening if at not in covered], opening]
    found: list[tuple[_Section, _Section, _Section]] = []
    for way in ways if ways[0] != ways[1] else ways[:1]:
        parted = _parted(body, way, context, troubles)
        if parted is not None:
            found.append(parted)
    return found


def _parted(
    body: Sequence[Token], opening: Sequence[int], context: Context, troubles: list[Message]
) -> tuple[_Section, _Section, _Section] | None:
    edges = [*opening, len(body)]
    main = _Section(tuple(body[: edges[0]]))
    found: dict[Clause, _Section] = {}
    for place, at in enumerate(opening):
        word = body[at]
        clause = context.lexicon.words.clauses[word.folded]
        inside = body[at + 1 : edges[place + 1]]
        if clause in found:
            troubles.append(message("line.clause_twice", word=word.text))
            return None
        found[clause] = _section(inside, word)
    return main, found.get(Clause.IF, _Section()), found.get(Clause.FOR, _Section())


def _section(inside: Sequence[Token], word: Token) -> _Section:
    """Take the words in quotes out; no term reaches across them."""
    plain: list[Token] = []
    after_quote = False
    for token in inside:
        if not token.quoted:
            plain.append(replace(token, apart=True) if after_quote else token)
        after_quote = token.quoted
    return _Section(tuple(plain), tuple(token for token in inside if token.quoted), word)


def _readings(
    text: str, frame: Frame, sections: tuple[_Section, _Section, _Section], reader: Reader, *, homeless: bool
) -> Iterator[Candidate]:
    main, label, package, spans = _package(sections[0].tokens, reader)
    if main is None:
        return
    runs = (main, sections[1].tokens, sections[2].tokens)
    lexicon, marks = reader.context.lexicon, reader.context.marks
    seen: list[tuple[Piece, ...]] = []
    for order in Order:
        ways = product(*(pieces(run, order, lexicon, marks) for run in runs))
        for way in islice(ways, _MOST_WAYS):
            if way in seen:
                continue
            seen.append(way)
            if not _is_sound(way, runs, sections, has_package=bool(package), reader=reader):
                continue
            typed = [each for piece in way for each in piece.typed]
            taken = frozenset(term.issue_id for term in package)
            for resolved in resolve(typed, taken, reader, homeless=homeless):
                first, second = len(way[0].typed), len(way[0].typed) + len(way[1].typed)
                terms = (*package, *resolved.terms[:first])
                conditions, in_return = resolved.terms[first:second], resolved.terms[second:]
                left = sorted(
                    (runs[place][at] for place, piece in enumerate(way) for at in piece.left), key=attrgetter("start")
                )
                statement = Statement(
                    side=reader.side,
                    verb=frame.verb or Verb.OFFER,
                    terms=terms,
                    conditions=conditions,
                    condition_words="; ".join(token.text for token in sections[1].quoted),
                    in_return=in_return,
                    in_return_words="; ".join(token.text for token in sections[2].quoted),
                    rest=" ".join(text[token.start : token.end] for token in left),
                    note=frame.note,
                    channel=frame.channel,
                    valid_until=frame.valid_until,
                    at=frame.at,
                    is_final=frame.is_final,
                    package=label,
                    typos=_typos((*terms, *conditions, *in_return), reader.context),
                )
                marked = (
                    *spans,
                    *(span for each in typed for span in each.spans),
                    *(Span(token.start, token.end, Role.UNREAD) for token in left),
                    *_clause_spans(sections),
                )
                yield Candidate(statement, marked, len(left), resolved.asked or resolved.homeless)


def _is_sound(
    way: tuple[Piece, ...],
    runs: tuple[tuple[Token, ...], ...],
    sections: tuple[_Section, _Section, _Section],
    *,
    has_package: bool,
    reader: Reader,
) -> bool:
    """Tell whether each part says something, and whether what is left over can be a mere word.

    The name of an issue left over may belong to a bare number, or to a value that is missing; a letter that means a
    speaker may be one, as may a word at the beginning with a colon glued to it, or such a word may be the verb; a sign
    at the beginning belongs to the number behind it: none is dropped into the words. The name of an issue that is
    stated by name is.
    """
    if not way[0].typed and not has_package:
        reader.troubles.append(message("line.no_term"))
        return False
    for piece, section in zip(way[1:], sections[1:], strict=True):
        if section.word is not None and not piece.typed and not section.quoted:
            reader.troubles.append(message("line.clause_words", word=section.word.text))
            return False
    stated = {each.issue_id for piece in way for each in piece.typed}
    if any(piece.names_left and (None in stated or not piece.names_left <= stated) for piece in way):
        reader.troubles.append(message("line.name_left"))
        return False
    who = reader.context.lexicon.words.who
    left = [runs[place][at] for place, piece in enumerate(way) for at in piece.left]
    begun = [runs[0][0].folded] if 0 in way[0].left else []
    if any(len(token.text) == 1 and token.folded in who for token in left) or any(
        _EDGES.sub("", word) in who for word in begun
    ):
        reader.troubles.append(message("line.who_first"))
        return False
    glued = [_EDGES.sub("", word) for word in begun if word[-1:] in _GLUED]
    if any(word in reader.context.lexicon.words.verbs for word in glued):
        reader.troubles.append(message("line.verb_apart", word=glued[0]))
        return False
    if any(_drops_sign(runs[place], piece) for place, piece in enumerate(way)):
        reader.troubles.append(message("line.sign_apart"))
        return False
    return not any(_robs_clause(runs[place], piece, reader) for place, piece in enumerate(way))


def _drops_sign(run: Sequence[Token], piece: Piece) -> bool:
    """Tell whether a sign that opens a part of the line is left over before its number; later it may part two terms.

    An equals sign parts none: it is always that of the number.
    """
    opens = 0 in piece.left and run[0].text in _SIGNS and len(run) > 1 and run[1].has_number
    return opens or any(run[at].text == "=" and at + 1 < len(run) and run[at + 1].has_number for at in piece.left)


def _robs_clause(run: Sequence[Token], piece: Piece, reader: Reader) -> bool:
    """Tell whether a number that "until" or "by" leads to was taken for a term, the word itself left over."""
    clauses = reader.context.lexicon.words.clauses
    for at in piece.left:
        is_clause = clauses.get(run[at].folded) in (Clause.UNTIL, Clause.BY) and not run[at].quoted
        if is_clause and at + 1 < len(run) and run[at + 1].has_number and not run[at + 1].apart:
            reader.troubles.append(message("line.clause_day", word=run[at].text))
            return True
    return False


def _package(
    tokens: tuple[Token, ...], reader: Reader
) -> tuple[tuple[Token, ...] | None, str, Package, tuple[Span, ...]]:
    """Take "pkg B" off the terms; None for the tokens where the label is unknown."""
    words = reader.context.lexicon.words
    for at, token in enumerate(tokens):
        if token.quoted or token.equals or words.clauses.get(token.folded) is not Clause.PACKAGE:
            continue
        labels = {label.casefold(): label for label in reader.context.packages}
        for length in range(min(6, len(tokens) - at - 1), 0, -1):
            said = " ".join(each.text for each in tokens[at + 1 : at + 1 + length])
            label = labels.get(said.casefold())
            if label is not None and not reader.context.packages[label]:
                reader.troubles.append(message("line.package_empty", label=label))
                return None, "", (), ()
            if label is not None:
                spans = (
                    Span(token.start, token.end, Role.WORD),
                    Span(tokens[at + 1].start, tokens[at + length].end, Role.VALUE),
                )
                # no term reaches across the package
                after = tuple(replace(each, apart=True) for each in tokens[at + 1 + length :][:1])
                rest = tokens[:at] + after + tokens[at + 2 + length :]
                return rest, label, reader.context.packages[label], spans
        said = tokens[at + 1].text if at + 1 < len(tokens) else ""
        reader.troubles.append(message("line.no_package", label=said))
        return None, "", (), ()
    return tokens, "", (), ()


def _clause_spans(sections: Sequence[_Section]) -> Iterator[Span]:
    for section in sections:
        if section.word is not None:
            yield Span(section.word.start, section.word.end, Role.WORD)
        yield from (Span(token.start, token.end, Role.VALUE) for token in section.quoted)


def _typos(terms: Sequence[Term], context: Context) -> tuple[Message, ...]:
    doubts = (typo(context.lexicon.issues[term.issue_id], term) for term in terms)
    return tuple(doubt for doubt in doubts if doubt is not None)
