"""core: what a meeting line is read against - issues, standing terms, who spoke last, and of what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from functools import cached_property

from core.issue import Issue
from core.line import Line, Verb
from core.negotiation import Negotiation
from core.number import Marks
from core.shorthand.lexicon import Lexicon
from core.side import Side
from core.table import Table
from core.term import Package, Term


@dataclass(frozen=True, slots=True)
class Conditional:
    """A conditional offer that its speaker's later terms have not replaced: agreeing takes it as a whole."""

    side: Side
    terms: Package
    conditions: Package
    condition_words: str = ""


# No `slots`: `cached_property` keeps its result in the instance's dictionary.
@dataclass(frozen=True, kw_only=True)
class Context:
    """Everything the rules look at beside the line itself; never changed by reading.

    `standing` holds each side's standing term per issue (agreed terms included), `conditional` the offers that would
    stand only when agreed, in the order they were said. `last_offer_by` names the side that last made an offer on an
    issue, `last_offer` the issues of each side's last offer, `last_offer_side` who made the last one of all.
    `last_issue` is the issue spoken of last, `last_issues` all issues of the last line that named any. `packages` are
    the labelled whole packages, by label. `now` carries a zone. `language` is the window's language ("de"); English
    words are read in every language.
    """

    issues: tuple[Issue, ...]
    marks: Marks
    now: datetime
    currency: str = "EUR"
    days_per_month: Decimal = Decimal(30)
    language: str = "en"
    last_speaker: Side | None = None
    last_issue: int | None = None
    last_issues: tuple[int, ...] = ()
    standing: Mapping[Side, Mapping[int, Term]] = field(default_factory=dict)
    conditional: tuple[Conditional, ...] = ()
    last_offer_by: Mapping[int, Side] = field(default_factory=dict)
    last_offer: Mapping[Side, tuple[int, ...]] = field(default_factory=dict)
    last_offer_side: Side | None = None
    packages: Mapping[str, Package] = field(default_factory=dict)

    @cached_property
    def lexicon(self) -> Lexicon:
        """Return the names and units that can be typed, worked out once."""
        return Lexicon(self.issues, self.language, self.currency)

    def typed_at(self, now: datetime) -> Context:
        """Return the same table at another time of the same day, with what has been worked out for it."""
        moved = replace(self, now=now)
        moved.__dict__["lexicon"] = self.lexicon
        return moved

    @classmethod
    def of(
        cls,
        negotiation: Negotiation,
        *,
        marks: Marks,
        now: datetime,
        language: str = "en",
        last_speaker: Side | None = None,
        said: Sequence[Line] | None = None,
        at: datetime | None = None,
    ) -> Context:
        """Gather the context of a line that is typed at `now`.

        `last_speaker` is the speaker shown beside the entry line; without it, who spoke in the last line before.
        A line that was said earlier is read against the table of that time: `at` is when it was said, `said` the
        lines that had been said before it, by default those up to that moment.
        """
        moment = at or now
        table = negotiation.table if said is None and at is None else None
        if said is None:
            said = negotiation.spoken if at is None else [line for line in negotiation.spoken if line.at <= at]
        table = Table(said) if table is None else table
        last_issues = next((found for line in reversed(said) if (found := _issues_of(line))), ())
        last_offer_by, last_offer = _last_offers(said, len(negotiation.issues))
        return cls(
            issues=negotiation.issues,
            marks=marks,
            now=now,
            currency=negotiation.currency,
            days_per_month=negotiation.days_per_month,
            language=language,
            last_speaker=last_speaker or next((line.side for line in reversed(said) if line.side is not None), None),
            last_issue=last_issues[-1] if last_issues else None,
            last_issues=last_issues,
            standing={side: table.standing(side, moment) for side in Side},
            conditional=_live_conditionals(said, moment),
            last_offer_by=last_offer_by,
            last_offer=last_offer,
            last_offer_side=next(iter(last_offer), None),
            packages={each.label: each.terms for each in negotiation.candidates},
        )


def _last_offers(said: Sequence[Line], issues: int) -> tuple[dict[int, Side], dict[Side, tuple[int, ...]]]:
    """Return who offered last on each of so many issues, and the issues of each side's last offer, the last one first.

    What was withdrawn is no offer any more.
    """
    by_issue: dict[int, Side] = {}
    by_side: dict[Side, tuple[int, ...]] = {}
    for line in reversed(said):
        if line.verb is Verb.OFFER and line.side is not None:
            offered = tuple(term.issue_id for term in line.terms if term.withdrawn_at is None)
            if offered:
                by_side.setdefault(line.side, offered)
            for issue_id in offered:
                by_issue.setdefault(issue_id, line.side)
            if len(by_issue) == issues and len(by_side) == len(Side):
                break
    return by_issue, by_side


def _issues_of(line: Line) -> tuple[int, ...]:
    stated = (*line.terms, *line.conditions, *line.in_return)
    return tuple(dict.fromkeys((*(term.issue_id for term in stated), *line.issues)))


def _live_conditionals(said: Sequence[Line], at: datetime) -> tuple[Conditional, ...]:
    """Return the conditional offers that still hold and that no later term of the same side or agreement replaced."""
    live: list[Conditional] = []
    for line in said:
        if not live and not line.is_conditional:
            continue
        issues = {term.issue_id for term in line.terms}
        if line.verb is Verb.AGREE and any(term.withdrawn_at is None for term in line.terms):
            live = [each for each in live if not issues & {term.issue_id for term in each.terms}]
        if line.verb is not Verb.OFFER or line.side is None:
            continue
        if not line.is_conditional:
            live = [
                each
                for each in live
                if each.side is not line.side or not issues & {term.issue_id for term in each.terms}
            ]
            continue
        holds = line.valid_until is None or line.valid_until >= at.date()
        if holds and line.terms and all(term.withdrawn_at is None for term in line.terms):
            live.append(Conditional(line.side, line.terms, line.conditions, line.condition_words))
    return tuple(live)
