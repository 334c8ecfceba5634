"""core: concessions, the steps by which a side gives way, and what each is worth to us."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from core.concession import Concession
from core.issue import Issue
from core.line import Line, Verb
from core.negotiation import Negotiation
from core.side import Side
from core.standing import lines_before
from core.term import Term, Value
from core.their_side import their_value
from core.value import Valuation, by_issue, compare


@dataclass(frozen=True, slots=True)
class StepWorth:
    """What one step changes for us: `share` of the scale (1 = 100 points) and money, above 0 in our favour.

    None where nothing can be valued; `money` also where no issue is money.
    """

    share: Fraction | None
    money: Fraction | None


def propose(negotiation: Negotiation, line: Line, in_return_for: str = "") -> tuple[Concession, ...]:
    """Return the concessions that an offer holds against what its side stated last, issue by issue.

    A step counts where it is worse for the side that makes it: ours by our value, theirs by our estimate of it,
    else by the mirror of our value. A step that is as good or better for its maker is none. Conditional offers
    hold none, since nothing is given until they are agreed. Of a range the end that its speaker likes best counts.
    """
    if line.verb is not Verb.OFFER or line.side is None or line.is_conditional:
        return ()
    before = _stated_last(negotiation, line)
    found = []
    for issue_id, term in by_issue(line.terms).items():
        issue = negotiation.issue_by_id.get(issue_id)
        if issue is None or issue_id not in before:
            continue
        earlier, source = before[issue_id]
        start, end = _asked(negotiation, issue, line.side, earlier), _asked(negotiation, issue, line.side, term)
        if _is_worse(negotiation, issue, line.side, end, start):
            found.append(
                Concession(
                    negotiation_id=negotiation.id,
                    side=line.side,
                    issue_id=issue_id,
                    from_line_id=source.id,
                    to_line_id=line.id,
                    from_value=start,
                    to_value=end,
                    in_return_for=in_return_for,
                )
            )
    return tuple(found)


def worth(negotiation: Negotiation, concession: Concession) -> StepWorth:
    """Return what a concession changes for us: below 0 for one of ours, above 0 for one of theirs."""
    valuation = Valuation(negotiation)
    parts = [
        valuation.part(Term(issue_id=concession.issue_id, value=value))
        for value in (concession.from_value, concession.to_value)
    ]
    start, end = parts
    if start is None or end is None:
        return StepWorth(None, None)
    share = end.low - start.low
    return StepWorth(share, None if valuation.money is None else share * valuation.money)


def _stated_last(negotiation: Negotiation, line: Line) -> dict[int, tuple[Term, Line]]:
    """Return the last unconditional term of the line's side before it on each of its issues, with its line."""
    found: dict[int, tuple[Term, Line]] = {}
    missing = {term.issue_id for term in line.terms}
    for each in reversed(lines_before(negotiation, line)):
        if not missing:
            break
        if each.verb is Verb.OFFER and each.side is line.side and not each.is_conditional:
            for issue_id, term in by_issue(each.terms).items():
                if issue_id in missing:
                    found[issue_id] = term, each
            missing -= found.keys()
    return found


def _asked(negotiation: Negotiation, issue: Issue, side: Side, term: Term) -> Value:
    if term.upto is not None and _is_worse(negotiation, issue, side, term.value, term.upto):
        return term.upto
    return term.value


def _is_worse(negotiation: Negotiation, issue: Issue, side: Side, one: Value, other: Value) -> bool:
    """Tell whether `one` is worse than `other` for a side."""
    if side is Side.US:
        return compare(issue, one, other) == -1
    first, second = their_value(negotiation, issue, one), their_value(negotiation, issue, other)
    return first is not None and second is not None and first < second
