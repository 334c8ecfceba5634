"""tests: bridge prompts are made of what was entered, and of nothing else."""

from __future__ import annotations

from core.analysis.bridges import bridges
from core.negotiation import Negotiation
from core.side import Basis, Side
from core.strategy import Position
from core.words import Words
from tests.core.cases import four_issues


def position(side: Side, interest: str = "", issue_id: int | None = None, **fields: object) -> Position:
    return Position(negotiation_id=1, side=side, interest=interest, issue_id=issue_id, **fields)  # type: ignore[arg-type]


def said(found: Negotiation) -> list[str]:
    return [Words().message(each.message) for each in bridges(found)]


def test_both_interests_in_an_issue_are_set_beside_each_other() -> None:
    found = four_issues(
        positions=(
            position(Side.US, "a steady price", 1),
            position(Side.THEM, "cash flow", 1, basis=Basis.OBSERVED),
        )
    )
    (prompt,) = bridges(found)
    assert said(found) == [
        "Price: we want “a steady price”, they “cash flow”. What that is on neither list would serve both?"
    ]
    assert prompt.grounds.bases == (Basis.OBSERVED,)


def test_the_missing_side_is_asked_for() -> None:
    assert said(four_issues(positions=(position(Side.US, "quick delivery", 3),))) == [
        "Lead time: we want “quick delivery”. Ask why the issue matters to them."
    ]
    assert said(four_issues(positions=(position(Side.THEM, "even load", 3),))) == [
        "Lead time: they want “even load”. Write down why the issue matters to us."
    ]


def test_interests_without_an_issue_ask_for_one_and_positions_without_interest_for_their_reason() -> None:
    found = four_issues(
        positions=(
            position(Side.THEM, "cash flow"),
            position(Side.US, "a lower price"),
            position(Side.THEM, position="110 or nothing", issue_id=1),
            position(Side.US, position="100"),
        )
    )
    assert said(found) == [
        "We want “a lower price”, they “cash flow”. What that is on neither list would serve both?",
        "They want “cash flow”. Which issue could carry that?",
        "Price: they say “110 or nothing”. Ask what that is good for.",
    ]


def test_nothing_entered_gives_no_prompt() -> None:
    assert bridges(four_issues()) == ()
    assert bridges(four_issues(positions=(position(Side.US, "   "),))) == ()
