"""tests: what must be true of the records, whatever a verb is asked to do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from core.changes import Changes
from core.errors import BadInput, LogrollError, NotAllowed, NotFound
from core.estimate import Subject
from core.issue import Option, Point, ScaleKind
from core.line import Verb
from core.log import Entry
from core.message import message
from core.note import Topic
from core.side import Basis, Side
from core.term import Term
from core.words import Words
from db.logbook import Logbook
from tests.golden.fill import LONG, MARKUP, RIGHT_TO_LEFT, Filled, offer

Verb_ = Callable[[Logbook, Filled], Changes]
NOTE = {"topic": Topic.STYLE, "basis": Basis.SAID, "on": date(2026, 1, 1)}


def refused(verb: Callable[[], object], kind: type[LogrollError], code: str) -> None:
    """See that a verb is refused by a sentence."""
    with pytest.raises(kind) as caught:
        verb()
    assert caught.value.message.code == code
    assert Words().message(caught.value.message) != code


@pytest.mark.parametrize(
    ("verb", "code"),
    [
        (lambda book, _: book.suppliers.add(name=" \t"), "name_missing.supplier"),
        (lambda book, ids: book.suppliers.change(ids.supplier, name=""), "name_missing.supplier"),
        (lambda book, ids: book.counterparts.add(supplier_id=ids.supplier, name=""), "name_missing.counterpart"),
        (lambda book, ids: book.negotiations.add(supplier_id=ids.supplier, title="\n"), "name_missing.negotiation"),
        (lambda book, ids: book.negotiations.change(ids.negotiation, currency="euro"), "currency.unknown"),
        (lambda book, ids: book.issues.add(ids.negotiation, name=""), "name_missing.issue"),
        (lambda book, ids: book.alternatives.add(ids.negotiation, name=""), "name_missing.alternative"),
        (lambda book, ids: book.notes.add(supplier_id=ids.supplier, text=" ", **NOTE), "name_missing.note"),
        (lambda book, ids: book.commitments.add(ids.negotiation, side=Side.US, text=""), "name_missing.commitment"),
        (lambda book, ids: book.issues.change(ids.price, weight=Decimal("-0.1")), "number.too_small"),
        (lambda book, ids: book.issues.change(ids.price, weight=Decimal("NaN")), "number.unusable"),
        (lambda book, ids: book.issues.change(ids.price, best=Decimal("Infinity")), "number.unusable"),
        (lambda book, ids: book.issues.change(ids.price, best=Decimal("1e999999")), "number.unusable"),
        (lambda book, ids: book.issues.change(ids.price, step=Decimal(0)), "number.not_above_zero"),
        (lambda book, ids: book.issues.change(ids.price, price_basis=Decimal(0)), "number.not_above_zero"),
        (lambda book, ids: book.alternatives.change(ids.alternative, probability=Decimal("1.1")), "number.too_large"),
        (
            lambda book, ids: book.suppliers.change(ids.supplier, our_share_of_their_sales=Decimal(101)),
            "number.too_large",
        ),
        (lambda book, ids: book.debriefs.change(ids.negotiation, relationship=3), "number.too_large"),
        (
            lambda book, ids: book.issues.change(ids.terms, options=(Option("EXW", Decimal(0)),) * 2),
            "option.not_distinct",
        ),
        (
            lambda book, ids: book.issues.add(ids.negotiation, name="o", options=(Option("a", Decimal(2)),)),
            "option.value_outside",
        ),
    ],
)
def test_names_and_figures_are_looked_at(full: Logbook, ids: Filled, verb: Verb_, code: str) -> None:
    before = full.dump()
    refused(lambda: verb(full, ids), BadInput, code)
    assert full.dump() == before


def test_a_weight_of_zero_is_allowed(full: Logbook, ids: Filled) -> None:
    for issue in full.negotiations.load(ids.negotiation).issues:
        full.issues.change(issue.id, weight=Decimal(0))
    assert {each.weight for each in full.negotiations.load(ids.negotiation).issues} == {Decimal(0)}


def test_an_option_in_use_is_not_dropped_and_one_that_is_not_may_be(full: Logbook, ids: Filled) -> None:
    more = (Option("EXW", Decimal(0)), Option("DDP", Decimal(1)), Option("FCA", Decimal("0.5")))
    full.issues.change(ids.terms, options=more)
    full.issues.change(ids.terms, options=more[:2])
    refused(lambda: full.issues.change(ids.terms, options=more[1:]), NotAllowed, "option.in_use")
    refused(lambda: full.issues.change(ids.terms, kind=ScaleKind.NUMERIC), NotAllowed, "issue.kind_in_use")


def test_an_option_is_renamed_everywhere(full: Logbook, ids: Filled) -> None:
    full.issues.change(ids.terms, fair="EXW")
    full.estimates.put(ids.negotiation, ids.terms, Subject.OPTION, option="EXW", likely=Decimal("0.3"))
    before = full.negotiations.load(ids.negotiation)
    full.issues.rename_option(ids.terms, "EXW", "ex works")
    after = full.negotiations.load(ids.negotiation)
    assert [option.label for option in after.issue_by_id[ids.terms].options] == ["ex works", "DDP"]
    assert after.issue_by_id[ids.terms].fair == "ex works"
    assert after.estimates[-1].option == "ex works"
    assert after.lines[0].terms[1].value == "ex works"
    assert after.lines[0].said == before.lines[0].said
    refused(lambda: full.issues.rename_option(ids.terms, "EXW", "x"), NotFound, "option.unknown")
    refused(lambda: full.issues.rename_option(ids.terms, "DDP", "ex works"), BadInput, "option.not_distinct")
    full.journal.undo()
    assert full.negotiations.load(ids.negotiation) == before


def test_values_lie_on_their_scale(full: Logbook, ids: Filled) -> None:
    number, day = Decimal(1), date(2026, 1, 1)
    refused(lambda: full.issues.change(ids.price, fair=day), NotAllowed, "value.does_not_suit")
    refused(lambda: full.issues.change(ids.closing, fair=number), NotAllowed, "value.does_not_suit")
    refused(lambda: full.issues.change(ids.terms, fair="CIF"), NotAllowed, "option.unknown")
    for issue, value in ((ids.price, day), (ids.closing, number)):
        terms = (Term(issue_id=issue, value=value),)
        with pytest.raises(NotAllowed):
            full.alternatives.change(ids.alternative, terms=terms)
    put = full.estimates.put
    refused(lambda: put(ids.negotiation, ids.price, Subject.LIMIT, likely=day), NotAllowed, "value.does_not_suit")
    option = {"option": "CIF", "likely": number}
    refused(lambda: put(ids.negotiation, ids.terms, Subject.OPTION, **option), NotAllowed, "option.unknown")  # type: ignore[arg-type]


def test_another_kind_of_scale_drops_what_does_not_lie_on_it(book: Logbook) -> None:
    supplier = book.suppliers.add(name="A").made
    matter = book.negotiations.add(supplier_id=supplier, title="T").made
    fields = {"best": Decimal(1), "worst": Decimal(2), "limit": Decimal("1.5"), "weight": Decimal(3)}
    issue = book.issues.add(matter, name="i", points=(Point(Decimal("1.2"), Decimal("0.1")),), **fields).made
    book.issues.change(issue, kind=ScaleKind.DATE, best=date(2026, 1, 1))
    found = book.negotiations.load(matter).issues[0]
    assert (found.best, found.worst, found.limit, found.points) == (date(2026, 1, 1), None, None, ())
    assert found.weight == Decimal(3)
    book.issues.change(issue, kind=ScaleKind.OPTIONS, options=(Option("a", Decimal(1)),), fair="a")
    book.issues.change(issue, kind=ScaleKind.NUMERIC)
    found = book.negotiations.load(matter).issues[0]
    assert (found.options, found.fair) == ((), None)


def test_references_stay_within_the_negotiation(full: Logbook, ids: Filled) -> None:
    other = full.negotiations.add(supplier_id=ids.supplier, title="Other").made
    own = full.issues.add(other, name="own").made
    strange = Term(issue_id=own, value=Decimal(1))
    code = "record.of_another_negotiation"
    refused(lambda: full.alternatives.change(ids.alternative, terms=(strange,)), NotAllowed, code)
    refused(lambda: full.positions.add(ids.negotiation, side=Side.US, issue_id=own), NotAllowed, code)
    refused(lambda: full.commitments.add(other, side=Side.US, text="x", line_id=ids.first), NotAllowed, code)
    line = offer(other, "t 1", Term(issue_id=own, value=Decimal(1)), meeting_id=ids.meeting)
    refused(lambda: full.lines.log(other, Entry(line=line)), NotAllowed, code)
    refused(lambda: full.meetings.start(other, meeting_id=ids.meeting), NotAllowed, code)
    asked = offer(other, "t ?", verb=Verb.ASK, issues=(ids.price,))
    refused(lambda: full.lines.log(other, Entry(line=asked)), NotAllowed, code)


def test_people_belong_to_the_supplier(full: Logbook, ids: Filled) -> None:
    rival = full.suppliers.add(name="Rival").made
    stranger = full.counterparts.add(supplier_id=rival, name="Stranger").made
    code = "record.of_another_supplier"
    refused(lambda: full.meetings.change(ids.meeting, people=(stranger,)), NotAllowed, code)
    refused(
        lambda: full.commitments.add(ids.negotiation, side=Side.THEM, text="x", counterpart_id=stranger),
        NotAllowed,
        code,
    )
    refused(
        lambda: full.notes.add(supplier_id=ids.supplier, counterpart_id=stranger, text="x", **NOTE), NotAllowed, code
    )
    refused(lambda: full.notes.add(supplier_id=rival, meeting_id=ids.meeting, text="x", **NOTE), NotAllowed, code)
    refused(lambda: full.negotiations.change(ids.negotiation, supplier_id=rival), NotAllowed, "negotiation.has_people")


def test_what_is_not_there_is_told(full: Logbook, ids: Filled) -> None:
    for verb in (
        lambda: full.suppliers.load(999),
        lambda: full.counterparts.load(999),
        lambda: full.negotiations.load(999),
        lambda: full.issues.change(999, name="x"),
        lambda: full.issues.delete(999),
        lambda: full.attachments.content(999),
        lambda: full.attachments.add(999, "a", "b", b""),
        lambda: full.counterparts.add(supplier_id=999, name="x"),
        lambda: full.negotiations.add(supplier_id=999, title="x"),
        lambda: full.issues.add(999, name="x"),
        lambda: full.lines.log(999, Entry(line=offer(999, "t 1"))),
        lambda: full.meetings.plan(ids.negotiation, people=(999,)),
    ):
        refused(verb, NotFound, "record.not_found")


def test_a_field_that_is_none_and_one_left_out_are_mistakes_of_the_program(full: Logbook, ids: Filled) -> None:
    for verb in (
        lambda: full.suppliers.add(name="A", colour="red"),
        lambda: full.suppliers.change(ids.supplier, id=7),
        lambda: full.issues.change(ids.price, negotiation_id=7),
        lambda: full.issues.change(ids.price, place=7),
        lambda: full.counterparts.change(ids.person, supplier_id=7),
        lambda: full.counterparts.add(name="x"),
        lambda: full.positions.add(ids.negotiation, position="x"),
        lambda: full.issues.change(ids.price, weight="5"),
        lambda: full.issues.change(ids.price, weight=0.5),
        lambda: full.suppliers.change(ids.supplier, name=7),
        lambda: full.negotiations.change(ids.negotiation, mode="integrative"),
    ):
        with pytest.raises(TypeError):
            verb()  # type: ignore[no-untyped-call]
    assert full.verify().is_sound


@pytest.mark.parametrize(
    "text", [LONG, MARKUP, RIGHT_TO_LEFT, "👩\u200d👧 family\u200d", "\t tab\r\nline \u2028", "ﬁ ∑ \u202ereversed"]
)
def test_text_is_kept_as_typed(full: Logbook, ids: Filled, text: str) -> None:
    changes = full.suppliers.change(ids.supplier, name=text, background=text)
    assert changes.notices == ()
    assert full.suppliers.load(ids.supplier).name == text
    assert full.suppliers.load(ids.supplier).background == text
    full.negotiations.change(ids.negotiation, title=text)
    assert full.negotiations.load(ids.negotiation).title == text
    assert len(full.journal.undo_label.data["name"]) <= 60  # type: ignore[union-attr, arg-type]


def test_what_no_file_can_hold_is_removed_and_told(full: Logbook, ids: Filled) -> None:
    changes = full.suppliers.change(ids.supplier, name="A\0ero\ud800vent")
    assert full.suppliers.load(ids.supplier).name == "Aero\ufffdvent"
    assert changes.notices == (message("text.unstorable_removed"),)
    assert Words().message(changes.notices[0]).endswith(".")
    line = offer(ids.negotiation, "t\0 1", verb=Verb.NOTE)
    full.lines.log(ids.negotiation, Entry(line=line))
    assert full.search("t 1")
    full.drafts.keep("meet", "half\0 \ud800typed")
    assert full.drafts.read("meet") == "half \ufffdtyped"
    made = full.suppliers.add(name="Ac\0me \ud800").made
    assert full.suppliers.load(made).name == "Acme \ufffd"
    assert full.journal.undo_label is not None
    assert [row.id for row in full.suppliers.rows("Acme \ud800")] == [made]
    assert full.search("Acme \ud800")
