"""ui: verdicts as plain lines of text for the command line."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from core.batna import Worth
from core.line import Line, Verb
from core.message import Quantity
from core.negotiation import Negotiation
from core.side import Side
from core.term import Package
from core.verdict import Flag, Interval, Light, Verdict
from core.words import Words
from ui.meet.entry import Logged

_INDENT = "    "


def overview(
    negotiation: Negotiation,
    found: Mapping[int, tuple[Verdict, Verdict]],
    ranked: tuple[Worth, ...],
    say: Words,
) -> str:
    """Write every offer of a negotiation with both of its verdicts."""
    lines = [
        say(
            "{title}, {supplier}, {currency}",
            title=negotiation.title,
            supplier=negotiation.supplier_name,
            currency=negotiation.currency,
        ),
        _batna(ranked, say),
    ]
    for line in negotiation.offers:
        if line.id in found:
            lines += ["", *_offer(negotiation, line, *found[line.id], say)]
    if not negotiation.offers:
        lines += ["", say("No offer has been logged yet.")]
    lines += [say("Unread, kept as typed: {text}", text=line.text) for line in negotiation.unread]
    return "\n".join(lines)


def logged(found: Logged, say: Words) -> str:
    """Write what one line became, with its verdict where it is an offer."""
    if found.reason is not None:
        return say("Unread, kept as typed: {text}\n{why}", text=found.line.text, why=found.reason)
    if found.verdicts is None:
        return say("Logged: {line}", line=found.words)
    return "\n".join(_offer(found.negotiation, found.line, *found.verdicts, say))


def _offer(negotiation: Negotiation, line: Line, said: Verdict, stands: Verdict, say: Words) -> list[str]:
    parts = [say.moment(line.at), _who(line, say), _terms(negotiation, line.terms, say, said.outside)]
    wanted = ", ".join(filter(None, (_terms(negotiation, line.conditions, say, said.outside), line.condition_words)))
    if wanted:
        parts.append(say("if {wanted}", wanted=wanted))
    if line.in_return:
        parts.append(say("for {given}", given=_terms(negotiation, line.in_return, say, said.outside)))
    if line.is_final:
        parts.append(say("final"))
    if line.valid_until is not None:
        parts.append(say("until {day}", day=line.valid_until))
    text = [f"{'  '.join(parts)}"]
    text += _verdict(negotiation, stands, say("As it stands"), say)
    if said.value != stands.value or said.flag is not stands.flag:
        text += [f"{_INDENT}{say('As said')}: {_value(said.value, say)}, {_flag(said.flag, say)}"]
    return text


def _who(line: Line, say: Words) -> str:
    if line.verb is Verb.AGREE:
        return say("They agree") if line.side is Side.THEM else say("We agree")
    return say("They offer") if line.side is Side.THEM else say("We offer")


def _verdict(negotiation: Negotiation, verdict: Verdict, title: str, say: Words) -> list[str]:
    text = [f"{_INDENT}{title}: {_value(verdict.value, say)}, {_flag(verdict.flag, say)}"]
    lights = (
        (say("Limit"), verdict.limit, verdict.limit_reason),
        (say("BATNA"), verdict.batna, verdict.batna_reason),
        (say("Minimum"), verdict.minimum, verdict.minimum_reason),
        (say("Term"), verdict.term, verdict.term_reason),
    )
    text += [f"{_INDENT}{name:<8} {_light(light, say):<14} {say.message(reason)}" for name, light, reason in lights]
    text += [f"{_INDENT}{'':<8} {'':<14} {say.message(reason)}" for reason in verdict.term_reasons]
    for repair in verdict.repairs:
        mark = say("cheapest repair") if repair.cheapest else say("repair")
        text.append(f"{_INDENT}{mark}: {_terms(negotiation, repair.terms, say)}. {say.message(repair.reason)}")
    if verdict.no_repair is not None:
        text.append(f"{_INDENT}{say.message(verdict.no_repair)}")
    return text


def _batna(ranked: tuple[Worth, ...], say: Words) -> str:
    if not ranked or ranked[0].value is None:
        return say("No BATNA: no alternative that can be valued holds today.")
    best = ranked[0]
    return say("BATNA: {name}, worth {value}", name=best.alternative.name, value=_value(best.value, say))


def _terms(negotiation: Negotiation, package: Package, say: Words, outside: Collection[int] = ()) -> str:
    found = []
    for term in package:
        issue = negotiation.issue_by_id[term.issue_id]
        text = say.datum(Quantity(term.value, issue.unit))
        if term.upto is not None:
            text = say("{low} to {high}", low=say.quantity(term.value), high=say.datum(Quantity(term.upto, issue.unit)))
        if term.issue_id in outside:
            text = say("{value} (outside the range)", value=text)
        found.append(f"{issue.name} {text}")
    return ", ".join(found)


def _value(value: Interval | None, say: Words) -> str:
    if value is None:
        return say("no value")
    if value.is_exact:
        return say("{value} points", value=say.points(value.low))
    return say("{low} to {high} points", low=say.points(value.low), high=say.points(value.high))


def _flag(flag: Flag, say: Words) -> str:
    return {Flag.ACT: say("act"), Flag.CHECK: say("check"), Flag.FINE: say("fine")}[flag]


def _light(light: Light, say: Words) -> str:
    return {
        Light.ACT: say("act"),
        Light.CERTAIN: say("certain breach"),
        Light.POSSIBLE: say("possible"),
        Light.CLEAR: say("clear"),
        Light.NONE: say("none"),
        Light.CANNOT_JUDGE: say("cannot judge"),
    }[light]
