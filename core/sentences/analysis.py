"""core: the sentences about ranges, frontiers, trades, concessions and what is still to be estimated."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # what their side still lacks
    "analysis.no_their_weight": "Estimate how much {issue} counts to them.",
    "analysis.their_weight_negative": "How much {issue} counts to them is estimated below 0. Enter 0 or more.",
    "analysis.their_weights_zero": "Nothing is estimated to count to them. Enter a weight above 0 for one issue.",
    "analysis.no_their_ends": "Estimate their best and their worst end of {issue}.",
    "analysis.their_ends_same": "Their best and their worst end of {issue} are the same. Estimate two different ones.",
    "analysis.their_ends_meet": (
        "Their best and their worst end of {issue} may be the same. Narrow the two estimates until they lie apart."
    ),
    "analysis.no_their_options": "Estimate what these options of {issue} are worth to them: {options}.",
    # the grid
    "analysis.step_widened": "{issue} is looked at in steps of {step}: its own step makes more than {n} values.",
    "analysis.frontier_grid": (
        "More than {n} efficient packages: they are searched on a grid of {grid} points. No package is better for "
        "both sides by more than {error} points."
    ),
    # equal packages
    "analysis.meso_few": (
        "Only {n} packages are worth {target} points to us, give or take {tolerance}. Widen the tolerance for more."
    ),
    "analysis.meso_past_limits": "No package keeps all our limits. Correct a limit that lies outside its range.",
}
