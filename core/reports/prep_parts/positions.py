"""core: part 3 of the prep - what each side asks and why, the ladder, the strategy questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.issue import ScaleKind
from core.naming import basis_word
from core.reports.document import (
    Column,
    Part,
    Row,
    Section,
    Span,
    Table,
)
from core.reports.prep_parts.needs import needs
from core.reports.ranges import limit_estimate
from core.reports.vocabulary import has_why
from core.side import Side
from core.strategy import Match, Question
from core.told import inline

if TYPE_CHECKING:
    from core.estimate import Estimate
    from core.issue import Issue
    from core.reports.case import Case
    from core.reports.document import Block, Text
    from core.words import Words


def positions(case: Case) -> Part:
    """Return part 3: what each side asks and why, the whole ladder, the strategy questions."""
    say = case.say
    name = say("3 · Issues, positions and interests")
    if not case.ordered:
        return Part(name, say("No issue is entered yet"))
    explained = sum(has_why(case, issue, Side.THEM) for issue in case.ordered)
    count = len(case.ordered)
    title = say("We know why they ask on {n} of {all} issues", n=explained, all=count)
    if count == 1:
        only = inline(case.ordered[0].name)
        title = say("We do not know yet why they ask what they ask on {issue}", issue=only)
        if explained:
            title = say("We know why they ask what they ask on {issue}", issue=only)
    remark = say("Bold: what each side asks. Below it: why. What we know of their side is said, observed or guessed.")
    blocks: list[Block] = [_asked(case)]
    whole = _whole_matter(case)
    if whole is not None:
        blocks.append(whole)
    blocks.append(Section(_ladder_title(case), (_ladder(case),)))
    blocks += [each for each in (needs(case), _questions(case)) if each is not None]
    return Part(name, title, remark, tuple(blocks))


def _asked(case: Case) -> Table:
    say = case.say
    weighed = bool(case.valuation.shares) and len(case.ordered) > 1
    columns = [
        Column(say("Issue"), lines=3),
        *([Column(say("Weight,\u00a0%"), figures=True)] if weighed else []),
        Column(say("We ask, because"), lines=6, grow=3),
        Column(say("They ask, because"), lines=6, grow=3),
        Column(say("Basis"), muted=True),
        Column(say("Their likely limit"), figures=True, lines=2),
    ]
    rows = []
    for issue in case.ordered:
        unit = case.unit(issue)
        theirs = [each for each in case.negotiation.positions if each.side is Side.THEM and each.issue_id == issue.id]
        basis = next((basis_word(say, each.basis) for each in theirs if each.basis), "")
        match = next((_match_words(say, each.match) for each in theirs if each.match), "")
        under = "\n".join(words for words in (unit, match) if words)
        about: Text = (Span(issue.name, bold=True), Span(f"\n{under}" if under else "", muted=True))
        cells: list[Text] = [
            about,
            *([case.weight(issue)] if weighed else []),
            _ask(case, issue, Side.US),
            _ask(case, issue, Side.THEM),
            basis,
            _likely_limit(case, issue),
        ]
        rows.append(Row(tuple(cells)))
    remark = []
    if weighed:
        money = case.valuation.money
        remark.append(say("Weights sum to 100."))
        if money is not None:
            remark.append(say("One point is worth {amount}.", amount=case.amount(money / 100)))
    remark.append(say("Their limits are our estimates."))
    return Table(tuple(columns), tuple(rows), remark=" ".join(remark))


def _match_words(say: Words, match: Match | None) -> str:
    """Return how the interests of both sides stand to each other."""
    if match is None:
        return ""
    return {
        Match.SAME: say("interests the same"),
        Match.DIFFERENT: say("interests different: a trade"),
        Match.OPPOSED: say("interests opposed"),
    }[match]


def _ask(case: Case, issue: Issue, side: Side) -> Text:
    found = [each for each in case.negotiation.positions if each.side is side and each.issue_id == issue.id]
    asked = "; ".join(each.position for each in found if each.position)
    if not asked:
        term = case.theirs.get(issue.id) if side is Side.THEM else None
        if term is not None:
            asked = case.said(issue, term)
        elif side is Side.US and issue.fair is not None:
            asked = case.words(issue, issue.fair)
    reasons = "; ".join(text for each in found for text in (each.why, each.interest) if text)
    if not asked and not reasons:
        return (Span(case.say("not known") if side is Side.THEM else case.say("not set"), italic=True, muted=True),)
    return (Span(asked, bold=True), Span(f"\n{reasons}" if reasons and asked else reasons))


def _likely_limit(case: Case, issue: Issue) -> Text:
    estimate = limit_estimate(case, issue)
    if estimate is None:
        return (Span(case.say("not estimated"), italic=True, muted=True),)
    return _span_of(case, issue, estimate)


def _span_of(case: Case, issue: Issue, estimate: Estimate) -> str:
    low, high = estimate.low, estimate.high
    if low is not None and high is not None and low != high:
        ends = case.words(issue, low, unit=False), case.words(issue, high, unit=False)
        return case.say("{low} to {high}", low=ends[0], high=ends[1])
    return case.words(issue, estimate.likely, unit=False)


def _whole_matter(case: Case) -> Section | None:
    say = case.say
    found = [each for each in case.negotiation.positions if each.issue_id is None]
    if not found:
        return None
    columns = (
        Column(say("Side")),
        Column(say("Asks"), bold=True, lines=4, grow=2),
        Column(say("Because"), lines=4, grow=2),
        Column(say("Interest"), lines=4, grow=2),
        Column(say("Basis"), muted=True),
    )
    rows = tuple(
        Row(
            (
                say("we") if each.side is Side.US else say("they"),
                each.position,
                each.why,
                each.interest,
                basis_word(say, each.basis),
            )
        )
        for each in found
    )
    return Section(say("On the matter as a whole"), (Table(columns, rows),))


def _ladder_title(case: Case) -> str:
    say = case.say
    target, minimum = case.rung_value("fair"), case.rung_value("minimum")
    if target is not None and minimum is not None:
        return say(
            "The target is worth {target} points, the minimum acceptable deal {minimum}",
            target=case.points(target),
            minimum=case.points(minimum),
        )
    return say("The ladder: from opening to limit")


def _ladder(case: Case) -> Table:
    say = case.say
    columns = (
        Column(say("Issue"), lines=2, grow=2),
        Column(say("Opening"), figures=True, lines=2),
        Column(say("Best outcome"), figures=True, lines=2),
        Column(say("Target"), figures=True, shaded=True, lines=2),
        Column(say("Minimum"), figures=True, lines=2),
        Column(say("Limit"), figures=True, lines=2),
        Column(say("Baseline"), figures=True, lines=2),
        Column(say("Range, best to worst"), figures=True, lines=3),
    )
    rows = [
        Row(
            (
                case.name(issue),
                *(case.cell(issue, getattr(issue, name)) for name in ("opening", "best_outcome", "fair", "minimum")),
                case.cell(issue, issue.limit),
                case.cell(issue, issue.baseline),
                _range(case, issue),
            )
        )
        for issue in case.ordered
    ]
    if case.valuation.obstacle is None:
        values = [case.points(case.rung_value(name)) for name in ("opening", "best_outcome", "fair", "minimum")]
        base = case.points(case.rung_value("baseline"))
        total: Text = (Span(say("Package value") + " "), Span(say("points"), muted=True))
        rows.append(Row((total, *values, "–", base, ""), total=True))
    remark = "" if case.valuation.obstacle is None else say.message(case.valuation.obstacle)
    return Table(columns, tuple(rows), remark=remark)


def _range(case: Case, issue: Issue) -> Text:
    if issue.kind is ScaleKind.OPTIONS:
        return ", ".join(option.label for option in issue.options) or case.not_set
    if issue.best is None or issue.worst is None:
        return case.not_set
    best, worst = case.words(issue, issue.best, unit=False), case.words(issue, issue.worst, unit=False)
    return case.say("{low} to {high}", low=best, high=worst)


def _questions(case: Case) -> Section | None:
    say, negotiation = case.say, case.negotiation
    names = {
        Question.GOAL: say("Goal"),
        Question.BEST: say("Best possible outcome"),
        Question.FAIR: say("Fair deal"),
        Question.MINIMUM: say("Minimum acceptable deal"),
    }
    rows = [
        Row((name, negotiation.answer(Side.US, question), negotiation.answer(Side.THEM, question)))
        for question, name in names.items()
        if negotiation.answer(Side.US, question) or negotiation.answer(Side.THEM, question)
    ]
    if not rows:
        return None
    columns = (
        Column("", bold=True),
        Column(say("We"), lines=8, grow=2),
        Column(say("They, as we see it"), lines=8, grow=2),
    )
    return Section(say("Strategy of both sides"), (Table(columns, tuple(rows)),))
