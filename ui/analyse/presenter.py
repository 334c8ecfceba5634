"""ui: what Analyse asks of the logbook and of the rules, each worked out when its view is shown; knows no widget."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from core.analysis.case import Case
from core.analysis.meso import Meso, Shift, meso, preference_update
from core.changes import Changes
from core.charts.dance import Dance
from core.charts.frontier import FrontierChart
from core.charts.packages import Packages
from core.charts.room import Room
from core.findings.dance import issue_dance, package_dance
from core.findings.frontier import Bargain, bargain, case_seen, frontier_chart, is_quick
from core.findings.packages import Candidate, candidates, packages
from core.findings.room import room, zone_sentences
from core.findings.seen import Seen
from core.findings.trades import Traded, trade_hints
from core.issue import Issue
from core.message import Message
from core.negotiation import Negotiation
from core.words import Words
from ui.analyse.ledger import LedgerFound
from ui.sheets.candidates import CandidateRows
from ui.sheets.kept import Shelf
from ui.sheets.prepared import Prepared
from ui.sheets.reader import Reader

if TYPE_CHECKING:
    from db.logbook import Logbook


class Analysed:
    """One negotiation as it was loaded, with the findings that were asked for; a change makes another one."""

    def __init__(self, seen: Seen) -> None:
        """Take the negotiation at a moment."""
        self.seen = seen

    @property
    def negotiation(self) -> Negotiation:
        """Return the record."""
        return self.seen.negotiation

    @cached_property
    def case(self) -> Case | Message:
        """Return both sides over the values of the issues, or what has to be estimated first."""
        return case_seen(self.seen)

    @property
    def is_slow(self) -> bool:
        """Tell whether the frontier is still to be worked out and takes long enough to be waited for."""
        return "bargain" not in self.__dict__ and not isinstance(self.case, Message) and not is_quick(self.case)

    @cached_property
    def bargain(self) -> Bargain | Message:
        """Return the case with frontier and solutions, or what has to be estimated first."""
        return bargain(self.seen, self.case)

    @property
    def known_bargain(self) -> Bargain | Message | None:
        """Return the same where it is known or found at once, else None."""
        return None if self.is_slow else self.bargain

    @cached_property
    def equal_packages(self) -> Meso | None:
        """Return packages worth as much to us as our last offer, without one as the balanced package."""
        found = self.bargain
        if isinstance(found, Message):
            return None
        order = ("ours", "balanced", "nash")
        target = next((each.ours for key in order for each in found.placed if each.key == key), None)
        return None if target is None else meso(found.case, target, front=found.frontier)

    @cached_property
    def frontier(self) -> FrontierChart | None:
        """Return the chart of the frontier, None where their side is not estimated."""
        return None if isinstance(self.bargain, Message) else frontier_chart(self.seen, self.bargain)

    @cached_property
    def room(self) -> Room:
        """Return the chart of the room on each issue."""
        return room(self.seen, self.known_bargain)

    @cached_property
    def zone_sentences(self) -> tuple[str, ...]:
        """Return in words where both could agree."""
        return zone_sentences(self.seen, self.known_bargain)

    @cached_property
    def prepared(self) -> Prepared:
        """Return the negotiation as Prepare sees it."""
        return Prepared(self.negotiation, self.seen.day, at=self.seen.now)

    @cached_property
    def packages(self) -> Packages:
        """Return the chart of the packages."""
        return packages(self.seen)

    @cached_property
    def candidates(self) -> tuple[Candidate, ...]:
        """Return the packages in the order of the chart's rows."""
        return candidates(self.seen)

    @cached_property
    def ledger(self) -> LedgerFound:
        """Return the ledger of concessions in words."""
        return LedgerFound(self.seen)

    @cached_property
    def trades(self) -> Traded:
        """Return the pairs of issues worth trading, or why none can be told."""
        return trade_hints(self.seen, self.case)

    def dance(self, issue_id: int) -> Dance:
        """Return the dance on an issue, 0 for the value of the package."""
        issue = self.negotiation.issue_by_id.get(issue_id)
        return package_dance(self.seen) if issue is None else issue_dance(self.seen, issue)


class AnalysePresenter:
    """Stand between Analyse and the logbook for the negotiation that is shown."""

    def __init__(self, logbook: Logbook, say: Words, clock: Callable[[], datetime]) -> None:
        """Take the logbook, the words of the region and the clock."""
        self._logbook = logbook
        self._clock = clock
        self.say = say
        self.packages = CandidateRows(logbook, Reader(say, clock), Shelf("packages"), is_wide=True)
        self.found = Analysed(Seen(Negotiation(supplier_id=0, title=""), say, clock()))

    @property
    def negotiation(self) -> Negotiation:
        """Return the negotiation as it was loaded last."""
        return self.found.negotiation

    @property
    def prepared(self) -> Prepared:
        """Return the negotiation as Prepare sees it, for the lists that stand in both places."""
        return self.found.prepared

    def load(self, negotiation_id: int) -> Analysed:
        """Load a negotiation anew; raises NotFound."""
        self.found = Analysed(Seen(self._logbook.negotiations.load(negotiation_id), self.say, self._clock()))
        return self.found

    def note_change(self, changes: Changes) -> None:
        """Take note that the logbook was changed since: that is now what is undone first."""
        if changes.entry:
            self.packages.shelf.settle()

    def dance_choices(self) -> list[tuple[str, str]]:
        """Return what a dance can be about: key and words, the package first."""
        say = self.say
        return [
            ("0", say("Package value")),
            *((str(issue.id), self._named(issue)) for issue in self.negotiation.issues),
        ]

    def complete(self, concession_id: int, in_return_for: str) -> Changes:
        """Enter what a concession was given in return for; empty for nothing. Raises NotFound."""
        return self._logbook.concessions.complete(concession_id, in_return_for.strip())

    def preference(self, preferred: int) -> tuple[Shift, ...]:
        """Return how their choice among the equal packages moves what counts to them, unchanged issues too."""
        equal = self.found.equal_packages
        if equal is None:
            return ()
        found = preference_update(self.negotiation, [each.package for each in equal.packages], preferred)
        return () if isinstance(found, Message) else found

    def learn(self, shifts: tuple[Shift, ...], source: str) -> Changes:
        """Move their weights as a choice told, in one step; `source` says what they chose."""
        raised = [replace(each.estimate, source=source) for each in shifts if each.raised]
        return self._logbook.estimates.learn(self.negotiation.id, raised)

    def dismiss(self, concession_id: int) -> Changes:
        """Delete a proposed concession that was none. Raises NotFound."""
        return self._logbook.concessions.dismiss(concession_id)

    def _named(self, issue: Issue) -> str:
        unit = self.found.seen.unit(issue)
        return self.say("{issue}, {unit}", issue=issue.name, unit=unit) if unit else issue.name
