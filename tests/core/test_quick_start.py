"""tests: the three lines of a sudden talk - what they become, and what each says where it cannot be read."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import BadInput
from core.issue import ScaleKind
from core.number import Marks
from core.prefill import Prefill
from core.quick_start import Typing, quick_start
from core.words import NO_BREAK, Words
from tests.core.cases import MOMENT

SAY = Words()
ENGLISH = Typing(currency="EUR", marks=Marks(), now=MOMENT)
GERMAN = Typing(currency="EUR", marks=Marks(decimal=",", group="."), now=MOMENT, language="de")


def told(issues: str, limits: str = "", batna: str = "") -> str:
    """Return the sentence of what is refused."""
    with pytest.raises(BadInput) as trouble:
        quick_start(issues, limits, batna, ENGLISH)
    return SAY.message(trouble.value.message).replace(NO_BREAK, " ")


def test_one_issue_with_its_ends_a_limit_and_the_batna() -> None:
    found = quick_start("price 1.40..1.60 eur/can", "1.55", "Tarsia Foods 1.45", ENGLISH)
    assert found == Prefill(
        issues=(
            {
                "name": "price", "kind": ScaleKind.NUMERIC, "unit": "EUR/can", "step": Decimal("0.01"),
                "best": Decimal("1.40"), "worst": Decimal("1.60"), "limit": Decimal("1.55"),
                "weight": Decimal(1), "prefilled": ("weight",),
            },
        ),
        alternatives=(
            {
                "name": "Tarsia Foods",
                "terms": ({"issue": "price", "value": Decimal("1.45"), "upto": None, "as_said": ""},),
            },
        ),
    )  # fmt: skip


def fields(found: Prefill) -> list[dict[str, Any]]:
    return [{key: each.get(key) for key in ("name", "unit", "best", "worst", "limit")} for each in found.issues]


def test_several_issues_with_limits_and_terms_by_name() -> None:
    found = quick_start(
        "price 1.40 .. 1.60 EUR; lead time 2..8 weeks; closing 1.12.2026..15.1.2027",
        "price 1.55, lead 6 weeks",
        "Tarsia price 1.45, lead time 4",
        ENGLISH,
    )
    assert fields(found) == [
        {"name": "price", "unit": "EUR", "best": Decimal("1.40"), "worst": Decimal("1.60"), "limit": Decimal("1.55")},
        {"name": "lead time", "unit": "weeks", "best": Decimal(2), "worst": Decimal(8), "limit": Decimal(6)},
        {"name": "closing", "unit": None, "best": date(2026, 12, 1), "worst": date(2027, 1, 15), "limit": None},
    ]
    assert found.issues[2]["kind"] is ScaleKind.DATE
    terms = found.alternatives[0]["terms"]
    assert [(each["issue"], each["value"]) for each in terms] == [("price", Decimal("1.45")), ("lead time", Decimal(4))]


def test_a_name_alone_is_an_issue_without_ends_and_an_alternative_without_terms() -> None:
    found = quick_start("scope; price", "", "no deal", ENGLISH)
    assert [each["name"] for each in found.issues] == ["scope", "price"]
    assert found.alternatives == ({"name": "no deal", "terms": ()},)
    assert quick_start("", " ", "", ENGLISH) == Prefill()


def test_the_regions_marks_are_read() -> None:
    (price,) = quick_start("Preis 1,40..1,60 EUR", "1,55", "Tarsia 1,45", GERMAN).issues
    assert (price["best"], price["limit"]) == (Decimal("1.40"), Decimal("1.55"))


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (("price 1.40",), "Issues: “price 1.40” cannot be read. Type a name"),
        (("price 1.4x..1.60",), "Issues: “price 1.4x..1.60” cannot be read. “1.4x” is no number."),
        (("price 1..2; Price 3..4",), "Issues: “Price” is there twice."),
        (("price 1..2; term 1..2", "1.5"), "Limit: “1.5” cannot be read."),
        (("price 1..2", "soon"), "Limit: “soon” cannot be read."),
        (("price 1..2", "", "1.45"), "BATNA: begin with a name"),
        (("price 1..2", "", "Tarsia 30 days"), "BATNA: “30 days” cannot be read."),
        (("price 1..2 USD", "", "Tarsia 1.5 EUR"), "BATNA: “1.5 EUR” cannot be read."),
    ],
)
def test_what_cannot_be_read_is_told_by_its_line(lines: tuple[str, ...], sentence: str) -> None:
    assert told(*lines).startswith(sentence)


@given(issues=st.text(max_size=40), limits=st.text(max_size=20), batna=st.text(max_size=30))
def test_any_text_is_read_or_told(issues: str, limits: str, batna: str) -> None:
    refused, found = "", Prefill()
    try:
        found = quick_start(issues, limits, batna, ENGLISH)
    except BadInput as trouble:
        refused = trouble.message.code
    assert not refused or refused.startswith("quick.")
    assert all(each["name"].strip() for each in (*found.issues, *found.alternatives))


_NUMBERS = st.decimals("-999", "999", places=2)


@given(best=_NUMBERS, worst=_NUMBERS, limit=_NUMBERS)
def test_numbers_typed_come_back_exactly(best: Decimal, worst: Decimal, limit: Decimal) -> None:
    (found,) = quick_start(f"price {best}..{worst} EUR", str(limit), "", ENGLISH).issues
    assert (found["best"], found["worst"], found["limit"]) == (best, worst, limit)
