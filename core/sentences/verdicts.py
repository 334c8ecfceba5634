"""core: the sentences about the lights, their reasons and the repairs."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "list.sentences": "{first} {rest}",
    "list.and": "{first}, {rest}",
    "gap.points": "{points} points",
    "gap.below_a_point": "less than 0.1 points",
    "gap.money": "{amount}",
    "gap.money_and_points": "{amount} ({points})",
    "gap.day": "1 day",
    "gap.days": "{n} days",
    "term.range": "{value} to {upto}",
    # why nothing can be valued
    "verdict.cannot_judge": "Cannot be judged: {why}",
    "weights.no_issues": "enter an issue with its best and worst end and its weight.",
    "weights.none_direct": "enter a weight for at least one issue.",
    "weights.none_ranking": "rank at least one issue; 1 is the most important.",
    "weights.none_money": "enter what the range of at least one issue is worth in money, or a reference quantity.",
    "weights.negative": "the weight of {issue} is below 0; enter 0 or more.",
    "weights.negative_money": "what {issue} is worth is below 0; enter 0 or more.",
    "weights.too_large": (
        "The weight of {issue} would leave nothing to the other issues. Enter one below their sum, {total}."
    ),
    "weights.share_too_large": "The share of {issue} would leave nothing to the other issues. Enter one below 100 %.",
    "issue.name_taken": "There is an issue named “{issue}” already. Name the new one otherwise.",
    "scale.no_ends": "enter the best and the worst end of {issue}.",
    "scale.same_ends": "the best and the worst end of {issue} are the same; enter two different ones.",
    "scale.no_options": "enter the options of {issue}.",
    "scale.ideal_outside": "the ideal of {issue} lies outside its two ends; enter one between them.",
    "alternative.no_points": "enter the points that “{alternative}” is worth.",
    "alternative.no_total": "enter the total of “{alternative}”.",
    "alternative.total_without_price": (
        "“{alternative}” is a total; it needs a price issue with a reference quantity and two different ends."
    ),
    # light 1
    "limit.past_their": "{issue} {value} is past the limit {limit} by {by}.",
    "limit.past_own": "{issue} {value} is past your limit {limit} by {by}.",
    "limit.option_past_their": "{issue} {value} is past the limit {limit}.",
    "limit.option_past_own": "{issue} {value} is past your limit {limit}.",
    "limit.range_past_their": "{issue} {value} to {upto} is past the limit {limit}.",
    "limit.range_past_own": "{issue} {value} to {upto} is past your limit {limit}.",
    "limit.range_partly_past_their": "Part of {issue} {value} to {upto} is past the limit {limit}.",
    "limit.range_partly_past_own": "Part of {issue} {value} to {upto} is past your limit {limit}.",
    "limit.unknown": "Cannot be judged: enter two different ends of {issue}, so that its limit has a direction.",
    "limit.clear": "Within the limits.",
    "limit.none": "No limit is set on what is stated.",
    "limit.needs_reason": "{why} Give a reason to log it as an exception.",
    # light 2
    "batna.worse": "{gap} worse than the BATNA, {alternative}.",
    "batna.worse_at_least": "At least {gap} worse than the BATNA, {alternative}, whatever is said on the open terms.",
    "batna.better": "{gap} better than the BATNA, {alternative}.",
    "batna.better_at_least": "At least {gap} better than the BATNA, {alternative}.",
    "batna.equal": "Worth the same as the BATNA, {alternative}.",
    "batna.equal_at_least": "At least as good as the BATNA, {alternative}.",
    "batna.possible": "From {worse} worse to {better} better than the BATNA, {alternative}: it depends on {depends}.",
    "batna.possible_equal": (
        "Up to {worse} worse than the BATNA, {alternative}, at best the same: it depends on {depends}."
    ),
    "batna.none": "No BATNA: enter an alternative to judge against.",
    "batna.none_valid": "No BATNA: no alternative is valid on {day}. Renew one or enter another.",
    "open.on_issues": "{issues}",
    "open.on_chance": "whether the alternative comes off; enter what no deal is worth",
    "open.on_batna": "what is still open in the alternative",
    "open.on_minimum": "what the minimum leaves open",
    "baselines.worth": "With the rest at its baseline: worth {worth}.",
    "baselines.equal": "With the rest at its baseline: worth {worth}, the same as the BATNA.",
    "baselines.worse": "With the rest at its baseline: worth {worth}, {gap} worse.",
    "baselines.better": "With the rest at its baseline: worth {worth}, {gap} better.",
    "total.alone": "At {volume}: {total} in all.",
    "total.equal": "At {volume}: {total} in all, the same as at the BATNA’s price.",
    "total.worse": "At {volume}: {total} in all, {gap} worse than at the BATNA’s price.",
    "total.better": "At {volume}: {total} in all, {gap} better than at the BATNA’s price.",
    # light 3
    "minimum.worse": "{gap} worse than the minimum acceptable deal.",
    "minimum.worse_at_least": (
        "At least {gap} worse than the minimum acceptable deal, whatever is said on the open terms."
    ),
    "minimum.better": "{gap} better than the minimum acceptable deal.",
    "minimum.better_at_least": "At least {gap} better than the minimum acceptable deal.",
    "minimum.equal": "Worth the same as the minimum acceptable deal.",
    "minimum.equal_at_least": "At least as good as the minimum acceptable deal.",
    "minimum.possible": (
        "From {worse} worse to {better} better than the minimum acceptable deal: it depends on {depends}."
    ),
    "minimum.possible_equal": (
        "Up to {worse} worse than the minimum acceptable deal, at best the same: it depends on {depends}."
    ),
    "minimum.none": "No minimum acceptable deal is set.",
    # light 4
    "term.act": "Worse than the BATNA on {issues}.",
    "term.clear": "No stated term is worse than the BATNA’s.",
    "term.none": "The BATNA states no term to compare with.",
    "term.size": "{size} ({percent})",
    "term.money_size": "{size}, {percent}",
    "term.worse": "{issue} is {size} worse than the BATNA’s.",
    "term.worse_option": "{issue} {value} is worse than the BATNA’s {other}.",
    "term.worse_money": "{amount} worse than the BATNA on {issue}: {size}.",
    "term.worse_option_money": "{amount} worse than the BATNA on {issue}: {value} against {other}.",
    # repairs
    "repair.change": "{issue} {old} to {new}",
    "repair.keeps_limit": "{change} keeps the limit.",
    "repair.clears": "{change} clears it.",
    "repair.clear_together": "{change} together clear it.",
    "repair.may_clear": "{change} may clear it.",
    "repair.may_clear_if": "{change} may clear it, with {needs}.",
    "repair.none": "No repair within the ranges.",
    "need.at_least": "{issue} at least {value}",
    "need.at_most": "{issue} at most {value}",
    "need.or_better": "{issue} {value} or better",
    # the ladder
    "ladder.opening_below_best_outcome": "The opening is worth {gap} less than the best outcome. Open higher.",
    "ladder.opening_below_fair": "The opening is worth {gap} less than the fair deal. Open higher.",
    "ladder.opening_below_minimum": "The opening is worth {gap} less than the minimum acceptable deal. Open higher.",
    "ladder.best_outcome_below_fair": "The best outcome is worth {gap} less than the fair deal. Swap or correct them.",
    "ladder.best_outcome_below_minimum": (
        "The best outcome is worth {gap} less than the minimum acceptable deal. Swap or correct them."
    ),
    "ladder.fair_below_minimum": (
        "The fair deal is worth {gap} less than the minimum acceptable deal. Swap or correct them."
    ),
    "ladder.minimum_below_batna": (
        "A deal at your minimum is worth {gap} less than walking away to {alternative}. Raise the minimum."
    ),
    "ladder.fair_below_batna": (
        "A deal at your target is worth {gap} less than walking away to {alternative}. Raise the target."
    ),
    "ladder.best_outcome_below_batna": (
        "A deal at your best outcome is worth {gap} less than walking away to {alternative}. Raise it."
    ),
    "ladder.opening_below_batna": (
        "A deal at your opening is worth {gap} less than walking away to {alternative}. Open higher."
    ),
    "ladder.past_limit": "{issue}: the ladder passes its limit. Move the rung or the limit.",
    # the cells of the issue grid
    "cell.no_end": "Enter this end: without both the issue cannot be valued.",
    "cell.same_ends": "Best and worst end are the same. Enter two different ones.",
    "cell.no_step": "Enter the step, the least move that is worth talking about.",
    "cell.step_not_positive": "The step must be above 0.",
    "cell.ideal_outside": "The ideal lies outside the two ends. Enter one between them.",
    "cell.point_outside": "A point outside the two ends is left out.",
    "cell.no_options": "Enter at least two options with their values.",
    "cell.option_twice": "Two options have the same name. Rename one.",
    "cell.option_value": "An option’s value lies outside 0 to 1. Correct it.",
    "cell.no_weight": "No weight: the issue counts 0.",
    "cell.no_rank": "No rank: the issue counts 0.",
    "cell.no_money_worth": "Not worth anything in money yet: the issue counts 0.",
    "cell.weight_negative": "A weight must be 0 or more.",
    "cell.rank_not_positive": "Ranks begin with 1, the most important. This one counts 0.",
    "cell.money_negative": "What the range is worth must be 0 or more.",
    "cell.quantity_not_positive": "The reference quantity must be above 0.",
    "cell.basis_not_positive": "The price basis must be above 0.",
    "cell.other_kind": "This does not fit the issue’s scale. Enter it anew.",
    "cell.outside": "Outside the range.",
    "cell.limit_wrong_side": "The limit {limit} is on the wrong side of the target. Correct one of them.",
    "cell.past_limit": "Past the limit {limit}.",
}
