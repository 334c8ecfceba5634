"""core: the sentences about a preparation - what is still to do, which mode fits, what was taken from before."""

from __future__ import annotations

_TO_DO: dict[str, str] = {
    # in a few words, for a list
    "todo.no_issues": "First issue",
    "todo.ladder.opening_below_best_outcome": "Opening below best",
    "todo.ladder.opening_below_fair": "Opening below fair deal",
    "todo.ladder.opening_below_minimum": "Opening below minimum",
    "todo.ladder.best_outcome_below_fair": "Best below fair deal",
    "todo.ladder.best_outcome_below_minimum": "Best below minimum",
    "todo.ladder.fair_below_minimum": "Fair deal below minimum",
    "todo.ladder.minimum_below_batna": "Minimum below BATNA",
    "todo.ladder.fair_below_batna": "Fair deal below BATNA",
    "todo.ladder.best_outcome_below_batna": "Best below BATNA",
    "todo.ladder.opening_below_batna": "Opening below BATNA",
    "todo.cell_ladder": "Ladder of {issue}",
    "todo.cell_limit": "Target beyond limit: {issue}",
    "todo.cell_figure": "Figures of {issue}",
    "todo.gaps": "{n} figures of issues",
    "todo.weights": "Weights",
    "todo.weight_zero": "Weight 0: {issue}",
    "todo.batna_past_limit": "BATNA passes limit: {issue}",
    "todo.limit_below_batna": "Limit below BATNA: {issue}",
    "todo.no_batna": "BATNA",
    "todo.batna_ends": "BATNA ends soon",
    "todo.batna_unvalued": "Worth of the BATNA",
    "todo.batna_chance": "What no deal is worth",
    "todo.batna_unproven": "Proof of the BATNA",
    "todo.batna_old": "BATNA’s evidence is old",
    "todo.no_minimum": "Minimum acceptable deal",
    "todo.no_fair": "Fair deal, our target",
    "todo.no_limit": "A limit",
    "todo.no_opening": "Our opening",
    "todo.one_issue": "A second issue",
    "todo.position_us": "Why we want it",
    "todo.position_them": "Why they want it",
    "todo.no_interest_us": "An interest of ours",
    "todo.no_interest_them": "An interest of theirs",
    "todo.mode_integrative": "Mode: win-win?",
    "todo.mode_distributive": "Mode: win-lose?",
    "todo.no_estimate": "Estimate of their side",
    "todo.no_goal": "Our goal in words",
}

_STRATEGY: dict[str, str] = {
    # in a sentence: what, and what to do
    "strategy.no_issues": "Nothing is on the table yet. Enter the first issue with its ends and its weight.",
    "strategy.cell": "{issue}: {what}",
    "strategy.weight_zero": "{issue} counts nothing, whatever is agreed on it. Give it a weight, or delete it.",
    "strategy.batna_past_limit": (
        "{issue}: {alternative} offers {value}, past your own limit {limit}. Move the limit, or doubt the alternative."
    ),
    "strategy.limit_below_batna": (
        "{issue}: at the limit {limit} a deal is worth {points} points less than walking away to {alternative}, even "
        "with all else at its best. Tighten the limit."
    ),
    "strategy.batna_ends": "{alternative} holds to {day}. Ask for it to be prolonged, or find another alternative.",
    "strategy.batna_unvalued": "{alternative} cannot be valued: {why}",
    "strategy.batna_chance": "{alternative} may fail. Add “no deal” and enter what it is worth.",
    "strategy.batna_unproven": "Nothing proves {alternative}. Note the quote, the price list or the calculation.",
    "strategy.batna_old": "What proves {alternative} is of {day}. Ask for a new quote.",
    "strategy.no_minimum": "Say what is the least that we would sign.",
    "strategy.no_fair": "Say what we aim to sign: the fair deal.",
    "strategy.no_limit": "Set a limit on at least one issue: the figure that we pass for nothing.",
    "strategy.no_opening": "Decide what we offer first.",
    "strategy.one_issue": "With one issue there is nothing to integrate. Put another one on the table.",
    "strategy.position_us": "We say “{position}”. Ask why until there is an interest behind it.",
    "strategy.position_them": "They say “{position}”. Find out what it is good for.",
    "strategy.no_interest_us": "Write down why we want what we want.",
    "strategy.no_interest_them": "Write down what may lie behind what they want.",
    "strategy.mode_integrative": "The records speak for win-win. {why}",
    "strategy.mode_distributive": "The records speak for win-lose. {why}",
    "strategy.no_estimate": "Estimate their limits and what counts to them, with what each rests on.",
    "strategy.no_goal": "Say in a sentence what we want to have reached.",
}

_MODE: dict[str, str] = {
    "mode.one_issue": "Only one issue counts: there is nothing to integrate.",
    "mode.one_weighs": "{issue} makes up {share} of the weight: little is left to trade it for.",
    "mode.several_issues": "{n} issues are on the table: each side can give what costs it little.",
    "mode.priorities_differ": "Other things count to them: {issues}.",
    "mode.priorities_alike": "The same things count to them as to us: what one gains the other loses.",
    "mode.earlier_one": "It is the second negotiation with this supplier: how they leave it comes back.",
    "mode.earlier_several": "After {n} negotiations with this supplier, how they leave this one comes back.",
    "mode.relation_good": "The last deal left the relationship better than before.",
    "mode.power_theirs": "We need them more than they need us: in a trial of strength they would win.",
    "mode.power_alike": "Each side needs the other as much.",
    "mode.sanctions": "They have threatened: that is no sign of an integrative talk.",
    "mode.no_time": "The meeting is near and none of their interests is noted: integration takes time.",
    "mode.mind_small": "{issues}: of little weight. Do not spend time there.",
    "mode.mind_relation": "The last deal left the relationship worse: trust may be exploited. Give only in return.",
    "mode.mind_guesses": "Their interests are guesses: trust may be exploited. Ask before you show yours.",
    "mode.mind_power": "They need us more than we need them: pressed too hard, they may fail us in the execution.",
    "mode.unknown_issues": "the issues",
    "mode.unknown_priorities": "what counts to them",
    "mode.unknown_dependence": "dependence both ways",
    "mode.unknown_willingness": "their willingness",
}

SENTENCES: dict[str, str] = {**_TO_DO, **_STRATEGY, **_MODE}
