"""ui: the issue grid without its widgets - its columns, its cells with their flags, and what is typed into them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from core.currency import head_of_unit
from core.issue import RUNGS, Issue, ScaleKind, least_step
from core.items import Summary
from core.message import Amount
from core.negotiation import Depth, Weighting
from core.verdict import Flag
from core.words import EN_DASH, NO_BREAK, Words
from ui.sheets.cells import LEVEL_STATE, flagged, kept_cell, locked, sentence, worth_cell, worth_words
from ui.sheets.columns import GridColumn
from ui.sheets.kept import Kept, NotRead, Shelf
from ui.sheets.prepared import Prepared
from ui.sheets.reader import Reader
from ui.widgets.sheet_model import Cell, CellState, SheetRow

TOTAL = "total"
STATED = ("best", "worst", "ideal", "baseline", *RUNGS, "limit")
# Fields of an issue that have no column: they stand in its details.
DETAILS = ("kind", "step", "ideal", "options", "points", "baseline", "reference_quantity", "price_basis", "money_worth")
# What a lesser depth does not ask for; it stays as it is.
_LEFT_OUT: Mapping[Depth, tuple[str, ...]] = {
    Depth.SUDDEN: ("alias", "opening", "best_outcome", "fair", "minimum"),
    Depth.PRIORITY: ("alias", "best_outcome"),
    Depth.FULL: (),
}
# What the reading of other fields depends on is read first.
_FIRST = ("kind", "unit", "options")
_NUMBERS = ("weight", "step", "money_worth", "reference_quantity", "price_basis")


@dataclass(frozen=True, slots=True)
class RowRead:
    """What a row's typed texts became: fields for the logbook, and what could not be read, by field."""

    fields: dict[str, Any]
    kept: dict[str, Kept]


def columns(prepared: Prepared, say: Words) -> tuple[GridColumn, ...]:
    """Return the columns that the preparation's depth asks for, and those that hold what calls to act."""
    left_out = _LEFT_OUT[prepared.negotiation.depth]
    urgent = {key for cells in prepared.checks.values() for key, check in cells.items() if check.flag is Flag.ACT}
    urgent |= prepared.faulty_rungs.keys()
    return tuple(each for each in _all_columns(prepared, say) if each.key not in left_out or each.key in urgent)


def _all_columns(prepared: Prepared, say: Words) -> tuple[GridColumn, ...]:
    """Return all columns; the weight's title says how the negotiation weighs."""
    weight = {
        Weighting.DIRECT: (say("Weight"), say("Any numbers; the share is worked out from their sum.")),
        Weighting.RANKING: (say("Rank"), say("1 is the most important issue; equal ranks share their places.")),
        Weighting.MONEY: (
            say("Worth"),
            say("What the whole range is worth in {currency}.", currency=prepared.negotiation.currency),
        ),
    }[prepared.negotiation.weighting]
    scale, ladder = say("Range"), say("Our ladder")
    return (
        GridColumn("name", say("Issue"), width=140, is_text=True, stretch=1, wrap=True, lines=2),
        GridColumn("alias", say("Key"), width=36, is_text=True, tip=say("Its short name in a meeting line")),
        GridColumn("unit", say("Unit"), width=70, is_text=True, muted=True),
        GridColumn("best", say("Best end"), scale, 64, tip=say("The best that could be had; worth 1")),
        GridColumn("worst", say("Worst"), scale, tip=say("The worst that could be had; worth 0")),
        # its share stands in the same cell: a column that cannot be typed into would shift what is pasted
        GridColumn("weight", weight[0], width=54, tip=weight[1]),
        GridColumn("opening", say("Opening"), ladder, 60, tip=say("Our first offer")),
        GridColumn("best_outcome", say("Best"), ladder, 54, tip=say("The best possible outcome")),
        GridColumn("fair", say("Fair"), ladder, 54, tip=say("The fair deal, which is our target")),
        GridColumn("minimum", say("Minimum"), ladder, 66, tip=say("The minimum acceptable deal")),
        GridColumn("limit", say("Limit"), ladder, 54, tip=say("Hard: never passed, whatever the rest is")),
        GridColumn("batna", say("BATNA"), say("To beat"), 58, editable=False),
    )


def title_of(prepared: Prepared, say: Words, key: str) -> str:
    """Return a field's name as the grid or the details show it."""
    names = {column.key: column.title for column in _all_columns(prepared, say)}
    names |= {
        "kind": say("Scale"),
        "step": say("Step"),
        "ideal": say("Ideal"),
        "options": say("Options"),
        "points": say("Points"),
        "baseline": say("Baseline"),
        "reference_quantity": say("Quantity"),
        "price_basis": say("Price basis"),
        "money_worth": say("Worth in money"),
    }
    return names.get(key, key)


# cells


def rows(prepared: Prepared, shelf: Shelf, reader: Reader) -> list[SheetRow]:
    """Return a row for each issue, and the total."""
    found = [SheetRow(issue.id, _cells(prepared, issue, shelf, reader)) for issue in prepared.negotiation.issues]
    if found:
        found.append(SheetRow(TOTAL, _totals(prepared, reader.say), total=True))
    return found


def _cells(prepared: Prepared, issue: Issue, shelf: Shelf, reader: Reader) -> dict[str, Cell]:
    say = reader.say
    cells = {
        "name": Cell(issue.name),
        "alias": Cell(issue.alias),
        "unit": Cell(issue.unit),
        "weight": _weight_cell(prepared, issue, say),
        "batna": _batna_cell(prepared, issue, reader),
        **{key: Cell(reader.show(getattr(issue, key))) for key in ("best", "worst", *RUNGS, "limit")},
    }
    if issue.kind is ScaleKind.OPTIONS:
        ends = sorted(issue.options, key=lambda option: option.value)
        reason = say("The options and their values stand in the details.")
        cells["best"] = locked(ends[-1].label if ends else "", reason)
        cells["worst"] = locked(ends[0].label if ends else "", reason)
    for key, (flag, reason) in flags(prepared, issue, reader).items():
        if key in cells:
            cell = cells[key]
            cells[key] = replace(cell, state=cell.state | LEVEL_STATE[flag], reason=reason)
    for key in issue.prefilled:
        if key in cells and cells[key].text:
            cells[key] = replace(cells[key], state=cells[key].state | CellState.PREFILLED)
    for key, kept in shelf.of_row(issue.id).items():
        if key in cells:
            cells[key] = kept_cell(kept)
    cells = _with_hidden_flags(prepared, issue, shelf, reader, cells)
    found = prepared.lists.get(issue.id)
    if found is None:
        return cells
    return cells | {"name": _with_list(cells["name"], found, prepared.negotiation.currency, say)}


def _with_list(cell: Cell, found: Summary, currency: str, say: Words) -> Cell:
    """Show on a price's name how the list behind it changes and how many of its lines stand out."""
    change = found.changes["theirs"]
    parts = [] if change is None else [f"{say.signed(change * 100, 1)}{NO_BREAK}%"]
    count = len(found.outliers)
    if count:
        parts.append(say.plural("{n} outlier", "{n} outliers", count))
    state = cell.state | CellState.CHECK if count and cell.level is None else cell.state
    reason = cell.reason or list_sentence(found, currency, say)
    return replace(cell, detail=", ".join(parts), reason=reason, state=state)


def list_sentence(found: Summary, currency: str, say: Words) -> str:
    """Say what the list behind a price comes to."""
    parts = [say.plural("A list of {n} line.", "A list of {n} lines.", found.lines)]
    if found.totals["theirs"].counted:
        parts.append(say("Theirs comes to {total}.", total=Amount(found.totals["theirs"].amount, currency)))
    change = found.changes["theirs"]
    if change is not None:
        parts.append(say("Their prices change by {change} % on today’s.", change=say.signed(change * 100, 1)))
    if found.outliers:
        count = len(found.outliers)
        parts.append(say.plural("{n} line changes unlike the others.", "{n} lines change unlike the others.", count))
    return " ".join([*parts, say("Ctrl+I opens it.")])


def flags(prepared: Prepared, issue: Issue, reader: Reader) -> dict[str, tuple[Flag, str]]:
    """Return what is to be said of an issue's fields, those without a column too."""
    say = reader.say
    found = {key: (check.flag, say.message(check.message)) for key, check in prepared.checks[issue.id].items()}
    if prepared.weighs_money and "money_worth" in found:
        found["weight"] = found.pop("money_worth")
    own = prepared.negotiation.currency
    other = head_of_unit(issue.unit)
    if other and other != own:
        found["unit"] = (
            Flag.CHECK,
            say(
                "{other} is another currency: the negotiation is in {own}. Give the price in {own}.",
                other=other,
                own=own,
            ),
        )
    others = [each for each in prepared.negotiation.issues if each.id != issue.id]
    if any(each.name.casefold() == issue.name.casefold() for each in others):
        found["name"] = (Flag.CHECK, say("Another issue has this name too. Give each a name of its own."))
    if issue.alias and any(issue.alias.casefold() in (each.alias.casefold(), each.name.casefold()) for each in others):
        found["alias"] = (Flag.CHECK, say("Another issue has this key too: the meeting line would have to ask."))
    return found


def _with_hidden_flags(
    prepared: Prepared, issue: Issue, shelf: Shelf, reader: Reader, cells: dict[str, Cell]
) -> dict[str, Cell]:
    """Show on the name what is wrong with a field that has no column."""
    say = reader.say
    if cells["name"].level is not None:
        return cells
    hidden = {key: (Flag.CHECK, kept.reason) for key, kept in shelf.of_row(issue.id).items() if key not in cells}
    hidden |= {key: found for key, found in flags(prepared, issue, reader).items() if key not in cells}
    for key, (flag, reason) in sorted(hidden.items(), key=lambda each: each[1][0] is not Flag.ACT):
        text = say("{field}: {reason}", field=title_of(prepared, say, key), reason=reason)
        return cells | {"name": flagged(issue.name, flag, text)}
    return cells


def _weight_cell(prepared: Prepared, issue: Issue, say: Words) -> Cell:
    """Return an issue's weight, and beside it its share where that is another figure."""
    cell, share = _bare_weight_cell(prepared, issue, say), prepared.share(issue)
    if share is None or share * 100 == issue.weight or prepared.negotiation.depth is not Depth.FULL:
        return cell
    return replace(cell, detail=f"{_percent(share, say)}{NO_BREAK}%")


def _bare_weight_cell(prepared: Prepared, issue: Issue, say: Words) -> Cell:
    if not prepared.weighs_money:
        return Cell("" if issue.weight is None else say.number(issue.weight))
    money = prepared.money_of(issue)
    if issue.money_worth is None and issue.is_unit_price:
        reason = say("The range times the reference quantity, which stands in the details.")
        return locked("" if money is None else say.number(money, 0), reason)
    return Cell("" if issue.money_worth is None else _amount(issue.money_worth, say))


def _amount(amount: Decimal, say: Words) -> str:
    """Write an amount, whole ones without decimals beside those that are worked out."""
    return say.number(amount, 0 if amount == amount.to_integral_value() else None)


def _batna_cell(prepared: Prepared, issue: Issue, reader: Reader) -> Cell:
    batna, say = prepared.batna, reader.say
    if batna is None:
        return locked("")
    term = batna.stated.get(issue.id)
    if term is not None:
        text = reader.show(term.value)
        return locked(text if term.upto is None else f"{text}{EN_DASH}{reader.show(term.upto)}")
    if issue.id in batna.assumed and issue.baseline is not None:
        return locked(reader.show(issue.baseline), say("Assumed: the baseline."), assumed=True)
    return locked(EN_DASH)


def _totals(prepared: Prepared, say: Words) -> dict[str, Cell]:
    cells = {"name": Cell(say("Package value")), "unit": Cell(say("0 to 100")), "limit": Cell(EN_DASH)}
    issues = prepared.negotiation.issues
    if prepared.negotiation.weighting is Weighting.DIRECT:
        cells["weight"] = Cell(say.number(sum((Fraction(each.weight or 0) for each in issues), Fraction(0))))
    for rung in RUNGS:
        value = prepared.ladder.values.get(rung)
        text = worth_cell(say, value)
        reason = "" if value is None or value.is_exact else worth_words(say, value)
        fault = prepared.faulty_rungs.get(rung)
        cells[rung] = Cell(text, reason=reason) if fault is None else Cell(text, CellState.ACT, sentence(say, fault))
    worth = None if prepared.batna is None else prepared.batna.value
    cells["batna"] = Cell(worth_cell(say, worth))
    return cells


def _percent(share: Fraction, say: Words) -> str:
    percent = share * 100
    return say.number(percent, 0 if percent.denominator == 1 else 1)


# what is typed


def read_row(issue: Issue, texts: Mapping[str, str], prepared: Prepared, reader: Reader) -> RowRead:
    """Read the texts of one row, by field; `issue` is as it stands, or a blank one for a new row."""
    fields: dict[str, Any] = {}
    kept: dict[str, Kept] = {}
    now = _with_kind(issue, texts, reader, fields)
    order = sorted(texts, key=lambda key: _FIRST.index(key) if key in _FIRST else len(_FIRST))
    for key in order:
        try:
            found = _read_field(now, key, texts[key], prepared, reader)
        except NotRead as trouble:
            kept[key] = Kept(texts[key], str(trouble))
            continue
        fields |= found
        now = replace(now, **found)
    if now.step is None and now.kind is not ScaleKind.OPTIONS and now.best is not None and now.worst is not None:
        fields["step"] = least_step(now.best, now.worst)
    return RowRead(fields, kept)


def _with_kind(issue: Issue, texts: Mapping[str, str], reader: Reader, fields: dict[str, Any]) -> Issue:
    """Take an issue without any values as one of dates where the first thing stated is a day and no number."""
    is_open = issue.kind is ScaleKind.NUMERIC and all(getattr(issue, key) is None for key in STATED)
    typed = [text for key, text in texts.items() if key in STATED and text.strip()]
    if not is_open or not typed or "kind" in texts or any(_is_number(text, reader) for text in typed):
        return issue
    if reader.as_date(typed[0], issue) is None:
        return issue
    fields["kind"] = ScaleKind.DATE
    return replace(issue, kind=ScaleKind.DATE)


def _is_number(text: str, reader: Reader) -> bool:
    try:
        reader.number(text)
    except NotRead:
        return False
    return True


def _read_field(issue: Issue, key: str, text: str, prepared: Prepared, reader: Reader) -> dict[str, Any]:
    if key in STATED:
        return {key: reader.value(text, issue)}
    if key == "weight" and prepared.weighs_money:
        key = "money_worth"
    if key in _NUMBERS:
        return {key: _number(issue, key, text, prepared, reader)}
    match key:
        case "name" if not text.strip():
            raise NotRead(reader.say("An issue needs a name. Type one, or delete the row with Ctrl+Delete."))
        case "name" | "unit":
            return {key: text.strip()}
        case "alias":
            return {key: reader.alias(text)}
        case "kind":
            return {key: ScaleKind(text)}
        case "is_volume":
            return {key: text == "yes"}
        case "options":
            return {key: reader.options(text)}
        case "points":
            return {key: reader.points(text, issue)}
    raise KeyError(key)


def _number(issue: Issue, key: str, text: str, prepared: Prepared, reader: Reader) -> Decimal | None:
    match key:
        case "money_worth":
            return reader.money(text, prepared.negotiation.currency, least=0)
        case "weight":
            return reader.number(text, least=0)
        case "step":
            return reader.number(text, issue.unit, above=0)
        case "price_basis":
            return reader.number(text, above=0) or Decimal(1)
    return reader.number(text, above=0)


def detail_texts(issue: Issue, shelf: Shelf, reader: Reader) -> dict[str, str]:
    """Return what the fields of an issue's details hold; a text that could not be read as it was typed."""
    say = reader.say
    texts = {
        "kind": issue.kind.value,
        "step": "" if issue.step is None else say.number(issue.step),
        "ideal": reader.show(issue.ideal),
        "options": reader.show_options(issue.options),
        "points": reader.show_points(issue.points),
        "baseline": reader.show(issue.baseline),
        "reference_quantity": "" if issue.reference_quantity is None else say.number(issue.reference_quantity),
        "price_basis": say.number(issue.price_basis),
        "money_worth": "" if issue.money_worth is None else say.number(issue.money_worth),
        "is_volume": "yes" if issue.is_volume else "no",
    }
    return texts | {key: kept.text for key, kept in shelf.of_row(issue.id).items() if key in texts}


def renamed_option(issue: Issue, labels: Sequence[str]) -> tuple[str, str] | None:
    """Return the old and the new label where exactly one option is called otherwise than before."""
    before = [option.label for option in issue.options]
    changed = [(old, new) for old, new in zip(before, labels, strict=False) if old != new]
    if len(before) != len(labels) or len(changed) != 1 or changed[0][1] in before:
        return None
    return changed[0]
