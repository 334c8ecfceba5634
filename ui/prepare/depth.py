"""ui: how far a preparation goes - the words for the depths, and the steps that each asks for. Makes no widget."""

from __future__ import annotations

from core.advice import PARTS
from core.negotiation import Depth
from core.words import Words


def depth_word(say: Words, depth: Depth) -> str:
    """Return the word for how far a preparation goes."""
    return {Depth.SUDDEN: say("Sudden"), Depth.PRIORITY: say("Priority"), Depth.FULL: say("Full")}[depth]


def depth_hint(say: Words, depth: Depth) -> str:
    """Return in a sentence what a depth asks for."""
    return {
        Depth.SUDDEN: say("Two minutes: issues, a limit and the BATNA."),
        Depth.PRIORITY: say("What matters most: goal, issues, interests, alternatives and the plan."),
        Depth.FULL: say("Everything, in seven steps."),
    }[depth]


def steps_of(depth: Depth) -> tuple[str, ...]:
    """Return the steps that a depth asks for."""
    return tuple(part.value for part in PARTS[depth])
