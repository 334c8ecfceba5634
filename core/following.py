"""core: following, an alternative that is the standing offer of another negotiation - copied, and compared later."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from core.alternative import Alternative, Following
from core.folding import key_of
from core.issue import Issue, ScaleKind
from core.message import Message, message
from core.negotiation import Negotiation, Status
from core.phrases import joined, names, said
from core.side import Side
from core.standing import standing
from core.term import Package, Term
from core.weights import money_worth


@dataclass(frozen=True, slots=True)
class Copy:
    """Their standing offer in another negotiation as terms on our issues.

    `unmatched` says of what stands over there why it has no place here; `unsaid` are our issues that get no term.
    """

    terms: Package = ()
    unmatched: tuple[Message, ...] = ()
    unsaid: tuple[Issue, ...] = ()

    @property
    def remarks(self) -> tuple[Message, ...]:
        """Return what is to be said of the copy: what has no place here, and on what nothing stands there."""
        if not self.unsaid:
            return self.unmatched
        return (*self.unmatched, message("following.unsaid", issues=names(self.unsaid)))


@dataclass(frozen=True, slots=True)
class Followed:
    """A talk whose offer an alternative follows: as it is now, and as it was known when the offer was copied."""

    now: Negotiation
    then: Negotiation


@dataclass(frozen=True, slots=True)
class TermChange:
    """One of our issues, what stood on it when it was copied, and what stands now; None for nothing."""

    issue: Issue
    before: Term | None
    after: Term | None


@dataclass(frozen=True, slots=True)
class Moved:
    """What changed over there since an offer was copied; `copy` is what would be taken over.

    `is_over` tells that the other negotiation ended without a deal: nothing of it stands any more.
    """

    following: Following
    other: str
    changes: tuple[TermChange, ...]
    copy: Copy
    is_over: bool = False

    @property
    def gone(self) -> tuple[int, ...]:
        """Return the issues on which nothing stands any more."""
        return tuple(each.issue.id for each in self.changes if each.after is None)

    @property
    def message(self) -> Message:
        """Say what changed."""
        day = self.following.copied_at.date()
        if self.is_over:
            return message("following.over", other=self.other)
        parts = joined("list.and", [_told(each) for each in self.changes])
        return message("following.changed", other=self.other, day=day, changes=parts)


def copy_of(negotiation: Negotiation, followed: Negotiation, at: datetime) -> Copy:
    """Return their standing offer in `followed` at a moment as terms on the issues of `negotiation`.

    An issue takes the term of the one that has the same name and the same unit, whatever their case, and is measured
    in the same way; of options the label must be known here, and a price must be per the same number of pieces. In
    another currency nothing that is money matches. A talk that ended without a deal offers nothing.
    """
    if followed.status is Status.NO_DEAL:
        return Copy(unsaid=negotiation.issues)
    found: list[Term] = []
    unmatched = []
    offered = standing(followed, Side.THEM, at=at)
    for issue in followed.issues:
        term = offered.get(issue.id)
        if term is None:
            continue
        own = _named(negotiation, issue.name)
        trouble = _mismatch(negotiation, own, followed, issue, term)
        if own is not None and trouble is None:
            found.append(Term(issue_id=own.id, value=term.value, upto=term.upto))
        elif trouble is not None:
            unmatched.append(trouble)
    order = [issue.id for issue in negotiation.issues]
    terms = tuple(sorted(found, key=lambda term: order.index(term.issue_id)))
    stated = {term.issue_id for term in terms}
    unsaid = tuple(issue for issue in negotiation.issues if issue.id not in stated)
    return Copy(terms, tuple(unmatched), unsaid)


def moved(negotiation: Negotiation, following: Following, followed: Followed, now: datetime) -> Moved | None:
    """Return what changed in a followed offer since it was copied, None where nothing did that matters here.

    What stood then is what was known then: lines that were logged, corrected or deleted later count as a change, also
    where they tell of earlier. A change that the alternative already says, because the user typed it, is none.
    """
    other = matter_of(followed.now)
    if followed.now.status is Status.NO_DEAL:
        return Moved(following, other, (), Copy(unsaid=negotiation.issues), is_over=True)
    before = _by_issue(copy_of(negotiation, followed.then, following.copied_at))
    copy = copy_of(negotiation, followed.now, now)
    after = _by_issue(copy)
    own = {
        term.issue_id: _bare(term)
        for alternative in negotiation.alternatives
        if alternative.id == following.alternative_id
        for term in alternative.terms
    }
    changes = tuple(
        TermChange(issue, before.get(issue.id), after.get(issue.id))
        for issue in negotiation.issues
        if before.get(issue.id) != after.get(issue.id) and own.get(issue.id) != after.get(issue.id)
    )
    return Moved(following, other, changes, copy) if changes else None


def matter_of(followed: Negotiation) -> str:
    """Return what a followed negotiation is called: the supplier and the subject."""
    return ", ".join(part for part in (followed.supplier_name, followed.title) if part)


def merged(alternative: Alternative, copy: Copy, gone: Collection[int] = ()) -> Package:
    """Return an alternative's terms with those of a copy laid over them, and without those that stand no longer."""
    taken = {term.issue_id: term for term in copy.terms}
    kept = {term.issue_id: term for term in alternative.terms if term.issue_id not in gone}
    return tuple({**kept, **taken}.values())


def all_moved(negotiation: Negotiation, followed: Mapping[int, Followed], now: datetime) -> dict[int, Moved]:
    """Return what changed in the offers that alternatives follow, by alternative; so is `followed`."""
    found = {}
    for following in negotiation.followings:
        talk = followed.get(following.alternative_id)
        change = None if talk is None else moved(negotiation, following, talk, now)
        if change is not None:
            found[following.alternative_id] = change
    return found


def _named(negotiation: Negotiation, name: str) -> Issue | None:
    wanted = key_of(name)
    return next((issue for issue in negotiation.issues if key_of(issue.name) == wanted), None)


def _mismatch(
    negotiation: Negotiation, own: Issue | None, followed: Negotiation, other: Issue, term: Term
) -> Message | None:
    """Return why a term does not fit our issue of the same name, None where it does."""
    if own is None:
        return message("following.no_issue", issue=other.name)
    if own.kind is not other.kind:
        return message("following.other_kind", issue=other.name)
    if key_of(own.unit) != key_of(other.unit):
        there, here = (each.unit or message("following.no_unit") for each in (other, own))
        return message("following.other_unit", issue=other.name, there=there, here=here)
    if own.kind is ScaleKind.OPTIONS:
        labels = {option.label for option in own.options}
        unknown = [value for value in (term.value, term.upto) if isinstance(value, str) and value not in labels]
        return message("following.no_option", issue=other.name, option=unknown[0]) if unknown else None
    is_money = any(each.is_unit_price or money_worth(each) is not None for each in (own, other))
    if is_money and negotiation.currency != followed.currency:
        return message("following.other_currency", issue=other.name, there=followed.currency)
    if other.price_basis != own.price_basis:
        return message("following.other_basis", issue=other.name, there=other.price_basis, here=own.price_basis)
    return None


def _by_issue(copy: Copy) -> dict[int, Term]:
    return {term.issue_id: term for term in copy.terms}


def _bare(term: Term) -> Term:
    return Term(issue_id=term.issue_id, value=term.value, upto=term.upto)


def _told(change: TermChange) -> Message:
    name = change.issue.name
    terms = {
        when: said(change.issue, term)
        for when, term in (("before", change.before), ("after", change.after))
        if term is not None
    }
    if change.before is None:
        return message("following.new_term", issue=name, **terms)
    return message("following.gone_term" if change.after is None else "following.term", issue=name, **terms)
