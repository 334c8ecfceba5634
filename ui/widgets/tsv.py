"""ui: blocks of cells as tab-separated text, the way spreadsheets put them on the clipboard."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

_BREAK = re.compile(r"\r\n|[\r\n\u2028\u2029]")
_NEEDS_QUOTES = re.compile(r"[\t\r\n\u2028\u2029]|^\"")
# a quoted cell: everything up to a quote that is not doubled and that ends the cell
_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=\t|\r\n|\r|\n|\Z)')
_PLAIN = re.compile(r"[^\t\r\n]*")
_ROW_END = re.compile(r"\r\n|\r|\n")


def parse_block(text: str) -> list[list[str]]:
    """Return the rows of cells of a copied block.

    A cell in quotes may hold tabs, line breaks and doubled quotes; a quote that does not enclose its whole cell is a
    character like any other. The line break that ends the last row opens no further row. No text gives no row.
    """
    rows: list[list[str]] = []
    at = 0
    while at < len(text):
        row: list[str] = []
        while True:
            quoted = _QUOTED.match(text, at)
            if quoted:
                row.append(quoted[1].replace('""', '"'))
                at = quoted.end()
            else:
                plain = _PLAIN.match(text, at)
                row.append(plain[0] if plain else "")
                at += len(row[-1])
            if text[at : at + 1] != "\t":
                break
            at += 1
        rows.append(row)
        end = _ROW_END.match(text, at)
        at = end.end() if end else at
    return rows


def write_block(rows: Sequence[Sequence[str]]) -> str:
    """Return rows of cells as text that spreadsheets and `parse_block` read back unchanged."""
    return "\n".join("\t".join(_quoted(cell) for cell in row) for row in rows) + ("\n" if rows else "")


def plain_number(text: str, group: str, decimal: str) -> str:
    """Return a number as a spreadsheet reads it: a hyphen for minus, nothing between thousands; other text as it is.

    `group` and `decimal` are the marks that the number is written with.
    """
    found = _number(group, decimal).fullmatch(text)
    if found is None:
        return text
    return ("-" if found[1] else "") + (found[2].replace(group, "") if group else found[2])


@lru_cache(maxsize=32)
def _number(group: str, decimal: str) -> re.Pattern[str]:
    whole = rf"[0-9]{{1,3}}(?:{re.escape(group)}[0-9]{{3}})+|[0-9]+" if group else "[0-9]+"
    return re.compile(rf"([-\u2013\u2212]?)((?:{whole})(?:{re.escape(decimal)}[0-9]+)?)")


def one_line(text: str) -> str:
    """Return a text as one line: line breaks and tabs become a blank, other control characters fall away."""
    if text.isprintable():
        return text.strip()
    joined = _BREAK.sub(" ", text).replace("\t", " ")
    return "".join(sign for sign in joined if sign >= " " and not "\x7f" <= sign <= "\x9f").strip()


def _quoted(cell: str) -> str:
    if _NEEDS_QUOTES.search(cell):
        return '"' + cell.replace('"', '""') + '"'
    return cell
