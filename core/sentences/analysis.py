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
        "Packages worth {target} points to us, give or take {tolerance}: {n}. Widen the tolerance for more."
    ),
    "analysis.meso_past_limits": "No package keeps all our limits. Correct a limit that lies outside its range.",
    "analysis.their_side_unknown": "Estimate their side first.",
    "analysis.package_open": "A package needs a value for every issue. Still open: {issues}.",
    # the zone of possible agreement
    "zopa.no_our_limit": "Enter our limit on {issue}.",
    "zopa.no_their_limit": "Estimate their limit on {issue}.",
    "zopa.no_direction": "{issue} has no direction that two limits could be compared in.",
    "zopa.length": "{size}",
    "zopa.issue": "{issue}: both can agree from {low} to {high}.",
    "zopa.issue_point": "{issue}: both can agree on {value} alone.",
    "zopa.issue_possible": "{issue}: likely from {low} to {high}, but the limits may also be apart.",
    "zopa.issue_unlikely": "{issue}: the limits are likely {gap} apart, but may meet.",
    "zopa.issue_none": "{issue}: no overlap, the limits are {gap} apart.",
    "zopa.same_way": "{issue}: both sides want the same. What suits the more demanding side suits both.",
    "zopa.options": "{issue}: both can agree on {options}.",
    "zopa.options_none": "{issue}: no option suits both.",
    "zopa.package": "A deal that suits both is worth {low} to {high} points to us.",
    "zopa.package_point": "The only deals that suit both are worth {value} points to us.",
    "zopa.package_possible": (
        "A deal that suits both is likely worth {low} to {high} points to us, but there may be none."
    ),
    "zopa.package_unlikely": (
        "There is likely no deal that suits both: the best they would take is {ours} points below our BATNA, the best "
        "we would take {theirs} points below theirs. But the limits may meet."
    ),
    "zopa.package_none": (
        "No deal suits both: the best they would take is {ours} points below our BATNA, the best we would take "
        "{theirs} points below theirs."
    ),
    "zopa.nothing_suits_them": "No package is worth enough to them. Look for more to put on the table.",
    "zopa.nothing_suits_us": "No package is worth as much to us as our BATNA. Look for more to put on the table.",
    # equal packages
    "equal.too_few_issues": "Two packages need two open issues that count.",
    "equal.none": "No two packages within the limits are worth your target.",
    # compensation
    "compensation.not_stated": "{issue} has no term on the table yet that a concession could start from.",
    "compensation.no_concession": "This change on {issue} costs neither side anything, as far as is known.",
    # bridges
    "bridge.both": "{issue}: we want “{ours}”, they “{theirs}”. What that is on neither list would serve both?",
    "bridge.ask_theirs": "{issue}: we want “{ours}”. Ask why the issue matters to them.",
    "bridge.ask_ours": "{issue}: they want “{theirs}”. Write down why the issue matters to us.",
    "bridge.whole": "We want “{ours}”, they “{theirs}”. What that is on neither list would serve both?",
    "bridge.new_issue": "They want “{theirs}”. Which issue could carry that?",
    "bridge.why": "They say “{position}”. Ask what that is good for.",
    "bridge.why_on_issue": "{issue}: they say “{position}”. Ask what that is good for.",
    # robustness
    "robustness.share": (
        "With each weight up to a fifth higher or lower, it is worse than the BATNA in {share} of {n} "
        "draws of the weights."
    ),
    # moves and concessions
    "ledger.none": "No concession was made yet.",
    "ledger.unvalued": "{count} concessions were made; what they are worth cannot be told.",
    "ledger.unvalued.one": "{count} concession was made; what it is worth cannot be told.",
    "ledger.both": "We gave {given} points, they gave {received}, by our scale.",
    "room.nothing_offered": "We have made no offer yet that something could be given from.",
    "room.no_floor": "Enter a minimum acceptable deal or an alternative, to see how much may still be given.",
    "room.left": "We may still give {points} points before the minimum and the BATNA.",
    "room.left_money": "We may still give {amount} ({points} points) before the minimum and the BATNA.",
    "room.none_left": "Nothing may be given any more: our offer is worth just the minimum or the BATNA.",
    "room.past": "Our offer is {points} points below the minimum or the BATNA already.",
    "shrinking.theirs": "Their steps on {issue} seem to end at {limit}: that is what they want us to believe.",
    "shrinking.ours": "Our steps on {issue} seem to end at {limit}: that is what they will believe.",
    # the price-increase test
    "price.no_lines": "Enter what the price is made of: each part’s share and its change.",
    "price.share_negative": "The share of {line} is below 0. Enter 0 or more.",
    "price.shares_over": "The shares add up to {total}. Correct them to at most 100 %.",
    "price.index_zero": "The index of {line} must be above 0 when the present price was agreed.",
    "price.more_than_justified": "They claim {claimed}; their costs justify {justified}, {excess} less.",
    "price.less_than_justified": "They claim {claimed}; their costs would justify {justified}, {excess} more.",
    "price.as_justified": "They claim {claimed}, just what their costs justify.",
    "price.fall": "They claim {claimed}, but their costs fell: a price lower by {justified} is justified.",
    "price.continuity": (
        "With {granted} granted they keep a margin of {margin}. Ask how they mean to go on before you insist."
    ),
    "price.loss": "With {granted} granted they lose {loss} of the price. Ask how they mean to go on before you insist.",
    "price.no_claim": "The claimed value of {issue} is no worse for us than today’s.",
    # tactics
    "predictability.hit_rate": "Our next tactic could have been guessed in {share} of cases ({n} uses).",
    "sign.sanction_them": "They threatened: “{words}”.",
    "sign.sanction_us": "We threatened: “{words}”.",
    "sign.final": "They called an offer final: “{words}”.",
    "sign.tactic": "Tactic {number} was used on us {n} times.",
    "sign.haggling": "{n} offers in a row moved {issue} alone.",
    "sign.selfish": "An offer of theirs gained them and gave us nothing: “{words}”.",
    "sign.no_answer": "Nothing came back for what we gave: “{words}”.",
    "shift.break": "Take time: propose a break, or to meet again.",
    "shift.break_risk": "They may use the time to look for other buyers, or offers may run out.",
    "shift.interests": "Ask what is behind their demand before you answer it.",
    "shift.interests_risk": "Interest that we show may be taken for a readiness to pay.",
    "shift.trade": "Offer a trade on another issue instead of an answer on this one.",
    "shift.trade_risk": "What is offered first may be taken without anything coming back.",
}
