"""core: the sentences of the screens - what was typed and cannot be used, and the reasons of flags."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "commitment.no_side": "Say who promised it: begin with “they:” or “we:”.",
    "contract.notice_days": "Notice is given in whole days, for example: notice 90 days.",
    "cost.unreadable": "Write a part of the price with its share, for example: Raw material 45 %.",
    "debrief.still_unread": "The line still has no reading. Name the issue with its value, or begin with # for a note.",
    "debrief.term_unread": "{issue}: “{text}” cannot be read. Mend the term or empty it, then close.",
    "file.trouble": "The file could not be written or read: {reason}. Choose another place, or free some room.",
    "flag.batna_ends": "BATNA ends in {n} days",
    "flag.batna_ends_today": "BATNA ends today",
    "flag.batna_ends_tomorrow": "BATNA ends tomorrow",
    "flag.minimum_below_batna": "minimum below BATNA",
    "flag.no_batna": "no BATNA",
    "flag.offer_below_batna": "offer below BATNA",
    "flag.offer_past_limit": "offer past a limit",
    "flag.unread_line": "1 unread line",
    "flag.unread_lines": "{n} unread lines",
    "name.missing": "A name is needed. The old one stays.",
    "negotiation.no_supplier": "Name the supplier that this negotiation is with.",
    "negotiation.no_title": "Name the subject of this negotiation.",
    "style.unreadable": "Begin with how they dealt: {styles}. What was seen follows after #.",
    "note.empty": "A note needs its sentence. Delete the note to be rid of it.",
    "note.no_basis": "This is an opinion. Say after “{topic}” what it rests on: {bases}.",
    "note.no_day": "A note needs the day on which it was learnt.",
    "note.no_sentence": "{topic}: write the sentence after the topic.",
    "note.no_topic": "Begin with a topic: {topics}.",
    "percent.outside": "{number} is no share. Write 0 to 100 per cent.",
    "talk.time_on_little": "{n} minutes on {issue}, which is {share} of the value.",
    "spend.unreadable": "Write the year and the amount, for example: {year}: 612,400.00 EUR.",
    "person.no_supplier": "Choose the supplier that this person works for.",
}
