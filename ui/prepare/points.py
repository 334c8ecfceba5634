"""ui: the lists of a plan's points without their widgets - questions, arguments, tactics, agenda and the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from core.issue import Issue
from core.meeting import Meeting
from core.negotiation import Negotiation
from core.plan import PlanPoint, PointKind
from core.side import Side
from core.tactics import Tactic, by_number
from core.words import Words
from ui.sheets.cells import locked
from ui.sheets.columns import GridColumn
from ui.sheets.kept import NotRead, Shelf
from ui.sheets.part_rows import Fields, ListRows, ListStore
from ui.sheets.prepared import Prepared
from ui.sheets.reader import Reader
from ui.widgets.sheet_model import Cell, CellState

if TYPE_CHECKING:
    from db.logbook import Logbook

QUESTIONS, ARGUMENTS, TACTICS = "questions", "arguments", "tactics"
PROTECT, SHARE, ROLES, AGENDA, MOVES = "protect", "share", "roles", "agenda", "moves"
KINDS: Mapping[str, tuple[PointKind, ...]] = {
    QUESTIONS: (PointKind.QUESTION, PointKind.TEST),
    ARGUMENTS: (PointKind.ARGUMENT,),
    TACTICS: (PointKind.TACTIC,),
    PROTECT: (PointKind.PROTECT,),
    SHARE: (PointKind.SHARE,),
    ROLES: (PointKind.ROLE,),
    AGENDA: (PointKind.AGENDA,),
    MOVES: (PointKind.MOVE,),
}
_MOST_MINUTES = 24 * 60
_FIELDS = {"issue": "issue_id", "meeting": "meeting_id", "done": "is_done", "tests": "kind"}


class PointRows(ListRows[PlanPoint]):
    """The rows of one list of points."""

    def __init__(self, key: str, logbook: Logbook, reader: Reader, shelf: Shelf, known: Sequence[Tactic] = ()) -> None:
        """Take which list it is, the logbook, and the tactics that are known by name."""
        super().__init__(logbook, reader, shelf)
        self.key = key
        self.kinds = KINDS[key]
        self.known = known

    def columns(self, prepared: Prepared) -> tuple[GridColumn, ...]:
        found = _columns(self.key, self.reader.say)
        if self.key == AGENDA and len(coming(prepared.negotiation)) > 1:
            # which one it is for is asked only where there are several
            meeting = GridColumn("meeting", self.reader.say("Meeting"), width=96, is_text=True)
            return (*found[:3], meeting, *found[3:])
        return found

    def choices(self, prepared: Prepared) -> dict[str, tuple[str, ...]]:
        say = self.reader.say
        return {
            "issue": tuple(issue.name for issue in prepared.negotiation.issues),
            "meeting": tuple(meeting_word(say, each) for each in coming(prepared.negotiation)),
            "side": (say("they"), say("we")),
            "tactic": tuple(each.name for each in self.known),
        }

    def parts(self, negotiation: Negotiation) -> Sequence[PlanPoint]:
        return [each for each in negotiation.plan_points if each.kind in self.kinds]

    def cells(self, prepared: Prepared, part: PlanPoint) -> dict[str, Cell]:
        cells = {
            column.key: self._cell(prepared, part, column.key) for column in self.columns(prepared) if column.editable
        }
        if self.key == AGENDA:
            cells |= self._shares(prepared, part)
        return cells

    def totals(self, prepared: Prepared) -> dict[str, Cell] | None:
        if self.key != AGENDA:
            return None
        say, minutes = self.reader.say, minutes_of(prepared.negotiation)
        return {"text": Cell(say("Together")), "minutes": Cell(say.number(minutes) if minutes else "")}

    def blank(self, negotiation: Negotiation) -> PlanPoint:
        side = Side.THEM if self.key == TACTICS else None
        return PlanPoint(negotiation_id=negotiation.id, kind=self.kinds[0], side=side)

    def read(self, prepared: Prepared, part: PlanPoint, key: str, text: str) -> Fields:
        say, clean = self.reader.say, text.strip()
        match key:
            case "issue":
                issue = issue_named(prepared.negotiation, clean, say)
                return {"issue_id": None if issue is None else issue.id}
            case "meeting":
                return {"meeting_id": _meeting_id(prepared.negotiation, clean, say)}
            case "done":
                return {"is_done": self.reader.yes(clean)}
            case "tests":
                return {"kind": PointKind.TEST if self.reader.yes(clean) else PointKind.QUESTION}
            case "minutes":
                return {"minutes": self._minutes(clean)}
            case "side":
                return {"side": _side(clean, say)}
            case "tactic":
                return self._tactic(clean, part)
        return {key: clean}

    def is_empty(self, part: PlanPoint) -> bool:
        return not (part.text or part.reply or part.who or part.tactic or part.minutes or part.issue_id)

    def completed(self, _prepared: Prepared, fields: Fields) -> Fields | None:
        kept = {"kind": self.kinds[0], **fields}
        if self.key == TACTICS:
            kept.setdefault("side", Side.THEM)
        return kept if any(value for name, value in fields.items() if name not in ("kind", "side")) else None

    @property
    def store(self) -> ListStore:
        return self.logbook.plan_points

    def all_parts(self, negotiation: Negotiation) -> Sequence[PlanPoint]:
        return negotiation.plan_points

    # inside

    def _cell(self, prepared: Prepared, point: PlanPoint, key: str) -> Cell:
        say = self.reader.say
        marked = _FIELDS.get(key, key) in point.prefilled
        state, reason = CellState.PLAIN, ""
        if marked or (key == "tactic" and {"tactic", "text"} & set(point.prefilled)):
            state, reason = CellState.PREFILLED, say("Filled in. Type over it, or keep it with F2 and Enter.")
        text = self._text(prepared, point, key)
        if self.key == AGENDA and key == "text" and not text and point.issue_id is not None:
            reason = say("The name of the issue, which stays with us. Type what both sides may read.")
            return Cell(self._text(prepared, point, "issue"), CellState.PREFILLED, reason, edit="")
        return Cell(text, state, reason)

    def _text(self, prepared: Prepared, point: PlanPoint, key: str) -> str:
        say = self.reader.say
        match key:
            case "issue":
                issue = prepared.negotiation.issue_by_id.get(point.issue_id or 0)
                return "" if issue is None else issue.name
            case "meeting":
                found = (each for each in prepared.negotiation.meetings if each.id == point.meeting_id)
                return next((meeting_word(say, each) for each in found), "")
            case "done":
                return say("yes") if point.is_done else ""
            case "tests":
                return say("yes") if point.kind is PointKind.TEST else ""
            case "minutes":
                return "" if point.minutes is None else say.number(point.minutes)
            case "side":
                return side_word(say, point.side)
            case "tactic":
                return tactic_name(point, self.known)
        return str(getattr(point, key))

    def _shares(self, prepared: Prepared, point: PlanPoint) -> dict[str, Cell]:
        """Return the entry's share of the time beside the share that its issue has of the value."""
        say, whole = self.reader.say, minutes_of(prepared.negotiation)
        share = prepared.valuation.shares.get(point.issue_id or 0)
        time = Fraction(point.minutes, whole) if point.minutes and whole else None
        return {
            "time_share": locked("" if time is None else say.number(time * 100, 0)),
            "value_share": locked("" if share is None else say.number(share * 100, 0)),
        }

    def _minutes(self, text: str) -> int | None:
        number = self.reader.number(text, "min", above=0)
        if number is None:
            return None
        if number != int(number) or number > _MOST_MINUTES:
            raise NotRead(self.reader.say("Type whole minutes, for example 15."))
        return int(number)

    def _tactic(self, text: str, part: PlanPoint) -> Fields:
        """Take a name or number of the list as that tactic, with its answer where none is written; else as words."""
        found = next(
            (each for each in self.known if text.casefold() == each.name.casefold() or text == str(each.number)), None
        )
        if found is None:
            return {"tactic": None, "text": text}
        fields: Fields = {"tactic": found.number, "text": ""}
        if found.counter and not part.reply and part.side is not Side.US:
            marks = tuple(each for each in part.prefilled if each not in ("tactic", "text"))
            fields |= {"reply": found.counter, "prefilled": (*marks, "reply")}
        return fields


def _columns(key: str, say: Words) -> tuple[GridColumn, ...]:
    """Return the columns of a list; the first that is editable is the one that a new row begins in."""

    def text(name: str, title: str, stretch: int = 3, width: int = 120) -> GridColumn:
        return GridColumn(name, title, width=width, is_text=True, stretch=stretch, wrap=True)

    issue = GridColumn(
        "issue", say("On"), width=92, is_text=True, stretch=1, wrap=True, tip=say("The issue that it is about")
    )
    match key:
        case "questions":
            tip = say("The answer tells whether they want win-win")
            return (
                text("text", say("We ask")),
                issue,
                text("reply", say("They answer"), 2),
                GridColumn("tests", say("Win-win?"), width=62, mark=True, tip=tip),
                GridColumn("done", say("Asked"), width=48, mark=True),
            )
        case "arguments":
            return (
                text("text", say("We say")),
                issue,
                text("reply", say("They may reply")),
                GridColumn("done", say("Used"), width=48, mark=True),
            )
        case "tactics":
            return (
                text("tactic", say("Tactic"), 2),
                GridColumn("side", say("Who"), width=52, is_text=True, tip=say("Expected of them, or ours")),
                text("reply", say("What answers theirs, what ours is for")),
                GridColumn("done", say("Seen"), width=48, mark=True),
            )
        case "protect":
            return text("text", say("Not to be told")), text("reply", say("If they ask, we say"))
        case "share":
            return text("text", say("May be told")), text("reply", say("What it is good for"))
        case "roles":
            return text("who", say("Who"), 1, 96), text("text", say("Does what"), 2)
        case "agenda":
            return (
                text("text", say("Entry, for both to read"), 3, 110),
                GridColumn("issue", say("On"), width=84, is_text=True, stretch=1, wrap=True),
                GridColumn("minutes", say("Minutes"), width=58),
                GridColumn("time_share", say("Time, %"), width=58, editable=False, muted=True),
                GridColumn("value_share", say("Weight, %"), width=66, editable=False, muted=True),
            )
    return (
        text("text", say("To be done")),
        GridColumn("who", say("Who"), width=130, is_text=True, stretch=1, wrap=True),
        GridColumn("done", say("Done"), width=48, mark=True),
    )


# -- in words --------------------------------------------------------------------------------------------------------


def tactic_name(point: PlanPoint, known: Sequence[Tactic]) -> str:
    """Return the name of a tactic that is planned or expected, in the user's own words or the list's."""
    if point.text or point.tactic is None:
        return point.text
    found = by_number(known).get(point.tactic)
    return str(point.tactic) if found is None else found.name


def side_word(say: Words, side: Side | None) -> str:
    """Return who does it."""
    return "" if side is None else {Side.US: say("we"), Side.THEM: say("they")}[side]


def coming(negotiation: Negotiation) -> tuple[Meeting, ...]:
    """Return the meetings that are planned or being held, by time."""
    found = [each for each in negotiation.meetings if each.planned_at is not None and each.ended_at is None]
    return tuple(sorted(found, key=lambda each: (each.planned_at is None, each.planned_at, each.id)))


def meeting_word(say: Words, meeting: Meeting) -> str:
    """Return a meeting by its day, and its time."""
    moment = meeting.planned_at or meeting.started_at
    return "" if moment is None else f"{say.weekday(moment)}, {say.clock(moment)}"


def minutes_of(negotiation: Negotiation) -> int:
    """Return how long the agenda takes together."""
    return sum(each.minutes or 0 for each in negotiation.plan_points if each.kind is PointKind.AGENDA)


def issue_named(negotiation: Negotiation, text: str, say: Words) -> Issue | None:
    """Return the issue of this name or key, None for no text; raises NotRead with the names that there are."""
    if not text:
        return None
    wanted = text.casefold()
    for issue in negotiation.issues:
        if wanted in (issue.name.casefold(), issue.alias.casefold()):
            return issue
    names = ", ".join(issue.name for issue in negotiation.issues)
    raise NotRead(say("No issue is called so. There are: {names}.", names=names))


def _meeting_id(negotiation: Negotiation, text: str, say: Words) -> int | None:
    if not text:
        return None
    words = {meeting_word(say, each): each.id for each in coming(negotiation)}
    like = [each for each in words if text.casefold() in each.casefold()]
    if len(like) != 1:
        names = "; ".join(words)
        raise NotRead(say("Type which meeting it is for: {names}. Empty is for all of them.", names=names))
    return words[like[0]]


def _side(text: str, say: Words) -> Side:
    wanted = text.casefold()
    if wanted in (say("we").casefold(), "we", "w", "us"):
        return Side.US
    if wanted in (say("they").casefold(), "they", "t", "them"):
        return Side.THEM
    raise NotRead(say("Type “they” for a tactic expected of them, “we” for one of ours."))
