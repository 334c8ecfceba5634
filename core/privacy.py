"""core: privacy while writing - what in a note seems to be nobody's business, and how to say it neutrally.

Notes are about people, who may ask to read them (DOMAIN, section 6). The words stand per language in
`resources/privacy`; nothing here forbids anything, it only points.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import Any

from core.resources import resource_path

FALLBACK = "en"

_WORD = re.compile(r"[^\W_](?:[\u0300-\u036f]|[’'](?=[^\W_])|[^\W_])*")
_ANY, _START = "?", "^"
_LEAST_STEM = 3


class Kind(StrEnum):
    """What a word seems to tell: a special category of the GDPR (article 9), or a judgement of a character."""

    HEALTH = "health"
    RELIGION = "religion"
    POLITICS = "politics"
    UNION = "union"
    SEXUALITY = "sexuality"
    ORIGIN = "origin"
    CHARACTER = "character"


@dataclass(frozen=True, slots=True)
class Finding:
    """One place of a text, in characters, and the wording to put there instead."""

    start: int
    length: int
    kind: Kind
    neutral: str

    @property
    def end(self) -> int:
        """Return where the place ends."""
        return self.start + self.length


def sensitive(text: str, language: str = FALLBACK) -> tuple[Finding, ...]:
    """Return what in a text seems sensitive, in its order and never overlapping; whole words only.

    A language without a list of its own is read by the English one.
    """
    words = _words_of(text)
    lists = _lists(language)
    harmless = [(words[first].start, words[last - 1].end) for first, last, _ in lists.innocent.find(words)]
    found: list[Finding] = []
    for first, last, entry in lists.entries.find(words):
        begin, has_lead = _with_lead(words, first, entry, lists)
        if entry.needs_lead and not has_lead:
            continue
        if not has_lead and entry.takes_article and _is_article(words, first, lists):
            begin -= 1
        start, end = words[begin].start, words[last - 1].end
        is_taken = any(start < each.end and each.start < end for each in found)
        if is_taken or any(start < stop and at < end for at, stop in harmless):
            continue
        neutral = entry.neutral if has_lead else entry.alone
        found.append(Finding(start, end - start, entry.kind, _as_cased(neutral, text[start])))
    return tuple(sorted(found, key=lambda each: each.start))


def sensitive_in(text: str, languages: Sequence[str]) -> tuple[Finding, ...]:
    """Return the same for somebody who may write in any of several languages, the first one's reading first."""
    found: list[Finding] = []
    for language in dict.fromkeys(each if has_list(each) else FALLBACK for each in languages):
        for each in sensitive(text, language):
            if not any(each.start < other.end and other.start < each.end for other in found):
                found.append(each)
    return tuple(sorted(found, key=lambda each: each.start))


def mended(text: str, finding: Finding) -> str:
    """Return the text with the neutral wording in its place."""
    return f"{text[: finding.start]}{finding.neutral}{text[finding.end :]}"


def is_opinion(text: str, languages: Sequence[str] = (FALLBACK,)) -> bool:
    """Tell whether a text is somebody's opinion: it judges a character, or says itself that it only supposes."""
    if any(each.kind is Kind.CHARACTER for each in sensitive_in(text, languages)):
        return True
    words = _words_of(text)
    known = dict.fromkeys(each if has_list(each) else FALLBACK for each in languages)
    return any(next(_lists(each).opinions.find(words), None) is not None for each in known)


def has_list(language: str) -> bool:
    """Tell whether there are words of this language."""
    return language.isalpha() and resource_path("privacy", f"{language}.toml").is_file()


# words


@dataclass(frozen=True, slots=True)
class _Word:
    """One word of a text: where it stands, how it is compared, and whether only blanks part it from the last one."""

    start: int
    end: int
    folded: str
    typed: str
    follows: bool
    begins: bool
    hyphen_before: bool
    hyphen_after: bool


def _words_of(text: str) -> list[_Word]:
    found: list[_Word] = []
    end = 0
    for match in _WORD.finditer(text):
        between = text[end : match.start()]
        typed = unicodedata.normalize("NFC", match.group().replace("’", "'"))
        found.append(
            _Word(
                start=match.start(),
                end=match.end(),
                folded=typed.casefold(),
                typed=typed,
                follows=bool(found) and (between in ("-", "\u2011") or (between.isspace() and "\n" not in between)),
                begins=not found or any(mark in between for mark in ".!?;:\n"),
                hyphen_before=between in ("-", "\u2011") and bool(found),
                hyphen_after=text[match.end() : match.end() + 1] in ("-", "\u2011")
                and text[match.end() + 1 : match.end() + 2].isalnum(),
            )
        )
        end = match.end()
    return found


def _as_cased(neutral: str, first: str) -> str:
    return neutral[:1].upper() + neutral[1:] if first.isupper() else neutral


# lists


@dataclass(frozen=True, slots=True)
class _Entry:
    """Words of one kind with what to say instead: after a lead such as "is", and where they stand alone."""

    kind: Kind = Kind.CHARACTER
    neutral: str = ""
    alone: str = ""
    leads: tuple[str, ...] = ()
    needs_lead: bool = False
    takes_article: bool = False


@dataclass(slots=True)
class _Phrases:
    """Phrases as a tree of their words: "?" is any word, a star ends a beginning, capitals are meant as they stand."""

    words: dict[str, _Phrases] = field(default_factory=dict)
    stems: dict[str, _Phrases] = field(default_factory=dict)
    # the phrases that end here, with their words as they stand in the list
    ends: list[tuple[tuple[str, ...], _Entry]] = field(default_factory=list)

    def add(self, text: str, entry: _Entry) -> None:
        """Take one phrase."""
        parts = tuple(text.split())
        node = self
        for part in parts:
            known = node.stems if part.endswith("*") else node.words
            node = known.setdefault(part.rstrip("*").casefold(), _Phrases())
        node.ends.append((parts, entry))

    def find(self, words: Sequence[_Word]) -> Iterator[tuple[int, int, _Entry]]:
        """Yield first word, the word after the last, and the entry of every phrase; the longest of each place first."""
        for first, word in enumerate(words):
            if not word.hyphen_before:
                yield from ((first, last, entry) for last, entry in self.ends_at(words, first, first))

    def ends_at(self, words: Sequence[_Word], first: int, at: int) -> Iterator[tuple[int, _Entry]]:
        """Yield the word after the last, and the entry, of every phrase that began at `first` and goes on at `at`."""
        if at < len(words) and (at == first or words[at].follows):
            for node in self._next(words[at].folded):
                yield from node.ends_at(words, first, at + 1)
        if self.ends and not words[at - 1].hyphen_after:
            for parts, entry in self.ends:
                if all(_is_word(part, words[first + place]) for place, part in enumerate(parts)):
                    yield at, entry

    def _next(self, folded: str) -> Iterator[_Phrases]:
        if folded in self.words:
            yield self.words[folded]
        if _ANY in self.words:
            yield self.words[_ANY]
        if self.stems:
            for size in range(_LEAST_STEM, len(folded) + 1):
                if folded[:size] in self.stems:
                    yield self.stems[folded[:size]]


def _is_word(part: str, word: _Word) -> bool:
    if part == _ANY:
        return True
    if part.endswith("*"):
        return word.folded.startswith(part[:-1].casefold())
    if len(part) > 1 and part.isupper():
        return word.typed == part
    return word.folded == part.casefold()


@dataclass(frozen=True)
class _Lists:
    entries: _Phrases
    innocent: _Phrases
    opinions: _Phrases
    # by name: what may stand before, as words of the person and words that go with what is found
    leads: Mapping[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]
    between: frozenset[str]
    articles: frozenset[str]


def _with_lead(words: Sequence[_Word], first: int, entry: _Entry, lists: _Lists) -> tuple[int, bool]:
    """Return where the lead before a phrase begins, and whether there is one; words such as "very" may lie between."""
    at = first
    while True:
        for name in entry.leads:
            for person, verb in lists.leads[name]:
                begin = at - len(verb)
                if begin >= 0 and _stands(words, begin, verb, at) and _is_behind(words, begin, person):
                    return begin, True
        if at == 0 or not words[at].follows or words[at - 1].folded not in lists.between:
            return first, False
        at -= 1


def _is_article(words: Sequence[_Word], first: int, lists: _Lists) -> bool:
    return first > 0 and words[first].follows and words[first - 1].folded in lists.articles


def _stands(words: Sequence[_Word], begin: int, parts: Sequence[str], end: int) -> bool:
    chain = all(words[at].follows for at in range(begin + 1, end + 1))
    return chain and all(_is_word(part, words[begin + at]) for at, part in enumerate(parts))


def _is_behind(words: Sequence[_Word], begin: int, person: Sequence[str]) -> bool:
    if person == (_START,):
        return words[begin].begins
    start = begin - len(person)
    if start < 0:
        return not person
    return not person or _stands(words, start, person, begin)


@lru_cache(maxsize=8)
def _lists(language: str) -> _Lists:
    name = language if has_list(language) else FALLBACK
    found = tomllib.loads(resource_path("privacy", f"{name}.toml").read_text(encoding="utf-8"))
    words: dict[str, list[str]] = found["words"]
    entries = _Phrases()
    for given in found["entries"]:
        for text in given["words"]:
            for phrase in _spelled(text, words):
                entries.add(phrase, _entry(given))
    leads = {name: tuple(_lead(text) for each in texts for text in _spelled(each, words))
             for name, texts in found["leads"].items()}  # fmt: skip
    return _Lists(
        entries=entries,
        innocent=_phrases(found["innocent"], words),
        opinions=_phrases(found["opinions"], words),
        leads=leads,
        between=frozenset(map(str.casefold, words["between"])),
        articles=frozenset(map(str.casefold, words["articles"])),
    )


def _entry(given: Mapping[str, Any]) -> _Entry:
    return _Entry(
        kind=Kind(given["kind"]),
        neutral=given.get("neutral", given.get("alone", "")),
        alone=given.get("alone", given.get("neutral", "")),
        leads=tuple(given.get("leads", ())),
        needs_lead="leads" in given and "alone" not in given,
        takes_article=bool(given.get("takes_article")),
    )


def _phrases(texts: Sequence[str], words: Mapping[str, Sequence[str]]) -> _Phrases:
    found = _Phrases()
    for text in texts:
        for phrase in _spelled(text, words):
            found.add(phrase, _Entry())
    return found


def _lead(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    person, slash, verb = text.rpartition("/")
    return (tuple(person.split()) if slash else (), tuple(verb.split()))


def _spelled(text: str, words: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield a phrase once for each word of the lists named in braces."""
    match = re.search(r"\{(\w+)\}", text)
    if match is None:
        yield text
        return
    for word in words[match.group(1)]:
        yield from _spelled(f"{text[: match.start()]}{word}{text[match.end() :]}", words)
