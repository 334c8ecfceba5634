"""core: the meeting line's grammar - a line is read in all ways that the rules allow, and no other."""

from __future__ import annotations

from core.shorthand.aloud import aloud, spoken
from core.shorthand.completion import Completion, complete
from core.shorthand.context import Conditional, Context
from core.shorthand.reader import read
from core.shorthand.statement import NewIssue, Part, Reading, Role, Span, Statement, Status
from core.shorthand.vocabulary import name_trouble
from core.shorthand.words import told, words_of

__all__ = [
    "Completion",
    "Conditional",
    "Context",
    "NewIssue",
    "Part",
    "Reading",
    "Role",
    "Span",
    "Statement",
    "Status",
    "aloud",
    "complete",
    "name_trouble",
    "read",
    "spoken",
    "told",
    "words_of",
]
