"""core: the finding of the frontier - where the table stands, and whether another package is better for both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

from core.analysis.bargaining import Solutions, solutions
from core.analysis.case import Case, case_of
from core.analysis.frontier import Frontier, Point, frontier
from core.analysis.party import missing_estimates
from core.charts.frontier import FrontierChart, FrontierWords, Kind, Spot
from core.charts.scene import ChartTable
from core.message import Message
from core.side import Basis
from core.verdict import Interval

if TYPE_CHECKING:
    from core.analysis.grounds import Grounds
    from core.findings.seen import Seen
    from core.term import Package, Term

MOST_MARKS = 24
"""How many efficient packages have a mark and a whisker; the line goes through all of them."""

QUICK_VALUES = 400
"""Up to how many values of all issues together the frontier is worked out while one waits: 20 issues of 20."""

MOST_OTHERS = 240
"""Up to how many packages in all those that another one betters are drawn too."""

LEAST = Fraction(1, 2000)
"""The least difference in value that is not shown as 0.0 points."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A package on the table, or one that the mathematics names: both values and the band of theirs."""

    key: str
    kind: Kind
    name: str
    package: Package
    ours: Fraction
    theirs: Fraction
    band: Interval
    assumed: bool = False


@dataclass(frozen=True)
class Bargain:
    """Everything that the frontier's view shows of a case: the engine's results and the packages placed in them."""

    case: Case
    frontier: Frontier
    solutions: Solutions
    placed: tuple[Placed, ...]

    def better(self, placed: Placed) -> Point | None:
        """Return a package that is worth more to one side and no less to the other; None where there is none."""
        for_us = self.frontier.best_for_us(placed.theirs)
        for_them = self.frontier.best_for_them(placed.ours)
        for point in (for_us, for_them):
            # one that lies off the grid may be worth more than all of the frontier
            gains = (0, 0) if point is None else (point.ours - placed.ours, point.theirs - placed.theirs)
            if min(gains) >= 0 and max(gains) >= LEAST:
                return point
        return None


def case_seen(seen: Seen) -> Case | Message:
    """Return both sides over the values of the issues, or what has to be estimated first."""
    return case_of(seen.negotiation, seen.day)


def is_quick(case: Case) -> bool:
    """Tell whether the frontier of a case is found in less time than anybody notices."""
    return sum(len(column.terms) for column in case.columns) <= QUICK_VALUES


def bargain(seen: Seen, case: Case | Message) -> Bargain | Message:
    """Return the case with its frontier and solutions, or what has to be estimated first."""
    if isinstance(case, Message):
        return case
    front = frontier(case)
    found = solutions(case, front)
    return Bargain(case, front, found, tuple(_placed(seen, case, found)))


def frontier_chart(seen: Seen, found: Bargain) -> FrontierChart:
    """Return the chart, its title the finding."""
    say = seen.say
    front, case = found.frontier, found.case
    named = {(each.ours, each.theirs) for each in found.placed}
    marks = [point for point in _thinned(front.points) if (point.ours, point.theirs) not in named]
    bands = [case.theirs.band(point.package) or Interval(point.theirs, point.theirs) for point in marks]
    spots = [_spot(seen, each) for each in found.placed]
    spots += [
        _point_spot(seen, Kind.EFFICIENT, point.ours, point.theirs, band, point.package)
        for point, band in zip(marks, bands, strict=True)
    ]
    others = list(_others(case, front))
    spots += [_point_spot(seen, Kind.OTHER, ours, theirs) for ours, theirs in others]
    known = case.theirs.likely_reservation
    batna = seen.batna_value
    efficient = say.plural("cannot be improved for both, {n}", "cannot be improved for both, {n}", len(front.points))
    return FrontierChart(
        title=_title(seen, found),
        way=tuple((float(point.ours) * 100, float(point.theirs) * 100) for point in _thinned(front.points, 300)),
        spots=tuple(spots),
        words=FrontierWords(
            efficient=efficient,
            other=say("other packages") if others else "",
            sure=say("how sure") if case.grounds.is_ranged else "",
            worse=say("worse than walking away") if batna is not None or known is not None else "",
            our_axis=say("Our value"),
            their_axis=say("Their value, estimate"),
            batna="" if batna is None else say("Our BATNA {value}", value=seen.points(batna)),
            walk_away="" if known is None else say("Their walk-away, about {value}", value=_about(seen, known)),
        ),
        figures=_table(seen, found),
        batna=None if batna is None else float(batna.high) * 100,
        walk_away=None if known is None else float(known) * 100,
    )


def missing(seen: Seen, why: Message) -> tuple[str, str]:
    """Return what the frontier lacks, as a title and as the list of what to enter."""
    say = seen.say
    obstacle = seen.valuation.obstacle
    if obstacle is not None:
        return say("The frontier needs our own values first."), _sentence(say.message(obstacle))
    lacking = [_sentence(say.message(each)) for each in missing_estimates(seen.negotiation)]
    title = say("The frontier needs estimates of their side. Enter them in Prepare, step “Their side”.")
    shown = lacking[:6] or [_sentence(say.message(why))]
    if len(lacking) > len(shown):
        rest = len(lacking) - len(shown)
        shown.append(say.plural("And {n} more.", "And {n} more.", rest))
    return title, "\n".join(shown)


def grounds_words(seen: Seen, found: Bargain) -> str:
    """Return in words what their values rest on."""
    return estimated_words(seen, found.case.grounds)


def estimated_words(seen: Seen, grounds: Grounds) -> str:
    """Return in words how many estimates of each basis a result rests on."""
    say = seen.say
    estimates = grounds.estimates
    counts = {basis: sum(1 for each in estimates if each.basis is basis) for basis in Basis}
    words = {
        Basis.SAID: say("{n} said", n=counts[Basis.SAID]),
        Basis.OBSERVED: say("{n} observed", n=counts[Basis.OBSERVED]),
        Basis.GUESS: say.plural("{n} guess", "{n} guesses", counts[Basis.GUESS]),
    }
    parts = ", ".join(words[basis] for basis in Basis if counts[basis])
    days = [each.on for each in estimates if each.on is not None]
    if days:
        return say("Their values are estimates: {parts}, last confirmed {day}.", parts=parts, day=max(days))
    return say("Their values are estimates: {parts}.", parts=parts)


def package_words(seen: Seen, package: Sequence[Term]) -> str:
    """Return a package in one line."""
    issues = seen.negotiation.issue_by_id
    return ", ".join(f"{issues[term.issue_id].name} {seen.said(issues[term.issue_id], term)}" for term in package)


# inside


def _placed(seen: Seen, case: Case, found: Solutions) -> Iterator[Placed]:
    say = seen.say
    for key, kind, name, terms in (
        ("theirs", Kind.THEIRS, say("Their standing offer"), seen.theirs),
        ("ours", Kind.OURS, say("Our standing offer"), seen.ours),
        ("deal", Kind.AGREED, say("Agreed"), seen.deal),
    ):
        if terms and (kind is Kind.AGREED or dict(terms) != dict(seen.deal)):
            yield from _offer(seen, case, key, kind, name, terms)
    nash, kalai = found.nash[:1], found.kalai_smorodinsky[:1]
    if nash and nash == kalai:
        yield _solution(case, "balanced", say("Balanced"), nash[0])
    else:
        for key, name, points in (("nash", say("Nash"), nash), ("kalai", say("Kalai-Smorodinsky"), kalai)):
            if points:
                yield _solution(case, key, name, points[0])


def _offer(seen: Seen, case: Case, key: str, kind: Kind, name: str, terms: Mapping[int, Term]) -> Iterator[Placed]:
    """Place an offer; what it leaves open takes the baseline, and it is not placed where one is missing."""
    filled = seen.valuation.filled(terms)
    package = tuple(filled[issue.id] for issue in seen.negotiation.issues if issue.id in filled)
    values = case.values(package)
    if values is None:
        return
    band = case.theirs.band(package) or Interval(values[1], values[1])
    yield Placed(key, kind, name, package, *values, band, assumed=len(filled) > len(terms))


def _solution(case: Case, key: str, name: str, point: Point) -> Placed:
    band = case.theirs.band(point.package) or Interval(point.theirs, point.theirs)
    return Placed(key, Kind.BALANCED, name, point.package, point.ours, point.theirs, band)


def _spot(seen: Seen, each: Placed) -> Spot:
    say = seen.say
    data = {"name": each.name, "ours": _about(seen, each.ours), "theirs": _about(seen, each.theirs)}
    told = say("{name}: {ours} to us, about {theirs} to them", **data)
    told = f"{told}. {package_words(seen, each.package)}"
    if each.assumed:
        told = say("{told}; what it leaves open is taken at the baselines", told=told)
    name = say("{name} {ours}, {theirs}", **data) if each.kind is Kind.BALANCED else each.name
    under = say("Nash and Kalai-Smorodinsky") if each.key == "balanced" else ""
    return Spot(
        kind=each.kind,
        ours=float(each.ours) * 100,
        theirs=float(each.theirs) * 100,
        low=float(each.band.low) * 100,
        high=float(each.band.high) * 100,
        name=name,
        under=under,
        told=told,
    )


def _point_spot(
    seen: Seen, kind: Kind, ours: Fraction, theirs: Fraction, band: Interval | None = None, package: Package = ()
) -> Spot:
    told = ""
    if kind is Kind.EFFICIENT:
        told = seen.say("{ours} to us, about {theirs} to them", ours=_about(seen, ours), theirs=_about(seen, theirs))
        told = f"{told}. {package_words(seen, package)}"
    return Spot(
        kind=kind,
        ours=float(ours) * 100,
        theirs=float(theirs) * 100,
        low=None if band is None else float(band.low) * 100,
        high=None if band is None else float(band.high) * 100,
        told=told,
    )


def _thinned(points: Sequence[Point], most: int = MOST_MARKS) -> list[Point]:
    """Return all points, or so many of them at even distances, both ends among them."""
    if len(points) <= most:
        return list(points)
    last = len(points) - 1
    return [points[round(at * last / (most - 1))] for at in range(most)]


def _others(case: Case, front: Frontier) -> Iterator[tuple[Fraction, Fraction]]:
    if case.packages > MOST_OTHERS:
        return
    efficient = set(front.scores)
    seen: set[tuple[int, int]] = set()
    for place in product(*(range(len(column.terms)) for column in case.columns)):
        ours = sum(column.ours[at] for column, at in zip(case.columns, place, strict=True))
        theirs = sum(column.theirs[at] for column, at in zip(case.columns, place, strict=True))
        if (ours, theirs) not in efficient and (ours, theirs) not in seen:
            seen.add((ours, theirs))
            yield Fraction(ours, case.our_scale), Fraction(theirs, case.their_scale)


def _table(seen: Seen, found: Bargain) -> ChartTable:
    say = seen.say
    rows = [
        (each.name, say.points(each.ours), _with_band(seen, each), package_words(seen, each.package))
        for each in found.placed
    ]
    named = {(each.ours, each.theirs) for each in found.placed}
    rows += [
        (say("Efficient"), say.points(point.ours), say.points(point.theirs), package_words(seen, point.package))
        for point in _thinned(found.frontier.points, 200)
        if (point.ours, point.theirs) not in named
    ]
    return ChartTable((say("Package"), say("Ours"), say("Theirs"), say("Terms")), tuple(rows))


def _with_band(seen: Seen, each: Placed) -> str:
    say = seen.say
    likely = say.points(each.theirs)
    if each.band.is_exact:
        return likely
    low, high = say.points(each.band.low), say.points(each.band.high)
    return say("{likely} ({low} to {high})", likely=likely, low=low, high=high)


def _about(seen: Seen, share: Fraction) -> str:
    """Return a value in points; whole ones without their place."""
    hundred = share * 100
    return seen.say.number(hundred, 0 if hundred.denominator == 1 else 1)


def _title(seen: Seen, found: Bargain) -> str:
    say = seen.say
    if not found.solutions.has_zone:
        ours, theirs = found.case.disagreement
        return say(
            "No package is worth {ours} to us and about {theirs} to them at the same time: both walk away.",
            ours=_about(seen, ours),
            theirs=_about(seen, theirs),
        )
    order = (Kind.AGREED, Kind.THEIRS, Kind.OURS)
    offers = [each for kind in order for each in found.placed if each.kind is kind]
    if not offers:
        best = found.solutions.nash[0]
        data = {"ours": _about(seen, best.ours), "theirs": _about(seen, best.theirs)}
        return say("A balanced package is worth {ours} to us and about {theirs} to them.", **data)
    table = offers[0]
    what = {
        Kind.AGREED: say("What is agreed"),
        Kind.THEIRS: say("Their standing offer"),
        Kind.OURS: say("Our standing offer"),
    }[table.kind]
    data = {"offer": what, "ours": _about(seen, table.ours), "theirs": _about(seen, table.theirs)}
    better = found.better(table)
    if better is None:
        return say("{offer} is worth {ours} to us and about {theirs} to them; no package is better for both.", **data)
    gain, their_gain = better.ours - table.ours, better.theirs - table.theirs
    if their_gain >= LEAST and gain >= LEAST:
        more = {"gain": _about(seen, gain), "their_gain": _about(seen, their_gain)}
        return say(
            "{offer} is worth {ours} to us and about {theirs} to them; another package gives us {gain} more "
            "and them {their_gain}.",
            **data,
            **more,
        )
    if gain >= LEAST:
        return say(
            "{offer} is worth {ours} to us and about {theirs} to them; another package gives us {gain} more "
            "at no loss to them.",
            **data,
            gain=_about(seen, gain),
        )
    return say(
        "{offer} is worth {ours} to us and about {theirs} to them; another package gives them {gain} more "
        "at no loss to us.",
        **data,
        gain=_about(seen, their_gain),
    )


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
