"""core: the cheat card and its key on paper - two files, so that the key can stay at home; half an A4 page across."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.cheat import Rung
from core.issue import ScaleKind
from core.phrases import cut_middle
from core.reports.audience import Audience
from core.reports.blocks import MM
from core.reports.document import Blanks, Column, Document, Kind, Paragraph, Part, Row, Spread, Table
from core.reports.recall import clipped

if TYPE_CHECKING:
    from datetime import date

    from core.cheat import CheatCard, Code
    from core.reports.document import Edition
    from core.words import Words

MOST_ROWS = 8  # of issues and of steps: more do not fit on half a page beside room to write
_HALF = 85 * MM
_LINES = 4
_MOST_WORDS = 6
_LONGEST = 32  # characters of an issue's name


def cheat_pages(
    card: CheatCard, negotiation_id: int, day: date, *, say: Words, edition: Edition
) -> tuple[Document, Document]:
    """Return the card, of which nobody can tell what it is, and its key, which is ours alone; one page each.

    `day` is that of the meeting. What does not fit stands on neither: the first issues and steps come first.
    """
    number = f"{Kind.NOTES.value}-{edition.made_at.year}-{negotiation_id:03d}"
    return _card(card, number, day, say, edition), _key(card, number, say, edition)


def _card(card: CheatCard, number: str, day: date, say: Words, edition: Edition) -> Document:
    codes = card.codes[:MOST_ROWS]
    columns = (Column(), *(Column(letter, figures=True) for letter, _ in card.columns))
    rows = tuple(Row((code.name, *(card.cell(code, rung) for _, rung in card.columns))) for code in codes)
    blocks: list[Table] = [Table(columns, rows, large=True)] if rows else []
    steps = tuple(Row((str(at), step.get, step.give)) for at, step in enumerate(card.steps[:MOST_ROWS], start=1))
    right = (Table((Column(muted=True, grow=0), Column("m"), Column("n")), steps, large=True),) if steps else ()
    lines = _LINES - max(0, max(len(rows), len(steps)) - 5)
    title = say("Agenda, {day}", day=say.day(day))
    return _document(
        edition,
        say,
        number=number,
        title=title,
        banner=say("PERSONAL MEETING NOTES – PLEASE RETURN TO OWNER"),
        discreet=True,
        part=Part("", title, "", (Spread(((0.5, tuple(blocks)), (0.5, right))), Blanks(say("Notes"), max(1, lines)))),
    )


def _key(card: CheatCard, number: str, say: Words, edition: Edition) -> Document:
    left = Table(
        (Column(say("Code"), grow=0), Column(say("Issue")), Column(say("How to read the figure"), grow=2)),
        tuple(
            Row(
                (
                    code.name,
                    clipped(cut_middle(code.issue.name, _LONGEST), _HALF * 0.35, 8.4, 2),
                    how_to_read(code, say),
                )
            )
            for code in card.codes[:MOST_ROWS]
        ),
    )
    names = {Rung.TARGET: say("target"), Rung.OPENING: say("opening"), Rung.LIMIT: say("limit")}
    meanings = [(letter, names[rung]) for letter, rung in card.columns]
    if card.steps:
        meanings.insert(0, (say("m, n"), say("if they give m, we give n")))
    meanings += [(letter, clipped(words, _HALF * 0.7, 8.4, 1)) for letter, words in card.words[:_MOST_WORDS]]
    right = Table((Column(say("Code"), grow=0), Column(say("Meaning"))), tuple(Row(each) for each in meanings))
    title = say("Key to card {number}", number=number)
    remark = say("Read it, then leave it in the office. A new card draws new codes, columns and key number.")
    shown: list[Table | Paragraph] = [left] if left.rows else [Paragraph(say("No issue has a figure yet."))]
    example = _example(card, names, say)
    under = (Paragraph(example, remark=True),) if example else ()
    return _document(
        edition,
        say,
        number=f"{number}-K",
        title=title,
        banner="",
        discreet=False,
        part=Part("", title, remark, (Spread(((0.55, tuple(shown)), (0.45, (right, *under)))),)),
    )


def _example(card: CheatCard, names: dict[Rung, str], say: Words) -> str:
    """Read one shifted figure aloud; empty where the card has none."""
    for code in card.codes[:MOST_ROWS]:
        for letter, rung in card.columns:
            figure = card.cell(code, rung)
            if code.shift and figure:
                value = say.quantity(getattr(code.issue, rung.value), code.issue.unit)
                data = {"code": code.name, "column": letter, "figure": figure, "how": how_to_read(code, say)}
                data |= {"what": names[rung], "issue": cut_middle(code.issue.name, _LONGEST), "value": value}
                words = "Example: {code}, column {column}, {figure}: {how}. The {what} on {issue} is {value}."
                return say(words, **data)
    return ""


def how_to_read(code: Code, say: Words) -> str:
    """Return how a figure of the card becomes the value that it stands for."""
    issue = code.issue
    if issue.kind is ScaleKind.OPTIONS:
        return ", ".join(f"{letter} {label}" for letter, label in code.letters)
    if code.day is not None:
        return say("days after {day}", day=code.day)
    parts = [say("take off {n}", n=code.shift)] if code.shift else []
    if code.power > 0:
        parts.append(say("divide by {n}", n=10**code.power))
    elif code.power < 0:
        parts.append(say("times {n}", n=10**-code.power))
    if code.base:
        parts.append(say("add {n}", n=code.base))
    words = ", ".join(parts)
    if not words:
        return issue.unit or say("as it is")
    return say("{how}: {unit}", how=words, unit=issue.unit) if issue.unit else words


def _document(
    edition: Edition, say: Words, *, number: str, title: str, banner: str, discreet: bool, part: Part
) -> Document:
    return Document(
        kind=Kind.NOTES,
        audience=Audience.FULL,
        number=number,
        version=edition.version,
        state=edition.state,
        made_at=edition.made_at,
        copy_for=clipped(edition.copy_for, 75 * MM, 7.0, 1),
        language=say.region.replace("_", "-"),
        title=title,
        subject="" if discreet else title,
        banner=banner,
        discreet=discreet,
        parts=(part,),
    )
