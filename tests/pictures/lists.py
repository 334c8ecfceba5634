"""tests: the views of item lists - the list behind a price empty, short with gaps, and of thousands, and its grid row."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from random import Random

from PySide6.QtGui import QGuiApplication

from tests.pictures.stage import Stage
from ui.navigation import NEGOTIATION, Place
from ui.prepare.steps.issues_step import IssuesStep

_ARTICLES = (
    "Sweetcorn 340 g", "Peas extra fine 400 g", "Tomatoes peeled 800 g", "Chick peas 400 g", "Kidney beans 400 g",
    "Tuna in oil 160 g", "Pineapple slices 565 g", "Cocktail sausages in brine, twelve to a jar, family size 850 g",
)  # fmt: skip


def lines(count: int) -> str:
    """Return lines as a spreadsheet copies them, dearer by about 4 %, some of them by far more and some cheaper."""
    draw = Random(7)  # noqa: S311 - a picture shows the same figures each time
    found = ["Code\tArticle\tQuantity\tToday\tTheirs\tOurs"]
    for at in range(count):
        today = Decimal(draw.randint(60, 400)) / 100
        factor = Decimal("1.04") + Decimal(draw.randint(-10, 10)) / 1000
        if at % 37 == 5:
            factor = Decimal("1.55")
        elif at % 53 == 9:
            factor = Decimal("0.80")
        theirs, ours = round(today * factor, 3), round(today * Decimal("1.01"), 3)
        figures = f"{draw.randint(1, 90) * 100}\t{today}\t{theirs}\t{ours}"
        found.append(f"K-{1000 + at}\t{draw.choice(_ARTICLES)}\t{figures}")
    return "\n".join(found)


def price(stage: Stage) -> int:
    """Begin a negotiation with a price, and return its issue."""
    book = stage.logbook
    supplier = book.suppliers.add(name="Conservas Ribera").made
    made = book.negotiations.add(supplier_id=supplier, title="The range of 2027").made
    ends = {"best": Decimal(90_000), "limit": Decimal(99_000), "weight": Decimal(60)}
    issue = book.issues.add(made, name="Price", alias="p", unit="EUR", **ends).made
    book.issues.add(made, name="Payment", unit="days", best=Decimal(60), worst=Decimal(14), weight=Decimal(15))
    stage.go(Place(NEGOTIATION, made, "prepare", f"issues/{issue}/name"))
    stage.settle()
    return issue


def listed(count: int, more: str = "", *, grid: bool = False) -> Callable[[Stage], None]:
    """Return what shows a list of so many lines pasted, or the grid that it stands behind."""

    def bring(stage: Stage) -> None:
        price(stage)
        page = stage.part(IssuesStep)
        page.open_items()
        if count:
            QGuiApplication.clipboard().setText(lines(count) + more)
            stage.press("Ctrl+V")
            while stage.program.tools.jobs.running:
                stage.settle()
        if grid:
            page.close_page()

    return bring


def typed_otherwise(stage: Stage) -> None:
    """Show a list whose issue holds a figure that the user typed, and lines that stand out."""
    issue = price(stage)
    stage.logbook.issues.change(issue, baseline=Decimal(90_000))
    page = stage.part(IssuesStep)
    page.presenter.load_around(page.presenter.negotiation.id)
    page.open_items()
    QGuiApplication.clipboard().setText(f"{lines(12)}\nK-2000\tPlums 580 g\tmany\t1.20\t\t1.10")
    stage.press("Ctrl+V")
    page.items.sheet.go_to(page.presenter.items.list_of(issue).items[5].id, "change")


LISTS: dict[str, tuple[bool, Callable[[Stage], None]]] = {
    "prepare-items-empty": (False, listed(0)),
    "prepare-items": (False, typed_otherwise),
    "prepare-items-5000": (False, listed(5_000)),
    "prepare-items-grid": (False, listed(12, grid=True)),
}
