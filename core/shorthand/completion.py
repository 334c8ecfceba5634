"""core: the completion, what the word at the end of a meeting line may become - proposed, never taken by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from core.line import Verb
from core.shorthand.context import Context
from core.shorthand.line import FREE, frame_of
from core.shorthand.tokens import Token, cut, fold
from core.shorthand.vocabulary import Clause

_WORDLESS = (*FREE, Verb.NEW_ISSUE)  # what follows is the user's own words


@dataclass(frozen=True, slots=True)
class Proposal:
    """One thing that may be meant: how it is called, and what is still to be typed of it."""

    label: str
    rest: str


@dataclass(frozen=True, slots=True)
class Completion:
    """Everything that the last word may become, in the order of the negotiation; never empty."""

    proposals: tuple[Proposal, ...]

    @property
    def rest(self) -> str:
        """Return what can be typed on without a choice: the rest of the one proposal, or what all go on with."""
        first = self.proposals[0].rest
        letters = zip(*(fold(each.rest) for each in self.proposals), strict=False)
        shared = sum(1 for _ in takewhile(lambda each: len(set(each)) == 1, letters))
        return first if self.is_one else first[:shared]

    @property
    def is_one(self) -> bool:
        """Tell whether only one thing can be meant."""
        return len(self.proposals) == 1


def complete(text: str, context: Context) -> Completion | None:
    """Return what the word at the end of a line may become: an issue, an option or a package's label.

    None where nothing begins so, where the word names something as it is, and inside a note or somebody's own words.
    An issue is proposed by the shorter of its alias and its name that begins so, once in a line.
    """
    parts = cut(text, spaces_group=bool(context.marks.group) and context.marks.group.isspace())
    tokens = list(parts.tokens)
    frame = frame_of(text, parts, context)
    if parts.note_at >= 0 or frame.verb in _WORDLESS or any(_opens(token) for token in tokens):
        return None
    typing = bool(tokens) and tokens[-1].end == len(text)
    before, word = (tokens[:-1], tokens[-1]) if typing else (tokens, None)
    found = tuple(_options(before, word, context)) or tuple(_labels(before, word, context))
    if not found and word is not None and not word.equals:
        found = tuple(_issues(before, word, context))
    return Completion(found) if found else None


def _opens(token: Token) -> bool:
    """Tell whether a quotation was opened and is not closed yet."""
    return not token.quoted and token.text[:1] in '"\u201c\u201e\u00ab'


def _issues(before: Sequence[Token], word: Token, context: Context) -> Iterator[Proposal]:
    lexicon = context.lexicon
    if word.quoted or word.folded in lexicon.words.reserved or not word.text[:1].isalpha() or word.has_number:
        return
    if lexicon.names(word):
        return
    stated = {issue_id for at in range(len(before)) for issue_id, _ in lexicon.named(before, at)}
    for issue in context.issues:
        ways = [way for name in (issue.alias, issue.name) if (way := _rest(name, before, word)) is not None]
        if ways and (issue.id not in stated or any(taken > 0 for taken, _ in ways)):
            yield Proposal(issue.name, min((rest for _, rest in ways), key=len))


def _options(before: Sequence[Token], word: Token | None, context: Context) -> Iterator[Proposal]:
    """Propose the options of the issue that is named right before the word."""
    for issue in context.issues:
        for option in issue.options:
            way = _rest(option.label, before, word)
            if way is not None and _follows_name(before[: len(before) - way[0]], issue.id, context) and way[1]:
                yield Proposal(option.label, way[1])


def _labels(before: Sequence[Token], word: Token | None, context: Context) -> Iterator[Proposal]:
    for label in context.packages:
        way = _rest(label, before, word)
        if way is None or not way[1]:
            continue
        lead = before[: len(before) - way[0]]
        if lead and context.lexicon.words.clauses.get(lead[-1].folded) is Clause.PACKAGE and not lead[-1].quoted:
            yield Proposal(label, way[1])


def _follows_name(before: Sequence[Token], issue_id: int, context: Context) -> bool:
    named = (context.lexicon.named(before, at) for at in range(len(before)))
    return any((issue_id, len(before) - at) in found for at, found in enumerate(named))


def _rest(name: str, before: Sequence[Token], word: Token | None) -> tuple[int, str] | None:
    """Return how many whole words of a name stand before the last one, and what of the name is still to be typed."""
    words = name.split()
    for taken in range(min(len(words) - 1, len(before)), -1, -1) if words else ():
        there = [token.folded for token in before[len(before) - taken :]]
        if there != [fold(each) for each in words[:taken]]:
            continue
        typed = "" if word is None else word.text
        if fold(words[taken]).startswith(fold(typed)) and len(fold(typed)) == len(typed):
            return taken, " ".join([words[taken][len(typed) :], *words[taken + 1 :]])
    return None
