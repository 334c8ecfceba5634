"""ui: the lists of both sides' needs and of the common goals without their widgets - typed, marked as said, linked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from core.naming import basis_word, need_word
from core.need import CommonGoal, Need, NeedKind
from core.negotiation import Negotiation
from core.side import Basis, Side
from core.words import EN_DASH
from ui.sheets.cells import locked, marked
from ui.sheets.columns import GridColumn
from ui.sheets.kept import Shelf
from ui.sheets.part_rows import Fields, ListRows, ListStore
from ui.sheets.prepared import Prepared
from ui.sheets.reader import Reader
from ui.widgets.sheet_model import Cell

if TYPE_CHECKING:
    from db.logbook import Logbook


class NeedRows(ListRows[Need]):
    """The needs of one side: hopes and concerns, theirs with what they rest on."""

    def __init__(self, side: Side, logbook: Logbook, reader: Reader, shelf: Shelf) -> None:
        """Take whose needs they are, the logbook, the reader of the region and the shelf."""
        super().__init__(logbook, reader, shelf)
        self.side = side

    def columns(self, _prepared: Prepared) -> tuple[GridColumn, ...]:
        say = self.reader.say
        said = say("Said at the table: only such a need may face them")
        basis = GridColumn("basis", say("Basis"), width=72, is_text=True, muted=True)
        return (
            GridColumn("text", say("Hopes and concerns"), width=130, is_text=True, stretch=1, wrap=True),
            GridColumn("kind", say("Kind"), width=72, is_text=True),
            *((basis,) if self.side is Side.THEM else ()),
            GridColumn("is_shared", say("Shared"), width=52, mark=True, tip=said),
        )

    def choices(self, _prepared: Prepared) -> dict[str, tuple[str, ...]]:
        say = self.reader.say
        return {
            "kind": tuple(need_word(say, kind) for kind in NeedKind),
            "basis": tuple(basis_word(say, basis) for basis in Basis),
        }

    def parts(self, negotiation: Negotiation) -> Sequence[Need]:
        return [each for each in negotiation.needs if each.side is self.side]

    def cells(self, _prepared: Prepared, part: Need) -> dict[str, Cell]:
        say = self.reader.say
        return {
            "text": marked(part, "text", part.text),
            "kind": marked(part, "kind", need_word(say, part.kind)),
            "basis": marked(part, "basis", basis_word(say, part.basis)),
            "is_shared": Cell(say("yes") if part.is_shared else ""),
        }

    def blank(self, negotiation: Negotiation) -> Need:
        return Need(negotiation_id=negotiation.id, side=self.side, text="", basis=self._basis)

    def read(self, prepared: Prepared, _part: Need, key: str, text: str) -> Fields:
        say = self.reader.say
        match key:
            case "kind":
                words = {kind: need_word(say, kind) for kind in NeedKind}
                found = self.reader.one_of(text, words, say("A need is a hope or a concern. Type one of them."))
                return {key: found or NeedKind.HOPE}
            case "basis":
                return {key: self.reader.basis(text) or self._basis}
            case "is_shared":
                return {key: self.reader.yes(text)}
            case "goal":
                return {"goal_id": self._goal(prepared, text)}
        return {key: " ".join(text.split())}

    def is_empty(self, part: Need) -> bool:
        return not part.text

    def completed(self, _prepared: Prepared, fields: Fields) -> Fields | None:
        if not fields.get("text"):
            return None
        return {"side": self.side, "basis": self._basis, **fields}

    @property
    def store(self) -> ListStore:
        return self.logbook.needs

    def all_parts(self, negotiation: Negotiation) -> Sequence[Need]:
        return negotiation.needs

    # inside

    @property
    def _basis(self) -> Basis | None:
        return Basis.GUESS if self.side is Side.THEM else None

    def _goal(self, prepared: Prepared, text: str) -> int | None:
        """Read which goal a need leads to: its number in the list, or its first words."""
        goals, wanted = prepared.negotiation.common_goals, text.strip()
        if not wanted:
            return None
        if wanted.isascii() and wanted.isdigit() and 1 <= int(wanted) <= len(goals):
            return goals[int(wanted) - 1].id
        words = {goal.id: goal.text for goal in goals}
        trouble = self.reader.say("There is no such goal. Type its number in the list above.")
        return self.reader.one_of(wanted, words, trouble)


class LinkRows(NeedRows):
    """The needs of one side with the common goal that each leads to: its number is all that is typed."""

    def columns(self, _prepared: Prepared) -> tuple[GridColumn, ...]:
        say = self.reader.say
        tip = say("The number of the common goal that the need leads to")
        return (
            GridColumn("goal", say("Goal"), width=44, tip=tip),
            GridColumn(
                "text", say("Hopes and concerns"), width=130, is_text=True, stretch=1, editable=False, wrap=True
            ),
            GridColumn("kind", say("Kind"), width=72, is_text=True, editable=False, muted=True),
        )

    def choices(self, _prepared: Prepared) -> dict[str, tuple[str, ...]]:
        return {}

    def cells(self, prepared: Prepared, part: Need) -> dict[str, Cell]:
        say = self.reader.say
        numbers = {goal.id: number for number, goal in enumerate(prepared.negotiation.common_goals, start=1)}
        number = numbers.get(part.goal_id or 0)
        return {
            "goal": Cell("" if number is None else say.number(number)),
            "text": locked(part.text),
            "kind": locked(need_word(say, part.kind)),
        }

    def is_empty(self, _part: Need) -> bool:
        return False


class GoalRows(ListRows[CommonGoal]):
    """The common goals, each with the number by which a need names it and how many needs of both sides do."""

    def columns(self, _prepared: Prepared) -> tuple[GridColumn, ...]:
        say = self.reader.say
        needs, said = say("Needs"), say("Spoken of at the table: only such a goal may face them")
        return (
            GridColumn("number", say("No."), width=32, editable=False, muted=True),
            GridColumn("text", say("Common goal"), width=200, is_text=True, stretch=1, wrap=True),
            GridColumn("us", say("Ours"), needs, 44, editable=False),
            GridColumn("them", say("Theirs"), needs, 48, editable=False),
            GridColumn("is_shared", say("Shared"), width=52, mark=True, tip=said),
        )

    def parts(self, negotiation: Negotiation) -> Sequence[CommonGoal]:
        return negotiation.common_goals

    def cells(self, prepared: Prepared, part: CommonGoal) -> dict[str, Cell]:
        say, needs = self.reader.say, prepared.negotiation.needs
        number = prepared.negotiation.common_goals.index(part) + 1
        counts = {side: sum(1 for each in needs if each.goal_id == part.id and each.side is side) for side in Side}
        return {
            "number": locked(say.number(number)),
            "text": marked(part, "text", part.text),
            **{side.value: locked(say.number(count) if count else EN_DASH) for side, count in counts.items()},
            "is_shared": Cell(say("yes") if part.is_shared else ""),
        }

    def told(self, prepared: Prepared, part: CommonGoal) -> str:
        say = self.reader.say
        sides = {each.side for each in prepared.negotiation.needs if each.goal_id == part.id}
        if len(sides) == len(Side):
            return ""
        if not sides:
            return say("Say below which needs of both sides lead to it, by its number.")
        return say("Only theirs so far.") if Side.THEM in sides else say("Only ours so far: ask what they need of it.")

    def blank(self, negotiation: Negotiation) -> CommonGoal:
        return CommonGoal(negotiation_id=negotiation.id, text="")

    def read(self, _prepared: Prepared, _part: CommonGoal, key: str, text: str) -> Fields:
        if key == "is_shared":
            return {key: self.reader.yes(text)}
        return {key: " ".join(text.split())}

    def is_empty(self, part: CommonGoal) -> bool:
        return not part.text

    def completed(self, _prepared: Prepared, fields: Fields) -> Fields | None:
        return fields if fields.get("text") else None

    @property
    def store(self) -> ListStore:
        return self.logbook.common_goals
