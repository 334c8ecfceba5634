"""A meeting of sixty lines by key events: each is read, worth and lit as the table written by hand says.

`sixty_lines.txt` was worked out on paper from the formulas of the field. The table: Price 100..110 EUR/pc, best to
worst (weight 40), limit 108; Payment 60..10 days (20), limit 14; Lead time 2..12 weeks (15); Warranty 36..12 months
(10); Incoterm DAP 1, FCA 0.5, EXW 0 (5); Start 1 Dec 2026..20 Jan 2027 (10); Volume 500..300 k pcs (0). In points
of 100: a euro is 4, a day of payment 0.4, a week 1.5, a month 5/12, a day of the start 0.2. BATNA 105 / 25 / 7 / 24
/ EXW / 26 Dec: 20 + 6 + 7.5 + 5 + 0 + 5 = 43.5. Minimum 106 / 30 / 8 / 24 / FCA / 31 Dec: 16 + 8 + 6 + 5 + 2.5 + 4
= 41.5.

From the 23rd line on there is Rebate 4..0 % (10), which takes a tenth: all of the above times 0.9, a per cent of
rebate is 2.5. What it is worth in the BATNA and in the minimum is open: 39.15..49.15 and 37.35..47.35.

How a line is entered: 1 by Enter, 2 by Enter twice, c1 by Ctrl+1, r by Enter, a reason and Enter. The lights are
limit, BATNA, minimum, term: A act, X certain, P possible, C clear, - nothing to judge against. Worked out is what
stands, term by term, and what is open.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.issue import Option, ScaleKind
from core.line import Line, Verb
from core.negotiation import Negotiation
from core.side import Side
from core.term import Package, Term, Value
from core.verdict import Given, Light
from db.logbook import Logbook
from tests.ui.meet.conftest import Clock
from tests.ui.typist import type_text
from ui.meet.view import MeetView
from ui.tools import Tools

_LIGHTS = {
    Light.ACT: "A",
    Light.CERTAIN: "X",
    Light.POSSIBLE: "P",
    Light.CLEAR: "C",
    Light.NONE: "-",
    Light.CANNOT_JUDGE: "?",
}
_REASON = "last way out"


class Row(NamedTuple):
    """One line of the meeting."""

    typed: str
    how: str
    who: str
    says: str
    said: str
    said_lights: str
    stands: str
    stands_lights: str
    worked_out: str = ""


def _read_rows() -> tuple[Row, ...]:
    _, *lines = (Path(__file__).parent / "sixty_lines.txt").read_text(encoding="utf-8").splitlines()
    return tuple(Row(*(cell.strip() for cell in line.ljust(300).split("|"))) for line in lines)


ROWS = _read_rows()


def _prepare(logbook: Logbook) -> int:
    supplier = logbook.suppliers.add(name="Norvik").made
    made = logbook.negotiations.add(supplier_id=supplier, title="Sixty lines").made
    figures: list[tuple[str, str, str, Value, Value, int, Value]] = [
        ("Price", "p", "EUR/pc", Decimal(100), Decimal(110), 40, Decimal(106)),
        ("Payment", "pay", "days", Decimal(60), Decimal(10), 20, Decimal(30)),
        ("Lead time", "lead", "weeks", Decimal(2), Decimal(12), 15, Decimal(8)),
        ("Warranty", "war", "months", Decimal(36), Decimal(12), 10, Decimal(24)),
        ("Incoterm", "inco", "", "", "", 5, "FCA"),
        ("Start", "", "", date(2026, 12, 1), date(2027, 1, 20), 10, date(2026, 12, 31)),
    ]
    options = tuple(Option(label, Decimal(value)) for label, value in (("DAP", "1"), ("FCA", "0.5"), ("EXW", "0")))
    ids: dict[str, int] = {}
    for name, alias, unit, best, worst, weight, minimum in figures:
        kind = ScaleKind.OPTIONS if name == "Incoterm" else ScaleKind.DATE if name == "Start" else ScaleKind.NUMERIC
        ends = {"options": options} if kind is ScaleKind.OPTIONS else {"best": best, "worst": worst}
        fields = {"name": name, "alias": alias, "unit": unit, "kind": kind, "minimum": minimum, **ends}
        ids[alias] = logbook.issues.add(made, weight=Decimal(weight), **fields).made
    logbook.issues.change(ids["p"], limit=Decimal(108))
    logbook.issues.change(ids["pay"], limit=Decimal(14))
    volume = {"best": Decimal(500), "worst": Decimal(300), "weight": Decimal(0)}
    logbook.issues.add(made, name="Volume", alias="vol", unit="k pcs", **volume)
    batna: dict[str, Value] = {"p": Decimal(105), "pay": Decimal(25), "lead": Decimal(7), "war": Decimal(24)}
    batna |= {"inco": "EXW", "": date(2026, 12, 26)}
    logbook.alternatives.add(made, name="Other supplier", terms=_terms(ids, batna))
    package: dict[str, Value] = {"pay": Decimal(45), "lead": Decimal(6), "": date(2026, 12, 10)}
    logbook.candidates.add(made, label="B", terms=_terms(ids, package))
    return made


def _terms(ids: dict[str, int], values: dict[str, Value]) -> Package:
    return tuple(Term(issue_id=ids[alias], value=value) for alias, value in values.items())


@pytest.fixture
def table(qtbot: QtBot, tools: Tools, tmp_path: Path, clock: Clock) -> Iterator[MeetView]:
    clock.now = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
    with Logbook.create(tmp_path / "sixty.logroll", clock=clock) as logbook:
        made = _prepare(logbook)
        view = MeetView(tools, logbook)
        qtbot.addWidget(view)
        view.changes_made.connect(view.refresh)
        with qtbot.waitActive(view):
            view.show()
        view.show_negotiation(made)
        view.focus_first()
        yield view
        view.leave()


def test_sixty_lines_are_read_worth_and_lit_as_written_by_hand(table: MeetView, clock: Clock) -> None:
    assert len(ROWS) == 60
    assert {row.who.split()[1] for row in ROWS} == {str(verb) for verb in set(Verb) - {Verb.ROUND}}
    known: set[int] = set()
    for row in ROWS:
        clock.turn(minutes=1)
        _enter(table, row)
        negotiation = table.logbook.negotiations.load(table.negotiation_id)
        (line,) = (each for each in negotiation.lines if each.id not in known)
        known.add(line.id)
        assert _written(negotiation, line) == _expected(row)
        assert table.entry.line.text() == ""
        assert (line.exception == _REASON) is (row.how == "r")
        assert (line.meeting_id is None) is ("by mail" in row.typed)
    assert sum(bool(row.line_id) for row in table.presenter.log_rows()) == len(ROWS)


def _enter(table: MeetView, row: Row) -> None:
    target = table.entry.line.focusProxy()
    assert target is not None
    type_text(target, row.typed)
    if row.how.startswith("c"):
        assert table.entry.reading.choices > 1, row.typed
        QTest.keyClick(target, Qt.Key(int(Qt.Key.Key_0) + int(row.how[1:])), Qt.KeyboardModifier.ControlModifier)
        return
    QTest.keyClick(target, Qt.Key.Key_Return)
    if row.how == "r":
        assert table.entry.line.needs_reason
        type_text(target, f" # {_REASON}")
    if row.how in ("2", "r"):
        assert table.entry.line.text() != "", row.typed
        QTest.keyClick(target, Qt.Key.Key_Return)


def test_what_stands_is_the_sum_of_what_was_worked_out() -> None:
    for row in ROWS:
        known, _, still_open = row.worked_out.partition("; open ")
        low = sum((Fraction(each.split()[-1]) for each in known.split(" + ") if each), Fraction(0))
        width = sum((Fraction(each.split()[-1]) for each in still_open.split(", ") if each), Fraction(0))
        ends = [Fraction(end) for end in row.stands.split("..")] if row.stands else [Fraction(0)]
        assert [low, low + width] == [ends[0], ends[-1]], row.typed


def _expected(row: Row) -> Row:
    return row._replace(how="", worked_out="", said=_points(row.said), stands=_points(row.stands))


def _points(text: str) -> str:
    """Write an interval in points as exact fractions of 1."""
    ends = [Fraction(end) / 100 for end in text.split("..")] if text else []
    return " ".join(str(end) for end in (ends if len(ends) != 1 else ends * 2))


def _written(negotiation: Negotiation, line: Line) -> Row:
    """Write a line of the log as a row of the table."""
    who = {Side.US: "us", Side.THEM: "them", None: "nobody"}[line.side]
    reason = f" # {_REASON}" if line.exception else ""
    return Row(
        typed=line.text.removesuffix(reason),
        how="",
        who=f"{who} {line.verb}",
        says=_says(negotiation, line),
        said=_value(line.said),
        said_lights=_lit(line.said),
        stands=_value(line.stands),
        stands_lights=_lit(line.stands),
    )


def _says(negotiation: Negotiation, line: Line) -> str:
    parts = [_package(negotiation, line.terms)]
    parts += [_name(negotiation, issue_id) for issue_id in line.issues]
    for word, package, words in (("if", line.conditions, line.condition_words), ("for", line.in_return, "")):
        if package or words:
            parts += [word, _package(negotiation, package), f"'{words}'" if words else ""]
    parts += [f"tactic {line.tactic}"] if line.tactic is not None else []
    parts += [f"[{line.rest}]"] if line.rest else []
    parts += ["final"] if line.is_final else []
    parts += [f"until {line.valid_until}"] if line.valid_until is not None else []
    parts += [f"at {line.at:%Y-%m-%d %H:%M}"] if line.at != line.logged_at else []
    parts += [f"by {line.channel}"] if line.text.endswith(("by phone", "by mail")) else []
    parts += [f"# {line.note}"] if line.note else []
    return " ".join(filter(None, parts))


def _package(negotiation: Negotiation, package: Package) -> str:
    return " ".join(f"{_name(negotiation, term.issue_id)} {_figure(term)}" for term in package)


def _name(negotiation: Negotiation, issue_id: int) -> str:
    issue = negotiation.issue_by_id[issue_id]
    return issue.alias or issue.name.lower()


def _figure(term: Term) -> str:
    ends = (term.value,) if term.upto is None else (term.value, term.upto)
    return "..".join(f"{end.normalize():f}" if isinstance(end, Decimal) else str(end) for end in ends)


def _value(given: Given | None) -> str:
    return "" if given is None or given.value is None else f"{given.value.low} {given.value.high}"


def _lit(given: Given | None) -> str:
    if given is None:
        return ""
    return " ".join(_LIGHTS[light] for light in (given.limit, given.batna, given.minimum, given.term))
