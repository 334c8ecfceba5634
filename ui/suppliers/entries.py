"""ui: contracts, years of spend and cost parts, each read from one line and written back as it; no Qt."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

from core.contract import Contract, Spend
from core.cost import CostPart
from core.errors import BadInput
from core.naming import basis_word
from core.number import Marks, parse_number
from core.side import Basis
from core.words import NO_BREAK, Words
from ui.typed import NOTE_SIGN, read_basis, read_day, read_percent, show_percent, split_note, split_pieces

EURO = "EUR"  # where no other currency is known
_YEAR = re.compile(r"\s*([0-9]{4})\s*[:,]?\s+(\S.*)")
_CURRENCY = re.compile(r"(?<![^\W\d_])([A-Za-z]{3})(?![^\W\d_])")
_SHARE = re.compile(r"(.*[^\s%])\s+([^\s%]+\s*%?)")


def read_contract(text: str, say: Words, today: date) -> dict[str, Any]:
    """Read "Frame 2025, from 1 Jan 2025, until 31 Dec 2026, notice 90 days # with price list".

    Only the title is needed; a piece that begins with none of these words belongs to it. Raises BadInput for a day
    or a number that cannot be read, and without a title.
    """
    body, note = split_note(text)
    fields: dict[str, Any] = {"starts": None, "ends": None, "notice_days": None, "note": note}
    title = []
    for piece in split_pieces(body):
        word, _, rest = piece.strip().partition(" ")
        folded = word.casefold()
        if rest.strip() and folded == say("from").casefold():
            fields["starts"] = read_day(rest, say, today)
        elif rest.strip() and folded == say("until").casefold():
            fields["ends"] = read_day(rest, say, today)
        elif rest.strip() and folded == say("notice").casefold():
            days = parse_number(rest.replace(NO_BREAK, " "), Marks.of(say), say("days"))
            if days != days.to_integral_value() or days < 0:
                raise BadInput("contract.notice_days")
            fields["notice_days"] = int(days)
        else:
            title.append(piece.strip())
    fields["title"] = ", ".join(each for each in title if each)
    if not fields["title"]:
        raise BadInput("name_missing.contract")
    return fields


def contract_line(contract: Contract, say: Words) -> str:
    """Write a contract as the line that reads as it."""
    parts = [contract.title]
    if contract.starts is not None:
        parts.append(f"{say('from')} {say.day(contract.starts)}")
    if contract.ends is not None:
        parts.append(f"{say('until')} {say.day(contract.ends)}")
    if contract.notice_days is not None:
        parts.append(f"{say('notice')} {contract.notice_days} {say('days')}")
    return ", ".join(parts) + (f"{NOTE_SIGN}{contract.note}" if contract.note else "")


def contract_example(say: Words) -> str:
    """Return a line that shows how a contract is written."""
    ends = date(2027, 12, 31)
    example = Contract(supplier_id=0, title=say("Frame 2027"), ends=ends, notice_days=90, note=say("prices in annex 2"))
    return contract_line(example, say)


def read_spend(text: str, say: Words, currency: str) -> dict[str, Any]:
    """Read "2025: 612,400.00 EUR"; without a currency it is the one given. Raises BadInput."""
    found = _YEAR.fullmatch(text.replace(NO_BREAK, " "))
    if found is None:
        raise BadInput("spend.unreadable", year=f"{2025:d}")
    amount = found[2]
    named = _CURRENCY.search(amount)
    if named is not None:
        currency = named[1].upper()
        amount = amount[: named.start()] + amount[named.end() :]
    number = parse_number(amount.strip(), Marks.of(say))
    if number < 0:
        raise BadInput("number.too_small", least=0)
    return {"year": int(found[1]), "amount": number, "currency": currency}


def spend_line(spend: Spend, say: Words) -> str:
    """Write a year of spend as the line that reads as it."""
    return f"{spend.year}: {say.number(spend.amount)} {spend.currency}"


def spend_example(say: Words, currency: str) -> str:
    """Return a line that shows how a year of spend is written."""
    return spend_line(Spend(supplier_id=0, year=2026, amount=Decimal("612400.00"), currency=currency), say)


def read_cost(text: str, say: Words, today: date, on: date) -> dict[str, Any]:
    """Read "Raw material 45 %, said, 18 Nov 2026 # their letter"; without a day it is of the day given.

    Without a basis it is a guess. Raises BadInput.
    """
    body, source = split_note(text)
    first, *others = split_pieces(body)
    found = _SHARE.fullmatch(first.replace(NO_BREAK, " ").strip())
    if found is None:
        raise BadInput("cost.unreadable")
    share = read_percent(found[2], say)
    fields: dict[str, Any] = {"name": found[1], "share": share, "on": on, "basis": Basis.GUESS, "source": source}
    for piece in others:
        basis = read_basis(piece, say)
        if basis is not None:
            fields["basis"] = basis
        elif (day := read_day(piece, say, today)) is not None:
            fields["on"] = day
    return fields


def cost_line(part: CostPart, say: Words) -> str:
    """Write a cost part as the line that reads as it."""
    line = f"{part.name} {show_percent(part.share, say)}, {basis_word(say, part.basis)}, {say.day(part.on)}"
    return line + (f"{NOTE_SIGN}{part.source}" if part.source else "")


def cost_example(say: Words) -> str:
    """Return a line that shows how a cost part is written."""
    share = show_percent(Decimal(45), say)
    return f"{say('Raw material')} {share}, {basis_word(say, Basis.SAID)}{NOTE_SIGN}{say('their letter of May')}"
