"""core: the sentences about alternatives - what one follows, and why the BATNA is the BATNA."""

from __future__ import annotations

_FOLLOWING: dict[str, str] = {
    "todo.offer_changed": "Offer changed: {alternative}",
    "following.changed": "Their offer in {other} changed since {day}: {changes}. Take it over?",
    "following.over": "{other} ended without a deal: nothing of it stands any more. Find out what you could have now.",
    "following.nothing": "Nothing that {other} offers has a place here: issues need the same names and units.",
    "following.term": "{issue} from {before} to {after}",
    "following.new_term": "{issue} is now {after}",
    "following.gone_term": "{issue} {before} stands no longer",
    "following.no_issue": "{issue} is no issue here.",
    "following.other_kind": "{issue} is measured in another way here.",
    "following.other_unit": "{issue}: {there} there, {here} here.",
    "following.no_unit": "no unit",
    "following.no_option": "{issue}: “{option}” is no option here.",
    "following.other_currency": "{issue} is in {there} there.",
    "following.other_basis": "{issue} is per {there} there, per {here} here.",
    "following.unsaid": "Nothing stands there on {issues}.",
}

_CHOICE: dict[str, str] = {
    # why this one, and by how much
    "choice.only": "{alternative} is the BATNA, worth {points} of 100: no other alternative holds and has a value.",
    "choice.first": "{alternative} is the BATNA, worth {points} of 100: {gap} more than the next, {other}.",
    "choice.first_at_least": (
        "{alternative} is the BATNA, worth at least {points} of 100: {gap} more than the least of the next, {other}."
    ),
    "choice.tie_upper": (
        "{alternative} and {other} are worth at least {points} of 100; {alternative}, the BATNA, may be worth more."
    ),
    "choice.tie_entry": (
        "{alternative} and {other} are both worth {points} of 100; {alternative} was entered first and is the BATNA."
    ),
    "choice.open": "{other} may be worth up to {points}: state its open terms, or what no deal is worth, to be sure.",
    # what would change it
    "choice.expiry": "After {day} it no longer holds, and {other} takes its place.",
    "choice.chance": "Below a chance of {share} (now {now}) {alternative} is worth less than {other}.",
    "choice.term": "{other} catches up with {issue} at {value} instead of {now}.",
    "choice.switching": "{other} catches up if switching to it costs {amount} less.",
    "choice.switching_points": "{other} catches up if switching to it costs {points} points less.",
}

_FEEL: dict[str, str] = {
    "feel.batna": "the BATNA, {name}",
    "feel.alternative": "{name}",
    "feel.theirs": "their offer",
    "feel.fair": "the fair deal",
    "feel.minimum": "the minimum",
    "feel.value": "{name} {points}",
    "feel.order": "From best to worst: {packages}. Is that your order?",
}

_CLAIM: dict[str, str] = {
    "claim.none": "Enter by how much they want to raise the price.",
    "claim.no_baseline": "Enter what {issue} is today, its baseline, to see what could be given instead.",
    "claim.justified": "Their costs justify {justified}. Enter what they claim.",
}

_ITEMS: dict[str, str] = {
    "items.offer_unread": "“{text}” cannot be read as an offer. Give the issue a key, or type the offer in Meet.",
}

_FILES: dict[str, str] = {
    "attachment.too_large": "{name} is larger than {most} MB. Keep it elsewhere, and note where in the evidence.",
}

SENTENCES: dict[str, str] = {**_CHOICE, **_FEEL, **_FOLLOWING, **_CLAIM, **_ITEMS, **_FILES}
