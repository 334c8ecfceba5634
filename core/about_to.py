"""core: about to - what a line that is still being typed would change for us, term by term."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from core.judge import Judge
from core.line import Verb
from core.shorthand.statement import Statement
from core.side import Side
from core.term import Term
from core.their_side import their_change
from core.value import by_issue, passes_limit

_MOVES = (Verb.OFFER, Verb.AGREE)


@dataclass(frozen=True, slots=True)
class Change:
    """One term about to be stated, and the one of the same side that it would take the place of, None for the first.

    `share` is what that adds to our value, below 0 for a loss, `theirs` what it likely adds to theirs: None for a first
    term, and where nothing can be valued.
    """

    issue_id: int
    before: Term | None
    after: Term
    share: Fraction | None
    theirs: Fraction | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutTo:
    """Everything that a line would change. `share` is the sum of its changes, None where none of them has a value.

    `past_limit` are the issues on which it passes a limit of ours, `limited` tells that it states one that has a limit.
    """

    side: Side
    verb: Verb
    changes: tuple[Change, ...]
    share: Fraction | None
    past_limit: tuple[int, ...]
    limited: bool

    @property
    def cost(self) -> Fraction:
        """Return what the line would cost us, a share of 1; 0 where it costs nothing or that cannot be told."""
        return max(Fraction(0), -(self.share or Fraction(0)))


def about_to(judge: Judge, statement: Statement, stood: Mapping[Side, Mapping[int, Term]]) -> AboutTo | None:
    """Return what a statement would change against what its side stands by; None unless it puts terms on the table.

    Conditions count as met: who gives something for something loses only what is left. Of a range the end that we like
    least counts.
    """
    if statement.side is None or statement.verb not in _MOVES:
        return None
    known = judge.negotiation.issue_by_id
    said = by_issue((*statement.terms, *statement.in_return, *statement.conditions))
    terms = {issue_id: term for issue_id, term in said.items() if issue_id in known}
    if not terms:
        return None
    before = stood[statement.side]
    changes = tuple(_change(judge, before.get(issue_id), term) for issue_id, term in terms.items())
    shares = [each.share for each in changes if each.share is not None]
    scales = judge.valuation.scales
    past = tuple(each for each, term in terms.items() if passes_limit(known[each], term, scales[each]))
    return AboutTo(
        side=statement.side,
        verb=statement.verb,
        changes=changes,
        share=sum(shares, Fraction(0)) if shares else None,
        past_limit=past,
        limited=any(known[issue_id].limit is not None for issue_id in terms),
    )


def _change(judge: Judge, before: Term | None, after: Term) -> Change:
    share = theirs = None
    if before is not None and judge.valuation.obstacle is None:
        first, last = judge.valuation.part(before), judge.valuation.part(after)
        share = None if first is None or last is None else last.low - first.low
        issue = judge.negotiation.issue_by_id[after.issue_id]
        theirs = their_change(judge.negotiation, issue, before.value, after.value)
    return Change(after.issue_id, before, after, share, theirs)
