"""ui: what peek says, sentence by sentence; the parts of the next move come in, lines to be shown go out; no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from core.about_to import AboutTo, Change
from core.analysis.against import Gap
from core.analysis.asks import Ask
from core.issue import Issue, ScaleKind
from core.line import Verb
from core.naming import basis_word
from core.next_move import NextMove
from core.phrases import cut_middle
from core.preferences import Interest, Preference
from core.side import Basis, Side
from core.still_to_give import Give, Upto
from core.term import Term, Value
from core.value import kind_of
from core.verdict import Interval, Light, Repair, Verdict
from core.words import Words

_LONGEST = 28  # characters of an issue's name
_STEPS = 3  # of one repair that are told
LEAST = Fraction(1, 2000)  # a share that is shown as 0.1 points
_LEAST_MONEY = Fraction(1, 200)
_UNSURE = ("repair.may_clear", "repair.may_clear_if")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One line: its text, the places in it that are bold or stand back, and a figure at its right end."""

    text: str
    bold: tuple[tuple[int, int], ...] = ()
    muted: tuple[tuple[int, int], ...] = ()
    figure: str = ""


def phrase(text: str, bold: Iterable[str] = (), muted: Iterable[str] = (), figure: str = "") -> Phrase:
    """Return a line in which these words, where they stand first, are bold or stand back."""
    return Phrase(text, _places(text, bold), _places(text, muted), figure)


def _places(text: str, parts: Iterable[str]) -> tuple[tuple[int, int], ...]:
    found = ((text.find(part), len(part)) for part in parts if part)
    return tuple((at, length) for at, length in found if at >= 0)


class PeekWords:
    """Say everything about one state of a negotiation."""

    def __init__(self, say: Words, move: NextMove) -> None:
        """Take the words and the state."""
        self._say = say
        self._move = move
        self._negotiation = move.negotiation

    # values

    def name(self, issue_id: int) -> str:
        """Return an issue's name; of a very long one both ends."""
        return cut_middle(self._negotiation.issue_by_id[issue_id].name, _LONGEST)

    def value(self, issue_id: int, value: Value, *, unit: bool = False) -> str:
        """Return a value in words."""
        issue = self._negotiation.issue_by_id[issue_id]
        return self._say.quantity(value, _unit(issue, value) if unit else "")

    def term(self, term: Term, *, unit: bool = False) -> str:
        """Return what a term states."""
        last = self.value(term.issue_id, term.value if term.upto is None else term.upto, unit=unit)
        if term.upto is None:
            return last
        return self._say("{low} to {high}", low=self.value(term.issue_id, term.value), high=last)

    def points(self, value: Interval) -> str:
        """Return a package value, both ends where terms are open."""
        low, high = self._say.points(value.low), self._say.points(value.high)
        return low if low == high else self._say("{low} to {high}", low=low, high=high)

    def money(self, share: Fraction) -> str:
        """Return a difference in money, its sign left to the sentence; empty where no issue is money."""
        scale = self._move.valuation.money
        if scale is None or abs(share) * scale < _LEAST_MONEY:
            return ""
        return self._say.money(abs(share) * scale, self._negotiation.currency)

    def gain(self, share: Fraction | None) -> str:
        """Return what something changes for us, in points with its sign; empty where that cannot be told."""
        return "" if share is None else self._say.signed(share * 100, 1)

    def names(self, issue_ids: Sequence[int], most: int = 2) -> str:
        """Return the names of issues, of many the first."""
        shown = ", ".join(self.name(each) for each in issue_ids[:most])
        more = len(issue_ids) - most
        return self._say("{names} and {n} more", names=shown, n=more) if more > 0 else shown

    # how the table stands

    def headline(self, verdict: Verdict | None) -> str:
        """Return how their offer stands, in one sentence."""
        say = self._say
        if verdict is None:
            return say("They have offered nothing yet")
        if verdict.limit is Light.ACT:
            issues = self.names(verdict.past_limit)
            if verdict.is_breach:
                return say("Past your limit on {issues}, and worse than the BATNA", issues=issues)
            return say("Past your limit on {issues}", issues=issues)
        if verdict.batna is Light.CANNOT_JUDGE:
            return say.message(verdict.batna_reason)
        if verdict.is_breach:
            return self._worse(verdict)
        if verdict.minimum is Light.CERTAIN and verdict.value is not None and self._move.rungs.minimum is not None:
            gap = self._move.rungs.minimum.low - verdict.value.high
            if verdict.batna is Light.CLEAR:
                return say("Better than the BATNA, but {points} points below your minimum", points=say.points(gap))
            return say("{points} points below your minimum", points=say.points(gap))
        if verdict.batna is Light.POSSIBLE:
            if verdict.unsaid:
                return say("Perhaps worse than the BATNA: it depends on {issues}", issues=self.names(verdict.unsaid))
            return say("Perhaps worse than the BATNA")
        if verdict.minimum is Light.POSSIBLE and verdict.unsaid:
            return say("Perhaps below your minimum: it depends on {issues}", issues=self.names(verdict.unsaid))
        return self._fine(verdict)

    def _worse(self, verdict: Verdict) -> str:
        say = self._say
        if verdict.unsaid:
            return say.plural(
                "Worse than the BATNA, whatever they add on the open term",
                "Worse than the BATNA, whatever they add on the {n} open terms",
                len(verdict.unsaid),
            )
        worse = Fraction(0) if verdict.difference is None else -verdict.difference.points.high
        return say("Worse than the BATNA by {points} points", points=say.points(worse))

    def _fine(self, verdict: Verdict) -> str:
        say, fair = self._say, self._move.rungs.fair
        if verdict.value is not None and fair is not None and verdict.value.low >= fair.high:
            return say("Your target is reached")
        if verdict.batna is Light.NONE or verdict.difference is None:
            return say.message(verdict.batna_reason)
        better = verdict.difference.points.low
        if better < LEAST:
            return say("As good as the BATNA")
        if verdict.difference.points.is_exact:
            return say("Better than the BATNA by {points} points", points=say.points(better))
        return say("Better than the BATNA by {points} points at least", points=say.points(better))

    def why(self, verdict: Verdict | None, gaps: Sequence[Gap]) -> tuple[Phrase, ...]:
        """Return what makes the difference, the largest part first; a passed limit comes before it."""
        if verdict is None:
            return ()
        found = [phrase(self._say.message(verdict.limit_reason))] if verdict.limit is Light.ACT else []
        return (*found, *(self._gap(each) for each in gaps))

    def _gap(self, gap: Gap) -> Phrase:
        name, money = self.name(gap.issue_id), self.money(gap.share)
        data = {"issue": name, "value": self.term(gap.term), "other": self.term(gap.other)}
        text = self._say("{issue} {value} against {other}", **data)
        return phrase(f"{text} {money}".strip(), (name,), (money,), self.gain(gap.share))

    def repairs(self, verdict: Verdict, certain: Sequence[Repair], stood: Mapping[int, Term]) -> tuple[Phrase, ...]:
        """Return what would lift the breach, the cheapest for them first, and what would for certain."""
        found = [self._repair(each, stood) for each in self._cheapest_first(verdict.repairs)]
        sure = [self._repair(each, stood, is_sure=True) for each in self._cheapest_first(certain)]
        lines = (*found[:1], *sure[:1], *found[1:])
        return lines if verdict.no_repair is None else (*lines, phrase(self._say.message(verdict.no_repair)))

    def to_target(self, found: Sequence[Repair], stood: Mapping[int, Term]) -> tuple[Phrase, ...]:
        """Return the steps of theirs that would reach our target."""
        return tuple(
            phrase(self._say("{steps}: then it is reached.", steps=steps), (steps,))
            for steps in (self._steps(each, stood) for each in self._cheapest_first(found))
        )

    def _repair(self, repair: Repair, stood: Mapping[int, Term], *, is_sure: bool = False) -> Phrase:
        say, steps = self._say, self._steps(repair, stood)
        if is_sure:
            return phrase(say("{steps} clears it for certain.", steps=steps), (steps,))
        if repair.reason.code in _UNSURE:
            return phrase(say("{steps} may clear it.", steps=steps), (steps,))
        if repair.reason.code == "repair.keeps_limit":
            return phrase(say("{steps} keeps the limit.", steps=steps), (steps,))
        return phrase(say("{steps} clears it.", steps=steps), (steps,))

    def _cheapest_first(self, found: Sequence[Repair]) -> list[Repair]:
        """Sort repairs by what they cost them; what is agreed is touched only where nothing else does it."""
        open_ones = [each for each in found if not any(term.issue_id in self._move.settled for term in each.terms)]
        return sorted(open_ones or found, key=lambda each: each.loss)

    def _steps(self, repair: Repair, stood: Mapping[int, Term]) -> str:
        steps = [self._step(stood[term.issue_id], term) for term in repair.terms if term.issue_id in stood]
        told, more = ", ".join(steps[:_STEPS]), len(steps) - _STEPS
        return self._say("{steps} and {n} more", steps=told, n=more) if more > 0 else told

    def _step(self, before: Term, after: Term) -> str:
        return self._say(
            "{issue} {old} to {new}",
            issue=self.name(after.issue_id),
            old=self.term(before),
            new=self.term(after, unit=True),
        )

    # what is being typed

    def typed_title(self, typed: AboutTo) -> str:
        """Return what a line is about to do."""
        say, share = self._say, typed.share
        if typed.verb is Verb.AGREE:
            return say("You are about to agree") if typed.side is Side.US else say("They are about to agree")
        if share is None or share == 0:
            return say("You are about to offer") if typed.side is Side.US else say("They are about to offer")
        if typed.side is Side.US:
            return say("You are about to give") if share < 0 else say("You are about to ask for more")
        return say("They are about to give") if share > 0 else say("They are about to take")

    def typed(self, typed: AboutTo) -> tuple[Phrase, ...]:
        """Return each change of a line, after the limits that it passes."""
        lines = tuple(self._change(each) for each in typed.changes)
        if not typed.past_limit:
            return lines
        return (phrase(self._say("Past your limit on {issues}.", issues=self.names(typed.past_limit))), *lines)

    def inside(self, typed: AboutTo) -> str:
        """Return that a line of ours keeps our limits, empty where it does not or states nothing that has one."""
        keeps = typed.limited and not typed.past_limit and typed.side is Side.US
        return self._say("inside your limits") if keeps else ""

    def _change(self, change: Change) -> Phrase:
        name = self.name(change.issue_id)
        if change.before is None:
            return self._first(change, name)
        say, step = self._say, self._step(change.before, change.after)
        tail = []
        if change.theirs is not None and abs(change.theirs) >= LEAST:
            points = say.points(abs(change.theirs))
            gains = say("gives them {points}", points=points)
            tail.append(gains if change.theirs > 0 else say("costs them {points}", points=points))
        tail.append("" if change.share is None else self.money(change.share))
        told = ", ".join(each for each in tail if each)
        return phrase(f"{step} {told}".strip(), (name,), (told,), self.gain(change.share))

    def _first(self, change: Change, name: str) -> Phrase:
        """Say how far a first term is from our target."""
        said = self._say("{issue} {value}", issue=name, value=self.term(change.after, unit=True))
        share = self._against_target(change.after, self._negotiation.issue_by_id[change.issue_id].fair)
        if share is None:
            return phrase(said, (name,))
        against = self._say("against your target")
        return phrase(f"{said} {against}", (name,), (against,), self.gain(share))

    def _against_target(self, term: Term, target: Value | None) -> Fraction | None:
        valuation = self._move.valuation
        if target is None or valuation.obstacle is not None:
            return None
        said, aimed = valuation.part(term), valuation.part(Term(issue_id=term.issue_id, value=target))
        return None if said is None or aimed is None else said.low - aimed.low

    # what to give and to ask

    def give(self, give: Give) -> Phrase:
        """Return a step that may still be given, what it costs and what is to come back."""
        name = self.name(give.issue_id)
        start, end = (Term(issue_id=give.issue_id, value=each) for each in (give.start, give.end))
        text = self._step(start, end)
        tail = ", ".join(each for each in (self._for(give), "" if give.cost is None else self.money(give.cost)) if each)
        return phrase(f"{text} {tail}".strip(), (name,), (tail,), self.gain(None if give.cost is None else -give.cost))

    def _for(self, give: Give) -> str:
        say, planned = self._say, give.planned
        if planned is None:
            words = {Upto.TARGET: say("at your target"), Upto.LIMIT: say("at your limit")}
            return words.get(give.upto, say("at your floor"))
        wanted = self._negotiation.issue_by_id.get(planned.return_issue_id or 0)
        if wanted is not None:
            if planned.return_value is None:
                return say("for {issue}", issue=self.name(wanted.id))
            value = self.value(wanted.id, planned.return_value, unit=True)
            return say("for {issue} {value}", issue=self.name(wanted.id), value=value)
        return say("for {what}", what=planned.in_return.strip()) if planned.in_return.strip() else ""

    def ask(self, ask: Ask) -> Phrase:
        """Return what to ask, what it likely costs them, and at the right what it gains us."""
        steps = ", ".join(self._step(before, after) for before, after in ask.changes)
        cost = ""
        if ask.past_their_limit:
            cost = self._say("past their likely limit")
        elif ask.cost is not None and ask.cost < LEAST:
            cost = self._say("costs them nothing")
        elif ask.cost is not None:
            cost = self._say("costs them {points}", points=self._say.points(ask.cost))
        names = tuple(self.name(before.issue_id) for before, _ in ask.changes)
        return phrase(f"{steps} {cost}".strip(), names, (cost,), self.gain(ask.gain))

    # what we know of them

    def prefer(self, found: Sequence[Preference], most: int = 3) -> tuple[Phrase, ...]:
        """Return the issues that likely count most to them, with the weakest basis of what is said."""
        if not found:
            return ()
        shown = found[:most]
        parts = [
            self._say("{issue} {share}", issue=self.name(each.issue_id), share=self._say.share(each.share, 0))
            for each in shown
        ]
        basis = basis_word(self._say, _weakest([each.basis for each in shown]))
        text = self._say("{what} ({basis})", what=", ".join(parts), basis=basis)
        return (phrase(text, [self.name(each.issue_id) for each in shown], (f"({basis})",)),)

    def interest(self, interest: Interest) -> Phrase:
        """Return an interest of theirs with its basis."""
        basis = basis_word(self._say, interest.basis)
        return phrase(self._say("{what} ({basis})", what=interest.words, basis=basis), (), (f"({basis})",))


def _weakest(bases: Sequence[Basis]) -> Basis:
    order = (Basis.SAID, Basis.OBSERVED, Basis.GUESS)
    return max(bases, key=order.index)


def _unit(issue: Issue, value: Value) -> str:
    return issue.unit if kind_of(value) is ScaleKind.NUMERIC else ""
