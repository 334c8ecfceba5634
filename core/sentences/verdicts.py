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
    "open.on_others": "what is still open in the alternative",
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
}
