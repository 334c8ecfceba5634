"""The export as text: lossless, in one order, and refused where it is not one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import BadInput
from core.exchange.dump import Dump
from core.exchange.dump_json import from_text, to_text

PLAIN = st.recursive(
    st.none() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
ROWS = st.lists(st.dictionaries(st.text(), PLAIN, max_size=4), max_size=4).map(tuple)
DUMPS = st.builds(
    Dump,
    st.integers(1, 9),
    st.dictionaries(st.text(), ROWS, max_size=4),
    st.dictionaries(st.text(), st.integers(0, 10**9), max_size=3),
)


@given(DUMPS)
def test_what_was_written_is_read_back_and_written_the_same(dump: Dump) -> None:
    text = to_text(dump)
    assert from_text(text) == dump
    assert to_text(from_text(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not json",
        "[]",
        "{}",
        '{"format":"logroll","revision":1,"tables":[]}',
        '{"format":"logroll","revision":"1","tables":{}}',
        '{"format":"logroll","revision":1,"tables":{"supplier":[1]}}',
        '{"format":"logroll","revision":1,"tables":{},"sequences":{"supplier":"3"}}',
        '{"format":"logroll","revision":1,"revision":1,"tables":{}}',
        '{"format":"logroll","revision":true,"tables":{},"sequences":{}}',
        '{"format":"logroll","revision":1,"tables":{}}',
        '{"format":"logroll","revision":1,"tables":{},"sequences":{"supplier":true}}',
        '{"format":"logroll","revision":1,"tables":{},"sequences":{},"more":1}',
        '{"format":"logroll","revision":1,"tables":{"issue":[{"weight":0.1}]}}',
        '{"format":"logroll","revision":1,"tables":{"issue":[{"weight":NaN}]}}',
        "[" * 100_000,
    ],
)
def test_text_that_is_no_export_is_refused_with_a_reason(text: str) -> None:
    with pytest.raises(BadInput):
        from_text(text)
