"""core: the finding of the room - on which issues, and on which package values, both sides could agree."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from core.analysis.zopa import IssueZone, Overlap, PackageZone, issue_zones, package_zone
from core.charts.room import Room, RoomRow, RoomWords
from core.estimate import Estimate, Subject
from core.exact import place_of
from core.issue import ScaleKind
from core.message import Message
from core.room_words import no_overlap, room_on
from core.told import inline
from core.value import direction

if TYPE_CHECKING:
    from core.findings.frontier import Bargain
    from core.findings.seen import Seen
    from core.issue import Issue
    from core.term import Value
    from core.verdict import Interval


MOST_LACKING = 8
"""How many missing limits are named one by one."""


def room(seen: Seen, bargain: Bargain | Message | None = None) -> Room:
    """Return the chart of all issues, under the package's row where their side is estimated.

    `bargain` is the case with its frontier; without it the package has no row.
    """
    say = seen.say
    zones = issue_zones(seen.negotiation)
    package = zone_of_package(bargain)
    rows = [] if package is None else [_package_row(seen, package)]
    rows += [_row(seen, issue, zones[issue.id]) for issue in _heaviest_first(seen)]
    return Room(
        title=_title(seen, zones, package),
        rows=tuple(rows),
        words=RoomWords(
            issue=say("Issue"),
            ours=say("We, best to limit"),
            theirs=say("They, estimate"),
            sure=say("how sure"),
            said=say("on the table"),
            better=say("better for us"),
            worse=say("worse for us"),
            room=say("Room"),
        ),
        head=(
            say("Issue"), say("Unit"), say("Our best"), say("Our limit"), say("Our offer"), say("Their offer"),
            say("Their limit, estimate"), say("Room"),
        ),
    )  # fmt: skip


def zone_of_package(bargain: Bargain | Message | None = None) -> PackageZone | None:
    """Return the zone on package value, None where their side is not estimated."""
    if bargain is None or isinstance(bargain, Message):
        return None
    return package_zone(bargain.case, bargain.frontier)


def zone_sentences(seen: Seen, bargain: Bargain | Message | None = None) -> tuple[str, ...]:
    """Return in words where both could agree: the package, then the issues as they are drawn, what is missing last."""
    package, known = zone_of_package(bargain), issue_zones(seen.negotiation)
    zones = [known[issue.id] for issue in _heaviest_first(seen)]
    found = [] if package is None else [package.message]
    found += [zone.message for zone in zones if isinstance(zone, IssueZone)]
    lacking = [zone for zone in zones if isinstance(zone, Message)]
    words = [seen.say.message(each) for each in (*found, *lacking[:MOST_LACKING])]
    if len(lacking) > MOST_LACKING:
        rest = len(lacking) - MOST_LACKING
        words.append(seen.say.plural("And {n} more.", "And {n} more.", rest))
    return tuple(words)


def _heaviest_first(seen: Seen) -> list[Issue]:
    shares = seen.valuation.shares
    return sorted(seen.negotiation.issues, key=lambda issue: -shares.get(issue.id, Fraction(0)))


class _Line:
    """An issue's line from better (0) to worse for us (1), widened to whatever lies past an end."""

    def __init__(self, seen: Seen, issue: Issue, values: list[Value | None]) -> None:
        self._issue = issue
        scale = seen.valuation.scales[issue.id]
        self._scale = None if isinstance(scale, Message) else scale
        self._sign = direction(issue)
        places = [self._exact(value) for value in values if value is not None]
        if self._scale is not None and issue.kind is ScaleKind.OPTIONS:
            places += list(self._scale.table.values())
        known = [place for place in places if place is not None]
        self._low, self._high = (min(known), max(known)) if known else (Fraction(0), Fraction(1))

    def _exact(self, value: Value) -> Fraction | None:
        if self._scale is not None and (isinstance(value, str) or self._issue.ideal is not None):
            return self._scale.value(value)
        if isinstance(value, str) or self._sign == 0:
            return None
        return self._sign * place_of(value)

    def at(self, value: Value | None) -> float | None:
        """Return the place of a value."""
        exact = None if value is None else self._exact(value)
        if exact is None:
            return None
        return 0.5 if self._low == self._high else float((self._high - exact) / (self._high - self._low))


def _estimate(seen: Seen, issue: Issue, subject: Subject) -> Estimate | None:
    found = [each for each in seen.negotiation.estimates if each.issue_id == issue.id and each.subject is subject]
    return found[-1] if found else None


def _row(seen: Seen, issue: Issue, zone: IssueZone | Message) -> RoomRow:
    say = seen.say
    limit, best = _estimate(seen, issue, Subject.LIMIT), _estimate(seen, issue, Subject.BEST)
    their_limit = None if limit is None else limit.likely
    ours, theirs = seen.ours.get(issue.id), seen.theirs.get(issue.id)
    our_term = None if ours is None else ours.value
    their_term = None if theirs is None else theirs.value
    start = issue.best if issue.best is not None else issue.opening
    end = issue.limit if issue.limit is not None else issue.minimum
    sure = [] if limit is None else [limit.low, limit.high]
    their_end = best.likely if best is not None else issue.worst
    line = _Line(seen, issue, [start, end, issue.worst, our_term, their_term, their_limit, their_end, *sure])
    spans = [_span(line.at(start), line.at(end)), _span(line.at(their_limit), line.at(their_end))]
    if issue.kind is ScaleKind.OPTIONS:
        spans[0] = _span(0.0, line.at(end))
        spans[1] = _span(line.at(their_limit), 1.0)
    room_words, under = _room(seen, issue, zone)
    is_room = isinstance(zone, IssueZone) and (zone.low is not None or bool(zone.options))
    words = [
        "" if value is None else seen.words(issue, value, unit=False)
        for value in (start, issue.limit, our_term, their_term, their_limit)
    ]
    told = say.message(zone if isinstance(zone, Message) else zone.message)
    return RoomRow(
        name=issue.name,
        unit=seen.unit(issue),
        ours=spans[0] if end is not None else None,
        theirs=spans[1],
        sure=_span(*(line.at(each) for each in sure)) if len(sure) == 2 else None,
        zone=_span(line.at(issue.limit), line.at(their_limit)) if is_room else None,
        our_offer=line.at(our_term),
        their_offer=line.at(their_term),
        room=room_words,
        under=under,
        told=told,
        cells=(issue.name, seen.unit(issue), *words, ", ".join(part for part in (room_words, under) if part)),
    )


def _span(one: float | None, other: float | None) -> tuple[float, float] | None:
    return None if one is None or other is None else (one, other)


def _room(seen: Seen, issue: Issue, zone: IssueZone | Message) -> tuple[str, str]:
    """Return what stands at the right: how much room there is, and from where to where."""
    say = seen.say
    agreed = seen.deal.get(issue.id)
    if agreed is not None:
        return say("agreed"), seen.said(issue, agreed, unit=False)
    if isinstance(zone, Message):
        known = issue.limit is not None
        return "", say("not estimated") if known else say("no limit of ours")
    if issue.kind is ScaleKind.OPTIONS:
        if not zone.options:
            return say("none"), say("no option suits both")
        return say.plural("{n} option", "{n} options", len(zone.options)), ", ".join(zone.options)
    if zone.overlap is Overlap.CERTAIN and zone.low is None:
        return say("all"), say("both want the same")
    gap = seen.apart(issue, zone.ours, zone.theirs)
    if zone.low is not None and zone.low == zone.high:
        return say("one value"), seen.words(issue, zone.low, unit=False)
    if zone.low is None or zone.high is None:
        maybe = say("{gap} apart", gap=gap)
        return say("none"), maybe if zone.overlap is Overlap.NONE else say("{gap}, may meet", gap=maybe)
    low, high = seen.words(issue, zone.low, unit=False), seen.words(issue, zone.high, unit=False)
    if not isinstance(zone.low, (Decimal, date)):
        return gap, ""
    between = say("{low} to {high}", low=low, high=high)
    if zone.overlap is Overlap.POSSIBLE:
        return say("about {gap}", gap=gap), between
    return gap, between


def _package_row(seen: Seen, zone: PackageZone) -> RoomRow:
    """Return the row of package values: ours from 100 down to the BATNA, theirs by the value that we would keep."""
    say = seen.say
    walk = Fraction(0) if zone.ours is None else zone.ours.high
    reach = None if zone.our_range is None else zone.our_range.high
    if reach is None and zone.our_gap is not None:
        reach = walk - zone.our_gap
    if zone.our_range is None:
        room_words, under = say("none"), "" if zone.our_gap is None else _apart(seen, zone.our_gap)
    else:
        size = seen.say.points(zone.our_range.high - zone.our_range.low)
        certain = zone.overlap is Overlap.CERTAIN
        room_words = size if certain else say("about {gap}", gap=size)
        under = seen.points(zone.our_range)
    told = say.message(zone.message)
    walk_words = "" if zone.ours is None else seen.points(zone.ours)
    cells = (say("Package"), say("value"), "100", walk_words, "", "", "" if reach is None else say.points(reach))
    return RoomRow(
        name=say("Package"),
        unit=say("value"),
        ours=(0.0, float(1 - walk)),
        theirs=None if reach is None else (float(1 - reach), 1.0),
        zone=None if zone.our_range is None or reach is None else (float(1 - reach), float(1 - walk)),
        our_offer=_value_place(seen.value_of(seen.ours)),
        their_offer=_value_place(seen.value_of(seen.theirs)),
        room=room_words,
        under=under,
        told=told,
        bold=True,
        cells=(*cells, ", ".join(part for part in (room_words, under) if part)),
    )


def _value_place(value: Interval | None) -> float | None:
    return None if value is None or not value.is_exact else 1 - float(value.low)


def _apart(seen: Seen, gap: Fraction) -> str:
    return seen.say("{gap} apart", gap=seen.say.points(gap))


def _title(seen: Seen, zones: dict[int, IssueZone | Message], package: PackageZone | None) -> str:
    say, issues = seen.say, seen.negotiation.issues
    if not issues:
        return say("No issue yet. Enter the issues in Prepare.")
    known = {key: zone for key, zone in zones.items() if isinstance(zone, IssueZone)}
    if not known:
        if all(issue.limit is None for issue in issues):
            return say("No limit of ours is set yet, so nobody can tell where there is room.")
        return say("Their limits are not estimated yet, so nobody can tell where there is room.")
    closed = [issue for issue in issues if issue.id in known and _is_closed(known[issue.id])]
    open_count = len(known) - len(closed)
    if package is not None and package.our_range is None:
        return say.message(package.message)
    if closed:
        names = seen.listed([inline(issue.name) for issue in closed[:3]])
        if len(closed) > 3:
            names = say.plural("{n} issue", "{n} issues", len(closed))
        gap = ""
        if len(closed) == 1:
            zone = known[closed[0].id]
            gap = seen.apart(closed[0], zone.ours, zone.theirs, unit=True)
        if gap:
            names = say("{names}, {gap} apart", names=names, gap=gap)
        return f"{no_overlap(say, names, open_count, len(issues), is_sure=_are_apart(known, closed))}."
    if package is not None and package.our_range is not None:
        if package.our_range.is_exact:
            return say.message(package.message)
        low, high = say.points(package.our_range.low), say.points(package.our_range.high)
        return say("There is room: a deal that suits both is worth {low} to {high} points to us.", low=low, high=high)
    if open_count == len(issues):
        if len(issues) == 1:
            return say("There is room on {issue}: {room}.", issue=inline(issues[0].name), room=_first(seen, known))
        return say("There is room on every issue.")
    return f"{room_on(say, open_count, len(issues))}."


def _are_apart(known: dict[int, IssueZone], closed: list[Issue]) -> bool:
    """Tell whether the limits are apart under every reading of the estimates, and not only likely."""
    return all(known[issue.id].overlap is Overlap.NONE for issue in closed)


def _is_closed(zone: IssueZone) -> bool:
    return zone.overlap is not Overlap.CERTAIN and zone.low is None and not zone.options


def _first(seen: Seen, known: dict[int, IssueZone]) -> str:
    issue_id, zone = next(iter(known.items()))
    return _room(seen, seen.negotiation.issue_by_id[issue_id], zone)[1]
