"""core: what the command line answers as JSON - verdicts, a logged line, a verified file - as plain values.

Numbers that are exact in the logbook are strings; package values are JSON numbers (shares of 1, 12 digits) beside
their exact fraction. `resources/schema/answers.json` describes every key.
"""

from __future__ import annotations

from collections.abc import Mapping

from core.batna import Worth
from core.exchange.plain import (
    Plain,
    plain_cents,
    plain_figure,
    plain_interval,
    plain_message,
    plain_money_interval,
    plain_negotiation,
    plain_package,
    plain_share,
    plain_value,
)
from core.line import Line, Verb
from core.message import Message
from core.negotiation import Negotiation
from core.verdict import Given, Light, Repair, Shortfall, Verdict
from core.words import Words


def verdicts_answer(
    negotiation: Negotiation,
    found: Mapping[int, tuple[Verdict, Verdict]],
    ranked: tuple[Worth, ...],
    say: Words,
) -> Plain:
    """Describe every offer of a negotiation, judged today, beside the verdict given when it was logged."""
    return {
        "answer": "verdict",
        "negotiation": plain_negotiation(negotiation),
        "alternatives": [_worth(each, say) for each in ranked],
        "batna": _worth(ranked[0], say) if ranked and ranked[0].value is not None else None,
        "offers": [
            offer_answer(negotiation, line, *found[line.id], say) for line in negotiation.offers if line.id in found
        ],
        "unread": [{"id": line.id, "at": line.at.isoformat(), "text": line.text} for line in negotiation.unread],
    }


def offer_answer(negotiation: Negotiation, line: Line, said: Verdict, stands: Verdict, say: Words) -> Plain:
    """Describe one offer: as said, and as it stands; the keys beside them follow the second, as the flag does."""
    as_it_stands = _verdict(negotiation, stands, say)
    return {
        "id": line.id,
        "at": line.at.isoformat(),
        "round": line.round_number,
        "side": line.side.value if line.side else None,
        "verb": line.verb.value,
        "text": line.text,
        "terms": plain_package(negotiation, line.terms),
        "conditions": plain_package(negotiation, line.conditions),
        "conditional": line.is_conditional,
        "in_return": plain_package(negotiation, line.in_return),
        "valid_until": None if line.valid_until is None else line.valid_until.isoformat(),
        "exception": line.exception or None,
        "judged_on": line.at.date().isoformat(),
        **as_it_stands,
        "said": _verdict(negotiation, said, say),
        "stands": as_it_stands,
        "given": {"said": _given(line.said, say), "stands": _given(line.stands, say)},
    }


def line_answer(
    negotiation: Negotiation,
    line: Line,
    words: str,
    verdicts: tuple[Verdict, Verdict] | None,
    reason: Message | None,
    say: Words,
) -> Plain:
    """Describe a line that was just logged or kept unread, with its verdict where it is an offer."""
    unread = line.verb is Verb.UNREAD
    return {
        "answer": "offer",
        "status": "unread" if unread else "logged",
        "line": {
            "id": line.id,
            "verb": line.verb.value,
            "side": line.side.value if line.side else None,
            "text": line.text,
            "reading": None if unread else words,
        },
        "reason": None if reason is None else plain_message(reason, say),
        "offers": [] if verdicts is None else [offer_answer(negotiation, line, *verdicts, say)],
    }


def _verdict(negotiation: Negotiation, verdict: Verdict, say: Words) -> Plain:
    return {
        "flag": verdict.flag.value,
        "value": plain_interval(verdict.value),
        "at_baselines": plain_share(verdict.at_baselines),
        "outside": [negotiation.issue_by_id[each].name for each in verdict.outside],
        "lights": {
            "limit": _light(verdict.limit),
            "batna": _light(verdict.batna),
            "minimum": _light(verdict.minimum),
            "term": _light(verdict.term),
        },
        "reasons": {
            "limit": plain_message(verdict.limit_reason, say),
            "batna": plain_message(verdict.batna_reason, say),
            "minimum": plain_message(verdict.minimum_reason, say),
            "term": plain_message(verdict.term_reason, say),
            "terms": [plain_message(each, say) for each in verdict.term_reasons],
        },
        "difference": _difference(negotiation, verdict),
        "repairs": [_repair(negotiation, each, say) for each in verdict.repairs],
        "no_repair": None if verdict.no_repair is None else plain_message(verdict.no_repair, say),
    }


def _difference(negotiation: Negotiation, verdict: Verdict) -> Plain | None:
    if verdict.difference is None and not verdict.shortfalls:
        return None
    # The headline is the price: the first term that is worse by a sum of money.
    worse = [_shortfall(negotiation, each) for each in verdict.shortfalls]
    headline = next((each for each in worse if each["total"] is not None), None)
    package = verdict.difference
    return {
        "unit": headline and headline["unit"],
        "percent": headline and headline["percent"],
        "total": headline and headline["total"],
        "issue": headline and headline["issue"],
        "currency": negotiation.currency,
        "package": None
        if package is None
        else {
            "points": plain_interval(package.points),
            "money": plain_money_interval(package.money),
            "at_volume": None if package.total is None else plain_cents(package.total),
        },
        "worse_terms": worse,
    }


def _shortfall(negotiation: Negotiation, found: Shortfall) -> Plain:
    return {
        "issue": negotiation.issue_by_id[found.issue_id].name,
        "value": plain_value(found.value),
        "batna": plain_value(found.batna),
        "unit": None if found.unit is None else f"{found.unit:f}",
        "percent": None if found.percent is None else plain_figure(found.percent * 100),
        "total": None if found.total is None else plain_cents(found.total),
    }


def _repair(negotiation: Negotiation, repair: Repair, say: Words) -> Plain:
    return {
        "terms": plain_package(negotiation, repair.terms),
        "cheapest": repair.cheapest,
        "lifts_to": repair.lifts_to.value,
        "loss": plain_share(repair.loss),
        "reason": plain_message(repair.reason, say),
    }


def _worth(worth: Worth, say: Words) -> Plain:
    return {
        "id": worth.alternative.id,
        "name": worth.alternative.name,
        "value": plain_interval(worth.value),
        "assumed": sorted(worth.assumed),
        "reason": None if worth.reason is None else plain_message(worth.reason, say),
    }


def _given(given: Given | None, say: Words) -> Plain | None:
    if given is None:
        return None
    return {
        "flag": given.flag.value,
        "value": plain_interval(given.value),
        "lights": {
            "limit": _light(given.limit),
            "batna": _light(given.batna),
            "minimum": _light(given.minimum),
            "term": _light(given.term),
        },
        "reasons": [plain_message(each, say) for each in given.reasons],
    }


def _light(light: Light) -> str:
    return light.value
