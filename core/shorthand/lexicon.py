"""core: the names and units that a negotiation's issues bring to the meeting line, looked up by word."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from core.folding import fold as without_accents
from core.issue import Issue, ScaleKind
from core.shorthand.tokens import Token, cut, fold
from core.shorthand.units import IssueUnit, Unit, known_unit, unit_of
from core.shorthand.vocabulary import Vocabulary, vocabulary

_SHORTEST_PREFIX = 3


class Lexicon:
    """What can be typed for each issue; built once for a context, as reading is done on every keystroke.

    An issue is named by its name or alias, in any case, or by the first letters of its name (three at least) where
    no other issue's name starts so; accents may be left out. A reserved word or bare unit never names one (rule 5).
    """

    def __init__(self, issues: Sequence[Issue], language: str, currency: str) -> None:
        """Take the issues in the order of the negotiation."""
        self.words: Vocabulary = vocabulary(language)
        self.issues = {issue.id: issue for issue in issues}
        self.units: dict[int, IssueUnit] = {issue.id: unit_of(issue, self.words, currency) for issue in issues}
        self._currency = currency
        self._names: dict[tuple[str, ...], list[int]] = {}
        for issue in issues:
            for way in _ways(issue.name) | _ways(issue.alias):
                parts = tuple(token.folded for token in cut(way).tokens)
                if parts and not (len(parts) == 1 and parts[0] in self.words.reserved):
                    self._names.setdefault(parts, []).append(issue.id)
        self._longest = max(map(len, self._names), default=0)
        self._options = {
            issue.id: [
                (tuple(way.split()), option.label) for option in issue.options for way in sorted(_ways(option.label))
            ]
            for issue in issues
            if issue.kind is ScaleKind.OPTIONS
        }

    @cached_property
    def _prefixes(self) -> dict[str, set[int]]:
        found: dict[str, set[int]] = {}
        for issue in self.issues.values():
            for name in _ways(issue.name):
                for length in range(_SHORTEST_PREFIX, len(name)):
                    found.setdefault(name[:length], set()).add(issue.id)
        return found

    @cached_property
    def _unit_words(self) -> frozenset[str]:
        return frozenset(word for unit in self.units.values() for word in unit.words)

    @cached_property
    def _longest_unit(self) -> int:
        return max((len(word.split()) for word in self._unit_words), default=1)

    def named(self, tokens: Sequence[Token], at: int) -> list[tuple[int, int]]:
        """Return (issue id, number of tokens) for every issue named at this place, longest names first."""
        found: list[tuple[int, int]] = []
        for length in range(min(self._longest, len(tokens) - at), 0, -1):
            piece = tokens[at : at + length]
            if any(token.quoted or token.equals or (token.apart and place) for place, token in enumerate(piece)):
                continue
            ids = self._names.get(tuple(token.folded for token in piece))
            found += [(issue_id, length) for issue_id in ids or ()]
        return found or self._by_prefix(tokens[at])

    def names(self, token: Token) -> bool:
        """Tell whether a word alone is the name or the alias of an issue."""
        return (token.folded,) in self._names

    def _by_prefix(self, token: Token) -> list[tuple[int, int]]:
        folded = token.folded
        if len(folded) < _SHORTEST_PREFIX or token.quoted or token.equals or self.is_unit(token.text):
            return []
        ids = self._prefixes.get(folded, set())
        return [(next(iter(ids)), 1)] if len(ids) == 1 and folded not in self.words.reserved else []

    def option(self, issue_id: int, tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
        """Return the label and the number of tokens of the option named at this place, the longest that fits."""
        best: tuple[str, int] | None = None
        for parts, label in self._options.get(issue_id, ()):
            piece = tokens[at : at + len(parts)]
            fits = len(piece) == len(parts) and all(
                token.folded == part and not (token.apart and place)
                for place, (token, part) in enumerate(zip(piece, parts, strict=True))
            )
            whole = len(tokens) > at and tokens[at].quoted and fold(tokens[at].text) == fold(label)
            length = 1 if whole else len(parts)
            if (fits or whole) and (best is None or length > best[1]):
                best = label, length
        return best

    def unit(self, word: str) -> Unit | None:
        """Return the unit that a word names in this negotiation, None for a word that is no unit."""
        return known_unit(word, self.words, self._currency, self._unit_words)

    def is_unit(self, word: str) -> bool:
        """Tell whether a word behind a number would be its unit."""
        return self.unit(word) is not None

    def unit_at(self, tokens: Sequence[Token], at: int) -> tuple[Unit, int] | None:
        """Return the unit that stands at this place and how many tokens it takes, the longest that fits."""
        for length in range(min(self._longest_unit, len(tokens) - at), 0, -1):
            piece = tokens[at : at + length]
            if any(token.quoted or token.equals or token.apart for token in piece):
                continue
            found = self.unit(" ".join(token.text for token in piece))
            if found is not None:
                return found, length
        return None


def _ways(name: str) -> set[str]:
    """Return how a name may be typed, in small letters: as it is, or without its accents."""
    return {fold(name), without_accents(name)}
