"""db: what must be true of the records when a verb ends - names, figures, references, values that suit their scale."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, bindparam, select

from core import phrases
from core.errors import BadInput, LogrollError, NotAllowed, NotFound
from core.estimate import Subject
from core.issue import Option, ScaleKind
from db.columns import MOST_DIGITS, storable
from db.journal import Change
from db.mapping import table_of, values_of
from db.schema import ROW_BY_KIND

_NAMES = {
    "supplier": "name", "counterpart": "name", "negotiation": "title", "issue": "name", "alternative": "name",
    "attachment": "name", "commitment": "text", "note": "text", "need": "text", "common_goal": "text",
    "candidate": "label", "contract": "title", "cost_part": "name", "claimed_cost": "name", "tactic": "name",
    "template": "name",
}  # fmt: skip

# The least and the most that a figure may be; None is no bound.
_BOUNDS: dict[tuple[str, str], tuple[int | None, int | None]] = {
    ("supplier", "our_share_of_their_sales"): (0, 100),
    ("supplier", "their_share_of_our_supply"): (0, 100),
    ("issue", "weight"): (0, None),
    ("issue", "money_worth"): (0, None),
    ("issue", "reference_quantity"): (0, None),
    ("alternative", "probability"): (0, 1),
    ("debrief", "relationship"): (-2, 2),
    ("supplier", "profit_impact"): (1, 5),
    ("supplier", "supply_risk"): (1, 5),
    ("supplier", "attraction"): (1, 5),
    ("cost_part", "share"): (0, 100),
    ("claimed_cost", "share"): (0, 100),
    ("contract", "notice_days"): (0, None),
    ("spend", "year"): (1900, 2999),
    ("item", "quantity"): (0, None),
    ("plan_point", "minutes"): (0, None),
    ("pause", "minutes"): (0, None),
    ("tactic", "number"): (1, 999),
}
_ABOVE_ZERO = {("issue", "step"), ("issue", "price_basis"), ("negotiation", "days_per_month")}

# The fields of an issue that hold a value on its scale.
STATED = ("best", "worst", "ideal", "baseline", "opening", "best_outcome", "fair", "minimum", "limit")
_GUESSED = ("low", "likely", "high", "turned_out")


def check(connection: Connection, changes: Sequence[Change]) -> None:
    """Raise NotAllowed, NotFound or BadInput with the first thing that is not true of the changed records."""
    values = {(each.kind, each.id): values_of(each.kind, each.after) for each in changes if each.after is not None}
    for (kind, _), found in values.items():
        _check_name(kind, found)
        _check_figures(kind, found)
    _check_references(connection, changes)
    _check_people(connection, changes)
    _check_scales(connection, changes, values)


def fits(value: Any, kind: ScaleKind, options: Iterable[Option]) -> bool:
    """Tell whether a value lies on a scale of this kind: a number, a day, or one of the options."""
    match kind:
        case ScaleKind.NUMERIC:
            return isinstance(value, Decimal)
        case ScaleKind.DATE:
            return isinstance(value, date)
        case ScaleKind.OPTIONS:
            return any(option.label == value for option in options)


def _check_name(kind: str, values: Mapping[str, Any]) -> None:
    if kind in _NAMES and not str(values[_NAMES[kind]]).strip():
        raise BadInput(f"name_missing.{kind}")
    if kind in ("negotiation", "spend"):
        currency = values["currency"]
        if not (len(currency) == 3 and currency.isascii() and currency.isalpha() and currency.isupper()):
            raise BadInput("currency.unknown", currency=currency[:10])
    if kind == "issue":
        labels = [option.label for option in values["options"]]
        if not all(label.strip() for label in labels) or len(set(labels)) < len(labels):
            raise BadInput("option.not_distinct", issue=short(values["name"]))


def _check_figures(kind: str, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        least, most = _BOUNDS.get((kind, name), (None, None))
        if value is not None and least is not None and value < least:
            raise BadInput("number.too_small", least=least)
        if value is not None and most is not None and value > most:
            raise BadInput("number.too_large", most=most)
        if value is not None and (kind, name) in _ABOVE_ZERO and value <= 0:
            raise BadInput("number.not_above_zero")
    if kind == "issue":
        for option in values["options"]:
            if not 0 <= option.value <= 1:
                raise BadInput("option.value_outside", option=short(option.label))


def check_figure(number: Decimal) -> None:
    """Raise BadInput for a number that is none, or that nobody can mean."""
    if not number.is_finite():
        raise BadInput("number.unusable")
    exponent = int(number.as_tuple().exponent)
    if abs(exponent) > MOST_DIGITS or abs(number.adjusted()) > MOST_DIGITS:
        raise BadInput("number.unusable")


def _check_references(connection: Connection, changes: Sequence[Change]) -> None:
    """See that what a part of a negotiation refers to is there, and belongs to the same negotiation."""
    # What was made by this very verb was made for its negotiation, or is itself looked at here.
    known = {(each.kind, each.id): each.negotiation_id for each in changes if each.after is not None}
    for change in changes:
        if change.after is None:
            continue
        for name, kind in _REFERENCES[change.kind]:
            held = change.after[name]
            if held is None or (change.before is not None and change.before.get(name) == held):
                continue
            key = kind, int(held)
            if key not in known:
                owner = "negotiation_id" if kind in _PARTS else "id"
                row = connection.exec_driver_sql(f'SELECT {owner} FROM "{kind}" WHERE id = ?', (held,)).first()  # noqa: S608 - our own names
                if row is None:
                    raise NotFound("record.not_found")
                known[key] = row[0]
            if kind in _PARTS and "negotiation_id" in change.after and known[key] != change.negotiation_id:
                raise NotAllowed("record.of_another_negotiation")


_PARTS = {kind for kind, row in ROW_BY_KIND.items() if "negotiation_id" in table_of(row).c}
# Every column that refers to another record by its id.
_REFERENCES = {
    kind: tuple(
        (key.parent.name, key.column.table.name)
        for key in sorted(table_of(row).foreign_keys, key=lambda key: key.parent.name)
        if key.column.table.name in ROW_BY_KIND
    )
    for kind, row in ROW_BY_KIND.items()
}

# Who names a person, and where that record's own supplier stands.
_NAMING_PEOPLE = ("note", "meeting_person", "commitment", "need")


def _check_people(connection: Connection, changes: Sequence[Change]) -> None:
    """See that people and meetings that a record names belong to its supplier."""
    people = table_of(ROW_BY_KIND["counterpart"])
    matters = table_of(ROW_BY_KIND["negotiation"])
    meetings = table_of(ROW_BY_KIND["meeting"])
    for change in changes:
        after = change.after
        if after is None:
            continue
        if change.kind in _NAMING_PEOPLE and after.get("counterpart_id") is not None:
            supplier = after.get("supplier_id") or connection.scalar(
                select(matters.c.supplier_id).where(matters.c.id == after["negotiation_id"])
            )
            theirs = connection.scalar(select(people.c.supplier_id).where(people.c.id == after["counterpart_id"]))
            if supplier != theirs:
                raise NotAllowed("record.of_another_supplier")
        if change.kind == "note" and after["meeting_id"] is not None:
            met = select(matters.c.supplier_id).join(meetings, meetings.c.negotiation_id == matters.c.id)
            if connection.scalar(met.where(meetings.c.id == after["meeting_id"])) != after["supplier_id"]:
                raise NotAllowed("record.of_another_supplier")
        if change.kind == "negotiation" and change.before is not None and change.alters("supplier_id"):
            for kind in ("meeting_person", "commitment", "need"):
                table = table_of(ROW_BY_KIND[kind])
                named = select(table.c.id).join(people, people.c.id == table.c.counterpart_id)
                strangers = (table.c.negotiation_id == change.id) & (people.c.supplier_id != after["supplier_id"])
                if connection.scalar(named.where(strangers).limit(1)) is not None:
                    raise NotAllowed("negotiation.has_people")


_ISSUES = table_of(ROW_BY_KIND["issue"])
_SCALES = select(_ISSUES).where(_ISSUES.c.id.in_(bindparam("ids", expanding=True)))


def _check_scales(
    connection: Connection, changes: Sequence[Change], values: Mapping[tuple[str, int], dict[str, Any]]
) -> None:
    """See that every value that is stated for an issue lies on its scale, and that no option in use was dropped."""
    stated = {
        (kind, column): [found for (each, _), found in values.items() if each == kind and found[column] is not None]
        for kind, column in _VALUES
    }
    rescaled = [each.id for each in changes if each.kind == "issue" and each.before and each.alters("kind", "options")]
    asked = {found[column] for (_, column), rows in stated.items() for found in rows} | set(rescaled)
    asked |= {record_id for kind, record_id in values if kind == "issue"}
    if not asked:
        return
    scales = {row.id: row for row in connection.execute(_SCALES, {"ids": sorted(asked)})}
    for issue in scales.values():
        for name in STATED:
            _check_value(getattr(issue, name), issue)
    for key, rows in stated.items():
        for found in rows:
            for value in _VALUES[key](found):
                _check_value(value, scales[found[key[1]]])
    for issue_id in rescaled:
        if issue_id in scales:
            _check_uses(connection, scales[issue_id])


def _check_uses(connection: Connection, issue: Any) -> None:
    for (kind, column), values_in in _VALUES.items():
        table = table_of(ROW_BY_KIND[kind])
        for row in connection.execute(select(table).where(table.c[column] == issue.id)):
            for value in values_in(dict(row._mapping)):  # noqa: SLF001 - SQLAlchemy's public name for it
                _check_value(value, issue, in_use=True)


def _check_value(value: Any, issue: Any, *, in_use: bool = False) -> None:
    if value is None or fits(value, issue.kind, issue.options):
        return
    name = short(issue.name)
    if in_use:
        raise _in_use(value, issue.kind, name)
    if issue.kind is ScaleKind.OPTIONS:
        raise NotAllowed("option.unknown", option=short(str(value)), issue=name)
    raise NotAllowed("value.does_not_suit", issue=name)


def _in_use(value: Any, kind: ScaleKind, name: str) -> LogrollError:
    if kind is ScaleKind.OPTIONS and isinstance(value, str):
        return NotAllowed("option.in_use", option=short(value), issue=name)
    return NotAllowed("issue.kind_in_use", issue=name)


def short(text: str, most: int = 60) -> str:
    """Return a name as a sentence can hold it, and a file."""
    return phrases.short(storable(text), most)


def _of_estimate(row: Mapping[str, Any]) -> tuple[Any, ...]:
    if row["issue_id"] is None:
        return ()
    if row["subject"] is Subject.OPTION:
        return (row["option"],)
    return tuple(row[name] for name in _GUESSED) if Subject(row["subject"]).is_on_scale else ()


# The values on an issue's scale that records of other kinds hold, by the column that names the issue.
_VALUES: dict[tuple[str, str], Callable[[Mapping[str, Any]], tuple[Any, ...]]] = {
    ("term", "issue_id"): lambda row: (row["value"], row["upto"]),
    ("concession", "issue_id"): lambda row: (row["from_value"], row["to_value"]),
    ("estimate", "issue_id"): _of_estimate,
    ("planned_concession", "issue_id"): lambda row: (row["from_value"], row["to_value"], row["floor"]),
    ("planned_concession", "return_issue_id"): lambda row: (row["return_value"],),
}
