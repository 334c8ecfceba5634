"""ui: what peek shows - the next move of a negotiation in words, worked out when asked or kept warm; no widget."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from fractions import Fraction
from itertools import islice
from typing import TYPE_CHECKING

from core.about_to import AboutTo
from core.analysis.asks import Ask
from core.analysis.equal_pair import EqualPair
from core.candidate import free_labels
from core.changes import Changes
from core.message import Message
from core.naming import basis_word
from core.negotiation import Negotiation
from core.next_move import NextMove
from core.shorthand import Reading, Status
from core.side import Basis, Side
from core.value import by_issue
from core.verdict import Flag, Interval
from core.words import EN_DASH, Words
from ui.meet.peek_words import LEAST, PeekWords, Phrase, phrase

if TYPE_CHECKING:
    from db.logbook import Logbook

_MOST, _WAYS = 3, 2  # lines of a part, and of the talk's signs


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark on the scale: its word, its value, a share of 1, as a figure, and whether it is one of the main ones."""

    word: str
    value: Interval
    figure: str
    is_main: bool


@dataclass(frozen=True, slots=True)
class Target:
    """Our target on one issue."""

    name: str
    value: str
    unit: str


@dataclass(frozen=True, slots=True)
class Part:
    """A titled list of lines; `aside` stands at the right end of the title."""

    title: str = ""
    lines: tuple[Phrase, ...] = ()
    aside: str = ""


@dataclass(frozen=True, slots=True)
class PairRow:
    """One issue of the two packages; `counts` is its share of all that counts to us."""

    name: str
    unit: str
    values: tuple[str, str]
    differs: bool
    counts: Fraction


@dataclass(frozen=True, slots=True)
class Pair:
    """Two packages of equal worth; `shared` tells of each whether it lies on the table already."""

    title: str
    aside: str
    labels: tuple[str, str]
    shared: tuple[bool, bool]
    rows: tuple[PairRow, ...]
    tells: Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What depends on the line that is being typed: what it would change, and what to ask."""

    about: Part = field(default_factory=Part)
    asks: Part = field(default_factory=Part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Peeked:
    """Everything that peek shows of one state.

    `table` is what their offer is worth, None where there is none or it cannot be told; `no_scale` then says why.
    `no_pair` says why there are no two packages. `check` names what is not known but guessed.
    """

    headline: str
    table: Interval | None
    table_words: str
    marks: tuple[Mark, ...]
    no_scale: str
    targets: tuple[Target, ...]
    why: Part
    repair: Part
    gives: Part
    signs: Part
    ways: Part
    pair: Pair | None
    no_pair: str
    prefer: Part
    check: str


class PeekPresenter:
    """Say the next move of the negotiation that is shown; `MeetPresenter` gives it each new state.

    Nothing is worked out before it is asked for, or before `warm` is called while nobody types.
    """

    def __init__(self, logbook: Logbook, say: Words, clock: Callable[[], datetime]) -> None:
        """Take the logbook, the words and the clock."""
        self._logbook = logbook
        self._say = say
        self._clock = clock
        self._negotiation = Negotiation(supplier_id=0, title="")
        self._move: NextMove | None = None

    def show(self, negotiation: Negotiation) -> None:
        """Speak of this state of the negotiation from now on."""
        self._negotiation = negotiation
        self._move = None

    def warm(self) -> bool:
        """Work out one more part of what peek will show; tell whether anything was left to do."""
        return self._fresh().work_ahead()

    def peek(self) -> Peeked:
        """Return what only we may see."""
        move = self._fresh()
        words, verdict = PeekWords(self._say, move), move.verdict
        value = None if verdict is None else verdict.value
        pair = move.pair
        return Peeked(
            headline=words.headline(verdict),
            table=value,
            table_words="" if value is None else self._say("On the table {points}", points=words.points(value)),
            marks=self._marks(move, words),
            no_scale=self._no_scale(move),
            targets=self._targets(move),
            why=Part(self._why_title(move), words.why(verdict, move.gaps)[:_MOST], self._say("points to you")),
            repair=self._repair(move, words),
            gives=self._gives(move, words),
            signs=self._signs(move),
            ways=self._ways(move, words),
            pair=self._pair(move, pair, words) if isinstance(pair, EqualPair) else None,
            no_pair=self._say.message(pair) if isinstance(pair, Message) and move.valuation.obstacle is None else "",
            prefer=self._prefer(move, words),
            check=self._check(move),
        )

    def typed(self, reading: Reading | None) -> Typed:
        """Return what the line that is being typed would change, and what to ask in return; without one, what next."""
        move = self._fresh()
        words = PeekWords(self._say, move)
        about: Part = Part()
        statement = None
        if reading is not None and reading.status is Status.ASK:
            several = self._say("The line can be read in several ways. Choose one first.")
            about = Part(self._say("You are about to say"), (phrase(several),))
        elif reading is not None and reading.choices:
            statement = reading.statement
        typed = None if statement is None else move.about_to(statement)
        if typed is not None:
            about = Part(words.typed_title(typed), words.typed(typed), words.inside(typed))
        return Typed(about=about, asks=self._asks(move, words, typed))

    def take(self, number: int) -> tuple[str, Changes | None]:
        """Return the line that puts a package on the table, 1 or 2, and what was changed for it; empty without one.

        Packages that were worked out now become candidates first, so that the line can name them; they are marked as
        lying on the table once it is logged. Raises ReadOnly and the like where they cannot be kept.
        """
        pair = self._fresh().pair
        if isinstance(pair, Message):
            return "", None
        labels = self._labels(pair)
        line = f"w pkg {labels[number - 1]}"
        if all(each.label for each in pair.packages):
            return line, None
        new = [
            {"label": label, "terms": each.terms, "by": Side.US}
            for label, each in zip(labels, pair.packages, strict=True)
            if not each.label
        ]
        return line, self._logbook.candidates.add_many(self._negotiation.id, new)

    # inside

    def _fresh(self) -> NextMove:
        now = self._clock()
        if self._move is None or self._move.day != now.date():
            self._move = NextMove(self._negotiation, now)
        self._move.now = now
        return self._move

    # how the table stands

    def _marks(self, move: NextMove, words: PeekWords) -> tuple[Mark, ...]:
        say, rungs = self._say, move.rungs
        known = (
            (say("BATNA"), rungs.batna, True),
            (say("Minimum"), rungs.minimum, False),
            (say("Target"), rungs.fair, True),
            (say("Best"), rungs.best, False),
        )
        return tuple(
            Mark(word, value, words.points(value), is_main) for word, value, is_main in known if value is not None
        )

    def _no_scale(self, move: NextMove) -> str:
        obstacle = move.valuation.obstacle
        if obstacle is None:
            return ""
        return self._say("No value can be told: {why}", why=self._say.message(obstacle))

    def _targets(self, move: NextMove) -> tuple[Target, ...]:
        """Return our targets on what is still open, those on what counts most first."""
        shares = move.valuation.shares
        issues = [each for each in self._negotiation.issues if each.fair is not None and each.id not in move.settled]
        words = PeekWords(self._say, move)
        found = []
        for issue in sorted(issues, key=lambda each: -shares.get(each.id, Fraction(0))):
            if issue.fair is not None:
                shown = words.value(issue.id, issue.fair)
                whole = words.value(issue.id, issue.fair, unit=True)
                found.append(Target(words.name(issue.id), shown, whole.removeprefix(shown).strip()))
        return tuple(found)

    def _why_title(self, move: NextMove) -> str:
        if move.is_against_batna or not move.gaps:
            return self._say("Why, against the BATNA") if move.gaps else self._say("Why")
        return self._say("Why, against your targets")

    def _repair(self, move: NextMove, words: PeekWords) -> Part:
        say, verdict, stood = self._say, move.verdict, move.stood[Side.THEM]
        if verdict is None:
            return Part()
        if verdict.flag is Flag.ACT:
            return Part(say("Cheapest repair, by them"), words.repairs(verdict, move.certain_repairs, stood)[:_MOST])
        steps = words.to_target(move.to_target, stood)[:_MOST]
        if steps:
            return Part(say("To your target, one of"), steps)
        nothing = say("Nothing has to be repaired.")
        return Part(say("Repair"), (phrase(nothing, muted=(nothing,)),))

    # what comes next

    def _gives(self, move: NextMove, words: PeekWords) -> Part:
        say, found = self._say, move.gives
        aside = ""
        if found.spare is not None:
            points = say.points(abs(found.spare))
            above = say("{points} points above your floor", points=points)
            aside = above if found.spare > 0 else say("your offer is at its floor")
        lines = tuple(words.give(each) for each in found.gives[:_MOST])
        if not lines:
            nothing = self._nothing_to_give(move)
            lines = (phrase(nothing, muted=(nothing,)),)
        return Part(say("You can still give"), lines, aside)

    def _nothing_to_give(self, move: NextMove) -> str:
        say, found = self._say, move.gives
        if found.is_planned:
            return say("Everything on your concession ladder is given.")
        if found.spare is not None and found.spare <= 0:
            return say("Nothing without something in return.")
        if all(issue.fair is None and issue.limit is None for issue in self._negotiation.issues):
            return say("Set targets and limits in Prepare, and what is left shows here.")
        return say("Nothing: you stand at your targets and limits.")

    def _asks(self, move: NextMove, words: PeekWords, typed: AboutTo | None) -> Part:
        say = self._say
        found = move.asks(typed)
        is_return = typed is not None and typed.cost > 0
        title = say("Ask in return, one of") if is_return else say("Ask next, one of")
        lines = tuple(words.ask(each) for each in found[:_MOST])
        if not lines:
            nothing = say("Nothing on the table makes good for it.") if is_return else self._nothing_to_ask(move)
            lines = (phrase(nothing, muted=(nothing,)),)
        return Part(title, lines, self._known(move, found))

    def _nothing_to_ask(self, move: NextMove) -> str:
        if move.valuation.obstacle is not None:
            return self._say("Weigh the issues first.")
        if not move.stood[Side.THEM] and not move.stood[Side.US]:
            return self._say("Nothing lies on the table yet.")
        return self._say("They stand where you want them.")

    def _known(self, move: NextMove, found: Sequence[Ask]) -> str:
        """Return what the order of the asks rests on."""
        if not found:
            return ""
        if all(each.cost is None for each in found):
            return self._say("their side is not estimated")
        basis = max((each.basis for each in move.preferences), key=list(Basis).index, default=Basis.GUESS)
        return self._say("by what it costs them ({basis})", basis=basis_word(self._say, basis))

    def _labels(self, pair: EqualPair) -> tuple[str, str]:
        taken = [each.label for each in self._negotiation.candidates]
        free = islice(free_labels(taken), 2)
        first, second = (each.label or next(free) for each in pair.packages)
        return first, second

    def _pair(self, move: NextMove, pair: EqualPair, words: PeekWords) -> Pair:
        say = self._say
        one, other = pair.packages
        figures = [say.points(each.value) for each in pair.packages]
        if figures[0] == figures[1]:
            title = say("Two packages worth the same to you: {points}", points=figures[0])
        else:
            title = say(
                "Two packages worth nearly the same to you: {one} and {other}", one=figures[0], other=figures[1]
            )
        aside = ""
        if pair.above_batna is not None:
            if pair.above_batna >= LEAST:
                aside = say("{points} above the BATNA", points=say.points(pair.above_batna))
            else:
                aside = say("no better than the BATNA")
        labels = self._labels(pair)
        terms = [by_issue(each.terms) for each in (one, other)]
        rows = []
        for issue in self._negotiation.issues:
            values = [EN_DASH if issue.id not in each else words.term(each[issue.id]) for each in terms]
            differs, counts = issue.id in pair.differing, move.valuation.shares.get(issue.id, Fraction(0))
            row = PairRow(words.name(issue.id), issue.unit, (values[0], values[1]), differs, counts)
            rows.append(row)
        return Pair(
            title=title,
            aside=aside,
            labels=labels,
            shared=(one.is_shared, other.is_shared),
            rows=tuple(rows),
            tells=self._tells(pair, labels, words),
        )

    def _tells(self, pair: EqualPair, labels: tuple[str, str], words: PeekWords) -> Part:
        """Return which issues count more to them by the package that they take."""
        say, lines = self._say, []
        for label, package in zip(labels, pair.packages, strict=True):
            data = {"label": label, "issues": words.names(package.tells)}
            if len(package.tells) > 1:
                lines.append(phrase(say("{label}: {issues} count more.", **data), (label,)))
            elif package.tells:
                lines.append(phrase(say("{label}: {issues} counts more.", **data), (label,)))
        weakest = Basis.GUESS if pair.supposed else pair.grounds.weakest
        aside = basis_word(say, weakest) if weakest is not Basis.SAID else ""
        return Part(say("What the answer tells"), tuple(lines), aside) if lines else Part()

    # what we know of them, and how it goes

    def _prefer(self, move: NextMove, words: PeekWords) -> Part:
        lines = [*words.prefer(move.preferences), *(words.interest(each) for each in move.interests[:1])]
        if not lines:
            nothing = self._say("Nothing is estimated of their side.")
            lines = [phrase(nothing, muted=(nothing,))]
        return Part(self._say("They probably prefer"), tuple(lines))

    def _check(self, move: NextMove) -> str:
        pair = move.pair
        if isinstance(pair, Message):
            return ""
        if pair.supposed:
            if not pair.grounds.estimates:
                return self._say("their side is not estimated")
            return self._say("not estimated: {issues}", issues=PeekWords(self._say, move).names(pair.supposed))
        weakest = pair.grounds.weakest
        if weakest in (None, Basis.SAID):
            return ""
        return self._say("their side is a guess") if weakest is Basis.GUESS else self._say("their side is observed")

    def _signs(self, move: NextMove) -> Part:
        say = self._say
        lines = [phrase(say.message(each.message)) for each in move.signs[:_WAYS]]
        more = len(move.signs) - _WAYS
        if more > 0:
            lines.append(phrase(say.plural("And {n} more.", "And {n} more.", more)))
        if move.on_little is not None:
            lines.append(phrase(say.message(move.on_little)))
        title = say("The talk turns win-lose") if move.signs else say("Time")
        return Part(title, tuple(lines)) if lines else Part()

    def _ways(self, move: NextMove, words: PeekWords) -> Part:
        say = self._say
        lines = []
        for way in move.ways_back[:_WAYS]:
            risk = say.message(way.risk)
            lines.append(phrase(f"{say.message(way.what)} {risk}", muted=(risk,)))
        if not lines and move.on_little is not None:
            heavy = self._heaviest(move)
            if heavy:
                lines.append(phrase(say("Park it, and go on with {issue}.", issue=words.name(heavy))))
        return Part(say("Ways back"), tuple(lines)) if lines else Part()

    def _heaviest(self, move: NextMove) -> int:
        """Return the open issue that counts most, 0 where there is none."""
        shares = move.valuation.shares
        open_issues = [each.id for each in self._negotiation.issues if each.id not in move.settled]
        return max(open_issues, key=lambda each: shares.get(each, Fraction(0)), default=0)
