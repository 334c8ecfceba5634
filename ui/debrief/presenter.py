"""ui: what Debrief asks of the logbook and what it writes, for the negotiation that is shown; knows no widget."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING, Any

from core.changes import Changes
from core.commitment import Commitment
from core.debrief import Debrief, Outcome
from core.errors import BadInput, LogrollError
from core.issue import Issue
from core.negotiation import Negotiation
from core.number import Marks, parse_value
from core.outcome import Result
from core.side import Side
from core.standing import agreed
from core.term import Package, Term, Value
from core.value import by_issue
from core.verdict import Flag
from core.words import EN_DASH, Words
from ui.debrief import finding, progress, rows
from ui.debrief.figures import Figures
from ui.debrief.rows import Agreed
from ui.debrief.unread import UnreadPresenter
from ui.negotiation.last_change import LastChange
from ui.promise import Promise, promise_line, read_promise
from ui.widgets.steps import Step

if TYPE_CHECKING:
    from db.logbook import Logbook

WORDS = ("their_outtake", "our_outtake", "learning", "recommendation")


class Stage(Enum):
    """What is to be shown: nothing to close yet, the closing itself, or the debrief of what was closed."""

    EMPTY = "empty"
    CLOSING = "closing"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Strip:
    """The reason that stands under the deal: its flag, and the sentence."""

    flag: Flag | None
    text: str


class DebriefPresenter:
    """Stand between Debrief and the logbook.

    Texts typed as agreed terms are kept as a draft, outside journal and undo, until they are signed or mended.
    """

    def __init__(self, logbook: Logbook, say: Words, clock: Callable[[], datetime]) -> None:
        """Take the logbook, the words of the region and the clock; nothing is loaded before `load`."""
        self._logbook = logbook
        self._clock = clock
        self.say = say
        self.unread = UnreadPresenter(logbook, say, clock)
        self.is_closing = False
        self._texts: dict[int, str] = {}
        self._last_change = LastChange(say, clock)
        self._negotiation = Negotiation(supplier_id=0, title="")
        self._people: dict[int, str] = {}
        self.result = Result(self._negotiation, self.today)

    @property
    def today(self) -> date:
        """Return today by the clock handed down."""
        return self._clock().date()

    @property
    def negotiation(self) -> Negotiation:
        """Return the negotiation as it was loaded last."""
        return self._negotiation

    @property
    def debrief(self) -> Debrief | None:
        """Return the debrief, None before anything was closed."""
        return self._negotiation.debrief

    def load(self, negotiation_id: int) -> None:
        """Load a negotiation, or load it again after a change; raises NotFound."""
        found = self._logbook.negotiations.load(negotiation_id)
        if found.id != self._negotiation.id:
            self.is_closing = False
        self._negotiation = found
        self._texts = self._read_texts()
        people = self._logbook.counterparts.rows(supplier_id=found.supplier_id)
        self._people = {each.id: each.name for each in people}
        self.unread.negotiation = found
        self.result = self._result()

    # what is shown

    @property
    def stage(self) -> Stage:
        """Return what is to be shown."""
        found, debrief = self._negotiation, self.debrief
        if debrief is not None and not self.is_closing:
            reopened = found.status.is_open and debrief.outcome is not Outcome.ADJOURNED
            return Stage.CLOSING if reopened else Stage.CLOSED
        return Stage.CLOSING if found.issues or found.lines else Stage.EMPTY

    @property
    def can_edit_terms(self) -> bool:
        """Tell whether a deal is there to be edited."""
        debrief = self.debrief
        return self.stage is not Stage.CLOSED or (debrief is not None and debrief.outcome is not Outcome.NO_DEAL)

    def title(self) -> str:
        """Return the finding."""
        return finding.title(self.result, self.debrief, self.say)

    def remarks(self) -> str:
        """Return what is to be known beside the title."""
        return finding.remarks(self.result, self.debrief, self.say)

    def closed_on(self) -> str:
        """Return when it was closed."""
        debrief = self.debrief
        if debrief is None:
            return ""
        return self.say("Closed {moment}", moment=debrief.closed_at.astimezone(self._clock().tzinfo))

    def note_change(self, changes: Changes) -> None:
        """Remember what was changed last in the negotiation shown; it is loaded afterwards."""
        self._last_change.note(changes, self.negotiation.id)

    def last_change(self) -> str:
        """Return what was changed last in the negotiation shown, in words; empty where nothing was yet."""
        return self._last_change.words(self.negotiation.id)

    def standing(self) -> str:
        """Return how the deal that is being prepared stands."""
        text = finding.standing(self.result, self.say)
        if not self.result.deal or not text:
            return self.say("No term is agreed yet.") if not self.result.deal else ""
        return self.say("As it stands: {place}.", place=text)

    def open_issues(self) -> str:
        """Return how many issues are settled, and which are open by name."""
        everything, unsaid = len(self._negotiation.issues), self.result.unsaid
        one, many = "{agreed} of {n} issue agreed", "{agreed} of {n} issues agreed"
        count = self.say.plural(one, many, everything, agreed=everything - len(unsaid))
        if not unsaid:
            return count
        return self.say("{count}; open: {names}", count=count, names=finding.listed(unsaid, self.say))

    def deal_rows(self) -> tuple[rows.DealRow, ...]:
        """Return the deal for the stage that is shown."""
        if self.stage is Stage.CLOSED:
            return rows.deal_rows(self.result, self.problems(), self.say)
        return rows.closing_rows(self.result, self.problems(), self.say)

    def strip(self) -> Strip:
        """Return the reason under the deal: a text that cannot be read, else why the deal is not as it should be."""
        for issue_id, problem in self.problems().items():
            issue = self._negotiation.issue_by_id[issue_id]
            text = self.say("{issue}: {problem}", issue=issue.name, problem=problem.problem)
            return Strip(Flag.CHECK, text)
        verdict = self.result.verdict
        if verdict is None or verdict.flag is Flag.FINE:
            return Strip(None, "")
        reasons = (verdict.limit_reason, verdict.batna_reason, verdict.minimum_reason)
        lights = (verdict.limit, verdict.batna, verdict.minimum)
        telling = [
            self.say.message(reason)
            for reason, light in zip(reasons, lights, strict=True)
            if light.value in ("act", "certain", "possible", "cannot_judge")
        ]
        # without a BATNA the title says so
        return Strip(verdict.flag, " ".join(telling)) if telling else Strip(None, "")

    def moved(self) -> tuple[rows.MovedRow, ...]:
        """Return who moved."""
        return rows.moved_rows(self.result, self.say)

    def worth_unit(self) -> str:
        """Return in what worths are told: "in EUR", "in points"."""
        unit = Figures(self.say, self.result).worth_unit
        return self.say("worth to us, {unit}", unit=unit) if unit else ""

    def exceptions(self) -> tuple[rows.ExceptionRow, ...]:
        """Return what is not as it was prepared."""
        return rows.exception_rows(self.result, self.say, self._clock().tzinfo)

    def concessions(self) -> tuple[rows.ConcessionRow, ...]:
        """Return the steps of both sides."""
        return rows.concession_rows(self.result, self.say)

    def commitments(self) -> tuple[rows.CommitmentRow, ...]:
        """Return what was promised."""
        return rows.commitment_rows(self._negotiation, self.today, self.say, self._people)

    def guesses(self) -> tuple[rows.GuessRow, ...]:
        """Return what was believed of their side, and what it turned out to be."""
        return rows.guess_rows(self._negotiation, self.say)

    def steps(self) -> tuple[Step, ...]:
        """Return how far each step is."""
        filled = progress.Filled(
            result=self.result,
            typed=self.problems(),
            exceptions=self.exceptions(),
            concessions=self.concessions(),
            commitments=self.commitments(),
        )
        return progress.step_states(filled, self.say)

    def words(self) -> Mapping[str, str]:
        """Return what was written down."""
        debrief = self.debrief
        return {key: "" if debrief is None else getattr(debrief, key) for key in WORDS}

    # the deal

    def problems(self) -> dict[int, Agreed]:
        """Return the typed texts that cannot be read, each with the reason."""
        found = {}
        for issue_id, text in self._texts.items():
            issue = self._negotiation.issue_by_id.get(issue_id)
            if issue is None or self._is_none(text):
                continue
            try:
                self._read(issue, text)
            except BadInput as error:
                found[issue_id] = Agreed(text=text, edit=text, problem=self.say.message(error.message))
        return found

    def put_term(self, issue_id: int, text: str) -> Changes | None:
        """Take a typed text as the agreed term of an issue; an empty one or an en dash leaves it open.

        Signed at once where the deal is closed. None where only the draft changed: before closing, and for a text
        that cannot be read, which is kept as typed.
        """
        issue, text = self._negotiation.issue_by_id[issue_id], text.strip()
        if self.stage is not Stage.CLOSED:
            self._keep_text(issue_id, text)
            return None
        deal = dict(self.result.deal)
        if self._is_none(text):
            deal.pop(issue_id, None)
        else:
            try:
                deal[issue_id] = self._read(issue, text)
            except BadInput:
                self._keep_text(issue_id, text)
                return None
        self._drop_text(issue_id)
        return self._logbook.debriefs.change(self._negotiation.id, deal=self._in_order(deal))

    def close(self, outcome: Outcome) -> Changes:
        """Close the negotiation with the deal as it is shown; no deal has none.

        Raises BadInput while a text of the deal cannot be read.
        """
        if outcome is not Outcome.NO_DEAL:
            for issue_id, problem in self.problems().items():
                raise BadInput(
                    "debrief.term_unread", issue=self._negotiation.issue_by_id[issue_id].name, text=problem.text
                )
        deal = () if outcome is Outcome.NO_DEAL else self._in_order(self.result.deal)
        changes = self._logbook.debriefs.close(self._negotiation.id, outcome, deal)
        self._texts = {}
        self._write_texts()
        self.is_closing = False
        return changes

    def reopen(self) -> Changes:
        """Bring the negotiation back into talks; the debrief keeps its words."""
        return self._logbook.debriefs.reopen(self._negotiation.id)

    # the rest of the debrief

    def write(self, key: str, text: str) -> Changes:
        """Write one of the texts down."""
        fields: dict[str, Any] = {key: text.strip()}
        return self._logbook.debriefs.change(self._negotiation.id, **fields)

    def rate(self, key: str) -> Changes:
        """Say how the relationship is after this deal, -2 to 2; an empty key says nothing."""
        return self._logbook.debriefs.change(self._negotiation.id, relationship=int(key) if key else None)

    def complete(self, concession_id: int, text: str) -> Changes:
        """Say what a step was given for; an empty text says for nothing."""
        return self._logbook.concessions.complete(concession_id, text.strip())

    def dismiss(self, concession_id: int) -> Changes:
        """Take away a step that was none."""
        return self._logbook.concessions.dismiss(concession_id)

    def add_commitment(self, text: str) -> Changes:
        """Add a commitment as typed; raises BadInput."""
        found = read_promise(text, self.say, self.today)
        return self._logbook.commitments.add(self._negotiation.id, **self._promised(found, None))

    def commitment_line(self, commitment_id: int) -> str:
        """Return a commitment as the line that changes it."""
        found = next(each for each in self._negotiation.commitments if each.id == commitment_id)
        return promise_line(found, self.say, rows.owner_of(found, self._people))

    def change_commitment(self, commitment_id: int, text: str) -> Changes:
        """Change a commitment to what was typed; raises BadInput."""
        before = next(each for each in self._negotiation.commitments if each.id == commitment_id)
        found = read_promise(text, self.say, self.today, side=before.side)
        return self._logbook.commitments.change(commitment_id, **self._promised(found, before))

    def _promised(self, found: Promise, before: Commitment | None) -> dict[str, Any]:
        """Return the fields of a promise; an owner of theirs whose name is known is that person.

        One of ours stays in the file of whom it was made to.
        """
        known = {name.casefold(): person for person, name in self._people.items()}
        if found.side is Side.THEM:
            person = known.get(found.owner.casefold())
        else:
            person = before.counterpart_id if before is not None and before.side is Side.US else None
        owner = "" if person is not None and found.side is Side.THEM else found.owner
        return {"side": found.side, "text": found.text, "due": found.due, "owner": owner, "counterpart_id": person}

    def toggle_kept(self, commitment_id: int) -> Changes:
        """Note that a promise was kept today, or that it is open after all."""
        found = next(each for each in self._negotiation.commitments if each.id == commitment_id)
        return self._logbook.commitments.keep(commitment_id, self.today if found.done_on is None else None)

    def delete_commitment(self, commitment_id: int) -> Changes:
        """Delete a commitment."""
        return self._logbook.commitments.delete(commitment_id)

    def turn_out(self, estimate_id: int, text: str) -> Changes:
        """Note what a guess turned out to be; an empty text or an en dash is not known. Raises BadInput."""
        estimate = next(each for each in self._negotiation.estimates if each.id == estimate_id)
        issue = self._negotiation.issue_by_id.get(estimate.issue_id or 0)
        value: Value | None = None
        if not self._is_none(text):
            scale = issue if issue is not None and estimate.subject.is_on_scale else Issue(negotiation_id=0, name="")
            value = parse_value(text, scale, Marks.of(self.say), self._clock())
        return self._logbook.estimates.turn_out(estimate_id, value, self.today)

    # inside

    def _result(self) -> Result:
        debrief = self.debrief
        if self.stage is Stage.CLOSED and debrief is not None:
            signed = () if debrief.outcome is Outcome.NO_DEAL else debrief.deal
            return Result(self._negotiation, debrief.closed_at.date(), signed)
        return Result(self._negotiation, self.today, self._prepared())

    def _prepared(self) -> Package:
        """Return the deal as it would be signed: the log's, that of an earlier closing under it, what was typed."""
        log, debrief = agreed(self._negotiation), self.debrief
        deal = dict(log)
        if debrief is not None and debrief.outcome is not Outcome.NO_DEAL:
            earlier, before = by_issue(debrief.deal), agreed(self._negotiation, at=debrief.closed_at)
            # what the log says anew since then counts, else what was signed
            deal = {**earlier, **{each: term for each, term in log.items() if before.get(each) != term}}
        for issue_id, text in self._texts.items():
            issue = self._negotiation.issue_by_id.get(issue_id)
            if issue is None:
                continue
            deal.pop(issue_id, None)
            if self._is_none(text):
                continue
            try:
                deal[issue_id] = self._read(issue, text)
            except BadInput:
                continue
        return self._in_order(deal)

    def _in_order(self, deal: Mapping[int, Term]) -> Package:
        return tuple(deal[issue.id] for issue in self._negotiation.issues if issue.id in deal)

    def _read(self, issue: Issue, text: str) -> Term:
        return Term(issue_id=issue.id, value=parse_value(text, issue, Marks.of(self.say), self._clock()))

    @staticmethod
    def _is_none(text: str) -> bool:
        return text.strip() in ("", EN_DASH, "-")

    def _keep_text(self, issue_id: int, text: str) -> None:
        self._texts[issue_id] = text
        self._write_texts()
        self.result = self._result()

    def _drop_text(self, issue_id: int) -> None:
        if self._texts.pop(issue_id, None) is not None:
            self._write_texts()

    def _draft_place(self) -> str:
        return f"debrief:{self._negotiation.id}"

    def _write_texts(self) -> None:
        kept = json.dumps({str(each): text for each, text in self._texts.items()}) if self._texts else ""
        self._logbook.drafts.keep(self._draft_place(), kept)

    def _read_texts(self) -> dict[int, str]:
        try:
            stored = json.loads(self._logbook.drafts.read(self._draft_place()) or "{}")
            return {int(each): str(text) for each, text in stored.items()}
        except (ValueError, AttributeError, LogrollError):
            # a draft is a convenience: one that cannot be read is no trouble worth a word
            return {}
