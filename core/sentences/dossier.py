"""core: the sentences of the dossiers - what is not known of a supplier or a person, as questions to ask."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # a person: the question, and why it is one
    "ask.authority": "What may you decide alone, and who decides above that?",
    "ask.authority_guess": "We understand you decide this alone: “{text}”. Is that so?",
    "ask.authority_old": "Do you still decide this alone: “{text}”?",
    "ask.interest": "What would make this a good deal for you?",
    "ask.interest_guess": "Is this what you are after: “{text}”?",
    "ask.concern": "What worries you most about this deal?",
    "ask.concern_guess": "Is this what worries you: “{text}”?",
    "ask.hope": "What do you hope to have reached with us in a year?",
    "ask.position": "You ask for “{text}”. What is that good for?",
    "ask.position_on": "On {issue} you ask for “{text}”. What is that good for?",
    "ask.weight": "Which matters most to you: {issues}?",
    "ask.weight_one": "How much does {issue} matter to you?",
    "ask.limit": "How did you arrive at your figure for {issue}?",
    "ask.reservation": "What will you do if we do not agree?",
    "ask.silent": "What has changed for you since {day}?",
    "ask.work": "How do you like to work: figures first, or the talk first?",
    "ask.style": "Watch how they deal: press, build, split, put off or give way?",
    "ask.why.unknown": "not known",
    "ask.why.guess": "a guess so far",
    "ask.why.old": "of {day}",
    "ask.why.none": "nothing noted",
    "ask.why.no_why": "position without why",
    "ask.why.silent": "last note {day}",
    # a supplier
    "ask.decides": "Who decides at your house, and on what alone?",
    "ask.nobody": "Who should we talk to about prices and terms?",
    "ask.our_share": "How large a part of your sales are we?",
    "ask.our_share_guess": "Are we about {share} % of your sales?",
    "ask.their_share": "Look up how much of our supply comes from them.",
    "ask.their_share_guess": "Look up whether {share} % of our supply comes from them.",
    "ask.contract": "Until when does our present contract run?",
    "ask.contract_ended": "On which terms do we buy since the contract ended on {day}?",
    "ask.business": "How is your business doing, and what changes this year?",
    "ask.why.nobody": "nobody entered",
    "ask.why.authority": "no authority known",
    "ask.why.ended": "ended {day}",
}
