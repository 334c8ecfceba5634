"""core: the fixed words and shapes that several parts of documents share."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from core.debrief import Outcome
from core.estimate import Subject
from core.meeting import Channel
from core.note import Topic
from core.reports.document import (
    Column,
    Row,
    Table,
)
from core.side import Basis, Side
from core.verdict import Flag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.issue import Issue
    from core.reports.case import Case
    from core.reports.document import Text
    from core.words import Words


def basis_word(say: Words, basis: Basis | None) -> str:
    """Return on what a piece of knowledge rests, in a word."""
    match basis:
        case Basis.SAID:
            return say("said")
        case Basis.OBSERVED:
            return say("observed")
        case Basis.GUESS:
            return say("guess")
    return ""


def topic_word(say: Words, topic: Topic) -> str:
    """Return a note's topic in a word."""
    return {
        Topic.AUTHORITY: say("authority"),
        Topic.STYLE: say("style"),
        Topic.LIKE: say("like"),
        Topic.DISLIKE: say("dislike"),
        Topic.INTEREST: say("interest"),
        Topic.FAMILY: say("family"),
        Topic.CONCERN: say("concern"),
        Topic.HOPE: say("hope"),
        Topic.BEHAVIOUR: say("behaviour"),
        Topic.BUSINESS: say("business"),
    }[topic]


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


def unbroken(text: str) -> str:
    """Return a short text (a date) that no line end parts."""
    return text.replace(" ", "\u00a0")


def percent(say: Words, number: Decimal) -> str:
    """Return a number of per cent."""
    return f"{say.number(number)}\u00a0%"


def fact_table(facts: Sequence[tuple[str, Text]]) -> Table:
    """Return facts with their names, under a rule and without a head."""
    return Table((Column(grow=0, least=110), Column(lines=12, grow=1)), tuple(Row(fact) for fact in facts))


def letters(count: int) -> str:
    """Return the letter of an alternative: A to Z, then AA."""
    return letters(count // 26 - 1) + letters(count % 26) if count >= 26 else chr(ord("A") + count)


def has_why(case: Case, issue: Issue, side: Side) -> bool:
    """Tell whether we know why a side asks what it asks on an issue."""
    return any(
        each.side is side and each.issue_id == issue.id and (each.why or each.interest)
        for each in case.negotiation.positions
    )


def flag_word(say: Words, flag: Flag) -> str:
    """Return a flag's word."""
    return {Flag.ACT: say("act"), Flag.CHECK: say("check"), Flag.FINE: say("fine")}[flag]
