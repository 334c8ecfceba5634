"""core: the ZOPA, the zone of possible agreement on each issue and on the value of the package."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from core.analysis.case import Case
from core.analysis.frontier import Frontier
from core.analysis.grounds import Grounds
from core.analysis.party import Readings, readings
from core.estimate import Estimate, Subject
from core.exact import as_decimal, place_of
from core.issue import Issue, ScaleKind
from core.message import Message, message
from core.message import Points as AsPoints
from core.negotiation import Negotiation
from core.phrases import days, quantity
from core.term import Value
from core.value import compare, direction
from core.verdict import Interval


class Overlap(StrEnum):
    """Whether the two sides meet: under every reading of the estimates, under some, under none."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueZone:
    """The zone on one issue, between our limit and theirs as estimated.

    `size` is how far our limit lies past theirs, in the issue's unit (days for a date): below 0 the limits are apart
    by so much. It is the likely one; `sizes` holds the least and the greatest over the estimate's range. Of options
    it is how many suit both sides, `options` names them. `low` and `high` bound the likely zone, None where it is
    empty.
    """

    issue_id: int
    ours: Value
    theirs: Value
    overlap: Overlap
    size: Fraction
    sizes: Interval
    low: Value | None
    high: Value | None
    options: tuple[str, ...] = ()
    message: Message
    grounds: Grounds


def issue_zones(negotiation: Negotiation) -> dict[int, IssueZone | Message]:
    """Return the zone of every issue, or what is missing for it: our limit, or an estimate of theirs."""
    return {issue.id: issue_zone(negotiation, issue) for issue in negotiation.issues}


def issue_zone(negotiation: Negotiation, issue: Issue) -> IssueZone | Message:
    """Return the zone of one issue, or what is missing for it.

    Their limit is taken to bind them the other way than ours binds us, unless their estimated ends say that both
    sides want the same; then every value that suits the more demanding side suits both.
    """
    known = [each for each in negotiation.estimates if each.issue_id == issue.id]
    theirs = next((each for each in known if each.subject is Subject.LIMIT), None)
    if issue.limit is None:
        return message("zopa.no_our_limit", issue=issue.name)
    if theirs is None:
        return message("zopa.no_their_limit", issue=issue.name)
    if issue.kind is ScaleKind.OPTIONS:
        return _of_options(issue, theirs, known)
    kind = date if issue.kind is ScaleKind.DATE else Decimal
    limits = readings(theirs, kind)
    sign = direction(issue)
    told = theirs.likely
    if limits is None or isinstance(issue.limit, str) or isinstance(told, str) or sign == 0 or issue.ideal is not None:
        return message("zopa.no_direction", issue=issue.name)
    ours = place_of(issue.limit)
    used = (theirs,)
    if _same_way(issue, known, sign):
        return IssueZone(
            issue_id=issue.id,
            ours=issue.limit,
            theirs=theirs.likely,
            overlap=Overlap.CERTAIN,
            size=abs(ours - limits.likely),
            sizes=Interval(Fraction(0), abs(ours - limits.likely)),
            low=None,
            high=None,
            message=message("zopa.same_way", issue=issue.name),
            grounds=Grounds((theirs, *(each for each in known if each.subject in (Subject.BEST, Subject.WORST)))),
        )
    # where more is better for us our limit is the least that we take, theirs the most that they give
    found = sorted(sign * (each - ours) for each in (limits.low, limits.likely, limits.high))
    size, sizes = sign * (limits.likely - ours), Interval(found[0], found[-1])
    # as they were entered, with every place
    ends: list[Decimal | date] = [issue.limit, told]
    low, high = sorted(ends, key=place_of)
    return IssueZone(
        issue_id=issue.id,
        ours=issue.limit,
        theirs=theirs.likely,
        overlap=_overlap(sizes),
        size=size,
        sizes=sizes,
        low=low if size >= 0 else None,
        high=high if size >= 0 else None,
        message=_sentence(issue, low, high, size, sizes),
        grounds=Grounds(used),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageZone:
    """The zone on the value of the package, in shares of 1.

    `ours` is what our BATNA is worth, `theirs` the readings of their reservation value; None where there is none, and
    0 counts. `our_range` and `their_range` are what deals in the zone may be worth to either side at the likely
    reading, None without a zone. `our_gap` is then by how much the best package that they would take falls short of
    our BATNA, `their_gap` by how much the best that we would take falls short for them; None where no package
    reaches that side's reservation value at all. The packages are those of the frontier at the likely readings of
    weights and ends.
    """

    ours: Interval | None
    theirs: Readings | None
    overlap: Overlap
    our_range: Interval | None
    their_range: Interval | None
    our_gap: Fraction | None
    their_gap: Fraction | None
    message: Message
    grounds: Grounds


def package_zone(case: Case, front: Frontier) -> PackageZone:
    """Return the zone on package value: certain where a package suits even the highest reservation values."""
    ours, theirs = case.disagreement
    our_reservation, their_reservation = case.ours.reservation, case.theirs.reservation
    lows = (
        ours if our_reservation is None else our_reservation.low,
        theirs if their_reservation is None else their_reservation.low,
    )
    highs = (ours, theirs if their_reservation is None else their_reservation.high)
    if _meets(front, *highs):
        overlap = Overlap.CERTAIN
    else:
        overlap = Overlap.POSSIBLE if _meets(front, *lows) else Overlap.NONE
    for_us, for_them = front.best_for_us(theirs), front.best_for_them(ours)
    our_range = their_range = our_gap = their_gap = None
    if _meets(front, ours, theirs) and for_us is not None and for_them is not None:
        our_range, their_range = Interval(ours, for_us.ours), Interval(theirs, for_them.theirs)
        code = "zopa.package" if overlap is Overlap.CERTAIN else "zopa.package_possible"
        said = message(code, low=AsPoints(ours), high=AsPoints(for_us.ours))
        if ours == for_us.ours and overlap is Overlap.CERTAIN:
            said = message("zopa.package_point", value=AsPoints(ours))
    else:
        our_gap = None if for_us is None else ours - for_us.ours
        their_gap = None if for_them is None else theirs - for_them.theirs
        if our_gap is None:
            said = message("zopa.nothing_suits_them")
        elif their_gap is None:
            said = message("zopa.nothing_suits_us")
        else:
            code = "zopa.package_none" if overlap is Overlap.NONE else "zopa.package_unlikely"
            said = message(code, ours=AsPoints(our_gap), theirs=AsPoints(their_gap))
    return PackageZone(
        ours=our_reservation,
        theirs=None if their_reservation is None else Readings(their_reservation.low, theirs, their_reservation.high),
        overlap=overlap,
        our_range=our_range,
        their_range=their_range,
        our_gap=our_gap,
        their_gap=their_gap,
        message=said,
        grounds=case.grounds,
    )


def _meets(front: Frontier, ours: Fraction, theirs: Fraction) -> bool:
    return bool(front.points[front.between(ours, theirs)])


def _overlap(sizes: Interval) -> Overlap:
    if sizes.low >= 0:
        return Overlap.CERTAIN
    return Overlap.POSSIBLE if sizes.high >= 0 else Overlap.NONE


def _same_way(issue: Issue, known: list[Estimate], sign: int) -> bool:
    """Tell whether their estimated ends lie in the direction that is better for us."""
    kind = date if issue.kind is ScaleKind.DATE else Decimal
    ends = {each.subject: readings(each, kind) for each in known}
    best, worst = ends.get(Subject.BEST), ends.get(Subject.WORST)
    if best is None or worst is None:
        return False
    rising = best.likely > worst.likely
    return rising == (sign > 0)


def _sentence(issue: Issue, low: Value, high: Value, size: Fraction, sizes: Interval) -> Message:
    between = {"low": quantity(issue, low, unit=False), "high": quantity(issue, high)}
    overlap = _overlap(sizes)
    if overlap is Overlap.NONE or size < 0:
        code = "zopa.issue_none" if overlap is Overlap.NONE else "zopa.issue_unlikely"
        return message(code, issue=issue.name, gap=_length(issue, -size))
    if overlap is Overlap.CERTAIN and low == high:
        return message("zopa.issue_point", issue=issue.name, value=quantity(issue, high))
    code = "zopa.issue" if overlap is Overlap.CERTAIN else "zopa.issue_possible"
    return message(code, issue=issue.name, **between)


def _length(issue: Issue, size: Fraction) -> Message:
    if issue.kind is ScaleKind.DATE:
        return days(int(size))
    return message("zopa.length", size=quantity(issue, as_decimal(size, 6)))


def _of_options(issue: Issue, theirs: Estimate, known: list[Estimate]) -> IssueZone | Message:
    """Return the options that suit both: no worse than our limit to us, than theirs to them by the likely values."""
    limit = theirs.likely
    worths = {
        each.option: each.likely
        for each in known
        if each.subject is Subject.OPTION and isinstance(each.likely, Decimal)
    }
    labels = [option.label for option in issue.options]
    if not isinstance(limit, str) or issue.limit is None or limit not in labels:
        return message("zopa.no_their_limit", issue=issue.name)
    missing = [label for label in labels if label not in worths]
    if missing:
        return message("analysis.no_their_options", issue=issue.name, options=", ".join(missing))
    limits = issue.limit
    common = tuple(
        label for label in labels if compare(issue, label, limits) in (0, 1) and worths[label] >= worths[limit]
    )
    size = Fraction(len(common))
    code = "zopa.options" if common else "zopa.options_none"
    return IssueZone(
        issue_id=issue.id,
        ours=limits,
        theirs=limit,
        overlap=Overlap.CERTAIN if common else Overlap.NONE,
        size=size,
        sizes=Interval(size, size),
        low=None,
        high=None,
        options=common,
        message=message(code, issue=issue.name, options=", ".join(common)),
        grounds=Grounds((theirs, *(each for each in known if each.subject is Subject.OPTION))),
    )
