"""ui: the pages of a stack, each made when it is asked for the first time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.tab_order import come_after

_Page = TypeVar("_Page", bound=QWidget)


class Pages(Mapping[str, _Page]):
    """Pages by key: nobody waits for one, or keeps it in memory, who never looks at it."""

    def __init__(
        self,
        stack: QStackedWidget,
        makers: Mapping[str, Callable[[QWidget], _Page]],
        welcome: Callable[[_Page], object],
    ) -> None:
        """Take the stack that shows them, what makes each in it, and what is done with one just made."""
        self._stack = stack
        self._makers = makers
        self._welcome = welcome
        self._made: dict[str, _Page] = {}

    @property
    def made(self) -> tuple[_Page, ...]:
        """Return the pages that have been made so far."""
        return tuple(self._made.values())

    def show(self, key: str) -> None:
        """Let the stack show a page."""
        self._stack.setCurrentWidget(self[key])

    def __getitem__(self, key: str) -> _Page:
        """Return a page, made now where it is not yet; raise KeyError for a key that has none."""
        if key not in self._made:
            page = self._makers[key](self._stack)
            self._stack.addWidget(page)
            # Tab would come to it last, behind all that was made before it
            come_after(self._stack, page)
            self._made[key] = page
            self._welcome(page)
        return self._made[key]

    def __contains__(self, key: object) -> bool:
        """Tell whether there is such a page, without making it."""
        return key in self._makers

    def __iter__(self) -> Iterator[str]:
        """Yield the keys of all pages, made or not."""
        return iter(self._makers)

    def __len__(self) -> int:
        """Return how many pages there are, made or not."""
        return len(self._makers)
