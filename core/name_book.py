"""core: the book of names - suppliers and people, found by their names and by the beginnings of their words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from core.folding import fold
from core.name import Name

WHO = "@"
CLOSING = ",:;."  # what may stand right behind a name or a word that is none of it


class NameBook:
    """Find whom a few words name, among thousands within a fraction of a frame."""

    def __init__(self, names: Iterable[Name] = (), near: str = "") -> None:
        """Take the names, in any order; those of the supplier named `near` are offered first."""
        known = sorted(
            (near not in (name.text, name.of) if near else False, words_of(name.text), name)
            for name in names
            if name.text.strip()
        )
        self._names = tuple(name for _, _, name in known)
        self._words = [words for _, words, _ in known]
        self._by_name: dict[tuple[str, ...], list[int]] = {}
        self._by_letter: dict[str, list[int]] = {}
        for at, words in enumerate(self._words):
            self._by_name.setdefault(words, []).append(at)
            for letter in {word[0] for word in words}:
                self._by_letter.setdefault(letter, []).append(at)
        self._by_name.pop((), None)
        self._longest = max((len(name.text.split()) for name in self._names), default=0)

    def __bool__(self) -> bool:
        """Tell whether there is anybody."""
        return bool(self._names)

    def named(self, words: Sequence[str]) -> tuple[Name, ...]:
        """Return those whose whole name is just these words."""
        return tuple(self._names[at] for at in self._by_name.get(words_of(" ".join(words)), ()))

    def called(self, words: Sequence[str]) -> tuple[Name, ...]:
        """Return those in whose name each of these stands as a whole word, the ones called just so first."""
        wanted = words_of(" ".join(words))
        if not wanted:
            return ()
        found = [at for at in self._by_letter.get(wanted[0][0], ()) if all(each in self._words[at] for each in wanted)]
        found.sort(key=lambda at: self._words[at] != wanted)
        return tuple(self._names[at] for at in found)

    def begun(self, words: Sequence[str]) -> tuple[Name, ...]:
        """Return those in whose name a word begins with each of these, the ones whose name begins so first."""
        parts = words_of(" ".join(words))
        if not parts:
            return ()
        found = [
            at
            for at in self._by_letter.get(parts[0][0], ())
            if all(any(word.startswith(part) for word in self._words[at]) for part in parts)
        ]
        found.sort(key=lambda at: not self._words[at][0].startswith(parts[0]))
        return tuple(self._names[at] for at in found)

    def longest(self, words: Sequence[str]) -> int:
        """Return how many of the first words are somebody's whole name, 0 where they are nobody's."""
        most = min(self._longest, len(words))
        return next((size for size in range(most, 0, -1) if self.named(words[:size])), 0)

    def all(self) -> tuple[Name, ...]:
        """Return everybody."""
        return self._names

    def written(self, name: Name) -> str:
        """Return how a name is written so that it means this one alone.

        Where others are called so too, a person has the supplier behind the name, and a supplier stands in quotes.
        """
        if len(self.called(name.text.split())) <= 1:
            return f"{WHO}{name.text}"
        return f"{WHO}{name.text} ({name.of})" if name.of else f'{WHO}"{name.text}"'


def bare(word: str) -> str:
    """Return a word without the comma or colon behind it."""
    return word.rstrip(CLOSING)


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text as names are compared."""
    return tuple(filter(None, map(bare, fold(text).split())))


def folded(word: str) -> str:
    """Return one word likewise."""
    return bare(fold(word))
