"""core: bridge prompts, questions that lead from both sides' interests to an option that was on neither list."""

from __future__ import annotations

from dataclasses import dataclass

from core.analysis.grounds import Grounds
from core.message import Message, message
from core.negotiation import Negotiation
from core.side import Basis, Side
from core.strategy import Position


@dataclass(frozen=True)
class Prompt:
    """One thing to explore, in the words that were entered; nothing in it is made up.

    `issue_id` is the issue that it is about, None for the matter as a whole. `ours` and `theirs` are the positions
    that it was put together from.
    """

    issue_id: int | None
    ours: Position | None
    theirs: Position | None
    message: Message
    grounds: Grounds


def bridges(negotiation: Negotiation) -> tuple[Prompt, ...]:
    """Return what to explore: issue by issue both interests beside each other, then what has no issue of its own yet.

    On an issue where both sides' interests are known the prompt asks for an option that serves both; where one is
    known it asks for the other. Interests in the matter as a whole are each set beside every one of the other side;
    one of theirs that no issue carries asks for a new issue.
    """
    found: list[Prompt] = []
    for issue in negotiation.issues:
        ours, theirs = (_interests(negotiation, side, issue.id) for side in (Side.US, Side.THEM))
        found += [_prompt("bridge.both", issue.id, mine, yours, issue=issue.name) for mine in ours for yours in theirs]
        if ours and not theirs:
            found += [_prompt("bridge.ask_theirs", issue.id, mine, None, issue=issue.name) for mine in ours]
        if theirs and not ours:
            found += [_prompt("bridge.ask_ours", issue.id, None, yours, issue=issue.name) for yours in theirs]
    ours, theirs = (_interests(negotiation, side, None) for side in (Side.US, Side.THEM))
    found += [_prompt("bridge.whole", None, mine, yours) for mine in ours for yours in theirs]
    found += [_prompt("bridge.new_issue", None, None, yours) for yours in theirs]
    found += _behind_positions(negotiation)
    return tuple(found)


def _interests(negotiation: Negotiation, side: Side, issue_id: int | None) -> list[Position]:
    return [
        each
        for each in negotiation.positions
        if each.side is side and each.issue_id == issue_id and each.interest.strip()
    ]


def _behind_positions(negotiation: Negotiation) -> list[Prompt]:
    """Return a question for each position of theirs whose interest is not known."""
    names = {issue.id: issue.name for issue in negotiation.issues}
    return [
        Prompt(
            each.issue_id,
            None,
            each,
            message("bridge.why", position=each.position.strip())
            if each.issue_id not in names
            else message("bridge.why_on_issue", position=each.position.strip(), issue=names[each.issue_id]),
            _grounds(each),
        )
        for each in negotiation.positions
        if each.side is Side.THEM and each.position.strip() and not each.interest.strip()
    ]


def _prompt(code: str, issue_id: int | None, ours: Position | None, theirs: Position | None, **data: str) -> Prompt:
    if ours is not None:
        data["ours"] = ours.interest.strip()
    if theirs is not None:
        data["theirs"] = theirs.interest.strip()
    return Prompt(issue_id, ours, theirs, message(code, **data), _grounds(theirs))


def _grounds(theirs: Position | None) -> Grounds:
    """Return the basis of a position of theirs, a guess where none is entered."""
    return Grounds() if theirs is None else Grounds(others=(theirs.basis or Basis.GUESS,))
