"""core: the next move - what only we may see while we talk: how the table stands, what to repair, give, ask and offer.

Each part is a rule of its own; here they are put together for one moment, each worked out once, when it is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from functools import cached_property

from core.about_to import AboutTo, about_to
from core.analysis.against import Gap, against
from core.analysis.asks import Ask, in_return, next_asks
from core.analysis.equal_pair import EqualPair, equal_pair
from core.analysis.signs import Signal, shifts, signs
from core.batna import Worth
from core.judge import Judge, rung_value
from core.message import Message
from core.mode import Way
from core.negotiation import Negotiation
from core.preferences import Interest, Preference, interests, preferences
from core.repair import Workshop
from core.shorthand.statement import Statement
from core.side import Side
from core.standing import agreed, standing
from core.still_to_give import StillToGive, still_to_give
from core.talk_time import talk_time
from core.term import Term, Value
from core.value import Valuation
from core.verdict import Flag, Interval, Repair, Verdict

LATELY = 60  # lines: an earlier sign was answered by now, or never will be

# What takes longest, in steps that are each over before anybody notices.
_SLOW = ("verdict", "gives", "signs", "pair")


@dataclass(frozen=True, slots=True)
class Rungs:
    """What the ladder and the BATNA are worth, each None where it is not set or nothing can be valued."""

    batna: Interval | None
    minimum: Interval | None
    fair: Interval | None
    best: Interval | None


class NextMove:
    """One state of a negotiation at one moment; every part is worked out when it is asked for the first time."""

    def __init__(self, negotiation: Negotiation, now: datetime) -> None:
        """Take the negotiation as it stands."""
        self.negotiation = negotiation
        self.now = now

    def work_ahead(self) -> bool:
        """Work out the next part that takes its time; tell whether there was one."""
        for name in _SLOW:
            if name not in vars(self):
                getattr(self, name)
                return True
        return False

    @property
    def day(self) -> date:
        """Return the day on which alternatives and offers have to hold."""
        return self.now.date()

    @cached_property
    def judge(self) -> Judge:
        """Return the judge, with scales and shares."""
        return Judge(self.negotiation)

    @property
    def valuation(self) -> Valuation:
        """Return scales and shares."""
        return self.judge.valuation

    @cached_property
    def stood(self) -> Mapping[Side, dict[int, Term]]:
        """Return what each side stands by."""
        return {side: standing(self.negotiation, side, self.now) for side in Side}

    @cached_property
    def settled(self) -> dict[int, Term]:
        """Return what is agreed."""
        return agreed(self.negotiation, self.now)

    # how the table stands

    @cached_property
    def verdict(self) -> Verdict | None:
        """Return how their standing offer is judged, with its repairs; None while they have offered nothing."""
        theirs = self.stood[Side.THEM]
        return self.judge.verdict(theirs, Side.THEM, self.day) if theirs else None

    @property
    def batna(self) -> Worth | None:
        """Return the BATNA of the day."""
        return self.judge.batna(self.day)

    @cached_property
    def rungs(self) -> Rungs:
        """Return what their offer is held against."""
        return Rungs(
            batna=None if self.batna is None else self.batna.value,
            minimum=self.judge.minimum,
            fair=rung_value(self.valuation, "fair"),
            best=rung_value(self.valuation, "best_outcome"),
        )

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """Return where their offer differs from the BATNA, without one from our target, most first."""
        if self.valuation.obstacle is not None:
            return ()
        others = self.valuation.filled(self.batna.stated) if self.is_against_batna and self.batna else self._targets
        return against(self.valuation, self.stood[Side.THEM], others)

    @property
    def is_against_batna(self) -> bool:
        """Tell whether their offer is compared with the BATNA's terms; else it is with our targets."""
        return self.batna is not None and bool(self.batna.stated)

    @cached_property
    def to_target(self) -> tuple[Repair, ...]:
        """Return what would lift their offer to what our fair deal is worth, whatever is still open.

        Nothing where something has to be repaired first.
        """
        verdict, fair = self.verdict, self.rungs.fair
        if verdict is None or verdict.value is None or fair is None or verdict.flag is Flag.ACT:
            return ()
        if verdict.value.low >= fair.high:
            return ()
        worst, target = Interval(verdict.value.low, verdict.value.low), Interval(fair.high, fair.high)
        found = Workshop(self.valuation, self._known(), worst, (), target, None).repairs()
        return () if isinstance(found, Message) else found

    @cached_property
    def certain_repairs(self) -> tuple[Repair, ...]:
        """Return what would lift a breach whatever is still open, where that is more than what may lift it."""
        verdict = self.verdict
        if verdict is None or verdict.value is None or verdict.value.is_exact or not verdict.repairs:
            return ()
        floors = [
            None if each is None else Interval(each.high, each.high) for each in (self.rungs.batna, self.rungs.minimum)
        ]
        worst = Interval(verdict.value.low, verdict.value.low)
        found = Workshop(self.valuation, self._known(), worst, verdict.past_limit, *floors).repairs()
        return () if isinstance(found, Message) else found

    # what comes next

    @cached_property
    def gives(self) -> StillToGive:
        """Return what may still be given."""
        return still_to_give(self.judge, self.stood[Side.US], self.settled, self.day)

    @cached_property
    def pair(self) -> EqualPair | Message:
        """Return two packages worth the same to us, or why there are none."""
        return equal_pair(self.judge, self.stood, self.settled, self.day)

    def about_to(self, statement: Statement) -> AboutTo | None:
        """Return what a line that is being typed would change; None where it puts no terms on the table."""
        return about_to(self.judge, statement, self.stood)

    def asks(self, typed: AboutTo | None) -> tuple[Ask, ...]:
        """Return what to ask in return for what a line would cost us; where it costs nothing, what to ask next.

        What the line itself speaks of, and what is agreed, is not asked for.
        """
        named = set() if typed is None else {each.issue_id for each in typed.changes}
        table = {each: term for each, term in self._asked_from.items() if each not in named}
        cost = Fraction(0) if typed is None else typed.cost
        if cost > 0:
            return in_return(self.valuation, table, cost)
        return next_asks(self.valuation, table, self._wishes)

    # what we know of them, and how it goes

    @cached_property
    def preferences(self) -> tuple[Preference, ...]:
        """Return what they probably prefer."""
        return preferences(self.negotiation)

    @cached_property
    def interests(self) -> tuple[Interest, ...]:
        """Return what they probably want it for."""
        return interests(self.negotiation)

    @cached_property
    def signs(self) -> tuple[Signal, ...]:
        """Return the signs of a distributive turn in what was said lately; while a meeting is held, in it alone."""
        held = self.negotiation.open_meeting
        lately = self.negotiation.spoken[-LATELY:]
        return signs(self.negotiation, [line for line in lately if held is None or line.meeting_id in (None, held.id)])

    @property
    def ways_back(self) -> tuple[Way, ...]:
        """Return how to lead the talk back, where a sign was seen."""
        return shifts(self.signs)

    @property
    def on_little(self) -> Message | None:
        """Return the word on the issue that takes much time and counts little, None where none does."""
        meeting = self.negotiation.open_meeting
        return None if meeting is None else talk_time(self.negotiation, meeting, self.now).word

    # inside

    def _known(self) -> dict[int, Term]:
        return {each: term for each, term in self.stood[Side.THEM].items() if each in self.valuation.scales}

    @cached_property
    def _targets(self) -> dict[int, Term]:
        return {
            issue.id: Term(issue_id=issue.id, value=issue.fair)
            for issue in self.negotiation.issues
            if issue.fair is not None
        }

    @cached_property
    def _asked_from(self) -> dict[int, Term]:
        """Return what stands on each open issue for them to better: their term, else ours, else the baseline."""
        whole = {**self.valuation.baselines, **self.stood[Side.US], **self.stood[Side.THEM]}
        return {each: term for each, term in whole.items() if each not in self.settled}

    @cached_property
    def _wishes(self) -> dict[int, Value]:
        """Return what we want on each issue: what we said last, else our target, else the best end."""
        wishes: dict[int, Value] = {}
        for issue in self.negotiation.issues:
            said = self.stood[Side.US].get(issue.id)
            known = (None if said is None else said.value, issue.fair, issue.best_outcome, issue.best)
            wish = next((each for each in known if each is not None), None)
            if wish is not None:
                wishes[issue.id] = wish
        return wishes
