"""ui: reads the entry line for notes - topic, then what it rests on if that is said, then the sentence."""

from __future__ import annotations

from dataclasses import dataclass

from core.errors import BadInput
from core.naming import basis_word, topic_word
from core.note import Topic
from core.privacy import is_opinion
from core.side import Basis
from core.words import Words
from ui.privacy_line import languages

_MARKS = ",:;."


@dataclass(frozen=True, slots=True)
class NoteRead:
    """What a line was read as. `topic` is None while its first word is no topic.

    `has_basis` tells whether the basis was typed, and was not only taken as said.
    """

    topic: Topic | None
    basis: Basis
    sentence: str
    has_basis: bool = False


def read_note(say: Words, text: str) -> NoteRead:
    """Read "style observed Opens warmly": a topic by its word or by its beginning where only one topic begins so.

    The basis is taken as said unless the next word names another.
    """
    first, rest = _split(text)
    topic = _match(first, {each: topic_word(say, each) for each in Topic})
    if topic is None:
        return NoteRead(None, Basis.SAID, text.strip())
    second, after = _split(rest)
    words = {each: basis_word(say, each) for each in Basis}
    basis = next((each for each, word in words.items() if word.casefold() == second.casefold()), None)
    if basis is None or not after:
        return NoteRead(topic, Basis.SAID, rest)
    return NoteRead(topic, basis, after, has_basis=True)


def require_note(say: Words, text: str) -> NoteRead:
    """Read a line that is to be kept; raises BadInput where topic or sentence is missing, or an opinion's basis."""
    read = read_note(say, text)
    if read.topic is None:
        raise BadInput("note.no_topic", topics=", ".join(topic_word(say, each).lower() for each in Topic))
    if not read.sentence:
        raise BadInput("note.no_sentence", topic=topic_word(say, read.topic))
    if not read.has_basis and is_opinion(read.sentence, languages(say)):
        words = [basis_word(say, each) for each in Basis]
        raise BadInput("note.no_basis", topic=topic_word(say, read.topic).lower(), bases=", ".join(words))
    return read


def sentence_begins(say: Words, text: str) -> int:
    """Return the place in a line at which its sentence begins."""
    return len(text.rstrip()) - len(read_note(say, text).sentence)


def _split(text: str) -> tuple[str, str]:
    first, _, rest = text.strip().partition(" ")
    return first.rstrip(_MARKS), rest.strip()


def _match(word: str, names: dict[Topic, str]) -> Topic | None:
    word = word.casefold()
    if not word:
        return None
    exact = [each for each, name in names.items() if name.casefold() == word]
    begun = exact or [each for each, name in names.items() if len(word) >= 2 and name.casefold().startswith(word)]
    return begun[0] if len(begun) == 1 else None
