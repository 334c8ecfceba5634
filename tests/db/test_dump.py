"""tests: everything goes out and comes back, and what cannot be used does not come in."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from core.errors import BadInput, LogrollError, UnreadableFile
from core.exchange.dump import Dump
from core.exchange.dump_json import from_text, to_text
from core.resources import resource_path
from core.words import Words
from db.columns import Choice
from db.dump import TABLES
from db.engine import REVISION
from db.logbook import Logbook
from tests.golden.fill import Filled, ticking


def test_import_restores_everything_and_exports_the_same_again(full: Logbook, tmp_path: Path) -> None:
    before = full.dump()
    with Logbook.from_dump(tmp_path / "new.logroll", before, clock=ticking()) as book:
        assert book.dump() == before
        assert list(book.dump().tables) == list(before.tables)
        assert book.verify().findings == ()
        assert [hit.id for hit in book.search("margin")] == [hit.id for hit in full.search("margin")]


def test_a_dump_is_json_and_survives_it(full: Logbook, tmp_path: Path) -> None:
    before = full.dump()
    text = json.dumps([before.revision, before.tables, before.sequences], ensure_ascii=False)
    revision, tables, sequences = json.loads(text, parse_float=lambda _: pytest.fail("a float"))
    again = Dump(revision, {name: tuple(rows) for name, rows in tables.items()}, sequences)
    with Logbook.from_dump(tmp_path / "new.logroll", again) as book:
        assert book.dump() == before


def test_an_imported_logbook_goes_on_as_the_first_would_have(full: Logbook, ids: Filled, tmp_path: Path) -> None:
    dump = full.dump()
    with Logbook.from_dump(tmp_path / "new.logroll", dump, clock=ticking()) as book:
        assert book.journal.undo_label == full.journal.undo_label
        assert book.journal.redo_label == full.journal.redo_label
        assert book.journal.trash() == full.journal.trash()
        assert book.journal.history("supplier", ids.supplier) == full.journal.history("supplier", ids.supplier)
        assert book.negotiations.load(ids.negotiation) == full.negotiations.load(ids.negotiation)
        assert book.attachments.content(ids.attachment) == full.attachments.content(ids.attachment)
        assert book.drafts.read("meet/1") == "t 1.4"
        # an id that was given out and taken back is not given out again
        assert book.commitments.add(ids.negotiation, side=_us(), text="x").made == 3
        book.journal.undo()
        while book.journal.undo() is not None:
            pass
        assert book.suppliers.rows() == ()


def _us() -> Any:
    from core.side import Side  # noqa: PLC0415

    return Side.US


def test_an_empty_logbook_goes_out_and_comes_back(book: Logbook, tmp_path: Path) -> None:
    before = book.dump()
    assert before.sequences == {}
    with Logbook.from_dump(tmp_path / "new.logroll", before) as again:
        assert again.dump() == before


def test_importing_leaves_a_file_that_is_there_as_it_is(full: Logbook, tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear Sir")
    with pytest.raises(BadInput):
        Logbook.from_dump(path, full.dump())
    assert path.read_text() == "Dear Sir"


Spoil = Callable[[dict[str, list[dict[str, Any]]]], object]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda tables: tables["supplier"][0].update(name=7),
        lambda tables: tables["supplier"][0].update(name=None),
        lambda tables: tables["supplier"][0].update(colour="red"),
        lambda tables: tables["supplier"][0].pop("city"),
        lambda tables: tables["supplier"][0].update(our_share_of_their_sales="twelve"),
        lambda tables: tables["supplier"][0].update(our_share_of_their_sales="NaN"),
        lambda tables: tables["supplier"][0].update(our_share_of_their_sales=12.5),
        lambda tables: tables["supplier"][0].update(our_share_basis="rumour"),
        lambda tables: tables["supplier"][0].update(contract_end="soon"),
        lambda tables: tables["supplier"][0].update(id=True),
        lambda tables: tables["supplier"].append(dict(tables["supplier"][0])),
        lambda tables: tables["issue"][0].update(best="1.40"),
        lambda tables: tables["issue"][0].update(points=[{"at": "o:x", "value": "1"}]),
        lambda tables: tables["issue"][0].update(points="[]"),
        lambda tables: tables["issue"][0].update(options=[{"label": "a", "value": 0.5}]),
        lambda tables: tables["issue"][0].update(negotiation_id=999),
        lambda tables: tables["line"][0].update(said={"value": None}),
        lambda tables: tables["line"][0].update(at="2026-03-14T09:30:00"),
        lambda tables: tables["term"][0].update(alternative_id=1),
        lambda tables: tables["content"][0].update(data="%%%"),
        lambda tables: tables["journal_entry"][0].update(label={"code": "x"}),
        lambda tables: tables["journal_change"][0].update(kind="password"),
        lambda tables: tables["journal_change"][0].update(entry_id=999),
        lambda tables: tables.update(password=[]),
        lambda tables: tables.pop("draft"),
        lambda tables: tables["supplier"][0].update(id=2**63),
        lambda tables: tables["supplier"][0].update(name="half a sign: \ud800"),
        lambda tables: tables["supplier"][0].update(name="N\0UL"),
        lambda tables: tables["issue"][0].update(best="n:1e999999"),
        lambda tables: tables["issue"][0].update(weight="1e-999999"),
        lambda tables: tables["issue"][0].update(weight="9" * 5000),
        lambda tables: tables["issue"][0].update(weight="1_0"),
        lambda tables: tables["issue"][0].update(is_volume=5),
        lambda tables: tables["issue"][0].update(weight="-5"),
        lambda tables: tables["issue"][0].update(price_basis="0"),
        lambda tables: tables["issue"][0].update(best="o:cheap"),
        lambda tables: tables["negotiation"][0].update(currency="<b>"),
        lambda tables: tables["alternative"][0].update(probability="7"),
        lambda tables: tables["supplier"][0].update(name="  "),
        lambda tables: [each.update(value="o:cheap") for each in tables["term"]],
        lambda tables: tables["supplier"][0].update(contract_end="20270314"),
        lambda tables: tables["issue"][0].update(options=[{"label": "a", "value": "1", "colour": "red"}]),
        lambda tables: tables["line"][0]["said"].update(value=["1e999999", "1"]),
        lambda tables: tables["supplier"].append("a supplier"),
    ],
)
def test_what_cannot_be_used_does_not_come_in(full: Logbook, tmp_path: Path, spoil: Spoil) -> None:
    good = full.dump()
    tables = copy.deepcopy({name: [dict(row) for row in rows] for name, rows in good.tables.items()})
    spoil(tables)
    bad = replace(good, tables={name: tuple(rows) for name, rows in tables.items()})
    before = sorted(tmp_path.iterdir())
    with pytest.raises(LogrollError) as caught:
        Logbook.from_dump(tmp_path / "new.logroll", bad)
    assert caught.value.message.code.startswith("import.")
    assert Words().message(caught.value.message).endswith("Nothing was imported.")
    assert sorted(tmp_path.iterdir()) == before


def test_a_dump_of_a_newer_program_is_told(full: Logbook, tmp_path: Path) -> None:
    newer = replace(full.dump(), revision=REVISION + 1)
    with pytest.raises(UnreadableFile) as caught:
        Logbook.from_dump(tmp_path / "new.logroll", newer)
    assert caught.value.message.code == "import.newer"
    for never in (0, -1):
        with pytest.raises(BadInput):
            Logbook.from_dump(tmp_path / "new.logroll", replace(newer, revision=never))


def test_an_id_that_no_file_can_hold_is_not_said_to_be_given_out(full: Logbook, tmp_path: Path) -> None:
    for last in (2**63, -1):
        with pytest.raises(BadInput):
            Logbook.from_dump(tmp_path / "new.logroll", replace(full.dump(), sequences={"supplier": last}))
        assert not (tmp_path / "new.logroll").exists()


@pytest.fixture(scope="module")
def schema() -> Any:
    return json.loads(resource_path("schema", "logbook.json").read_text(encoding="utf-8"))


def test_the_schema_describes_every_column_and_no_other(schema: Any) -> None:
    described = schema["properties"]["tables"]
    assert list(described["properties"]) == described["required"] == [table.name for table in TABLES]
    for table in TABLES:
        items = described["properties"][table.name]["items"]
        assert list(items["properties"]) == items["required"] == [column.name for column in table.columns], table.name
        assert described["properties"][table.name]["description"]
        for column in table.columns:
            told = items["properties"][column.name]
            assert told["description"], f"{table.name}.{column.name}"
            forms = told.get("anyOf", [told])
            assert ({"type": "null"} in forms) == bool(column.nullable), f"{table.name}.{column.name}"
            if isinstance(column.type, Choice):
                assert forms[0]["enum"] == [each.value for each in column.type.members], f"{table.name}.{column.name}"


def test_what_is_exported_follows_the_schema(schema: Any, full: Logbook, tmp_path: Path) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    validator.validate(json.loads(to_text(full.dump())))
    with Logbook.create_sample(tmp_path / "sample.logroll", clock=ticking()) as sample:
        validator.validate(json.loads(to_text(sample.dump())))
    spoilt = json.loads(to_text(full.dump()))
    spoilt["tables"]["issue"][0]["best"] = "1.40"
    assert not validator.is_valid(spoilt)


def test_the_example_of_the_schema_comes_in_and_goes_out_the_same(schema: Any, tmp_path: Path) -> None:
    (example,) = schema["examples"]
    dump = from_text(json.dumps(example))
    with Logbook.from_dump(tmp_path / "example.logroll", dump) as book:
        assert book.verify().findings == ()
        assert book.dump() == dump
        negotiation = book.negotiations.load(1)
    assert [issue.weight for issue in negotiation.issues] == [50, 30, 20]
    assert negotiation.alternatives[0].points == 35
    assert [each.likely for each in negotiation.estimates if each.subject.value == "reservation"] == [30]
