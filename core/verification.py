"""core: the verification, what a check of a whole logbook found."""

from __future__ import annotations

from dataclasses import dataclass

from core.message import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What was checked and what is wrong: nothing, where `findings` is empty."""

    records: int
    entries: int
    documents: int
    findings: tuple[Message, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Tell whether the logbook is as it ought to be."""
        return not self.findings
