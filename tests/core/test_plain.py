"""tests: core/plain.py."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from core.plain import compact

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(PLAIN)
def test_a_value_is_read_back_as_it_was(value: object) -> None:
    assert json.loads(compact(value)) == value


def test_equal_values_are_equal_texts_without_blanks_and_escapes() -> None:
    assert compact({"b": 1, "a": "Zł"}) == compact({"a": "Zł", "b": 1}) == '{"a":"Zł","b":1}'
