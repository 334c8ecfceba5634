"""core: the mode adviser - does what is known speak for an integrative or for a distributive talk, and what to mind.

After the article that the product was asked for from (DOMAIN, A6 and A7): integration needs several issues and two
parties that want it; it takes time, can be spent on insignificant issues, and trust in it can be exploited; who wins
against a partner one stays with loses in the execution; sanctions are the sign of a talk that is not integrative, and
time is what shifts one. It advises and decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from fractions import Fraction

from core.counterpart import Counterpart, CounterpartRow
from core.dependence import power_leans_to
from core.following import Followed
from core.line import Verb
from core.message import Message, Share, message
from core.negotiation import Mode, Negotiation, Willingness
from core.phrases import names
from core.side import Basis, Side
from core.supplier import Supplier
from core.their_side import their_shares
from core.value import Valuation

NEARLY_ALL = Fraction(9, 10)  # an issue of this share leaves next to nothing to trade it for
SMALL = Fraction(1, 20)  # an issue below this share is not worth long talk
APART = Fraction(1, 10)  # shares of both sides this far apart make a trade worthwhile
SOON_DAYS = 2  # too late to learn their interests before the meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What stands outside the negotiation: the supplier's file, its people, how many talks were closed before.

    `relationship` is that of the last debrief, -2 to +2. `followed` are the talks whose offers alternatives follow, by
    alternative.
    """

    supplier: Supplier | None = None
    people: tuple[Counterpart | CounterpartRow, ...] = ()
    earlier: int = 0
    relationship: int | None = None
    followed: Mapping[int, Followed] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reason:
    """One recorded fact and the mode that it speaks for."""

    mode: Mode
    message: Message


@dataclass(frozen=True, slots=True)
class ModeAdvice:
    """What the records speak for, None where they speak for neither; with reasons, warnings and what is not known."""

    mode: Mode | None
    reasons: tuple[Reason, ...]
    warnings: tuple[Message, ...]
    unknown: tuple[Message, ...]

    def reasons_for(self, mode: Mode) -> tuple[Message, ...]:
        """Return the reasons that speak for a mode."""
        return tuple(each.message for each in self.reasons if each.mode is mode)


@dataclass(frozen=True, slots=True)
class Way:
    """One way to shift a talk towards win-win, mostly by using time, and what is risked with it."""

    what: Message
    risk: Message


# Their answer tells interests, or figures and threats alone.
OPENING_QUESTIONS = tuple(message(f"mode.ask_{name}") for name in ("matters", "again", "worries", "trade", "page"))
WAYS_TO_SHIFT = tuple(
    Way(message(f"mode.shift_{name}"), message(f"mode.risk_{name}")) for name in ("listen", "wait", "costs", "issues")
)


def advise(negotiation: Negotiation, around: Around, now: datetime) -> ModeAdvice:
    """Return what the records speak for on a day.

    Fewer than two issues that count leave nothing to integrate, whatever else is known. Else the mode with more
    reasons, each counted once; as many on both sides, and none, is no advice. Integration takes two: where they do
    not want it, it is not advised.
    """
    valuation = Valuation(negotiation)
    counting = _counting(valuation)
    reasons = (
        *_of_issues(valuation, counting),
        *_of_priorities(valuation),
        *_of_facts(negotiation),
        *_of_relation(around),
        *_of_talk(negotiation, now),
    )
    tally = sum(1 if each.mode is Mode.INTEGRATIVE else -1 for each in reasons)
    mode = None if tally == 0 else Mode.INTEGRATIVE if tally > 0 else Mode.DISTRIBUTIVE
    if len(counting) == 1:
        mode = Mode.DISTRIBUTIVE
    elif not counting or (negotiation.willingness is Willingness.UNWILLING and mode is Mode.INTEGRATIVE):
        mode = None
    return ModeAdvice(
        mode, reasons, tuple(_warnings(negotiation, valuation, around)), tuple(_unknown(negotiation, around, counting))
    )


def must_shift(negotiation: Negotiation) -> bool:
    """Tell whether win-win is wanted here and they do not want it, or are not known to: time has to shift them."""
    threatened = any(line.verb is Verb.SANCTION and line.side is Side.THEM for line in negotiation.lines)
    doubted = negotiation.willingness in (Willingness.UNSURE, Willingness.UNWILLING)
    return negotiation.mode is Mode.INTEGRATIVE and (threatened or doubted)


def _counting(valuation: Valuation) -> tuple[int, ...]:
    """Return the issues that count; all of them as long as nothing is weighed."""
    if not valuation.shares:
        return tuple(issue.id for issue in valuation.negotiation.issues)
    return tuple(issue_id for issue_id, share in valuation.shares.items() if share > 0)


def _of_issues(valuation: Valuation, counting: tuple[int, ...]) -> Iterator[Reason]:
    if not counting:
        return
    if len(counting) == 1:
        yield Reason(Mode.DISTRIBUTIVE, message("mode.one_issue"))
        return
    issues = valuation.negotiation.issue_by_id
    heaviest = max(valuation.shares, key=lambda each: valuation.shares[each], default=None)
    if heaviest is not None and valuation.shares[heaviest] >= NEARLY_ALL:
        share = Share(valuation.shares[heaviest])
        yield Reason(Mode.DISTRIBUTIVE, message("mode.one_weighs", issue=issues[heaviest].name, share=share))
    else:
        yield Reason(Mode.INTEGRATIVE, message("mode.several_issues", n=len(counting)))


def _of_priorities(valuation: Valuation) -> Iterator[Reason]:
    """Compare what counts to both sides: different priorities are what logrolling lives on."""
    ours = valuation.shares
    theirs = their_shares(valuation.negotiation, ours) if len(ours) > 1 else None
    if theirs is None:
        return
    issues = valuation.negotiation.issue_by_id
    more = [issues[each] for each in ours if theirs[each] - ours[each] >= APART]
    if more:
        yield Reason(Mode.INTEGRATIVE, message("mode.priorities_differ", issues=names(more)))
    else:
        yield Reason(Mode.DISTRIBUTIVE, message("mode.priorities_alike"))


def _of_facts(negotiation: Negotiation) -> Iterator[Reason]:
    """Yield what the user knows and no other record says: do we stay with them, is there time, do they want it."""
    if negotiation.is_lasting is not None:
        lasts = negotiation.is_lasting
        yield Reason(_mode(lasts), message("mode.lasting" if lasts else "mode.not_lasting"))
    if negotiation.has_time is not None:
        yield Reason(
            _mode(negotiation.has_time), message("mode.time" if negotiation.has_time else "mode.too_little_time")
        )
    match negotiation.willingness:
        case Willingness.WILLING:
            yield Reason(Mode.INTEGRATIVE, message("mode.willing"))
        case Willingness.UNWILLING:
            yield Reason(Mode.DISTRIBUTIVE, message("mode.unwilling"))


def _mode(is_integrative: bool) -> Mode:
    return Mode.INTEGRATIVE if is_integrative else Mode.DISTRIBUTIVE


def _of_relation(around: Around) -> Iterator[Reason]:
    if around.earlier:
        code = "mode.earlier_one" if around.earlier == 1 else "mode.earlier_several"
        yield Reason(Mode.INTEGRATIVE, message(code, n=around.earlier))
    if around.relationship is not None and around.relationship > 0:
        yield Reason(Mode.INTEGRATIVE, message("mode.relation_good"))
    known = _dependence(around)
    if known is None:
        return
    if power_leans_to(*known) is Side.THEM:
        yield Reason(Mode.INTEGRATIVE, message("mode.power_theirs"))
    elif power_leans_to(*known) is None:
        yield Reason(Mode.INTEGRATIVE, message("mode.power_alike"))


def _of_talk(negotiation: Negotiation, now: datetime) -> Iterator[Reason]:
    sanctions = sum(1 for line in negotiation.lines if line.verb is Verb.SANCTION and line.side is Side.THEM)
    if sanctions:
        yield Reason(Mode.DISTRIBUTIVE, message("mode.sanctions"))
    days = _days_to_meeting(negotiation, now) if negotiation.has_time is None else None
    if days is not None and days <= SOON_DAYS and not _their_interests(negotiation):
        yield Reason(Mode.DISTRIBUTIVE, message("mode.no_time"))


def _warnings(negotiation: Negotiation, valuation: Valuation, around: Around) -> Iterator[Message]:
    small = [issue for issue in negotiation.issues if 0 < valuation.shares.get(issue.id, Fraction(1)) < SMALL]
    if small:
        yield message("mode.mind_small", issues=names(small))
    bases = {each.basis for each in negotiation.positions if each.side is Side.THEM and each.interest.strip()}
    if around.relationship is not None and around.relationship < 0:
        yield message("mode.mind_relation")
    elif bases and not bases & {Basis.SAID, Basis.OBSERVED}:
        yield message("mode.mind_guesses")
    if negotiation.willingness is Willingness.WILLING and negotiation.willingness_basis in (None, Basis.GUESS):
        yield message("mode.mind_willing")
    known = _dependence(around)
    if known is not None and power_leans_to(*known) is Side.US:
        yield message("mode.mind_power")


def _unknown(negotiation: Negotiation, around: Around, counting: tuple[int, ...]) -> Iterator[Message]:
    if not counting:
        yield message("mode.unknown_issues")
    elif len(counting) > 1 and their_shares(negotiation, counting) is None:
        yield message("mode.unknown_priorities")
    if _dependence(around) is None:
        yield message("mode.unknown_dependence")
    if negotiation.is_lasting is None and not around.earlier:
        yield message("mode.unknown_lasting")
    if negotiation.has_time is None:
        yield message("mode.unknown_time")
    if negotiation.willingness in (None, Willingness.UNSURE):
        # no other record says it: it has to be tested at the table
        yield message("mode.unknown_willingness")


def _dependence(around: Around) -> tuple[Decimal, Decimal] | None:
    supplier = around.supplier
    if supplier is None or supplier.our_share_of_their_sales is None or supplier.their_share_of_our_supply is None:
        return None
    return supplier.our_share_of_their_sales, supplier.their_share_of_our_supply


def _days_to_meeting(negotiation: Negotiation, now: datetime) -> int | None:
    planned = [each.planned_at for each in negotiation.meetings if each.planned_at and each.started_at is None]
    coming = [moment for moment in planned if moment >= now]
    return (min(coming) - now).days if coming else None


def _their_interests(negotiation: Negotiation) -> bool:
    return any(each.side is Side.THEM and each.interest.strip() for each in negotiation.positions)
