"""tests: ui/prepare/plan_words.py - what lies on the table calls to act, what is thought of is checked."""

from __future__ import annotations

from decimal import Decimal

import pytest

from core.candidate import Candidate
from core.side import Side
from core.term import Term
from core.verdict import Flag
from tests.core.cases import four_issues
from tests.ui.prepare.test_grid import prepared
from ui.prepare.plan_words import packages_flag

# DOMAIN, section 4: "better price, worse package" is a certain breach
BREACH = (102, 14, 10, 12)


@pytest.mark.parametrize(
    ("by", "is_shared", "flag"),
    [
        (Side.US, True, Flag.ACT),
        (None, True, Flag.ACT),
        (Side.US, False, Flag.CHECK),
        (Side.THEM, False, None),
        (Side.THEM, True, None),
    ],
)
def test_a_package_worse_than_walking_away(by: Side | None, is_shared: bool, flag: Flag | None) -> None:
    terms = tuple(Term(issue_id=at, value=Decimal(value)) for at, value in enumerate(BREACH, start=1))
    candidate = Candidate(id=1, negotiation_id=1, label="A", terms=terms, by=by, is_shared=is_shared)
    assert packages_flag(prepared(four_issues(candidates=(candidate,)))) is flag


def test_without_packages_there_is_nothing_to_say() -> None:
    assert packages_flag(prepared(four_issues())) is None
