"""core: predictability, how well our tactics toward a counterpart can be guessed from those before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction
from itertools import pairwise
from typing import TypeVar

from core.analysis.grounds import LOG, Grounds
from core.message import Message, Share, message
from core.side import Side
from core.tactics import Tactic
from core.turn import Turn

LEAST_USES = 5
FORESEEABLE = Fraction(1, 2)  # a guesser that is right more often than this knows us
_PRECISION = 50
_Used = TypeVar("_Used", bound=Hashable)


@dataclass(frozen=True)
class Predictability:
    """How predictable a row of tactics is: `hit_rate` of the guesser and `entropy`, both shares of 1.

    A hit-rate of 1 and an entropy of 0 are wholly predictable. `next_guess` is what the guesser expects next.
    """

    uses: int
    hits: int
    entropy: Decimal
    next_guess: Hashable
    message: Message
    grounds: Grounds = LOG

    @property
    def hit_rate(self) -> Fraction:
        """Return the share of tactics, from the second on, that the guesser would have hit."""
        return Fraction(self.hits, self.uses - 1)

    @property
    def is_foreseeable(self) -> bool:
        """Tell whether the guesser is right more often than not."""
        return self.hit_rate > FORESEEABLE


def predictability(used: Sequence[Hashable], tactics: int) -> Predictability | None:
    """Return how predictable the tactics used one after the other are; None below five uses.

    `tactics` is k, how many our list holds. Entropy to base k: -sum p log_k p over the tactics used, 0 to 1 (Shannon
    1948), rounded at 50 digits; 0 where the list holds one. The guesser: from the second tactic on, the most
    frequent successor of the last one so far, else the most frequent tactic so far, ties to the one seen first.
    Raises ValueError where more tactics are used than the list holds.
    """
    distinct = len(set(used))
    if distinct > tactics:
        raise ValueError(f"{distinct} tactics used of {tactics}")
    if len(used) < LEAST_USES:
        return None
    hits = sum(_guess(used[:place]) == used[place] for place in range(1, len(used)))
    share = Share(Fraction(hits, len(used) - 1))
    return Predictability(
        uses=len(used),
        hits=hits,
        entropy=_entropy(used, tactics),
        next_guess=_guess(used),
        message=message("predictability.hit_rate", share=share, n=len(used)),
    )


@dataclass(frozen=True, slots=True)
class Variation:
    """What to do for once instead of what they are used to: the number of a tactic, and why just this one."""

    number: int
    reason: Message


def vary(used: Sequence[int], known: Sequence[Tactic]) -> Variation | None:
    """Return a tactic to take next toward somebody whom these, in this order, were used on; None before the first use.

    Only what can be played with open cards, or was used on them before, is proposed; never what was used last, nor
    what the guesser expects next. Of the rest what was never used comes first, in the order of the list from the last
    one used on, then what was used longest ago.
    """
    if not used:
        return None
    expected = _guess(used) if len(used) >= LEAST_USES else used[-1]
    open_ones = [each for each in known if each.is_fair or each.number in used]
    candidates = [each for each in open_ones if each.number not in (used[-1], expected)]
    last_use = {number: place for place, number in enumerate(used)}
    if not candidates:
        return None
    # a list is gone round: what stands behind the last one used is nearer than what stands before it
    chosen = min(candidates, key=lambda each: (last_use.get(each.number, -1), each.number < used[-1], each.number))
    names = {each.number: each.name for each in known}
    name = names.get(expected, str(expected))
    guess = message("vary.expected" if len(used) >= LEAST_USES else "vary.last", name=name)
    code = "vary.again" if chosen.number in last_use else "vary.never"
    return Variation(chosen.number, message(code, guess=guess))


def own_tactics(turns: Iterable[Turn]) -> tuple[int, ...]:
    """Return the numbers of our tactics, of turns taken in meetings with a counterpart, in their order."""
    return tuple(turn.tactic for turn in turns if turn.side is Side.US and turn.tactic is not None)


def _guess(used: Sequence[_Used]) -> _Used:
    successors = [after for before, after in pairwise(used) if before == used[-1]]
    return _first_of_most(successors, used) if successors else _first_of_most(used, used)


def _first_of_most(candidates: Sequence[_Used], used: Sequence[_Used]) -> _Used:
    counts = Counter(candidates)
    most = max(counts.values())
    return next(each for each in used if counts[each] == most)


def _entropy(used: Sequence[Hashable], tactics: int) -> Decimal:
    context = Context(prec=_PRECISION)
    counts = Counter(used)
    if len(counts) == 1 or tactics < 2:
        return Decimal(0)
    total = Decimal(0)
    for count in counts.values():
        share = context.divide(Decimal(count), Decimal(len(used)))
        total = context.add(total, context.multiply(share, context.ln(share)))
    return context.plus(context.divide(context.minus(total), context.ln(Decimal(tactics))))
