"""ui: the side of Prepare in words and marks - the BATNA's card, the check of the ladder, its scale. No widget."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from core.alternative import Alternative, Following
from core.batna import Worth
from core.flags import SOON_DAYS
from core.following import copy_of, matter_of
from core.issue import RUNGS
from core.message import Amount, Points, message
from core.negotiation import Negotiation
from core.phrases import cut_middle, gap, joined, quantity, short
from core.proof import OLD_DAYS, is_old
from core.verdict import Flag, Interval
from core.words import EN_DASH, Words
from ui.sheets.cells import sentence, worth_words
from ui.sheets.prepared import Prepared

_MOST_TERMS, _LONGEST_NAME, _LONGEST_EVIDENCE = 6, 24, 140  # what a card holds; no figure is cut


@dataclass(frozen=True, slots=True)
class Card:
    """An alternative in words: its name, its first price, its terms, what is assumed, its evidence, its flag."""

    name: str
    price: str
    terms: str
    assumed: str
    evidence: str
    cost: str
    flag: Flag
    flag_words: str


@dataclass(frozen=True, slots=True)
class RungMark:
    """A mark of the ladder's scale: words, figure, where it lies from 0 to 100, and how it stands."""

    key: str
    words: str
    figure: str
    value: Fraction
    is_faulty: bool = False


def rung_word(say: Words, rung: str) -> str:
    """Return the full name of a rung of the ladder."""
    return {
        "opening": say("Opening"),
        "best_outcome": say("Best outcome"),
        "fair": say("Fair deal"),
        "minimum": say("Minimum acceptable"),
    }[rung]


def card(prepared: Prepared, found: Worth, say: Words) -> Card:
    """Tell an alternative in words."""
    alternative = found.alternative
    flag, words = validity(prepared, alternative, say)
    return Card(
        name=alternative.name,
        price=_price(prepared.negotiation, found, say),
        terms=_first(_terms(prepared.negotiation, found, say), say),
        assumed=_first(assumed(prepared.negotiation, found, say), say),
        evidence=short(evidence(prepared, alternative, say), _LONGEST_EVIDENCE),
        cost=cost(prepared, alternative, say),
        flag=flag,
        flag_words=words,
    )


def validity(prepared: Prepared, alternative: Alternative, say: Words) -> tuple[Flag, str]:
    """Tell until when an alternative holds: soon over or over is to be checked."""
    until = alternative.valid_until
    if until is None:
        return Flag.FINE, ""
    days = (until - prepared.today).days
    if days < 0:
        return Flag.CHECK, say("expired on {day}; it no longer counts", day=until)
    if days == 0:
        return Flag.CHECK, say("valid to today")
    if days <= SOON_DAYS:
        return Flag.CHECK, say.plural("{n} day left, valid to {day}", "{n} days left, valid to {day}", days, day=until)
    return Flag.FINE, say("valid to {day}", day=until)


def evidence(prepared: Prepared, alternative: Alternative, say: Words) -> str:
    """Tell what an alternative rests on, with its day."""
    on = alternative.evidence_on
    parts = [alternative.evidence.strip().removesuffix("."), "" if on is None else say.day(on)]
    files = sum(1 for each in prepared.negotiation.attachments if each.alternative_id == alternative.id)
    if files:
        parts.append(say.plural("{n} file", "{n} files", files))
    parts += [
        say("their offer in another talk, copied {day}", day=each.copied_at.date())
        for each in prepared.negotiation.followings
        if each.alternative_id == alternative.id
    ]
    told = ", ".join(part for part in parts if part)
    if not told:
        return say("no evidence yet")
    if is_old(on, prepared.today):
        return say("{evidence}; older than {n} days", evidence=told, n=OLD_DAYS)
    return told


def following_words(prepared: Prepared, following: Following | None, say: Words) -> str:
    """Tell which talk an alternative follows, since when, and what over there has no place here."""
    if following is None:
        return ""
    day = following.copied_at.date()
    followed = prepared.around.followed.get(following.alternative_id)
    if followed is None:
        return say("Copied {day} from a talk that is deleted.", day=day)
    copy = copy_of(prepared.negotiation, followed.now, prepared.now)
    told = [say("Copied {day} from {other}.", day=day, other=matter_of(followed.now))]
    return " ".join([*told, *(say.message(each) for each in copy.remarks)])


def cost(prepared: Prepared, alternative: Alternative, say: Words, *, is_taken_off: bool = False) -> str:
    """Tell what switching costs, and that its worth counts it already; empty where it costs nothing."""
    if not alternative.switching_cost:
        return ""
    if prepared.valuation.money is None:
        amount: object = say("{n} points", n=alternative.switching_cost)
    else:
        amount = Amount(alternative.switching_cost, prepared.negotiation.currency)
    if is_taken_off:
        return say("The switching cost of {amount} is taken off.", amount=amount)
    return say("Switching costs {amount}.", amount=amount)


def assumed(negotiation: Negotiation, found: Worth, say: Words) -> list[str]:
    """Return the terms that nobody stated and that the baselines stand in for, in words."""
    told = []
    for issue_id in found.assumed:
        issue = negotiation.issue_by_id[issue_id]
        if issue.baseline is not None:
            value = quantity(issue, issue.baseline)
            told.append(say("{issue} {value}", issue=cut_middle(issue.name, _LONGEST_NAME), value=value))
    return told


def explanation(prepared: Prepared, found: Worth, say: Words) -> list[str]:
    """Say what an alternative is worth, how it compares and what that rests on, one sentence each."""
    negotiation, alternative = prepared.negotiation, found.alternative
    if found.value is None:
        why = found.reason
        return [] if why is None else [say.message(message("verdict.cannot_judge", why=why))]
    told = [say("Worth {value} of 100.", value=worth_words(say, found.value))]
    if found.is_valid:
        told.append(_compared(prepared, found, say))
    if alternative.switching_cost:
        told.append(cost(prepared, alternative, say, is_taken_off=True))
    if found.is_between_readings:
        told.append(
            say("The lower figure holds if its failing is worth 0. Enter what no deal is worth to close the gap.")
        )
    names = assumed(negotiation, found, say)
    if names:
        told.append(say("Assumed, since it is not stated: {terms}.", terms=", ".join(names)))
    return [each for each in told if each]


def ladder_sentences(prepared: Prepared, say: Words) -> list[str]:
    """Say what is out of order in the ladder, else that it holds, or what is still missing for that."""
    ladder = prepared.ladder
    if ladder.faults:
        return [sentence(say, fault) for fault in ladder.faults]
    if ladder.obstacle is not None:
        return [say.message(message("verdict.cannot_judge", why=ladder.obstacle))]
    stated = [(rung, value) for rung, value in ladder.values.items() if value is not None]
    if not stated:
        return [say("No rung is set yet. Begin with the minimum: the least that you would sign.")]
    batna = prepared.batna
    if batna is None or batna.value is None:
        return [say("The rungs are in order. Without a BATNA the lowest has nothing to be checked against.")]
    lowest, value = stated[-1]
    if value.low < batna.value.high:
        return [say("The rungs are in order as far as they are stated; the open terms decide about the lowest.")]
    more = gap(value.low - batna.value.high, prepared.valuation.money, prepared.negotiation.currency)
    rung = rung_word(say, lowest)
    if value.low == batna.value.high:
        return [say("The rungs are in order. {rung} is worth just as much as walking away.", rung=rung)]
    return [say("The rungs are in order. {rung} is worth {gap} more than walking away.", rung=rung, gap=more)]


def feel_words(prepared: Prepared, say: Words) -> str:
    """Ask whether the order of three packages feels right; empty where there are not so many."""
    if not prepared.felt:
        return ""
    found = [message("feel.value", name=each.name, points=Points(each.value)) for each in prepared.felt]
    return say.message(message("feel.order", packages=joined("list.and", found)))


def marks(prepared: Prepared, say: Words) -> list[RungMark]:
    """Return the marks of the scale; an interval stands at its lower end."""
    found = []
    for rung in RUNGS:
        value = prepared.ladder.values.get(rung)
        if value is not None:
            is_faulty = rung in prepared.faulty_rungs
            found.append(RungMark(rung, rung_word(say, rung), worth_words(say, value), value.low * 100, is_faulty))
    batna = prepared.batna
    if batna is not None and batna.value is not None:
        low = batna.value.low * 100
        found.append(RungMark("batna", say("BATNA"), worth_words(say, batna.value), low))
    return found


def ranked_names(others: Sequence[Worth], say: Words) -> list[tuple[str, str]]:
    """Return the alternatives behind the BATNA with what they are worth."""
    return [
        (say("{n}. {name}", n=place, name=each.alternative.name), worth_words(say, each.value))
        for place, each in enumerate(others, start=2)
    ]


def _compared(prepared: Prepared, found: Worth, say: Words) -> str:
    places = [each.alternative.id for each in prepared.ranking]
    best = prepared.batna
    if best is None or best.value is None or found.value is None:
        return ""
    currency, money = prepared.negotiation.currency, prepared.valuation.money
    if places[0] == found.alternative.id:
        following = next((each for each in prepared.ranking[1:] if each.value is not None), None)
        if following is None or following.value is None:
            return say("It is the BATNA: the only alternative that holds.")
        more = gap(_lower(found.value) - _lower(following.value), money, currency)
        name = _before_stop(following.alternative.name)
        if _lower(found.value) == _lower(following.value):
            return say("It is the BATNA, worth the same as {name} and entered before it.", name=name)
        return say("It is the BATNA: {gap} more than the next, {name}.", gap=more, name=name)
    less = gap(_lower(best.value) - _lower(found.value), money, currency)
    return say("{gap} less than the BATNA, {name}.", gap=less, name=_before_stop(best.alternative.name))


def _first(terms: Sequence[str], say: Words) -> str:
    """Join as many terms as a card can hold, and say how many more there are."""
    shown = list(terms[:_MOST_TERMS])
    more = len(terms) - len(shown)
    return ", ".join([*shown, *([say("{n} more", n=more)] if more else [])])


def _before_stop(name: str) -> str:
    """Return a name as it stands before a full stop: S.p.A. brings its own."""
    return name.removesuffix(".")


def _lower(value: Interval) -> Fraction:
    return value.low


def _price(negotiation: Negotiation, found: Worth, say: Words) -> str:
    alternative = found.alternative
    if alternative.total is not None and alternative.form.value == "total":
        return say.money(alternative.total, negotiation.currency)
    for issue in negotiation.issues:
        term = found.stated.get(issue.id)
        if issue.is_unit_price and term is not None:
            return say.datum(quantity(issue, term.value))
    return ""


def _terms(negotiation: Negotiation, found: Worth, say: Words) -> list[str]:
    told = []
    for issue in negotiation.issues:
        term = found.stated.get(issue.id)
        if term is None or (issue.is_unit_price and _price(negotiation, found, say)):
            continue
        value = say.datum(quantity(issue, term.value))
        if term.upto is not None:
            value = f"{say.quantity(term.value)}{EN_DASH}{say.datum(quantity(issue, term.upto))}"
        told.append(f"{cut_middle(issue.name, _LONGEST_NAME)} {value}")
    return told
