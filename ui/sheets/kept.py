"""ui: texts of cells that could not be read, kept as they were typed until they are mended."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass


class NotRead(ValueError):
    """A text that cannot be used; the words say what to type instead."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Hold a text as typed and why it is not in the logbook; `waits` for another cell, else it cannot be read."""

    text: str
    reason: str
    waits: bool = False


def is_heading(texts: Mapping[str, str], kept: Mapping[str, Kept], figures: Collection[str], least: int = 1) -> bool:
    """Tell whether a pasted row holds the titles of columns: words wherever a figure belongs, no two alike."""
    typed = [key for key in figures if texts.get(key, "").strip()]
    words = {texts[key].casefold() for key in typed}
    are_words = all(key in kept and not any(map(str.isdigit, texts[key])) for key in typed)
    return least <= len(words) == len(typed) and are_words


class Shelf:
    """Keep texts by sheet, row and column, for all negotiations as long as the logbook is open."""

    def __init__(self, sheet: str) -> None:
        """Take the name of the sheet whose texts are kept."""
        self.sheet = sheet
        self._texts: dict[tuple[int | str, str], Kept] = {}
        self._of: dict[int, dict[tuple[int | str, str], Kept]] = {0: self._texts}
        self._newest: list[tuple[int | str, str]] = []

    def turn_to(self, negotiation_id: int) -> None:
        """Show what is kept of one negotiation, where rows of several are called alike."""
        texts = self._of.setdefault(negotiation_id, {})
        if texts is not self._texts:
            self._texts = texts
            self._newest.clear()

    def get(self, row: int | str, key: str) -> Kept | None:
        """Return what is kept for a cell."""
        return self._texts.get((row, key))

    def put(self, row: int | str, key: str, kept: Kept) -> None:
        """Keep a text."""
        self._texts[row, key] = kept
        self._newest.append((row, key))

    def settle(self) -> None:
        """Take what is kept as older than the last change of the logbook, which is now the one to undo."""
        self._newest.clear()

    def has_new(self) -> bool:
        """Tell whether anything was kept since the last change."""
        return any(each in self._texts for each in self._newest)

    def take_back(self) -> bool:
        """Forget what was kept since the last change; return whether there was anything."""
        found = [each for each in self._newest if each in self._texts]
        for each in found:
            del self._texts[each]
        self._newest.clear()
        return bool(found)

    def drop(self, row: int | str, key: str) -> None:
        """Forget a cell's text, for example since another one could be read."""
        self._texts.pop((row, key), None)

    def drop_row(self, row: int | str) -> None:
        """Forget a whole row."""
        for found in [each for each in self._texts if each[0] == row]:
            del self._texts[found]

    def of_row(self, row: int | str) -> dict[str, Kept]:
        """Return what is kept in a row, by column."""
        return {key: kept for (each, key), kept in self._texts.items() if each == row}

    def by_row(self) -> dict[int | str, dict[str, Kept]]:
        """Return everything that is kept, by row and column."""
        found: dict[int | str, dict[str, Kept]] = {}
        for (row, key), kept in self._texts.items():
            found.setdefault(row, {})[key] = kept
        return found

    def has_row_starting(self, start: str) -> bool:
        """Tell whether anything is kept in a row whose id begins so."""
        return any(str(row).startswith(start) for row, _ in self._texts)
