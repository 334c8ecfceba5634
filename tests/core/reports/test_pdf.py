"""tests: core/reports/pdf.py - real documents, written and read back."""

from __future__ import annotations

import io
import re
import sys
import unicodedata
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from core.errors import Cancelled
from core.reports.audience import Audience
from core.reports.document import (
    Bullets,
    Column,
    Columns,
    Document,
    KeyFigure,
    KeyFigures,
    Lead,
    Paragraph,
    Part,
    Quotation,
    Risk,
    Risks,
    Row,
    Section,
    Signatures,
    Signer,
    SignOff,
    Span,
    State,
    Table,
)
from core.reports.pdf import Paper, render, write_pdf
from core.words import Words
from tests.core.reports.conftest import document

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Reading = Callable[[Document], PdfReader]
    Making = Callable[..., Document]

HOSTILE = "<b>&<img src=file:///etc/passwd> </para> &amp; {n} %s \\x00 <a href='http://example.org'>x</a>"


def text_of(reader: PdfReader) -> str:
    return "\n".join(page.extract_text() for page in reader.pages)


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def table(rows: int) -> Table:
    columns = (Column("Issue", grow=3), Column("From", figures=True), Column("To", figures=True, shaded=True))
    return Table(columns, tuple(Row((f"Issue {at}", f"{at}.50", f"{at}.25")) for at in range(1, rows + 1)))


def test_each_page_says_who_may_read_it_and_where_it_stands(read: Reading) -> None:
    reader = read(document(Part("1 · One", "First"), Part("2 · Two", "Second"), Part("3 · Three", "Third")))
    assert len(reader.pages) == 3
    for number, page in enumerate(reader.pages, 1):
        text = page.extract_text()
        assert "INTERNAL – NEGOTIATION POSITION – NOT FOR SUPPLIER" in text
        assert f"Page {number} of 3" in text
        assert "P-2026-014" in text
        assert "version 3" in text
        assert "DRAFT" in text
        assert "25 Nov 2026, 15:40 (UTC+00:00)" in text
        assert "Copy for" in text
        assert "Ingrid Solberg, Head of Procurement" in text


@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize("state", list(State))
def test_banner_and_state_by_audience(audience: Audience, state: State, read: Reading, say: Words) -> None:
    text = text_of(read(document(Part("1 · One", "First"), audience=audience, state=state)))
    assert audience.banner(say) in text
    assert state.value.upper() in text


def test_the_shareable_names_no_author(read: Reading) -> None:
    for audience, author in ((Audience.SHAREABLE, ""), (Audience.FULL, "Mark Jansen")):
        metadata = read(document(Part("1", "x"), audience=audience)).metadata
        assert metadata is not None
        assert (metadata.author or "") == author


def test_the_file_knows_its_title_language_and_date(read: Reading) -> None:
    reader = read(document(Part("1", "x")))
    metadata = reader.metadata
    assert metadata is not None
    assert metadata.title == "Tomatoes at no more than USD 1.45"
    assert metadata.subject == "Negotiation preparation"
    assert metadata.creator == "Logroll"
    assert metadata.creation_date is not None
    assert metadata.creation_date.isoformat() == "2026-11-25T15:40:00+00:00"
    assert reader.trailer["/Root"]["/Lang"] == "en-GB"  # type: ignore[index]


def test_the_font_is_embedded_and_nothing_else_is_used(read: Reading) -> None:
    reader = read(document(Part("1", "x", blocks=(Paragraph((Span("b", bold=True), Span("i", italic=True))),))))
    names = set()
    for page in reader.pages:
        fonts: Any = page["/Resources"]["/Font"]  # type: ignore[index]
        for reference in fonts.values():
            font = reference.get_object()
            names.add(font["/BaseFont"].split("+")[1])
            assert "/FontFile2" in font["/FontDescriptor"]
    assert names == {"NotoSans-Regular", "NotoSans-Bold", "NotoSans-Italic"}


def test_parts_and_sections_are_in_the_outline_and_point_to_their_pages(read: Reading) -> None:
    first = Part("1 · One", "First", blocks=(Section("Inside", (Paragraph("x"),)),))
    reader = read(document(first, Part("2 · Two", "Second")))
    found: list[tuple[str, int | None]] = []

    def walk(entries: Any) -> None:
        for entry in entries:
            if isinstance(entry, list):
                walk(entry)
            else:
                found.append((entry.title, reader.get_destination_page_number(entry)))

    walk(reader.outline)
    assert found == [("1 · One: First", 0), ("Inside", 0), ("2 · Two: Second", 1)]


def test_markup_prints_as_text_everywhere(read: Reading) -> None:
    hostile = HOSTILE
    blocks = (
        Lead(hostile, hostile),
        KeyFigures((KeyFigure(hostile, "1", "USD", hostile),)),
        Section(
            hostile,
            (
                Paragraph(hostile),
                Bullets((hostile,)),
                Quotation(hostile),
                Table((Column(hostile), Column(hostile, figures=True)), (Row((hostile, hostile), group=hostile),)),
                Risks((Risk(hostile, hostile),)),
                SignOff(Signer(hostile, hostile, (hostile,)), hostile),
                Signatures((Signer(hostile, hostile, ("ok",)),), conditions=True),
            ),
        ),
        Columns((Paragraph(hostile),), (Paragraph(hostile),)),
    )
    reader = read(document(Part(hostile, hostile, hostile, blocks)))
    text = squeezed(text_of(reader))
    assert text.count(squeezed("<img src=file:///etc/passwd>")) >= 12
    assert "root:" not in text
    assert not any(page.images for page in reader.pages)


def test_no_text_opens_a_file_or_a_connection(of_blocks: Making, say: Words) -> None:
    made = of_blocks(Paragraph(HOSTILE), Paragraph("file:///etc/passwd http://example.org/x.png"))
    render(made, say)  # fonts are loaded once
    touched: list[str] = []
    watching = True

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if watching and (event.startswith("socket") or event == "open"):
            touched.append(f"{event} {arguments[:1]}")

    sys.addaudithook(hook)
    render(made, say)
    watching = False
    assert touched == []


def test_a_note_of_ten_thousand_characters_is_printed_whole(read: Reading, of_blocks: Making) -> None:
    note = " ".join(f"word{at:04d}" for at in range(1112))
    assert len(note) > 10_000
    text = squeezed(text_of(read(of_blocks(Paragraph(note)))))
    assert [f"word{at:04d}" for at in range(1112) if f"word{at:04d}" not in text] == []


def test_a_cell_that_is_too_long_is_cut_with_its_number_and_printed_whole_at_the_end(
    read: Reading, of_blocks: Making
) -> None:
    note = " ".join(f"word{at:04d}" for at in range(1112))
    cells = Table((Column("What"), Column("Value", figures=True)), (Row((note, "1.48")), Row(("short", "2"))))
    text = text_of(read(of_blocks(cells)))
    assert "… (1)" in text
    assert "In full" in text
    assert "word1111" in squeezed(text)


def test_a_word_without_a_blank_is_parted_not_lost(read: Reading, of_blocks: Making) -> None:
    word = "x" * 900 + "1234567890"
    blocks = (Paragraph(word), Table((Column("A"), Column("B", figures=True)), (Row((word[-60:], word[-90:])),)))
    text = squeezed(text_of(read(of_blocks(*blocks))))
    assert squeezed(word) in text
    assert text.count("1234567890") == 3


@pytest.mark.parametrize(
    "name", ["محمد ٣٤ بن علي 1.48", "山田太郎 2,500", "👨‍👩‍👧 family 7", "ʻOkina Ωmega Żółć 19", "\ufffe\ud800 8"]
)
def test_names_of_any_script_print_or_are_listed(name: str, read: Reading, of_blocks: Making) -> None:
    title = Table((Column(name), Column("n", figures=True)), (Row((name, name)),))
    made = of_blocks(Paragraph(name), title, SignOff(Signer(name, name), "Approval:"), title=name)
    text = text_of(read(made))
    expected = [str(unicodedata.decimal(each)) for each in name if unicodedata.decimal(each, None) is not None]
    plain = re.sub(r"\[U\+[0-9A-F \n]+\]", "", text)
    assert plain.count("".join(expected[-1:])) >= 4
    if re.search(r"\[U\+", text):
        assert "Characters that could not be printed" in text


digits = st.text(alphabet=st.sampled_from("0123456789 .,–%٣४é山<&>\n\tאx"), max_size=300)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(running=digits, cell=digits)
def test_no_digit_disappears(running: str, cell: str, read: Reading, of_blocks: Making) -> None:
    made = of_blocks(Paragraph(running), Table((Column("A"), Column("B", figures=True)), (Row((cell, "n")),)))
    without = of_blocks(Paragraph(""), Table((Column("A"), Column("B", figures=True)), (Row(("", "n")),)))
    counted = _digits(text_of(read(made)))
    base = _digits(text_of(read(without)))
    given_digits = "".join(str(unicodedata.decimal(each)) for each in running + cell if each.isdecimal())
    for digit in "0123456789":
        assert counted.count(digit) - base.count(digit) >= given_digits.count(digit)


def _digits(text: str) -> str:
    without_codes = re.sub(r"\[U\+[0-9A-F \n]+\]", "", text)
    return "".join(each for each in without_codes if each in "0123456789")


def test_a_long_table_repeats_its_head_and_keeps_two_rows_together(read: Reading, of_blocks: Making) -> None:
    reader = read(of_blocks(Section("Two hundred rows", (table(200),))))
    found: list[int] = []
    assert len(reader.pages) > 4
    for page in reader.pages:
        text = page.extract_text()
        assert "Issue\n" in text
        on_page = [int(each) for each in re.findall(r"Issue (\d+)", text)]
        assert len(on_page) >= 2
        found += on_page
    assert found == list(range(1, 201))


def test_a_group_that_is_parted_is_named_again(read: Reading, of_blocks: Making) -> None:
    rows = tuple(Row((str(at), "x"), group=f"Round {1 + at // 90}") for at in range(180))
    reader = read(of_blocks(Table((Column("No."), Column("What")), rows)))
    texts = [page.extract_text() for page in reader.pages]
    assert "continued" not in texts[0]
    assert "Round 1, continued" in texts[1]


def test_a_title_stands_with_its_table(read: Reading, of_blocks: Making) -> None:
    for lines in range(40, 62):
        filler = Paragraph("\n".join("line" for _ in range(lines)))
        reader = read(of_blocks(filler, Section("The title", (table(9),))))
        for page in reader.pages:
            text = page.extract_text()
            if "The title" in text:
                assert "Issue 2" in text


def test_signatures_are_never_parted(read: Reading, of_blocks: Making) -> None:
    signers = tuple(Signer(f"Name {at}", "Role", ("approve",)) for at in range(5))
    for lines in (30, 40, 50):
        filler = Paragraph("\n".join("line" for _ in range(lines)))
        reader = read(of_blocks(filler, Section("Approvals", (Signatures(signers, conditions=True),))))
        pages = [page.extract_text() for page in reader.pages if "Name 0" in page.extract_text()]
        assert len(pages) == 1
        assert "Name 4" in pages[0]
        assert "Approvals" in pages[0]


def test_columns_too_long_for_a_page_follow_one_another(read: Reading, of_blocks: Making) -> None:
    left = Section("Left", (Bullets(tuple(f"left {at}" for at in range(120))),))
    right = Section("Right", (Paragraph("right"),))
    text = text_of(read(of_blocks(Columns((left,), (right,)))))
    assert "left 119" in text
    assert "right" in text


def test_a_key_figure_is_never_cut(read: Reading, of_blocks: Making) -> None:
    figure = "123,456,789,012,345.67"
    assert figure in text_of(read(of_blocks(KeyFigures((KeyFigure("Spend", figure, "USD"),)))))


@pytest.mark.parametrize("paper", list(Paper))
def test_the_paper_is_the_one_asked_for(paper: Paper, of_blocks: Making, say: Words) -> None:
    page = PdfReader(io.BytesIO(render(of_blocks(Paragraph("x")), say, paper))).pages[0]
    assert (round(float(page.mediabox.width)), round(float(page.mediabox.height))) == {
        Paper.A4: (595, 842),
        Paper.LETTER: (612, 792),
        Paper.CARD: (595, 421),
    }[paper]


def test_equal_documents_give_equal_bytes(of_blocks: Making, say: Words) -> None:
    made = of_blocks(Section("Rows", (table(90),)), Paragraph("山"))
    assert render(made, say) == render(made, say)


def test_an_empty_document_is_a_document(read: Reading) -> None:
    reader = read(document(Part("", "")))
    assert "Page 1 of 1" in text_of(reader)


def test_progress_goes_up_to_the_end(of_blocks: Making, say: Words) -> None:
    told: list[tuple[int, int]] = []
    render(of_blocks(*[Paragraph("x")] * 50, table(200)), say, progress=lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]
    assert len(told) > 50


def test_cancel_leaves_no_file(tmp_path: Path, of_blocks: Making, say: Words) -> None:
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > 20

    with pytest.raises(Cancelled):
        write_pdf(tmp_path / "a.pdf", of_blocks(*[Paragraph("x")] * 50), say, cancelled=cancelled)
    assert list(tmp_path.iterdir()) == []


def test_cancel_keeps_the_file_that_was_there(tmp_path: Path, of_blocks: Making, say: Words) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    with pytest.raises(Cancelled):
        write_pdf(path, of_blocks(table(500)), say, cancelled=lambda: True)
    assert path.read_bytes() == b"old"


def test_the_file_is_the_rendered_document(tmp_path: Path, of_blocks: Making, say: Words) -> None:
    made = of_blocks(Paragraph("x"))
    write_pdf(tmp_path / "a.pdf", made, say)
    assert (tmp_path / "a.pdf").read_bytes() == render(made, say)
