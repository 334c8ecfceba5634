"""ui: the line of a note by example, for the help; a test reads each of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NoteSign:
    """One example of a line, and what it does as a catalogue text."""

    example: str
    text: str


NOTE_SIGNS = (
    NoteSign("@elena #like plans", "about a person or a supplier, by any word of the name; Tab completes"),
    NoteSign("#style competing opens high", "how they deal, with its style"),
    NoteSign("#us our launch is fixed", "what they know about us"),
    NoteSign("#hope ~ two harvests", "~ a guess, * observed, a quotation said; the words do it too"),
    NoteSign("@Urs Zellweger: #like tea", "somebody new, up to the colon; Ctrl+Enter puts them on file"),
)
