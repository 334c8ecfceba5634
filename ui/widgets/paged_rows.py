"""ui: the rows of a long table or list, read page by page as they come into sight."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, Protocol, TypeVar

PAGE = 64
_PAGES = 16  # that are kept


class _Row(Protocol):
    @property
    def id(self) -> int | str: ...


AnyRow = TypeVar("AnyRow", bound=_Row)


class PagedRows(Generic[AnyRow]):
    """Know the order of all rows by their ids, eight bytes each, and read the rows of a page when one is asked for."""

    def __init__(self, ids: Iterable[int], read: Callable[[Sequence[int]], Sequence[AnyRow]]) -> None:
        """Take the ids in their order, and what reads the rows of some; it may leave out what is gone."""
        self._ids = array("q", ids)
        self._read = read
        self._pages: OrderedDict[int, dict[int, AnyRow]] = OrderedDict()

    @property
    def ids(self) -> Sequence[int]:
        """Return the ids in their order."""
        return self._ids

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self._ids)

    def row(self, at: int) -> AnyRow | None:
        """Return the row at a place, None where it is gone since."""
        number = at // PAGE
        page = self._pages.get(number)
        if page is None:
            some = self._ids[number * PAGE : (number + 1) * PAGE]
            page = {int(row.id): row for row in self._read(some)}
            self._pages[number] = page
            if len(self._pages) > _PAGES:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page.get(self._ids[at])

    def find(self, row_id: int | str) -> int:
        """Return the place of an id, -1 for none."""
        try:
            return self._ids.index(row_id) if isinstance(row_id, int) else -1
        except ValueError:
            return -1

    def put(self, row: AnyRow) -> None:
        """Show this row in place of the one with its id, where that is read already."""
        page = self._pages.get(self.find(row.id) // PAGE)
        if page is not None and row.id in page:
            page[int(row.id)] = row
