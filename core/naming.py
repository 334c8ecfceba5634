"""core: the words for the field's own codes - topics, bases, modes, stages - for screens and documents alike."""

from __future__ import annotations

from core.counterpart import Influence
from core.debrief import Outcome
from core.estimate import Subject
from core.meeting import Channel
from core.need import NeedKind
from core.negotiation import Depth, Mode, Status
from core.note import Topic
from core.side import Basis
from core.strategy import Match
from core.style import Style
from core.verdict import Flag
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


def influence_word(say: Words, influence: Influence) -> str:
    """Return what part somebody has in the supplier's decision, in words."""
    return {
        Influence.DECIDES: say("decides"),
        Influence.INFLUENCES: say("influences the decision"),
        Influence.ADVISES: say("advises"),
        Influence.GUARDS: say("guards the way to who decides"),
    }[influence]


def basis_word(say: Words, basis: Basis | None) -> str:
    """Return the word for what a piece of knowledge rests on, empty where that is not said."""
    if basis is None:
        return ""
    return {Basis.SAID: say("said"), Basis.OBSERVED: say("observed"), Basis.GUESS: say("guess")}[basis]


def style_word(say: Words, style: Style) -> str:
    """Return the word for how a side tends to deal."""
    return {
        Style.COMPETING: say("competing"),
        Style.COLLABORATING: say("collaborating"),
        Style.COMPROMISING: say("compromising"),
        Style.AVOIDING: say("avoiding"),
        Style.ACCOMMODATING: say("accommodating"),
    }[style]


def need_word(say: Words, kind: NeedKind) -> str:
    """Return whether a need is a hope or a concern, in a word."""
    return {NeedKind.HOPE: say("hope"), NeedKind.CONCERN: say("concern")}[kind]


def match_word(say: Words, match: Match | None) -> str:
    """Return how an interest of theirs stands to ours, empty where that is not said."""
    if match is None:
        return ""
    return {Match.SAME: say("same"), Match.DIFFERENT: say("different"), Match.OPPOSED: say("opposed")}[match]


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


def outcome_word(say: Words, outcome: Outcome) -> str:
    """Return how a talk ended, in a word."""
    return {Outcome.AGREED: say("agreed"), Outcome.NO_DEAL: say("no deal"), Outcome.ADJOURNED: say("adjourned")}[
        outcome
    ]


def channel_word(say: Words, channel: Channel | None) -> str:
    """Return how people speak, in words."""
    match channel:
        case Channel.ROOM:
            return say("in one room")
        case Channel.PHONE:
            return say("by phone")
        case Channel.MAIL:
            return say("by mail")
        case Channel.VIDEO:
            return say("by video")
    return ""


def subject_word(say: Words, subject: Subject) -> str:
    """Return what is estimated, in words."""
    return {
        Subject.BEST: say("their best end"),
        Subject.WORST: say("their worst end"),
        Subject.LIMIT: say("their limit"),
        Subject.TARGET: say("their target"),
        Subject.WEIGHT: say("their weight"),
        Subject.OPTION: say("worth to them"),
        Subject.RESERVATION: say("their reservation value, points"),
    }[subject]


def flag_word(say: Words, flag: Flag) -> str:
    """Return a flag's word."""
    return {Flag.ACT: say("act"), Flag.CHECK: say("check"), Flag.FINE: say("fine")}[flag]


def depth_word(say: Words, depth: Depth) -> str:
    """Return the word for how far a preparation goes."""
    return {Depth.SUDDEN: say("Sudden"), Depth.PRIORITY: say("Priority"), Depth.FULL: say("Full")}[depth]


def depth_hint(say: Words, depth: Depth) -> str:
    """Return in a sentence what a depth asks for."""
    return {
        Depth.SUDDEN: say("Two minutes: issues, a limit and the BATNA."),
        Depth.PRIORITY: say("What matters most: goal, issues, interests, alternatives and the plan."),
        Depth.FULL: say("Everything, in seven steps."),
    }[depth]
