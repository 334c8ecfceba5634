"""ui: the words for the field's own codes - topics, bases, modes, stages - in one place."""

from __future__ import annotations

from core.negotiation import Mode, Status
from core.note import Topic
from core.side import Basis
from core.words import Words


def topic_word(say: Words, topic: Topic) -> str:
    """Return the word for a note's topic."""
    return {
        Topic.AUTHORITY: say("Authority"),
        Topic.STYLE: say("Style"),
        Topic.LIKE: say("Like"),
        Topic.DISLIKE: say("Dislike"),
        Topic.INTEREST: say("Interest"),
        Topic.FAMILY: say("Family"),
        Topic.CONCERN: say("Concern"),
        Topic.HOPE: say("Hope"),
        Topic.BEHAVIOUR: say("Behaviour"),
        Topic.BUSINESS: say("Business"),
    }[topic]


def basis_word(say: Words, basis: Basis) -> str:
    """Return the word for what a piece of knowledge rests on."""
    return {Basis.SAID: say("said"), Basis.OBSERVED: say("observed"), Basis.GUESS: say("guess")}[basis]


def mode_word(say: Words, mode: Mode) -> str:
    """Return the words for a mode, first the field's, then the plain ones."""
    return {
        Mode.INTEGRATIVE: say("integrative (win-win)"),
        Mode.DISTRIBUTIVE: say("distributive (win-lose)"),
    }[mode]


def status_word(say: Words, status: Status) -> str:
    """Return the word for where a negotiation stands."""
    return {
        Status.PREPARING: say("preparing"),
        Status.TALKING: say("talking"),
        Status.AGREED: say("agreed"),
        Status.NO_DEAL: say("no deal"),
    }[status]
