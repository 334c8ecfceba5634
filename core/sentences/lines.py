"""core: the sentences about reading a meeting line."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "number.empty": "No number is given. Type one, for example {example}.",
    "number.letters": "“{text}” is no number. Type digits only, for example {example}.",
    "number.long": "“{text}” has too many digits. Type a number of at most {most} digits.",
    "money.currency": "{other} is another currency: the negotiation is in {own}. Type the amount in {own}.",
    "day.unreadable": "“{text}” is no day. Type one, for example {example}.",
    "value.no_option": "“{text}” is none of the options. Type one of: {options}.",
}
