"""tests: contracts as they stand on a day."""

from __future__ import annotations

from datetime import date

import pytest

from core.binding import bindings, next_end
from core.contract import Contract
from core.supplier import Supplier
from core.verdict import Flag

TODAY = date(2026, 11, 24)


def contract(title: str, ends: date | None, notice: int | None = None) -> Contract:
    return Contract(supplier_id=1, title=title, ends=ends, notice_days=notice)


@pytest.mark.parametrize(
    ("ends", "notice", "flag", "missed"),
    [
        (None, None, Flag.FINE, False),
        (date(2026, 11, 23), None, Flag.ACT, False),
        (date(2026, 11, 24), None, Flag.CHECK, False),
        (date(2027, 2, 22), None, Flag.CHECK, False),
        (date(2027, 2, 23), None, Flag.FINE, False),
        (date(2027, 3, 1), 90, Flag.ACT, False),
        (date(2027, 3, 10), 90, Flag.CHECK, False),
        (date(2027, 12, 31), 90, Flag.FINE, False),
        (date(2026, 12, 31), 90, Flag.CHECK, True),
    ],
)
def test_a_contract_is_flagged_by_its_end_and_its_day_of_notice(
    ends: date | None, notice: int | None, flag: Flag, missed: bool
) -> None:
    (found,) = bindings([contract("Frame", ends, notice)], TODAY)
    assert (found.flag, found.is_notice_missed) == (flag, missed)


def test_what_ends_next_stands_first_and_what_has_ended_last() -> None:
    found = bindings(
        [
            contract("over", date(2025, 12, 31)),
            contract("open", None),
            contract("far", date(2028, 1, 1)),
            contract("next", date(2026, 12, 31), 30),
        ],
        TODAY,
    )
    assert [each.contract.title for each in found] == ["next", "far", "open", "over"]
    assert found[0].notice_by == date(2026, 12, 1)


def test_the_next_end_is_the_earliest_of_the_frame_and_of_what_still_runs() -> None:
    found = bindings([contract("over", date(2025, 1, 1)), contract("runs", date(2027, 6, 1))], TODAY)
    assert next_end(Supplier(name="A", contract_end=date(2027, 12, 31)), found, TODAY) == date(2027, 6, 1)
    assert next_end(Supplier(name="A", contract_end=date(2026, 12, 31)), found, TODAY) == date(2026, 12, 31)
    assert next_end(Supplier(name="A"), (), TODAY) is None
    assert next_end(Supplier(name="A", contract_end=date(2026, 6, 1)), found, TODAY) == date(2027, 6, 1)
    assert next_end(Supplier(name="A", contract_end=date(2026, 6, 1)), (), TODAY) == date(2026, 6, 1)
