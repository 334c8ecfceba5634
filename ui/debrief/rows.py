"""ui: the rows that Debrief shows - the deal's table, who moved, exceptions, concessions, commitments; no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, tzinfo
from decimal import Decimal

from core.commitment import Commitment
from core.concessions import worth
from core.estimate import Estimate, Proved, proved
from core.issue import Issue, ScaleKind
from core.line import Line, Verb
from core.naming import basis_word, subject_word
from core.negotiation import Negotiation
from core.outcome import Move, Result, change
from core.side import Side
from core.standing import Stage, issue_states, spoken, standing
from core.term import Term
from core.verdict import Flag, Light
from core.words import EN_DASH, Words
from ui.debrief.figures import Figures
from ui.meet.log_words import side_word

_TOTAL = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """What the cell of an agreed term shows; `problem` says why a typed text cannot be read."""

    text: str
    edit: str = ""
    problem: str = ""
    is_past_limit: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DealRow:
    """One issue of the deal, or with id 0 the package as a whole. `planned` marks an opening that was never said."""

    issue_id: int
    name: str
    unit: str
    baseline: str = ""
    ours: str = ""
    is_ours_planned: bool = False
    theirs: str = ""
    best: str = ""
    fair: str = ""
    minimum: str = ""
    batna: str = ""
    is_batna_assumed: bool = False
    agreed: Agreed
    change: str = ""
    state: str = ""

    @property
    def is_total(self) -> bool:
        """Tell whether the row is the package as a whole."""
        return self.issue_id == _TOTAL


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedRow:
    """One side's way on one issue. `remark` says where it began where nobody said so, and whom it favours."""

    side: Side
    who: str
    text: str
    remark: str
    worth: str


@dataclass(frozen=True, slots=True)
class ExceptionRow:
    """Something that is not as it was prepared, or the word that nothing is."""

    flag: Flag
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcessionRow:
    """A step of a side and what it was given for; `is_open` until the user has said."""

    concession_id: int
    side: Side
    who: str
    text: str
    worth: str
    in_return: str
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentRow:
    """A promise, who sees to it, when it is due, and how it stands."""

    commitment_id: int
    who: str
    text: str
    owner: str = EN_DASH
    due: str
    flag: Flag | None
    state: str
    is_kept: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GuessRow:
    """What was believed of their side, and what it turned out to be."""

    estimate_id: int
    what: str
    believed: str
    turned_out: str
    edit: str
    state: str


def deal_rows(result: Result, typed: Mapping[int, Agreed], say: Words) -> tuple[DealRow, ...]:
    """Return the deal against everything prepared, issue by issue, the package last where it can be valued."""
    figures = Figures(say, result)
    rows = [_deal_row(result, issue, typed.get(issue.id), figures) for issue in result.negotiation.issues]
    if result.valuation.obstacle is None and rows:
        rows.append(_total_row(result, figures))
    return tuple(rows)


def closing_rows(result: Result, typed: Mapping[int, Agreed], say: Words) -> tuple[DealRow, ...]:
    """Return the deal as it would be signed, beside what both sides said last."""
    negotiation, figures = result.negotiation, Figures(say, result)
    they, we = standing(negotiation, Side.THEM), standing(negotiation, Side.US)
    states = issue_states(negotiation)
    rows = []
    for issue in negotiation.issues:
        term = result.deal.get(issue.id)
        stage = states[issue.id].stage
        if stage is Stage.AGREED:
            state = say("agreed in the talk")
        elif term is not None or issue.id in typed:
            state = say("entered here")
        else:
            state = say("parked") if stage is Stage.PARKED else say("open")
        rows.append(
            DealRow(
                issue_id=issue.id,
                name=issue.name,
                unit=figures.unit(issue),
                theirs=figures.term(they.get(issue.id)),
                ours=figures.term(we.get(issue.id)),
                agreed=typed.get(issue.id) or _agreed(result, issue, figures),
                state=state,
            )
        )
    return tuple(rows)


def moved_rows(result: Result, say: Words) -> tuple[MovedRow, ...]:
    """Return who moved on what and what that is worth to us."""
    figures = Figures(say, result)
    return tuple(_moved_row(each, figures) for each in result.moves)


def exception_rows(result: Result, say: Words, zone: tzinfo | None) -> tuple[ExceptionRow, ...]:
    """Return what is not as it was prepared: what calls to act first, a word that all is well where nothing does."""
    figures = Figures(say, result)
    found = [ExceptionRow(Flag.ACT, text) for text in _breaches(result, figures)]
    found += [
        ExceptionRow(
            Flag.CHECK,
            say(
                "{moment}: “{line}”, because {reason}",
                moment=line.at.astimezone(zone),
                line=" ".join(line.text.split()),
                reason=line.exception,
            ),
        )
        for line in result.exceptions
    ]
    if not found:
        found.append(ExceptionRow(Flag.FINE, say("No line of ours and no agreed term is past our limit")))
    for issue in result.negotiation.issues:
        if issue.added_in_talk:
            found.append(ExceptionRow(Flag.CHECK, _added(result.negotiation, issue, say, zone)))
    return tuple(found)


def concession_rows(result: Result, say: Words) -> tuple[ConcessionRow, ...]:
    """Return the steps of both sides in the order they were made."""
    negotiation, figures = result.negotiation, Figures(say, result)
    order = {line.id: at for at, line in enumerate(spoken(negotiation))}
    rows = []
    for each in sorted(negotiation.concessions, key=lambda found: (order.get(found.to_line_id, -1), found.id)):
        issue = negotiation.issue_by_id.get(each.issue_id)
        if issue is None:
            continue
        start, end = figures.value(each.from_value), say.quantity(each.to_value, figures.unit(issue))
        rows.append(
            ConcessionRow(
                concession_id=each.id,
                side=each.side,
                who=side_word(say, each.side),
                text=say("{issue} {start} to {end}", issue=issue.name, start=start, end=end),
                worth=figures.worth(worth(negotiation, each).share),
                in_return=each.in_return_for,
                is_open=not each.confirmed and not each.in_return_for,
            )
        )
    return tuple(rows)


def owner_of(commitment: Commitment, people: Mapping[int, str]) -> str:
    """Return who sees to a promise: the person named, else the name that was written; empty where nobody is."""
    return people.get(commitment.counterpart_id or 0, "") or commitment.owner


def commitment_rows(
    negotiation: Negotiation, today: date, say: Words, people: Mapping[int, str]
) -> tuple[CommitmentRow, ...]:
    """Return what was promised: what is still open first, the earliest due first; `people` are names by id."""
    rows = []
    far = date.max
    for each in sorted(
        negotiation.commitments, key=lambda found: (found.done_on is not None, found.due or far, found.id)
    ):
        flag: Flag | None = None
        state = ""
        if each.done_on is not None:
            state = say("kept {day}", day=each.done_on)
        elif each.due is None:
            flag, state = Flag.CHECK, say("no day set")
        elif each.due < today:
            flag, state = Flag.ACT, say("overdue")
        elif not owner_of(each, people):
            flag, state = Flag.CHECK, say("nobody named")
        rows.append(
            CommitmentRow(
                commitment_id=each.id,
                who=side_word(say, each.side),
                text=each.text,
                owner=owner_of(each, people) or EN_DASH,
                due=EN_DASH if each.due is None else say.day(each.due),
                flag=flag,
                state=state,
                is_kept=each.done_on is not None,
            )
        )
    return tuple(rows)


def guess_rows(negotiation: Negotiation, say: Words) -> tuple[GuessRow, ...]:
    """Return the estimates of their side in the order of the issues, the whole package last."""
    places = {issue.id: at for at, issue in enumerate(negotiation.issues)}
    last = len(places)
    ordered = sorted(negotiation.estimates, key=lambda each: (places.get(each.issue_id or 0, last), each.id))
    return tuple(_guess_row(negotiation, each, say) for each in ordered)


def _guess_row(negotiation: Negotiation, estimate: Estimate, say: Words) -> GuessRow:
    issue = negotiation.issue_by_id.get(estimate.issue_id or 0)
    on_scale = estimate.subject.is_on_scale
    unit = issue.unit if issue is not None and on_scale and issue.kind is ScaleKind.NUMERIC else ""
    name = say("The whole package") if issue is None else issue.name
    what = say("{issue}, {subject}", issue=name, subject=subject_word(say, estimate.subject))
    if estimate.option:
        what = say("{what}: {option}", what=what, option=estimate.option)
    likely = say.quantity(estimate.likely, unit)
    data = {"likely": likely, "basis": basis_word(say, estimate.basis)}
    if estimate.low is None or estimate.high is None:
        believed = say("{likely}, {basis}", **data)
    else:
        ends = {"low": say.quantity(estimate.low), "high": say.quantity(estimate.high)}
        believed = say("{likely}, {basis}; {low} to {high}", **data, **ends)
    found = estimate.turned_out
    return GuessRow(
        estimate_id=estimate.id,
        what=what,
        believed=believed,
        turned_out="" if found is None else say.quantity(found, unit),
        edit="" if found is None else say.quantity(found),
        state=_proved_words(estimate, say),
    )


def _proved_words(estimate: Estimate, say: Words) -> str:
    """Return whether a guess held, and which way it missed where there is one; empty while nobody knows."""
    match proved(estimate):
        case None:
            return ""
        case Proved.EXACT:
            return say("just as thought")
        case Proved.WITHIN:
            return say("within the range")
        case Proved.MISSED:
            found, likely = estimate.turned_out, estimate.likely
            if isinstance(found, Decimal) and isinstance(likely, Decimal):
                return say("wrong, lower") if found < likely else say("wrong, higher")
            if isinstance(found, date) and isinstance(likely, date):
                return say("wrong, earlier") if found < likely else say("wrong, later")
            return say("wrong")


def _deal_row(result: Result, issue: Issue, typed: Agreed | None, figures: Figures) -> DealRow:
    ours = result.ours.get(issue.id)
    planned = ours is None and issue.opening is not None
    if planned and issue.opening is not None:
        ours = Term(issue_id=issue.id, value=issue.opening)
    batna = None if result.batna is None else result.batna.stated.get(issue.id)
    is_assumed = False
    if batna is None and result.batna is not None and issue.id in result.batna.assumed and issue.baseline is not None:
        batna, is_assumed = Term(issue_id=issue.id, value=issue.baseline, assumed=True), True
    return DealRow(
        issue_id=issue.id,
        name=issue.name,
        unit=figures.unit(issue),
        baseline=figures.value(issue.baseline),
        ours=figures.term(ours),
        is_ours_planned=planned,
        theirs=figures.term(result.theirs.get(issue.id)),
        best=figures.value(issue.best_outcome),
        fair=figures.value(issue.fair),
        minimum=figures.value(issue.minimum),
        batna=figures.term(batna),
        is_batna_assumed=is_assumed,
        agreed=typed or _agreed(result, issue, figures),
        change=_change(result, issue, figures.say),
    )


def _total_row(result: Result, figures: Figures) -> DealRow:
    baseline = result.rung("baseline")
    return DealRow(
        issue_id=_TOTAL,
        name=figures.say("Package value"),
        unit=figures.say("0 to 100"),
        baseline=figures.points(baseline),
        ours=figures.points(result.package(result.ours)),
        theirs=figures.points(result.package(result.theirs)),
        best=figures.points(result.rung("best_outcome")),
        fair=figures.points(result.rung("fair")),
        minimum=figures.points(result.rung("minimum")),
        batna=figures.points(None if result.batna is None else result.batna.value),
        agreed=Agreed(text=figures.points(result.value)),
        change=figures.gap(result.against(baseline)),
    )


def _agreed(result: Result, issue: Issue, figures: Figures) -> Agreed:
    term = result.deal.get(issue.id)
    if term is None:
        return Agreed(text=EN_DASH)
    text = figures.term(term)
    return Agreed(
        text=text,
        edit=figures.value(term.value) if term.upto is None else "",
        is_past_limit=issue in result.past_limit,
    )


def _change(result: Result, issue: Issue, say: Words) -> str:
    term = result.deal.get(issue.id)
    if term is None or issue.baseline is None or term.upto is not None:
        return EN_DASH
    by = change(issue.baseline, term.value)
    if by is None:
        return say("same") if issue.baseline == term.value else say("changed")
    if isinstance(by, int):
        # a date moved by so many days
        return say.plural("{by} day", "{by} days", abs(by), by=say.signed(by))
    return say.signed(by) if by else say.number(0)


def _moved_row(move: Move, figures: Figures) -> MovedRow:
    say, issue = figures.say, move.issue
    start = figures.term(move.start)
    text = say("{issue} {start} to {end}", issue=issue.name, start=start, end=figures.said(issue, move.end))
    remarks = []
    if move.from_baseline:
        remarks.append(say("from the baseline"))
    if not move.gives:
        remarks.append(say("in our favour") if move.side is Side.US else say("in their favour"))
    return MovedRow(
        side=move.side,
        who=side_word(say, move.side),
        text=text,
        remark=", ".join(remarks),
        worth=figures.worth(move.share),
    )


def _breaches(result: Result, figures: Figures) -> list[str]:
    say, found = figures.say, []
    for issue in result.past_limit:
        term = result.deal[issue.id]
        if issue.limit is not None:
            found.append(
                say(
                    "{issue} agreed at {value}, past our limit {limit}",
                    issue=issue.name,
                    value=figures.said(issue, term),
                    limit=say.quantity(issue.limit),
                )
            )
    verdict = result.verdict
    if result.is_breach and result.batna is not None:
        found.append(say("Worth less than the BATNA, {name}", name=result.batna.alternative.name))
    if verdict is not None and verdict.minimum is Light.CERTAIN:
        found.append(say("Worth less than the minimum acceptable deal"))
    return found


def _added(negotiation: Negotiation, issue: Issue, say: Words, zone: tzinfo | None) -> str:
    line: Line | None = next(
        (each for each in spoken(negotiation) if each.verb is Verb.NEW_ISSUE and issue.id in each.issues), None
    )
    if line is None:
        return say("Issue {issue} was added in the talk", issue=issue.name)
    return say("Issue {issue} was added {moment}", issue=issue.name, moment=line.at.astimezone(zone))
