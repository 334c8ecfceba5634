"""ui: the ledger of concessions as Analyse shows it - rows and sentences, without widgets."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from core.analysis.ledger import Answered, Entry, Ledger, ledger
from core.analysis.room import Room, room
from core.analysis.shrinking import Projection, projections
from core.concessions import StepWorth
from core.findings.seen import Seen
from core.message import Message
from core.side import Side


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One concession in words; `is_open` marks one for which nothing came back.

    `suggested` is what its line named with "for", as long as nobody entered what it was given in return for.
    """

    id: int
    issue_id: int
    side: Side
    offer: str
    round: str
    who: str
    issue: str
    start: str
    end: str
    money: str
    points: str
    in_return: str
    suggested: str
    confirmed: bool
    is_open: bool


@dataclass(frozen=True, slots=True)
class Infer:
    """What shrinking steps on one issue seem to say, and our own target beside it."""

    sentence: str
    target: str
    is_theirs: bool


class LedgerFound:
    """The ledger of one negotiation in words."""

    def __init__(self, seen: Seen) -> None:
        """Take the negotiation at a moment."""
        self.seen = seen
        self.ledger: Ledger = ledger(seen.negotiation)
        self.room: Room | Message = room(seen.negotiation, seen.now)
        self._numbers = {line.id: number for number, line in enumerate(seen.moves, 1)}
        self._rounds = {line.id: line.round_number for line in seen.lines}

    def rows(self, issue_id: int = 0) -> list[LedgerRow]:
        """Return the concessions in the order they were made, on one issue or on all."""
        known = self.seen.negotiation.issue_by_id
        return [
            self._row(entry)
            for entry in self.ledger.entries
            if entry.concession.issue_id in known and issue_id in (0, entry.concession.issue_id)
        ]

    def title(self) -> str:
        """Return who gave how much, as a sentence."""
        return self.seen.say.message(self.ledger.message)

    def balance(self) -> tuple[tuple[str, str], ...]:
        """Return the figures of the balance, name and figure in words."""
        say, found = self.seen.say, self.ledger
        rows = [
            (say("We gave, in our value"), self._worth(found.given)),
            (say("They gave, in our value"), self._worth(found.received)),
        ]
        if found.their_cost is not None:
            rows.append((say("What theirs cost them, estimate"), self._points(found.their_cost)))
        if found.ratio is not None:
            rows.append((say("Ours to theirs"), say("{ratio} to 1", ratio=say.number(found.ratio, 2))))
        if found.next_side is not None and self.seen.negotiation.status.is_open:
            turn = say("they") if found.next_side is Side.THEM else say("we")
            rows.append((say("Who moves next"), turn))
        return tuple(rows)

    def unreturned(self) -> str:
        """Return how many concessions of either side nothing came back for; empty where there is none."""
        say = self.seen.say
        ours = sum(1 for each in self.ledger.unreciprocated if each.concession.side is Side.US)
        theirs = len(self.ledger.unreciprocated) - ours
        parts = []
        if ours:
            parts.append(say.plural("{n} of ours was not returned.", "{n} of ours were not returned.", ours))
        if theirs:
            parts.append(say.plural("{n} of theirs we did not return.", "{n} of theirs we did not return.", theirs))
        return " ".join(parts)

    def room_sentence(self) -> str:
        """Return what may still be given, or why that cannot be told."""
        return self.seen.say.message(self.room if isinstance(self.room, Message) else self.room.message)

    def furthest(self) -> tuple[tuple[str, str], ...]:
        """Return for each issue alone how far we could still go: its name, and from where to where."""
        say = self.seen.say
        if isinstance(self.room, Message):
            return ()
        found = []
        for move in self.room.furthest:
            issue = self.seen.negotiation.issue_by_id[move.issue_id]
            start, end = self.seen.words(issue, move.start, unit=False), self.seen.words(issue, move.end)
            found.append((issue.name, say("{start} to {end}", start=start, end=end)))
        return tuple(found)

    def inferred(self) -> tuple[Infer, ...]:
        """Return where shrinking steps seem to end, never without our own target."""
        return tuple(self._infer(each) for each in projections(self.seen.negotiation))

    # inside

    def _infer(self, each: Projection) -> Infer:
        issue = self.seen.negotiation.issue_by_id[each.issue_id]
        target = "" if issue.fair is None else self.seen.words(issue, issue.fair)
        return Infer(self.seen.say.message(each.message), target, each.side is Side.THEM)

    def _row(self, entry: Entry) -> LedgerRow:
        say, each = self.seen.say, entry.concession
        issue = self.seen.negotiation.issue_by_id[each.issue_id]
        share, money = entry.worth.share, entry.worth.money
        number, rounds = self._numbers.get(each.to_line_id), self._rounds.get(each.to_line_id)
        return LedgerRow(
            id=each.id,
            issue_id=issue.id,
            side=each.side,
            offer="" if number is None else str(number),
            round="" if rounds is None else str(rounds),
            who=say("We") if each.side is Side.US else say("They"),
            issue=issue.name,
            start=self.seen.words(issue, each.from_value, unit=False),
            end=self.seen.words(issue, each.to_value, unit=False),
            money="" if money is None else say.number(abs(money), 2),
            points="" if share is None else say.points(abs(share)),
            in_return=each.in_return_for,
            suggested="" if each.in_return_for or each.confirmed else self._said_for(each.to_line_id),
            confirmed=each.confirmed,
            is_open=entry.answered is Answered.UNRECIPROCATED,
        )

    def _said_for(self, line_id: int) -> str:
        known = self.seen.negotiation.issue_by_id
        line = next((line for line in self.seen.lines if line.id == line_id), None)
        terms = () if line is None else line.in_return
        return ", ".join(
            f"{known[term.issue_id].name} {self.seen.said(known[term.issue_id], term)}"
            for term in terms
            if term.issue_id in known
        )

    def _worth(self, worth: StepWorth) -> str:
        if worth.share is None:
            return self.seen.say("not valued")
        points = self._points(worth.share)
        if worth.money is None:
            return points
        return (
            f"{self.seen.say.money(worth.money, self.seen.negotiation.currency)} ({self.seen.say.points(worth.share)})"
        )

    def _points(self, share: Fraction) -> str:
        return self.seen.say("{points} points", points=self.seen.say.points(share))
