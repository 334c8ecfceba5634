"""core: openers, how to begin the talk with somebody - from what is noted, never from a guess or a private matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from core.gaps import quoted
from core.message import Message, message
from core.note import Note, Topic
from core.privacy import sensitive
from core.side import Basis

OPENERS = 4
_TOPICS = (Topic.FAMILY, Topic.LIKE, Topic.INTEREST)


@dataclass(frozen=True, slots=True)
class Opener:
    """One way to begin, and the note that it comes from."""

    note: Note
    message: Message


def openers(notes: Sequence[Note], languages: Sequence[str], most: int = OPENERS) -> tuple[Opener, ...]:
    """Return how to begin the talk, from notes on family, likes and interests: of each topic the newest, in turn.

    What is only guessed is left out, since it may be wrong; so is what seems sensitive in one of the languages, and
    what they know about us.
    """
    by_topic = [list(islice(_usable(notes, topic, languages), most)) for topic in _TOPICS]
    longest = max((len(each) for each in by_topic), default=0)
    in_turn = [each[at] for at in range(longest) for each in by_topic if at < len(each)]
    return tuple(Opener(note, message(f"opener.{note.topic.value}", text=quoted(note.text))) for note in in_turn[:most])


def _usable(notes: Sequence[Note], topic: Topic, languages: Sequence[str]) -> Iterator[Note]:
    on_it = (note for note in notes if note.topic is topic and note.basis is not Basis.GUESS and not note.is_about_us)
    for note in sorted(on_it, key=lambda note: (note.on, note.id), reverse=True):
        # a look at the words takes longest, and there may be thousands
        if not any(sensitive(note.text, language) for language in languages):
            yield note
