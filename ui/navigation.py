"""ui: where the user is - a place and a record - with the way back and forward."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

_DEPTH = 100

NEGOTIATIONS = "negotiations"
NEGOTIATION = "negotiation"
SUPPLIERS = "suppliers"
PEOPLE = "people"
SETTINGS = "settings"
NEW = "new"  # the part that asks for a new record
AUTHORITY = "authority"  # the spot in a person's file that says what they may decide alone
RECALL = "recall"  # the part of a person that is read before a meeting
TACTICS = "tactics"  # the part of the settings in which the list of tactics is kept
PLACES = (NEGOTIATIONS, NEGOTIATION, SUPPLIERS, PEOPLE, SETTINGS)


@dataclass(frozen=True, slots=True)
class Place:
    """Name what is shown: one of `PLACES`, the record chosen there (0 for none), and the part of it.

    `part` is a tab of a negotiation (prepare, meet, debrief, documents), empty for the one shown last; of a person the
    recall card. `spot` is
    whatever the part itself understands, such as a step; a part that does not know it shows its beginning.
    """

    name: str
    record: int = 0
    part: str = ""
    spot: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return plain JSON values from which `from_json` restores the place."""
        return {"name": self.name, "record": self.record, "part": self.part, "spot": self.spot}

    @classmethod
    def from_json(cls, stored: object) -> Place | None:
        """Restore a place; return None for anything that `to_json` did not write."""
        match stored:
            case {"name": str(name), "record": int(record), "part": str(part), "spot": str(spot)} if name in PLACES:
                return cls(name, record, part, spot)
        return None


class Navigation:
    """Keep the way that was gone, like a browser does.

    The window shows a place by `show`, which returns the place that is really shown then (a record may be gone), or
    None where nothing of it can be shown; such a place is left out of the way.
    """

    def __init__(self, show: Callable[[Place], Place | None], arrived: Callable[[], object] = lambda: None) -> None:
        """Take the function that brings a place up, and what to call whenever the way has changed."""
        self._show = show
        self._arrived = arrived
        self._back: list[Place] = []
        self._forward: list[Place] = []
        self._last: dict[str, Place] = {}
        self.place: Place | None = None

    @property
    def can_go_back(self) -> bool:
        """Tell whether there is a place to go back to."""
        return bool(self._back)

    @property
    def can_go_forward(self) -> bool:
        """Tell whether there is a place that the user came back from."""
        return bool(self._forward)

    def go(self, place: Place) -> bool:
        """Show a place and remember the one left; tell whether it could be shown."""
        shown = self._show(place)
        if shown is None:
            return False
        if self.place is not None and _differ(self.place, shown):
            self._back = [*self._back[-_DEPTH + 1 :], self.place]
            self._forward.clear()
        self._arrive(shown)
        return True

    def note(self, place: Place) -> None:
        """Take note that the screen itself moved on to another record or part of the place shown."""
        if self.place is not None and _differ(self.place, place):
            self._back = [*self._back[-_DEPTH + 1 :], self.place]
            self._forward.clear()
        self._arrive(place)

    def back(self) -> bool:
        """Go one place back, over those that are gone; tell whether there was one."""
        return self._walk(self._back, self._forward)

    def forward(self) -> bool:
        """Go one place forward again, over those that are gone; tell whether there was one."""
        return self._walk(self._forward, self._back)

    def last_of(self, name: str) -> Place:
        """Return the place of this name that was shown last, with its record."""
        return self._last.get(name, Place(name))

    def forget(self) -> None:
        """Forget the whole way: another logbook is open."""
        self._back.clear()
        self._forward.clear()
        self._last.clear()
        self.place = None

    def remembered(self) -> Mapping[str, Any] | None:
        """Return the place shown, as plain JSON values for the settings."""
        return None if self.place is None else self.place.to_json()

    def _walk(self, source: list[Place], target: list[Place]) -> bool:
        while source:
            place = source.pop()
            left = self.place
            shown = self._show(place)
            if shown is None or (left is not None and not _differ(left, shown)):
                continue
            if left is not None:
                target.append(left)
            self._arrive(shown)
            return True
        return False

    def _arrive(self, place: Place) -> None:
        self.place = place
        self._last[place.name] = place
        self._arrived()


def _differ(one: Place, other: Place) -> bool:
    # a spot is no place of its own to go back to
    return replace(one, spot="") != replace(other, spot="")
