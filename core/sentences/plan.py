"""core: the sentences about a plan - what speaks against a concession, what an agenda holds."""

from __future__ import annotations

_STEPS: dict[str, str] = {
    # what speaks against a step of the concession ladder
    "planned.other_kind": "This does not fit the scale of {issue} any more. Type it again.",
    "planned.no_start": "Say where this step begins: {issue} has no opening yet.",
    "planned.start_differs": "The step before ends at {value}. Begin there.",
    "planned.floor_past_limit": "The floor lies past our limit {limit}. Move it up to the limit.",
    "planned.no_end": "Say how far this step goes.",
    "planned.past_limit": "Past our limit {limit}. Let the step end there at the latest.",
    "planned.past_floor": "Past the floor of this step, {floor}. Let it end there at the latest.",
    "planned.no_step": "{end} is no worse for us than {start}: that gives nothing. Go further, or delete the step.",
    "planned.not_shrinking": (
        "No smaller than the step before on {issue}: that tells them that there is more to come. Make it smaller."
    ),
    "planned.nothing_back": "Nothing comes back for this step. Say what we ask for it.",
    "planned.return_same_issue": "It gives and asks on {issue} alone. Ask for something else.",
    "planned.no_return_value": "Say what we ask for on {issue}.",
    "planned.return_past_limit": "What we ask for lies past our own limit {limit}.",
    "planned.return_no_better": "{value} is no better for us than {holds}, which holds anyway. Ask for more.",
    "planned.below_batna": "From here on the plan is worth {gap} less than walking away to {alternative}. Stop before.",
    "planned.no_trades": (
        "No pair of issues is worth trading from what holds today: giving way brings them as much on one as on another."
    ),
    "planned.below_minimum": "From here on the plan is worth {gap} less than the minimum acceptable deal.",
}

_AGENDA: dict[str, str] = {
    "agenda.needs": "What each side needs from this deal",
    "agenda.other_issues": "The other issues",
    "agenda.close": "What is agreed, what is open, who does what",
}

SENTENCES: dict[str, str] = {**_STEPS, **_AGENDA}
