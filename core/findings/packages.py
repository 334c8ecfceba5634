"""core: the finding of the packages - every package there is now by what it is worth to us, against walking away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from core.analysis.party import Party, their_party
from core.candidates import Brought, flag_of, side_by_side
from core.charts.packages import Kind, PackageRow, Packages, PackagesWords
from core.findings.frontier import LEAST
from core.findings.seen import Seen
from core.message import Message
from core.side import Side
from core.spans import banded, signed_points
from core.told import inline
from core.verdict import Flag, Interval, Light, Verdict, breach

if TYPE_CHECKING:
    from core.issue import Issue
    from core.term import Term
    from core.words import Words


@dataclass(frozen=True, slots=True)
class Candidate:
    """A package there is now: what it is, its terms, what it is worth; a verdict where it is one to be agreed on.

    `theirs` is what it is likely worth to them (shares of 1) and `band` what it may be, None where that cannot be told.
    `note` is what was noted on it.
    """

    key: str
    kind: Kind
    name: str
    terms: Mapping[int, Term]
    value: Interval
    verdict: Verdict | None = None
    theirs: Fraction | None = None
    band: Interval | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class TermRow:
    """One issue of a package beside the BATNA: both in words, what the difference is worth to us, the term to them."""

    issue: str
    unit: str
    package: str
    batna: str
    points: str
    money: str
    theirs: str = ""


def candidates(seen: Seen) -> tuple[Candidate, ...]:
    """Return the packages, those worth most first: offers, the deal, candidates, the ladder, the alternatives."""
    theirs = their_side(seen)
    found = (each if theirs is None else _with_theirs(seen, theirs, each) for each in _all(seen))
    return tuple(sorted(found, key=lambda each: (-each.value.low, -each.value.high)))


def their_side(seen: Seen) -> Party | None:
    """Return their side as estimated, None where too little is."""
    found = their_party(seen.negotiation)
    return None if isinstance(found, Message) else found


def packages(seen: Seen) -> Packages:
    """Return the chart of all candidates, its title the finding."""
    say = seen.say
    found = candidates(seen)
    batna = seen.batna_value
    words = PackagesWords(say("Package"), say("Worth to us"), say("Against BATNA"), say("BATNA"), say("To them, about"))
    return Packages(
        title=_title(seen, found),
        rows=tuple(_row(seen, each) for each in found),
        words=words,
        batna=None if batna is None else float(batna.low) * 100,
    )


def term_rows(seen: Seen, candidate: Candidate) -> tuple[TermRow, ...]:
    """Return a package issue by issue beside the BATNA, the issues that count most first."""
    say, valuation = seen.say, seen.valuation
    stated = {} if seen.batna is None else valuation.filled(seen.batna.stated)
    shares, party = valuation.shares, their_side(seen)
    rows = []
    for issue in sorted(seen.negotiation.issues, key=lambda each: -shares.get(each.id, Fraction(0))):
        term, other = candidate.terms.get(issue.id), stated.get(issue.id)
        ours = None if term is None else valuation.part(term)
        walk = None if other is None else valuation.part(other)
        points = money = ""
        if ours is not None and walk is not None and ours.is_exact and walk.is_exact:
            gap = ours.low - walk.low
            points = say.signed(gap * 100, 1)
            if valuation.money is not None:
                money = say.signed(gap * valuation.money, 2)
        brings = None if party is None or term is None else party.part(issue.id, term.value)
        theirs = "" if brings is None or (term is not None and term.upto is not None) else say.points(brings)
        cells = _cell(seen, issue, term), _cell(seen, issue, other)
        rows.append(TermRow(issue.name, seen.unit(issue), *cells, points, money, theirs))
    return tuple(rows)


def _cell(seen: Seen, issue: Issue, term: Term | None) -> str:
    if term is None:
        return seen.say("open")
    said = seen.said(issue, term, unit=False)
    return seen.say("{value} (assumed)", value=said) if term.assumed else said


def _all(seen: Seen) -> Iterator[Candidate]:
    say = seen.say
    for side, terms, name in (
        (Side.THEM, seen.theirs, say("Their standing offer")),
        (Side.US, seen.ours, say("Our standing offer")),
    ):
        kind = Kind.THEIRS if side is Side.THEM else Kind.OURS
        if terms and dict(terms) != dict(seen.deal):
            yield from _judged(seen, side.value, kind, name, terms, side)
    if seen.deal:
        is_whole = all(issue.id in seen.deal for issue in seen.negotiation.issues)
        name = say("Agreed") if is_whole else say("Agreed so far")
        yield from _judged(seen, "deal", Kind.AGREED, name, seen.deal, Side.US)
    for brought in side_by_side(seen.negotiation, seen.now).packages:
        yield from _proposed(say, brought)
    for rung, name in (
        ("opening", say("Opening")),
        ("best_outcome", say("Best outcome")),
        ("fair", say("Fair deal")),
        ("minimum", say("Minimum acceptable")),
    ):
        value = seen.rung_value(rung)
        if value is not None:
            yield Candidate(rung, Kind.RUNG, name, seen.rung_package(rung), value)
    for worth in seen.ranking:
        if worth.value is not None:
            is_batna = worth is seen.batna
            kind = Kind.BATNA if is_batna else Kind.ALTERNATIVE
            name = worth.alternative.name
            label = say("BATNA: {name}", name=name) if is_batna else name
            terms = seen.valuation.filled(worth.stated) if worth.stated else {}
            yield Candidate(f"alternative:{worth.alternative.id}", kind, label, terms, worth.value)


def _proposed(say: Words, brought: Brought) -> Iterator[Candidate]:
    candidate = brought.candidate
    if brought.ours is not None:
        kind = Kind.THEIR_CANDIDATE if candidate.by is Side.THEM else Kind.CANDIDATE
        name = say("{label} {name}", label=candidate.label, name=candidate.name).strip()
        key, note = f"candidate:{candidate.id}", candidate.note
        yield Candidate(
            key, kind, name, brought.terms, brought.ours, brought.verdict, brought.theirs, brought.band, note
        )


def _with_theirs(seen: Seen, theirs: Party, each: Candidate) -> Candidate:
    """Add what a package is likely worth to them, where it does not say; what it leaves open takes the baseline."""
    if each.theirs is not None:
        return each
    package = tuple(seen.valuation.filled(each.terms).values()) if each.terms else ()
    likely = theirs.value(package) if package else None
    return each if likely is None else replace(each, theirs=likely, band=theirs.band(package))


def _judged(seen: Seen, key: str, kind: Kind, name: str, terms: Mapping[int, Term], side: Side) -> Iterator[Candidate]:
    verdict = seen.judging.verdict(terms, side, seen.day, with_repairs=False)
    if verdict.value is not None:
        yield Candidate(key, kind, name, terms, verdict.value, verdict)


def _row(seen: Seen, each: Candidate) -> PackageRow:
    say, flag = seen.say, _flag(seen, each)
    against = _against(seen, each)
    words = seen.points(each.value)
    flag_words = "" if flag is None else _flag_words(say, flag)
    told = say("{name}: {value} points", name=each.name, value=words)
    if against and each.kind is not Kind.BATNA:
        told = say("{told}, {gap} against the BATNA", told=told, gap=against)
    theirs = about(seen, each)
    if theirs:
        told = say("{told}, about {value} to them", told=told, value=theirs)
    return PackageRow(
        kind=each.kind,
        name=each.name,
        low=float(each.value.low) * 100,
        high=float(each.value.high) * 100,
        words=words,
        against=against,
        theirs=theirs,
        flag=flag,
        flag_words=flag_words,
        told=f"{told}, {flag_words}" if flag_words else told,
    )


def about(seen: Seen, each: Candidate) -> str:
    """Return what a package likely brings them in points, with its band; empty where that is not known."""
    return "" if each.theirs is None else banded(seen.say, each.theirs, each.band)


def _flag(seen: Seen, each: Candidate) -> Flag | None:
    """Return the flag of an offer, a deal or a candidate by its verdict, of a rung by the BATNA; alternatives: none."""
    if each.verdict is not None:
        is_idea = each.kind in (Kind.CANDIDATE, Kind.THEIR_CANDIDATE)
        return flag_of(each.verdict) if is_idea else each.verdict.flag
    if each.kind is Kind.RUNG and seen.batna_value is not None:
        return Flag.ACT if each.value.high < seen.batna_value.low else Flag.FINE
    return None


def _flag_words(say: Words, flag: Flag) -> str:
    return {Flag.ACT: say("act"), Flag.CHECK: say("check"), Flag.FINE: say("fine")}[flag]


def _against(seen: Seen, each: Candidate) -> str:
    batna = seen.batna_value
    if batna is None or each.kind is Kind.BATNA:
        return ""
    return signed_points(seen.say, each.value.above(batna))


def _title(seen: Seen, found: tuple[Candidate, ...]) -> str:
    say = seen.say
    if not found:
        obstacle = seen.valuation.obstacle
        if obstacle is not None:
            return say("No package can be valued: {why}", why=say.message(obstacle))
        return say("No package yet: log an offer, fill in the ladder, or add an alternative.")
    batna = seen.batna_value
    offer = next((each for each in found if each.kind is Kind.AGREED), None) or next(
        (each for each in found if each.kind is Kind.THEIRS), None
    )
    if batna is None:
        return say("No alternative is valued, so no package can be held against walking away. Add one in Prepare.")
    if offer is None:
        below = [each for each in found if each.kind is Kind.RUNG and each.value.high < batna.low]
        if below:
            names = seen.listed([inline(each.name) for each in below])
            return say("Worth less than the BATNA: {names}.", names=names)
        return say("They have offered nothing yet; walking away is worth {value} points.", value=seen.points(batna))
    return _compared(seen, offer, batna)


def _compared(seen: Seen, offer: Candidate, batna: Interval) -> str:
    say = seen.say
    gap = offer.value.above(batna)
    what = say("What is agreed") if offer.kind is Kind.AGREED else say("Their offer")
    worse = breach(offer.value, batna)
    if worse is Light.CERTAIN:
        size = _gap(seen, -gap.high)
        return say("{offer} is worth {gap} less than the BATNA, {name}.", offer=what, gap=size, name=_batna(seen))
    if worse is Light.CLEAR:
        if gap.low == 0 == gap.high:
            return say("{offer} is worth the same as the BATNA, {name}.", offer=what, name=_batna(seen))
        if gap.low < LEAST:
            return say("{offer} is worth no less than the BATNA, {name}.", offer=what, name=_batna(seen))
        size = _gap(seen, gap.low)
        return say("{offer} is worth {gap} more than the BATNA, {name}.", offer=what, gap=size, name=_batna(seen))
    return say(
        "{offer} is worth between {worse} less and {better} more than the BATNA, {name}.",
        offer=what, worse=_gap(seen, -gap.low), better=_gap(seen, gap.high), name=_batna(seen),
    )  # fmt: skip


def _gap(seen: Seen, share: Fraction) -> str:
    """Return a difference in points, and in money where an issue is money."""
    points = seen.say("{points} points", points=seen.say.points(share))
    money = seen.money(share)
    return f"{points} ({money}\u00a0{seen.negotiation.currency})" if money else points


def _batna(seen: Seen) -> str:
    return "" if seen.batna is None else seen.batna.alternative.name
