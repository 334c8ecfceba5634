"""core: the words for on how many issues there is room, the same on the screen and in documents."""

from __future__ import annotations

from core.words import Words


def no_overlap(say: Words, names: str, room: int, issues: int, *, is_sure: bool = True) -> str:
    """Return in words, without a full stop, that limits do not meet on some of the issues, and on how many they do."""
    head = say("No overlap on {names}", names=names) if is_sure else say("Likely no overlap on {names}", names=names)
    if not room:
        return head
    return say("{head}; there is room on {n} of {all} issues", head=head, n=room, all=issues)


def room_on(say: Words, room: int, issues: int) -> str:
    """Return in words, without a full stop, on how many issues there is room where the others are not estimated."""
    head = say("There is room on {n} of {all} issues", n=room, all=issues)
    return say.plural(
        "{head}; the other one is not estimated", "{head}; the others are not estimated", issues - room, head=head
    )
