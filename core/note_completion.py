"""core: how a name or a topic half typed in the line of a note can go on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from core.folding import fold
from core.name import Name
from core.name_book import WHO, NameBook, bare
from core.naming import style_word, topic_word
from core.note import READING_ORDER, Topic
from core.quick_note import WHAT, Lexicon, signs, topics_of
from core.style import Style
from core.words import Words


@dataclass(frozen=True, slots=True)
class Choice:
    """What can be put in place of a mark half typed: its text with a blank behind, and the words that offer it."""

    text: str
    label: str
    detail: str = ""
    name: Name | None = None


@dataclass(frozen=True, slots=True)
class Completion:
    """What the part of a line from `begin` to `end` can be completed to; `count` is how many choices there are."""

    begin: int
    end: int
    choices: tuple[Choice, ...]
    count: int


def complete(text: str, caret: int, say: Words, book: NameBook, most: int = 6) -> Completion | None:
    """Return what the mark in which the caret stands can be completed to, None where nothing can.

    A name goes on over several words as long as somebody is called so; of names the first `most` are offered.
    """
    at = max((place for sign in (WHO, WHAT) for place in signs(text[:caret], sign)), default=-1)
    if at < 0:
        return None
    typed = text[at + 1 : caret]
    end = caret
    while end < len(text) and not text[end].isspace():
        end += 1
    choices, count = _names(typed, book, most) if text[at] == WHO else _whats(typed, say)
    if text[at] == WHAT and " " in typed:
        # a style stands as a word of its own behind its topic
        at = caret - len(typed.partition(" ")[2])
    if not choices or (len(choices) == 1 and fold(choices[0].text.strip()) == fold(text[at:end])):
        return None
    return Completion(at, end, choices, count)


def _names(typed: str, book: NameBook, most: int) -> tuple[tuple[Choice, ...], int]:
    words = typed.split()
    if words and typed[-1:].isspace() and book.named(words):
        # the name is whole, and what follows is the note
        return (), 0
    found = book.begun(words) if words else book.all()
    return tuple(Choice(f"{book.written(name)} ", name.text, name.of, name) for name in found[:most]), len(found)


def _whats(typed: str, say: Words) -> tuple[tuple[Choice, ...], int]:
    first, blank, second = typed.partition(" ")
    if not blank:
        topics = _begun(typed, [topic_word(say, each).lower() for each in READING_ORDER], WHAT)
        found = (*topics, *_begun(typed, [say("us")], WHAT, say("what they know about us")))
    elif " " not in second and topics_of(bare(first), Lexicon.of(say)) == (Topic.STYLE,):
        found = _begun(second, [style_word(say, each) for each in Style], "")
    else:
        found = ()
    return found, len(found)


def _begun(typed: str, words: Iterable[str], sign: str, detail: str = "") -> tuple[Choice, ...]:
    return tuple(Choice(f"{sign}{word} ", word, detail) for word in words if fold(word).startswith(fold(typed)))
