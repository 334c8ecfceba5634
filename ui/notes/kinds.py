"""ui: what kind of thing a note tells - its topic, a style seen, or what they know about us - as one choice."""

from __future__ import annotations

from typing import Any

from core.naming import basis_word, style_word, topic_word
from core.note import READING_ORDER, Note, Topic
from core.quick_note import QuickNote
from core.style import Style
from core.words import Words

ABOUT_US = "us"


def kind_choices(say: Words) -> list[tuple[str, str]]:
    """Return the code and the word of each kind, in the order in which a file tells them."""
    found: list[tuple[str, str]] = []
    for topic in READING_ORDER:
        found.append((topic.value, topic_word(say, topic)))
        if topic is Topic.STYLE:
            word = topic_word(say, topic)
            found += [
                (_styled(each), say("{topic}: {style}", topic=word, style=style_word(say, each))) for each in Style
            ]
    return [*found, (ABOUT_US, say("About us"))]


def kind_of(note: Note) -> str:
    """Return the code of a note's kind."""
    if note.is_about_us:
        return ABOUT_US
    return _styled(note.style) if note.topic is Topic.STYLE and note.style is not None else note.topic.value


def kind_fields(code: str) -> dict[str, Any]:
    """Return the fields that make a note one of this kind; what they know about us keeps the topic that it has."""
    if code == ABOUT_US:
        return {"is_about_us": True, "style": None}
    topic, _, style = code.partition(" ")
    return {"is_about_us": False, "topic": Topic(topic), "style": Style(style) if style else None}


def begun_words(say: Words, found: QuickNote) -> str:
    """Return how a line that is being written is read so far: as what kind of note, or what it may begin with."""
    if found.topic is not None:
        return reading_words(say, found)
    if found.topics:
        return say("{topics}?", topics=", ".join(topic_word(say, each).lower() for each in found.topics))
    topics = ", ".join([*(topic_word(say, each).lower() for each in READING_ORDER), say("us")])
    return say("Begin with {topics}. Then ~ for a guess, * for observed; else it was said.", topics=topics)


def reading_words(say: Words, found: QuickNote) -> str:
    """Return how a line is read: what it tells of, what that rests on, and the sentence."""
    words = kind_words(say, found)
    return say("{kind}: {text}", kind=words, text=found.sentence) if found.sentence else words


def kind_words(say: Words, found: QuickNote) -> str:
    """Return what a line tells of, and what that rests on."""
    kind = say("What they know about us") if found.is_about_us else ""
    if not kind and found.topic is not None:
        kind = topic_word(say, found.topic)
    parts = [kind, "" if found.style is None else style_word(say, found.style), basis_word(say, found.basis)]
    return ", ".join(part for part in parts if part)


def _styled(style: Style) -> str:
    return f"{Topic.STYLE.value} {style.value}"
