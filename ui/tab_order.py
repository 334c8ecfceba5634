"""ui: the way of Tab through parts that were not made in the order in which they are read."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def walk(*parts: QWidget) -> None:
    """Let Tab walk through parts of one window in just this order; one that hands its focus on takes it along."""
    for before, after in pairwise(parts):
        _follow(before.focusProxy() or before, after)


def come_after(before: QWidget, part: QWidget) -> None:
    """Let Tab come to a part that was made last, and to all in it in its own order, right after another."""
    stops: list[QWidget] = []
    each: QWidget | None = part
    while each is not None and (each is part or part.isAncestorOf(each)):
        if _is_stop(each):
            stops.append(each)
        each = each.nextInFocusChain()
    # Qt orders only what Tab stops at
    at: QWidget | None = before
    while at is not None and at is not part and not _is_stop(at):
        at = at.previousInFocusChain()
    walk(at or before, *stops)


def _is_stop(part: QWidget) -> bool:
    return bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _follow(before: QWidget, after: QWidget) -> None:
    inner, policy = after.focusProxy(), after.focusPolicy()
    if inner is None:
        QWidget.setTabOrder(before, after)
        return
    # Qt orders the one that gets the focus alone, and Tab would come by the one around it once more
    after.setFocusProxy(None)  # type: ignore[arg-type] # Qt takes none
    after.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    QWidget.setTabOrder(before, after)
    QWidget.setTabOrder(after, inner)
    after.setFocusPolicy(policy)
    after.setFocusProxy(inner)
