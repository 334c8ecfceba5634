"""core: part 4 of the prep - what we can do instead, packages against it, what we believe of their side."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from core.analysis.party import their_party
from core.batna import is_valid, worth
from core.flags import SOON_DAYS
from core.judge import Judge
from core.message import Message
from core.naming import basis_word, subject_word
from core.proof import is_old, is_proven
from core.reports.document import (
    Bar,
    Column,
    Paragraph,
    Part,
    Row,
    Section,
    Sign,
    Span,
    Table,
)
from core.reports.vocabulary import letters, unbroken
from core.side import Basis, Side
from core.spans import banded
from core.told import short
from core.value import by_issue
from core.verdict import Flag, Light, breach
from core.words import EN_DASH

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from core.alternative import Alternative
    from core.analysis.party import Party
    from core.estimate import Estimate
    from core.issue import Issue
    from core.reports.case import Case
    from core.reports.document import Block, Cell, Text, Who
    from core.term import Term, Value
    from core.verdict import Interval

_SHOWN_ISSUES = 5


def alternatives(case: Case) -> Part:
    """Return part 4: what we can do instead, packages against it, and what we believe of their side."""
    say, batna = case.say, case.batna
    name = say("4 · Alternatives and packages")
    blocks: list[Block] = []
    if case.negotiation.alternatives:
        blocks.append(_alternatives(case))
    packages = _packages(case)
    if packages is not None:
        blocks.append(packages)
    breach_words = _their_offer(case)
    if breach_words is not None:
        blocks.append(breach_words)
    blocks.append(_estimates(case))
    if batna is None:
        return Part(name, say("There is no BATNA yet: no offer can be called good enough"), "", tuple(blocks))
    if batna.value is None:
        return Part(
            name, say("{name} is the BATNA, not valued yet", name=short(batna.alternative.name)), "", tuple(blocks)
        )
    until = batna.alternative.valid_until
    points, label = case.points(batna.value), short(batna.alternative.name)
    if until is None:
        title = say("{name} is the BATNA: {points} points", name=label, points=points)
    else:
        title = say("{name} is the BATNA until {day}: {points} points", name=label, day=until, points=points)
    money = case.valuation.money
    remark = say("Every offer is judged as a whole package, from 0 to 100 points.")
    if money is not None:
        remark += " " + say("One point is worth {amount}.", amount=case.amount(money / 100))
    return Part(name, title, remark, tuple(blocks))


def _alternatives(case: Case) -> Section:
    say = case.say
    unit = case.negotiation.currency if case.valuation.money is not None else say("points")
    columns = (
        Column(say("Alternative"), bold=True, lines=2, grow=2),
        Column(say("Package, points"), figures=True),
        Column(say("Chance, %"), figures=True),
        Column(say("Switching, {unit}", unit=unit), figures=True),
        Column(say("Value, points"), figures=True, shaded=True),
        Column(say("Expires"), figures=True),
        Column(say("Evidence"), lines=4, grow=3),
        Column(say("Flag")),
    )
    chosen = case.batna.alternative.id if case.batna is not None else None
    rows, assumed = [], []
    for at, each in enumerate(case.negotiation.alternatives):
        found = worth(case.negotiation, each, case.day)
        before = worth(case.negotiation, replace(each, probability=Decimal(1), switching_cost=Decimal(0)), case.day)
        label: Text = (Span(f"{letters(at)} {each.name} "), Span(say("BATNA") if each.id == chosen else "", muted=True))
        rows.append(
            Row(
                (
                    label,
                    case.points(before.value),
                    say.number(Fraction(each.probability) * 100),
                    case.figure(Fraction(each.switching_cost)),
                    case.points(found.value),
                    say("never") if each.valid_until is None else say.day(each.valid_until),
                    _evidence(case, each),
                    _flag(case, each),
                )
            )
        )
        if found.assumed:
            names = case.listed([case.negotiation.issue_by_id[issue_id].name for issue_id in found.assumed[:4]])
            assumed.append(say("{letter}: {issues} assumed from the baseline.", letter=letters(at), issues=names))
    remark = " ".join(
        [say("Value = chance × package, with what is left if it fails, – switching cost in points."), *assumed]
    )
    valid = sum(is_valid(each, case.day) for each in case.negotiation.alternatives)
    title = say.plural(
        "{n} of {all} alternatives holds today", "{n} of {all} alternatives hold today", valid, all=len(rows)
    )
    if len(rows) == 1:
        title = say("The one alternative holds today") if valid else say("The one alternative holds no longer")
    return Section(title, (Table(columns, tuple(rows), remark=remark),))


def _evidence(case: Case, each: Alternative) -> Text:
    if not each.evidence and each.evidence_on is None:
        return "" if each.no_deal else (Span(case.say("none"), italic=True, muted=True),)
    day = "" if each.evidence_on is None else unbroken(case.say.day(each.evidence_on))
    return ", ".join(part for part in (each.evidence, day) if part)


def _flag(case: Case, each: Alternative) -> Sign:
    say = case.say
    if not is_valid(each, case.day):
        return Sign(Flag.ACT, say("act: expired"))
    if not is_proven(case.negotiation, each) or is_old(each.evidence_on, case.day):
        return Sign(Flag.CHECK, say("check"))
    if each.valid_until is not None and (each.valid_until - case.day).days <= SOON_DAYS:
        return Sign(Flag.CHECK, say("check"))
    return Sign(Flag.FINE, say("fine"))


def _packages(case: Case) -> Section | None:
    say, batna = case.say, case.batna
    if case.valuation.obstacle is not None:
        return Section(say("Packages cannot be compared"), (Paragraph(say.message(case.valuation.obstacle)),))
    packages: list[tuple[Text, dict[int, Term], Who]] = [
        *_candidates(case),
        (say("Our opening"), case.rung_package("opening"), "us"),
        (say("Best outcome"), case.rung_package("best_outcome"), "us"),
        (say("Target"), case.rung_package("fair"), "us"),
        (say("Minimum deal"), case.rung_package("minimum"), "mark"),
        (say("Their offer"), case.theirs, "them"),
    ]
    found = their_party(case.negotiation)
    theirs = None if isinstance(found, Message) else found
    # what they bring the other side takes the room of an issue
    shown = case.ordered[: _SHOWN_ISSUES if theirs is None else _SHOWN_ISSUES - 1]
    rows: list[Row] = []
    values = []
    for name, package, who in packages:
        if package:
            value = case.value_of(package)
            values.append(value)
            rows.append(_package_row(case, name, package, shown, value, who, theirs))
    if batna is not None and batna.value is not None:
        stated = case.valuation.filled(batna.stated) if batna.stated else {}
        rows.append(_package_row(case, say("BATNA"), stated, shown, batna.value, "ink", theirs))
    if not values:
        return None
    columns = (
        Column(say("Package"), bold=True, lines=3, grow=3, least=80),
        *(Column(_headed(case, issue), figures=True, lines=2) for issue in shown),
        Column(say("Value, points"), figures=True, shaded=True),
        *([Column(say("Against BATNA"), figures=True)] if case.batna_value is not None else []),
        *([Column(say("To them, estimate"), figures=True, lines=2)] if theirs is not None else []),
        Column(say("0 to 100, dash: BATNA") if case.batna_value is not None else say("0 to 100")),
    )
    reference = None
    if case.batna_value is not None:
        reference = (float(case.batna_value.low * 100), say("BATNA"))
    remark = ""
    if len(case.ordered) > len(shown):
        left_out = len(case.ordered) - len(shown)
        remark = say.plural("{n} more issue counts in the values.", "{n} more issues count in the values.", left_out)
    return Section(_clear_of(case, values), (Table(columns, tuple(rows), remark=remark, reference=reference),))


def _clear_of(case: Case, values: Sequence[Interval | None]) -> str:
    """Say how many of the packages are worth no less than the BATNA."""
    say, batna = case.say, case.batna_value
    if batna is None:
        return say("What the packages are worth; without a BATNA nothing to compare with")
    clear = sum(value is not None and breach(value, batna) is Light.CLEAR for value in values)
    if len(values) == 1:
        return say("The package is clear of the BATNA") if clear else say("The package is not clear of the BATNA")
    return say.plural(
        "{n} of {all} packages is clear of the BATNA",
        "{n} of {all} packages are clear of the BATNA",
        clear,
        all=len(values),
    )


def _candidates(case: Case) -> Iterator[tuple[Text, dict[int, Term], Who]]:
    """Yield the packages that are thought of, with whose idea they were; open terms take their baseline."""
    say = case.say
    for each in case.negotiation.candidates:
        terms = by_issue(each.terms)
        if terms:
            remarks = [say("theirs")] if each.by is Side.THEM else [say("of both")] if each.by is None else []
            remarks += [say("on the table")] if each.is_shared else []
            name: Text = (Span(f"{each.label} {each.name}".strip() + " "), Span(", ".join(remarks), muted=True))
            yield name, case.valuation.filled(terms), "them" if each.by is Side.THEM else "us"


def _to_them(case: Case, theirs: Party, package: dict[int, Term]) -> str:
    """Return what a package likely brings them in points, with its band; an en dash where an issue is open."""
    say, terms = case.say, tuple(case.valuation.filled(package).values())
    likely, band = theirs.value(terms), theirs.band(terms)
    return EN_DASH if likely is None else banded(say, likely, band)


def _headed(case: Case, issue: Issue) -> str:
    unit = case.unit(issue)
    return f"{issue.name}, {unit}" if unit else issue.name


def _package_row(
    case: Case,
    name: Text,
    package: dict[int, Term],
    shown: Sequence[Issue],
    value: Interval | None,
    who: Who,
    theirs: Party | None,
) -> Row:
    bar: Cell = "" if value is None else Bar(float(value.low * 100), float(value.high * 100), who)
    against = "" if who == "ink" else case.against(value, case.batna_value)
    compared = [against] if case.batna_value is not None else []
    if theirs is not None:
        compared.append(_to_them(case, theirs, package) if package else "–")
    cells = (case.term_cell(issue, package) for issue in shown)
    return Row((name, *cells, case.points(value), *compared, bar))


def _their_offer(case: Case) -> Paragraph | None:
    """Return how what they have on the table stands, with the reason and the cheapest repair."""
    if not case.theirs or case.batna is None:
        return None
    say = case.say
    verdict = Judge(case.negotiation).verdict(case.theirs, Side.THEM, case.day)
    words = {
        Light.CERTAIN: say("Their offer is a certain breach."),
        Light.POSSIBLE: say("Their offer may be a breach."),
        Light.CLEAR: say("Their offer is clear of the BATNA."),
    }.get(verdict.batna, say("Their offer cannot be judged."))
    text = [say.message(verdict.batna_reason)]
    cheapest = next((repair for repair in verdict.repairs if repair.cheapest), None)
    if cheapest is not None:
        text.append(say("Cheapest repair: {repair}", repair=cheapest.reason))
    return Paragraph((Span(words + " ", bold=True), Span(" ".join(text))))


def _estimates(case: Case) -> Section:
    say = case.say
    found = case.negotiation.estimates
    if not found:
        text = say("Nothing is estimated of their side, so no efficient packages are shown. Ask, observe or guess.")
        return Section(say("Their side is not estimated yet"), (Paragraph(text),))
    columns = (
        Column(say("Issue"), bold=True, lines=2, grow=2),
        Column(say("What"), lines=2),
        Column(say("Low"), figures=True, lines=2),
        Column(say("Likely"), figures=True, shaded=True, lines=2),
        Column(say("High"), figures=True, lines=2),
        Column(say("Basis"), muted=True),
        Column(say("Source"), lines=3, grow=2),
        Column(say("Date"), figures=True),
    )
    guesses = sum(each.basis is Basis.GUESS for each in found)
    title = say.plural(
        "What we believe of their side: {n} of {all} estimates is a guess",
        "What we believe of their side: {n} of {all} estimates are guesses",
        guesses,
        all=len(found),
    )
    if len(found) == 1:
        title = say("What we believe of their side: one estimate")
    return Section(title, (Table(columns, tuple(_estimate_row(case, each) for each in found)),))


def _estimate_row(case: Case, each: Estimate) -> Row:
    say = case.say
    issue = case.negotiation.issue_by_id.get(each.issue_id or 0)

    def words(value: Value | None) -> str:
        if value is None:
            return ""
        return say.quantity(value) if issue is None else case.words(issue, value, unit=False)

    what = subject_word(say, each.subject)
    if each.option:
        what = f"{what}: {each.option}"
    name: Text = say("whole matter") if issue is None else case.name(issue)
    day = "" if each.on is None else say.day(each.on)
    return Row(
        (
            name,
            what,
            words(each.low),
            words(each.likely),
            words(each.high),
            basis_word(say, each.basis),
            each.source,
            day,
        )
    )
