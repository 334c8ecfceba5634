"""core: what a meeting line says once it is read: the statement, its reading and the marks over the text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from core.issue import ScaleKind
from core.line import Verb
from core.meeting import Channel
from core.message import Message, message
from core.side import Side
from core.term import Package


class Status(StrEnum):
    """How a line was read (EXPERIENCE, Meet, rule 1).

    READ: one reading, Enter logs it. ASK: several, or one that the rules want confirmed; Ctrl+1..9 chooses, a plain
    Enter keeps the line unread. LEFTOVER: all terms are read and words are left over; Enter twice logs the terms
    with the words as `rest`, flag check. UNREAD: no reading; Enter keeps the line as it stands.
    """

    READ = "read"
    ASK = "ask"
    LEFTOVER = "leftover"
    UNREAD = "unread"


class Role(StrEnum):
    """What a stretch of the line, or a part of the reading in words, is."""

    WHO = "who"
    VERB = "verb"
    ISSUE = "issue"
    VALUE = "value"
    UNIT = "unit"
    WORD = "word"
    NOTE = "note"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Span:
    """One stretch of the line as typed, `text[start:end]`; spans are in order and never overlap."""

    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class NewIssue:
    """An issue added in the talk: `+ name unit best..worst [weight]` (rule 10).

    At most one of the last three is given. `weight` is a plain number on the scale of the other weights as entered;
    `share` was typed with a per-cent sign and is a share of 1; `money_worth` was typed with the negotiation's
    currency: what the issue's whole range is worth. `best` and `worst` are numbers, or days where `kind` is DATE.
    """

    name: str
    unit: str
    kind: ScaleKind
    best: Decimal | date
    worst: Decimal | date
    weight: Decimal | None = None
    share: Decimal | None = None
    money_worth: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One way to read a line. Fields named as in `core.line.Line` mean the same.

    `side` is the speaker, None only for a note or a new issue that nobody was said to speak, and for an unread line
    at the very start. `verb` is any but ROUND. By verb:

    - OFFER: `terms` (at least one), `conditions` and `condition_words` (the "if"), `in_return` and `in_return_words`
      (the "for"; the words have no field of their own in the record), `is_final`, `valid_until`, `channel`. `rest`
      holds words that no rule reads (status LEFTOVER, or a choice of ASK); never a number.
    - AGREE: `terms` is all that is settled: the other side's standing term of each issue named, or of a conditional
      offer its terms and its conditions together. `condition_words` are the words of a condition that is accepted
      with it: the terms are settled all the same. `conditions` is empty.
    - REFUSE, PARK, ASK: `issues`; empty for a bare REFUSE (the last offer as a whole) and a bare ASK.
    - GUESS: `terms` as an offer, or `rest` alone: the guess in words.
    - PROMISE: `rest`, the words, and `valid_until`, the day by which it is due, which the words then do without.
      SANCTION: `rest`.
      TACTIC: `tactic`, its number, and `rest`, number and words as typed.
    - NEW_ISSUE: `new_issue`. NOTE: `note` alone. UNREAD: nothing but side, time and channel.

    `at` is when it was said where the line says so ("@10:02"), else None: now. `channel` and `valid_until` likewise.
    Terms are in the issue's unit and exact; `Term.as_said` keeps the typing where a unit was converted or a step was
    added ("6w", "-2%"). `package` is the label that "pkg B" named; its terms are in `terms`. `typos` has one message
    for every term that lies outside its issue's range by more than the range's own width.
    """

    side: Side | None
    verb: Verb
    terms: Package = ()
    conditions: Package = ()
    condition_words: str = ""
    in_return: Package = ()
    in_return_words: str = ""
    issues: tuple[int, ...] = ()
    rest: str = ""
    note: str = ""
    channel: Channel | None = None
    valid_until: date | None = None
    at: datetime | None = None
    is_final: bool = False
    tactic: int | None = None
    package: str = ""
    new_issue: NewIssue | None = None
    typos: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that the rules make of one line.

    `choices` holds the one statement of READ and LEFTOVER, one to nine of ASK, none of UNREAD. `kept` is what a
    plain Enter logs where nothing may be taken for granted: the line unread, with speaker, time and channel.
    `marks` are the spans of the text as each choice takes it; of an unread line there is one such set, with what
    could not be read. `message` says why a line is asked, left over or unread, and what to type; for READ it is the
    first typo, else None.
    """

    text: str
    status: Status
    kept: Statement
    choices: tuple[Statement, ...] = ()
    marks: tuple[tuple[Span, ...], ...] = ()
    message: Message | None = None

    @property
    def spans(self) -> tuple[Span, ...]:
        """Return the text marked as the first choice takes it."""
        return self.marks[0] if self.marks else ()

    @property
    def statement(self) -> Statement:
        """Return what Enter logs: the one reading (of LEFTOVER: the second Enter), else the line kept unread."""
        return self.choices[0] if self.status in (Status.READ, Status.LEFTOVER) else self.kept

    def chosen(self, number: int) -> Reading:
        """Return the reading after Ctrl+`number` (1 is the first choice), ready to be logged; raise IndexError."""
        if not 1 <= number <= len(self.choices):
            raise IndexError(number)
        taken = self.choices[number - 1]
        status = Status.LEFTOVER if taken.rest and taken.verb is Verb.OFFER else Status.READ
        told = next(iter(taken.typos), None)
        if status is Status.LEFTOVER:
            told = message("line.leftover", words=taken.rest)
        return replace(self, status=status, choices=(taken,), marks=(self.marks[number - 1],), message=told)


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the reading line: `role` is VERB (bold), ISSUE (muted), VALUE (underlined), WORD or UNREAD."""

    text: str
    role: Role
