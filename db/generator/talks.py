"""db: how a generated negotiation is talked through - meetings, lines judged by the rules, promises, the debrief."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, timedelta
from typing import Any

from core.concessions import propose
from core.debrief import Outcome
from core.issue import Issue
from core.judge import verdicts
from core.line import Line, Verb
from core.meeting import Channel
from core.message import message
from core.negotiation import Negotiation, Status
from core.number import Marks
from core.shorthand.due import due_of
from core.side import Side
from core.table import Table
from core.term import Package, Term
from core.verdict import Given
from db.generator.matters import SLOW, Desk, put_terms, value_at
from db.generator.plan import Plan
from db.mapping import table_of
from db.rules import short
from db.schema import Line as LineRow
from db.schema import Role

_CHANNELS = (Channel.ROOM, Channel.ROOM, Channel.ROOM, Channel.PHONE, Channel.VIDEO)
# What is said beside offers and promises, as often as it stands here.
_OFTEN = {"note": 22, "ask": 5, "refuse": 3, "guess": 3, "park": 2, "tactic": 2, "sanction": 1, "unread": 1}
_REMARKS = tuple(what for what, times in _OFTEN.items() for _ in range(times))
_LINE_FIELDS = tuple(each.name for each in fields(Line) if each.name in table_of(LineRow).c and each.name != "id")
_STEP_FIELDS = ("side", "issue_id", "from_line_id", "to_line_id", "from_value", "to_value")
_MARKS = Marks()
_SPEAKER = {Side.US: "w", Side.THEM: "t"}


@dataclass(frozen=True, slots=True)
class _Sitting:
    """One meeting as it was held: when it began and ended, how they spoke, and which lines were said in it."""

    began: datetime
    ended: datetime
    channel: Channel
    lines: range


def talk(desk: Desk, plan: Plan, prepared: Negotiation, people: list[int]) -> int | None:
    """Write the talk of a prepared negotiation and, where it is over, its end; return its last meeting."""
    first_meeting, first_line = desk.bulk.next_id("meeting"), desk.bulk.next_id("line")
    sittings, lines = _hold(desk, plan, prepared, first_meeting, first_line)
    whole = replace(prepared, lines=tuple(lines))
    # What was judged when it was said and what is judged now are the same: nothing in between has changed.
    judged = verdicts(whole, with_repairs=False)
    for number, sitting in enumerate(sittings, start=1):
        meeting_id = _start(desk, prepared.id, sitting, number, people)
        for at in sitting.lines:
            _log(desk, whole, lines[at], judged)
        desk.bulk.step(message("journal.meeting_ended"), sitting.ended)
        desk.bulk.change("meeting", meeting_id, ended_at=sitting.ended)
    if not plan.is_open:
        _close(desk, whole)
    return first_meeting + len(sittings) - 1 if sittings else None


def plan_meeting(desk: Desk, negotiation_id: int) -> None:
    """Write a meeting that is still to come."""
    desk.step("journal.meeting_planned")
    at = desk.calendar.ahead(desk.chance.whole(1, 20), desk.chance.whole(9, 16))
    desk.bulk.add("meeting", negotiation_id=negotiation_id, planned_at=at, place=desk.say("places"))


def _hold(
    desk: Desk, plan: Plan, prepared: Negotiation, first_meeting: int, first_line: int
) -> tuple[list[_Sitting], list[Line]]:
    script = _script(desk, plan)
    lines: list[Line] = []
    sittings = []
    for number, count in enumerate(desk.chance.shares(len(script), [1.0] * plan.meetings)):
        began, channel, start = desk.calendar.next(SLOW), desk.chance.one(_CHANNELS), len(lines)
        desk.calendar.next(count)
        for place, what in enumerate(script[start : start + count], start=1):
            at = desk.calendar.after(began, place)
            frame: dict[str, Any] = {
                "id": first_line + len(lines), "negotiation_id": prepared.id, "meeting_id": first_meeting + number,
                "round_number": number + 1, "at": at, "logged_at": at, "channel": channel,
            }  # fmt: skip
            course = len(lines) / len(script)
            lines.append(Line(**frame | _Speech(desk, prepared, lines, frame, course).of(what)))
        desk.calendar.next(SLOW)
        ended = desk.calendar.after(began, count + 1)
        sittings.append(_Sitting(began, ended, channel, range(start, len(lines))))
    return sittings, lines


def _script(desk: Desk, plan: Plan) -> list[str]:
    """Return what kind of line comes after which; what is agreed comes last, after an offer of theirs at least."""
    said = [*("us", "them") * (plan.offers // 2), *("them",) * (plan.offers % 2)]
    others = ["promise"] * plan.promises + [desk.chance.one(_REMARKS) for _ in range(plan.remarks)]
    shares = desk.chance.shares(len(others), [desk.chance.weight() for _ in range(len(said) + 1)])
    mixed = desk.chance.several(others, len(others))
    script: list[str] = []
    for offer, share in zip([*said, ""], shares, strict=True):
        script += mixed[:share]
        del mixed[:share]
        script += [offer] if offer else []
    return script + ["agree"] * plan.agreements


class _Speech:
    """One line about to be said."""

    def __init__(
        self, desk: Desk, matter: Negotiation, said: list[Line], frame: Mapping[str, Any], course: float
    ) -> None:
        self._desk = desk
        self._chance = desk.chance
        self._matter = matter
        self._said = said
        self._on: date = frame["at"].date()
        self._is_seen = frame["channel"] is Channel.ROOM
        self._course = course

    def of(self, what: str) -> dict[str, Any]:
        """Return the fields of a line as its reading would give them."""
        found: dict[str, Any] = getattr(self, f"_{what}")()
        return found

    def _us(self) -> dict[str, Any]:
        return self._offer(Side.US)

    def _them(self) -> dict[str, Any]:
        return self._offer(Side.THEM)

    def _offer(self, side: Side) -> dict[str, Any]:
        chance = self._chance
        issues = chance.several(self._matter.issues, chance.whole(1, min(3, len(self._matter.issues))))
        found: dict[str, Any] = {"verb": Verb.OFFER, "side": side}
        kind = chance.whole(1, 100)
        last = issues.pop() if side is Side.US and kind <= 15 and len(issues) > 1 else None
        terms = tuple(self._term(issue, side) for issue in issues)
        text = f"{_SPEAKER[side]} {self._words_of(issues, terms)}"
        if last is not None:
            asked = (self._term(last, Side.US),)
            is_condition = kind <= 10
            found["conditions" if is_condition else "in_return"] = asked
            text += f" {'if' if is_condition else 'for'} {self._words_of([last], asked)}"
        elif kind > 92:
            until = self._on + timedelta(days=chance.whole(10, 40))
            found["valid_until"] = until
            text += f" until {until.isoformat()}"
        elif kind > 88:
            found["is_final"] = True
            text += " !!"
        if chance.happens(0.1):
            found["note"] = self._remark()
            text += f" # {found['note']}"
        return found | {"terms": terms, "text": text}

    def _agree(self) -> dict[str, Any]:
        offered = Table(self._said).standing(Side.THEM, self._said[-1].at) if self._said else {}
        issues = [issue for issue in self._matter.issues if issue.id in offered]
        if not issues:
            return self._note()
        names = " ".join(issue.alias for issue in issues)
        return {
            "verb": Verb.AGREE, "side": Side.US, "text": f"w ok {names}",
            "terms": tuple(offered[issue.id] for issue in issues),
        }  # fmt: skip

    def _promise(self) -> dict[str, Any]:
        found = self._worded(Verb.PROMISE, "!", "promises")
        due, words = due_of(found["rest"], self._on, _MARKS)
        return found | {"valid_until": due, "rest": words}

    def _sanction(self) -> dict[str, Any]:
        return self._worded(Verb.SANCTION, "z", "sanctions")

    def _tactic(self) -> dict[str, Any]:
        side = self._chance.one((Side.THEM, Side.THEM, Side.US))
        number = self._chance.one(self._desk.voice.parts("tactics"))
        rest = f"{number} {self._desk.say('tactics', number)}"
        text = f"{_SPEAKER[side]} x {rest}"
        return {"verb": Verb.TACTIC, "side": side, "tactic": int(number), "rest": rest, "text": text}

    def _worded(self, verb: Verb, sign: str, phrases: str) -> dict[str, Any]:
        side = self._chance.one(tuple(Side))
        words = self._desk.say(phrases, side)
        return {"verb": verb, "side": side, "rest": words, "text": f"{_SPEAKER[side]} {sign} {words}"}

    def _ask(self) -> dict[str, Any]:
        return self._named(Verb.ASK, "?")

    def _refuse(self) -> dict[str, Any]:
        return self._named(Verb.REFUSE, "no")

    def _park(self) -> dict[str, Any]:
        return self._named(Verb.PARK, "park")

    def _named(self, verb: Verb, sign: str) -> dict[str, Any]:
        side, issue = self._chance.one(tuple(Side)), self._chance.one(self._matter.issues)
        return {
            "verb": verb, "side": side, "issues": (issue.id,), "text": f"{_SPEAKER[side]} {sign} {issue.alias}",
        }  # fmt: skip

    def _guess(self) -> dict[str, Any]:
        issue = self._chance.one(self._matter.issues)
        terms = (Term(issue_id=issue.id, value=value_at(issue, self._chance.whole(30, 70))),)
        text = f"t ~ {self._words_of([issue], terms)}"
        return {"verb": Verb.GUESS, "side": Side.THEM, "terms": terms, "text": text}

    def _note(self) -> dict[str, Any]:
        words = self._remark()
        if self._chance.happens(0.5):
            return {"verb": Verb.NOTE, "note": words, "text": f"# {words}"}
        return {"verb": Verb.NOTE, "side": Side.THEM, "note": words, "text": f"t # {words}"}

    def _remark(self) -> str:
        """Return what is noted of them: what was heard, and in one room what was seen."""
        return self._desk.say("remarks", "seen" if self._is_seen and self._chance.happens(0.4) else "heard")

    def _unread(self) -> dict[str, Any]:
        words = self._desk.say("unread")
        return {"verb": Verb.UNREAD, "side": Side.THEM, "text": f"t {words}"}

    def _term(self, issue: Issue, side: Side) -> Term:
        """Return what a side asks for at this point: both move towards each other, with a step back now and then."""
        moved = round(60 * self._course) + self._chance.whole(-6, 6)
        percent = 97 - moved if side is Side.US else 8 + moved
        return Term(issue_id=issue.id, value=value_at(issue, min(max(percent, 0), 100)))

    def _words_of(self, issues: list[Issue], terms: Package) -> str:
        return " ".join(f"{issue.alias} {term.value}" for issue, term in zip(issues, terms, strict=True))


def _start(desk: Desk, negotiation_id: int, sitting: _Sitting, number: int, people: list[int]) -> int:
    bulk, key = desk.bulk, {"negotiation_id": negotiation_id}
    bulk.step(message("journal.meeting_started"), sitting.began)
    place = desk.say("places") if sitting.channel is Channel.ROOM else ""
    made = bulk.add("meeting", **key, started_at=sitting.began, place=place, channel=sitting.channel)
    for at, person in enumerate(people):
        bulk.add("meeting_person", **key, meeting_id=made, counterpart_id=person, place=at)
    bulk.add("round", **key, meeting_id=made, number=number, started_at=sitting.began)
    bulk.change("negotiation", negotiation_id, status=Status.TALKING)
    return made


def _log(desk: Desk, whole: Negotiation, line: Line, judged: dict[int, Any]) -> None:
    bulk, key = desk.bulk, {"negotiation_id": whole.id}
    bulk.step(message("journal.line_logged", text=short(line.text)), line.logged_at)
    found = {name: getattr(line, name) for name in _LINE_FIELDS}
    if line.id in judged:
        said, stands = judged[line.id]
        found["said"] = Given.of(said)
        found["stands"] = found["said"] if stands is said else Given.of(stands)
    made = bulk.add("line", **found)
    put_terms(bulk, whole.id, line.terms, line_id=made)
    for role, terms in ((Role.CONDITION, line.conditions), (Role.IN_RETURN, line.in_return)):
        put_terms(bulk, whole.id, terms, line_id=made, role=role)
    for place, issue_id in enumerate(line.issues):
        bulk.add("line_issue", **key, line_id=made, issue_id=issue_id, place=place)
    for step in propose(whole, line):
        bulk.add("concession", **key, **{name: getattr(step, name) for name in _STEP_FIELDS})
    if line.verb is Verb.PROMISE:
        drawn = line.at.date() + timedelta(days=desk.chance.whole(2, 30))
        due = line.valid_until or drawn
        bulk.add("commitment", **key, side=line.side, text=line.rest, line_id=made, due=due)


def _close(desk: Desk, whole: Negotiation) -> None:
    bulk, is_agreed = desk.bulk, bool(whole.lines) and whole.lines[-1].verb is Verb.AGREE
    outcome = Outcome.AGREED if is_agreed else Outcome.NO_DEAL
    at = desk.calendar.next(SLOW)
    bulk.step(message("journal.debrief_closed", name=short(whole.title)), at)
    bulk.change("negotiation", whole.id, status=Status.AGREED if is_agreed else Status.NO_DEAL)
    made = bulk.add("debrief", negotiation_id=whole.id, outcome=outcome, closed_at=at)
    if is_agreed:
        put_terms(bulk, whole.id, whole.lines[-1].terms, debrief_id=made)
    desk.step("journal.debrief_changed")
    bulk.change(
        "debrief",
        made,
        recommendation=desk.say("recommendations", outcome),
        our_outtake=desk.say("outtakes", outcome),
        their_outtake=desk.say("outtakes", outcome),
        learning=desk.say("learnings"),
        relationship=desk.chance.whole(-1, 2) if is_agreed else desk.chance.whole(-2, 1),
    )
