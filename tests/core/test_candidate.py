"""tests: the labels of candidates."""

from __future__ import annotations

from itertools import islice

from core.candidate import free_labels


def test_labels_go_from_a_to_z_and_on_without_those_that_are_taken() -> None:
    assert list(islice(free_labels(()), 3)) == ["A", "B", "C"]
    assert list(islice(free_labels(("a", "C")), 2)) == ["B", "D"]
    assert list(islice(free_labels(()), 28))[-2:] == ["A2", "B2"]
