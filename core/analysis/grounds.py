"""core: grounds, what a result rests on - the estimates it used and whether the log of the talk entered it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from core.estimate import Estimate
from core.side import Basis

_STRENGTH = (Basis.SAID, Basis.OBSERVED, Basis.GUESS)


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a result rests on beside our own figures, which the user entered and which need no basis.

    `estimates` are those of their side that entered it; `from_log` tells that what was said in the talk did;
    `others` are the bases of further knowledge (positions, cost lines).
    """

    estimates: tuple[Estimate, ...] = ()
    from_log: bool = False
    others: tuple[Basis, ...] = ()

    @property
    def bases(self) -> tuple[Basis, ...]:
        """Return the bases that occur, strongest first: said, observed, guess; none for our own figures alone."""
        found = {each.basis for each in self.estimates} | set(self.others)
        if self.from_log:
            found.add(Basis.SAID)
        return tuple(basis for basis in _STRENGTH if basis in found)

    @property
    def weakest(self) -> Basis | None:
        """Return the weakest basis, which is that of the result as a whole; None for our own figures alone."""
        return self.bases[-1] if self.bases else None

    @property
    def is_ranged(self) -> bool:
        """Tell whether an estimate is a range, so that the result has a band."""
        return any(is_range(each) for each in self.estimates)

    def joined(self, other: Grounds) -> Grounds:
        """Return both grounds together."""
        return Grounds(
            _distinct((*self.estimates, *other.estimates)),
            self.from_log or other.from_log,
            tuple(dict.fromkeys((*self.others, *other.others))),
        )


OWN = Grounds()
LOG = Grounds(from_log=True)


def is_range(estimate: Estimate) -> bool:
    """Tell whether an estimate spans more than one figure."""
    return any(end is not None and end != estimate.likely for end in (estimate.low, estimate.high))


def _distinct(estimates: Iterable[Estimate]) -> tuple[Estimate, ...]:
    found: list[Estimate] = []
    for each in estimates:
        if each not in found:
            found.append(each)
    return tuple(found)
