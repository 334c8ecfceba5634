"""core: the finding of what-if - the figures before and after what is supposed, and the effect in one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from core.analysis.bargaining import Solutions
from core.analysis.frontier import Point
from core.analysis.party import missing_estimates
from core.analysis.robustness import robustness
from core.analysis.what_if import Outlook, Supposed, WhatIf
from core.analysis.zopa import PackageZone
from core.findings.frontier import package_words
from core.findings.seen import Seen
from core.message import Message
from core.side import Side
from core.spans import both_ends
from core.standing import standing
from core.verdict import Flag, Interval, Light, Verdict
from core.words import EN_DASH, Words


@dataclass(frozen=True, slots=True)
class EffectRow:
    """One figure before and after, each with a flag where it has one."""

    name: str
    before: str
    after: str
    before_flag: Flag | None = None
    after_flag: Flag | None = None
    changed: bool = False


def effects(seen: Seen, found: WhatIf) -> tuple[EffectRow, ...]:
    """Return the figures before and after: the BATNA, both standing offers, the room and the balanced package."""
    say = seen.say
    before, after = found.before, found.after
    rows = [_effect(say("BATNA"), _batna(seen, before), _batna(seen, after))]
    for side, name in ((Side.THEM, say("Their standing offer")), (Side.US, say("Our standing offer"))):
        if side in before.offers:
            rows += _offer_rows(seen, name, before.offers[side], after.offers[side])
            if side in before.to_them or side in after.to_them:
                one, other = _points(say, before.to_them.get(side)), _points(say, after.to_them.get(side))
                rows.append(_effect(say("its value to them, estimate"), one, other))
    rows.append(_effect(say("Room on package value"), _zone(seen, before), _zone(seen, after)))
    if isinstance(before.solutions, Solutions) or isinstance(after.solutions, Solutions):
        first, second = _nash(before), _nash(after)
        rows.append(_effect(say("Balanced package (Nash)"), _package(say, first), _package(say, second)))
        one, other = (_points(say, None if point is None else point.theirs) for point in (first, second))
        rows.append(_effect(say("its value to them, estimate"), one, other))
    return tuple(rows)


def title(seen: Seen, found: WhatIf, supposed: Supposed) -> str:
    """Return the effect in a sentence: on their standing offer, else on ours or on the BATNA.

    What is supposed of their side alone changes no verdict: then it is the effect on the balanced package.
    """
    say = seen.say
    if supposed == Supposed():
        return say("Nothing is supposed yet. Try another weight, limit, estimate or chance: the record stays as it is.")
    if supposed == Supposed(estimates=supposed.estimates):
        return _balance(seen, found)
    for side, name in ((Side.THEM, say("their offer")), (Side.US, say("our offer"))):
        if side in found.before.offers:
            return _compared(seen, name, found.before.offers[side], found.after.offers[side])
    one, other = _batna(seen, found.before), _batna(seen, found.after)
    if found.before.batna is found.after.batna is None:
        return say("As supposed, there is no BATNA.")
    if one == other:
        return say("As supposed, the BATNA stays as it is: {before}.", before=one)
    return say("As supposed, the BATNA is {after} instead of {before}.", before=one, after=other)


def balanced(seen: Seen, found: WhatIf) -> str:
    """Return the balanced package as supposed in words; empty where there is none."""
    point = _nash(found.after)
    if point is None:
        return ""
    return seen.say("Balanced package as supposed: {package}.", package=package_words(seen, point.package))


def robust(seen: Seen, found: WhatIf) -> str:
    """Return how far the breach of their standing offer depends on the weights; empty where it is none."""
    offered = standing(found.supposed, Side.THEM, at=seen.now)
    verdict = found.after.offers.get(Side.THEM)
    if verdict is None or verdict.batna is not Light.CERTAIN:
        return ""
    told = robustness(found.supposed, offered, seen.day)
    return seen.say.message(told if isinstance(told, Message) else told.message)


# inside


def _batna(seen: Seen, outlook: Outlook) -> str:
    found = outlook.batna
    if found is None:
        return seen.say("none")
    return seen.say("{name}, {value}", name=found.alternative.name, value=seen.points(found.value))


def _offer_rows(seen: Seen, name: str, before: Verdict, after: Verdict) -> list[EffectRow]:
    say = seen.say
    rows = [
        _effect(name, seen.points(before.value), seen.points(after.value), before.flag, after.flag),
        _effect(say("against the BATNA"), _gap(say, before), _gap(say, after)),
    ]
    past, later = _past(seen, before), _past(seen, after)
    if past or later:
        none = say("none")
        rows.append(_effect(say("past a limit"), past or none, later or none))
    return rows


def _past(seen: Seen, verdict: Verdict) -> str:
    known = seen.negotiation.issue_by_id
    return seen.listed([known[each].name for each in verdict.past_limit if each in known])


def _zone(seen: Seen, outlook: Outlook) -> str:
    say, zone = seen.say, outlook.zone
    if zone is None:
        return say("not worked out")
    if not isinstance(zone, PackageZone):
        return say("their side is not estimated")
    return say("none") if zone.our_range is None else seen.points(zone.our_range)


def _nash(outlook: Outlook) -> Point | None:
    found = outlook.solutions
    return next(iter(found.nash), None) if isinstance(found, Solutions) else None


def _package(say: Words, point: Point | None) -> str:
    return say("none") if point is None else say.points(point.ours)


def _points(say: Words, worth: Fraction | None) -> str:
    return EN_DASH if worth is None else say.points(worth)


def _balance(seen: Seen, found: WhatIf) -> str:
    """Return what becomes of the balanced package, or why that cannot be told."""
    say, after = seen.say, found.after
    if after.solutions is None:
        return say("The frontier is too large to be tried here; only the values to them are told.")
    if isinstance(after.solutions, Message):
        if not missing_estimates(found.supposed):
            return say.message(after.solutions)
        return say("Their side is not estimated in full yet. Enter the rest in Prepare, step “Their side”.")
    now, was = _nash(after), _nash(found.before)
    if now is None:
        return say("As supposed, no package is better for both than walking away.")
    data = {"ours": say.points(now.ours), "theirs": say.points(now.theirs)}
    if was is None:
        return say("As supposed, a balanced package is worth {ours} to us and about {theirs} to them.", **data)
    old = {"our_before": say.points(was.ours), "their_before": say.points(was.theirs)}
    if tuple(data.values()) == tuple(old.values()):
        return say("As supposed, the balanced package stays at {ours} to us and about {theirs} to them.", **data)
    return say(
        "As supposed, the balanced package is worth {ours} to us and about {theirs} to them instead of {our_before} "
        "and {their_before}.",
        **data,
        **old,
    )


def _compared(seen: Seen, name: str, before: Verdict, after: Verdict) -> str:
    say = seen.say
    if after.value is None:
        return say("As supposed, {offer} cannot be judged.", offer=name)
    first, second = _against(say, before), _against(say, after)
    if before.value is None:
        return say("As supposed, {offer} can be judged: {gap}.", offer=name, gap=second)
    if first == second and before.past_limit != after.past_limit:
        past = _past(seen, after)
        if past:
            return say("As supposed, {offer} is past the limit on {issues}: {gap}.", offer=name, issues=past, gap=first)
        return say("As supposed, {offer} is past no limit any more: {gap}.", offer=name, gap=first)
    if first == second:
        return say("As supposed, {offer} stays as it is: {gap}.", offer=name, gap=first)
    one, other = before.difference, after.difference
    if one is not None and other is not None and one.points.is_exact and other.points.is_exact:
        data = {"offer": name, "after": _size(say, other.points), "before": _size(say, one.points)}
        if one.points.low < 0 and other.points.low < 0:
            return say("As supposed, {offer} is {after} points worse than the BATNA instead of {before}.", **data)
        if one.points.low >= 0 and other.points.low >= 0:
            return say("As supposed, {offer} is {after} points better than the BATNA instead of {before}.", **data)
    return say("As supposed, {offer} is {after} instead of {before}.", offer=name, after=second, before=first)


def _effect(
    name: str, before: str, after: str, before_flag: Flag | None = None, after_flag: Flag | None = None
) -> EffectRow:
    changed = before != after or before_flag is not after_flag
    return EffectRow(name, before, after, before_flag, after_flag, changed)


def _gap(say: Words, verdict: Verdict) -> str:
    if verdict.difference is None:
        return EN_DASH
    points, money = verdict.difference.points, verdict.difference.money
    text = _signed(say, points, 100, 1)
    if money is not None:
        return f"{text} ({_signed(say, money, 1, 2)}\u00a0{verdict.difference.currency})"
    return text


def _size(say: Words, value: Interval) -> str:
    return say.points(abs(value.low))


def _signed(say: Words, value: Interval, factor: int, places: int) -> str:
    return both_ends(say, *(say.signed(end * factor, places) for end in (value.low, value.high)))


def _against(say: Words, verdict: Verdict) -> str:
    if verdict.value is None:
        return EN_DASH
    if verdict.difference is None:
        return say("worth {low} points", low=say.points(verdict.value.low))
    points = verdict.difference.points
    if not points.is_exact:
        return say("{gap} points against the BATNA", gap=_signed(say, points, 100, 1))
    if points.low < 0:
        return say("{gap} points worse than the BATNA", gap=say.points(-points.low))
    return say("{gap} points better than the BATNA", gap=say.points(points.low))
