"""ui: the tables of Meet, in grey - their columns, and the rows that a presenter's rows become."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt

from core.line import Verb
from ui.meet.log_rows import LogRow
from ui.meet.presenter import PositionRow, PromiseRow
from ui.meet.sitting import AgendaRow
from ui.tools import Tools
from ui.widgets.data_table import DataTable, TableCell, TableColumn, TableRow
from ui.widgets.flag import Level
from ui.widgets.spans import Mark, Span

SIDE = 24  # from the edge of a pane to its text, pixels at 100 %
_NAME = 112  # pixels at 100 % in which some twelve letters of an issue's name stand
_CONDITION = 184  # pixels at 100 % that a condition takes at most from the line
_RIGHT = Qt.AlignmentFlag.AlignRight


def positions_table(tools: Tools, *, bleed: int = SIDE) -> DataTable:
    """Return the table of the issues with what both sides stand by.

    Figures stay whole and names can be told apart: what can be reckoned gives way first, then the unit.
    """
    say = tools.say
    columns = [
        TableColumn("issue", say("Issue"), stretch=6, least=_NAME, role="sentence", both_ends=True),
        TableColumn("unit", gives=2, muted=True),
        TableColumn("they", say("They"), _RIGHT, stretch=1, role="sentence", whole=True),
        TableColumn("we", say("We"), _RIGHT, stretch=1, role="sentence", whole=True),
        TableColumn("apart", say("Apart"), _RIGHT, stretch=1, gives=1, muted=True, whole=True),
        TableColumn("state", muted=True),
    ]
    return _table(tools, say("Last positions"), columns, bleed=bleed)


def promises_table(tools: Tools, *, bleed: int = SIDE) -> DataTable:
    """Return the table of what was promised."""
    columns = [
        TableColumn("who", width=72, muted=True),
        TableColumn("text", stretch=1),
        TableColumn("due", align=_RIGHT, muted=True),
    ]
    return _table(tools, tools.say("Promised"), columns, header=False, bleed=bleed)


def unread_table(tools: Tools) -> DataTable:
    """Return the table of the lines to be cleared up, each of which can be opened."""
    columns = [
        TableColumn("time", width=72, muted=True),
        TableColumn("text", stretch=1),
        TableColumn("state", align=_RIGHT),
    ]
    return _table(tools, tools.say("To clear up"), columns, header=False, selectable=True)


def agenda_table(tools: Tools) -> DataTable:
    """Return the table of the agenda."""
    columns = [TableColumn("text", stretch=1), TableColumn("time", align=_RIGHT, muted=True)]
    return _table(tools, tools.say("Agenda"), columns, header=False)


def log_table(tools: Tools) -> DataTable:
    """Return the table of the log, which scrolls by itself."""
    say = tools.say
    table = DataTable(tools.theme, say, say("Log"), bleed=SIDE, greyscale=True)
    table.set_columns(
        [
            TableColumn("time", say("Time"), width=60, muted=True),
            TableColumn("who", say("Who"), width=60),
            TableColumn("line", say("Line"), stretch=1, wrap=True),
            TableColumn("condition", say("Condition"), _RIGHT, most=_CONDITION, role="meta", muted=True, wrap=True),
        ]
    )
    return table


def _table(
    tools: Tools,
    name: str,
    columns: Sequence[TableColumn],
    *,
    header: bool = True,
    selectable: bool = False,
    bleed: int = SIDE,
) -> DataTable:
    table = DataTable(
        tools.theme, tools.say, name, bleed=bleed, greyscale=True, header=header, fits=True, selectable=selectable
    )
    table.set_columns(columns)
    return table


class KeptRows:
    """Rows of a table, each the same one as long as the log's row is the same."""

    def __init__(self, make: Callable[[LogRow], TableRow]) -> None:
        self._make = make
        self._rows: dict[int | str, tuple[LogRow, TableRow]] = {}

    def of(self, rows: Sequence[LogRow]) -> list[TableRow]:
        """Return the rows of the table."""
        for row in rows:
            kept = self._rows.get(row.row_id)
            if kept is None or kept[0] is not row:
                self._rows[row.row_id] = row, self._make(row)
        return [self._rows[row.row_id][1] for row in rows]


def position_row(row: PositionRow) -> TableRow:
    """Return the row of an issue: its state, else whether it is to be looked at."""
    if row.state:
        state = TableCell(row.state)
    elif row.is_check:
        state = TableCell("", flag=Level.CHECK)
    else:
        state = TableCell("", flag=Level.FINE)
    cells = {
        "issue": TableCell(row.name, tip=f"{row.name}, {row.unit}" if row.unit else row.name),
        "unit": TableCell(row.unit),
        "they": TableCell(row.they),
        "we": TableCell(row.we),
        "apart": TableCell(row.apart),
        "state": state,
    }
    return TableRow(row.issue_id, cells, bold=row.is_check, edge=row.is_check)


def promise_row(row: PromiseRow) -> TableRow:
    """Return the row of a promise."""
    cells = {"who": TableCell(row.who), "text": TableCell(row.text), "due": TableCell(row.due)}
    return TableRow(row.commitment_id, cells)


def agenda_row(row: AgendaRow) -> TableRow:
    """Return the row of an entry of the agenda; time that is over is bold."""
    return TableRow(row.point_id, {"text": TableCell(row.text), "time": TableCell(row.time, bold=row.is_over)})


def log_row(row: LogRow, key_word: str) -> TableRow:
    """Return the row of a line; what was kept as typed is dotted, what is ours alone stands back.

    Beside a flag is room for a word: a condition then stands behind the line.
    """
    unread = row.verb is Verb.UNREAD and not row.words.is_unspoken
    mark = Mark.DOTTED if unread else Mark.BOLD
    spans = (Span(0, len(row.words.text), mark),) if unread else tuple(Span(at, n, mark) for at, n in row.words.figures)
    quiet = row.words.is_unspoken or row.verb in (Verb.NEW_ISSUE, Verb.ROUND)
    text, condition, key = row.words.text, row.words.condition, key_word if row.is_key else ""
    if row.is_check and condition:
        spans = (*spans, Span(len(text) + 2, len(condition), Mark.MUTED))
        text, condition = f"{text}, {condition}", ""
    words = ", ".join(part for part in (condition, key) if part)
    return TableRow(
        row.row_id,
        {
            "time": TableCell(row.time),
            "who": TableCell(row.who, bold=True),
            "line": TableCell(text, spans=spans, color="muted" if quiet else ""),
            "condition": TableCell(words, flag=Level.CHECK if row.is_check else None),
        },
    )


def unread_row(tools: Tools, row: LogRow) -> TableRow:
    """Return the row of a line that is still to be cleared up; what is ours alone stands back, as in the log."""
    quiet = row.words.is_unspoken
    text = TableCell(row.words.text, spans=(Span(0, len(row.words.text), Mark.DOTTED),))
    return TableRow(
        row.line_id,
        {
            "time": TableCell(row.time),
            "text": TableCell(row.words.text, color="muted") if quiet else text,
            "state": TableCell("" if quiet else tools.say("as typed"), color="muted"),
        },
    )
