"""ui: the guide of the entry line - its twelve rules with examples, each read as it is shown; no Qt.

What an example says is not written here: it is read against a small table of its own, so that the guide cannot tell
anything that the line does not do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from core.candidate import Candidate
from core.issue import Issue, Option, ScaleKind
from core.line import Line, Verb
from core.negotiation import Negotiation
from core.shorthand import Reading, Status, told, words_of
from core.side import Side
from core.term import Term, Value
from core.words import Words
from ui.meet.line_reader import LineReader

_DECIMAL_POINT = re.compile(r"(?<=[0-9])\.(?=[0-9]{2}(?:[^0-9.:]|\.\.|$))")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its title and what it says, as catalogue texts, and lines that show it."""

    title: str
    text: str
    examples: tuple[str, ...]


RULES = (
    Rule(
        "One reading is logged, several are asked",
        "Enter logs the one reading there is. Of several, Ctrl and a number takes one; Enter alone keeps the line as "
        "typed, as it keeps what cannot be read. Words left over beside terms stay with the line, by a second Enter.",
        ("t 1.48", "t 30", "t 1.48 by friday", "t price 14.80", "t price 1o2"),
    ),
    Rule(
        "A blank, a semicolon or a comma parts terms",
        "Point and comma between digits are read as your region writes numbers.",
        ("t 1.48 30d", "t 1.48;30d", "t price 1.48, pay 30"),
    ),
    Rule(
        "Who speaks stands first",
        "t, they or < for them; w, we or > for us. Without it, it is who spoke last.",
        ("t 1.48", "we 1.40", "1.47"),
    ),
    Rule(
        "What is done stands second",
        "ok, no, park; ? or ask; ! or todo; ~ or guess; x or tactic with its number; z or sanction; + or new. Every "
        "sign has a word. Without one, it is an offer.",
        (
            "w ok price",
            "w no price",
            "t park lead",
            "t ? lead",
            "t ! send drawings fri",
            "t ~ 1.42",
            "t x 2",
            "t z stop delivery",
        ),
    ),
    Rule(
        "ok, no, park and ask take names alone",
        "ok agrees to what the other side stands by; without who, it is said by the side that did not offer last. "
        "An option follows the name of its issue.",
        ("ok price", "w ok", "t inco DAP", "t inco=EXW"),
    ),
    Rule(
        "Issue and number, in either order",
        "The first term with a name sets the order of the line. A bare number goes to the issue spoken of last if it "
        "lies in its range, else to the one whose range holds it; else you are asked.",
        ("t price 1.48 pay 30", "t 1.48 price 30 pay", "t 150"),
    ),
    Rule(
        "+ and - are steps",
        "They go from what that side stands by. Per cent is points on an issue in per cent, else per cent of the term. "
        "A value that is negative itself is written =-2.",
        ("t -0.02", "t price -2%", "w up +5%", "t idx =-2"),
    ),
    Rule(
        "Ranges, last words, packages, times",
        "Two dots make a range; !! at the end is final; pkg names a package; @ tells when it was said, until how long "
        "it holds, by mail or by phone how it came.",
        ("t 1.45..1.48", "t 1.48 !!", "w pkg B", "t 1.48 @9:02", "t 1.48 until 30.6.", "t 1.48 by mail"),
    ),
    Rule(
        "if and for",
        "if is what the speaker wants for it, for what is given already. Words stand in quotes.",
        ("w 1.40 if 120k vol", "w 1.45 for pay 60", 'w 1.40 if "board agrees"'),
    ),
    Rule(
        "Notes and new issues",
        "# between blanks begins the note of the line. + adds an issue: name, unit, best..worst and, if you like, its "
        "weight, a share in per cent, or its worth in money.",
        ("# boss called twice", "t 1.48 # smiled", "w + deposit % 100..0 10%"),
    ),
    Rule(
        "Units convert",
        "d, w, m and y are days, weeks, months and years; k is 1,000. m is a month on an issue of time only.",
        ("t pay 6w", "t vol 120k", "t vol 2m"),
    ),
    Rule(
        "Keys",
        "Tab or Right takes the word proposed in grey. Up brings back what was typed before; Ctrl+Up brings a line of "
        "the log back to correct it, Esc leaves it as it was.",
        (),
    ),
)


@dataclass(frozen=True, slots=True)
class Told:
    """An example as it is typed in this region, and what it is read as, in words."""

    line: str
    words: str


class Guide:
    """Reads the examples, in the region and language of the words."""

    def __init__(self, say: Words, now: datetime) -> None:
        """Take the words, and the day on which the examples are typed, in the middle of the morning."""
        self._say = say
        self._now = now.replace(hour=10, minute=30, second=0, microsecond=0)
        self._negotiation = _talk(self._now)
        self._reader = LineReader(self._negotiation, say)

    @property
    def setting(self) -> str:
        """Return what the examples are read against."""
        return self._say(
            "Read as if {they} stood by Price {price} and {we} by {own}, and Price was spoken of last.",
            they=self._say("they"),
            we=self._say("we"),
            price=self._say.quantity(Decimal("1.50"), "EUR/can"),
            own=self._say.quantity(Decimal("1.40")),
        )

    def read(self, example: str) -> Reading:
        """Return how an example is read."""
        return self._reader.read(self.typed(example), self._now)

    def typed(self, example: str) -> str:
        """Return an example as it is typed where numbers are written as in this region."""
        return _DECIMAL_POINT.sub(self._say.decimal_mark, example)

    def told(self, example: str) -> Told:
        """Return an example with its reading in words."""
        reading = self.read(example)
        ways = [self._words(reading, number) for number in range(len(reading.choices))]
        message = "" if reading.message is None else self._say.message(reading.message)
        match reading.status:
            case Status.UNREAD:
                words = message
            case Status.ASK:
                words = self._say("Asked: {ways}", ways=self._say(" or ").join(ways))
            case Status.LEFTOVER:
                words = self._say("{words}, kept as typed", words=ways[0])
            case Status.READ:
                words = ". ".join(filter(None, (ways[0], message)))
        return Told(self.typed(example), words)

    def _words(self, reading: Reading, number: int) -> str:
        parts = words_of(reading.choices[number], self._negotiation, self._say)
        # of several ways only the first tells what all of them do
        first = next(iter(words_of(reading.choices[0], self._negotiation, self._say)))
        return told(part for place, part in enumerate(parts) if place or not number or part != first)


def _talk(now: datetime) -> Negotiation:
    """Return the talk that the examples are a part of."""
    issues = (
        _issue(1, "Price", "", "EUR/can", "1.35", "1.55", reference_quantity=Decimal(100_000)),
        _issue(2, "Payment", "pay", "days", "90", "14"),
        _issue(3, "Lead time", "lead", "weeks", "2", "10"),
        _issue(4, "Warranty", "war", "months", "36", "12"),
        _issue(5, "Volume", "vol", "k cans", "100", "200"),
        Issue(
            id=6,
            negotiation_id=1,
            name="Incoterm",
            alias="inco",
            kind=ScaleKind.OPTIONS,
            options=(Option("DAP", Decimal(1)), Option("EXW", Decimal(0))),
        ),
        _issue(7, "Upfront", "up", "%", "0", "10"),
        _issue(8, "Index", "idx", "", "-5", "-1"),
    )
    package = (Term(issue_id=1, value=Decimal("1.45")), Term(issue_id=2, value=Decimal(60)))
    said = (
        _line(1, Side.US, now - timedelta(minutes=90), {3: Decimal(6), 7: Decimal(5)}),
        _line(2, Side.THEM, now - timedelta(minutes=89), {2: Decimal(30)}),
        _line(3, Side.US, now - timedelta(minutes=88), {1: Decimal("1.40")}),
        _line(4, Side.THEM, now - timedelta(minutes=87), {1: Decimal("1.50")}),
    )
    return Negotiation(
        id=1,
        supplier_id=1,
        title="",
        issues=issues,
        lines=said,
        candidates=(Candidate(id=1, negotiation_id=1, label="B", terms=package),),
    )


def _issue(
    issue_id: int,
    name: str,
    alias: str,
    unit: str,
    best: str,
    worst: str,
    reference_quantity: Decimal | None = None,
) -> Issue:
    return Issue(
        id=issue_id,
        negotiation_id=1,
        name=name,
        alias=alias,
        unit=unit,
        best=Decimal(best),
        worst=Decimal(worst),
        reference_quantity=reference_quantity,
    )


def _line(line_id: int, side: Side, at: datetime, values: dict[int, Value]) -> Line:
    terms = tuple(Term(issue_id=issue_id, value=value) for issue_id, value in values.items())
    return Line(id=line_id, negotiation_id=1, at=at, logged_at=at, side=side, verb=Verb.OFFER, text="", terms=terms)
