"""tests: core/reports/fingerprint.py - the same data, the same digits."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from core.reports.fingerprint import fingerprint
from tests.core.reports import cases


def test_equal_records_have_one_fingerprint_and_any_change_another() -> None:
    whole = cases.closed()
    assert fingerprint(whole) == fingerprint(cases.closed())
    assert re.fullmatch(r"[0-9a-f]{4}( [0-9a-f]{4}){3}", fingerprint(whole))
    changed = replace(whole, issues=(replace(whole.issues[0], limit=cases.D("1.450")), *whole.issues[1:]))
    assert fingerprint(changed) != fingerprint(whole)


def test_surrogates_do_not_stop_it() -> None:
    assert fingerprint(replace(cases.supplier(), name="\ud800")) != fingerprint(cases.supplier())


def test_what_has_no_plain_form_is_refused() -> None:
    with pytest.raises(TypeError):
        fingerprint(object())
