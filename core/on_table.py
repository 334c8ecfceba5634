"""core: on the table, which packages lie there because a line of the log put them there by their label."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from core.candidate import Candidate
from core.line import Line, Verb
from core.negotiation import Negotiation
from core.term import Package


def names(line: Line, candidate: Candidate) -> bool:
    """Tell whether a line puts a package on the table: it says the label and states all of the terms to this day."""
    if line.verb is not Verb.OFFER or not candidate.terms:
        return False
    said = re.search(rf"(?<!\w){re.escape(candidate.label)}(?!\w)", line.text, re.IGNORECASE)
    return said is not None and set(_bare(candidate.terms)) <= set(_bare(line.terms))


def taken_back(negotiation: Negotiation, lines: Iterable[Line]) -> tuple[int, ...]:
    """Return the packages, by id, that a line put on the table and none does once these `lines` are the log.

    What was never said, or was said and withdrawn, must not face them; one that the user marked stays.
    """
    after = tuple(lines)
    return tuple(
        each.id
        for each in negotiation.candidates
        if each.is_shared
        and any(names(line, each) for line in negotiation.lines)
        and not any(names(line, each) for line in after)
    )


def _bare(terms: Package) -> Package:
    """Return what is stated and not withdrawn, however it was typed."""
    return tuple(replace(term, as_said="", assumed=False) for term in terms if term.withdrawn_at is None)
