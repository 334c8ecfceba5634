"""core: what an earlier negotiation and the notes lend of both sides - words, needs, alternatives, guesses, tactics.

What a guess turned out to be is the new likely figure, no longer a guess but observed; needs and positions keep their
basis, and nothing counts as said at the table again before it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from core.estimate import Estimate
from core.folding import key_of
from core.issue import Issue, ScaleKind
from core.line import Verb
from core.need import NeedKind
from core.negotiation import Negotiation
from core.note import Note, Topic
from core.plan import PointKind
from core.prefill import Fields, Prefill, is_foreign
from core.side import Basis, Side
from core.strategy import Question
from core.tactics import Tactic, tactic_number
from core.term import Package, Value
from core.value import kind_of

_KIND = {Topic.INTEREST: NeedKind.HOPE, Topic.HOPE: NeedKind.HOPE, Topic.CONCERN: NeedKind.CONCERN}
_TEXTS = ("position", "why", "interest", "basis", "match")
_ALTERNATIVE = (
    *("name", "form", "no_deal", "unsaid", "total", "points", "switching_cost", "probability"),
    *("valid_until", "evidence", "evidence_on", "improve"),
)
_IN_MONEY = ("total", "switching_cost")


def sides_from_earlier(
    negotiation: Negotiation, earlier: Negotiation, tactics: Mapping[int, Tactic] | None = None
) -> Prefill:
    """Return what an earlier negotiation lends of both sides and for the plan.

    `tactics` name the tactics by number, with what answers them.
    """
    return Prefill(
        answers=tuple(_answers(negotiation, earlier)),
        positions=tuple(_positions(negotiation, earlier)),
        goals=tuple(_goals(negotiation, earlier)),
        needs=tuple(_needs(negotiation, earlier)),
        alternatives=() if negotiation.alternatives else tuple(_alternatives(negotiation, earlier)),
        estimates=tuple(_estimates(negotiation, earlier)),
        points=tuple(_tactics_seen(negotiation, earlier, tactics or {})),
    )


def from_notes(negotiation: Negotiation, notes: Iterable[Note]) -> Prefill:
    """Return their needs as the dossier tells them: interests and hopes, and concerns, each with its basis."""
    known = _known_needs(negotiation)
    found = []
    for note in notes:
        key = Side.THEM, key_of(note.text)
        if note.topic not in _KIND or note.is_about_us or not note.text.strip() or key in known:
            continue
        known.add(key)
        text = " ".join(note.text.split())
        fields: Fields = {"side": Side.THEM, "kind": _KIND[note.topic], "text": text, "basis": note.basis}
        if note.counterpart_id is not None:
            fields["counterpart_id"] = note.counterpart_id
        found.append(fields)
    return Prefill(needs=tuple(found))


# both sides' words


def _answers(negotiation: Negotiation, earlier: Negotiation) -> Iterator[Fields]:
    """Yield each side's goal; the other answers speak of figures that are past."""
    for each in earlier.answers:
        wanted = each.question is Question.GOAL and each.text.strip()
        if wanted and not negotiation.answer(each.side, Question.GOAL).strip():
            yield _given({"side": each.side, "question": each.question, "text": each.text, "basis": each.basis})


def _positions(negotiation: Negotiation, earlier: Negotiation) -> Iterator[Fields]:
    taken = {(each.side, _name_of(negotiation, each.issue_id)) for each in negotiation.positions}
    for each in earlier.positions:
        name = _name_of(earlier, each.issue_id)
        if (each.side, name) not in taken:
            yield _given({"side": each.side, "issue": name, **{key: getattr(each, key) for key in _TEXTS}})


def _known_needs(negotiation: Negotiation) -> set[tuple[Side, str]]:
    return {(each.side, key_of(each.text)) for each in negotiation.needs}


def _goals(negotiation: Negotiation, earlier: Negotiation) -> Iterator[Fields]:
    known = {key_of(each.text) for each in negotiation.common_goals}
    for each in earlier.common_goals:
        if key_of(each.text) not in known:
            yield {"text": each.text}


def _needs(negotiation: Negotiation, earlier: Negotiation) -> Iterator[Fields]:
    known, goals = _known_needs(negotiation), {each.id: each.text for each in earlier.common_goals}
    for each in earlier.needs:
        if (each.side, key_of(each.text)) not in known:
            fields = {"side": each.side, "kind": each.kind, "text": each.text, "basis": each.basis}
            yield _given({**fields, "counterpart_id": each.counterpart_id, "goal": goals.get(each.goal_id or 0)})


# figures


def _alternatives(negotiation: Negotiation, earlier: Negotiation) -> Iterator[Fields]:
    """Yield the alternatives as they were given; an offer that has run out stays one to be renewed."""
    foreign = negotiation.currency != earlier.currency
    for each in earlier.alternatives:
        fields = {key: getattr(each, key) for key in _ALTERNATIVE if not (foreign and key in _IN_MONEY)}
        if foreign and each.total is not None:
            continue
        yield _given({**fields, "terms": tuple(_terms(negotiation, earlier, each.terms))})


def _terms(negotiation: Negotiation, earlier: Negotiation, terms: Package) -> Iterator[Fields]:
    for term in terms:
        issue = earlier.issue_by_id.get(term.issue_id)
        if issue is None or issue.kind is ScaleKind.DATE or is_foreign(negotiation, earlier, issue):
            continue
        fields = {"issue": key_of(issue.name), "value": term.value, "upto": term.upto, "as_said": term.as_said}
        if _fits(negotiation, issue, term.value):
            yield fields


def _estimates(negotiation: Negotiation, earlier: Negotiation) -> Iterator[Fields]:
    taken = {(_name_of(negotiation, each.issue_id), each.subject, each.option) for each in negotiation.estimates}
    for each in earlier.estimates:
        issue = earlier.issue_by_id.get(each.issue_id or 0)
        name = _name_of(earlier, each.issue_id)
        if (name, each.subject, each.option) in taken or (each.issue_id is not None and issue is None):
            continue
        found = corrected(each, earlier.title)
        if issue is not None and each.subject.is_on_scale:
            past = issue.kind is ScaleKind.DATE or is_foreign(negotiation, earlier, issue)
            if past or not _fits(negotiation, issue, found.likely):
                continue
        fields = ("subject", "option", "low", "likely", "high", "basis", "source", "on")
        yield _given({"issue": name, **{key: getattr(found, key) for key in fields}})


def corrected(estimate: Estimate, title: str) -> Estimate:
    """Return an estimate as the debrief left it: what it turned out to be, observed in the matter of that title."""
    if estimate.turned_out is None:
        return estimate
    return replace(
        estimate,
        low=None,
        likely=estimate.turned_out,
        high=None,
        basis=Basis.OBSERVED,
        source=title,
        on=estimate.turned_out_on,
    )


def _fits(negotiation: Negotiation, issue: Issue, value: Value) -> bool:
    """Tell whether a value of an earlier issue lies on the scale of the same issue here, if that is here already."""
    own = next((each for each in negotiation.issues if key_of(each.name) == key_of(issue.name)), issue)
    if kind_of(value) is not own.kind:
        return False
    return not isinstance(value, str) or any(option.label == value for option in own.options)


# the plan


def _tactics_seen(negotiation: Negotiation, earlier: Negotiation, tactics: Mapping[int, Tactic]) -> Iterator[Fields]:
    """Yield each tactic that they used, once, with what answers it."""
    known = {each.tactic for each in negotiation.plan_points if each.kind is PointKind.TACTIC and each.tactic}
    for line in earlier.spoken:
        number = tactic_number(line) if line.verb is Verb.TACTIC and line.side is Side.THEM else None
        if number is None or number in known:
            continue
        known.add(number)
        tactic = tactics.get(number)
        # one of the list is known by its number
        words, counter = (line.rest, "") if tactic is None else ("", tactic.counter)
        yield _given({"kind": PointKind.TACTIC, "side": Side.THEM, "tactic": number, "text": words, "reply": counter})


def _name_of(negotiation: Negotiation, issue_id: int | None) -> str:
    issue = negotiation.issue_by_id.get(issue_id or 0)
    return "" if issue is None else key_of(issue.name)


def _given(fields: Fields) -> Fields:
    return {name: value for name, value in fields.items() if value not in (None, "", ()) or name == "issue"}
