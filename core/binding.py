"""core: what binds us to a supplier as it stands on a day - which contract ends next, and by when to give notice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from core.contract import Contract
from core.supplier import Supplier
from core.verdict import Flag

SOON_DAYS = 90  # an end, or a day of notice, within them is worth a look
NOTICE_DAYS = 14  # notice that is due within them is to be acted on


@dataclass(frozen=True, slots=True)
class Binding:
    """A contract as it stands: the last day to give notice where one is needed, and its flag.

    To act on: it has ended, or notice has to be given within `NOTICE_DAYS`. To check: it ends, or notice is due, within
    `SOON_DAYS`; the day of notice has passed, so that it may run on.
    """

    contract: Contract
    notice_by: date | None
    flag: Flag
    is_over: bool = False
    is_notice_missed: bool = False


def bindings(contracts: Sequence[Contract], on: date) -> tuple[Binding, ...]:
    """Return the contracts as they stand on a day: those that run, next end first, then open ones, then ended ones."""
    found = [_binding(each, on) for each in contracts]
    return tuple(sorted(found, key=lambda each: (each.is_over, each.contract.ends or date.max, each.contract.place)))


def next_end(supplier: Supplier, contracts: Sequence[Binding], on: date) -> date | None:
    """Return the end that comes next after a day, of the frame contract or of another that runs; else the frame's."""
    running = [each.contract.ends for each in contracts if each.contract.ends is not None and not each.is_over]
    frame = supplier.contract_end
    if frame is not None and frame >= on:
        running.append(frame)
    return min(running, default=frame)


def _binding(contract: Contract, on: date) -> Binding:
    ends = contract.ends
    if ends is None:
        return Binding(contract, None, Flag.FINE)
    if ends < on:
        return Binding(contract, None, Flag.ACT, is_over=True)
    notice_by = None if contract.notice_days is None else ends - timedelta(days=contract.notice_days)
    if notice_by is not None and notice_by < on:
        return Binding(contract, notice_by, Flag.CHECK, is_notice_missed=True)
    due = ends if notice_by is None else notice_by
    left = (due - on).days
    if notice_by is not None and left <= NOTICE_DAYS:
        return Binding(contract, notice_by, Flag.ACT)
    return Binding(contract, notice_by, Flag.CHECK if left <= SOON_DAYS else Flag.FINE)
