"""core: against, how a package differs from another one issue by issue, in what the difference is worth to us."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from core.term import Term
from core.value import Valuation


@dataclass(frozen=True, slots=True)
class Gap:
    """One issue on which two packages differ; `share` is what the first is worth more to us, of the whole scale.

    Of a range the end that we like least counts.
    """

    issue_id: int
    term: Term
    other: Term
    share: Fraction


def against(valuation: Valuation, terms: Mapping[int, Term], others: Mapping[int, Term]) -> tuple[Gap, ...]:
    """Return where terms differ in value from others, the largest difference first; what one leaves unsaid is none."""
    found = []
    for issue in valuation.negotiation.issues:
        term, other = terms.get(issue.id), others.get(issue.id)
        ours = None if term is None else valuation.part(term)
        theirs = None if other is None else valuation.part(other)
        if term is None or other is None or ours is None or theirs is None or ours.low == theirs.low:
            continue
        found.append(Gap(issue.id, term, other, ours.low - theirs.low))
    return tuple(sorted(found, key=lambda each: -abs(each.share)))
