"""tests: the regions on offer have the names that Babel gives them."""

from __future__ import annotations

from core.region import Region
from ui.locale_choice import REGIONS, region_name


def test_the_names_on_offer_are_babels() -> None:
    assert {code: Region(code).name for code in REGIONS} == REGIONS


def test_a_region_that_is_not_on_offer_has_its_name_too() -> None:
    assert region_name("el_GR") == "Ελληνικά (Ελλάδα)"
