"""tests: the side of a person's file - how to begin."""

from __future__ import annotations

from core.note import Topic
from core.side import Basis
from tests.ui.conftest import NOW
from tests.ui.desk import Driver
from tests.ui.people.met import ELENA, rows, shown


def test_openers_come_from_what_is_noted(cases: Driver) -> None:
    for topic, text in ((Topic.FAMILY, "Two sons"), (Topic.LIKE, "Plans on one page")):
        cases.logbook.notes.add(counterpart_id=ELENA, topic=topic, basis=Basis.SAID, text=text, on=NOW.date())
    told = shown(cases).told
    assert rows(told.openers.table)[:2] == [
        ("Ask how they are: Two sons",),
        ("Begin with what they like: Plans on one page",),
    ]
