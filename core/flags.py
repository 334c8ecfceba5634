"""core: what a negotiation as a whole wants one to act on or to check, for lists and headers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from core.batna import Worth
from core.judge import Judge
from core.message import Message, message
from core.negotiation import Negotiation
from core.side import Side
from core.standing import standing
from core.verdict import Flag, Light

SOON_DAYS = 14  # within them an alternative's expiry is worth a look


@dataclass(frozen=True, slots=True)
class Raised:
    """One flag with its reason in a few words; `message` has no full stop, it stands beside the flag's word."""

    flag: Flag
    reason: Message


def flags(negotiation: Negotiation, now: datetime) -> tuple[Raised, ...]:
    """Return what an open negotiation wants done, what to act on first; nothing for a closed one but unread lines.

    To act on: their standing offer past a limit or worth less than the BATNA, and a minimum acceptable deal that is
    worth less than the BATNA. To check: no BATNA, one that expires within `SOON_DAYS`, and unread lines.
    """
    found = [*_standing(negotiation, now), *_ladder(negotiation, now)] if negotiation.status.is_open else []
    if negotiation.unread:
        count = len(negotiation.unread)
        code = "flag.unread_line" if count == 1 else "flag.unread_lines"
        found.append(Raised(Flag.CHECK, message(code, n=count)))
    return tuple(sorted(found, key=lambda each: each.flag is not Flag.ACT))


def days_left(batna: Worth, on: date) -> int | None:
    """Return in how many days a BATNA expires where that is soon enough to be checked, else None."""
    ends = batna.alternative.valid_until
    days = None if ends is None else (ends - on).days
    return days if days is not None and days <= SOON_DAYS else None


def _standing(negotiation: Negotiation, now: datetime) -> list[Raised]:
    offered = standing(negotiation, Side.THEM, at=now)
    if not offered:
        return []
    verdict = Judge(negotiation).verdict(offered, Side.THEM, now.date(), with_repairs=False)
    found = []
    if verdict.limit is Light.ACT:
        found.append(Raised(Flag.ACT, message("flag.offer_past_limit")))
    if verdict.batna is Light.CERTAIN:
        found.append(Raised(Flag.ACT, message("flag.offer_below_batna")))
    return found


def _ladder(negotiation: Negotiation, now: datetime) -> list[Raised]:
    if not negotiation.issues:
        return []
    judging = Judge(negotiation)
    batna = judging.batna(now.date())
    if batna is None:
        return [Raised(Flag.CHECK, message("flag.no_batna"))]
    found = []
    minimum = judging.minimum
    if minimum is not None and batna.value is not None and minimum.high < batna.value.low:
        found.append(Raised(Flag.ACT, message("flag.minimum_below_batna")))
    days = days_left(batna, now.date())
    if days is not None:
        code = {0: "flag.batna_ends_today", 1: "flag.batna_ends_tomorrow"}.get(days, "flag.batna_ends")
        found.append(Raised(Flag.CHECK, message(code, n=days)))
    return found
