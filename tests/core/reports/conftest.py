"""tests: what the document tests share - a small document and its pages read back."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from core.reports.audience import Audience
from core.reports.document import Document, Kind, Part, State
from core.reports.pdf import render
from core.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from core.reports.document import Block

MADE_AT = datetime(2026, 11, 25, 15, 40, tzinfo=UTC)


@pytest.fixture
def say() -> Words:
    return Words()


def document(*parts: Part, audience: Audience = Audience.FULL, state: State = State.DRAFT) -> Document:
    return Document(
        kind=Kind.PREP,
        audience=audience,
        number="P-2026-014",
        version=3,
        state=state,
        made_at=MADE_AT,
        copy_for="Ingrid Solberg, Head of Procurement",
        language="en-GB",
        title="Tomatoes at no more than USD 1.45",
        subject="Negotiation preparation",
        author="Mark Jansen",
        parts=parts,
    )


@pytest.fixture
def of_blocks() -> Callable[..., Document]:
    def make(*blocks: Block, title: str = "One title") -> Document:
        return document(Part("1 · Part", title, "A remark", blocks))

    return make


@pytest.fixture
def read(say: Words) -> Callable[[Document], PdfReader]:
    def reading(made: Document) -> PdfReader:
        return PdfReader(io.BytesIO(render(made, say)))

    return reading
