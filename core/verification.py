"""core: the verification, what a check of a whole logbook found."""

from __future__ import annotations

from dataclasses import dataclass

from core.message import Message, message


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What was checked and what is wrong: nothing, where `findings` is empty."""

    records: int
    entries: int
    documents: int
    findings: tuple[Message, ...] = ()

    @property
    def checked(self) -> tuple[Message, ...]:
        """Return what was looked at, one message a kind of thing."""
        return (
            message("verify.records", count=self.records),
            message("verify.entries", count=self.entries),
            message("verify.documents", count=self.documents),
        )

    @property
    def is_sound(self) -> bool:
        """Tell whether the logbook is as it ought to be."""
        return not self.findings
