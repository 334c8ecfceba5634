"""core: a document as a tree of plain data; what it looks like is decided elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from datetime import datetime

    from core.charts.range_chart import RangeChart
    from core.charts.value_line import ValueLine
    from core.reports.audience import Audience
    from core.verdict import Flag


class Kind(StrEnum):
    """The kinds of document; the letter begins the document's number."""

    PREP = "P"
    DEBRIEF = "D"
    RECALL = "R"
    NOTES = "N"


class State(StrEnum):
    """Whether a document may still change."""

    DRAFT = "draft"
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class Span:
    """Some words in one manner; `raised` sets a power. The words are text and nothing in them is a command."""

    text: str
    bold: bool = False
    italic: bool = False
    muted: bool = False
    raised: bool = False


Text: TypeAlias = "str | tuple[Span, ...]"
Who: TypeAlias = Literal["us", "them", "mark", "ink"]


@dataclass(frozen=True, slots=True)
class Lead:
    """The paragraph in larger type that opens a document; `word` stands bold before it."""

    word: str
    text: Text


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A figure in large type with its name above and a remark below; `missing` is set in muted italics."""

    name: str
    figure: str
    unit: str = ""
    remark: str = ""
    missing: bool = False


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """Up to four key figures side by side."""

    figures: tuple[KeyFigure, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text, or a remark in small muted type."""

    text: Text
    remark: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """Short points, each with a dot or its number."""

    points: tuple[Text, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words to be said, or that were said, set apart by a line at the left."""

    text: Text


@dataclass(frozen=True, slots=True)
class Sign:
    """A flag in a table: its drawn sign and its word."""

    flag: Flag
    word: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A package value in a table, 0 to 100, from `low` (filled) to `high` (outlined); only the picture clamps."""

    low: float
    high: float
    who: Who = "us"


Cell: TypeAlias = "Text | Sign | Bar"


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `figures` sets right, `shaded` stands out, `lines` is how many a cell may have before it is cut.

    A text that is cut is printed whole at the end of the document. `grow` is its share of spare width.
    """

    head: str = ""
    figures: bool = False
    shaded: bool = False
    bold: bool = False
    muted: bool = False
    lines: int = 4
    grow: float = 1.0
    least: float = 0.0


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `group` is what it belongs to ("Round 2"), said again where a page break parts the group."""

    cells: tuple[Cell, ...]
    group: str = ""
    total: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head that repeats on each page; `reference` is the dash through its bars with its name.

    Without any head the table has a rule above only. `large` is for what is read at arm's length.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    remark: Text = ""
    small: bool = False
    large: bool = False
    reference: tuple[float, str] | None = None


@dataclass(frozen=True, slots=True)
class Blanks:
    """Lines to write on, under a small title."""

    title: str
    lines: int


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart, drawn when the width is known."""

    data: RangeChart | ValueLine


@dataclass(frozen=True, slots=True)
class Risk:
    """What may go wrong, and what to do about it."""

    title: str
    text: Text


@dataclass(frozen=True, slots=True)
class Risks:
    """Up to three risks side by side, more below."""

    risks: tuple[Risk, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A title, a sentence with its figure, and what stands under it."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Two short pieces side by side; where they are too long for that, one after the other."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Headline:
    """A few words in large type under a small title, with remarks below; `large` is for a name."""

    name: str
    text: Text
    remarks: tuple[Text, ...] = ()
    large: bool = False


@dataclass(frozen=True, slots=True)
class Topic:
    """A short piece under a small title, for cards."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """Short pieces side by side, each with its share of the width; `ruled` ends them with a line."""

    columns: tuple[tuple[float, tuple[Block, ...]], ...]
    ruled: bool = False


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody who decides, with the decisions to tick; `name` may be empty, to be filled in by hand."""

    name: str
    role: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SignOff:
    """The approval row at the foot of page 1."""

    signer: Signer
    heading: str


@dataclass(frozen=True, slots=True)
class Signatures:
    """The signature page: rows with room to sign; `blanks` are columns to fill in by hand, in place of choices."""

    signers: tuple[Signer, ...]
    blanks: tuple[str, ...] = ()
    conditions: bool = False


Block: TypeAlias = (
    "Lead | KeyFigures | Paragraph | Bullets | Quotation | Table | Chart | Risks | Section | Columns | SignOff"
    " | Signatures | Headline | Topic | Spread | Blanks"
)


@dataclass(frozen=True, slots=True)
class Part:
    """A numbered part; it begins a page. `name` stands above the title and in the outline.

    Without a name and a title it begins with its first block. A part of `one_page` closes its gaps, and then shows
    fewer rows of its chart, rather than run over.
    """

    name: str
    title: str
    remark: str = ""
    blocks: tuple[Block, ...] = ()
    one_page: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """Which copy of a document this is: when it was made (with its zone), its version, state and reader."""

    made_at: datetime
    version: int = 1
    state: State = State.DRAFT
    copy_for: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole document. `language` is its BCP 47 tag; `made_at` carries its zone; `banner` overrules the audience's.

    One that is `discreet` has a single rule under harmless words and no state, so that nobody looks twice.
    """

    kind: Kind
    audience: Audience
    number: str
    version: int
    state: State
    made_at: datetime
    copy_for: str
    language: str
    title: str
    subject: str = ""
    author: str = ""
    banner: str = ""
    discreet: bool = False
    parts: tuple[Part, ...] = field(default_factory=tuple)
