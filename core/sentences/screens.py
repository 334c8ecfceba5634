"""core: the sentences about what was typed into a screen and cannot be used as it stands."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "name.missing": "A name is needed. The old one stays.",
    "negotiation.no_currency": "“{text}” is no currency. Write its three letters, such as EUR.",
    "negotiation.no_supplier": "Name the supplier that this negotiation is with.",
    "negotiation.no_title": "Name the subject of this negotiation.",
    "note.empty": "A note needs its sentence. Delete the note to be rid of it.",
    "note.no_basis": "Write what the note rests on: {bases}.",
    "note.no_day": "A note needs the day on which it was learnt.",
    "note.no_sentence": "{topic}: write the sentence after the topic.",
    "note.no_topic": "Begin with a topic: {topics}.",
    "percent.outside": "{number} is no share. Write 0 to 100 per cent.",
    "person.no_supplier": "Choose the supplier that this person works for.",
}
