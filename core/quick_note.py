"""core: the line of a note - `@person #topic text` in any order - and what it is read as.

```
@name       a supplier or a person: a full name, or the beginning of one word of it; @"two words" too
#topic      a topic by its word or the beginning of it; #style may be followed by a style; #us is what they know of us
~  *  "     what the text rests on, at its beginning: a guess, observed, said (a quotation); the words do it too
```
Without `#` the first word may be the topic. Nothing typed is lost and nothing is guessed: what is no mark is text, and
where a name or a topic may mean several, all of them are returned.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from core.errors import BadInput
from core.folding import fold
from core.name import Name
from core.name_book import CLOSING, WHO, NameBook, bare, folded
from core.naming import basis_word, style_word, topic_word
from core.note import READING_ORDER, Topic
from core.privacy import is_opinion
from core.side import Basis
from core.style import Style
from core.words import Words

WHAT = "#"
SIGNS = {"~": Basis.GUESS, "*": Basis.OBSERVED}
_QUOTES = '"“„«»”'
_LEAST_BEGUN = 3  # letters of a first word that may begin a topic: "in", "be" and "we" begin a sentence
_LONGEST_NAME = 4  # words before a topic that may be a name that is not on file
_WORD = re.compile(r"\S+")

Place = tuple[int, int]  # from, to


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of topics, styles and bases, folded, in English and in the window's language; `us` those for us."""

    topics: Mapping[str, Topic]
    styles: Mapping[str, Style]
    bases: Mapping[str, Basis]
    us: frozenset[str]

    @classmethod
    def of(cls, say: Words) -> Lexicon:
        """Return the words of a language."""
        return cls(
            topics={fold(word): each for each in Topic for word in (each.value, topic_word(say, each))},
            styles={fold(word): each for each in Style for word in (each.value, style_word(say, each))},
            bases={fold(word): each for each in Basis for word in (each.value, basis_word(say, each))},
            us=frozenset(fold(word) for word in ("us", say("us"))),
        )


@dataclass(frozen=True, slots=True)
class QuickNote:
    """What a line is read as.

    `who` and `what` are the name and the topic as typed, `names` and `topics` all that they may mean: none where
    nothing is called so. `marks` are the places of all that was read as something; `sentence` is all the rest, as
    typed, and `sentence_at` where it begins.
    """

    who: str = ""
    names: tuple[Name, ...] = ()
    what: str = ""
    topics: tuple[Topic, ...] = ()
    is_about_us: bool = False
    style: Style | None = None
    basis: Basis = Basis.SAID
    has_basis: bool = False
    sentence: str = ""
    who_at: Place | None = None
    what_at: Place | None = None
    marks: tuple[Place, ...] = ()
    sentence_at: int = 0

    @property
    def topic(self) -> Topic | None:
        """Return the topic where it is certain."""
        return self.topics[0] if len(self.topics) == 1 else None

    @property
    def name(self) -> Name | None:
        """Return whom it is about where that is typed and certain."""
        return self.names[0] if len(self.names) == 1 else None


def read(text: str, lexicon: Lexicon, book: NameBook | None = None) -> QuickNote:
    """Read a line; without a book `@` is a letter like any other, as where it is known whom a note is about."""
    found = QuickNote() if book is None else _with_who(text, QuickNote(), book, lexicon)
    found = _with_what(text, found, lexicon)
    marks = [place for place in (found.who_at, found.what_at) if place is not None]
    if found.topic is Topic.STYLE and not found.is_about_us and found.what_at is not None:
        found, marks = _with_style(text, found, lexicon, marks, found.what_at[1])
    found, marks = _with_basis(text, found, lexicon, marks)
    pieces = (text[begin:end].strip() for begin, end in _rest(text, marks))
    return replace(
        found,
        sentence=" ".join(filter(None, pieces)),
        marks=tuple(sorted(marks)),
        sentence_at=_first_letter(text, marks),
    )


def require(found: QuickNote, say: Words, languages: Sequence[str]) -> QuickNote:
    """Return a reading that can be kept.

    Raises BadInput where topic or sentence is missing or not certain, or where an opinion has no basis.
    """
    if len(found.topics) > 1:
        raise BadInput("note.several_topics", word=found.what, topics=_listed(say, found.topics))
    if found.topic is None and found.what:
        raise BadInput("note.unknown_topic", word=found.what, topics=_listed(say, READING_ORDER))
    if found.topic is None:
        raise BadInput("note.no_topic", topics=_listed(say, READING_ORDER))
    if not found.sentence:
        raise BadInput("note.no_sentence", topic=topic_word(say, found.topic))
    if not found.has_basis and is_opinion(found.sentence, languages):
        words = [basis_word(say, each) for each in Basis]
        raise BadInput("note.no_basis", topic=topic_word(say, found.topic).lower(), bases=", ".join(words))
    return found


def require_name(found: QuickNote, known: Name | None) -> Name:
    """Return whom a reading is about: the one it names, else the one `known` from the place.

    Raises BadInput where nobody is named, nobody is called so, or several are.
    """
    if not found.who and known is None:
        raise BadInput("note.nobody_named")
    if not found.who and known is not None:
        return known
    if not found.names:
        raise BadInput("note.unknown_name", name=found.who)
    if found.name is None:
        raise BadInput("note.several_names", name=found.who, count=len(found.names))
    return found.name


# the parts of a line


def _with_who(text: str, found: QuickNote, book: NameBook, lexicon: Lexicon) -> QuickNote:
    at = next(marked(text, WHO), -1)
    if at < 0:
        return found
    begin = at + 1
    if text[begin] in _QUOTES:
        end = next((place for place in range(begin + 1, len(text)) if text[place] in _QUOTES), -1)
        if end > begin + 1:
            words = text[begin + 1 : end].split()
            names = book.named(words) or book.begun(words)
            return replace(found, who=" ".join(words), names=names, who_at=_closed(text, (at, end + 1)))
    words, ends = _words(text, begin)
    size = book.longest(words)
    meant = _meant(words, book, lexicon)
    if size <= 1 < meant:
        # the words up to the topic are a name as a whole, be it of somebody who is not on file
        who, names = bare(" ".join(words[:meant])), book.begun(words[:meant])
        return replace(found, who=who, names=names, who_at=(at, ends[meant - 1]))
    if size:
        names, end = _qualified(text, ends[size - 1], book.named(words[:size]))
        if end == ends[size - 1]:
            # "Elena" is a whole name, and how Elena Marchetti is called too
            names = book.called(words[:size])
        return replace(found, who=bare(" ".join(words[:size])), names=names, who_at=_closed(text, (at, end)))
    names = book.begun(words[:1])
    size = 1 if names else _named_until(words)
    who = bare(" ".join(words[:size]))
    return replace(found, who=who, names=names, who_at=(at, ends[size - 1])) if who else found


def _qualified(text: str, end: int, names: tuple[Name, ...]) -> tuple[tuple[Name, ...], int]:
    """Take a supplier in brackets behind a name where it tells who is meant."""
    match = re.compile(r"\s*\(([^()]*)\)").match(text, end)
    if match is None or not match.group(1).strip():
        return names, end
    wanted = fold(match.group(1).strip())
    kept = tuple(name for name in names if name.of and fold(name.of).startswith(wanted))
    exact = tuple(name for name in kept if fold(name.of) == wanted)
    return (exact or kept, match.end()) if kept else (names, end)


def _meant(words: Sequence[str], book: NameBook, lexicon: Lexicon) -> int:
    """Return how many words in front of a colon or of a topic are meant as a name, 0 where that cannot be told.

    They are where somebody has a word for each of them; else where all that follow the first begin with a capital, or
    where only one stands before the topic: "@Elena Rossi #like tea" is of nobody on file, not Elena Marchetti's
    "Rossi tea". A sign, a basis or a style is no part of a name: "@Elena ~ #want tea".
    """
    topic = next((at for at, word in enumerate(words) if at and word.startswith((WHO, WHAT))), 0)
    colon = next((at for at, word in enumerate(words[: topic or None], start=1) if word.endswith(":")), 0)
    size = colon or topic
    follow = words[1:size]
    if not 1 < size <= _LONGEST_NAME or any(word.startswith("(") or _is_told(word, lexicon) for word in follow):
        return 0
    is_name = book.begun(words[:size]) or all(word[0].isupper() for word in follow) or topic == size == 2
    return size if is_name else 0


def _is_told(word: str, lexicon: Lexicon) -> bool:
    """Tell whether a word says how a note is known or how somebody dealt, or is only a sign."""
    plain = folded(word)
    return not any(map(str.isalnum, word)) or plain in lexicon.bases or plain in lexicon.styles


def _named_until(words: Sequence[str]) -> int:
    """Return how many words are the name of somebody who is not known: up to a colon, else the first one."""
    for size, word in enumerate(words, start=1):
        if word.startswith((WHO, WHAT)) and size > 1:
            return 1
        if word.endswith(":"):
            return size
    return 1


def _with_what(text: str, found: QuickNote, lexicon: Lexicon) -> QuickNote:
    unknown: QuickNote | None = None
    for at in marked(text, WHAT):
        if found.who_at is not None and found.who_at[0] <= at < found.who_at[1]:
            continue
        word = _WORD.match(text, at + 1)
        if word is None or not text[at + 1].isalpha():
            continue
        typed = bare(word.group())
        place = (at, word.end())
        if fold(typed) in lexicon.us:
            return replace(found, what=typed, topics=(Topic.BUSINESS,), is_about_us=True, what_at=place)
        topics = topics_of(typed, lexicon)
        if topics:
            return replace(found, what=typed, topics=topics, what_at=place)
        unknown = unknown or replace(found, what=typed, what_at=place)
    return _with_first_word(text, found, lexicon) or unknown or found


def _with_first_word(text: str, found: QuickNote, lexicon: Lexicon) -> QuickNote | None:
    at = _first_letter(text, [] if found.who_at is None else [found.who_at])
    word = _WORD.match(text, at)
    if word is None:
        return None
    typed = bare(word.group())
    topics = topics_of(typed, lexicon) if len(typed) >= _LEAST_BEGUN else ()
    return replace(found, what=typed, topics=topics, what_at=(at, word.end())) if len(topics) == 1 else None


def _with_style(
    text: str, found: QuickNote, lexicon: Lexicon, marks: list[Place], begin: int
) -> tuple[QuickNote, list[Place]]:
    word = _WORD.match(text, _first_letter(text, [*marks, (0, begin)]))
    style = None if word is None else lexicon.styles.get(folded(word.group()))
    if word is None or style is None:
        return found, marks
    return replace(found, style=style), [*marks, (word.start(), word.end())]


def _with_basis(text: str, found: QuickNote, lexicon: Lexicon, marks: list[Place]) -> tuple[QuickNote, list[Place]]:
    at = _first_letter(text, marks)
    word = _WORD.match(text, at)
    if word is None:
        return found, marks
    if text[at] in _QUOTES:
        # a quotation stays as it is
        return replace(found, basis=Basis.SAID, has_basis=True), marks
    place = (word.start(), word.end())
    basis = SIGNS.get(word.group()) or lexicon.bases.get(folded(word.group()))
    if basis is None or _first_letter(text, [*marks, place]) >= len(text):
        return found, marks
    return replace(found, basis=basis, has_basis=True), [*marks, place]


# words and places


def marked(text: str, sign: str) -> Iterator[int]:
    """Return where a sign begins a word: at the start or behind a blank, with a letter behind it."""
    return (at for at in signs(text, sign) if at + 1 < len(text) and not text[at + 1].isspace())


def signs(text: str, sign: str) -> Iterator[int]:
    """Yield where a sign stands at the beginning of a word, or alone."""
    at = text.find(sign)
    while at >= 0:
        if at == 0 or text[at - 1].isspace():
            yield at
        at = text.find(sign, at + 1)


def topics_of(typed: str, lexicon: Lexicon) -> tuple[Topic, ...]:
    """Return the topics that a word may mean: the one that it is, else all that begin so."""
    word = fold(typed)
    exact = lexicon.topics.get(word)
    if exact is not None:
        return (exact,)
    begun = {topic for name, topic in lexicon.topics.items() if word and name.startswith(word)}
    return tuple(topic for topic in READING_ORDER if topic in begun)


def _words(text: str, begin: int) -> tuple[list[str], list[int]]:
    found = list(_WORD.finditer(text, begin))
    return [each.group() for each in found], [each.end() for each in found]


def _rest(text: str, marks: Sequence[Place]) -> list[Place]:
    found: list[Place] = []
    at = 0
    for begin, end in sorted(marks):
        if begin > at:
            found.append((at, begin))
        at = max(at, end)
    return [*found, (at, len(text))]


def _first_letter(text: str, marks: Sequence[Place]) -> int:
    """Return the place of the first letter that belongs to no mark, the end of the line for none."""
    for begin, end in _rest(text, marks):
        for at in range(begin, end):
            if not text[at].isspace():
                return at
    return len(text)


def _closed(text: str, place: Place) -> Place:
    """Take the comma or colon that stands right behind a mark to it."""
    begin, end = place
    while end < len(text) and text[end] in CLOSING:
        end += 1
    return begin, end


def _listed(say: Words, topics: Iterable[Topic]) -> str:
    return ", ".join(topic_word(say, each).lower() for each in topics)
