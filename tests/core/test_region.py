"""tests: the region - marks, days and times as people there write them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from core.region import Region

DAY = date(2027, 3, 14)


@pytest.mark.parametrize(
    ("code", "decimal", "group", "day"),
    [("en_GB", ".", ",", "14 Mar 2027"), ("de_DE", ",", ".", "14. März 2027"), ("de_CH", ".", "’", "14. März 2027")],
)
def test_a_region_has_its_own_forms(code: str, decimal: str, group: str, day: str) -> None:
    region = Region(code)
    assert (region.code, region.decimal_mark, region.group_mark) == (code, decimal, group)
    assert region.day(DAY, "d MMM y" if region.is_english else "long") == day


def test_the_time_of_day_is_that_of_the_moments_own_zone() -> None:
    assert Region("fr_FR").clock(datetime(2027, 3, 14, 9, 5, tzinfo=UTC)) == "09:05"


def test_people_find_their_region_by_its_own_name() -> None:
    assert Region("nl_BE").name == "Nederlands (België)"


@pytest.mark.parametrize("code", ["xx_YY", "", "C", "no such"])
def test_an_unknown_region_writes_as_the_british_do(code: str) -> None:
    assert Region(code).code == "en_GB"
